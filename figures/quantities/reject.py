"""Numerals that claim nothing, and why: the order in which the reasons are tried."""

from __future__ import annotations

from figures.lexicon.english import FUNCTION_WORDS, INDICES, LABELS, MONTHS, WEEKDAYS, cues
from figures.quantities.marks import DASHES_AND_MINUS
from figures.quantities.number import Number
from figures.quantities.reject_dates import DECADES, digit_groups_reason, is_meridiem, is_month, year_reason
from figures.quantities.reject_names import LOWER_LABELS, is_score, marker_reason, name_reason
from figures.quantities.reject_words import ordinal_reason, words_reason
from figures.quantities.tokens import Words

_GLUE_OK = cues("prefix")
_STREETS = cues("street")
_ABBREVIATED_LABELS = cues("abbreviated-label")
_REFERENCES = cues("reference")
_IS = frozenset(("is", "was", ":", "no", "number"))
_JETS = frozenset(
    "jet jets plane planes aircraft airliner airliners crash crashes fleet freighter freighters max s".split()
)
_AIRLINERS = frozenset((707, 717, 727, 737, 747, 757, 767, 777, 787))


def reason(w: Words, n: Number, has_unit: bool, has_money: bool) -> str:
    """Why this numeral is not a quantity; "" when it is one. ``has_unit``: a unit was found beside it."""
    tokens = w.tokens
    a, b = n.a, n.b
    before = tokens[a - 1] if a else ""
    after = tokens[b]
    if n.form == "words":
        return words_reason(w, n, before, after, has_unit)
    if has_money:
        return ""
    # glued to letters: F-150, XC40, COVID-19, A1, 24703L202; not right behind a quantity, or a dash away from it
    if a and w.glued(a) and not a - 1 <= w.taken <= a:
        if before.isalpha():
            if before in ("v", "ver", "version"):
                return "version"
            return "" if has_unit and before in _GLUE_OK else "name"
        if before == "#":
            return "identifier"
        if before in ("/", "\\", "@", "_", "&"):
            if before == "/" and a > 1 and tokens[a - 2][:1].isdecimal() and after != "/":
                return "date" if a > 3 and tokens[a - 3] == "/" else ""
            return "identifier"
        if before in DASHES_AND_MINUS and a > 1 and w.glued(a - 1):
            word = tokens[a - 2]
            if word[-1].isalpha() and (
                word not in _GLUE_OK or (a > 2 and w.glued(a - 2) and tokens[a - 3][-1].isdecimal() and word == "a")
            ):
                return "name"
        if before == ".":
            word = tokens[a - 2] if a > 1 else ""
            if word and word[-1].isalpha() and w.glued(a - 1) and word not in ("rs", "no", "approx", "ca", "c", "fig"):
                return "name"
            if word in ("no", "fig"):
                return "label"
        if before in ("'", "’") and len(tokens[a]) == 2:
            return "year"
        if before == "[" and after == "]":
            return "citation"
    if after in ("am", "pm") and not has_unit and n.value < 24 and is_meridiem(w, b):
        return "clock time"
    if (
        b - a == 2
        and tokens[b - 1] == "k"
        and n.value in (4000, 8000)
        and w.capital(b - 1)
        and not has_money
        and after.isalpha()
    ):
        return "name"
    if b < w.size and w.glued(b) and not has_unit:
        if after.isalpha():
            if after == "s" and n.value in DECADES:
                return "decade"
            if after in ("x", "d", "g") and b + 1 < w.size and w.glued(b + 1) and tokens[b + 1][:1].isdecimal():
                return "name"
            if len(after) == 1 and len(tokens[a]) == 4 and 1800 <= n.value <= 2100:
                return "citation"
            if n.kind != "ordinal":
                return "name"
        elif after in ("'", "’") and tokens[b + 1] == "s" and 1000 <= n.value <= 2100:
            return "year"
        elif after in ("_", "@", "\\"):
            return "identifier"
    if b - a == 1 and not n.decimal and tokens[a][0].isdecimal():
        found = _plain(w, n, before, after, has_unit)
        if found:
            return found
    elif n.kind == "fraction" and tokens[a + 1] == "/":
        pair = (tokens[a], tokens[b - 1])
        if pair in (("24", "7"), ("9", "11"), ("7", "7"), ("50", "50")):
            return "idiom"
        if (a and tokens[a - 1] in ("/", "⁄")) or (
            len(pair[1]) == 4 and not has_unit and 1400 <= int(pair[1]) <= 2100 and int(pair[0]) <= 31
        ):
            return "date"
        if len(pair[0]) == 4 and len(pair[1]) == 2 and (int(pair[0]) + 1) % 100 == int(pair[1]):
            return "year"
    elif n.decimal and not has_unit:
        if before in LABELS and (
            w.capital(a - 1) or before in ("version", "section", "fig", "figure", "table", "release", "v")
        ):
            return "version or label"
        if after in ("am", "pm", "a", "p") and is_meridiem(w, b):
            return "clock time"
        if before == "at" and after in ("gmt", "bst", "est", "et", "pm", "am"):
            return "clock time"
    if n.kind == "ordinal":
        return ordinal_reason(w, n, before, after)
    return ""


def _is_label(w: Words, a: int) -> bool:
    """Whether a word before token ``a`` makes it a label: "Nasdaq 100", "Room 204", "section 4"."""
    before = w.tokens[a - 1] if a else ""
    return before in INDICES or (before in LABELS and (w.capital(a - 1) or before in LOWER_LABELS))


def _is_side(w: Words, a: int, b: int, second: int) -> bool:
    """1920 x 1080: two sides of a picture in pixels, at tokens ``a`` and ``second``, the cross at ``b``."""
    tokens = w.tokens
    if tokens[b] not in ("x", "×") or b != a + 1:
        return False
    return all(tokens[i].isdecimal() and 3 <= len(tokens[i]) <= 5 for i in (a, second)) and not (
        tokens[second + 1].isalpha() and w.glued(second + 1)
    )


def _plain(w: Words, n: Number, before: str, after: str, has_unit: bool) -> str:
    """A numeral in one token of digits, without a decimal point."""
    tokens = w.tokens
    a, b = n.a, n.b
    token = tokens[a]
    value = n.value
    size = w.size
    # clock times and ratios
    if after == ":" and b + 1 < size and w.glued(b) and tokens[b + 1].isdecimal() and w.glued(b + 1):
        return "clock time" if len(tokens[b + 1]) == 2 and value < 25 else "ratio or time"
    if before == ":" and a > 1 and w.glued(a) and tokens[a - 2].isdecimal() and w.glued(a - 1):
        return "clock time"
    if after in ("am", "pm", "a", "p") and value < 13 and is_meridiem(w, b):
        return "clock time"
    if after in ("o'clock", "o’clock"):
        return "clock time"
    # dates
    if (
        before in MONTHS
        and (value <= 31 or 1000 <= value <= 2100)
        and is_month(w, a - 1)
        and not (has_unit and value > 31)
    ):
        return "date"
    if before == "." and a > 1 and tokens[a - 2] in MONTHS and len(tokens[a - 2]) < 5 and value <= 31:
        return "date"
    if after in MONTHS and value <= 31 and is_month(w, b):
        return "date"
    if (
        after in DASHES_AND_MINUS
        and value <= 31
        and not has_unit
        and tokens[b + 1].isdecimal()
        and (tokens[b + 2] in MONTHS and is_month(w, b + 2))
    ):
        return "date"
    if (
        before == ","
        and 1000 <= value <= 2100
        and a > 1
        and (tokens[a - 2].isdecimal() or tokens[a - 2] in WEEKDAYS)
        and not has_unit
    ):
        k = a - 3
        if k >= 0 and (tokens[k] in MONTHS or tokens[k] == "."):
            return "year"
    if (
        before in DASHES_AND_MINUS
        and a > 1
        and w.glued(a)
        and w.glued(a - 1)
        and tokens[a - 2].isdecimal()
        and value <= 31
        and not has_unit
    ):
        k = a - 3
        if k >= 0 and (tokens[k] in MONTHS or (tokens[k] == "." and k and tokens[k - 1] in MONTHS)):
            return "date"
    if not has_unit and value < 200 and is_score(w, a, b):
        return "score"
    # identifiers in groups: 555-0134, 2019-09-01, 5/17/2018
    groups = digit_groups_reason(w, a, b)
    if groups:
        return groups
    if value >= 100 and (_is_side(w, a, b, b + 1) or (not has_unit and a > 1 and _is_side(w, a - 2, a - 1, a))):
        return "size of a picture"
    if not has_unit:
        if value in _AIRLINERS and (
            after in _JETS
            or w.capital(b)
            or (a and w.capital(a - 1) and before.isalpha() and before not in FUNCTION_WORDS)
        ):
            return "name"
        if (
            before == "+"
            and w.glued(a)
            and (len(token) > 4 or (tokens[b][:1].isdecimal() and tokens[b + 1][:1].isdecimal()))
        ):
            return "phone number"
        if before in _IS and a > 1 and tokens[a - 2] == "number" and after in DASHES_AND_MINUS:
            return "identifier"
        if (
            after in DASHES_AND_MINUS
            and w.glued(b)
            and tokens[b + 1].isdecimal()
            and tokens[b + 2] in DASHES_AND_MINUS
            and w.glued(b + 2)
            and tokens[b + 3].isalpha()
            and w.glued(b + 3)
        ):
            return "identifier"
        if len(token) > 1 and token[0] == "0" and token.isdecimal() and token != "00" and w.size > 1:
            return "identifier"
        if after in _STREETS or (
            b + 1 < size
            and w.capital(b)
            and (tokens[b + 1] in _STREETS or (w.capital(b + 1) and tokens[b + 2] in _STREETS))
        ):
            return "address"
        if before in _REFERENCES:
            return "identifier"
        if before == ":" and a > 1 and tokens[a - 2] in ("tel", "phone", "telephone", "fax", "isbn", "id"):
            return "identifier"
        if len(token) == 5 and a and len(before) == 2 and w.written(a - 1).isupper():
            return "postcode"
        marker = marker_reason(w, n, before, after)
        if marker:
            return marker
        if len(token) == 4 and 2100 < value < 2200 and before in ("by", "in", "until", "since", "year"):
            return "year"
        if len(token) == 4 and 1400 <= value <= 2100 and "," not in token:
            found = year_reason(w, n, before, after)
            if found:
                return found
        if "," not in token and n.form == "digits" and _is_label(w, a):
            return "label"
        if before == "." and "," not in token and a > 1 and tokens[a - 2] in _ABBREVIATED_LABELS:
            return "label"
        if before == "&" and a > 1:
            return "label"
        if "," not in token and a and before.isalpha() and w.capital(a - 1) and w.taken != a:
            found = name_reason(w, n, before, after)
            if found:
                return found
    return ""

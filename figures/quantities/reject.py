"""Numerals that claim nothing: dates, years, clock times, names, identifiers, scores, list markers, "one" as a pronoun."""

from __future__ import annotations

from figures.lexicon.english import (
    AUXILIARIES,
    FUNCTION_WORDS,
    INDICES,
    LABELS,
    MONTHS,
    VERB_ONLY,
    VERBS,
    WEEKDAYS,
    is_plural,
)
from figures.lexicon.numerals import NUMERALS
from figures.quantities.numbers import Number
from figures.quantities.tokens import Words

_DASHES = frozenset("-‐‑–—−")
_YEAR_BEFORE = frozenset(
    "in since by until till before after during of from for year years early late mid between to through and or around circa "
    "fy season spring summer autumn fall winter the this last next end beginning start q1 q2 q3 q4 h1 h2 ending ended".split()
) | frozenset(MONTHS)
_GLUE_OK = frozenset("minus sub to a an under over plus then about nearly non mid negative approx up only from by x almost".split())
_STREETS = frozenset(
    "road street avenue lane drive boulevard rd st ave blvd dr court square terrace crescent highway parkway way close broadway".split()
)
_SCORE_WORDS = frozenset(
    "won win wins beat beaten lost lose loses drew draw draws victory defeat defeated defeats lead led leads score scored tied tie "
    "aggregate loss losses triumph thrashed edged record went win-loss trailed trailing penalties shootout set sets lost final "
    "half-time halftime ahead level beating winning losing downed stunned routed hammered crushed".split()
)
_ONE_AFTER = frozenset(
    "another is was are were has had have can could will would should may might must who that which by on in at to and or but "
    "with for from as when where than thing if so not also never ever does did do".split()
)
_ONE_BEFORE = frozenset(
    "the this that which another each every any no other some new old good big bad right wrong only-the next last first previous "
    "former latter same different better best such".split()
)
_ADVERBIAL_ORDINAL = frozenset(". , ; : ! ? ) and or but to in on at of that by for it he she they we i you is was were are had has".split())


def reason(w: Words, n: Number, has_unit: bool, has_money: bool) -> str:
    """Why this numeral is not a quantity; "" when it is one. ``has_unit``: a unit was found beside it."""
    tokens = w.tokens
    a, b = n.a, n.b
    before = tokens[a - 1] if a else ""
    after = tokens[b]
    if n.form == "words":
        return _words_reason(w, n, before, after, has_unit)
    if has_money:
        return ""
    beside = w.taken == a - 1 or w.taken == a  # right behind a quantity, or a dash away from it
    # glued to letters: F-150, XC40, COVID-19, A1, 24703L202
    if a and w.glued(a) and not beside:
        if before.isalpha():
            if before in ("v", "ver", "version"):
                return "version"
            return "" if has_unit and before in _GLUE_OK else "name"
        if before == "#":
            return "identifier"
        if before in ("/", "\\", "@", "_", "=", "&"):
            if before == "/" and a > 1 and tokens[a - 2][:1].isdigit() and after != "/":
                return "date" if a > 3 and tokens[a - 3] == "/" else ""
            return "identifier"
        if before in _DASHES and a > 1 and w.glued(a - 1):
            word = tokens[a - 2]
            if word[-1].isalpha() and (word not in _GLUE_OK or (a > 2 and w.glued(a - 2) and tokens[a - 3][-1].isdigit() and word == "a")):
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
    if after in ("am", "pm") and not has_unit and n.value < 24 and _meridiem(w, b):
        return "clock time"
    if b - a == 2 and tokens[b - 1] == "k" and n.value in (4000, 8000) and w.capital(b - 1) and not has_money and after.isalpha():
        return "name"
    if b < w.size and w.glued(b) and not has_unit:
        if after.isalpha():
            if after == "s" and n.value in _DECADES:
                return "decade"
            if after in ("x", "d", "g") and b + 1 < w.size and w.glued(b + 1) and tokens[b + 1][:1].isdigit():
                return "name"
            if len(after) == 1 and len(tokens[a]) == 4 and 1800 <= n.value <= 2100:
                return "citation"
            if n.kind != "ordinal":
                return "name"
        elif after in ("'", "’") and tokens[b + 1] == "s" and 1000 <= n.value <= 2100:
            return "year"
        elif after == "_" or after == "@" or after == "\\":
            return "identifier"
    if b - a == 1 and not n.decimal:
        found = _plain(w, n, before, after, has_unit)
        if found:
            return found
    elif n.kind == "fraction" and tokens[a + 1] == "/":
        pair = (tokens[a], tokens[b - 1])
        if pair in (("24", "7"), ("9", "11"), ("7", "7"), ("50", "50")):
            return "idiom"
        if (a and tokens[a - 1] in ("/", "⁄")) or (len(pair[1]) == 4 and not has_unit and 1400 <= int(pair[1]) <= 2100):
            return "date"
        if len(pair[0]) == 4 and len(pair[1]) == 2 and (int(pair[0]) + 1) % 100 == int(pair[1]):
            return "year"
    elif n.decimal and not has_unit:
        if before in LABELS and (w.capital(a - 1) or before in ("version", "section", "fig", "figure", "table", "release", "v")):
            return "version or label"
        if after in ("am", "pm", "a", "p") and _meridiem(w, b):
            return "clock time"
        if before == "at" and after in ("gmt", "bst", "est", "et", "pm", "am"):
            return "clock time"
    if n.kind == "ordinal":
        return _ordinal_reason(w, n, before, after)
    return ""


_DECADES = frozenset(range(10, 100, 10)) | frozenset(range(1500, 2101, 10))


def _plain(w: Words, n: Number, before: str, after: str, has_unit: bool) -> str:
    """A numeral in one token of digits, without a decimal point."""
    tokens = w.tokens
    a, b = n.a, n.b
    token = tokens[a]
    value = n.value
    size = w.size
    # clock times and ratios
    if after == ":" and b + 1 < size and w.glued(b) and tokens[b + 1].isdigit() and w.glued(b + 1):
        return "clock time" if len(tokens[b + 1]) == 2 and value < 25 else "ratio or time"
    if before == ":" and a > 1 and w.glued(a) and tokens[a - 2].isdigit() and w.glued(a - 1):
        return "clock time"
    if after in ("am", "pm", "a", "p") and value < 13 and _meridiem(w, b):
        return "clock time"
    if after in ("o'clock", "o’clock"):
        return "clock time"
    # dates
    if before in MONTHS and (value <= 31 or 1000 <= value <= 2100) and _is_month(w, a - 1) and not (has_unit and value > 31):
        return "date"
    if before == "." and a > 1 and tokens[a - 2] in MONTHS and len(tokens[a - 2]) < 5 and value <= 31:
        return "date"
    if after in MONTHS and value <= 31 and _is_month(w, b):
        return "date"
    if (
        after in _DASHES
        and value <= 31
        and not has_unit
        and tokens[b + 1].isdigit()
        and (tokens[b + 2] in MONTHS and _is_month(w, b + 2))
    ):
        return "date"
    if before == "," and 1000 <= value <= 2100 and a > 1 and (tokens[a - 2].isdigit() or tokens[a - 2] in WEEKDAYS) and not has_unit:
        k = a - 3
        if k >= 0 and (tokens[k] in MONTHS or tokens[k] == "."):
            return "year"
    if before in _DASHES and a > 1 and w.glued(a) and w.glued(a - 1) and tokens[a - 2].isdigit() and value <= 31 and not has_unit:
        k = a - 3
        if k >= 0 and (tokens[k] in MONTHS or (tokens[k] == "." and k and tokens[k - 1] in MONTHS)):
            return "date"
    if not has_unit and value < 200 and _score(w, a, b):
        return "score"
    # identifiers in groups: 555-0134, 2019-09-01, 5/17/2018
    groups = _groups(w, a, b)
    if groups:
        return groups
    if not has_unit:
        if value in _AIRLINERS and before not in ("about", "than", "nearly", "of"):
            return "name"
        if before == "+" and w.glued(a) and (len(token) > 4 or (tokens[b][:1].isdigit() and tokens[b + 1][:1].isdigit())):
            return "phone number"
        if before in _IS and a > 1 and tokens[a - 2] == "number" and after in _DASHES:
            return "identifier"
        if after in _DASHES and w.glued(b) and tokens[b + 1].isdigit() and tokens[b + 2] in _DASHES and w.glued(b + 2) and tokens[b + 3].isalpha() and w.glued(b + 3):
            return "identifier"
        if len(token) > 1 and token[0] == "0" and token.isdigit() and token != "00":
            return "identifier"
        if after in _STREETS or (
            b + 1 < size and w.capital(b) and (tokens[b + 1] in _STREETS or (w.capital(b + 1) and tokens[b + 2] in _STREETS))
        ):
            return "address"
        if before in ("tel", "phone", "telephone", "fax", "ext", "extension", "isbn", "id"):
            return "identifier"
        if before == ":" and a > 1 and tokens[a - 2] in ("tel", "phone", "telephone", "fax", "isbn", "id"):
            return "identifier"
        if len(token) == 5 and a and len(before) == 2 and w.text[w.starts[a - 1] : w.ends[a - 1]].isupper():
            return "postcode"
        marker = _marker(w, n, before, after)
        if marker:
            return marker
        if len(token) == 4 and 2100 < value < 2200 and before in ("by", "in", "until", "since", "year"):
            return "year"
        if len(token) == 4 and 1400 <= value <= 2100 and "," not in token:
            found = _year(w, n, before, after)
            if found:
                return found
        if "," not in token and (before in LABELS or before in INDICES) and n.form == "digits":
            if before in INDICES or w.capital(a - 1) or before in _LOWER_LABELS:
                return "label"
        if before == "." and "," not in token and a > 1 and tokens[a - 2] in ("no", "nos", "nr", "fig", "figs", "vol", "sec", "art", "ch", "eq", "p", "pp"):
            return "label"
        if before == "&" and a > 1:
            return "label"
        if "," not in token and a and before.isalpha() and w.capital(a - 1) and w.taken != a:
            found = _named(w, n, before, after)
            if found:
                return found
    return ""


_AIRLINERS = frozenset((707, 717, 727, 737, 747, 757, 767, 777, 787))


def _score(w: Words, a: int, b: int) -> bool:
    """2-1, 21–14: two small numbers around a dash that are no range."""
    tokens = w.tokens
    if tokens[b] in _DASHES and tokens[b + 1].isdigit() and len(tokens[b + 1]) < 4 and w.glued(b) and w.glued(b + 1):
        first, second, start, end = int(tokens[a]), int(tokens[b + 1]), a, b + 2
    elif a > 1 and tokens[a - 1] in _DASHES and tokens[a - 2].isdigit() and len(tokens[a - 2]) < 4 and w.glued(a) and w.glued(a - 1):
        first, second, start, end = int(tokens[a - 2]), int(tokens[a]), a - 2, b
    else:
        return False
    if tokens[end] in ("%", "percent", "per", "-") or (tokens[end].isalpha() and w.glued(end)):
        return False
    if first >= second:
        return True
    return bool(_SCORE_WORDS.intersection(tokens[max(0, start - 6) : start])) or bool(_SCORE_WORDS.intersection(tokens[end : end + 3]))


_LOWER_LABELS = frozenset(
    "section room resolution channel chapter page fig figure table article route highway flight no number version phase tier "
    "volume clause paragraph appendix annex apartment suite zone gate platform junction step item question phases phase chapters sections "
    "pages figures tables articles rooms groups group grade grades stage stages level levels type types class classes samples sample "
    "category categories tram ward port probe month week session sessions round rounds season episode part parts sp core borehole site sites model".split()
)


def _is_month(w: Words, i: int) -> bool:
    """Whether token ``i``, spelt like a month, is one: may and march only with a capital."""
    return w.tokens[i] not in ("may", "march", "mar", "dec", "jan", "sat", "sun") or w.capital(i) or w.tokens[i] in ("dec", "jan")


def _meridiem(w: Words, b: int) -> bool:
    """a.m., p.m., am, pm at token ``b``."""
    tokens = w.tokens
    if tokens[b] in ("am", "pm"):
        return w.text[w.starts[b] : w.ends[b]] in ("am", "pm", "AM", "PM")
    return (
        (tokens[b + 1] == "." and b + 2 < w.size and tokens[b + 2] == "m" and w.glued(b + 1) and w.glued(b + 2))
        or (tokens[b + 1] == "m" and w.starts[b + 1] - w.ends[b] <= 1)
    )


def _groups(w: Words, a: int, b: int) -> str:
    """Digits joined by dashes or slashes: phone numbers, ISO dates, dates with slashes."""
    tokens = w.tokens
    if tokens[b] in _DASHES or tokens[b] == "/":
        mark = tokens[b]
        if tokens[b + 1].isdigit() and w.glued(b) and w.glued(b + 1):
            if tokens[b + 2] == mark and tokens[b + 3].isdigit() and w.glued(b + 2) and w.glued(b + 3):
                sizes = len(tokens[a]), len(tokens[b + 1]), len(tokens[b + 3])
                if sizes == (4, 2, 2) or (sizes[0] <= 2 and sizes[1] <= 2 and sizes[2] in (2, 4)):
                    return "date"
                return "identifier"
            if mark != "/" and len(tokens[b + 1]) == 4 and len(tokens[a]) == 3 and _calls(w, a, b + 1):
                return "phone number"
            if len(tokens[a]) == 4 and len(tokens[b + 1]) in (2, 4) and 1400 <= int(tokens[a]) <= 2100:
                following = tokens[b + 1]
                if len(following) == 2 and (int(following) == (int(tokens[a]) + 1) % 100 or int(following) <= 12):
                    return "year"
                if len(following) == 4 and int(tokens[a]) < int(following) <= 2100 and int(following) - int(tokens[a]) < 150:
                    return "year"
    if a > 1 and (tokens[a - 1] in _DASHES or tokens[a - 1] == "/") and w.glued(a) and w.glued(a - 1):
        mark = tokens[a - 1]
        prior = tokens[a - 2]
        if prior.isdigit():
            if a > 3 and tokens[a - 3] == mark and tokens[a - 4].isdigit() and w.glued(a - 2):
                return "date" if max(len(tokens[a - 4]), len(tokens[a])) <= 4 and len(prior) <= 2 else "identifier"
            if mark != "/" and len(tokens[a]) == 4 and len(prior) == 3 and _calls(w, a - 2, a):
                return "phone number"
            if len(prior) == 4 and 1400 <= int(prior) <= 2100 and len(tokens[a]) in (2, 4):
                last = int(tokens[a])
                if len(tokens[a]) == 2 and (last == (int(prior) + 1) % 100 or last <= 12):
                    return "year"
                if len(tokens[a]) == 4 and int(prior) < last <= 2100 and last - int(prior) < 150:
                    return "year"
    return ""


_IS = frozenset(("is", "was", ":", "no", "number"))
_CALLS = frozenset("call phone tel telephone contact dial number hotline fax text whatsapp mobile cell line reach helpline".split())


def _calls(w: Words, a: int, b: int) -> bool:
    """Whether three digits and four are a phone number and not a range of numbers."""
    return w.tokens[b][0] == "0" or w.tokens[a] == "555" or bool(_CALLS.intersection(w.tokens[max(0, a - 5) : a]))


def _marker(w: Words, n: Number, before: str, after: str) -> str:
    """1. and (2) at the beginning of an item; [12] behind a statement."""
    tokens = w.tokens
    if before == "[" and after in ("]", ",", "-", "–") or after == "]" and before in (",", "-", "–"):
        return "citation"
    if before == "(" and n.a > 2 and after in (")", ",") and "," in tokens[n.a]:
        return "citation"
    if before == "(" and n.a > 2 and after == ")" and tokens[n.b + 1] == "." and n.value < 500 and n.form == "digits":
        return "citation"
    if n.a == 0 and after in (".", ")") and n.value < 1000 and (len(tokens[0]) < 3 or n.b + 1 < w.size) and (n.b + 1 < w.size or after == ".") and w.glued(n.b):
        return "list marker"
    if n.a == 1 and before == "(" and after == ")" and n.value < 100:
        return "list marker"
    return ""


def _year(w: Words, n: Number, before: str, after: str) -> str:
    tokens = w.tokens
    value = n.value
    if 1900 <= value <= 2100:
        if before == "of" and tokens[n.a - 2] in ("average", "total", "maximum", "minimum", "rate", "sum", "cost", "price"):
            return ""
        if is_plural(after) and after not in VERBS and before not in _YEAR_BEFORE and after not in ("us",) and not w.capital(n.b):
            return "" if not w.capital(n.a - 1 if n.a else 0) or n.a == 0 else "year"
        if before in ("than", "nearly", "about", "almost", "roughly", "approximately", "exactly") and before != "about":
            return ""
        if before in ("least", "most"):
            return ""
        return "year"
    if before in ("in", "since", "until", "till", "circa", "year") and not is_plural(after) and after not in ("of",):
        return "year"
    return ""


_TITLES = frozenset("mr mrs ms dr sir lord lady president minister prince princess king queen".split())


def _named(w: Words, n: Number, before: str, after: str) -> str:
    """A plain number right behind a capitalised word: S&P 500, Galaxy 23, Boeing 737."""
    a = n.a
    if after == "of" and w.tokens[n.b + 1] in ("the", "its", "their", "his", "her", "our", "these", "those"):
        return ""
    if before in FUNCTION_WORDS or before in WEEKDAYS or before in MONTHS:
        return ""
    if a == 1:  # the sentence begins with the word: a verb or a name
        if before in VERBS and VERBS[before][0] != before or before.endswith(("ly", "ing", "ed")):
            return ""
        if before in VERBS or before in _OPENERS:
            return ""
    if n.value >= 10_000 and len(w.tokens[a]) > 5:
        return ""
    if is_plural(after) and after not in VERBS and not w.capital(n.b) and before not in LABELS and before not in INDICES:
        return ""  # Ford 300 workers: a list without commas
    if n.value < 120 and n.value > 12 and a > 1 and w.capital(a - 2) and w.tokens[a - 2].isalpha() and _tells(w, n):
        return ""  # Nick Hague 44 has: an age
    return "name"


def _tells(w: Words, n: Number) -> bool:
    after = w.tokens[n.b]
    return after in AUXILIARIES or after in ("who", "from", ",")


_OPENERS = frozenset("some about nearly almost roughly over under around only just total totals".split())


def _words_reason(w: Words, n: Number, before: str, after: str, has_unit: bool) -> str:
    tokens = w.tokens
    if n.kind == "ordinal":
        if n.a and w.capital(n.a) and w.capital(n.b) and before.isalpha() and n.b < w.size and _sentence_case(w):
            return "name"
        return "" if has_unit else _ordinal_reason(w, n, before, after)
    if after in ("o'clock", "o’clock"):
        return "clock time"
    if n.b - n.a == 1:
        token = tokens[n.a]
        if token == "one" and not has_unit:
            return _one(w, n, before, after)
        if token in ("half", "quarter"):
            return _half(w, n, before, after, has_unit)
        if token == "zero" and n.a and before in _DASHES and w.glued(n.a):
            return "idiom"
        if token in ("zero", "nought", "naught") and after in ("-", "tolerance", "in", "emission", "emissions", "hour", "day"):
            return "idiom" if after in ("in", "tolerance", "hour", "day") else ""
        if token == "million" or token == "thousand" or token == "billion" or token == "hundred" or token == "trillion":
            if before in ("multi", "-", "per", "/"):
                return "idiom"
        if token == "second":
            return "unit"
    if n.a and w.capital(n.a) and before.isalpha() and n.b - n.a == 1 and (before not in FUNCTION_WORDS or w.capital(n.b) or before == "of"):
        # a numeral with a capital within a sentence is part of a name: Big Four, the Ten Commandments, Group of Seven
        if _sentence_case(w):
            return "name"
    if n.kind == "multiple" and tokens[n.a] in ("double", "treble", "triple", "doubles", "triples"):
        if after in FUNCTION_WORDS and after not in ("the", "that", "its", "his", "their", "what", "this", "last", "as"):
            return "idiom"
        if after not in ("the", "that", "its", "his", "their", "what", "as", "this", "last"):
            return "idiom"
    if 1 <= n.value <= 12 and type(n.value) is int and before in ("at", "by", "until") and after in ("sharp",):
        return "clock time"
    if (n.b - n.a >= 2 and tokens[n.a] in ("nineteen", "twenty", "eighteen") and not has_unit) and tokens[n.a + 1] in ("twenty", "ninety", "eighty"):
        return "year"
    return ""


def _sentence_case(w: Words) -> bool:
    """Whether capitals mark names here: most words begin without one, as they do not in a headline."""
    words = [i for i in range(w.size) if w.tokens[i].isalpha() and len(w.tokens[i]) > 3]
    capitals = sum(w.capital(i) for i in words)
    return 0 < len(words) - capitals and capitals <= 3 * (len(words) - capitals)


def _one(w: Words, n: Number, before: str, after: str) -> str:
    tokens = w.tokens
    if w.taken == n.a - 1 and before == "and" and not after:
        return ""
    if not after or after in (".", ",", ";", ":", "!", "?", ")", "”", '"', "'", "’"):
        return "" if w.size <= 2 or (n.a == 0 and after == "") else "pronoun"
    if after == "in" and (tokens[n.b + 1][:1].isdigit() or tokens[n.b + 1] in NUMERALS or tokens[n.b + 1] == "every"):
        return ""
    if after == "out" and tokens[n.b + 1] == "of":
        return ""
    if after == "of":
        return "" if before not in _ONE_BEFORE and tokens[n.b + 1] not in ("a",) else "pronoun"
    if before in _ONE_BEFORE or before in ("a", "an"):
        return "pronoun"
    if after in _ONE_AFTER or after in AUXILIARIES or after in VERB_ONLY or (before == "by" and n.a > 1 and tokens[n.a - 2] == "one"):
        return "pronoun"
    if after in ("-", "‑") and tokens[n.b + 1] in ("on", "off", "time", "way", "sided", "size", "stop", "to", "by", "click", "man", "liner"):
        return "idiom"
    if after == "day" and not has_number_word(before):
        return "idiom"
    if before in ("-", "‑") and w.glued(n.a):
        return "idiom"
    if after in VERBS and VERBS[after][1] in ("third",) and not is_plural(after):
        return "pronoun"
    if before.endswith("er") and before in ("larger", "smaller", "newer", "older", "better", "bigger"):
        return "pronoun"
    return ""


def has_number_word(before: str) -> bool:
    """Words that make "one day" a length of time and not a day in the future."""
    return before in ("just", "only", "in", "than", "least", "for", "within", "about", "after", "every", "exactly")


def _half(w: Words, n: Number, before: str, after: str, has_unit: bool) -> str:
    token = w.tokens[n.a]
    if has_unit:
        if token == "quarter" and before not in ("a", "-") and n.a and after != "-":
            return "part of a year"
        return ""
    if before in ("first", "second", "latter", "better", "top", "bottom", "other", "final", "last", "opening", "this", "next",
                  "fourth", "third", "the", "in", "one", "early", "late", "-", "each", "per", "previous", "current"):
        if before == "one":
            return ""
        return "part of something" if token == "quarter" or before != "the" or after != "of" else ""
    if token == "quarter" and after not in ("of", "mile", "inch", "hour", "century", "-"):
        return "part of a year"
    if token == "half" and after in ("-",) and w.tokens[n.b + 1] in ("time", "year", "term", "hearted", "brother", "sister", "way", "marathon", "life", "court", "staff", "mast", "century"):
        return "idiom"
    if token == "half" and after in ("time", "term", "marathon", "century", "way", "back", "brother", "sister", "centuries"):
        return "idiom"
    return ""


_RANKING = frozenset(
    "came come comes coming finish finished finishes finishing rank ranked ranks place placed places was is are were be been the in "
    "stood stands sits sat third second world".split()
)


def _ordinal_reason(w: Words, n: Number, before: str, after: str) -> str:
    tokens = w.tokens
    if (after in MONTHS and _is_month(w, n.b)) or (before in MONTHS and _is_month(w, n.a - 1)):
        return "date"
    if after == "of" and tokens[n.b + 1] in MONTHS and _is_month(w, n.b + 1):
        return "date"
    if after in ("century", "centuries"):
        return "name"
    if w.size <= 3:
        return ""
    word = tokens[n.a]
    if n.b - n.a == 1 and word in ("first", "second", "third"):
        if before in ("at", "from", "for", "only", "ever", "not", "when") and after not in ("time",) and word == "first" and (
            after in FUNCTION_WORDS or after in VERBS or not after.isalpha()
        ):
            return "adverb"
        if n.a == 0 and after == ",":
            return "adverb"
        if word == "first" and after in ("", ".", ",", ";", "!") and not _RANKING.intersection(tokens[max(0, n.a - 3) : n.a]):
            return "adverb"
        if word == "first" and (after in VERBS and VERBS[after][1] == "past" or after in ("of",) and tokens[n.b + 1] == "all"):
            return "adverb"
        if word == "second" and (before in ("i", "we", "you", "they") or (after == "to" and tokens[n.b + 1] in ("last", "none"))):
            return "adverb"
        if word == "second" and after in ("-",) and tokens[n.b + 1] in ("hand", "guess"):
            return "idiom"
        if word == "first" and after in ("-",) and tokens[n.b + 1] in ("hand", "ever", "person", "aid"):
            return "idiom"
        if word == "first" and (after in ("lady", "aid", "minister", "name")):
            return "name"
    return ""

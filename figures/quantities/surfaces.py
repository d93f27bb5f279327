"""The unit that begins at a token, as it is written there: whether it is one at all, and which."""

from __future__ import annotations

from figures.lexicon.english import PREPOSITIONS, cues
from figures.quantities.marks import SHORT_DASHES
from figures.quantities.tokens import Words
from figures.units import ATTACHED, DIGITS, PART, SPACED, SYMBOL, WORD, Surface, kind, lookup_table

TABLE = lookup_table()
AFTER = TABLE.after
_SIZES = cues("size")
_HOT = cues("heat")
_STRONG_HEAT = cues("temperature")
_COMMON_WORDS = cues("common-unit")
_MARKS = frozenset("'’\"”")


_kinds: dict[str, str] = {}


def kind_of(unit: str) -> str:
    """The kind of quantity that a unit makes, remembered."""
    found = _kinds.get(unit)
    if found is None:
        found = _kinds[unit] = kind(unit)
    return found


_by_second: dict[str, dict[str, list[Surface]]] = {}


def _candidates(first: str, second: str) -> list[Surface]:
    """The surfaces that begin with these two tokens, longest first, and those that are the first alone."""
    known = _by_second.get(first)
    if known is None:
        known = _by_second[first] = {"": []}
        for s in AFTER.get(first, ()):
            known.setdefault(s.rest[0] if s.rest else "", []).append(s)
        for token in known.keys() - {""}:
            known[token] += known[""]
    return known.get(second) or known[""]


def surface_at(w: Words, j: int, digits: bool, glued: bool, compounds: bool = False) -> Surface | None:
    """The longest way to write a unit that begins at token ``j`` and may stand there."""
    tokens = w.tokens
    for s in _candidates(tokens[j], tokens[j + 1]):
        rest = s.rest
        b = j + 1 + len(rest)
        if rest:
            if len(rest) > 1 and tuple(tokens[j + 1 : b]) != rest:
                continue
            if s.exact and w.written(j, b).replace(" ", "") != s.exact.replace(" ", ""):
                continue
            if s.flags & SYMBOL and len(w.written(j, b)) > len(tokens[j]) + sum(map(len, rest)) + 3:
                continue
            if rest[-1] in ("2", "3") and not w.glued(b - 1):
                continue
        elif s.exact and w.written(j) != s.exact:
            continue
        flags = s.flags
        if flags:
            if flags & ATTACHED and not glued and not _is_spaced_inch(w, j):
                continue
            if (
                flags & SPACED
                and glued
                and digits
                and len(tokens[j]) == 1
                and tokens[j - 1][-1] == "0"
                and len(tokens[j - 1]) in (2, 4)
            ):
                continue
            if flags & DIGITS and not digits:
                continue
            if glued and len(tokens[j]) == 1:
                if tokens[j] in _MARKS and not _is_mark(w, j):
                    continue
                if tokens[j] == "s" and tokens[j - 1].isdecimal() and len(tokens[j - 1]) == 4:
                    continue
            if flags & PART and not compounds:
                continue
            if flags & WORD and not compounds and not _sure(w, s, j, b, digits, glued):
                continue
        if s.flags & SYMBOL and digits and not compounds:
            nxt = tokens[b]
            if nxt and w.glued(b) and nxt[0].isdecimal() and tokens[b - 1][-1] not in "°′’'/":
                return None  # L202, and 10 $30
            if (
                nxt == "-"
                and w.glued(b)
                and w.glued(b + 1)
                and len(tokens[j]) == 1
                and tokens[j].isalpha()
                and tokens[b + 1][:1].isdecimal()
                and tokens[b + 1] not in ("1", "2", "3")
            ):
                return None
            if (
                len(tokens[j]) == 1
                and tokens[j] in "cfk"
                and not rest
                and kind_of(s.name) == "temperature"
                and not _is_hot(w, j, b)
            ):
                continue
        return s
    return None


def _is_spaced_inch(w: Words, j: int) -> bool:
    """6 " tall: a mark of inches with a blank before it."""
    tokens = w.tokens
    return tokens[j] in ('"', "″") and (j + 1 >= w.size or tokens[j + 1] in _SIZES) and _is_mark(w, j)


_FEVER = frozenset(str(degrees) for degrees in range(35, 44))  # of a body, in degrees Celsius


def _is_hot(w: Words, j: int, b: int) -> bool:
    """Whether a letter C, F or K without a degree sign is a temperature: something in the sentence speaks of heat."""
    tokens = w.tokens
    if tokens[j] == "k":
        return not w.glued(j) or not _HOT.isdisjoint(w.vocabulary)
    if (tokens[b].isalpha() and w.capital(b) and tokens[b] not in PREPOSITIONS) or tokens[b] in ("/", "-"):
        return False
    if tokens[j - 2 : j - 1] and tokens[j - 2] in ("-", "−", "minus"):
        return True
    if w.glued(j) and tokens[j - 1].isdecimal() and tokens[j] == "c" and tokens[j - 1] in ("12", "13", "14"):
        return False  # isotopes of carbon
    if w.glued(j) and tokens[j] == "c" and tokens[j - 1].count(".") == 1 and tokens[j - 1][:2] in _FEVER:
        return True
    return not _STRONG_HEAT.isdisjoint(w.vocabulary) or (w.size < 12 and tokens[b] in ("", "!"))


def _is_mark(w: Words, j: int) -> bool:
    """Whether a quotation mark behind a number is a mark of feet or inches: nothing is open that it could close."""
    tokens = w.tokens
    if tokens[j] in ("'", "’"):
        if tokens[j + 1] in ("s", "t") and w.glued(j + 1):
            return False
        return w.count_before("'" if tokens[j] == "'" else "‘", j) % 2 == 0
    if tokens[j] == "”":
        return w.count_before("“", j) == 0
    return w.count_before('"', j) % 2 == 0


def _sure(w: Words, s: Surface, j: int, b: int, digits: bool, glued: bool) -> bool:
    """Whether a unit spelt like a common word is one here."""
    tokens = w.tokens
    token = tokens[j]
    after = tokens[b]
    if s.name == "count" and token in ("x", "×"):
        return glued and not after[:1].isdecimal()
    if token == "second":
        return (
            digits or after in ("", ".", ",", "delay", "half") or tokens[j - 1] in SHORT_DASHES or tokens[j - 1] == "a"
        )
    if s.name in ("pint", "quart") and tokens[j - 1] == "":
        return False
    if token in ("in", "ins"):
        if not digits:
            return False
        return (
            glued
            or b >= w.size
            or after in (".", ",", ")", "x", "×", "of", "tall", "wide", "long", "deep", "high", "and", "by", "-")
        )
    if token == "a":
        return glued or (w.text[w.starts[j]] == "A" and (after in ("", ".", ",", ")") or not after.isalpha()))
    if token == "pm":
        return False
    if s.flags & SYMBOL:
        if s.name.endswith(("lek", "peso", "peseta", "pataca")) or kind_of(s.name) == "currency":
            return not after.isalpha() or glued or w.gap(j) <= 1
        return digits and (
            glued
            or not after.isalpha()
            or after in ("of", "and", "in", "per", "for", "long", "is", "was")
            or len(token) > 1
        )
    if token in ("mole", "moles", "grains"):
        return after == "of"
    return token not in _COMMON_WORDS

"""What a unit is multiplied with or counted per: N m, kg m-2, barrels a day, dollars per share."""

from __future__ import annotations

from figures.lexicon.english import cues
from figures.quantities.surfaces import AFTER, kind_of, surface_at
from figures.quantities.tokens import Words
from figures.units import SYMBOL, compound, power, product

_MAX_FACTORS = 8  # of a unit
_PER = frozenset(("per", "/", "a", "an", "each", "every"))
_POWERS = {"²": 2, "³": 3}
_GENERIC_PER = cues("per")
_ARTICLE_PER = cues("per-article")
_AGE_AFTER = (("old",), ("-", "old"), ("of", "age"), ("-", "of", "-", "age"))


class Measure:
    """A unit beside a number: tokens ``a`` to ``b``, end exclusive."""

    __slots__ = ("a", "b", "kind", "name")

    def __init__(self, name: str, kind: str, a: int, b: int) -> None:
        self.name = name
        self.kind = kind
        self.a = a
        self.b = b


def grow(w: Words, name: str, a: int, b: int, digits: bool) -> Measure:
    """Products, powers and "per" behind a unit: N m, kg m-2, barrels a day, $ per share."""
    tokens = w.tokens
    m = Measure(name, kind_of(name), a, b)
    for _ in range(_MAX_FACTORS):
        token = tokens[m.b]
        if token in _POWERS and w.glued(m.b):
            m.name = power(m.name, _POWERS[token])
            m.b += 1
            continue
        if token in _PER:
            per = _per(w, m.b, token, m)
            if per is None:
                return m
            m.name = compound(m.name, per[0])
            m.b = per[1]
            continue
        if digits and token in AFTER and m.kind != "currency" and m.kind != "percentage":
            other = _negative(w, m.b)
            if other is not None:
                m.name = f"{m.name} {other[0]}"
                m.b = other[1]
                continue
        if (
            token in ("·", "⋅", "×", "*", "-")
            and tokens[m.b + 1] in AFTER
            and m.kind == "measure"
            and w.glued(m.b)
            and w.glued(m.b + 1)
        ):
            s = surface_at(w, m.b + 1, digits, True, True)
            if s is not None and s.flags & SYMBOL:
                if token == "-" and tokens[m.b + 1] not in ("ft", "lb", "lbs", "m", "h", "hour", "hours"):
                    return m
                m.name = product(m.name, s.name)
                m.b += 2 + len(s.rest)
                continue
        break
    return m


def _negative(w: Words, j: int) -> tuple[str, int] | None:
    """s-1, cm−3, ha⁻¹ at token ``j`` -> ("per second", end)."""
    tokens = w.tokens
    s = surface_at(w, j, True, False, True)
    if s is None or not s.flags & SYMBOL or s.rest:
        return None
    k = j + 1
    if tokens[k] == "^":
        k += 1
    mark = tokens[k]
    if mark in ("-", "−", "–", "⁻") and w.glued(k):
        digit = tokens[k + 1]
        if digit in ("1", "2", "3") and w.glued(k + 1):
            return power(s.name, -int(digit)), k + 2
        if digit and digit in "¹²³" and w.glued(k + 1):
            return power(s.name, -("¹²³".index(digit) + 1)), k + 2
    return None


def _per(w: Words, j: int, token: str, m: Measure) -> tuple[str, int] | None:
    """What stands behind per, /, a, an, each, every at token ``j``: the unit and where it ends. None: no unit."""
    tokens = w.tokens
    k = j + 1
    word = tokens[k]
    if token == "/":
        if not (word in AFTER or word in _GENERIC_PER) or not word[0].isalpha():
            return None
        s = surface_at(w, k, True, True, True)
        if s is None:
            return (word, k + 1) if word in _GENERIC_PER else None
        name, b = s.name, k + 1 + len(s.rest)
        if tokens[b] in ("²", "³"):
            name = power(name, _POWERS[tokens[b]])
            b += 1
        return name, b
    if token == "per":
        if word == "cent":
            return None
        if word in AFTER:
            s = surface_at(w, k, True, False, True)
            if s is not None and len(word) > 1:
                return s.name, k + 1 + len(s.rest)
        if word[:1].isdecimal() or word in ("hundred", "thousand", "million"):
            b = k + 1
            text = word
            while b < k + 4 and (
                tokens[b] in ("thousand", "million") or (tokens[b].isdecimal() and len(tokens[b]) == 3)
            ):
                text += " " + tokens[b]
                b += 1
            s = surface_at(w, b, True, False, True) if tokens[b] in AFTER and tokens[b] not in _PER else None
            if s is not None and kind_of(s.name) == "measure":
                return f"{text} {s.name}", b + 1 + len(s.rest)  # per 100 km
            return text, b
        if word in _GENERIC_PER or (word.isalpha() and len(word) > 2):
            return word, k + 1
        return None
    # a, an, each, every
    if w.glued(j):
        return None
    if word in _ARTICLE_PER:
        return word, k + 1
    if word in AFTER and word.isalpha() and len(word) > 2:
        s = surface_at(w, k, True, False, True)
        if s is not None and (
            kind_of(s.name) == "duration"
            or (m.kind == "currency" and token in ("a", "an") and kind_of(s.name) == "measure")
        ):
            if m.kind == "duration" and kind_of(s.name) != "duration":
                return None
            if tokens[k + 1 + len(s.rest)] in ("ago", "earlier", "later", "before", "after", "and", "or"):
                return None
            if s.name == "second" and token == "a" and m.kind != "measure":
                return None
            return s.name, k + 1 + len(s.rest)
    return None


def per_after(w: Words, j: int, kind: str = "count") -> tuple[str, int] | None:
    """ "a day" or "per 100,000" behind a counted noun or a bracket, at token ``j``: the unit and where it ends."""
    token = w.tokens[j]
    if token not in _PER or token == "/":
        return None
    return _per(w, j, token, Measure("", kind, j, j))


def as_age(w: Words, m: Measure) -> None:
    """years old, year-old, years of age -> an age."""
    tokens = w.tokens
    for words in _AGE_AFTER:
        if tuple(tokens[m.b : m.b + len(words)]) == words:
            m.kind = "age"
            m.b += len(words)
            m.name += " of age"
            return

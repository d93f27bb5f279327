"""The unit of a number: what stands behind it ("km/h", "barrels a day", "-litre") or before it ("$", "EUR")."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from figures.lexicon.english import cues
from figures.quantities.compounds import Measure, as_age, grow
from figures.quantities.marks import SHORT_DASHES
from figures.quantities.number import HOURS, Number
from figures.quantities.surfaces import AFTER, TABLE, kind_of, surface_at
from figures.quantities.tokens import Words
from figures.units import PART, SYMBOL, WORD, Surface


class _Currency(NamedTuple):
    """One way to write a currency before a number."""

    rest: tuple[str, ...]  # the tokens before the last one, in lower case
    name: str
    written: str  # the last token
    flags: int  # as in figures.units


def _in_front() -> dict[str, dict[str, list[_Currency]]]:
    """The last token of a currency, in lower case -> the token before it ("" where it stands alone) -> currencies."""
    index: dict[str, dict[str, list[_Currency]]] = {}
    for written, surfaces in TABLE.before.items():
        for s in surfaces:
            rest = tuple(token.lower() for token in s.rest)
            near = index.setdefault(written.lower(), {}).setdefault(rest[-1] if rest else "", [])
            near.append(_Currency(rest, s.name, written, s.flags))
    return index


_BEFORE = _in_front()
_FILLERS = cues("filler")
_TIME_UNITS = frozenset(("year", "month", "week", "day", "hour", "minute", "decade"))
_MILLIONS = {
    "musd": "united states dollar",
    "maud": "australian dollar",
    "meur": "euro",
    "mgbp": "pound sterling",
    "mcad": "canadian dollar",
    "msek": "swedish krona",
    "mnok": "norwegian krone",
    "mchf": "swiss franc",
}


_WEIGHT = cues("weight")
_SPENT = cues("spent")
_MONEY_NOUNS = cues("money-noun")
_WEIGHING = cues("weighing")


# codes of currencies that are words as well: only right before a number
_CODES_WORD = frozenset("ALL CUP TOP TRY PEN COP MAD BOB GEL RON SAR SOS LAK BAM ERN MOP".split())


# what a unit, or what may stand between a number and its unit, begins with
_BEGINS_UNIT = AFTER.keys() | SHORT_DASHES | _FILLERS | _MILLIONS.keys() | {"a", "an", "of", "{", "<", "["}


def after_number(w: Words, n: Number) -> Measure | None:
    """The unit behind a number, with what it is per; None when no unit stands there."""
    tokens = w.tokens
    j = n.b
    token = tokens[j]
    if token not in _BEGINS_UNIT:
        return None
    digits = n.form != "words"
    glued = w.glued(j)
    a = j
    if n.kind == "fraction" and token in ("a", "an") and tokens[j + 1] in AFTER:
        j += 1
        s = surface_at(w, j, digits, False)
        if s is not None and kind_of(s.name) == "currency":
            s = None
    elif token in AFTER:
        s = surface_at(w, j, digits, glued)
    elif token in SHORT_DASHES and w.gap(j) + w.gap(j + 1) < 3:
        a = j = j + 1
        s = surface_at(w, j, digits, False) if tokens[j] in AFTER else None
        if s is not None and (
            not tokens[j].isalpha() or (s.flags & (PART | WORD) and tokens[j] not in ("second", "hand"))
        ):
            return None
        if s is not None and len(tokens[j]) == 1 and not tokens[j + 1].isalpha() and s.flags & SYMBOL:
            return None
    elif token in _FILLERS:
        s = None
        if token in ("long", "short") or tokens[j + 1] in AFTER:
            s = surface_at(w, j, digits, False) or (
                surface_at(w, j + 1, digits, False) if tokens[j + 1] in AFTER else None
            )
            if s is not None and kind_of(s.name) == "duration" and tokens[j + 1] in AFTER:
                j += 1
            elif s is not None and AFTER.get(token) is None:
                s = None
    elif token in ("{", "<", "[") and tokens[j + 1] in AFTER and tokens[j + 2] in ("}", ">", "]", ")"):
        s = surface_at(w, j + 1, digits, True)
        if s is not None and not s.rest:
            return Measure(s.name, kind_of(s.name), j, j + 3)
        return None
    elif token == "of" and n.kind == "fraction" and n.form == "words":
        k = j + 1
        if tokens[k] in ("a", "an", "one"):
            k += 1
        s = surface_at(w, k, digits, False) if tokens[k] in AFTER else None
        if s is None or (k > j + 1 and tokens[j + 1] == "one" and s.name != "percentage"):
            return None
        if k == j + 1 and tokens[k] not in ("liter", "litre"):
            return None
        a, j = j, k
    elif token == "of" and n.vague and tokens[j + 1] in AFTER:
        j += 1
        s = surface_at(w, j, False, False)
    elif (
        token == "of"
        and type(n.value) is Fraction
        and n.kind == "number"
        and (tokens[j + 1] in HOURS or tokens[j + 2] in HOURS)
    ):
        j += 1 if tokens[j + 1] in HOURS else 2
        s = surface_at(w, j, digits, False)
    elif token in _MILLIONS:
        name = _MILLIONS[token]
        n.value *= 1_000_000
        n.resolution *= 1_000_000
        return grow(w, name, j, j + 1, digits)
    else:
        return None
    if s is None:
        return None
    b = j + 1 + len(s.rest)
    name = s.name
    if s.others:
        name = _choose(w, n, s, b)
    if tokens[j] == "points" or name == "":
        return None
    found = grow(w, name, a, b, digits)
    if found.name in _TIME_UNITS:
        as_age(w, found)
    return found


def _choose(w: Words, n: Number, s: Surface, b: int) -> str:
    """Between units that are written in the same way: pounds of rice, pounds in the bank."""
    tokens = w.tokens
    name = s.name
    token = tokens[b - 1]
    after = tokens[b]
    before = tokens[n.a - 1] if n.a else ""
    weighs = token in ("pound", "pounds") and (
        (after == "of" and tokens[b + 1] not in _SPENT)
        or (token == "pound" and n.value != 1 and after not in _MONEY_NOUNS)
        or after in ("heavier", "lighter", "each", "overweight", "lost")
        or before in _WEIGHING
        or not _WEIGHT.isdisjoint(tokens[max(0, n.a - 6) : n.a])
    )
    return "pound-mass" if weighs and name == "pound sterling" else name


def before_number(w: Words, n: Number) -> Measure | None:
    """The currency before a number: $, US$, EUR, Rs., RM."""
    a = n.a
    if not a or w.taken == a:
        return None
    tokens = w.tokens
    last = tokens[a - 1]
    if last == "=" and a > 1 and tokens[a - 2] == "y" and w.glued(a) and w.glued(a - 1):
        return Measure("japanese yen", "currency", a - 2, a)
    currencies = _BEFORE.get(last)
    if currencies is None:
        if last == "ps" and w.glued(a):
            return Measure("pound sterling", "currency", a - 1, a)
        if last in ("dollar", "dollars", "ringgit", "ringgits") and n.form != "words":
            k = a - 1
            if last.startswith("ringgit"):
                k -= k > 0 and tokens[k - 1] in ("malaysia", "malaysian")
                return Measure("malaysian ringgit", "currency", k, a)
            if w.size - n.b <= 3 and (k == 0 or tokens[k - 1] in ("at", "of", "is", "was")):
                return Measure("dollar", "currency", k, a)
        if last in _MILLIONS and n.form != "words":
            n.value *= 1_000_000
            n.resolution *= 1_000_000
            return Measure(_MILLIONS[last], "currency", a - 1, a)
        return None
    if w.gap(a) > 1:
        return None
    for c in (*currencies.get(tokens[a - 2] if a > 1 else "", ()), *currencies.get("", ())):
        k = a - 1 - len(c.rest)
        if k >= 0 and (len(c.rest) < 2 or tuple(tokens[k : a - 1]) == c.rest) and _is_currency(w, n, c):
            return Measure(c.name, "currency", k, a)
    return None


def _is_currency(w: Words, n: Number, currency: _Currency) -> bool:
    """Whether the tokens before the number, spelt like the currency, are written as it is there."""
    a = n.a
    rest, key = currency.rest, currency.written
    loose = bool(rest) and w.gap(a - 1) > 0 and not w.capital(a - 2)
    if loose and (rest[0] == "a" or (len(rest) == 1 and len(rest[0]) == 1 and rest[0] != "c" and w.size > 6)):
        return False  # "paid a $5 fine": a letter of its own is no Australian dollar
    if not key.isalpha():
        return True
    glued = w.glued(a)
    if len(key) == 1 and not rest:
        # a letter of its own is a currency only right before a sum: R500, not "S&P 500" or PLX-R18
        short = n.b - n.a == 1 and not n.decimal and len(w.tokens[a]) < 3
        if not glued or short or (a > 1 and w.glued(a - 1)):
            return False
    written = w.written(a - 1)
    if written != key:
        if written.lower() != key.lower():
            return False
        if not (glued and (len(key) == 3 or key in ("Rs", "RM"))) and key not in ("USD", "EUR", "GBP", "RMB"):
            return False
    return glued or not currency.flags & WORD or written not in _CODES_WORD

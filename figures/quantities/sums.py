"""Two numbers that are one in two units: 5 feet 2 inches, 3 dollars 50 cents, an hour and 20."""

from __future__ import annotations

from fractions import Fraction

from figures.lexicon.english import cues
from figures.quantities.item import Item
from figures.quantities.number import whole
from figures.quantities.tokens import Words
from figures.units import lookup_table

_UNITS = lookup_table().units
_SUB = {(minor, major): Fraction(factor) for minor, major, factor in lookup_table().subunits}


_factors: dict[str, Fraction | None] = {}


_MONTHS = cues("months")


def factor_of(unit: str) -> Fraction | None:
    """What one of the unit is in the base unit of its dimension; None when it has no such factor."""
    if unit in _factors:
        return _factors[unit]
    known = _UNITS.get(unit)
    found = Fraction(known.factor) if known is not None and known.factor and not known.offset else None
    _factors[unit] = found
    return found


def clause_ends(w: Words, j: int) -> bool:
    """Whether nothing is counted at token ``j``: a mark stands there, or the sentence is over."""
    return j >= w.size or w.tokens[j] in (".", ",", ";", "!", "?", ")", "”", '"')


def join_minutes(w: Words, x: Item, y: Item) -> str:
    """two hours thirty, three hours and 20: minutes, when nothing is counted behind."""
    minutes = y.number.value
    if type(minutes) is not int or minutes % 5 or not 0 < minutes < 60 or not clause_ends(w, y.b):
        return ""
    x.number.value = whole(x.number.value + Fraction(minutes, 60))
    x.b = y.b
    return "joined"


def join_cents(w: Words, x: Item, y: Item) -> str:
    """20 dollars 43, US$3 and fourteen: hundredths, when nothing is counted behind."""
    if (
        not clause_ends(w, y.b)
        or type(x.number.value) is not int
        or type(y.number.value) is not int
        or y.qualifier
        or " per " in x.name
    ):
        return ""
    x.number.value = whole(x.number.value + Fraction(y.number.value, 100))
    x.number.resolution = Fraction(1, 100)
    x.b = y.b
    return "joined"


def continues_in_units(x: Item, y: Item) -> bool:
    """Whether ``y`` continues ``x`` in a smaller unit of the same kind: 5 feet 2 inches, 3 dollars 50 cents."""
    if (
        not x.name
        or not y.name
        or x.name == y.name
        or y.qualifier
        or x.number.high is not None
        or y.number.high is not None
    ):
        return False
    if (y.name, x.name) in _SUB or (
        y.name == "cent" and x.kind == "currency" and "cent" not in x.name and " per " not in x.name
    ):
        return True
    if x.kind not in ("measure", "duration") or y.kind != x.kind or x.number.value == 0:
        return False
    first, second = _UNITS.get(x.name), _UNITS.get(y.name)
    if (
        first is None
        or second is None
        or first.dimension != second.dimension
        or first.dimension not in ("length", "mass", "time")
    ):
        return False
    one, other = factor_of(x.name), factor_of(y.name)
    if one is None or other is None:
        return False
    if x.kind == "duration" and (x.name in _MONTHS) != (y.name in _MONTHS):
        return False  # a month has no fixed number of days
    return one > other


def join_units(x: Item, y: Item) -> str:
    """The two as one number, in the smaller unit; dollars and cents in dollars."""
    n, m = x.number, y.number
    ratio = _SUB.get((y.name, x.name)) or (Fraction(1, 100) if y.name == "cent" else None)
    if ratio is not None:
        n.value = whole(n.value + m.value * ratio)
        n.resolution = whole(m.resolution * ratio)
    else:
        one, other = factor_of(x.name), factor_of(y.name)
        assert one is not None
        assert other is not None  # continues_in_units has seen to it
        small = x if one < other else y
        unit = small.name
        scale = min(one, other)
        n.value = whole(n.value * one / scale + m.value * other / scale)
        n.resolution = small.number.resolution if small is y else n.resolution
        x.name = unit
    x.b = y.b
    return "joined"

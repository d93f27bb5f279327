"""Exact conversion between units. Knows the project's own table; asks pint only for what that leaves out.

A unit is resolved into a dimension (a product of base dimensions with exponents) and an exact factor to the SI unit of
that dimension, compounds from their parts: "kilometre per hour" is length time^-1 with the factor 5/18. Factors are the
legal definitions (NIST SP 811 appendix B; the yard and the pound of 1959), CODATA 2022 where a unit is measured.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from figures.interval import Exact
from figures.quantity import exact
from figures.units import lookup_table

Dimension = tuple[tuple[str, int], ...]  # base dimensions with their exponents, sorted; () is a plain ratio
Resolved = tuple[Dimension, Fraction | None]  # a factor of None: the dimension is known, the size is not

_POWERS = {"square": 2, "cubic": 3}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}


def convert(value: Exact, from_unit: str, to_unit: str, *, difference: bool = False) -> Exact | None:
    """``value`` in ``from_unit`` said in ``to_unit``; None when the two do not measure the same thing.

    Units are canonical names; "" is the unit of a bare number, and only converts to itself; "fraction" is that of two
    thirds, and converts to percentages. Temperatures convert as points of their scales, or with ``difference`` as
    distances on it. Months and years count as parts of the mean Gregorian year of 365.2425 days, so that a year is
    exactly twelve months; ``inexact`` tells where such a mean, or a unit that varies by country, decides.
    """
    if from_unit == to_unit:
        return value
    factors = _factors(from_unit, to_unit)
    if factors is None:
        return _by_pint(value, from_unit, to_unit)
    offset_from, offset_to = (Fraction(0), Fraction(0)) if difference else (_offset(from_unit), _offset(to_unit))
    return exact((value * factors[0] + offset_from - offset_to) / factors[1])


def comparable(one: str, other: str) -> bool:
    """Whether values in the two units can be held against each other."""
    if one == other:
        return True
    if not one or not other:
        return False
    return _factors(one, other) is not None or _by_pint(Fraction(1), one, other) is not None


def inexact(one: str, other: str) -> bool:
    """Whether their ratio varies by country or trade (a ton, a gallon), or is a mean (months against days)."""
    if one == other:
        return False
    notes = [{_note(leaf) for leaf in _leaves(name)} for name in (one, other)]
    if any("varies" in note or "approximate" in note for note in notes):
        return True
    return ("calendar" in notes[0]) != ("calendar" in notes[1])


def dimension(name: str) -> Dimension | None:
    """The base dimensions of a unit, compound or not: (("length", 1), ("time", -1)); None when it is not known."""
    found = _resolve(name, frozenset())
    return found[0] if found else None


def _factors(one: str, other: str) -> tuple[Fraction, Fraction] | None:
    a = _resolve(one, frozenset(_leaves(other)))
    b = _resolve(other, frozenset(_leaves(one)))
    if a is None or b is None or a[0] != b[0] or a[1] is None or b[1] is None:
        return None
    return a[1], b[1]


def _leaves(name: str) -> tuple[str, ...]:
    """The simple units that a compound is made of."""
    return tuple(part.removeprefix("per ").strip() for part in name.split(" per "))


def _note(name: str) -> str:
    known = lookup_table().units.get(name)
    return known.note if known else ""


def _offset(name: str) -> Fraction:
    known = lookup_table().units.get(name)
    return _fraction(known.offset) if known and known.offset else Fraction(0)


def _fraction(text: str) -> Fraction:
    upper, _, lower = text.partition("/")
    return Fraction(upper) / Fraction(lower or 1)


@cache
def _base(name: str) -> Dimension:
    """A named dimension in base dimensions; one that the table does not split is a base of its own."""
    text = lookup_table().dimensions.get(name)
    if text is None:
        return ((name, 1),)
    powers = (part.partition("^") for part in text.split())
    return tuple(sorted((base, int(power or 1)) for base, _, power in powers))


def _times(one: Dimension, other: Dimension, sign: int = 1) -> Dimension:
    total = dict(one)
    for base, power in other:
        total[base] = total.get(base, 0) + sign * power
    return tuple(sorted((base, power) for base, power in total.items() if power))


@lru_cache(4096)
def _resolve(name: str, beside: frozenset[str]) -> Resolved | None:
    """Dimension and factor of a canonical name. ``beside`` are the units it is compared with: a cent is a part of
    whichever currency stands there."""
    if not name:
        return None
    head, *below = name.removeprefix("per ").split(" per ")
    if name.startswith("per "):
        head, below = "", [head, *below]
    whole = _simple(name, beside)
    if not below or (whole is not None and whole[1] is not None):
        return whole
    # A noun is a dimension of its own: tests per day compare with tests per week.
    found: Resolved = (_simple(head, beside) or (((head, 1),), Fraction(1))) if head else ((), Fraction(1))
    size, factor = found
    for part in below:
        divisor = _divisor(part, beside)
        size = _times(size, divisor[0], -1)
        factor = factor / divisor[1] if factor is not None and divisor[1] is not None else None
    return size, factor


def _divisor(part: str, beside: frozenset[str]) -> Resolved:
    """What a rate is per: a unit, a noun (a share, a person: then a dimension of its own), and how many of them."""
    number, words = Fraction(1), part.replace(",", "").split(" ")
    digits = ""
    while words and words[0].isdecimal() and len(digits) < 15:  # in groups too: 100 000
        digits += words.pop(0)
    if digits and int(digits[:30]):
        number = Fraction(int(digits[:30]))
    while words and words[0] in _SCALES:
        number *= _SCALES[words.pop(0)]
    if not words:
        return (), number
    name = " ".join(words)
    found = _simple(name, beside) or (((name, 1),), Fraction(1))
    return found[0], None if found[1] is None else number * found[1]


def _simple(name: str, beside: frozenset[str]) -> Resolved | None:
    """A unit without "per": a row of the table, a power, or a product of two."""
    known = lookup_table().units.get(name)
    if known is not None and known.dimension == "currency":
        return _money(name, beside)
    if known is not None and known.dimension and known.factor:
        return _base(known.dimension), _fraction(known.factor)
    first, _, rest = name.partition(" ")
    if first in _POWERS and rest:
        found = _simple(rest, beside)
        if found is None:
            return None
        power = _POWERS[first]
        return tuple((base, n * power) for base, n in found[0]), None if found[1] is None else found[1] ** power
    words = name.split(" ")
    for cut in range(1, len(words)):
        one, other = _simple(" ".join(words[:cut]), beside), _simple(" ".join(words[cut:]), beside)
        if one and other and one[1] is not None and other[1] is not None:
            return _times(one[0], other[0]), one[1] * other[1]
    return (_base(known.dimension), None) if known is not None and known.dimension else None


def _money(name: str, beside: frozenset[str]) -> Resolved:
    """Every currency is a dimension of its own: nothing here knows a rate. Its subunits belong to it."""
    parents = {of: factor for sub, of, factor in lookup_table().subunits if sub == name}
    chosen = [of for of in parents if of in beside] or (list(parents) if len(parents) == 1 else [])
    if not chosen:
        return ((name, 1),), Fraction(1)
    whole, factor = _money(chosen[0], beside)
    return whole, None if factor is None else factor * _fraction(parents[chosen[0]])


def _by_pint(value: Exact, from_unit: str, to_unit: str) -> Exact | None:
    """The same through pint, for units that the table names without a size. Exact: pint counts in fractions here."""
    if not from_unit or not to_unit:
        return None
    units = lookup_table().units
    for name in (from_unit, to_unit):
        if any(units.get(leaf) is None or units[leaf].dimension == "currency" for leaf in _leaves(name)):
            return None
    registry, failures = _pint()
    try:
        found = registry.Quantity(Fraction(value), _expression(from_unit)).to(_expression(to_unit)).magnitude
    except failures:
        return None
    return exact(Fraction(found))


@cache
def _pint() -> tuple[Any, tuple[type[Exception], ...]]:
    import pint

    registry = pint.UnitRegistry(non_int_type=Fraction, cache_folder=None)
    return registry, (pint.errors.PintError, AttributeError, ValueError, TypeError, AssertionError)


def _expression(name: str) -> str:
    parts = []
    for leaf in _leaves(name):
        first, _, rest = leaf.partition(" ")
        base, power = (rest, _POWERS[first]) if first in _POWERS and rest else (leaf, 1)
        parts.append(f"{base.replace(' ', '_').replace('-', '_')} ** {power}")
    return " / ".join(parts)

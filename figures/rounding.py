"""Rounding: which numbers are written as v when the last place kept is worth u, and how round v is. No floats."""

from __future__ import annotations

from fractions import Fraction

from figures.interval import Exact, Interval, divide, size, whole

LONGEST = 120  # steps of the granularity that are tried: no number in a text is rounder than 10^60


def rounds_to(v: Exact, u: Exact, ties: str = "either") -> Interval:
    """The numbers that round to v at resolution u (u > 0).

    ``ties`` says where the half way points go: ``either`` (both ends belong, as nobody says which rule was used),
    ``up`` (towards plus infinity) or ``away`` (from zero, as taught in school).
    """
    half = divide(u, 2)
    if ties == "either":
        return Interval(v - half, v + half)
    if ties == "up":
        return Interval(v - half, v + half, False, True)
    if ties == "away":
        return Interval(v - half, v + half, v <= 0, v >= 0)
    raise ValueError(f"ties must be either, up or away; got {ties!r}")


def truncates_to(v: Exact, u: Exact) -> Interval:
    """The numbers that give v when everything after the place of u (u > 0) is cut off, towards zero."""
    return Interval(v - u if v <= 0 else v, v + u if v >= 0 else v, v <= 0, v >= 0)


def nearest(x: Exact, u: Exact) -> Exact:
    """x rounded to a multiple of u (u > 0), half way points away from zero."""
    return truncate(x + divide(u, 2) if x >= 0 else x - divide(u, 2), u)


def truncate(x: Exact, u: Exact) -> Exact:
    """x cut off, towards zero, to a multiple of u (u > 0)."""
    steps = int(divide(x, u))
    return whole(steps * u)


def granularity(value: Exact, resolution: Exact, decimal: bool = False) -> Exact:
    """The largest 10^k or 5 x 10^k that divides the value and is not below the resolution; else the resolution.

    After a written decimal point, which signals precision, at most five times the resolution. Of zero, the resolution.
    """
    if value == 0 or resolution <= 0:
        return resolution
    power: Exact = 1
    while power < resolution:
        power *= 10
    while power >= 10 * resolution:
        power = divide(power, 10)
    grain, factor = (divide(power, 2), 2) if power >= 2 * resolution else (power, 5)
    best = resolution
    for _ in range(LONGEST):
        if value % grain != 0 or (decimal and grain > 5 * resolution):
            break
        best = grain
        grain, factor = grain * factor, 7 - factor  # 1, 5, 10, 50, 100: times five and times two by turns
    return best


def step(value: Exact, resolution: Exact, decimal: bool = False) -> Exact:
    """How far the next number lies that a speaker could have named: s in the head of qualifiers.yaml."""
    grain = granularity(value, resolution, decimal)
    if grain == resolution:
        grain = whole(10 * resolution - Fraction(size(value)) % (10 * resolution))
    near: Exact = min(grain, divide(size(value), 2))
    return near if near > resolution else resolution

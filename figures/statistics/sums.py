"""Totals and their parts, each known to a stated number of decimals.

Every number stands for the interval of values that are written so, the total of the parts for the sum of their
intervals, each times its weight; the two are inconsistent when they do not meet. This is what XBRL International's
Calculations 1.1 specification (2023), section 4, calls a calculation inconsistency, in its two modes: facts that were
rounded, and facts that were truncated.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from figures.interval import Exact, Interval, point, total
from figures.rounding import rounds_to, truncates_to

MODES = ("round", "truncate")


class Part(Struct, frozen=True):
    """A number in a sum. ``decimals``: places after the point that are right, negative for tens; None: exact."""

    value: Exact
    decimals: int | None = None
    weight: Exact = 1


class Sum(Struct, frozen=True):
    consistent: bool
    stated: Interval  # what the total as written stands for
    expected: Interval  # what the parts give


def stands_for(value: Exact, decimals: int | None, mode: str = "round") -> Interval:
    """The values that are written as ``value`` with so many decimals: closed half-units either way when rounded.

    Cut off, they reach from the value to the next one away from zero, and zero to both sides, ends left out. Raises
    ValueError for an unknown mode.
    """
    if mode not in MODES:
        raise ValueError(f"mode must be one of {', '.join(MODES)}; got {mode!r}")
    if decimals is None:
        return point(value)
    unit = Fraction(1, 10**decimals) if decimals >= 0 else Fraction(10**-decimals)
    return rounds_to(value, unit) if mode == "round" else truncates_to(value, unit)


def check(whole: Part, parts: Sequence[Part], mode: str = "round") -> Sum:
    """Whether the parts, each times its weight, can add up to the whole."""
    stated = stands_for(whole.value, whole.decimals, mode) * whole.weight
    expected = total([stands_for(part.value, part.decimals, mode) for part in parts], [part.weight for part in parts])
    return Sum(stated.meets(expected), stated, expected)

"""Exact intervals with open and closed ends. Knows no English and no floats."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

Exact = int | Fraction


class Interval(Struct, frozen=True):
    """The numbers between ``lo`` and ``hi``; None is an end that is not bounded (and then open)."""

    lo: Exact | None
    hi: Exact | None
    lo_open: bool = False
    hi_open: bool = False

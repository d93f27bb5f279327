"""Exact numbers and intervals with every digit, for machines and the curious: "4.5", "(250000, inf)"."""

from __future__ import annotations

from decimal import Decimal

from figures.interval import Exact, Interval


def exact_string(value: Exact) -> str:
    """The exact number for machines: "4500000", "0.025", and "2/3" where no decimal is finite.

    Python's ``Fraction(...)`` reads every one of them back.
    """
    if isinstance(value, int):
        return _digits(value)
    twos, fives = _factor(value.denominator, 2), _factor(value.denominator, 5)
    if value.denominator != 2**twos * 5**fives:
        return f"{_digits(value.numerator)}/{_digits(value.denominator)}"
    places = max(twos, fives)
    whole = _digits(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (f"{whole[:-places]}.{whole[-places:]}" if places else whole)


def notation(given: Interval) -> str:
    """An interval as mathematics writes it, exact: "(250000, inf)", "[3500000, 4500000]"."""
    left = "-inf" if given.lo is None else exact_string(given.lo)
    right = "inf" if given.hi is None else exact_string(given.hi)
    opening = "(" if given.lo is None or given.lo_open else "["
    closing = ")" if given.hi is None or given.hi_open else "]"
    return f"{opening}{left}, {right}{closing}"


def _digits(value: int) -> str:
    """``str(int)`` refuses more than 4,300 digits to keep servers safe; a document may hold a longer number."""
    return str(value) if value.bit_length() < 13_000 else f"{Decimal(value):f}"


def _factor(value: int, prime: int) -> int:
    times = 0
    while value % prime == 0:
        value, times = value // prime, times + 1
    return times

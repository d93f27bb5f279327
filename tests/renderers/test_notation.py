"""Exact numbers and intervals, every digit of them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies

from figures.interval import Interval
from figures.renderers.notation import exact_string, notation


@pytest.mark.parametrize(
    ("value", "said"),
    [(250_000, "250000"), (Fraction(1, 40), "0.025"), (Fraction(-9, 2), "-4.5"), (Fraction(2, 3), "2/3"), (0, "0")],
)
def test_exact_strings(value: int | Fraction, said: str) -> None:
    assert exact_string(value) == said


def test_exact_strings_of_any_length() -> None:
    assert exact_string(10**6000) == "1" + "0" * 6000
    assert exact_string(-(10**6000)) == "-1" + "0" * 6000


@given(strategies.fractions())
def test_exact_strings_are_read_back(value: Fraction) -> None:
    assert Fraction(exact_string(value)) == value


def test_notation() -> None:
    assert notation(Interval(250_000, None, True)) == "(250000, inf)"
    assert notation(Interval(None, Fraction(9, 2))) == "(-inf, 4.5]"
    assert notation(Interval(1, 2, False, True)) == "[1, 2)"

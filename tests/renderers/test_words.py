"""Numbers and intervals in words, as they stand in every format for people."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies
from samples import brief

from figures.interval import Interval
from figures.quantity import Quantity, Span
from figures.renderers import words

MILLION = 10**6


@pytest.mark.parametrize(
    ("interval", "said"),
    [
        (Interval(250_000, None, True), "above 250,000"),
        (Interval(3_500_000, 4_500_000), "3.5 to 4.5 million"),
        (Interval(1_500_000, None), "at least 1.5 million"),
        (Interval(None, 40, False, True), "below 40"),
        (Interval(None, 40), "at most 40"),
        (Interval(7, 7), "exactly 7"),
        (Interval(3_600_000, 4 * MILLION, False, True), "at least 3.6 and below 4 million"),
        (Interval(250_000, 300_000, True), "above 250,000 and at most 300,000"),
        (Interval(0, 2 * MILLION), "0 to 2 million"),
        (Interval(900_000, 1_100_000), "0.9 to 1.1 million"),
        (Interval(999_999, 1_000_001), "999,999 to 1,000,001"),
        (Interval(2 * 10**9, 3 * 10**12), "2 billion to 3 trillion"),
        (Interval(-5, -3), "-5 to -3"),
        (Interval(None, None), "any number"),
        (Interval(Fraction(1, 3), Fraction(2, 3)), "1/3 to 2/3"),
        (Interval(Fraction(4100, 228), Fraction(4200, 228)), "≈ 17.98 to ≈ 18.42"),
        (Interval(Fraction(100_001, 7), Fraction(100_002, 7)), "≈ 14,285.9 to 14,286"),
        (Interval(10**5000, None), "at least 1 × 10^5000"),
    ],
)
def test_intervals(interval: Interval, said: str) -> None:
    assert words.interval(interval) == said


@pytest.mark.parametrize(
    ("interval", "unit", "kind", "said"),
    [
        (Interval(Fraction(113, 2), Fraction(115, 2)), "percentage", "percentage", "56.5 to 57.5%"),
        (Interval(3 * 10**9, 3 * 10**9), "dollar", "currency", "exactly 3 billion dollars"),
        (Interval(1, 1), "kilometre", "measure", "exactly 1 kilometre"),
        (Interval(5, 6), "kilometre per hour", "measure", "5 to 6 kilometres per hour"),
        (Interval(5, 6), "foot", "measure", "5 to 6 feet"),
        (Interval(30, None), "degree Celsius", "temperature", "at least 30 degrees Celsius"),
        (Interval(2, 3), "century", "duration", "2 to 3 centuries"),
        (Interval(2, 3), "", "multiple", "2 to 3 times"),
        (Interval(Fraction(5, 8), Fraction(3, 4)), "", "fraction", "62.5 to 75%"),
        (Interval(2, 4), "percentage point", "measure", "2 to 4 percentage points"),
    ],
)
def test_units(interval: Interval, unit: str, kind: str, said: str) -> None:
    assert words.interval(interval, unit, kind) == said


def test_what_is_counted_comes_in_whole_numbers() -> None:
    span = Span(0, 7)
    assert words.of_quantity(
        Quantity(span, "250,000", span, 250_000), Interval(Fraction(499_999, 2), Fraction(500_001, 2))
    ) == ("exactly 250,000")
    metres = Quantity(span, "2 m", span, 2, unit="metre", kind="measure")
    assert words.of_quantity(metres, Interval(Fraction(3, 2), Fraction(5, 2))) == "1.5 to 2.5 metres"


@pytest.mark.parametrize(
    ("value", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (22, "22nd"), (111, "111th")],
)
def test_ordinals(value: int, said: str) -> None:
    assert words.ordinal(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(250_000, "250000"), (Fraction(1, 40), "0.025"), (Fraction(-9, 2), "-4.5"), (Fraction(2, 3), "2/3"), (0, "0")],
)
def test_exact_strings(value: int | Fraction, said: str) -> None:
    assert words.exact_string(value) == said


def test_exact_strings_of_any_length() -> None:
    assert words.exact_string(10**6000) == "1" + "0" * 6000
    assert words.exact_string(-(10**6000)) == "-1" + "0" * 6000


@given(strategies.fractions())
def test_exact_strings_are_read_back(value: Fraction) -> None:
    assert Fraction(words.exact_string(value)) == value


@given(strategies.fractions(), strategies.fractions(), strategies.booleans(), strategies.booleans())
def test_no_interval_is_too_odd_for_words(a: Fraction, b: Fraction, lo_open: bool, hi_open: bool) -> None:
    lo, hi = min(a, b), max(a, b)
    if lo == hi:
        lo_open = hi_open = False
    said = words.interval(Interval(lo, hi, lo_open, hi_open))
    assert ("above" in said) == lo_open
    assert ("below" in said) == hi_open
    assert said.startswith(("exactly ", "≈ ")) or lo != hi
    assert (" to " in said) == (lo != hi and not lo_open and not hi_open)


def test_notation() -> None:
    assert words.notation(Interval(250_000, None, True)) == "(250000, inf)"
    assert words.notation(Interval(None, Fraction(9, 2))) == "(-inf, 4.5]"
    assert words.notation(Interval(1, 2, False, True)) == "[1, 2)"


def test_values_of_quantities() -> None:
    said = [words.value_of(claim.quantity) for claim in brief().claims]
    assert said == [
        "250,000",
        "4 million",
        "14 million",
        "20 million",
        "3.5 billion dollars",
        "57%",
        "470,000",
        "60%",
        "45%",
        "2",
    ]

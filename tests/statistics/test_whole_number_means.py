"""GRIM, GRIMMER and DEBIT, against every data set there is where these can be listed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.statistics.grim import debit, grim, grimmer


def test_the_example_of_the_paper() -> None:
    """Brown and Heathers (2017): no 28 whole numbers have a mean of 5.19; 145 and 146 of 28 are 5.18 and 5.21."""
    outcome = grim("5.19", 28)
    assert not outcome.consistent
    assert outcome.nearest == (Fraction(145, 28), Fraction(146, 28))
    assert grim("5.18", 28).consistent
    assert grim("5.21", 28).consistent


@pytest.mark.parametrize(
    ("mean", "n", "items", "percent", "consistent"),
    [
        ("3.45", 20, 1, False, True),  # 69 of 20
        ("3.46", 20, 1, False, False),
        ("3.46", 20, 5, False, True),  # 346 of 100
        ("3.5", 3, 1, False, False),  # 3.33 and 3.67 round to 3.3 and 3.7
        ("0.5", 2, 1, False, True),
        ("2.5", 20, 1, False, True),
        ("37.5", 40, 1, True, True),  # 15 of 40
        ("38", 40, 1, True, True),  # 37.5 rounded up
        ("37", 40, 1, True, True),  # 37.5 rounded down
        ("36", 40, 1, True, False),  # 14 are 35%, 15 are 37.5%
        ("-1.50", 4, 1, False, True),
        ("-1.55", 4, 1, False, False),
    ],
)
def test_means_and_percentages(mean: str, n: int, items: int, percent: bool, consistent: bool) -> None:
    assert grim(mean, n, items, percent).consistent is consistent


def test_with_a_hundred_people_every_mean_of_two_decimals_is_possible() -> None:
    assert all(grim(f"{hundredths / 100:.2f}", 100).consistent for hundredths in range(500))


@given(st.lists(st.integers(-30, 30), min_size=1, max_size=60), st.integers(0, 4))
def test_no_real_data_are_doubted_by_grim(data: list[int], places: int) -> None:
    for mean in _printed(Fraction(sum(data), len(data)), places):
        assert grim(mean, len(data)).consistent


@given(st.lists(st.integers(-30, 30), min_size=2, max_size=60), st.integers(0, 3), st.integers(0, 3))
def test_no_real_data_are_doubted_by_grimmer(data: list[int], mean_places: int, sd_places: int) -> None:
    n = len(data)
    for mean in _printed(Fraction(sum(data), n), mean_places):
        for sd in _printed_root(_variance(data), sd_places):
            assert grimmer(mean, sd, n).consistent


@given(st.lists(st.integers(4, 28), min_size=2, max_size=30))
def test_no_real_data_of_several_items_are_doubted(sums: list[int]) -> None:
    """Each person's number is the mean of four items, so that the sums of the items are whole."""
    n = len(sums)
    [mean, *_] = _printed(Fraction(sum(sums), 4 * n), 2)
    [sd, *_] = _printed_root(_variance(sums) / 16, 2)
    assert grim(mean, n, items=4).consistent
    assert grimmer(mean, sd, n, items=4).consistent


@pytest.mark.parametrize("n", [2, 3, 4, 5, 6])
def test_grimmer_accepts_what_some_data_have_and_nothing_else(n: int) -> None:
    """Every data set from -7 to 7 with a mean near 0 is listed; an SD below 2 leaves no room for larger numbers."""
    possible = set()
    for data in combinations_with_replacement(range(-7, 8), n):
        if abs(sum(data)) <= n and _variance(data) < 5:
            for mean in _printed(Fraction(sum(data), n), 2):
                possible |= {(mean, sd) for sd in _printed_root(_variance(data), 1)}
    for total in range(-n, n + 1):
        for mean in _printed(Fraction(total, n), 2):
            for tenths in range(20):
                sd = f"{tenths // 10}.{tenths % 10}"
                assert grimmer(mean, sd, n).consistent is ((mean, sd) in possible), (mean, sd, n)


def test_the_nearest_standard_deviations_are_given() -> None:
    """Of three numbers with a sum of 6, the squares sum to 12, 14, 18, 20 ...: SD 0, 1, 1.73, 2."""
    outcome = grimmer("2.00", "1.40", 3)
    assert not outcome.consistent
    assert outcome.of == "sd"
    assert outcome.nearest == (1, Fraction("1.73"))


def test_grimmer_begins_with_grim() -> None:
    assert grimmer("5.19", "1.20", 28) == grim("5.19", 28)


@pytest.mark.parametrize("n", [2, 3, 7, 20, 31])
def test_debit_accepts_what_zeros_and_ones_have_and_nothing_else(n: int) -> None:
    possible = set()
    for ones in range(n + 1):
        variance = Fraction(ones * (n - ones), n * (n - 1))
        for mean in _printed(Fraction(ones, n), 2):
            possible |= {(mean, sd) for sd in _printed_root(variance, 2)}
    for mean_hundredths in range(0, 101, 1):
        for sd_hundredths in range(0, 72, 1):
            mean, sd = f"{mean_hundredths / 100:.2f}", f"{sd_hundredths / 100:.2f}"
            assert debit(mean, sd, n).consistent is ((mean, sd) in possible), (mean, sd, n)


def test_what_cannot_be_asked_is_said() -> None:
    with pytest.raises(ValueError, match="at least 1; got 0 and 1"):
        grim("1.0", 0)
    with pytest.raises(ValueError, match="at least 2 people; got 1"):
        grimmer("1.0", "0.5", 1)
    with pytest.raises(ValueError, match="at least 2 people; got 1"):
        debit("1.0", "0.5", 1)


def test_large_numbers_take_no_time() -> None:
    assert grimmer("123456.7", "9876.5", 1_000_000).consistent
    assert debit("0.5", "0.5", 10**12).consistent


def _variance(data: list[int] | tuple[int, ...]) -> Fraction:
    n = len(data)
    mean = Fraction(sum(data), n)
    return sum(((x - mean) ** 2 for x in data), Fraction(0)) / (n - 1)


def _printed(value: Fraction, places: int) -> Iterator[str]:
    """The ways to print a number: a half may go either way."""
    with localcontext() as context:
        context.prec = 50
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        yield from {
            f"{exact.quantize(Decimal(1).scaleb(-places), rounding=rounding):f}"
            for rounding in (ROUND_HALF_UP, ROUND_HALF_DOWN)
        }


def _printed_root(value: Fraction, places: int) -> Iterator[str]:
    with localcontext() as context:
        context.prec = 50
        root = (Decimal(value.numerator) / Decimal(value.denominator)).sqrt()
        yield from {
            f"{root.quantize(Decimal(1).scaleb(-places), rounding=rounding):f}"
            for rounding in (ROUND_HALF_UP, ROUND_HALF_DOWN)
        }

"""p values from statistics, against tables of critical values.

NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1 (normal), .2 (t), .3 (F) and .4 (chi-square); of r, the
tables of Fisher and Yates, Statistical Tables for Biological, Agricultural and Medical Research (1963), table VII.
"""

from __future__ import annotations

from fractions import Fraction
from math import atan, erfc, exp, pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.interval import Interval
from figures.statistics.recompute import p_interval, p_value

THOUSANDTH = Fraction(1, 1000)


@pytest.mark.parametrize(
    ("family", "critical", "df1", "df2", "p"),
    [
        ("t", "2.048", None, 28, "0.05"),
        ("t", "2.763", None, 28, "0.01"),
        ("t", "12.706", None, 1, "0.05"),
        ("t", "1.812", None, 10, "0.1"),
        ("t", "-1.812", None, 10, "0.1"),
        ("F", "4.965", 1, 10, "0.05"),
        ("F", "3.493", 2, 20, "0.05"),
        ("F", "3.326", 5, 10, "0.05"),
        ("F", "5.849", 2, 20, "0.01"),
        ("Chi2", "3.841", 1, None, "0.05"),
        ("Chi2", "6.635", 1, None, "0.01"),
        ("Chi2", "18.307", 10, None, "0.05"),
        ("Q", "5.991", 2, None, "0.05"),
        ("Z", "1.960", None, None, "0.05"),
        ("Z", "-2.576", None, None, "0.01"),
        ("r", "0.3610", None, 28, "0.05"),
        ("r", "-0.5760", None, 10, "0.05"),
    ],
)
def test_a_critical_value_has_the_p_of_its_table(
    family: str, critical: str, df1: int | None, df2: int | None, p: str
) -> None:
    value = Fraction(critical)
    resolution = Fraction(1, 10 ** len(critical.partition(".")[2]))
    found = p_interval(family, value, resolution, "=", df1, df2)
    assert Fraction(p) in found
    assert found.width is not None
    assert found.width < Fraction(p) / 50


@pytest.mark.parametrize(("family", "value", "df1", "df2", "p"), [
    # distributions that have a closed form
    ("t", "2.5", None, 1, 1 - 2 * atan(2.5) / pi),
    ("t", "2.5", None, 2, 1 - 2.5 / sqrt(2 + 2.5**2)),
    ("F", "2.2", 2, 27, (1 + 2 * 2.2 / 27) ** -13.5),
    ("F", "0.4", 2, 8, (1 + 2 * 0.4 / 8) ** -4),
    ("Chi2", "9.6", 2, None, exp(-4.8)),
    ("Q", "9.6", 4, None, exp(-4.8) * (1 + 4.8)),
    ("Z", "1.5", None, None, erfc(1.5 / sqrt(2))),
])  # fmt: skip
def test_closed_forms(family: str, value: str, df1: int | None, df2: int | None, p: float) -> None:
    assert p_value(family, Fraction(value), df1, df2) == pytest.approx(p, rel=1e-10)


def test_an_f_of_one_numerator_degree_is_the_square_of_a_t() -> None:
    assert p_value("F", Fraction("4.84"), 1, 28) == pytest.approx(p_value("t", Fraction("2.2"), None, 28), rel=1e-12)


@pytest.mark.parametrize("family", ["t", "Z", "r"])
def test_one_tail_is_half_of_two(family: str) -> None:
    value = Fraction("0.5")
    assert p_value(family, value, None, 20, tails=1) == p_value(family, value, None, 20) / 2


def test_f_and_chi_square_have_one_tail_anyway() -> None:
    assert p_value("F", 3, 2, 20, tails=1) == p_value("F", 3, 2, 20)
    assert p_value("Chi2", 3, 2, tails=1) == p_value("Chi2", 3, 2)


def test_the_interval_of_a_rounded_statistic_has_the_p_of_its_ends() -> None:
    found = p_interval("t", Fraction("2.20"), Fraction("0.01"), "=", None, 28)
    # t from 2.195 to 2.205 on 28 degrees of freedom
    assert float(found.lo or 0) == pytest.approx(p_value("t", Fraction("2.205"), None, 28), rel=1e-8)
    assert float(found.hi or 0) == pytest.approx(p_value("t", Fraction("2.195"), None, 28), rel=1e-8)


def test_a_statistic_that_may_be_zero_may_have_a_p_of_one() -> None:
    assert 1 in p_interval("t", 0, Fraction("0.1"), "=", None, 28)
    assert 1 in p_interval("F", 0, Fraction("0.1"), "=", 2, 28)


@pytest.mark.parametrize(("sign", "inside", "outside"), [("<", "0.06", "0.04"), (">", "0.04", "0.06")])
def test_a_bound_on_the_statistic_bounds_p(sign: str, inside: str, outside: str) -> None:
    found = p_interval("t", Fraction("2.048"), THOUSANDTH, sign, None, 28)
    assert Fraction(inside) in found
    assert Fraction(outside) not in found


def test_a_negative_statistic_below_a_bound_is_farther_out() -> None:
    assert Fraction("0.01") in p_interval("t", Fraction("-2.048"), THOUSANDTH, "<", None, 28)
    assert Fraction("0.06") not in p_interval("t", Fraction("-2.048"), THOUSANDTH, "<", None, 28)


def test_a_correlation_of_one_leaves_nothing_to_chance() -> None:
    assert p_interval("r", 1, 0, "=", None, 10) == Interval(0, 0)


def test_numbers_beyond_any_float_have_a_p() -> None:
    assert p_interval("t", 10**400, 1, "=", None, 28).hi == 0
    assert p_interval("Chi2", 10**400, 1, "=", 3).hi == 0


def test_without_degrees_of_freedom_there_is_no_p() -> None:
    with pytest.raises(ValueError, match="degrees of freedom must be above zero; got None"):
        p_value("t", 2)


def test_an_unknown_family_is_named() -> None:
    with pytest.raises(ValueError, match="family must be t, F, Chi2, Z, r, Q, Qw or Qb; got 'U'"):
        p_value("U", 2)


@given(
    st.sampled_from(["t", "F", "Chi2", "Z", "r", "Q"]),
    st.integers(-999, 999),
    st.integers(1, 3),
    st.integers(1, 500),
    st.integers(1, 500),
)
def test_the_p_of_every_statistic_that_is_printed_so_is_inside(
    family: str, digits: int, places: int, df1: int, df2: int
) -> None:
    resolution = Fraction(1, 10**places)
    value = Fraction(digits, 1000) if family == "r" else Fraction(digits) * resolution
    resolution = THOUSANDTH if family == "r" else resolution
    found = p_interval(family, value, resolution, "=", df1, df2)
    for part in (Fraction(-1, 2), Fraction(-1, 3), Fraction(0), Fraction(2, 5), Fraction(1, 2)):
        exact = value + part * resolution
        if abs(exact) <= 1 or family != "r":
            assert Fraction(p_value(family, exact, df1, df2)) in found

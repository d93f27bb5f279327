"""Estimates with their confidence intervals: how they are found, and what can be wrong with them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.interval import Interval
from figures.statistics.confidence import Estimate, allowed, contradicts_p, find, off_centre, printed


def one(text: str) -> Estimate:
    [found] = find(text)
    return found


@pytest.mark.parametrize(
    ("text", "numbers", "measure", "level"),
    [
        ("OR 1.45 (95% CI 1.10 to 1.92)", ("1.45", "1.1", "1.92"), "ratio", 95),
        ("HR = 0.67, 95% CI [0.51, 0.89]", ("0.67", "0.51", "0.89"), "ratio", 95),
        ("RR, 0.85; 99% CI, 0.70–1.03", ("0.85", "0.7", "1.03"), "ratio", 99),
        ("an adjusted odds ratio of 2.5 (95% confidence interval 1.6-3.9)", ("2.5", "1.6", "3.9"), "ratio", 95),
        ("OR 1.45, P = .02 (95% CI 1.10-1.92)", ("1.45", "1.1", "1.92"), "ratio", 95),
        ("HR [95% CI] = 0.19 [0.04–0.92]", ("0.19", "0.04", "0.92"), "ratio", 95),
        ("mean difference −1.2 points (95% CI −2.3 to −0.1)", ("-1.2", "-2.3", "-0.1"), "difference", 95),
        ("b = 0.34, 95% CI [0.10, 0.58]", ("0.34", "0.1", "0.58"), "difference", 95),
        ("d = 0.45, 95% CI [-0.12, 1.02]", ("0.45", "-0.12", "1.02"), "difference", 95),
        ("fell by 13.20 (95% CI: 6.46-19.94)", ("13.2", "6.46", "19.94"), "change", 95),
        ("prevalence was 34% (95% CI 30% to 38%)", ("34", "30", "38"), "other", 95),
        ("34% (95% CI 30–38) agreed", ("34", "30", "38"), "other", 95),
        ("r = .40, CI 0.22 to 0.55", ("0.4", "0.22", "0.55"), "other", None),
        ("12.3 to 10.4 (95% CI 0.8 to 3.0)", ("10.4", "0.8", "3"), "", 95),
    ],
)
def test_an_estimate_is_read(text: str, numbers: tuple[str, str, str], measure: str, level: int | None) -> None:
    found = one(f"In all, {text}.")
    assert tuple(n.value for n in (found.value, found.low, found.high)) == tuple(Fraction(n) for n in numbers)
    assert (found.measure, found.level) == (measure, level)


@pytest.mark.parametrize(
    "text",
    [
        "The 95% CI was wide.",
        "fell by 34% (95% CI 0.51 to 0.85)",  # of the ratio, not of the percentage
        "OR 1.45 (1.10 to 1.92)",  # nothing says what the range is
        "CI 5 to 6 pm",
    ],
)
def test_what_is_no_estimate_with_an_interval_is_left_alone(text: str) -> None:
    assert find(text) == []


def test_two_percentages_may_be_followed_by_the_interval_of_their_difference() -> None:
    assert one("12% against 34% (95% CI 10 to 30)").measure == ""


def test_the_p_beside_it_is_read() -> None:
    for text in ("OR 1.45 (95% CI 1.10 to 1.92; P = .009)", "OR 1.45, P = .009 (95% CI 1.10 to 1.92)"):
        p = one(text).p
        assert p is not None
        assert p.written == ".009"


def test_an_estimate_lies_between_the_ends_as_printed() -> None:
    assert allowed(one("d = 0.45, 95% CI [0.12, 0.78]")) == Interval(Fraction("0.115"), Fraction("0.785"))
    assert allowed(one("HR 0.67 (95% CI 0.89 to 0.51)")) is None
    # "by 3" may be a fall
    assert allowed(one("decreased by 3 (95% CI -5 to -1)")) == Interval(Fraction("-5.5"), Fraction("5.5"))


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ("OR 2.00 (95% CI 1.00 to 4.00)", False),  # the middle of 1 and 4 on a log scale is 2
        ("OR 2.10 (95% CI 1.00 to 4.00)", False),
        ("OR 2.37 (95% CI 1.00 to 4.00)", False),  # a quarter of the way: 2 times the fourth root of 2 is 2.378
        ("OR 2.40 (95% CI 1.00 to 4.00)", True),
        ("OR 2.50 (95% CI 1.00 to 4.00)", True),  # the middle on a plain scale
        ("OR 1.60 (95% CI 1.00 to 4.00)", True),
        ("d = 2.50, 95% CI [1.00, 4.00]", False),  # a difference is in the middle on a plain scale
        ("OR 2.5 (95% CI 0.0 to 400)", False),  # an end that may be zero says nothing
    ],
)
def test_ratios_lie_in_the_middle_of_their_interval(text: str, off: bool) -> None:
    assert off_centre(one(text)) is off


@pytest.mark.parametrize(
    ("text", "p", "contradiction"),
    [
        ("OR 1.45 (95% CI 1.10 to 1.92)", Interval(Fraction("0.2"), Fraction("0.4")), True),
        ("OR 1.45 (95% CI 1.10 to 1.92)", Interval(Fraction("0.005"), Fraction("0.015")), False),
        ("OR 1.45 (95% CI 0.90 to 2.30)", Interval(Fraction("0.005"), Fraction("0.015")), True),
        ("OR 1.45 (95% CI 1.00 to 2.30)", Interval(Fraction("0.005"), Fraction("0.015")), False),  # 1.00 may be 1.004
        ("OR 1.45 (99% CI 0.90 to 2.30)", Interval(Fraction("0.015"), Fraction("0.025")), False),
        ("d = 0.45, 95% CI [0.12, 0.78]", Interval(Fraction("0.05"), 1, True), True),
        ("d = 0.45, CI [0.12, 0.78]", Interval(Fraction("0.05"), 1, True), False),  # of no stated level
        ("r = .45, 95% CI [0.12, 0.78]", Interval(Fraction("0.05"), 1, True), False),
    ],
)
def test_an_interval_and_a_p_value_agree(text: str, p: Interval, contradiction: bool) -> None:
    assert contradicts_p(one(text), p) is contradiction


@given(st.integers(20, 400), st.integers(20, 400), st.integers(2, 3))
def test_a_ratio_with_its_own_interval_is_never_doubted(ratio: int, spread: int, places: int) -> None:
    centre, factor = ratio / 100, 1 + spread / 100
    low, high = centre / factor, centre * factor
    found = one(f"OR {centre:.{places}f} (95% CI {low:.{places}f} to {high:.{places}f})")
    ends = allowed(found)
    assert ends is not None
    assert printed(found.value).meets(ends)
    assert not off_centre(found)

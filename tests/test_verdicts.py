"""Verdicts and degrees: what a careful editor would say, by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.document import Span
from figures.interval import Interval, around, point, share
from figures.quantity import Quantity
from figures.verdicts import Judgement, judge, judge_quantity, weigh


def number(value: Any, qualifier: str = "", resolution: Any = 1, **fields: Any) -> Quantity:
    span = Span(0, 1)
    return Quantity(span=span, text="", number=span, value=value, qualifier=qualifier, resolution=resolution, **fields)


def tenths(text: str) -> Quantity:
    """A number written with one digit after its decimal point."""
    return number(Fraction(text), "", Fraction(1, 10), decimal=True)


@pytest.mark.parametrize(
    ("quantity", "expected", "verdict", "degree", "note"),
    [
        (number(800, "more-than"), point(900), "consistent", "", ""),
        (number(800, "more-than"), point(800), "inconsistent", "rounding", ""),
        (number(800, "more-than"), around(800, 30), "consistent", "", ""),  # an estimate, good to 30
        (number(800, "more-than"), point(1_500), "misleading", "", ""),
        (number(800, "more-than"), point(760), "inconsistent", "minor", ""),
        (number(800, "more-than"), point(500), "inconsistent", "major", ""),
        (number(800, "more-than"), point(80), "inconsistent", "decisive", ""),
        (number(40, "at-most"), point(12), "misleading", "", ""),
        (number(40, "at-most"), point(41), "inconsistent", "minor", ""),
        (number(3 * 10**6, "nearly", 10**6), point(2_800_000), "consistent", "", ""),
        (number(3 * 10**6, "nearly", 10**6), point(3 * 10**6), "inconsistent", "rounding", ""),
        # A round number beside others that are not precise.
        (number(200), point(207), "consistent", "", "rounded"),
        (number(200, precise=True), point(207), "inconsistent", "minor", ""),
        (number(200), point(207) + 10, "inconsistent", "minor", ""),
        (number(200, "exactly"), point(207), "inconsistent", "minor", ""),
        # Off in the last place: cut off instead of rounded, or rounded twice.
        (tenths("7.4"), point(Fraction("7.48")), "inconsistent", "rounding", "truncated"),
        (tenths("7.5"), point(Fraction("7.446")), "inconsistent", "rounding", "rounded twice"),
        (tenths("7.5"), point(Fraction("7.42")), "inconsistent", "rounding", ""),
        (tenths("-7.4"), point(Fraction("-7.48")), "inconsistent", "rounding", "truncated"),
        (tenths("-7.5"), point(Fraction("-7.446")), "inconsistent", "rounding", "rounded twice"),
        # A whole unit off is no longer rounding.
        (tenths("7.4"), point(Fraction("7.5")), "inconsistent", "minor", ""),
        (number(3), point(4), "inconsistent", "major", ""),
        # Orders of magnitude, with the reference rounded too.
        (number(4 * 10**6, "", 10**6), Interval(39_500_000, 40_500_000), "inconsistent", "decisive", ""),
        (number(4 * 10**6, "", 10**6), Interval(29_500_000, 30_500_000), "inconsistent", "major", ""),
        (number(2), point(0), "inconsistent", "major", ""),  # zero has no magnitude
        # A rise that was a fall; but not where it is a matter of the last place.
        (number(3), point(-2), "inconsistent", "decisive", ""),
        (tenths("0.1"), point(Fraction("-0.4")), "inconsistent", "decisive", ""),
        (number(0, "more-than"), point(Fraction("-0.5")), "inconsistent", "rounding", ""),
    ],
)
def test_a_number_held_against_a_reference(quantity, expected, verdict, degree, note):
    assert judge_quantity(quantity, expected) == Judgement(verdict, degree, note)


def test_a_share_held_against_its_operands():
    part, whole = around(20, Fraction(1, 2)), around(31, Fraction(1, 2))
    expected = share(part, whole) * 100
    assert judge_quantity(number(65, unit="percentage", kind="percentage"), expected).verdict == "consistent"
    assert judge_quantity(number(71, unit="percentage", kind="percentage"), expected) == ("inconsistent", "minor", "")


def test_a_lost_majority_is_decisive_however_near():
    claimed = number(Fraction(1, 2), "more-than", kind="fraction")
    assert judge_quantity(claimed, point(Fraction("0.499")), boundaries=[Fraction(1, 2)]).degree == "decisive"
    assert judge_quantity(claimed, point(Fraction(1, 2)), boundaries=[Fraction(1, 2)]).degree == "decisive"
    assert judge_quantity(claimed, point(Fraction("0.499"))).degree == "rounding"
    # On the same side of the boundary it is like any other number.
    claimed = number(Fraction(2, 3), "more-than", kind="fraction")
    assert judge_quantity(claimed, point(Fraction("0.6")), boundaries=[Fraction(1, 2)]).degree == "rounding"


def test_a_significance_that_the_numbers_do_not_bear_out_is_decisive():
    claimed = Interval(0, Fraction("0.05"), False, True)
    assert judge(claimed, None, point(Fraction("0.06")), boundaries=[Fraction("0.05")]) == ("inconsistent", "decisive")


def test_what_was_not_written_has_no_last_place():
    assert judge(point(10), None, point(11)) == ("inconsistent", "minor")
    assert judge(point(10), None, Interval(10, 12, True)) == ("inconsistent", "rounding")
    assert judge(point(10), None, point(11), resolution=10) == ("inconsistent", "rounding")


def test_a_wide_reference_is_consistent_when_any_of_it_is():
    stated, implied = Interval(100, None, True), Interval(100, 150, True)
    assert judge(stated, implied, Interval(90, 101)) == ("consistent", "")
    assert judge(stated, implied, Interval(140, 400)) == ("consistent", "")
    assert judge(stated, implied, Interval(151, 400)) == ("misleading", "")
    assert judge(stated, None, Interval(151, 400)) == ("consistent", "")


ends = st.integers(-1_000, 1_000)


@given(ends, ends, ends, ends, st.integers(0, 50))
def test_every_verdict_has_a_degree_exactly_when_it_is_inconsistent(a, b, c, d, resolution):
    stated, expected = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    verdict, degree, note = weigh(stated, None, expected, resolution=resolution)
    assert verdict == ("consistent" if stated.meets(expected) else "inconsistent")
    assert (degree in ("rounding", "minor", "major", "decisive")) == (verdict == "inconsistent")
    assert not note or degree == "rounding"


@given(st.integers(1, 10**6), st.sampled_from([1, 10, 1000]), st.integers(-(10**7), 10**7))
def test_a_claim_is_never_worse_off_against_its_own_value(value, resolution, offset):
    quantity = number(value * resolution, "", resolution)
    assert judge_quantity(quantity, point(quantity.value)).verdict == "consistent"
    assert judge_quantity(quantity, around(quantity.value, abs(offset))).verdict == "consistent"

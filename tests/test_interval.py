"""Intervals: what they hold, and arithmetic that loses no number and adds none."""

from __future__ import annotations

import operator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.interval import (
    EVERYTHING,
    Interval,
    around,
    divide,
    mean,
    point,
    relative_change,
    share,
    total,
)
from figures.rounding import granularity, nearest, rounds_to, step, truncate, truncates_to

# Small numbers, so that ends coincide, lie at zero and cancel often.
numbers = st.one_of(st.integers(-6, 6), st.fractions(min_value=-3, max_value=3, max_denominator=4))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    lo, hi = sorted((draw(numbers), draw(numbers)))
    if lo == hi:
        closed = point(lo)
        return draw(st.sampled_from([closed, Interval(lo, None), Interval(None, lo), Interval(lo, None, True)]))
    ends = draw(st.sampled_from([(lo, hi), (lo, hi), (lo, hi), (lo, None), (None, hi), (None, None)]))
    return Interval(*ends, draw(st.booleans()), draw(st.booleans()))


@st.composite
def members(draw: st.DrawFn, interval: Interval) -> Fraction:
    """A number of the interval: an end where that belongs to it, or one very near to an end, or anything between."""
    lo = interval.lo if interval.lo is not None else (interval.hi if interval.hi is not None else 0) - 50
    hi = interval.hi if interval.hi is not None else (interval.lo if interval.lo is not None else 0) + 50
    part = draw(st.sampled_from([Fraction(0), Fraction(1, 10**6), Fraction(1, 3), 1 - Fraction(1, 10**6), Fraction(1)]))
    x = lo + (hi - lo) * part
    return Fraction(x) if interval.contains(x) else Fraction(lo + hi) / 2


OPERATIONS = [operator.add, operator.sub, operator.mul, operator.truediv]


@given(st.sampled_from(OPERATIONS), intervals(), intervals(), st.data())
def test_no_result_is_lost(op, a, b, data):
    x, y = data.draw(members(a)), data.draw(members(b))
    if op is operator.truediv and (y == 0 or b == point(0)):
        return
    assert op(a, b).contains(op(x, y))


def approached(result: Interval, values: list[Fraction]) -> bool:
    """Whether the values come to each end of the result, or run away where it has none."""
    low = min(values) < -(10**3) if result.lo is None else min(values) <= result.lo + Fraction(1, 10**3)
    high = max(values) > 10**3 if result.hi is None else max(values) >= result.hi - Fraction(1, 10**3)
    return low and high


def extremes(interval: Interval) -> list[Fraction]:
    """Numbers of the interval at or very near its ends, and on both sides of zero where it holds that."""
    near, far = Fraction(1, 10**9), 10**12
    lo = Fraction(-far) if interval.lo is None else Fraction(interval.lo)
    hi = Fraction(far) if interval.hi is None else Fraction(interval.hi)
    wanted = [lo, lo + near, hi, hi - near, near, -near, Fraction(0)]
    return [x for x in wanted if interval.contains(x)]


@given(st.sampled_from(OPERATIONS), intervals(), intervals())
def test_no_smaller_interval_would_do(op, a, b):
    if op is operator.truediv and b == point(0):
        return
    result = op(a, b)
    values = [op(x, y) for x in extremes(a) for y in extremes(b) if op is not operator.truediv or y != 0]
    assert approached(result, values)
    # A closed end is reached exactly.
    if op is not operator.truediv:
        if result.lo is not None and not result.lo_open:
            assert result.lo in values
        if result.hi is not None and not result.hi_open:
            assert result.hi in values


@given(intervals(), intervals(), st.data())
def test_sets_hold_what_their_parts_hold(a, b, data):
    x, y = data.draw(members(a)), data.draw(members(b))
    hull, both = a.hull(b), a.intersection(b)
    assert hull.contains(x)
    assert hull.contains(y)
    assert (both is not None and both.contains(x)) == b.contains(x)
    assert a.subset(hull)
    assert b.subset(hull)
    assert a.meets(b) == (both is not None) == (not a.disjoint(b))
    assert a.subset(b) == (both == a)
    if a.below(b):
        assert x < y
        assert a.distance(b) <= y - x
    united = a.union(b)
    if united is not None:
        assert united == hull


@given(intervals(), st.data())
def test_absolute_value_and_sign(a, data):
    x = data.draw(members(a))
    assert abs(a).contains(abs(x))
    negated = -a
    assert -negated == a
    assert negated.contains(-x)
    assert abs(a) == abs(-a)
    if a.contains(0):
        assert abs(a).lo == 0


@given(intervals(), numbers)
def test_a_negative_weight_swaps_the_ends(a, k):
    scaled = a.scale(k)
    if k < 0:
        assert (scaled.lo is None, scaled.lo_open) == (a.hi is None, a.hi_open)
        assert (scaled.hi is None, scaled.hi_open) == (a.lo is None, a.lo_open)
    elif k > 0:
        assert (scaled.lo_open, scaled.hi_open) == (a.lo_open, a.hi_open)
    else:
        assert scaled == point(0)


@pytest.mark.parametrize(
    ("lo", "hi", "lo_open", "hi_open"), [(2, 1, False, False), (1, 1, True, False), (1, 1, False, True)]
)
def test_an_interval_of_nothing_is_refused(lo, hi, lo_open, hi_open):
    with pytest.raises(ValueError, match="at least one number"):
        Interval(lo, hi, lo_open, hi_open)


def test_an_unbounded_end_is_written_in_one_way_only():
    assert Interval(5, None, True, True) == Interval(5, None, True)
    assert str(Interval(None, 5, True, True)) == "(-inf, 5)"
    assert str(Interval(Fraction(1, 2), None)) == "[1/2, inf)"


def test_ends_that_touch_meet_only_when_both_belong():
    assert Interval(0, 5).meets(Interval(5, 9))
    assert not Interval(0, 5, hi_open=True).meets(Interval(5, 9))
    assert not Interval(0, 5).meets(Interval(5, None, True))
    assert Interval(0, 5).union(Interval(5, 9, True)) == Interval(0, 9)
    assert Interval(0, 5, hi_open=True).union(Interval(5, 9, True)) is None
    assert Interval(0, 5).hull(Interval(7, 9, False, True)) == Interval(0, 9, False, True)
    assert Interval(0, 5).distance(Interval(7, 9)) == 2
    assert Interval(0, 5, hi_open=True).distance(Interval(5, 9)) == 0


def test_arithmetic_by_hand():
    assert Interval(1, 2, True) + Interval(3, 4) == Interval(4, 6, True)
    assert Interval(1, 2, True) - Interval(3, 4, False, True) == Interval(-3, -1, True)
    assert 10 - Interval(1, 2, True) == Interval(8, 9, False, True)
    assert Interval(-1, 2) * Interval(-3, 4) == Interval(-6, 8)
    assert Interval(0, 1) * Interval(5, None) == Interval(0, None)
    assert Interval(0, 1, True) * Interval(5, None) == Interval(0, None, True)
    # A zero that belongs to it makes the product zero, even where the other end is left out.
    assert Interval(0, 1) * Interval(2, 3, True, True) == Interval(0, 3, False, True)
    assert Interval(0, 1, True) * Interval(2, 3) == Interval(0, 3, True)
    assert point(0) * EVERYTHING == point(0)
    assert 1 / Interval(2, 4) == Interval(Fraction(1, 4), Fraction(1, 2))
    assert abs(Interval(-3, 2, True)) == Interval(0, 3, False, True)
    assert abs(Interval(-3, 3, True)) == Interval(0, 3)


def test_division_by_an_interval_that_holds_zero():
    assert point(1) / Interval(0, 4) == Interval(Fraction(1, 4), None)
    assert point(1) / Interval(-4, 0) == Interval(None, Fraction(-1, 4))
    assert point(1) / Interval(-1, 1) == EVERYTHING
    assert point(1) / Interval(4, None) == Interval(0, Fraction(1, 4), True)
    with pytest.raises(ZeroDivisionError, match="nothing but zero"):
        point(1) / point(0)


def test_exact_results_stay_whole_numbers():
    third = point(Fraction(1, 3))
    assert type((third * 3).lo) is int
    assert type((third + Fraction(2, 3)).hi) is int
    assert type(divide(6, 3)) is int
    assert divide(1, 3) == Fraction(1, 3)


def test_formulas():
    assert total([point(5), point(3), Interval(1, 2)], [1, -1, -2]) == Interval(-2, 0)
    assert total([]) == point(0)
    assert mean([Interval(1, 2), Interval(4, 5, True)]) == Interval(Fraction(5, 2), Fraction(7, 2), True)
    assert share(around(10, Fraction(1, 2)), around(15, Fraction(1, 2))) == Interval(Fraction(19, 31), Fraction(21, 29))
    assert relative_change(point(40), point(50)) == point(Fraction(1, 4))
    assert relative_change(point(50), point(40)) == point(Fraction(-1, 5))
    # The base counts once: from 9..11 to 10..12 is -1/11 at least and 1/3 at most.
    assert relative_change(Interval(9, 11), Interval(10, 12)) == Interval(Fraction(-1, 11), Fraction(1, 3))
    with pytest.raises(ValueError, match="mean of no"):
        mean([])
    with pytest.raises(ValueError, match="zip"):
        total([point(1)], [1, 2])


places = st.sampled_from([Fraction(1, 100), Fraction(1, 10), 1, 10, 1000])
wide = st.fractions(min_value=-5000, max_value=5000, max_denominator=1000)


@given(wide, places)
def test_rounding_and_its_interval_agree(x, u):
    assert rounds_to(nearest(x, u), u).contains(x)
    assert rounds_to(nearest(x, u), u, ties="away").contains(x)
    assert not rounds_to(nearest(x, u) + u, u, ties="away").contains(x)
    assert truncates_to(truncate(x, u), u).contains(x)
    assert not truncates_to(truncate(x, u) + (u if x >= 0 else -u), u).contains(x)
    assert abs(truncate(x, u)) <= abs(x)


def test_rounding_by_hand():
    assert rounds_to(3, 1) == Interval(Fraction(5, 2), Fraction(7, 2))
    assert rounds_to(3, 1, ties="up") == Interval(Fraction(5, 2), Fraction(7, 2), False, True)
    assert rounds_to(-3, 1, ties="away") == Interval(Fraction(-7, 2), Fraction(-5, 2), True)
    assert truncates_to(3, 1) == Interval(3, 4, False, True)
    assert truncates_to(-3, 1) == Interval(-4, -3, True)
    assert truncates_to(0, 1) == Interval(-1, 1, True, True)
    assert (nearest(Fraction(5, 2), 1), nearest(Fraction(-5, 2), 1), nearest(1499, 1000)) == (3, -3, 1000)
    assert (truncate(Fraction(29, 10), 1), truncate(Fraction(-29, 10), 1)) == (2, -2)
    with pytest.raises(ValueError, match="ties must be"):
        rounds_to(3, 1, ties="sideways")


@pytest.mark.parametrize(
    ("value", "resolution", "decimal", "expected"),
    [
        (250_000, 1, False, 50_000),
        (11_000_000, 1_000_000, False, 1_000_000),
        (10, 1, False, 10),
        (47, 1, False, 1),
        (15, 1, False, 5),
        (-1_200, 1, False, 100),
        (0, 1, False, 1),
        (Fraction(3), Fraction(1, 10), True, Fraction(1, 2)),
        (Fraction(17, 5), Fraction(1, 10), True, Fraction(1, 10)),
        (1_500_000_000, 100_000_000, True, 500_000_000),
        (Fraction(9, 2), Fraction(1, 2), False, Fraction(1, 2)),
        (Fraction(9, 4), Fraction(1, 4), False, Fraction(1, 4)),
        pytest.param(10**5000, 1, False, 5 * 10**59, id="as far as anybody looks"),
    ],
)
def test_granularity(value, resolution, decimal, expected):
    assert granularity(value, resolution, decimal) == expected


@pytest.mark.parametrize(
    ("value", "resolution", "expected"),
    [
        (250_000, 1, 50_000),
        (50, 1, 25),
        (93, 1, 7),
        (1_129, 1, 1),
        (4, 1, 2),
        (1, 1, 1),
        (12_000_000, 10**6, 6_000_000),
    ],
)
def test_step_to_the_next_number_that_could_have_been_named(value, resolution, expected):
    assert step(value, resolution) == expected

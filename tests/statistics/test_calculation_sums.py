"""Totals of rounded and of truncated parts."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.interval import Interval, point
from figures.rounding import nearest, truncate
from figures.statistics.sums import Part, check, stands_for


@pytest.mark.parametrize(
    ("value", "decimals", "mode", "expected"),
    [
        (120, 0, "round", Interval(Fraction(239, 2), Fraction(241, 2))),
        (120, -1, "round", Interval(115, 125)),
        (Fraction("1.5"), 1, "round", Interval(Fraction("1.45"), Fraction("1.55"))),
        (120, 0, "truncate", Interval(120, 121, False, True)),
        (-120, 0, "truncate", Interval(-121, -120, True, False)),
        (0, 0, "truncate", Interval(-1, 1, True, True)),
        (4_000_000, -6, "truncate", Interval(4_000_000, 5_000_000, False, True)),
        (7, None, "round", point(7)),
        (7, None, "truncate", point(7)),
    ],
)
def test_what_a_number_stands_for(value: Fraction, decimals: int | None, mode: str, expected: Interval) -> None:
    assert stands_for(value, decimals, mode) == expected


@pytest.mark.parametrize(
    ("total", "parts", "round_", "truncate_"),
    [
        # three thirds of ten, each printed as 3: from 7.5 to 10.5 when rounded, from 9 to 12 when cut off
        (Part(10, 0), [Part(3, 0)] * 3, True, True),
        (Part(8, 0), [Part(3, 0)] * 3, True, False),
        (Part(13, 0), [Part(3, 0)] * 3, False, False),
        (Part(11, 0), [Part(3, 0)] * 3, True, True),  # 10.5 is the end of both
        (Part(500, 0), [Part(800, 0), Part(300, 0, -1)], True, True),
        (Part(1100, 0), [Part(800, 0), Part(300, 0, -1)], False, False),
        (Part(2_000_000, -6), [Part(1_600_000, -5), Part(1, 0)], True, False),
        (Part(10, None), [Part(3, None), Part(7, None)], True, True),
        (Part(10, None), [Part(3, None), Part(6, None)], False, False),
        (Part(1, 0), [Part(5, 0), Part(-5, 0)], True, False),  # cut off: (-1, 1) against [1, 2)
        (Part(0, 0), [], True, True),
    ],
)
def test_totals(total: Part, parts: list[Part], round_: bool, truncate_: bool) -> None:
    assert check(total, parts).consistent is round_
    assert check(total, parts, "truncate").consistent is truncate_


def test_the_intervals_are_given() -> None:
    found = check(Part(10, 0), [Part(6, 0), Part(3, 0, -1)])
    assert found.stated == Interval(Fraction(19, 2), Fraction(21, 2))
    assert found.expected == Interval(2, 4)


def test_an_unknown_mode_is_named() -> None:
    with pytest.raises(ValueError, match="mode must be one of round, truncate; got 'floor'"):
        stands_for(1, 0, "floor")


PARTS = st.lists(
    st.tuples(st.fractions(-1000, 1000, max_denominator=1000), st.integers(-2, 3), st.sampled_from([1, -1])),
    min_size=1,
    max_size=6,
)


@given(PARTS, st.integers(-2, 3), st.sampled_from([("round", nearest), ("truncate", truncate)]))
def test_true_numbers_add_up_however_they_are_printed(parts, places, mode) -> None:  # type: ignore[no-untyped-def]
    name, cut = mode
    unit = {places: Fraction(10) ** -places for places in range(-2, 4)}
    true = sum((value * weight for value, _, weight in parts), Fraction(0))
    printed = [Part(cut(value, unit[digits]), digits, weight) for value, digits, weight in parts]
    assert check(Part(cut(true, unit[places]), places), printed, name).consistent


@given(PARTS)
def test_a_total_farther_off_than_all_the_rounding_is_caught(parts) -> None:  # type: ignore[no-untyped-def]
    unit = {places: Fraction(10) ** -places for places in range(-2, 4)}
    true = sum((value * weight for value, _, weight in parts), Fraction(0))
    printed = [Part(nearest(value, unit[digits]), digits, weight) for value, digits, weight in parts]
    slack = sum((unit[digits] for _, digits, _ in parts), Fraction(1))
    assert not check(Part(nearest(true, 1) + int(slack) + 2, 0), printed).consistent

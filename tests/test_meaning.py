"""What a number means: for each row of the lexicon, the interval of its words and that of its reader, by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.document import Span
from figures.interval import EVERYTHING, Interval, point
from figures.lexicon import qualifiers
from figures.meaning import implied, in_wholes, rounded, stated
from figures.quantity import Quantity

MILLION = 10**6


def number(value: Any, qualifier: str = "", resolution: Any = 1, **fields: Any) -> Quantity:
    fields.setdefault("text", str(value))
    span = Span(0, len(fields["text"]))
    return Quantity(span=span, number=span, value=value, qualifier=qualifier, resolution=resolution, **fields)


def closed(lo: Any, hi: Any) -> Interval:
    return Interval(Fraction(lo), Fraction(hi))


def below(lo: Any, hi: Any) -> Interval:
    """Up to hi, which does not belong to it."""
    return Interval(None if lo is None else Fraction(lo), Fraction(hi), False, True)


def above(lo: Any, hi: Any = None) -> Interval:
    """From lo, which does not belong to it."""
    return Interval(Fraction(lo), None if hi is None else Fraction(hi), True)


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        # Bare: half a unit of the last place.
        (number(467), closed("466.5", "467.5")),
        (number(11 * MILLION, resolution=MILLION), closed(10_500_000, 11_500_000)),
        (number(Fraction("23.2"), resolution=Fraction(1, 10), decimal=True), closed("23.15", "23.25")),
        (number(4 * MILLION, resolution=100_000, decimal=True), closed(3_950_000, 4_050_000)),
        (number(Fraction(9, 2), resolution=Fraction(1, 2), kind="duration"), closed("4.25", "4.75")),
        (number(-7), closed("-7.5", "-6.5")),
        (number(0, kind="percentage"), closed("-0.5", "0.5")),
        (number(3, kind="ordinal"), point(3)),
        # Exactly: the number itself, unless it has a decimal point.
        (number(1_129, "exactly"), point(1_129)),
        (number(11 * MILLION, "exactly", MILLION), point(11 * MILLION)),
        (number(Fraction("3.5"), "exactly", Fraction(1, 10), decimal=True), closed("3.45", "3.55")),
        # About: half the granularity, at most a tenth.
        (number(250_000, "about"), closed(225_000, 275_000)),
        (number(30, "about", kind="percentage"), closed(27, 33)),
        (number(50, "about", kind="percentage"), closed(45, 55)),
        (number(47, "about"), closed("46.5", "47.5")),
        (number(12_000, "about"), closed(11_500, 12_500)),
        (number(Fraction(3), "about", Fraction(1, 10), decimal=True), closed("2.75", "3.25")),
        (number(-40, "about"), closed(-44, -36)),
        (number(0, "about"), closed("-0.5", "0.5")),
        # Nearly: below, by the granularity, at most a tenth.
        (number(4 * MILLION, "nearly", MILLION), below(3_600_000, 4_000_000)),
        (number(155_000, "nearly"), below(150_000, 155_000)),
        (number(57, "nearly", kind="percentage"), below(56, 57)),
        (number(0, "nearly"), closed(-1, 1)),
        # Of a loss, nearly is nearer to zero; just under is below whatever the sign.
        (number(-40, "nearly"), above(-40, -36)),
        (number(-40, "just-under"), below(-42, -40)),
        (number(40, "just-under", kind="percentage"), below(38, 40)),
        (number(40, "just-over", kind="percentage"), above(40, 42)),
        (number(47, "just-over"), above(47, 48)),
    ],
)
def test_what_the_words_of_a_number_entail(quantity, expected):
    assert stated(quantity) == quantity.stated == expected
    assert implied(quantity) == quantity.implied == expected


@pytest.mark.parametrize(
    ("quantity", "entails", "reader"),
    [
        (number(250_000, "more-than"), above(250_000), above(250_000, 350_000)),
        (number(50, "more-than"), above(50), above(50, 100)),
        # Not round: two steps to the next ten are 107, a quarter more is 116.25 and does not belong to it.
        (number(93, "more-than"), above(93), Interval(93, Fraction("116.25"), True, True)),
        (number(4 * MILLION, "more-than", MILLION), above(4 * MILLION), above(4 * MILLION, 8 * MILLION)),
        (number(50, "at-least"), Interval(50, None), closed(50, 125)),
        (number(1_129, "at-least"), Interval(1_129, None), Interval(1_129, Fraction("1693.5"), False, True)),
        (number(100, "less-than"), below(None, 100), below(Fraction(100, 3), 100)),
        (number(1_000_000, "less-than"), below(None, 1_000_000), below(Fraction(1_000_000, 3), 1_000_000)),
        (number(999, "less-than"), below(None, 999), Interval(Fraction("749.25"), 999, True, True)),
        (number(20, "at-most"), Interval(None, 20), closed(10, 20)),
        (number(50, "up-to"), Interval(None, 50), closed(25, 50)),
        (number(5, "as-few-as"), Interval(5, None), Interval(5, None)),
        # Zero has no multiples, so nothing that a reader could expect.
        (number(0, "more-than"), above(0), above(0)),
        (number(0, "at-most"), Interval(None, 0), Interval(None, 0)),
        # Below zero, far is counted in the size of the number.
        (number(-40, "more-than"), above(-40), above(-40, -20)),
        (number(-40, "at-most"), Interval(None, -40), closed(-60, -40)),
    ],
)
def test_bounds_are_sharp_at_the_number_and_a_reader_expects_an_end(quantity, entails, reader):
    assert stated(quantity) == entails
    assert implied(quantity) == reader


@pytest.mark.parametrize(
    ("quantity", "entails", "reader"),
    [
        (number(5_000, "up-to+about"), Interval(None, 5_500), closed(2_000, 5_500)),
        (number(5_000, "at-least+about"), Interval(4_500, None), closed(4_500, 13_000)),
        (number(5_000, "more-than+about"), above(4_500), above(4_500, 10_500)),
        (number(5_000, "less-than+exactly"), below(None, 5_000), below(Fraction(5_000, 3), 5_000)),
    ],
)
def test_qualifiers_in_a_row(quantity, entails, reader):
    assert stated(quantity) == entails
    assert implied(quantity) == reader


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (number(10, "between", high=15, bound="range"), closed("9.5", "15.5")),
        (number(10, high=15, bound="range"), closed("9.5", "15.5")),
        (number(-5, "between", high=-10, bound="range"), closed("-10.5", "-4.5")),
        (
            number(3_500_000, "between", 100_000, high=5 * MILLION, high_resolution=MILLION, bound="range"),
            closed(3_450_000, 5_500_000),
        ),
        (number(10, "about", high=15, bound="range"), closed("8.5", "16.5")),
        (number(10, "up-to", high=15, bound="range"), Interval(None, Fraction("15.5"))),
    ],
)
def test_ranges(quantity, expected):
    assert stated(quantity) == expected


def part(value: Fraction, text: str, qualifier: str = "", **fields: Any) -> Quantity:
    return number(value, qualifier, text=text, kind="fraction", **fields)


@pytest.mark.parametrize(
    ("quantity", "entails", "reader"),
    [
        (part(Fraction(1, 2), "half"), closed("0.475", "0.525"), None),
        (part(Fraction(2, 3), "two-thirds", "about"), closed(Fraction(37, 60), Fraction(43, 60)), None),
        (part(Fraction(1, 5), "one in five"), closed("0.15", "0.25"), None),
        (part(Fraction(7, 10), "7 out of 10"), closed("0.65", "0.75"), None),
        (part(Fraction(1, 100), "one in 100"), closed("0.005", "0.015"), None),
        (part(Fraction(1, 5), "20 in every 100", resolution=Fraction(1, 100)), closed("0.195", "0.205"), None),
        (part(Fraction(1, 50), "1:50", "ratio"), closed("0.01", "0.03"), None),
        (part(Fraction(1, 5), "one in five", "about"), closed("0.1", "0.3"), None),
        (part(Fraction(1, 2), "more than half", "more-than"), above("0.5", 1), above("0.5", "0.75")),
        (part(Fraction(1, 3), "less than a third", "less-than"), below(0, Fraction(1, 3)), below("1/6", "1/3")),
        (part(Fraction(1, 2), "nearly half", "nearly"), below("0.45", "0.5"), None),
        (part(Fraction(1, 2), "just over half", "just-over"), above("0.5", "0.525"), None),
        (part(Fraction(1, 2), "exactly half", "exactly"), point(Fraction(1, 2)), None),
        (part(Fraction(1, 2), "most", "majority"), above("0.5", 1), None),
        (part(Fraction(1, 2), "a minority", "minority"), below(0, "0.5"), None),
        # The same in percent.
        (part(Fraction(50), "half", unit="percentage"), closed("47.5", "52.5"), None),
        (part(Fraction(50), "most", "majority", unit="percentage"), above(50, 100), None),
    ],
)
def test_fractions(quantity, entails, reader):
    assert stated(quantity) == entails
    assert implied(quantity) == (reader or entails)


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        (12, 24, 99),
        (20, 40, 99),
        (100, 200, 999),
        (1_000, 2_000, 9_999),
        (10_000, 20_000, 99_999),
        (MILLION, 2 * MILLION, 9_999_999),
    ],
)
def test_vague_plurals(value, low, high):
    assert stated(number(value, vague=True)) == Interval(low, high)


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (number(2, text="doubled", kind="multiple"), closed("1.8", "2.2")),
        (number(10, text="tenfold", kind="multiple"), closed(9, 11)),
        (number(3, text="three times more", kind="multiple"), closed("2.7", "4.4")),
        (number(3, "n-times-more", text="3x", kind="multiple"), closed("2.7", "4.4")),
        (number(3, text="three times as many", kind="multiple"), closed("2.7", "3.3")),
        (number(2, "more-than", text="more than doubled", kind="multiple"), above(2)),
        (number(2, "nearly", text="nearly doubled", kind="multiple"), below("1.8", 2)),
        (
            number(Fraction("2.5"), "", Fraction(1, 10), text="2.5 times", kind="multiple", decimal=True),
            closed("2.25", "2.75"),
        ),
    ],
)
def test_multiples(quantity, expected):
    assert stated(quantity) == expected


def test_a_few_is_no_number():
    assert stated(number(3, "few", text="a few")) == EVERYTHING


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (number(100), closed(95, 105)),
        (number(250_000), closed(237_500, 262_500)),
        (number(60, kind="percentage"), closed(57, 63)),
        (number(-2_000), closed(-2_100, -1_900)),
        (number(467), None),  # not round
        (number(5), None),  # five percent of it is less than what half a unit allows
        (number(11 * MILLION, resolution=MILLION), None),
        (number(Fraction(100), resolution=Fraction(1, 10), decimal=True), None),
        (number(80, precise=True), None),  # beside 91, 88 and 73
        (number(100, "about"), None),
        (number(100, "exactly"), None),
        (number(100, "more-than"), None),
        (number(20, kind="ordinal"), None),
        (number(100, vague=True), None),
        (number(0), None),
    ],
)
def test_a_bare_round_number_also_admits_what_it_may_have_been_rounded_from(quantity, expected):
    assert rounded(quantity) == expected


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (closed("2.5", "3.5"), Interval(3, 3)),
        (Interval(3, 5, True, True), Interval(4, 4)),
        (above(250_000), Interval(250_001, None)),
        (below(None, "3.2"), Interval(None, 3)),
        (closed("-3.5", "-2.5"), Interval(-3, -3)),
        (closed("3.2", "3.4"), closed("3.2", "3.4")),
    ],
)
def test_whole_things(interval, expected):
    assert in_wholes(interval) == expected


def test_a_bound_without_words_is_read_by_its_sign():
    assert stated(number(50, bound=">")) == above(50)
    assert stated(number(50, bound="<=")) == Interval(None, 50)
    assert stated(number(50, bound="~")) == closed(45, 55)


def test_an_unknown_qualifier_is_an_error():
    with pytest.raises(KeyError, match="umpteen"):
        stated(number(50, "umpteen"))


kinds = st.sampled_from(["count", "percentage", "currency", "fraction", "multiple", "ordinal"])
values = st.one_of(st.integers(-(10**7), 10**7), st.fractions(max_denominator=100))
resolutions = st.sampled_from([Fraction(1, 100), Fraction(1, 10), Fraction(1, 2), 1, 1000, MILLION])
ids = st.sampled_from([row.id for row in qualifiers()])


@given(values, resolutions, ids, ids, kinds, st.booleans(), st.booleans())
def test_what_a_reader_takes_is_part_of_what_the_words_entail(value, resolution, outer, inner, kind, decimal, vague):
    for qualifier in (outer, f"{outer}+{inner}"):
        quantity = number(value, qualifier, resolution, kind=kind, decimal=decimal, vague=vague and value > 0)
        assert implied(quantity).subset(stated(quantity))
        wide = rounded(quantity)
        assert wide is None or stated(quantity).subset(wide)

"""Numbers and intervals in words, as they stand in every format for people."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies

import figures
from figures import words
from figures.interval import Interval
from figures.quantity import Quantity, Span

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
        (Interval(Fraction(4100, 228), Fraction(4200, 228)), "about 17.98 to 18.42"),
        (Interval(Fraction(100_001, 7), Fraction(100_002, 7)), "about 14,285.9 to 14,286"),
        (Interval(10**5000, None), "at least 1 × 10^5000"),
        (Interval(Fraction(200, 3), Fraction(200, 3)), "about 66.67"),
        (Interval(Fraction(200, 3), None, True), "above about 66.67"),
        (Interval(Fraction(44, 7), 7, False, True), "at least about 6.29 and below 7"),
        (Interval(30, Fraction(100, 3), False, True), "at least 30 and below about 33.33"),
        (Interval(324_983_750, Fraction(670_013_499, 2)), "about 325 to 335 million"),
        (Interval(163_250_000_000_000, 491_249_998_500_000), "about 163.25 to 491.2 trillion"),
        (Interval(7_312_456_789, 7_312_456_790), "7,312,456,789 to 7,312,456,790"),
        (Interval(7_312_456_789, None), "at least 7,312,456,789"),
        (Interval(Fraction(4, 38), Fraction(2, 7)), "about 0.1053 to 0.2857"),
        (Interval(Fraction(79_999_999, 2), Fraction(80_000_001, 2)), "39,999,999.5 to 40,000,000.5"),
        (Interval(1_234_567, 1_234_567), "exactly 1,234,567"),
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
        (Interval(30, None), "degree celsius", "temperature", "at least 30 degrees Celsius"),
        (Interval(7, 8), "pound sterling", "currency", "7 to 8 pounds sterling"),
        (Interval(7, 8), "hong kong dollar", "currency", "7 to 8 Hong Kong dollars"),
        (Interval(7, 8), "tonne of CO2 equivalent", "measure", "7 to 8 tonnes of CO2 equivalent"),
        (Interval(7, 8), "kilometre per hour", "measure", "7 to 8 kilometres per hour"),
        (Interval(7, 8), "gigahertz", "measure", "7 to 8 gigahertz"),
        (Interval(7, 8), "count", "multiple", "7 to 8 times"),
        (Interval(2, 2), "weekday", "", "Tuesday"),
        (Interval(7, 7), "weekday", "", "Sunday"),
        (Interval(4, 4), "ordinal", "", "4th"),
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


@given(strategies.fractions(), strategies.fractions(), strategies.booleans(), strategies.booleans())
def test_no_interval_is_too_odd_for_words(a: Fraction, b: Fraction, lo_open: bool, hi_open: bool) -> None:
    lo, hi = min(a, b), max(a, b)
    if lo == hi:
        lo_open = hi_open = False
    said = words.interval(Interval(lo, hi, lo_open, hi_open))
    if lo == hi:
        assert said.startswith(("exactly ", "about "))
    elif not said.startswith("about ") or " to " in said:  # else the ends are told apart by no twelve digits
        assert ("above" in said) == lo_open
        assert ("below" in said) == hi_open
        assert (" to " in said) == (not lo_open and not hi_open)


@given(strategies.fractions(), strategies.fractions())
def test_an_amount_is_an_interval_without_its_ends_or_its_middle(a: Fraction, b: Fraction) -> None:
    given = Interval(min(a, b), max(a, b))
    said = words.amount(given)
    assert "exactly" not in said
    assert said in (words.interval(given).removeprefix("exactly "), f"about {words.number(given.middle or 0)}") or (
        said == words.number(given.middle or 0)
    )


@pytest.mark.parametrize(
    ("interval", "unit", "said"),
    [
        (Interval(30, 30), "percentage", "30%"),
        (Interval(Fraction(200, 3), Fraction(200, 3)), "percentage", "about 66.67%"),
        (Interval(3_599_994, 3_600_006), "dollar", "about 3.6 million dollars"),
        (Interval(Fraction(2499, 2), Fraction(2501, 2)), "dollar", "about 1,250 dollars"),
        (Interval(Fraction(499, 2), Fraction(501, 2)), "dollar", "249.5 to 250.5 dollars"),
        (Interval(95, 105, False, True), "kilometre", "95 to 105 kilometres"),
        (Interval(73, 74), "", "73 to 74"),
        (Interval(40, None, True), "", "above 40"),
    ],
)
def test_amounts_in_a_sentence(interval: Interval, unit: str, said: str) -> None:
    assert words.amount(interval, unit) == said


def test_what_has_no_numeral_is_not_told_to_the_half_year() -> None:
    (claim,) = figures.extract("It was bombed in the past year.")
    assert words.stated(claim.quantity) == "about 1 year"


def test_an_end_that_is_left_out_is_not_told_as_the_number_before_it() -> None:
    assert words.wholes(Interval(Fraction(17, 2), 2_000_000, False, True)) == Interval(9, 2_000_000, False, True)
    assert words.wholes(Interval(38_000, Fraction(47_500), True, True)) == Interval(38_000, 47_500, True, True)
    assert words.wholes(Interval(Fraction(1, 3), Fraction(2, 3))) == Interval(Fraction(1, 3), Fraction(2, 3))


@pytest.mark.parametrize(
    ("text", "said", "reads"),
    [
        ("More than 250,000 Syrians were killed.", "more than 250,000 Syrians: above 250,000", "above 250,000 and"),
        ("The base has 25 aircraft.", "25 aircraft", ""),
        ("About 40 boats sank.", "about 40 boats: 36 to 44", ""),
        ("Three million fled.", "three million: 2.5 to 3.5 million", ""),
        ("Tens of thousands of trees fell.", "tens of thousands of trees: 20,000 to 99,999", ""),
        ("Half of the budget goes to schools.", "half: 47.5 to 52.5%", ""),
        ("A third of the budget goes to schools.", "a third: about 30.83 to 35.83%", ""),
        ("The journey takes 38 minutes.", "38 minutes: 37.5 to 38.5 minutes", ""),
        ("Profits doubled.", "doubled: 1.8 to 2.2 times", ""),
        ("It was the sixth day of rain.", "sixth day", ""),
        ("It cost Rs. 14.81 crore.", "Rs. 14.81 crore: 148.05 to 148.15 million Indian rupees", ""),
        ("It was bombed in the past year.", "past year", ""),
        ("In all 120 patients took part.", "120 patients", ""),
        ("In the past 5 years it grew.", "5 years: 4.5 to 5.5 years", ""),
    ],
)
def test_what_a_claim_says_and_what_a_reader_takes_from_it(text: str, said: str, reads: str) -> None:
    (claim,) = figures.extract(text)
    assert words.says(claim) == said
    assert words.reads(claim).startswith(reads)
    assert bool(words.reads(claim)) == bool(reads)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It has 250,000 pages.", "250,000"),
        ("It cost $3.5 billion.", "3.5 billion dollars"),
        ("It grew by 57%.", "57%"),
        ("It took 3 to 5 hours.", "3 to 5 hours"),
        ("It costs 8 pounds.", "8 pounds sterling"),
        ("It was the second day.", "2nd"),
        ("Half of the budget is spent.", "1/2"),
        ("Dozens of trees fell.", "dozens"),
        ("It is 4 times as fast.", "4 times"),
    ],
)
def test_values(text: str, value: str) -> None:
    (claim,) = figures.extract(text)
    assert words.value_of(claim.quantity) == value

"""Sentences made by arithmetic: what adds up is never called inconsistent, and one changed number always is."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from judging import DAY, context, judge, rule

from figures.checks import CHECKS

AIRLINERS = {707, 717, 727, 737, 747, 757, 767, 777, 787}  # read as models of Boeing
LIGHT = settings(max_examples=50, deadline=None)


def integers(low: int, high: int) -> st.SearchStrategy[int]:
    return st.integers(low, high).filter(lambda n: n not in AIRLINERS and not 1900 <= n <= 2100)


def told(kind: str, text: str, day: date | None = DAY) -> set[str]:
    """The verdicts of a kind; the text must be related at all."""
    found = {finding.verdict for finding in judge(kind, text, day)}
    assert found, text
    return found


@LIGHT
@given(count=integers(3, 400), price=integers(60, 900), off=st.integers(1, 40))
def test_products(count: int, price: int, off: int) -> None:
    assume(count not in AIRLINERS and price * count not in AIRLINERS)
    template = "The club sold {0} tickets at ${1} each, for a total of ${2:,}."
    assert told("product", template.format(count, price, count * price)) == {"consistent"}
    wrong = count * price + off + count * price // 5  # a total may be rounded, so it is far off
    assert told("product", template.format(count, price, wrong)) == {"inconsistent"}
    assert told("product", template.format(count, price * 2, count * price)) == {"inconsistent"}


@LIGHT
@given(count=integers(3, 90), each=integers(3, 900), off=st.integers(1, 40))
def test_rates(count: int, each: int, off: int) -> None:
    total = count * each
    assume(not {total, each * 2 + off} & AIRLINERS)
    template = "The {0} schools have {1:,} pupils, an average of {2:,} pupils per school."
    assert told("rate", template.format(count, total, each)) == {"consistent"}
    assert told("rate", template.format(count, total, each * 2 + off)) == {"inconsistent"}
    assert told("rate", template.format(count, total * 2 + count * off, each)) == {"inconsistent"}


@LIGHT
@given(smaller=integers(10, 5_000), step=integers(2, 900), off=st.integers(1, 50))
def test_differences(smaller: int, step: int, off: int) -> None:
    larger = smaller + step
    assume(not {larger, larger + off, step + off} & AIRLINERS and not 1900 <= larger + off <= 2100)
    assume(not 1900 <= larger <= 2100)
    for template in (
        "The port has {0:,} boats, {1:,} more than the {2:,} of the other.",
        "The number of boats rose from {2:,} to {0:,}, an increase of {1:,}.",
    ):
        assert told("difference", template.format(larger, step, smaller)) == {"consistent"}
        assert told("difference", template.format(larger, step + off, smaller)) == {"inconsistent"}
        assert told("difference", template.format(larger + off, step, smaller)) == {"inconsistent"}


@LIGHT
@given(miles=integers(2, 2_000))
def test_conversions(miles: int) -> None:
    kilometres = round(miles * Fraction(1_609_344, 1_000_000))
    wrong = kilometres * 2
    assume(not {kilometres, wrong} & AIRLINERS)
    template = "The road is {0:,} miles ({1:,} kilometres) long."
    assert told("conversion", template.format(miles, kilometres)) == {"consistent"}
    assert told("conversion", template.format(miles, wrong)) == {"inconsistent"}


@LIGHT
@given(third=integers(5, 900), off=st.integers(1, 9))
def test_fractions(third: int, off: int) -> None:
    wrong = third + third // 4 + off
    assume(not {3 * third, wrong} & AIRLINERS and not 1900 <= 3 * third <= 2100)
    template = "A third of the {0:,} villages, {1:,}, have no well."
    assert told("fraction_of", template.format(3 * third, third)) == {"consistent"}
    assert told("fraction_of", template.format(3 * third, wrong)) == {"inconsistent"}


@LIGHT
@given(half=integers(5, 900), over=st.integers(1, 4))
def test_majorities(half: int, over: int) -> None:
    assume(not {2 * half, half + over, half - over} & AIRLINERS and not 1900 <= 2 * half <= 2100)
    template = "Most of the {0:,} members, {1:,}, voted for it."
    assert told("fraction_of", template.format(2 * half, half + over)) == {"consistent"}
    assert told("fraction_of", template.format(2 * half, half - over)) == {"inconsistent"}
    assert told("fraction_of", template.format(2 * half, half)) == {"inconsistent"}


@LIGHT
@given(first=integers(2, 60), second=integers(2, 37), off=st.integers(3, 40))
def test_percentages_of_one_whole(first: int, second: int, off: int) -> None:
    rest = 100 - first - second
    template = "Wheat covers {0} percent, maize {1} percent and the remaining {2} percent is cotton."
    assert told("hundred", template.format(first, second, rest)) == {"consistent"}
    assert told("hundred", template.format(first, second, rest + off)) == {"inconsistent"}
    assert told("hundred", template.format(first + off, second, rest)) == {"inconsistent"}


@LIGHT
@given(born=st.integers(1850, 1980), age=integers(20, 90), before=st.booleans(), off=st.integers(2, 20))
def test_ages(born: int, age: int, before: bool, off: int) -> None:
    template = "The painter, born in {0}, died in {1} at the age of {2}."
    died = born + age + before
    assert told("age", template.format(born, died, age)) == {"consistent"}
    assert told("age", template.format(born, died, age + off)) == {"inconsistent"}
    assert told("age", template.format(born - off, died, age)) == {"inconsistent"}


@LIGHT
@given(goals=st.integers(1, 15), threes=st.integers(0, 6), free=st.integers(0, 12), off=st.integers(1, 9))
def test_shots(goals: int, threes: int, free: int, off: int) -> None:
    assume(threes <= goals)
    points = 2 * goals + threes + free
    template = "The guard had {0} points ({1}-{2} FG, {3}-{4} 3PT, {5}-{6} FT)."
    shots = (goals, goals + 4, threes, threes + 2, free, free + 1)
    assert told("shots", template.format(points, *shots)) == {"consistent"}
    assert told("shots", template.format(points + off, *shots)) == {"inconsistent"}


@LIGHT
@given(sizes=st.lists(integers(5, 900), min_size=2, max_size=5), off=st.integers(1, 90))
def test_groups(sizes: list[int], off: int) -> None:
    whole, wrong = sum(sizes), sum(sizes) + off
    prefixes = {sum(sizes[:n]) for n in range(2, len(sizes))}
    assume(not {whole, wrong} & AIRLINERS and not 1900 <= whole <= 2100 and not 1900 <= wrong <= 2100)
    groups = " versus ".join(f"dose {chr(65 + n)} (n = {size})" for n, size in enumerate(sizes))
    template = "A total of {0} people were assigned to {1}."
    assert told("total", template.format(whole, groups)) == {"consistent"}
    assume(len(sizes) == 2 and wrong not in prefixes)
    assert told("total", template.format(wrong, groups)) == {"inconsistent"}


@LIGHT
@given(part=integers(1, 900), more=integers(1, 900), off=st.integers(2, 9))
def test_shares_in_the_notation_of_studies(part: int, more: int, off: int) -> None:
    whole = part + more
    right = Fraction(round(Fraction(1000 * part, whole)), 10)
    wrong = right + off
    for template in (
        "The rate was {0:.1f}% (n={1}/{2}) in spring.",
        "The rate was {1}/{2} ({0:.1f}%) in spring.",
        "The rate was low ({1}/{2}; {0:.1f}%) in spring.",
    ):
        assert told("share", template.format(float(right), part, whole)) == {"consistent"}
        found = told("share", template.format(float(wrong), part, whole))
        assert found in ({"inconsistent"}, {"not_comparable"})  # above 100 percent it may be two numbers
        assert found == {"inconsistent"} or wrong > 100


@LIGHT
@given(
    parts=st.lists(
        st.sampled_from(
            [
                "The road is 100 miles (160 km) long.",
                "Of the 40 schools, 12 (30%) are closed.",
                "The fund paid $40 to each of the 250 families, a total of $10,000.",
                "Staff rose from 40 to 50, up 25 percent.",
                "In all 12 people (5 men and 7 women) came.",
                "A third of the 90 villages, 30, have no well.",
                "The port has 52 boats, 12 more than the 40 of the other.",
                "The 30 classes have 720 pupils, or 24 pupils per class.",
                "Most of the 41 members, 22, voted for it.",
            ]
        ),
        min_size=2,
        max_size=9,
    ),
    apart=st.booleans(),
)
def test_consistent_sentences_stay_so_in_any_company(parts: list[str], apart: bool) -> None:
    text = context(("\n\n" if apart else " ").join(dict.fromkeys(parts)))
    for kind in CHECKS:
        if kind not in ("key_figure", "plausible_range", "attribution", "as_of", "data_table"):
            found = CHECKS[kind](text, rule(kind))
            assert not [f.message for f in found if f.verdict in ("inconsistent", "misleading")]

"""Counts and shares of a survey: bands of age, yes and no, grades, several answers to tick."""

from __future__ import annotations

from fractions import Fraction

import pytest
from slots import check, matched, ready
from surveys import SURVEY

from figures.data import spell


@pytest.mark.parametrize(("text", "values"), [
    ("We asked {24|42} people.", [24]),
    ("{7|9} respondents walk to work.", [7]),
    ("{Seven|Nine} of the respondents walk to work.", [7]),
    ("{Seven|Nine} of the 24 respondents said they walk to work.", [7]),
    ("{Nine|Seven} of the 14 women own a car.", [9]),
    ("{Nine|Seven} women own a car.", [9]),
    ("There were {14|16} women.", [14]),
    ("{Five|Six} women and {two|four} men walk to work.", [5, 2]),
    ("Of the {15|16} car owners, {two|three} walk to work.", [15, 2]),
    ("{Ten|Nine} car owners do not walk to work.", [10]),
    ("{Five|Six} people without a car walk to work.", [5]),
])  # fmt: skip
def test_counts(text: str, values: list[int]) -> None:
    check(text, values, SURVEY)


@pytest.mark.parametrize(("text", "values"), [
    ("{Thirteen|Sixteen} respondents do not walk to work.", [13]),
    ("{13|17} people said that they do not walk to work.", [13]),
    ("{65|56} percent do not walk to work.", [65]),
    ("{Nine|Six} respondents do not own a car.", [9]),
    ("{37.5|35.7} percent said they do not own a car.", [Fraction(75, 2)]),
    ("{62.5|72.5} percent own a car; the rest, {37.5|27.5} percent, do not.", [Fraction(125, 2), Fraction(75, 2)]),
    ("Of the 9 respondents who do not own a car, {five|four} walk to work.", [5]),
])  # fmt: skip
def test_those_who_do_not(text: str, values: list[int]) -> None:
    check(text, values, SURVEY)


@pytest.mark.parametrize(("text", "values"), [
    ("{62.5|52.6} percent of the respondents own a car.", [Fraction(125, 2)]),
    ("{58|68} percent of respondents were women.", [Fraction(175, 3)]),
    ("{A third|Half} of the respondents were aged 30 to 44.", [Fraction(1, 3)]),
    ("Among men, {25|35} percent walk to work.", [25]),
    ("{A quarter|Half} of the men walk to work.", [Fraction(1, 4)]),
    ("Of the women, {42|24} percent walk to work.", [Fraction(125, 3)]),
    ("{42|24} percent of women and {25|52} percent of men walk to work.", [Fraction(125, 3), 25]),
    ("{42|24} percent of women walk to work, compared with {25|52} percent of men.", [Fraction(125, 3), 25]),
    ("Of those under 30, {17|71} percent own a car.", [Fraction(50, 3)]),
    ("Of those aged 30 to 44, {75|57} percent own a car.", [75]),
    ("{75|57} percent of respondents aged 30 to 44 own a car.", [75]),
    ("{Three|Two} in four respondents aged 30 to 44 own a car.", [Fraction(3, 4)]),
])  # fmt: skip
def test_shares(text: str, values: list[int]) -> None:
    check(text, values, SURVEY)


@pytest.mark.parametrize(("text", "values"), [
    ("{Eight|Nine} of the respondents were aged 30 to 44.", [8]),
    ("{Six|Four} respondents aged 45 to 60 own a car.", [6]),
    ("{14|15} respondents were under 45.", [14]),
    ("{Four|Five} respondents were over 60.", [4]),
    ("{Ten|Eight} respondents were aged 45 or older.", [10]),
    ("There are {six|seven} respondents aged 18 to 29.", [6]),
    ("{Three|Four} women and {three|two} men are under 30.", [3, 3]),
])  # fmt: skip
def test_bands_of_age(text: str, values: list[int]) -> None:
    check(text, values, SURVEY)


@pytest.mark.parametrize(("text", "values"), [
    ("{12|15} respondents eat bread at work.", [12]),
    ("{Six|Seven} people eat fruit at work.", [6]),
    ("Among people aged 30 to 44, {six|five} eat bread at work.", [6]),
    ("{43|34} percent eat soup at work.", [Fraction(300, 7)]),
    ("{57|75} percent of respondents eat bread at work.", [Fraction(400, 7)]),
    ("{62|26} percent of women eat soup at work.", [Fraction(800, 13)]),
])  # fmt: skip
def test_answers_to_tick_are_shares_of_those_who_ticked_any(text: str, values: list[int]) -> None:
    check(text, values, SURVEY)


@pytest.mark.parametrize(("text", "values"), [
    ("{Four|Five} respondents were very satisfied with the canteen.", [4]),
    ("{13|15} respondents were very or somewhat satisfied with the canteen.", [13]),
    ("{13|15} respondents were satisfied with the canteen.", [13]),
    ("{59|95} percent of respondents were very or somewhat satisfied with the canteen.", [Fraction(650, 11)]),
    ("{59|95} percent were satisfied with the canteen.", [Fraction(650, 11)]),
    ("{Six|Eight} respondents were dissatisfied with the canteen.", [6]),
    ("{27|72} percent of respondents were dissatisfied with the canteen.", [Fraction(300, 11)]),
    ("{Three|Four} respondents were neither satisfied nor dissatisfied with the canteen.", [3]),
    ("{18|28} percent of those who answered were very satisfied with the canteen.", [Fraction(200, 11)]),
])  # fmt: skip
def test_grades(text: str, values: list[int]) -> None:
    check(text, values, SURVEY)


@pytest.mark.parametrize(("text", "answered", "of_all"), [
    ("% percent of respondents were satisfied with the canteen.", "59", "54"),
    ("% percent do not walk to work.", "65", "54"),
    ("% percent of respondents eat bread at work.", "57", "50"),
])  # fmt: skip
def test_a_share_may_be_of_those_who_answered_or_of_all_and_says_which(text: str, answered: str, of_all: str) -> None:
    (one,) = matched(text.replace("%", answered), SURVEY)
    (all_,) = matched(text.replace("%", of_all), SURVEY)
    assert (one.verdict, all_.verdict) == ("consistent", "consistent")
    assert one.best is not None
    assert all_.best is not None
    assert "filled" in spell.words(one.best.spell)
    assert "filled" not in spell.words(all_.best.spell)
    assert matched(text.replace("%", "71"), SURVEY)[0].verdict == "inconsistent"


def test_those_who_answered_are_not_all() -> None:
    """13 of the 20 who answered, and of the 24 who were asked."""
    text = "% percent of those who answered said they do not walk to work."
    assert [matched(text.replace("%", said), SURVEY)[0].verdict for said in ("65", "54")] == [
        "consistent", "inconsistent"
    ]  # fmt: skip


def test_grades_that_end_alike_are_no_kinds_of_rows() -> None:
    """As "characters" are of Good Characters and Bad Characters."""
    _, index, _ = ready(SURVEY)
    assert not {"satisfied", "dissatisfied"} & index.nouns["workers_survey"][0]

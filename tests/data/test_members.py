"""A list of people: how many are of a kind, older than, or came more often than; what is true of one."""

from __future__ import annotations

from fractions import Fraction

import pytest
from lists import CHOIR
from slots import check, matched


@pytest.mark.parametrize(("text", "values"), [
    ("The choir has {14|41} members.", [14]),
    ("{Five|Six} members are sopranos.", [5]),
    ("{Three|Two} members are tenors, and {three|four} are basses.", [3, 3]),
    ("{Five|Six} of the 14 members are sopranos.", [5]),
    ("{Six|Seven} members live in Hallin.", [6]),
    ("There are {six|seven} members from Hallin and {four|five} from Merrow.", [6, 4]),
    ("{Six|Five} of the members live in Hallin, {four|three} in Merrow and {four|five} in Stoke.", [6, 4, 4]),
    ("{Three|Four} of the six members in Hallin are sopranos.", [3]),
    ("{Two|Three} of the three altos live in Merrow.", [2]),
    ("{36|63} percent of members are sopranos.", [Fraction(250, 7)]),
    ("{43|34} percent of the members live in Hallin.", [Fraction(300, 7)]),
])  # fmt: skip
def test_how_many_are_of_a_kind(text: str, values: list[int]) -> None:
    check(text, values, CHOIR)


@pytest.mark.parametrize(("text", "values"), [
    ("{Four|Five} members are under 30.", [4]),
    ("{Four|Five} members are younger than 30.", [4]),
    ("{Three|Four} members are older than 60.", [3]),
    ("{Four|Five} members are aged 30 to 41.", [4]),
    ("{Six|Seven} members are 44 or older.", [6]),
    ("{Seven|Eight} members came to more than 30 rehearsals.", [7]),
    ("{Three|Four} members came to fewer than 15 rehearsals.", [3]),
    ("{Eight|Nine} members came to at least 28 rehearsals.", [8]),
    ("{29|92} percent of members are under 30.", [Fraction(200, 7)]),
])  # fmt: skip
def test_how_many_lie_beyond_a_bound(text: str, values: list[int]) -> None:
    check(text, values, CHOIR)


@pytest.mark.parametrize(("text", "values"), [
    ("The average age of the members is {42.5|45.2}.", [Fraction(85, 2)]),
    ("The median age is {39.5|41.5}.", [Fraction(79, 2)]),
    ("The average age of the basses is {58.3|53.8}.", [Fraction(175, 3)]),
    ("On average, the sopranos came to {28.6|26.8} rehearsals.", [Fraction(143, 5)]),
    ("On average, the altos came to {34.7|37.4} rehearsals and the tenors to {14.3|13.4}.",
     [Fraction(104, 3), Fraction(43, 3)]),
    ("The sopranos came to {143|134} rehearsals in total.", [143]),
    ("Members under 30 came to {14.5|15.4} rehearsals on average.", [Fraction(29, 2)]),
    ("Members over 60 came to {37.7|33.7} rehearsals on average.", [Fraction(113, 3)]),
    ("The oldest member is {70|77} years old.", [70]),
])  # fmt: skip
def test_what_is_true_of_a_group(text: str, values: list[int]) -> None:
    check(text, values, CHOIR)


@pytest.mark.parametrize(("text", "values"), [
    ("Fay Grant is {41|14} years old.", [41]),
    ("Lena Marsh came to {40|44} rehearsals, and Milo North to {six|nine}.", [40, 6]),
    ("Lena Marsh came to {40|44} rehearsals; Milo North came to {6|9}.", [40, 6]),
    ("Gil Hobbs came to {15|25} more rehearsals than Karl Lyons.", [15]),
    ("Hana Innes is from Merrow. She came to {nine|ten} rehearsals.", [9]),
    ("Dora Ellis, who is from Hallin, came to {36|63} rehearsals.", [36]),
])  # fmt: skip
def test_what_is_true_of_one(text: str, values: list[int]) -> None:
    check(text, values, CHOIR)


def test_people_without_anything_said_of_them_are_not_enough_to_be_wrong() -> None:
    """Both kinds are counted together, and what they did was not made out."""
    text = "{} sopranos and {} altos sang abroad."
    for said in (("Five", "three"), ("Two", "one")):
        assert "inconsistent" not in [m.verdict for m in matched(text.format(*said), CHOIR)]

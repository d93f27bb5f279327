"""Shops and their sales: sums, means, extremes, shares of a sum, one column for each of another, lists."""

from __future__ import annotations

from fractions import Fraction

import pytest
from lists import SCHOOLS, SHOPS
from slots import check


@pytest.mark.parametrize(("text", "values"), [
    ("Total sales were {4,000|4,400}.", [4000]),
    ("Sales in the North came to {1,145|1,154}.", [1145]),
    ("The shops in the South have a total of {29|39} staff.", [29]),
    ("The shops have {9.1|8.1} staff on average.", [Fraction(100, 11)]),
    ("The shops in the East have {7.5|5.7} staff on average.", [Fraction(15, 2)]),
    ("The median sales were {355|535}.", [355]),
    ("Average sales were {364|346}, and the median was {355|335}.", [Fraction(4000, 11), 355]),
    ("Average sales in the South were {383|338}, against {378|387} in the West.",
     [Fraction(1150, 3), Fraction(1135, 3)]),
    ("The highest sales were {610|680}, at Denby.", [610]),
    ("The lowest sales were {150|105}.", [150]),
    ("Denby has {2.5|3.5} times as many staff as Elton.", [Fraction(5, 2)]),
    ("Sales at Denby were {four|five} times those at Gorton.", [Fraction(610, 150)]),
    ("Sales at Denby were {130|150} higher than at Ashby.", [130]),
    ("{Five|Six} shops have at least 10 staff.", [5]),
    ("{Four|Five} shops have fewer than 8 staff.", [4]),
    ("{Four|Five} of the 11 shops had sales above 400.", [4]),
    ("{27|37} percent of the shops are in the West.", [Fraction(300, 11)]),
])  # fmt: skip
def test_computed_of_many_rows(text: str, values: list[int]) -> None:
    check(text, values, SHOPS)


@pytest.mark.parametrize(("text", "values"), [
    ("The South made {28.75|27.85} percent of sales.", [Fraction(115, 4)]),
    ("The South accounts for {29|39} percent of total sales.", [Fraction(115, 4)]),
    ("The West took {28|82} percent of all sales.", [Fraction(1135, 40)]),
])  # fmt: skip
def test_shares_of_a_sum(text: str, values: list[int]) -> None:
    check(text, values, SHOPS)


@pytest.mark.parametrize(("text", "values"), [
    ("The schools have {16.5|15.6} pupils per teacher.", [Fraction(3620, 219)]),
    ("The primary schools have {22|12} pupils per teacher.", [22]),
    ("In Essex, there are {17.9|19.7} pupils per teacher.", [Fraction(1040, 58)]),
    ("Elm Green has {15|25} pupils per teacher.", [15]),
])  # fmt: skip
def test_one_column_for_each_of_another(text: str, values: list[int]) -> None:
    check(text, values, SCHOOLS)


@pytest.mark.parametrize(("text", "values"), [
    ("The secondary schools have {2,520|2,250} pupils in total.", [2520]),
    ("{Six|Five} of the nine schools are primary schools.", [6]),
    ("The primary schools in Kent have {390|930} pupils in total.", [390]),
    ("{Two|Three} of the primary schools are in Surrey.", [2]),
    ("{Four|Five} schools have more than 230 pupils.", [4]),
    ("{One|Two} primary schools have more than 230 pupils.", [1]),
])  # fmt: skip
def test_two_conditions(text: str, values: list[int]) -> None:
    check(text, values, SCHOOLS)


@pytest.mark.parametrize(("text", "values"), [
    ("{Three|Four} shops are in the North, {three|four} in the South and {two|five} in the East.", [3, 3, 2]),
    ("Ashby has {12|21} staff, Birley {7|9} and Corham {9|6}.", [12, 7, 9]),
    ("Sales in the North came to {1,145|1,154}, in the South to {1,150|1,510} and in the East to {570|750}.",
     [1145, 1150, 570]),
    ("Sales were highest at Denby with {610|601}, followed by Kelby with {540|450}.", [610, 540]),
    ("Kelby took {540|450} in sales and had {17|71} returns.", [540, 17]),
    ("Denby and Kelby had {22|12} and {17|71} returns, respectively.", [22, 17]),
])  # fmt: skip
def test_lists(text: str, values: list[int]) -> None:
    check(text, values, SHOPS)

"""Wordings that make a number another one than it looks like: right ones are not flagged, and wrong ones are."""

from __future__ import annotations

import pytest

from figures.tracing import trace

STORES = [
    {
        "store": "Ashford Mill",
        "region": "North",
        "orders": 310,
        "revenue": 120500,
        "returned_pct": 0.04,
        "opened": 2011,
    },
    {"store": "Birch Lane", "region": "North", "orders": 275, "revenue": 98400, "returned_pct": 0.11, "opened": 2015},
    {"store": "Cedar Row", "region": "South", "orders": 402, "revenue": 143800, "returned_pct": 0.07, "opened": 2019},
    {"store": "Dogwood Park", "region": "East", "orders": 190, "revenue": 87250, "returned_pct": 0.02, "opened": 2020},
]
MONTHS = [
    {"month": "2024-01", "sales": 100, "visits": 1000},
    {"month": "2024-02", "sales": 120, "visits": 1100},
    {"month": "2024-03", "sales": 90, "visits": 1300},
]
YEARS = [
    {"year": 2022, "region": "North", "revenue": 100},
    {"year": 2023, "region": "North", "revenue": 150},
    {"year": 2022, "region": "South", "revenue": 80},
    {"year": 2023, "region": "South", "revenue": 60},
]


@pytest.mark.parametrize(("rows", "text"), [
    (STORES, "Of the 4 stores, 2 are in the North. Two of the four stores are in the North."),
    (STORES, "The top 3 stores by orders are Cedar Row (402), Ashford Mill (310) and Birch Lane (275)."),
    (STORES, "Cedar Row had the highest revenue at $143,800, about 32% of the total."),
    (STORES, "North region: 585 orders, $218,900 revenue. South region: 402 orders."),
    (STORES, "On average, a store takes 294 orders; the average in the North is 292.5."),
    (STORES, "Revenue per order is highest at Dogwood Park, at roughly $459."),
    (STORES, "Cedar Row has more than twice as many orders as Dogwood Park."),
    (STORES, "We looked at 4 stores over 12 months. Within 30 days, 5 new stores will open."),
    (STORES, "Ashford Mill took 310 orders worth $120,500, while Birch Lane took 275 worth $98,400."),
    (STORES, "Three stores have more than 200 orders. All 4 stores exceeded 150 orders."),
    (STORES, "In the North there are 2 stores with total orders of 585."),
    (STORES, "Cedar Row is up 12% this year. Revenue was $500,000 in March."),
    (STORES, "Dogwood Park has 61% of the orders of Ashford Mill."),
    (MONTHS, "Sales rose 20% from January to February 2024, then fell 25% in March."),
    (MONTHS, "Total visits in the first quarter came to 3,400, with a peak of 1,300 in March."),
    (YEARS, "Revenue in the North grew 50% to 150 in 2023. In the South, it fell from 80 to 60."),
    (YEARS, "In 2019, total revenue was 300. Total revenue in Berlin was 999. There are 12 rows in Leipzig."),
])  # fmt: skip
def test_a_sound_text_is_not_flagged(rows: object, text: str) -> None:
    assert [finding.message for finding in trace(text, rows).findings] == []


@pytest.mark.parametrize(("rows", "text", "derived"), [
    (STORES, "Cedar Row and Dogwood Park had {} orders together.", 592),
    (STORES, "The difference between Dogwood Park and Cedar Row is {} orders.", 212),
    (STORES, "Ashford Mill and Birch Lane had {} and 275 orders respectively.", 310),
    (STORES, "Ashford Mill and Birch Lane had 310 and {} orders respectively.", 275),
    (STORES, "{} stores have more than 200 orders.", 3),
    (MONTHS, "Sales in February were 120, up from {} in January.", 100),
    (YEARS, "North revenue was {} in 2022 and 150 in 2023.", 100),
    (YEARS, "North revenue was 100 in 2022 and {} in 2023.", 150),
    (YEARS, "In 2023, total revenue was {}, compared with 180 in 2022.", 210),
])  # fmt: skip
def test_what_such_a_number_is_taken_for(rows: object, text: str, derived: int) -> None:
    right = trace(text.format(derived), rows)
    assert right.sound
    assert derived in [number.derived for number in right.numbers if number.verdict == "consistent"]
    wrong = trace(text.format(derived + 7), rows)
    assert [finding.message.partition(" is not")[0] for finding in wrong.findings] == [str(derived + 7)]


def test_different_values_are_counted() -> None:
    assert [n.derived for n in trace("They lie in 3 regions.", STORES).numbers] == [3]
    assert [n.derived for n in trace("There are 3 different regions.", STORES).numbers] == [3]
    assert trace("The plan names 12 regions that it will open.", STORES).sound


PEOPLE = [
    {"name": "Ann Strong", "city": "Green", "year": 2015, "age": 40},
    {"name": "Bob Curry", "city": "Reading", "year": 2015, "age": 52},
    {"name": "Cem Aydin", "city": "Wells", "year": 2016, "age": 19},
]


@pytest.mark.parametrize("text", [
    "Strong results: 45 of the visitors were of an age of 70.",
    "Hugh Strong, of an age of 61, won.",
    "Dell Curry is of an age of 61.",
    "Reading at the age of 7 is common.",
    "The total year was 12.",
    "In 2017 the age was 33.",
])  # fmt: skip
def test_words_and_other_peoples_names_are_not_taken_for_values(text: str) -> None:
    assert [finding.message for finding in trace(text, PEOPLE).findings] == []


def test_such_names_are_taken_where_they_stand_alone() -> None:
    found = trace("Bob Curry is of an age of 52. Curry lives in Wells, and Aydin is of an age of 91.", PEOPLE)
    assert [number.derived for number in found.numbers] == [52, 19]


def test_names_said_together_without_a_word_for_how_are_left_alone() -> None:
    (number,) = trace("Ashford Mill and Birch Lane took 310 orders.", STORES).numbers
    assert number.verdict == "unchecked"

"""Shares of rows, lists of shares, yes and no, tables told apart by name, years from one to another."""

from __future__ import annotations

import pytest

from figures.data import index, sql
from figures.data.load import from_rows
from figures.data.spell import Table
from figures.tracing import trace

TRIPS = ["bus"] * 8 + ["night tram"] * 4 + ["bicycle"] * 6 + ["ferry"] * 2 + [None] * 5
SURVEY = [
    {
        "respondent id": 100 + at,
        "How do you usually travel?": trip,
        "Do you buy a monthly ticket?": "Yes" if at % 5 < 2 else "No",
        "Gender": "Female" if at % 2 else "Male",
    }
    for at, trip in enumerate(TRIPS)
]
YEARS = [{"title": f"Film {n}", "year": 2000 + n % 10, "gross": 10 * n} for n in range(40)]
NORTH = [{"vessel": f"Vessel {n}", "kind": "Steel hulls" if n % 4 else "Wooden hulls"} for n in range(12)]
SOUTH = [{"vessel": f"Boat {n}", "kind": "Steel hulls" if n % 2 else "Wooden hulls"} for n in range(10)]
SPLIT = [
    {"name": "Robin", "total": 9000, "male_share": 0.4, "female_share": 0.6},
    {"name": "Kit", "total": 700, "male_share": 0.7, "female_share": 0.3},
]


def survey() -> list[Table]:
    return [from_rows(SURVEY, "travel_survey")]


def fleets() -> list[Table]:
    return [from_rows(NORTH, "fleet_baltic"), from_rows(SOUTH, "fleet_aegean")]


@pytest.mark.parametrize(("tables", "text", "derived"), [
    (survey, "How people get about: bus 40%; night tram 20; bicycle 30; ferry 10.", [40, 20, 30, 10]),
    (survey, "The data holds 25 respondents.", [25]),
    (survey, "40 percent of respondents said they buy a monthly ticket.", [40]),
    (survey, "There were 12 women.", [12]),
    (survey, "Holders of a monthly ticket liked the night tram (25 percent of monthly buyers).", [25]),
    (lambda: [from_rows(YEARS, "films")], "The data has 20 films released from 2002 to 2006.", [20]),
    (fleets, "Wooden hulls make up 25 percent of the Baltic fleet and 50 percent of the Aegean fleet.", [25, 50]),
    (fleets, "It lists 12 vessels from the Baltic.", [12]),
    (lambda: [from_rows(SPLIT, "names")], "Robin's male-to-female split is 40 percent to 60 percent.", [40, 60]),
])  # fmt: skip
def test_what_a_share_or_a_count_is_taken_for(tables: object, text: str, derived: list[int]) -> None:
    given = tables()  # type: ignore[operator]
    found = trace(text, index.build(given))
    assert [number.derived for number in found.numbers if number.derived is not None] == derived
    with sql.connect(given) as connection:
        for number in found.numbers:
            if number.query:
                (value,) = connection.execute(number.query).fetchone()
                assert value == pytest.approx(float(number.derived))  # type: ignore[arg-type]


def test_rows_that_did_not_answer_are_left_out() -> None:
    found = trace("How people get about: bus 40%; night tram 20; bicycle 30.", index.build(survey()))
    assert [number.verdict for number in found.numbers] == ["consistent"] * 3


def test_two_tables_that_both_fit_leave_a_number_unchecked() -> None:
    found = trace("It lists 12 vessels.", index.build(fleets()))
    assert [number.verdict for number in found.numbers] == ["unchecked"]


def test_a_fall_is_a_negative_change() -> None:
    rows = [{"year": 2023, "revenue": 200}, {"year": 2024, "revenue": 150}]
    right = trace("Revenue fell by 25% from 2023 to 2024.", rows)
    assert [number.verdict for number in right.numbers] == ["consistent"]
    assert not trace("Revenue fell by 52% from 2023 to 2024.", rows).sound

"""Numbers that their words may mean something else by: borne out where they fit, and never called wrong."""

from __future__ import annotations

import pytest
from slots import Rows, matched, rows

import figures
from figures import trace

SALES = {
    "sales": rows("""
region|year|quarter|revenue|units
North|2023|Q1|410|40
North|2023|Q2|430|45
North|2024|Q1|450|47
North|2024|Q2|470|52
South|2023|Q1|210|20
South|2023|Q2|230|25
South|2024|Q1|190|18
South|2024|Q2|200|21
""")
}
VISITS = {
    "visits": rows("""
visitor|name|department|trips|salary
1|Maya Cohen|Finance|3|42500
2|Ben Osei|Finance|4|68500
3|Keiko Sato|Sales|6|61000
4|Carla Ruiz|Sales|2|49500
5|Jack Brody|Support|5|52000
6|Elif Demir|Support|1|41000
""")
}
TOTALS = {
    "towns": rows("""
town|schools|pupils
Aldham|4|1200
Borley|6|1800
Total|10|3000
""")
}
BUDGET = {
    "budget": rows("""
department|budget
Schools|84
Police|56
Roads|41
Parks|12
""")
}
VOTES = {
    "votes": rows("""
district|winner|cast|Alder|Brandt
Castle|Alder|9000|5000|4000
Market|Brandt|7000|3000|4000
Riverside|Alder|8000|4500|3500
""")
}


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (SALES, "Revenue in the North rose by 80 between 2023 and 2024."),  # 840 to 920
        (SALES, "From 2023 to 2024, revenue in the North went from 840 to 920."),
        (SALES, "Revenue in the South was 390 in 2024, an amount of 50 below the year before."),
        (SALES, "In 2024 the North had revenue of 920, after 840 the year before."),
        (VISITS, "Four visitors are in sales or support."),
        (VISITS, "Maya Cohen, 28, is paid 42,500."),
        (VISITS, "The gap between the highest and the lowest salary is 27,500."),
        (TOTALS, "In total there are 10 schools with 3,000 pupils."),
        (BUDGET, "Schools have a budget of 84 million."),
        (BUDGET, "The budget of the police is 56 million euros."),
        (VOTES, "Alder received 3,000 votes in Market."),
        (VOTES, "Brandt won Market by 1,000 votes."),
    ],
)
def test_what_is_right_is_not_called_wrong(given: dict[str, Rows], text: str) -> None:
    assert {match.verdict for match in matched(text, given)} <= {"consistent", "unchecked"}


@pytest.mark.parametrize(
    ("given", "text", "wrong"),
    [
        (SALES, "In 2024 the North had revenue of {} in total.", ("920", "929")),
        (VISITS, "Maya Cohen is paid {}.", ("42,500", "45,200")),
        (VISITS, "The average salary is {}.", ("52,417", "54,217")),
        (BUDGET, "Schools have a budget of {}.", ("84", "48")),
    ],
)
def test_plain_statements_beside_them_are_still_checked(
    given: dict[str, Rows], text: str, wrong: tuple[str, str]
) -> None:
    right, off = (
        [m.verdict for m in matched(text.format(said), given) if m.value not in (2024,)][-1] for said in wrong
    )
    assert (right, off) == ("consistent", "inconsistent")


def test_a_number_is_read_as_the_one_beside_it_that_is_borne_out() -> None:
    given = {"players": [{"player": f"P{k}", "country": "Iceland" if k < 14 else "Norway"} for k in range(25)]}
    for said, verdict in (("11", "consistent"), ("17", "inconsistent")):
        found = matched(f"Iceland leads with 14 players, ahead of Norway with {said}.", given)
        assert [match.verdict for match in found] == ["consistent", verdict]


@pytest.mark.parametrize("header", ["点数", "очки", "%", "€", ""])
def test_a_header_without_latin_letters_stops_nothing(header: str) -> None:
    found = trace("There were 12 of them in 2 teams.", [{"team": "Ash", header: 5}, {"team": "Birch", header: 7}])
    assert [number.text for number in found.numbers] == ["12", "2"]


@pytest.mark.parametrize(("given", "got"), [(None, "NoneType"), ("12", "str"), ([12], "list with int in it")])
def test_what_are_no_rows_is_said_plainly(given: object, got: str) -> None:
    with pytest.raises(TypeError, match=f"a list of dicts.*; got {got}"):
        trace("There were 12.", given)


def test_the_guard_is_made_ready_as_the_documents_say() -> None:
    ready = figures.tracing.prepare([{"team": "Ash", "points": 12}])
    assert figures.trace("Ash has 12 points.", ready).sound
    assert not figures.trace("Ash has 21 points.", ready).sound


@pytest.mark.parametrize(
    ("said", "verdict"), [("88.9 million euros", "consistent"), ("98.8 million euros", "inconsistent")]
)
def test_millions_in_the_brackets_of_a_header_are_a_scale(said: str, verdict: str) -> None:
    given = {
        "budget": [{"department": "Schools", "Budget (EUR m)": 88.9}, {"department": "Police", "Budget (EUR m)": 59.4}]
    }
    (found,) = matched(f"The budget of the schools is {said}.", given)
    assert found.verdict == verdict

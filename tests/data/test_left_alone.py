"""Sentences that are right and were easily misread; and texts that a table knows nothing of."""

from __future__ import annotations

import pytest
from lists import BRANCHES, CHOIR, INCIDENTS, PORTS, SCHOOLS, SHOPS
from slots import Rows, matched
from surveys import SURVEY

SOUND = [
    (SURVEY, "Fewer than half of the women, 42 percent, walk to work."),
    (SURVEY, "Five of the nine people without a car walk to work."),
    (SURVEY, "One in six respondents under 30 owns a car."),
    (SURVEY, "Four respondents did not answer whether they walk to work."),
    (SURVEY, "Women are more likely to walk to work (42 percent) than men (25 percent)."),
    (SURVEY, "The survey was sent to 300 people; 24 answered."),
    (SURVEY, "Three women and three men are under 30."),
    (SURVEY, "15 respondents own a car, nine of them women and six of them men."),
    (SURVEY, "14 women and 10 men took part."),
    (SURVEY, "Women (64 percent) own cars more often than men (60 percent)."),
    (SURVEY, "Of those who walk to work, 71 percent are women."),
    (SURVEY, "Bread (57 percent) is the most popular, followed by soup (43 percent) and fruit (29 percent)."),
    (BRANCHES, "Bridge lost one member of staff in 2023, falling to three."),
    (BRANCHES, "Each loan cost 61 euros in 2023."),
    (BRANCHES, "In 2021, 2022 and 2023 Abbey had 1,200, 1,500 and 1,800 loans."),
    (BRANCHES, "Abbey's loans grew by 50 percent in two years, from 1,200 to 1,800."),
    (BRANCHES, "Loans rose by 12 percent in 2023, after 11 percent in 2022."),
    (BRANCHES, "Loans at Castle were 2,500 in 2021. The staff grew to 12."),
    (BRANCHES, "Castle has a staff of 12."),
    (SCHOOLS, "Ash Road has 210 pupils and 10 teachers. Beech Hill has 180 and 9."),
    (SCHOOLS, "Six of the nine are primary schools."),
    (SCHOOLS, "Each of the three counties has one secondary school."),
    (SCHOOLS, "Secondary schools have 70 percent of the pupils."),
    (CHOIR, "Five of the 14 members are sopranos; the other nine are not."),
    (CHOIR, "Emil Frost and Milo North came to 18 rehearsals between them."),
    (CHOIR, "The choir sang 12 concerts this year."),
    (CHOIR, "Four members are in their thirties."),
    (CHOIR, "Five of the members wear glasses."),
    (SHOPS, "Ashby (12 staff) sold 480; Birley (7) sold 310."),
    (SHOPS, "Sales at Denby were four times those at Gorton."),
    (SHOPS, "Denby and Kelby together sold 1,150."),
    (SHOPS, "Ashby sold 480, a third more than Hadley's 420."),
    (PORTS, "Visitors rose from 500 to 800 between 2014 and 2017."),
    (PORTS, "Cove grew by 50 percent from 2014 to 2017, from 200 to 300 visitors."),
    (PORTS, "Alby had 40 more visitors in 2017 than in 2014."),
    (PORTS, "Bray lost 30 visitors from 2015 to 2016."),
    (PORTS, "Bray had 60 visitors in 2016, down from 90 a year earlier."),
    (PORTS, "The table covers 4 ports and 4 years."),
    (PORTS, "In 2016, three of the four ports had more than 100 visitors."),
    (PORTS, "Dyke more than doubled its visitors, from 100 in 2014 to 230 in 2017."),
    (PORTS, "In 2012, Alby had 99 visitors."),
    (PORTS, "In 2016, Cove had 80 more visitors than Alby."),
    (INCIDENTS, "In 2023, five of the incidents were crashes."),
    (INCIDENTS, "In 2023, five of the incidents were preventable."),
    (INCIDENTS, "In the first quarter of 2023 there were seven incidents."),
    (INCIDENTS, "In March 2023 alone there were four incidents, two of them in Quay or Mill."),
    (INCIDENTS, "There have been five crashes since July 2023."),
]


@pytest.mark.parametrize(("given", "text"), SOUND, ids=[text for _, text in SOUND])
def test_what_is_right_is_not_called_wrong(given: dict[str, Rows], text: str) -> None:
    found = matched(text, given)
    assert found
    assert {match.verdict for match in found} <= {"consistent", "unchecked"}


COUNCIL = """\
The parish council of Lower Wick met on Tuesday. It spent 2,400 pounds on 35 benches and planted 60 lime trees along
the 3 lanes that lead to the mill. {} Work on the chapel roof will take 14 weeks.
"""


@pytest.mark.parametrize(("given", "text"), [
    (SHOPS, "Ashby has 34 staff."),
    (CHOIR, "Fay Grant is 62 years old."),
    (PORTS, "Alby had 900 visitors in 2016."),
    (INCIDENTS, "There were 40 incidents in 2023."),
    (SURVEY, "40 people own a car."),
])  # fmt: skip
def test_a_text_about_something_else_is_not_held_against_a_table(given: dict[str, Rows], text: str) -> None:
    """Alone the sentence is about the table; among many that it knows nothing of, a name is only one of the same."""
    assert [m.verdict for m in matched(text, given) if m.derived is not None] == ["inconsistent"]
    assert {m.verdict for m in matched(COUNCIL.format(text), given)} == {"unchecked"}


def test_one_number_that_the_table_bears_out_makes_it_the_table_of_the_text() -> None:
    text = COUNCIL.format("Ashby has 12 staff. Birley has 34 staff.")
    verdicts = [m.verdict for m in matched(text, SHOPS) if m.derived is not None]
    assert verdicts == ["consistent", "inconsistent"]


@pytest.mark.parametrize(("given", "text"), [
    (SHOPS, "The new owners spent 75 days painting the old shops."),
    (SHOPS, "Some 900 customers wrote to complain about late deliveries."),
    (CHOIR, "Nearly 200 guests heard the sopranos sing at the harvest fair."),
    (CHOIR, "Ada Brook has 3 brothers."),
    (PORTS, "The harbour wall at Alby is 900 metres long."),
    (INCIDENTS, "Insurers paid for 77 broken windows after the floods."),
    (SURVEY, "Women who work nights sleep 6 hours."),
])  # fmt: skip
def test_a_sentence_of_which_few_words_are_known_is_not_called_wrong(given: dict[str, Rows], text: str) -> None:
    found = matched(text, given)
    assert [match.verdict for match in found] == ["unchecked"] * len(found)
    assert found

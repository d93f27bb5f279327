"""Scores and numbers of parts and moments of a game."""

from __future__ import annotations

import pytest
from games import held, verdicts


@pytest.mark.parametrize(("text", "derived"), [
    ("Bremen led 30-24 after one quarter.", {"30": 31, "24": 24}),
    ("Bremen led 31-24 after the first quarter and 54-51 at the break.", {"31": 31, "54": 53, "51": 51}),
    ("Porto was down 52-50 at the half.", {"52": 53, "50": 51}),
    ("The Pilots were ahead 82-70 going into the fourth.", {"82": 82, "70": 71}),
    ("The Pilots were on top 82-70 at the end of the third quarter.", {"82": 82, "70": 71}),
    ("Bremen took an 83-71 lead into the final period.", {"83": 82, "71": 71}),
    ("Bremen outscored Porto 30-20 in the third quarter.", {"30": 29, "20": 20}),
    ("Bremen outscored Porto, 30-20, in the third quarter.", {"30": 29, "20": 20}),
    ("Porto was outscored 29-21 in the third.", {"29": 29, "21": 20}),
    ("Porto won the second quarter, 28-22.", {"28": 27, "22": 22}),
    ("The Pilots used a 30-20 third quarter to pull away.", {"30": 29, "20": 20}),
    ("Riding a 32-24 first quarter, the Pilots beat Porto 108-99.", {"32": 31, "108": 108, "99": 99}),
    ("After three quarters, the Pilots led 81-71.", {"81": 82, "71": 71}),
    ("In the second quarter, the Sea Lions outscored the Pilots 29-22.", {"29": 27, "22": 22}),
    ("The halftime score was 54-51.", {"54": 53, "51": 51}),
    ("The score stood at 82-72 after three.", {"82": 82, "72": 71}),
    ("Bremen rallied from a bad start in the first quarter to beat Porto 107-99.", {"107": 108, "99": 99}),
    ("The Pilots pulled away in the third quarter for a 109-99 victory over the Sea Lions.", {"109": 108, "99": 99}),
    ("Bremen, up at halftime, escaped with a 108-98 win over Porto.", {"108": 108, "98": 99}),
    ("The Pilots blew it open with a 30-20 third.", {"30": 29, "20": 20}),
    ("Porto was the better side in the second quarter, winning it 28-22.", {"28": 27, "22": 22}),
    ("Bremen is 17-9.", {"17": 18, "9": 9}),
    ("Bremen left with a 108-98 defeat of Porto.", {"108": 108, "98": 99}),
])  # fmt: skip
def test_a_score_is_of_the_time_that_stands_beside_it(text: str, derived: dict[str, int]) -> None:
    found = held(text, "court")
    assert {number: found[number].derived for number in derived} == derived


@pytest.mark.parametrize(("text", "number", "derived"), [
    ("Bremen led by just eight after the first quarter.", "eight", 7),
    ("Porto was down three at the break.", "three", 2),
    ("Porto came back from four points down at halftime to take the lead.", "four", 2),
    ("Bremen carried a 13-point cushion into the fourth quarter.", "13", 11),
    ("The Pilots stretched the lead to 12 by the end of the third quarter.", "12", 11),
    ("Porto cut the deficit to four by halftime.", "four", 2),
    ("The lead had shrunk to three at the half.", "three", 2),
    ("The Pilots put up 32 points in the first quarter and 23 in the second.", "23", 22),
    ("Bremen scored 53 points in the first half and 56 in the second.", "56", 55),
    ("Porto managed only 19 points in the third quarter.", "19", 20),
    ("Bremen scored 54 points after halftime.", "54", 55),
    ("Porto was outscored by ten in the third quarter.", "ten", 9),
])  # fmt: skip
def test_a_number_of_a_part_of_the_game(text: str, number: str, derived: int) -> None:
    found = held(text, "court")[number]
    assert (found.verdict, found.derived) == ("inconsistent", derived)


@pytest.mark.parametrize("text", [
    "Bremen led 40-33 midway through the second quarter.",
    "Bremen took a 62-50 lead and never looked back.",
    "Bremen trailed 40-33 with six minutes left in the half.",
    "Bremen went up 90-80 early in the fourth quarter.",
    "Porto won the overtime period 12-4. In overtime, in which Porto won 12-4, Bremen was cold.",
    "Abel had 14 points at halftime.",
    "Abel had 20 points, five rebounds and three assists in the second half.",
    "Jansen took over in the fourth quarter, scoring 14 points.",
    "The first half belonged to the Pilots, who outscored Porto 40-39.",
    "The Pilots made seven threes in the third quarter and went 2-for-9 in the fourth.",
    "Bremen outscored Porto 12-3 over those six minutes.",
    "The Pilots won the final five minutes.",
])  # fmt: skip
def test_what_no_column_holds_is_left_alone(text: str) -> None:
    assert set(verdicts(text, "court").values()) == {"unchecked"}


@pytest.mark.parametrize(("text", "numerals"), [
    ("Bremen led 31-24 after one quarter and 82-71 after three.", {"one quarter", "three"}),
    ("Porto scored 27 in the second and 20 in the third.", {"second", "third"}),
    ("Tom Grieg led the second unit with 14 points.", {"second"}),
])  # fmt: skip
def test_numerals_that_name_a_time_or_a_group_say_no_number(text: str, numerals: set[str]) -> None:
    found = held(text, "court")
    assert {number for number, match in found.items() if match.named} == numerals


def test_a_side_whose_name_is_a_word_for_being_behind_does_not_trail() -> None:
    from figures import readers
    from figures.claims import read_claims
    from figures.data import index, verdict
    from figures.data.load import from_rows

    sides = [
        {"side": "home", "CITY": "Graz", "NAME": "Trail Riders", "PTS": 90, "PTS_QTR1": 30, "PTS_QTR2": 20,
         "PTS_QTR3": 20, "PTS_QTR4": 20},
        {"side": "away", "CITY": "Linz", "NAME": "Comets", "PTS": 80, "PTS_QTR1": 20, "PTS_QTR2": 20, "PTS_QTR3": 20,
         "PTS_QTR4": 20},
    ]  # fmt: skip
    document = readers.read("<text>", b"The Trail Riders were up 30-20 after one quarter.", media_type="text/plain")
    found = verdict.match(document, read_claims(document).claims, index.build([from_rows(sides, "teams")]))
    assert [m.verdict for m in found if not m.named] == ["consistent", "consistent"]

"""Leads and scores during a game, from the score by quarters, halves or periods."""

from __future__ import annotations

import pytest
from games import SIDES, held, verdicts

from figures import readers
from figures.claims import read_claims
from figures.data import index, verdict
from figures.data.load import from_rows


@pytest.mark.parametrize(("text", "number", "derived", "game"), [
    ("Neither team led by more than 5 points.", "5", 9, "basketball"),
    ("There were no long runs, with neither side leading by more than eight points.", "eight", 9, "basketball"),
    ("The Comets led by as many as 8.", "8", 9, "basketball"),
    ("The Comets never led by more than four points.", "four", 9, "basketball"),
    ("The Ravens trailed by as many as six points.", "six", 9, "basketball"),
    ("The largest lead of the game was eight points.", "eight", 9, "basketball"),
    ("Neither side led by more than one goal.", "one", 2, "hockey"),
    ("The Otters led by as many as three goals.", "three", 4, "handball"),
])  # fmt: skip
def test_the_largest_lead_is_at_least_one_that_was(text: str, number: str, derived: int, game: str) -> None:
    found = held(text, game)[number]
    assert (found.verdict, found.derived) == ("inconsistent", derived)


@pytest.mark.parametrize("text", [
    "Neither team led by more than 9 points.",
    "The Comets led by as many as 15.",
    "The Ravens led by as many as two.",
    "The Comets led by as many as 7 in the second half.",
    "The Comets never trailed by more than 5 points.",
    "The Comets built a 13-point lead.",
])  # fmt: skip
def test_a_lead_that_may_be_is_left_alone(text: str) -> None:
    assert set(verdicts(text).values()) == {"unchecked"}


@pytest.mark.parametrize(("text", "derived", "game"), [
    ("The Comets led 50-48 at halftime.", {"50": 50, "48": 48}, "basketball"),
    ("The Ravens trailed 52-48 at the break.", {"52": 50, "48": 48}, "basketball"),
    ("The Comets jumped out to a 30-20 lead after one quarter.", {"30": 30, "20": 21}, "basketball"),
    ("The Comets took a 76-68 lead into the fourth quarter.", {"76": 76, "68": 68}, "basketball"),
    ("The Comets led by nine after the first quarter.", {"nine": 9}, "basketball"),
    ("The Comets took a four-point lead into halftime.", {"four": 2}, "basketball"),
    ("Linz held a 10-point halftime lead.", {"10": 2}, "basketball"),
    ("The Ravens trailed by two at the half.", {"two": 2}, "basketball"),
    ("After three quarters, the Comets led by eight.", {"eight": 8}, "basketball"),
    ("The Wolves led by two goals entering the third period.", {"two": 2}, "hockey"),
    ("The Foxes led 1-0 after the first period.", {"1": 1, "0": 0}, "hockey"),
    ("The Herons led 15-13 at halftime.", {"15": 15, "13": 14}, "handball"),
])  # fmt: skip
def test_the_score_at_a_time(text: str, derived: dict[str, int], game: str) -> None:
    found = {number: match for number, match in held(text, game).items() if match.derived is not None}
    assert {number: match.derived for number, match in found.items()} == derived
    for number, match in found.items():
        words = {"nine": 9, "four": 4, "two": 2, "eight": 8}
        said = words[number] if number in words else int(number)
        assert match.verdict == ("consistent" if said == derived[number] else "inconsistent")


@pytest.mark.parametrize(("text", "game"), [
    ("The Foxes led 1-0 at the break.", "hockey"),
    ("The Wolves led 3-1 after 40 minutes.", "hockey"),
    ("The Comets led 60-55 midway through the third.", "basketball"),
    ("The Comets led 50-48 at halftime.", "season"),
])  # fmt: skip
def test_the_score_at_a_time_that_no_table_knows_is_left_alone(text: str, game: str) -> None:
    assert set(verdicts(text, game).values()) == {"unchecked"}


@pytest.mark.parametrize(("text", "derived", "game"), [
    ("The Comets improved to 12-4 with the win.", {"12": 12, "4": 4}, "basketball"),
    ("The Ravens fell to 7-10 with the loss.", {"7": 7, "10": 9}, "basketball"),
    ("The Comets are now 13-4 on the season.", {"13": 12, "4": 4}, "basketball"),
    ("The Comets are now 13-2 at home.", {"13": 12}, "basketball"),
    ("The Comets are now 7-1 since January.", {}, "basketball"),
    ("The Foxes dropped to 22-26 with the loss.", {"22": 22, "26": 25}, "hockey"),
])  # fmt: skip
def test_a_record_in_words(text: str, derived: dict[str, int], game: str) -> None:
    found = held(text, game)
    assert {number: match.derived for number, match in found.items() if match.derived is not None} == derived


@pytest.mark.parametrize(("text", "derived", "game"), [
    ("The Comets won by 8.", {"8": 8}, "basketball"),
    ("The Ravens lost by nine.", {"nine": 8}, "basketball"),
    ("The Comets beat the Ravens by nine points.", {"nine": 8}, "basketball"),
    ("The Comets escaped with a 10-point victory over the Ravens.", {"10": 8}, "basketball"),
    ("The Ravens suffered an eight-point loss.", {"eight": 8}, "basketball"),
    ("The Comets outscored the Ravens by nine in the first quarter.", {"nine": 9}, "basketball"),
    ("The Comets outscored the Ravens by 12 in the second half.", {"12": 6}, "basketball"),
    ("The Wolves won by three goals.", {"three": 2}, "hockey"),
    ("The Otters beat the Herons by five goals.", {"five": 4}, "handball"),
    ("The Comets earned their fifth 10-point win.", {}, "basketball"),
    ("The Comets won by 12 the last time they met.", {}, "basketball"),
])  # fmt: skip
def test_by_how_much_a_game_was_won(text: str, derived: dict[str, int], game: str) -> None:
    found = held(text, game)
    assert {number: match.derived for number, match in found.items() if match.derived is not None} == derived


@pytest.mark.parametrize(("text", "derived", "game"), [
    ("The Comets scored 51 points in the second half.", {"51": 51}, "basketball"),
    ("The Ravens scored just 21 points in the third.", {"21": 20}, "basketball"),
    ("In the first quarter, the Comets scored 31 points.", {"31": 30}, "basketball"),
    ("The Ravens allowed 30 points in the first quarter.", {"30": 30}, "basketball"),
    ("The Comets scored 14 points in overtime.", {}, "basketball"),
    ("Ana Ruiz scored 14 points in the fourth quarter.", {}, "basketball"),
    ("Ana Ruiz scored 14 of her 25 points in the fourth quarter.", {"25": 24}, "basketball"),
    ("The Otters scored 18 goals in the second half.", {"18": 17}, "handball"),
    ("The Wolves scored three goals in the second period.", {"three": 3}, "hockey"),
])  # fmt: skip
def test_a_part_of_a_game(text: str, derived: dict[str, int], game: str) -> None:
    found = held(text, game)
    assert {number: match.derived for number, match in found.items() if match.derived is not None} == derived


def test_the_word_to_is_no_column() -> None:
    """The players' turnovers are called TO."""
    found = held("The Comets outscored the Ravens 51-46 in the second half to pull away.")
    assert {number: match.derived for number, match in found.items() if not match.named} == {"51": 51, "46": 45}


def test_a_period_without_a_score_is_not_asked_for() -> None:
    sides = [{**row, "PTS_QTR1": None if row["side"] == "home" else 21} for row in SIDES]
    document = readers.read("<text>", b"The Comets led by nine after the first quarter.", media_type="text/plain")
    found = verdict.match(document, read_claims(document).claims, index.build([from_rows(sides, "sides")]))
    assert {match.verdict for match in found} == {"unchecked"}

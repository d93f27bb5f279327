"""Numbers of a game that are of other things than its columns, and counts of players."""

from __future__ import annotations

import pytest
from games import held, verdicts


@pytest.mark.parametrize("text", [
    "The Pilots outscored the Sea Lions 40-30 in the paint.",
    "Bremen scored 20 points off turnovers and had 11 fast-break points.",
    "Porto turned 11 turnovers into 16 points.",
    "Abel's 26 points were his most since a 33-point game.",
    "Abel came in averaging 19 points and six rebounds.",
    "Ekberg made two free throws with 12 seconds left.",
    "Bremen lost to Porto by 20 in December.",
    "In their last meeting, Porto won 120-101.",
    "The Pilots were a six-point favorite.",
    "Abel, coming off a 33-point game, followed up a 12-rebound night with 26 points.",
    "After scoring 33 on Tuesday, Abel had 26 points.",
    "Seven of the nine Pilots who played scored.",
    "While Bremen shot 47 percent, Porto shot 44.",
    "Jansen took 21 of the team's 80 shots.",
    "Bremen scored 60 points in two quarters.",
    "The Pilots began the week six points ahead of Porto.",
    "Porto fell six games under .500.",
    "A crowd of 11,201 watched the Pilots win.",
    "Brandt fell short of his season mark of 28 points.",
    "The Pilots have won four straight by an average of 15 points.",
    "The Pilots used ten players.",
    "Bremen got 30 points from beyond the arc and outscored Porto 30-20 from the line.",
    "The Pilots won the turnover battle 15-12.",
    "Abel took his season total to 430 points.",
    "Abel hit four threes in the final two minutes and Bremen scored 60 points over the middle two quarters.",
    "Porto attempted 82 shots to Bremen's 81.",
    "Abel had eight rebounds to pair with 26 points.",
])  # fmt: skip
def test_numbers_of_other_things_are_left_alone(text: str) -> None:
    assert "inconsistent" not in verdicts(text, "court").values()


@pytest.mark.parametrize(("text", "number", "derived"), [
    ("Six Pilots scored in double figures.", "Six", 5),
    ("Seven Pilots scored at least eight points.", "Seven", 6),
    ("Bremen had four players with 14 points or more.", "four", 4),
    ("Three Sea Lions had more than nine points.", "Three", 4),
    ("The Pilots had four players with at least eight rebounds.", "four", 3),
])  # fmt: skip
def test_players_who_reach_a_threshold_are_counted(text: str, number: str, derived: int) -> None:
    found = held(text, "court")
    assert found[number].derived == derived
    assert {match.verdict for other, match in found.items() if other != number and not match.named} <= {"unchecked"}


@pytest.mark.parametrize("text", [
    "Duarte flirted with a double-double.",
    "Moreau narrowly missed a double-double.",
    "Abel had 26 points and Duarte had nine rebounds, the latter narrowly missing a double-double.",
    "Moreau came within an assist of a double-double.",
])  # fmt: skip
def test_a_feat_that_was_missed_is_none(text: str) -> None:
    assert "inconsistent" not in verdicts(text, "court").values()


def test_numbers_beside_a_run_are_of_this_game() -> None:
    found = held("Kral had 10 points and 13 rebounds for his third straight double-double.", "court")
    assert (found["10"].verdict, found["13"].verdict) == ("consistent", "inconsistent")
    assert (found["double-double"].verdict, found["third"].verdict) == ("consistent", "unchecked")


def test_a_clause_of_its_own_keeps_its_games_to_itself() -> None:
    found = held("Kral had 13 rebounds, and he has grabbed 25 over his last two games.", "court")
    assert (found["13"].verdict, found["25"].verdict) == ("inconsistent", "unchecked")


def test_a_share_with_more_places_than_its_column_is_no_slip() -> None:
    found = held("Porto shot 45.1 percent and Bremen shot 48.2 percent.", "court")
    assert (found["45.1"].verdict, found["48.2"].verdict) == ("consistent", "inconsistent")

"""Numbers over several games, held against the last of them."""

from __future__ import annotations

import pytest
from games import PLAYERS, SIDES, held, verdicts

import figures
from figures.data import held as reports
from figures.data import index
from figures.data.load import from_rows


@pytest.mark.parametrize(("text", "number", "game"), [
    ("The Ravens have now won three straight.", "three", "basketball"),
    ("The Comets have now lost two in a row, while the Ravens made their shots.", "two", "basketball"),
    ("The Comets extended their losing streak to four games.", "four", "basketball"),
    ("The Comets are now on a three-game losing streak.", "three", "basketball"),
    ("The Comets will look to snap their three-game losing streak on Friday.", "three", "basketball"),
    ("It was the third straight loss for the Comets.", "third", "basketball"),
    ("The Comets suffered their third consecutive defeat.", "third", "basketball"),
    ("The Ravens handed the Comets their fourth straight loss.", "fourth", "basketball"),
    ("With the loss, the Ravens have now won four straight games.", "four", "basketball"),
    ("The Comets, who have lost three straight, play again on Sunday.", "three", "basketball"),
    ("The Foxes have won four in a row.", "four", "hockey"),
    ("The Otters have now lost three straight matches.", "three", "handball"),
])  # fmt: skip
def test_a_run_ends_with_this_game(text: str, number: str, game: str) -> None:
    found = held(text, game)[number]
    assert (found.verdict, found.derived) == ("inconsistent", 0)


@pytest.mark.parametrize("text", [
    "The Comets have now won three straight.",
    "The Ravens have lost four in a row.",
    "The Ravens came into this game winners of three straight.",
    "The Comets snapped a three-game losing streak.",
    "The Ravens had won three straight before this one.",
    "The Ravens have won three straight against Salzburg.",
    "The Ravens have won three straight home games.",
    "The Ravens have had three straight winning seasons.",
    "The Ravens needed a win after losing three straight games.",
    "The Ravens would like to win three straight.",
    "The Ravens have won four straight entering Friday's game.",
    "The Ravens have won four of their last five games.",
    "The Comets have gone three straight games without a win.",
])  # fmt: skip
def test_a_run_that_may_be_is_left_alone(text: str) -> None:
    assert set(verdicts(text).values()) == {"unchecked"}


@pytest.mark.parametrize(("text", "number", "derived"), [
    ("Ana Ruiz had 24 points. It was her second double-double in a row.", "second", 1),
    ("Ana Ruiz had nine rebounds, her third straight double-double.", "third", 1),
    ("Ana Ruiz recorded her third double-double of the season.", "third", 1),
    ("Bo Chen had his second triple-double in a row.", "second", 2),
    ("Ana Ruiz has scored 30 or more points in two straight games.", "two", 24),
    ("It was the third game in a row with at least 20 points for Cy Adler.", "third", 18),
])  # fmt: skip
def test_a_feat_in_a_run_is_one_of_this_game(text: str, number: str, derived: int) -> None:
    found = held(text)[number]
    assert (found.verdict, found.derived) == ("inconsistent", derived)


@pytest.mark.parametrize("text", [
    "It was the second double-double in a row for Bo Chen.",
    "Bo Chen recorded his third double-double of the season.",
    "Ana Ruiz fell short of her third double-double of the season.",
    "Ana Ruiz has scored at least 20 points in three straight games.",
])  # fmt: skip
def test_how_many_there_were_before_is_not_confirmed(text: str) -> None:
    found = verdicts(text)
    feat = found.pop("double-double", "unchecked")
    assert feat == ("consistent" if "Chen" in text else "unchecked")
    assert set(found.values()) <= {"unchecked"}


@pytest.mark.parametrize(("text", "number", "derived", "game"), [
    ("Ana Ruiz has combined for 20 points over her last two games.", "20", 24, "basketball"),
    ("Ana Ruiz has 20 points over her last two outings.", "20", 24, "basketball"),
    ("Bo Chen has had two solid games in a row, combining for 10 points and 14 rebounds.", "10", 12, "basketball"),
    ("Ana Ruiz is averaging 11 points over her last two games.", "11", 24, "basketball"),
    ("Over her last two games, Ana Ruiz has averaged 11.5 points.", "11.5", 24, "basketball"),
    ("Bo Chen is riding a two-game stretch where he is averaging 4 rebounds.", "4", 11, "basketball"),
    ("The Comets have scored 90 points over their last two games.", "90", 101, "basketball"),
    ("Kai Lund has scored one goal in his last three games.", "one", 2, "hockey"),
    ("Mia Vogt has scored eight goals over her last two matches.", "eight", 9, "handball"),
])  # fmt: skip
def test_a_sum_is_at_least_what_this_game_gave(text: str, number: str, derived: int, game: str) -> None:
    found = held(text, game)[number]
    assert (found.verdict, found.derived) == ("inconsistent", derived)


@pytest.mark.parametrize("text", [
    "Ana Ruiz has combined for 44 points over her last two games.",
    "Ana Ruiz has combined for more than 20 points over her last two games.",
    "Ana Ruiz had combined for 20 points over her previous two games.",
    "Ana Ruiz has combined for 20 points over her last two games coming in.",
    "Ana Ruiz has averaged 12 points over her last two games.",
    "Ana Ruiz has averaged 9 points over her last three road games.",
])  # fmt: skip
def test_a_sum_that_may_be_is_left_alone(text: str) -> None:
    assert set(verdicts(text).values()) == {"unchecked"}


@pytest.mark.parametrize(("text", "wrong", "game"), [
    ("The Ravens have only eight road wins in 20 games this season.", {"eight": 7, "20": 16}, "basketball"),
    ("The Ravens have only six road wins in 14 games this season.", {}, "basketball"),
    ("The Comets picked up their 13th win of the season.", {"13th": 12}, "basketball"),
    ("The Comets have won 13 games this season.", {"13": 12}, "basketball"),
    ("The Foxes have only 24 wins in 60 games.", {"24": 22, "60": 53}, "hockey"),
    ("The Ravens have won seven of their last ten games.", {}, "basketball"),
    ("The Ravens earned their 300th win over the Comets.", {}, "basketball"),
])  # fmt: skip
def test_a_record_bounds_what_is_a_part_of_it(text: str, wrong: dict[str, int], game: str) -> None:
    found = held(text, game)
    assert {number: match.derived for number, match in found.items() if match.verdict == "inconsistent"} == wrong


@pytest.mark.parametrize(("text", "wrong"), [
    ("The Comets have lost five of their last ten games.", {"five": 4}),
    ("The Ravens came in as winners of eight of their last nine games.", {"eight": 7}),
    ("The Comets have lost five of their last 20 games.", {}),  # the last season's too
    ("The Ravens have now lost ten in a row.", {"ten": 9}),
    ("The Ravens have now lost nine in a row.", {}),
])  # fmt: skip
def test_the_games_won_and_lost_lately_are_of_the_season(text: str, wrong: dict[str, int]) -> None:
    found = held(text)
    assert {number: match.derived for number, match in found.items() if match.verdict == "inconsistent"} == wrong


def test_the_last_win_of_a_season_is_counted_by_the_record() -> None:
    assert verdicts("The Comets picked up their 12th win of the season.") == {"12th": "consistent"}
    assert verdicts("The Comets picked up their eighth home win of the season.") == {"eighth": "unchecked"}


def test_rows_that_may_be_totals_bound_nothing() -> None:
    assert verdicts("The Comets have scored 210 points over their last two games.", "season") == {
        "210": "unchecked", "two": "unchecked",
    }  # fmt: skip
    assert verdicts("The Ravens have now won three straight.", "season") == {"three": "unchecked"}


def test_the_message_says_what_is_included() -> None:
    report = figures.audit("Ana Ruiz has combined for 20 points over her last two games.")
    both = index.build([from_rows(SIDES, "teams"), from_rows(PLAYERS, "players")])
    (found,) = [f for f in reports.check(report, both).findings if f.rule == "data/value"]
    assert found.severity == "warning"
    assert (
        "at least 24, PTS of players where PLAYER_NAME = Ana Ruiz (players), which these games include" in found.message
    )


def test_numbers_of_this_game_beside_a_run_are_read() -> None:
    text = "Bo Chen had 13 points, his third straight double-double. Ana Ruiz had a career-high 31 points."
    found = held(text)
    assert (found["13"].verdict, found["13"].derived) == ("inconsistent", 12)
    assert (found["31"].verdict, found["31"].derived) == ("inconsistent", 24)

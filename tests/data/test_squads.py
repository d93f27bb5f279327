"""Benches, starters and other groups of a side."""

from __future__ import annotations

import pytest
from games import held, verdicts


@pytest.mark.parametrize(("text", "derived"), [
    ("Bremen's bench scored 25 points.", {"25": 24}),
    ("The Porto reserves chipped in 27 points.", {"27": 26}),
    ("The Pilots got 25 points from their bench.", {"25": 24}),
    ("Porto's bench outscored Bremen's reserves 27-24.", {"27": 26, "24": 24}),
    ("Bremen's reserves were outscored 27-24 by Porto's.", {"27": 26, "24": 24}),
    ("The Pilots' starters scored 85 points.", {"85": 84}),
    ("The Sea Lions' second unit scored 27 points and grabbed ten rebounds.", {"27": 26, "ten": 9}),
])  # fmt: skip
def test_a_group_is_the_rows_of_those_who_started_or_did_not(text: str, derived: dict[str, int]) -> None:
    found = held(text, "court")
    assert {number: found[number].derived for number in derived} == derived


@pytest.mark.parametrize(("text", "derived"), [
    ("Tom Grieg led the bench with 15 points.", {"15": 14}),
    ("Off the bench, Tom Grieg had 15 points.", {"15": 14}),
    ("Tom Grieg scored 15 points off the bench.", {"15": 14}),
    ("Porto received 17 points from Olsen off the bench.", {"17": 16}),
    ("Olsen was the high scorer for Porto's bench with 17 points.", {"17": 16}),
    ("Tom Grieg had a pair of threes and 15 points.", {"15": 14}),
])  # fmt: skip
def test_a_player_who_comes_from_the_bench_is_not_the_bench(text: str, derived: dict[str, int]) -> None:
    found = held(text, "court")
    assert {number: found[number].derived for number in derived} == derived


@pytest.mark.parametrize("text", [
    "Bremen's backcourt scored 40 points.",
    "The duo accounted for 50 of Bremen's points.",
    "The rest of the Pilots scored 60 points.",
    "Everyone else on the Sea Lions scored 60 points.",
    "Bremen's bench shot 60 percent.",
    "Tom Grieg led a bench that scored 25 points.",
    "Bremen's bench scored 12 points in the third quarter.",
    "Jansen had 30 points, while his teammates had 60.",
])  # fmt: skip
def test_groups_that_no_column_tells_are_left_alone(text: str) -> None:
    assert "inconsistent" not in verdicts(text, "court").values()

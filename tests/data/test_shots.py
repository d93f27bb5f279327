"""Shots tried, made, missed and blocked, and pairs of them."""

from __future__ import annotations

import pytest
from games import held, verdicts


@pytest.mark.parametrize(("text", "derived"), [
    ("Falk missed six of his nine shots.", {"six": 7, "nine": 10}),
    ("Falk made four of his 11 shots.", {"four": 3, "11": 10}),
    ("Falk hit one of his six 3-pointers.", {"one": 1, "six": 5}),
    ("Abel connected on four of seven from three-point range.", {"four": 3, "seven": 7}),
    ("Falk missed six of ten shots.", {"six": 7, "ten": 10}),
    ("Moreau needed 18 shots to get there.", {"18": 16}),
    ("Jansen attempted 20 field goals and nine free throws.", {"20": 21, "nine": 8}),
    ("Abel scored 26 points on 18 shots.", {"18": 17}),
    ("Ekberg knocked down five threes.", {"five": 4}),
    ("Ekberg made all four of his free throws.", {"four": 3}),
    ("Duarte blocked five shots.", {"five": 4}),
    ("Duarte had five blocked shots.", {"five": 4}),
    ("Duarte swatted five of Porto's shots.", {"five": 4}),
    ("Ekberg turned the ball over five times.", {"five": 4}),
    ("Porto gave it away 16 times.", {"16": 15}),
    ("Abel was 5-for-6 from the line and 9-for-18 overall.", {"5": 5, "6": 6, "9": 9, "18": 17}),
    ("Moreau struggled, going 6-for-17.", {"6": 6, "17": 16}),
    ("Moreau struggled from deep, going 3-for-8.", {"3": 3, "8": 9}),
    ("Bremen was 12-for-34 from deep, with Ekberg accounting for four of the makes.", {"12": 12, "34": 33}),
    ("Abel and Ekberg shot a combined 16-for-33.", {"16": 16, "33": 32}),
    ("Falk, Hahn and Ibsen went a combined 7-for-22 from the field.", {"7": 7, "22": 21}),
    ("Abel shot 53 percent from the field and 43 percent from deep, the latter on 3-of-8.", {"3": 3, "8": 7}),
    ("Abel hit a pair of threes.", {"pair": 3}),
    ("The Pilots shot 37 percent (12-of-33) from beyond the arc.", {"37": 36, "12": 12}),
    ("Porto shot 45 percent (37-82) from the field and 34 percent (10-30) from three.", {"34": 33}),
])  # fmt: skip
def test_what_was_tried_made_missed_or_blocked(text: str, derived: dict[str, int]) -> None:
    found = held(text, "court")
    assert {number: found[number].derived for number in derived} == derived


@pytest.mark.parametrize("text", [
    "The backcourt shot a combined 4-for-20.",
    "Bremen assisted on 20 of 30 made shots.",
    "Bremen went 16-for-20 from the line, while Porto was 12-for-19.",
    "Four of his five threes came late.",
    "His teammates shot 20 of 50.",
    "Duarte had four of his team's six blocks.",
])  # fmt: skip
def test_shots_of_whom_or_of_what_is_not_told_are_left_alone(text: str) -> None:
    assert "inconsistent" not in verdicts(text, "court").values()


def test_a_pair_that_is_right_for_another_kind_of_shots_is_a_slip_of_the_kind() -> None:
    found = held("Abel went 9-for-17 from the field and 5-for-6 from long range.", "court")
    assert found["5"].belongs == found["6"].belongs == "FTM and FTA"
    assert not found["9"].belongs


@pytest.mark.parametrize("text", [
    "Abel went 5-for-6 from long range and 5-for-6 from the line.",
    "Abel went 5-for-7 from long range.",
])  # fmt: skip
def test_a_pair_that_stands_there_already_or_is_wrong_for_all_is_no_slip_of_the_kind(text: str) -> None:
    assert not any(match.belongs for match in held(text, "court").values())

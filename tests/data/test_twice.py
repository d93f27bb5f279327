"""A side that plays itself in the text, and names that stand for two: "the former", "each", "the two"."""

from __future__ import annotations

import pytest
from games import held, verdicts


@pytest.mark.parametrize(("text", "derived", "game"), [
    ("The Comets outscored the Comets (12-4) by a 30-21 margin in the first quarter.",
     {"12": 7, "4": 9, "30": 30, "21": 21}, "basketball"),
    ("The Ravens (7-9) beat the Ravens 101-93.", {"7": 12, "9": 4, "101": 101, "93": 93}, "basketball"),
    ("The Comets (12-4) lost to the Comets 101-93.", {"12": 7, "4": 9, "101": 101, "93": 93}, "basketball"),
    ("The Wolves beat the Wolves 4-2.", {"4": 4, "2": 2}, "hockey"),
])  # fmt: skip
def test_a_side_does_not_play_itself(text: str, derived: dict[str, int], game: str) -> None:
    assert {number: match.derived for number, match in held(text, game).items() if not match.named} == derived


def test_of_two_sides_set_against_each_other_one_is_the_other() -> None:
    text = "The Comets shot 48 percent from the field, while the Comets shot 42 percent from the field."
    assert {n: (m.verdict, m.derived) for n, m in held(text).items()} == {
        "48": ("consistent", 48), "42": ("consistent", 42),
    }  # fmt: skip
    mixed = (
        "The Comets shot 42 percent from the field and 36 percent from deep, while the Comets shot 48 percent "
        "from the field and 31 percent from deep."
    )
    assert verdicts(mixed) == {
        "42": "inconsistent", "36": "consistent", "48": "inconsistent", "31": "consistent",
    }  # fmt: skip


def test_the_first_name_may_be_the_slip() -> None:
    found = held("The Ravens shot 48 percent from the field, while the Ravens shot 42 percent from the field.")
    assert (found["48"].belongs, found["42"].verdict) == ("Comets", "consistent")


def test_a_slip_of_the_name_accounts_for_every_number() -> None:
    """18 points and 2 rebounds are Adler's, and so is nothing else that is said of Chen."""
    found = held("Bo Chen had 18 points, 11 rebounds, five assists and one steal.")
    assert {match.belongs for match in found.values()} == {""}
    found = held("Bo Chen had 18 points, two rebounds and five assists.")
    assert {match.belongs for match in found.values()} == {"Cy Adler"}


@pytest.mark.parametrize(("text", "derived"), [
    ("Ana Ruiz and Bo Chen were next, with the former adding 24 points and the latter getting 10 rebounds.",
     {"24": 24, "10": 11}),
    ("Ana Ruiz and Bo Chen started. The former had 25 points while the latter added 12.", {"25": 24, "12": 12}),
    ("Ana Ruiz and Bo Chen started, with the first scoring 25 points and the second getting 11 rebounds.",
     {"25": 24, "11": 11}),
    ("Cy Adler and Cy Adler were next, with the former adding 18 points and the latter getting six assists.",
     {"18": 18, "six": 5}),
    ("Ana Ruiz and Cy Adler combined for 44 points.", {"44": 42}),
    ("Ana Ruiz and Bo Chen led the Comets. The two combined to score 39 points.", {"39": 36}),
    ("Bo Chen and Ed Moss combined to score 18.", {"18": 18}),
    ("Ana Ruiz and Cy Adler each had 24 points.", {"24": 18}),
    ("Cy Adler and Cy Adler scored 18 points apiece.", {"18": 18}),
])  # fmt: skip
def test_names_said_together(text: str, derived: dict[str, int]) -> None:
    found = {number: match.derived for number, match in held(text).items() if match.derived is not None}
    assert found == derived


@pytest.mark.parametrize("text", [
    "Ana Ruiz and Bo Chen have combined for 44 points over the last month.",
    "The bench combined for 30 points.",
])  # fmt: skip
def test_sums_of_others_are_left_alone(text: str) -> None:
    assert set(verdicts(text).values()) == {"unchecked"}


def test_where_takes_what_stands_before_it() -> None:
    found = held("The Comets were poor from long range, where they hit just 48 percent.")
    assert (found["48"].verdict, found["48"].derived) == ("inconsistent", 36)


def test_the_message_says_that_a_name_stands_twice() -> None:
    found = held("The Ravens (7-9) beat the Ravens 101-93.")
    assert found["7"].best is not None
    assert found["7"].best.told.endswith("where the same name stands on both sides")
    assert held("The Ravens (8-9) lost to the Comets.")["8"].best.told == ""  # type: ignore[union-attr]

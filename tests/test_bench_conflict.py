"""The task ``conflict`` reads both texts itself: the values in a gold row are not looked at."""

from __future__ import annotations

import pytest

from bench.conflict import predict


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("Marta Lindqvist had 21 points and four rebounds.", "Lindqvist scored 21 points.", "agree"),
        ("Marta Lindqvist had 21 points and four rebounds.", "Lindqvist scored 12 points.", "conflict"),
        ("Ana Ruiz had 9 points, and Marta Lindqvist added 14 points.", "Lindqvist scored 14 points.", "agree"),
        ("Ana Ruiz had 9 points, and Marta Lindqvist added 14 points.", "Lindqvist scored nine points.", "conflict"),
        (
            "Ana Ruiz and Marta Lindqvist led the team, with the former scoring 18 points and the latter 16 points.",
            "Marta Lindqvist had 16 points.",
            "agree",
        ),
        ("Marta Lindqvist had more than 20 points.", "Lindqvist scored 23 points.", "agree"),
        ("Marta Lindqvist played well.", "Lindqvist scored 23 points.", "agree"),
    ],
)
def test_two_texts_about_one_player(first: str, second: str, verdict: str) -> None:
    row = {"id": "1", "entity": "Marta Lindqvist", "attribute": "points", "doc_a": first, "doc_b": second}
    assert predict([row]) == [{"id": "1", "verdict": verdict}]


def test_other_words_for_an_attribute() -> None:
    row = {"id": "1", "entity": "Ana Ruiz", "attribute": "rebounds", "doc_a": "Ana Ruiz took 11 boards.",
           "doc_b": "Ruiz had 12 rebounds."}  # fmt: skip
    assert predict([row]) == [{"id": "1", "verdict": "conflict"}]

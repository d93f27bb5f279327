"""Reports of one game of basketball with all columns of its box score, as newspapers tell it."""

from __future__ import annotations

from pathlib import Path

import pytest
from games import held, verdicts

REPORT = (Path(__file__).parent / "court.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", REPORT)
def test_a_sound_sentence_raises_nothing(line: str) -> None:
    wrong = {number: match.derived for number, match in held(line, "court").items() if match.verdict == "inconsistent"}
    assert wrong == {}


def test_most_of_what_the_box_score_holds_is_confirmed() -> None:
    told = [verdict for line in REPORT for verdict in verdicts(line, "court").values()]
    assert told.count("consistent") > 0.45 * len(told)

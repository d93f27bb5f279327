"""No text takes long: four times the length takes about four times the time, whatever is repeated."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from figures.statistics import confidence, printed_p, reported, whole_numbers

FINDERS: list[Callable[[str], object]] = [
    reported.find,
    printed_p.p_values,
    confidence.find,
    whole_numbers.means,
    whole_numbers.percentages,
]
REPEATED = [
    "t(", "F(1,", "t" + " " * 60, "t (23)\n= 2.2 ,", "p = .05 ", "0 < p < ", "p = 3 x 10 ^ - ", "χ", "χ2 (1) = ",
    "1,234,", "1", "0 . ", "M = 3.4, ", "n = 2 ", "95% CI ", "1.2 (95% CI 1.1 to ", "HR [95% CI] = ",
    "34% of the 28 ", "Of 28 patients ", "= ", "t = 2, ", "r = .3, n = ", "Q-within", "*_$\\" * 15 + "t",
    "p < n. s. ", "t = %^&", "\u200b",
]  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED)
def test_repeated_pieces_take_linear_time(piece: str) -> None:
    text = (piece * (50_000 // len(piece) + 1))[:50_000] + " = "
    for find in FINDERS:
        started = time.process_time()
        find(text)
        assert time.process_time() - started < 3, find  # measured: below 0.3 s

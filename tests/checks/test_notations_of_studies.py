"""Two shares in one sentence, as reports of studies write them: right ones stay, a wrong one is flagged."""

from __future__ import annotations

import random

import pytest
from judging import judge

WAYS = [
    "{a} was reported by {n}/{N} ({p}%) patients in the {g} group and {m}/{M} ({q}%) in the {h} group (P = 0.04).",
    "{a} occurred in {p}% ({n}/{N}) of {g} patients vs. {q}% ({m}/{M}) of {h} patients.",
    "{a} rates were {p}% ({n} of {N}) and {q}% ({m} of {M}), respectively.",
    "{n} of {N} ({p}%) {g} subjects and {m} of {M} ({q}%) {h} subjects had {a} [RR 1.2, 95% CI 1.0-1.4].",
    "In the {g} arm, {n} of the {N} patients ({p}%) had {a}, against {m} of the {M} patients ({q}%) in the {h} arm.",
    "{a}: {g} {n}/{N} [{p}%]; {h} {m}/{M} [{q}%].",
    "{a} ({p}%, {n}/{N} vs {q}%, {m}/{M}; p<0.001) differed.",
    "{a} was more frequent with {g} ({n}/{N}, {p}%) than with {h} ({m}/{M}, {q}%).",
    "{a} was more frequent with {g} ({n}/{N}; {p}%) than with {h} ({m}/{M}; {q}%; p = .03).",
    "{a} was seen in {n} out of {N} women ({p}%) with {g} and {m} out of {M} ({q}%) with {h}.",
    "{a} was seen in {p} % (n = {n}/{N}) and {q} % (n = {m}/{M}).",
    "{a} was seen in {p}% (n={n}/{N}) and {q}% (n={m}/{M}).",
    "{a} was seen in {n} ({p}%) of {N} patients given {g} and {m} ({q}%) of {M} given {h}.",
    "{a} was seen in {n} ({p}%) of the {N} {g} patients and in {m} ({q}%) of the {M} {h} patients.",
    "{a} was {p}% [{n}/{N}] versus {q}% [{m}/{M}].",
    "{a} was {p}%({n}/{N}) versus {q}%({m}/{M}).",
    "{a} was {p} percent ({n}/{N}) versus {q} percent ({m}/{M}).",
    "{n}/{N} ({p} %) and {m}/{M} ({q} %) had {a}",
    "The proportion with {a} was {p}% ({n}/{N}, 95% CI 10-90) and {q}% ({m}/{M}, 95% CI 10-90).",
    "The proportion with {a} was {n}/{N} ({p}%; 95% CI: 10.1% to 30.3%) and {m}/{M} ({q}%; 95% CI: 10.1% to 30.3%).",
    "At week 12, {n} patients of {N} ({p}%) and {m} patients of {M} ({q}%) had {a}.",
    "{a} — {n}/{N} ({p}%) — and {m}/{M} ({q}%)—were noted.",
    "{a} was {n}/{N} = {p}% and {m}/{M} = {q}%.",
    "Of {N} {g} patients, {n} ({p}%) had {a}; of {M} {h} patients, {m} ({q}%) did.",
    "Eleven patients left; {n}/{N} patients ({p}%) on {g} and {m}/{M} patients ({q}%) on {h} had {a}.",
    "{a} was found in {n} of {N} samples tested ({p}%) and {m} of {M} samples tested ({q}%).",
    "{a} ({g}: {n}/{N}, {p}%; {h}: {m}/{M}, {q}%) differed.",
    "{a} ({g}, {p}% [{n}/{N}]; {h}, {q}% [{m}/{M}]) differed.",
]
TRIES = 6  # of each way; one in two has a wrong percentage


def percentage(part: int, whole: int, places: int) -> str:
    """Rounded half up, as people do."""
    scaled = (200 * part * 10**places + whole) // (2 * whole)
    digits = str(scaled).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


def moved(percent: str, chance: random.Random) -> str:
    """Some points off, in the same precision, and no more than 100."""
    places = len(percent.partition(".")[2])
    off = chance.choice([5, 9]) if float(percent) < 85 else -7
    return f"{float(percent) + off:.{places}f}"


@pytest.mark.parametrize("way", WAYS)
def test_a_wrong_percentage_is_flagged_and_a_right_one_is_not(way: str) -> None:
    chance = random.Random(way)
    for attempt in range(TRIES):
        N, M = chance.randint(12, 990), chance.randint(12, 900)
        n, m = chance.randint(1, N - 1), chance.randint(1, M - 1)
        p, q = (percentage(part, whole, chance.choice([0, 1, 2])) for part, whole in ((n, N), (m, M)))
        g, h = chance.choice([("placebo", "active"), ("control", "treatment"), ("CPD", "AL")])
        a = chance.choice(["Nausea", "Relapse", "Headache"])
        wrong = attempt % 2 == 1
        text = way.format(n=n, N=N, m=m, M=M, p=moved(p, chance) if wrong else p, q=q, g=g, h=h, a=a)
        found = judge("share", text)
        assert found, text
        assert any(f.verdict == "inconsistent" for f in found) == wrong, text

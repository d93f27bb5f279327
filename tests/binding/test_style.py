"""Numbers written anew: in the style of their author, and true."""

from __future__ import annotations

from fractions import Fraction

import pytest

import figures
from figures.binding.style import anew
from figures.interval import Exact


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("14,312 lamps", 15_630, "15,630"),
        ("14,000 lamps", 15_630, "16,000"),
        ("14000 lamps", 15_630, "16000"),
        ("14 000 lamps", 15_630, "16 000"),
        ("999 lamps", 1_234, "1,234"),
        ("1,234 lamps", 999, "999"),
        ("more than 14,000 lamps", 15_630, "15,000"),
        ("more than 14,000 lamps", 15_000, "14,000"),  # more than 15,000 would not be true
        ("at least 14,000 lamps", 15_000, "15,000"),
        ("over 250,000 lamps", 618_000, "610,000"),
        ("about 14,000 lamps", 15_630, "16,000"),
        ("nearly 14,000 lamps", 15_630, "16,000"),
        ("fewer than 14,000 lamps", 15_630, "16,000"),
        ("up to 300 lamps", 512, "600"),
        ("exactly 14,000 lamps", 15_630, "15,630"),
        ("1.2 million lamps", 1_567_890, "1.6 million"),
        ("1.2m lamps", 1_567_890, "1.6m"),
        ("$4.50", Fraction("5.125"), "5.13"),
        ("14 million lamps", 15_630_000, "16 million"),
        ("12 percent", Fraction("17.4"), "17"),
        ("12.0 percent", Fraction("17.04"), "17.0"),
        ("fourteen lamps", 15, "fifteen"),
        ("Fourteen lamps were sold", 21, "Twenty-one"),
        ("two million lamps", 3_000_000, "three million"),
        ("a million lamps", 3_000_000, "three million"),
        ("300 lamps", 341, "340"),  # 300 would not do, and tens are the next finer step
    ],
)
def test_the_style_stays(text: str, value: Exact, expected: str) -> None:
    (claim,) = figures.extract(f"The shop has {text}." if text[0].islower() or not text[0].isalpha() else f"{text}.")
    quantity = claim.quantity
    source = f"The shop has {text}." if text[0].islower() or not text[0].isalpha() else f"{text}."
    made = anew(quantity, source[quantity.number.start : quantity.number.end], value)
    assert made is not None
    assert made[0] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("between 10 and 20 lamps", 30),
        ("half of the lamps", Fraction(1, 3)),
        ("14 lamps", 0),
        ("14 lamps", -3),
        ("14 million lamps", 120),  # nothing in millions is true of it
        ("fourteen lamps", Fraction("0.2")),
    ],
)
def test_what_cannot_be_said_in_that_style_is_left(text: str, value: Exact) -> None:
    source = f"The shop has {text}."
    claim = figures.extract(source)[0]
    number = claim.quantity.number
    assert anew(claim.quantity, source[number.start : number.end], value) is None

"""Texts for the speed benchmark: made here, always the same, a number in every hundred characters as in news."""

from __future__ import annotations

import random
from collections.abc import Iterator

NAMES = ["Harlow Foods", "the city council", "Oren Industries", "the ministry", "Vale Rail", "the health agency"]
PLACES = ["Kaluz", "Port Merrin", "the northern district", "Ostrava County", "Lake Tamar", "the capital"]
NOUNS = ["people", "homes", "schools", "workers", "patients", "vehicles", "farms", "passengers"]
PLAIN = [
    "“We did not expect this,” said the manager of a shop on the square, who asked not to be named.",
    "Officials declined to comment on the report, which was first published by a local newspaper last week.",
    "Residents gathered outside the town hall in the rain to ask when the water would be turned back on.",
    "The opposition called the plan a waste of public money and promised to stop it after the election.",
    "Nobody at {name} was available for comment, and calls to its offices in {place} were not returned.",
    "A spokesman for {name} said that the company was working closely with the regulator and its suppliers.",
    "Analysts had warned for months that demand was weakening as households cut back on everything but food.",
    "The court is expected to hear the case in the autumn, although lawyers for both sides have asked for more time.",
]
SENTENCES = [
    "{Name} said on {day} that {count} {noun} in {place} had been affected, {share} percent more than a year earlier.",
    "Revenue rose {share}% to ${money} billion in the three months to September, from ${other} billion a year ago.",
    "More than {count} {noun} have left {place} since March, about {small} of them on foot.",
    "The road between {place} and the coast, {small} kilometres long, was closed for {hours} hours after the storm.",
    "Shares of {name} fell {share} per cent to close at ${money}, valuing the company at nearly ${small} million.",
    "Winds of up to {small} mph and {small} mm of rain were measured in {place}, the wettest day since 1987.",
    "The new plant will make {count} units a year and employ {small} {noun}, {name} said in a statement on {day}.",
    "Of the {count} {noun} asked, {share} percent said that they would not move, and one in five had no opinion.",
    "Temperatures of between {hours} and {small} degrees Celsius are expected in {place} through the weekend.",
    "The project, which was to cost £{small}m, is now at least two-and-a-half years late and £{hours}m over budget.",
    "{Name} plans to spend between {hours} million and {small} million euros on repairs over the next {few} years.",
    "It was the {few}th time in a decade that the river had risen above its banks, and nobody was hurt.",
]


def sentences(seed: int = 7) -> Iterator[str]:
    """Sentences without end, the same ones for the same seed."""
    chance = random.Random(seed)
    while True:
        name = chance.choice(NAMES)
        sentence = chance.choice(SENTENCES if chance.random() < 0.48 else PLAIN)
        yield sentence.format(
            name=name,
            Name=name[0].upper() + name[1:],
            place=chance.choice(PLACES),
            noun=chance.choice(NOUNS),
            day=chance.choice(["Monday", "Tuesday", "Thursday", "Friday"]),
            count=f"{chance.randrange(1000, 400_000):,}",
            small=chance.randrange(21, 400),
            hours=chance.randrange(2, 20),
            few=chance.randrange(4, 10),
            share=round(chance.uniform(0.5, 60), 1),
            other=round(chance.uniform(1, 90), 2),
            money=round(chance.uniform(1, 90), 2),
        )


def news(size: int) -> str:
    """At least ``size`` characters in paragraphs of four sentences."""
    made, length, source = [], 0, sentences()
    while length < size:
        paragraph = " ".join(next(source) for _ in range(4))
        made.append(paragraph)
        length += len(paragraph) + 2
    return "\n\n".join(made) + "\n"


def hostile(size: int) -> dict[str, str]:
    """Texts that break readers of numbers, each of ``size`` characters."""
    chance = random.Random(11)
    letters = [chr(code) for code in (*range(32, 127), *range(0xA1, 0x17F), 0x2013, 0x2212, 0x0660, 0x4E03)]
    return {
        "random characters": "".join(chance.choices(letters, k=size)),
        "digits": "7" * size,
        "digits and commas": ("123," * (size // 4 + 1))[:size],
        "dots and digits": ("1." * (size // 2 + 1))[:size],
        "and": ("and " * (size // 4 + 1))[:size],
        "hundred thousand million": ("two hundred thousand million " * (size // 29 + 1))[:size],
        "brackets": "(" * (size // 2) + ")" * (size - size // 2),
        "minus signs": "-" * size,
        "dollars": "$" * size,
        "ranges": ("5-" * (size // 2 + 1))[:size],
        "per": ("km per " * (size // 7 + 1))[:size],
        "blanks": " " * size,
        "one long sentence": ("4 dogs and 5 cats, " * (size // 19 + 1))[:size],
    }

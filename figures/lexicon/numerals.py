"""Words of numerals, from numerals.csv, with the ordinals and parts that English builds from them: third, thirds."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from figures.interval import Exact

DIGIT, TEEN, TENS, HUNDRED, SCALE, SHORT, DOZEN, HALF, QUARTER, PART, VAGUE, MULTIPLE, SMALL, ORDINAL, GLYPH = range(15)

_ROLES = {
    name: code
    for code, name in enumerate(
        "digit teen tens hundred scale short dozen half quarter part vague multiple small ordinal glyph".split()
    )
}
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_GLYPHS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
    "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip


def _ordinal(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return word[:-1] + "ieth" if word.endswith("y") else word + "th"


def _table() -> dict[str, tuple[int, Exact]]:
    """Word -> its role and its value."""
    table: dict[str, tuple[int, Exact]] = {}
    for line in (Path(__file__).parent / "numerals.csv").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            word, name, number = line.split(",")
            table[word] = (_ROLES[name], Fraction(number) if "/" in number else int(number))
    base = dict(table)
    for word, (role, value) in base.items():
        if role in (DIGIT, TEEN, TENS, HUNDRED, SCALE) and value and not word.endswith("s"):
            ordinal = _ordinal(word)
            table[ordinal] = (ORDINAL, value)
            if value != 1:  # "firsts" is a part only in twenty-firsts
                table[ordinal + "s"] = (PART, value)
        if role in (DIGIT, TEEN, TENS, HUNDRED) and value > 1:
            table[word + "fold"] = (MULTIPLE, value)
    table["nineth"] = (ORDINAL, 9)
    table["firsts"] = (PART, 1)
    del table["seconds"]  # a unit of time
    digits = {word: value for word, (role, value) in base.items() if role == DIGIT and value}
    for tens, (role, ten) in base.items():
        if role == TENS:
            for digit, one in digits.items():
                table[tens + digit] = (TEEN, ten + one)
                table[tens + _ordinal(digit)] = (ORDINAL, ten + one)
                table[tens + _ordinal(digit) + "s"] = (PART, ten + one)
    for glyph, (above, below) in _GLYPHS.items():
        table[glyph] = (GLYPH, Fraction(above, below))
    return table


NUMERALS = _table()

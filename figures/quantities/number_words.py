"""Numerals that are one word: halves, dozens, thousands, ordinals, multiples."""

from __future__ import annotations

from fractions import Fraction

from figures.interval import Exact
from figures.lexicon.english import cues
from figures.lexicon.numerals import (
    DOZEN,
    GLYPH,
    HALF,
    HUNDRED,
    MULTIPLE,
    NUMERALS,
    ORDINAL,
    QUARTER,
    SCALE,
    SMALL,
    VAGUE,
)
from figures.quantities.cardinals import read_cardinal
from figures.quantities.marks import DASHES
from figures.quantities.number import Number, as_part, take_article, whole
from figures.quantities.scales import apply_scale
from figures.quantities.tokens import Words

_LESS = cues("part-of")
_BY_PART = frozenset(("by", "about", "nearly", "almost", "roughly", "over", "than"))
_LARGEST = 10**30  # beyond it a row of "thousands of millions of" is no number


def read_words(w: Words, i: int, role: int) -> Number | None:
    """The number in words that begins at token ``i``, whose role is ``role``; None where it is none."""
    tokens = w.tokens
    value = NUMERALS[tokens[i]][1]
    if role <= SCALE:
        return read_cardinal(w, i)
    if role in (HALF, QUARTER):
        return _half(w, i, value)
    if role == DOZEN:
        number = Number(i, i + 1, value, 1, False, "number", "words")
        take_article(w, number)
        if i and tokens[i - 1] == "the":
            return None
        if number.a == i and i and tokens[i - 1] in ("several", "few", "many"):
            number.vague, number.a = True, i - 1 - (i > 1 and tokens[i - 2] == "a")
        return number
    if role == VAGUE:
        return _vague(w, i, value)
    if role == ORDINAL:
        number = Number(i, i + 1, value, 1, False, "ordinal", "words")
        if i and tokens[i - 1] in ("a", "an", "one"):
            if value > 2 and (
                tokens[i + 1] in _LESS
                or (tokens[i - 1] != "one" and (i + 1 >= w.size or (i > 1 and tokens[i - 2] in _BY_PART)))
            ):
                as_part(number, Fraction(1) / value, i + 1)
                number.a = i - 1
        elif tokens[i + 1] == "of" and tokens[i + 2] in ("a", "an", "liter", "litre") and value > 2 and i == 0:
            as_part(number, Fraction(1) / value, i + 1)
        return number
    if role == GLYPH:
        number = Number(i, i + 1, value, Fraction(1, 100), False, "fraction", "digits")
        apply_scale(w, number)
        return number
    if role == MULTIPLE:
        return Number(i, i + 1, value, 1, False, "multiple", "words")
    if role == SMALL:
        number = Number(i, i + 1, value, 1, False, "number", "words")
        number.vague = True
        take_article(w, number)
        return number if number.a < i or tokens[i + 1] == "of" else None
    return None


def _half(w: Words, i: int, value: Exact) -> Number | None:
    """half, a half, half a million, quarter million, a quarter of a million, half a dozen."""
    tokens = w.tokens
    number = Number(i, i + 1, value, Fraction(1, 100), False, "fraction", "words")
    j = i + 1
    of = False
    if tokens[j] == "of":
        of = True
        j += 1
    while tokens[j] in DASHES:
        j += 1
    if tokens[j] in ("a", "an", "one"):
        j += 1
    while tokens[j] in DASHES:
        j += 1
    entry = NUMERALS.get(tokens[j])
    if entry is not None and entry[0] in (HUNDRED, SCALE, DOZEN) and (of or j <= i + 5):
        number.value = whole(value * entry[1])
        number.resolution = (
            whole(Fraction(entry[1]) / (10 if value == Fraction(1, 2) else 100)) if entry[0] != DOZEN else 1
        )
        number.kind, number.b = "number", j + 1
        take_article(w, number)
        return number
    take_article(w, number)
    return number


def _vague(w: Words, i: int, value: Exact) -> Number | None:
    """dozens, thousands, tens of thousands, hundreds of millions: [v, 10v) of the magnitude."""
    tokens = w.tokens
    number = Number(i, i + 1, value, value, False, "number", "words")
    number.vague = True
    j = i + 1
    while number.value < _LARGEST:
        if tokens[j] == "of" and NUMERALS.get(tokens[j + 1], (SCALE, 0))[0] == VAGUE:
            number.value *= NUMERALS[tokens[j + 1]][1]
        elif tokens[j] != "and" or tokens[j + 1] != tokens[j - 1]:  # thousands and thousands
            break
        number.b = j = j + 2
    if tokens[i] == "tens" and number.b == i + 1:
        return None
    number.resolution = number.value
    if tokens[i] == "scores" and tokens[i + 1] != "of":
        return None
    return number

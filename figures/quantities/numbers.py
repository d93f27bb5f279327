"""Numerals in digits and in words -> exact values. The grammar of numbers, without units and qualifiers."""

from __future__ import annotations

from figures.lexicon.numerals import NUMERALS
from figures.quantities.digits import read_digits
from figures.quantities.number import Number
from figures.quantities.number_words import read_words
from figures.quantities.tokens import Words


def read_number(w: Words, i: int) -> Number | str | None:
    """The numeral that begins at token ``i``; why digits there are no number; None where no numeral begins."""
    token = w.tokens[i]
    if token[0].isdecimal() or token[0] == ".":
        return read_digits(w, i)
    entry = NUMERALS.get(token)
    if entry is None:
        return None
    return read_words(w, i, entry[0])

"""Numbers that a relation reads itself, where they stand inside a claim or in a notation that is no claim."""

from __future__ import annotations

from fractions import Fraction

from figures.interval import whole
from figures.quantity import Quantity
from figures.relations.layout import Line


def digits(line: Line, start: int, end: int) -> Quantity:
    """The number in digits at these offsets of a sentence, as a count: "1,065", "7.5"."""
    text = line.text[start:end]
    places = len(text.partition(".")[2])
    span = line.span(start, end)
    return Quantity(
        span=span,
        text=text,
        number=span,
        value=whole(Fraction(text.replace(",", "").replace(" ", ""))),
        resolution=whole(Fraction(1, 10**places)),
        decimal=places > 0,
    )

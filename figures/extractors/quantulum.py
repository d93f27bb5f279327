"""The parser of quantulum3, behind the same door as our own reader, so that the two can be compared on one's own texts.

It knows numbers and units, no qualifiers and nothing of what is counted: its claims hold a quantity and nothing else.
Expect some 25 KB a second.
"""

from __future__ import annotations

import warnings
from bisect import bisect_right
from fractions import Fraction
from functools import cache
from typing import Any

from figures.document import Document, Span
from figures.interval import Exact
from figures.quantity import Claim, Quantity, Reading, exact
from figures.sentences import sentences
from figures.units import canonical, kind


@cache
def parser() -> Any:
    """quantulum3's parser, made to give the same result on every machine."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns that its classifier cannot be used
        from quantulum3 import classifier, parser, regex

    # Its pickled unit classifier breaks with other versions of scikit-learn; without it the parser needs no model.
    classifier.USE_CLF = False
    if not getattr(regex, "_in_order", False):
        # It builds its pattern from a set, so that what it finds hangs on the hash seed of the process.
        unordered = regex.operators
        regex.operators = lambda lang="en_US": sorted(unordered(lang), key=lambda mark: (-len(mark), mark))
        regex._in_order = True
    return parser


def read_claims(document: Document) -> Reading:
    """What quantulum3 finds in each block; nothing is rejected, because it does not say what it passes over."""
    claims = []
    for number, block in enumerate(document.blocks):
        spans = sentences(block.text)
        starts = [start for start, _ in spans]
        for found in parser().parse(block.text):
            start, end = found.span
            start, end = max(0, start), min(len(block.text), end)
            if start >= end:
                continue
            begin, stop = spans[max(0, bisect_right(starts, start) - 1)] if spans else (start, end)
            claims.append(
                Claim(
                    quantity=_quantity(found, block.text[start:end], block.locate(start, end)),
                    sentence=block.locate(begin, stop),
                    block=number,
                )
            )
    return Reading(tuple(claims), ())


def _quantity(found: Any, text: str, span: Span) -> Quantity:
    unit = unit_name(found.unit.name)
    value, high = _exact(found.value), None
    spread = _exact(found.uncertainty) if is_range(found) else 0
    if spread:
        value, high = exact(value - spread), exact(value + spread)
    places = len(text.partition(".")[2]) - len(text.partition(".")[2].lstrip("0123456789"))
    return Quantity(
        span=span,
        text=text,
        number=span,
        value=value,
        high=high,
        unit=unit,
        kind=kind(unit) if unit else "count",
        bound="range" if spread else "=",
        resolution=exact(Fraction(1, 10**places)),
        high_resolution=exact(Fraction(1, 10**places)) if spread else None,
        decimal=places > 0,
    )


def is_range(found: Any) -> bool:
    """It gives a range as its middle and a spread, as it does with a tolerance; the words tell them apart."""
    return bool(found.uncertainty) and not any(mark in found.surface for mark in ("±", "+/-", "plus minus"))


def unit_name(name: str) -> str:
    """Our name for a unit of quantulum3's; its own where we have none, "" for a bare number."""
    if name == "dimensionless":
        return ""
    return canonical(name) or name


def _exact(value: float) -> Exact:
    """The decimal that its float stands for: 0.1 is a tenth."""
    return exact(Fraction(str(value)))

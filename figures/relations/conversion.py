"""One measure in two units: "100 miles (160 km)", "50 kg, or 110 pounds"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from figures.conversion import comparable, inexact
from figures.findings import Relation
from figures.relations.layout import Layout, Line, Site

_BRACKET = re.compile(r"\s*[(\[]\s*(?:(?:or|i\.e\.|=|equal\s+to|equivalent\s+to)\s*)?")
_OR = re.compile(r"\s*,\s+or\s+")
_ENDS = re.compile(r"\s*[)\]]|\s*;")
_WORDS = re.compile(
    r"(?:\s+(?:high|tall|long|wide|deep|thick|away|north|south|east|west|off|above|below|across|offshore)){1,2}"
)
_KINDS = frozenset({"measure", "temperature"})
AMOUNT = 1000
_RATES = frozenset({"measure", "currency"})


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: the measure in brackets, then the one before it."""
    for line in layout.lines:
        for one, other in pairwise(line.sites):
            if _same(line, one, other):
                yield Relation("conversion", (other.index, one.index), "(", line.span(one.start, other.end))


def _same(line: Line, one: Site, other: Site) -> bool:
    first, second = one.claim.quantity, other.claim.quantity
    # $12 million a year, or $1 million a month; small ones are two prices: 9 dollars a month or 90 a year
    rates = " per " in first.unit and " per " in second.unit and min(first.value, second.value) >= AMOUNT
    kinds = _RATES if rates else _KINDS
    if first.unit == second.unit or first.kind not in kinds or second.kind not in kinds:
        return False
    if first.role != second.role and first.role != "to":
        return False
    between = line.between(one, other)
    if between is None or len(between) > 40:
        return False
    gap = _WORDS.sub("", between)
    bracket = _BRACKET.fullmatch(gap) is not None and _ENDS.match(line.after(other, 8)) is not None
    if not bracket and not _OR.fullmatch(gap):
        return False
    if line.text[max(0, one.start - 1) : one.start] in ("-", "–", "/", "±"):
        return False
    return not inexact(first.unit, second.unit) and comparable(first.unit, second.unit)

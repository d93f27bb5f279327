"""Pairs of numbers that look like a part over its whole and are none: doses, stages, dates, decimals."""

from __future__ import annotations

import re

from figures.interval import Exact
from figures.relations.layout import Line

_LABEL = re.compile(r"\b(?:stage|grade|class|type|phase|category|level|GOLD|Fig\.?|chapter|item|ratio)s?\s+$", re.I)
_DAY = re.compile(
    r"\b(?:on|since|until|between|before|after|from)\s+(?:\d{1,2}/\d{1,2}\s*(?:[(]\d[\d.]{0,5}\s?%[)]\s+)?(?:and|to)\s+)?$",
    re.I,
)
_DOSE = re.compile(r"\s?(?:mg|[µμ]g|mcg|kg|g|m?l|mL|mm|cm|mmHg|IU|U|units?|bpm|kcal|mmol|ppm)\b")
_DECIMAL_PAIR = re.compile(r"\d\.\d{1,6}\s?/\s?\d|\d\s?/\s?\d{1,9}\.\d")

STAGES, MONTHS, DAYS = 10, 12, 31


def is_measure(line: Line, start: int, end: int) -> bool:
    """Whether the pair at these offsets of the sentence is a dose, or stands beside pairs with decimals."""
    if _DOSE.match(line.text, end):
        return True
    return _DECIMAL_PAIR.search(line.text[max(0, start - 40) : end + 40]) is not None


def is_label(line: Line, start: int) -> bool:
    """Whether the words before it make it a stage, a grade or an item."""
    return _LABEL.search(line.text[max(0, start - 20) : start]) is not None


def may_be_date(line: Line, start: int, part: Exact, whole: Exact) -> bool:
    """Whether it could be a day: "on 9/11", "between 5/11 and 6/11"."""
    return part <= MONTHS and whole <= DAYS and _DAY.search(line.text[max(0, start - 40) : start]) is not None

"""Pairs of numbers that look like a part over its whole and are none: doses, stages, dates, decimals."""

from __future__ import annotations

import re

from figures.interval import Exact
from figures.relations.layout import Line

_LABEL = re.compile(
    r"\b(?:stage|grade|class|type|phase|category|level|GOLD|Fig\.?|chapter|item|ratio|ECOG|PS|status|score|NYHA|ASA|WHO|step|part)s?\s+$",
    re.I,
)
_NUMBERED = re.compile(
    r"\b(?:(?:sub|geno|sero)?types?|HPV|weeks?|days?|months?|visits?|acuity|vision|BCVA|Snellen|version|model|rule|CD|routes?|highways?)"
    r"(?:\s+of)?\s+$",
    re.I,
)
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


def is_label(line: Line, start: int, whole: Exact = 0) -> bool:
    """Whether the words before it make it a stage or a grade, as small numbers are, or a type, a week, an acuity."""
    before = line.text[max(0, start - 20) : start]
    return (whole < STAGES and _LABEL.search(before) is not None) or _NUMBERED.search(before) is not None


def may_be_date(line: Line, start: int, part: Exact, whole: Exact) -> bool:
    """Whether it could be a day: "on 9/11", "between 5/11 and 6/11"."""
    return part <= MONTHS and whole <= DAYS and _DAY.search(line.text[max(0, start - 40) : start]) is not None

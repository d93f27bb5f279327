"""A part over a whole beside its percentage, as studies write it: "7/10 (70%)", "70% (n=7/10)", "(7/10; 70%)".

Read from the text itself, because a pair such as 50/50 or 5/11 may be no claim: it can also be an idiom or a date.
"""

from __future__ import annotations

import re

from msgspec import Struct

from figures.quantity import Quantity
from figures.relations.layout import Line, Site
from figures.relations.numerals import digits

REACH = 110  # code points on either side of the percentage that may hold the pair
_NUMBER = r"\d{1,3}(?:[,\u2009\u202f]\d{3}){1,4}|\d{1,12}"
_OF = r"\s+(?:out\s+)?of\s+(?:the\s+|all\s+|a\s+total\s+of\s+)?"
_OVER = rf"(?:\s?[/⁄]\s?|{_OF}|(?:\s+(?!of\b|or\b|and\b|in\b)[\w’'-]{{1,24}}){{1,2}}{_OF})"
_PAIR = rf"(?<![\d.,/:-])(?<!\d\s[/:])({_NUMBER}){_OVER}({_NUMBER})(?![\d/]|[.,:]\d|\s?/)"
_WORDS = r"(?:\s+(?!of\b|and\b|or\b|vs\b|versus\b|compared\b)[\w’'-]{1,24}){0,5}"
_BEFORE = re.compile(
    rf"{_PAIR}({_WORDS}\s*(?:[(\[]|[,;:=–—]|\s-\s)\s*(?:(?:or|i\.e\.|that\s+is|which\s+is|=)\s*,?\s*)?|\s{{1,3}})$"
)
_AFTER = re.compile(rf"(\s*[(\[,;:]\s*(?:i\.e\.,?\s*|or\s+)?(?:[nN]\s*=\s*)?){_PAIR}")
_PERCENT_ENDS = re.compile(r"\s*(?:[)\],;.:†‡*§–—]|$)|\s+(?!of\b)[a-zA-Z(\[]")
_PAIR_ENDS = re.compile(r"(?:\s+(?!of\b)[\w’'-]{1,24}){0,5}(?:\s*[)\],;.]|\s+(?:vs|versus|and|or|compared)\b)")
_PART_BEFORE = re.compile(rf"(?<![\d.,/:-])({_NUMBER})(?:\s+[\w’'-]{{1,24}}){{0,2}}\s*[(\[]\s*$")
_WHOLE_BEHIND = re.compile(rf"\s*[)\]](?:\s+(?!of\b)[\w’'-]{{1,24}}){{0,3}}{_OF}({_NUMBER})(?![\d/]|[.,:]\d)")
_STRONG = re.compile(r"[(\[=]|\bor\b|\bi\.e\.|\bis\b")


class Pair(Struct, frozen=True):
    """``start`` and ``end`` of the pair in its sentence. ``shown``: the notation alone tells that it is a share.

    Otherwise only a comma, a dash or a blank stands between, as between the cells of a table.
    """

    part: Quantity
    whole: Quantity
    start: int
    end: int
    shown: bool


def pair_beside(line: Line, percent: Site) -> Pair | None:
    """The pair just before the percentage or just after it; None where there is none."""
    begin = max(0, percent.start - REACH)
    to = percent.number_start if line.text[percent.start] == "=" else percent.start  # 7/10 = 70%
    found = _BEFORE.search(line.text[begin:to])
    if found is not None and _PERCENT_ENDS.match(line.after(percent, 6)):
        start, end = begin + found.start(1), begin + found.end(2)
        part = digits(line, start, begin + found.end(1))
        whole = digits(line, begin + found.start(2), end)
        shown = _STRONG.search(found.group(3)) is not None or _bracketed(line, start, found.group(3))
        return Pair(part, whole, start, end, shown)
    found = _AFTER.match(line.text, percent.end, percent.end + REACH)
    if found is not None and _PAIR_ENDS.match(line.text, found.end(), found.end() + REACH):
        part, whole = digits(line, *found.span(2)), digits(line, *found.span(3))
        shown = _STRONG.search(found.group(1)) is not None or _bracketed(line, percent.start, found.group(1))
        return Pair(part, whole, found.start(2), found.end(3), shown)
    begin = max(0, percent.start - 60)
    found = _PART_BEFORE.search(line.text[begin : percent.start])
    behind = _WHOLE_BEHIND.match(line.text, percent.end, percent.end + REACH) if found else None
    if found is not None and behind is not None:  # 1404 (79%) of 1897
        part = digits(line, begin + found.start(1), begin + found.end(1))
        return Pair(part, digits(line, *behind.span(1)), begin + found.start(1), behind.end(1), True)
    return None


def _bracketed(line: Line, start: int, between: str) -> bool:
    """Whether pair and percentage stand in one bracket, which opens just before the first: (7/10; 70%)."""
    return between.strip() in (",", ";", ":") and re.search(r"[(\[][^)\]]{0,30}$", line.text[:start][-32:]) is not None

"""An age and a year of birth: "born in 1931, died in 2005 at 74", "Anna Berg, 45, was born in 1981"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures.findings import Relation
from figures.relations.layout import Layout, Line, Site
from figures.relations.numerals import digits

_YEAR = r"((?:1[6-9]|20)\d\d)"
_BORN = re.compile(rf"\b[Bb]orn\b(?!\s+(?:to|out)\b)[^.;:]{{0,60}}?\b{_YEAR}\b")
_DIED = re.compile(rf"\b(?:died|was\s+killed|passed\s+away)\b[^.;:]{{0,60}}?\b{_YEAR}\b")
_LIFE = re.compile(rf"[(]\s*(?:born\s+)?{_YEAR}\s*[-–]\s*{_YEAR}\s*[)]")
_DIED_AGED = re.compile(r"\b(?:died|killed|passed\s+away|death|dead)\b", re.I)
_AGED = re.compile(r"\b(?:aged|at\s+(?:the\s+)?age\s+(?:of\s+)?|at|age)\s*$", re.I)
_YEARS = re.compile(rf"\b{_YEAR}\b")


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: the age. ``operands``: the year of birth and, where the text gives it, the year it is the age in.

    ``evidence``: "died" or "now", which is the day of the document.
    """
    for line in layout.lines:
        ages = [site for site in line.sites if _is_age(line, site)]
        if len(ages) != 1:
            continue
        years = list(_YEARS.finditer(line.text))
        life, born, died = _LIFE.search(line.text), _BORN.search(line.text), _DIED.search(line.text)
        site = ages[0]
        if life and len(years) == 2 and not born and _DIED_AGED.search(line.text):
            places = [life.span(1), life.span(2)]
        elif born and died and len(years) == 2 and _dies(line, site):
            places = [born.span(1), died.span(1)]
        elif (
            born
            and not died
            and len(years) == 1
            and layout.document.date is not None
            and not _AGED.search(line.before(site, 20))
        ):
            places = [born.span(1)]
        else:
            continue
        first, last = min(site.start, places[0][0]), max(site.end, places[-1][1])
        evidence = "died" if len(places) == 2 else "now"
        yield Relation("age", (site.index,), evidence, line.span(first, last), tuple(digits(line, *p) for p in places))


def _is_age(line: Line, site: Site) -> bool:
    quantity = site.claim.quantity
    if quantity.high is not None or not 0 < quantity.value < 120 or quantity.decimal:
        return False
    if quantity.kind == "age":
        return True
    beside = line.before(site, 2) == ", " and line.after(site, 1) == ","  # The judge, 45, was born ...
    return quantity.kind == "count" and not site.noun and (beside or bool(_AGED.search(line.before(site, 20))))


def _dies(line: Line, site: Site) -> bool:
    """Whether the age stands in the clause of the death."""
    died = _DIED.search(line.text)
    if died is None:
        return False
    between = line.text[min(died.end(), site.end) : max(died.start(), site.start)]
    return ";" not in between and "born" not in between

"""A count, the price or amount of each, and the total: "12 buses at $300,000 each, for a total of $3.6 million".

Also a total that is said to be enough for as much to everybody: "with $1 million each ..., and still have money left".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures.conversion import inexact
from figures.findings import Relation
from figures.relations.antecedents import is_count
from figures.relations.layout import NEIGHBOURS, Layout, Line, Site

_AT = re.compile(
    r"(?:\s+(?!at\b|for\b|of\b)[\w’'-]{1,24}){1,4}\s*,?\s+(?:at|for|costing|costs?|earns?|weighs?|worth|priced\s+at|of)\s+(?:the\s+price\s+of\s+)?"
)
_EACH = re.compile(r"\s+(?:each|apiece|a\s+piece|a\s+head|a\s+unit|a\s+ticket|a\s+copy|a\s+person|per\s+[a-z]{2,20})\b")
_TO_EACH = re.compile(r"\s+(?:to|for)\s+each\s+(?:and\s+every\s+one\s+)?of\s+(?:the\s+|its\s+|their\s+|our\s+)?")
_TOTAL = re.compile(
    r"[^.;:]{0,60}?(?:,|–|—|\s-|\()\s*(?:(?:for|making|making\s+for|giving|bringing|or|a|the|with|which\s+(?:is|makes))\s+){0,3}"
    r"(?:total(?:l?ing)?(?:\s+of)?|a\s+(?:grand\s+)?total\s+of|raising|costing|earning|worth|in\s+all|bringing\s+in|=)\s+(?:just\s+|only\s+)?"
)
_TOTAL_IN = re.compile(r"\b(?:total(?:l?ing)?(?:\s+of)?|raising|costing|earning)\b", re.I)
_IN_ALL = re.compile(r"^(?:\s+\w+)?\s+(?:in\s+total|in\s+all|altogether)\b")
_FOR = re.compile(r"\s+(?:for|over|during|in)\s+(?:the\s+|all\s+)?")
_TIMES = re.compile(r"(?:\s+[\w’'-]{1,24}){0,3}\s*,?\s*(?:(?:multiplied\s+by|times)\s+|[x×*]\s*)")
_EQUALS = re.compile(r"(?:\s+[\w’'-]{1,24}){0,3}\s*,?\s*(?:=|is|are|equals|makes|comes\s+to|or|gives)?\s*")
_LEFT = re.compile(
    r"\b(?:left\s+over|leftover|to\s+spare|(?:enough|sufficient)\s+(?:money|funds|cash)?)\b|\bstill\s+(?:have|had|be)\b[^.;]{0,40}\bleft\b",
    re.I,
)
_COULD = re.compile(r"\b(?:could|can|would\s+be\s+able\s+to|enough\s+to)\b", re.I)
_EVERYBODY = re.compile(r"\b(?:each|every)\s+(?:(?:single\s+|one\s+)?of\s+(?:the\s+|our\s+|its\s+)?)?$", re.I)
_EACH_ONE = re.compile(r"\b(?:each|every)\s+(?:single\s+)?[A-Za-z][\w’'-]+\s+(?:\w+\s+)?$", re.I)
_POPULATION = re.compile(
    r"\b(?:population\s+(?:is|was|of|stands\s+at)|there\s+are)\s+(?:about\s+|around\s+|some\s+)?$", re.I
)


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: the total, the count, the amount of each. ``evidence``: each, times, enough or over time."""
    for at, line in enumerate(layout.lines):
        for place, site in enumerate(line.sites):
            found = (
                _each(line, place, site)
                or _to_each(line, place, site)
                or _times(line, place, site)
                or _over_time(line, place, site)
            )
            if found is None and _money(site):
                found = _enough(layout, at, place, site)
            if found is None:
                continue
            evidence, total, count, each = found
            inside = [s for s in (total, count, each) if s in line.sites]
            span = line.span(min(s.start for s in inside), max(s.end for s in inside))
            yield Relation("product", (total.index, count.index, each.index), evidence, span)


Found = tuple[str, Site, Site, Site]  # evidence, total, count, amount of each


def _money(site: Site) -> bool:
    quantity = site.claim.quantity
    return quantity.kind in ("currency", "measure") and quantity.high is None and not quantity.role


def _each(line: Line, place: int, count: Site) -> Found | None:
    """12 buses at $300,000 each, for a total of $3.6 million."""
    if not is_count(count) or len(line.sites) < place + 3:
        return None
    price, total = line.sites[place + 1 : place + 3]
    between = line.between(count, price)
    if not _money(price) or between is None or not _AT.fullmatch(between):
        return None
    per = " per " in price.claim.quantity.unit
    closed = _EACH.match(line.after(price, 30))
    if not closed and not per:
        return None
    return ("each", total, count, price) if _is_total(line, price, total) else None


def _to_each(line: Line, place: int, price: Site) -> Found | None:
    """$5,000 to each of the 4,000 families, a total of $20 million."""
    if not _money(price) or len(line.sites) < place + 3:
        return None
    count, total = line.sites[place + 1 : place + 3]
    between = line.between(price, count)
    if not is_count(count) or between is None or not _TO_EACH.fullmatch(between):
        return None
    return ("each", total, count, price) if _is_total(line, count, total) else None


def _over_time(line: Line, place: int, rate: Site) -> Found | None:
    """12 tonnes per day for 30 days, a total of 360 tonnes."""
    unit, _, per = rate.claim.quantity.unit.rpartition(" per ")
    if not unit or place + 2 >= len(line.sites) or rate.claim.quantity.high is not None:
        return None
    time, total = line.sites[place + 1 : place + 3]
    between = line.between(rate, time)
    if between is None or not _FOR.fullmatch(between) or time.claim.quantity.kind != "duration":
        return None
    if (
        time.claim.quantity.high is not None
        or total.claim.quantity.unit != unit
        or inexact(time.claim.quantity.unit, per)
    ):
        return None
    return ("over time", total, time, rate) if _is_total(line, time, total) else None


def _is_total(line: Line, before: Site, total: Site) -> bool:
    """Whether the words call the number the total."""
    if total.claim.quantity.kind != "currency" and not _money(total):
        return False
    between = line.text[before.end : total.number_start]
    if (
        len(between) > 120
        or re.search(r"[;:]\s|\w{3}\.\s", between)
        or re.search(r"\b(?:including|plus|fees|tax|discount)\b", between)
    ):
        return False
    inside = _TOTAL_IN.search(line.text[total.start : total.number_start]) or (
        _IN_ALL.search(line.text[total.number_end : total.end] + line.after(total, 14)) and "," in between[:30]
    )
    return bool(inside) or bool(re.search(_TOTAL.pattern + r"[^\w\s]?$", between))


def _times(line: Line, place: int, one: Site) -> Found | None:
    """$20 million a year, multiplied by four years = $80 million."""
    if len(line.sites) < place + 3 or one.claim.quantity.high is not None:
        return None
    other, total = line.sites[place + 1 : place + 3]
    first, second = line.between(one, other), line.text[other.end : total.number_start]
    if first is None or not _TIMES.fullmatch(first) or len(second) > 60:
        return None
    if "=" not in second and not re.search(r"\b(?:is|are|equals|makes|comes\s+to|gives)\b", second):
        return None
    if not _EQUALS.match(second) or other.claim.quantity.high is not None or total.claim.quantity.high is not None:
        return None
    return "times", total, other, one


def _enough(layout: Layout, at: int, place: int, each: Site) -> Found | None:
    """With $40 million they could have given each of the 33,000 people $10,000 and still have money left."""
    line = layout.lines[at]
    if not _LEFT.search(line.after(each, 80)) or not _COULD.search(line.before(each, 200)):
        return None
    count = _people(layout, at, place)
    if count is None:
        return None
    budgets = [
        s
        for earlier in layout.lines[max(0, at - 2) : at + 1]
        if earlier.block == line.block
        for s in (line.sites[max(0, place - NEIGHBOURS) : place] if earlier is line else earlier.sites[-NEIGHBOURS:])
        if _money(s) and s.claim.quantity.unit == each.claim.quantity.unit
    ]
    return ("enough", budgets[0], count, each) if len(budgets) == 1 else None


def _people(layout: Layout, at: int, place: int) -> Site | None:
    """How many "each" are: said in the same place, or as a population just before."""
    line = layout.lines[at]
    each = line.sites[place]
    before = line.sites[place - 1] if place else None
    if before is not None and is_count(before) and _EVERYBODY.search(line.before(before, 40)):
        return before
    if not _EACH_ONE.search(line.before(each, 50)):
        return None
    for earlier in layout.lines[max(0, at - 2) : at + 1]:
        sites = line.sites[max(0, place - NEIGHBOURS) : place] if earlier is line else earlier.sites[-NEIGHBOURS:]
        for site in sites:
            told = earlier.block == line.block and is_count(site)
            if told and _POPULATION.search(earlier.before(site, 50)):
                return site
    return None

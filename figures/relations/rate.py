"""A rate or an average beside the total and the count it is made from: "12,000 pupils in 40 schools, 300 per school".

Also per head of a population, per day of a length of time, and what everybody would get of a sum that is shared out.
The rate must be introduced as worked out ("or", "an average of", "the equivalent of"), and total and count be the only
ones near it that its unit admits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures.conversion import comparable
from figures.findings import Relation
from figures.lexicon.nouns import nouns
from figures.relations.antecedents import is_count
from figures.relations.layout import NEIGHBOURS, Layout, Line, Site

_LED = re.compile(
    r"(?:\bor|\bi\.e\.,?|\bthat\s+(?:is|works\s+out\s+(?:at|to))|\bwhich\s+(?:is|means|works\s+out\s+(?:at|to)|comes\s+to|amounts\s+to)|=|\baverag(?:e|ing)(?:\s+speed)?(?:\s+of)?"
    r"|\bequivalent\s+(?:of|to)|\bequal\s+to|\bequat(?:es|ing)\s+to|\bamount(?:s|ing)\s+to|\bwork(?:s|ing)\s+out\s+(?:at|to|as)|\bmaking|\ba\s+rate\s+of)"
    r"\s*,?\s*(?:(?:about|around|roughly|some|nearly|almost|just|only|a|an|over|more\s+than|under|less\s+than)\s+){0,3}[^\w\s]?$",
    re.I,
)
_PER = re.compile(
    r"^(?:\s+(?!per\b|each\b)[\w’'-]{1,24}){0,2}\s+(?:per|for\s+each|for\s+every|in\s+each|to\s+each|at\s+each)\s+([a-z][\w’'-]{1,24})\b"
    r"|^\s+(each|apiece)\b"
)
_WITH = re.compile(r"\bwith\s+(?:an?|the)\s+$")
_PER_MANY = re.compile(r"(?:\s+[\w’'-]{1,24}){0,2}\s+(?:per|for\s+every|in\s+every|out\s+of\s+every)\s+")
_OVER = re.compile(
    r"\b(?:in|over|during|within|of|for|after|across|throughout|spanning|lasting)\s+(?:(?:the|its|a|an|just|only|about|first|last|past|next|"
    r"those|these|some|period|of)\s+){0,5}$",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:median|up\s+to|at\s+least|ranging|range|excluding|not\s+including|weighted|adjusted|last\s+year|previous(?:ly)?|compared|versus|"
    r"than|forecast|target|instead\s+of|rather\s+than|used\s+to|maximum|minimum|peak)\b",
    re.I,
)
_SHARED = re.compile(
    r"\b(?:distributed|divided|shared(?:\s+out)?|split|spread)\s+(?:equally\s+|evenly\s+|up\s+)?(?:among|amongst|between|across|over|by)\s+"
    r"(?:(?:the|its|their|our|all|a|these|those)\s+){0,2}(?:\w+\s+of\s+)?$",
    re.I,
)
_GETS = re.compile(
    r"\b(?:each|every)\s+(?:single\s+)?[\w’'-]+\s+(?:would|will|could|can|should)?\s*(?:\w+\s+)?(?:get|gets|got|receive|receives|received|have|has|earn|pocket|be\s+(?:given|paid))\s+$",
    re.I,
)
_DIVIDED_BY = re.compile(
    r"(?:\s+(?!and\b|or\b)[\w’'-]{1,24}){0,3},?\s+(?:is\s+|are\s+)?(?:divided\s+by|by)\s+(?:the\s+|our\s+)?"
)
_IS = re.compile(
    r"(?:\s+(?!and\b|or\b)[\w’'-]{1,24}){0,3}?,?\s*(?:is|are|=|equals|gives|makes|comes\s+to|comes\s+out\s+(?:at|to)|works\s+out\s+(?:at|to)"
    r"|each\s+(?:one\s+)?(?:would|could|will)\s+(?:get|have|receive))\s+(?:about\s+|only\s+|just\s+)?"
)
_PEOPLE = frozenset({"person", "head", "capita", "inhabitant", "resident", "citizen", "individual"})
_OF_PEOPLE = re.compile(
    r"\b(?:population\s+of|population\s+is|population\s+was|(?:city|town|country|village|district|state|nation|island|region|community)\s+of)\s+"
    r"(?:(?:about|around|some|roughly|nearly|almost|over|more\s+than)\s+){0,2}$",
    re.I,
)
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"})


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: the rate, the total, the count or length of time, and the 100,000 of a rate per so many.

    ``evidence``: what it is per, "shared" or "many".
    """
    for at, line in enumerate(layout.lines):
        if len(line.sites) < 2:
            continue
        shared = "each" in line.text or "every" in line.text or "Each" in line.text or "Every" in line.text
        for place, site in enumerate(line.sites):
            if site.claim.quantity.high is not None or site.claim.quantity.direction:
                continue
            found = (
                (_shared(line, place, site) if shared else None)
                or _divided(line, place, site)
                or _per_many(line, place, site)
                or _rate(layout, at, place, site)
            )
            if found is None:
                continue
            per, *members = found
            inside = [s for s in (site, *members) if s in line.sites]
            span = line.span(min(s.start for s in inside), max(s.end for s in inside))
            yield Relation("rate", (site.index, *(s.index for s in members)), per, span)


# What it is per, the total, the count and, of a rate per 100,000, the 100,000.
Found = tuple[str, Site, Site] | tuple[str, Site, Site, Site]


def _per_many(line: Line, place: int, rate: Site) -> Found | None:
    """Counted 540 murders among 5.4 million people, or 10 per 100,000 people."""
    if not is_count(rate) or place + 1 >= len(line.sites) or place < 2:
        return None
    base = line.sites[place + 1]
    between = line.between(rate, base)
    if between is None or not is_count(base) or not _PER_MANY.fullmatch(between) or not _led(line, rate):
        return None
    near = [s for s in line.sites[max(0, place - NEIGHBOURS // 2) : place] if rate.start - s.end < 220]
    if near and _OTHER.search(line.text[near[-1].end : rate.start]):
        return None
    if len(near) != 2 or not all(is_count(s) and s.claim.quantity.high is None for s in near):
        return None
    total, count = sorted(near, key=lambda s: s.claim.quantity.value)
    fitting = (
        _people(line, count)
        and not count.claim.quantity.unit
        and count.claim.quantity.value > base.claim.quantity.value
    )
    return ("many", total, count, base) if fitting else None


def _people(line: Line, site: Site) -> bool:
    if not is_count(site) or site.claim.quantity.high is not None:
        return False
    return "person" in nouns().chain(site.noun) or bool(_OF_PEOPLE.search(line.before(site, 50)))


def _led(line: Line, rate: Site) -> bool:
    """Whether the rate is introduced as worked out."""
    before = line.before(rate, 60) + line.text[rate.start : rate.number_start]
    if found := _LED.search(before):
        return not _WITH.search(before[: found.start()])
    return rate.claim.quantity.bound == "~" and line.before(rate, 2) == ", "


def _rate(layout: Layout, at: int, place: int, rate: Site) -> Found | None:
    line = layout.lines[at]
    unit, _, per = rate.claim.quantity.unit.rpartition(" per ")
    if not unit:
        unit = rate.claim.quantity.unit
        found = _PER.match(line.after(rate, 60))
        if found is None or rate.claim.quantity.kind not in ("count", "number", "currency", "measure"):
            return None
        per = found.group(1) or "each"
    if not _led(line, rate):
        return None
    near = [s for s in line.sites[max(0, place - NEIGHBOURS // 2) : place] if rate.start - s.end < 220]
    if any(_OTHER.search(line.text[s.end : rate.start]) for s in near[-1:]):
        return None
    earlier = layout.lines[at - 1] if at and layout.lines[at - 1].block == line.block else None
    counts = [s for s in near if _counted_per(line, s, per)]
    if per == "each":
        counts = [s for s in near if is_count(s) and s.noun and not s.claim.quantity.unit]
    if len(counts) != 1:
        return None
    totals = [s for s in near if s is not counts[0] and _total_of(s, rate, unit)]
    if not totals and earlier is not None and not [s for s in near if s is not counts[0]]:
        totals = [s for s in earlier.sites[-NEIGHBOURS:] if _total_of(s, rate, unit)]
        if re.search(r"[.!?]\s+(?:The|A|In)\b", line.text[:2]):
            return None
    return (per, totals[0], counts[0]) if len(totals) == 1 else None


def _counted_per(line: Line, site: Site, per: str) -> bool:
    """Whether the number counts what the rate is per."""
    quantity = site.claim.quantity
    if quantity.high is not None or " per " in quantity.unit:
        return False
    if per in _TIMES:
        return quantity.kind == "duration" and bool(
            _OVER.search(line.before(site, 50) + line.text[site.start : site.number_start])
        )
    if not is_count(site):
        return False
    if per in _PEOPLE:
        return _people(line, site)
    return site.noun == per


def _total_of(site: Site, rate: Site, unit: str) -> bool:
    quantity = site.claim.quantity
    if quantity.high is not None or " per " in quantity.unit or quantity.role in ("from", "to"):
        return False
    if unit:
        return quantity.unit == unit or (quantity.kind == "measure" and comparable(quantity.unit, unit))
    if not is_count(site) or quantity.unit:
        return False
    return not rate.noun or not site.noun or rate.noun == site.noun or rate.claim.counted_from != ""


def _divided(line: Line, place: int, each: Site) -> Found | None:
    """$1.9 billion divided by 330,000 people is $5,757 each."""
    if place < 2:
        return None
    total, count = line.sites[place - 2 : place]
    first, second = line.between(total, count), line.between(count, each)
    if first is None or second is None or not is_count(count) or total.claim.quantity.high is not None:
        return None
    if not _DIVIDED_BY.fullmatch(first) or not _IS.fullmatch(second):
        return None
    units = {total.claim.quantity.unit, each.claim.quantity.unit}
    return ("shared", total, count) if len(units) == 1 or "" in units else None


def _shared(line: Line, place: int, each: Site) -> Found | None:
    """Each citizen would get $15 if the $2 billion were distributed among the 135 million people."""
    if not _GETS.search(line.before(each, 60)) or len(line.sites) < place + 3:
        return None
    total, count = line.sites[place + 1 : place + 3]
    if not is_count(count) or not _SHARED.search(line.before(count, 70)) or count.start - total.end > 120:
        return None
    quantity = total.claim.quantity
    return (
        ("shared", total, count) if quantity.unit in ("", each.claim.quantity.unit) and quantity.high is None else None
    )

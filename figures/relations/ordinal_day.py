"""An ordinal day and the day it is counted from: "second day of strikes on Thursday", "began strikes on Wednesday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from figures.dates import DateMention, find_dates, resolve
from figures.document import Document
from figures.findings import Relation
from figures.quantity import Claim
from figures.relations.beginnings import Beginning, Beginnings, names
from figures.relations.layout import REACH, Layout, Line, Site, around

_DAY = re.compile(
    r"\s*(?:(?:straight|consecutive|successive|full)\s+)?day\b(?:\s+of\s+(?:the\s+|its\s+|their\s+|a\s+)?"
    r"(?P<event>[\w’'-]{3,20}(?:\s+[\w’'-]{1,20}){0,4}))?",
    re.I,
)
_FOR_A = re.compile(r"\bfor\s+(?:a|the)\s+$", re.I)
_FIRST = re.compile(r"\b(?:began|begun|started|since)\s+(?:on\s+)?$", re.I)
_TODAY = re.compile(r"\b(?:is|today is|marks|enters|in)\s+(?:now\s+)?(?:the|its|their)\s+$")
_ON = re.compile(r"\s*,?\s*(?:on\s+)?")
_STOP = re.compile(
    r"\b(?:on|in|at|by|for|as|and|against|across|over|with|after|when|that|which|to|from|the|an?|this|its)\b|,"
)
SOME_DAY = date(2000, 6, 30)  # stands in where only the distance between two weekdays counts


class OrdinalDay(Struct, frozen=True):
    """The day that the ordinal speaks of and the first day."""

    day: date
    first: date
    weekdays_only: bool  # nothing dates the first day but its weekday: whole weeks cannot be told apart


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: the ordinal. ``span``: the words that tell the first day."""
    known: Beginnings | None = None
    for line, _, site in layout.sites():
        event = event_of(line, site)
        if event is None or day_of(layout.document, line, site) is None:
            continue
        if known is None:
            known = Beginnings(layout.document)
        here = line.span(site.start, site.end).start
        candidates = known.of(event, here) if event else known.around(here)
        fitting = [begun for begun in candidates if _fits(begun, event, line, site)]
        if fitting and len({begun.day for begun in fitting}) == 1:
            yield Relation("ordinal_day", (site.index,), fitting[0].text, fitting[0].span)


def read_ordinal_day(document: Document, claims: tuple[Claim, ...], relation: Relation) -> OrdinalDay | None:
    """The two days of a relation; None when one of them cannot be told."""
    line, site = around(document, claims, relation.claims[0])
    day = day_of(document, line, site)
    mentions = find_dates(relation.evidence)
    if day is None or not mentions:
        return None
    first = resolve(mentions[-1], day)
    return None if first is None else OrdinalDay(day, first, mentions[-1].day is None)


def event_of(line: Line, site: Site) -> str | None:
    """What the day is one of ("air strikes"); None when the claim is no ordinal day; "" after "for a second day"."""
    if site.claim.quantity.kind != "ordinal":
        return None
    found = _DAY.match(line.text, site.number_end)
    if found is None:
        return None
    event = _STOP.split(found.group("event"))[0].strip() if found.group("event") else ""
    return event if event or _FOR_A.search(line.text[max(0, site.number_start - 24) : site.number_start]) else None


def day_of(document: Document, line: Line, site: Site) -> date | None:
    """The day that the sentence speaks of: the one right behind the ordinal, else the only one; None when unclear."""
    base = max(0, site.start - 2 * REACH)
    text = line.text[base : site.end + 2 * REACH]
    mentions = tuple(m for m in find_dates(text) if not _FIRST.search(text[max(0, m.start - 24) : m.start]))
    found = _DAY.match(text, site.number_end - base)
    if not mentions and _TODAY.search(text[: site.number_start - base]):
        return document.date
    if not mentions:
        return _day_before(document, line)
    chosen: DateMention | None = mentions[0] if len(mentions) == 1 else None
    for mention in mentions:
        between = text[found.end() if found else 0 : mention.start]
        if found and mention.start >= found.start() and (between.endswith("on ") or _ON.fullmatch(between)):
            chosen = mention
            break
    return resolve(chosen, document.date or SOME_DAY) if chosen else None


def _day_before(document: Document, line: Line) -> date | None:
    """The text's own day, if the sentence before this one speaks of it too; None when it does not."""
    before = line.source.text[max(0, line.base - 4 * REACH) : line.base]
    if not before.strip() and line.block:
        before = document.blocks[line.block - 1].text[-4 * REACH :]
    mentions = find_dates(before)
    if not mentions or document.date is None:
        return None
    return document.date if resolve(mentions[-1], document.date) == document.date else None


def _fits(begun: Beginning, event: str, line: Line, site: Site) -> bool:
    """Whether that is the beginning of what the day is counted of."""
    start = line.span(0, len(line.text)).start
    here = start <= begun.span.start < line.span(site.start, site.end).start
    if not event:
        return here
    if here or line.span(0, len(line.text)).overlaps(begun.span):
        return True
    named = names(line.text)
    return bool(named & begun.names) or not (named or begun.names)

"""A length of time beside the date it began: "five years of war, which began in May 2010", "ten years ago, in 2005".

The beginning may also stand in another sentence: "The siege began on 3 March 2012. After three years of siege ...".
A length of time whose beginning is only on file ("five years of war") is no relation of the text; the check looks it
up in the events of the rulebook.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures.dates import DateMention, find_dates
from figures.findings import Relation
from figures.relations.beginnings import Beginning, Beginnings, names
from figures.relations.layout import REACH, Layout, Line, Site

UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": None, "year": None, "decade": None, "century": None}
_ADVERB = r"\s+(?:in\s+|on\s+)?(?:the\s+)?"
_SINCE = re.compile(
    rf"(?:\s+of\s+[\w’'-]+(?:\s+[\w’'-]+){{0,4}})?,?\s+since"
    rf"(?:{_ADVERB}|\s+(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){{1,5}}\s+(?:on|in)\s+(?:the\s+)?)",
    re.I,
)
_BEGAN = re.compile(
    r"(?:\s+of)?(?:[\s-]+(?!in\b|at\b|as\b|with\b|to\b|for\b|after\b|before\b)[\w’'-]+){1,4},?"
    rf"\s+(?:(?:which|that)\s+(?:had\s+)?(?:began|begun|started|broke\s+out|erupted)|beginning|starting){_ADVERB}",
    re.I,
)
_EVENT = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+)?([\w’'-]{3,20}(?:\s+[\w’'-]{1,20}){0,3})", re.I)
_STOP = re.compile(
    r"\b(?:on|in|at|by|for|as|and|against|across|over|with|after|when|that|which|to|from|has|have|is|the|an?|this|its)\b"
)
_HAS_BEEN = re.compile(
    r",?\s+and\s+(?:it\s+|they\s+)?(?:has|have)\s+(?:now\s+|since\s+|so\s+far\s+)?(?:been\s+)?[\w’'-]+\s+for\s+", re.I
)
_AGO_THEN = re.compile(r"\s+ago,?\s+(?:in|on)\s+(?:the\s+)?", re.I)
_THEN_AGO = re.compile(r"[,(]?\s*[,(]?\s*")
_NOT_ALL = re.compile(
    r"\b(?:another|first|next|further|additional|every|each|within|last|previous|sentenced\s+to|jailed\s+for|other"
    r"|second|third|final|initial|future|more|less\s+than\s+every|aged?|worth|of)\s+$",
    re.I,
)


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: the length of time. ``span``: the words that say when it began."""
    known: Beginnings | None = None
    for line, _, site in layout.sites():
        if not is_length(line, site):
            continue
        found = _start(line, site)
        if found is not None:
            start, end = found
            yield Relation("length_of_time", (site.index,), line.text[start:end], line.span(start, end))
            continue
        event = _EVENT.match(line.text, site.end)
        if event is None or other_dates(line, site.start, site.end):
            continue
        if known is None:
            known = Beginnings(layout.document)
        what = _STOP.split(event.group(1))[0].strip()
        fitting = [begun for begun in known.of(what, line.span(site.start, site.end).start) if _fits(begun, line)]
        if fitting and len({begun.day for begun in fitting}) == 1:
            yield Relation("length_of_time", (site.index,), fitting[0].text, fitting[0].span)


def _fits(begun: Beginning, line: Line) -> bool:
    """Whether that may be the beginning: dated, and of the same people where any are named."""
    if begun.date.weekday is not None and begun.date.day is None:
        return False
    named = names(line.text)
    return not begun.names or not named or bool(named & begun.names)


def is_length(line: Line, site: Site) -> bool:
    """Whether the claim is a stretch of time that may reach from a beginning to the day of the text."""
    quantity = site.claim.quantity
    if quantity.kind != "duration" or quantity.unit not in UNITS or quantity.high is not None:
        return False
    if site.claim.hypothetical or quantity.role or quantity.direction:
        return False
    before = line.text[max(0, site.number_start - 40) : site.number_start]
    return _NOT_ALL.search(before) is None and re.match(r"\s*-?\s*(?:old\b|sentence)", line.after(site, 16)) is None


def other_dates(line: Line, start: int, end: int) -> bool:
    """Whether the sentence names a date outside ``text[start:end]``, so that its time may end on another day."""
    near = line.text[max(0, start - 4 * REACH) : end + 4 * REACH]
    base = max(0, start - 4 * REACH)
    return (
        any(
            (m.start + base >= end or m.end + base <= start) and (m.year is not None or m.month is not None)
            for m in find_dates(near)
        )
        or re.search(r"(?<![\d.,$€£])(?:19|20)\d\d(?![\d.,]\d|\d)", near[: start - base] + near[end - base :])
        is not None
    )


def start_date(text: str) -> DateMention | None:
    """The one date in the words of a relation's span."""
    if re.fullmatch(r"(?:1[6-9]|20)\d\d", text.strip()):
        return DateMention(0, len(text), year=int(text))
    mentions = [m for m in find_dates(text) if m.year is not None or (m.month is not None and m.day is not None)]
    return mentions[0] if len(mentions) == 1 else None


def _start(line: Line, site: Site) -> tuple[int, int] | None:
    """Where the words stand that say when it began."""
    after = line.text[site.end : site.end + 2 * REACH]
    for mention in find_dates(after)[:2]:
        if mention.year is None and mention.day is None:
            continue
        words = after[: mention.start]
        began = _SINCE.fullmatch(words) or _BEGAN.fullmatch(words)
        ago = _AGO_THEN.fullmatch(words)
        if began or ago:
            start, end = site.end, site.end + mention.end
            return None if other_dates(line, start, end) else (start, end)
        break
    if re.match(r"\s+ago\b", after):
        base = max(0, site.start - REACH)
        before = line.text[base : site.start]
        mentions = find_dates(before)
        if mentions and (mentions[-1].year or mentions[-1].day) and _THEN_AGO.fullmatch(before[mentions[-1].end :]):
            start, end = base + mentions[-1].start, base + mentions[-1].end
            return None if other_dates(line, start, end) else (start, end)
    return _has_been(line, site)


def _has_been(line: Line, site: Site) -> tuple[int, int] | None:
    """It was closed on 4 May and has now been shut for six months."""
    base = max(0, site.start - REACH)
    before = line.text[base : site.start]
    mentions = find_dates(before)
    if not mentions or not _HAS_BEEN.fullmatch(before[mentions[-1].end :]):
        return None
    start, end = base + mentions[-1].start, base + mentions[-1].end
    return None if other_dates(line, start, end) else (start, end)

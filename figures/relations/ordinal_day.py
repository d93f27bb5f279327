"""An ordinal day and the day it is counted from: "second day of strikes on Thursday", "began strikes on Wednesday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from figures.dates import WEEKDAYS, DateMention, find_dates, resolve
from figures.document import Document, Span
from figures.findings import Relation
from figures.lexicon.nouns import nouns
from figures.quantity import Claim
from figures.relations.layout import REACH, Layout, Line, Site, around

_DAY = re.compile(
    r"\s*(?:(?:straight|consecutive|successive|full)\s+)?day\b(?:\s+of\s+(?P<event>[\w’' -]{3,60}))?", re.I
)
_BEGAN = re.compile(r"\b(?:began|begun|started|launched|commenced|opened)\b")
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s")
_NAMES = re.compile(r"\b[A-Z][\w’'-]{2,}")
_STOP = re.compile(r"\b(?:on|in|at|by|for|as|and|against|across|over|with|after|when|that|which|to|from)\b|,")
_NO_NAMES = frozenset({"the", "this", "that", "its", *(name.lower() for name in WEEKDAYS)})
SOME_DAY = date(2000, 6, 30)  # stands in where only the distance between two weekdays counts


class OrdinalDay(Struct, frozen=True):
    """The day that the ordinal speaks of and the first day, as found in the text."""

    day: date
    first: date
    first_span: Span
    weekdays_only: bool  # nothing dates them but their weekdays: whole weeks cannot be told apart


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: the ordinal. ``span``: the words that tell the first day."""
    beginnings: list[Beginning] | None = None
    for line, _, site in layout.sites():
        event = event_of(line, site)
        if event is None:
            continue
        if beginnings is None:
            beginnings = list(_beginnings(layout.document))
        fitting = [b for b in beginnings if _same(b.words, event) and names(line.text) & b.names]
        if not fitting or len({b.day for b in fitting}) > 1 or day_of(layout.document, line, site) is None:
            continue
        yield Relation("ordinal_day", (site.index,), fitting[0].text, fitting[0].span)


def read_ordinal_day(document: Document, claims: tuple[Claim, ...], relation: Relation) -> OrdinalDay | None:
    """The two days of a relation; None when one of them cannot be told."""
    line, site = around(document, claims, relation.claims[0])
    told = day_of(document, line, site)
    mentions = find_dates(relation.evidence)
    if told is None or not mentions:
        return None
    day, by_weekday = told
    first = resolve(mentions[-1], day)
    if first is None:
        return None
    return OrdinalDay(day, first, relation.span, mentions[-1].day is None or (by_weekday and document.date is None))


class Beginning(Struct, frozen=True):
    """A sentence that says when something began."""

    text: str
    span: Span
    words: str  # beside the verb
    names: frozenset[str]
    day: tuple[int | None, int | None, int | None, int | None]


def event_of(line: Line, site: Site) -> str | None:
    """What the day is one of ("air strikes"); None when the claim is no ordinal day, "" when it does not say."""
    if site.claim.quantity.kind != "ordinal":
        return None
    found = _DAY.match(line.text, site.number_end)
    if found is None or not found.group("event"):
        return None
    return _STOP.split(found.group("event"))[0].strip()


def day_of(document: Document, line: Line, site: Site) -> tuple[date, bool] | None:
    """The day that the sentence speaks of, and whether a weekday alone tells it; None when none or several do."""
    base = max(0, site.start - 2 * REACH)
    mentions = find_dates(line.text[base : site.end + 2 * REACH])
    if len(mentions) != 1:
        return None
    day = resolve(mentions[0], document.date or SOME_DAY)
    return None if day is None else (day, mentions[0].day is None)


def names(text: str) -> frozenset[str]:
    """The names in a sentence by their first five letters: Russia and Russian are one."""
    found = {name.lower() for name in _NAMES.findall(text[:2000])}
    return frozenset(name[:5] for name in found - _NO_NAMES)


def _beginnings(document: Document) -> Iterator[Beginning]:
    for block in document.blocks:
        text = block.text
        for verb in _BEGAN.finditer(text):
            base = max(0, verb.start() - REACH)
            ends = [m.end() for m in _SENTENCE_END.finditer(text, base, verb.start())]
            start = ends[-1] if ends else base
            stop = _SENTENCE_END.search(text, verb.end(), verb.end() + 2 * REACH)
            end = stop.start() if stop else min(len(text), verb.end() + 2 * REACH)
            mentions = [m for m in find_dates(text[verb.end() : end]) if m.weekday is not None or m.day is not None]
            if len(mentions) != 1:
                continue
            end = verb.end() + mentions[0].end
            subject = text[start : verb.start()]
            yield Beginning(
                text[verb.start() : end],
                block.locate(verb.start(), end),
                subject + " " + text[verb.end() : end],
                names(subject),
                _key(mentions[0]),
            )


def _key(mention: DateMention) -> tuple[int | None, int | None, int | None, int | None]:
    return (mention.year, mention.month, mention.day, mention.weekday if mention.day is None else None)


def _same(words: str, event: str) -> bool:
    """Whether the words name the event, in other words perhaps: airstrikes, air strikes, the bombing."""
    told = {_flat(event)} | {
        nouns().chain(_flat(word))[0] for word in (event, event.split()[-1]) if nouns().chain(_flat(word))
    }
    parts = words.lower().split()
    for at, word in enumerate(parts):
        for phrase in (word, " ".join(parts[at : at + 2])):
            flat = _flat(phrase)
            chain = nouns().chain(flat)
            if flat in told or (chain and chain[0] in told):
                return True
    return False


def _flat(phrase: str) -> str:
    """ "air strikes" and "airstrikes" alike, without the ending of the plural."""
    word = re.sub(r"[^a-z]", "", phrase.lower())
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word

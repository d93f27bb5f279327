"""Which row of a reference table speaks of what a claim speaks of.

A false match costs more trust than a missed one, so both must fit: what is counted and what happened. Then unit,
place, time and scope each have a veto, which is kept with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from figures.document import Document
from figures.quantity import Claim
from figures.references.rows import Event, EventMatch, KeyFigure, Match, Matching, Veto

MAX_AGE_DAYS = 400
MAX_LATER_DAYS = 31
MAX_TIMES = 8  # longer or shorter than the time since an event
DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3652}  # near enough for that
_ON = re.compile(r"\b(?:on|as of|as at|by)\s{1,3}$", re.IGNORECASE)
MAX_TEXT = 1_000_000  # where a document does not name a country in so much, it is not about it


def match(document: Document, claim: Claim, rows: Sequence[KeyFigure], *, max_age_days: int | None = None) -> Matching:
    """The rows that ``claim`` can be held against, best first, or why those it resembles cannot be.

    A row whose place the document never names is nothing to it. Only rows of the metric that fits most closely are
    returned: by the length of the words that fit. They are in the order of their distance from the claim's own date,
    or the document's; those before it come first. ``max_age_days`` defaults to MAX_AGE_DAYS; rows without a date fit
    any.
    """
    from figures.references import fits, scope  # patterns that an audit without tables does not need
    from figures.references.clause import clause

    if not rows:
        return Matching()
    words = clause(document, claim)
    day = day_of(claim, document, words.sentence)
    said = fits.read(claim, words)
    scored = [(fit, row) for row in rows if (fit := fits.happened(said, row)) is not None]
    if not scored:
        return Matching()
    about = _about(document)
    scored = [(fit, row) for fit, row in scored if about.names(row.place)]
    best = max((fit.strength for fit, _ in scored), default=0)
    found: list[tuple[tuple[int, int], Match]] = []
    vetoes: list[Veto] = []
    for fit, row in scored:
        if fit.strength < best:
            continue
        reason = (
            fits.other_count(claim, row)
            or scope.other_sort(claim, row)
            or fits.other_unit(claim, row)
            or scope.other_place(claim, row, words)
            or scope.other_holder(row, words, about.countries)
            or scope.other_time(claim, row, words, day)
            or scope.only_some(claim, row, words)
            or scope.far_apart(claim, row)
            or _other_day(row, day, MAX_AGE_DAYS if max_age_days is None else max_age_days)
        )
        if reason and fits.other_thing(claim, row):
            continue
        if reason:
            vetoes.append(Veto(row, reason))
        else:
            found.append((_distance(row, day), Match(row, f"{fit.reason}{_when(row, day)}")))
    found.sort(key=lambda pair: (pair[0], pair[1].row.line))
    return Matching(tuple(one for _, one in found), tuple(vetoes))


def day_of(claim: Claim, document: Document, sentence: str) -> date | None:
    """The day that a claim speaks of: its own, the only one that its sentence names ("as of 1 November"), or that of
    the document. A date behind other words ("since 2011", "after 3 May") dates something else."""
    from figures.dates import find_dates, resolve

    if claim.as_of is not None:
        return claim.as_of
    named = [mention for mention in find_dates(sentence) if mention.day is not None]
    if len(named) == 1 and _ON.search(sentence[: named[0].start]):
        return named[0].exact or (resolve(named[0], document.date) if document.date else None) or document.date
    return document.date


class _About:
    """The places that a document names anywhere."""

    def __init__(self, document: Document) -> None:
        from figures.references.words import places_in

        texts, length = [document.title or ""], 0
        for block in document.blocks:
            texts.append(block.text)
            length += len(block.text)
            if length > MAX_TEXT:
                break
        self.document = document
        self._text = " ".join(texts)[:MAX_TEXT]
        self.countries = frozenset(places_in(self._text))
        self._names: dict[str, bool] = {}

    def names(self, place: str) -> bool:
        """Whether the document names a place, or its people; one without a name is everywhere."""
        from figures.references.words import country

        if place not in self._names:
            self._names[place] = not place or country(place) in self.countries or place in self._text
        return self._names[place]


_last: _About | None = None  # the document asked about last: its claims come one by one


def _about(document: Document) -> _About:
    global _last
    last = _last
    if last is None or last.document is not document:
        _last = last = _About(document)
    return last


def _other_day(row: KeyFigure, day: date | None, max_age: int) -> str:
    if day is None or row.as_of is None or row.as_of_last is None:
        return ""
    if (day - row.as_of_last).days > max_age:
        return f"the figure is of {row.as_of_text}, {(day - row.as_of_last).days} days before the text"
    if (row.as_of - day).days > MAX_LATER_DAYS:
        return f"the figure is of {row.as_of_text}, {(row.as_of - day).days} days after the text"
    return ""


def _distance(row: KeyFigure, day: date | None) -> tuple[int, int]:
    """Sorts rows: those up to the day, nearest first; then those after it; then those without a date."""
    if row.as_of is None or row.as_of_last is None:
        return (2, 0)
    if day is None:
        return (0, -row.as_of_last.toordinal())
    if row.as_of <= day:
        return (0, max(0, (day - row.as_of_last).days))
    return (1, (row.as_of - day).days)


def _when(row: KeyFigure, day: date | None) -> str:
    if row.as_of is None or row.as_of_last is None or day is None:
        return f"; as of {row.as_of_text}" if row.as_of_text else ""
    if row.as_of > day:
        return f"; as of {row.as_of_text}, after the text"
    days = max(0, (day - row.as_of_last).days)
    before = f", {days} day{'s' if days != 1 else ''} before the text" if days else ""
    return f"; as of {row.as_of_text}{before}"


def match_event(document: Document, claim: Claim, events: Sequence[Event]) -> EventMatch | None:
    """The event that a length of time or an ordinal day is counted from; None when no single one fits.

    Its words must stand beside the number, and one of its actors, where it has any, in the sentence. A length that is
    many times longer or shorter than the time since, or that ends at another moment than the text's, is of something
    else.
    """
    from figures.references.clause import clause
    from figures.references.words import contains, country, longest, places_in, stems, vocabulary

    if not events:
        return None
    words = clause(document, claim)
    parts = [words.after, *(phrase.text for phrase in (claim.counted, claim.subject, claim.predicate) if phrase)]
    nearby = [stems(part) for part in parts]
    sentence = stems(words.sentence)
    if not vocabulary().elsewhen.isdisjoint(word.lower() for word in f"{words.number} {words.after}".split()):
        return None
    about = _about(document)
    found: list[tuple[int, Event, str]] = []
    for event in events:
        phrase = max((longest(text, (event.event, *event.aliases)) for text in nearby), key=lambda p: len(stems(p)))
        if not phrase:
            continue
        if event.actor and not any(contains(sentence, stems(actor)) for actor in event.actor):
            continue
        if not about.names(event.place):
            continue
        strangers = {p for p in places_in(f"{words.before} {words.after}") if event.place and p != country(event.place)}
        if strangers - {country(actor) for actor in event.actor}:
            continue
        if _far(claim, event, document.date):
            continue
        found.append((len(stems(phrase)) + bool(event.actor), event, phrase))
    best = max((strength for strength, _, _ in found), default=0)
    fitting = [(event, phrase) for strength, event, phrase in found if strength == best]
    if len(fitting) != 1:
        return None
    event, phrase = fitting[0]
    return EventMatch(event, f"{phrase!r} fits {event.event}, from {event.start_text}")


def _far(claim: Claim, event: Event, day: date | None) -> bool:
    """Whether a length of time is too far from the time since the event to be meant: three days of four years."""
    days = DAYS.get(claim.quantity.unit)
    if claim.quantity.kind != "duration" or days is None or day is None or day < event.start[0]:
        return False
    since = max((day - event.start[0]).days, 1)
    length = claim.quantity.value * days
    return length > since * MAX_TIMES or since > length * MAX_TIMES

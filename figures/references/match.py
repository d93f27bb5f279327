"""Which row of a reference table speaks of what a claim speaks of.

A false match costs more trust than a missed one, so both must fit: what is counted and what happened. Then unit,
place, time and scope each have a veto, which is kept with its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from figures.document import Document
from figures.lexicon.nouns import nouns
from figures.quantity import Claim
from figures.references import scope
from figures.references.clause import Clause, clause
from figures.references.rows import Event, EventMatch, KeyFigure, Match, Matching, Veto
from figures.references.words import contains, country, longest, places_in, stems, vocabulary

MAX_AGE_DAYS = 400
MAX_LATER_DAYS = 31


def match(document: Document, claim: Claim, rows: Sequence[KeyFigure], *, max_age_days: int | None = None) -> Matching:
    """The rows that ``claim`` can be held against, best first, or why those it resembles cannot be.

    Only rows of the metric that fits most closely are returned: by the length of the words that fit. They are in the
    order of their distance from the claim's own date, or the document's; those before it come first. ``max_age_days``
    defaults to MAX_AGE_DAYS; rows without a date fit any.
    """
    words = clause(document, claim)
    day = claim.as_of or document.date
    scored = [(strength, fits, row) for row in rows for strength, fits in (_happened(claim, row, words),) if strength]
    if not scored:
        return Matching()
    best = max(strength for strength, _, _ in scored)
    document_places = _document_places(document)
    found: list[tuple[tuple[int, int], Match]] = []
    vetoes: list[Veto] = []
    for strength, fits, row in scored:
        if strength < best:
            continue
        reason = (
            _other_count(claim, row, words)
            or scope.other_sort(claim, row)
            or _other_unit(claim, row)
            or scope.other_place(claim, row, words, document_places)
            or scope.other_holder(row, words, document_places)
            or scope.other_time(claim, row, words, day)
            or scope.only_some(claim, row, words)
            or scope.far_apart(claim, row)
            or _other_day(row, day, MAX_AGE_DAYS if max_age_days is None else max_age_days)
        )
        if reason and _other_thing(claim, row):
            continue
        if reason:
            vetoes.append(Veto(row, reason))
        else:
            found.append((_distance(row, day), Match(row, f"{fits}{_when(row, day)}")))
    found.sort(key=lambda pair: (pair[0], pair[1].row.line))
    return Matching(tuple(one for _, one in found), tuple(vetoes))


_last: tuple[Document, frozenset[str]] | None = None  # the document asked about last: its claims come one by one


def _document_places(document: Document) -> frozenset[str]:
    """The countries that a document names anywhere."""
    global _last
    last = _last
    if last is None or last[0] is not document:
        named = places_in(" ".join([document.title or "", *(block.text for block in document.blocks)]))
        _last = last = (document, frozenset(named))
    return last[1]


def _happened(claim: Claim, row: KeyFigure, words: Clause) -> tuple[int, str]:
    """How well the claim says what the row is about (the number of words that fit; 0: not at all), and by which."""
    aliases = (row.metric, *row.aliases)
    counted = stems(claim.counted.text) if claim.counted else ()
    after = words.after
    if claim.counted is not None and after.startswith(claim.counted.text):
        after = after.removeprefix(claim.counted.text)  # what is counted is not what happened to it
    nearby = stems(after)
    own = claim.counted is not None and not claim.counted_from
    # A part ("four million of them abroad") inherits the predicate of its whole, which is not its own.
    predicate = claim.predicate if claim.predicate and (claim.whole is None or _is_near(claim, words)) else None
    said = stems(predicate.text) if predicate else ()
    noun = longest(counted, aliases) if own else ""
    if not noun and claim.subject is not None:
        noun = longest(stems(claim.subject.text), aliases)
    if not noun and claim.counted is None and claim.subject is None:
        noun = longest(stems(words.before), aliases)
    verb = max((longest(text, aliases) for text in (said, (*said, *counted), nearby)), key=lambda p: len(stems(p)))
    if said and not contains(said, stems(verb)) and not _neutral(said, row):
        return 0, ""  # "4 million refugees were killed" is not about how many refugees there are
    if not noun and not verb:
        return 0, ""
    strongest = max(noun, verb, key=lambda phrase: len(stems(phrase)))
    who = claim.counted.text if claim.counted else ""
    whom = f" of {who!r}" if who and strongest != noun else ""
    place = f" in {row.place}" if row.place else ""
    return len(stems(strongest)), f"{strongest!r}{whom} fits {row.metric} ({row.unit}){place}"


def _is_near(claim: Claim, words: Clause) -> bool:
    assert claim.predicate is not None
    return claim.predicate.text in words.after


def _neutral(said: Sequence[str], row: KeyFigure) -> bool:
    around = {*stems(row.unit), *stems(row.metric), *(s for text in (*row.aliases, *row.counted) for s in stems(text))}
    return (
        not said
        or said[0] in vocabulary().neutral
        or all(word in vocabulary().neutral or word in around for word in said)
    )


def _other_count(claim: Claim, row: KeyFigure, words: Clause) -> str:
    """Whether something else is counted: households for people, passengers for everybody."""
    if claim.counted is None:
        return ""
    head = stems(claim.counted.head)[-1:] or stems(claim.counted.text)[-1:]
    text = stems(claim.counted.text)
    if not head or (claim.counted_from and head[0] in vocabulary().everybody):
        return ""
    aliases = (row.metric, *row.aliases)
    if any(
        contains(text, stems(word), 0) and stems(word)[-1] == head[0]
        for word in (*row.counted, *aliases)
        if stems(word)
    ):
        return ""
    if head[0] == stems(row.unit)[-1]:
        return _narrower(claim, row, text)
    if "person" in stems(row.unit):
        here = country(row.place) if row.place else ""
        if (
            head[0] in vocabulary().everybody
            or (here and country(claim.counted.head) == here)
            or (here and country(head[0]) == here)
        ):
            return _narrower(claim, row, text)
        if "person" in nouns().chain(claim.counted.head):
            return f"the text counts {claim.counted.text}, the figure all people"
    return f"the text counts {claim.counted.text}, the figure {row.unit}"


def _other_thing(claim: Claim, row: KeyFigure) -> bool:
    """Whether the words that happen to fit are said of something that has nothing to do with the figure."""
    if "person" in stems(row.unit) or claim.counted is None:
        return False
    head = claim.counted.head
    known = {stems(word)[-1] for word in (row.unit, *row.counted) if stems(word)}
    return not (set(stems(claim.counted.text)) & known or any(nouns().related(head, word) for word in known))


def _narrower(claim: Claim, row: KeyFigure, text: Sequence[str]) -> str:
    narrow = vocabulary().narrowing & set(text)
    if narrow and claim.counted is not None:
        return f"the text counts {claim.counted.text}, the figure all {row.unit}"
    return ""


def _other_unit(claim: Claim, row: KeyFigure) -> str:
    unit = claim.quantity.unit
    if not unit or unit == row.unit or set(stems(unit)) & set(stems(row.unit)):
        return ""
    if claim.quantity.kind in ("count", "number"):
        return ""  # a unit that only repeats what is counted
    return f"the text is in {unit}, the figure in {row.unit}"


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

    Its words must stand beside the number, and one of its actors, where it has any, in the sentence.
    """
    words = clause(document, claim)
    parts = [words.after, *(phrase.text for phrase in (claim.counted, claim.subject, claim.predicate) if phrase)]
    nearby = [stems(part) for part in parts]
    sentence = stems(words.sentence)
    here = _document_places(document)
    found: list[tuple[int, Event, str]] = []
    for event in events:
        phrase = max((longest(text, (event.event, *event.aliases)) for text in nearby), key=lambda p: len(stems(p)))
        if not phrase:
            continue
        if event.actor and not any(contains(sentence, stems(actor)) for actor in event.actor):
            continue
        if event.place and country(event.place) not in here and event.place not in document.text:
            continue
        strangers = {p for p in places_in(words.after) if event.place and p != country(event.place)}
        if strangers - {country(actor) for actor in event.actor}:
            continue
        found.append((len(stems(phrase)) + bool(event.actor), event, phrase))
    best = max((strength for strength, _, _ in found), default=0)
    fitting = [(event, phrase) for strength, event, phrase in found if strength == best]
    if len(fitting) != 1:
        return None
    event, phrase = fitting[0]
    return EventMatch(event, f"{phrase!r} fits {event.event}, from {event.start_text}")

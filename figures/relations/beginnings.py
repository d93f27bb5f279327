"""Sentences that say when something began: "Russia began air strikes on Wednesday", "the siege began on 3 March"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from figures.dates import MONTHS, WEEKDAYS, DateMention, find_dates
from figures.document import Document, Span
from figures.lexicon.nouns import nouns
from figures.relations.layout import REACH

_BEGAN = re.compile(r"\b(?:began|begun|started|launched|commenced|opened|erupted|broke out)\b")
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s")
_NAMES = re.compile(r"\b[A-Z][\w’'-]{2,}")
_NO_NAMES = frozenset(
    {"the", "this", "that", "its", "after", "but", "and", *(name.lower() for name in (*WEEKDAYS, *MONTHS))}
)


class Beginning(Struct, frozen=True):
    """What began and when; ``text`` runs from the verb to the end of the date, at ``span`` of the document."""

    text: str
    span: Span
    words: str  # beside the verb and before the date: what began, and who began it
    names: frozenset[str]
    date: DateMention

    @property
    def day(self) -> tuple[int | None, ...]:
        """The same for two mentions of one day."""
        date = self.date
        return (date.year, date.month, date.day, date.weekday if date.day is None else None)


def beginnings(document: Document) -> Iterator[Beginning]:
    """Every one in the document that has one date, in order of place."""
    for block in document.blocks:
        text = block.text
        for verb in _BEGAN.finditer(text):
            base = max(0, verb.start() - REACH)
            ends = [match.end() for match in _SENTENCE_END.finditer(text, base, verb.start())]
            start = ends[-1] if ends else base
            stop = _SENTENCE_END.search(text, verb.end(), verb.end() + 2 * REACH)
            after = text[verb.end() : stop.start() if stop else verb.end() + 2 * REACH]
            dates = find_dates(after)
            if not dates or (len(dates) > 1 and after[dates[0].end :][:1] not in (",", "")):
                continue
            subject = text[start : verb.start()]
            end = verb.end() + dates[0].end
            yield Beginning(
                text[verb.start() : end],
                block.locate(verb.start(), end),
                f"{subject} {after[: dates[0].start]}",
                names(subject),
                dates[0],
            )


def names(text: str) -> frozenset[str]:
    """The names in a sentence by their first five letters: Russia and Russian are one."""
    found = [(match.start(), match.group().lower()) for match in _NAMES.finditer(text[:2000])]
    kinds = nouns()
    return frozenset(
        name[:5] for start, name in found if name not in _NO_NAMES and (start or not kinds.chain(name.rstrip("s")))
    )


def same_event(words: str, event: str) -> bool:
    """Whether the words name the event, in other words perhaps: airstrikes, air strikes, the bombing."""
    kinds = nouns()
    told = {_flat(event), _flat(event.split()[-1])}
    told |= {chain[0] for phrase in (event, event.split()[-1]) if (chain := kinds.chain(_flat(phrase)))}
    parts = words.lower().split()
    for at, word in enumerate(parts):
        for phrase in (word, " ".join(parts[at : at + 2])):
            flat = _flat(phrase)
            chain = kinds.chain(flat)
            if flat in told or (chain and chain[0] in told):
                return True
    return False


def _flat(phrase: str) -> str:
    """ "air strikes" and "airstrikes" alike, without the ending of the plural."""
    word = re.sub(r"[^a-z]", "", phrase.lower())
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word

"""Sentences that say when something began: "Russia began air strikes on Wednesday", "the siege began on 3 March"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from figures.dates import MONTHS, WEEKDAYS, DateMention, find_dates
from figures.document import Document, Span
from figures.lexicon.nouns import nouns
from figures.relations.layout import REACH

NEAREST = 8  # beginnings of one thing that are looked at, before a place and after it
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
        name[:5]
        for start, name in found
        if name not in _NO_NAMES and (start or not _common(kinds.chain(name.rstrip("s"))))
    )


def _common(chain: tuple[str, ...]) -> bool:
    """Whether a word that begins a sentence is a noun like any other, and no name: Rain, but not Russians."""
    return bool(chain) and chain[0] != "people of a place"


class Beginnings:
    """Those of a document, to be looked up by what began; each look-up sees only the nearest few."""

    def __init__(self, document: Document) -> None:
        self._all = list(beginnings(document))
        self._places = [begun.span.start for begun in self._all]
        self._by_key: dict[str, list[Beginning]] = {}
        self._starts: dict[str, list[int]] = {}
        for begun in self._all:
            for key in event_keys(begun.words):
                self._by_key.setdefault(key, []).append(begun)
                self._starts.setdefault(key, []).append(begun.span.start)

    def of(self, event: str, at: int) -> list[Beginning]:
        """Those that name the event, in other words perhaps (airstrikes, air strikes, the bombing), around a place."""
        words = event.split()
        keys = {_flat(event), _flat(words[-1])} if words else set()
        kinds = nouns()
        keys |= {chain[0] for key in keys if (chain := kinds.chain(key))}
        found: dict[int, Beginning] = {}
        for key in sorted(keys):
            place = bisect_right(self._starts.get(key, []), at)
            for begun in self._by_key.get(key, [])[max(0, place - NEAREST) : place + NEAREST]:
                found[begun.span.start] = begun
        return [found[start] for start in sorted(found)]

    def around(self, at: int) -> list[Beginning]:
        """Those around a place, whatever it is that began."""
        place = bisect_right(self._places, at)
        return self._all[max(0, place - NEAREST) : place + NEAREST]


def event_keys(words: str) -> set[str]:
    """The words and pairs of words of a clause, and the kinds of things that they name."""
    kinds = nouns()
    parts = words.lower().split()
    keys: set[str] = set()
    for at, word in enumerate(parts):
        for phrase in (word, f"{word} {parts[at + 1]}" if at + 1 < len(parts) else ""):
            flat = _flat(phrase)
            if flat:
                keys.add(flat)
                chain = kinds.chain(flat)
                if chain:
                    keys.add(chain[0])
    return keys


def _flat(phrase: str) -> str:
    """ "air strikes" and "airstrikes" alike, without the ending of the plural."""
    word = re.sub(r"[^a-z]", "", phrase.lower())
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word

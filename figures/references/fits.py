"""Whether a claim speaks of what a figure on file is about: what happened, and what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from figures.lexicon.nouns import nouns
from figures.quantity import Claim
from figures.references.clause import Clause
from figures.references.rows import KeyFigure
from figures.references.words import contains, country, longest, stems, vocabulary

Stems = tuple[str, ...]


class Said(Struct, frozen=True):
    """The words of a claim by the part they play, as stems."""

    claim: Claim
    predicate: Stems
    counted: Stems
    nearby: Stems  # behind the number in its clause, without what is counted
    subject: Stems  # where nothing is counted and there is no subject, what stands before the number
    own: bool  # whether what is counted stands beside the number
    words: frozenset[str]


class Fit(Struct, frozen=True):
    strength: int  # how many words fit
    reason: str


def read(claim: Claim, words: Clause) -> Said:
    """What a claim says, for every row that it is held against."""
    after = words.after
    if claim.counted is not None:
        after = after.removeprefix(claim.counted.text)  # what is counted is not what happened to it
    # A part ("four million of them abroad") inherits the predicate of its whole, which is not its own.
    predicate = claim.predicate
    if predicate is not None and claim.whole is not None and predicate.text not in words.after:
        predicate = None
    subject: Stems = ()
    if claim.subject is not None:
        subject = stems(claim.subject.text)
    elif claim.counted is None:
        subject = stems(words.before)
    said = stems(predicate.text) if predicate else ()
    counted = stems(claim.counted.text) if claim.counted else ()
    nearby = stems(after)
    own = claim.counted is not None and not claim.counted_from
    return Said(claim, said, counted, nearby, subject, own, frozenset((*said, *counted, *nearby, *subject)))


@lru_cache(1024)
def _aliases(metric: str, others: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
    aliases = (metric, *others)
    return aliases, frozenset(words[0] for alias in aliases if (words := stems(alias)))


def happened(said: Said, row: KeyFigure) -> Fit | None:
    """How closely the claim says what the row is about; None: it does not."""
    aliases, first = _aliases(row.metric, row.aliases)
    if first.isdisjoint(said.words):
        return None
    noun = longest(said.counted, aliases) if said.own else ""
    noun = noun or longest(said.subject, aliases)
    behind = (said.predicate, (*said.predicate, *said.counted), said.nearby)
    verb = max((longest(text, aliases) for text in behind), key=lambda phrase: len(stems(phrase)))
    if said.predicate and not contains(said.predicate, stems(verb)) and not _neutral(said.predicate, row):
        return None  # "4 million refugees were killed" is not about how many refugees there are
    if not noun and not verb:
        return None
    strongest = max(noun, verb, key=lambda phrase: len(stems(phrase)))
    who = said.claim.counted.text if said.claim.counted else ""
    whom = f" of {who!r}" if who and strongest != noun else ""
    place = f" in {row.place}" if row.place else ""
    return Fit(len(stems(strongest)), f"{strongest!r}{whom} fits {row.metric} ({row.unit}){place}")


def _neutral(said: Sequence[str], row: KeyFigure) -> bool:
    """Whether a predicate says no more than that there are so many of them."""
    neutral = vocabulary().neutral
    if said[0] in neutral:
        return True
    around = {word for text in (row.unit, row.metric, *row.aliases, *row.counted) for word in stems(text)}
    return all(word in neutral or word in around for word in said)


def other_count(claim: Claim, row: KeyFigure) -> str:
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


def other_thing(claim: Claim, row: KeyFigure) -> bool:
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


def other_unit(claim: Claim, row: KeyFigure) -> str:
    """Whether the two are measured in different units; of counts, the unit only repeats what is counted."""
    unit = claim.quantity.unit
    if not unit or unit == row.unit or set(stems(unit)) & set(stems(row.unit)):
        return ""
    if claim.quantity.kind in ("count", "number"):
        return ""  # a unit that only repeats what is counted
    return f"the text is in {unit}, the figure in {row.unit}"

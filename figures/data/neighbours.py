"""Numbers that are read as one beside them that the tables bear out: "led by Ash with 310, ahead of Birch with 275"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from figures.data.candidates import Candidate
from figures.data.mentions import Mention
from figures.data.spell import Spell

if TYPE_CHECKING:
    from figures.data.verdict import Match

TELLING = 10  # what a number must be at least for others to be read by it: less is often hit by chance
MARGIN = 0.08  # by how much a derivation must go before those that give another number
FAIR = 0.4  # how well the words of the others must fit


def by_neighbours(
    found: Sequence[Match],
    numbers: Sequence[Mention],
    again: Callable[[Mention, Candidate, Match], Match],
) -> list[Match]:
    """The matches of a sentence's numbers, of which those that were left for too little are weighed once more.

    ``again`` weighs a number as one derivation.
    """
    borne = [m.best.spell for m in found if m.best and m.verdict == "consistent" and m.value >= TELLING]
    sure = {_shape(spell) for spell in borne}
    weighed = list(found)
    for k, (match, mention) in enumerate(zip(found, numbers, strict=True)):
        if match.verdict != "unchecked" or not match.others or match.named or not sure:
            continue
        first, rest = match.others[0], match.others[1:]
        if first.spell in borne:
            continue  # what was said already
        if first.score >= FAIR and first.within is None and _shape(first.spell) in sure and not _rivals(first, rest):
            weighed[k] = again(mention, structs.replace(first, score=1.0), match)
    return weighed


def _rivals(first: Candidate, rest: Sequence[Candidate]) -> bool:
    return any(first.score - other.score < MARGIN for other in rest)


def _shape(spell: Spell) -> tuple[object, ...]:
    """What derivations share that ask the same of different rows."""
    kind = "end" if spell.kind in ("max", "min") else spell.kind
    wheres = (*spell.where, *spell.base, *(spell.other.where if spell.other else ()))
    return kind, spell.table, spell.columns, frozenset(w.column for w in wheres if w.value != "")

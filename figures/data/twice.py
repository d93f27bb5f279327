"""One name where two belong: a side that plays itself in the text is the other side once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import structs

from figures.data.entities import ARTICLES, Entity, opponent, unique
from figures.data.event import event, vocabulary, won
from figures.data.index import Index
from figures.data.spell import selected, value
from figures.data.words import Token

if TYPE_CHECKING:
    from figures.data.candidates import Candidate, Scene
    from figures.data.mentions import Mention
    from figures.data.verdict import Match

ITSELF = "{}, where the same name stands on both sides"
CONTRAST = frozenset({"while", "whereas"})


def turn(index: Index, made: Sequence[Entity], words: Sequence[Token]) -> None:
    """ "the Otters outscored the Otters": the second is the other side; of "beat" the one that the score says it is."""
    pairs = [(one, two) for one, two in pairwise(made) if set(one.where) & set(two.where)]
    main = event(index) if pairs else ""
    for one, two in pairs:
        if not main or main not in one.where or main not in two.where or not same_row(index, main, one, two):
            continue
        verb = _verb(words, one, two)
        if not verb:
            continue
        first = False
        if verb != "outscore":
            spell = won(index, one, lost=verb == "bow")
            first = spell is not None and value(spell, index.tables) == 0
        slip = one if first else two
        other = opponent(index, slip)
        if other is not None:
            slip.where, slip.turned = other.where, True


def same_row(index: Index, table: str, one: Entity, two: Entity) -> bool:
    """Whether two names are one row of a table."""
    if not (unique(index, one, table) and unique(index, two, table)):
        return False
    rows = index.tables[table]
    return list(selected(rows, one.where[table])) == list(selected(rows, two.where[table]))


def _verb(words: Sequence[Token], one: Entity, two: Entity) -> str:
    """Which kind of verb stands between two names, right before the second: beat, bow or outscore; else ""."""
    at = two.i - 1
    while at >= one.j and words[at].low in ARTICLES:
        at -= 1
    if at < one.j:
        return ""
    low, vocab = words[at].low, vocabulary()
    if low == "to" and words[at - 1].low in vocab["bow"]:
        return "bow"
    return next((kind for kind in ("beat", "outscore") if low in vocab[kind]), "")


def apart(
    index: Index, scene: Scene, found: list[Match], weigh: Callable[[Mention, Candidate, Match], Match]
) -> list[Match]:
    """ "the Otters shot 50 percent, while the Otters shot 45": two sides are contrasted, so one name is a slip.

    It is the one that leaves fewer numbers wrong when it is read as the other side, the second where both leave the
    same. A first one whose numbers are then all right is told as a slip of the name.
    """
    main = event(index)
    cut = next((k for k, token in enumerate(scene.words) if token.low in CONTRAST), None) if main else None
    if cut is None:
        return found
    left = next((e for e in reversed(scene.entities) if e.j <= cut and e.subject), None)
    right = next((e for e in scene.entities if cut < e.i <= cut + 3), None)
    if left is None or right is None or not same_row(index, main, left, right):
        return found
    other = opponent(index, right)
    stop = next((k for k in range(cut + 1, len(scene.words)) if scene.words[k].low in CONTRAST), None)
    own = [k for k, match in enumerate(found) if _of(index, match, main, right)]
    before = [k for k in own if left.j <= scene.mentions[k].i < cut]
    behind = [k for k in own if scene.mentions[k].i >= right.j and (stop is None or scene.mentions[k].i < stop)]
    shared = {_columns(found[k]) for k in before} & {_columns(found[k]) for k in behind}
    if other is None or not shared:
        return found
    read = list(found)
    for k in (*before, *behind):
        best = found[k].best
        assert best is not None
        spell = structs.replace(best.spell, where=other.where[main])
        read[k] = weigh(scene.mentions[k], structs.replace(best, spell=spell, told=ITSELF), found[k])
    one = _wrong(found, before) + _wrong(read, behind)
    two = _wrong(read, before) + _wrong(found, behind)
    all_slip = _wrong(found, before) == len(before) and not _wrong(read, before)
    result = list(found)
    if one <= two and not all_slip:
        for k in behind:
            result[k] = read[k]
    elif two < one:
        name = str(other.where[main][-1].value)
        for k in before:
            slip = found[k].verdict == "inconsistent" and not _wrong(read, before)
            result[k] = structs.replace(found[k], belongs=name) if slip else read[k]
    return result


def _of(index: Index, match: Match, main: str, side: Entity) -> bool:
    """Whether a number was read as a cell of a side."""
    if match.best is None or match.best.within is not None or match.best.spell.kind != "cell":
        return False
    spell = match.best.spell
    rows = index.tables[main]
    return spell.table == main and list(selected(rows, spell.where)) == list(selected(rows, side.where[main]))


def _columns(match: Match) -> tuple[str, ...]:
    return match.best.spell.columns if match.best is not None else ()


def _wrong(found: Sequence[Match], members: Sequence[int]) -> int:
    return sum(found[k].verdict == "inconsistent" for k in members)

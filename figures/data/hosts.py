""" "the hosts", "the visiting team": the sides of a game by where they play."""

from __future__ import annotations

from collections.abc import Sequence

from figures.data.entities import Entity
from figures.data.event import event, vocabulary
from figures.data.index import Index
from figures.data.spell import Where
from figures.data.words import Token

ALONE = {"hosts": "home", "visitors": "away", "guests": "away"}
BESIDE = {"home": "home", "visiting": "away", "road": "away", "away": "away"}
HOME = frozenset({"home", "host"})
SIDE = frozenset({"team", "side", "squad", "club"})


def places(index: Index, words: Sequence[Token]) -> list[Entity]:
    """An entity for each of these, behind "the"; [] where the tables do not tell who played at home."""
    if not event(index):
        return []
    low = [token.low for token in words]
    if not (set(low) & set(ALONE) or set(low) & SIDE):
        return []
    found = []
    for k in range(1, len(low)):
        if low[k - 1] != "the":
            continue
        pair = k + 1 < len(low) and low[k + 1] in SIDE
        kind = ALONE.get(low[k], "") or (BESIDE.get(low[k], "") if pair else "")
        where = _row(index, kind) if kind else ()
        if where:
            found.append(Entity(k, k + 1 + (low[k] in BESIDE), {event(index): where}))
    return found


def _row(index: Index, kind: str) -> tuple[Where, ...]:
    """The row of the event whose column of two sides says so."""
    main = event(index)
    if not main or not index.keys[main]:
        return ()
    key = index.keys[main][-1]
    for column in index.tables[main].columns.values():
        said = [str(value).lower() for value in column.values]
        if set(said) in vocabulary()["sides"]:
            row = next((k for k, raw in enumerate(said) if (raw in HOME) == (kind == "home")), None)
            name = None if row is None else index.tables[main].columns[key].values[row]
            return () if name is None else (Where(key, "=", name),)
    return ()

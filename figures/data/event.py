"""One game: a table of two sides, the tables that link to it, who won it, and how far apart the sides were."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from figures.data.entities import Entity, opponent, unique
from figures.data.index import Index, Measure
from figures.data.spell import Spell, Table, Where, value
from figures.data.words import lexicon
from figures.interval import Exact
from figures.lexicon import read_yaml

if TYPE_CHECKING:
    from figures.data.candidates import Scene

PERIOD = re.compile(r"([a-z]{1,12})([1-9])")


@cache
def vocabulary() -> dict[str, Any]:
    """``lexicon/runs.yaml``, read once: lists as sets."""
    from pathlib import Path

    data = read_yaml(Path(__file__).parent.parent / "lexicon" / "runs.yaml")
    return {key: [set(p) for p in words] if key == "sides" else frozenset(words) for key, words in data.items()}


def event(index: Index) -> str:
    """The table of two rows that are the sides of one event; "" where none is known to be that.

    Two rows alone may as well be two seasons, so a sign is wanted: home and away, one date or occasion that both rows
    share, or a score by quarters, halves or periods.
    """
    if index.game is None:
        two = [table for table in index.tables.values() if table.count == 2 and table.run is None]
        sure = (t.name for t in two if any(map(_sign, t.columns.values())) or periods(index, t))
        index.game = next(sure, "")
    return index.game


def _sign(column: Any) -> bool:
    if column.kind == "number" or None in column.values:
        return False
    one, two = (str(value).lower() for value in column.values)
    occasion = bool(vocabulary()["occasions"] & set(re.findall(r"[a-z]{1,20}", column.name.lower())))
    return {one, two} in vocabulary()["sides"] or (occasion and one == two)


def linked(index: Index, table: str) -> bool:
    """Whether a table is that of the event, or one whose rows all belong to one of its sides."""
    main = event(index)
    if not main or index.tables[table].run is not None:
        return False
    if table == main:
        return True
    sides = {cell for column in index.tables[main].columns.values() if column.kind == "text" for cell in column.values}
    return any(
        column.kind == "text" and any(column.values) and {v for v in column.values if v is not None} <= sides
        for column in index.tables[table].columns.values()
    )


def score(index: Index, table: str) -> Measure | None:
    """The column of what each side scored in all."""
    for part in lexicon().score_parts:
        for measure in index.measures:
            if measure.table == table and measure.parts == {part} and not measure.role:
                return measure
    return None


def periods(index: Index, table: Table) -> list[str]:
    """The columns of the score by quarters, halves or periods, from the first on; [] where they are not all there."""
    found: dict[str, dict[int, str]] = {}
    scores = set(lexicon().score_parts)
    for measure in index.measures:
        if measure.table == table.name and not measure.role and len(measure.parts) == 2 and measure.parts & scores:
            (piece,) = measure.parts - scores or {""}
            if match := PERIOD.fullmatch(piece):
                found.setdefault(match[1], {})[int(match[2])] = measure.column
    longest = max(found.values(), key=len, default={})
    return [longest[k] for k in sorted(longest)] if len(longest) > 1 and max(longest) == len(longest) else []


def side(scene: Scene, entity: Entity) -> Entity | None:
    """The row of the event that an entity is; None where it is no side."""
    main = event(scene.index)
    return entity if main and not entity.person and unique(scene.index, entity, main) else None


def won(index: Index, entity: Entity, *, lost: bool = False) -> Spell | None:
    """How many games the side won in this event: 1 or 0. ``lost``: how many it lost."""
    main = event(index)
    measure = score(index, main)
    other = opponent(index, entity)
    if measure is None or other is None:
        return None
    theirs = value(Spell("cell", main, (measure.column,), other.where[main]), index.tables)
    if theirs is None or isinstance(theirs, str):
        return None
    return Spell("count", main, (), (*entity.where[main], Where(measure.column, "<" if lost else ">", theirs)))


def margins(scene: Scene, entity: Entity) -> list[tuple[Spell, Exact]]:
    """How far a side was ahead at the end of each period and of the event, behind as a number below zero."""
    main = event(scene.index)
    other = opponent(scene.index, entity)
    if other is None:
        return []
    columns = periods(scene.index, scene.index.tables[main])
    total = score(scene.index, main)
    ends = [tuple(columns[: k + 1]) for k in range(len(columns))] + ([(total.column,)] if total else [])
    found = []
    for end in ends:
        theirs = Spell("sum", main, end, other.where[main])
        spell = Spell("difference", main, end, entity.where[main], other=theirs)
        apart = value(spell, scene.index.tables)
        if apart is not None and not isinstance(apart, str):
            found.append((spell, apart))
    return found


def turned(spell: Spell) -> Spell:
    """A difference the other way round."""
    assert spell.other is not None
    return Spell(
        "difference", spell.table, spell.columns, spell.other.where,
        other=Spell("sum", spell.table, spell.columns, spell.where),
    )  # fmt: skip

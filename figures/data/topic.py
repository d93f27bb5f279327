"""What a text goes on about: the headings over a sentence, and what the number before was of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from figures.data.spell import Spell, Where

if TYPE_CHECKING:
    from figures.data.candidates import Scene


class Topic(Struct):
    """What holds until it is said otherwise, for each table by its name."""

    headings: list[tuple[int, dict[str, tuple[Where, ...]]]] = field(default_factory=list)  # level, conditions
    opened: dict[str, tuple[Where, ...]] = field(default_factory=dict)  # by what opened the paragraph: "In 2014, ..."
    column: dict[str, str] = field(default_factory=dict)  # that the last number was a value of
    chosen: dict[str, tuple[Where, ...]] = field(default_factory=dict)  # the rows that it was of, periods left out
    part: dict[str, tuple[Where, ...]] = field(default_factory=dict)  # of the last share
    whole: dict[str, tuple[Where, ...]] = field(default_factory=dict)
    unit: str = ""  # of the last number
    kind: str = ""  # mean or median, of the last number
    counted: bool = False  # the last number was of rows
    age: int = 0  # sentences since the last number
    spell: Spell | None = None  # of the last number
    score: float = 0.0
    doubtful: bool = False  # words beside the last number were not understood, so nothing may be carried on from it

    @property
    def here(self) -> bool:
        """Whether the last number stands in this sentence."""
        return self.age == 0

    def take(self, spell: Spell | None, unit: str = "", score: float = 0.0) -> None:
        """Goes on to another number; None: to one that was not understood."""
        self.doubtful, self.age, self.unit = spell is None, 0, unit
        if spell is not None and spell.kind == "distinct":
            return
        self.spell, self.score = spell, score
        if spell is None:
            return
        table = spell.table
        whole = {(w.column, w.op, w.value) for w in spell.base}
        rows = tuple(w for w in spell.where if not (w.op == "!=" and w.value == ""))
        part = tuple(w for w in rows if (w.column, w.op, w.value) not in whole)
        self.kind = spell.kind if spell.kind in ("mean", "median") else ""
        self.counted = spell.kind in ("count", "share")
        self.chosen = {table: rows}
        self.part = {table: part} if spell.kind == "share" else {}
        self.whole = {}
        if spell.columns:
            self.column = {table: spell.columns[0]}

    def open(self, kind: str, level: int, scene: Scene) -> None:
        """What a heading says of all below it, or the words that open a paragraph of all behind them."""
        from figures.data.choices import choices
        from figures.data.phrases import opening

        said: dict[str, tuple[Where, ...]] = {}
        heading = kind in ("heading", "title")
        stop = len(scene.words) if heading else opening(scene.words)
        if not heading and not stop:
            return
        for table in scene.index.tables.values():
            found = [c for c in choices(scene, table) if c.where and max(c.core) < stop and (heading or c.period)]
            if not heading:  # a span of years is seldom meant of all that follows
                found = [c for c in found if not any(w.op in ("<=", ">=") for w in c.where)]
            if found:
                said[table.name] = tuple(w for c in found for w in c.where)
        if heading:
            self.headings.append((level, said))
            self.chosen, self.column, self.part, self.doubtful = {}, {}, {}, True
        elif said:
            self.opened = said

    def scope(self, table: str) -> tuple[Where, ...]:
        """The conditions of the headings and of what opened the paragraph, one for each column, the nearest first."""
        if not self.opened and not self.headings:
            return ()
        found: dict[str, tuple[Where, ...]] = {}
        for wheres in (self.opened.get(table, ()), *(h.get(table, ()) for _, h in reversed(self.headings))):
            columns = {w.column for w in wheres}
            for column in columns:
                found.setdefault(column, tuple(w for w in wheres if w.column == column))
        return tuple(w for wheres in found.values() for w in wheres)

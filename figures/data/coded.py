"""Columns whose cells are codes, with the labels of these in place of them; the codes are kept for the SQL."""

from __future__ import annotations

from msgspec import structs

from figures.data.code_lists import Pairs, UnreadableCodes, key
from figures.data.column_units import dictionary_words
from figures.data.spell import Column, Table
from figures.interval import Exact
from figures.references.cells import shown
from figures.references.databases import quoted

MOST_DIFFERENT = 1_000  # values of a column that may be codes
ENOUGH = 9  # of ten cells: so many have labels where a column holds categories and no measures


def labelled(table: Table, column: Column, pairs: Pairs) -> Column:
    """The column with labels for the codes that stand in it. Numbers of which nearly all have one are categories; among
    others, those that stand for no answer count as empty, and the rest are what they are.

    Raises UnreadableCodes where none of the codes stands in it.
    """
    labels = {key(code): label for code, label in pairs}
    different = _different(table, column)
    found = {cell: labels[key(cell)] for cell in different if key(cell) in labels}
    if not found:
        if not different:
            return column
        first = next(iter(different))
        wanted = f"codes that stand in {shown(column.name)} are wanted; got {shown(pairs[0][0])} and such"
        raise UnreadableCodes(f"{wanted}, where the cells hold {shown(str(first))}; they are not used; mend them")
    if column.kind == "number":
        counted = {cell: len(rows) or 1 for cell, rows in different.items()}
        if 10 * sum(counted[cell] for cell in found) < ENOUGH * sum(counted.values()):
            return _emptied(column, frozenset(cell for cell, label in found.items() if _is_missing(label)))
    return _relabelled(column, {cell: found.get(cell, str(cell)) for cell in different})


def as_names(table: Table, column: Column) -> Column:
    """A column of numbers that are names, as texts; of a table that stays in its file, without them."""
    if table.run is not None:
        return structs.replace(column, kind="text", span=None)
    return _relabelled(column, {cell: str(cell) for cell in _different(table, column)})


def _relabelled(column: Column, labels: dict[Exact | str, str]) -> Column:
    codes: dict[str, tuple[Exact | str, ...]] = {}
    for cell, label in labels.items():
        codes[label] = (*codes.get(label, ()), cell)
    values = [None if cell is None else labels.get(cell, str(cell)) for cell in column.values]
    made = structs.replace(column, kind="text", unit="", scale=1, span=None, values=values, distinct={}, codes=codes)
    if not column.values:  # it stays in its file
        made.distinct = {label: [] for label in codes}
    return made


def _is_missing(label: str) -> bool:
    return label.strip(" .").lower() in dictionary_words()["missing"]


def _emptied(column: Column, void: frozenset[Exact | str]) -> Column:
    """The column without the codes for no answer; SQL leaves them out by conditions of their own."""
    if not void:
        return column
    values = [None if cell in void else cell for cell in column.values]
    distinct = {cell: rows for cell, rows in column.distinct.items() if cell not in void}
    return structs.replace(column, values=values, distinct=distinct, void=tuple(sorted(void, key=str)))


def _different(table: Table, column: Column) -> dict[Exact | str, list[int]]:
    """The different cells with their rows; none where there are too many for codes."""
    if table.run is None or column.distinct or column.kind != "number":
        column.rows("")  # fills ``distinct``
        return column.distinct
    from figures.data.large import number
    from figures.data.sql import source

    name = quoted(column.name)
    asked = f"SELECT DISTINCT {name} FROM {source(table.name)} WHERE {name} IS NOT NULL LIMIT {MOST_DIFFERENT + 1}"
    cells = [number(value) for (value,) in table.run(asked)]
    return {cell: [] for cell in cells if cell is not None} if len(cells) <= MOST_DIFFERENT else {}

"""Totals in the tables of a document: a row or a column that is called the total of the others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from figures.document import Block, Document
from figures.findings import Relation
from figures.quantity import Claim

TOTAL = re.compile(r"(?:grand |overall |sub-?)?totals?|sum|all|overall|combined|(?:total|all) [\w ]{1,24}", re.I)
_SUBTOTAL = re.compile(
    r"\b(?:sub-?totals?|of which|of whom|including|incl\.|thereof|change|share|average|mean|median)\b", re.I
)
_NO_SUM = re.compile(
    r"%|\b(?:percent|per cent|average|avg|mean|median|rate|ratio|per|share|rank|year|date|change|price|index|age|score"
    r"|max|min|maximum|minimum|growth|density|duration|sd|temperature|no\.?|id|#)\b|[°/]",
    re.I,
)
_EMPTY = re.compile(r"[\s\-–—.…/]*|n/?a|none|nil|\?", re.I)
_MOST_CELLS = 5000  # of one column; a longer one is no table that people add up


class Cell(Struct, frozen=True):
    block: Block
    claims: tuple[int, ...]


class Table(Struct, frozen=True):
    """``rows``: those that are no header. ``heads``: what stands over a column. ``labels``: the first cell of a row."""

    cells: dict[tuple[int, int], Cell]
    rows: list[int]
    columns: list[int]
    heads: dict[int, str]
    labels: dict[int, str]


def find(document: Document, claims: tuple[Claim, ...]) -> Iterator[Relation]:
    """``claims``: the total, then its parts. ``evidence``: "total row" or "total column", and "cells missing"."""
    for table in tables(document, claims):
        yield from _rows(table, claims)
        yield from _columns(table, claims)


def tables(document: Document, claims: tuple[Claim, ...]) -> list[Table]:
    """The tables of a document, with the numbers in their cells."""
    by_block: dict[int, list[int]] = {}
    for index, claim in enumerate(claims):
        if claim.block < len(document.blocks) and document.blocks[claim.block].table is not None:
            by_block.setdefault(claim.block, []).append(index)
    found: dict[int, dict[tuple[int, int], Cell]] = {}
    for place, block in enumerate(document.blocks):
        if block.table is not None and block.row is not None and block.column is not None:
            cell = Cell(block, tuple(by_block.get(place, ())))
            found.setdefault(block.table, {})[block.row, block.column] = cell
    return [_table(cells) for cells in found.values()]


def _table(cells: dict[tuple[int, int], Cell]) -> Table:
    bare = {row for (row, _), cell in cells.items() if cell.block.kind != "table_header"}
    rows = sorted({row for row, _ in cells})
    columns = sorted({column for _, column in cells})
    headers = [row for row in rows if row not in bare]
    heads: dict[int, str] = {}
    for row in headers:
        for column in columns:
            if (row, column) in cells:
                heads[column] = f"{heads.get(column, '')} {cells[row, column].block.text.strip()}".strip()
    labels = {row: cells[row, columns[0]].block.text.strip() for row in rows if (row, columns[0]) in cells}
    return Table(cells, [row for row in rows if row in bare], columns, heads, labels)


def _rows(table: Table, claims: tuple[Claim, ...]) -> Iterator[Relation]:
    """A row called "Total" under the rows that it adds up."""
    totals = [row for row in table.rows if TOTAL.fullmatch(table.labels.get(row, ""))]
    if len(totals) != 1 or any(_SUBTOTAL.search(label) for label in table.labels.values()):
        return
    body = [row for row in table.rows if row < totals[0]]
    if not 2 <= len(body) <= _MOST_CELLS:
        return
    for column in table.columns[1:]:
        if not _NO_SUM.search(table.heads.get(column, "")):
            parts = [table.cells.get((row, column)) for row in body]
            yield from _sum(table.cells.get((totals[0], column)), parts, claims, "total row")


def _columns(table: Table, claims: tuple[Claim, ...]) -> Iterator[Relation]:
    """A column called "Total" beside the columns that it adds up, as most of its rows show that it does."""
    if not 4 <= len(table.columns) <= _MOST_CELLS or not table.heads:
        return
    last, inner = table.columns[-1], table.columns[1:-1]
    if not TOTAL.fullmatch(table.heads.get(last, "")) or any(_NO_SUM.search(table.heads.get(c, "")) for c in inner):
        return
    found: list[Relation] = []
    fitting = 0
    for row in table.rows:
        parts = [table.cells.get((row, column)) for column in inner]
        for relation in _sum(table.cells.get((row, last)), parts, claims, "total column"):
            found.append(relation)
            values = [claims[index].quantity.value for index in relation.claims]
            fitting += values[0] == sum(values[1:])
    if fitting >= 2 and 2 * fitting > len(found):
        yield from found


def _sum(total: Cell | None, parts: list[Cell | None], claims: tuple[Claim, ...], evidence: str) -> Iterator[Relation]:
    """The relation, if every cell that is not empty holds one plain number, all of one unit."""
    if total is None or len(total.claims) != 1:
        return
    filled = [part for part in parts if part is not None and not _EMPTY.fullmatch(part.block.text.strip())]
    if len(filled) < 2 or any(len(part.claims) != 1 for part in filled):
        return
    members = [total.claims[0], *(part.claims[0] for part in filled)]
    quantities = [claims[index].quantity for index in members]
    if len({q.unit for q in quantities}) > 1 or quantities[0].unit == "percentage":
        return
    if any(q.high is not None or q.kind not in ("count", "number", "currency", "measure") for q in quantities):
        return
    if len(filled) < len(parts):
        evidence += ", cells missing"
    yield Relation("total", tuple(members), evidence, claims[members[0]].quantity.span)

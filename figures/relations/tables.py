"""Totals in the tables of a document: a row or a column that is called the total of the others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from figures.document import Block, Document
from figures.findings import Relation
from figures.quantity import Claim

_TOTAL = re.compile(r"(?:grand |overall |sub-?)?totals?|sum|all|overall|combined|(?:total|all) [\w ]{1,24}", re.I)
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


class _Cell(Struct, frozen=True):
    block: Block
    claims: tuple[int, ...]


def find(document: Document, claims: tuple[Claim, ...]) -> Iterator[Relation]:
    """``claims``: the total, then its parts. ``evidence``: "total row" or "total column"."""
    by_block: dict[int, list[int]] = {}
    for index, claim in enumerate(claims):
        if claim.block < len(document.blocks) and document.blocks[claim.block].table is not None:
            by_block.setdefault(claim.block, []).append(index)
    tables: dict[int, dict[tuple[int, int], _Cell]] = {}
    for place, block in enumerate(document.blocks):
        if block.table is not None and block.row is not None and block.column is not None:
            cell = _Cell(block, tuple(by_block.get(place, ())))
            tables.setdefault(block.table, {})[block.row, block.column] = cell
    for cells in tables.values():
        yield from _rows(cells, claims)
        yield from _columns(cells, claims)


def _rows(cells: dict[tuple[int, int], _Cell], claims: tuple[Claim, ...]) -> Iterator[Relation]:
    """A row called "Total" under the rows that it adds up."""
    rows = sorted({row for row, _ in cells})
    columns = sorted({column for _, column in cells})
    if len(rows) > _MOST_CELLS:
        return
    labels = {row: cells[row, columns[0]].block.text.strip() for row in rows if (row, columns[0]) in cells}
    headers = {row for row in rows if all(c.block.kind == "table_header" for (r, _), c in cells.items() if r == row)}
    totals = [row for row in rows if row not in headers and _TOTAL.fullmatch(labels.get(row, ""))]
    if len(totals) != 1 or any(_SUBTOTAL.search(label) for label in labels.values()):
        return
    last = totals[0]
    body = [row for row in rows if row not in headers and row < last]
    if len(body) < 2:
        return
    for column in columns[1:]:
        header = " ".join(cells[row, column].block.text for row in sorted(headers) if (row, column) in cells)
        if _NO_SUM.search(header):
            continue
        yield from _sum(cells.get((last, column)), [cells.get((row, column)) for row in body], claims, "total row")


def _columns(cells: dict[tuple[int, int], _Cell], claims: tuple[Claim, ...]) -> Iterator[Relation]:
    """A column called "Total" beside the columns that it adds up, as most of its rows show that it does."""
    rows = sorted({row for row, _ in cells})
    columns = sorted({column for _, column in cells})
    headers = [row for row in rows if all(c.block.kind == "table_header" for (r, _), c in cells.items() if r == row)]
    if len(headers) != 1 or len(columns) < 4 or len(columns) > _MOST_CELLS:
        return
    named = {
        column: cells[headers[0], column].block.text.strip() for column in columns if (headers[0], column) in cells
    }
    last = columns[-1]
    inner = columns[1:-1]
    if not _TOTAL.fullmatch(named.get(last, "")) or any(_NO_SUM.search(named.get(c, "")) for c in inner):
        return
    found: list[Relation] = []
    fitting = 0
    for row in rows:
        if row in headers:
            continue
        for relation in _sum(cells.get((row, last)), [cells.get((row, c)) for c in inner], claims, "total column"):
            found.append(relation)
            values = [claims[index].quantity.value for index in relation.claims]
            fitting += values[0] == sum(values[1:])
    if fitting >= 2 and 2 * fitting > len(found):
        yield from found


def _sum(
    total: _Cell | None, parts: list[_Cell | None], claims: tuple[Claim, ...], evidence: str
) -> Iterator[Relation]:
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
    yield Relation("total", tuple(members), evidence, claims[members[0]].quantity.span)

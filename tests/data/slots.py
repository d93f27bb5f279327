"""Texts held against tables in memory; texts in which each number is written rightly and wrongly: "{12|15} shops"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest

from figures import readers
from figures.claims import read_claims
from figures.data import index, sql, verdict
from figures.data.load import from_rows
from figures.data.spell import Table
from figures.data.verdict import Match

Rows = list[dict[str, Any]]
OPENED: dict[int, tuple[object, tuple[list[Table], index.Index, Any]]] = {}
SLOT = re.compile(r"\{([^|}]*)\|([^|}]*)\}")


def rows(lines: str) -> Rows:
    """The rows of a table written with bars: names of columns in the first line, nothing in an empty cell."""
    head, *body = [[cell.strip() for cell in line.split("|")] for line in lines.strip().splitlines()]
    return [
        {name: int(cell) if cell.isdigit() else cell or None for name, cell in zip(head, cells, strict=True)}
        for cells in body
    ]


def ready(given: dict[str, Rows]) -> tuple[list[Table], index.Index, Any]:
    """Tables, their index and a connection that sees them; made once for each module's constant."""
    if id(given) not in OPENED:
        tables = [from_rows(found, name) for name, found in given.items()]
        OPENED[id(given)] = given, (tables, index.build(tables), sql.connect(tables))
    return OPENED[id(given)][1]


def matched(text: str, given: dict[str, Rows], media_type: str = "text/plain") -> list[Match]:
    """What is found out about each number. Every statement that is shown gives the number that is claimed for it."""
    tables, built, connection = ready(given)
    document = readers.read("<text>", text.encode(), media_type=media_type)
    found = verdict.match(document, read_claims(document).claims, built)
    for match in found:
        if match.best is not None and match.derived is not None:
            query = sql.statement(match.best.spell, {table.name: table for table in tables})
            ((value,),) = connection.execute(query).fetchall()
            assert float(value) == pytest.approx(float(match.derived), rel=1e-12), query
    return found


def written(slots: str, wrong: int | None = None) -> tuple[str, list[tuple[int, int]]]:
    """The text with what is right in every slot, but for one, and where each of them stands."""
    text, places, at = "", [], 0
    for number, slot in enumerate(SLOT.finditer(slots)):
        text += slots[at : slot.start()]
        said = slot[2] if number == wrong else slot[1]
        places.append((len(text), len(text) + len(said)))
        text, at = text + said, slot.end()
    return text + slots[at:], places


def in_slots(slots: str, given: dict[str, Rows], wrong: int | None, media_type: str) -> list[Match]:
    text, places = written(slots, wrong)
    found = matched(text, given, media_type)
    inside = [[m for m in found if start <= m.span.start < end] for start, end in places]
    assert all(len(one) == 1 for one in inside), f"a slot without one number: {text}"
    return [match for (match,) in inside]


def check(
    slots: str,
    values: Sequence[int | Fraction],
    given: dict[str, Rows],
    wrongly: str = "inconsistent",
    media_type: str = "text/plain",
) -> None:
    """What is right in all slots is borne out by ``values``, and what is wrong in one of them gets ``wrongly``."""
    right = in_slots(slots, given, None, media_type)
    told = [(match.verdict, match.derived) for match in right]
    assert told == [("consistent", value) for value in values], written(slots)[0]
    for wrong, value in enumerate(values):
        match = in_slots(slots, given, wrong, media_type)[wrong]
        told = [(match.verdict, match.derived)]
        assert told == [(wrongly, value if wrongly == "inconsistent" else None)], written(slots, wrong)[0]

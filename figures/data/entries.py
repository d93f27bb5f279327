"""What a data dictionary says of one column, whatever file it stands in; and which tables are dictionaries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from figures.data import code_lists
from figures.data.column_units import dictionary_words
from figures.data.spell import Column, Table
from figures.findings import Problem

MOST_ENTRIES = 10_000


class Entry(Struct, frozen=True):
    """``where``: its place, for problems. ``texts``: labels and descriptions; ``aliases``: other names.

    ``tables``: the names of the only tables it may be about, all of them where there are none; with ``loose``, it may
    be about others where none has such a name. ``codes`` are those of a list that is still to be read, ``pairs`` are
    read.
    """

    where: str
    column: str
    texts: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    loose: bool = False
    unit: str = ""
    codes: str = ""
    pairs: code_lists.Pairs = ()
    kind: str = ""


def apart(tables: Sequence[Table]) -> tuple[list[Table], list[Entry], list[Problem]]:
    """The tables that hold data, and what those say that describe the columns of others."""
    data: list[Table] = []
    found: list[Entry] = []
    problems: list[Problem] = []
    for table in tables:
        others = {name.lower() for other in tables if other is not table for name in other.columns}
        naming = _naming(table, others)
        if naming is None:
            data.append(table)
            continue
        names = _cells(table.columns[naming])
        known = sum(name.lower() in others for name in names if name)
        if 2 * known < sum(map(bool, names)):
            data.append(table)
            if known and _header(naming) in dictionary_words()["plainly"]:
                wanted = "a data dictionary names columns of the other tables in at least half of its rows"
                got = f"got {known} of {sum(map(bool, names))} in {naming}"
                problems.append(Problem(place(table), f"{wanted}; {got}; it is taken for data; mend the names"))
            continue
        if table.count > MOST_ENTRIES:
            wanted = f"a data dictionary of at most {MOST_ENTRIES:,} rows is wanted"
            problems.append(Problem(place(table), f"{wanted}; got {table.count:,}; the rest is not used; shorten it"))
        found += _rows(table, naming, names)
    return data, found, problems


def place(table: Table) -> str:
    """How problems call a table that has been loaded."""
    only = Path(table.path).stem.replace(".", "_") == table.name
    return table.path if only else f"{table.path}: table {table.name}"


def _header(name: str) -> str:
    return "_".join(name.lower().replace("_", " ").replace("-", " ").split())


def _naming(table: Table, others: set[str]) -> str | None:
    """The column that names columns, where one beside it describes them; of several, the one that names most."""
    words = dictionary_words()
    headers = {name: _header(name) for name in table.columns}
    if table.run is not None or not any(header in words["describing"] for header in headers.values()):
        return None
    several = [name for name, header in headers.items() if header in words["naming"]]
    counted = {name: sum(cell.lower() in others for cell in _cells(table.columns[name])) for name in several}
    return max(several, key=lambda name: counted[name], default=None)


def _cells(column: Column) -> list[str]:
    return ["" if cell is None else str(cell) for cell in column.values[:MOST_ENTRIES]]


def _rows(table: Table, naming: str, names: Sequence[str]) -> Iterator[Entry]:
    words = dictionary_words()

    def under(kind: str) -> list[list[str]]:
        return [_cells(c) for c in table.columns.values() if _header(c.name) in words[kind] and c.name != naming]

    empty = [""] * len(names)
    texts = under("describing")
    whose, units, codes, kinds = ((under(kind) or [empty])[0] for kind in ("table", "unit", "codes", "type"))
    aliases = under("aliases")
    for row, name in enumerate(names):
        if not name:
            continue
        others = [part.strip() for cells in aliases for part in cells[row].replace("|", ";").split(";")]
        yield Entry(
            f"{place(table)}: row {row + 2}",
            name,
            tuple(cells[row] for cells in texts if cells[row]),
            tuple(filter(None, others)),
            tables=(whose[row],) if whose[row] else (),
            unit=units[row],
            codes=codes[row],
            kind=kinds[row],
        )

"""Tables from files and databases, and from rows in memory. What cannot be read is a Problem, and the rest goes on."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from figures.data.spell import Column, Table
from figures.findings import Problem
from figures.interval import Exact

NUMBER = re.compile(r"[-−+]?[$€£]?(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,8}|[1-9][0-9]{0,30})?(?:\.[0-9]{1,30})?%?")
FLOAT = re.compile(r"[-+]?[0-9]{1,20}(?:\.[0-9]{1,30})?[eE][-+]?[0-9]{1,2}")
ISO = re.compile(r"[12][0-9]{3}-[01][0-9](?:-[0-3][0-9])?")
SLASHED = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([12][0-9]{3})")
MOST_CELLS = 5_000_000  # of a Parquet file: with more, it stays on disk and DuckDB is asked
EMPTY = frozenset({"", "-", "–", "NA", "N/A", "n/a", "NaN", "nan", "null", "NULL", "None"})


class Unloadable(ValueError):
    """``str(error)``: what was wanted, what was got, what to do."""


def load(sources: Iterable[str | Path]) -> tuple[list[Table], list[Problem]]:
    """The tables of files (.csv, .tsv, .json, .jsonl, .parquet) and of SQLite databases (``sqlite:///x.db``, .db).

    Names are those of the files without their ending, made different where they are not.
    """
    from figures.references import databases

    tables: list[Table] = []
    problems: list[Problem] = []
    for source in sources:
        path = str(source)
        told = path
        try:
            if "://" in path:
                told = databases.shown(path)  # without its password
            if (large := _large(path)) is not None:
                if any(table.name == large.name for table in tables):
                    raise Unloadable(f"another table is called {large.name} already; rename the file")
                tables.append(large)
                continue
            for label, names, rows in _read(path):
                if not names:
                    raise Unloadable("a row of column names is wanted; the table is empty; name another file")
                taken = {other.name for other in tables}
                label = next(n for n in (label, *(f"{label}_{k}" for k in range(2, 10_000))) if n not in taken)
                table, found = build(label, told, names, rows)
                tables.append(table)
                problems += found
        except Unloadable as error:
            problems.append(Problem(told, str(error)))
        except Exception as error:  # a database that goes away, a broken file: the other tables are used all the same
            problems.append(Problem(told, f"a table is wanted; {type(error).__name__}: {error}; check the file"))
    return tables, problems


def _large(path: str) -> Table | None:
    """A Parquet file of more cells than are held in memory, as a table that stays in its file; None for all others."""
    if not path.lower().endswith(".parquet") or "://" in path or not Path(path).is_file():
        return None
    import duckdb

    with duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"}) as connection:
        found = connection.execute(
            "SELECT any_value(num_rows), any_value(num_columns) FROM ("
            "SELECT num_rows, (SELECT count(*) FROM parquet_schema(?)) AS num_columns FROM parquet_file_metadata(?))",
            [path, path],
        ).fetchone()
    if found is None or found[0] * found[1] <= MOST_CELLS:
        return None
    from figures.data import large

    return large.table(Path(path))


Raw = tuple[str, list[str], list[Sequence[Any]]]


def _read(path: str) -> Iterable[Raw]:
    if path.startswith("sqlite:///"):
        return _database(Path(path.removeprefix("sqlite:///")))
    if path.startswith(("postgres://", "postgresql://")):
        return _database(path)
    if "://" in path:
        raise Unloadable(
            "a file, sqlite:///file.db or postgresql://host/name is wanted; "
            f"got an address of {path.partition('://')[0]!r}; export the table to CSV or Parquet"
        )
    file = Path(path)
    if not file.is_file():
        raise Unloadable("there is no such file; check the name")
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        raise Unloadable(f"one of {', '.join(READERS)} is wanted; got {file.suffix or 'no ending'!r}; convert it")
    return reader(file)


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unloadable(f"UTF-8 is wanted; byte {error.start} is none; convert the file") from None


def _csv(file: Path) -> Iterable[Raw]:
    text = _text(file)
    head = text.partition("\n")[0]
    delimiter = max(",;\t|", key=head.count) if file.suffix.lower() != ".tsv" else "\t"
    lines = [line for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if line]
    if not lines:
        return [(file.stem, [], [])]
    names = lines[0]
    wrong = next((n for n, line in enumerate(lines) if len(line) != len(names)), None)
    if wrong is not None:
        raise Unloadable(f"row {wrong} has {len(lines[wrong])} cells where the head has {len(names)}; mend the row")
    return [(file.stem, names, list(lines[1:]))]


def _json(file: Path) -> Iterable[Raw]:
    text = _text(file)
    lines = file.suffix.lower() in (".jsonl", ".ndjson")
    try:
        data = [json.loads(line, parse_float=Fraction) for line in text.splitlines() if line.strip()] if lines else (
            json.loads(text, parse_float=Fraction)
        )  # fmt: skip
    except ValueError as error:
        raise Unloadable(f"JSON is wanted; {error}; mend the file") from None
    if not isinstance(data, list) or not all(isinstance(row, dict) for row in data):
        raise Unloadable("a list of objects, one for each row, is wanted; write the table like that")
    names = list(dict.fromkeys(str(key) for row in data for key in row))
    return [(file.stem, names, [[row.get(key) for key in names] for row in data])]


def _parquet(file: Path) -> Iterable[Raw]:
    try:
        import duckdb
    except ImportError:
        raise Unloadable("reading Parquet needs duckdb, which is not installed: pip install duckdb") from None
    with duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"}) as connection:
        found = connection.execute("SELECT * FROM read_parquet(?)", [str(file)])
        names = [str(column[0]) for column in found.description or []]
        return [(file.stem, names, list(found.fetchall()))]


def _database(source: Path | str) -> Iterable[Raw]:
    """Every table of a database, read over a connection that refuses to write."""
    from figures.references.databases import query
    from figures.references.grids import GridError

    if isinstance(source, Path) and source.suffix.lower() in (".db", ".sqlite", ".sqlite3"):
        names = (
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%' ORDER BY name"
        )
    else:
        names = (
            "SELECT table_name FROM information_schema.tables "
            "WHERE table_schema NOT IN ('information_schema', 'pg_catalog') ORDER BY table_name"
        )
    found: list[Raw] = []
    try:
        for (name,) in query(source, names).rows:
            quoted = name.replace('"', '""')
            grid = query(source, f'SELECT * FROM "{quoted}"')
            found.append((name, list(grid.header), list(grid.rows)))
    except GridError as error:
        raise Unloadable(str(error)) from None
    return found


READERS: dict[str, Callable[[Path], Iterable[Raw]]] = {
    ".csv": _csv,
    ".tsv": _csv,
    ".json": _json,
    ".jsonl": _json,
    ".ndjson": _json,
    ".parquet": _parquet,
    ".db": _database,
    ".sqlite": _database,
    ".sqlite3": _database,
    ".duckdb": _database,
}


def from_rows(rows: Any, name: str = "rows") -> Table:
    """A table from a list of dicts, a pandas or an Arrow table. Raises TypeError on anything else."""
    if hasattr(rows, "to_pylist"):
        rows = rows.to_pylist()
    elif hasattr(rows, "to_dict") and not isinstance(rows, dict):
        rows = rows.to_dict(orient="records")
    if isinstance(rows, dict) or not all(isinstance(row, dict) for row in rows):
        raise TypeError("rows are a list of dicts, a pandas DataFrame or an Arrow table")
    rows = list(rows)
    names = list(dict.fromkeys(key for row in rows for key in row))
    columns = {}
    for key in names:
        cells = [row.get(key) for row in rows]
        column, _ = _column(str(key), cells)
        columns[column.name] = column
    return Table(name, name, columns, len(rows))


def build(label: str, path: str, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> tuple[Table, list[Problem]]:
    """A table with the kind of each column found out, and what is wrong with it."""
    problems = []
    columns: dict[str, Column] = {}
    for at, given in enumerate(names):
        name = str(given).strip() or f"column {at + 1}"
        name = next(n for n in (name, *(f"{name}_{k}" for k in range(2, 10_000))) if n not in columns)
        column, complaint = _column(name, [row[at] for row in rows])
        columns[name] = column
        if complaint:
            problems.append(Problem(f"{path}: column {name}", complaint))
    doubled = len(rows) - len(set(map(tuple, rows))) if len(rows) <= 200_000 else 0
    if doubled:
        problems.append(
            Problem(path, f"{doubled} of {len(rows)} rows repeat others; each is counted; remove what is double")
        )
    return Table(label, path, columns, len(rows)), problems


def _column(name: str, cells: Sequence[Any]) -> tuple[Column, str]:
    values: list[Exact | str | None] = []
    texts = numbers = 0
    for cell in cells:
        value = _cell(cell)
        values.append(value)
        if value is None:
            continue
        if isinstance(value, str):
            texts += 1
        else:
            numbers += 1
    if not texts and numbers:
        return Column(name, "number", values), ""
    if not numbers:
        return _dates(name, values)
    if numbers >= 9 * texts:  # numbers, and a few cells that are none
        odd = Counter(value for value in values if isinstance(value, str)).most_common(1)[0][0]
        cleaned = [None if isinstance(value, str) else value for value in values]
        return (
            Column(name, "number", cleaned),
            f"{texts} of {texts + numbers} cells are no numbers, such as {odd!r}; they count as empty; "
            "write numbers there",
        )
    complaint = ""
    if texts < 9 * numbers and texts > 1:
        complaint = f"{numbers} cells are numbers and {texts} are not; all are taken for text; split the column"
    return Column(
        name, "text", [None if c is None or str(c).strip() in EMPTY else str(c).strip() for c in cells]
    ), complaint


def _dates(name: str, values: list[Exact | str | None]) -> tuple[Column, str]:
    cells = [value for value in values if isinstance(value, str)]
    if cells and all(ISO.fullmatch(cell) for cell in cells):
        return Column(name, "date", values), ""
    slashed = [SLASHED.fullmatch(cell) for cell in cells]
    if cells and all(slashed):
        first = max(int(found.group(1)) for found in slashed if found)
        second = max(int(found.group(2)) for found in slashed if found)
        if first <= 12 and second <= 12:
            return Column(name, "text", values), (
                f"dates such as {cells[0]} may begin with the day or the month; they are not read; write 2015-10-02"
            )
        day, month = (1, 2) if first > 12 else (2, 1)
        iso: list[Exact | str | None] = []
        for value in values:
            found = SLASHED.fullmatch(value) if isinstance(value, str) else None
            iso.append(found and f"{found[3]}-{int(found[month]):02}-{int(found[day]):02}")
        return Column(name, "date", iso), ""
    return Column(name, "text", values), ""


def _cell(cell: Any) -> Exact | str | None:
    """An exact number, a text without blanks around it, or None. ``007`` stays a text: it is a code."""
    kind = type(cell)
    if kind is int or cell is None:
        return cell  # type: ignore[no-any-return]
    if kind is str:
        text = cell.strip()
        if text in EMPTY:
            return None
        first = text[0]
        if first.isalpha() and first.isascii():
            return text  # type: ignore[no-any-return]
        return _number(text)
    if kind is float:
        return None if cell != cell or cell in (float("inf"), -float("inf")) else _plain(Fraction(repr(cell)))
    if kind is bool:
        return "yes" if cell else "no"
    if isinstance(cell, Fraction):
        return _plain(cell)
    try:
        if not hasattr(cell, "isoformat"):
            return _plain(Fraction(str(cell)))
    except (ValueError, ZeroDivisionError):
        return _cell(str(cell))
    return str(cell.isoformat())[:10]


def _number(text: str) -> Exact | str:
    if text.isdecimal() and text.isascii() and len(text) < 30 and (text[0] != "0" or text == "0"):
        return int(text)
    if FLOAT.fullmatch(text):
        return _plain(Fraction(text))
    if not NUMBER.fullmatch(text) or not any(c.isdigit() for c in text):
        return text
    digits = text.replace("−", "-").replace(",", "").strip("%")
    for sign in "$€£":
        digits = digits.replace(sign, "")
    return _plain(Fraction(digits))


def _plain(number: Fraction) -> Exact:
    return number.numerator if number.denominator == 1 else number

"""What files and databases hold, as tables of cells that nothing was made of yet; what is left out is a Problem."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Any

from msgspec import Struct

from figures.data import separated
from figures.data.separated import NAMED, Unloadable
from figures.data.spell import Table
from figures.findings import Problem
from figures.readers import READERS as DOCUMENTS
from figures.references import catalogues, databases, grids
from figures.references.grids import GridError

MOST_CELLS = 5_000_000  # of a table of Parquet or of a database: with more, it stays where it is and is asked there
MOST_COLUMNS = 2_000
MOST_BYTES = 500 << 20  # of a file that is read whole
DATABASES = ("postgres://", "postgresql://", "postgresql+psycopg://")


class Raw(Struct):
    """Cells as they were found. ``where``: how problems call the table; ``problems``: what was left out of it;
    ``bare``: whether it may be without rows."""

    name: str
    names: Sequence[str]
    rows: Sequence[Sequence[Any]]
    where: str
    problems: Sequence[Problem] = ()
    bare: bool = False

    def make(self, label: str, path: str) -> tuple[Table, list[Problem]]:
        """The table. Raises Unloadable."""
        from figures.data.load import build

        if not self.names:
            raise Unloadable("a row of column names is wanted; the table is empty; name another file")
        if not self.rows and not self.bare:
            raise Unloadable("rows below the header are wanted; got none; export the table again")
        _count_columns(len(self.names))
        table, wrong = build(label, path, self.names, self.rows, self.where)
        return table, [*self.problems, *wrong]


class Placed(Struct):
    """A table that stays where it is and is asked there. ``wide``: how many columns it has."""

    name: str
    where: str
    database: databases.Database
    sql: str
    wide: int

    def make(self, label: str, path: str) -> tuple[Table, list[Problem]]:
        """The table. Raises Unloadable and GridError."""
        from figures.data import large

        _count_columns(self.wide)
        return large.table(label, path, self.database, self.sql, self.where)


Found = Iterator[Raw | Placed | Problem]


def _count_columns(wide: int) -> None:
    if wide > MOST_COLUMNS:
        raise Unloadable(f"at most {MOST_COLUMNS:,} columns are wanted; got {wide:,}; leave some out")


def read(given: str, told: str, *, whole: bool = False) -> Found:
    """The tables of a file or a database. ``told``: its name without a password; ``whole``: none may stay elsewhere.

    Raises Unloadable and GridError, and what the file system raises.
    """
    for start, suffixes in (("sqlite:///", (".db", ".sqlite", ".sqlite3")), ("duckdb:///", (".duckdb",))):
        if given.startswith(start):
            path = Path(given.removeprefix(start))
            if path.suffix.lower() not in suffixes:
                raise Unloadable(f"a file that ends in {' or '.join(suffixes)} is wanted; got {path.name}; rename it")
            return _database(path, told, whole=whole)
    if given.startswith(DATABASES) or databases.VARIABLE.fullmatch(given):
        return _database(given, told, whole=whole)
    if "://" in given:
        raise Unloadable(
            "a file, sqlite:///file.db, duckdb:///file.duckdb or postgresql://host/name is wanted; "
            f"got an address of {given.partition('://')[0]!r}; export the table to CSV or Parquet"
        )
    file = Path(given)
    if not file.exists():
        raise Unloadable("there is no such file; check the name")
    if not file.is_file():
        raise Unloadable("a file is wanted; got something else; name a file in it")
    suffix = file.suffix.lower()
    if suffix in DOCUMENTS:
        raise Unloadable(f"a table is wanted; got a document, {suffix!r}; name documents before --data or behind --")
    reader = READERS.get(suffix)
    if reader is None:
        raise Unloadable(f"one of {', '.join(READERS)} is wanted; got {suffix or 'no ending'!r}; convert it")
    if reader is _database or reader is _parquet:
        return reader(file, told, whole=whole)
    if (size := file.stat().st_size) > MOST_BYTES:
        wanted = f"a file of at most {MOST_BYTES >> 20:,} MB is wanted; got {size >> 20:,} MB"
        raise Unloadable(f"{wanted}; convert it to Parquet, which is asked where it lies")
    return reader(file, told)


def _text(file: Path) -> str:
    data = file.read_bytes()
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        got = f"byte 0x{data[error.start]:02x}"
        wanted = "UTF-8 is wanted" if encoding == "utf-8-sig" else "UTF-16 is wanted, as the mark of the file says"
        raise Unloadable(f"{wanted}; got {got}; save the file as UTF-8", f":{line}") from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        got = "UTF-16 without a mark" if text.count("\0") * 3 > len(text) else "a NUL character"
        raise Unloadable(f"text is wanted; got {got}; save the file as UTF-8", f":{line}")
    return text


def _csv(file: Path, told: str) -> Found:
    names, rows, problems = separated.read(_text(file), told, tabs=file.suffix.lower() == ".tsv")
    yield Raw(_name(file), names, rows, told, problems)


def _name(file: Path) -> str:
    return file.stem.replace(".", "_")  # a dot stands between a schema and its table


def _json(file: Path, told: str) -> Found:
    text = _text(file)
    problems: list[Problem] = []
    rows: list[dict[str, Any]] = []
    if file.suffix.lower() in (".jsonl", ".ndjson"):
        broken = 0
        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line, parse_float=_exact)
                got = "" if isinstance(row, dict) else "got another value"
            except (ValueError, RecursionError) as error:
                got = f"it could not be read: {_first_line(error)}"
            if not got:
                rows.append(row)
                continue
            broken += 1
            if broken <= NAMED:
                said = f"a JSON object is wanted; {got}; the line is left out; mend it"
                problems.append(Problem(f"{told}:{number}", said))
        if broken and not rows:
            raise Unloadable(f"JSON objects, one on each line, are wanted; got {broken} lines that are none; mend them")
        if broken > NAMED:
            problems.append(Problem(told, f"{broken - NAMED} more lines like these are left out; mend them"))
    else:
        try:
            data = json.loads(text, parse_float=_exact)
        except (ValueError, RecursionError) as error:
            raise Unloadable(f"JSON is wanted; it could not be read: {_first_line(error)}; mend the file") from None
        if not isinstance(data, list) or not all(isinstance(row, dict) for row in data):
            raise Unloadable("a list of objects, one for each row, is wanted; write the table like that")
        rows = data
    names = list(dict.fromkeys(str(key) for row in rows for key in row))
    raw = Raw(_name(file), names, [[row.get(key) for key in names] for row in rows], told, problems)
    yield _plain(raw, tell=True)


def _exact(number: str) -> Fraction | str:
    """A number as written; one whose digits would fill the memory stays a text."""
    try:
        value = Decimal(number)
    except InvalidOperation:
        return number
    return Fraction(value) if abs(value.adjusted()) <= grids.MAX_EXPONENT else number


NESTED = (dict, list, tuple, set, bytes, bytearray, memoryview, timedelta)


def _plain(raw: Raw, *, tell: bool) -> Raw:
    """Without the columns whose cells hold several values, or what is neither a number nor a text."""
    nested = {k for row in raw.rows for k, value in enumerate(row) if isinstance(value, NESTED)}
    if not nested:
        return raw
    problems = [
        Problem(
            f"{raw.where}: column {raw.names[k]}",
            "a number or a text is wanted in each cell; got an object or a list; the column is left out; write its "
            "parts as columns of their own",
        )
        for k in sorted(nested)[:20]
        if tell
    ]
    kept = [k for k in range(len(raw.names)) if k not in nested]
    rows = [[row[k] for k in kept] for row in raw.rows]
    return Raw(raw.name, [raw.names[k] for k in kept], rows, raw.where, (*raw.problems, *problems), raw.bare)


def _excel(file: Path, told: str) -> Found:
    found: list[Raw] = []
    for sheet in grids.sheets(file):
        where = f"{told}: sheet {sheet.title}"
        names: list[str] = []
        rows: list[Sequence[Any]] = []
        beyond: list[int] = []
        for line, row in sheet.rows:
            cells = list(row)
            while cells and cells[-1] is None:
                cells.pop()
            if not cells:
                continue
            if not names:
                names = [grids.text(cell) for cell in cells]
                continue
            if len(cells) > len(names):
                beyond.append(line)
            else:
                rows.append(cells + [None] * (len(names) - len(cells)))
            if len(rows) * len(names) > MOST_CELLS:
                raise Unloadable(f"at most {MOST_CELLS:,} cells are wanted; got more; convert it to Parquet")
        if not names:
            continue
        problems = [
            Problem(
                f"{where}: row {line}",
                f"{len(names)} cells are wanted, as in the header; got more; the row is left out; name its columns",
            )
            for line in beyond[:NAMED]
        ]
        if len(beyond) > NAMED:
            problems.append(Problem(where, f"{len(beyond) - NAMED} more rows like these are left out; mend them"))
        if sheet.formulas:
            said = "the values of formulas are wanted; got formulas that were never worked out; their cells count as "
            problems.append(Problem(where, f"{said}empty; open the workbook in a spreadsheet and save it"))
        title = sheet.title.replace(".", "_")
        found.append(_plain(Raw(f"{_name(file)}_{title}", names, rows, where, problems), tell=True))
    if not found:
        raise Unloadable("a row of column names is wanted; the sheets are empty; name another file")
    if len(found) == 1:
        found[0].name = _name(file)
    yield from found


def _parquet(file: Path, told: str, *, whole: bool = False) -> Found:
    source = catalogues.Source(_name(file), databases.parquet_source(file))
    try:
        yield _table(databases.parquet(file), source, told, told, whole=False)
    except GridError as error:
        said = str(error).removeprefix("the query could not be run: ").replace(str(file.resolve()), str(file))
        raise Unloadable(f"a Parquet file is wanted; it could not be read: {said}; export it again") from None


def _database(given: Path | str, told: str, *, whole: bool = False) -> Found:
    """Every table of a database, read over a connection that refuses to write."""
    try:
        database = databases.connect(given)
        found, problems = catalogues.sources(database)
    except GridError as error:
        raise Unloadable(f"{error}; check the database and its address") from None
    yield from (Problem(told, problem) for problem in problems)
    for source in found:
        where = f"{told}: table {source.name}"
        try:
            yield _table(database, source, told, where, whole=whole)
        except databases.Gone as error:
            yield Problem(where, f"{error}; this table and those after it are left out; run it again")
            return
        except GridError as error:
            yield Problem(where, f"{error}; the table is left out")


def _table(
    database: databases.Database, source: catalogues.Source, told: str, where: str, *, whole: bool
) -> Raw | Placed:
    wide = len(catalogues.columns(database, source.sql)) or 1
    most = MOST_CELLS // wide
    if catalogues.count(database, source.sql, most) > most:
        if whole:
            raise GridError(f"at most {MOST_CELLS:,} cells are wanted here; got more; export what is needed to Parquet")
        return Placed(source.name, where, database, source.sql, wide)
    names, rows = catalogues.rows(database, source.sql, most)
    file = where == told  # and no table of a database, of which one without rows or with lists is nothing odd
    return _plain(Raw(source.name, names, rows, where, bare=not file), tell=file)


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]


READERS: dict[str, Callable[..., Found]] = {
    ".csv": _csv,
    ".tsv": _csv,
    ".json": _json,
    ".jsonl": _json,
    ".ndjson": _json,
    ".parquet": _parquet,
    ".xlsx": _excel,
    ".db": _database,
    ".sqlite": _database,
    ".sqlite3": _database,
    ".duckdb": _database,
}

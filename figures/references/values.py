"""Every number in files of results and databases, with its unit and its place. Nothing is run."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from figures.findings import Problem
from figures.references import databases
from figures.references.grids import GridError, Sheet, sheets
from figures.references.numerals import Value, alone, in_json, in_line, in_object

MAX_BYTES = 200 << 20  # of one file
MAX_VALUES = 2_000_000  # of all files
MAX_LINE = 100_000  # characters of a line that are looked at
MAX_CELLS = 5_000_000  # of a table of Parquet or of a database
MAX_BROKEN = 3  # lines that are told one by one
TABLES = {".csv": ",", ".tsv": "\t"}
LINES = (".jsonl", ".ndjson")
LOGS = (".log", ".txt", ".out")
SUFFIXES = (".json", *LINES, *TABLES, *LOGS, ".parquet", ".xlsx", *databases.FILES)


def read(paths: Iterable[str | Path], leave: Iterable[Path] = ()) -> tuple[list[Value], list[Problem]]:
    """The numbers of these files and databases, and of the files in these folders whose endings are known; and what
    went wrong.

    ``leave``: files that are not read, because they are what is checked. Links that lead out of a folder are left out.
    """
    left = {path.resolve() for path in leave}
    found: list[Value] = []
    problems: list[Problem] = []
    for name, values in _sources(paths, left, problems):
        try:
            for value in values:
                (problems if isinstance(value, Problem) else found).append(value)  # type: ignore[arg-type]
                if len(found) > MAX_VALUES:
                    problems.append(Problem(name, f"at most {MAX_VALUES:,} numbers are read; the rest is left out"))
                    return found[:MAX_VALUES], problems
        except (OSError, ValueError, ArithmeticError, RecursionError, csv.Error) as error:
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            problems.append(Problem(name, f"a file of results is wanted; it could not be read: {reason}; mend it"))
        except GridError as error:
            problems.append(Problem(f"{name}{error.where}", str(error)))
    return found, problems


def _sources(
    paths: Iterable[str | Path], left: set[Path], problems: list[Problem]
) -> Iterator[tuple[str, Iterator[Value | Problem]]]:
    for given in paths:
        if isinstance(given, str) and ("://" in given or databases.VARIABLE.fullmatch(given)):
            name = databases.shown(given)
            path = Path(given.partition(":///")[2])
            if databases.POSTGRES.fullmatch(given) or databases.VARIABLE.fullmatch(given):
                yield name, _database(given, name)
            elif given.startswith(("sqlite:///", "duckdb:///")) and path.suffix.lower() in databases.FILES:
                yield name, _database(path, name)
            else:
                wanted = (
                    "a file, a folder, sqlite:///file.db, duckdb:///file.duckdb or postgresql://host/name is wanted"
                )
                problems.append(Problem(name, f"{wanted}; got another address; export the results to a file"))
            continue
        for path in _files(Path(given), problems):
            if path.resolve() not in left and not is_description(path.name):
                yield str(path), _values(path)


def is_hidden(name: str) -> bool:
    """Whether a file in a folder is not meant: hidden, or one that Excel keeps beside a workbook that is open."""
    return name.startswith((".", "~$"))


def is_description(name: str) -> bool:
    """Whether a file describes the columns of tables and holds no values: a Frictionless package or schema."""
    return name.lower() == "datapackage.json" or name.lower().endswith(".schema.json")


def _files(path: Path, problems: list[Problem]) -> Iterator[Path]:
    try:
        is_folder, is_file = path.is_dir(), path.is_file()
    except OSError as error:
        said = f"it could not be read: {error.strerror}; check the name, and that you may read it"
        problems.append(Problem(str(path), f"a file or a folder is wanted; {said}"))
        return
    if not is_folder:
        if not is_file:
            problems.append(Problem(str(path), "there is no such file or folder; check the name"))
        elif path.suffix.lower() not in SUFFIXES:
            wanted = f"one of {', '.join(SUFFIXES)} is wanted"
            problems.append(Problem(str(path), f"{wanted}; got {path.suffix or 'no ending'!r}; convert it"))
        else:
            yield path
        return
    root, none = path.resolve(), True
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            if not is_hidden(name) and file.suffix.lower() in SUFFIXES and file.resolve().is_relative_to(root):
                none = False
                yield file
    if none:
        problems.append(
            Problem(str(path), f"a folder with files of results ({', '.join(SUFFIXES)}) is wanted; got none")
        )


def _values(path: Path) -> Iterator[Value | Problem]:
    suffix, name = path.suffix.lower(), path.as_posix()
    if suffix in databases.FILES:
        yield from _database(path, name)
        return
    if suffix == ".parquet":
        yield from _rows(databases.parquet(path), databases.parquet_source(path), name)
        return
    if suffix == ".xlsx":
        for sheet in sheets(path):
            yield from _sheet(sheet, f"{name}: {sheet.title}")
        return
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"it has more than {MAX_BYTES >> 20} MB; name a smaller one")
    if suffix in TABLES:
        yield from _table(path, name, TABLES[suffix])
    elif suffix in LOGS:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            for number, line in enumerate(file, 1):
                yield from in_line(line[:MAX_LINE], f"{name}:{number}")
    elif suffix in LINES:
        yield from _lines(path, name)
    else:
        yield from in_json(path.read_text(encoding="utf-8-sig"), name)


def _lines(path: Path, name: str) -> Iterator[Value | Problem]:
    broken = 0
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                yield from in_json(line, f"{name}:{number}")
            except (ValueError, ArithmeticError, RecursionError) as error:
                broken += 1
                if broken <= MAX_BROKEN:
                    said = f"JSON is wanted; it could not be read: {error}; the line is left out; mend it"
                    yield Problem(f"{name}:{number}", said)
    if broken > MAX_BROKEN:
        yield Problem(name, f"{broken - MAX_BROKEN} more lines like these are left out; mend them")


def _database(given: Path | str, name: str) -> Iterator[Value | Problem]:
    """The numbers of every table, read over a connection that refuses to write."""
    from figures.references import catalogues

    database = databases.connect(given)
    try:
        sources, problems = catalogues.sources(database)
        yield from (Problem(name, problem) for problem in problems)
        for source in sources:
            try:
                yield from _rows(database, source.sql, f"{name}: {source.name}")
            except databases.Gone:
                raise
            except GridError as error:
                yield Problem(f"{name}: table {source.name}", f"{error}; the table is left out")
    finally:
        database.close()


def _rows(database: databases.Database, source: str, name: str) -> Iterator[Value | Problem]:
    from figures.references import catalogues

    wide = len(catalogues.columns(database, source)) or 1
    most = MAX_CELLS // wide
    if catalogues.count(database, source, most) > most:
        yield Problem(name, f"at most {MAX_CELLS:,} cells are read; the rest is left out; name a table of results")
    columns, rows = catalogues.rows(database, source, most)
    for number, row in enumerate(rows, 1):
        for column, value in zip(columns, row, strict=True):
            yield from _value(value, column, f"{name}:{number}")


def _sheet(sheet: Sheet, name: str) -> Iterator[Value | Problem]:
    if sheet.formulas:
        said = "the values of formulas are wanted; got formulas that were never worked out; they are left out"
        yield Problem(name, f"{said}; open the workbook in a spreadsheet and save it")
    header: list[str] = []
    for number, row in sheet.rows:
        if not header:
            header = ["" if cell is None else str(cell) for cell in row]
            header = header if any(header) else []
            continue
        for index, value in enumerate(row):
            column = header[index] if index < len(header) and header[index] else str(index + 1)
            yield from _value(value, column, f"{name}:{number}")


def _value(value: Any, column: str, place: str) -> Iterator[Value]:
    """What a cell of a table with types holds."""
    if isinstance(value, int | float | str | Decimal | dict | list):
        yield from in_object(value, column, place)


def _table(path: Path, name: str, delimiter: str) -> Iterator[Value]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter=delimiter)
        header = next(reader, [])
        for cells in reader:
            for index, cell in enumerate(cells):
                column = header[index] if index < len(header) else str(index + 1)
                found = alone(cell, column, f"{name}:{reader.line_num}: {column}")
                if found is not None:
                    yield found

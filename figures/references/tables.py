"""Tables as frames of text, with the line of every row. pandas is imported here, when a table is read."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from figures.findings import Problem
from figures.references import grids
from figures.references.cells import BadCell, shown

if TYPE_CHECKING:
    import pandas as pd

T = TypeVar("T")
MAX_BYTES = 20 << 20
MAX_PROBLEMS = 100


class Columns:
    """What a table may have: required columns, and others."""

    def __init__(self, required: tuple[str, ...], others: tuple[str, ...]) -> None:
        self.required, self.others = required, others


class Row:
    """One row of a table while it is read: cells by column, with a problem for each that is wrong."""

    def __init__(self, where: str, cells: Mapping[str, str], problems: list[Problem]) -> None:
        self.where, self.cells, self._problems = where, cells, problems
        self.sound = True

    def get(self, column: str, read: Callable[[str], T], otherwise: T, *, required: bool = False) -> T:
        """The cell as ``read`` makes it; ``otherwise`` when it is empty or wrong (and then the row is not sound)."""
        cell = self.cells.get(column, "")
        if not cell.strip():
            if required:
                self.wrong(column, "a value is wanted; got an empty cell; fill it in or delete the row")
            return otherwise
        try:
            return read(cell)
        except BadCell as error:
            self.wrong(column, str(error))
            return otherwise

    def wrong(self, column: str, message: str) -> None:
        self.sound = False
        if len(self._problems) < MAX_PROBLEMS:
            self._problems.append(Problem(self.where, f"column {column}: {message}"))


def read_frame(
    path: Path, name: str, columns: Columns | None = None
) -> tuple[pd.DataFrame | None, list[int], list[Problem]]:
    """The cells of a file as text, the line in the file of each row, and what is wrong with it.

    CSV, or by its ending Parquet, Excel or JSON lines. None: nothing of it can be used. Rows with too few or too many
    cells are left out. ``name`` stands for the file in problems; with ``columns``, unknown and missing ones are
    problems too.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        return None, [], [Problem(name, f"a table is wanted; it could not be read: {error.strerror}")]
    if size > MAX_BYTES:
        return None, [], [Problem(name, f"a table of at most {MAX_BYTES:,} bytes is wanted; got {size:,}; split it")]
    other = grids.READERS.get(path.suffix.lower())
    return _read_csv(path, name, columns) if other is None else read_grid(lambda: other(path), name, columns)


def read_grid(
    read: Callable[[], grids.Grid], name: str, columns: Columns | None = None
) -> tuple[pd.DataFrame | None, list[int], list[Problem]]:
    """The same of what ``read`` gives: the rows of another sort of file, or of a query."""
    try:
        found = read()
    except grids.GridError as error:
        return None, [], [Problem(f"{name}{error.where}", str(error))]
    problems = [Problem(f"{name}:{line}", message) for line, message in found.wrong[:MAX_PROBLEMS]]
    header = _check_header(list(found.header), name, columns)
    if header:
        return None, [], [*problems, *header]
    import pandas as pd

    frame = pd.DataFrame(list(found.rows), columns=list(found.header), dtype=object)
    return frame, list(found.lines), problems


def _read_csv(path: Path, name: str, columns: Columns | None) -> tuple[pd.DataFrame | None, list[int], list[Problem]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        got = f"byte 0x{error.object[error.start]:02x}"
        return None, [], [Problem(f"{name}:{line}", f"UTF-8 is wanted; got {got}; save the file as UTF-8")]
    except OSError as error:
        return None, [], [Problem(name, f"a CSV file is wanted; it could not be read: {error.strerror}")]
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return None, [], [Problem(f"{name}:{line}", "text is wanted; got a NUL character; export the table again")]

    header, kept, lines, problems = _records(text, name)
    if header is None:
        return None, [], [*problems, Problem(name, "a table with a header line is wanted; got an empty file")]
    problems += _check_header(header, name, columns)
    if any(problem.where == f"{name}:1" for problem in problems):
        return None, [], problems

    import pandas as pd

    frame = pd.read_csv(StringIO(kept), dtype=str, keep_default_na=False, na_filter=False, skip_blank_lines=True)
    frame.columns = pd.Index([str(column).strip() for column in frame.columns])
    if len(frame) != len(lines):  # a quote that one reader closes and the other does not
        return (
            None,
            [],
            [*problems, Problem(name, "quotes that are closed are wanted; got a stray one; quote whole cells")],
        )
    return frame, lines, problems


def _records(text: str, name: str) -> tuple[list[str] | None, str, list[int], list[Problem]]:
    """Header, the text without the rows that cannot be used, the line of each row that is left, and problems."""
    source = (
        text.splitlines(keepends=True)
        if "\r" not in text
        else text.replace("\r\n", "\n").replace("\r", "\n").splitlines(True)
    )
    problems: list[Problem] = []
    header: list[str] | None = None
    kept: list[str] = []
    lines: list[int] = []
    before = 0
    reader = csv.reader(source, strict=True)
    try:
        for fields in reader:
            first, before = before, reader.line_num
            if not any(field.strip() for field in fields):
                continue
            if header is None:
                header = [field.strip() for field in fields]
            elif len(fields) != len(header):
                if len(problems) < MAX_PROBLEMS:
                    wanted = f"{len(header)} cells are wanted, as in the header; got {len(fields)}"
                    problems.append(Problem(f"{name}:{first + 1}", f"{wanted}; quote cells that hold commas"))
                continue
            else:
                lines.append(first + 1)
            kept += source[first:before]
    except csv.Error as error:
        where = f"{name}:{reader.line_num}"
        problems.append(
            Problem(where, f"a CSV row is wanted; it could not be read: {error}; the rows from here on are left out")
        )
    return header, "".join(kept), lines, problems


def _check_header(header: list[str], name: str, columns: Columns | None) -> list[Problem]:
    where = f"{name}:1"
    problems = [
        Problem(where, f"column names that differ are wanted; got {shown(column)} twice; rename one")
        for column in sorted({c for c in header if header.count(c) > 1})
    ]
    if columns is None:
        return problems
    known = (*columns.required, *columns.others)
    for column in header:
        if column not in known:
            near = get_close_matches(column, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"the columns are {', '.join(known)}"
            problems.append(Problem(where, f"column {shown(column)} is not known; {hint}"))
    problems += [
        Problem(where, f"the column {column} is wanted; it is missing; add it")
        for column in columns.required
        if column not in header
    ]
    return problems

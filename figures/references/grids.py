"""Tables of any kind as rows of text, exactly as they hold them: the one shape that reference tables are read from.

What a cell becomes: text stays as it is; a whole number or a decimal keeps every digit, without an exponent; a double
becomes the shortest decimal that reads back as the same double (so the 4.1 that somebody typed is 4.1), and one without
a fraction a whole number; a day, and a day with the time 00:00, become ISO dates; a list of words is joined with bars;
nothing, and a double that is not a number, is an empty cell. Whatever else there is (a map, bytes, infinity, a time of
day) becomes text that no column takes for a value, so that it is reported with its place.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec import Struct

MAX_ROWS = 100_000
MAX_COLUMNS = 1000
MAX_UNPACKED = 1 << 30  # bytes of a workbook
SHEETS = "xl/worksheets/"
MAX_EXPONENT = 60  # of a number: further out, its digits would fill the memory


class GridError(Exception):
    """A table that cannot be read at all; ``where`` is "" or what stands behind the name of the file, such as ":3"."""

    def __init__(self, message: str, where: str = "") -> None:
        super().__init__(message)
        self.where = where


class Grid(Struct, frozen=True):
    """A header and rows of text, each as wide as the header. ``lines``: where each row stands, counted as the source
    does: lines of a file, rows of a sheet (the header is row 1), records of a result or of a Parquet file from 1."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    wrong: tuple[tuple[int, str], ...] = ()  # rows that were left out, by line, with the reason


def text(value: Any) -> str:
    """One cell as text; see the top of this module."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return _digits(Decimal(value)) if value.bit_length() < 400 else "a number too long to be read"
    if isinstance(value, float):
        if value != value:
            return ""  # not a number: how doubles say that there is nothing
        return _digits(Decimal(repr(value))).removesuffix(".0")
    if isinstance(value, Decimal):
        return _digits(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return "|".join(value)
    if hasattr(value, "item"):  # a scalar of numpy
        return text(value.item())
    return f"a value of the type {type(value).__name__}"


def _digits(value: Decimal) -> str:
    if not value.is_finite() or abs(value.adjusted()) > MAX_EXPONENT:
        return str(value)
    return format(value, "f")


def grid(header: Sequence[Any], rows: Iterable[tuple[int, Sequence[Any]]]) -> Grid:
    """A grid from records, each with its line; records of nothing but empty cells are left out. Raises GridError."""
    names = [text(name).strip() for name in header]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise GridError("a table with a header line is wanted; got none; name the columns in the first row")
    if len(names) > MAX_COLUMNS:
        raise GridError(f"at most {MAX_COLUMNS:,} columns are wanted; got {len(names):,}; leave some out")
    kept: list[tuple[str, ...]] = []
    lines: list[int] = []
    wrong: list[tuple[int, str]] = []
    for line, record in rows:
        cells = [text(cell) for cell in record]
        beyond = [cell for cell in cells[len(names) :] if cell.strip()]
        cells = (cells + [""] * (len(names) - len(cells)))[: len(names)]
        if beyond:
            wrong.append((line, f"{len(names)} cells are wanted, as in the header; got more; delete the others"))
            continue
        if any(cell.strip() for cell in cells):
            kept.append(tuple(cells))
            lines.append(line)
        if len(kept) > MAX_ROWS:
            raise GridError(f"at most {MAX_ROWS:,} rows are wanted; got more; leave out what is not needed")
    return Grid(tuple(names), tuple(kept), tuple(lines), tuple(wrong))


def parquet(path: Path) -> Grid:
    """A Parquet file. Raises GridError."""
    try:
        import pyarrow.parquet as pq
    except ImportError:
        raise GridError("reading Parquet needs pyarrow; install figures-audit[parquet]") from None
    try:
        with pq.ParquetFile(path) as file:
            if file.metadata.num_rows > MAX_ROWS:
                got = f"{file.metadata.num_rows:,}"
                raise GridError(f"at most {MAX_ROWS:,} rows are wanted; got {got}; leave out what is not needed")
            table = file.read()
        columns = [
            [_short(value) for value in column.to_pylist()] if str(column.type) == "float" else column.to_pylist()
            for column in table.columns
        ]
        return grid(table.column_names, enumerate(zip(*columns, strict=True), 1))
    except (OSError, ValueError, TypeError, NotImplementedError) as error:  # pyarrow's own are among these
        raise GridError(f"a Parquet file is wanted; it could not be read: {_first_line(error)}") from None


def excel(path: Path) -> Grid:
    """The first sheet of an Excel workbook (.xlsx); of formulas, the values that were stored. Raises GridError."""
    for sheet in sheets(path, MAX_COLUMNS + 1):
        return grid(next(sheet.rows, (0, ()))[1], sheet.rows)
    raise GridError("a workbook with a sheet of cells is wanted; got none; add one")


def _short(value: float | None) -> float | None:
    """A double of four bytes as the shortest decimal that reads back as the same."""
    if value is None or value != value or value in (float("inf"), -float("inf")):
        return value
    four = struct.pack("f", value)
    near = (float(f"{value:.{digits}g}") for digits in range(6, 9))
    return next((short for short in near if abs(short) < 3e38 and struct.pack("f", short) == four), value)


class Sheet(Struct):
    """A sheet of a workbook. ``rows``: numbered from 1, read as they are asked for, and before the next sheet."""

    title: str
    rows: Iterator[tuple[int, Sequence[Any]]]
    formulas: bool  # whether there are formulas whose values nobody stored; their cells are empty


def sheets(path: Path, columns: int | None = None) -> Iterator[Sheet]:
    """The sheets of an Excel workbook, up to a column; of formulas, the values that were stored. Raises GridError."""
    try:
        import openpyxl
    except ImportError:
        raise GridError("reading Excel needs openpyxl; install figures-audit[excel]") from None
    import warnings
    import zipfile

    try:
        with zipfile.ZipFile(path) as file:
            if (size := sum(part.file_size for part in file.infolist())) > MAX_UNPACKED:
                got = f"{size >> 20:,} MB"
                raise GridError(
                    f"a workbook of at most {MAX_UNPACKED >> 20:,} MB unpacked is wanted; got {got}; split it"
                )
            unstored = {name for name in file.namelist() if name.startswith(SHEETS) and _unstored(file.read(name))}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which nobody asked for
            book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
            try:
                for sheet in book.worksheets:
                    sheet.reset_dimensions()
                    numbered = _numbered(sheet, columns)
                    part = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
                    yield Sheet(sheet.title, numbered, part in unstored)
            finally:
                book.close()
    except Exception as error:
        raise _damaged(error) from None


def _numbered(sheet: Any, columns: int | None) -> Iterator[tuple[int, Sequence[Any]]]:
    try:
        yield from enumerate(sheet.iter_rows(values_only=True, max_col=columns), 1)
    except Exception as error:
        raise _damaged(error) from None


def _damaged(error: Exception) -> GridError:
    """A damaged workbook fails in many ways: zip, XML, keys that are missing."""
    if isinstance(error, GridError):
        return error
    said = getattr(error, "strerror", None) or _first_line(error)
    return GridError(f"an Excel workbook is wanted; it could not be read: {said}; save it again as .xlsx")


def _unstored(sheet: bytes) -> bool:
    """Whether a formula has no value beside it: a program wrote it, and no spreadsheet has worked it out."""
    return re.search(rb"</f>(?:<v\s?/>|<v></v>|</c>)|<f\s?/></c>", sheet) is not None


def json_lines(path: Path) -> Grid:
    """JSON lines: one object on each line; the columns are the keys as they first appear. Raises GridError."""
    import json

    try:
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        place = error.object.count(b"\n", 0, error.start) + 1
        raise GridError("UTF-8 is wanted; save the file as UTF-8", f":{place}") from None
    except OSError as error:
        raise GridError(f"a file is wanted; it could not be read: {error.strerror}") from None
    records: list[tuple[int, dict[str, Any]]] = []
    wrong: list[tuple[int, str]] = []
    header: dict[str, None] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line, parse_float=Decimal, parse_constant=_no_number, object_pairs_hook=_once)
        except (ValueError, ArithmeticError, RecursionError) as error:
            wrong.append((number, f"a JSON object is wanted; it could not be read: {_first_line(error)}; correct it"))
            continue
        if not isinstance(record, dict):
            wrong.append((number, "a JSON object is wanted; got another value; write the row as an object"))
            continue
        header.update(dict.fromkeys(record))
        records.append((number, record))
    if not records and wrong:
        raise GridError(wrong[0][1], f":{wrong[0][0]}")
    made = grid(tuple(header), ((line, [record.get(key) for key in header]) for line, record in records))
    return Grid(made.header, made.rows, made.lines, (*wrong, *made.wrong))


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]


READERS = {".parquet": parquet, ".xlsx": excel, ".jsonl": json_lines, ".ndjson": json_lines}
SUFFIXES = (".csv", *READERS)

"""Tables from files and databases, and from rows in memory. What cannot be read is a Problem, and the rest goes on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from fractions import Fraction
from itertools import chain, count
from pathlib import Path
from typing import Any

from figures.data.spell import Column, Table
from figures.findings import Problem
from figures.interval import Exact
from figures.references.cells import shown
from figures.references.values import is_description

NUMBER = re.compile(r"[-−+]?[$€£]?(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,8}|[1-9][0-9]{0,30})?(?:\.[0-9]{1,30})?%?")
FLOAT = re.compile(r"[-+]?[0-9]{1,20}(?:\.[0-9]{1,30})?[eE][-+]?[0-9]{1,2}")
ISO = re.compile(r"[12][0-9]{3}-[01][0-9](?:-[0-3][0-9])?")
SLASHED = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([12][0-9]{3})")
PLAIN = {int, type(None)}  # types of cells that are taken as they are
EMPTY = frozenset({"", "-", "–", "NA", "N/A", "n/a", "NaN", "nan", "null", "NULL", "None"})


def load(sources: Iterable[str | Path], *, whole: bool = False) -> tuple[list[Table], list[Problem]]:
    """The tables of files and of databases (by their files, or by addresses such as ``postgresql://host/name``).

    Names are those of the files without their ending, of the sheets or of the tables, made different where they are
    not. Large tables of Parquet and of databases stay where they are and are asked there; with ``whole``, one of a
    database is a problem instead, and nothing is a dictionary. A dictionary among them is no table of its own: it tells
    how the columns of the others are called. What could not be read is a problem too, and the rest is used.
    """
    from figures.data import files
    from figures.data.separated import Unloadable
    from figures.references import databases
    from figures.references.grids import GridError

    tables: list[Table] = []
    problems: list[Problem] = []
    taken: set[str] = set()
    schemas: list[str] = []
    for source in map(str, sources):
        if not whole and is_description(Path(source).name):
            schemas.append(source)
            continue
        told = databases.shown(source)  # without its password
        try:
            for found in files.read(source, told, whole=whole):
                if isinstance(found, Problem):
                    problems.append(found)
                    continue
                try:
                    table, wrong = found.make(_free(found.name, taken), told)
                except (Unloadable, GridError) as error:
                    problems.append(Problem(found.where, str(error)))
                    continue
                taken.add(table.name.lower())
                tables.append(table)
                problems += wrong
        except (Unloadable, GridError) as error:
            problems.append(Problem(f"{told}{error.where}", str(error)))
        except OSError as error:
            said = f"it could not be read: {error.strerror or type(error).__name__}"
            problems.append(Problem(told, f"a table is wanted; {said}; check that you may read it"))
        except Exception as error:  # a broken file: the other tables are used all the same
            problems.append(Problem(told, f"a table is wanted; {type(error).__name__}: {error}; check the file"))
    if not whole and (schemas or len(tables) > 1):
        from figures.data.dictionary import described

        tables, wrong = described(tables, schemas)
        problems += wrong
    return tables, problems


def from_rows(rows: Any, name: str = "rows") -> Table:
    """A table from a list of dicts, a pandas or an Arrow table. Raises TypeError on anything else."""
    given = type(rows).__name__
    if hasattr(rows, "to_pylist"):
        rows = rows.to_pylist()
    elif hasattr(rows, "to_dict") and hasattr(rows, "columns"):
        if not rows.columns.is_unique:
            raise TypeError("columns with names that differ are wanted; got a frame in which one repeats; rename it")
        rows = rows.to_dict(orient="records")
    if isinstance(rows, (dict, str, bytes)) or not isinstance(rows, Iterable):
        raise TypeError(f"rows are a list of dicts, a pandas DataFrame or an Arrow table; got {given}")
    rows = list(rows)
    for row in rows:
        if not isinstance(row, dict):
            wanted = "rows are a list of dicts, a pandas DataFrame or an Arrow table"
            raise TypeError(f"{wanted}; got {given} with {type(row).__name__} in it")
    names = list(dict.fromkeys(chain.from_iterable(rows)))
    columns = {}
    for key in names:
        cells = [row.get(key) for row in rows]
        column, _ = _column(str(key), cells)
        columns[column.name] = column
    return Table(name, name, columns, len(rows))


def build(
    label: str, path: str, names: Sequence[str], rows: Sequence[Sequence[Any]], where: str = ""
) -> tuple[Table, list[Problem]]:
    """A table with the kind of each column found out, and what is wrong with it. ``where``: how problems call it."""
    where = where or path
    rows = rows[1:] if rows and _second_header(rows[0]) else rows
    problems = []
    columns: dict[str, Column] = {}
    taken: set[str] = set()
    for at, given in enumerate(names):
        first = str(given).strip() or f"column {at + 1}"
        name = next(n for n in chain((first,), (f"{first}_{k}" for k in count(2))) if n.lower() not in taken)
        taken.add(name.lower())
        if name != first:
            told = f"column names that differ are wanted; got {first!r} again; it is called {name!r} here; rename one"
            problems.append(Problem(where, told))
        column, complaint = _column(name, [row[at] for row in rows])
        columns[name] = column
        if complaint:
            problems.append(Problem(f"{where}: column {name}", complaint))
    doubled = len(rows) - len({hash(tuple(row)) for row in rows})
    if doubled:  # -1 and -2 have one hash
        doubled = len(rows) - len({tuple(row) for row in rows})
    if doubled:
        problems.append(
            Problem(where, f"{doubled} of {len(rows)} rows repeat others; each is counted; remove what is double")
        )
    return Table(label, path, columns, len(rows)), problems


def _second_header(row: Sequence[Any]) -> bool:
    """Whether a row only says "Response" under each question, as exports of surveys do."""
    filled = {str(cell).strip().lower() for cell in row if cell is not None and str(cell).strip()}
    return bool(filled) and filled <= {"response", "open-ended response", "other (please specify)"}


def _free(name: str, taken: set[str]) -> str:
    """The name, or with a number where another is called so: in SQL, capitals make no difference."""
    others = (f"{name.replace('.', '_')}_{k}" for k in count(2))
    return next(n for n in chain((name,), others) if n.lower() not in taken)


def _column(name: str, cells: Sequence[Any]) -> tuple[Column, str]:
    if (types := set(map(type, cells))) <= PLAIN and int in types:
        return Column(name, "number", list(cells)), ""
    values = [_cell(cell) for cell in cells]
    kinds = list(map(type, values))
    texts = kinds.count(str)
    numbers = len(kinds) - texts - kinds.count(type(None))
    if not texts and numbers:
        return Column(name, "number", values, unit=_sign(cells)), ""
    if not numbers:
        return _dates(name, values)
    if numbers >= 9 * texts:  # numbers, and a few cells that are none
        odd = Counter(value for value in values if isinstance(value, str)).most_common(1)[0][0]
        cleaned = [None if isinstance(value, str) else value for value in values]
        return (
            Column(name, "number", cleaned, unit=_sign(cells)),
            f"{texts} of {texts + numbers} cells are no numbers, such as {shown(odd)}; they count as empty; "
            "write numbers there",
        )
    complaint = ""
    if texts < 9 * numbers and texts > 1:
        complaint = f"{numbers} cells are numbers and {texts} are not; all are taken for text; split the column"
    return Column(
        name, "text", [None if c is None or str(c).strip() in EMPTY else str(c).strip() for c in cells]
    ), complaint


def _sign(cells: Sequence[Any]) -> str:
    """The unit that numbers are written with: percent, currency, or "" where they are bare."""
    first = next((cell.strip() for cell in cells if isinstance(cell, str) and any(c.isdigit() for c in cell)), "")
    if first.endswith("%"):
        return "percent"
    return "currency" if first[:1] in "$€£" and first else ""


def _dates(name: str, values: list[Exact | str | None]) -> tuple[Column, str]:
    cells = [value for value in values if isinstance(value, str)]
    if cells and all(ISO.fullmatch(cell) for cell in cells):
        return Column(name, "date", values), ""
    slashed = [SLASHED.fullmatch(cell) for cell in cells] if cells and SLASHED.fullmatch(cells[0]) else []
    if slashed and all(slashed):
        first = max(int(found.group(1)) for found in slashed if found)
        second = max(int(found.group(2)) for found in slashed if found)
        if (first <= 12) == (second <= 12):
            begin = "may begin" if first <= 12 else "are mixed with others, and begin"
            return Column(name, "text", values), (
                f"dates such as {cells[0]} {begin} with the day or the month; they are not read; write 2015-10-02"
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
    if isinstance(cell, datetime):  # a day, where there is no time beside it
        text = cell.isoformat(" ")
        return text.removesuffix(" 00:00:00")
    return str(cell.isoformat())


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
    if digits.isdecimal():
        return int(digits)
    return _plain(Fraction(digits))


def _plain(number: Fraction) -> Exact:
    return number.numerator if number.denominator == 1 else number

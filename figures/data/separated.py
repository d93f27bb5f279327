"""Tables of text with separators: CSV and its kin, with the rows that cannot be used named."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from figures.findings import Problem

RAGGED = 10  # where one row in so many has another number of cells, it is the separator that is wrong
NAMED = 3  # lines that are told one by one


class Unloadable(ValueError):
    """``str(error)``: what was wanted, what was got, what to do; ``where``: what stands behind the name of the file."""

    def __init__(self, message: str, where: str = "") -> None:
        super().__init__(message)
        self.where = where


def read(text: str, told: str, *, tabs: bool) -> tuple[list[str], list[list[str]], list[Problem]]:
    """The names of the columns, the rows that have as many cells, and what was left out. Raises Unloadable.

    The separator is the one of , ; | and the tab that stands in the header most often; with ``tabs``, the tab.
    """
    marked = re.match(r"sep=([,;\t|])\r?\n", text)  # for spreadsheets
    head = text[marked.end() if marked else 0 :].lstrip("\r\n").partition("\n")[0]
    delimiter = marked[1] if marked else "\t" if tabs else max(",;\t|", key=head.count)
    names: list[str] = []
    rows: list[list[str]] = []
    lines: list[int] = []
    wrong: list[tuple[int, int]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    at, line = 0, 1
    try:
        if marked:
            next(reader)
        for row in reader:
            at, line = line, reader.line_num + 1
            if not row:
                continue
            if not names:
                names = row
            elif len(row) != len(names):
                wrong.append((at, len(row)))
            else:
                rows.append(row)
                lines.append(at)
    except csv.Error as error:
        raise Unloadable(
            f"a row of cells is wanted; it could not be read: {error}; close the quote, or double those inside a cell",
            f":{line}",
        ) from None
    if not any(name.strip() for name in names):
        names = []
    problems: list[Problem] = []
    if wrong:
        at, cells = wrong[0]
        if len(wrong) * RAGGED > len(rows):
            raise Unloadable(
                f"{len(names)} cells are wanted in each row, as in the header; got {cells}, and another number in "
                f"{len(wrong)} of {len(wrong) + len(rows)} rows; mend the rows, or quote cells that hold a separator",
                f":{at}",
            )
        problems += [
            Problem(
                f"{told}:{at}",
                f"{len(names)} cells are wanted, as in the header; got {cells}; the row is left out; mend it",
            )
            for at, cells in wrong[:NAMED]
        ]
        if len(wrong) > NAMED:
            problems.append(Problem(told, f"{len(wrong) - NAMED} more rows like these are left out; mend them"))
    elif names and not rows:
        problems.append(Problem(told, "rows below the header are wanted; got none; export the table again"))
    problems += _decimal_commas(names, rows, lines, told) if delimiter != "," or '"' in text else []
    return names, rows, problems


WITH_COMMA = re.compile(r"[-−+]?[$€£]?\s?(?:[0-9]{1,3}(?:\.[0-9]{3}){1,8}|[0-9]{1,30})(?:,[0-9]{1,30})?\s?[%€]?")
ONE_WAY = re.compile(
    r"[^,]*\.[^,]*,[^,]*|[^,]*,(?:[0-9]{1,2}|[0-9]{4,30})\s?[%€]?|[-−+]?0,[0-9]{3}|[^,]*[0-9]{4},[0-9]{3}"
)
WITH_POINT = re.compile(r"[^,.]*,[^.]*\.[0-9]+%?|[^,.]*[0-9]\.(?:[0-9]{1,2}|[0-9]{4,30})%?")


def _decimal_commas(names: Sequence[str], rows: list[list[str]], lines: Sequence[int], told: str) -> list[Problem]:
    """Rewrites the numbers of a file that has decimal commas, and no decimal point, and says so.

    1,5 and 1.234,56 can be read in one way; 1.234 is 1234 where such a number stands in the file too.
    """
    cells = ((at, k, text.strip()) for at, row in enumerate(rows) for k, text in enumerate(row) if "," in text)
    found = next(
        ((at, k) for at, k, text in cells if len(text) < 80 and WITH_COMMA.fullmatch(text) and ONE_WAY.fullmatch(text)),
        None,
    )
    if found is None:
        return []
    at, column = found
    example = rows[at][column].strip()
    where = f"{told}:{lines[at]}: column {names[column].strip()}"
    point = next(
        (t.strip() for row in rows for t in row if "." in t and len(t) < 40 and WITH_POINT.fullmatch(t.strip())), None
    )
    if point is not None:
        return [
            Problem(
                where,
                f"numbers of one form are wanted; got {example!r} with a decimal comma, and {point!r} with a decimal "
                "point; those with a comma are not read; write all with a point",
            )
        ]
    for k in range(len(names)):
        filled = [row[k].strip() for row in rows if row[k].strip()]
        fitting = sum(WITH_COMMA.fullmatch(text) is not None for text in filled)
        if fitting * 10 < len(filled) * 9:
            continue
        for row in rows:
            if not row[k].isdecimal() and WITH_COMMA.fullmatch(row[k].strip()):
                row[k] = _with_point(row[k])
    return [
        Problem(
            where,
            f"a decimal point is wanted; got {example!r}; the numbers of this file are read with a decimal comma, as "
            f"{_with_point(example)}; write them with a point",
        )
    ]


def _with_point(text: str) -> str:
    plain = "".join(text.split())
    sign = "€" if plain.endswith("€") else ""
    return sign + plain.removesuffix("€").replace(".", "").replace(",", ".")

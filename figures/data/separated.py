"""Tables of text with separators: CSV and its kin, with the rows that cannot be used named."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from figures.findings import Problem

RAGGED = 10  # where one row in so many has another number of cells, it is the separator that is wrong
NAMED = 3  # lines that are told one by one
MOST_HEAD = 200_000  # characters in which the first line is looked for
QUOTED = re.compile(r'"[^"]*"')


class Unloadable(ValueError):
    """``str(error)``: what was wanted, what was got, what to do; ``where``: what stands behind the name of the file."""

    def __init__(self, message: str, where: str = "") -> None:
        super().__init__(message)
        self.where = where


def read(text: str, told: str, *, tabs: bool) -> tuple[list[str], list[list[str]], list[Problem]]:
    """The names of the columns, the rows that have as many cells, and what was left out. Raises Unloadable.

    The separator is the one of , ; | and the tab that stands in the header most often, outside of quotes; with
    ``tabs``, the tab. Rows without anything in them are no rows.
    """
    marked = re.match(r"sep=([,;\t|])\r?\n", text)  # for spreadsheets
    start = text[marked.end() if marked else 0 :][:MOST_HEAD]
    heads = re.split(r"[\r\n]", QUOTED.sub("x", start))
    head = next((line for line in heads if line.strip(",;\t| ")), "")
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
            if not any(row):  # nothing but separators, as spreadsheets write below a table
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
    if delimiter != "," or '"' in text:
        problems += _decimal_commas(names, rows, lines, told, semicolons=delimiter == ";")
    return names, rows, problems


WITH_COMMA = re.compile(r"[-−+]?[$€£]?\s?(?:[0-9]{1,3}(?:\.[0-9]{3}){1,8}|[0-9]{1,30})(?:,[0-9]{1,30})?\s?[%€]?")
ONE_WAY = re.compile(
    r"[^,]*\.[^,]*,[^,]*|[^,]*,(?:[0-9]{1,2}|[0-9]{4,30})\s?[%€]?|[-−+]?0,[0-9]{3}|[^,]*[0-9]{4},[0-9]{3}"
)
WITH_POINT = re.compile(
    r"(?:[A-Z]{3} )?[-−+($€£\s]{0,4}(?:[0-9]{1,3}(?:,[0-9]{3}){1,8}\.[0-9]{1,30}|(?:0|[0-9]{4,30})\.[0-9]{3}"
    r"|[0-9]{0,30}\.(?:[0-9]{1,2}|[0-9]{4,30}))[\s%€)]{0,3}"
)


def _decimal_commas(
    names: Sequence[str], rows: list[list[str]], lines: Sequence[int], told: str, *, semicolons: bool
) -> list[Problem]:
    """Rewrites the numbers of a file that has decimal commas, and no decimal point, and says so.

    1,5 and 1.234,56 can be read in one way; 1.234 is 1234 where such a number stands in the file too. 1,234 is 1234
    where none does, which is said of a file that has ``semicolons`` because commas may be what they stand in for.
    """
    found: tuple[int, str] | None = None
    either: tuple[int, str] | None = None
    for k in range(len(names)):
        commas = sorted(
            text for text in {row[k] for row in rows if "," in row[k]} if WITH_COMMA.fullmatch(text.strip()[:80])
        )
        if commas and _are_numbers(rows, k):
            found = found or next(((k, text) for text in commas if ONE_WAY.fullmatch(text.strip())), None)
            either = either or (k, commas[0])
    if found is None and (either is None or not semicolons):
        return []
    column, example = found or either or (0, "")
    at = next(at for at, row in enumerate(rows) if row[column] == example)
    example = example.strip()
    where = f"{told}:{lines[at]}: column {names[column].strip()}"
    point = next(
        (t.strip() for row in rows for t in row if "." in t and len(t) < 40 and WITH_POINT.fullmatch(t.strip())), None
    )
    if found is None and point is not None:
        return []
    if found is None:
        whole, part = example.replace(",", ""), _with_point(example)
        said = f"a number that can be read in one way is wanted; got {example!r}, which may be {whole} or {part}"
        return [Problem(where, f"{said}; it is read as {whole}; write it without the comma")]
    if point is not None:
        return [
            Problem(
                where,
                f"numbers of one form are wanted; got {example!r} with a decimal comma, and {point!r} with a decimal "
                "point; those with a comma are not read; write all with a point",
            )
        ]
    for k in range(len(names)):
        for row in rows if _are_numbers(rows, k) else ():
            if not row[k].isdecimal() and WITH_COMMA.fullmatch(row[k].strip()):
                row[k] = _with_point(row[k])
    return [
        Problem(
            where,
            f"a decimal point is wanted; got {example!r}; the numbers of this file are read with a decimal comma, as "
            f"{_with_point(example)}; write them with a point",
        )
    ]


def _are_numbers(rows: list[list[str]], column: int) -> bool:
    """Whether nine in ten of the different cells are numbers, of one form or the other."""
    different = {row[column].strip()[:80] for row in rows} - {""}
    fitting = sum(bool(WITH_COMMA.fullmatch(text) or WITH_POINT.fullmatch(text)) for text in different)
    return fitting * 10 >= len(different) * 9


def _with_point(text: str) -> str:
    plain = "".join(text.split())
    sign = "€" if plain.endswith("€") else ""
    return sign + plain.removesuffix("€").replace(".", "").replace(",", ".")

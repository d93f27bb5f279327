"""Key-figure tables: one row per figure on file, from CSV, Parquet, Excel, JSON lines or a SQL query."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from figures.findings import Problem
from figures.interval import Exact, Interval
from figures.references import cells
from figures.references.cells import BadCell, Number
from figures.references.rows import BOUNDS, KeyFigure
from figures.references.tables import Columns, Row, read_frame, read_grid

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = Columns(
    ("metric", "unit", "source"),
    (
        *("aliases", "counted", "place", "population", "as_of", "since", "bound", "value", "low", "high"),
        *("precision", "url", "note", "id"),
    ),
)


def load(path: Path, name: str | None = None) -> tuple[tuple[KeyFigure, ...], list[Problem]]:
    """The sound rows of a key-figure table and a problem for each cell that is wrong; other rows go on.

    ``name``: how the file is called in problems and findings; None takes the path. Raises nothing.
    """
    name = name or path.as_posix()
    return _rows(name, *read_frame(path, name, COLUMNS))


def load_query(database: str | Path, sql: str, name: str) -> tuple[tuple[KeyFigure, ...], list[Problem]]:
    """The same of the rows that a SQL query gives; see ``figures.references.databases``. Raises nothing."""
    from figures.references.databases import query

    return _rows(name, *read_grid(lambda: query(database, sql), name, COLUMNS))


def _rows(
    name: str, frame: pd.DataFrame | None, lines: list[int], problems: list[Problem]
) -> tuple[tuple[KeyFigure, ...], list[Problem]]:
    if frame is None:
        return (), problems
    figures = []
    for line, record in zip(lines, frame.to_dict("records"), strict=True):
        row = Row(f"{name}:{line}", {str(key): str(cell) for key, cell in record.items()}, problems)
        figure = _figure(row, name, line)
        if figure is not None:
            figures.append(figure)
    return tuple(figures), problems


def _figure(row: Row, name: str, line: int) -> KeyFigure | None:
    metric = row.get("metric", cells.words, "", required=True)
    unit = row.get("unit", cells.words, "", required=True)
    bound = row.get("bound", _bound, "")
    unknown: str | Exact = "estimate"  # an empty cell claims no more than the digits do
    precision = row.get("precision", _precision, unknown)
    number, low, high = (row.get(column, cells.number, None) for column in ("value", "low", "high"))
    nowhere: tuple[date, date] | None = None
    as_of = row.get("as_of", cells.period, nowhere)
    since = row.get("since", cells.period, nowhere)
    figure = KeyFigure(
        table=name,
        line=line,
        metric=metric,
        value=Interval(0, 0),
        text="",
        number=0,
        bound=bound,
        aliases=row.get("aliases", word_list, ()),
        counted=row.get("counted", word_list, ()),
        unit=unit,
        place=row.get("place", cells.words, ""),
        population=row.get("population", cells.words, ""),
        as_of=as_of[0] if as_of else None,
        as_of_last=as_of[1] if as_of else None,
        as_of_text=row.cells.get("as_of", "").strip() if as_of else "",
        since=since[0] if since else None,
        source=row.get("source", cells.words, "", required=True),
        url=row.get("url", cells.url, ""),
        id=row.get("id", cells.words, ""),
    )
    if as_of and since and as_of[1] < since[0]:
        row.wrong("since", f"a day before as_of is wanted; got {row.cells['since']!r}; swap them or correct one")
    if row.sound:
        _check_value(row, number, low, high, bound)
    return _with_value(figure, number, low, high, precision) if row.sound else None


def _check_value(row: Row, number: Number | None, low: Number | None, high: Number | None, bound: str) -> None:
    if number is None and (low is None or high is None):
        got = "neither" if low is None and high is None else f"only {'low' if high is None else 'high'}"
        row.wrong("value", f"a value, or low and high, is wanted; got {got}; fill one in")
    elif (low is None) != (high is None):
        row.wrong(
            "low" if low is None else "high", "both low and high, or neither, are wanted; got one; fill in the other"
        )
    elif low is not None and high is not None:
        if low.value > high.value:
            row.wrong("low", f"a number not above high ({high.text}) is wanted; got {low.text}; swap or correct them")
        elif number is not None and not low.value <= number.value <= high.value:
            row.wrong("value", f"a number between {low.text} and {high.text} is wanted; got {number.text}; correct one")
        elif bound:
            row.wrong("bound", f"no bound is wanted beside low and high; got {bound!r}; leave one of them empty")


def _with_value(
    figure: KeyFigure, number: Number | None, low: Number | None, high: Number | None, precision: str | Exact
) -> KeyFigure:
    from msgspec import structs

    if low is not None and high is not None:
        slack: Exact = 0 if isinstance(precision, str) else precision
        interval = Interval(low.value - slack, high.value + slack)
        text = f"{low.text} to {high.text}" if number is None else f"{number.text} ({low.text} to {high.text})"
        middle = low.value if number is None else number.value
        return structs.replace(figure, value=interval, number=middle, tolerance=slack, text=f"{text} {figure.unit}")
    assert number is not None
    v = number.value
    if precision == "exact":
        slack = 0
    elif isinstance(precision, str):
        half = Fraction(number.resolution) / 2
        slack = half.numerator if half.denominator == 1 else half
    else:
        slack = precision
    interval = {
        "": Interval(v - slack, v + slack),
        "at least": Interval(v - slack, None, hi_open=True),
        "more than": Interval(v - slack, None, lo_open=True, hi_open=True),
        "at most": Interval(None, v + slack, lo_open=True),
        "less than": Interval(None, v + slack, lo_open=True, hi_open=True),
    }[figure.bound]
    text = " ".join(filter(None, (figure.bound, number.text, figure.unit)))
    return structs.replace(figure, value=interval, number=v, tolerance=slack, resolution=number.resolution, text=text)


def word_list(cell: str) -> tuple[str, ...]:
    return tuple(word for part in cells.words(cell).split("|") if (word := " ".join(part.split())))


def _bound(cell: str) -> str:
    text = " ".join(cell.lower().split())
    if text not in BOUNDS:
        wanted = ", ".join(BOUNDS[1:])
        raise BadCell(f"one of {wanted}, or an empty cell, is wanted; got {cells.shown(cell)}; take one of them")
    return text


def _precision(cell: str) -> str | Exact:
    text = cell.strip().lower()
    if text in ("exact", "estimate"):
        return text
    try:
        value = cells.number(text.removeprefix("±").removeprefix("+-").strip()).value
    except BadCell:
        value = -1
    if value < 0:
        raise BadCell(
            f"exact, estimate, or how far to either side the figure is good, is wanted; got {cells.shown(cell)}; "
            "take one of them"
        )
    return value

"""Rows of a key-figure table worked out from its other rows, by the formulas of a rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import structs

from figures.interval import Interval, divide
from figures.quantity import display
from figures.references import formulas
from figures.references.formulas import Formula, FormulaError
from figures.references.rows import KeyFigure

MAX_ROWS = 1000  # of one formula


def derive(rows: Sequence[KeyFigure], formula: Formula, table: str, line: int, rule: str) -> list[KeyFigure]:
    """One figure for each place, population and day on which one of the operands is new, from the latest of each.

    An operand without a date is of any day. ``table`` and ``line``: where the formula stands. Raises FormulaError where
    the table has no such metric, or where the formula cannot be worked out.
    """
    wanted = formulas.names(formula.tree)
    known = {row.metric.lower(): row.metric for row in rows}
    missing = [name for name in wanted if name.lower() not in known]
    if missing:
        raise FormulaError(f"the table has no {missing[0]!r}; it has {', '.join(sorted(known.values())) or 'no rows'}")
    if not wanted:
        raise FormulaError("a metric of the table is wanted in the formula; got numbers alone")
    found: list[KeyFigure] = []
    for place, population in dict.fromkeys((row.place, row.population) for row in rows):
        here = [row for row in rows if (row.place, row.population) == (place, population)]
        series = {name: [row for row in here if row.metric.lower() == name.lower()] for name in wanted}
        if not all(series.values()):
            continue
        dated = {row.as_of for operand in series.values() for row in operand if row.as_of is not None}
        days: list[date | None] = [*sorted(dated)] or [None]
        for day in days:
            operands = {name: _latest(operand, day) for name, operand in series.items()}
            present = {name: row for name, row in operands.items() if row is not None}
            if len(present) == len(operands):
                found.append(_figure(formula, present, table, line, rule))
            if len(found) > MAX_ROWS:
                raise FormulaError(f"at most {MAX_ROWS} figures are wanted of one formula; got more; split the table")
    return found


def _latest(rows: Iterable[KeyFigure], day: date | None) -> KeyFigure | None:
    """The last row up to a day; of one day, the row that stands first."""
    fitting = [row for row in rows if row.as_of is None or day is None or row.as_of <= day]
    return max(fitting, key=lambda row: (row.as_of or date.min, -row.line), default=None)


def _figure(formula: Formula, operands: dict[str, KeyFigure], table: str, line: int, rule: str) -> KeyFigure:
    rows = list(operands.values())
    value = formulas.value(formula.tree, {name: row.value for name, row in operands.items()})
    unit = formula.unit or formulas.unit(formula.tree, {name: row.unit for name, row in operands.items()})
    numbers = {name: Interval(row.number, row.number) for name, row in operands.items()}
    middle = formulas.value(formula.tree, numbers).lo
    number = 0 if middle is None else middle
    bound = (
        ""
        if value.width is not None
        else "at least"
        if value.lo is not None
        else "at most"
        if value.hi is not None
        else ""
    )
    newest = max(rows, key=lambda row: row.as_of or date.min)
    sinces = {row.since for row in rows}
    shown = display(number)
    if "/" in shown:
        shown = f"about {display(divide(round(number * 100), 100))}"
    return structs.replace(
        newest,
        table=table,
        line=line,
        metric=formula.metric,
        value=value,
        text=" ".join(filter(None, (bound, shown, unit))),
        number=number,
        tolerance=0 if value.width is None else divide(value.width, 2),
        resolution=max(row.resolution for row in rows),
        bound=bound,
        aliases=formula.aliases,
        counted=tuple(dict.fromkeys(word for row in rows for word in row.counted)),
        unit=unit,
        since=sinces.pop() if len(sinces) == 1 else None,
        source="worked out from " + " and ".join(dict.fromkeys(row.source for row in rows)),
        url="",
        formula=formula.text,
        operands=tuple(rows),
        rule=rule,
    )

"""Tables too large to hold: the database answers each question, and only names and years are indexed.

A Parquet file is asked through DuckDB; tables of SQLite, DuckDB and PostgreSQL are asked where they are.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from fractions import Fraction
from math import isfinite
from typing import Any

from figures.data.index import MOST_VALUES
from figures.data.spell import Column, Table
from figures.data.sql import source
from figures.findings import Problem
from figures.interval import Exact
from figures.references.catalogues import cell, columns
from figures.references.databases import Database, Gone, Late
from figures.references.databases import quoted as name
from figures.references.grids import GridError

ASKED_SECONDS = 300  # all questions to one table
TOGETHER = 200  # columns that one question is about
NUMBERS = (
    *("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "DECIMAL", "NUMERIC"),  # with U before them too
    *("DOUBLE", "DOUBLE PRECISION", "FLOAT", "REAL"),
)
TEXTS = ("VARCHAR", "TEXT", "CHARACTER", "ENUM", "UUID", "NAME", "CITEXT")


class Asking:
    """Asks a table in SQL. ``problem`` says which question failed first; after one that took too long, or when the
    database has gone, nothing more is asked."""

    def __init__(self, database: Database, where: str, before: str = "") -> None:
        self.problem: Problem | None = None
        self._database, self._where, self._before, self._left = database, where, before, float(ASKED_SECONDS)
        self._stopped = False

    def __call__(self, query: str) -> list[tuple[Any, ...]]:
        if self._stopped:
            return []
        began = time.monotonic()
        try:
            rows = self._database.ask(self._before + query)[1]
        except GridError as error:
            self._stopped = isinstance(error, Gone | Late)
            left = (
                "what it was not asked stays unchecked" if self._stopped else "the number it was asked for is unchecked"
            )
            self.problem = self.problem or Problem(self._where, f"{error}; {left}")
            return []
        self._left -= time.monotonic() - began
        if self._left < 0:
            limit = f"answers within {ASKED_SECONDS} seconds in all are wanted; got slower ones"
            self._stopped = True
            self.problem = self.problem or Problem(
                self._where, f"{limit}; the numbers after that stay unchecked; add indexes, or export to Parquet"
            )
        return rows


def stopped(tables: Iterable[Table]) -> list[Problem]:
    """What kept tables from being asked any further."""
    asked = [table.run for table in tables if isinstance(table.run, Asking)]
    return [asking.problem for asking in asked if asking.problem is not None]


def table(label: str, path: str, database: Database, there: str, where: str) -> tuple[Table, list[Problem]]:
    """A table whose values stay where they are, called ``label`` in questions; and columns that cannot be used.

    ``there``: how the database calls it; ``where``: how problems call it. Raises GridError.
    """
    before = ""
    if not f".{there}".endswith(f".{source(label)}"):
        if database.kind == "duckdb":
            database.ask(f"CREATE OR REPLACE TEMP VIEW {name(label)} AS SELECT * FROM {there}")
        else:
            before = f"WITH {name(label)} AS NOT MATERIALIZED (SELECT * FROM {there}) "
    ((rows,),) = database.ask(f"SELECT count(*) FROM {there}")[1]
    kinds = columns(database, there)
    mixed: list[str] = []
    if database.kind == "sqlite":
        kinds, mixed = _held_by_sqlite(database, there, [column for column, _ in kinds])
    found: dict[str, Column] = {}
    numbers = [column for column, kind in kinds if _is_number(kind)]
    for column, (low, high, filled) in zip(numbers, _spans(database, there, numbers), strict=True):
        found[column] = made = Column(column, "number", (), filled=int(filled))
        if low is not None and (first := number(low)) is not None and (last := number(high)) is not None:
            made.span = (first, last)
            if 1500 <= first <= last <= 2200 and "year" in column.lower():
                made.distinct = {
                    year: []
                    for value in _different(database, there, name(column))
                    if (year := number(value)) is not None
                }
    for column, kind in kinds:
        if kind == "DATE" or kind == "BOOLEAN" or (kind.startswith(TEXTS) and "[" not in kind):
            found[column] = _words(database, there, column, kind)
    wrong = [
        Problem(
            f"{where}: column {column}",
            "cells that are all numbers or all texts are wanted; got both; the column is left out; mend it",
        )
        for column in mixed
    ]
    ordered = {column: found[column] for column, _ in kinds if column in found}
    return Table(label, path, ordered, int(rows), Asking(database, where, before)), wrong


def _is_number(kind: str) -> bool:
    plain = kind.partition("(")[0]  # DECIMAL(12,2); what is put together of several has a bracket there too
    return "[" not in kind and plain.endswith(NUMBERS)


def _spans(database: Database, there: str, names: list[str]) -> Iterable[tuple[Any, Any, int]]:
    """The lowest, the highest, and how many there are, of each column; many at once, for each question reads all."""
    found: list[tuple[Any, Any, int]] = []
    for at in range(0, len(names), TOGETHER):
        quoted = [name(column) for column in names[at : at + TOGETHER]]
        asked = ", ".join(f"min({column}), max({column}), count({column})" for column in quoted)
        (row,) = database.ask(f"SELECT {asked} FROM {there}")[1]
        found += [(row[k], row[k + 1], row[k + 2]) for k in range(0, len(row), 3)]
    return found


def _words(database: Database, there: str, column: str, kind: str) -> Column:
    quoted = name(column)
    ((filled,),) = database.ask(f"SELECT count({quoted}) FROM {there}")[1]
    made = Column(column, "date" if kind == "DATE" else "text", (), filled=int(filled))
    if kind == "BOOLEAN":
        made.distinct = {answer: [] for answer in ("no", "yes")} if filled else {}
        return made
    if database.kind == "duckdb":  # which would hold all different values at once
        ((about,),) = database.ask(f"SELECT approx_count_distinct({quoted}) FROM {there}")[1]
        if about > 2 * MOST_VALUES:
            return made
    different = _different(database, there, cell(database, column, kind))
    if len(different) <= MOST_VALUES:
        made.distinct = {text: [] for text in sorted(map(str, different))}
    return made


def _different(database: Database, there: str, cell: str) -> list[Any]:
    asked = f"SELECT DISTINCT {cell} FROM {there} WHERE {cell} IS NOT NULL LIMIT {MOST_VALUES + 1}"
    return [value for (value,) in database.ask(asked)[1]]


def _held_by_sqlite(database: Database, there: str, names: list[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """The kinds of columns by what they hold, as the types of SQLite bind nobody; and those that hold both."""
    kinds: list[tuple[str, str]] = []
    mixed: list[str] = []
    for at in range(0, len(names), TOGETHER):
        part = names[at : at + TOGETHER]
        asked = ", ".join(
            f"coalesce(sum(typeof({q}) IN ('integer', 'real')), 0), coalesce(sum(typeof({q}) = 'text'), 0), "
            f"coalesce(sum(typeof({q}) = 'text' AND {q} NOT GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), 0)"
            for q in map(name, part)
        )
        (row,) = database.ask(f"SELECT {asked} FROM {there}")[1]
        for k, column in enumerate(part):
            numbers, texts, others = row[3 * k : 3 * k + 3]
            if numbers and texts:
                mixed.append(column)
            elif numbers:
                kinds.append((column, "REAL"))
            elif texts:
                kinds.append((column, "TEXT" if others else "DATE"))
    return kinds, mixed


def number(value: Any) -> Exact | None:
    """What SQL gave, exact as it is written; a double, which may be a sum of many, to fifteen digits.

    None for what is no number.
    """
    if isinstance(value, float):
        if not isfinite(value):
            return None
        value = format(value, ".15g")
    try:
        exact = Fraction(str(value))
    except ValueError:
        return None
    return exact.numerator if exact.denominator == 1 else exact

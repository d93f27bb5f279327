"""Parquet files too large to hold: DuckDB answers each question from the file, and only names and years are indexed."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

from figures.data.spell import Column, Table
from figures.data.sql import name
from figures.interval import Exact

MEMORY = "1GB"  # what DuckDB may hold
THREADS = 1  # more would add up floats in another order each time
MOST_VALUES = 50_000  # of a column: with more of them, its values are not looked for in the text
NUMBERS = ("INT", "HUGEINT", "DECIMAL", "DOUBLE", "FLOAT", "REAL")


def table(path: Path) -> Table:
    """A table whose values stay in the file. Raises what DuckDB raises for a file that it cannot read."""
    import duckdb

    connection = duckdb.connect(
        ":memory:",
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "memory_limit": MEMORY,
            "threads": THREADS,
        },
    )
    place = str(path.resolve()).replace("'", "''")
    label = path.stem
    connection.execute(f"SET allowed_paths = ['{place}']")
    connection.execute("SET enable_external_access = false")
    connection.execute(f"CREATE VIEW {name(label)} AS SELECT * FROM read_parquet('{place}')")
    connection.execute("SET lock_configuration = true")

    def run(query: str) -> list[tuple[Any, ...]]:
        return connection.execute(query).fetchall()

    ((count,),) = run(f"SELECT count(*) FROM {name(label)}")
    columns = {}
    for column, kind, *_ in run(f"DESCRIBE {name(label)}"):
        made = _column(run, label, column, str(kind))
        if made is not None:
            columns[column] = made
    return Table(label, str(path), columns, int(count), run)


def _column(run: Any, label: str, column: str, kind: str) -> Column | None:
    quoted, source = name(column), name(label)
    if any(word in kind for word in NUMBERS) and "[" not in kind:
        ((low, high, filled),) = run(f"SELECT min({quoted}), max({quoted}), count({quoted}) FROM {source}")
        made = Column(column, "number", (), filled=int(filled))
        if low is not None:
            made.span = (number(low), number(high))
            if 1500 <= made.span[0] <= made.span[1] <= 2200 and "year" in column.lower():
                made.distinct = {
                    number(v): [] for (v,) in run(f"SELECT DISTINCT {quoted} FROM {source}") if v is not None
                }
        return made
    if kind not in ("VARCHAR", "DATE"):
        return None
    ((filled, different),) = run(f"SELECT count({quoted}), approx_count_distinct({quoted}) FROM {source}")
    made = Column(column, "text" if kind == "VARCHAR" else "date", (), filled=int(filled))
    if different <= MOST_VALUES:
        values = run(f"SELECT DISTINCT {quoted} FROM {source} WHERE {quoted} IS NOT NULL ORDER BY 1")
        made.distinct = {str(value): [] for (value,) in values}
    return made


def number(value: Any) -> Exact:
    """What SQL gave, exact as it is written."""
    exact = Fraction(str(value))
    return exact.numerator if exact.denominator == 1 else exact

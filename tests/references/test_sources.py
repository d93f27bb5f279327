"""One table of key figures, kept in every way there is: the same figures come out, and bad cells are named."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from figures.interval import Interval
from figures.references import databases, grids, key_figures

HEADER = ("metric", "aliases", "place", "population", "as_of", "value", "precision", "unit", "source")
ROWS: list[tuple[Any, ...]] = [
    (
        "displaced",
        "uprooted|homeless",
        "Lake Asha",
        None,
        date(2026, 11, 5),
        28000,
        "exact",
        "people",
        "District office",
    ),
    ("rainfall", None, "Lake Asha", None, date(2026, 11, 5), 4.1, None, "millimetre", "Weather station"),
    ("aircraft", None, None, "Norwegian", None, 12, "exact", "aircraft", "Air force"),
    ("water level", None, "Lake Asha", None, date(2026, 11, 5), "high", None, "metre", "Weather station"),
]


def csv_file(path: Path) -> Path:
    lines = [",".join(HEADER), *(",".join("" if cell is None else str(cell) for cell in row) for row in ROWS)]
    path = path / "t.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def json_lines(path: Path) -> Path:
    path = path / "t.jsonl"
    text = "".join(json.dumps(dict(zip(HEADER, row, strict=True)), default=str) + "\n" for row in ROWS)
    path.write_text(text, encoding="utf-8")
    return path


def excel(path: Path) -> Path:
    import openpyxl

    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(HEADER)
    for row in ROWS:
        book.active.append(row)
    book.create_sheet("notes")
    book.save(path / "t.xlsx")
    return path / "t.xlsx"


def parquet(path: Path) -> Path:
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = {name: [None if row[i] is None else row[i] for row in ROWS] for i, name in enumerate(HEADER)}
    columns["value"] = [str(value) for value in columns["value"]]
    pq.write_table(pa.table(columns), path / "t.parquet")
    return path / "t.parquet"


FILES: list[tuple[Callable[[Path], Path], int]] = [(csv_file, 2), (json_lines, 1), (excel, 2), (parquet, 1)]


@pytest.mark.parametrize(("make", "first"), FILES, ids=[make.__name__ for make, _ in FILES])
def test_every_kind_of_file_gives_the_same_figures(make: Callable[[Path], Path], first: int, tmp_path: Path) -> None:
    path = make(tmp_path)
    figures, problems = key_figures.load(path, path.name)
    assert [(f.metric, f.value, f.line - first) for f in figures] == [
        ("displaced", Interval(28000, 28000), 0),
        ("rainfall", Interval(Fraction(81, 20), Fraction(83, 20)), 1),  # 4.1, good to half of its last digit
        ("aircraft", Interval(12, 12), 2),
    ]
    assert figures[0].aliases == ("uprooted", "homeless")
    assert figures[0].as_of == date(2026, 11, 5)
    assert (figures[2].place, figures[2].population) == ("", "Norwegian")
    (problem,) = problems
    assert problem.where == f"{path.name}:{first + 3}"
    assert problem.message.startswith(
        "column value: a number such as 250000, 250,000 or 4.1 million is wanted; got 'high'"
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("007", "007"),
        (250_000, "250000"),
        (10**29, "1" + "0" * 29),
        (Decimal("250000.50"), "250000.50"),
        (Decimal("1E+6"), "1000000"),
        (4.1, "4.1"),
        (0.1 + 0.2, "0.30000000000000004"),
        (250_000.0, "250000"),
        (1e22, "10000000000000000000000"),
        (1e-7, "0.0000001"),
        (-0.5, "-0.5"),
        (float("nan"), ""),
        (date(2015, 10, 6), "2015-10-06"),
        (datetime(2015, 10, 6), "2015-10-06"),
        (["dead", "died"], "dead|died"),
    ],
)
def test_a_cell_is_converted_exactly(value: object, text: str) -> None:
    assert grids.text(value) == text


@pytest.mark.parametrize(
    "value",
    [
        float("inf"),
        1e300,
        Decimal("NaN"),
        Decimal("1E+999999999"),
        10**4000,
        True,
        b"12",
        {"n": 12},
        datetime(2015, 1, 1, 8),
    ],
)
def test_what_is_no_value_is_reported(value: object, tmp_path: Path) -> None:
    made = grids.grid(("metric", "unit", "value", "source"), [(1, ("killed", "people", value, "UN"))])
    from figures.references.tables import read_grid

    figures, (problem,) = key_figures._rows("t", *read_grid(lambda: made, "t", key_figures.COLUMNS))
    assert figures == ()
    assert problem.where == "t:1"
    assert problem.message.startswith("column value: a number such as")


def test_decimals_of_parquet_keep_their_digits_and_doubles_the_digits_that_were_typed(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.table(
        {
            "metric": ["a", "b", "c"],
            "unit": ["dollar"] * 3,
            "source": ["desk"] * 3,
            "value": pa.array([Decimal("12345678901234567.89"), Decimal("0.10"), None], pa.decimal128(20, 2)),
            "low": pa.array([None, None, 0.1], pa.float64()),
            "high": pa.array([None, None, 1e15 + 0.3], pa.float64()),
        }
    )
    pq.write_table(table, tmp_path / "t.parquet")
    figures, problems = key_figures.load(tmp_path / "t.parquet", "t.parquet")
    assert problems == []
    assert [figure.number for figure in figures] == [Fraction("12345678901234567.89"), Fraction(1, 10), Fraction(1, 10)]
    assert figures[2].value == Interval(
        Fraction(1, 10), Fraction("1000000000000000.2")
    )  # the double that is nearest to .3


@pytest.mark.parametrize(
    ("name", "content", "where", "said"),
    [
        ("t.parquet", b"no parquet", "t.parquet", "a Parquet file is wanted; it could not be read"),
        ("t.xlsx", b"no workbook", "t.xlsx", "an Excel workbook is wanted; it could not be read"),
        ("t.jsonl", b"", "t.jsonl", "a table with a header line is wanted; got none"),
        ("t.jsonl", b"\xff", "t.jsonl:1", "UTF-8 is wanted"),
        ("t.jsonl", b"[1]\n", "t.jsonl:1", "a JSON object is wanted; got another value"),
        (
            "t.jsonl",
            b'{"metric": "a", "metric": "b"}',
            "t.jsonl:1",
            "a JSON object is wanted; it could not be read: a key",
        ),
        ("t.jsonl", b"[" * 100_000, "t.jsonl:1", "a JSON object is wanted; it could not be read"),
        ("t.jsonl", b'{"metric": "a", "unt": "b"}', "t.jsonl:1", "column 'unt' is not known; did you mean unit?"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(name: str, content: bytes, where: str, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    figures, problems = key_figures.load(tmp_path / name, name)
    assert figures == ()
    assert problems[0].where == where
    assert problems[0].message.startswith(said)


def test_a_bad_line_of_json_costs_itself_alone(tmp_path: Path) -> None:
    good = '{"metric": "killed", "unit": "people", "source": "UN", "value": 1.50}'
    (tmp_path / "t.jsonl").write_text(f'{good}\n{{"metric": NaN}}\n\n{good}\n', encoding="utf-8")
    figures, (problem,) = key_figures.load(tmp_path / "t.jsonl", "t.jsonl")
    assert [(figure.line, figure.value) for figure in figures] == [
        (1, Interval(Fraction(299, 200), Fraction(301, 200))),
        (4, Interval(Fraction(299, 200), Fraction(301, 200))),
    ]
    assert (problem.where, "NaN is no number" in problem.message) == ("t.jsonl:2", True)


def sqlite_file(path: Path) -> Path:
    with sqlite3.connect(path / "t.db") as database:
        database.execute(f"CREATE TABLE figures ({', '.join(HEADER)})")
        rows = [tuple(str(cell) if isinstance(cell, date) else cell for cell in row) for row in ROWS]
        database.executemany(f"INSERT INTO figures VALUES ({', '.join('?' * len(HEADER))})", rows)
    database.close()
    return path / "t.db"


def duckdb_file(path: Path) -> Path:
    import duckdb

    with duckdb.connect(str(path / "t.duckdb")) as database:
        types = ["DATE" if name == "as_of" else "VARCHAR" for name in HEADER]
        database.execute(f"CREATE TABLE figures ({', '.join(map(' '.join, zip(HEADER, types, strict=True)))})")
        database.executemany(f"INSERT INTO figures VALUES ({', '.join('?' * len(HEADER))})", ROWS)
    return path / "t.duckdb"


@pytest.mark.parametrize("make", [sqlite_file, duckdb_file])
def test_a_query_gives_the_same_figures(make: Callable[[Path], Path], tmp_path: Path) -> None:
    figures, problems = key_figures.load_query(make(tmp_path), "SELECT * FROM figures;", "t.db")
    assert [(f.metric, f.value, f.line) for f in figures] == [
        ("displaced", Interval(28000, 28000), 1),
        ("rainfall", Interval(Fraction(81, 20), Fraction(83, 20)), 2),
        ("aircraft", Interval(12, 12), 3),
    ]
    assert [problem.where for problem in problems] == ["t.db:4"]


@pytest.mark.parametrize("make", [sqlite_file, duckdb_file])
@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("DELETE FROM figures", "one SELECT without semicolons is wanted"),
        ("SELECT 1; DROP TABLE figures", "one SELECT without semicolons is wanted"),
        ("WITH x AS (DELETE FROM figures RETURNING *) SELECT * FROM x", "the query could not be run"),
        ("SELECT * FROM nothing", "the query could not be run"),
        ("SELECT 1) AS a, (SELECT 2", "column '1' is not known"),
    ],
)
def test_a_query_only_reads(make: Callable[[Path], Path], sql: str, said: str, tmp_path: Path) -> None:
    path = make(tmp_path)
    before = path.read_bytes()
    figures, problems = key_figures.load_query(path, sql, "t")
    assert figures == ()
    assert problems[0].message.startswith(said), problems
    assert path.read_bytes() == before


def test_a_query_to_duckdb_reads_no_other_file(tmp_path: Path) -> None:
    other = csv_file(tmp_path)
    _, (problem,) = key_figures.load_query(duckdb_file(tmp_path), f"SELECT * FROM read_csv('{other}')", "t")
    assert problem.message.startswith("the query could not be run")


@pytest.mark.parametrize(
    ("database", "said"),
    [
        ("mysql://host/name", "got an address of another kind"),
        ("$FIGURES_TEST_UNSET", "the address of the database in FIGURES_TEST_UNSET; it is not set"),
    ],
)
def test_other_databases_are_refused(database: str, said: str) -> None:
    with pytest.raises(grids.GridError, match=r"is wanted|should hold") as caught:
        databases.query(database, "SELECT 1")
    assert str(caught.value).endswith(said)


def test_a_password_is_not_shown() -> None:
    assert databases.shown("postgresql://desk:secret@db.example.org/aid?sslmode=require") == (
        "postgresql://desk@db.example.org/aid"
    )

"""Numbers with a source in Parquet, Excel and databases, as in files of text."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from figures.references import values

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def parquet() -> str:
    import duckdb

    duckdb.execute(
        "COPY (SELECT 'wren' AS model, 0.8123::DOUBLE AS accuracy, 12.48::DECIMAL(9, 2) AS latency_ms, "
        "TRUE AS done, DATE '2026-11-23' AS day, [1, 2.5] AS folds, {'f1': 0.25::DOUBLE} AS scores) TO 'run.parquet'"
    )
    return "run.parquet"


def excel() -> str:
    import openpyxl

    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "runs"
    for row in ([], ["model", "accuracy", "latency_ms", None], ["wren", 0.8123, 12.48, "81 %"]):
        book.active.append(row)
    book.create_sheet("empty")
    book.save("run.xlsx")
    return "run.xlsx"


def sqlite() -> str:
    with closing(sqlite3.connect("run.db")) as made:
        made.execute("CREATE TABLE runs AS SELECT 'wren' AS model, 0.8123 AS accuracy, '12.48 ms' AS latency")
        made.execute("CREATE TABLE empty (a)")
        made.commit()
    return "run.db"


def duckdb_file() -> str:
    import duckdb

    with duckdb.connect("run.duckdb") as made:
        made.execute("CREATE TABLE runs AS SELECT 0.8123 AS accuracy, 12.48::FLOAT AS latency_ms, now() AS at")
    return "run.duckdb"


ACCURACY, LATENCY = Fraction(8123, 10_000), Fraction(312, 25)


@pytest.mark.parametrize(
    ("make", "wanted"),
    [
        (
            parquet,
            [
                (ACCURACY, "", "run.parquet:1: accuracy"),
                (LATENCY, "millisecond", "run.parquet:1: latency_ms"),
                (1, "", "run.parquet:1: folds[0]"),
                (Fraction(5, 2), "", "run.parquet:1: folds[1]"),
                (Fraction(1, 4), "", "run.parquet:1: scores.f1"),
            ],
        ),
        (
            excel,
            [
                (ACCURACY, "", "run.xlsx: runs:3: accuracy"),
                (LATENCY, "millisecond", "run.xlsx: runs:3: latency_ms"),
                (81, "percentage", "run.xlsx: runs:3: 4"),
            ],
        ),
        (sqlite, [(ACCURACY, "", "run.db: runs:1: accuracy"), (LATENCY, "millisecond", "run.db: runs:1: latency")]),
        (
            duckdb_file,
            [
                (ACCURACY, "", "run.duckdb: runs:1: accuracy"),
                (LATENCY, "millisecond", "run.duckdb: runs:1: latency_ms"),
            ],
        ),
    ],
)
def test_places_and_units(make: Callable[[], str], wanted: list[tuple[Fraction | int, str, str]]) -> None:
    name = make()
    found, problems = values.read([name])
    assert problems == []
    assert [(value.value, value.unit, value.place) for value in found] == wanted
    again, problems = values.read(["."])  # of a folder too
    assert problems == []
    assert [(value.value, value.unit) for value in again] == [(value, unit) for value, unit, _ in wanted]


def test_the_command(command: Run) -> None:
    Path("README.md").write_text("The accuracy is 81.2%, and a request takes 12.9 ms.\n", encoding="utf-8")
    ran = command("audit", "README.md", "--data", sqlite(), "--sourced")
    assert ran.status == 1
    assert "12.9 ms is not a rounding of any value in the data; the nearest is 12.48 ms in run.db: runs:1: latency" in (
        ran.out
    )
    assert "81.2% is not" not in ran.out
    assert sorted(path.name for path in Path().iterdir()) == ["README.md", "run.db"]


def test_what_cannot_be_read_is_told_and_the_rest_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("bad.parquet").write_bytes(b"PAR1 nothing")
    Path("bad.xlsx").write_bytes(b"PK nothing")
    Path("bad.db").write_bytes(b"no database at all")
    Path("lines.jsonl").write_text('{"a": 1}\n{"a": \n{"a": 3}\n', encoding="utf-8")
    with closing(sqlite3.connect(sqlite())) as made:
        made.execute("CREATE VIEW broken AS SELECT a FROM nowhere")
        made.commit()
    address = "postgresql://me:secret@127.0.0.1:9/none"
    named = ["bad.parquet", "bad.xlsx", "bad.db", "lines.jsonl", "run.db", address, "https://example.org/x"]
    found, problems = values.read(named)
    assert [value.place for value in found] == [
        "lines.jsonl:1: a",
        "lines.jsonl:3: a",
        "run.db: runs:1: accuracy",
        "run.db: runs:1: latency",
    ]
    assert [problem.where for problem in problems] == [
        "bad.parquet",
        "bad.xlsx",
        "bad.db",
        "lines.jsonl:2",
        "run.db: table broken",
        "postgresql://me@127.0.0.1:9/none",
        "https://example.org/x",
    ]
    assert not any("secret" in problem.message for problem in problems)


def test_a_limit_that_is_met_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect("many.db")) as made:
        made.execute("CREATE TABLE t AS SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2, 'y' UNION ALL SELECT 3, 'z'")
        made.commit()
    monkeypatch.setattr(values, "MAX_CELLS", 4)
    found, (problem,) = values.read(["many.db"])
    assert [value.value for value in found] == [1, 2]
    assert problem.where == "many.db: t"
    assert problem.message.startswith("at most 4 cells are read; the rest is left out")
    monkeypatch.setattr(values, "MAX_VALUES", 1)
    found, problems = values.read(["many.db"])
    assert [value.value for value in found] == [1]
    assert problems[-1].message == "at most 1 numbers are read; the rest is left out"


def test_a_short_double_has_the_digits_that_were_written() -> None:
    import pyarrow
    from pyarrow import parquet as files

    from figures.data import load
    from figures.references import grids

    numbers = [4.1, 0.1, 12.48, 16777216.0, None, 1e-7, -2.5]
    files.write_table(pyarrow.table({"n": pyarrow.array(numbers, pyarrow.float32())}), "short.parquet")
    wanted = [Fraction(str(number)) for number in numbers if number is not None]
    assert [value.value for value in values.read(["short.parquet"])[0]] == wanted
    ((table,), _) = load.load(["short.parquet"])
    assert [value for value in table.columns["n"].values if value is not None] == wanted
    texts = [row[0] for row in grids.parquet(Path("short.parquet")).rows]
    assert [Fraction(text) for text in texts] == wanted

"""A Parquet file that stays on disk gives the same verdicts as one that is held in memory, and is only read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from figures import readers
from figures.claims import read_claims
from figures.data import files, index, large, load, spell, verdict
from figures.data.spell import Spell, Where
from figures.references.databases import quoted

TEXT = (
    "The data covers 40 rows. Total revenue was 8,200. In the North, total units came to 190. "
    "The average revenue in 2020 was 215. The highest revenue was 400. Revenue rose 12% from 2019 to 2020. "
    "North accounts for 50% of the rows. Visits in Berlin were 12. The lowest revenue was 20."
)


@pytest.fixture
def parquet(tmp_path: Path) -> Path:
    pyarrow = pytest.importorskip("pyarrow", reason="writing Parquet is an extra")
    from pyarrow import parquet

    columns = {
        "region": ["North" if n % 2 else "South" for n in range(40)],
        "year": [2019 + n % 3 for n in range(40)],
        "units": [n % 20 for n in range(40)],
        "revenue": [10.0 * (n + 1) for n in range(40)],
        "full_pct": [n / 40 if n else None for n in range(40)],
    }
    parquet.write_table(pyarrow.table(columns), tmp_path / "sales.parquet")
    return tmp_path / "sales.parquet"


def verdicts(path: Path) -> list[tuple[str, str, object]]:
    tables, problems = load.load([path])
    assert problems == []
    document = readers.read("<text>", TEXT.encode(), media_type="text/plain")
    found = verdict.match(document, read_claims(document).claims, index.build(tables))
    return [(document.text[m.span.start : m.span.end], m.verdict, m.derived) for m in found]


def test_the_verdicts_are_the_same(parquet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = verdicts(parquet)
    assert [word for _, word, _ in held].count("unchecked") == 1  # Berlin
    monkeypatch.setattr(files, "MOST_CELLS", 0)
    assert load.load([parquet])[0][0].run is not None
    asked = verdicts(parquet)
    assert [found[:2] for found in asked] == [found[:2] for found in held]
    for (_, _, here), (_, _, there) in zip(asked, held, strict=True):  # DuckDB divides in floats
        assert (here is None) == (there is None)
        assert here is None or float(here) == pytest.approx(float(there))  # type: ignore[arg-type]


def test_the_time_for_all_questions_is_limited(
    parquet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: Callable[..., Any]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(files, "MOST_CELLS", 0)
    monkeypatch.setattr(large, "ASKED_SECONDS", 0)
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    ran = command("audit", "report.txt", "--data", "sales.parquet")
    assert ran.status == 2
    (told,) = [line for line in ran.out.splitlines() if ": in the data: " in line]
    assert told.startswith("sales.parquet: in the data: answers within 0 seconds in all are wanted; got slower ones; ")


@pytest.mark.parametrize("query", [
    lambda folder: f"SELECT * FROM read_csv('{folder / 'other.csv'}')",
    lambda folder: f"COPY (SELECT 1) TO '{folder / 'out.csv'}'",
    lambda folder: "INSTALL httpfs",
    lambda folder: "SET enable_external_access = true",
])  # fmt: skip
def test_its_connection_reaches_no_other_file(
    parquet: Path, monkeypatch: pytest.MonkeyPatch, query: Callable[[Path], str]
) -> None:
    (parquet.parent / "other.csv").write_text("a\n1\n")
    monkeypatch.setattr(files, "MOST_CELLS", 0)
    (table,), _ = load.load([parquet])
    assert table.run is not None
    assert table.run("SELECT count(*) FROM sales") == [(40,)]
    assert table.run(query(parquet.parent)) == []
    (problem,) = large.stopped([table])
    assert problem.where == str(parquet)
    assert sorted(path.name for path in parquet.parent.iterdir()) == ["other.csv", "sales.parquet"]


def test_a_table_of_too_many_columns_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import duckdb

    with duckdb.connect(tmp_path / "wide.duckdb") as made:
        made.execute(f"CREATE TABLE wide AS SELECT {', '.join(f'1 AS c{n}' for n in range(2001))}")
        made.execute("CREATE TABLE narrow AS SELECT 1 AS n")
    for most in (0, 5_000_000):
        monkeypatch.setattr(files, "MOST_CELLS", most)
        ((table,), (problem,)) = load.load([tmp_path / "wide.duckdb"])
        assert table.name == "narrow"
        assert problem.message == "at most 2,000 columns are wanted; got 2,001; leave some out"


@pytest.mark.parametrize("most", [0, 5_000_000])
def test_names_of_any_kind_are_asked_for(most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import duckdb

    monkeypatch.setattr(files, "MOST_CELLS", most)
    names = ["select", "a.b", "a_b", 'a"b', "it's", "%s", "$x", "a;b", "line\nend"]
    schemas = ["main", "odd", 'q"q', "x.y"]  # the file is called "odd" too
    with duckdb.connect(tmp_path / "odd.duckdb") as made:
        for at, schema in enumerate(schemas):
            made.execute(f'CREATE SCHEMA IF NOT EXISTS "odd".{quoted(schema)}')
            for number, name in enumerate(names):
                there = f'"odd".{quoted(schema)}.{quoted(name)}'
                made.execute(f'CREATE TABLE {there} ("group by" INTEGER, "a""b" VARCHAR)')
                made.execute(f"INSERT INTO {there} VALUES ({10 * at + number}, 'it''s')")
    tables, problems = load.load([tmp_path / "odd.duckdb"])
    assert problems == []
    where = (Where('a"b', "=", "it's"),)
    held = [spell.value(Spell("sum", table.name, ("group by",), where), {table.name: table}) for table in tables]
    assert sorted(map(int, held)) == sorted(10 * at + n for at in range(4) for n in range(9))  # type: ignore[arg-type]
    assert large.stopped(tables) == []


def test_a_file_whose_name_is_a_pattern_is_read(parquet: Path) -> None:
    named = parquet.rename(parquet.parent / "a[1]*?'.parquet")
    ((table,), problems) = load.load([named])
    assert (table.count, problems) == (40, [])

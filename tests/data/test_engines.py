"""The SQL of every derivation, run as it is shown in DuckDB, SQLite and PostgreSQL; and tables that are asked there."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Any

import postgres
import pytest

from figures import readers
from figures.claims import read_claims
from figures.data import files, index, large, load, sql, verdict
from figures.data.spell import KINDS, Spell, Table, Where

ROWS = [
    # store, region, year, units, price, returns, opened
    ("Ashford Mill", "North", 2019, 12, 2.5, 1, "2019-03-01"),
    ("Birch Lane", "North", 2020, 34, 4.25, None, "2019-04-01"),
    ("Cedar Row", "South", 2019, 20, 1.0, 4, "2020-01-15"),
    ("Dogwood Park", "South", 2020, 34, None, 3, None),
    ("Elm Court", "West", 2020, 7, 0.5, 0, "2021-12-31"),
]
NAMES = ("store", "region", "year", "units", "price", "returns", "opened")
CREATE = (
    "CREATE TABLE shops (store {text}, region {text}, year {int}, units {int}, price {real}, returns {int}, "
    "opened {date})"
)
BEA = Where("store", "=", "Birch Lane")
NORTH, SOUTH, WEST = (Where("region", "=", name) for name in ("North", "South", "West"))
LATE = Where("year", "=", 2020)
NOWHERE = Where("region", "=", "East")


def two(kind: str, scale: int = 1) -> Spell:
    other = Spell("sum", "shops", ("units",), (SOUTH,))
    return Spell(kind, "shops", ("units",), (NORTH,), other=other, scale=scale)


SPELLS: list[tuple[Spell, Fraction | int | str | None]] = [
    (Spell("cell", "shops", ("units",), (BEA,)), 34),
    (Spell("cell", "shops", ("units", "year"), (BEA,)), 2054),
    (Spell("cell", "shops", ("price",), (BEA,), scale=100), 425),
    (Spell("cell", "shops", ("units",), (LATE,)), None),  # its rows do not agree
    (Spell("cell", "shops", ("price",), (LATE,), scale=100), None),
    (Spell("cell", "shops", ("price",), (Where("opened", "=", "2020-01-15"),)), 1),
    (Spell("count", "shops"), 5),
    (Spell("count", "shops", (), (NORTH, LATE)), 1),
    (Spell("count", "shops", (), (Where("region", "in", ("North", "West")),)), 3),
    (Spell("count", "shops", (), (Where("units", ">=", 20), Where("region", "!=", "North"))), 2),
    (Spell("count", "shops", (), (Where("price", "<", Fraction(5, 2)),)), 2),
    (Spell("count", "shops", (), (Where("returns", "!=", ""), Where("opened", "!=", ""), Where("store", "!=", ""))), 3),
    (Spell("sum", "shops", ("units",)), 107),
    (Spell("sum", "shops", ("units", "returns"), (SOUTH,)), 61),
    (Spell("sum", "shops", ("units",), (NOWHERE,)), None),
    (Spell("mean", "shops", ("price",)), Fraction(33, 16)),
    (Spell("mean", "shops", ("units",), (NORTH,)), 23),
    (Spell("median", "shops", ("units",)), 20),
    (Spell("median", "shops", ("price",)), Fraction(7, 4)),
    (Spell("median", "shops", ("units", "returns")), Fraction(37, 2)),
    (Spell("median", "shops", ("units",), (WEST,)), 7),
    (Spell("median", "shops", ("units",), (NOWHERE,)), None),
    (Spell("min", "shops", ("price",)), Fraction(1, 2)),
    (Spell("max", "shops", ("returns",), (NORTH,)), 1),
    (Spell("share", "shops", (), (NORTH,), (), scale=100), 40),
    (Spell("share", "shops", (), (NORTH, LATE), (LATE,)), Fraction(1, 3)),
    (Spell("share", "shops", (), (NORTH,), (NOWHERE,)), None),
    (two("difference"), -8),
    (two("ratio"), Fraction(23, 27)),
    (two("change", 100), Fraction(-400, 27)),
    (
        Spell("change", "shops", ("units",), (LATE,), other=Spell("sum", "shops", ("returns",), (WEST,)), scale=100),
        None,  # from nothing
    ),
    (
        Spell("difference", "shops", ("units",), (BEA,), other=Spell("cell", "shops", ("units",), (WEST,))),
        27,
    ),
    (
        Spell("ratio", "shops", (), (NORTH,), other=Spell("count", "shops", (), (WEST,))),
        2,
    ),
    (Spell("rank", "shops", ("price",), (BEA,)), 1),
    (Spell("rank", "shops", ("units",), (WEST,), (LATE,)), 3),
    (Spell("argmax", "shops", ("price",), label="store"), "Birch Lane"),
    (Spell("argmax", "shops", ("units",), label="store"), None),  # two have the most
    (Spell("argmax", "shops", ("units",), label="store", place=2), None),  # and nobody is second
    (Spell("argmax", "shops", ("units",), label="store", place=3), "Cedar Row"),
    (Spell("argmin", "shops", ("price",), (Where("region", "!=", "West"),), label="store"), "Cedar Row"),
    (Spell("argmin", "shops", ("returns",), label="store", place=2), "Ashford Mill"),
    (Spell("argmax", "shops", ("units",), label="region", group="sum"), "South"),
    (Spell("argmax", "shops", ("units",), (LATE,), label="region", group="sum"), None),
    (Spell("argmin", "shops", ("units",), label="region", group="mean"), "West"),
    (Spell("argmax", "shops", ("price",), label="region", group="mean", place=2), "South"),
    (Spell("argmin", "shops", (), label="region", group="count"), "West"),
    (Spell("argmax", "shops", (), label="region", group="count"), None),
    (Spell("argmax", "shops", (), (Where("region", "in", ("South", "West")),), label="region", group="count"), "South"),
    (Spell("argmax", "shops", ("units",), label="opened", group="sum", monthly=True), "2019-04"),
    (Spell("argmax", "shops", (), label="opened", group="count", monthly=True), None),
    (Spell("distinct", "shops", ("region",)), 3),
    (Spell("distinct", "shops", ("opened",), (SOUTH,)), 1),
    (Spell("reach", "shops", ("units", "returns"), (Where("store", "=", "Cedar Row"),), least=4), 2),
]

Run = Callable[[str], list[tuple[Any, ...]]]
TEXT = (
    "There are 5 rows in the table. Total units were 109. In the North, total units came to 46. The highest units was "
    "34. The median units was 21. The average units was 21.4. Units in Birch Lane were 33."
)


@contextmanager
def duckdb_file(folder: Path) -> Iterator[tuple[str, Run]]:
    import duckdb

    path = folder / "shops.duckdb"
    with duckdb.connect(str(path)) as made:
        made.execute(CREATE.format(text="VARCHAR", int="INTEGER", real="DOUBLE", date="DATE"))
        made.executemany(f"INSERT INTO shops VALUES ({', '.join('?' * len(NAMES))})", ROWS)

    def run(query: str) -> list[tuple[Any, ...]]:
        with duckdb.connect(str(path), read_only=True) as opened:
            return opened.execute(query).fetchall()

    yield str(path), run


@contextmanager
def sqlite_file(folder: Path) -> Iterator[tuple[str, Run]]:
    path = folder / "shops.db"
    with closing(sqlite3.connect(path)) as made:
        made.execute(CREATE.format(text="TEXT", int="INTEGER", real="REAL", date="TEXT"))
        made.executemany(f"INSERT INTO shops VALUES ({', '.join('?' * len(NAMES))})", ROWS)
        made.commit()
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as opened:
        yield str(path), lambda query: opened.execute(query).fetchall()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    import psycopg

    try:
        running = postgres.server()
        started = running.__enter__()
    except RuntimeError as error:
        if os.environ.get("CI") == "true":
            raise
        print(f"\nNOT TESTED AGAINST POSTGRESQL: {error}", file=sys.__stderr__)
        pytest.skip(f"not tested against PostgreSQL: {error}")
    try:
        with psycopg.connect(started.url, autocommit=True) as made:
            made.execute(CREATE.format(text="text", int="integer", real="double precision", date="date"))
            with made.cursor() as cursor:
                cursor.executemany(f"INSERT INTO shops VALUES ({', '.join(['%s'] * len(NAMES))})", ROWS)
        yield started.url
    finally:
        running.__exit__(None, None, None)


@pytest.fixture(params=["duckdb", "sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Run]]:
    """The address of a database with the table, and what runs a query in it as its user would."""
    if request.param == "duckdb":
        with duckdb_file(tmp_path) as found:
            yield found
    elif request.param == "sqlite":
        with sqlite_file(tmp_path) as found:
            yield found
    else:
        import psycopg

        url = request.getfixturevalue("server")
        with psycopg.connect(url, autocommit=True) as opened:
            yield url, lambda query: opened.execute(query).fetchall()


def held() -> Table:
    return load.from_rows([dict(zip(NAMES, row, strict=True)) for row in ROWS], "shops")


def test_every_kind_of_derivation_is_run() -> None:
    assert {spell.kind for spell, _ in SPELLS} == set(KINDS)


def test_the_statement_of_every_derivation_gives_its_value(engine: tuple[str, Run]) -> None:
    from figures.data.spell import value

    tables = {"shops": held()}
    for spell, wanted in SPELLS:
        assert value(spell, tables) == wanted, spell
        query = sql.statement(spell)
        rows = engine[1](query)
        given = rows[0][0] if len(rows) == 1 else None
        if wanted is None or isinstance(wanted, str):
            assert given == wanted, query
        else:
            assert large.number(given) == pytest.approx(wanted, rel=1e-14), query


def outcomes(source: str) -> tuple[list[tuple[str, str, object]], list[str], bool]:
    tables, problems = load.load([source])
    document = readers.read("<text>", TEXT.encode(), media_type="text/plain")
    found = verdict.match(document, read_claims(document).claims, index.build(tables))
    problems += large.stopped(tables)
    there = all(table.run is not None for table in tables)
    told = [(document.text[m.span.start : m.span.end], m.verdict, m.derived) for m in found]
    return told, [problem.message for problem in problems], there


def test_a_large_table_is_asked_where_it_is(engine: tuple[str, Run], monkeypatch: pytest.MonkeyPatch) -> None:
    inside, problems, there = outcomes(engine[0])
    assert (problems, there) == ([], False)
    assert [word for _, word, _ in inside].count("unchecked") == 0
    monkeypatch.setattr(files, "MOST_CELLS", 34)
    asked, problems, there = outcomes(engine[0])
    assert (problems, there) == ([], True)
    assert asked == inside


def test_nothing_is_left_beside_a_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with duckdb_file(tmp_path) as (one, _), sqlite_file(tmp_path) as (two, _):
        with closing(sqlite3.connect(tmp_path / "ahead.db")) as made:
            made.execute("PRAGMA journal_mode = WAL")
            made.execute("CREATE TABLE t AS SELECT 5 AS a")
            made.commit()
        before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        for most in (files.MOST_CELLS, 0):
            monkeypatch.setattr(files, "MOST_CELLS", most)
            tables, problems = load.load([one, two, tmp_path / "ahead.db"])
            assert (len(tables), problems) == (3, [])
            assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_names_of_every_sort_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables of one name in two places, in a schema, with a dot or a quote; more than are held."""
    import duckdb

    for name in ("a.duckdb", "b.duckdb"):
        with duckdb.connect(str(tmp_path / name)) as made:
            made.execute('CREATE TABLE "my ""odd"".one" AS SELECT 1 AS n; CREATE SCHEMA old; ')
            made.execute(
                "CREATE TABLE old.shops AS SELECT 2 AS n; CREATE VIEW seen AS SELECT n + 1 AS n FROM old.shops"
            )
    with closing(sqlite3.connect(tmp_path / "a.db")) as made:
        made.execute("CREATE VIEW seen AS SELECT 7 AS n")
        made.commit()
    monkeypatch.setattr(files, "MOST_CELLS", 0)
    tables, problems = load.load(sorted(tmp_path.iterdir()))
    assert problems == []
    found = {table.name: table.run(sql.statement(Spell("sum", table.name, ("n",)))) for table in tables if table.run}
    assert found == {
        "seen": [(7,)],
        'my "odd"_one': [(1,)],
        "seen_2": [(3,)],
        "old.shops": [(2,)],
        'my "odd"_one_2': [(1,)],
        "seen_3": [(3,)],
        "old_shops_2": [(2,)],
    }

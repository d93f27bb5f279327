"""What bindings say of tables: read without running anything, and worked out exactly in a database of their own."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import pytest

from figures.binding.expressions import ExpressionError, parse
from figures.binding.tables import Tables

SALES = """\
year,region,unit price,revenue,month
2024,North,1.10,"1,000.10",2024-11
2025,North,2.20,2000.2,2025-01
2025,South West,,3000,2025-02
2025,O'Hara,3,,2025-03
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tables]:
    folder = tmp_path_factory.mktemp("data")
    (folder / "sales.csv").write_text(SALES, encoding="utf-8")
    (folder / "odd.jsonl").write_text('{"n": 0.1, "t": "a"}\n{"n": 0.2, "t": "b"}\n', encoding="utf-8")
    with closing(sqlite3.connect(folder / "shop.db")) as database:
        database.execute("CREATE TABLE visits (day TEXT, n INTEGER)")
        database.executemany("INSERT INTO visits VALUES (?, ?)", [("2025-01-01", 7), ("2025-01-02", None)])
        database.commit()
    opened = Tables([folder])
    assert opened.problems == []
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sum(sales.revenue)", Fraction("6000.3")),
        ("SUM(Sales.Revenue) WHERE Year = 2025", Fraction("5000.2")),
        ("sum(sales.revenue where year = 2025) - sum(sales.revenue where year = 2024)", Fraction("4000.1")),
        ("count(sales)", 4),
        ("count(sales.revenue)", 3),
        ("count(sales) where region = North", 2),
        ("count(sales) where region = 'South West'", 1),
        ("count(sales) where region = 'O''Hara'", 1),
        ("count(sales) where region != North", 2),
        ("count(sales) where region in (North, 'South West')", 3),
        ("count(sales) where year = 2024 or year = 2025 and region = North", 2),
        ("count(sales) where (year = 2024 or year = 2025) and region = North", 2),
        ("count(sales) where month >= 2025-02", 2),
        ("count(sales) where unit_price > 1.1", 2),
        ("count(sales) where unit_price <= 1.10", 1),
        ("count(sales) where revenue < -1", 0),
        ("distinct(sales.year)", 2),
        ("mean(sales.unit_price)", Fraction("2.1")),
        ('median(sales."unit price")', Fraction("2.2")),
        ("median(sales.year)", 2025),
        ("median(sales.revenue) where year = 2025", Fraction("2500.1")),
        ("min(sales.revenue)", Fraction("1000.1")),
        ("max(sales.revenue)", 3000),
        ("value(sales.revenue) where region = North and year = 2024", Fraction("1000.1")),
        ("100 * count(sales where year = 2024) / count(sales)", 25),
        ("(1 + 2) * -count(sales) + 1,000", 988),
        ("sum(odd.n)", Fraction("0.3")),  # the doubles add up to something else
        ("sum(visits.n)", 7),
    ],
)
def test_what_an_expression_comes_to(text: str, value: object, tables: Tables) -> None:
    assert tables.work_out(parse(text)).value == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "one of sum, mean, median, min, max, count, distinct, value, or a number, is wanted; got the end"),
        ("12 + 3", "an aggregate such as sum(table.column) is wanted"),
        ("totl(sales.revenue)", "one of sum, mean"),
        (
            "cout(sales)",
            "one of sum, mean, median, min, max, count, distinct, value, or a number, is wanted; got 'cout'; did",
        ),
        ("sum(sales)", "a column is wanted, as in sum(sales.column); got none"),
        ("sum(sales.revenue", "a closing bracket is wanted; got the end"),
        ("sum(sales.revenue) where", "the name of a column is wanted; got the end"),
        ("sum(sales.revenue) where year", "one of = != < <= > >= or in is wanted behind year; got the end"),
        ("sum(sales.revenue) where region = South West", "the end is wanted; got 'West'; text of several words"),
        ("sum(sales.revenue) where region = 'x' or 1=1", "the name of a column is wanted; got '1'"),
        ("sum(sales.revenue); drop table sales", "names, numbers, texts in quotes and signs are wanted"),
        ("sum(sales.revenue) union select 1", "the end is wanted; got 'union'"),
        ("(" * 50 + "count(sales)" + ")" * 50, "at most 20 brackets inside each other are wanted"),
        ("count(sales) where " + "(" * 50, "at most 20 brackets inside each other are wanted"),
        ("count(sales) + " * 200 + "1", "at most 1,000 characters are wanted"),
        ("sum(sale.revenue)", "'sale' is no table; did you mean sales?"),
        ("sum(sales.revenu)", "'revenu' is no column of sales; did you mean revenue?"),
        ('sum(sales."revenue"" FROM x --")', "a closing bracket is wanted"),
        ("sum(sales.region)", "numbers are wanted in sales.region; 4 of 4 cells are none, such as 'North'"),
        ("sum(sales.revenue) where year = 1990", "rows of sales with a revenue are wanted; none fits the condition"),
        ("value(sales.revenue)", "one value of sales.revenue is wanted; several rows differ; narrow the condition"),
        ("1 / (count(sales) - 4)", "a division by zero cannot be worked out"),
    ],
)
def test_what_cannot_be_worked_out_is_said(text: str, said: str, tables: Tables) -> None:
    with pytest.raises(ExpressionError) as caught:
        tables.work_out(parse(text))
    assert str(caught.value).startswith(said)


def test_values_reach_the_database_as_parameters(tables: Tables) -> None:
    outcome = tables.work_out(parse("count(sales) where region = 'x'' OR 1=1 --' or year = 2,025.5"))
    assert outcome.value == 0
    assert outcome.given == ("x' OR 1=1 --", "2025.5")
    assert "OR 1=1" not in " ".join(outcome.sql)


def test_the_statement_that_is_shown_gives_the_value(tables: Tables) -> None:
    outcome = tables.work_out(parse("mean(sales.revenue) where year = 2025"))
    (row,) = tables._database.execute(outcome.sql[0], list(outcome.given)).fetchall()
    assert (float(row[0]), outcome.value) == (2500.1, Fraction("2500.1"))


def test_the_database_reaches_nothing_else(tables: Tables, tmp_path: Path) -> None:
    import duckdb

    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")
    with pytest.raises(duckdb.Error):
        tables._database.execute(f"SELECT * FROM read_csv('{tmp_path}/secret.csv')")


def test_parquet_is_read_where_it_lies_and_no_other_file_is(tmp_path: Path) -> None:
    import duckdb

    with duckdb.connect() as made:
        made.execute("CREATE TABLE t AS SELECT 0.1::DECIMAL(4, 2) AS n, 'a' AS k UNION ALL SELECT 0.25, 'b'")
        made.execute(f"COPY t TO '{tmp_path}/run [1]*.parquet' (FORMAT parquet)")
        made.execute(f"COPY t TO '{tmp_path}/it''s.parquet' (FORMAT parquet)")
        made.execute(f"COPY t TO '{tmp_path}/other.parquet' (FORMAT parquet)")
    opened = Tables([tmp_path / "run [1]*.parquet", tmp_path / "it's.parquet"])
    assert opened.problems == []
    assert opened.work_out(parse('sum("run [1]*".n)')).value == Fraction("0.35")
    assert opened.work_out(parse('value("run [1]*".n) where k = b')).value == Fraction("0.25")
    assert opened.work_out(parse('max("it\'s".n)')).value == Fraction("0.25")
    with pytest.raises(duckdb.PermissionException):
        opened._database.execute(f"SELECT * FROM read_parquet('{tmp_path}/other.parquet')")
    opened.close()


def test_tables_that_cannot_be_read_are_said_and_the_others_are_there(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("n\n5\n", encoding="utf-8")
    (tmp_path / "b.parquet").write_bytes(b"no")
    (tmp_path / "run [1]*.csv").write_text("n\n6\n", encoding="utf-8")
    (tmp_path / "c.json").write_text(json.dumps([{"n": 1}]), encoding="utf-8")
    opened = Tables([tmp_path, tmp_path / "none.csv", tmp_path / "a.docx", tmp_path / "a.csv"])
    assert sorted(opened.columns) == ["a", "c", "run [1]*"]
    assert [Path(problem.where).name for problem in opened.problems] == ["b.parquet", "none.csv", "a.docx", "a.csv"]
    assert opened.problems[3].message.endswith("there is a table a already; rename one")
    assert opened.work_out(parse('sum("run [1]*".n)')).value == 6
    opened.close()

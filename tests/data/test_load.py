"""Tables are read as they are, and what is wrong with one is said."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import pytest

from figures.data.load import from_rows, load
from figures.data.spell import Table


def one(path: Path, text: str) -> tuple[Table, list[str]]:
    path.write_text(text, encoding="utf-8")
    tables, problems = load([path])
    return tables[0], [problem.message for problem in problems]


def test_numbers_are_exact_and_codes_stay_text(tmp_path: Path) -> None:
    table, problems = one(tmp_path / "a.csv", 'code,price,share,total\n007,2.50,12%,"1,234"\n012,-3,7.5%,$99\n')
    assert table.columns["code"].values == ["007", "012"]
    assert table.columns["price"].values == [Fraction(5, 2), -3]
    assert table.columns["share"].values == [12, Fraction(15, 2)]
    assert table.columns["total"].values == [1234, 99]
    assert [column.kind for column in table.columns.values()] == ["text", "number", "number", "number"]
    assert problems == []


@pytest.mark.parametrize(("name", "text"), [
    ("a.csv", "town,people\nAsh,4\nElm,\n"),
    ("a.tsv", "town\tpeople\nAsh\t4\nElm\t\n"),
    ("semicolons.csv", "town;people\nAsh;4\nElm;NA\n"),
    ("a.json", '[{"town": "Ash", "people": 4}, {"town": "Elm", "people": null}]'),
    ("a.jsonl", '{"town": "Ash", "people": 4}\n\n{"town": "Elm"}\n'),
])  # fmt: skip
def test_formats(tmp_path: Path, name: str, text: str) -> None:
    table, problems = one(tmp_path / name, text)
    assert table.columns["town"].values == ["Ash", "Elm"]
    assert table.columns["people"].values == [4, None]
    assert table.count == 2
    assert problems == []


def test_parquet(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="reading Parquet is an extra")
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"town": ["Ash", "Elm"], "people": [4, None]}), tmp_path / "p.parquet")
    tables, problems = load([tmp_path / "p.parquet"])
    assert problems == []
    assert tables[0].columns["people"].values == [4, None]


def test_a_sqlite_database_is_read_and_not_written(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "CREATE TABLE towns (town TEXT, people INT); INSERT INTO towns VALUES ('Ash', 4), ('Elm', NULL);"
            "CREATE TABLE empty (a INT);"
        )
    before = path.read_bytes()
    tables, problems = load([f"sqlite:///{path}"])
    assert {table.name: table.count for table in tables} == {"towns": 2, "empty": 0}
    assert problems == []
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["x.db"]


@pytest.mark.parametrize(("text", "message"), [
    ("a,b\n" + "1,2\n" * 2, "1 of 2 rows repeat others; each is counted; remove what is double"),
    ("d\n03/04/2024\n05/06/2024\n",
     "dates such as 03/04/2024 may begin with the day or the month; they are not read; write 2015-10-02"),
    ("n\n" + "".join(f"{n}\n" for n in range(10)) + "unknown\n",
     "1 of 11 cells are no numbers, such as 'unknown'; they count as empty; write numbers there"),
    ("n\n1\n2\nred\nblue\n", "2 cells are numbers and 2 are not; all are taken for text; split the column"),
])  # fmt: skip
def test_what_is_wrong_with_a_table_is_said(tmp_path: Path, text: str, message: str) -> None:
    _, problems = one(tmp_path / "a.csv", text)
    assert problems == [message]


def test_dates_with_a_day_beyond_twelve_are_read(tmp_path: Path) -> None:
    table, problems = one(tmp_path / "a.csv", "d\n03/14/2024\n05/06/2024\n")
    assert table.columns["d"].values == ["2024-03-14", "2024-05-06"]
    assert problems == []


@pytest.mark.parametrize(("name", "content", "message"), [
    ("gone.csv", None, "there is no such file"),
    ("gone.db", None, "there is no such file"),
    ("a.docx", b"x", "one of .csv"),
    ("a.csv", b"a\n\xfa\n", "UTF-8 is wanted; got byte 0xfa; save the file as UTF-8"),
    ("empty.csv", b"", "a row of column names is wanted"),
    ("a.json", b"{", "JSON is wanted"),
    ("b.json", b'{"a": 1}', "a list of objects"),
    ("a.db", b"this is no database at all", "file is not a database"),
    ("a.parquet", b"nor Parquet", "a Parquet file is wanted"),
])  # fmt: skip
def test_a_table_that_cannot_be_read_is_a_problem_and_the_others_are_used(
    tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    (tmp_path / "good.csv").write_text("a\n1\n")
    tables, problems = load([tmp_path / name, tmp_path / "good.csv"])
    assert [table.name for table in tables] == ["good"]
    assert len(problems) == 1
    assert message in problems[0].message
    assert problems[0].where.removesuffix(":2").endswith(name)


def test_an_address_of_another_kind_is_refused() -> None:
    tables, problems = load(["https://example.org/a.csv"])
    assert tables == []
    assert "postgresql://host/name is wanted" in problems[0].message


def test_a_server_that_does_not_answer_is_a_problem() -> None:
    tables, problems = load(["postgresql://nobody:secret@127.0.0.1:9/none"])
    assert tables == []
    assert len(problems) == 1
    assert "secret" not in problems[0].message
    assert problems[0].where == "postgresql://nobody@127.0.0.1:9/none"


def test_tables_of_one_name_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    for path in (tmp_path / "a.csv", tmp_path / "old" / "a.csv"):
        path.write_text("n\n1\n")
    assert [t.name for t in load([tmp_path / "a.csv", tmp_path / "old" / "a.csv"])[0]] == ["a", "a_2"]


def test_frames_and_arrow_tables_are_rows() -> None:
    import pandas as pd

    frame = pd.DataFrame({"town": ["Ash", "Elm"], "people": [4.0, float("nan")]})
    assert from_rows(frame).columns["people"].values == [4, None]
    with pytest.raises(TypeError, match="rows are a list of dicts"):
        from_rows({"town": "Ash"})

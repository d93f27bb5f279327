"""Bad input for --data is told in one sentence; the rest is used, nothing is written, and the exit status is 2."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from figures.data import load
from figures.interval import Exact

Run = Callable[..., Any]
GOOD = "region,revenue,orders\nNorth,120500,310\nSouth,98400,275\nWest,143800,402\n"
MARK = ": in the data: "
FOUND = "257 is not what the tables give: 275"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("report.md").write_text("The South took 257 orders.\n", encoding="utf-8")
    Path("good.csv").write_text(GOOD, encoding="utf-8")


def audited(command: Run, name: str) -> list[str]:
    """What is said of the data beside a good table; that table is used, and the folder is as it was."""
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    ran = command("audit", "report.md", "--data", name, "good.csv")
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before
    assert ran.err == ""
    assert FOUND in ran.out
    told = [line.replace(MARK, ": ") for line in ran.out.splitlines() if MARK in line]
    assert ran.status == (2 if told else 0)
    return told


def plain(rows: int = 30) -> str:
    return "a,b\n" + "".join(f"{n},{n * 2}\n" for n in range(rows))


EMPTY = "a row of column names is wanted; the table is empty; name another file"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.csv", "", f"empty.csv: {EMPTY}"),
        ("blank.csv", "\n \n", f"blank.csv: {EMPTY}"),
        ("head.csv", "a,b", "head.csv: rows below the header are wanted; got none; export the table again"),
        (
            "ragged.csv",
            plain() + "7\n",
            "ragged.csv:32: 2 cells are wanted, as in the header; got 1; the row is left out; mend it",
        ),
        (
            "colons.csv",
            "a,b\n1;2\n3;4\n",
            "colons.csv:2: 2 cells are wanted in each row, as in the header; got 1, and another number in "
            "2 of 2 rows; mend the rows, or quote cells that hold a separator",
        ),
        (
            "quote.csv",
            'a,b\n1,"x\n2,y\n3,z\n',
            "quote.csv:2: a row of cells is wanted; it could not be read: unexpected end of data; close the "
            "quote, or double those inside a cell",
        ),
        (
            "nul.csv",
            plain() + "1\0,2\n",
            "nul.csv:32: text is wanted; got a NUL character; save the file as UTF-8",
        ),
        (
            "unmarked.csv",
            plain().encode("utf-16-le"),
            "unmarked.csv:1: text is wanted; got UTF-16 without a mark; save the file as UTF-8",
        ),
        (
            "latin.csv",
            "a,b\n1,caf\u00e9\n".encode("latin-1"),
            "latin.csv:2: UTF-8 is wanted; got byte 0xe9; save the file as UTF-8",
        ),
        (
            "commas.csv",
            "town;price\nAsh;1.234,56\nElm;98.400\n",
            "commas.csv:2: column price: a decimal point is wanted; got '1.234,56'; the numbers of this file "
            "are read with a decimal comma, as 1234.56; write them with a point",
        ),
        (
            "both.csv",
            "town;price\nAsh;1,5\nElm;2.75\n",
            "both.csv:2: column price: numbers of one form are wanted; got '1,5' with a decimal comma, and "
            "'2.75' with a decimal point; those with a comma are not read; write all with a point",
        ),
        (
            "either.csv",
            "town;price\nAsh;1,234\nElm;2,500\n",
            "either.csv:2: column price: a number that can be read in one way is wanted; got '1,234', which may be "
            "1234 or 1.234; it is read as 1234; write it without the comma",
        ),
        (
            "twins.csv",
            "a,A\n1,2\n",
            "twins.csv: column names that differ are wanted; got 'A' again; it is called 'A_2' here; rename "
            "one",
        ),
        (
            "mixed.csv",
            "a\n1\n2\nred\nblue\n",
            "mixed.csv: column a: 2 cells are numbers and 2 are not; all are taken for text; split the column",
        ),
        (
            "dates.csv",
            "d,n\n03/04/2024,1\n05/06/2024,2\n",
            "dates.csv: column d: dates such as 03/04/2024 may begin with the day or the month; they are not "
            "read; write 2015-10-02",
        ),
        (
            "orders.csv",
            "d,n\n13/04/2024,1\n05/16/2024,2\n",
            "orders.csv: column d: dates such as 13/04/2024 are mixed with others, and begin with the day or the "
            "month; they are not read; write 2015-10-02",
        ),
        (
            "points.csv",
            "a;b\n1,5;0.125\n2,25;0.375\n",
            "points.csv:2: column a: numbers of one form are wanted; got '1,5' with a decimal comma, and '0.125' with "
            "a decimal point; those with a comma are not read; write all with a point",
        ),
        (
            "twice.csv",
            plain() + "1,2\n",
            "twice.csv: 1 of 31 rows repeat others; each is counted; remove what is double",
        ),
        (
            "wide.csv",
            ",".join(f"c{n}" for n in range(10_000)) + "\n" + ",".join("1" for n in range(10_000)) + "\n",
            "wide.csv: at most 2,000 columns are wanted; got 10,000; leave some out",
        ),
        (
            "broken.jsonl",
            '{"a": 1}\n{"a": \n{"a": 3}\n',
            "broken.jsonl:2: a JSON object is wanted; it could not be read: Expecting value: line 1 column 7 "
            "(char 6); the line is left out; mend it",
        ),
        (
            "list.jsonl",
            '{"a": 1}\n[1, 2]\n',
            "list.jsonl:2: a JSON object is wanted; got another value; the line is left out; mend it",
        ),
        (
            "nested.json",
            json.dumps([{"a": 1, "at": {"x": 1}}, {"a": 2}]),
            "nested.json: column at: a number or a text is wanted in each cell; got an object or a list; the "
            "column is left out; write its parts as columns of their own",
        ),
        (
            "object.json",
            '{"a": 1}',
            "object.json: a list of objects, one for each row, is wanted; write the table like that",
        ),
        (
            "old.xls",
            b"\xd0\xcf",
            "old.xls: one of .csv, .tsv, .json, .jsonl, .ndjson, .parquet, .xlsx, .db, .sqlite, .sqlite3, "
            ".duckdb is wanted; got '.xls'; convert it",
        ),
        (
            "zip.xlsx",
            b"PK nothing",
            "zip.xlsx: an Excel workbook is wanted; it could not be read: File is not a zip file; save it "
            "again as .xlsx",
        ),
        (
            "notes.txt",
            "12 orders",
            "notes.txt: a table is wanted; got a document, '.txt'; name documents before --data or behind --",
        ),
        (
            "tail.parquet",
            b"PAR1" + bytes(200),
            "tail.parquet: a Parquet file is wanted; it could not be read: No magic bytes found at end of "
            "file 'tail.parquet'; export it again",
        ),
    ],
)  # fmt: skip
def test_what_is_bad_is_told_in_one_sentence(command: Run, name: str, content: str | bytes, told: str) -> None:
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    assert audited(command, name) == [told]


def test_what_is_not_there_or_no_file(command: Run) -> None:
    Path("folder.csv").mkdir()
    os.mkfifo("pipe.csv")
    assert audited(command, "gone.csv") == ["gone.csv: there is no such file; check the name"]
    (told,) = audited(command, "folder.csv")
    assert told.startswith("folder.csv: a folder with tables (.csv, ")
    ran = command("audit", "report.md", "--data", "pipe.csv", "good.csv")
    assert "pipe.csv: in the data: a file is wanted; got something else; name a file in it" in ran.out
    Path("folder.csv/inside.csv").write_text(GOOD, encoding="utf-8")
    Path("folder.csv/deeper.csv").mkdir()
    assert audited(command, "folder.csv") == []


def test_every_format_tells_it(command: Run) -> None:
    arguments = ("audit", "report.md", "--data", "gone.csv", "good.csv", "--format")
    message = "there is no such file; check the name"
    ran = command(*arguments, "json")
    assert ran.status == 2
    told = json.loads(ran.out)
    assert told["problems"] == [{"where": "gone.csv", "message": message}]
    assert (told["summary"]["problems"], told["unreadable"]) == (1, [])
    assert ran.err == f"gone.csv: {message}\n"
    ran = command(*arguments, "html")
    assert ran.status == 2
    assert f'<b>In the data:</b> <span class="mono">gone.csv</span>: {message}' in ran.out
    assert command(*arguments, "text").out.splitlines()[-1].endswith("; 1 problem in the data")


def test_a_file_that_may_not_be_read(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("closed.csv").write_text(GOOD, encoding="utf-8")
    whole = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "closed.csv":
            raise PermissionError(13, "Permission denied", "closed.csv")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    ran = command("audit", "report.md", "--data", "closed.csv", "good.csv")
    assert ran.status == 2
    assert FOUND in ran.out
    wanted = "a table is wanted; it could not be read: Permission denied; check that you may read it"
    assert f"closed.csv: in the data: {wanted}" in ran.out


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marked_encodings_are_read(command: Run, encoding: str) -> None:
    Path("good.csv").unlink()
    Path("marked.csv").write_text("sep=;\n" + GOOD.replace(",", ";"), encoding=encoding)
    ran = command("audit", "report.md", "--data", "marked.csv")
    assert ran.status == 0
    assert FOUND in ran.out


def column(name: str, text: str) -> list[Exact | str | None]:
    Path("t.csv").write_text(text, encoding="utf-8")
    ((table,), _) = load.load(["t.csv"])
    return list(table.columns[name].values)


def test_numbers_with_a_decimal_comma() -> None:
    found = column("price", "code;price\nA.1;1.234,5\nA.2;98.400\nA.3;-0,25\nA.4;3 €\nA.5;\n")
    assert [None if n is None else float(n) for n in found] == [1234.5, 98400, -0.25, 3, None]
    assert column("code", "code;price\n1.234 m;1,5\nA,2;2,5\n") == ["1.234 m", "A,2"]
    assert column("price", 'a,price\n1,"1,234"\n2,"12,345"\n') == [1234, 12345]  # no decimal comma at all


def test_commas_in_texts_are_no_decimal_commas() -> None:
    Path("t.csv").write_text('town,rooms,price\nAsh,"1,5 and 7",2.75\nElm,"3,4",1.25\n', encoding="utf-8")
    ((table,), problems) = load.load(["t.csv"])
    assert problems == []
    assert table.columns["rooms"].values == ["1,5 and 7", "3,4"]


@pytest.mark.parametrize("text", ["v2.1", "Smith, no.5"])
def test_a_point_in_a_text_is_no_decimal_point(text: str) -> None:
    assert column("price", f"name;price\n{text};1,5\nElm;2,25\n") == [Fraction(3, 2), Fraction(9, 4)]


def test_the_separator_is_told_outside_of_quotes() -> None:
    assert column("a, b, c", '"a, b, c";"d, e\nf"\n1;2\n3;4\n') == [1, 3]
    assert column("a", ";a\nx;1\ny;2\n") == [1, 2]


def test_rows_of_nothing_but_separators_are_no_rows() -> None:
    Path("t.csv").write_text(",,\nshop,orders,\nAsh,3,\nElm,4,\n,,\n,,\n", encoding="utf-8")
    ((table,), problems) = load.load(["t.csv"])
    assert (table.count, problems) == (2, [])
    assert table.columns["orders"].values == [3, 4]


def test_rows_with_another_number_repeat_nothing() -> None:
    Path("t.json").write_text(json.dumps([{"n": -1}, {"n": -2}, {"n": -2}]), encoding="utf-8")
    (_, (problem,)) = load.load(["t.json"])
    assert problem.message.startswith("1 of 3 rows repeat others")


def test_a_long_cell_makes_no_long_message() -> None:
    Path("t.csv").write_text("n\n" + "".join(f"{n}\n" for n in range(20)) + "x" * 9000 + "\n", encoding="utf-8")
    (_, (problem,)) = load.load(["t.csv"])
    assert problem.message.startswith("1 of 21 cells are no numbers, such as 'xxx")
    assert len(problem.message) < 200


def test_files_without_rows_are_left_out(command: Run) -> None:
    import duckdb

    workbook("head.xlsx", {"stores": [["region", "orders"]]})
    duckdb.execute("COPY (SELECT 1 AS n WHERE false) TO 'head.parquet'")
    wanted = "rows below the header are wanted; got none; export the table again"
    assert audited(command, "head.xlsx") == [f"head.xlsx: sheet stores: {wanted}"]
    assert audited(command, "head.parquet") == [f"head.parquet: {wanted}"]
    Path("head.csv").write_text("a,b\n", encoding="utf-8")
    assert load.load(["head.csv"])[0] == []


def test_a_database_without_tables_is_told(command: Run) -> None:
    sqlite3.connect("bare.db").execute("PRAGMA user_version = 1").connection.close()
    assert audited(command, "bare.db") == [
        "bare.db: tables that may be read are wanted; got none; check the database and who may read it"
    ]


def test_what_is_left_out_is_not_counted() -> None:
    Path("t.jsonl").write_text('{"n": 1}\nnonsense\n' * 5, encoding="utf-8")
    ((table,), problems) = load.load(["t.jsonl"])
    assert table.columns["n"].values == [1] * 5
    assert [problem.where for problem in problems] == ["t.jsonl:2", "t.jsonl:4", "t.jsonl:6", "t.jsonl", "t.jsonl"]
    assert problems[3].message == "2 more lines like these are left out; mend them"


def test_a_number_of_endless_digits_fills_no_memory() -> None:
    Path("t.json").write_text('[{"n": 1e999999999, "m": 2.50}]', encoding="utf-8")
    ((table,), _) = load.load(["t.json"])
    assert table.columns["n"].values == ["1e999999999"]


def workbook(name: str, sheets: dict[str, list[list[object]]]) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(name)


def test_every_sheet_of_a_workbook_is_a_table(command: Run) -> None:
    workbook(
        "book.xlsx",
        {
            "stores": [["region", "orders"], ["North", 310], ["South", 275]],
            "staff": [[], ["office", "people"], ["York", 17]],
            "empty": [],
        },
    )
    Path("report.md").write_text("The South took 257 orders, and York has 18 people.\n", encoding="utf-8")
    ran = command("audit", "report.md", "--data", "book.xlsx")
    assert ran.status == 0
    assert "257 is not what the tables give: 275, orders of book_stores where region = South (book.xlsx)" in ran.out
    assert "18 is not what the tables give: 17, people of book_staff where office = York (book.xlsx)" in ran.out


def test_a_workbook_of_one_sheet_is_called_like_its_file() -> None:
    workbook("sales.2024.xlsx", {"Sheet1": [["region", "share"], ["North", 0.1], ["South", 4.25]]})
    ((table,), problems) = load.load(["sales.2024.xlsx"])
    assert (table.name, problems) == ("sales_2024", [])
    assert [float(n) for n in table.columns["share"].values] == [0.1, 4.25]  # type: ignore[arg-type]


def test_what_is_wrong_in_a_workbook(command: Run) -> None:
    workbook("book.xlsx", {"stores": [["region", "orders"], ["North", "=1+1"], ["South", 275, 3], ["West", 4]]})
    assert audited(command, "book.xlsx") == [
        "book.xlsx: sheet stores: row 3: 2 cells are wanted, as in the header; got more; the row is left "
        "out; name its columns",
        "book.xlsx: sheet stores: the values of formulas are wanted; got formulas that were never worked "
        "out; their cells count as empty; open the workbook in a spreadsheet and save it",
    ]


def test_a_truncated_parquet_file_and_a_damaged_database(command: Run) -> None:
    import duckdb

    duckdb.execute("COPY (SELECT n, 2 * n AS m FROM range(10000) AS r(n)) TO 'cut.parquet'")
    Path("cut.parquet").write_bytes(Path("cut.parquet").read_bytes()[:5000])
    (told,) = audited(command, "cut.parquet")
    assert told == (
        "cut.parquet: a Parquet file is wanted; it could not be read: No magic bytes found at end of file "
        "'cut.parquet'; export it again"
    )
    with closing(sqlite3.connect("cut.db")) as made:
        made.execute("CREATE TABLE t AS WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x LIMIT 9999) "
                     "SELECT n FROM x")  # fmt: skip
        made.commit()
    Path("cut.db").write_bytes(Path("cut.db").read_bytes()[:20_000])
    (told,) = audited(command, "cut.db")
    assert told.startswith("cut.db: ")
    assert "database disk image is malformed" in told


def test_one_broken_table_of_a_database_leaves_the_others(command: Run) -> None:
    Path("good.csv").unlink()
    with closing(sqlite3.connect("shop.db")) as made:
        made.execute("CREATE TABLE sales AS SELECT 'North' AS region, 310 AS orders UNION ALL SELECT 'South', 275")
        made.execute("CREATE VIEW broken AS SELECT orders FROM old_sales")
        made.commit()
    ran = command("audit", "report.md", "--data", "shop.db")
    assert ran.status == 2
    assert FOUND in ran.out
    assert (
        "shop.db: table broken: in the data: the query could not be run: no such table: main.old_sales; "
        "the table is left out" in ran.out
    )

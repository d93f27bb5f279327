"""--data takes every name behind it, and what is a document among them is never taken for data in silence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sales.csv").write_text("region,orders\nNorth,310\nSouth,275\n", encoding="utf-8")
    Path("staff.csv").write_text("office,people\nLeeds,41\nYork,17\n", encoding="utf-8")
    Path("report.md").write_text("The South took 257 orders, and York has 18 people.\n", encoding="utf-8")
    Path("drafts").mkdir()


SALES, STAFF = "257 is not what the tables give: 275", "18 is not what the tables give: 17"


@pytest.mark.parametrize(
    "arguments",
    [
        "report.md --data sales.csv staff.csv",
        "report.md --data sales.csv --data staff.csv",
        "report.md --data=sales.csv --data=staff.csv",
        "report.md --verbose --data sales.csv staff.csv --format text",
        "--data sales.csv staff.csv -- report.md",
        "--data sales.csv staff.csv --verbose report.md",
        "--data sales.csv staff.csv report.md",
        "--data sales.csv report.md --data staff.csv",
    ],
)
def test_several_names_behind_one_option(command: Run, arguments: str) -> None:
    ran = command("audit", *arguments.split())
    assert ran.status == 0, ran.err
    assert SALES in ran.out
    assert STAFF in ran.out
    assert "1 document, " in ran.out


@pytest.mark.parametrize("arguments", ["--data sales.csv report.md", "--data=sales.csv report.md"])
def test_one_name_and_a_document_behind_it(command: Run, arguments: str) -> None:
    ran = command("audit", *arguments.split())
    assert ran.status == 0
    assert SALES in ran.out
    assert STAFF not in ran.out


def test_standard_input_is_a_document(command: Run) -> None:
    ran = command("audit", "--data", "sales.csv", "-", stdin=b"The South took 257 orders.")
    assert ran.status == 0
    assert SALES in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            "--data sales.csv drafts",
            "a document is wanted; got none, as --data takes every name behind it (sales.csv, drafts); name it before "
            "--data or behind --, as in: figures audit --data sales.csv -- drafts",
        ),
        ("--data report.md", "got none, as --data takes every name behind it (report.md); name it before --data"),
        ("report.md --data", "--data wants files, folders or addresses behind it; got none"),
        ("report.md --data --verbose", "--data wants files, folders or addresses behind it; got --verbose"),
        ("--data sales.csv notes.txt --sourced", "as --data takes every name behind it (sales.csv, notes.txt)"),
    ],
)
def test_what_leaves_no_document_is_told(command: Run, arguments: str, said: str) -> None:
    ran = command("audit", *arguments.split())
    assert ran.status == 2
    assert ran.out == ""
    assert said in ran.err


def test_an_empty_name_is_told(command: Run) -> None:
    ran = command("audit", "report.md", "--data", "")
    assert ran.status == 2
    assert "one of them is empty; name files, folders, or addresses of databases" in ran.err


def test_a_password_is_not_shown(command: Run) -> None:
    assert "secret" not in command("audit", "--data", "postgres://me:secret@127.0.0.1:9/x", "drafts").err


def test_a_document_among_the_data_is_no_document_where_others_are_named(command: Run) -> None:
    Path("other.md").write_text("The North took 1 order.\n", encoding="utf-8")
    ran = command("audit", "report.md", "--data", "sales.csv", "other.md")
    assert ran.status == 2
    assert "other.md: " in ran.out
    assert "1 document, " in ran.out
    assert SALES in ran.out


@pytest.mark.parametrize(
    "arguments", ["report.md:1 --data sales.csv staff.csv", "--data sales.csv staff.csv report.md:1"]
)
def test_a_line_is_explained_with_several_tables(command: Run, arguments: str) -> None:
    ran = command("explain", *arguments.split())
    assert ran.status == 0, ran.err
    assert "orders of sales where region = South" in ran.out
    assert "people of staff where office = York" in ran.out


def test_a_rule_is_no_data(command: Run) -> None:
    ran = command("explain", "--data", "sales.csv", "core/share")
    assert ran.status == 2
    assert "figures explain --data sales.csv -- core/share" in ran.err


@pytest.mark.parametrize("asked", ["--help", "-h"])
def test_help_is_given_behind_data_too(command: Run, asked: str) -> None:
    ran = command("audit", "--data", "sales.csv", asked)
    assert ran.status == 0
    assert ran.out.startswith("Usage: figures audit [OPTIONS] PATHS...")


@pytest.mark.parametrize("option", ["--verbose", "--sourced"])
def test_a_name_that_no_file_can_have_is_told(command: Run, option: str) -> None:
    Path("bound.md").write_text("It has 41 <!-- figures: sum(staff.people) --> people.\n", encoding="utf-8")
    ran = command("audit", "report.md", "bound.md", option, "--data", "y" * 300 + ".csv", "sales.csv")
    assert ran.status == 2
    assert ran.err == ""
    assert "in the data: a file or a folder is wanted; it could not be read: File name too long; check" in ran.out


@pytest.mark.parametrize("option", ["--verbose", "--sourced"])
def test_files_that_programs_hide_in_a_folder_are_no_data(command: Run, option: str) -> None:
    Path("data").mkdir()
    Path("data/sales.csv").write_text("region,orders\nNorth,310\nSouth,275\n", encoding="utf-8")
    for name in ("._sales.csv", "~$sales.xlsx"):
        Path("data", name).write_bytes(b"\0\1\xff")
    Path("report.md").write_text("The South took 275 <!-- figures: max(sales.orders) --> orders.\n", encoding="utf-8")
    ran = command("audit", "report.md", option, "--data", "data")
    assert "sales.xlsx" not in ran.out + ran.err
    assert "._sales" not in ran.out + ran.err
    assert "in the data" not in ran.out

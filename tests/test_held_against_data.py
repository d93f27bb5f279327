"""Texts held against data from Python: the same as on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

import figures

BOUND = "In 2025 we sold %s <!-- figures: sum(sales.units) where year = 2025 --> lamps."


@pytest.fixture(autouse=True)
def sales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("data").mkdir()
    Path("data/sales.csv").write_text("year,units\n2024,9000\n2025,15630\n", encoding="utf-8")


def verdicts(report: figures.Report, rule: str) -> list[str]:
    assert report.problems == ()
    return [result.verdict for result in report.results if result.rule == rule]


@pytest.mark.parametrize("data", ["data", "data/sales.csv", Path("data")])
def test_a_bound_number_is_held_against_a_table(data: str | Path) -> None:
    for number, verdict in (("15,630", "consistent"), ("14,312", "inconsistent")):
        report = figures.audit(BOUND % number, data=[data], media_type="text/markdown")
        assert verdicts(report, "bound/number") == [verdict]
        assert verdicts(report, "data/value") == []
        assert report.unchecked == ()


def test_every_number_needs_a_source_where_that_is_asked_for() -> None:
    report = figures.audit("We sold 15,630 lamps, and 12 chairs.", data=["data"], sourced=True)
    assert verdicts(report, "sourced/number") == ["consistent", "unchecked"]
    assert [finding.severity for finding in report.findings] == ["error"]


def test_without_data_there_is_nothing_to_look_in() -> None:
    with pytest.raises(ValueError, match="sourced needs data"):
        figures.audit("We sold 12 lamps.", sourced=True)
    (problem,) = figures.audit(BOUND % "12", media_type="text/markdown").problems
    assert problem.where == "<text>:1:20"
    assert problem.message == "'sales' is no table; name its file with --data"


def test_data_that_is_not_there_is_a_problem() -> None:
    report = figures.audit("We sold 12 lamps.", data=["nothing.csv"])
    assert [problem.where for problem in report.problems] == ["nothing.csv"]


def test_a_number_is_bound_to_a_sheet() -> None:
    import openpyxl

    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["year", "units"], [2024, 9000], [2025, 15630]):
        book.active.append(row)
    book.save("sales.xlsx")
    report = figures.audit(BOUND % "15,630", data=["sales.xlsx"], media_type="text/markdown")
    assert verdicts(report, "bound/number") == ["consistent"]


def test_a_table_that_is_too_large_to_be_bound_to_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3
    from contextlib import closing

    from figures.data import files

    with closing(sqlite3.connect("sales.db")) as made:
        made.execute("CREATE TABLE sales AS SELECT 2025 AS year, 15630 AS units UNION ALL SELECT 2024, 9000")
        made.commit()
    monkeypatch.setattr(files, "MOST_CELLS", 3)
    report = figures.audit(BOUND % "15,630", data=["sales.db"], media_type="text/markdown")
    problem = report.problems[-1]
    assert problem.where == "sales.db: table sales"
    assert problem.message == (
        "at most 3 cells are wanted here; got more; export what is needed to Parquet; the table is left out"
    )

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

"""``figures audit --data``."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from figures.cli import cli
from figures.data import load, sql

REPORT = """# First quarter

The North had revenue of $120,500 on 310 orders. The South took 257 orders. Total revenue was $362,700.
"""
TABLE = "region,revenue,orders\nNorth,120500,310\nSouth,98400,275\nWest,143800,402\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    (tmp_path / "sales.csv").write_text(TABLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["audit", *arguments], standalone_mode=False)
    assert done.exception is None, done.exception
    return done.return_value, done.output


def test_a_number_that_differs_warns_and_fails_no_build(folder: Path) -> None:
    status, printed = run("report.md", "--data", "sales.csv")
    assert status == 0
    assert "warning data/value 257 is not what the tables give: 275, orders of sales where region = South" in printed
    assert printed.count("warning") == 2  # the finding, and the count at the end
    assert run("report.md", "--data", "sales.csv", "--fail-on", "warning")[0] == 1


def test_every_query_gives_the_number_that_is_claimed(folder: Path) -> None:
    _, printed = run("report.md", "--data", "sales.csv", "--format", "json")
    (document,) = json.loads(printed[printed.index("{") :])["documents"]
    results = [result for result in document["findings"] + document["other_results"] if result["rule"] == "data/value"]
    assert len(results) == 4
    tables, _ = load.load(["sales.csv"])
    with sql.connect(tables) as connection:
        for result in results:
            (given,) = connection.execute(result["derivation"]["formula"]).fetchone()
            assert given == float(result["derivation"]["expected"]["lo"])


def test_a_missing_table_is_told_and_the_rest_goes_on(folder: Path) -> None:
    status, printed = run("report.md", "--data", "gone.csv", "--data", "sales.csv")
    assert status == 2
    assert re.search(r"gone\.csv\b.*there is no such file", printed)
    assert "257 is not what the tables give" in printed


def test_nothing_is_written(folder: Path) -> None:
    run("report.md", "--data", "sales.csv")
    assert sorted(path.name for path in folder.iterdir()) == ["report.md", "sales.csv"]
    assert (folder / "sales.csv").read_text() == TABLE

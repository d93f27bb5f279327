"""Sourcing: every number of a text is a rounding of a value in the data, or the nearest value is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

import figures
from figures import sourcing
from figures.references import values

RESULTS = {
    "model": "wren-2",
    "version": "3.11",
    "accuracy": 0.8123,
    "latency_ms": [12.48, 39.6],
    "train": {"elapsed": 812.4, "memory": 3412345678, "loss_pct": 41.23},
    "rows": 1234567,
    "hits": 1203.4,
    "cost": "$4.49",
    "ratio": 2.5,
}


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = Path("results")
    folder.mkdir()
    (folder / "run.json").write_text(json.dumps(RESULTS), encoding="utf-8")
    return folder


def held(text: str, folder: Path) -> list[tuple[str, str]]:
    found, problems = values.read([folder])
    assert problems == []
    report = sourcing.check(figures.audit(text), sourcing.index(found))
    return [(r.verdict, r.message) for r in report.results if r.rule == "sourced/number"]


@pytest.mark.parametrize(
    "text",
    [
        "The accuracy is 81.2%.",
        "The accuracy is 0.81.",
        "The accuracy is about 80 percent.",
        "A request takes 12.5 ms.",
        "A request takes 0.0125 seconds.",
        "Training took 812 seconds.",
        "Training took 13.5 minutes.",  # 812.4 s, and the key says that it is a time
        "It needs 3.4 GB of memory.",
        "The loss is 41 percent.",
        "There are 1.2 million rows.",
        "There are more than a million rows.",
        "There are 1,234,567 rows.",
        "There were 1,200 hits.",  # to the nearest hundred
        "It costs $4.49.",
        "It is 2.5 times faster.",
    ],
)
def test_a_rounding_of_a_value_is_sourced(text: str, results: Path) -> None:
    assert [verdict for verdict, _ in held(text, results)] == ["consistent"]


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("The accuracy is 81.3%.", "81.23% (0.8123 in results/run.json: accuracy)"),
        ("The accuracy is 0.82.", "0.8123 in results/run.json: accuracy"),
        ("A request takes 12.6 ms.", "12.48 in results/run.json: latency_ms[0]"),
        ("Training took 813 seconds.", "812.4 seconds (812.4 in results/run.json: train.elapsed)"),
        ("There are 1.3 million rows.", "1234567 in results/run.json: rows"),
        ("There are more than 1.3 million rows.", "1234567 in results/run.json: rows"),
        ("There are nearly 1.2 million rows.", "1234567 in results/run.json: rows"),
    ],
)
def test_a_number_that_is_no_rounding_names_the_nearest_value(text: str, nearest: str, results: Path) -> None:
    ((verdict, message),) = held(text, results)
    assert verdict == "unchecked"
    assert f"is not a rounding of any value in the data; the nearest is {nearest}" in message


def test_what_is_no_quantity_needs_no_source(results: Path) -> None:
    assert held("Released in 2019 as version 3.11, on page 7, see https://example.org/12.", results) == []


def test_places_in_files_of_every_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text('name,time_ms,share\nx,"1,250",81 %\ny,,high\n', encoding="utf-8")
    Path("b.jsonl").write_text('{"f1": 0.5}\n\n{"f1": [1, {"macro": 0.25}], "ok": true}\n', encoding="utf-8")
    Path("c.log").write_text(
        "2026-11-22 12:33:01,123 step 7 loss=0.41 took 12.5ms v1.2.3 run-17 10.0.0.1 id a3f9\n", encoding="utf-8"
    )
    found, problems = values.read(["a.csv", "b.jsonl", "c.log"])
    assert problems == []
    assert [(v.value, v.unit, v.place) for v in found] == [
        (1250, "millisecond", "a.csv:2: time_ms"),
        (81, "percentage", "a.csv:2: share"),
        (Fraction(1, 2), "", "b.jsonl:1: f1"),
        (1, "", "b.jsonl:3: f1[0]"),
        (Fraction(1, 4), "", "b.jsonl:3: f1[1].macro"),
        (7, "", "c.log:1"),
        (Fraction(41, 100), "", "c.log:1"),
        (Fraction(25, 2), "millisecond", "c.log:1"),
    ]


def test_what_cannot_be_read_is_said_and_the_rest_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("data").mkdir()
    Path("data/bad.json").write_text("{", encoding="utf-8")
    Path("data/deep.json").write_text("[" * 100_000, encoding="utf-8")
    Path("data/good.csv").write_text("n\n5\n", encoding="utf-8")
    Path("data/huge.json").write_text('{"n": 1e999999999, "m": NaN}', encoding="utf-8")
    Path("secret.csv").write_text("n\n99\n", encoding="utf-8")
    Path("data/link.csv").symlink_to(Path("secret.csv").resolve())
    Path("empty").mkdir()
    found, problems = values.read(["data", "empty", "nothing.csv", "good.docx"])
    assert [(value.value, value.place) for value in found] == [(5, "data/good.csv:2: n")]
    assert [problem.where for problem in problems] == [
        "data/bad.json",
        "data/deep.json",
        "empty",
        "nothing.csv",
        "good.docx",
    ]


def test_the_command(results: Path, command: Callable[..., object]) -> None:
    readme = Path("README.md")
    readme.write_text("# Wren\n\nThe accuracy is 81.2%, the ratio 2.6.\n", encoding="utf-8")
    done = command("audit", readme, "--data", results, "--sourced")
    assert done.status == 1  # type: ignore[attr-defined]
    out = done.out  # type: ignore[attr-defined]
    assert (
        "README.md:3:34 error sourced/number 2.6 is not a rounding of any value in the data; the nearest is 2.5" in out
    )
    assert "81.2% is not" not in out
    readme.write_text("# Wren\n\nThe accuracy is 81.2%, the ratio 2.5.\n", encoding="utf-8")
    assert command("audit", readme, "--data", results, "--sourced").status == 0  # type: ignore[attr-defined]
    assert command("audit", readme, "--data", "none.json", "--sourced").status == 2  # type: ignore[attr-defined]
    assert command("audit", readme, "--sourced").status == 2  # type: ignore[attr-defined]


def test_a_document_is_no_source_of_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("note.txt").write_text("The ratio is 2.6.\n", encoding="utf-8")
    Path("run.json").write_text('{"ratio": 2.5}', encoding="utf-8")
    found, _ = values.read(["."], leave=[Path("note.txt")])
    assert [value.place for value in found] == ["run.json: ratio"]

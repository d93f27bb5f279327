"""The benchmarks: predictions in the agreed shape, a table from any folder with a scorer, the same texts every time."""

from __future__ import annotations

import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from bench import data_speed, extraction, peers, speed, tables, texts
from bench.__main__ import main
from figures.document import Block, Document, Span
from figures.extractors import EXTRACTORS
from figures.quantity import Claim, Phrase, Quantity

SCORER = '''
def score(gold, predictions):
    """Counts values that are right, in order."""
    found = {row["id"]: row["pred"] for row in predictions}
    right = sum(
        g["value"] == p["value"] for row in gold for g, p in zip(row["gold"], found[row["id"]], strict=False)
    )
    n, m = sum(len(row["gold"]) for row in gold), sum(map(len, found.values()))
    return {"gold": n, "pred": m, "value": (right / m if m else 0, right / n, 2 * right / (n + m))}
'''


def claim(**fields: object) -> Claim:
    plain = {"span": Span(0, 5), "text": "about", "number": Span(0, 5), "value": 5}
    parts = {name: fields.pop(name) for name in ("counted", "subject", "whole", "predicate") if name in fields}
    return Claim(quantity=Quantity(**{**plain, **fields}), sentence=Span(0, 9), **parts)  # type: ignore[arg-type]


def phrase(text: str) -> Phrase:
    return Phrase(text, Span(0, len(text)), text.split()[-1])


def test_a_claim_becomes_a_prediction() -> None:
    made = extraction.prediction(
        claim(value=Fraction(9, 2), unit="percentage", kind="percentage", bound="~", direction="up", role="by",
              subject=phrase("core inflation"), predicate=phrase("rose"))
    )  # fmt: skip
    assert made == {
        "value": 4.5, "unit": "percentage", "bound": "~", "direction": "up", "concept": ["core inflation"],
        "start": 0, "end": 5, "kind": "percentage",
    }  # fmt: skip


@pytest.mark.parametrize(("fields", "expected"), [
    ({"counted": phrase("military aircraft")}, {"unit": "military aircraft", "kind": "count", "value": 5}),
    ({"kind": "ordinal"}, {"unit": "ordinal", "kind": "ordinal"}),
    ({"kind": "multiple"}, {"unit": "count", "kind": "count"}),
    ({"kind": "measure", "unit": "metre", "high": 8}, {"unit": "metre", "kind": "dimension", "value": [5, 8]}),
    ({"kind": "number"}, {"unit": None, "direction": None}),
    ({"value": Fraction(10**400 + 1, 3)}, {"value": 10**400 // 3}),
])  # fmt: skip
def test_the_shape_of_predictions(fields: dict[str, object], expected: dict[str, object]) -> None:
    made = extraction.prediction(claim(**fields))
    assert {name: made[name] for name in expected} == expected
    json.dumps(made)


def gold(folder: Path) -> Path:
    rows = [
        {"id": "a", "text": "The bridge is 120 metres long.", "gold": [{"value": 120}]},
        {"id": "b", "text": "Nothing is counted here.", "gold": []},
    ]
    (folder / "score.py").write_text(SCORER, encoding="utf-8")
    path = folder / "sample.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_table_is_made_of_any_folder_with_a_scorer(tmp_path: Path) -> None:
    gold(tmp_path)
    lines = list(extraction.table(tmp_path, ["figures", "quantulum3"]))
    assert lines[2:] == [
        "| sample | 2 / 1 | figures | 100.0 | - | - | - | - | - |",
        "| sample | 2 / 1 | quantulum3 | 100.0 | - | - | - | - | - |",
    ]


def test_predictions_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["predict", "extraction", str(gold(tmp_path))]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == ["a", "b"]
    [found] = rows[0]["pred"]
    assert (found["value"], found["unit"], found["bound"], found["kind"]) == (120, "metre", "=", "dimension")
    assert "120 metres" in "The bridge is 120 metres long."[found["start"] : found["end"]]
    assert rows[1]["pred"] == []


def test_a_folder_without_a_scorer_is_said_to_be_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extraction", str(tmp_path), "--no-peers"]) == 2
    assert "score.py" in capsys.readouterr().err


def test_a_text_that_breaks_an_extractor_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(text: str) -> list[dict[str, object]]:
        raise RuntimeError("too long")

    monkeypatch.setattr(peers, "make", lambda name: broken)
    assert extraction.predict([{"id": "x", "text": "5"}]) == [{"id": "x", "pred": []}]
    assert "x: figures failed: RuntimeError: too long" in capsys.readouterr().err


def test_an_unknown_extractor_is_an_error_that_lists_the_known() -> None:
    with pytest.raises(LookupError, match="figures, quantulum3, recognizers-text; got 'duckling'"):
        peers.make("duckling")


def test_quantulum3_stands_behind_the_same_door() -> None:
    text = "The bridge is 120 metres long. It cost $4.5 million."
    document = Document("<text>", text, "text/plain", (Block("paragraph", Span(0, len(text)), text, ((0, 0),)),))
    claims = EXTRACTORS["quantulum3"](document).claims
    assert [(c.quantity.value, c.quantity.unit, c.quantity.kind) for c in claims] == [
        (120, "metre", "measure"),
        (4_500_000, "dollar", "currency"),
    ]
    for found in claims:
        assert text[found.quantity.span.start : found.quantity.span.end] == found.quantity.text
    assert text[claims[1].sentence.start : claims[1].sentence.end] == "It cost $4.5 million."


def test_the_result_of_quantulum3_does_not_hang_on_the_hash_seed() -> None:
    code = (
        "from bench import peers; extract = peers.make('quantulum3');"
        "print(extract('It rose 5 km per hour, from 3 x 4 m to 20 kg m and $6/kg.'))"
    )
    results = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent.parent)},
            capture_output=True, check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(results) == 1


def test_the_texts_are_the_same_every_time_and_full_of_numbers() -> None:
    text = texts.news(20_000)
    assert text == texts.news(20_000)
    assert 20_000 <= len(text) < 21_000
    assert sum(word.lstrip("$£")[0].isdigit() for word in text.split()) > 100
    assert {len(hostile) for hostile in texts.hostile(1000).values()} == {1000}


def test_the_report_on_speed(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps({"text": "More than 400 homes were lost."}) + "\n", encoding="utf-8")
    assert speed.read(file) == "More than 400 homes were lost.\n"
    rows = [line for line in speed.throughput(texts.news(3_000), ["figures"]) if line.startswith("| figures")]
    assert len(rows) == 1
    assert all(cell.strip() for cell in rows[0].split("|")[1:-1])
    assert len(list(speed.growth([0.002, 0.004]))) == 4


def test_tables_go_between_their_marks() -> None:
    page = "# Accuracy\n\n<!-- speed -->\nold\n<!-- end speed -->\n\nMore.\n"
    assert tables.put(page, "speed", ["| new |"]) == (
        "# Accuracy\n\n<!-- speed -->\n\n| new |\n\n<!-- end speed -->\n\nMore.\n"
    )
    with pytest.raises(ValueError, match="<!-- extraction -->"):
        tables.put(page, "extraction", [])


def test_the_page_has_a_measured_table_for_each_mark() -> None:
    text = tables.PAGE.read_text(encoding="utf-8")
    for name in ("extraction", "speed"):
        measured = text.partition(f"<!-- {name} -->")[2].partition(f"<!-- end {name} -->")[0]
        assert "| figures" in measured
        assert "Measured on 20" in measured
        assert "fails" not in measured


def test_the_speed_against_tables_is_measured(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_speed, "ROUNDS", 1)
    assert main(["data", "--quick", "--rows", "2000"]) == 0
    told = capsys.readouterr().out
    for line in (
        "over 20 rows, rows made ready each time", "over 20 rows, rows made ready before",
        "over 200 rows, rows made ready each time", "over 200 rows, rows made ready before",
        "2,000 rows and 30 columns: loading", "the same: index", "the same: matching",
        "2,000 rows of six columns in Parquet (9 claims: ", "the same: peak memory",
    ):  # fmt: skip
        assert line in told

"""Predictions of which numbers bear on each other: the types and spans that a scorer of the public sets wants."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.__main__ import main
from bench.arithmetic import predict

TEXTS = {
    "share": ("In spring 12/40 (35%) failed.", "share", "inconsistent", "12/40 (35%"),
    "sum": ("A total of 23 pupils (12 boys and 12 girls) came.", "sum", "inconsistent", "23 pupils (12 boys and 12"),
    "ratio": ("Sales doubled from $10 million to $20 million.", "ratio", "consistent", "doubled from $10 million to"),
    "percent": ("Staff rose from 40 to 50, up 25 percent.", "change_pct", "consistent", "40 to 50, up 25"),
    "points": ("The rate rose by 15%, from 45% to 60%.", "change", "consistent", "15%, from 45% to"),
    "product": ("It sold 250 tickets at $40 each, for a total of $9,000.", "product", "inconsistent", "250 tickets"),
    "rate": ("He earned $60,000 over 12 months, or $5,000 a month.", "rate", "consistent", "12 months, or"),
    "shots": ("He had 24 points (8-15 FG, 3-4 3PT, 3-4 FT).", "formula", "inconsistent", "24 points (8-15 FG"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_relation_has_its_type_its_verdict_and_its_words(name: str) -> None:
    text, kind, verdict, words = TEXTS[name]
    (row,) = predict([{"id": name, "text": text}])
    assert row["id"] == name
    (found,) = [relation for relation in row["relations"] if relation["type"] == kind]
    assert found["verdict"] == verdict
    start, end = found["span"]
    assert words in text[start:end]


def test_a_text_without_a_relation_has_none() -> None:
    assert predict([{"id": "a", "text": "The 40 boats left. It was 12 degrees."}]) == [{"id": "a", "relations": []}]


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "In spring 12/40 (30%) failed."}) + "\n", encoding="utf-8")
    assert main(["predict", "arithmetic", str(path)]) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["relations"] == [{"type": "share", "span": [10, 20], "verdict": "consistent"}]

"""``python -m bench predict tables``, and what tracing imports."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.__main__ import main


def test_predictions_have_the_agreed_shape(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "A1_teams.csv").write_text("NAME,PTS,PTS_QTR1\nOtters,90,31\nFalcons,84,20\n")
    text = "The Otters beat the Falcons 90-85, and the Otters had 31 points in the first quarter."
    row = {"id": "A1", "text": text, "tables": ["tables/A1_teams.csv"]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row) + "\n")
    assert main(["predict", "tables", str(tmp_path / "gold.jsonl")]) == 0
    (found,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert found["id"] == "A1"
    said = [(text[c["start"] : c["end"]], c["verdict"], c["derived"]) for c in found["claims"]]
    assert said == [
        ("90", "consistent", 90),
        ("85", "inconsistent", 84),
        ("31", "consistent", 31),
        ("first quarter", "consistent", None),  # the name of a column
    ]
    assert found["claims"][1]["query"].startswith('SELECT DISTINCT "PTS" FROM "teams" WHERE "NAME" = \'Falcons\'')


def test_tracing_imports_nothing_heavy() -> None:
    code = (
        "import sys, figures; figures.trace('Ash had 4 units.', [{'town': 'Ash', 'units': 4}]);"
        "print(sorted({'pandas', 'numpy', 'duckdb', 'pyarrow', 'scipy', 'sqlalchemy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

"""The JSON report, read by a validator as a CI job would."""

from __future__ import annotations

import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from samples import HTML, brief, hostile, page

import figures.renderers
from figures.findings import Problem, Report
from figures.quantity import Claim, Quantity
from figures.renderers import RENDERERS, Options

SCHEMA = json.loads((Path(figures.renderers.__file__).parent / "report.schema.json").read_text(encoding="utf-8"))
HERE = Path(__file__).parent


def data(*reports: Report, **options: Any) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(RENDERERS["json"](reports, Options(**options)))
    return parsed


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("reports", [(), (brief(),), (brief(), page(), hostile())])
def test_reports_fit_the_schema(reports: tuple[Report, ...]) -> None:
    Draft202012Validator(SCHEMA).validate(data(*reports, unreadable=(Problem("a.pdf", "is not text"),)))


def test_the_schema_is_strict() -> None:
    """A key that is missing or new is noticed, wherever it is."""
    validator = Draft202012Validator(SCHEMA)
    whole = data(brief())

    def spoilt(value: Any, path: str = "") -> None:
        if isinstance(value, dict):
            value["new"] = 1
            assert not validator.is_valid(whole), path
            del value["new"]
            for key in list(value):
                kept = value.pop(key)
                assert not validator.is_valid(whole), f"{path}/{key}"
                value[key] = kept
        elif isinstance(value, list) and value:
            spoilt(value[0], f"{path}/0")

    spoilt(whole)
    document = whole["documents"][0]
    for part in (document, document["claims"][0], document["claims"][0]["quantity"], document["findings"][2]):
        spoilt(part)
    spoilt(document["findings"][2]["derivation"])


def test_what_a_consumer_reads() -> None:
    report = data(brief(), page(), unreadable=(Problem("a.pdf", "is not text"),))
    assert report["schema_version"] == "1"
    assert report["summary"] == {
        "documents": 2,
        "claims": 12,
        "checked": 6,
        "unchecked": 6,
        "rejected": 2,
        "findings": {"error": 2, "warning": 1, "note": 1},
        "verdicts": {"not_comparable": 1, "inconsistent": 3, "misleading": 1, "consistent": 1, "unchecked": 6},
        "problems": 1,
        "unreadable": 1,
    }
    document = report["documents"][0]
    assert document["date"] == "2024-05-04"
    assert document["unchecked"] == [1, 4, 5, 6]
    assert [claim["verdict"] for claim in document["claims"]] == [
        "misleading", "unchecked", "involved", "inconsistent", "not_comparable",
        "unchecked", "unchecked", "involved", "inconsistent", "consistent",
    ]  # fmt: skip
    assert [(finding["rule"], finding["severity"]) for finding in document["findings"]] == [
        ("core/weekday", "note"),
        ("floods/key-figures", "warning"),
        ("core/part-of", "error"),
        ("core/shares", "error"),
    ]
    assert [result["verdict"] for result in document["other_results"]] == ["not_comparable", "consistent"]
    assert [(numeral["text"], numeral["reason"]) for numeral in document["rejected"]] == [
        ("3", "date"),
        ("17", "model name"),
    ]


def test_numbers_are_exact() -> None:
    quantity = data(brief())["documents"][0]["claims"][0]["quantity"]
    assert quantity["value"] == "250000"
    assert quantity["stated"] == {"lo": "250000", "hi": None, "lo_open": True, "hi_open": False}
    claims = data(page())["documents"][0]["claims"]
    assert Fraction(claims[0]["quantity"]["value"]) == Fraction(3, 2)


def test_a_third_stays_a_third() -> None:
    report = page()
    first = report.claims[0].quantity
    third = Quantity(first.span, "a third", first.number, Fraction(1, 3), kind="fraction")
    changed = Report(report.document, (Claim(third, report.claims[0].sentence),), (), (), (), (0,))
    assert data(changed)["documents"][0]["claims"][0]["quantity"]["value"] == "1/3"


def test_places_point_into_the_source_and_sentences_are_what_a_reader_sees() -> None:
    homes = data(page())["documents"][0]["claims"][1]
    place = homes["place"]
    assert HTML[place["start"] : place["end"]] == "1,200&#8239;homes"
    assert (place["line"], place["column"]) == (1, place["start"] + 1)
    assert homes["sentence"]["text"] == "The river rose by 1.5\u00a0m & 1,200\u202fhomes stand empty."


def test_control_characters_are_escaped_and_kept() -> None:
    text = RENDERERS["json"]([hostile()], Options())
    assert not any((ord(char) < 0x20 and char != "\n") or 0x7F <= ord(char) < 0xA0 for char in text)
    assert "\u202e" not in text
    assert json.loads(text)["documents"][0]["path"] == hostile().document.path


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from samples import *; from figures.renderers import *\n"
        "for name in RENDERERS: sys.stdout.buffer.write(RENDERERS[name]([brief(), page()], Options()).encode())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script, str(HERE)],
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            cwd=HERE.parent.parent,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1

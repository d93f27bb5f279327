"""What `figures extract` prints, read by the csv and json modules."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from hypothesis import given, strategies
from samples import brief, hostile, page, reading

from figures.renderers import EXTRACTORS, Options
from figures.renderers.claim_rows import COLUMNS
from figures.renderers.claims_csv import guarded
from figures.renderers.text import cells


def rows(*reports: object, **options: bool) -> list[dict[str, str]]:
    text = EXTRACTORS["csv"]([reading(report) for report in reports], Options(**options))  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(text), strict=True))


def test_csv_columns_and_values() -> None:
    found = rows(brief(), page())
    assert len(found) == 12
    assert tuple(found[0]) == COLUMNS
    assert found[0] == {
        "path": "brief.md",
        "line": "3",
        "col": "30",
        "text": "more than 250,000 people",
        "value": "250000",
        "high": "",
        "unit": "",
        "kind": "count",
        "bound": ">",
        "direction": "",
        "stated": "(250000, inf)",
        "implied": "(250000, 350000]",
        "counted": "people",
        "predicate": "displaced",
        "subject": "",
        "place": "",
        "time": "",
        "source": "Officials",
        "sentence": (
            "Officials said on 3 May that more than 250,000 people had been displaced and nearly 4 million affected."
        ),
    }
    assert found[5]["direction"] == "up"
    assert found[10]["sentence"] == "The river rose by 1.5 m & 1,200 homes stand empty."


def test_csv_tells_rejected_numerals_when_asked() -> None:
    found = rows(brief(), rejected=True)
    assert [(row["text"], row["rejected"]) for row in found if row["rejected"]] == [("3", "date"), ("17", "model name")]
    assert [int(row["line"]) for row in found] == sorted(int(row["line"]) for row in found)


def test_csv_runs_nothing_in_a_spreadsheet() -> None:
    for row in rows(hostile()):
        for cell in row.values():
            assert not re.match(r"[=+@\t\r]..", cell), cell
            assert not re.match(r"-\D", cell), cell
            assert "\x1b" not in cell
    assert rows(hostile())[0]["value"] == "-5"
    assert rows(hostile())[1]["source"] == "'@who"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+2", "'=1+2"),
        ("  =1+2", "'  =1+2"),
        ("+5%", "'+5%"),
        ("-5 degrees", "'-5 degrees"),
        ("@x", "'@x"),
        ("＝1", "'＝1"),
        ("-5", "-5"),
        ("-2/3", "-2/3"),
        ("=", "="),
        (">=", ">="),
        ("[1, 2]", "[1, 2]"),
    ],
)
def test_guard(cell: str, shown: str) -> None:
    assert guarded(cell) == shown


@given(strategies.text())
def test_guarded_cells_never_begin_like_a_formula(cell: str) -> None:
    shown = guarded(cell)
    if len(shown) > 1 and not re.fullmatch(r"-[0-9]+([./][0-9]+)?", shown):
        assert shown.lstrip(" ")[:1] not in tuple("=+-@")


def test_json_lines() -> None:
    text = EXTRACTORS["jsonl"]([reading(brief()), reading(hostile())], Options(rejected=True))
    found = [json.loads(line) for line in text.splitlines()]
    assert len(found) == 14
    assert [row["reason"] for row in found if "reason" in row] == ["date", "model name"]
    assert found[1]["path"] == "brief.md"
    assert found[1]["quantity"]["bound"] == ">"
    assert found[1]["counted"]["head"] == "people"


def test_plain_table_is_aligned() -> None:
    lines = EXTRACTORS["table"]([reading(brief()), reading(page())], Options()).splitlines()
    assert lines[0].split() == ["where", "text", "value", "stated", "counts", "what", "happened", "source"]
    column = lines[0].index("value")
    assert [line[column:].split("  ")[0].strip() for line in lines[1:13]] == [
        "250,000", "4 million", "14 million", "20 million", "3.5 billion dollars", "57%", "470,000", "60%", "45%", "2",
        "1.5 metres", "1,200",
    ]  # fmt: skip
    assert lines[-1] == "2 documents: 12 numbers, and 2 numerals not read as quantities"


@pytest.mark.parametrize("width", [60, 100])
def test_table_on_a_terminal_keeps_to_its_width(width: int) -> None:
    text = EXTRACTORS["table"]([reading(brief()), reading(hostile())], Options(width=width, colour=True))
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert plain != text
    assert "\x1b" not in plain
    table = plain.split("\n\n")[0]
    assert max(cells(line) for line in table.splitlines()) <= width


def test_the_table_counts_what_is_counted_or_says_of_what_it_is_a_part() -> None:
    lines = EXTRACTORS["table"]([reading(brief())], Options()).splitlines()
    column = lines[0].index("counts")
    counts = [line[column:].split("  ")[0].strip() for line in lines[1:6]]
    assert counts == ["people", "people", "livestock", "of livestock", ""], "damage is what it is about, not counted"


def test_table_of_nothing() -> None:
    assert EXTRACTORS["table"]([], Options()) == "0 documents: 0 numbers, and 0 numerals not read as quantities\n"

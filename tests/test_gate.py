"""The gate fails on a table or a claim that nobody should rely on, passes on sound ones, and never fails open."""

from __future__ import annotations

import json
import shutil
import socket
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from figures import gate, rules
from figures.document import Span
from figures.findings import Report
from figures.frame import COLUMNS, claims_frame
from figures.gate import GateResult
from figures.integrations import great_expectations as ge
from figures.quantity import Claim, Quantity
from figures.readers import read

TODAY = date(2026, 11, 22)
SUITES = rules.packaged_rules() / "expectations"
HEADER = "metric,place,as_of,since,bound,value,low,high,precision,unit,source,url\n"
GOOD = "killed,Syria,2015-08-17,2011-03,at least,250000,,,estimate,people,UN,https://undocs.org/a\n"


def run(tmp_path: Path, rows: str) -> GateResult:
    (tmp_path / "key-figures.csv").write_text(HEADER + rows, encoding="utf-8")
    return gate.run([str(tmp_path / "key-figures.csv")], today=TODAY)


def test_the_packaged_tables_pass() -> None:
    result = gate.run([], today=TODAY)
    assert result.problems == ()
    assert result.ok
    assert result.lines == ("rules/syria-2015/key-figures.csv: 21 of 21 expectations met by 6 rows",)


def test_a_sound_table_passes(tmp_path: Path) -> None:
    result = run(tmp_path, GOOD + GOOD.replace("2015-08-17", "2015-09").replace("UN,", "OCHA,"))
    assert (result.ok, result.problems) == (True, ())
    assert result.lines == (f"{tmp_path}/key-figures.csv: 21 of 21 expectations met by 2 rows",)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("https://undocs.org/a", "", "url: where the source can be read is wanted; got nothing"),
        (
            "https://undocs.org/a",
            "undocs.org",
            "url: an address such as https://example.org/page is wanted; got 'undocs.org'",
        ),
        (",UN,", ",,", "source: who says so is wanted; got nothing"),
        ("killed,", ",", "metric: a metric is wanted; got nothing"),
        ("people", "", "unit: a unit, such as people or percentage is wanted; got nothing"),
        (
            "estimate",
            "",
            "precision: exact, estimate, or how far to either side the figure is good is wanted; got nothing",
        ),
        (
            "estimate",
            "roughly",
            "precision: exact, estimate, or how far to either side the figure is good is wanted; got 'roughly'",
        ),
        ("250000", "lots", "value: a number such as 250000, 250,000 or 4.1 million is wanted; got 'lots'"),
        ("250000", "", "figure: a value, or both low and high is wanted; got nothing"),
        ("250000,,", ",20,10", "high_number, low_number: high not below low is wanted; got '10, 20'"),
        ("250000,,", "5,10,20", "number, low_number: value not below low is wanted; got '5, 10'"),
        (
            "at least",
            "about",
            "bound: one of at least, more than, at most, less than, or an empty cell is wanted; got 'about'",
        ),
        ("2015-08-17", "", "as_of: a date as 2015-10-02, 2015-10 or 2015 is wanted; got nothing"),
        ("2015-08-17", "17.8.2015", "as_of: a date as 2015-10-02, 2015-10 or 2015 is wanted; got '17.8.2015'"),
        (
            "2015-08-17",
            "2015-02-30",
            "tomorrow, as_of_first: a day that exists, and not one to come is wanted; got '2026-11-23, nothing'",
        ),
        (
            "2015-08-17",
            "2026-11-23",
            "tomorrow, as_of_first: a day that exists, and not one to come is wanted; got '2026-11-23, 2026-11-23'",
        ),
        ("2011-03", "2016", "as_of_last, since_first: since not after as_of is wanted; got '2015-08-17, 2016-01-01'"),
    ],
)
def test_a_bad_table_fails_with_its_row(tmp_path: Path, old: str, new: str, said: str) -> None:
    result = run(tmp_path, GOOD + GOOD.replace(old, new, 1).replace("Syria", "Iraq"))
    assert not result.ok
    assert f"{tmp_path}/key-figures.csv:3: {said}" in result.lines


def test_a_figure_told_twice_fails(tmp_path: Path) -> None:
    result = run(tmp_path, GOOD + GOOD.replace("250000", "260000"))
    assert not result.ok
    said = "metric, place, as_of, source: each metric once for a place, a day and a source is wanted"
    assert [line.split(": ", 1)[1].startswith(said) for line in result.lines] == [True, True, False]


def test_a_row_that_an_audit_would_leave_out_fails(tmp_path: Path) -> None:
    result = run(tmp_path, GOOD + GOOD.replace("killed", "=1+1"))
    assert not result.ok
    assert result.lines[-1].startswith(f"{tmp_path}/key-figures.csv:3: column metric: text is wanted; got '=1+1'")


def test_the_tables_of_a_rulebook_are_held_against_the_suite_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Some 40 of 90 boats sank.")
    result = gate.run(["a.txt"], rules.load(["syria-2015"]), today=TODAY)
    assert result.ok
    assert result.lines == (
        "rules/syria-2015/key-figures.csv: 21 of 21 expectations met by 6 rows",
        "claims of 1 document: 21 of 21 expectations met by 2 claims",
    )


def test_a_table_that_cannot_be_read_fails(tmp_path: Path) -> None:
    result = run(tmp_path, "killed\n")
    assert not result.ok
    assert result.problems[0].where == f"{tmp_path}/key-figures.csv:2"
    assert not gate.run([str(tmp_path / "nothing.csv")]).ok
    assert not gate.run([str(tmp_path / "nothing.md")]).ok


def test_a_suite_that_loads_with_fewer_expectations_than_its_file_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suites = tmp_path / "expectations"
    shutil.copytree(SUITES, suites)
    suite = json.loads((suites / "key_figures.json").read_text())
    unknown = {
        "type": "expect_column_values_to_be_well_sourced",
        "kwargs": {"column": "source"},
        "meta": {"wanted": "x"},
    }
    suite["expectations"].append(unknown)
    (suites / "key_figures.json").write_text(json.dumps(suite))
    (tmp_path / "key-figures.csv").write_text(HEADER + GOOD)
    monkeypatch.setattr(gate, "packaged_rules", lambda: tmp_path)
    result = gate.run([str(tmp_path / "key-figures.csv")], today=TODAY)
    assert not result.ok
    (problem,) = result.problems
    assert problem.message == (
        "22 expectations are wanted; Great Expectations loaded 21, without expect_column_values_to_be_well_sourced; "
        "correct the suite"
    )


@pytest.mark.parametrize(
    ("suite", "said"),
    [
        ("{", "JSON is wanted"),
        ("[]", 'a map with "name" and a list of "expectations" is wanted'),
        ('{"name": "a", "expectations": []}', "at least one expectation is wanted"),
        ('{"name": "a", "expectations": [{"type": "expect_x"}]}', '"type" and "kwargs" are wanted in expectation 1'),
        ('{"name": "a", "expectations": [{"type": "x", "kwargs": {}}]}', '"meta" with "wanted"'),
        (
            '{"name": "a", "expectations": [{"type": "expect_column_values_to_not_be_null", '
            '"kwargs": {"column": "nowhere"}, "meta": {"wanted": "x"}}]}',
            "expect_column_values_to_not_be_null on nowhere could not be run",
        ),
    ],
)
def test_a_suite_that_cannot_be_run_is_an_error(tmp_path: Path, suite: str, said: str) -> None:
    import pandas as pd

    (tmp_path / "suite.json").write_text(suite)
    with pytest.raises(ge.SuiteError) as raised:
        ge.check(pd.DataFrame({"a": [1]}), tmp_path / "suite.json")
    assert said in str(raised.value)


def report(text: str, *claims: Claim) -> Report:
    return Report(read("a.txt", text.encode()), claims, (), (), (), ())


def number(start: int, text: str, value: int, **fields: Any) -> Claim:
    span = Span(start, start + len(text))
    return Claim(Quantity(span, text, span, value, **fields), Span(0, 26))


TEXT = "Some 40 of 90 boats sank.\n"


def test_sound_claims_pass() -> None:
    frame = gate._with_known(claims_frame([report(TEXT, number(5, "40", 40), number(11, "90", 90))]))
    assert ge.check(frame, SUITES / "claims.json") == (21, [])


@pytest.mark.parametrize(
    ("claim", "wanted"),
    [
        (number(6, "40", 40), "the words that stand in the document at that place"),
        (number(5, "40", 40, bound="?", qualifier="about"), "a bound that is known"),
        (number(5, "40", 40, kind="dream"), "a kind that is known"),
        (number(5, "40", 40, unit="zorkmid"), "a unit that is in the lexicon"),
        (number(5, "40", 40, role="over"), "a role that is known"),
        (number(5, "40", 40, direction="left"), "a direction that is known"),
        (number(5, "40", 40, resolution=0), "a resolution above zero"),
        (number(5, "40", 40, high=30, bound="range"), "a range whose upper end is not below the lower"),
        (number(11, "90", 90), "each place once"),
    ],
)
def test_a_claim_that_cannot_be_relied_on_fails(claim: Claim, wanted: str) -> None:
    frame = gate._with_known(claims_frame([report(TEXT, claim, number(11, "90", 90))]))
    _, failures = ge.check(frame, SUITES / "claims.json")
    assert wanted in {failure.wanted for failure in failures}
    assert failures[0].row == 0


def test_a_claim_outside_its_sentence_fails() -> None:
    frame = gate._with_known(
        claims_frame([report("A gale blew. Half the boats and 40 rafts sank.\n", number(32, "40", 40))])
    )
    _, failures = ge.check(frame, SUITES / "claims.json")
    assert {failure.wanted for failure in failures} == {"a number inside its sentence"}


def test_every_seed_passes() -> None:
    seeds = Path(__file__).parent.parent / "seeds"
    result = gate.run([str(seeds)], today=TODAY)
    assert result.problems == ()
    assert result.ok, result.lines[:5]
    assert result.lines[-1].startswith("claims of ")


def test_a_defect_in_reading_is_said_and_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise ValueError("boom")

    monkeypatch.setattr("figures.claims.read_claims", broken)
    (tmp_path / "a.txt").write_text(TEXT)
    result = gate.run([str(tmp_path / "a.txt")], today=TODAY)
    assert not result.ok
    assert [problem.message for problem in result.problems] == ["reading the numbers could not run: ValueError: boom"]


def test_nothing_is_written_and_nothing_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    work = tmp_path / "work"
    temporary = tmp_path / "temporary"
    for folder in (home, work, temporary):
        folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(work)

    def refuse(*_: object) -> None:
        raise AssertionError("the gate opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert gate.run([], today=TODAY).ok
    assert list(home.rglob("*")) == []
    assert list(work.rglob("*")) == []
    assert list(temporary.rglob("*")) == []


def test_the_command_ends_with_a_status(command: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "key-figures.csv").write_text(HEADER + GOOD)
    ran = command("gate", tmp_path / "key-figures.csv")
    assert ran.status == 0
    assert "21 of 21 expectations met by 1 row" in ran.out
    (tmp_path / "key-figures.csv").write_text(HEADER + GOOD.replace("https://undocs.org/a", ""))
    ran = command("gate", tmp_path / "key-figures.csv")
    assert ran.status == 1
    assert "url: where the source can be read is wanted; got nothing" in ran.out


def test_the_frame_holds_one_row_for_each_claim() -> None:
    frame = claims_frame([report(TEXT, number(5, "40", 40), number(11, "90", 90)), report(TEXT)])
    assert list(frame.columns) == list(COLUMNS)
    assert frame[["path", "start", "end", "line", "column", "text", "value", "verdict"]].to_dict("records") == [
        {
            "path": "a.txt",
            "start": 5,
            "end": 7,
            "line": 1,
            "column": 6,
            "text": "40",
            "value": 40,
            "verdict": "unchecked",
        },
        {
            "path": "a.txt",
            "start": 11,
            "end": 13,
            "line": 1,
            "column": 12,
            "text": "90",
            "value": 90,
            "verdict": "unchecked",
        },
    ]
    assert frame["sentence"][0] == "Some 40 of 90 boats sank."


def test_the_frame_of_no_claims_has_its_columns() -> None:
    frame = claims_frame([report("Nothing.\n")])
    assert list(frame.columns) == list(COLUMNS)
    assert frame.empty


def test_tables_of_other_kinds_and_figures_that_are_worked_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from figures import rules

    monkeypatch.chdir(tmp_path)
    Path("aid").mkdir()
    row = (
        '{"metric": "%s", "place": "Asha", "as_of": "2015-10-01", "value": 5, "precision": "exact", "unit": "people", '
    )
    row += '"source": "UN", "url": "https://undocs.org/a"}\n'
    Path("aid/key-figures.jsonl").write_text(row % "inside" + row % "abroad", encoding="utf-8")
    Path("aid/rules.yaml").write_text(
        "rules:\n  - id: aid/a\n    name: A\n    kind: key_figure\n    severity: warning\n    message: m\n    why: w\n"
        "    source: s\n    params: {derived: [displaced = inside + abroad]}\n    examples:\n"
        "      - {text: Ten., verdict: inconsistent}\n      - {text: Ten., verdict: silent}\n",
        encoding="utf-8",
    )
    book = rules.load(["aid"])
    assert {row.metric for row in book.tables} == {"inside", "abroad", "displaced"}
    result = gate.run(["aid"], book, today=TODAY)
    assert result.lines == ("aid/key-figures.jsonl: 21 of 21 expectations met by 2 rows",)
    assert result.ok

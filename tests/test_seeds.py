"""The documents in seeds/ carry planted errors; an audit finds each of them and reports nothing else as an error."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import figures
from figures.findings import Finding, Report

SEEDS = Path(__file__).parent.parent / "seeds"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((SEEDS / "expected.yaml").read_text(encoding="utf-8"))
PLANTED = [(name, error) for name, entry in EXPECTED.items() for error in entry["errors"]]


@cache
def audited(name: str) -> Report:
    return figures.audit(SEEDS / name)


def spans(report: Report, finding: Finding) -> list[tuple[int, str]]:
    """Line and text of every number that a finding is about."""
    document = report.document
    found = [finding.span, *(report.claims[i].quantity.span for i in finding.claims)]
    if finding.derivation is not None:
        found += [operand.span for operand in finding.derivation.operands if operand.span is not None]
    return [(document.position(span.start)[0], document.text[span.start : span.end]) for span in found]


def is_about(report: Report, finding: Finding, error: dict[str, Any]) -> bool:
    """Whether a finding reports this planted error: an inconsistency in that place, among those numbers."""
    places = [error, *([error["against"]] if "against" in error else []), *error.get("also_against", [])]
    wanted = {(place["line"], _words(place["number"])) for place in places}
    line, text = spans(report, finding)[0]
    primary = any(line == at and (words in _words(text) or _words(text) in words) for at, words in wanted)
    named = any(
        at == error["line"] and (_words(error["number"]) in _words(text) or _words(text) in _words(error["number"]))
        for at, text in spans(report, finding)
    )
    return finding.verdict == "inconsistent" and primary and named


def _words(text: str) -> str:
    return " ".join(re.sub(r"&\w+;|[€$]", " ", text).lower().split())


def test_every_document_has_its_answer() -> None:
    documents = {path.name for path in SEEDS.iterdir() if path.name != "expected.yaml"}
    assert documents == set(EXPECTED)
    assert len(documents) >= 10
    assert {Path(name).suffix for name in documents} == {".txt", ".md", ".html"}


@pytest.mark.parametrize(("name", "error"), PLANTED, ids=lambda v: v if isinstance(v, str) else v["number"])
def test_an_answer_points_at_the_words_it_names(name: str, error: dict[str, Any]) -> None:
    lines = (SEEDS / name).read_text(encoding="utf-8").splitlines()
    for place in [error, *([error["against"]] if "against" in error else []), *error.get("also_against", [])]:
        assert place["number"] in lines[place["line"] - 1]


def test_weekdays_are_right_but_for_the_one_that_is_planted() -> None:
    pattern = re.compile(
        rf"({'|'.join(calendar.day_name)}),? (\d{{1,2}}) ({'|'.join(calendar.month_name[1:])})(?: (\d{{4}}))?"
    )
    wrong, right = [], 0
    for name, entry in EXPECTED.items():
        for match in pattern.finditer((SEEDS / name).read_text(encoding="utf-8")):
            year = int(match[4] or entry["date"].year)
            day = date(year, list(calendar.month_name).index(match[3]), int(match[2]))
            if calendar.day_name[day.weekday()] == match[1]:
                right += 1
            else:
                wrong.append((name, match[0]))
    assert wrong == [("election.txt", "Monday, 8 December 2026")]
    assert right >= 8


@pytest.mark.parametrize("name", EXPECTED)
def test_the_date_of_a_document_is_read(name: str) -> None:
    assert audited(name).document.date == EXPECTED[name]["date"]


@pytest.mark.parametrize("name", EXPECTED)
def test_every_check_could_run(name: str) -> None:
    assert audited(name).problems == ()


@pytest.mark.parametrize(("name", "error"), PLANTED, ids=lambda v: v if isinstance(v, str) else v["number"])
def test_a_planted_error_is_found(name: str, error: dict[str, Any]) -> None:
    report = audited(name)
    found = [f for f in report.findings if is_about(report, f, error)]
    assert found, f"{name}:{error['line']}: {error['number']!r} was not reported: {error['why']}"
    assert error["kind"] in {f.rule.rpartition("/")[2].replace("-", "_") for f in found}


@pytest.mark.parametrize("name", EXPECTED)
def test_nothing_else_is_reported_as_an_error(name: str) -> None:
    report = audited(name)
    extra = [
        f"{name}:{report.document.position(f.span.start)[0]}: {f.rule}: {f.message}"
        for f in report.findings
        if (f.severity == "error" or f.verdict == "inconsistent")
        and not any(is_about(report, f, error) for error in EXPECTED[name]["errors"])
    ]
    assert extra == []


def test_the_seeds_hold_numbers_of_many_forms() -> None:
    """So that a reader that misses a whole form is noticed here and not only in the corpus."""
    claims = [claim.quantity for name in EXPECTED for claim in audited(name).claims]
    assert {q.kind for q in claims} >= {"count", "percentage", "currency", "measure", "duration", "ordinal", "fraction"}
    assert {q.bound for q in claims} >= {"=", "~", "<", "<=", ">", ">=", "range"}
    rejected = [r.reason for name in EXPECTED for r in audited(name).rejected]
    assert len(set(rejected)) >= 8

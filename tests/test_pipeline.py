"""The flow from a document to a report: order, marks, what was checked, and what happens when a part fails."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from figures import checks, pipeline, readers
from figures.document import Document, Span
from figures.findings import Finding, Problem, Report
from figures.rules import Rule, Rulebook, load

TEXT = "The town has 40 schools, 12 of them closed. Nearby are 300 farms.\n"


def document(text: str = TEXT) -> Document:
    return readers.read("town.txt", text.encode())


def rule(name: str) -> Rule:
    return Rule(f"test/{name}", name, name, "error", "", "", "", (), {}, "test.yaml", 3)


def finding(
    doc: Document, number: str, verdict: str = "inconsistent", claims: Sequence[int] = (), **more: str
) -> Finding:
    start = doc.text.index(number)
    given = {"rule": "test/some", "severity": "error", "message": "wrong", **more}
    return Finding(span=Span(start, start + len(number)), verdict=verdict, claims=tuple(claims), **given)


def audited(monkeypatch: pytest.MonkeyPatch, doc: Document, *findings: Finding) -> Report:
    """The report when the only check finds these."""
    monkeypatch.setitem(checks.CHECKS, "some", lambda context, rule: list(findings))
    return pipeline.audit(doc, Rulebook(rules=(rule("some"),)))


def test_a_text_goes_in_and_its_verdicts_come_out() -> None:
    report = pipeline.audit(document("12 of the 40 schools, or 35 percent, are closed.\n"), load())
    assert [claim.quantity.value for claim in report.claims] == [12, 40, 35]
    assert [(f.rule, f.verdict, f.severity) for f in report.findings] == [("core/share", "inconsistent", "error")]
    assert report.problems == ()
    assert report.rules_digest == load().digest != ""


def test_the_same_text_gives_the_same_report() -> None:
    assert pipeline.audit(document(), load()) == pipeline.audit(document(), load())


def test_results_are_in_order_of_place(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = document()
    given = [
        finding(doc, "300"),
        finding(doc, "12", rule="test/b"),
        finding(doc, "12", rule="test/a"),
        finding(doc, "40"),
    ]
    report = audited(monkeypatch, doc, *given)
    assert [(doc.text[f.span.start : f.span.end], f.rule) for f in report.results] == [
        ("40", "test/some"),
        ("12", "test/a"),
        ("12", "test/b"),
        ("300", "test/some"),
    ]


def test_what_no_verdict_names_is_unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = document()
    assert audited(monkeypatch, doc).unchecked == (0, 1, 2)
    report = audited(
        monkeypatch,
        doc,
        finding(doc, "40", "consistent", claims=(0,)),
        finding(doc, "12", "not_comparable", claims=(1,)),
        finding(doc, "300", "misleading", claims=(2,)),
    )
    assert report.unchecked == (1,), "to be not comparable is not to be checked"


def test_a_check_that_fails_is_a_problem_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = document()

    def fails(context: object, rule: Rule) -> list[Finding]:
        raise ZeroDivisionError("Fraction(1, 0)")

    monkeypatch.setitem(checks.CHECKS, "fails", fails)
    monkeypatch.setitem(checks.CHECKS, "works", lambda context, rule: [finding(doc, "40")])
    report = pipeline.audit(doc, Rulebook(rules=(rule("fails"), rule("works"))))
    assert report.problems == (
        Problem("test.yaml:3", "town.txt: check test/fails failed: ZeroDivisionError: Fraction(1, 0)"),
    )
    assert [f.rule for f in report.results] == ["test/some"]


@pytest.mark.parametrize(
    ("stage", "message", "claims"),
    [
        ("figures.claims.read_claims", "reading the numbers failed: ValueError: broken", 0),
        ("figures.relations.relate", "relating the numbers failed: ValueError: broken", 3),
    ],
)
def test_a_stage_that_fails_is_a_problem(
    monkeypatch: pytest.MonkeyPatch, stage: str, message: str, claims: int
) -> None:
    def fails(*arguments: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(stage, fails)
    report = pipeline.audit(document(), load())
    assert report.problems == (Problem("town.txt", message),)
    assert len(report.claims) == len(report.unchecked) == claims


def test_problems_of_the_rulebook_are_told_with_every_report() -> None:
    problem = Problem("aid.yaml:1:1", "a rule is wanted")
    assert pipeline.audit(document(), Rulebook(problems=(problem,))).problems == (problem,)


def test_a_fingerprint_stays_when_lines_move_and_changes_with_the_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def mark(text: str) -> str:
        doc = document(text)
        return audited(monkeypatch, doc, finding(doc, "12", claims=(1,))).results[0].fingerprint

    assert len(mark(TEXT)) == 16
    assert mark("A first line.\n\n" + TEXT) == mark(TEXT)
    assert mark(TEXT.replace("schools, ", "schools,\n")) == mark(TEXT)
    assert mark(TEXT.replace("closed", "shut")) != mark(TEXT)


def test_findings_that_are_alike_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "It has 12 farms.\n\nIt has 12 farms.\n"
    doc = document(text)
    first = finding(doc, "12", claims=(0,))
    second = Finding(
        "test/some", "inconsistent", "error", Span(text.rindex("12"), text.rindex("12") + 2), "", claims=(1,)
    )
    marks = [f.fingerprint for f in audited(monkeypatch, doc, first, second).results]
    assert len(set(marks)) == 2


def test_every_seed_is_audited_without_a_problem() -> None:
    rulebook = load()
    for path in sorted((Path(__file__).parent.parent / "seeds").iterdir()):
        if path.suffix in readers.READERS:
            assert pipeline.audit(readers.read(str(path), path.read_bytes()), rulebook).problems == ()

"""Reported statistics in an audit: verdicts, severities, fixes, and the numbers that count as checked."""

from __future__ import annotations

import sys

import pytest

import figures
from figures.findings import Finding, Report

KINDS = ("core/reported-statistics", "core/confidence-interval", "core/grim")


def results(text: str) -> list[Finding]:
    report = figures.audit(text)
    assert report.problems == ()
    return [finding for finding in report.results if finding.rule in KINDS]


def result(text: str) -> Finding:
    [found] = results(text)
    return found


@pytest.mark.parametrize(
    ("text", "verdict", "severity", "degree", "fix"),
    [
        ("Naps helped, t(28) = 2.20, p = .036.", "consistent", "", "", ""),
        ("Naps helped, t(28) = 2.20, p = .06.", "inconsistent", "error", "decisive", "p = .04"),
        ("Naps helped, t(28) = 2.20, P = 0.060.", "inconsistent", "error", "decisive", "P = 0.036"),
        ("Naps helped, t(28) = 2.20, p = .010.", "inconsistent", "error", "major", "p = .036"),
        ("Naps helped, t(28) = 2.20, p = .035.", "inconsistent", "warning", "rounding", "p = .036"),
        ("Naps helped, t(28) = 2.20, p < .01.", "inconsistent", "error", "major", "p = .036"),
        ("Naps helped, t(28) = 22.20, p = .000.", "inconsistent", "warning", "rounding", "p < .001"),
        ("Naps helped, t(28) = 8.20, p = .040.", "inconsistent", "error", "major", "p < .001"),
        ("Naps did not help, t(28) = 0.01, p = .50.", "inconsistent", "error", "major", "p = .99"),
        ("Naps helped, t(28) = 2.20, p = .018.", "inconsistent", "error", "major", "p = .036"),
        ("In a one-sided test naps helped, t(28) = 2.20, p = .018.", "consistent", "", "", ""),
        ("After Holm correction, t(28) = 2.20, p = .072.", "not_comparable", "", "", ""),
        ("After Holm correction, t(28) = 2.20, p = .001.", "inconsistent", "error", "major", "p = .036"),
        ("Naps helped, t(28) = 2.20, p_adj = .072.", "not_comparable", "", "", ""),
        ("Naps helped (F(1, 21) = 4,517, p = .046).", "inconsistent", "error", "major", "4.517"),
        ("The risk was higher (OR 1.45, 95% CI 1.10 to 1.92).", "consistent", "", "", ""),
        ("The risk was higher (OR 2.45, 95% CI 1.10 to 1.92).", "inconsistent", "error", "major", ""),
        ("The risk was higher (OR 1.94, 95% CI 1.10 to 1.92).", "inconsistent", "error", "minor", ""),
        ("The risk was higher (OR 1.45, 95% CI 1.92 to 1.10).", "inconsistent", "error", "major", "1.10 to 1.92"),
        ("The risk was higher (OR 1.85, 95% CI 1.10 to 1.92).", "inconsistent", "warning", "minor", ""),
        ("The risk was higher (OR 1.45, 95% CI 1.10 to 1.92; p = .3).", "inconsistent", "warning", "decisive", ""),
        ("The mean difference was 1.2 (95% CI -2.3 to -0.1).", "inconsistent", "error", "decisive", ""),
        ("Visitors rated the show (M = 5.19, SD = 1.20, n = 28).", "inconsistent", "warning", "minor", "5.18"),
        ("Visitors rated the show (M = 5.21, SD = 1.20, n = 28).", "consistent", "", "", ""),
        ("Visitors rated the show (n = 28, M = 5.19).", "inconsistent", "warning", "minor", "5.18"),
        ("Visitors rated the show (M = 2.00, SD = 1.40, n = 3).", "inconsistent", "warning", "minor", "1.73"),
        ("Visitors rated the show on four items each (M = 5.19, n = 28).", "consistent", "", "", ""),
        ("Visitors rated the show on four items each (M = 5.19, n = 10).", "inconsistent", "warning", "minor", "5.20"),
        ("Of the 28 visitors, 34% of the 28 patients left.", "inconsistent", "warning", "minor", "36%"),
    ],
)
def test_verdicts(text: str, verdict: str, severity: str, degree: str, fix: str) -> None:
    found = result(text)
    assert (found.verdict, found.severity, found.degree, found.fix) == (verdict, severity, degree, fix)


def test_every_number_of_a_result_counts_as_checked() -> None:
    report: Report = figures.audit("Naps helped, t(28) = 2.20, p = .036, and 40 pupils slept.")
    left = [report.claims[index].quantity.text for index in report.unchecked]
    assert left == ["40"]


def test_without_scipy_the_audit_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy", None)
    report = figures.audit("Naps helped, t(28) = 2.20, p = .06.")
    [problem] = report.problems
    assert "recomputing p values needs scipy, which is not installed: pip install scipy" in problem.message


def test_the_message_names_what_the_statistic_gives() -> None:
    """With two numerator degrees of freedom, p = (1 + 2F/27)^(-27/2): .1303, from .1297 to .1308."""
    found = result("Naps helped, F(2, 27) = 2.20, p < .05.")
    assert found.message == (
        "F(2, 27) = 2.20, p < .05 does not fit: F(2, 27) = 2.20 has p = 0.13 (0.13 to 0.131 as rounded), "
        "which is not significant at 0.05."
    )
    assert found.derivation is not None
    assert [operand.text for operand in found.derivation.operands] == ["F(2, 27) = 2.20", "2", "27"]


def test_a_result_in_html_is_found_through_its_markup() -> None:
    page = "<p>Naps helped, <i>t</i>(28) = 2.20, <i>p</i> &lt; .01.</p>"
    report = figures.audit(page, media_type="text/html")
    [found] = [finding for finding in report.results if finding.rule in KINDS]
    assert found.verdict == "inconsistent"
    assert page[found.span.start : found.span.end].startswith("t</i>(28)")


def test_a_result_in_markdown_is_found_through_its_emphasis() -> None:
    report = figures.audit("# Naps\n\nThey helped, *t*(28) = 2.20, *p* = .06.\n", media_type="text/markdown")
    assert [finding.verdict for finding in report.results if finding.rule in KINDS] == ["inconsistent"]


@pytest.mark.parametrize(
    "text",
    [
        "The score was 12, the time 2:20, and p. 36 has the table.",
        "Visitors were tall (M = 5.19, SD = 1.20, n = 28).",  # heights are no whole numbers
        "Visitors rated it on several items (M = 5.19, SD = 1.20, n = 28).",  # of how many, nobody says
        "Some 34% of the 28 patients left.",
        "About 34% of the 28 patients left.",
        "A weighted 34% of the 28 patients left.",
        "34% of the 28 kilometres are paved.",
        "34% of the 28,000 patients left.",
        "12% against 34% (95% CI 10 to 30) is much.",
    ],
)
def test_what_the_rules_leave_alone(text: str) -> None:
    assert results(text) == []

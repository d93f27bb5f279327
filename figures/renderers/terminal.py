"""Findings as a linter prints them: place, severity, rule and message; the line with carets; what it says and why."""

from __future__ import annotations

from collections.abc import Sequence

from figures import words
from figures.findings import Finding, Problem, Report
from figures.renderers import Options
from figures.renderers.ansi import paint
from figures.renderers.facts import facts
from figures.renderers.places import Places
from figures.renderers.summary import all_problems, summarise
from figures.renderers.text import cells, excerpt, one_line, visible, wrap

# Cells for a source line where the output is not a terminal: long enough for a sentence, short enough for a log.
PLAIN_WIDTH = 120
GOOD = {"not_comparable": "not-comparable", "unchecked": "unchecked"}  # verdicts that are nobody's fault
LABEL = len("   reads as:  ")


def render(reports: Sequence[Report], options: Options) -> str:
    """Findings in order of document and place, then what could not run, then the line that counts."""
    parts: list[str] = []
    for report in reports:
        places = Places(report.document)
        shown = report.results if options.verbose else report.findings
        parts.extend(_finding(report, places, finding, options) for finding in shown)
        if options.verbose and report.unchecked:
            parts.append(_unchecked(report, places, options))
    stopped = [_problem(problem, "could not run", options) for problem in all_problems(reports, options)]
    stopped += [_problem(problem, "could not be read", options) for problem in options.unreadable]
    stopped += [_problem(problem, "in the data", options) for problem in dict.fromkeys(options.data)]
    if stopped:
        parts.append("".join(stopped))
    parts.append(paint(summarise(reports, options).line(), "bold", options.colour) + "\n")
    return "\n".join(parts)


def _finding(report: Report, places: Places, finding: Finding, options: Options) -> str:
    colour, width = options.colour, options.width
    line, column = places.position(finding.span.start)
    head = (
        paint(f"{visible(report.document.path)}:{line}:{column}", "path", colour),
        paint(finding.severity or GOOD.get(finding.verdict, "ok"), finding.severity or "good", colour),
        paint(visible(finding.rule), "dim", colour),
        one_line(finding.message),
    )
    number = str(line)
    start, source = places.line(finding.span.start)
    room = (width or PLAIN_WIDTH) - len(number) - 4
    end = min(finding.span.end - start, len(source))
    shown, carets = excerpt(source, finding.span.start - start, end, room)
    under = carets.lstrip(" ")
    lines = [
        " ".join(head),
        f" {paint(number, 'dim', colour)} {paint('|', 'dim', colour)} {shown}",
        f" {' ' * len(number)} {paint('|', 'dim', colour)} "
        f"{' ' * (len(carets) - len(under))}{paint(under, 'caret', colour)}",
    ]
    for label, text in facts(report, places, finding, brief=not options.verbose):
        first, *rest = wrap(one_line(text), width, " " * LABEL)
        lines.append(paint(f"   {label}{':' if label else ''}".ljust(LABEL), "dim", colour) + first)
        lines.extend(rest)
    return "\n".join(lines) + "\n"


def _unchecked(report: Report, places: Places, options: Options) -> str:
    lines = []
    for index in report.unchecked:
        claim = report.claims[index]
        line, column = places.position(claim.quantity.span.start)
        where = f"{visible(report.document.path)}:{line}:{column}"
        text = f"{where} unchecked {one_line(words.says(claim))}"
        indent = " " * min(cells(where) + 1, 20)
        lines.extend(wrap(text, options.width, indent))
    return "\n".join(lines) + "\n"


def _problem(problem: Problem, what: str, options: Options) -> str:
    return f"{visible(problem.where)}: {paint(what, 'error', options.colour)}: {one_line(problem.message)}\n"

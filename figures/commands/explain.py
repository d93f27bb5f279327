"""``figures explain``: the page of a rule, or how the verdict on each number in a line came about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click

from figures import config, output, pipeline
from figures import rules as rulebooks
from figures.commands import common
from figures.findings import Finding, Problem, Report
from figures.renderers import facts, words
from figures.renderers.ansi import paint
from figures.renderers.places import Places
from figures.renderers.text import one_line, wrap
from figures.rules import Rule, Rulebook

PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d{1,9})(?::(?P<column>\d{1,9}))?:?\Z", re.DOTALL)
LABEL = 14  # cells for the labels of facts

Row = Callable[[str, str], str]


def run(
    *,
    subject: str,
    rules: Sequence[str],
    color: str,
    date: str | None,
    encoding: str | None,
    stdin_name: str | None,
) -> int:
    place = PLACE.match(subject)
    file = place["file"] if place else None
    settings = config.find([file or "-"])
    rulebook = rulebooks.load([*settings.rules, *map(Path, rules)])
    colour, width = output.wants_colour(color), output.width()
    row = partial(_row, colour=colour, width=width)
    common.say(rulebook.problems)
    if place is None or file is None:
        output.write_stdout(rule_page(_rule(rulebook, subject), row, colour))
        return 2 if rulebook.problems else 0
    item = Path(file)
    given = next(iter(common.documents([item], stdin_name=stdin_name, date=date, encoding=encoding)))
    if isinstance(given, Problem):
        common.say([given])
        return 2
    report = pipeline.audit(given, rulebook)
    line, column = int(place["line"]), int(place["column"] or 0)
    last = given.position(len(given.text))[0]
    if not 1 <= line <= last:
        raise click.UsageError(f"{file} has {words.counted(last, 'line')}; there is no line {line}")
    output.write_stdout(line_page(report, line, column, row, colour))
    common.say(report.problems[len(rulebook.problems) :])
    return 2 if report.problems else 0


def _rule(rulebook: Rulebook, name: str) -> Rule:
    """The rule of that id, or the only one whose id ends so."""
    found = [rule for rule in rulebook.rules if rule.id == name]
    found = found or [rule for rule in rulebook.rules if rule.id.rpartition("/")[2] == name]
    if len(found) == 1:
        return found[0]
    from difflib import get_close_matches

    near = [rule.id for rule in found] or get_close_matches(name, [rule.id for rule in rulebook.rules], 3, 0.4)
    hint = f"did you mean {' or '.join(near)}?" if near else "figures rules lists those in force."
    raise click.UsageError(f"there is no rule {name!r}, and FILE:LINE is another thing to explain; {hint}")


def rule_page(rule: Rule, row: Row, colour: bool) -> str:
    """What a rule checks, why, and texts on which it speaks or stays silent."""
    parts = [
        f"{paint(rule.id, 'bold', colour)} {rule.name}\n",
        row("kind", rule.kind),
        row("severity", rule.severity),
        row("says", rule.message),
        row("why", rule.why),
        row("source", rule.source),
        *(row(name, _setting(value)) for name, value in rule.params.items()),
        *(
            row(
                "example",
                f"“{one_line(example.text)}”{f', on {example.date}' if example.date else ''}: {example.verdict}",
            )
            for example in rule.examples
        ),
        row("defined in", f"{rule.path}:{rule.line}"),
    ]
    return "".join(parts)


def _setting(value: object) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(map(str, value))
    return str(value)


def line_page(report: Report, line: int, column: int, row: Row, colour: bool) -> str:
    """Every number on a line: what it says, what it bears on, and each verdict with its derivation."""
    places = Places(report.document)

    def here(start: int, end: int) -> bool:
        first, last = places.position(start), places.position(max(start, end - 1))
        if column:
            return first <= (line, column) <= last
        return first[0] <= line <= last[0]

    parts: list[tuple[int, str]] = []
    for index, claim in enumerate(report.claims):
        if here(claim.quantity.span.start, claim.quantity.span.end):
            parts.append((claim.quantity.span.start, _claim(report, places, index, row, colour)))
    for rejected in report.rejected:
        if here(rejected.span.start, rejected.span.end):
            text = _heading(report, places, rejected.span.start, rejected.text, colour)
            parts.append((rejected.span.start, text + row("no quantity", rejected.reason)))
    for result in report.results:
        if not result.claims and here(result.span.start, result.span.end):
            said = report.document.text[result.span.start : result.span.end]
            text = _heading(report, places, result.span.start, said, colour)
            parts.append((result.span.start, text + _result(report, places, result, row)))
    if not parts:
        return f"{one_line(report.document.path)}:{line}: there is no number here\n"
    return "\n".join(text for _, text in sorted(parts))


def _heading(report: Report, places: Places, offset: int, text: str, colour: bool) -> str:
    line, column = places.position(offset)
    return f"{paint(f'{one_line(report.document.path)}:{line}:{column}', 'path', colour)} {one_line(text)}\n"


def _claim(report: Report, places: Places, index: int, row: Row, colour: bool) -> str:
    claim = report.claims[index]
    quantity = claim.quantity
    phrases = [
        ("counts", claim.counted),
        ("out of", claim.whole),
        ("about", claim.subject),
        ("happened", claim.predicate),
        ("where", claim.place),
        ("when", claim.time),
        ("who says so", claim.source),
    ]
    parts = [
        _heading(report, places, quantity.span.start, quantity.text, colour),
        row("value", words.value_of(quantity)),
        row("says", words.of_quantity(quantity, quantity.stated)),
        row("reads as", facts.claim_reads(claim)),
        *(row(label, phrase.text if phrase else "") for label, phrase in phrases),
    ]
    for relation in report.relations:
        if index in relation.claims:
            others = ", ".join(_named(report, places, other) for other in relation.claims if other != index)
            kind = relation.kind.replace("_", " ")
            parts.append(row("relation", f"{kind} with {others} (“{relation.evidence}”)" if others else kind))
    judged = [result for result in report.results if index in result.claims]
    parts += [_result(report, places, result, row) for result in judged]
    if index in report.unchecked:
        parts.append(row("verdict", "unchecked: there is nothing to hold it against"))
    return "".join(parts)


def _named(report: Report, places: Places, index: int) -> str:
    quantity = report.claims[index].quantity
    line, column = places.position(quantity.span.start)
    return f"“{one_line(quantity.text)}” at {line}:{column}"


def _result(report: Report, places: Places, result: Finding, row: Row) -> str:
    known = [(label, text) for label, text in facts.facts(report, places, result) if label not in ("verdict", "says")]
    return row("verdict", f"{facts.verdict(result)} ({result.rule})") + "".join(
        row(label, text) for label, text in [("", result.message), *known]
    )


def _row(label: str, text: str, *, colour: bool, width: int | None) -> str:
    if not text:
        return ""
    start = f"   {label + ':' if label else ''}".ljust(LABEL + 3)
    first, *rest = wrap(one_line(text), width and width - len(start), "")
    return "\n".join([paint(start, "dim", colour) + first, *(" " * len(start) + more for more in rest)]) + "\n"

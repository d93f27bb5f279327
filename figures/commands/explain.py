"""``figures explain``: the page of a rule, or how the verdict on each number in a line came about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Date
from pathlib import Path

import click

from figures import config, output, pipeline, sources
from figures import rules as rulebooks
from figures.commands import common
from figures.findings import Problem
from figures.renderers.explain import explain_line, explain_rule
from figures.rules import Rule, Rulebook

# As a linter prints it, so that a place can be copied: the column and a last colon may follow.
PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d{1,9})(:\d{1,9})?:?\Z", re.DOTALL)


def run(
    *,
    subject: str,
    rules: Sequence[str],
    data: Sequence[str],
    date: Date | None,
    encoding: str | None,
    stdin_name: str | None,
) -> int:
    place = PLACE.match(subject)
    settings = config.find([place["file"] if place else "-"])
    rulebook = rulebooks.load([*settings.rules, *map(Path, rules)])
    if place is None:
        output.write_stdout(explain_rule(_rule(rulebook, subject)))
        common.say(rulebook.problems)
        return 2 if rulebook.problems else 0
    item = Path(place["file"])
    document = next(common.documents([item], stdin_name=stdin_name, date=date, encoding=encoding))
    if isinstance(document, Problem):
        common.say([*rulebook.problems, document])
        return 2
    report = sources.bind(pipeline.audit(document, rulebook), rulebook, data)
    (report,), problems, _ = sources.hold([report], data)
    try:
        output.write_stdout(explain_line(report, int(place["line"])))
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    problems += report.problems
    common.say(problems)
    return 2 if problems else 0


def _rule(rulebook: Rulebook, name: str) -> Rule:
    """The rule of that id, or the only one whose id ends so."""
    from figures import sourcing
    from figures.binding import check
    from figures.data import held

    rules = [*rulebook.rules, sourcing.RULE, check.RULE, held.RULE, held.RANK]  # the last four are no files
    found = [rule for rule in rules if rule.id == name]
    found = found or [rule for rule in rules if rule.id.rpartition("/")[2] == name]
    if len(found) == 1:
        return found[0]
    from difflib import get_close_matches

    near = [rule.id for rule in found] or get_close_matches(name, [rule.id for rule in rules], 1, 0.4)
    hint = f"did you mean {' or '.join(near)}?" if near else "figures rules lists those in force."
    raise click.UsageError(f"{name!r} is neither FILE:LINE nor a rule in force; {hint}")

"""A number of a sort that changes from day to day says when it was true."""

from __future__ import annotations

from figures.checks.context import Context, required
from figures.checks.subjects import applies
from figures.dates import find_dates
from figures.findings import Finding
from figures.relations.layout import around
from figures.rules import Rule


def check(context: Context, rule: Rule) -> list[Finding]:
    """One result for each number that the rule is about; see ``context.required``."""
    found = []
    for index, claim in enumerate(context.claims):
        if claim.hypothetical or not applies(rule, claim):
            continue
        given = claim.as_of.isoformat() if claim.as_of else claim.time.text if claim.time else _dated(context, index)
        found.append(required(context, rule, index, given, "a date, which the sentence does not give"))
    return found


def _dated(context: Context, index: int) -> str:
    """The first date in the number's sentence, as written; "" when there is none."""
    line, _ = around(context.document, context.claims, index)
    mentions = find_dates(line.text)
    return line.text[mentions[0].start : mentions[0].end] if mentions else ""

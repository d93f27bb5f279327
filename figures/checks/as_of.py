"""A number of a sort that changes from day to day says when it was true."""

from __future__ import annotations

from figures.checks.context import Context, required
from figures.checks.subjects import applies
from figures.findings import Finding
from figures.rules import Rule


def check(context: Context, rule: Rule) -> list[Finding]:
    """One result for each number that the rule is about; see ``context.required``."""
    found = []
    for index, claim in enumerate(context.claims):
        if claim.hypothetical or not applies(rule, claim):
            continue
        given = claim.as_of.isoformat() if claim.as_of else claim.time.text if claim.time else ""
        found.append(required(context, rule, index, given, "a date, which the sentence does not give"))
    return found

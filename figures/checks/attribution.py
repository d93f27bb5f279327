"""A number of a sort that is disputed says who counted it."""

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
        source = claim.source.text if claim.source else "the speaker who is quoted" if claim.quoted else ""
        given = f"according to {source}" if source else ""
        found.append(required(context, rule, index, given, "a source, which the sentence does not name"))
    return found

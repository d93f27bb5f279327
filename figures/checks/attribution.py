"""A number of a sort that is disputed says who counted it."""

from __future__ import annotations

from figures.checks import wording
from figures.checks.context import Context, required
from figures.checks.subjects import applies
from figures.findings import Finding
from figures.rules import Rule


def check(context: Context, rule: Rule) -> list[Finding]:
    """One result for each number that the rule is about: a missing source is ``unchecked``, with the rule's severity.

    A source only says whom to ask, so finding one holds the number against nothing: such a result names no claim.
    """
    found = []
    for index, claim in enumerate(context.claims):
        if not applies(rule, claim) or claim.hypothetical:
            continue
        source = claim.source.text if claim.source else "the speaker who is quoted" if claim.quoted else ""
        fits = f"{wording.counted(claim)}: according to {source}"
        found.append(required(context, rule, index, bool(source), fits, "a source, which the sentence does not name"))
    return found

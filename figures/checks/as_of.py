"""A number of a sort that changes from day to day says when it was true."""

from __future__ import annotations

from figures.checks import wording
from figures.checks.context import Context, required
from figures.checks.subjects import applies
from figures.findings import Finding
from figures.rules import Rule


def check(context: Context, rule: Rule) -> list[Finding]:
    """One result for each number that the rule is about: a missing date is ``unchecked``, with the rule's severity.

    A date holds the number against nothing either: a result that finds one names no claim.
    """
    found = []
    for index, claim in enumerate(context.claims):
        if not applies(rule, claim) or claim.hypothetical:
            continue
        when = claim.as_of.isoformat() if claim.as_of else claim.time.text if claim.time else ""
        fits = f"{wording.counted(claim)}: {when}"
        found.append(required(context, rule, index, bool(when), fits, "a date, which the sentence does not give"))
    return found

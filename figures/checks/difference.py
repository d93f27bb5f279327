"""A difference fits the numbers it lies between: 52 is 12 more than 40."""

from __future__ import annotations

from figures.checks import wording
from figures.checks.context import Context, words_entail
from figures.checks.formula import hold
from figures.findings import Finding, Relation
from figures.rules import Rule


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each difference relation."""
    return [_judge(context, rule, relation) for relation in context.of_kind("difference")]


def _judge(context: Context, rule: Rule, relation: Relation) -> Finding:
    _, larger, smaller = (context.claims[index].quantity for index in relation.claims)
    more, less = words_entail(larger, precise=True), words_entail(smaller, precise=True)
    return hold(
        context,
        rule,
        relation.claims,
        [("larger", larger, more), ("smaller", smaller, less)],
        "larger - smaller",
        more - less,
        f"{wording.text(larger)} - {wording.text(smaller)}".replace("- from ", "- ").removeprefix("to "),
    )

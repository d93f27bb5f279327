"""Percentages of one whole add up to 100: 40, 35 and the remaining 30 percent do not."""

from __future__ import annotations

from figures.checks import wording
from figures.checks.context import Context, words_entail
from figures.checks.formula import hold
from figures.findings import Finding, Relation
from figures.interval import Interval, total
from figures.rules import Rule


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each list of percentages, on its last one."""
    return [_judge(context, rule, relation) for relation in context.of_kind("hundred")]


def _judge(context: Context, rule: Rule, relation: Relation) -> Finding:
    others = [context.claims[index].quantity for index in relation.claims[1:]]
    given = [words_entail(quantity, precise=True) for quantity in others]
    left = 100 - total(given)
    expected = left
    if relation.evidence == "answers":  # some may have given no answer at all
        expected = Interval(None, left.hi, False, left.hi_open)
    return hold(
        context,
        rule,
        relation.claims,
        [
            (f"share {n}", quantity, interval)
            for n, (quantity, interval) in enumerate(zip(others, given, strict=True), 1)
        ],
        "100 - the other shares",
        expected,
        f"100 percent less {_listed([wording.text(q) for q in others])}",
        repair=relation.evidence == "rest",
    )


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]

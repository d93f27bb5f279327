"""'From A to B, up C percent' adds up: 40 to 50 is a rise of 25 percent.

Between two percentages, a difference in points that is called percent is true only to the letter, and said so.
"""

from __future__ import annotations

from figures.checks import wording
from figures.checks.context import Context, aside, operand, verdict, words_entail
from figures.findings import Derivation, Finding, Relation
from figures.interval import relative_change
from figures.relations.change import direction
from figures.relations.layout import around
from figures.rules import Rule
from figures.verdicts import Judgement, weigh


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each change relation."""
    return [_judge(context, rule, relation) for relation in context.of_kind("change")]


def _judge(context: Context, rule: Rule, relation: Relation) -> Finding:
    change, start, finish = relation.claims
    quantity = context.claims[change].quantity
    before = words_entail(context.claims[start].quantity, precise=True)
    after = words_entail(context.claims[finish].quantity, precise=True)
    points = quantity.unit == "percentage point"
    percents = context.claims[finish].quantity.unit == "percentage"
    if points and not percents:
        return aside(
            context, rule, "not_comparable", relation.claims, "percentage points of something that is no percentage"
        )
    if not points and (before.lo is None or before.lo <= 0):
        return aside(context, rule, "not_comparable", relation.claims, "a change in percent from zero or below")
    expected = after - before if points else relative_change(before, after) * 100
    given, implied = words_entail(quantity, precise=True), quantity.implied
    if direction(*around(context.document, context.claims, change)) == "down" and quantity.value > 0:
        given, implied = -given, -implied
    judgement = weigh(given, implied, expected, resolution=quantity.resolution)
    if judgement.verdict == "inconsistent" and percents and not points and given.meets(after - before):
        judgement = Judgement("misleading", note="points")
    formula = "after - before" if points else "100 x (after / before - 1)"
    derivation = Derivation(
        (
            operand("before", context.claims[start].quantity, before),
            operand("after", context.claims[finish].quantity, after),
        ),
        formula,
        expected,
        given,
        implied,
        quantity.unit,
    )
    told = f"from {context.claims[start].quantity.text} to {context.claims[finish].quantity.text}"
    is_a = f"{told} is a change of {wording.interval(expected, quantity.unit)}"
    fix = ""
    middle = expected.middle
    if middle is not None and quantity.bound == "=":
        fix = wording.written_like(quantity, middle if middle >= 0 else -middle)
    if judgement.note == "points":
        fix = (
            wording.written_like(quantity, quantity.value)
            .replace("percent", "percentage points")
            .replace("%", " percentage points")
        )
        is_a += "; the number given is the difference in percentage points"
    return verdict(context, rule, judgement, relation.claims, derivation, against=is_a, fits=is_a, fix=fix)

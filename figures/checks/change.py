"""'From A to B, up C percent' adds up: 40 to 50 is a rise of 25 percent.

Between two percentages, a difference in points that is called percent is true only to the letter, and said so.
"""

from __future__ import annotations

from figures.checks import wording
from figures.checks.context import Context, aside, operand, verdict, words_entail
from figures.findings import Derivation, Finding, Relation
from figures.interval import relative_change
from figures.relations.change import as_change, direction, read_levels
from figures.relations.layout import around
from figures.rules import Rule
from figures.verdicts import Judgement, weigh


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each change relation."""
    return [_judge(context, rule, relation) for relation in context.of_kind("change")]


def _judge(context: Context, rule: Rule, relation: Relation) -> Finding:
    quantity = as_change(context.claims[relation.claims[0]].quantity)
    levels = read_levels(context.claims, relation)
    before, after = (words_entail(level, precise=True) for level in levels)
    times = quantity.kind == "multiple"
    points = quantity.unit == "percentage point"
    percents = levels[1].unit == "percentage"
    if points and not percents:
        reason = "percentage points of something that is no percentage"
        return aside(context, rule, "not_comparable", relation.claims, reason)
    if not points and (before.lo is None or before.lo <= 0):
        return aside(context, rule, "not_comparable", relation.claims, "a change from zero or below has no ratio")
    given = words_entail(quantity, precise=True)
    down = direction(*around(context.document, context.claims, relation.claims[0])) == "down"
    if times:
        inverse = down and quantity.value > 1 and (after.lo is not None and after.lo > 0)
        expected, formula = (before / after, "before / after") if inverse else (after / before, "after / before")
    else:
        percent = 100 if quantity.unit == "percentage" else 1  # fell by half
        factor = "100 x " if percent == 100 else ""
        expected = after - before if points else relative_change(before, after) * percent
        formula = "after - before" if points else f"{factor}(after / before - 1)"
        if down and quantity.value > 0:
            expected = -expected
            formula = "before - after" if points else f"{factor}(1 - after / before)"
    judgement = weigh(given, quantity.implied, expected, resolution=0 if times else quantity.resolution)
    if (
        judgement.verdict == "inconsistent"
        and percents
        and not points
        and (given.meets(after - before) or given.meets(before - after))
    ):
        judgement = Judgement("misleading", note="points")
    derivation = Derivation(
        (operand("before", levels[0], before), operand("after", levels[1], after)),
        formula,
        expected,
        given,
        quantity.implied,
        quantity.unit,
    )
    words = [wording.text(context.claims[index].quantity) for index in relation.claims[1:]]
    told = f"from {' to '.join(words).removeprefix('from ')} is"
    shown = wording.interval(expected, quantity.unit, "" if times else quantity.kind)
    is_a = f"{told} {shown} times as much" if times else f"{told} a change of {shown}"
    fix, middle = "", expected.middle
    if middle is not None and quantity.bound == "=" and not times:
        fix = wording.written_like(quantity, middle)
    if judgement.note == "points":
        fix = f"{wording.number(quantity.value)} percentage points"
        is_a += "; the number given is the difference in percentage points"
    return verdict(context, rule, judgement, relation.claims, derivation, against=is_a, fits=is_a, fix=fix)

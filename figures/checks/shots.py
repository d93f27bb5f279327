"""The points of a player fit the shots made: 8 field goals, 3 of them threes, and 3 free throws make 22 points."""

from __future__ import annotations

from figures.checks.context import Context
from figures.checks.formula import hold
from figures.findings import Finding, Relation
from figures.interval import Interval, point
from figures.relations.shots import label
from figures.rules import Rule


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each player whose shots are told."""
    return [_judge(context, rule, relation) for relation in context.of_kind("shots")]


def _judge(context: Context, rule: Rule, relation: Relation) -> Finding:
    made = {kind: quantity.value for kind, quantity in zip(relation.evidence, relation.operands, strict=True)}
    goals = made["F"]
    least = 2 * goals + made.get("3", 0) + made.get("T", 0)
    expected = point(least)
    if "T" not in made:
        expected = Interval(least, None)
    elif "3" not in made:
        expected = Interval(least, least + goals)
    terms = {"F": "2 x field goals", "3": "threes", "T": "free throws"}
    known = [terms[kind] for kind in "F3T" if kind in made]
    sign = "=" if len(made) == 3 else ">="
    told = " + ".join(f"2 x {made[k]}" if k == "F" else f"{made[k]}" for k in "F3T" if k in made)
    return hold(
        context,
        rule,
        relation.claims,
        [(label(k), q, point(q.value)) for k, q in zip(relation.evidence, relation.operands, strict=True)],
        f"points {sign} {' + '.join(known)}",
        expected,
        told,
        always=True,
        repair=expected.exact,
    )

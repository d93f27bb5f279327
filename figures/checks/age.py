"""An age fits the year of birth: born in 1931, somebody was 73 or 74 in 2005."""

from __future__ import annotations

from figures.checks.context import Context
from figures.checks.formula import hold
from figures.findings import Finding, Relation
from figures.interval import Interval, point
from figures.rules import Rule


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each age relation; none where the text has no date to count to."""
    found = (_judge(context, rule, relation) for relation in context.of_kind("age"))
    return [finding for finding in found if finding is not None]


def _judge(context: Context, rule: Rule, relation: Relation) -> Finding | None:
    years = relation.operands
    born = years[0].value
    if len(years) == 2:
        last, told = years[1].value, f"the age in {years[1].text} of somebody born in {years[0].text}"
    elif context.document.date is not None:
        last = context.document.date.year
        told = f"the age in {last} of somebody born in {years[0].text}"
    else:
        return None
    if last <= born:
        return None
    labels = ("born", "in")
    return hold(
        context,
        rule,
        relation.claims,
        [(label, quantity, point(quantity.value)) for label, quantity in zip(labels, years, strict=False)],
        "year - year of birth, or one less before the birthday",
        Interval(last - born - 1, last - born),
        told,
        repair=False,
        fix=f"{last - born - 1} or {last - born}",
    )

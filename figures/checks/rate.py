"""A rate fits its total and its count: 12,000 pupils in 40 schools are 300 per school.

Rates are rough as a rule, so round totals and counts count as round numbers here.
"""

from __future__ import annotations

from fractions import Fraction

from figures.checks import wording
from figures.checks.context import Context, aside
from figures.checks.formula import hold, round_or_not
from figures.conversion import convert
from figures.findings import Finding, Relation
from figures.interval import Interval, point, whole
from figures.rules import Rule


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each rate relation."""
    return [_judge(context, rule, relation) for relation in context.of_kind("rate")]


def _judge(context: Context, rule: Rule, relation: Relation) -> Finding:
    rate, total, count, *base = (context.claims[index].quantity for index in relation.claims)
    over, by = round_or_not(total), round_or_not(count)
    unit, _, per = rate.unit.rpartition(" per ")
    if not unit:
        unit, per = rate.unit, ""
    factor = Fraction(1)
    for one, other, upward in ((total.unit, unit, True), (count.unit, per, False)):
        if one and other and one != other:
            times = convert(1, one, other)
            if times is None:
                return aside(context, rule, "not_comparable", relation.claims, f"{one} does not convert to {other}")
            factor = factor * times if upward else factor / times
    if by.lo is None or by.lo <= 0:
        return aside(context, rule, "not_comparable", relation.claims, "a rate per nothing")
    operands = [("total", total, over), ("count", count, by)]
    if base:  # 10 per 100,000
        factor *= base[0].value
        operands.append(("per", base[0], point(base[0].value)))
    expected: Interval = over / by * factor
    plain = count.value and total.bound == count.bound == "="  # the ends of round numbers are not even about them
    return hold(
        context,
        rule,
        relation.claims,
        operands,
        "rate = total / count" + (" x per" if base else ""),
        expected,
        f"{wording.text(total)} / {wording.text(count)}" + (f" x {wording.text(base[0])}" if base else ""),
        round_too=True,
        always=True,
        repair=False,
        fix=wording.written_like(rate, whole(total.value * factor / count.value)) if plain else "",
    )

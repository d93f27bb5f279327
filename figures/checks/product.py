"""So many at so much each make the total: 12 buses at $300,000 are $3.6 million."""

from __future__ import annotations

from figures.checks import wording
from figures.checks.context import Context, operand, verdict, words_entail
from figures.checks.formula import hold, round_or_not
from figures.conversion import convert
from figures.findings import Derivation, Finding, Relation
from figures.interval import Interval
from figures.rules import Rule
from figures.verdicts import weigh


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each product relation."""
    return [_judge(context, rule, relation) for relation in context.of_kind("product")]


def _judge(context: Context, rule: Rule, relation: Relation) -> Finding:
    total, count, each = (context.claims[index].quantity for index in relation.claims)
    exact = relation.evidence != "enough"
    many = words_entail(count, precise=True) if exact else round_or_not(count)
    much = words_entail(each, precise=True)
    if relation.evidence == "over time":
        per = each.unit.rpartition(" per ")[2]
        many = many * (convert(1, count.unit, per) or 1)
    made = many * much
    told = f"{wording.text(count)} x {wording.text(each)}"
    operands = [("count", count, many), ("each", each, much)]
    if exact:
        return hold(
            context, rule, relation.claims, operands, "total = count x each", made, told, round_too=True, always=True
        )
    given = words_entail(total)
    expected = Interval(made.lo, None, made.lo_open)
    judgement = weigh(given, None, expected, resolution=total.resolution)
    is_a = f"{told} is {wording.interval(made, total.unit)}"
    derivation = Derivation(
        tuple(operand(label, q, interval) for label, q, interval in operands),
        "total >= count x each",
        expected,
        given,
        unit=total.unit,
    )
    return verdict(context, rule, judgement, relation.claims, derivation, against=is_a, fits=is_a)

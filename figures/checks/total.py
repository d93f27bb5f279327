"""Parts add up to their total, in a sentence or in a table; parts that may not be all are not more than it."""

from __future__ import annotations

from figures.checks import wording
from figures.checks.context import Context, aside, disputed, generous, operand, verdict, words_entail
from figures.checks.formula import hold
from figures.findings import Derivation, Finding, Operand, Relation
from figures.interval import Interval, point, total
from figures.lexicon.nouns import nouns
from figures.rules import Rule
from figures.verdicts import weigh

_SHOWN = 8  # operands that a derivation lists one by one; of a longer column, the rest as one


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each total relation."""
    return [
        _groups(context, rule, relation) if relation.evidence == "groups" else _judge(context, rule, relation)
        for relation in context.of_kind("total")
    ]


def _groups(context: Context, rule: Rule, relation: Relation) -> Finding:
    """118 people were assigned to A (n = 58) or B (n = 60)."""
    parts = [(f"group {n}", group, point(group.value)) for n, group in enumerate(relation.operands, 1)]
    told = " + ".join(group.text for group in relation.operands)
    added = total(interval for _, _, interval in parts)
    return hold(context, rule, relation.claims, parts, f"total = {told}", added, told)


def _judge(context: Context, rule: Rule, relation: Relation) -> Finding:
    whole, *parts = relation.claims
    quantities = [context.claims[index].quantity for index in parts]
    given = [words_entail(quantity, precise=True) for quantity in quantities]
    added = total(given)
    quantity = context.claims[whole].quantity
    said = words_entail(quantity, precise=True)
    some = relation.evidence == "some"
    expected = Interval(added.lo, None, added.lo_open) if some else added
    if some:
        said = generous(quantity)
    judgement = weigh(said, None, expected, resolution=quantity.resolution)
    if judgement.verdict == "inconsistent" and (reason := disputed(context, whole, *parts)):
        return aside(context, rule, "not_comparable", relation.claims, reason)
    if judgement.verdict == "inconsistent" and relation.evidence.startswith("total row"):
        if relation.evidence.endswith("cells missing") and added.below(said):
            return aside(context, rule, "not_comparable", relation.claims, "some cells of the column hold no number")
        if (added / 2).meets(said):
            return aside(context, rule, "not_comparable", relation.claims, "the column seems to count everything twice")
    told = " + ".join(wording.text(q) for q in quantities[:_SHOWN]) + (" + ..." if len(parts) > _SHOWN else "")
    heads = [claim.counted.head if claim.counted else "" for claim in (context.claims[index] for index in parts)]
    if some and not nouns().apart(heads) and not (added.meets(said) and added.exact):
        reason = f"{told} is {wording.interval(added)}, but the groups may overlap or leave somebody out"
        return aside(context, rule, "not_comparable", relation.claims, reason)
    relation_sign = ">=" if some else "="
    derivation = Derivation(
        _operands(context, parts, given),
        f"total {relation_sign} {told}",
        expected,
        said,
        unit=quantity.unit,
    )
    middle = added.middle
    return verdict(
        context,
        rule,
        judgement,
        relation.claims,
        derivation,
        against=f"{told} is {wording.interval(added, quantity.unit)}",
        fits=f"{told} {'is within' if some else 'makes'} {wording.counted(context.claims[whole])}",
        fix=wording.written_like(quantity, middle) if middle is not None and not some else "",
    )


def _operands(context: Context, parts: list[int], given: list[Interval]) -> tuple[Operand, ...]:
    shown = [
        operand(f"part {n}", context.claims[index].quantity, interval)
        for n, (index, interval) in enumerate(zip(parts[:_SHOWN], given, strict=False), 1)
    ]
    if len(parts) > _SHOWN:
        shown.append(Operand(f"{len(parts) - _SHOWN} more parts", "", total(given[_SHOWN:])))
    return tuple(shown)

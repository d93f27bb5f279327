"""The same thing, told twice in one text, has one number."""

from __future__ import annotations

from figures.checks import wording
from figures.checks.context import Context, aside, disputed, generous, operand, verdict, words_entail
from figures.findings import Derivation, Finding, Relation
from figures.meaning import rounded
from figures.rules import Rule
from figures.verdicts import weigh

_WHERE = {"headline": "in the headline", "same speaker": "the same speaker", "table": "in the table"}


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each restates relation."""
    return [_judge(context, rule, relation) for relation in context.of_kind("restates")]


def _judge(context: Context, rule: Rule, relation: Relation) -> Finding:
    again, before = relation.claims
    one, other = context.claims[again], context.claims[before]
    if one.quantity.unit != other.quantity.unit:
        return aside(context, rule, "not_comparable", (again, before), "the two are in different units")
    expected = generous(other.quantity, told=True)
    given = words_entail(one.quantity, told=True)
    judgement = weigh(
        given, one.quantity.implied, expected, resolution=one.quantity.resolution, rounded=rounded(one.quantity)
    )
    if judgement.verdict == "inconsistent" and (reason := disputed(context, again, before)):
        return aside(context, rule, "not_comparable", (again, before), reason)
    derivation = Derivation(
        (operand(_WHERE.get(relation.evidence, "said before"), other.quantity, expected),),
        "the same number",
        expected,
        given,
        one.quantity.implied,
        one.quantity.unit,
    )
    exact = one.quantity.bound == other.quantity.bound == "=" and other.quantity.high is None
    told = wording.counted(other)
    return verdict(
        context,
        rule,
        judgement,
        (again, before),
        derivation,
        against=told,
        fits=f"{wording.counted(one)} and {told} agree",
        fix=wording.written_like(one.quantity, other.quantity.value) if exact else "",
    )

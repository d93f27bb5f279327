"""What remains, beside the parts, makes up the whole: "of the 40 passengers 12 died and the remaining 28 ...".

"Others" and "another" only say that nobody is counted twice. Their sum is worked out, but a text that gives no whole
holds it against nothing, and then the number stays unchecked.
"""

from __future__ import annotations

import re

from figures.checks import wording
from figures.checks.context import Context, aside, disputed, operand, verdict, words_entail
from figures.findings import Derivation, Finding, Relation
from figures.interval import Interval, total
from figures.lexicon.nouns import nouns
from figures.rules import Rule
from figures.verdicts import weigh

_REMAINING = re.compile(r"(?:the|its|their)\s+(?:remaining|other)\b", re.I)


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each rest_of relation."""
    parts = {r.claims[0]: r.claims[1] for r in context.of_kind("part_of")}
    return [_judge(context, rule, relation, parts) for relation in context.of_kind("rest_of")]


def _judge(context: Context, rule: Rule, relation: Relation, parts: dict[int, int]) -> Finding:
    rest, *beside = relation.claims
    if not _REMAINING.match(relation.evidence):
        beside = [index for index in beside if parts.get(index) not in beside]
        return _sum_alone(context, rule, rest, beside)
    whole = beside.pop()
    beside = [index for index in beside if parts.get(index, whole) == whole]
    claims = (rest, *beside, whole)
    quantity = context.claims[rest].quantity
    operands = [words_entail(context.claims[index].quantity, precise=True) for index in beside]
    most = words_entail(context.claims[whole].quantity, precise=True)
    expected = most - total(operands)
    if len(beside) > 1 and not _apart(context, beside):
        # Groups that overlap leave more over than their sum does, and at most what the largest leaves.
        expected = expected.hull(most - max(operands, key=lambda i: (i.lo is not None, i.lo or 0)))
    if not beside:
        return aside(context, rule, "unchecked", claims, "the text names no part beside the rest")
    given = words_entail(quantity, precise=True)
    judgement = weigh(given, None, expected, resolution=quantity.resolution)
    if judgement.verdict == "inconsistent" and (reason := disputed(context, *claims)):
        return aside(context, rule, "not_comparable", claims, reason)
    labels = ["part"] if len(beside) == 1 else [f"part {n}" for n in range(1, len(beside) + 1)]
    derivation = Derivation(
        (
            operand("whole", context.claims[whole].quantity, most),
            *(
                operand(label, context.claims[i].quantity, g)
                for label, i, g in zip(labels, beside, operands, strict=True)
            ),
        ),
        "rest = whole - " + " - ".join(labels),
        expected,
        given,
        unit=quantity.unit,
    )
    told = " and ".join(wording.counted(context.claims[i]) for i in beside)
    left = wording.interval(expected, quantity.unit)
    leaves = f"{wording.counted(context.claims[whole])} less {told} leaves {left}"
    return verdict(
        context,
        rule,
        judgement,
        claims,
        derivation,
        against=leaves,
        fits=leaves,
        fix=wording.written_like(quantity, expected.lo) if expected.exact and expected.lo is not None else "",
    )


def _apart(context: Context, claims: list[int]) -> bool:
    """Whether nothing can be counted in two of these: by what they are, or by what happened to them."""
    heads, events = [], []
    for index in claims:
        claim = context.claims[index]
        heads.append(claim.counted.head if claim.counted else "")
        events.append(nouns().event(claim.predicate.head if claim.predicate else "", heads[-1]))
    return nouns().apart(heads) or (len(set(events)) == len(events) and set(events) <= nouns().outcomes)


def _sum_alone(context: Context, rule: Rule, rest: int, beside: list[int]) -> Finding:
    claims = [context.claims[index] for index in (*beside, rest)]
    given: list[Interval] = [words_entail(claim.quantity) for claim in claims]
    told = " + ".join(wording.counted(claim) for claim in claims)
    reason = f"{told}: {wording.interval(total(given))} together; the text gives no whole to hold that against"
    return aside(context, rule, "unchecked", (rest, *beside), reason)

"""A number lies in the range that is possible, or plausible, for what it measures."""

from __future__ import annotations

from figures.checks import wording
from figures.checks.context import Context, operand, verdict, words_entail
from figures.checks.subjects import applies
from figures.findings import Derivation, Finding
from figures.interval import Interval
from figures.rules import Rule
from figures.verdicts import weigh


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each number that the rule is about."""
    expected = Interval(rule.params.get("low"), rule.params.get("high"))
    found = []
    for index, claim in enumerate(context.claims):
        if not applies(rule, claim) or claim.hypothetical or claim.quantity.role == "by" or claim.quantity.direction:
            continue
        quantity = claim.quantity
        given = words_entail(quantity)
        judgement = weigh(given, None, expected, resolution=quantity.resolution)
        derivation = Derivation(
            (operand("number", quantity, given),), "low <= number <= high", expected, given, unit=quantity.unit
        )
        told = f"the plausible range: {wording.interval(expected, quantity.unit)}"
        fits = f"{wording.counted(claim)} is in {told}"
        found.append(verdict(context, rule, judgement, (index,), derivation, against=told, fits=fits))
    return found

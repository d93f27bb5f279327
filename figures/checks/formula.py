"""A number held against what others of the text make by a formula: the common end of many checks."""

from __future__ import annotations

from collections.abc import Sequence

from figures.checks import wording
from figures.checks.context import Context, aside, disputed, generous, operand, verdict, words_entail
from figures.findings import Derivation, Finding
from figures.interval import Interval
from figures.meaning import rounded
from figures.quantity import Quantity
from figures.rules import Rule
from figures.verdicts import weigh


def hold(
    context: Context,
    rule: Rule,
    claims: Sequence[int],
    operands: Sequence[tuple[str, Quantity, Interval]],
    formula: str,
    expected: Interval,
    told: str,
    *,
    round_too: bool = False,
    always: bool = False,
    repair: bool = True,
    fix: str = "",
) -> Finding:
    """The verdict on ``claims[0]``; ``operands`` are the labels, numbers and intervals that ``formula`` starts from.

    ``told``: what was worked out, in words, without its result. ``round_too``: the number may be a round one, as where
    "or 300 each" is said of 305. ``always``: whether the formula holds in a condition, a plan or a forecast too.
    ``repair``: whether the formula gives one value, so that it can be suggested; ``fix``: what is suggested otherwise.
    """
    quantity = context.claims[claims[0]].quantity
    given = words_entail(quantity, precise=not round_too)
    judgement = weigh(
        given,
        quantity.implied,
        expected,
        resolution=quantity.resolution,
        rounded=rounded(quantity) if round_too else None,
    )
    if judgement.verdict == "inconsistent" and not always and (reason := disputed(context, *claims)):
        return aside(context, rule, "not_comparable", claims, reason)
    is_a = f"{told} is {wording.interval(expected, quantity.unit)}"
    middle = expected.middle if repair and quantity.bound == "=" and quantity.high is None else None
    return verdict(
        context,
        rule,
        judgement,
        claims,
        Derivation(
            tuple(operand(label, q, interval) for label, q, interval in operands),
            formula,
            expected,
            given,
            quantity.implied,
            quantity.unit,
        ),
        against=is_a,
        fits=is_a,
        fix=wording.written_like(quantity, middle) if middle is not None else fix,
    )


def round_or_not(quantity: Quantity) -> Interval:
    """What a number may be that stands in a rough calculation: as its words say, or as a round number."""
    return generous(quantity)

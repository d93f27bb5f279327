"""An estimate lies in its own confidence interval, and the interval agrees with the p value beside it.

A ratio off the middle of its interval, on the log scale, and an interval that contradicts its p are warnings at most:
some methods give intervals that are not symmetric, or that differ from the test.
"""

from __future__ import annotations

from figures.checks.context import Context, verdict
from figures.checks.statistics_text import claims_in, decimals, with_claims
from figures.document import Block
from figures.findings import Derivation, Finding, Operand
from figures.interval import Interval, divide
from figures.quantity import display
from figures.rules import Rule
from figures.statistics import confidence
from figures.statistics.assess import p_printed
from figures.statistics.confidence import Estimate, printed
from figures.statistics.numerals import Numeral
from figures.verdicts import Judgement, weigh


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each estimate with its interval that is named, or is a percentage."""
    by = rule.params.get("off_centre", confidence.OFF_CENTRE)
    found = [(block, estimate) for block in context.document.blocks for estimate in confidence.find(block.text)]
    return [_judge(context, rule, block, estimate, by) for block, estimate in found if estimate.measure]


def _judge(context: Context, rule: Rule, block: Block, estimate: Estimate, by: int) -> Finding:
    span = block.locate(estimate.start, estimate.end)
    said = " ".join(estimate.text.split())
    said += ")" * (said.count("(") - said.count(")")) + "]" * (said.count("[") - said.count("]"))
    value, ends = printed(estimate.value), confidence.allowed(estimate)
    low, high = _written(estimate.low), _written(estimate.high)
    shown = _written(estimate.value)
    judgement, soft = Judgement("consistent"), False
    against = fits = f"{shown} lies between {low} and {high}"
    fix = ""
    expected = ends or printed(estimate.low).hull(printed(estimate.high))
    if ends is None:
        judgement = Judgement("inconsistent", "major")
        against, fix = f"the interval runs down, from {low} to {high}", f"{high} to {low}"
    elif value.disjoint(ends):
        judgement = weigh(value, None, ends, resolution=estimate.value.resolution)
        against = f"{shown} does not lie between {low} and {high}"
        if (-value).meets(ends):
            against += f"; {_written(estimate.value, -1)} would"
    elif confidence.off_centre(estimate, by):
        judgement, soft = Judgement("inconsistent", "minor"), True
        middle = _middle(estimate)
        against = f"a ratio with this interval is near {middle} unless the interval is of an uncommon kind; got {shown}"
    elif estimate.p is not None and (p := p_printed(estimate.p)) is not None and confidence.contradicts_p(estimate, p):
        judgement, soft = Judgement("inconsistent", "decisive"), True
        null = 1 if estimate.measure == "ratio" else 0
        inside = printed(estimate.low).below(Interval(null, null)) and Interval(null, null).below(
            printed(estimate.high)
        )
        alpha = display(1 - divide(estimate.level or 95, 100))
        against = (
            f"the interval {'holds' if inside else 'leaves out'} {null}, so that p should be "
            f"{'above' if inside else 'at most'} {alpha}; it is given as p {estimate.p.comparison} {estimate.p.written}"
        )
    at = block.locate(estimate.start, estimate.end)
    operands = tuple(
        Operand(label, _written(number), printed(number), at)
        for label, number in (("low", estimate.low), ("high", estimate.high))
    )
    derivation = Derivation(operands, "low <= estimate <= high", expected, value)
    finding = verdict(
        context, rule, judgement, (), derivation, against=against, fits=fits, fix=fix, soft=soft, span=span, says=said
    )
    return with_claims(finding, claims_in(context, span))


def _middle(estimate: Estimate) -> str:
    """The middle of the interval on the log scale, to the decimals of the estimate."""
    middle = (float(estimate.low.value) * float(estimate.high.value)) ** 0.5
    places = len(str(estimate.value.resolution.denominator)) - 1
    return f"{middle:.{places}f}"


def _written(number: Numeral, sign: int = 1) -> str:
    """The number with the decimals that it is written with: 1.80."""
    return decimals(sign * number.value, len(str(number.resolution.denominator)) - 1)

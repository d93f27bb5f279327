"""'X of Y, or Z percent' adds up: 10 of 15 are 66.7 percent, so 67 percent fits and 76 percent does not."""

from __future__ import annotations

import re
from fractions import Fraction

from figures.checks import wording
from figures.checks.context import Context, aside, operand, verdict, words_entail
from figures.findings import Derivation, Finding, Relation
from figures.interval import Exact, Interval, around, divide
from figures.interval import share as ratio
from figures.quantity import Claim, Quantity
from figures.relations.share import Share, read_share
from figures.rules import Rule
from figures.verdicts import weigh

_RATIO = re.compile(r"\bratio\b|\b[MF]\s?[/:]\s?[MF]\b|\b(?:fe)?males?\s?[/:]\s?(?:fe)?males?\b|\bversus\b", re.I)
NEAR = 40  # claims on either side that may be the base that was meant
_DIGITS = re.compile(r"\d{2,12}(?:\.\d{1,6})?")


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each share relation whose whole is not zero."""
    found = (_judge(context, rule, relation) for relation in context.of_kind("share"))
    return [finding for finding in found if finding is not None]


def _judge(context: Context, rule: Rule, relation: Relation) -> Finding | None:
    given = read_share(context.claims, relation)
    claims = (relation.claims[-1], *relation.claims[:-1])
    if given is None:
        return aside(context, rule, "unchecked", claims, "the two numbers of the fraction cannot be told apart")
    part, whole = words_entail(given.part, precise=True), words_entail(given.whole, precise=True)
    if whole.lo is None or whole.lo <= 0 or part.lo is None:
        return aside(context, rule, "not_comparable", claims, "a share of a whole that has no number above zero")
    times = 100 if given.percent.unit == "percentage" else 1
    expected = ratio(part, whole) * times
    said = words_entail(given.percent, precise=True)
    implied = given.percent.implied if given.percent.qualifier else said
    half = (divide(times, 2),)
    judgement = weigh(said, implied, expected, resolution=given.percent.resolution, boundaries=half)
    if judgement.verdict == "inconsistent":
        if _glued(given.percent, expected):
            reason = f"{given.percent.text} seems to be two numbers without a blank between them"
            return aside(context, rule, "not_comparable", claims, reason)
        of_both = ratio(part, part + whole) * times
        if said.meets(of_both) and _RATIO.search(
            context.document.text[max(0, relation.span.start - 80) : relation.span.end + 20]
        ):
            reason = f"{given.part.text} against {given.whole.text} is a ratio: of both together it is the share given"
            return aside(context, rule, "not_comparable", claims, reason)
    derivation = Derivation(
        (operand("part", given.part, part), operand("whole", given.whole, whole)),
        "100 x part / whole" if times == 100 else "part / whole",
        expected,
        said,
        implied,
        given.percent.unit,
    )
    middle = expected.middle
    told = f"{wording.text(given.part)} of {wording.text(given.whole)}"
    is_a = wording.interval(expected, given.percent.unit)
    base = _base(context, relation, given, said / times) if judgement.verdict == "inconsistent" else ""
    return verdict(
        context,
        rule,
        judgement,
        claims,
        derivation,
        against=f"{told} is {is_a}{base}",
        fits=f"{told} is {is_a}",
        fix=wording.written_like(given.percent, middle) if middle is not None and given.percent.bound == "=" else "",
    )


def _base(context: Context, relation: Relation, given: Share, said: Interval) -> str:
    """Of which other number of the text the share would be right, in words; "" where none or several would do."""
    first, last = max(0, min(relation.claims) - NEAR), max(relation.claims) + NEAR + 1
    if said.lo is None or said.lo <= 0:
        return ""
    would = words_entail(given.part, precise=True) / said
    fitting: dict[Exact, Claim] = {}
    for index in range(first, min(last, len(context.claims))):
        claim = context.claims[index]
        quantity = claim.quantity
        plain = quantity.kind in ("count", "number") and quantity.high is None and not quantity.unit
        if index in relation.claims or not plain or quantity.bound != "=" or quantity.value < given.part.value:
            continue
        if quantity.value != given.whole.value and would.contains(quantity.value):
            fitting.setdefault(quantity.value, claim)
    if len(fitting) != 1:
        return ""
    return f"; of the {wording.counted(next(iter(fitting.values())))} in this text it would be right"


def _glued(percent: Quantity, expected: Interval) -> bool:
    """Whether a number above 100 percent fits without its first digits: 1254.8% for "12" and "54.8%"."""
    digits = _DIGITS.match(percent.text)
    if digits is None or percent.value <= 100 or expected.hi is None or expected.hi > 100:
        return False
    whole, _, decimals = digits.group().partition(".")
    for start in range(1, len(whole)):
        value = Fraction(f"{whole[start:]}.{decimals or 0}")
        if expected.meets(around(value, divide(percent.resolution, 2))):
            return True
    return False

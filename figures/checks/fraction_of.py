"""A fraction or a majority fits its numbers: a third of 90 is 30, and 18 of 40 are no majority."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from figures.checks import wording
from figures.checks.context import Context, aside, disputed, operand, verdict, words_entail
from figures.findings import Derivation, Finding, Relation
from figures.interval import Interval, share
from figures.meaning import stated
from figures.quantity import Quantity
from figures.rounding import nearest
from figures.rules import Rule
from figures.verdicts import weigh

HALF = Fraction(1, 2)
NEAR = Fraction(1, 100)
FRACTIONS = {
    Fraction(1, 2): "half",
    Fraction(1, 3): "a third",
    Fraction(2, 3): "two thirds",
    Fraction(1, 4): "a quarter",
    Fraction(3, 4): "three quarters",
    Fraction(1, 5): "a fifth",
    Fraction(1, 10): "a tenth",
}
SLACK = Fraction(5, 2)  # points, for a fraction with a qualifier


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each fraction_of relation."""
    return [_judge(context, rule, relation) for relation in context.of_kind("fraction_of")]


def _judge(context: Context, rule: Rule, relation: Relation) -> Finding:
    if relation.evidence == "percent":
        return _percent(context, rule, relation)
    if relation.evidence == "fraction":
        part, whole, fraction = (context.claims[index].quantity for index in relation.claims)
        claims = (relation.claims[2], *relation.claims[:2])
        given, said = stated(fraction), wording.text(fraction)
    else:
        part, whole = (context.claims[index].quantity for index in relation.claims)
        claims = relation.claims
        over = relation.evidence == "majority"
        given = Interval(HALF, 1, True) if over else Interval(0, HALF, False, True)
        said = f"a {relation.evidence}"
    some, every = words_entail(part, precise=True), words_entail(whole, precise=True)
    if every.lo is None or every.lo <= 0:
        return aside(context, rule, "not_comparable", claims, "a fraction of nothing")
    expected = share(some, every)
    judgement = weigh(given, None, expected, boundaries=(HALF,) if relation.evidence != "fraction" else ())
    if judgement.verdict == "inconsistent" and (reason := disputed(context, *claims)):
        return aside(context, rule, "not_comparable", claims, reason)
    told = f"{wording.text(part)} of {wording.text(whole)}"
    percent = wording.interval(expected * 100, "percentage")
    operands = (operand("part", part, some), operand("whole", whole, every))
    derivation = Derivation(operands, "100 x part / whole", expected * 100, given * 100, unit="percentage")
    return verdict(
        context,
        rule,
        judgement,
        claims,
        derivation,
        against=f"{told} is {percent}",
        fits=f"{told} is {percent}",
        fix=_in_words(expected),
        says=said,
        span=relation.span if relation.evidence != "fraction" else None,
    )


def _percent(context: Context, rule: Rule, relation: Relation) -> Finding:
    fraction, percent = (context.claims[index].quantity for index in relation.claims)
    given = stated(_in_points(fraction))
    if fraction.qualifier:  # "almost a quarter" is as good as any number that is nearer to it than to the next
        given = given + Interval(-SLACK, SLACK)
    said = words_entail(percent, precise=True)
    judgement = weigh(given, None, said, resolution=0)
    if judgement.verdict == "inconsistent" and (reason := disputed(context, *relation.claims)):
        return aside(context, rule, "not_comparable", relation.claims, reason)
    told = wording.text(percent)
    derivation = Derivation(
        (operand("percentage", percent, said),), "fraction = percentage / 100", said, given, unit="percentage"
    )
    return verdict(
        context,
        rule,
        judgement,
        relation.claims,
        derivation,
        against=f"it is given as {told}",
        fits=f"{wording.text(fraction)} is {told}",
        says=wording.text(fraction),
        fix=_in_words(said / 100),
    )


def _in_words(expected: Interval) -> str:
    """The fraction that people would call it, or else the percentage."""
    middle = expected.middle
    if middle is None or not 0 < middle <= 1:
        return ""
    near = min(FRACTIONS, key=lambda fraction: abs(fraction - middle))
    if abs(near - middle) <= NEAR:
        return FRACTIONS[near]
    return f"{nearest(middle * 100, 1)} percent"


def _in_points(fraction: Quantity) -> Quantity:
    """The same fraction in points of a percentage."""
    if fraction.unit == "percentage":
        return fraction
    return replace(fraction, unit="percentage", value=fraction.value * 100, resolution=fraction.resolution * 100)

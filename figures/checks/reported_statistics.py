"""The p value of a reported test fits its statistic and degrees of freedom: t(28) = 2.20 has p = .036, not .06."""

from __future__ import annotations

from fractions import Fraction

from msgspec import structs

from figures.checks.context import Context, verdict
from figures.checks.statistics_text import claims_in, decimals, probabilities, probability, with_claims
from figures.document import Block
from figures.findings import Derivation, Finding, Operand
from figures.interval import EVERYTHING, Exact, point
from figures.quantity import display
from figures.rounding import rounds_to
from figures.rules import Rule
from figures.statistics.assess import CORRECTION, Assessment, Options, assess, corrected
from figures.statistics.patterns import ONE_TAILED
from figures.statistics.printed_p import PValue
from figures.statistics.recompute import SYMMETRIC
from figures.statistics.reported import Reported, Statistic, find
from figures.verdicts import Judgement, weigh

SYMBOLS = {"Chi2": "χ²", "Z": "z"}
DISTRIBUTIONS = {
    "t": "t", "F": "F", "Z": "normal", "r": "t (of r sqrt(df / (1 - r^2)))",
    "Chi2": "chi-square", "Q": "chi-square", "Qw": "chi-square", "Qb": "chi-square",
}  # fmt: skip


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each result that has all it takes to recompute its p value."""
    options = Options(**{name: value for name, value in rule.params.items() if name in Options.__struct_fields__})
    results = [(block, result) for block in context.document.blocks for result in find(block.text)]
    if not results:
        return []
    text = context.document.text
    one_tailed = ONE_TAILED.search(text) is not None
    correction = CORRECTION.search(text)
    several = correction[0] if correction else ""
    return [_judge(context, rule, options, block, result, one_tailed, several) for block, result in results]


def _judge(
    context: Context, rule: Rule, options: Options, block: Block, result: Reported, one_tailed: bool, correction: str
) -> Finding:
    span = block.locate(result.start, result.end)
    p_span = block.locate(result.p.start, result.p.end)
    claims = claims_in(context, span, p_span)
    said = " ".join(result.text.split())
    judged = assess(result, options, one_tailed)
    name = statistic_words(result.statistic)
    tails = " as a one-tailed test" if judged.one_tailed else ""
    computed, possible = probability(Fraction(judged.computed)), probabilities(judged.expected)
    gives = f"{name} has p {possible}{tails}"
    if result.statistic.comparison == "=":
        gives = f"{name} has p = {computed}{tails}" + (f" ({possible} as rounded)" if possible != computed else "")

    adjusted = "an adjusted p" if result.p.adjusted else correction
    if judged.error and not judged.zero and adjusted and corrected(judged.printed, judged.expected):
        reason = f"possibly corrected for several tests (the text speaks of {adjusted}): {gives} without a correction"
        return with_claims(Finding(rule.id, "not_comparable", "", span, reason, says=said), claims)

    judgement = _judgement(judged, result.p, options)
    against = gives
    if judged.zero:
        against = f"{gives}; no p value is zero, so that p < .001 is what can be said"
    elif judged.decisive:
        significant = judged.computed <= options.alpha
        against += f", which is {'' if significant else 'not '}significant at {probability(options.alpha)}"
    letter = "P" if result.text[result.p.start - result.start :].lstrip(" .<0123456789")[:1] == "P" else "p"
    fix = _fix(judged, result.p, letter) if judged.error and result.statistic.comparison == "=" else ""
    if (other := result.statistic.value.other) is not None and judged.error:
        statistic = structs.replace(result.statistic, value=other)
        if not assess(structs.replace(result, statistic=statistic), options, one_tailed).error:
            against += f"; with a decimal point, {statistic_words(statistic)}, it would fit"
            fix = decimals(other.value, 3)
    finding = verdict(
        context, rule, judgement, (), _derivation(block, result, judged),
        against=against, fits=gives, fix=fix, span=span, says=said,
    )  # fmt: skip
    return with_claims(finding, claims)


def _judgement(judged: Assessment, p: PValue, options: Options) -> Judgement:
    if not judged.error:
        return Judgement("consistent")
    if judged.decisive:
        return Judgement("inconsistent", "decisive")
    if judged.zero or judged.printed is None:
        return Judgement("inconsistent", "rounding")
    resolution: Exact = p.value.resolution if p.value is not None and p.comparison == "=" else 0
    judgement = weigh(judged.printed, None, judged.expected, resolution=resolution)
    # Ten times as small is another magnitude, but for a p value no other conclusion.
    return Judgement("inconsistent", "major" if judgement.degree == "decisive" else judgement.degree, judgement.note)


def _derivation(block: Block, result: Reported, judged: Assessment) -> Derivation:
    s = result.statistic
    at = block.locate(s.start, s.end)
    given = point(s.value.value) if s.comparison != "=" else rounds_to(s.value.value, s.value.resolution)
    operands = [Operand("statistic", result.text[s.start - result.start : s.end - result.start], given, at)]
    for label, degrees in (("df1", s.df1), ("df2", s.df2)):
        if degrees is not None:
            operands.append(Operand(label, display(degrees), point(degrees), at))
    tail = "one tail" if judged.one_tailed or s.family not in SYMMETRIC else "both tails"
    formula = f"p = {tail} of the {DISTRIBUTIONS[s.family]} distribution beyond the statistic"
    return Derivation(tuple(operands), formula, judged.expected, judged.printed or EVERYTHING)


def statistic_words(s: Statistic) -> str:
    """The statistic in plain form: t(28) = 2.2, F(2, 34) = 4.1."""
    degrees = ", ".join(display(degree).replace(",", "") for degree in (s.df1, s.df2) if degree is not None)
    value = decimals(s.value.value, len(str(s.value.resolution.denominator)) - 1)
    return f"{SYMBOLS.get(s.family, s.family)}{f'({degrees})' if degrees else ''} {s.comparison} {value}"


def _fix(judged: Assessment, p: PValue, letter: str) -> str:
    """A p value that fits, with the decimals and the leading zero of the printed one."""
    computed = Fraction(judged.computed)
    places = len(p.written.partition(".")[2]) if p.comparison == "=" and p.written.replace(".", "").isdigit() else 3
    places = min(max(places, 2), 6)
    zero = "0" if p.written.startswith("0") else ""
    least = Fraction(1, 10 ** max(places, 3))
    if computed < least:
        return f"{letter} < {zero}{decimals(least, max(places, 3)).lstrip('0')}"
    written = decimals(computed, places)
    if written.startswith("1"):
        return f"{letter} > {zero}.{'9' * places}"
    return f"{letter} = {zero}{written[1:]}"

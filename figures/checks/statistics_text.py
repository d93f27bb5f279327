"""What the checks of reported statistics share: the claims inside a result, and p values in words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from fractions import Fraction

from msgspec import structs

from figures.checks.context import Context
from figures.document import Span
from figures.findings import Finding
from figures.interval import Exact, Interval
from figures.rounding import nearest

PLACES = 3  # significant digits of a p value that nobody printed


def claims_in(context: Context, span: Span, first: Span | None = None) -> tuple[int, ...]:
    """The claims whose number lies in a span, the one in ``first`` before the others."""
    at = bisect_left(context.claims, span.start, key=lambda claim: claim.quantity.span.start)
    inside = []
    while at < len(context.claims) and context.claims[at].quantity.span.start < span.end:
        if context.claims[at].quantity.span.end <= span.end:
            inside.append(at)
        at += 1
    if first is None:
        return tuple(inside)
    return tuple(sorted(inside, key=lambda index: not context.claims[index].quantity.span.overlaps(first)))


def with_claims(finding: Finding, claims: Iterable[int]) -> Finding:
    """The finding, with every number of the result counted as checked."""
    return structs.replace(finding, claims=tuple(claims))


def probability(value: Exact, leading_zero: bool = True) -> str:
    """A p value for people, to three significant digits: 0.0362, 1.2e-8, or .0362 without the zero."""
    if value == 0:
        return "0"
    exponent = 0
    scaled = Fraction(value)
    while scaled < 1:
        scaled, exponent = scaled * 10, exponent - 1
    if exponent < -4:
        digits = nearest(scaled, Fraction(1, 10))
        return f"{float(digits):g}e{exponent}"
    written = decimals(value, PLACES - 1 - exponent).rstrip("0").rstrip(".")
    return written if leading_zero or not written.startswith("0.") else written[1:]


def probabilities(given: Interval) -> str:
    """An interval of p values in words: "0.0358 to 0.0367", "above 0.05"."""
    low, high = given.lo or 0, 1 if given.hi is None else given.hi
    if low == 0 and high < 1:
        return f"{'below' if given.hi_open else 'at most'} {probability(high)}"
    if high == 1 and low > 0:
        return f"{'above' if given.lo_open else 'at least'} {probability(low)}"
    least, most = probability(low), probability(high)
    return least if least == most else f"{least} to {most}"


def decimals(value: Exact, places: int) -> str:
    """The number rounded to so many decimals, zeros kept."""
    scaled = int(nearest(Fraction(value) * 10**places, 1))
    sign, digits = "-" if scaled < 0 else "", str(abs(scaled)).rjust(places + 1, "0")
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)

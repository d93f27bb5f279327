"""What the checks of reported statistics share: the claims inside a result, and p values in words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from decimal import Context as Digits
from fractions import Fraction

from msgspec import structs

from figures.checks.context import Context
from figures.document import Span
from figures.findings import Finding
from figures.interval import Exact, Interval
from figures.rounding import nearest

_THREE, _TWO = (Digits(prec=digits, rounding=ROUND_HALF_UP) for digits in (3, 2))


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


def probability(value: Exact) -> str:
    """A p value for people, to three significant digits: 0.0362, 6.6e-6."""
    rounded = _THREE.divide(Decimal(value.numerator), Decimal(value.denominator))
    if rounded == 0:
        return "0"
    exponent = rounded.adjusted()
    if exponent < -4:
        return f"{_TWO.plus(rounded.scaleb(-exponent)).normalize():f}e{exponent}"
    return f"{rounded.normalize():f}"


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

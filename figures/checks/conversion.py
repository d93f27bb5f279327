"""A measure in brackets is the one before it in another unit: 100 miles are 160 kilometres.

Both sides may be rounded, so only what no rounding explains is a mistake. Degrees may be points of their scales or
differences ("3 degrees Celsius (5.4 degrees Fahrenheit) warmer").
"""

from __future__ import annotations

from figures.checks import wording
from figures.checks.context import Context, aside
from figures.checks.formula import hold, round_or_not
from figures.conversion import convert
from figures.findings import Finding, Relation
from figures.interval import Exact, Interval
from figures.quantity import Quantity
from figures.rules import Rule


def check(context: Context, rule: Rule) -> list[Finding]:
    """One verdict for each conversion relation."""
    return [_judge(context, rule, relation) for relation in context.of_kind("conversion")]


def _judge(context: Context, rule: Rule, relation: Relation) -> Finding:
    there, here = (context.claims[index].quantity for index in relation.claims)
    given = round_or_not(here)
    expected = _converted(given, here.unit, there.unit, difference=False)
    if expected is None:
        return aside(context, rule, "not_comparable", relation.claims, f"{here.unit} does not convert to {there.unit}")
    if here.kind == "temperature" and expected.disjoint(there.stated):
        apart = _converted(given, here.unit, there.unit, difference=True)
        if apart is not None and apart.meets(there.stated):
            expected = apart
    exact = _converted(Interval(here.value, here.high or here.value), here.unit, there.unit, difference=False)
    told = wording.text(here)
    finding = hold(
        context,
        rule,
        relation.claims,
        [("measure", here, given)],
        f"{here.unit} to {there.unit}",
        expected,
        told,
        round_too=True,
        always=True,
        repair=False,
    )
    if finding.verdict == "inconsistent" and exact is not None and exact.middle is not None:
        from msgspec.structs import replace

        return replace(finding, fix=_fix(there, exact.middle))
    return finding


def _fix(there: Quantity, value: Exact) -> str:
    return wording.written_like(there, value) if there.high is None and there.bound in ("=", "~") else ""


def _converted(given: Interval, one: str, other: str, *, difference: bool) -> Interval | None:
    """The interval in the other unit; ends that are not bounded stay so."""
    ends = [None if end is None else convert(end, one, other, difference=difference) for end in (given.lo, given.hi)]
    if any(end is None and source is not None for end, source in zip(ends, (given.lo, given.hi), strict=True)):
        return None
    if ends[0] is not None and ends[1] is not None and ends[0] > ends[1]:
        return Interval(ends[1], ends[0], given.hi_open, given.lo_open)
    return Interval(ends[0], ends[1], given.lo_open, given.hi_open)

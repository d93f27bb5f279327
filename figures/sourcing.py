"""Every number of a text is the rounding of a value in the data files that it was written from.

A value counts in any unit that it can be converted to; one that carries no unit may also be a share (0.8123 for 81.2%)
and, where its key says so, seconds, milliseconds or bytes. What the words say decides how far a value may be off:
"81.2%" is 81.15 to 81.25, "about 300" is 270 to 330, "more than 50" is what a fair reader takes from it, and 1,200 may
be 1,203.4 to the nearest hundred. Nothing is worked out: a sum or a ratio of values is no value.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct, structs

from figures.findings import Derivation, Finding, Operand, Report, by_place
from figures.interval import Exact, Interval, point, size, whole
from figures.meaning import rounded
from figures.quantity import Claim, Quantity
from figures.references.numerals import Value
from figures.rules import Rule

RULE = Rule(
    id="sourced/number",
    name="A number is in none of the data files",
    kind="sourced",
    severity="error",
    message="{text} is not a rounding of any value in the data; the nearest is {against}.",
    why="A number that no result bears out was changed, or is of a run that nobody kept.",
    source="The data files named with --data.",
    examples=(),
    params={},
    path="--sourced",
    line=0,
)
NEAR = Fraction(1, 10)  # a nearest value this close is offered as what the text may have meant
_SKIPPED = frozenset({"ordinal", "age"})


class Index(Struct, frozen=True):
    """The values by unit and sort, in order of size."""

    values: dict[tuple[str, str], tuple[list[Exact], list[Value]]]
    count: int


class _Found(Struct, frozen=True):
    value: Value
    there: Exact  # in the unit of the text


def index(values: Iterable[Value]) -> Index:
    """The values made ready to be looked up."""
    by_unit: dict[tuple[str, str], list[Value]] = {}
    for value in values:
        by_unit.setdefault((value.unit, value.sort), []).append(value)
    made = {}
    for kind, group in by_unit.items():
        group.sort(key=lambda value: value.value)
        made[kind] = ([value.value for value in group], group)
    return Index(made, sum(len(group) for group in by_unit.values()))


def check(report: Report, data: Index) -> Report:
    """The report with a result for each of its numbers; one that no value bears out is an error.

    Ordinals, ages and orders of magnitude ("dozens") are left alone.
    """
    results = list(report.results)
    sourced: set[int] = set()
    for number, claim in enumerate(report.claims):
        if claim.quantity.kind in _SKIPPED or claim.quantity.vague:
            continue
        found = _result(number, claim, data)
        results.append(found)
        if found.verdict == "consistent":
            sourced.add(number)
    results.sort(key=by_place)
    unchecked = tuple(number for number in report.unchecked if number not in sourced)
    return structs.replace(report, results=tuple(results), unchecked=unchecked)


def _result(number: int, claim: Claim, data: Index) -> Finding:
    from figures.checks import wording

    quantity = claim.quantity
    meant = quantity.implied
    says = wording.says(claim)
    found = _lookup(quantity, meant, data)
    if found is None and (wider := rounded(quantity)) is not None:
        found, meant = _lookup(quantity, wider, data), wider
    if found is not None:
        derivation = _derivation(quantity, meant, found)
        message = f"{wording.counted(claim)}: {_told(quantity, found)}"
        return Finding(
            RULE.id, "consistent", "", quantity.span, message, says=says, claims=(number,), derivation=derivation
        )
    nearest, meant = _nearest(quantity, data), quantity.implied
    against = "none, as no value can be in its unit" if nearest is None else _told(quantity, nearest)
    fix = ""
    if nearest is not None and quantity.bound == "=" and quantity.high is None:
        off = size(whole(Fraction(nearest.there) - quantity.value))
        fix = wording.written_like(quantity, nearest.there) if off <= NEAR * size(quantity.value) else ""
    return Finding(
        RULE.id,
        "unchecked",
        RULE.severity,
        quantity.span,
        RULE.fill(text=wording.text(quantity), against=against),
        says=says,
        against="" if nearest is None else against,
        claims=(number,),
        derivation=None if nearest is None else _derivation(quantity, meant, nearest),
        fix=fix,
    )


def _derivation(quantity: Quantity, meant: Interval, found: _Found) -> Derivation:
    operand = Operand(found.value.place, found.value.text, point(found.value.value))
    return Derivation((operand,), "the value in the data", point(found.there), meant, None, quantity.unit)


def _told(quantity: Quantity, found: _Found) -> str:
    """81.23% (0.8123 in results/run.json: accuracy)"""
    from figures.words import interval

    where = f"{found.value.text} in {found.value.place}"
    if found.there == found.value.value and found.value.unit == quantity.unit:
        return where
    shown = interval(point(found.there), quantity.unit, quantity.kind).removeprefix("exactly ")
    return where if found.value.text == shown else f"{shown} ({where})"


def _lookup(quantity: Quantity, meant: Interval, data: Index) -> _Found | None:
    """The value nearest to the number as written among those that its words allow."""
    best: _Found | None = None
    for kind, (values, group) in data.values.items():
        for factor in _factors(quantity, *kind):
            start = 0
            if meant.lo is not None:
                low = whole(Fraction(meant.lo) / factor)
                start = bisect_right(values, low) if meant.lo_open else bisect_left(values, low)
            middle = bisect_left(values, whole(Fraction(quantity.value) / factor))
            for at in {start, max(middle - 1, start), max(middle, start)}:
                if at < len(values) and meant.contains(there := whole(factor * values[at])):
                    best = _nearer(quantity, best, _Found(group[at], there))
    return best


def _nearest(quantity: Quantity, data: Index) -> _Found | None:
    best: _Found | None = None
    for kind, (values, group) in data.values.items():
        for factor in _factors(quantity, *kind):
            at = bisect_left(values, whole(Fraction(quantity.value) / factor))
            for near in (at - 1, at):
                if 0 <= near < len(values):
                    best = _nearer(quantity, best, _Found(group[near], whole(factor * values[near])))
    return best


def _nearer(quantity: Quantity, best: _Found | None, other: _Found) -> _Found:
    if best is None or size(other.there - quantity.value) < size(best.there - quantity.value):
        return other
    return best


def _factors(quantity: Quantity, unit: str, sort: str) -> list[Fraction]:
    """What a value of this unit may be multiplied by to be in the unit of the number; [] where it cannot be."""
    own = quantity.unit.split(" per ")[0] if not unit or " per " not in unit else quantity.unit
    if own in ("count", ""):
        own = ""
    if quantity.kind == "fraction":
        own = "fraction"
    if unit == own:
        return [Fraction(1)]
    if not unit:
        return [Fraction(1), *_without_unit(own, sort)]
    if not own:  # the text may leave the unit to its heading
        return [Fraction(1)]
    if own == "fraction":
        return [Fraction(1, 100)] if unit == "percentage" else []
    return [factor] if (factor := _factor(unit, own)) else []


def _without_unit(own: str, sort: str) -> list[Fraction]:
    if own == "percentage":
        return [Fraction(100)]
    if own == "fraction":
        return [Fraction(1, 100)]
    units = {"time": ("second", "millisecond"), "size": ("byte",)}.get(sort, ())
    return [factor for unit in units if unit != own and (factor := _factor(unit, own))]


def _factor(unit: str, own: str) -> Fraction | None:
    """Of conversions that are a factor alone; None for those between temperatures, or between nothing alike."""
    from figures.conversion import convert

    zero, one = convert(0, unit, own), convert(1, unit, own)
    return Fraction(one) if zero == 0 and one else None

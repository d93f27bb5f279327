"""A part, its whole and the percentage they make: "12 of 40, or 30 percent", "7/10 (70%)", "30% (12 of 40)".

The percentage must stand in brackets or in apposition right beside the two numbers, and must not name another base.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct, structs

from figures.document import Span
from figures.findings import Relation
from figures.interval import Exact
from figures.quantity import Claim, Quantity
from figures.relations.layout import Layout, Line, Site

_WORDS = r"(?:\s+(?!of\b)[\w’'-]{1,24}){0,4}"
_APPOSED = re.compile(
    rf"{_WORDS}\s*(?:[(\[]|,|–|—)\s*(?:or|i\.e\.|that is|equal to|which is|equivalent to|representing|=)?,?\s*(?:a\s+)?"
)
_BRACKET = re.compile(rf"{_WORDS}\s*[(\[]\s*")
_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|all|its|their|our|these|those|a\s+total\s+of)\s+){0,2}")
_NOUN_OF = re.compile(rf"{_WORDS}\s+(?:out\s+)?of\s+(?:(?:the|all|its|their|our|these|those|a\s+total\s+of)\s+){{0,2}}")
_CLOSED_OF = re.compile(rf"\s*[)\]]{_WORDS}\s+(?:out\s+)?of\s+(?:(?:the|all|its|their|our|a\s+total\s+of)\s+){{0,2}}")
_PERCENT_THEN = re.compile(rf"(?:\s+of\s+(?:the\s+|all\s+|its\s+|their\s+)?[\w’'-]+{_WORDS})?\s*[(\[]\s*(?:n\s*=\s*)?")
_ENDS = re.compile(r"\s*(?:[)\],;.:–—]|$)|\s+of\s+(?:them|the\s+total|those)\b|\s+(?:were|was|are|had|have|did|said)\b")
_OPENS = re.compile(r"^(?:Of|Among|Out of)\s+(?:(?:the|these|those|all|a\s+total\s+of)\s+){0,2}$")
_COMMA = re.compile(rf"{_WORDS}(?:\s+(?:in|at|from|with|on)\s+[\w’'-]+{_WORDS})?,\s+")
_SLASH = re.compile(
    r"(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})\s?(?:/|⁄|(?:out\s+of|of|in)\s)\s?(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})$"
)
_LABEL = re.compile(
    r"\b(?:stage|grade|class|type|phase|category|level|GOLD|Fig\.?|group|arm|chapter|item|ratio)s?\s+$", re.I
)
_DECIMAL_PAIR = re.compile(r"\d\.\d{1,6}\s?/\s?\d|\d\s?/\s?\d{1,9}\.\d")


class Share(Struct, frozen=True):
    """The two counts and the percentage as claims or parts of claims."""

    part: Quantity
    whole: Quantity
    percent: Quantity


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: part, whole, percentage; or the fraction that holds part and whole, and the percentage."""
    for line in layout.lines:
        for place, site in enumerate(line.sites):
            if not _is_share(site.claim.quantity):
                continue
            members = _members(line, place, site)
            if members is None:
                continue
            first, last = min(members, key=lambda s: s.start), max(members, key=lambda s: s.end)
            evidence = line.text[first.start : last.end]
            yield Relation("share", tuple(s.index for s in members), evidence, line.span(first.start, last.end))


def read_share(claims: tuple[Claim, ...], relation: Relation) -> Share | None:
    """The operands of a share; None when the fraction cannot be taken apart."""
    quantities = [claims[index].quantity for index in relation.claims]
    if len(quantities) == 3:
        return Share(own(quantities[0]), own(quantities[1]), quantities[2])
    pair = split(quantities[0])
    return Share(*pair, quantities[1]) if pair else None


def split(fraction: Quantity) -> tuple[Quantity, Quantity] | None:
    """The numbers above and below in "7/10" or "7 out of 10", as quantities; None when the text is no such pair."""
    found = _SLASH.search(fraction.text)
    if found is None or fraction.text[: found.start()].rstrip()[-1:].isdigit():
        return None
    above, below = (int(group.replace(",", "")) for group in found.groups())
    if not below or Fraction(above, below) != fraction.value:
        return None
    base = fraction.span.end - len(fraction.text)  # markup inside the number makes this a near miss, never a crash
    return (
        _count(fraction, above, found.group(1), base + found.start(1)),
        _count(fraction, below, found.group(2), base + found.start(2)),
    )


def _count(fraction: Quantity, value: Exact, text: str, start: int) -> Quantity:
    span = Span(max(start, fraction.span.start), max(start, fraction.span.start) + len(text))
    return structs.replace(
        fraction, span=span, number=span, text=text, value=value, kind="count", resolution=1, decimal=False, unit=""
    )


def _is_share(quantity: Quantity) -> bool:
    """A percentage or a fraction in words that is no change and no range."""
    if quantity.high is not None or quantity.direction or quantity.role:
        return False
    if quantity.kind == "fraction":
        return split(quantity) is None
    return quantity.unit == "percentage" and own(quantity) is quantity


def _members(line: Line, place: int, percent: Site) -> list[Site] | None:
    """The claims of the share, in the order of ``Relation.claims``."""
    sites = line.sites
    before, after = sites[max(0, place - 2) : place], sites[place + 1 : place + 3]
    ends = _ENDS.match(line.after(percent, 30)) is not None

    if before and _pair(line, before[-1]):
        if ends and _full(_APPOSED, line, before[-1], percent):
            return [before[-1], percent]
    elif len(before) == 2 and _counts(before[0], before[1]) and ends:
        part, whole = before
        if _full(_NOUN_OF, line, part, whole) and _full(_APPOSED, line, whole, percent):
            return [part, whole, percent]
        opened = _OPENS.match(line.text[: part.start]) if part.start < 40 else None
        if opened and _full(_COMMA, line, part, whole) and _full(_APPOSED, line, whole, percent) and place == 2:
            return [whole, part, percent]
    if after and _pair(line, after[0]):
        if _full(_PERCENT_THEN, line, percent, after[0]) and _ENDS.match(line.after(after[0], 30)):
            return [after[0], percent]
    elif len(after) == 2 and _counts(after[0], after[1]):
        part, whole = after
        if _full(_PERCENT_THEN, line, percent, part) and _full(_OF, line, part, whole):
            closing = re.match(rf"{_WORDS}\s*[)\],;]", line.after(whole, 80))
            if closing:
                return [part, whole, percent]
    if before and after and _counts(before[-1], after[0]):
        part, whole = before[-1], after[0]
        if _full(_BRACKET, line, part, percent) and _full(_CLOSED_OF, line, percent, whole):
            return [part, whole, percent]
    return None


def _pair(line: Line, site: Site) -> bool:
    """Whether the claim is a part over a whole, and no ratio, dose or label."""
    if site.claim.quantity.kind != "fraction":
        return False
    pair = split(site.claim.quantity)
    if pair is None or pair[0].value > pair[1].value:
        return False
    if _LABEL.search(line.before(site, 20)):
        return False
    return _DECIMAL_PAIR.search(line.text[max(0, site.start - 40) : site.end + 40]) is None


def _counts(part: Site, whole: Site) -> bool:
    one, other = own(part.claim.quantity), own(whole.claim.quantity)
    kinds = ("count", "number", "currency", "measure")
    if one.high is not None or other.high is not None:
        return False
    return one.kind in kinds and other.kind in kinds and one.unit in ("", other.unit)


def own(quantity: Quantity) -> Quantity:
    """Without a unit that stands behind another number: in "12, or 30 percent" the first is no percentage."""
    if quantity.unit == "percentage" and quantity.span.end == quantity.number.end and quantity.kind == "percentage":
        return structs.replace(quantity, unit="", kind="count")
    return quantity


def _full(pattern: re.Pattern[str], line: Line, one: Site, other: Site) -> bool:
    between = line.between(one, other)
    return between is not None and pattern.fullmatch(between) is not None

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
from figures.relations import share_clauses
from figures.relations.layout import Layout, Line, Site
from figures.relations.look_alikes import is_label, is_measure, may_be_date
from figures.relations.notation import pair_beside

_WORDS = r"(?:\s+(?!of\b)[\w’'-]{1,24}){0,4}"
_APPOSED = re.compile(
    rf"{_WORDS}\s*(?:[(\[]|[,;]|–|—)\s*"
    r"(?:or|i\.e\.|that is|equal to|which is|equivalent to|representing|=)?,?\s*(?:a\s+)?"
)
_BRACKET = re.compile(rf"{_WORDS}\s*[(\[]\s*")
_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|all|its|their|our|these|those|a\s+total\s+of)\s+){0,2}")
_NOUN_OF = re.compile(rf"{_WORDS}\s+(?:out\s+)?of\s+(?:(?:the|all|its|their|our|these|those|a\s+total\s+of)\s+){{0,2}}")
_CLOSED_OF = re.compile(rf"\s*[)\]]{_WORDS}\s+(?:out\s+)?of\s+(?:(?:the|all|its|their|our|a\s+total\s+of)\s+){{0,2}}")
_PERCENT_THEN = re.compile(rf"(?:\s+of\s+(?:the\s+|all\s+|its\s+|their\s+)?[\w’'-]+{_WORDS})?\s*[(\[]\s*(?:n\s*=?\s*)?")
_PART_THEN = re.compile(r"\s*[(\[]\s*(?:[nN]\s*=?\s*)?")
_ENDS = re.compile(
    r"\s*(?:[)\],;.:–—]|$)|\s+of\s+(?:them|the\s+total|those)\b(?!\s+(?:from|in|who|with|at|that|on|by|for|aged)\b)|\s+(?:were|was|are|had|have|did|said)\b"
)
_OF_OTHERS = re.compile(r"\s+of\s+(?!them\b|the\s+total\b|all\b|\d)")
_SLASHED = re.compile(r"\s?[/⁄]\s?")
_CLOSED = re.compile(rf"{_WORDS}\s*[)\],;]")
_OPENS = re.compile(r"^(?:Of|Among|Out of)\s+(?:(?:the|these|those|all|a\s+total\s+of)\s+){0,2}$")
_OPENS_CLAUSE = re.compile(
    r"[;,]\s+(?:and\s+|while\s+|whereas\s+)?(?:of|among|out\s+of)\s+(?:(?:the|these|those|all)\s+){0,2}$"
)
_OPENED = re.compile(r"(?:Of|Among|Out of)\s")
_CLOSES = re.compile(r"\s*[)\],;]")
_BASE = re.compile(
    r"\bof\b|\bamong|\bgroups?\b|\barms?\b|\bcohort|\bgiven\b|\bassigned|\breceiv|\bin\s+the\b|\b(?:wo)?men\b|;|\bwith(?:out)?\b"
)
_COMMA = re.compile(rf"{_WORDS}(?:\s+(?:in|at|from|with|on)\s+[\w’'-]+{_WORDS})?,\s+")
_SLASH = re.compile(
    r"(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})\s?(?:/|⁄|(?:out\s+of|of)\s)\s?(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})$"
)
_RATIO = re.compile(r"\s?[/:]\s?\d")  # 70/83 [46%/54%]: men to women
_CONFIDENCE = re.compile(r"\s*-?\s*(?:CIs?\b|confidence|credible|prediction)", re.I)


class Share(Struct, frozen=True):
    """The two counts and the percentage as claims or parts of claims."""

    part: Quantity
    whole: Quantity
    percent: Quantity


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: part, whole, percentage; or the fraction that holds part and whole, and the percentage.

    Where part and whole are no claims, they are the ``operands``; the percentage is always the last of the claims.
    """
    for line in layout.lines:
        opened = _OPENED.match(line.text) is not None
        for place, site in enumerate(line.sites):
            if not _is_share(site.claim.quantity) or _CONFIDENCE.match(line.after(site, 24)):
                continue
            members = _members(line, place, site) or (_of_opened(line, place) if opened and place > 2 else None)
            if members is None:
                if (found := _by_notation(line, place, site)) is not None:
                    yield found
                continue
            first, last = min(members, key=lambda s: s.start), max(members, key=lambda s: s.end)
            evidence = line.text[first.start : last.end]
            yield Relation("share", tuple(s.index for s in members), evidence, line.span(first.start, last.end))


def read_share(claims: tuple[Claim, ...], relation: Relation) -> Share | None:
    """The operands of a share; None when the fraction cannot be taken apart."""
    quantities = [claims[index].quantity for index in relation.claims]
    if relation.operands:
        part, whole = relation.operands
        return Share(part, whole, quantities[-1])
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


def _by_notation(line: Line, place: int, percent: Site) -> Relation | None:
    """A pair that is no claim, or one that may be a label; without a sign that it is a share, only one that fits."""
    found = pair_beside(line, percent) if percent.claim.quantity.unit == "percentage" else None
    if found is None or found.part.value > found.whole.value or found.whole.value == 0:
        return None
    if is_measure(line, found.start, found.end):
        return None
    rough = any(s.claim.quantity.bound != "=" for s in line.sites if found.start < s.end and s.start < found.end)
    if rough:  # almost 1/4 (22%)
        return None
    labelled = is_label(line, found.start, found.whole.value) or may_be_date(
        line, found.start, found.part.value, found.whole.value
    )
    quantity = percent.claim.quantity
    if (labelled or not found.shown) and 2 * abs(
        Fraction(100 * found.part.value, found.whole.value) - quantity.value
    ) > quantity.resolution:
        return None
    within = [s.index for s in line.sites[max(0, place - 3) : place + 3] if found.start < s.end and s.start < found.end]
    first, last = min(found.start, percent.start), max(found.end, percent.end)
    claims = (*within, percent.index)
    return Relation("share", claims, line.text[first:last], line.span(first, last), (found.part, found.whole))


def _is_share(quantity: Quantity) -> bool:
    """A percentage or a fraction in words that is no change and no range."""
    if quantity.high is not None or quantity.role == "by" or (quantity.direction and not quantity.role):
        return False
    if quantity.kind == "fraction":
        return split(quantity) is None
    return quantity.unit == "percentage" and own(quantity) is quantity


def _members(line: Line, place: int, percent: Site) -> list[Site] | None:
    """The claims of the share, in the order of ``Relation.claims``."""
    before, after = line.sites[max(0, place - 2) : place], line.sites[place + 1 : place + 3]
    return (
        _pair_beside(line, before, percent, after)
        or (_counts_before(line, *before, percent, place) if len(before) == 2 else None)
        or (_counts_after(line, percent, *after) if len(after) == 2 else None)
        or (_part_in_brackets(line, percent, *after) if len(after) == 2 else None)
        or _counts_around(line, before, percent, after)
        or share_clauses.members(line, place, percent)
    )


def _pair_beside(line: Line, before: tuple[Site, ...], percent: Site, after: tuple[Site, ...]) -> list[Site] | None:
    """7/10 (70%); 70% (7/10)."""
    if before and _pair(line, before[-1]) and _full(_APPOSED, line, before[-1], percent):
        if "(" in line.text[before[-1].end : percent.start] and _OF_OTHERS.match(line.after(percent, 16)):
            return None  # 3/4 (35% of the teams)
        return None if _RATIO.match(line.after(percent, 8)) else [before[-1], percent]
    if after and _pair(line, after[0]) and _full(_PERCENT_THEN, line, percent, after[0]):
        return [after[0], percent] if _ENDS.match(line.after(after[0], 30)) else None
    return None


def _counts_before(line: Line, part: Site, whole: Site, percent: Site, place: int) -> list[Site] | None:
    """12 of 40, or 30 percent; of the 40, 12 (30%)."""
    if not _counts(part, whole):
        return None
    slash = _slashed(line, part, whole)
    if not slash and not _ENDS.match(line.after(percent, 30)):
        return None
    if not slash and ";" in (line.between(whole, percent) or "") and not re.search(r"[(\[][^)\]]*$", line.before(part)):
        return None  # 12 of 40 licences; 35 percent are held by banks
    if (slash or _full(_NOUN_OF, line, part, whole)) and _full(_APPOSED, line, whole, percent):
        return None if slash and _RATIO.match(line.after(percent, 8)) else [part, whole, percent]
    opened = place == 2 and part.start < 40 and _OPENS.match(line.text[: part.start])
    opened = opened or _OPENS_CLAUSE.search(line.before(part, 40))
    if opened and _full(_COMMA, line, part, whole) and _full(_APPOSED, line, whole, percent):
        return [whole, part, percent]
    return None


def _of_opened(line: Line, place: int) -> list[Site] | None:
    """Of the 40, 12 (30%) were late and 8 (20%) early: the second one.

    Its base may be another, so what does not fit is only related when the one before fits and no word speaks of a base.
    """
    whole, part, percent = line.sites[0], line.sites[place - 1], line.sites[place]
    if not _counts(part, whole) or not _full(_BRACKET, line, part, percent) or not whole.claim.quantity.value:
        return None
    if whole.start > 40 or not _OPENS.match(line.text[: whole.start]) or not _CLOSES.match(line.after(percent, 4)):
        return None
    if _near_share(part, whole, percent):
        return [part, whole, percent]
    before = line.sites[place - 3 : place - 1]
    told = line.text[before[1].end : part.start]
    alone = len(before) == 2 and _near_share(before[0], whole, before[1]) and not _BASE.search(told)
    return [part, whole, percent] if alone and not _BASE.search(line.after(percent, 60)) else None


def _near_share(part: Site, whole: Site, percent: Site) -> bool:
    """Whether the percentage is the share, as rounded as it is."""
    quantity = percent.claim.quantity
    if quantity.unit != "percentage" or not whole.claim.quantity.value:
        return False
    share = Fraction(100 * part.claim.quantity.value, whole.claim.quantity.value)
    return 2 * abs(share - quantity.value) <= quantity.resolution


def _counts_after(line: Line, percent: Site, part: Site, whole: Site) -> list[Site] | None:
    """30% (12 of 40)."""
    if not _counts(part, whole) or not _full(_PERCENT_THEN, line, percent, part):
        return None
    if not _full(_OF, line, part, whole) and not _slashed(line, part, whole):
        return None
    return [part, whole, percent] if _CLOSED.match(line.after(whole, 80)) else None


def _counts_around(line: Line, before: tuple[Site, ...], percent: Site, after: tuple[Site, ...]) -> list[Site] | None:
    """12 (30%) of the 40 patients."""
    if not before or not after or not _counts(before[-1], after[0]):
        return None
    part, whole = before[-1], after[0]
    if _full(_BRACKET, line, part, percent) and _full(_CLOSED_OF, line, percent, whole):
        return [part, whole, percent]
    return None


def _part_in_brackets(line: Line, percent: Site, part: Site, whole: Site) -> list[Site] | None:
    """30% (12) of the 40 patients."""
    if _counts(part, whole) and _full(_PART_THEN, line, percent, part) and _full(_CLOSED_OF, line, part, whole):
        return [part, whole, percent]
    return None


def _slashed(line: Line, part: Site, whole: Site) -> bool:
    """23/1,065, read as two numbers."""
    if part.claim.quantity.value > whole.claim.quantity.value or is_label(line, part.start):
        return False
    return _full(_SLASHED, line, part, whole) and not is_measure(line, part.start, whole.end)


def _pair(line: Line, site: Site) -> bool:
    """Whether the claim is a part over a whole, and no ratio, dose or label."""
    if site.claim.quantity.kind != "fraction":
        return False
    pair = split(site.claim.quantity)
    if pair is None or pair[0].value > pair[1].value or site.claim.quantity.bound != "=":
        return False
    if is_label(line, site.start) or may_be_date(line, site.start, pair[0].value, pair[1].value):
        return False
    return not is_measure(line, site.start, site.end)


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

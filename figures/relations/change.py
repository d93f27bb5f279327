"""A change beside the two levels it lies between: "rose from 40 to 50, up 25 percent", "doubled from 30 to 60"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec import structs

from figures.findings import Relation
from figures.lexicon.nouns import nouns
from figures.quantity import Claim, Quantity
from figures.relations.layout import NEIGHBOURS, Layout, Line, Site

_ROLE = re.compile(
    r"\b(from|to)\s+(?:(?:just|only|a|an|the|about|some|nearly|almost|mere|record|around|roughly)\s+){0,2}$", re.I
)
_FROM_TO = re.compile(r"\bfrom\s[^–—-]{1,60}\sto\s", re.I)
_THEN = re.compile(r"\bthen\b")
_CLAUSE = re.compile(r";|\b(?:and|but|while|whereas|then|although|though|before|after|when|with)\b", re.I)
_FOLD = re.compile(r"\b(?:doubl|trebl|tripl|quadrupl|quintupl)\w{0,5}$|\w-?fold$", re.I)
_FIRST = re.compile(r"\d[\d,]{0,18}(?:\.\d{1,9})?")
_POWERS = (0, 3, 6, 9, 12)
_YEARS = re.compile(r"\b(?:19|20)\d\d[-–/]$")
_NO_LEVELS = frozenset({"ordinal", "age", "duration", "fraction", "multiple"})
_OTHER_PERIOD = re.compile(
    r"\b(?:a|per|each|every)\s+(?:year|month|week|day|quarter|decade)\b|\bannual|\byearly|\bmonthly|\breal terms"
    r"|\bon (?:the|last) (?:year|month|week|day)\b|\b(?:year|month|quarter)[- ]o[nv]|\bover (?:a|12|twelve)\b"
    r"|,\s(?:up|down) from\b|\b(?:largest|biggest|first|steepest)\b"
    r"|\baverage|\bcompound|\badjusted|\bearlier|\blast (?:year|month)|\bthe (?:year|month|quarter) before|\bconstant",
    re.I,
)


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: the change, the level before, the level after; or the change and the one claim "from A to B"."""
    for line in layout.lines:
        if len(line.sites) < 2:
            continue
        for place, site in enumerate(line.sites):
            if not _changes(site):
                continue
            levels = _levels(line, place)
            if levels is None or (as_change(site.claim.quantity).kind != "multiple" and not direction(line, site)):
                continue
            first, last = min(s.start for s in (site, *levels)), max(s.end for s in (site, *levels))
            if not _OTHER_PERIOD.search(line.text[first : last + 40]):
                claims = (site.index, *(level.index for level in levels))
                yield Relation("change", claims, line.text[first:last], line.span(first, last))


def read_levels(claims: tuple[Claim, ...], relation: Relation) -> tuple[Quantity, Quantity]:
    """The level before and the level after."""
    levels = [claims[index].quantity for index in relation.claims[1:]]
    if len(levels) == 2:
        return levels[0], levels[1]
    both = levels[0]
    assert both.high is not None
    low = structs.replace(both, high=None, high_resolution=None, bound="=", qualifier="")
    high = structs.replace(low, value=both.high, resolution=both.high_resolution or both.resolution)
    return (high, low) if _falls(both) else (low, high)


def _falls(both: Quantity) -> bool:
    """Whether the larger number stands first: "from 25% to 10%" is kept as 10 to 25."""
    found = _FIRST.search(both.text)
    if found is None or both.high is None or both.value >= both.high:
        return False
    first = Fraction(found.group().replace(",", ""))
    return any(first * 10**power == both.high for power in _POWERS) and first != both.value


def as_change(quantity: Quantity) -> Quantity:
    """The number of a change: "doubled" is a multiple, whatever unit its levels lend it."""
    if quantity.kind != "multiple" and quantity.direction and _FOLD.search(quantity.text):
        return structs.replace(quantity, kind="multiple", unit="")
    return quantity


def _changes(site: Site) -> bool:
    quantity = as_change(site.claim.quantity)
    if quantity.high is not None:
        return False
    if quantity.kind == "fraction":  # fell by half
        return quantity.role == "by" and quantity.value < 1
    return quantity.kind == "multiple" or quantity.unit in ("percentage", "percentage point")


def direction(line: Line, change: Site) -> str:
    """up or down, as the words beside the percentage say; "" when they do not."""
    if change.claim.quantity.direction:
        return change.claim.quantity.direction
    moved = nouns().moved
    words = re.findall(
        r"[a-z]+", line.before(change, 48).lower() + " " + line.text[change.start : change.number_start].lower()
    )
    words = words[-6:][::-1] + re.findall(r"[a-z]+", line.after(change, 16).lower())[:2]
    for word in words:
        if word in moved:
            return moved[word]
    return ""


def _levels(line: Line, place: int) -> tuple[Site, ...] | None:
    """The one "from" and the one "to" beside the change; None when there are more, or another change."""
    change = line.sites[place]
    near = [
        s
        for s in line.sites[max(0, place - NEIGHBOURS // 2) : place + NEIGHBOURS // 2 + 1]
        if s is not change and abs(s.start - change.start) < 160
    ]
    starts = [s for s in near if role(line, s) == "from"]
    ends = [s for s in near if role(line, s) == "to"]
    spans = [s for s in near if role(line, s) == "from to"]
    if role(line, change) in ("from", "to"):
        return None
    levels: tuple[Site, ...]
    if len(spans) == 1 and not starts and not ends:
        levels = (spans[0],)
    elif len(starts) == len(ends) == 1 and not spans:
        one, other = starts[0].claim.quantity, ends[0].claim.quantity
        if one.unit != other.unit and one.unit:
            return None
        levels = (starts[0], ends[0])
    else:
        return None
    if any(level.claim.quantity.kind in _NO_LEVELS for level in levels):
        return None
    if len(levels) == 2 and _THEN.search(line.text, min(s.end for s in levels), max(s.start for s in levels)):
        return None
    first, last = min(s.start for s in (*levels, change)), max(s.end for s in (*levels, change))
    rivals = [s for s in near if s not in levels and _rivals(line, s, first < s.start < last)]
    return None if rivals or last - first > 200 or _apart(line, change, levels) else levels


def _rivals(line: Line, site: Site, inside: bool) -> bool:
    """Whether the number may be the change of these levels too; ``inside``: it stands between the members."""
    quantity = as_change(site.claim.quantity)
    if _YEARS.search(line.before(site, 6)):  # the 01 of 2000-01
        return False
    if inside:
        return _changes(site) or bool(quantity.direction)
    return _changes(site) and (quantity.kind == "multiple" or bool(quantity.role) or bool(direction(line, site)))


def _apart(line: Line, change: Site, levels: tuple[Site, ...]) -> bool:
    """Whether a new clause begins between the two: "rose from 40 to 50, but fell 30 percent in June"."""
    first, last = min(s.start for s in levels), max(s.end for s in levels)
    between = line.text[last : change.start] if change.start >= last else line.text[change.end : first]
    return _CLAUSE.search(between) is not None


def role(line: Line, site: Site) -> str:
    """from, to, by, "from to" or ""."""
    if site.claim.quantity.high is not None:
        return "from to" if _FROM_TO.search(line.text[max(0, site.number_start - 8) : site.end]) else ""
    if site.claim.quantity.role:
        return site.claim.quantity.role
    found = _ROLE.search(line.text[max(0, site.number_start - 24) : site.number_start].rstrip("$€£¥"))
    return found.group(1).lower() if found else ""

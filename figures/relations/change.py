"""A change in percent beside the two levels it lies between: "rose from 40 to 50, up 25 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures.findings import Relation
from figures.lexicon.nouns import nouns
from figures.relations.layout import NEIGHBOURS, Layout, Line, Site

_ROLE = re.compile(r"\b(from|to)\s+(?:(?:just|only|a|an|the|about|some|nearly|almost)\s+){0,2}$", re.I)
_OTHER_PERIOD = re.compile(
    r"\b(?:a|per|each|every)\s+(?:year|month|week|day|quarter|decade)\b|\bannual|\byearly|\bmonthly|\breal terms"
    r"|\baverage|\bcompound|\badjusted|\bearlier|\blast (?:year|month)|\bthe (?:year|month|quarter) before|\bconstant",
    re.I,
)


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: the change in percent, the level before, the level after."""
    for line in layout.lines:
        if len(line.sites) < 3:
            continue
        for place, site in enumerate(line.sites):
            quantity = site.claim.quantity
            if quantity.unit not in ("percentage", "percentage point") or quantity.high is not None:
                continue
            levels = _levels(line, place)
            if levels is None or not direction(line, site):
                continue
            start, finish = levels
            if _OTHER_PERIOD.search(line.text[min(site.start, start.start) : max(site.end, finish.end) + 40]):
                continue
            first, last = min(site.start, start.start), max(site.end, finish.end)
            claims = (site.index, start.index, finish.index)
            yield Relation("change", claims, line.text[first:last], line.span(first, last))


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


def _levels(line: Line, place: int) -> tuple[Site, Site] | None:
    """The one "from" and the one "to" beside the percentage; None when there are more, or another percentage."""
    change = line.sites[place]
    near = [
        s
        for s in line.sites[max(0, place - NEIGHBOURS // 2) : place + NEIGHBOURS // 2 + 1]
        if s is not change and abs(s.start - change.start) < 160
    ]
    starts = [s for s in near if role(line, s) == "from"]
    ends = [s for s in near if role(line, s) == "to"]
    if len(starts) != 1 or len(ends) != 1 or role(line, change) in ("from", "to"):
        return None
    one, other = starts[0].claim.quantity, ends[0].claim.quantity
    if one.kind in ("ordinal", "age", "duration") or other.kind in ("ordinal", "age", "duration"):
        return None
    if one.unit != other.unit and one.unit:
        return None
    rivals = [s for s in near if s not in (starts[0], ends[0]) and s.claim.quantity.unit == change.claim.quantity.unit]
    between = sorted((starts[0], ends[0]), key=lambda s: s.start)
    far = max(s.end for s in (*between, change)) - min(s.start for s in (*between, change))
    return None if rivals or far > 200 else (starts[0], ends[0])


def role(line: Line, site: Site) -> str:
    """from, to, by or ""."""
    if site.claim.quantity.role:
        return site.claim.quantity.role
    found = _ROLE.search(line.text[max(0, site.number_start - 24) : site.number_start])
    return found.group(1).lower() if found else ""

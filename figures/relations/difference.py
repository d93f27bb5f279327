"""A difference beside the two numbers it lies between: "52 boats, 12 more than the 40 of last year".

Also a rise or fall that is given in full: "rose by 12, from 40 to 52", "to 52 from 40, an increase of 12".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures.findings import Relation
from figures.quantity import Quantity
from figures.relations.change import role
from figures.relations.layout import Layout, Line, Site

_MORE = re.compile(
    r"(?:\s+(?!than\b)[\w’'-]{1,24})?\s+(more|fewer|less|higher|lower)(?:\s+(?!than\b)[\w’'-]{1,24}){0,2}\s+than\s+(?:(?:the|its|their|his|her|a)\s+){0,2}"
    r"(?:(?:previous|earlier|last\s+year[’']s|original|former|old)\s+)?"
)
_BESIDE = re.compile(
    r"(?:\s+(?!and\b|or\b|but\b)[\w’'-]{1,24}){0,5}\s*(?:,|–|—|\s-|\()\s*(?:(?:or|which\s+(?:is|was)|that\s+is|some|a\s+full|exactly|just)\s+){0,2}[^\w\s]?"
)
_UP = re.compile(r"^(?:\s+(?!and\b|or\b)[\w’'-]{1,24}){0,4},\s+(up|down)\s+(?:from\s+|by\s+)?(?:the\s+)?$")
_STEP = re.compile(
    r"\b(?:an?\s+|the\s+)?(increase|rise|gain|growth|jump|decrease|fall|drop|decline|reduction|loss|difference)\s+of\s+(?:(?:just|only|exactly)\s+)?[^\w\s]?$",
    re.I,
)
_DOWN = frozenset({"decrease", "fall", "drop", "decline", "reduction", "loss", "fewer", "less", "lower"})
_OTHER = re.compile(
    r"\b(?:a|per|each|every)\s+(?:year|month|week|day|quarter|decade)\b|\bannual|\baverage|\bmedian|\badjusted|\bearlier\b|\bpoints?\s+(?:per|a)\b",
    re.I,
)
_KINDS = frozenset({"count", "number", "currency", "measure", "duration"})


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: the difference, the larger number, the smaller one. ``evidence``: the word that tells."""
    for line in layout.lines:
        if len(line.sites) < 3:
            continue
        for place, site in enumerate(line.sites):
            found = _more_than(line, place) or _step(line, place) or _up_from(line, place)
            if found is None:
                continue
            word, larger, smaller = found
            members = (site, larger, smaller)
            first, last = min(s.start for s in members), max(s.end for s in members)
            if not _OTHER.search(line.text[first : last + 30]):
                yield Relation("difference", tuple(s.index for s in members), word, line.span(first, last))


def _fits(*sites: Site) -> bool:
    quantities: list[Quantity] = [site.claim.quantity for site in sites]
    units = {q.unit for q in quantities}
    return (
        all(q.kind in _KINDS and q.high is None and not q.vague for q in quantities)
        and (len(units) == 1 or (len(units) == 2 and "" in units and quantities[0].unit == ""))
        and "percentage" not in units
    )


def _more_than(line: Line, place: int) -> tuple[str, Site, Site] | None:
    """52 boats, 12 more than the 40: the difference, and the two it lies between, the larger first."""
    if not 0 < place < len(line.sites) - 1:
        return None
    told, difference, other = line.sites[place - 1 : place + 2]
    between, beside = line.between(difference, other), line.between(told, difference)
    if between is None or beside is None or not _fits(difference, told, other):
        return None
    more = _MORE.fullmatch(between)
    if more is None or not _BESIDE.fullmatch(beside) or other.claim.quantity.bound not in ("=", "~"):
        return None
    down = more.group(1) in _DOWN
    return more.group(1), (other if down else told), (told if down else other)


def _up_from(line: Line, place: int) -> tuple[str, Site, Site] | None:
    """45 seats, up 5 from 40; 45 seats, up from 40, a gain of 5: by the word, the level that was reached first."""
    step = line.sites[place]
    if (step.claim.quantity.role or "by") != "by" or "from" not in line.text:
        return None
    told = line.sites[max(0, place - 2) : place + 2]
    if step.claim.quantity.role == "by" and len(told) == 4:
        told = told[1:]
    froms = [s for s in told if s is not step and role(line, s) == "from"]
    levels = [s for s in told if s is not step and s not in froms and s.index < step.index]
    if len(froms) != 1 or len(levels) != 1 or not _fits(step, froms[0], levels[0]) or levels[0].claim.quantity.role:
        return None
    start, level = froms[0], levels[0]
    said = _STEP.search(line.text[max(0, step.number_start - 40) : step.number_start])
    first = min(step.start, start.start)
    found = _UP.search(line.text[level.end : first])
    if found is None or len(line.text[level.end : first]) > 60 or (step.index > start.index and not said):
        return None
    if step.index < start.index and line.between(step, start) not in (" from ", " from the "):
        return None
    way = found.group(1)
    return (way, start, level) if way == "down" else (way, level, start)


def _step(line: Line, place: int) -> tuple[str, Site, Site] | None:
    """Rose by 12, from 40 to 52; to 52 from 40, an increase of 12."""
    step = line.sites[place]
    if step.claim.quantity.kind not in _KINDS or step.claim.quantity.role in ("from", "to"):
        return None
    said = _STEP.search(line.text[max(0, step.number_start - 40) : step.number_start])
    if not said and role(line, step) != "by":
        return None
    near = [s for s in line.sites[max(0, place - 2) : place + 3] if s is not step and abs(s.start - step.start) < 140]
    starts, ends = ([s for s in near if role(line, s) == which] for which in ("from", "to"))
    if len(starts) != 1 or len(ends) != 1 or not _fits(step, starts[0], ends[0]):
        return None
    rivals = [
        s for s in near if s not in (starts[0], ends[0]) and (s.claim.quantity.role or s.claim.quantity.direction)
    ]
    if rivals:
        return None
    word = said.group(1).lower() if said else step.claim.quantity.direction or "by"
    before, after = starts[0], ends[0]
    return (word, before, after) if after.claim.quantity.value < before.claim.quantity.value else (word, after, before)

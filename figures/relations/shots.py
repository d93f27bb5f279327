"""A player's points and the shots that made them: "19 points (8 - 15 FG, 3 - 4 3Pt, 3 - 4 FT)".

A field goal counts two, one from beyond the three-point line one more, a free throw one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures.findings import Relation
from figures.quantity import Quantity
from figures.relations.layout import Layout, Line, Site
from figures.relations.numerals import digits

_MADE = r"(\d{1,3})\s?(?:-|–|/|-?\s?(?:for|of)\s?-?|\s-\s(?:for|of)\s-)\s?(\d{1,3})"
_SHORT = re.compile(rf"{_MADE}\s(FGM?A?|3\s?-?P(?:t|T|M)?s?|FTM?A?)\b")
_OPEN = re.compile(r"\s+points?\s*[(\[]\s*")
_SPOKEN = re.compile(
    rf"\b{_MADE}\s(?:shooting\s)?from\s(?:the\s)?(field|floor|three(?:\s?-\s?point)?(?:\s(?:line|range|land))?|3\s?-\s?point"
    r"(?:\s(?:line|range))?|beyond\sthe\sarc|behind\sthe\sarc|deep|long\srange|downtown|free\s?-?\s?throw\sline|foul\sline"
    r"|charity\sstripe|line|stripe)\b"
)
_POINTS = re.compile(r"\s+points?\b")
_ENDS = re.compile(r"\s*[)\]]")
_SCORED = re.compile(
    r"\b(?:to\s+(?:score|finish\s+with|record|post|tally|notch)|scor(?:ed|ing)|finish(?:ed|ing)\s+with)\b[^.;]{0,40}$"
)
_KINDS = {"F": "field goals made", "3": "three-pointers made", "T": "free throws made"}


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: the points. ``operands``: field goals, then threes and free throws where ``evidence`` names them."""
    for line in layout.lines:
        if "point" not in line.text:
            continue
        for place, site in enumerate(line.sites):
            if site.claim.quantity.high is not None or not _POINTS.match(line.after(site, 10)):
                continue
            made, end = _listed(line, site)
            start = site.start
            if not made:
                made, start = _spoken(line, place, site)
                end = site.end
            if "F" in made and len(made) > 1:
                kinds = [kind for kind in "F3T" if kind in made]
                operands = tuple(made[kind] for kind in kinds)
                yield Relation("shots", (site.index,), "".join(kinds), line.span(start, end), operands)


def label(kind: str) -> str:
    """What a letter of ``Relation.evidence`` counts."""
    return _KINDS[kind]


def _listed(line: Line, site: Site) -> tuple[dict[str, Quantity], int]:
    """(8 - 15 FG, 3 - 4 3Pt, 3 - 4 FT) right after the points."""
    opened = _OPEN.match(line.text, site.end)
    made: dict[str, Quantity] = {}
    if opened is None:
        return made, site.end
    at = opened.end()
    while len(made) < 3 and (found := _SHORT.match(line.text, at)):
        kind = "T" if found.group(3).startswith("FT") else found.group(3)[0]
        if kind in made or int(found.group(1)) > int(found.group(2)):
            return {}, at
        made[kind] = digits(line, found.start(1), found.end(1))
        at = found.end()
        if joint := re.compile(r"\s*[,;]\s*").match(line.text, at):
            at = joint.end()
    return (made, at) if _ENDS.match(line.text, at) else ({}, at)


def _spoken(line: Line, place: int, site: Site) -> tuple[dict[str, Quantity], int]:
    """Went 9-for-15 from the field and 3-for-5 from three-point range to score 24 points."""
    begin = max(0, site.start - 160)
    before = line.text[begin : site.start]
    cut = max(before.rfind(mark) for mark in (";", " while ", " points"))
    made: dict[str, Quantity] = {}
    first = site.start
    if not _SCORED.search(before):
        return made, first
    for found in _SPOKEN.finditer(line.text, begin + cut + 1, site.start):
        where = found.group(3)
        kind = (
            "F" if where in ("field", "floor") else "T" if re.search(r"throw|foul|charity|^line|stripe", where) else "3"
        )
        if kind in made or int(found.group(1)) > int(found.group(2)):
            return {}, first
        made[kind] = digits(line, found.start(1), found.end(1))
        first = min(first, found.start())
    return made, first

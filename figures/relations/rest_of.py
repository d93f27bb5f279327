"""What is counted beside others: "11 million others", "another 300", "the remaining 40".

"Others" says only that nobody is counted twice, so the numbers may be added. "The remaining" says more: with the part
it makes up the whole, if the text gives one ("of the 40 passengers 12 died and the remaining 28 ..."); then the
relation names the whole last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures.findings import Relation
from figures.relations.antecedents import counted_alike, is_count
from figures.relations.layout import NEIGHBOURS, Layout, Line, Site

_OTHERS = re.compile(r"\s+(?:others?\b|more\b(?!\s+(?:than|or|in|of)\b))")
_ANOTHER = re.compile(r"\b(?:another|a further|an additional|a second|further)\s+$", re.I)
_REMAINING = re.compile(r"\b(?:the|its|their)\s+(?:remaining|other)\s+$", re.I)
_OF_THE = re.compile(r"\b(?:out\s+)?of\s+(?:(?:the|its|their|our|all|a\s+total\s+of)\s+){0,2}$", re.I)


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: the rest, what it is beside, and, where the evidence is "the remaining", the whole at the end."""
    for at, line in enumerate(layout.lines):
        for place, site in enumerate(line.sites):
            shown = _shown(line, site)
            if shown is None:
                continue
            evidence, start, end = shown
            beside = _beside(layout, at, place)
            if not beside:
                continue
            claims = [other.index for _, other in beside]
            if _REMAINING.match(evidence + " "):
                whole = next((s.index for where, s in beside if _OF_THE.search(where.before(s, 30))), None)
                if whole is None:
                    continue
                claims = [index for index in claims if index != whole] + [whole]
            yield Relation("rest_of", (site.index, *claims), evidence, line.span(start, end))


def _shown(line: Line, site: Site) -> tuple[str, int, int] | None:
    """The words that set this number apart from others, and their place in the sentence."""
    if not is_count(site):
        return None
    after = line.after(site, 12)
    before = line.text[max(0, site.number_start - 24) : site.number_start]
    for found in (_REMAINING.search(before), _ANOTHER.search(before)):
        if found:
            start = site.number_start - len(before) + found.start()
            return found.group().strip(), start, site.number_end
    if found := _OTHERS.match(after):
        return found.group().strip(), site.start, site.end + found.end()
    return None


def _beside(layout: Layout, at: int, place: int) -> list[tuple[Line, Site]]:
    """The counts in the same sentence before it, else in the nearest sentence before that has any."""
    line = layout.lines[at]
    site = line.sites[place]
    found = _counts(line, line.sites[max(0, place - NEIGHBOURS) : place], site)
    back = at - 1
    while not found and back >= max(0, at - 2) and layout.lines[back].block >= line.block - 1:
        found = _counts(layout.lines[back], layout.lines[back].sites[-NEIGHBOURS:], site)
        back -= 1
    return found


def _counts(line: Line, sites: tuple[Site, ...], site: Site) -> list[tuple[Line, Site]]:
    return [(line, other) for other in sites if is_count(other) and counted_alike(other, site)]

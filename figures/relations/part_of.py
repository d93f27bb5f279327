"""A part and its whole: "four million of them", "300 people, including 40 children", "12 of the 40"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures.findings import Relation
from figures.relations.antecedents import antecedent, is_count
from figures.relations.layout import Layout, Line, Site

_PRONOUN = re.compile(r"\s+of\s+(?:(?:them|whom|which)\b|(?:these|those)(?=\s+(?:are|were|had|have|was)\b|[,.;:)]|$))")
_AMONG = re.compile(
    r"(?<!not )(?<!without )(?<!never )"
    r"\b(?:including|among them|among whom|among which|of whom|of which|of them|of these|of those)"
    r"(?:\s+(?:were|are|was))?,?\s+(?:the\s+|some\s+)?$",
    re.I,
)
_INCLUDE = re.compile(r"(?<!not )(?<!n't )(?<!n’t )\bincluded?s?\s+(?:the\s+)?$")
_SUPERLATIVE = re.compile(r"\b(?:the|their|its)\s+[a-z]{2,14}est\s+$", re.I)
_AND = re.compile(r"^\s+[\w’'-]{2,20}(?:\s+[\w’'-]{2,20}){0,2}(?:,\s+|,?\s+and\s+|,\s+and\s+)(?:the\s+)?$")
_OUT_OF = re.compile(
    r"^\s+(?:[\w’'-]{2,20}\s+)?(?:out\s+)?of\s+(?:all\s+)?(?:the\s+|its\s+|their\s+|our\s+|his\s+|her\s+|these\s+|those\s+)?$"
)
_NO_PART = re.compile(
    r"\b(?:increase|decrease|rise|fall|drop|loss|total|average|mean|median|gain|rate|score|out)\s*$", re.I
)


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: the part, then the whole."""
    for at, line in enumerate(layout.lines):
        parts: dict[int, int] = {}  # of the sentence at hand: part -> whole
        for place, site in enumerate(line.sites):
            found = _whole(layout, at, place, parts)
            if found is None or found[0].index == site.index:
                continue
            whole, evidence, start, end = found
            parts[site.index] = whole.index
            yield Relation("part_of", (site.index, whole.index), evidence, line.span(start, end))


def _whole(layout: Layout, at: int, place: int, parts: dict[int, int]) -> tuple[Site, str, int, int] | None:
    """The whole, the words that show it, and where in the sentence they stand."""
    line = layout.lines[at]
    site = line.sites[place]
    if not is_count(site):
        return None
    after = line.after(site, 60)
    following = line.sites[place + 1] if place + 1 < len(line.sites) else None

    if following is not None and is_count(following):
        between = line.between(site, following) or ""
        if (joint := _OUT_OF.match(between)) and not _NO_PART.search(line.before(site, 24)):
            return following, joint.group().strip(), site.end, following.start
    if pronoun := _PRONOUN.match(after):
        whole = antecedent(layout, at, place, parts)
        if whole is not None:
            return whole, pronoun.group().strip(), site.end, site.end + pronoun.end()
        return None
    before = line.before(site, 40)
    if among := (_AMONG.search(before) or _INCLUDE.search(before)):
        if _SUPERLATIVE.search(before[: among.start()]):
            return None  # "the oldest of them 84": an age
        whole = antecedent(layout, at, place, parts)
        if whole is not None:
            start = site.start - len(before) + among.start()
            return whole, among.group().strip(" ,"), start, site.start
        return None
    previous = line.sites[place - 1] if place else None
    if previous is not None and previous.index in parts and _listed(line, previous, site, following):
        whole = _site(layout, at, parts[previous.index])
        if whole is not None:
            return whole, "and", previous.end, site.start
    return None


def _listed(line: Line, previous: Site, site: Site, following: Site | None) -> bool:
    """Whether the number goes on the list that the part before it began: "including 40 children and 20 women"."""
    between = line.between(previous, site)
    if between is None or not _AND.match(between):
        return False
    opened = line.before(previous, 40)
    if not _AMONG.search(opened) and not _AND.search(opened):
        return False
    # A verb after the noun begins a clause of its own: "including 40 children and 20 women were hurt".
    rest = line.after(site, 60)
    return re.match(r"\s+[\w’'-]{2,20}(?:\s*[,.;:)—–]|\s+and\s|$)", rest) is not None


def _site(layout: Layout, at: int, index: int) -> Site | None:
    """The claim in this sentence or the one before; claims are numbered in order of place."""
    for line in layout.lines[max(0, at - 1) : at + 1]:
        place = index - line.sites[0].index
        if 0 <= place < len(line.sites):
            return line.sites[place]
    return None

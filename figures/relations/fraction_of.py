"""A fraction or a majority word beside the numbers it stands for.

"A third of the 90 villages, 30 in all", "most of the 40 members, 22", "12 of the 40, or a third", "nearly half (43%)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures.findings import Relation
from figures.relations.antecedents import is_count
from figures.relations.layout import Layout, Line, Site
from figures.relations.share import split

_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|all|these|those|a\s+total\s+of)\s+){0,2}")
_NOUNS = r"(?:\s+(?!and\b|or\b|but\b|who\b|that\b)[\w’'-]{1,24}){0,3}"
_BESIDE = re.compile(rf"{_NOUNS}\s*(?:,|\(|–|—)\s*(?:(?:or|that\s+is|i\.e\.|a\s+total\s+of)\s+)?")
_CLOSED = re.compile(r"(?:\s+(?:in\s+all|in\s+total|of\s+them|altogether))?\s*(?:,|\)|–|—|;|\.(?:\s|$))")
_MOST = re.compile(
    r"(?:^|(?<=[\s(“\"]))(most|more\s+than\s+half|over\s+half|a\s+majority|the\s+majority|less\s+than\s+half|fewer\s+than\s+half|a\s+minority|under\s+half)\s+of\s+"
    r"(?:(?:the|its|their|all|these|those)\s+){0,2}$",
    re.I,
)
_IS_MOST = re.compile(
    rf"{_NOUNS}(?:\s+(?:voted|were|was|are|is|agreed|said|had|have)(?:\s+[\w’'-]{{1,24}}){{0,4}})?\s*,\s+(?:or\s+)?"
    r"(a\s+majority|a\s+minority|more\s+than\s+half|over\s+half|less\s+than\s+half|fewer\s+than\s+half|most\s+of\s+them)(?=\s*[,.;)]|$)"
)
_PART_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|all|these|those)\s+){0,2}")
_PERCENT = re.compile(r"(?:\s+(?!and\b|or\b)[\w’'-]{1,24}){0,4}\s*[(\[]\s*(?:or\s+)?|\s*,\s+or\s+")
_PERCENT_ENDS = re.compile(r"\s*[)\],;]")
_OVER = frozenset({"most", "more than half", "over half", "a majority", "the majority", "most of them"})


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: part, whole and, for "fraction", the fraction; of "percent", the fraction and the percentage.

    ``evidence``: "fraction", "percent", "majority" or "minority".
    """
    for line in layout.lines:
        for place, site in enumerate(line.sites):
            found = _fraction(line, place, site) or _majority(line, place, site) or _percent(line, place, site)
            if found is not None:
                evidence, members, start, end = found
                yield Relation("fraction_of", tuple(s.index for s in members), evidence, line.span(start, end))


Found = tuple[str, tuple[Site, ...], int, int]


def _in_words(site: Site) -> bool:
    quantity = site.claim.quantity
    return quantity.kind == "fraction" and quantity.high is None and quantity.value <= 1 and not quantity.role


def _fraction(line: Line, place: int, site: Site) -> Found | None:
    """A third of the 90 villages, 30 in all."""
    if not _in_words(site) or place + 2 >= len(line.sites):
        return None
    whole, part = line.sites[place + 1 : place + 3]
    of, beside = line.between(site, whole), line.between(whole, part)
    if not is_count(whole) or not is_count(part) or of is None or beside is None or part.noun not in ("", whole.noun):
        return None
    if not _OF.fullmatch(of) or not _BESIDE.fullmatch(beside) or not _CLOSED.match(line.after(part, 40)):
        return None
    return "fraction", (part, whole, site), site.start, part.end


def _majority(line: Line, place: int, site: Site) -> Found | None:
    """Most of the 40 members, 22; 22 of the 40 members, a majority."""
    if not is_count(site) or place + 1 >= len(line.sites) or site.claim.quantity.high is not None:
        return None
    following = line.sites[place + 1]
    between = line.between(site, following)
    if between is None or not is_count(following) or following.claim.quantity.high is not None:
        return None
    before = line.before(site, 40)
    if (most := _MOST.search(before)) and _BESIDE.fullmatch(between) and _CLOSED.match(line.after(following, 40)):
        if following.noun not in ("", site.noun):
            return None
        return _side(most.group(1)), (following, site), site.start - len(before) + most.start(), following.end
    if _PART_OF.fullmatch(between) and (said := _IS_MOST.match(line.after(following, 120))):
        return _side(said.group(1)), (site, following), site.start, following.end + said.end()
    return None


def _side(words: str) -> str:
    return "majority" if " ".join(words.lower().split()) in _OVER else "minority"


def _percent(line: Line, place: int, site: Site) -> Found | None:
    """Nearly half (43%)."""
    if not _in_words(site) or place + 1 >= len(line.sites):
        return None
    percent = line.sites[place + 1]
    quantity = percent.claim.quantity
    if quantity.unit != "percentage" or quantity.role or quantity.direction or quantity.high is not None:
        return None
    pair = split(site.claim.quantity)
    if pair is not None and (site.claim.quantity.bound == "=" or pair[1].value > 12):
        return None
    between = line.between(site, percent)
    if between is None or not _PERCENT.fullmatch(between) or not _PERCENT_ENDS.match(line.after(percent, 6)):
        return None
    return "percent", (site, percent), site.start, percent.end

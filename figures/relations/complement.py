"""Both sexes, or adults and children, told in a clause: "Of the 120 pupils, 70 (58%) were girls and 50 were boys".

``figures.relations.total`` reads plain lists; here a verb or a percentage stands between the number and the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures.findings import Relation
from figures.lexicon.english import singular
from figures.lexicon.nouns import nouns
from figures.relations.antecedents import is_count
from figures.relations.layout import NEIGHBOURS, Layout, Line, Site

_WORD = r"(?!and\b|or\b|but\b|including\b)[\w’'-]{1,24}"
_OPENED = re.compile(rf"(?:\s+{_WORD}){{1,6}}\s*(?:,|[(\[:–—])\s*(?:of\s+(?:whom|which|these|them)\s*,?\s*)?")
_TOLD = re.compile(
    r"\s*(?P<percent>[(\[]\s*(?:n\s*=\s*)?\d[\d.,]{0,8}\s?%\s*[)\]]\s*)?(?P<verb>(?:were|was|are|is)\s+)?(?P<word>[a-z]{2,12})\b"
    r"(?P<after>\s*[(\[]\s*\d[\d.,]{0,8}\s?%\s*[)\]])?"
)
_NEXT = re.compile(r"[\w\s’'()\[\]%.-]{0,40}?(?:,\s+and|;\s+and|,|;|\s+and|\s+while|\s+whereas)\s+(?:the\s+other\s+)?")
_MORE = re.compile(r"^[^.;]{0,40}?(?:,|\band)\s+\d")


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: the total, then its parts. ``evidence``: "all"."""
    for line in layout.lines:
        counts = [site for site in line.sites if is_count(site) and site.claim.quantity.high is None]
        for place in range(len(counts) - 2):
            whole, one, other = counts[place : place + 3]
            if _splits(line, whole, one, other) and other.index - whole.index <= NEIGHBOURS:
                span = line.span(whole.start, other.end)
                yield Relation("total", (whole.index, one.index, other.index), "all", span)


def _splits(line: Line, whole: Site, one: Site, other: Site) -> bool:
    opened, joined = line.between(whole, one), line.between(one, other)
    if opened is None or joined is None or whole.claim.quantity.unit or whole.claim.quantity.bound != "=":
        return False
    if not _OPENED.fullmatch(opened) or not _NEXT.fullmatch(joined):
        return False
    first, second = (_TOLD.match(line.text, site.end) for site in (one, other))
    if first is None or second is None or not (first["verb"] or first["percent"] or first["after"]):
        return False
    return nouns().complete([singular(first["word"]), singular(second["word"])]) and not _MORE.match(
        line.text[second.end() : second.end() + 60]
    )

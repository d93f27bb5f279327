"""A total and the groups it was divided into: "118 people were assigned to A (n = 58) or B (n = 60)".

The words must say that all were divided; the sizes must be all that the rest of the sentence gives, on one level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from figures.findings import Relation
from figures.relations.layout import Layout, Line, Site

MOST = 12  # groups in one sentence
_DIVIDED = re.compile(
    r"\b(?:randomi[sz]ed|randomi[sz]ation|allocated|assigned|divided|split|distributed|separated|classified|grouped|sorted)\b",
    re.I,
)
_SIZE = re.compile(r"(?:[(\[;,]\s*)(?:n|N)\s*=\s*$")
_SIGN = re.compile(r"\bn\s*=\s*$", re.I)
_LEVEL = re.compile(r":\s|\beither of which\b|\bof (?:whom|which|these|them)\b|\bwere (?:lost|excluded|analy[sz]ed)\b")
_LEFT = re.compile(
    r"\b(?:exclu|withdr|dropped|lost to|discontinu|complet|analy[sz]ed|remaining|declined|refused|respectively|subset"
    r"|some of)",
    re.I,
)
_NOT_ALL = re.compile(
    r"\b(?:assessed for|screened|eligible|approached|invited|contacted|of whom|of which|of these)\b", re.I
)


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: the total, then its groups. ``evidence``: "groups"."""
    for line in layout.lines:
        if len(line.sites) < 3 or "=" not in line.text or not _DIVIDED.search(line.text):
            continue
        sizes = [site for site in line.sites if _is_size(line, site)]
        if not 2 <= len(sizes) <= MOST:
            continue
        whole = _whole(line, sizes[0])
        if whole is None:
            continue
        groups = _one_level(line, whole, sizes)
        if groups:
            last = groups[-1]
            claims = (whole.index, *(site.index for site in groups))
            yield Relation("total", claims, "groups", line.span(whole.start, last.end))


def _is_size(line: Line, site: Site) -> bool:
    quantity = site.claim.quantity
    if quantity.unit or quantity.decimal or quantity.high is not None:
        return False
    return bool(_SIZE.search(line.text[max(0, site.number_start - 12) : site.number_start]))


def _whole(line: Line, first: Site) -> Site | None:
    """The one count of people or things before the word that divides them."""
    divided = _DIVIDED.search(line.text[: first.start])
    if divided is None:
        return None
    counts = [
        site
        for site in line.sites
        if site.end <= divided.start()
        and site.noun
        and site.claim.quantity.kind == "count"
        and site.claim.quantity.high is None
        and not site.claim.quantity.unit
        and not _SIGN.search(line.text[max(0, site.number_start - 6) : site.number_start])
    ]
    if not counts or divided.start() - counts[-1].end > 120:
        return None
    whole = counts[-1]
    return None if _NOT_ALL.search(line.text[whole.end : divided.start()]) else whole


def _one_level(line: Line, whole: Site, sizes: list[Site]) -> list[Site]:
    """The groups of the first level: up to a colon or "of whom"; [] where the sentence speaks of other groups too."""
    groups = [sizes[0]]
    for before, site in pairwise(sizes):
        between = line.text[before.end : site.start]
        if _LEVEL.search(between):
            break
        groups.append(site)
    told = line.text[whole.end : groups[-1].end]
    tail = line.text[groups[-1].end : groups[-1].end + 60]
    if len(groups) < 2 or _LEFT.search(told) or re.match(r"[)\]]\s*(?:,|or|and|versus|vs)\s+[^.]{0,50}[(\[]", tail):
        return []
    return groups

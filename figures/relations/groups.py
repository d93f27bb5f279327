"""A total and the groups it was divided into: "118 people were assigned to A (n = 58) or B (n = 60)".

The words must say that all were divided; the sizes must be all that the rest of the sentence gives, on one level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from figures.findings import Relation
from figures.relations.layout import Layout, Line, Site
from figures.relations.numerals import digits

MOST = 12  # groups in one sentence
REACH = 240  # code points between two sizes, and from the total to the first
_DIVIDED = re.compile(
    r"\b(?:randomi[sz]ed|allocated|assigned|divided|split|distributed|separated|classified|grouped|sorted)\b", re.I
)
_SIZE = re.compile(r"[(\[;,]\s*[nN]\s*=\s*(\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(?![\d.,/]\d|\s?[/%])")
_RIGHT_AFTER = re.compile(r"\s+(?:all|the|these)?\s*")
_PASSIVE = re.compile(r"\s+(?:(?:were|was|have|had|been|be|are)\s+){1,2}(?:[a-z]+ly\s+)?")
_SIZE_IN_WORDS = re.compile(
    r"[(\[]\s*(\d{1,3}(?:,\d{3}){1,3}|\d{1,9})\s+"
    r"(?:patients|participants|subjects|people|persons|women|men|children|individuals|pupils|students|households|families)\s*[)\]]"
)
_SIGN = re.compile(r"\bn\s*=\s*$", re.I)
_LEVEL = re.compile(r":\s|\bof (?:whom|which|these|them)\b")
_LEFT = re.compile(
    r"\b(?:exclu|withdr|dropped|lost to|discontinu|complet|analy[sz]ed|remaining|declined|refused|subset|some of|died)",
    re.I,
)
_NOT_ALL = re.compile(
    r"\b(?:assessed for|screened|eligible|approached|invited|contacted|of whom|of which|of these)\b", re.I
)
_BARE = re.compile(r"[(\[]\s*\d[\d,]*\s*[)\]]")  # a size without its sign
_JOINT = re.compile(r"^\s*[)\]]?\s*(?:groups?|arms?)?\s*[,;]?\s*(?:(?:and|or|versus|vs\.?)\b)?")
_ANOTHER = re.compile(r"\s*[)\]]\s*,?\s*(?:or|and|versus|vs)\s+[a-z]")
_JOINED = re.compile(r",|;|\b(?:and|or|versus|vs)\b")


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: the total, then what of its groups are claims. ``operands``: the groups. ``evidence``: "groups"."""
    for line in layout.lines:
        if not line.sites or ("(" not in line.text and "[" not in line.text):
            continue
        sizes = list(_SIZE.finditer(line.text)) or list(_SIZE_IN_WORDS.finditer(line.text))
        if not 2 <= len(sizes) <= MOST or not _DIVIDED.search(line.text):
            continue
        whole = _signed(line, sizes[0])
        if whole is not None:  # people (N = 118) were assigned
            sizes = sizes[1:]
        else:
            whole = _whole(line, sizes[0].start())
        groups = _one_level(line, whole, sizes) if whole is not None else []
        if whole is not None and groups:
            operands = tuple(digits(line, *found.span(1)) for found in groups)
            inside = (s.index for s in line.sites for g in groups if g.start(1) < s.end and s.start < g.end(1))
            span = line.span(whole.start, groups[-1].end())
            yield Relation("total", (whole.index, *inside), "groups", span, operands)


def _signed(line: Line, first: re.Match[str]) -> Site | None:
    """The claim of the first size, where the word that divides them comes after it."""
    if not _DIVIDED.search(line.text, first.end(), first.end() + 60):
        return None
    return next((s for s in line.sites if s.start <= first.start(1) < s.end and s.claim.quantity.kind == "count"), None)


def _whole(line: Line, first: int) -> Site | None:
    """The count of people or things nearest before the word that divides them."""
    divided = list(_DIVIDED.finditer(line.text, max(0, first - REACH), first))
    if not divided:
        return None
    after = [site for site in line.sites if _RIGHT_AFTER.fullmatch(line.text, divided[-1].end(), site.start)]
    if after and _countable(line, after[0]):  # we assigned 118 people to
        return after[0]
    at = divided[-1].start()
    counts = [site for site in line.sites if site.end <= at and _countable(line, site)]
    if not counts or at - counts[-1].end > 120 or _NOT_ALL.search(line.text[counts[-1].end : at]):
        return None
    whole = counts[-1]
    return whole if whole.noun or _PASSIVE.fullmatch(line.text, whole.end, at) else None


def _countable(line: Line, site: Site) -> bool:
    quantity = site.claim.quantity
    plain = quantity.kind == "count" and quantity.high is None and not quantity.unit and quantity.bound == "="
    return plain and not _SIGN.search(line.text[max(0, site.number_start - 6) : site.number_start])


def _one_level(line: Line, whole: Site, sizes: list[re.Match[str]]) -> list[re.Match[str]]:
    """The groups of the first level: up to a colon or "of whom"; [] where the sentence speaks of other groups too."""
    groups = [sizes[0]]
    for before, size in pairwise(sizes):
        if size.start() - before.end() > REACH or _LEVEL.search(line.text, before.end(), size.start()):
            break
        groups.append(size)
    if len(groups) < 2 or _LEFT.search(line.text, whole.end, groups[-1].end()):
        return []
    numbers = [int(found.group(1).replace(",", "")) for found in groups]
    whole_value = whole.claim.quantity.value
    for count in range(2, len(groups) + 1):
        if sum(numbers[:count]) == whole_value:  # what follows divides one of the groups
            return groups[:count]
    if _BARE.search(line.text, whole.end) or (sum(numbers) < whole_value and _unsized(line, groups)):
        return []
    return groups


def _unsized(line: Line, groups: list[re.Match[str]]) -> bool:
    """Whether a list may hold a group without its size: "to placebo, A (n = 20) or B (n = 20)"."""
    divided = [found.end() for found in _DIVIDED.finditer(line.text, 0, groups[0].start())]
    pieces = [line.text[divided[-1] : groups[0].start()]]
    pieces += [line.text[before.end() : after.start()] for before, after in pairwise(groups)]
    if _ANOTHER.match(line.text, groups[-1].end()):
        return True
    return any(_JOINED.search(_JOINT.sub("", piece, count=1)) for piece in pieces)

"""Percentages that are all of one whole: "40 percent chose tea, 35 percent coffee and the remaining 25 percent water".

Only where the words say that nothing is left over, or that the answers exclude each other (yes, no, do not know).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures.findings import Relation
from figures.relations.layout import NEIGHBOURS, Layout, Line, Site

_REST = re.compile(
    r"\b(?:the\s+(?:remaining|other)|a\s+remaining|the\s+rest\s*[,(–—]\s*)\s*(?:about\s+|some\s+)?$", re.I
)
_REST_AFTER = re.compile(r"\b(?:the\s+rest)\s*[(,–—]\s*$", re.I)
_YES = re.compile(r"\b(?:yes|in\s+favou?r|approve|support(?:ed|s)?|agree[ds]?|for\b|better)", re.I)
_NO = re.compile(r"\b(?:no|against|disapprove|oppos(?:e|ed|es)|disagree[ds]?|worse)\b", re.I)
_UNSURE = re.compile(
    r"\b(?:(?:do|did|does)\s*(?:not|n[’']t)\s+know|undecided|unsure|no\s+opinion|no\s+answer|not\s+sure|neither)\b",
    re.I,
)
_OTHER_BASE = re.compile(
    r"\bof\s+(?:them|these|those|whom|which)\b|\bcompared\b|\bfrom\b|\bversus\b|\bvs\b|\bup\b|\bdown\b|\bpoints?\b|\bthan\b|\bmargin\b|\bamong\b"
    r"|\b(?:rose|fell|grew|increased|decreased|dropped|climbed)\b|\brespectively\b|\bgroup\b"
    r"|\bmore than one\b|\bmultiple\b|\bboth\b",
    re.I,
)
_OF = re.compile(r"\s+of\b")


def find(layout: Layout) -> Iterator[Relation]:
    """``claims``: the last percentage, then the others. ``evidence``: "rest" or "answers"."""
    for line in layout.lines:
        if len(line.sites) < 2 or not _percentages(line.sites) or _OTHER_BASE.search(line.text):
            continue
        last = line.sites[-1]
        if any(_OF.match(line.after(s, 4)) for s in line.sites[1:]):
            continue
        if any(_REST.search(line.before(s, 30)) for s in line.sites):
            rests = [s for s in line.sites if _REST.search(line.before(s, 30))]
            if rests != [last]:
                continue
            evidence = "rest"
        elif len(line.sites) >= 3 and _answers(line):
            evidence = "answers"
        else:
            continue
        claims = (last.index, *(s.index for s in line.sites[:-1]))
        yield Relation("hundred", claims, evidence, line.span(line.sites[0].start, last.end))


def _percentages(sites: tuple[Site, ...]) -> bool:
    return len(sites) <= NEIGHBOURS and all(
        s.claim.quantity.unit == "percentage"
        and s.claim.quantity.high is None
        and not s.claim.quantity.role
        and not s.claim.quantity.direction
        and not s.claim.hypothetical
        for s in sites
    )


def _answers(line: Line) -> bool:
    """Whether each percentage stands beside an answer of its own, one of them for those who have none."""
    ends = [*(s.start for s in line.sites[1:]), len(line.text)]
    told = [line.text[s.end : min(end, s.end + 80)] for s, end in zip(line.sites, ends, strict=True)]
    kinds = [
        "unsure" if _UNSURE.search(t) else "no" if _NO.search(t) else "yes" if _YES.search(t) else "" for t in told
    ]
    return sorted(kinds) == ["no", "unsure", "yes"]

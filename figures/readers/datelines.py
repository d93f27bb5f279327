"""The date that the first lines of a text give it: "KOVAR, 2 October 2015 (Wire) - ...", or a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from figures.dates import DateMention, find_dates
from figures.document import Block

_FIRST_BLOCKS = 8
_LOOK = 160  # a dateline ends within this many characters of its block
_LABELS = re.compile(
    r"\b(?:published|updated|posted|issued|released|last|modified|date[d]?|as of|on|at|by|from|for|immediate|release"
    r"|report|version|edition|press|statement|news|time|local|am|pm|a\.m|p\.m|gmt|utc|est|edt|cet|cest|bst|first|wire|staff|"
    r"reporter|correspondent)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]{0,30}")
_DASH = re.compile(r"\s{0,2}(?:\([^()]{1,40}\)|[A-Z][\w./]{1,20})?\s{0,2}(?:-{1,3}|–|—|:|\|)(?:\s|$)")
_REPORTING = re.compile(r"\s{0,2}\([^()]{1,40}\)\s")
_PLACE = re.compile(r"[^\W\d_a-z][^\n.!?;]{1,60}[,(/|–—-]\s{0,2}$")


def dateline(blocks: Sequence[Block]) -> date | None:
    """The day that a dateline among the first blocks gives; None when there is none."""
    for block in blocks[:_FIRST_BLOCKS]:
        head = block.text[:_LOOK]
        for mention in find_dates(head):
            if mention.exact is not None and _is_dateline(block, head, mention):
                return mention.exact
    return None


def _is_dateline(block: Block, head: str, mention: DateMention) -> bool:
    if block.kind in ("table_cell", "table_header", "caption"):
        return False
    before, after = head[: mention.start], head[mention.end :]
    if len(block.text) <= 100:
        rest = _LABELS.sub(" ", before + " " + after)
        words = _NAME.findall(rest)
        # Beside the date stand at most a place, a name or a label: no sentence.
        if len(words) <= 4 and all(word[0].isupper() for word in words) and not re.search(r"\d{3}", rest):
            return True
    opens = not before.strip() or _PLACE.search(before) is not None
    return opens and (_DASH.match(after) is not None or _REPORTING.match(after) is not None)

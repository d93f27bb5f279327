"""The words around a number that say what it counts and what happened, without those of its neighbours."""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec import Struct

from figures.document import Block, Document
from figures.quantity import Claim

# A clause ends at punctuation (not inside a number) and where the next number begins.
_STOP = re.compile(r"[.!?](?=[\s\"”’)]|$)|,(?!\d)|[;:()–—]|\s-\s|\n\n")
_NUMBER = re.compile(
    r"\d|\b(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|dozens?|scores|hundreds?|thousands?|"
    r"millions?|billions?)\b(?:[\s-](?:a\s)?(?:dozen|hundred|thousand|million|billion))?",
    re.IGNORECASE,
)
MAX_CLAUSE = 400
MAX_SENTENCE = 2000


class Clause(Struct, frozen=True):
    """Texts as a reader sees them, each of a bounded length.

    ``before`` and ``after``: from the number to the ends of its clause; ``around``: the sentence and what stands beside
    it in its block; ``earlier``: what stands before the sentence there.
    """

    before: str
    number: str
    after: str
    sentence: str
    around: str
    earlier: str


def clause(document: Document, claim: Claim) -> Clause:
    """The surroundings of a claim's number."""
    block = document.blocks[claim.block] if claim.block < len(document.blocks) else None
    text = document.text if block is None else block.text
    offsets = [claim.quantity.span.start, claim.quantity.span.end, claim.sentence.start, claim.sentence.end]
    start, end, first, last = offsets if block is None else [block_offset(block, offset) for offset in offsets]
    first, last = max(first, start - MAX_SENTENCE), min(last, end + MAX_SENTENCE)
    before = text[max(first, start - MAX_CLAUSE) : start]
    after = text[end : min(last, end + MAX_CLAUSE)]
    stops = [match.end() for match in _STOP.finditer(before)]
    before = before[stops[-1] :] if stops else before
    stop = _STOP.search(after)
    after = after[: stop.start()] if stop else after
    numbers = [match for match in _NUMBER.finditer(before) if _counts(match.group())]
    before = before[numbers[-1].end() :] if numbers else before
    number = next((match for match in _NUMBER.finditer(after) if _counts(match.group())), None)
    after = after[: number.start()] if number else after
    return Clause(
        before=before.strip(),
        number=text[start:end],
        after=after.strip(),
        sentence=text[first:last].strip(),
        around=text[max(0, first - MAX_SENTENCE) : last + MAX_SENTENCE],
        earlier=text[max(0, first - MAX_SENTENCE) : first],
    )


def _counts(word: str) -> bool:
    return word.lower() not in ("a", "one")


def block_offset(block: Block, offset: int) -> int:
    """Where in ``block.text`` an offset of the document lies; one in markup: where the text goes on."""
    anchors = block.anchors
    index = bisect_right([anchor[1] for anchor in anchors], offset) - 1
    inside, outside = anchors[max(index, 0)]
    ends = anchors[index + 1][0] if index + 1 < len(anchors) else len(block.text)
    return max(0, min(inside + offset - outside, ends))

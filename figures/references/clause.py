"""The words around a number that say what it counts and what happened, without those of its neighbours."""

from __future__ import annotations

import re

from msgspec import Struct

from figures.anchors import block_range
from figures.document import Document
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
    number, sentence = claim.quantity.span, claim.sentence
    start, end = (number.start, number.end) if block is None else block_range(block, number.start, number.end)
    first, last = (sentence.start, sentence.end) if block is None else block_range(block, sentence.start, sentence.end)
    first, last = max(first, start - MAX_SENTENCE), min(last, end + MAX_SENTENCE)
    before = text[max(first, start - MAX_CLAUSE) : start]
    after = text[end : min(last, end + MAX_CLAUSE)]
    stops = [match.end() for match in _STOP.finditer(before)]
    before = before[stops[-1] :] if stops else before
    stop = _STOP.search(after)
    after = after[: stop.start()] if stop else after
    numbers = [match for match in _NUMBER.finditer(before) if _counts(match.group())]
    before = before[numbers[-1].end() :] if numbers else before
    another = next((match for match in _NUMBER.finditer(after) if _counts(match.group())), None)
    after = after[: another.start()] if another else after
    return Clause(
        before=_line(before),
        number=_line(text[start:end]),
        after=_line(after),
        sentence=_line(text[first:last]),
        around=_line(text[max(0, first - MAX_SENTENCE) : last + MAX_SENTENCE]),
        earlier=_line(text[max(0, first - MAX_SENTENCE) : first]),
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _counts(word: str) -> bool:
    return word.lower() not in ("a", "one")

"""Bindings in a text: comments that a reader does not see, each with the number it belongs to.

    About 14,000 <!-- figures: sum(sales.units) where year = 2025 --> lamps were sold.

A binding belongs to the number before it in its paragraph, list item, heading or table cell; where none stands before
it there, to the next one. Comments in code are text that is shown, and bind nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from figures.anchors import block_range
from figures.document import Document, Span
from figures.quantity import Claim

COMMENT = re.compile(r"<!--\s{0,20}figures:\s{0,20}((?:[^-]|-(?!->)){1,2000}?)\s{0,20}-->", re.IGNORECASE)
_FENCE = re.compile(r"^ {0,3}(?:`{3,}|~{3,})", re.MULTILINE)
_BETWEEN = 3  # characters of markup between the end of a cell's text and its comment


class Binding(Struct, frozen=True):
    """``claim``: index of the number; None where it has none, and then ``wrong`` says why."""

    span: Span
    text: str
    claim: int | None
    wrong: str = ""


def bindings(document: Document, claims: Sequence[Claim]) -> tuple[Binding, ...]:
    """Every binding of a Markdown or HTML document, in order of place."""
    if document.media_type not in ("text/markdown", "text/html") or "figures:" not in document.text.lower():
        return ()
    numbers: dict[int, list[int]] = {}  # of each block
    for index, claim in enumerate(claims):
        numbers.setdefault(claim.block, []).append(index)
    starts = [block.span.start for block in document.blocks]
    fences = [match.start() for match in _FENCE.finditer(document.text)]
    found: list[Binding] = []
    taken: set[int] = set()
    for match in COMMENT.finditer(document.text):
        text, span = " ".join(match.group(1).split()), Span(match.start(), match.end())
        block = _block(document, starts, span)
        if block is None:
            if not _in_code(document, fences, span.start):
                found.append(Binding(span, text, None, "stands beside no text; put it behind its number"))
            continue
        first, last = block_range(document.blocks[block], span.start, span.end)
        if "<!--" in document.blocks[block].text[first:last]:
            continue  # in code, where a reader sees it
        own = numbers.get(block, [])
        before = [index for index in own if claims[index].quantity.number.start < span.start]
        near = before[-1] if before else own[0] if own else None
        if near is None:
            found.append(Binding(span, text, None, "has no number beside it; put it behind its number"))
        elif near in taken:
            found.append(Binding(span, text, None, f"is the second one of {claims[near].quantity.text!r}; delete one"))
        else:
            taken.add(near)
            found.append(Binding(span, text, near))
    return tuple(found)


def _block(document: Document, starts: Sequence[int], span: Span) -> int | None:
    """The block that a comment stands in, or right behind in its line. Blocks are in order, none within another."""
    at = bisect_right(starts, span.start) - 1
    if at < 0:
        return None
    end = document.blocks[at].span.end
    if span.end <= end:
        return at
    gap = document.text[end : span.start]
    beside = end <= span.start and len(gap) <= _BETWEEN and not gap.strip(" \t*_")
    return at if beside else None


def _in_code(document: Document, fences: Sequence[int], at: int) -> bool:
    """Whether a place outside every block lies in a code block of Markdown."""
    if document.media_type != "text/markdown":
        return True  # what HTML does not show is nobody's number
    line, _ = document.line_at(at)
    return bool(bisect_right(fences, line) % 2 or document.text[line:at].startswith(("    ", "\t")))

"""The way back from places in a document to places in the text of its blocks."""

from __future__ import annotations

from bisect import bisect_right

from figures.document import Block


def block_range(block: Block, start: int, end: int) -> tuple[int, int]:
    """Where in ``block.text`` the span ``start`` to ``end`` of the document lies: ``Block.locate`` the other way round.

    An end that lies in markup moves to the text beside it; one outside the block, to the block's ends.
    """
    first = _offset(block, start)
    return first, max(first, _offset(block, end - 1) + 1 if end > start else first)


def _offset(block: Block, offset: int) -> int:
    anchors = block.anchors
    at = max(bisect_right(anchors, offset, key=lambda anchor: anchor[1]) - 1, 0)
    inside, outside = anchors[at]
    limit = anchors[at + 1][0] if at + 1 < len(anchors) else len(block.text)
    return max(0, min(inside + offset - outside, max(limit, inside)))

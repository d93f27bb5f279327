"""Lines, columns and blocks of offsets, found once per document."""

from __future__ import annotations

from bisect import bisect_right

from figures.document import Block, Document, Span


class Places:
    """Line and column of any offset in logarithmic time, and the way back from the source to what a reader sees."""

    def __init__(self, document: Document) -> None:
        self.document = document
        text = document.text
        starts, at = [0], text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        self._starts = starts
        self._order = sorted(range(len(document.blocks)), key=lambda i: document.blocks[i].span)
        self._blocks = [document.blocks[i].span.start for i in self._order]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column from 1, columns in code points, as ``Document.position``."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, offset: int) -> tuple[int, str]:
        """Offset where the line of ``offset`` begins, and the line without its end."""
        number = bisect_right(self._starts, offset)
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.document.text)
        return start, self.document.text[start:end].rstrip("\r\n")

    def block(self, span: Span) -> int | None:
        """Index of the last block that begins at or before ``span`` and holds its start; None outside blocks."""
        at = bisect_right(self._blocks, span.start) - 1
        if at < 0:
            return None
        index = self._order[at]
        return index if span.start < self.document.blocks[index].span.end else None

    def sentence(self, span: Span, block: int | None = None) -> str:
        """The text of ``span`` as a reader sees it: from the block, so without markup."""
        if block is None:
            block = self.block(span)
        if block is None or not 0 <= block < len(self.document.blocks):
            return self.document.text[span.start : span.end]
        seen = self.document.blocks[block]
        return seen.text[to_block(seen, span.start) : to_block(seen, span.end, end=True)]


def to_block(block: Block, offset: int, end: bool = False) -> int:
    """The offset in ``Block.text`` of an offset in the document: the inverse of ``Block.locate``.

    An offset in markup that a reader does not see goes to the nearest text, for an ``end`` the one before it.
    """
    anchors = block.anchors
    at = max(bisect_right(anchors, offset - 1 if end else offset, key=lambda anchor: anchor[1]) - 1, 0)
    seen, source = anchors[at]
    limit = anchors[at + 1][0] if at + 1 < len(anchors) else len(block.text)
    return max(0, min(seen + offset - source, limit, len(block.text)))

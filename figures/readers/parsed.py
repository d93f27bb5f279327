"""What a reader makes of a text before the parts that all formats share are added, and how blocks are put together."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from figures.document import Block, Span

# What stands for a line end or another blank in a block: a space, one for one, so that offsets stay.
_BREAK = re.compile("[\n\r\t\f\v\x85\u2028\u2029]")


def on_one_line(text: str) -> str:
    """The text with a space for each of these."""
    return _BREAK.sub(" ", text)


class Parsed(Struct):
    """A text as its reader sees it. ``stated`` is the day that its markup gives, not one found in its prose."""

    blocks: list[Block]
    title: str | None = None
    stated: date | None = None
    stated_from: str | None = None  # front matter, meta tag; None when stated is None


class Scribe:
    """Writes the text of one block piece by piece and keeps the anchors that tie it to its source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[str] = []
        self.anchors: list[tuple[int, int]] = []
        self.length = 0
        self.end = -1  # source offset at which a verbatim piece goes on without an anchor of its own
        self.first = -1  # source offset of the first piece

    def copy(self, start: int, end: int) -> None:
        """Takes ``source[start:end]`` over as it is."""
        if start >= end:
            return
        if self.end != start:
            self._anchor(start)
        self.pieces.append(self.source[start:end])
        self.length += end - start
        self.end = end

    def write(self, text: str, start: int, end: int) -> None:
        """Writes ``text`` for ``source[start:end]``, which is not empty."""
        if not text:
            return
        if len(text) == end - start:
            if self.end != start:
                self._anchor(start)
            self.end = end
        else:
            self._anchor(start)
            if end - start > len(text):
                self.anchors.append((self.length + len(text) - 1, end - 1))
                self.end = end
            else:
                self.end = -1
        self.pieces.append(text)
        self.length += len(text)

    def _anchor(self, start: int) -> None:
        self.anchors.append((self.length, start))
        if self.first < 0:
            self.first = start

    def block(
        self,
        kind: str,
        level: int = 0,
        table: int | None = None,
        row: int | None = None,
        column: int | None = None,
    ) -> Block | None:
        """The block, without blanks at its ends; None when nothing else is in it."""
        text = on_one_line("".join(self.pieces))
        begun = text.lstrip()
        if not begun:
            return None
        cut = len(text) - len(begun)
        anchors = self.anchors
        if cut:
            before = [anchor for anchor in anchors if anchor[0] <= cut]
            last = before[-1]
            kept = [anchor for anchor in before if anchor[0] == cut] or [(cut, last[1] + cut - last[0])]
            anchors = [(at - cut, source) for at, source in kept + anchors[len(before) :]]
        shown = begun.rstrip()
        while len(anchors) > 1 and anchors[-1][0] >= len(shown):
            anchors.pop()
        block = Block(kind, Span(0, 0), shown, tuple(anchors), level, table, row, column)
        span = block.locate(0, len(shown))
        return Block(kind, span, shown, block.anchors, level, table, row, column)

"""Documents and places in them. Every offset is a code point index into ``Document.text``, end exclusive."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date

from msgspec import Struct


class Span(Struct, frozen=True, order=True, gc=False):
    """A piece of ``Document.text``: ``text[start:end]``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Block(Struct, frozen=True):
    """A paragraph, heading, list item or table cell, as a reader sees it.

    ``text`` is free of markup. ``anchors`` ties it to the original: pairs (offset in ``Block.text``, offset in
    ``Document.text``), ascending, the first with block offset 0; between two anchors both offsets advance together.
    A single anchor means that the block is a verbatim slice of the document. A character that the source writes with
    several (an entity) has two anchors at its block offset: where it begins, and the last of them.
    """

    kind: str  # title, heading, paragraph, list_item, table_cell, table_header, caption, quote
    span: Span
    text: str
    anchors: tuple[tuple[int, int], ...]
    level: int = 0  # of a heading: 1 to 6; else 0
    table: int | None = None  # which table of the document, from 0; None outside tables
    row: int | None = None  # row in the table, header rows included, from 0
    column: int | None = None

    def locate(self, start: int, end: int) -> Span:
        """The span in ``Document.text`` of ``Block.text[start:end]``."""
        anchors = self.anchors
        if len(anchors) == 1:
            base = anchors[0][1] - anchors[0][0]
            return Span(start + base, end + base)
        at = bisect_left(anchors, (start, -1))
        first = anchors[at] if at < len(anchors) and anchors[at][0] == start else anchors[at - 1]
        if end <= start:
            at = first[1] + start - first[0]
            return Span(at, at)
        last = anchors[bisect_right(anchors, (end - 1, 1 << 60)) - 1]
        return Span(first[1] + start - first[0], last[1] + end - last[0])


class Quotation(Struct, frozen=True):
    """Words in quotation marks. ``speaker`` is None where the text does not say who is quoted."""

    span: Span  # the marks included
    speaker: str | None = None


class Document(Struct, frozen=True):
    """One text and what its markup says about it. ``text`` is the decoded source, markup and all."""

    path: str  # as given by the user; "<text>" for a string, "<stdin>" for standard input
    text: str
    media_type: str  # text/plain, text/markdown, text/html
    blocks: tuple[Block, ...]
    title: str | None = None
    date: date | None = None  # the day the text speaks on; None when nothing gives it
    date_from: str | None = None  # front matter, meta tag, dateline, option, sidecar; None when date is None
    quotations: tuple[Quotation, ...] = ()

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, as editors count them (columns in code points)."""
        before = self.text.rfind("\n", 0, offset)
        return self.text.count("\n", 0, offset) + 1, offset - before

    def line_at(self, offset: int) -> tuple[int, str]:
        """Offset where the line around ``offset`` begins, and that line without its end."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return start, self.text[start : end if end >= 0 else len(self.text)].rstrip("\r")

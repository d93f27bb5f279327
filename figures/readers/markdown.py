"""Markdown: CommonMark with tables, strikethrough, footnotes, task lists and front matter.

The block structure is found first; each block keeps the ranges of its lines, and its inline markup is cut out of them,
so that the offsets into the source never have to be searched for.
"""

from __future__ import annotations

from bisect import bisect_right

from figures.document import Block
from figures.readers.headers import front_matter
from figures.readers.markdown_blocks import Draft, Scanner
from figures.readers.markdown_inline import cuts
from figures.readers.parsed import Parsed, Scribe


def read(text: str) -> Parsed:
    """The prose of a Markdown text."""
    start, title, day = front_matter(text)
    scanner = Scanner(text)
    scanner.scan(start)
    blocks: list[Block] = []
    tables = 0
    numbers: dict[int, int] = {}  # the tables of the scanner, counted together with those in raw HTML
    headline = None
    for draft in scanner.drafts:
        if draft.kind == "html":
            from figures.readers.html import blocks_in

            found, tables = blocks_in(text, *draft.lines[0], tables)
        else:
            table = draft.table
            if table is not None and table not in numbers:
                numbers[table] = tables
                tables += 1
            found = _finished(text, draft, scanner.labels, None if table is None else numbers[table])
        for block in found:
            if headline is None and block.kind in ("heading", "title") and block.level == 1:
                headline = block.text
                block = Block("title", block.span, block.text, block.anchors, level=1)
            blocks.append(block)
    return Parsed(blocks, title or headline, day, "front matter" if day else None)


def _finished(text: str, draft: Draft, labels: set[str], table: int | None) -> list[Block]:
    """The block of a draft, its inline markup taken out; none when nothing is left."""
    lines = draft.lines
    raw = "".join([text[start:end] for start, end in lines])
    offsets = [0]
    for start, end in lines:
        offsets.append(offsets[-1] + end - start)
    scribe = Scribe(text)

    def copy(start: int, end: int) -> None:
        index = bisect_right(offsets, start) - 1
        while start < end:
            stop = min(end, offsets[index + 1])
            base = lines[index][0] - offsets[index]
            scribe.copy(start + base, stop + base)
            start, index = stop, index + 1

    def source(offset: int) -> int:
        index = bisect_right(offsets, offset) - 1
        return lines[index][0] + offset - offsets[index]

    at = 0
    for start, end, instead in cuts(raw, labels):
        copy(at, start)
        scribe.write(instead, source(start), source(end - 1) + 1)
        at = end
    copy(at, len(raw))
    block = scribe.block(draft.kind, draft.level, table, draft.row, draft.column)
    return [block] if block else []

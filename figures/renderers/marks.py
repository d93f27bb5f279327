"""The text of a document as a reader sees it, with every number marked in its place, as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest

from markupsafe import Markup, escape
from msgspec import Struct

from figures.document import Block, Document
from figures.renderers.text import visible

_OPENING = re.compile(r"[(\[“‘\"'$€£]{1,3}\Z")
_CLOSING = re.compile(r"[)\],.;:!?”’\"'%]{1,3}")
_ENDS = re.compile(r"-?[^\s-]{1,20}(?=[\s-]|$)")


class Mark(Struct, frozen=True, order=True):
    """A link around ``Block.text[start:end]``."""

    start: int
    end: int
    ident: str  # anchor of the mark
    href: str  # anchor that it leads to
    css: str
    label: str  # said to those who do not see the mark
    badge: str = ""  # shown behind it: the claim's number
    icon: str = ""  # id of an SVG symbol


class Piece(Struct, frozen=True):
    """One block, or all blocks of a list or a table."""

    kind: str  # heading, paragraph, quote, caption, list, table
    blocks: tuple[int, ...]
    html: tuple[Markup, ...]  # one per block
    level: int = 0
    rows: tuple[tuple[tuple[bool, Markup], ...], ...] = ()  # of a table: is it a header cell, and its content


def pieces(document: Document, marks: dict[int, list[Mark]]) -> Iterator[Piece]:
    """The blocks in order, cells gathered to tables and items to lists; ``marks`` by block index."""
    html = [marked(block.text, marks.get(index, ())) for index, block in enumerate(document.blocks)]
    for _, group in groupby(range(len(document.blocks)), lambda index: _gather(index, document.blocks[index])):
        indices = tuple(group)
        first = document.blocks[indices[0]]
        shown = tuple(html[index] for index in indices)
        if first.table is not None and first.kind != "caption":
            yield Piece("table", indices, shown, rows=_rows(document.blocks, indices, html))
        elif first.kind == "list_item":
            yield Piece("list", indices, shown)
        elif first.kind in ("title", "heading"):
            yield Piece("heading", indices, shown, level=min(max(first.level, 1), 6))
        else:
            yield Piece(first.kind if first.kind in ("quote", "caption") else "paragraph", indices, shown)


def _gather(index: int, block: Block) -> tuple[str, int]:
    """Neighbours with the same key belong together."""
    if block.table is not None and block.kind != "caption":
        return "table", block.table
    return ("list", 0) if block.kind == "list_item" else ("single", index)


def _rows(
    blocks: Sequence[Block], indices: Iterable[int], html: Sequence[Markup]
) -> tuple[tuple[tuple[bool, Markup], ...], ...]:
    """Rows with every cell in its column; a cell that the table leaves out is empty."""
    grid: dict[int, dict[int, tuple[bool, Markup]]] = {}
    for index in indices:
        block = blocks[index]
        row = grid.setdefault(block.row or 0, {})
        column = block.column if block.column is not None else len(row)
        row[column] = (block.kind == "table_header", html[index])
    # A column index that lies far out must not make a row of a million cells.
    used = sorted({column for row in grid.values() for column in row})
    return tuple(tuple(grid[row].get(column, (False, Markup(""))) for column in used) for row in sorted(grid))


def marked(text: str, marks: Iterable[Mark]) -> Markup:
    """``text`` escaped, with its marks. Where two overlap, the later one keeps what the earlier leaves of it."""
    out: list[Markup] = []
    at = 0
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    for mark, following in zip_longest(ordered, ordered[1:]):
        start, end = max(mark.start, at), max(mark.end, at)
        limit = len(text) if following is None else max(following.start, end)
        opening = _OPENING.search(text, max(at, start - 3), start) if mark.icon else None
        closing = _CLOSING.match(text, end, limit) if mark.badge else None
        out.append(plain(text[at : opening.start() if opening else start]))
        link = _link(mark, text[start:end])
        at = closing.end() if closing else end
        if opening or closing:  # browsers break the line between a bracket and a sign
            before = plain(text[opening.start() : start] if opening else "")
            link = Markup('<span class="nb">{}{}{}</span>').format(before, link, plain(text[end:at]))
        out.append(link)
    out.append(plain(text[at:]))
    return Markup("").join(out)


def plain(text: str) -> Markup:
    """Text escaped, with control characters made visible."""
    return escape(visible(text, keep="\n\t"))


def _link(mark: Mark, text: str) -> Markup:
    icon = (
        Markup('<svg class="i" aria-hidden="true"><use href="#{}"/></svg>').format(mark.icon)
        if mark.icon
        else Markup("")
    )
    badge = Markup('<sup aria-hidden="true">{}</sup>').format(mark.badge) if mark.badge else Markup("")
    return Markup('<a class="{}" id="{}" href="#{}" title="{}">{}<span class="vh"> ({})</span></a>').format(
        mark.css, mark.ident, mark.href, mark.label, _together(icon, text, badge), mark.label
    )


def _together(icon: Markup, text: str, badge: Markup) -> Markup:
    """The sign stays on the line of the first word and the claim's number on that of the last, unless they are long."""
    kept = Markup('<span class="nb">{}{}{}</span>')
    first, last = _ENDS.match(text), _ENDS.match(text[::-1])
    if not (first and last and (icon or badge)):
        return icon + plain(text) + badge
    if first.end() == len(text):
        return kept.format(icon, plain(text), badge)
    start, end = first.end() if icon else 0, len(text) - last.end() if badge else len(text)
    head = kept.format(icon, plain(text[:start]), "") if start else Markup("")
    tail = kept.format("", plain(text[end:]), badge) if end < len(text) else Markup("")
    return head + plain(text[start:end]) + tail

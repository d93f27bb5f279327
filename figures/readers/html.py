"""HTML: the text that a browser shows, in blocks, with the offsets of the source kept.

Left out are scripts, style sheets, templates, navigation, form controls, code blocks, hidden elements and what is
struck out.
"""

from __future__ import annotations

from datetime import date

from figures.document import Block
from figures.readers.headers import parse_date
from figures.readers.html_page import Page
from figures.readers.parsed import Parsed

_DATES = (  # in order of trust
    "article:published_time", "datepublished", "og:published_time", "date", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.issued", "dcterms.created", "pubdate", "publishdate", "publish-date", "publication_date", "sailthru.date",
    "parsely-pub-date",
)  # fmt: skip


def read(text: str) -> Parsed:
    """The blocks of a page, its title (the first h1, else og:title, else title), and the date in its meta tags."""
    page = Page(text, 0, len(text), 0)
    page.run()
    blocks = page.blocks
    headline = next((index for index, block in enumerate(blocks) if block.kind == "heading" and block.level == 1), None)
    title = page.meta.get("og:title") or None
    if headline is not None:
        first = blocks[headline]
        blocks[headline] = Block("title", first.span, first.text, first.anchors, level=1)
        title = first.text
    elif page.title is not None:
        blocks.insert(0, page.title)
        blocks.sort(key=lambda block: block.span)
        title = title or page.title.text
    stated, origin = _date(page)
    return Parsed(blocks, title, stated, origin)


def blocks_in(source: str, start: int, end: int, tables: int) -> tuple[list[Block], int]:
    """The blocks in ``source[start:end]``, and the number of tables, ``tables`` of them before, so far."""
    page = Page(source, start, end, tables)
    page.run()
    return page.blocks, page.tables


def _date(page: Page) -> tuple[date | None, str | None]:
    for name in _DATES:
        day = parse_date(page.meta.get(name, ""))
        if day:
            return day, "meta tag"
    for value in (page.linked_date, page.time):
        day = parse_date(value or "")
        if day:
            return day, "meta tag"
    return None, None

"""The blocks of an HTML page, put together from its tags and texts.

Only the elements that matter to blocks are kept open, as the HTML standard nests them: paragraphs, list items, cells
and their like end where a browser ends them. Every step is linear: what looks back is bounded or counted.
"""

from __future__ import annotations

import re

from figures.document import Block
from figures.readers.characters import LOWERED, RAISED, REFERENCE, character
from figures.readers.html_tokens import Token, attributes, tokens
from figures.readers.parsed import Scribe


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BLOCKS = _names(
    """
    address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu ol optgroup p pre
    search section summary table tbody td tfoot th thead tr ul
    """
)
_SKIPPED = _names(
    """
    script style template nav svg math canvas audio video object map select datalist button textarea iframe noscript
    noembed noframes del s strike
    """
)
_HIDABLE = _names("div section article aside span ul ol table figure header footer main details")
_VOID = _names("area base br col embed hr img input link meta param source track wbr")
_CLOSE_P = _names(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul"
)
_KINDS = {
    "li": "list_item",
    "dt": "list_item",
    "dd": "list_item",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
    "td": "table_cell",
    "th": "table_header",
}
_CLOSES = {  # what an opening tag ends first, and where the search for it stops
    "li": (("li",), ("ul", "ol", "menu", "dir")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "tr": (("tr",), ("table",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "thead": (("thead", "tbody", "tfoot", "caption"), ("table",)),
    "tbody": (("thead", "tbody", "tfoot", "caption"), ("table",)),
    "tfoot": (("thead", "tbody", "tfoot", "caption"), ("table",)),
}
_CODE = ("code", "samp", "kbd")
_CHANGED = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]|&(?=[#A-Za-z])")
_BLANK = " \t\n\r\f"
_PARTS = frozenset({"td", "th", "tr", "thead", "tbody", "tfoot", "caption"})
_WIDEST = 1_000  # columns of a table in which a cell may reach down
_NEAR = 100  # how far up an opening tag looks for what it ends silently
_LINKED_DATE = re.compile(r'"datePublished"\s{0,5}:\s{0,5}"([^"]{4,40})"')


class _Element:
    """An open element that matters to the blocks, with what it hands on to the elements inside it."""

    __slots__ = ("count", "header", "kind", "level", "name")

    def __init__(self, name: str, kind: str, level: int, header: bool, count: dict[str, int]) -> None:
        self.name = name
        self.kind = kind
        self.level = level
        self.header = header  # is it in a thead
        self.count = count  # how many of each name are open in the innermost cell or table; shared by them


class _Table:
    """Where in an open table the reader is."""

    __slots__ = ("column", "count", "filled", "index", "next", "row")

    def __init__(self, index: int) -> None:
        self.index = index
        self.row = -1
        self.column = 0
        self.next = 0  # the column of the next cell, if no cell from above is there
        self.filled: dict[int, int] = {}  # column -> the first row below the cell that reaches down in it
        self.count: dict[str, int] = {}  # how many of each part of the table are open


class Page:
    def __init__(self, source: str, start: int, end: int, tables: int) -> None:
        self.source = source
        self.start, self.end = start, end
        self.blocks: list[Block] = []
        self.title: Block | None = None
        self.meta: dict[str, str] = {}
        self.linked_date: str | None = None
        self.time: str | None = None
        self.tables = tables
        self.open: list[_Element] = []
        self.table: list[_Table] = []
        self.scribe = Scribe(source)
        self.blank = True  # does the text of the block so far end in a blank
        self.skipped = ""  # name of the element whose contents are left out
        self.skipped_depth = 0
        self.raised = ""
        self.code = False
        self.end_tags: dict[str, int] = {}  # name -> place of the next end tag; -1 when there is none any more

    def run(self) -> None:
        for token in tokens(self.source, self.start, self.end):
            if token.kind == "raw":
                self._raw(token)
            elif self.skipped:
                self._skip(token)
            elif token.kind == "text":
                if not self.code:
                    self._text(token.start, token.end)
            elif token.kind == "start":
                self._start(token)
            else:
                self._end(token)
        self._flush()

    def _skip(self, token: Token) -> None:
        if token.name == self.skipped:
            self.skipped_depth += 1 if token.kind == "start" else -1
            if not self.skipped_depth:
                self.skipped = ""
        elif token.name == "meta" and token.kind == "start":
            self._meta(token)

    def _raw(self, token: Token) -> None:
        if token.name == "title" and self.title is None and not self.skipped and not self.scribe.length:
            scribe, blank = self.scribe, self.blank
            self.scribe, self.blank = Scribe(self.source), True
            self._text(token.start, token.end)
            self.title = self.scribe.block("title", level=1)
            self.scribe, self.blank = scribe, blank
        elif token.name == "script" and self.linked_date is None:
            found = _LINKED_DATE.search(self.source, token.start, token.end)
            self.linked_date = found[1] if found else None

    def _start(self, token: Token) -> None:
        name = token.name
        if (name in _SKIPPED or (name in _HIDABLE and self._is_hidden(token))) and self._is_closed(token):
            if name in _BLOCKS or name == "nav":
                self._flush()
            self.skipped, self.skipped_depth = name, 1
        elif name in _BLOCKS:
            self._flush()
            self._open(token)
        elif name == "br":
            self._space(token)
        elif name == "meta":
            self._meta(token)
        elif name == "time" and self.time is None:
            self.time = attributes(self.source, token).get("datetime")
        elif name in ("sup", "sub"):
            self.raised = name
        elif name in _CODE and self.open and self.open[-1].name == "pre":
            self.code = True

    def _end(self, token: Token) -> None:
        name = token.name
        if name in _BLOCKS:
            self._flush()
            self._close(name)
        elif name in ("sup", "sub"):
            self.raised = ""
        elif name == "br":
            self._space(token)

    def _is_hidden(self, token: Token) -> bool:
        if token.attributes[0] == token.attributes[1]:
            return False
        found = attributes(self.source, token)
        return "hidden" in found or "display:none" in found.get("style", "").replace(" ", "").lower()

    def _is_closed(self, token: Token) -> bool:
        """Is there an end tag for it? Without, leaving the element out would leave out the rest of the page."""
        name = token.name
        if name in ("svg", "math") and self.source.startswith("/>", token.end - 2):
            return False
        place = self.end_tags.get(name, 0)
        if 0 <= place < token.end:
            found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self.source, token.end, self.end)
            place = self.end_tags[name] = found.start() if found else -1
        return place >= 0

    def _open(self, token: Token) -> None:
        name = token.name
        if name in _VOID:
            return
        if name in _CLOSE_P and self.open and self.open[-1].name == "p":
            self._pop()
        if name in _CLOSES:
            self._close_before(*_CLOSES[name])
        outer = self.open[-1] if self.open else None
        kind, level, header = (outer.kind, outer.level, outer.header) if outer else ("paragraph", 0, False)
        count = outer.count if outer else {}
        in_cell = kind in ("table_cell", "table_header")
        if name == "table":
            self.table.append(_Table(self.tables))
            self.tables += 1
            kind, level, header, count = "paragraph", 0, False, {}
        elif name in ("td", "th"):
            if self.table:
                kind = "table_header" if name == "th" or header else "table_cell"
                self._begin_cell(token)
            count = {}
        elif name in _KINDS and not in_cell:
            kind, level = _KINDS[name], 0
        elif name in ("h1", "h2", "h3", "h4", "h5", "h6") and not in_cell:
            kind, level = "heading", int(name[1])
        elif name == "thead":
            header = True
        elif name == "tr" and self.table:
            self.table[-1].row += 1
            self.table[-1].next = 0
        self.open.append(_Element(name, kind, level, header, count))
        count[name] = count.get(name, 0) + 1
        if name in _PARTS and self.table:
            counted = self.table[-1].count
            counted[name] = counted.get(name, 0) + 1

    def _begin_cell(self, token: Token) -> None:
        table = self.table[-1]
        table.row = max(table.row, 0)
        while table.filled.get(table.next, 0) > table.row:
            table.next += 1
        table.column = table.next
        found = attributes(self.source, token) if token.attributes[0] < token.attributes[1] else {}
        across = _number(found.get("colspan"), 100)
        down = _number(found.get("rowspan"), 65_534)
        table.next += across
        if down > 1:
            for column in range(table.column, min(table.next, _WIDEST)):
                table.filled[column] = table.row + down

    def _close_before(self, names: tuple[str, ...], stops: tuple[str, ...]) -> None:
        """Ends the nearest of ``names`` that an opening tag ends silently, if none of ``stops`` is nearer."""
        for element in reversed(self.open[-_NEAR:]):
            if element.name in names:
                while self._pop() is not element:
                    pass
                return
            if element.name in stops:
                return

    def _close(self, name: str) -> None:
        """Ends the innermost open element of that name, with all inside it; an end tag of nothing is left alone."""
        if not self.open:
            return
        if name in _PARTS or name == "table":
            if not self.table or (name != "table" and not self.table[-1].count.get(name)):
                return
        elif not self.open[-1].count.get(name):
            return
        while self._pop().name != name:
            pass

    def _pop(self) -> _Element:
        element = self.open.pop()
        element.count[element.name] -= 1
        if element.name == "table":
            self.table.pop()
        elif element.name in _PARTS and self.table:
            self.table[-1].count[element.name] -= 1
        return element

    def _text(self, start: int, end: int) -> None:
        source, scribe, at = self.source, self.scribe, start
        if self.blank:
            while at < end and source[at] in _BLANK:
                at += 1
        if at == end:
            return
        if self.raised and end - at <= 40 and "&" not in source[at:end]:
            scribe.write(source[at:end].translate(RAISED if self.raised == "sup" else LOWERED), at, end)
            self.blank = False
            return
        for match in _CHANGED.finditer(source, at, end):
            place = match.start()
            if source[place] == "&":
                reference = REFERENCE.match(source, place, end)
                known = character(reference.group()) if reference else None
                if known is None:
                    continue
                scribe.copy(at, place)
                at = place + known[1]
                scribe.write(known[0], place, at)
            else:
                scribe.copy(at, place)
                at = match.end()
                scribe.write(" ", place, at)
        scribe.copy(at, end)
        self.blank = source[end - 1] in _BLANK

    def _space(self, token: Token) -> None:
        if not self.blank:
            self.scribe.write(" ", token.start, token.end)
            self.blank = True

    def _meta(self, token: Token) -> None:
        found = attributes(self.source, token)
        content = " ".join(found.get("content", "").split())
        for key in ("property", "name", "itemprop"):
            if content and found.get(key):
                self.meta.setdefault(found[key].lower(), content)

    def _flush(self) -> None:
        self.blank, self.raised, self.code = True, "", False
        if not self.scribe.length:
            return
        scribe, self.scribe = self.scribe, Scribe(self.source)
        element = self.open[-1] if self.open else None
        kind, level = (element.kind, element.level) if element else ("paragraph", 0)
        table = self.table[-1] if self.table and kind in ("table_cell", "table_header") else None
        place = (table.index, table.row, table.column) if table else (None, None, None)
        block = scribe.block(kind, level, *place)
        if block:
            self.blocks.append(block)


def _number(text: str | None, most: int) -> int:
    """A span of rows or columns: at least 1, and 1 for what is no number."""
    text = (text or "").strip()
    if not text.isascii() or not text.isdigit():
        return 1
    return min(max(int(text[:6]), 1), most)

"""The block structure of Markdown, found line by line: CommonMark with tables, footnotes and task lists.

Each block keeps the ranges of its lines. Code blocks, rulers and link definitions are not prose and give none.
"""

from __future__ import annotations

import re

from msgspec import Struct

from figures.readers.markdown_inline import label_key

_LINE = re.compile(r"([^\n\r]*+)(\r\n|[\n\r]|$)")
_DEEPEST = 100  # levels of lists and quotes; marks beyond it are text
_ITEM = re.compile(r"(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)")
_RULER = re.compile(r"(?:-[ \t]*+){3,}+$|(?:\*[ \t]*+){3,}+$|(?:_[ \t]*+){3,}+$")
_UNDERLINE = re.compile(r"(?:(=)=*+|--*+)[ \t]*+$")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]++|$)")
_HEADING_END = re.compile(r"[ \t]#++[ \t]*+$")
_FENCE = re.compile(r"(`{3,}+)[^`]*+$|(~{3,}+)")
_DELIMITERS = re.compile(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$")
_DEFINITION = re.compile(
    r"\[((?:[^\[\]\\\n\r]|\\.){1,999}+)\]:[ \t]*+(?:<[^<>\n\r]*+>|[^\s<]\S*+)"
    r"(?:[ \t]++(?:\"[^\"]*+\"|'[^']*+'|\([^()]*+\)))?[ \t]*+$"
)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,50}\]:[ \t]*+")
_TASK = re.compile(r"\[[ xX]\](?=[ \t])")
_HTML_ENDS = [  # how a block of HTML begins, and what ends it; None: a blank line
    (
        re.compile(r"<(?:script|pre|style|textarea)(?=[\s>]|$)", re.I),
        re.compile(r"</(?:script|pre|style|textarea)>", re.I),
    ),
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<\?"), re.compile(r"\?>")),
    (re.compile(r"<![A-Za-z]"), re.compile(r">")),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
    (
        re.compile(
            r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog"
            r"|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe"
            r"|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table"
            r"|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[\s>]|/>|$)",
            re.I,
        ),
        None,
    ),
]
_HTML_ALONE = re.compile(
    r"(?:<[A-Za-z][A-Za-z0-9-]{0,40}"
    r"(?:\s++[A-Za-z_:][\w.:-]{0,80}+(?:\s*+=\s*+(?:[^\s\"'=<>`]++|'[^']*+'|\"[^\"]*+\"))?+)*+"
    r"\s*+/?>|</[A-Za-z][A-Za-z0-9-]{0,40}\s*+>)[ \t]*+$"
)


class _Container(Struct):
    """An open quote, or a list item whose contents begin ``indent`` columns in; 0 for a quote."""

    indent: int


class Draft(Struct):
    """A block to be: ranges of the source, each with its line end but for the last. ``kind`` "html": one raw range."""

    kind: str
    lines: list[tuple[int, int]]
    level: int = 0
    table: int | None = None
    row: int | None = None
    column: int | None = None


class Scanner:
    """Reads the lines of a text one by one into drafts. At most one of paragraph, table, fence and html is open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.drafts: list[Draft] = []
        self.labels: set[str] = set()
        self.containers: list[_Container] = []
        self.paragraph: Draft | None = None
        self.columns = 0  # of the open table; 0 when none is open
        self.row = 0
        self.tables = 0
        self.fence: tuple[str, int, int] | None = None  # mark, its length, number of containers around
        self.html: tuple[int, re.Pattern[str] | None, int] | None = None  # start, what ends it, containers around
        self.line_end = 0  # of the line before, its line end left out

    def scan(self, at: int) -> None:
        text = self.text
        while at < len(text):
            match = _LINE.match(text, at)
            assert match is not None  # it can match nothing at all
            self._line(at, match.end(1), match.end())
            self.line_end = match.end(1)
            at = match.end()
        self._end_html(self.line_end)
        self._end_leaf()

    def _line(self, at: int, end: int, following: int) -> None:
        text = self.text
        column = 0
        matched = 0
        for container in self.containers:
            ink, ink_column = self._skip(at, column, end)
            if container.indent == 0:
                if ink_column - column > 3 or ink >= end or text[ink] != ">":
                    break
                at, column = self._after_quote_mark(ink, ink_column, end)
            elif ink >= end:
                at, column = ink, ink_column
            elif ink_column - column >= container.indent:
                at, column = self._advance(at, column, container.indent)
            else:
                break
            matched += 1
        if self.fence and self._in_fence(matched, at, column, end):
            return
        if self.html and self._in_html(matched, at, end):
            return
        self._contents(matched, at, column, end, following)

    def _contents(self, matched: int, at: int, column: int, end: int, following: int) -> None:
        """What the line holds after the marks of the containers that are open already."""
        text = self.text
        ink, ink_column = self._skip(at, column, end)
        if ink >= end:
            self._end_leaf()
            for index in range(matched, len(self.containers)):
                if self.containers[index].indent == 0:
                    del self.containers[index:]
                    break
            return
        lazy = self.paragraph is not None and matched < len(self.containers)
        new_item = False
        while ink_column - column < 4 and ink < end and len(self.containers) < _DEEPEST:
            if text[ink] == ">":
                self._close_to(matched)
                at, column = self._after_quote_mark(ink, ink_column, end)
                self.containers.append(_Container(0))
                new_item = False
            else:
                item = None if _RULER.match(text, ink, end) else _ITEM.match(text, ink, end)
                if item is None or not self._may_begin_item(item, matched, end):
                    break
                self._close_to(matched)
                after, after_column = self._skip(item.end(), ink_column + item.end() - ink, end)
                width = item.end() - ink
                blanks = after_column - ink_column - width
                if after >= end or blanks > 4:
                    blanks = 1
                self.containers.append(_Container(ink_column - column + width + blanks))
                at, column = self._advance(item.end(), ink_column + width, blanks)
                new_item = True
            matched = len(self.containers)
            lazy = False
            ink, ink_column = self._skip(at, column, end)
        if ink >= end:
            return
        self._leaf(matched, lazy, new_item, ink, ink_column - column, end, following)

    def _may_begin_item(self, item: re.Match[str], matched: int, end: int) -> bool:
        if self.paragraph is None or matched < len(self.containers):
            return True
        if _UNDERLINE.match(self.text, item.start(), end):
            return False
        empty = not self.text[item.end() : end].strip()
        return not empty and (item[1] is None or int(item[1]) == 1)

    def _leaf(self, matched: int, lazy: bool, item: bool, ink: int, indent: int, end: int, following: int) -> None:
        text = self.text
        if indent >= 4:
            if self.paragraph is not None:
                self.paragraph.lines.append((ink, following))
            else:
                self._close_to(matched)  # indented code
            return
        if self.paragraph is not None and not lazy:
            underline = _UNDERLINE.match(text, ink, end)
            if underline and self._underlined(1 if underline[1] else 2):
                return
            if _DELIMITERS.match(text, ink, end) and self._begins_table(ink, end):
                return
        heading = _HEADING.match(text, ink, end)
        if heading:
            self._close_to(matched)
            first = heading.end()
            last = _HEADING_END.search(text, first - 1, end) if text.find("#", first, end) >= 0 else None
            self.drafts.append(
                Draft("heading", [(first, max(first, last.start()) if last else end)], level=len(heading[1]))
            )
            return
        fence = _FENCE.match(text, ink, end)
        if fence:
            self._close_to(matched)
            mark = fence[1] or fence[2]
            self.fence = (mark[0], len(mark), matched)
            return
        if text[ink] == "<" and self._begins_html(matched, ink, end):
            return
        if _RULER.match(text, ink, end):
            self._close_to(matched)
            return
        if self.columns and matched == len(self.containers):
            self._table_row(ink, end, "table_cell")
            return
        if self.paragraph is not None:
            self.paragraph.lines.append((ink, following))
            return
        self._close_to(matched)
        note = _FOOTNOTE.match(text, ink, end)
        task = _TASK.match(text, ink, end) if item else None
        ink = note.end() if note else task.end() if task else ink
        if ink < end:
            self.paragraph = Draft(self._kind(), [(ink, following)])

    def _kind(self) -> str:
        if not self.containers:
            return "paragraph"
        return "list_item" if self.containers[-1].indent else "quote"

    def _underlined(self, level: int) -> bool:
        """Turns the open paragraph into a heading, unless it is but link definitions."""
        draft = self._end_paragraph()
        if draft is None:
            return False
        draft.kind, draft.level = "heading", level
        self.drafts.append(draft)
        return True

    def _begins_table(self, ink: int, end: int) -> bool:
        if self.paragraph is None or len(self.paragraph.lines) != 1:
            return False
        start = self.paragraph.lines[0][0]
        header = self._cells(start, self.line_end)
        if "|" not in self.text[start : self.line_end] or len(header) != len(self._cells(ink, end)):
            return False
        self.paragraph = None
        self.columns, self.row = len(header), 0
        self.tables += 1
        self._table_row(start, self.line_end, "table_header")
        return True

    def _table_row(self, start: int, end: int, kind: str) -> None:
        for column, (first, last) in enumerate(self._cells(start, end)[: self.columns]):
            if first < last:
                self.drafts.append(Draft(kind, [(first, last)], table=self.tables - 1, row=self.row, column=column))
        self.row += 1

    def _cells(self, start: int, end: int) -> list[tuple[int, int]]:
        """The cells of a table row, without the blanks around them."""
        text = self.text
        while end > start and text[end - 1] in " \t":
            end -= 1
        if start < end and text[start] == "|":
            start += 1
        cells: list[tuple[int, int]] = []
        at = first = start
        while at <= end:
            if at == end or text[at] == "|":
                if at < end or first < end or not cells:
                    part = text[first:at]
                    begun = part.lstrip()
                    begin = first + len(part) - len(begun)
                    cells.append((begin, begin + len(begun.rstrip())))
                first = at + 1
            elif text[at] == "\\":
                at += 1
            at += 1
        return cells

    def _begins_html(self, matched: int, ink: int, end: int) -> bool:
        if any(container.indent == 0 for container in self.containers[:matched]):
            return False  # the marks of the quote would stand in the HTML; its tags are taken out as inline markup
        for begins, ends in _HTML_ENDS:
            found = begins.match(self.text, ink, end)
            if found:
                self._close_to(matched)
                self.html = (ink, ends, matched)
                if ends is not None and ends.search(self.text, found.end(), end):
                    self._end_html(end)
                return True
        if self.paragraph is None and _HTML_ALONE.match(self.text, ink, end):
            self._close_to(matched)
            self.html = (ink, None, matched)
            return True
        return False

    def _in_html(self, matched: int, at: int, end: int) -> bool:
        """Is the line part of the open HTML block?"""
        assert self.html is not None
        _, ends, depth = self.html
        blank = not self.text[at:end].strip()
        if matched < depth or (ends is None and blank):
            self._end_html(self.line_end)
            return False
        if ends is not None and ends.search(self.text, at, end):
            self._end_html(end)
        return True

    def _end_html(self, end: int) -> None:
        if self.html:
            if self.html[0] < end:
                self.drafts.append(Draft("html", [(self.html[0], end)]))
            self.html = None

    def _in_fence(self, matched: int, at: int, column: int, end: int) -> bool:
        """Is the line part of the open code block?"""
        assert self.fence is not None
        mark, length, depth = self.fence
        if matched < depth:
            self.fence = None
            return False
        ink, ink_column = self._skip(at, column, end)
        line = self.text[ink:end].rstrip(" \t")
        if ink_column - column < 4 and len(line) >= length and not line.strip(mark):
            self.fence = None
        return True

    def _close_to(self, count: int) -> None:
        """Ends the open leaf, and the containers after the first ``count``."""
        self._end_leaf()
        del self.containers[count:]

    def _end_leaf(self) -> None:
        self.columns = 0
        draft = self._end_paragraph()
        if draft is not None:
            self.drafts.append(draft)

    def _end_paragraph(self) -> Draft | None:
        """Ends the open paragraph: what is left of it without link definitions; None when nothing is."""
        draft, self.paragraph = self.paragraph, None
        if draft is None:
            return None
        lines = draft.lines
        lines[-1] = (lines[-1][0], self.line_end)
        taken = 0
        while taken < len(lines) and self.text[lines[taken][0]] == "[":
            start, end = lines[taken]
            definition = _DEFINITION.match(self.text[start:end].rstrip())
            if definition is None or not definition[1].strip():
                break
            self.labels.add(label_key(definition[1]))
            taken += 1
        del lines[:taken]
        return draft if lines else None

    def _after_quote_mark(self, ink: int, column: int, end: int) -> tuple[int, int]:
        at, column = ink + 1, column + 1
        if at < end and self.text[at] in " \t":
            return at + 1, column + (4 - column % 4 if self.text[at] == "\t" else 1)
        return at, column

    def _skip(self, at: int, column: int, end: int) -> tuple[int, int]:
        """The first place from ``at`` that is no blank, and its column."""
        text = self.text
        while at < end:
            if text[at] == " ":
                column += 1
            elif text[at] == "\t":
                column += 4 - column % 4
            else:
                break
            at += 1
        return at, column

    def _advance(self, at: int, column: int, columns: int) -> tuple[int, int]:
        """Goes over ``columns`` columns of blanks; a tab that reaches further is gone over whole."""
        goal = column + columns
        while column < goal and at < len(self.text) and self.text[at] in " \t":
            column += 1 if self.text[at] == " " else 4 - column % 4
            at += 1
        return at, column

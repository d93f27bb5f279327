"""Plain text: paragraphs between blank lines, or one to a long line; a short first line is the title."""

from __future__ import annotations

import re

from figures.document import Block, Span
from figures.readers.parsed import Parsed, on_one_line

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]*+(\r\n|[\n\r\f\v\x85\u2028\u2029]|$)")
_WIDEST = 120  # where a line is longer, every line is a paragraph, and none is a part of a wrapped one
_NARROWEST = 45  # where none is longer, lines are rows of a list
_BULLET = re.compile(r"(?:[-*•‣▪]|([+–—]|\(?\d{1,3}[.)]|\(?[a-z][.)]))[ \t]{1,8}(?=\S)")
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]{0,3}$")
_FIRST_WORD = re.compile(r"\S{0,60}")
_WORDS = re.compile(r"\w")

Line = tuple[int, int]  # without the blanks around it and without its end


def read(text: str) -> Parsed:
    """The paragraphs of a plain text, each a verbatim slice of it but for line ends, which are spaces."""
    blocks: list[Block] = []
    for group in _groups(text):
        blocks += _paragraphs(text, group)
    title = None
    if len(blocks) > 1 and (blocks[0].kind == "heading" or _is_heading(blocks[0], 120)):
        first = blocks[0]
        blocks[0] = Block("title", first.span, first.text, first.anchors, level=1)
        title = first.text
    return Parsed(blocks, title)


def _groups(text: str) -> list[list[Line]]:
    """The lines between blank lines. A form feed ends a group too."""
    groups: list[list[Line]] = []
    group: list[Line] = []
    at = 0
    while at < len(text):
        match = _LINE.match(text, at)
        assert match is not None  # it can match nothing at all
        line = match.group()
        begun = line.lstrip()
        if begun and _WORDS.search(line):
            start = at + len(line) - len(begun)
            group.append((start, start + len(begun.rstrip())))
        elif group:  # blank, or a ruler such as "-----"
            groups.append(group)
            group = []
        if match[1] in ("\f", "\u2029") and group:
            groups.append(group)
            group = []
        at = match.end()
    if group:
        groups.append(group)
    return groups


def _paragraphs(text: str, lines: list[Line]) -> list[Block]:
    """Tells wrapped lines, which are one paragraph, from lines that are paragraphs of their own."""
    width = max(end - start for start, end in lines)
    parts: list[tuple[bool, list[Line]]] = []  # is it a list item, and its lines
    for line in lines:
        last = parts[-1][1][-1] if parts else None
        bullet = _BULLET.match(text, *line)
        if bullet and len(lines) == 1 and not bullet[1] and text[bullet.end() : bullet.end() + 1].isdecimal():
            bullet = None  # a line of its own: "- 5 degrees" is a number below zero
        if bullet and last and bullet[1]:
            # A number, a letter or a long dash may begin any line of a wrapped paragraph.
            bullet = bullet if parts[-1][0] or _ENDED.search(text[max(0, last[1] - 8) : last[1]]) else None
        if bullet:
            parts.append((True, [(bullet.end(), line[1])]))
        elif last is not None and _wraps(text, last, line, width):
            parts[-1][1].append(line)
        else:
            parts.append((False, [line]))
    blocks = [_block(text, lines[0][0], lines[-1][1], "list_item" if item else "paragraph") for item, lines in parts]
    for index in range(len(parts) - 1):
        block, after = blocks[index], blocks[index + 1]
        if len(parts[index][1]) == 1 and _is_heading(block, 80) and len(after.text) > max(80, len(block.text)):
            blocks[index] = Block("heading", block.span, block.text, block.anchors, level=2)
    return blocks


def _wraps(text: str, last: Line, line: Line, width: int) -> bool:
    """Does ``line`` go on with the paragraph of the line before it?"""
    length = last[1] - last[0]
    if width > _WIDEST:
        return False
    if text[line[0]].islower() or text[last[1] - 1] in ",;–—-":
        return True
    word = _FIRST_WORD.match(text, *line)
    assert word is not None  # it can match nothing at all
    if width < _NARROWEST:
        return False
    return length + 1 + len(word.group()) > width - 12  # the first word had little room left on the line before


def _is_heading(block: Block, longest: int) -> bool:
    text = block.text
    return (
        block.kind == "paragraph"
        and len(text) <= longest
        and (text[0].isupper() or text[0].isdigit() or text[0] in "\"'“‘«")
        and not text.startswith(("By ", "BY "))
        and not _ENDED.search(text[-8:])
    )


def _block(text: str, start: int, end: int, kind: str) -> Block:
    return Block(kind, Span(start, end), on_one_line(text[start:end]), ((0, start),))

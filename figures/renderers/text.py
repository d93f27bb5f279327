"""Text of the user made safe to show: control characters visible, widths in terminal cells, long lines cut."""

from __future__ import annotations

import re
import unicodedata

# Controls, and the characters that turn or hide the text around them (Unicode bidi controls, zero-width space,
# line separators, lone surrogates). Joiners stay: scripts and emoji need them.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ud800-\udfff]"
)


# A cut goes back to the end of a word where one is this near.
LONGEST_WORD = 16


def visible(text: str, keep: str = "") -> str:
    """``text`` with each control character shown as a symbol (␛) or a code point (<U+202E>).

    Tabs and line ends too, unless they are in ``keep``.
    """
    return _HIDDEN.sub(lambda found: _symbol(found.group(), keep), text) if _HIDDEN.search(text) else text


def one_line(text: str) -> str:
    """``visible`` text with runs of blanks and line ends as one blank."""
    return visible(" ".join(text.split()))


def _symbol(char: str, keep: str) -> str:
    code = ord(char)
    if char in keep:
        return char
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def cells(text: str) -> int:
    """Cells that ``text`` takes in a terminal: 2 for wide characters, 0 for combining ones."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def _cell(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def excerpt(line: str, start: int, end: int, width: int, tab: int = 4) -> tuple[str, str]:
    """A source line and the carets under ``line[start:end]``, both at most ``width`` cells (20 at least).

    A line that is too long is cut around the carets; "…" marks each cut.
    """
    end = max(end, start + 1)
    room = max(width, 20)
    # What can be seen is near the carets: a line of megabytes is not laid out.
    first, last = max(0, start - 4 * room), min(len(line), start + 4 * room)
    pieces: list[str] = []
    at = 0
    for char in line[first:last]:
        pieces.append(" " * (tab - at % tab) if char == "\t" else visible(char))
        at += cells(pieces[-1])
    sizes = [cells(piece) for piece in pieces]
    left, right = start - first, max(min(end, last), start + 1) - first
    begin, stop = 0, len(pieces)
    if first > 0 or last < len(line) or at > room:
        # The number comes first; of the cells left, a third goes to what stands before it.
        spare = room - 4
        while right > left + 1 and sum(sizes[left:right]) > spare:
            right -= 1
        spare -= sum(sizes[left:right])
        before, after = sum(sizes[:left]), sum(sizes[right:])
        keep_before = min(before, max(spare // 3, spare - after))
        keep_after = min(after, spare - keep_before)
        while begin < left and before > keep_before:
            before -= sizes[begin]
            begin += 1
        while stop > right and after > keep_after:
            stop -= 1
            after -= sizes[stop]
        begin = _next_word(pieces, begin, left) if begin or first else begin
        stop = _last_word(pieces, stop, right) if stop < len(pieces) or last < len(line) else stop
    head = "… " if first > 0 or begin > 0 else ""
    tail = " …" if last < len(line) or stop < len(pieces) else ""
    indent = " " * (len(head) + sum(sizes[begin:left]))
    return head + "".join(pieces[begin:stop]) + tail, indent + "^" * max(sum(sizes[left:right]), 1)


def _next_word(pieces: list[str], begin: int, left: int) -> int:
    """Where the first whole word after a cut begins, if that is near and before the number."""
    for at in range(begin, min(begin + LONGEST_WORD, left)):
        if pieces[at].isspace():
            return at + 1
    return begin


def _last_word(pieces: list[str], stop: int, right: int) -> int:
    """Where the last whole word before a cut ends, if that is near and after the number."""
    for at in range(stop - 1, max(stop - LONGEST_WORD, right) - 1, -1):
        if pieces[at].isspace():
            return at
    return stop


def wrap(text: str, width: int | None, indent: str) -> list[str]:
    """``text`` in lines of at most ``width`` cells, those after the first begun with ``indent``.

    None does not wrap: output that is not a terminal is read by line.
    """
    if width is None:
        return [text]
    room = max(width - cells(indent), 20)
    lines: list[str] = []
    current, used = "", 0
    for word in text.split(" "):
        size = cells(word)
        if current and used + 1 + size > room:
            lines.append(current)
            current, used = word, size
        else:
            current, used = (f"{current} {word}", used + 1 + size) if current else (word, size)
    lines.append(current)
    return [lines[0], *(indent + line for line in lines[1:])]

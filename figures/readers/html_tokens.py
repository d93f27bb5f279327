"""The tags and texts of an HTML source with their places, in one pass, after the tokenizer of the HTML standard.

The trees of HTML parsers do not say where in the source a text came from; these tokens do. Nothing is refused: what is
no tag is text, as in a browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from figures.readers.characters import REFERENCE, character

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]{0,60})((?:[^>\"'=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+|[\"'])*+)(>|\Z)")
_ATTRIBUTE = re.compile(r"([^\s\"'>/=]{1,60}+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?+")
# Elements whose contents are text to the browser, up to their own end tag, whatever tags seem to stand in them.
_RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "title", "textarea"})
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}


class Token(Struct):
    """A tag or a piece of text at ``source[start:end]``. ``kind``: text, start, end, raw.

    A ``raw`` token holds what stands between the tags of a script, a style sheet, a title and the like.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: tuple[int, int] = (0, 0)  # where in the source they are; they are read only when they are wanted


def tokens(source: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of ``source[start:end]``, in order; comments and declarations are left out."""
    at = text_from = start
    while True:
        mark = source.find("<", at, end)
        if mark < 0:
            break
        after = source[mark + 1 : mark + 2]
        letter = source[mark + 2 : mark + 3] if after == "/" else after
        if letter.isascii() and letter.isalpha():
            tag = _TAG.match(source, mark, end)
        elif after in ("!", "?", "/") and mark + 1 < end:
            if text_from < mark:
                yield Token("text", text_from, mark)
            at = text_from = _comment_end(source, mark, end)
            continue
        else:
            at = mark + 1
            continue
        if text_from < mark:
            yield Token("text", text_from, mark)
        if tag is None:  # cannot be while the tag pattern takes anything; kept so that nothing can loop
            at, text_from = mark + 1, mark
            continue
        name = tag[2].lower()
        at = text_from = tag.end()
        if not tag[4]:
            return  # the source ends within a tag
        yield Token("end" if tag[1] else "start", mark, at, name, tag.span(3))
        if name in _RAW and not tag[1]:
            closing = _RAW_ENDS[name].search(source, at, end)
            stop = closing.start() if closing else end
            yield Token("raw", at, stop, name)
            at = text_from = stop
    if text_from < end:
        yield Token("text", text_from, end)


def attributes(source: str, token: Token) -> dict[str, str]:
    """The attributes of a tag: names in small letters, values without character references, "" for no value."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source, *token.attributes):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), plain(value))
    return found


def plain(text: str) -> str:
    """``text`` without character references."""
    if "&" not in text:
        return text
    pieces: list[str] = []
    at = 0
    for match in REFERENCE.finditer(text):
        known = character(match.group())
        if known and match.start() >= at:
            pieces += [text[at : match.start()], known[0]]
            at = match.start() + known[1]
    return "".join([*pieces, text[at:]])


def _comment_end(source: str, mark: int, end: int) -> int:
    if source.startswith("<!--", mark):
        if source.startswith((">", "->"), mark + 4):
            return source.index(">", mark) + 1
        close = source.find("-->", mark + 4, end)
        return close + 3 if close >= 0 else end
    close = source.find(">", mark, end)
    return close + 1 if close >= 0 else end

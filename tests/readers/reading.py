"""What the tests of the readers share."""

from __future__ import annotations

from figures.document import Document
from figures.readers import read
from figures.readers.characters import LOWERED, RAISED

EXTENSIONS = {"text": "txt", "markdown": "md", "html": "html"}


def document(kind: str, text: str) -> Document:
    """The document of a text in the format ``kind``. The mark in front keeps one that is part of the text in it."""
    return read(f"draft.{EXTENSIONS[kind]}", b"\xef\xbb\xbf" + text.encode(), encoding="utf-8")


def seen(kind: str, text: str) -> list[tuple[str, str]]:
    """The kind and the text of each block."""
    return [(block.kind, block.text) for block in document(kind, text).blocks]


def assert_places_hold(read: Document) -> None:
    """Every character of every block is where its anchors say, in order, and blocks do not overlap."""
    end = 0
    for block in read.blocks:
        assert block.text
        assert block.text == block.text.strip()
        assert block.span.start >= end
        assert block.locate(0, len(block.text)) == block.span
        reached = block.span.start
        for index, char in enumerate(block.text):
            place = block.locate(index, index + 1)
            source = read.text[place.start : place.end]
            assert block.span.start <= place.start < place.end <= block.span.end
            if source[0] == "&" or source == ";":
                continue  # an entity; what it stands for is tested by itself
            assert place.start >= reached
            reached = place.end
            if char == " ":
                assert source.isspace() or source.lower().startswith(("<br", "</br"))
            else:
                assert char in (source, source.translate(RAISED), source.translate(LOWERED))
        end = block.span.end


def found(read: Document, words: str) -> str:
    """The source of the first place where ``words`` stand in a block."""
    for block in read.blocks:
        at = block.text.find(words)
        if at >= 0:
            place = block.locate(at, at + len(words))
            return read.text[place.start : place.end]
    raise AssertionError(f"{words!r} is in no block")

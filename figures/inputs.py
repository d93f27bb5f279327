"""Where documents come from: a string, a file, standard input."""

from __future__ import annotations

import codecs
import sys
from datetime import date as Date
from pathlib import Path

from figures import readers
from figures.document import Document

STDIN = Path("-")


def read(
    source: str | Path | Document, *, date: Date | str | None, media_type: str | None, encoding: str | None
) -> Document:
    """One document: a ``str`` is its text, a ``Path`` is a file. Raises Unreadable, and ValueError for a wrong date."""
    if isinstance(source, Document):
        return source
    if isinstance(date, str):
        date = iso_date(date)
    if isinstance(source, Path):
        return readers.load(source, media_type=media_type, date=date, encoding=encoding)
    if isinstance(source, str):
        # With a mark of its own in front, one that is part of the text stays in it, and every place is a place in it.
        data = codecs.BOM_UTF8 + source.encode("utf-8", "replace")
        return readers.read("<text>", data, media_type=media_type or "text/plain", date=date, encoding="utf-8")
    raise TypeError(f"a document is a str (its text), a pathlib.Path (a file) or a Document; got {source!r}")


def read_stdin(name: str | None, *, date: Date | None, encoding: str | None) -> Document:
    """What standard input holds. ``name``: what it is called, whose extension says what is in it; None: plain text.

    Raises Unreadable.
    """
    data = sys.stdin.buffer.read(readers.LIMIT + 1)
    return readers.read(name or "<stdin>", data, date=date, encoding=encoding)


def iso_date(text: str) -> Date:
    """A day such as 2015-10-03. Raises ValueError with what was wanted and what was got."""
    try:
        return Date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"a date is written like 2015-10-03; got {text!r}") from None

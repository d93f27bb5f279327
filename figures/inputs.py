"""Where documents come from: files, standard input, a string."""

from __future__ import annotations

import codecs
import sys
from datetime import date as Date
from pathlib import Path

from figures.document import Document


def read(
    source: str | Path | Document,
    *,
    name: str | None = None,
    date: Date | str | None = None,
    media_type: str | None = None,
    encoding: str | None = None,
) -> Document:
    """One document. A ``str`` is its text, a ``Path`` a file, and ``Path("-")`` standard input.

    ``name`` is what the document is called in what is printed, and None calls it by its path, "<text>" or "<stdin>";
    its extension says what is in it unless ``media_type`` does. Raises OSError, Unreadable and ValueError.
    """
    from figures import readers

    if isinstance(source, Document):
        return source
    if isinstance(date, str):
        date = iso_date(date)
    if isinstance(source, str):
        path, data = name or "<text>", codecs.BOM_UTF8 + source.encode("utf-8", "replace")
        media_type = media_type or ("text/plain" if name is None else None)
    elif isinstance(source, Path):
        if str(source) == "-":
            path, data = name or "<stdin>", sys.stdin.buffer.read()
            media_type = media_type or ("text/plain" if name is None else None)
        else:
            path, data = name or str(source), source.read_bytes()
        if encoding is not None:
            data = _recoded(data, encoding)
    else:
        raise TypeError(f"a document is a str (its text), a pathlib.Path (a file) or a Document; got {source!r}")
    return readers.read(path, data, media_type=media_type, date=date)


def iso_date(text: str) -> Date:
    """A day such as 2015-10-03. Raises ValueError with what was wanted and what was got."""
    try:
        return Date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"a date is written like 2015-10-03; got {text!r}") from None


def _recoded(data: bytes, encoding: str) -> bytes:
    """The same text as UTF-8 with a byte order mark, which counts for more than what the text says of itself."""
    from figures.readers import Unreadable

    try:
        return codecs.BOM_UTF8 + data.decode(encoding).removeprefix("\ufeff").encode("utf-8")
    except LookupError:
        raise ValueError(f"there is no text encoding called {encoding!r}; utf-8, latin-1 and cp1252 are some") from None
    except UnicodeError as error:
        raise Unreadable(f"is not {encoding} text: {error}") from None

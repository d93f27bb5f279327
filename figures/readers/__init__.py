"""Bytes to documents: one module per format, and what all formats share.

A reader is a function from a text to ``Parsed``. Files are opened in ``load`` and ``collect`` alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date as Date
from os import PathLike
from pathlib import Path

from figures.document import Document
from figures.findings import Problem
from figures.readers.decoding import LIMIT, Unreadable, decode
from figures.readers.headers import Sidecar
from figures.readers.parsed import Parsed

__all__ = ["LIMIT", "MEDIA_TYPES", "READERS", "Sidecar", "Unreadable", "collect", "load", "read"]


def _text(text: str) -> Parsed:
    from figures.readers import text as reader

    return reader.read(text)


def _markdown(text: str) -> Parsed:
    from figures.readers import markdown as reader

    return reader.read(text)


def _html(text: str) -> Parsed:
    from figures.readers import html as reader

    return reader.read(text)


# Extension -> media type and media type -> reader. A format is one module and its lines here.
READERS: dict[str, str] = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".mdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
}
MEDIA_TYPES: dict[str, Callable[[str], Parsed]] = {
    "text/plain": _text,
    "text/markdown": _markdown,
    "text/html": _html,
}
SIDECARS = (".yaml", ".yml")


def read(
    path: str,
    data: bytes,
    *,
    media_type: str | None = None,
    date: Date | None = None,
    encoding: str | None = None,
    sidecar: Sidecar | None = None,
) -> Document:
    """The document in ``data``. ``path`` is only its name, and its extension tells the format without a ``media_type``.

    ``date``: the day the text speaks on; None takes it from the text's front matter or meta tags, else from
    ``sidecar``, else from the dateline. ``sidecar``: what is known beside the text; its title counts when the text has
    none.
    ``encoding``: None takes UTF-8, or UTF-16 with a byte order mark. Raises ``Unreadable``.
    """
    from figures.quotations import quotations_in
    from figures.readers.datelines import dateline

    reader = MEDIA_TYPES[_media_type(path, media_type)]
    text = decode(data, encoding)
    if not text.strip() and path != "<text>":
        raise Unreadable("is empty: there is no text in it to read")
    parsed = reader(text)
    sidecar = sidecar or Sidecar()
    dates = [
        (date, "option"),
        (parsed.stated, parsed.stated_from),
        (sidecar.date, "sidecar"),
        (dateline(parsed.blocks), "dateline"),
    ]
    day, day_from = next(((day, origin) for day, origin in dates if day is not None), (None, None))
    return Document(
        path=path,
        text=text,
        media_type=_media_type(path, media_type),
        blocks=tuple(parsed.blocks),
        title=parsed.title or sidecar.title,
        date=day,
        date_from=day_from,
        quotations=quotations_in(parsed.blocks),
    )


def load(
    path: str | PathLike[str],
    *,
    media_type: str | None = None,
    date: Date | None = None,
    encoding: str | None = None,
    name: str | None = None,
) -> Document:
    """The document in a file, with the title and the date in the sidecar beside it. Raises ``Unreadable``.

    ``name``: what the document is called; None takes the path as given.
    """
    from figures.readers.headers import sidecar as read_sidecar

    file = Path(path)
    _media_type(name or str(path), media_type)  # before a byte is read
    data = _bytes(file)
    beside = next((other for other in _sidecars(file) if other.is_file()), None)
    known = read_sidecar(str(beside), _bytes(beside)) if beside else None
    return read(name or str(path), data, media_type=media_type, date=date, encoding=encoding, sidecar=known)


def collect(paths: Iterable[str | PathLike[str]]) -> list[Path | Problem]:
    """The files to read: those named, and those with a known extension in the folders named, in sorted order.

    "-" stands for standard input. What is hidden in a folder is left out, links to folders are not followed, and the
    sidecar of a document is not a document. A path that is not there, or a folder with nothing to read in it, is a
    ``Problem`` in its place. A file named twice comes once.
    """
    found: list[Path | Problem] = []
    seen: set[Path] = set()
    for given in paths:
        for item in _items(Path(given)):
            if isinstance(item, Path):
                key = item if str(item) == "-" else item.absolute()
                if key in seen:
                    continue
                seen.add(key)
            found.append(item)
    return found


def _items(path: Path) -> Iterator[Path | Problem]:
    if str(path) == "-":
        yield path
        return
    try:
        if path.is_dir():
            yield from _walk(path)
            return
        there = path.exists() or path.is_symlink()
    except (OSError, ValueError) as error:
        yield Problem(str(path), f"a file or a folder is wanted; got {getattr(error, 'strerror', None) or error}")
        return
    if not there:
        yield Problem(str(path), "there is no such file or folder; check the name")
    elif not _is_sidecar(path):
        yield path


def _walk(folder: Path) -> Iterator[Path | Problem]:
    import os

    found = False
    other: set[str] = set()
    failed: list[Problem] = []

    def fail(error: OSError) -> None:
        failed.append(Problem(str(error.filename), f"this folder cannot be read: {error.strerror}; it was left out"))

    for place, folders, files in os.walk(folder, onerror=fail):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(place, name)
            if name.startswith(".") or not path.is_file():
                continue
            if path.suffix.lower() in READERS:
                found = True
                yield path
            else:
                other.add(path.suffix.lower() or "no extension")
    yield from failed
    if not found and not failed:
        got = f"only {', '.join(sorted(other)[:8])}" if other else "nothing"
        yield Problem(str(folder), f"no document in this folder: {', '.join(READERS)} are read; got {got}")


def _is_sidecar(path: Path) -> bool:
    if path.suffix.lower() not in SIDECARS:
        return False
    return any(path.with_suffix(extension).is_file() for extension in READERS)


def _sidecars(path: Path) -> list[Path]:
    return [path.with_suffix(extension) for extension in SIDECARS] if path.suffix else []


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Unreadable("is a folder; a file is wanted")
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
            more = file.seek(0, 2) if len(data) > LIMIT and file.seekable() else len(data)
    except (OSError, ValueError) as error:
        raise Unreadable(f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if more > LIMIT:
        raise Unreadable(
            f"is too large: at most {LIMIT // 1_000_000} MB are read; got {more / 1e6:,.0f} MB; split the file"
        )
    return data


def _media_type(path: str, media_type: str | None) -> str:
    if media_type is not None:
        if media_type not in MEDIA_TYPES:
            raise Unreadable(f"cannot be read as {media_type!r}: {', '.join(MEDIA_TYPES)} are read")
        return media_type
    extension = Path(path).suffix.lower()
    if extension and extension not in READERS and not path.startswith("<"):
        raise Unreadable(f"has an extension that is not read: {', '.join(READERS)} are wanted; got {extension}")
    return READERS.get(extension, "text/plain")

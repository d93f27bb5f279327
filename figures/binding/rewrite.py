"""Writing bound numbers anew: the difference, and the file, whose encoding and line ends stay as they were."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from pathlib import Path

from figures import output, readers
from figures.binding.check import Edit
from figures.document import Document
from figures.output import OutputError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with every edit made."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def sound(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    """The edits after which the text, read anew, says the numbers that they are meant to say."""
    from figures.claims import read_claims

    made = sorted(edits, key=lambda edit: edit.start)
    if not made:
        return []
    text = edited(document.text, made)
    data = codecs.BOM_UTF8 + text.encode("utf-8", "replace")
    again = readers.read(document.path, data, media_type=document.media_type, date=document.date, encoding="utf-8")
    said = {claim.quantity.number.start: claim.quantity for claim in read_claims(again).claims}
    kept, shift = [], 0
    for edit in made:
        quantity = said.get(edit.start + shift)
        shift += len(edit.text) - (edit.end - edit.start)
        if quantity is not None and quantity.value == edit.said and quantity.high is None:
            kept.append(edit)
    return kept


def difference(document: Document, edits: Sequence[Edit]) -> str:
    """A unified diff with the lines that change; "" where none does."""
    from difflib import unified_diff

    before, after = document.text.splitlines(True), edited(document.text, edits).splitlines(True)
    shown = [line.rstrip("\r\n") for line in unified_diff(before, after, document.path, document.path, n=1)]
    return "".join(f"{line}\n" for line in shown)


def write(path: Path, document: Document, edits: Sequence[Edit], encoding: str | None) -> None:
    """Writes the file whole, and only where it still holds what was read. Raises OutputError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise OutputError(f"{path}: could not be read again: {error.strerror}") from None
    mark, name = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", encoding or "utf-8"))
    if encoding is not None:
        name = encoding
        mark = mark if encoding.lower().replace("_", "-") not in ("utf-8-sig", "utf-16", "utf-32") else b""
    try:
        unchanged = mark + document.text.encode(name) == data
        new = mark + edited(document.text, edits).encode(name)
    except UnicodeError as error:
        raise OutputError(f"{path}: is not written, as {name} cannot hold the new text: {error}") from None
    if not unchanged:
        raise OutputError(f"{path}: is not written, as it has changed, or would not keep its encoding; run it again")
    output.write_bytes(path, new)

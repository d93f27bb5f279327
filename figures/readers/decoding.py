"""Bytes to text: UTF-8, UTF-16 with a byte order mark, or the encoding that the user names. Nothing is guessed."""

from __future__ import annotations

import codecs
import re

LIMIT = 200_000_000  # bytes of one document

_BINARY = [  # how files that are no text begin
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive, perhaps a Word or Excel file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
]
_BOMS = [  # the longer before the shorter that it begins with
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CHARSET = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE)
_SAMPLE = 65_536


class Unreadable(Exception):
    """A document that cannot be read. The message says what was wanted, what was got and what to do, not the path."""


def decode(data: bytes, encoding: str | None = None) -> str:
    """The text of a document without its byte order mark. Line ends stay as they are.

    ``encoding``: the name of a codec; None takes UTF-8, or what the byte order mark says. Raises ``Unreadable``.
    """
    if len(data) > LIMIT:
        raise Unreadable(
            f"is too large: at most {LIMIT // 1_000_000} MB are read; got {len(data) / 1e6:,.0f} MB; split the file"
        )
    if encoding is not None:
        return _by_name(data, encoding)
    for begin, what in _BINARY:
        if data.startswith(begin):
            raise Unreadable(f"is no text: it begins like {what}; save it as plain text, Markdown or HTML")
    bom, name = next(((bom, name) for bom, name in _BOMS if data.startswith(bom)), (b"", "utf-8"))
    if name == "utf-32":
        raise Unreadable(
            "is UTF-32, by its byte order mark; UTF-8 or UTF-16 is wanted; say --encoding utf-32, or convert it"
        )
    if not bom or name == "utf-8":
        _refuse_binary(data[:_SAMPLE])
    try:
        return (data[len(bom) :] if name == "utf-8" else data).decode(name)
    except UnicodeDecodeError as error:
        raise Unreadable(_mistake(data, error, bom, name)) from None


def _by_name(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except LookupError:
        raise Unreadable(
            f"cannot be read as {encoding!r}: no text encoding has that name; utf-8, latin-1 and cp1252 are some"
        ) from None
    except (UnicodeError, ValueError) as error:
        raise Unreadable(f"is not {encoding} text: {error}; name another with --encoding") from None
    return text.removeprefix("\ufeff")


def _refuse_binary(sample: bytes) -> None:
    if not sample:
        return
    zeros = sample.count(0)
    if zeros > len(sample) * 0.3 and zeros in (sample[::2].count(0), sample[1::2].count(0)):
        name = "utf-16-be" if sample[::2].count(0) else "utf-16-le"
        raise Unreadable(f"looks like UTF-16 without a byte order mark; say --encoding {name}, or save it as UTF-8")
    controls = sum(1 for _ in _CONTROL.finditer(sample))
    if controls > max(4, len(sample) * 0.1):
        raise Unreadable(
            f"is no text: {controls:,} of its first {len(sample):,} bytes are control characters; "
            "plain text, Markdown or HTML is wanted"
        )


def _mistake(data: bytes, error: UnicodeDecodeError, bom: bytes, name: str) -> str:
    place = error.start + (len(bom) if name == "utf-8" else 0)
    if name != "utf-8":
        return f"is damaged UTF-16: {error.reason} at byte {place:,}; save it again, or name another with --encoding"
    line = data.count(b"\n", 0, place) + 1
    said = _CHARSET.search(data[:4096])
    declared = said[1].decode("ascii") if said else ""
    if declared.lower().replace("-", "") == "utf8":
        declared = ""
    try:
        known = bool(declared) and bool(codecs.lookup(declared))
    except LookupError:
        known = False
    advice = (
        f"the page says it is {declared}: say --encoding {declared}"
        if known
        else "name its encoding, as --encoding cp1252"
    )
    return (
        f"is not UTF-8: byte 0x{data[place]:02x} in line {line:,} (byte {place:,}) does not belong there, and there is "
        f"no byte order mark of UTF-16; {advice}, or save it as UTF-8"
    )

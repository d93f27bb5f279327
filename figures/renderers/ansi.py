"""Colours for terminals. What is painted reads the same without them."""

from __future__ import annotations

_CODES = {
    "bold": "1",
    "dim": "2",
    "path": "1",
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "good": "32",
    "caret": "1;35",
}


def paint(text: str, style: str, colour: bool) -> str:
    """``text`` between the codes of ``style``, or as it is."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if colour and text else text

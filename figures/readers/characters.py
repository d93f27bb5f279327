"""Character references and raised digits, as HTML writes them and Markdown takes them over."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

REFERENCE = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)")

# A raised digit is an exponent or a footnote, never one more digit of the number before it: 10<sup>6</sup> is no 106.
RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")


def character(text: str, strict: bool = False) -> tuple[str, int] | None:
    """What the reference at the start of ``text`` stands for, and its length; None when it is none.

    ``strict``: only with its semicolon, as Markdown has it. HTML knows some without: "&pound20".
    """
    if text[1] == "#" or text.endswith(";"):
        if strict and not text.endswith(";"):
            return None
        if text[1] != "#" and text[1:] not in html5:
            return None if strict else _prefix(text)
        return unescape(text), len(text)
    return None if strict else _prefix(text)


def _prefix(text: str) -> tuple[str, int] | None:
    for end in range(len(text), 2, -1):
        if text[1:end] in html5:
            return html5[text[1:end]], end
    return None

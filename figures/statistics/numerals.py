"""Numbers as statistics print them: ``.05``, ``0·02``, ``2,000.20``, ``0,046``, ``.5e-3``, ``3 x 10-4``. All exact."""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import Struct

from figures.interval import Exact, whole

# Blanks that may stand anywhere in a result: real ones, those without width, and the marks of emphasis and formulas.
BLANK = r"[\s\u200b\u2060\ufeff*_$\\]{0,40}+"

# Characters that mean the same as a plainer one, code point for code point, so that offsets stay what they are.
_SAME = str.maketrans(
    {
        **dict.fromkeys("−–—‐‑‒﹣－", "-"),
        **{sign: str(digit) for digit, sign in enumerate("₀₁₂₃₄₅₆₇₈₉")},
        **{sign: str(digit) for digit, sign in enumerate("０１２３４５６７８９")},
        **dict(zip("＝＜＞≦⩽≧⩾", "=<>≤≤≥≥", strict=True)),
        **dict(zip("𝑡𝐹𝑝𝑟𝑧𝑁𝑛𝑃𝑍𝑄𝑀𝑋", "tFprzNnPZQMX", strict=True)),
        **dict.fromkeys("𝜒𝝌𝛘Χꭓ", "χ"),
    }
)

NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}(?![\d,])(?:[.·∙]\d{1,15})?|\d{1,12}(?:[.,·∙]\d{1,15})?|[.,·∙]\d{1,15})"
EXPONENT = r"(?:\s?[eE]\s?[-+]?\d{1,3}|\s?[x×*·]\s?10\s?\^?\s?\{?\s?-\s?\d{1,3}\}?)"
_POWER = re.compile(r"^(.*?)\s?(?:[eE]\s?|[x×*·]\s?10\s?\^?\s?\{?\s?)([-+]?\s?\d{1,3})\}?$", re.S)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){1,4}")


class Numeral(Struct, frozen=True):
    """A number and the place of its last digit. ``other`` is the second reading of "2,752", as 2.752; else None."""

    value: Exact
    resolution: Exact
    other: Numeral | None = None
    decimal_comma: bool = False


def plain(text: str) -> str:
    """The same text with look-alikes replaced, of the same length."""
    return text.translate(_SAME)


def read(written: str, decimal_comma: bool = False) -> Numeral:
    """The number that ``NUMBER`` (with a sign and an ``EXPONENT``, or without) matched.

    A comma before three digits groups thousands, unless ``decimal_comma`` says that the author writes decimals so.
    """
    digits = "".join(written.split()) if not _POWER.match(written) else written
    power = 0
    if scaled := _POWER.match(digits):
        digits, power = "".join(scaled[1].split()), int("".join(scaled[2].split()))
    sign = -1 if digits.startswith("-") else 1
    digits = digits.lstrip("-+").replace("·", ".").replace("∙", ".")
    if "," not in digits:
        return _numeral(digits, sign, power)
    head, _, tail = digits.rpartition(",")
    grouped = _GROUPED.fullmatch(digits.partition(".")[0]) is not None
    as_decimal = None
    if "." not in tail and "," not in head:
        as_decimal = _numeral(f"{head}.{tail}", sign, power, decimal_comma=True)
    if as_decimal is not None and (decimal_comma or not grouped):
        return as_decimal
    found = _numeral(digits.replace(",", ""), sign, power)
    return Numeral(found.value, found.resolution, as_decimal)


def _numeral(digits: str, sign: int, power: int, decimal_comma: bool = False) -> Numeral:
    places = len(digits.partition(".")[2])
    scale = Fraction(10) ** power
    return Numeral(
        whole(sign * Fraction(digits if digits[-1:] != "." else digits[:-1]) * scale),
        whole(scale / 10**places),
        decimal_comma=decimal_comma,
    )

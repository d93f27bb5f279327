"""Claims and intervals in the words of a message, and numbers written the way the author writes them."""

from __future__ import annotations

import re
from fractions import Fraction

from figures.interval import Exact
from figures.quantity import Quantity, display, exact
from figures.rounding import nearest
from figures.words import amount as interval
from figures.words import named as counted
from figures.words import number, reads, says, text

__all__ = ["counted", "interval", "number", "reads", "says", "text", "written_like"]

_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = re.compile(r"\s?(?:thousand|million|billion|trillion|lakh|crore|bn|mn|m|k)\b\.?", re.I)
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


def written_like(quantity: Quantity, value: Exact) -> str:
    """``value`` in the place of the number, with its precision, scale, separators and words; qualifiers are left out.

    "" where it cannot be written so: a negative number in words, or one that is lost in the rounding.
    """
    rounded = nearest(value, quantity.resolution) if quantity.resolution else value
    text = " ".join(quantity.text.split())
    if rounded < 0 or (rounded == 0 and value != 0):
        return ""
    found = _DIGITS.search(text)
    if found is None:
        return _in_words(text, rounded)
    scale = _SCALES.match(text, found.end())
    base = Fraction(found.group().replace(",", ""))
    factor = Fraction(quantity.value) / base if scale and base else Fraction(1)
    if factor <= 0:
        return ""
    shown = exact(Fraction(rounded) / factor)
    decimals = len(found.group().partition(".")[2])
    digits = display(shown)
    if "/" in digits:
        return ""
    if decimals:
        whole, _, part = digits.partition(".")
        digits = f"{whole}.{part.ljust(decimals, '0')}"
    if "," not in found.group() and len(found.group().partition(".")[0]) > 3:
        digits = digits.replace(",", "")
    sign = re.search(r"[^\s\w]*$", text[: found.start()])  # a currency that stands before its number
    return (sign.group() if sign else "") + digits + text[found.end() :]


def _in_words(text: str, value: Exact) -> str:
    """A small whole number in words, with the unit that stood behind the number; larger ones in digits."""
    if not isinstance(value, int):
        return ""
    tail = re.search(r"\s+(?:percent|per cent|percentage points?|[a-z]+s)$", text)
    return (in_words(value) or display(value)) + (tail.group() if tail else "")


def in_words(value: Exact) -> str:
    """A whole number from zero to ninety-nine in words; "" for any other."""
    if not isinstance(value, int) or not 0 <= value < 100:
        return ""
    if value <= 20:
        return _WORDS[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens - 2] + (f"-{_WORDS[ones]}" if ones else "")

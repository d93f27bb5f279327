"""Claims and intervals in words, and numbers written the way the author writes them."""

from __future__ import annotations

import re
from fractions import Fraction

from figures.interval import Exact, Interval
from figures.meaning import in_wholes
from figures.quantity import Claim, Quantity, display, exact
from figures.rounding import nearest

_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = re.compile(r"\s?(?:thousand|million|billion|trillion|lakh|crore|bn|mn|m|k)\b\.?", re.I)
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


def number(value: Exact) -> str:
    """One number for people; one without a short decimal is rounded to two places and marked with ≈."""
    text = display(value)
    if "/" not in text and len(text.partition(".")[2]) <= 4:
        return text
    return "≈ " + display(exact(Fraction(nearest(value, Fraction(1, 100)))))


def interval(given: Interval, unit: str = "") -> str:
    """Above 250,000; 66.5% to 67.5%; exactly 8."""
    tail = "%" if unit == "percentage" else f" {unit}s" if unit else ""
    if given.lo is None and given.hi is None:
        return "any number"
    if given.hi is None or given.lo is None:
        words = (
            ("above" if given.lo_open else "at least") if given.hi is None else "below" if given.hi_open else "at most"
        )
        end = given.lo if given.hi is None else given.hi
        assert end is not None
        return f"{words} {number(end)}{tail}"
    if given.lo == given.hi:
        return number(given.lo) + tail
    if given.lo == 0 and not given.lo_open:
        return f"{'less than' if given.hi_open else 'at most'} {number(given.hi)}{tail}"
    return f"{number(given.lo)} to {number(given.hi)}{tail}"


def counted(claim: Claim) -> str:
    """The number with what it counts: "more than 250,000 Syrians"."""
    text = " ".join(claim.quantity.text.split())
    what = claim.counted.text if claim.counted and not claim.counted_from else ""
    return text if not what or text.endswith(what) else f"{text} {what}"


def says(claim: Claim) -> str:
    """What the text says, with its bounds: "more than 250,000 Syrians killed: above 250,000"."""
    quantity = claim.quantity
    given = quantity.stated
    if quantity.kind == "count":
        given = in_wholes(given)
    happened = claim.predicate.text if claim.predicate else ""
    return f"{counted(claim)}{' ' + happened if happened else ''}: {interval(given, quantity.unit)}"


def reads(claim: Claim) -> str:
    """What a fair reader takes from it; "" where that is no narrower."""
    quantity = claim.quantity
    return "" if quantity.implied == quantity.stated else interval(quantity.implied, quantity.unit)


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
    return digits + text[found.end() :]


def _in_words(text: str, value: Exact) -> str:
    """A small whole number in words, with the unit that stood behind the number; larger ones in digits."""
    if not isinstance(value, int):
        return ""
    tail = re.search(r"\s+(?:percent|per cent|percentage points?|[a-z]+s)$", text)
    if value <= 20:
        words = _WORDS[value]
    elif value < 100:
        tens, ones = divmod(value, 10)
        words = _TENS[tens - 2] + (f"-{_WORDS[ones]}" if ones else "")
    else:
        words = display(value)
    return words + (tail.group() if tail else "")

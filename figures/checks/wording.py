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
    """One number for people; one without a short decimal is rounded to two places and marked with "about"."""
    words, rounded = _short(value)
    return f"about {words}" if rounded else words


def interval(given: Interval, unit: str = "") -> str:
    """Above 250,000; 66.5% to 67.5%; exactly 8."""
    one = given.lo == given.hi == 1
    tail = "%" if unit == "percentage" else f" {unit}{'' if one else 's'}" if unit else ""
    if given.lo is None and given.hi is None:
        return "any number"
    if given.hi is None or given.lo is None:
        words = (
            ("above" if given.lo_open else "at least") if given.hi is None else "below" if given.hi_open else "at most"
        )
        end = given.lo if given.hi is None else given.hi
        assert end is not None
        return f"{words} {_short(end)[0]}{tail}"
    if given.lo == given.hi:
        return number(given.lo) + tail
    low, high = _short(given.lo), _short(given.hi)
    if low[0] == high[0]:
        return f"about {low[0]}{tail}"
    return f"{'about ' if low[1] or high[1] else ''}{low[0]} to {high[0]}{tail}"


def _short(value: Exact) -> tuple[str, bool]:
    """At most four decimals; True where the value was rounded, to two."""
    text = display(value)
    if "/" not in text and len(text.partition(".")[2]) <= 4:
        return text, False
    return display(exact(Fraction(nearest(value, Fraction(1, 100))))), True


def text(quantity: Quantity) -> str:
    """The number with its qualifier and unit, as it would stand inside a sentence: "more than 250,000"."""
    words = " ".join(quantity.text.split())
    return words[:1].lower() + words[1:] if words[:2].istitle() and words[1:2].islower() else words


def counted(claim: Claim) -> str:
    """The number with what it counts: "more than 250,000 Syrians"."""
    words = text(claim.quantity)
    what = " ".join(claim.counted.text.split()) if claim.counted and not claim.whole else ""
    return words if not what or words.endswith(what) else f"{words} {what}"


def says(claim: Claim) -> str:
    """What the text says, with its bounds where it has any: "more than 40 boats: above 40", "12 clinics"."""
    quantity = claim.quantity
    given = in_wholes(quantity.stated) if quantity.kind == "count" else quantity.stated
    return counted(claim) if given.exact else f"{counted(claim)}: {interval(given, quantity.unit)}"


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
    sign = re.search(r"[^\s\w]*$", text[: found.start()])  # a currency that stands before its number
    return (sign.group() if sign else "") + digits + text[found.end() :]


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

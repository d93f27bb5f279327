"""A number written anew as its author wrote the old one: the same qualifier, precision, scale word and separators.

"More than 14,000" becomes "more than 15,000" when there are 15,630, "14,312" becomes "15,630", "1.2m" becomes "1.6m"
and "fourteen" becomes "fifteen". Where the author's precision does not do any more, the next finer one is tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec import structs

from figures.checks.wording import in_words
from figures.interval import Exact, divide, point, whole
from figures.meaning import implied, rounded, stated
from figures.quantity import Quantity, display
from figures.rounding import granularity, nearest
from figures.verdicts import weigh

_DIGITS = re.compile(r"\d{1,3}(?:([,  \u202f\u2009'’])\d{3})(?:\1\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?")
_WORDS = re.compile(r"([A-Za-z]+(?:-[a-z]+)?)(?:([\s-])(hundred|thousand|million|billion|trillion))?", re.IGNORECASE)
_SCALES = {"": 1, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def anew(quantity: Quantity, raw: str, value: Exact) -> tuple[str, Exact] | None:
    """What to write in the place of the numeral ``raw``, and the number it says; None where nothing of it is true.

    Ranges, negative numbers, fractions in words and numerals with other separators are left to their author.
    """
    if quantity.high is not None or quantity.value <= 0 or value <= 0 or quantity.kind in ("fraction", "ordinal"):
        return None
    for candidate in _candidates(quantity, value):
        if candidate <= 0:
            continue
        new = structs.replace(quantity, value=candidate)
        judged = weigh(stated(new), implied(new), point(value), resolution=new.resolution, rounded=rounded(new))
        if judged.verdict == "consistent":
            text = written(raw, quantity.value, candidate)
            if text:
                return text, candidate
    return None


def _candidates(quantity: Quantity, value: Exact) -> Iterator[Exact]:
    """Numbers near the value, the roundest first, each on the side that the qualifier asks for."""
    resolution = quantity.resolution
    if resolution <= 0:
        return
    grain: Exact = granularity(quantity.value, resolution, quantity.decimal)
    power: Exact = resolution
    while power * 10 <= grain:
        power *= 10
    while power >= resolution:
        steps = Fraction(value) / power
        if quantity.bound in (">", ">="):
            down = steps.numerator // steps.denominator
            yield whole(Fraction((down - 1 if quantity.bound == ">" and down == steps else down) * power))
        elif quantity.bound in ("<", "<="):
            up = -(-steps.numerator // steps.denominator)
            yield whole(Fraction((up + 1 if quantity.bound == "<" and up == steps else up) * power))
        else:
            yield nearest(value, power)
        power = divide(power, 10)


def written(raw: str, old: Exact, new: Exact) -> str:
    """``new`` in the style of ``raw``, which says ``old``; "" where that style cannot say it."""
    found = _DIGITS.search(raw)
    if found is None:
        return _spelled(raw, old, new)
    if re.search(r"\d", raw[: found.start()] + raw[found.end() :]):
        return ""  # 1,20,000, 1/2, 3 1/2
    separator = found.group(1) or ""
    base = Fraction(found.group().replace(separator, "") if separator else found.group())
    if not base:
        return ""
    decimals = len(found.group().partition(".")[2])
    digits = display(whole(Fraction(new) * base / Fraction(old)))
    if "/" in digits:
        return ""
    before, _, behind = digits.partition(".")
    if len(behind) > decimals:
        return ""
    whole_part = found.group().partition(".")[0]
    if separator or len(whole_part) > 3:
        before = before.replace(",", separator)
    return raw[: found.start()] + before + (f".{behind.ljust(decimals, '0')}" if decimals else "") + raw[found.end() :]


def _spelled(raw: str, old: Exact, new: Exact) -> str:
    match = _WORDS.fullmatch(raw)
    if match is None:
        return ""
    word, gap, scale_word = match.groups()
    scale = _SCALES[(scale_word or "").lower()]
    amount = Fraction(new) / scale
    if amount.denominator != 1 or not (
        word.lower() in ("a", "an") or in_words(whole(Fraction(old) / scale)) == word.lower()
    ):
        return ""
    text = in_words(amount.numerator) or display(amount.numerator)
    text = text[0].upper() + text[1:] if word[0].isupper() else text
    return f"{text}{gap}{scale_word}" if scale_word else text

"""Values of a column that are ranges: "18-29", "> 60", "$50,000 to $99,999"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from figures.interval import Exact

AMOUNT = r"[$€£]? ?([0-9][0-9,.]{0,12})([kKmM]?)"
BANDED = re.compile(AMOUNT + r" ?(?:-|–|to) ?" + AMOUNT)
OVER = re.compile(
    rf"(?:>|over|above|more than) ?{AMOUNT}|{AMOUNT} ?(?:\+|(?:years )?(?:or|and) (?:more|older|over|above|up))", re.I
)
UNDER = re.compile(rf"(?:<|under|below|less than|up to) ?{AMOUNT}|{AMOUNT} ?(?:or|and) (?:less|younger|under)", re.I)
OLDEST = 130  # above that, a number is no age and the next whole one is no matter

Ends = tuple[Exact | None, Exact | None]


def bands(values: Iterable[str]) -> dict[str, Ends]:
    """The ends of values such as "18-29", "> 60" and "$50,000 - $99,999"; empty where fewer than two are bands."""
    found: dict[str, Ends] = {}
    others = 0
    for value in values:
        if between := BANDED.fullmatch(value.strip()):
            low, scale, high, scale_ = between.groups()
            found[value] = (_amount(low, scale or scale_), _amount(high, scale_))
        elif over := OVER.fullmatch(value.strip()):
            plus = over.group(1) is None
            number = _amount(over.group(1) or over.group(3), over.group(2) or over.group(4) or "")
            strict = value.strip()[0] in ">oOmMaA" and not plus
            found[value] = (number + 1 if strict and number < OLDEST else number, None)
        elif under := UNDER.fullmatch(value.strip()):
            number = _amount(under.group(1) or under.group(3), under.group(2) or under.group(4) or "")
            found[value] = (None, number - 1 if under.group(1) and number < OLDEST else number)
        else:
            others += 1
    return found if len(found) >= 2 and others <= len(found) else {}


def _amount(digits: str, scale: str) -> Exact:
    number: Fraction = Fraction(digits.replace(",", "").rstrip(".")) * {"": 1, "k": 1000, "m": 1_000_000}[scale.lower()]
    return number.numerator if number.denominator == 1 else number

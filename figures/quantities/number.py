"""A numeral and what it is worth."""

from __future__ import annotations

from fractions import Fraction

from figures.interval import Exact
from figures.lexicon.numerals import DIGIT, HUNDRED, SCALE, TEEN, TENS
from figures.quantities.tokens import Words

ONE_TO_99 = frozenset((DIGIT, TEEN, TENS))
COUNTING = frozenset((DIGIT, TEEN, TENS, HUNDRED, SCALE))
HOURS = frozenset(("hour", "hours"))


class Number:
    """A numeral and what it is worth. ``a``, ``b``: its tokens, end exclusive. ``kind`` as in Quantity."""

    __slots__ = ("a", "b", "decimal", "form", "high", "high_resolution", "kind", "resolution", "vague", "value")

    def __init__(self, a: int, b: int, value: Exact, resolution: Exact, decimal: bool, kind: str, form: str) -> None:
        self.a = a
        self.b = b
        self.value = value
        self.resolution = resolution
        self.decimal = decimal
        self.kind = kind
        self.form = form  # digits, words, mixed
        self.high: Exact | None = None
        self.high_resolution: Exact | None = None
        self.vague = False


def whole(value: Exact) -> Exact:
    """The same number, as an int where it is one."""
    return value.numerator if type(value) is Fraction and value.denominator == 1 else value


def as_part(number: Number, value: Exact, b: int) -> None:
    """Makes the number the fraction ``value``, which ends before token ``b``."""
    number.value = whole(value)
    number.resolution = Fraction(1, 100) if -1 < value < 1 else Fraction(1, value.denominator)
    number.kind, number.b = "fraction", b


def take_article(w: Words, number: Number) -> None:
    """Takes in the article before it: "a million", "a-hundred"."""
    a = number.a
    if a and w.tokens[a - 1] in ("a", "an"):
        number.a = a - 1
    elif a > 1 and w.tokens[a - 1] == "-" and w.tokens[a - 2] in ("a", "an"):
        number.a = a - 2

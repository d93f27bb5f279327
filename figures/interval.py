"""Exact intervals with open and closed ends, and their arithmetic. Knows no English and no floats.

Every operation gives the smallest interval that holds all results: for x in A and y in B, ``x op y`` is in ``A op B``,
and no smaller interval would do. An operand that appears twice is taken as two independent numbers, so write a formula
with each once: the relative change is b/a - 1 and not (b - a)/a. See Moore, Kearfott and Cloud, Introduction to
Interval Analysis (2009), chapters 2 and 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import force_setattr

Exact = int | Fraction


class Interval(Struct, frozen=True, gc=False):
    """The numbers between ``lo`` and ``hi``, never none; None is an end that is not bounded.

    ``lo_open`` and ``hi_open`` say that the end itself is not among them; of an unbounded end they are always False.
    Raises ValueError when no number would be left.
    """

    lo: Exact | None
    hi: Exact | None
    lo_open: bool = False
    hi_open: bool = False

    def __post_init__(self) -> None:
        lo, hi = self.lo, self.hi
        if lo is None or hi is None:
            if lo is None and self.lo_open:
                force_setattr(self, "lo_open", False)
            if hi is None and self.hi_open:
                force_setattr(self, "hi_open", False)
        elif lo > hi or (lo == hi and (self.lo_open or self.hi_open)):
            raise ValueError(f"an interval must hold at least one number; got {self}")

    def __str__(self) -> str:
        left = "(-inf" if self.lo is None else f"{'(' if self.lo_open else '['}{self.lo}"
        right = "inf)" if self.hi is None else f"{self.hi}{')' if self.hi_open else ']'}"
        return f"{left}, {right}"

    # What it holds.

    def contains(self, x: Exact) -> bool:
        if self.lo is not None and (x < self.lo or (self.lo_open and x == self.lo)):
            return False
        return self.hi is None or x < self.hi or (not self.hi_open and x == self.hi)

    __contains__ = contains

    @property
    def exact(self) -> bool:
        """Whether it holds one number only."""
        return self.lo is not None and self.lo == self.hi

    @property
    def width(self) -> Exact | None:
        """hi - lo; None when an end is not bounded."""
        return None if self.lo is None or self.hi is None else self.hi - self.lo

    @property
    def middle(self) -> Exact | None:
        """The number half way between the ends; None when an end is not bounded."""
        return None if self.lo is None or self.hi is None else divide(self.lo + self.hi, 2)

    def below(self, other: Interval) -> bool:
        """Whether every number of this interval is less than every number of the other."""
        if self.hi is None or other.lo is None:
            return False
        return self.hi < other.lo or (self.hi == other.lo and (self.hi_open or other.lo_open))

    def disjoint(self, other: Interval) -> bool:
        """Whether no number is in both."""
        return self.below(other) or other.below(self)

    def meets(self, other: Interval) -> bool:
        """Whether some number is in both."""
        return not self.disjoint(other)

    def subset(self, other: Interval) -> bool:
        """Whether every number of this interval is in the other."""
        return self.intersection(other) == self

    def distance(self, other: Interval) -> Exact:
        """How far the two are apart; 0 when they meet, and also when they only touch at an open end."""
        if self.hi is not None and other.lo is not None and self.hi < other.lo:
            return other.lo - self.hi
        if other.hi is not None and self.lo is not None and other.hi < self.lo:
            return self.lo - other.hi
        return 0

    # Sets.

    def intersection(self, other: Interval) -> Interval | None:
        """The numbers in both; None when there is none."""
        if self.disjoint(other):
            return None
        lo, lo_open = self.lo, self.lo_open
        if lo is None or (other.lo is not None and (other.lo, other.lo_open) > (lo, lo_open)):
            lo, lo_open = other.lo, other.lo_open
        hi, hi_closed = self.hi, not self.hi_open
        if hi is None or (other.hi is not None and (other.hi, not other.hi_open) < (hi, hi_closed)):
            hi, hi_closed = other.hi, not other.hi_open
        return Interval(lo, hi, lo_open, not hi_closed)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both, with whatever lies between them."""
        lo, lo_open = self.lo, self.lo_open
        if lo is not None and (other.lo is None or (other.lo, other.lo_open) < (lo, lo_open)):
            lo, lo_open = other.lo, other.lo_open
        hi, hi_closed = self.hi, not self.hi_open
        if hi is not None and (other.hi is None or (other.hi, not other.hi_open) > (hi, hi_closed)):
            hi, hi_closed = other.hi, not other.hi_open
        return Interval(lo, hi, lo_open, not hi_closed)

    def union(self, other: Interval) -> Interval | None:
        """The numbers in either; None when something lies between the two, so that it is not an interval."""
        if self.disjoint(other):
            first, second = (self, other) if self.below(other) else (other, self)
            if first.hi != second.lo or (first.hi_open and second.lo_open):
                return None
        return self.hull(other)

    # Arithmetic, with another interval or with an exact number.

    def __neg__(self) -> Interval:
        return Interval(
            None if self.hi is None else -self.hi,
            None if self.lo is None else -self.lo,
            self.hi_open,
            self.lo_open,
        )

    def __abs__(self) -> Interval:
        if self.lo is not None and self.lo >= 0:
            return self
        if self.hi is not None and self.hi <= 0:
            return -self
        lower, upper = (-self).hi, self.hi  # how far it goes below zero and above it; zero itself is inside
        if lower is None or upper is None:
            return Interval(0, None)
        ends = {lower: self.lo_open, upper: self.hi_open} if lower != upper else {lower: self.lo_open and self.hi_open}
        far = max(ends)
        return Interval(0, far, False, ends[far])

    def __add__(self, other: Interval | Exact) -> Interval:
        b = _interval(other)
        return Interval(
            None if self.lo is None or b.lo is None else whole(self.lo + b.lo),
            None if self.hi is None or b.hi is None else whole(self.hi + b.hi),
            self.lo_open or b.lo_open,
            self.hi_open or b.hi_open,
        )

    __radd__ = __add__

    def __sub__(self, other: Interval | Exact) -> Interval:
        return self + -_interval(other)

    def __rsub__(self, other: Exact) -> Interval:
        return _interval(other) - self

    def __mul__(self, other: Interval | Exact) -> Interval:
        b = _interval(other)
        if b.lo is not None and b.lo == b.hi:
            return self._times(b.lo)
        if self.lo is not None and self.lo == self.hi:
            return b._times(self.lo)
        # Each end as (value, sign of infinity, closed). The extremes of a product lie at the corners.
        ends_a = ((self.lo, -1, not self.lo_open), (self.hi, 1, not self.hi_open))
        ends_b = ((b.lo, -1, not b.lo_open), (b.hi, 1, not b.hi_open))
        finite: list[tuple[Exact, bool]] = []
        down = up = False
        for x, x_sign, x_closed in ends_a:
            for y, y_sign, y_closed in ends_b:
                if x == 0 or y == 0:
                    # A zero that is attained makes the product zero whatever the other factor is.
                    finite.append((0, (x == 0 and x_closed) or (y == 0 and y_closed)))
                elif x is not None and y is not None:
                    finite.append((whole(x * y), x_closed and y_closed))
                elif (x_sign if x is None else x) * (y_sign if y is None else y) > 0:
                    up = True
                else:
                    down = True
        low = None if down else min(value for value, _ in finite)
        high = None if up else max(value for value, _ in finite)
        return Interval(low, high, not _attained(finite, low), not _attained(finite, high))

    __rmul__ = __mul__

    def _times(self, factor: Exact) -> Interval:
        """The product with one number, which is most products; as ``__mul__`` gives it."""
        if factor == 0:
            return Interval(0, 0)
        lo = None if self.lo is None else whole(self.lo * factor)
        hi = None if self.hi is None else whole(self.hi * factor)
        if factor > 0:
            return Interval(lo, hi, self.lo_open, self.hi_open)
        return Interval(hi, lo, self.hi_open, self.lo_open)

    def scale(self, factor: Exact) -> Interval:
        """Every number times ``factor``; a negative one swaps the ends. 0 gives [0, 0], of unbounded ends too."""
        return self * factor

    def reciprocal(self) -> Interval:
        """1/y for every y but zero: unbounded where zero is an end, everything where zero lies inside.

        Raises ZeroDivisionError when zero is all there is.
        """
        lo, hi = self.lo, self.hi
        if lo == 0 and hi == 0:
            raise ZeroDivisionError("cannot divide by an interval that holds nothing but zero")
        if (lo is None or lo < 0) and (hi is None or hi > 0):
            return EVERYTHING
        return Interval(
            None if hi == 0 else 0 if hi is None else divide(1, hi),
            None if lo == 0 else 0 if lo is None else divide(1, lo),
            hi is None or self.hi_open,
            lo is None or self.lo_open,
        )

    def __truediv__(self, other: Interval | Exact) -> Interval:
        """x/y for every y but zero; see ``reciprocal``."""
        return self * _interval(other).reciprocal()

    def __rtruediv__(self, other: Exact) -> Interval:
        return _interval(other) / self


EVERYTHING = Interval(None, None)


def point(x: Exact) -> Interval:
    """The interval that holds x alone."""
    return Interval(x, x)


def around(x: Exact, margin: Exact) -> Interval:
    """From x - margin to x + margin, ends included. ``margin`` must not be negative."""
    return Interval(x - margin, x + margin)


def total(parts: Iterable[Interval], weights: Sequence[Exact] | None = None) -> Interval:
    """The sum, each part times its weight (1 where none are given). Of no parts it is [0, 0]."""
    listed = list(parts)
    factors = [1] * len(listed) if weights is None else weights
    result = point(0)
    for part, weight in zip(listed, factors, strict=True):
        result = result + part * weight
    return result


def mean(parts: Iterable[Interval]) -> Interval:
    """The arithmetic mean. Raises ValueError when there are no parts."""
    listed = list(parts)
    if not listed:
        raise ValueError("the mean of no intervals is not defined")
    return total(listed) / len(listed)


def share(part: Interval, whole: Interval) -> Interval:
    """part/whole: 2/3, not 67. A whole of nothing but zero raises ZeroDivisionError."""
    return part / whole


def relative_change(before: Interval, after: Interval) -> Interval:
    """(after - before)/before, worked out as after/before - 1 so that ``before`` counts once.

    A base that may be zero gives an unbounded result; one that is nothing but zero raises ZeroDivisionError.
    """
    return after / before - 1


def _interval(value: Interval | Exact) -> Interval:
    return value if isinstance(value, Interval) else Interval(value, value)


def _attained(corners: list[tuple[Exact, bool]], end: Exact | None) -> bool:
    return end is None or any(closed for value, closed in corners if value == end)


def whole(x: Exact) -> Exact:
    """The same number, as an int where it is whole."""
    return x.numerator if isinstance(x, Fraction) and x.denominator == 1 else x


def size(x: Exact) -> Exact:
    """The number without its sign."""
    return -x if x < 0 else x


def divide(x: Exact, y: Exact) -> Exact:
    """x/y, exactly; as an int where it is whole. Raises ZeroDivisionError."""
    return whole(Fraction(x) / y)

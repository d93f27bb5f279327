"""Verdicts: a claim held against what it should be, both as intervals, and how far off it is.

In this order:

- the two intervals do not meet: ``inconsistent``, unless they meet once the number is read as a rounded one, which is
  ``consistent`` with the note ``rounded``;
- they meet, but outside what a fair reader takes from the words: ``misleading``, true to the letter;
- otherwise ``consistent``.

(``not_comparable`` and ``unchecked`` are for the checks to say: they need to know what was compared with what.)

The degree of an inconsistency, the first that applies:

- ``decisive``: it changes a conclusion. The two lie on different sides of a boundary that the caller names (half, of a
  majority; .05, of a significance); or one is above zero and the other below; or they are an order of magnitude apart.
- ``rounding``: within one unit of the last place of the number as written. Crossing zero by so little is no more than
  this; crossing a boundary that the caller names is always decisive.
- ``minor``: the gap between them is at most a tenth of what it should be.
- ``major``: more than that.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from figures.interval import Exact, Interval, size

if TYPE_CHECKING:
    from figures.quantity import Quantity

MINOR = Fraction(1, 10)  # of the expected value: a gap up to this is minor
MAGNITUDE = Fraction(19, 2)  # times apart: ten, to within the rounding of 38 to 40


class Judgement(NamedTuple):
    """A verdict and its degree; ``note`` says how the number came to be what it is, where that can be seen.

    Notes: ``rounded`` (consistent, but only as a rounded number); of an inconsistency of rounding ``truncated`` (cut
    off instead of rounded) or ``rounded twice`` (23.249 to 23.25 to 23.3); else "".
    """

    verdict: str  # consistent, misleading or inconsistent
    degree: str = ""  # of an inconsistency: rounding, minor, major or decisive
    note: str = ""


def judge(
    stated: Interval,
    implied: Interval | None,
    expected: Interval,
    *,
    resolution: Exact = 0,
    rounded: Interval | None = None,
    boundaries: Iterable[Exact] = (),
) -> tuple[str, str]:
    """Verdict and degree, as ``weigh`` gives them, without the note."""
    judgement = weigh(stated, implied, expected, resolution=resolution, rounded=rounded, boundaries=boundaries)
    return judgement.verdict, judgement.degree


def judge_quantity(q: Quantity, expected: Interval, *, boundaries: Iterable[Exact] = ()) -> Judgement:
    """The judgement of a number in a text, held against an interval in the same unit."""
    from figures.meaning import implied, rounded, stated

    if q.value == expected.lo == expected.hi and q.bare:
        return Judgement("consistent")
    held, of_reader, as_rounded = stated(q), None, None
    if held.meets(expected):
        of_reader = implied(q)
    else:
        as_rounded = rounded(q)
    return weigh(held, of_reader, expected, resolution=q.resolution, rounded=as_rounded, boundaries=boundaries)


def weigh(
    stated: Interval,
    implied: Interval | None,
    expected: Interval,
    *,
    resolution: Exact = 0,
    rounded: Interval | None = None,
    boundaries: Iterable[Exact] = (),
) -> Judgement:
    """Hold what the text says against ``expected``, all in one unit.

    ``stated`` is what its words entail and ``implied`` what a reader takes from them; None: the same. ``resolution`` is
    the place of the last digit of the number as written; 0 for a number that was not written, and then no inconsistency
    is one of rounding unless the two touch. ``rounded`` is what the number also admits as a round one (see
    ``figures.meaning.rounded``); None: no more than stated. ``boundaries`` are the numbers on which a conclusion hangs.
    """
    if stated.meets(expected):
        if implied is not None and implied.disjoint(expected):
            return Judgement("misleading")
        return Judgement("consistent")
    if rounded is not None and rounded.meets(expected):
        return Judgement("consistent", note="rounded")
    degree = _degree(stated, expected, resolution, boundaries)
    return Judgement("inconsistent", degree, _note(stated, expected, resolution) if degree == "rounding" else "")


def _degree(stated: Interval, expected: Interval, resolution: Exact, boundaries: Iterable[Exact]) -> str:
    if any(_side(stated, b) * _side(expected, b) < 0 for b in boundaries):
        return "decisive"
    if _within_one_place(stated, expected, resolution):
        return "rounding"
    if _sign(stated) * _sign(expected) < 0 or _magnitudes_apart(stated, expected):
        return "decisive"
    nearest = _nearest(expected, stated)
    return "minor" if stated.distance(expected) <= MINOR * size(nearest) else "major"


def _side(interval: Interval, boundary: Exact) -> int:
    """1 above the boundary, -1 at it or below, 0 on both sides. At the boundary, the condition is not met."""
    lo, hi = interval.lo, interval.hi
    if lo is not None and (lo > boundary or (lo == boundary and interval.lo_open)):
        return 1
    return -1 if hi is not None and hi <= boundary else 0


def _sign(interval: Interval) -> int:
    """1 when all of it is above zero, -1 when all of it is below, else 0."""
    zero = Interval(0, 0)
    return 1 if zero.below(interval) else -1 if interval.below(zero) else 0


def _within_one_place(stated: Interval, expected: Interval, resolution: Exact) -> bool:
    """Whether some expected number is less than one unit of the last place from the number as written.

    What ``stated`` allows for rounding counts towards that unit: half of it, of a bare number. Intervals that only
    touch, at an end that one of them leaves out, are that close whatever the resolution.
    """
    gap = stated.distance(expected)
    width = stated.width
    allowed = resolution if width is None or width > resolution else resolution - Fraction(width, 2)
    return gap == 0 or gap < allowed


def _magnitudes_apart(stated: Interval, expected: Interval) -> bool:
    x, y = sorted((size(_typical(stated)), size(_typical(expected))))
    return x > 0 and y >= MAGNITUDE * x


def _typical(interval: Interval) -> Exact:
    """The middle; of an interval with one end, that end; of everything, zero."""
    middle = interval.middle
    if middle is not None:
        return middle
    return interval.lo if interval.lo is not None else interval.hi if interval.hi is not None else 0


def _nearest(interval: Interval, other: Interval) -> Exact:
    """The end of an interval that lies towards another one, which it does not meet."""
    end = interval.lo if other.below(interval) else interval.hi
    return 0 if end is None else end


def _note(stated: Interval, expected: Interval, resolution: Exact) -> str:
    """How a bare number, v to within half a unit, came to be slightly off; "" when neither explains it."""
    from figures.rounding import truncates_to

    v = stated.middle
    if v is None or resolution == 0 or stated.width != resolution:
        return ""
    if truncates_to(v, resolution).meets(expected):
        return "truncated"
    half, slip = Fraction(resolution, 2), Fraction(resolution, 20)
    twice = Interval(v - half - slip, v - half, False, True)
    return "rounded twice" if (twice if v > 0 else -twice + 2 * v).meets(expected) else ""

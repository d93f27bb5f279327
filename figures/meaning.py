"""What a number means: the interval that its words entail and the narrower one that a fair reader takes from them.

The rows and their widths are in ``lexicon/qualifiers.yaml``, the arithmetic is here. It follows three findings:

- A round number is read as an approximate one, because speakers prefer short expressions, and the coarser the scale
  that the number sits on, the wider it is read. Manfred Krifka, "Approximate interpretation of number words: a case for
  strategic communication" (2007). So a bare round number also admits ``rounded``, and "about" reaches half its
  granularity.
- Comparatives are sharp: "more than 100" excludes 100 itself, however round it is, while "about" and "nearly" are not.
  Stephanie Solt, "An alternative theory of imprecision" (SALT 24, 2014). So "more than" and "less than" get no slack at
  the numeral.
- "More than n" is read with an upper bound near the next number of n's granularity: of "more than 100", hearers
  expect at most about 150; of "more than 93", at most about 100. Chris Cummins, Uli Sauerland and Stephanie Solt,
  "Granularity and scalar implicature in numerical expressions" (Linguistics and Philosophy 35, 2012). So ``implied`` is
  bounded where ``stated`` is not, in steps of the granularity.

A percentage is in points, as its value is; a fraction is in parts of one.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figures.interval import EVERYTHING, Exact, Interval, around, point, size
from figures.lexicon import Qualifier, Widths, qualifier
from figures.rounding import granularity, rounds_to, step

if TYPE_CHECKING:
    from figures.quantity import Quantity

# The row that stands for a bound whose words are not known.
BY_BOUND = {
    "=": "bare",
    "~": "about",
    "<": "less-than",
    "<=": "at-most",
    ">": "more-than",
    ">=": "at-least",
    "range": "between",
}


def stated(q: Quantity) -> Interval:
    """What the words entail, in the unit of the quantity: outside it, the claim is false.

    ``q.qualifier`` may join several rows with "+", the outer one first: "up-to+about" for "up to about 50". Raises
    KeyError when it names a row that the lexicon does not have.
    """
    return _interval(q, of_reader=False)


def implied(q: Quantity) -> Interval:
    """What a fair reader takes from the words, a part of ``stated``: outside it, the claim is true to the letter."""
    return _interval(q, of_reader=True)


def rounded(q: Quantity) -> Interval | None:
    """What a bare round number also admits, where others around it are not precise; None where nothing more is.

    A claim that fits only here is consistent, as a rounded number.
    """
    rows = _rows(q)
    if q.decimal or q.precise or q.vague or q.high is not None or q.kind in ("ordinal", "fraction", "multiple"):
        return None
    if any(row.id != "bare" for row in rows):
        return None
    widths = rows[-1].rounded
    grain = granularity(q.value, q.resolution)
    if grain <= q.resolution or widths.granularity is None:
        return None
    margin = _least(widths.granularity * grain, _part(widths.share, q.value))
    wide = around(q.value, margin)
    return None if wide.subset(stated(q)) else wide


def in_wholes(interval: Interval) -> Interval:
    """The whole numbers of an interval, as an interval: for people and other things that are not divided.

    Three killed is [3, 3] and not [2.5, 3.5], which would meet four killed. An interval that holds no whole number is
    returned as it is.
    """
    lo, hi = interval.lo, interval.hi
    if lo is not None:
        up = -(-lo // 1)
        lo = up + 1 if up == lo and interval.lo_open else up
    if hi is not None:
        down = hi // 1
        hi = down - 1 if down == hi and interval.hi_open else down
    if lo is not None and hi is not None and lo > hi:
        return interval
    return Interval(lo, hi)


def _interval(q: Quantity, of_reader: bool) -> Interval:
    rows = _rows(q)
    inner = rows[-1]
    if inner.id == "few":
        return EVERYTHING
    if inner.id in ("majority", "minority"):
        half = Fraction(_one(q), 2)
        result = Interval(half, _one(q), True) if inner.id == "majority" else Interval(0, half, False, True)
        rows = rows[:-1]
    elif inner.bound in ("=", "range"):
        result = _number(q, inner)
        rows = rows[:-1]
    else:
        result = _written(q)
    for row in reversed(rows):
        result = _bounded(q, row, result, of_reader)
    if q.kind == "fraction" and 0 <= q.value <= _one(q):
        return result.intersection(Interval(0, _one(q))) or result
    return result


def _rows(q: Quantity) -> list[Qualifier]:
    """The rows of the qualifier, outer one first, never none."""
    return [qualifier(id) for id in (q.qualifier or BY_BOUND[q.bound]).split("+")]


def _one(q: Quantity) -> Exact:
    """The whole, in the unit of the quantity."""
    return 100 if q.unit == "percentage" else 1


def _written(q: Quantity) -> Interval:
    """The number alone, for a qualifier to work on."""
    if q.high is not None:
        return _range(q)
    return _vague(q) if q.vague else point(q.value)


def _number(q: Quantity, row: Qualifier) -> Interval:
    """The number under "exactly", or without a word that would bound it."""
    if q.high is not None:
        return _range(q)
    if row.id == "exactly" or q.kind == "ordinal":
        return rounds_to(q.value, q.resolution) if q.decimal else point(q.value)
    if q.vague:
        return _vague(q)
    if q.kind == "fraction":
        return around(q.value, _margin_of_fraction(q))
    if q.kind == "multiple":
        return _multiple(q)
    return around(q.value, (row.stated.last_place or Fraction(1, 2)) * q.resolution)


def _range(q: Quantity) -> Interval:
    assert q.high is not None
    half = qualifier("between").stated.last_place or 0
    low_margin = half * q.resolution
    high_margin = half * (q.resolution if q.high_resolution is None else q.high_resolution)
    if q.value > q.high:
        return Interval(q.high - high_margin, q.value + low_margin)
    return Interval(q.value - low_margin, q.high + high_margin)


def _vague(q: Quantity) -> Interval:
    """Dozens: [24, 99]. From twice the word's number to the next power of ten, less one."""
    limit = 10
    while limit <= q.value:
        limit *= 10
    low = (qualifier("vague-plural").stated.steps or 2) * q.value
    return Interval(low, max(limit - 1, low))


def _margin_of_fraction(q: Quantity) -> Exact:
    """Of half, a third: 2.5 points; of n in d: 5 points; neither more than half of one in d."""
    in_words = f" {q.text.lower()} "
    ratio = qualifier("ratio")
    is_ratio = "ratio" in q.qualifier or any(f" {join} " in in_words for join in ratio.joins)
    row = ratio if is_ratio else qualifier("fraction")
    part = Fraction(q.value, _one(q))
    finest = Fraction(1, part.denominator)
    if is_ratio and 0 < q.resolution < finest * _one(q):  # two in ten, kept as 1/5
        finest = Fraction(q.resolution, _one(q))
    return _least((row.stated.last_place or 0) * finest, row.stated.share) * _one(q)


def _multiple(q: Quantity) -> Interval:
    """Doubled, n times: 10 percent either way; after a decimal point, as "about". "n times more" may mean n + 1."""
    text, more = q.text.lower(), qualifier("n-times-more")
    if q.qualifier == more.id or any(phrase in text for phrase in more.after):
        share = more.stated.share or 0
        return around(q.value, share * size(q.value)).hull(around(q.value + 1, share * size(q.value + 1)))
    widths = qualifier("multiple").stated
    return around(q.value, _about(q, widths) if q.decimal else (widths.share or 0) * size(q.value))


def _bounded(q: Quantity, row: Qualifier, inner: Interval, of_reader: bool) -> Interval:
    """The interval of a qualifier around what it qualifies, which is a point unless qualifiers are nested."""
    if row.bound in ("=", "range"):
        return inner
    if row.id == "about":
        margin = 2 * _margin_of_fraction(q) if q.kind == "fraction" else _about(q, row.stated)
        return inner + Interval(-margin, margin)
    if row.id == "nearly":
        reach = _near(q, row.stated)
        if q.value == 0:
            return inner + Interval(-reach, reach)
        return _upto(inner, reach) if q.value > 0 else -_upto(-inner, reach)
    if row.id == "just-under":
        return _upto(inner, _near(q, row.stated))
    if row.id == "just-over":
        return -_upto(-inner, _near(q, row.stated))
    strict = row.bound in ("<", ">")
    if row.bound in ("<", "<="):
        return -_from(-inner, strict, *(_reach(q, row) if of_reader else (None, False)))
    return _from(inner, strict, *(_reach(q, row) if of_reader else (None, False)))


def _upto(inner: Interval, reach: Exact) -> Interval:
    """Below the upper end, by no more than ``reach`` below the lower one."""
    return Interval(None if inner.lo is None else inner.lo - reach, inner.hi, inner.lo_open, True)


def _from(inner: Interval, strict: bool, reach: Exact | None, open_at_reach: bool) -> Interval:
    """Above the lower end, by no more than ``reach`` above the upper one; None: without end."""
    hi = None if reach is None or inner.hi is None else inner.hi + reach
    return Interval(inner.lo, hi, strict or inner.lo_open, open_at_reach)


def _about(q: Quantity, widths: Widths) -> Exact:
    return max(
        (widths.last_place or 0) * q.resolution,
        _least((widths.granularity or 0) * granularity(q.value, q.resolution, q.decimal), _part(widths.share, q.value)),
    )


def _near(q: Quantity, widths: Widths) -> Exact:
    """How far "nearly", "just under" and "just over" reach; around zero, where no share helps, one last place."""
    if q.kind == "fraction":  # in words it has no last place: twice its margin serves
        place = grain = 2 * _margin_of_fraction(q)
    else:
        place, grain = q.resolution, granularity(q.value, q.resolution, q.decimal)
    reach = max((widths.granularity or 0) * grain, (widths.last_place or 0) * place)
    return reach if q.value == 0 else _least(reach, _part(widths.share, q.value))


def _reach(q: Quantity, row: Qualifier) -> tuple[Exact | None, bool]:
    """How far beyond the number a fair reader looks, and whether that end is open; None: without end.

    A number misleads when it is beyond ``steps`` of s (or ``cap``, the nearer) and also at ``share`` or beyond.
    """
    widths = row.implied
    if q.kind == "fraction" and widths != Widths():
        widths = qualifier("fraction").implied
    if q.value == 0 or q.vague or widths == Widths():
        return None, False
    reference = size(q.value)
    beyond: Exact | None = None if widths.steps is None else widths.steps * step(q.value, q.resolution, q.decimal)
    if widths.cap is not None:
        beyond = widths.cap * reference if beyond is None else min(beyond, widths.cap * reference)
    at = (widths.share or 0) * reference
    if beyond is None or beyond < at:
        return at, True
    return beyond, False


def _part(share: Exact | None, value: Exact) -> Exact | None:
    """That share of the size of a value; None without one."""
    return None if share is None else share * size(value)


def _least(a: Exact, b: Exact | None) -> Exact:
    return a if b is None else min(a, b)

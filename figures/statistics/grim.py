"""Means, standard deviations and percentages that no whole numbers can have. Pure functions, exact throughout.

A mean of n whole numbers is a multiple of 1/n, so of the hundred means with two decimals that lie between two whole
numbers, only n can come from n people when n is below 100. The tests ask whether any data at all could be rounded to
what is printed; an end of the interval that a printed number stands for counts as inside it, as nobody says which way
halves were rounded.

GRIM: Brown and Heathers, Social Psychological and Personality Science 8 (2017) 363-369. GRIMMER: Anaya, PeerJ Preprints
4 (2016) e2400v1; here as the exact question whether a sum and a sum of squares exist. DEBIT: Heathers and Brown (2019).
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, isqrt

from msgspec import Struct

from figures.interval import Exact, Interval, whole
from figures.rounding import nearest as nearest_to
from figures.rounding import rounds_to
from figures.statistics.numerals import read

LARGEST_SEARCH = 20_000  # sums, or sums of squares, that are tried one by one; beyond it everything is called possible


class Outcome(Struct, frozen=True):
    """``consistent`` or not; ``nearest``: the values on either side that whole numbers can have, or the one that fits.

    They are of ``of``: the mean (also as a percentage), exact, or the sd, rounded to the decimals of the printed one.
    """

    consistent: bool
    nearest: tuple[Exact, ...] = ()
    reason: str = ""
    of: str = "mean"


def grim(mean: str, n: int, items: int = 1, percent: bool = False) -> Outcome:
    """Whether ``n`` whole numbers, or ``n`` means of ``items`` whole numbers each, can have the mean as printed.

    ``percent``: the number is a share of n in percent. Raises ValueError for fewer than one person or item.
    """
    if n < 1 or items < 1:
        raise ValueError(f"n and items must be at least 1; got {n} and {items}")
    printed = _printed(mean, percent)
    count = n * items
    low, high = _whole_numbers(printed * count)
    times = 100 if percent else 1
    if low <= high:
        return Outcome(True, (whole(Fraction((low + high) // 2 * times, count)),))
    nearest = tuple(whole(Fraction(k * times, count)) for k in (high, low))
    return Outcome(False, nearest, f"no whole number divided by {count} rounds to {mean}")


def grimmer(mean: str, sd: str, n: int, items: int = 1) -> Outcome:
    """Whether ``n`` whole numbers (or means of ``items`` of them) can have both the mean and the sample SD as printed.

    Exact: it looks for a sum S and a sum of squares Q with the printed mean and SD such that n whole numbers have both.
    They need Q of the parity of S, and no less than what the most even numbers give; for n of 2, 3 and 4 the numbers
    themselves are looked for. Raises ValueError for fewer than two people.
    """
    if n < 2:
        raise ValueError(f"a standard deviation needs at least 2 people; got {n}")
    first = grim(mean, n, items)
    if not first.consistent:
        return first
    sums = _whole_numbers(_printed(mean) * n * items)
    deviation = _printed(sd) * items
    lower = max(Fraction(0), Fraction(_finite(deviation.lo)))
    upper = Fraction(_finite(deviation.hi))
    if upper < 0:
        return Outcome(False, (), "a standard deviation is not negative", "sd")
    if sums[1] - sums[0] > LARGEST_SEARCH:
        return Outcome(True)
    below: list[Exact] = []
    above: list[Exact] = []
    for total in range(sums[0], sums[1] + 1):
        base = Fraction(total * total, n)
        least = ceil(base + (n - 1) * lower * lower)
        most = floor(base + (n - 1) * upper * upper)
        if _some_data(total, least, most, n):
            return Outcome(True)
        for squares in range(max(least - 3, _most_even(total, n)), most + 4):
            if _some_data(total, squares, squares, n):
                (below if squares < least else above).append(_sd(squares - base, n, items, sd))
    nearest = (*sorted(below)[-1:], *sorted(above)[:1])
    return Outcome(False, nearest, f"no {n} whole numbers have a mean of {mean} and a standard deviation of {sd}", "sd")


def debit(mean: str, sd: str, n: int) -> Outcome:
    """Whether ``n`` zeros and ones can have the mean and the sample SD as printed.

    Of k ones the mean is k/n and the variance k(n - k)/(n(n - 1)). Raises ValueError for fewer than two people.
    """
    if n < 2:
        raise ValueError(f"a standard deviation needs at least 2 people; got {n}")
    low, high = _whole_numbers(_printed(mean) * n)
    low, high = max(low, 0), min(high, n)
    if low > high:
        return Outcome(False, (), f"no number of ones among {n} gives a mean of {mean}")
    deviation = _printed(sd)
    lower = max(Fraction(0), Fraction(_finite(deviation.lo))) ** 2
    upper = _finite(deviation.hi)
    scale = n * (n - 1)
    # k(n - k) rises to n/2 and falls after it: on either side of the middle the right k are found by bisection.
    for first, last, rising in ((low, min(high, n // 2), True), (max(low, n // 2 + 1), high, False)):
        if first > last or upper < 0:
            continue
        a, b = first, last
        while a < b:
            middle = (a + b) // 2
            enough = (
                middle * (n - middle) >= lower * scale if rising else middle * (n - middle) <= upper * upper * scale
            )
            a, b = (a, middle) if enough else (middle + 1, b)
        if lower * scale <= a * (n - a) <= upper * upper * scale:
            return Outcome(True)
    reason = f"{n} zeros and ones with a mean of {mean} do not have a standard deviation of {sd}"
    return Outcome(False, (), reason, "sd")


def _printed(number: str, percent: bool = False) -> Interval:
    """The numbers that are printed so; of a percentage, as a share of one."""
    numeral = read(number)
    interval = rounds_to(numeral.value, numeral.resolution)
    return interval / 100 if percent else interval


def _finite(end: Exact | None) -> Exact:
    assert end is not None
    return end


def _whole_numbers(interval: Interval) -> tuple[int, int]:
    """The least and the greatest whole number inside; the first is the greater one when there is none."""
    return ceil(_finite(interval.lo)), floor(_finite(interval.hi))


def _some_data(total: int, least: int, most: int, n: int) -> bool:
    """Whether some n whole numbers with this sum have a sum of squares from ``least`` to ``most``."""
    least = max(least, _most_even(total, n))
    least += (least - total) % 2  # a whole number and its square are odd together
    if least > most:
        return False
    if n > 4 or most - least > LARGEST_SEARCH:
        return True
    return any(_has_numbers(total, squares, n) for squares in range(least, most + 1, 2))


def _most_even(total: int, n: int) -> int:
    """The least sum of squares of n whole numbers with this sum: that of the most even ones."""
    quotient, rest = divmod(total, n)
    return rest * (quotient + 1) ** 2 + (n - rest) * quotient**2


def _sd(spread: Fraction, n: int, items: int, like: str) -> Exact:
    """The sample SD of a sum of squared deviations, rounded to the decimals of ``like``."""
    places = len(like.partition(".")[2])
    squared = spread * 100 ** (places + 1) / ((n - 1) * items * items)
    return nearest_to(Fraction(isqrt(floor(squared)), 10 ** (places + 1)), Fraction(1, 10**places))


def _has_numbers(total: int, squares: int, n: int) -> bool:
    """Whether n (2, 3 or 4) whole numbers have this sum and this sum of squares."""
    # A number x among them leaves n - 1 numbers, of sum S - x, whose squares sum to at least (S - x)^2/(n - 1).
    if n == 2:
        rest = 2 * squares - total * total  # (a - b)^2
        return rest >= 0 and isqrt(rest) ** 2 == rest
    spread = (n - 1) * (n * squares - total * total)
    if spread < 0:
        return False
    reach = isqrt(spread)
    if reach > LARGEST_SEARCH:
        return True
    start, stop = -((reach - total) // n), (total + reach) // n
    return any(_has_numbers(total - x, squares - x * x, n - 1) for x in range(start, stop + 1))

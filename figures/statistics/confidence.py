"""Estimates with their confidence intervals: ``OR 1.45 (95% CI 1.10 to 1.92)``, ``d = 0.45, 95% CI [0.12, 0.78]``.

Three things can be wrong without anything else to hold them against: an interval whose ends are the wrong way round, an
estimate outside its own interval, and an interval on the wrong side of "no effect" for the p value beside it. A fourth
is a sign only: ratios have intervals that are symmetric on the scale of their logarithms, unless somebody computed them
otherwise (exact, profile and bootstrap intervals are not quite), or made a slip.
"""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import Struct

from figures.interval import Exact, Interval, divide
from figures.rounding import rounds_to
from figures.statistics import patterns
from figures.statistics.numerals import BLANK as _B
from figures.statistics.numerals import NUMBER, Numeral, plain, read
from figures.statistics.printed_p import BESIDE, PValue, as_p_value

BEFORE = 70  # code points searched before "CI"
OFF_CENTRE = Fraction(1, 4)  # of half the width, on the log scale: how far off its middle an estimate may lie

_SIGNED = rf"[-+]?\s?{NUMBER}"
_MARK = re.compile(
    r"(?:(?P<level>\d{2}(?:\.\d{1,2})?)\s?(?:%|percent|per\scent)[\s-]{0,3})?"
    r"(?<!\w)(?:C\.?I\.?s?|[cC]onfidence\s(?:interval|limit)s?)(?!\w)(?:\s?[(\[]CI[)\]])?"
)
_ENDS = re.compile(
    rf"{_B}(?:[:=,]|of|was|is|from)?{_B}[(\[]?{_B}(?:from{_B})?(?P<low>{_SIGNED}){_B}(?P<sign>%?){_B}"
    rf"(?:to|through|and|[,;-]){_B}(?P<high>{_SIGNED}){_B}%?"
)
# "HR [95% CI] = 0.19 [0.04-0.92]": the heading first, then the numbers in the same order
_HEADED = re.compile(rf"\s?[)\]]{_B}[=:,]?{_B}(?P<number>(?:-\s?)?{NUMBER})(?P<sign>%?)\s{{0,3}}(?=[(\[])")
_HEADING = re.compile(r"\s{0,2}[(\[]$")
_ESTIMATE = re.compile(rf"(?<![\w.,])(?P<number>(?:-\s?)?{NUMBER})(?P<sign>%?)(?:\s[a-z/]{{1,15}}){{0,2}}$")
_COMPARED = re.compile(r"%[^%]{1,25}$")  # "12% against 34% (95% CI 10 to 30)" is about their difference
_LABEL = re.compile(
    r"(?:(?<!\w)(?P<ratio>(?:[Aa]dj\.?\s?|[aAcu])?(?:OR|HR|RR|IRR|PR|SHR|sHR|HRR|MOR)s?"
    r"|(?:adjusted\s|pooled\s|crude\s|unadjusted\s)?(?:[Oo]dds|[Hh]azards?|[Rr]isk|[Rr]ate|[Pp]revalence|[Ii]ncidence\s[Rr]ate)\s[Rr]atio"
    r"|[Rr]elative\s(?:risk|rate|odds))"
    r"|(?<!\w)(?P<difference>[MRSW]{0,2}M?D|[Aa]dj\.?\s?[Dd]iff|[Dd]ifference(?:\s[a-z]{1,12}){0,4}"
    r"|[bBβ]|coefficient|slope|Cohen['’]?s\sd|Hedges['’]?\sg|[dg])"
    r"|(?<!\w)(?P<change>(?:[Cc]hange|[Ii]ncreas|[Dd]ecreas|[Rr]educ|[Ii]mprov|[Dd]eclin|[Gg]ain|[Ll]oss|[Ff]ell|[Rr]ose|[Dd]rop)"
    r"[a-z]{0,5}(?:\s[a-z]{1,15}){0,3}\s(?:by|of))"
    r"|(?<!\w)(?P<other>[MmRr]ean|M|r|proportion|prevalence|rate|η2|ηp2|R2))"
    r"(?:\s?\([A-Z]{1,4}\))?\s{0,2}(?:=|:|,|of|was|is)?\s{0,2}$"
)
_MEASURES = ("ratio", "difference", "change", "other")
_NULL: dict[str, int] = {"ratio": 1, "difference": 0, "change": 0}


class Estimate(Struct, frozen=True):
    """An estimate and its interval. Offsets are into the text that was searched, end exclusive."""

    start: int
    end: int
    text: str
    value: Numeral
    low: Numeral
    high: Numeral
    measure: str  # ratio, difference, change, other; "" where no name stands before the number
    level: Exact | None  # 95; None where the text does not say
    p: PValue | None = None


def find(text: str) -> list[Estimate]:
    """Every estimate with an interval behind it, in order of place. Linear in the length of the text."""
    if "CI" not in text and "C.I" not in text and "onfidence" not in text:
        return []
    clean = plain(text)
    found: list[Estimate] = []
    for mark in _MARK.finditer(clean):
        earliest = found[-1].end if found else 0
        estimate: _Found | None
        headed = _HEADED.match(clean, mark.end())
        ends = _ENDS.match(clean, headed.end() if headed else mark.end())
        if headed:
            estimate = _under_heading(clean, max(earliest, mark.start() - BEFORE), mark.start(), headed)
        else:
            estimate = _estimate(clean, max(earliest, mark.start() - BEFORE), mark.start())
        if ends is None or estimate is None:
            continue
        value, low, high = (read(_tight(written)) for written in (estimate.number, ends["low"], ends["high"]))
        if estimate.percent != bool(ends["sign"]) and low.value <= 1 and high.value <= 1 < value.value:
            continue  # "down 34% (95% CI 0.51 to 0.85)" is not on one scale
        if ends["sign"] and not estimate.percent and -1 <= value.value <= 1:
            continue
        p, end = estimate.p, ends.end()
        behind = patterns.P.search(clean, end, min(len(clean), end + 40))
        if p is None and behind is not None and not clean[end : behind.start()].strip(BESIDE):
            p = as_p_value(behind)
        level = read(mark["level"]).value if mark["level"] else None
        start = estimate.start
        found.append(Estimate(start, end, text[start:end], value, low, high, estimate.measure, level, p))
    return found


class _Found(Struct, frozen=True):
    start: int
    number: str
    measure: str
    percent: bool
    p: PValue | None


def _estimate(clean: str, start: int, end: int) -> _Found | None:
    """The number that an interval is about. A p value may stand between: "OR 1.45, P = .02 (95% CI 1.10 to 1.92)"."""
    p = None
    for match in patterns.P.finditer(clean, start, end):
        if not clean[match.end() : end].strip(BESIDE):
            p, end = as_p_value(match), match.start()
            break
    before = clean[start:end].rstrip(BESIDE)
    number = _ESTIMATE.search(before)
    if number is None:
        return None
    at = start + number.start("number")
    measure = _measure(clean[max(0, at - 45) : at])
    percent = number["sign"] == "%"
    if percent and not measure:
        measure = "" if _COMPARED.search(clean[max(0, at - 30) : at]) else "other"
    return _Found(at, number["number"], measure, percent, p)


def _under_heading(clean: str, start: int, end: int, headed: re.Match[str]) -> _Found:
    name = _HEADING.sub("", clean[start:end])
    return _Found(headed.start("number"), headed["number"], _measure(name), headed["sign"] == "%", None)


def _measure(before: str) -> str:
    """What a number measures, from the words that lead up to it; "" where they do not say."""
    label = _LABEL.search(before)
    return next((name for name in _MEASURES if label and label[name]), "")


def _tight(written: str) -> str:
    return "".join(written.split())


def printed(number: Numeral) -> Interval:
    """The values that are written so."""
    return rounds_to(number.value, number.resolution)


def allowed(estimate: Estimate) -> Interval | None:
    """Where the estimate can lie: from the lowest lower end to the highest upper one; None when they are swapped."""
    low, high = printed(estimate.low), printed(estimate.high)
    if high.below(low):
        return None
    ends = low.hull(high)
    return ends.hull(-ends) if estimate.measure == "change" else ends  # a fall "by 3" may be one of -3


def centre_squared(estimate: Estimate) -> Interval | None:
    """Of a ratio: the square of the middle of its interval on the log scale, low x high; None where it has none."""
    low, high = printed(estimate.low), printed(estimate.high)
    if estimate.measure != "ratio" or low.lo is None or low.lo <= 0:
        return None
    return low * high


def off_centre(estimate: Estimate, by: Exact = OFF_CENTRE) -> bool:
    """Whether a ratio is farther off the middle of its interval than ``by`` half-widths, whatever was rounded how.

    On the log scale |ln v - ln(low high)/2| > by ln(high/low)/2, which is v^2/(low high) > (high/low)^by, or the
    same below. Exact for a ``by`` of one over a whole number, which is what others are rounded to.
    """
    centre, value = centre_squared(estimate), printed(estimate.value)
    if centre is None or value.lo is None or value.hi is None or value.lo <= 0:
        return False
    width = printed(estimate.high) / printed(estimate.low)
    ratio = Interval(value.lo * value.lo, value.hi * value.hi) / centre
    if width.hi is None or ratio.lo is None or ratio.hi is None:
        return False
    power = max(1, round(1 / Fraction(by)))
    return Fraction(ratio.lo) ** power > width.hi or Fraction(ratio.hi) ** power * width.hi < 1


def contradicts_p(estimate: Estimate, p: Interval) -> bool:
    """Whether the interval is clear of "no effect" and p is above what its level means, or the other way round."""
    null = _NULL.get(estimate.measure)
    if null is None or estimate.level is None:
        return False
    alpha = 1 - divide(estimate.level, 100)
    low, high = printed(estimate.low), printed(estimate.high)
    if Interval(null, null).below(low) or high.below(Interval(null, null)):
        return p.lo is not None and (p.lo > alpha or (p.lo == alpha and p.lo_open))
    if low.below(Interval(null, null)) and Interval(null, null).below(high):
        return p.hi is not None and (p.hi < alpha or (p.hi == alpha and p.hi_open))
    return False

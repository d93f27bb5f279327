"""p values as they are printed: "p = .036", "P<0.05", ".01 < p < .05", "ns"; and which one belongs to a statistic."""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import Struct

from figures.statistics import patterns
from figures.statistics.numerals import Numeral, plain, read

GAP = 70  # code points between a statistic and its p
BESIDE = " \t\n\r\u00a0\u2009\u200a,;:()[]*_$"  # may stand between a statistic and a p that go together


class PValue(Struct, frozen=True):
    """A p value as printed. ``comparison`` is = < > <= >= or ns ("not significant"), which has no ``value``."""

    start: int
    end: int
    comparison: str
    value: Numeral | None
    written: str  # the number as it stands in the text: ".038"
    above: tuple[str, Numeral] | None = None  # the lower bound of ".01 < p < .05", with its sign as read from p: >
    adjusted: bool = False  # called adjusted or corrected in its own name


def p_values(text: str) -> list[PValue]:
    """Every p value in the text, whether a statistic stands beside it or not."""
    return [p for match in patterns.P.finditer(plain(text)) if (p := as_p_value(match)) is not None]


def behind(clean: str, at: int, limit: int) -> PValue | None:
    """The p value that belongs to a statistic that ends at ``at``; the next one begins at ``limit``."""
    limit = min(limit, at + GAP)
    found = patterns.P.search(clean, at, min(limit + 60, len(clean)))
    if found and found.start() >= limit:
        found = None
    bare = patterns.NOT_SIGNIFICANT.search(clean, at, limit)
    if bare and found and bare.start() > found.start():
        bare = None
    first = bare or found
    if first is None or patterns.SENTENCE_ENDS.search(clean, at, first.start()):
        return None
    if bare and beside(clean, at, bare.start()):
        return PValue(bare.start(), bare.end(), "ns", None, bare[0])
    return as_p_value(found) if found else None


def before(clean: str, at: int, earliest: int) -> PValue | None:
    """The p value just before a statistic: "(p = .036, t(28) = 2.20)"."""
    last = None
    for match in patterns.P.finditer(clean, max(earliest, at - 40), at):
        last = match
    return as_p_value(last) if last is not None and beside(clean, last.end(), at) else None


def beside(clean: str, end: int, start: int) -> bool:
    """Whether nothing but blanks, commas and brackets stands between two places."""
    return not clean[end:start].strip(BESIDE)


def as_p_value(match: re.Match[str]) -> PValue | None:
    """What ``patterns.P`` matched; None for a number that is no probability."""
    start, adjusted = match.start(), match["adjusted"] is not None
    if match["ns"]:
        return PValue(start, match.end(), "ns", None, match["ns"], adjusted=adjusted)
    number = _probability(match["number"])
    if number is None or not (match["comparison"] or match["verb"]):
        return None
    comparison, above = sign_of(match["comparison"] or "="), None
    if match["low"]:
        low, flipped = _probability(match["low"]), {"<": ">", ">": "<", "≤": ">=", "≥": "<="}[match["below"]]
        if low is not None and comparison != "=" and flipped[0] != comparison[0]:
            above = (flipped, low)
        else:
            start = match.end("below")
    return PValue(start, match.end(), comparison, number, match["number"], above, adjusted)


def _probability(written: str) -> Numeral | None:
    number = read(written)
    number = number.other or number  # a comma groups no thousands here
    return number if 0 <= Fraction(number.value) <= 1 else None


def sign_of(written: str) -> str:
    """A comparison in one spelling: = < > <= >=."""
    sign = "".join(written.split())
    if sign.endswith("than"):
        return "<" if sign[:2] in ("le", "sm", "lo") else ">"
    return {"≤": "<=", "≥": ">=", "=<": "<=", "=>": ">=", ":": "="}.get(sign, sign)

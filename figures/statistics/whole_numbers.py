"""Means, standard deviations and percentages in a text whose number of cases stands beside them.

``(M = 5.19, SD = 1.20, n = 28)``, ``34% of the 28 participants``, ``Of 28 participants, 34%``. Whether what was
measured comes in whole numbers is for the caller to say: it takes words for that.
"""

from __future__ import annotations

import re

from msgspec import Struct

from figures.statistics.numerals import BLANK as _B
from figures.statistics.numerals import plain

_DECIMAL = r"-?\d{1,6}(?:[.·]\d{1,6})?(?!\d|,\d|%)"
_MEAN = re.compile(rf"(?<![\w.])(?:Mean|mean|[Mm]{_B}(?==)|x̄){_B}(?:=|of|was|:)?{_B}(?P<mean>{_DECIMAL})")
_SD = re.compile(rf"(?<!\w)(?:SD|S\.D\.|s\.d\.|sd|[Ss]tandard\sdeviation){_B}(?:=|of|was|:)?{_B}(?P<sd>{_DECIMAL})")
_N = re.compile(rf"(?<!\w)[nN]{_B}={_B}(?P<n>\d{{1,4}})(?![\d,.%])")
_ENDS = re.compile(r"[.?!;][)\]]?\s|\)|\bM\s?=|\b[Mm]ean\b|\bvs\b|\bversus\b|\bcompared\b")
_N_BEFORE = re.compile(rf"(?<!\w)[nN]{_B}={_B}(?P<n>\d{{1,4}})[,;:]?\s{{0,3}}$")
_PERCENT = r"(?P<percent>\d{1,3}(?:\.\d{1,4})?)\s?(?:%|percent(?!\w)|per\scent(?!\w))"
_HEDGED = re.compile(
    r"(?:about|around|approximately|roughly|nearly|almost|over|under|above|below|than|least|most|some|only\sabout|up\sto|"
    r"circa|ca\.|c\.|~|≈|≤|≥|<|>|to|and|–|-)\s{0,3}$",
    re.I,
)
_WHOLE = r"(?:the|our|all|these|those)?\s?(?P<n>\d{1,4})(?![\d,.%])\s(?P<noun>[a-z]{3,20}(?:\s[a-z]{3,20})?)"
_OF = re.compile(rf"{_PERCENT}\s(?:of|among)\s{_WHOLE}")
_AMONG = re.compile(rf"(?<!\w)(?:Of|Among)\s{_WHOLE}[^.;%]{{0,60}}?\W{_PERCENT}")


class Summary(Struct, frozen=True):
    """A mean or a percentage with its number of cases. Offsets are into the text that was searched, end exclusive."""

    start: int
    end: int
    text: str
    number: str  # the mean or the percentage as written
    n: int
    sd: str = ""
    percent: bool = False
    noun: str = ""  # of a percentage: what is counted


def means(text: str) -> list[Summary]:
    """Every mean with a number of cases beside it, and its standard deviation if there is one. Linear in length."""
    if "=" not in text and "＝" not in text:  # a number of cases is written n = 28
        return []
    clean = plain(text)
    found = []
    for match in _MEAN.finditer(clean):
        limit = min(len(clean), match.end() + 70)
        stop = _ENDS.search(clean, match.end(), limit)
        deviation = _SD.search(clean, match.end(), min(limit, match.end() + 30))
        end = match.end()
        if deviation is not None:
            end = deviation.end()
            stop = _ENDS.search(clean, end, limit)
        cases = _N.search(clean, end, stop.start() if stop else limit)
        start, at = match.start(), max(0, match.start() - 25)
        if cases is not None:
            end = cases.end()
        elif (cases := _N_BEFORE.search(clean[at:start])) is not None:
            start = at + cases.start()
        else:
            continue
        found.append(
            Summary(start, end, text[start:end], match["mean"], int(cases["n"]), deviation["sd"] if deviation else "")
        )
    return found


def percentages(text: str) -> list[Summary]:
    """Every percentage of a whole that the text gives as a number: "34% of the 28 participants". Linear in length."""
    if "%" not in text and "cent" not in text:
        return []
    clean = plain(text)
    found = []
    for pattern in (_OF, _AMONG):
        for match in pattern.finditer(clean):
            if _HEDGED.search(clean[max(0, match.start("percent") - 15) : match.start("percent")]):
                continue
            if _HEDGED.search(clean[max(0, match.start("n") - 15) : match.start("n")]):
                continue
            start, end = match.span()
            found.append(
                Summary(start, end, text[start:end], match["percent"], int(match["n"]), "", True, match["noun"])
            )
    return sorted(found, key=lambda summary: summary.start)

"""Results of tests as people print them: ``t(23) = 2.20, p = .038``, ``F1,34 = 6.02; P<0.05``, ``χ2 (2) = 9.6, ns``.

Found are t, F, chi-square (and G squared and H), z, r and Q with a p value beside them, in the form that the American
Psychological Association asks for (``apa``) and in the looser ones that papers really have: any brackets or none
(subscripts), degrees of freedom behind the statistic, blanks and line breaks anywhere, decimal commas and middle dots,
Greek or Latin letters, capital P, effect sizes or a few words between the statistic and its p.

One pass over the text: where a symbol stands that may name a statistic, its parts are read one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from figures.interval import Exact
from figures.statistics import patterns
from figures.statistics.numerals import Numeral, plain, read

GAP = 70  # code points between a statistic and its p
DEGREES = {"t": 1, "F": 2, "Chi2": 1, "Z": 0, "r": 1, "Q": 1, "Qw": 1, "Qb": 1}  # family -> how many it has
_BLANKS = re.compile(r"[\s*_$\\\u200b]{1,60}")
_BESIDE = " \t\n\r\u00a0\u2009\u200a,;:()[]*_$"  # may stand between a statistic and a p that go together


class PValue(Struct, frozen=True):
    """A p value as printed. ``comparison`` is = < > <= >= or ns ("not significant"), which has no ``value``."""

    start: int
    end: int
    comparison: str
    value: Numeral | None
    written: str  # the number as it stands in the text: ".038"
    above: tuple[str, Numeral] | None = None  # the lower bound of ".01 < p < .05", with its sign as read from p: >
    adjusted: bool = False  # called adjusted or corrected in its own name


class Statistic(Struct, frozen=True):
    """A test statistic with all its degrees of freedom. Offsets are into the text that was searched, end exclusive."""

    start: int
    end: int
    family: str  # one of DEGREES
    df1: Exact | None  # of F the numerator; of Chi2 and Q the only one; None for t, r and Z
    df2: Exact | None  # of F the denominator; of t and r the only one
    comparison: str
    value: Numeral
    torn: bool = False  # a blank stands between the minus and the number


class Reported(Struct, frozen=True):
    """A statistic with its p value; ``start`` and ``end`` take in both."""

    start: int
    end: int
    text: str
    statistic: Statistic
    p: PValue
    one_tailed: bool = False  # the result itself says so
    apa: bool = False  # in the form of the APA, as R's statcheck reads it


def find(text: str) -> list[Reported]:
    """Every result in the text that has a p value, in order of place; none overlaps another.

    Left out is what cannot be recomputed: a statistic without its degrees of freedom, a p above one, a correlation
    beyond one. Linear in the length of the text.
    """
    if not any(sign in text for sign in "=<>≤≥＝＜＞"):
        return []
    clean = plain(text)
    found: list[Reported] = []
    statistics = list(_statistics(clean))
    for at, statistic in enumerate(statistics):
        limit = statistics[at + 1].start if at + 1 < len(statistics) else len(clean)
        behind = _p_behind(clean, statistic.end, limit)
        before = _p_before(clean, statistic.start, found[-1].end if found else 0)
        if before is not None and behind is not None and (limit == len(clean) or not _beside(clean, behind.end, limit)):
            before = None  # a p on either side, and the one behind does not lead up to the next statistic
        p = before or behind
        if p is None:
            continue
        value = statistic.value
        if value.other is not None and p.value is not None and p.value.decimal_comma:
            value = value.other  # whoever writes p = 0,046 writes F = 4,517 for four and a half
        if statistic.family == "r" and not -1 <= value.value <= 1:
            continue
        start, end = min(statistic.start, p.start), max(statistic.end, p.end)
        found.append(
            Reported(
                start,
                end,
                text[start:end],
                Statistic(
                    statistic.start, statistic.end, statistic.family, statistic.df1, statistic.df2,
                    statistic.comparison, value,
                ),
                p,
                patterns.ONE_TAILED.search(clean, start, min(end + 25, limit)) is not None,
                before is None and not statistic.torn and patterns.APA.fullmatch(clean, start, end) is not None,
            )
        )  # fmt: skip
    return found


def p_values(text: str) -> list[PValue]:
    """Every p value in the text, whether a statistic stands beside it or not."""
    return [p for match in patterns.P.finditer(plain(text)) if (p := as_p_value(match)) is not None]


def _statistics(clean: str) -> Iterator[Statistic]:
    """Every statistic that has its degrees of freedom and a value."""
    heads = [(match.start(), match.end(), _family(match)) for match in patterns.HEAD.finditer(clean)]
    heads += [(match.start(), match.end(), "Chi2") for match in patterns.LOST_CHI.finditer(clean)]
    done = 0
    for start, end, family in sorted(heads):
        if start >= done and (statistic := _statistic(clean, start, end, family)) is not None:
            yield statistic
            done = statistic.end


def _family(match: re.Match[str]) -> str:
    if match["chi"]:
        return "Chi2"
    if match["f"]:
        return "F"
    if match["q"]:
        return {"w": "Qw", "b": "Qb"}.get(match["q"][1:].strip(" _-")[:1].lower(), "Q")
    return {"t": "t", "z": "Z", "r": "r"}[match["one"].lower()]


def _statistic(clean: str, start: int, at: int, family: str) -> Statistic | None:
    wanted = DEGREES[family]
    squared = family != "Chi2" or clean[start:at].strip() != "χ"
    degrees: list[Exact] = []
    if brackets := patterns.BRACKETS.match(clean, at):
        inside = _in_brackets(brackets[1], wanted)
        if inside is None:
            return None
        degrees, at = inside, brackets.end()
    elif family == "F" and (two := patterns.TWO_BELOW.match(clean, at)):
        degrees, at = [_exact(two[1]), _exact(two[2])], two.end()
    elif wanted == 1 and squared and (one := patterns.ONE_BELOW.match(clean, at)):
        degrees, at = [_exact(one[1])], one.end()
    comparison = patterns.COMPARISON.match(clean, at)
    value = patterns.VALUE.match(clean, comparison.end()) if comparison else None
    if comparison is None or value is None or not (squared or degrees):
        return None  # "χ(1)" has lost its 2, but "χ = 1.96" is no chi-square
    at = value.end()
    if len(degrees) < wanted and (behind := patterns.DF_BEHIND.match(clean, at)):
        degrees, at = [_exact(behind["one"])], behind.end("one")
        if wanted == 2 and behind["two"]:
            degrees, at = [*degrees, _exact(behind["two"])], behind.end("two")
    elif not degrees and family == "r" and (cases := patterns.CASES_BEHIND.match(clean, at)):
        degrees, at = [_exact(cases[1].replace(",", "")) - 2], cases.end()
    if len(degrees) != wanted or any(degree <= 0 for degree in degrees):
        return None
    negative = bool(value["odd"].strip("+"))
    df1 = degrees[0] if family not in ("t", "r", "Z") else None
    df2 = None if family == "Z" or (wanted == 1 and df1 is not None) else degrees[-1]
    number = read(("-" if negative else "") + value["number"])
    return Statistic(start, at, family, df1, df2, _sign(comparison[1]), number, negative and value["blank"] != "")


def _in_brackets(inside: str, wanted: int) -> list[Exact] | None:
    """The degrees of freedom in brackets; None when these are not they. "1,234" is one number where one is wanted."""
    inside = _BLANKS.sub(" ", inside).strip()
    parts = [part.strip() for part in re.split(r"[,;/]", inside)]
    for at, part in enumerate(parts):
        if part[:1] in ("n", "N") and patterns.CASES.fullmatch(part):
            parts = parts[:at]  # the number of cases, and what a comma cut off it: "N = 1,234"
            break
    numbers = []
    for part in parts:
        match = patterns.DEGREE.fullmatch(part)
        if match is None:
            return None
        numbers.append("1" if match[1] in ("l", "I") else match[1])
    if wanted and len(numbers) == wanted + 1 and len(numbers[-2]) <= 3 and re.search(r"\d,\d{3}$", inside):
        numbers[-2:] = [numbers[-2] + numbers[-1]]
    return [_exact(number) for number in numbers] if len(numbers) == wanted else None


def _exact(written: str) -> Exact:
    return read(written).value


def _sign(written: str) -> str:
    sign = "".join(written.split())
    return {"≤": "<=", "≥": ">=", "=<": "<=", "=>": ">="}.get(sign, sign)


def _p_behind(clean: str, at: int, limit: int) -> PValue | None:
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
    if bare and _beside(clean, at, bare.start()):
        return PValue(bare.start(), bare.end(), "ns", None, bare[0])
    return as_p_value(found) if found else None


def _p_before(clean: str, at: int, earliest: int) -> PValue | None:
    """The p value just before a statistic: "(p = .036, t(28) = 2.20)"."""
    last = None
    for match in patterns.P.finditer(clean, max(earliest, at - 40), at):
        last = match
    return as_p_value(last) if last is not None and _beside(clean, last.end(), at) else None


def _beside(clean: str, end: int, start: int) -> bool:
    """Whether nothing but blanks, commas and brackets stands between two places."""
    return not clean[end:start].strip(_BESIDE)


def as_p_value(match: re.Match[str]) -> PValue | None:
    """What ``patterns.P`` matched; None for a number that is no probability."""
    start, adjusted = match.start(), match["adjusted"] is not None
    if match["ns"]:
        return PValue(start, match.end(), "ns", None, match["ns"], adjusted=adjusted)
    number = _probability(match["number"])
    if number is None:
        return None
    comparison, above = _sign(match["comparison"]), None
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

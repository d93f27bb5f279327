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

from msgspec import Struct, structs

from figures.interval import Exact
from figures.statistics import patterns, printed_p
from figures.statistics.numerals import Numeral, plain, read
from figures.statistics.printed_p import PValue

DEGREES = {"t": 1, "F": 2, "Chi2": 1, "Z": 0, "r": 1, "Q": 1, "Qw": 1, "Qb": 1}  # family -> how many it has
# r2 and T2 are squares, r12 and r23 the correlations of variables: such numbers below are no degrees of freedom.
LEAST_BELOW = {"r": 30, "T": 3}
_BLANKS = re.compile(r"[\s*_$\\\u200b]{1,60}")


class Statistic(Struct, frozen=True):
    """A test statistic with all its degrees of freedom. Offsets are into the text that was searched, end exclusive."""

    start: int
    end: int
    family: str  # one of DEGREES
    df1: Exact | None  # of F the numerator; of Chi2 and Q the only one; None for t, r and Z
    df2: Exact | None  # of F the denominator; of t and r the only one
    comparison: str
    value: Numeral
    reach: int = 0  # where its last part ends: degrees of freedom may stand behind the p
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
        behind = printed_p.behind(clean, statistic.end, limit)
        before = printed_p.before(clean, statistic.start, found[-1].end if found else 0)
        # With a p on either side, the one before it counts only if the other leads up to the next statistic.
        leads_on = behind is not None and limit < len(clean) and printed_p.beside(clean, behind.end, limit)
        if behind is not None and not leads_on:
            before = None
        p = before or behind
        if p is None:
            continue
        value = statistic.value
        if value.other is not None and p.value is not None and p.value.decimal_comma:
            value = value.other  # whoever writes p = 0,046 writes F = 4,517 for four and a half
        if statistic.family == "r" and not -1 <= value.value <= 1:
            continue
        start, end = min(statistic.start, p.start), max(statistic.end, p.end, statistic.reach)
        found.append(
            Reported(
                start,
                end,
                text[start:end],
                structs.replace(statistic, value=value),
                p,
                patterns.ONE_TAILED.search(clean, start, min(end + 25, limit)) is not None,
                before is None and not statistic.torn and patterns.APA.fullmatch(clean, start, end) is not None,
            )
        )  # fmt: skip
    return found


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
        inside = _in_brackets(brackets[1], wanted, family == "Chi2")
        if inside is None:
            return None
        degrees, at = inside, brackets.end()
    elif family == "F" and (two := patterns.TWO_BELOW.match(clean, at)):
        degrees, at = [_exact(two[1]), _exact(two[2])], two.end()
    elif wanted == 1 and squared and (one := patterns.ONE_BELOW.match(clean, at)):
        degrees, at = [_exact(one[1])], one.end()
        if clean[start] in "rT" and degrees[0] < LEAST_BELOW[clean[start]]:
            return None
    comparison = patterns.COMPARISON.match(clean, at)
    value = patterns.VALUE.match(clean, comparison.end()) if comparison else None
    if comparison is None or value is None or not (squared or degrees):
        return None  # "χ(1)" has lost its 2, but "χ = 1.96" is no chi-square
    at = reach = value.end()
    if len(degrees) < wanted:
        degrees, reach = _behind(clean, at, family) or _behind_p(clean, at, family) or (degrees, reach)
        at = reach if patterns.P.search(clean, at, reach) is None else at
    if len(degrees) != wanted or any(degree <= 0 for degree in degrees):
        return None
    negative = bool(value["odd"].strip("+"))
    df1 = degrees[0] if family not in ("t", "r", "Z") else None
    df2 = None if family == "Z" or (wanted == 1 and df1 is not None) else degrees[-1]
    number = read(("-" if negative else "") + value["number"])
    return Statistic(
        start, at, family, df1, df2, printed_p.sign_of(comparison[1]), number, reach, negative and value["blank"] != ""
    )


def _behind(clean: str, at: int, family: str) -> tuple[list[Exact], int] | None:
    """The degrees of freedom that stand behind a statistic, and where they end: "t = 2.20, df = 28"."""
    if match := patterns.DF_BEHIND.match(clean, at):
        one, two = ("one", "two") if match["one"] else ("before", "last")
        if family != "F":
            return [_exact(match[one])], match.end(one) if match["one"] else match.end()
        return ([_exact(match[one]), _exact(match[two])], match.end()) if match[two] else None
    if family == "F" and (match := patterns.TWO_BEHIND.match(clean, at)):
        return [_exact(match[1]), _exact(match[2])], match.end()
    if family == "r" and (match := patterns.CASES_BEHIND.match(clean, at)):
        return [_exact(match[1].replace(",", "")) - 2], match.end()
    return None


def _behind_p(clean: str, at: int, family: str) -> tuple[list[Exact], int] | None:
    """The same with the p between: "t = 2.20, p = .036, df = 28"."""
    p = patterns.P.search(clean, at, min(len(clean), at + 40))
    return _behind(clean, p.end(), family) if p is not None and printed_p.beside(clean, at, p.start()) else None


def _in_brackets(inside: str, wanted: int, counted: bool) -> list[Exact] | None:
    """The degrees of freedom in brackets; None when these are not they. "1,234" is one number where one is wanted.

    ``counted``: the number of cases may stand behind them without its N, as in "χ2(1, 60)".
    """
    inside = _BLANKS.sub(" ", inside).strip()
    # "1,43; 41,6": with semicolons between them, commas are decimal.
    parts = [part.strip() for part in re.split(r"[;/]" if ";" in inside else r"[,/]", inside)]
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
    if counted and len(numbers) == 2:
        numbers.pop()
    return [_exact(number) for number in numbers] if len(numbers) == wanted else None


def _exact(written: str) -> Exact:
    return read(written).value

"""A printed p value held against the one that its statistic implies.

Both are intervals, as both are rounded; they are inconsistent when they do not meet. The options carry the names that
they have in the R package statcheck (Nuijten et al., Behavior Research Methods 48 (2016) 1205-1226), with its defaults.
"""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import Struct

from figures.interval import Exact, Interval
from figures.rounding import rounds_to
from figures.statistics.printed_p import PValue
from figures.statistics.recompute import SYMMETRIC, p_interval, p_value
from figures.statistics.reported import Reported

CORRECTION = re.compile(
    r"\b(?:Bonferroni|Holm|Hochberg|Hommel|[SŠ]id[aá]k|Tukey(?:'s|’s)?(?:\s(?:HSD|test|post)|-Kramer)|HSD|Scheff[eé]|Dunnett|Dunn|"
    r"Games[\s–-]Howell|Benjamini|false[\s-]discovery[\s-]rate|FDR|family-?wise|Huynh[\s–-]Feldt|Greenhouse[\s–-]Geisser|"
    r"(?:correct|adjust)(?:ed|ing|ion|ions|ment|ments)\sfor\smultipl(?:e|icity)[a-z]{0,10}|multiple[\s-]comparisons?|multiplicity|"
    r"(?:adjusted|corrected)\sp(?:[\s-]values?)?)\b",
    re.I,
)


class Options(Struct, frozen=True):
    """What counts as an error, named as in R's statcheck."""

    OneTailedTests: bool = False  # take every t, z and r for one-tailed
    OneTailedTxt: bool = False  # where the text speaks of one-tailed tests, a p that fits one is right
    pZeroError: bool = True  # p = .000 is an error: no p value is zero
    alpha: Exact = Fraction(1, 20)  # the level of significance
    pEqualAlphaSig: bool = True  # p = alpha is significant
    AllPValues: bool = False  # list p values alone, of results and others


class Assessment(Struct, frozen=True):
    """``error``: the two p values do not meet. ``decision_error``: and one is significant where the other is not."""

    computed: float  # from the statistic as printed, taken as exact
    expected: Interval  # p values that the statistic as printed allows
    printed: Interval | None  # p values that are printed so; None where nothing is: p < .000
    error: bool
    decision_error: bool
    one_tailed: bool = False  # right, or judged, as a one-tailed test
    zero: bool = False  # an error only because p is said to be zero
    decisive: bool = (
        False  # a decision error whatever was rounded how: no p that is expected decides as the printed one
    )


DEFAULT = Options()


def assess(result: Reported, options: Options = DEFAULT, one_tailed_text: bool = False) -> Assessment:
    """The judgement of one result. ``one_tailed_text``: the text speaks of one-tailed tests somewhere."""
    tails = 1 if options.OneTailedTests else 2
    printed = p_printed(result.p, options)
    expected = _expected(result, tails)
    wrong = printed is None or printed.disjoint(expected)
    if wrong and tails == 2 and options.OneTailedTxt and one_tailed_text and result.statistic.family in SYMMETRIC:
        halved = _expected(result, 1)
        if printed is not None and printed.meets(halved):
            expected, tails, wrong = halved, 1, False
    statistic = result.statistic
    computed = p_value(statistic.family, statistic.value.value, statistic.df1, statistic.df2, tails)
    value = result.p.value
    zero = options.pZeroError and value is not None and value.value == 0 and result.p.comparison in ("=", "<", "<=")
    claimed = _significant(result.p, options)
    ends = {_is_significant(end, options) for end in (expected.lo or 0, 1 if expected.hi is None else expected.hi)}
    return Assessment(
        computed,
        expected,
        printed,
        wrong or zero,
        wrong and claimed is not None and claimed != _is_significant(Fraction(computed), options),
        tails == 1,
        zero and not wrong,
        wrong and claimed is not None and ends == {not claimed},
    )


def p_printed(p: PValue, options: Options = DEFAULT) -> Interval | None:
    """The p values that are written so; None where nothing is."""
    if p.value is None:
        return Interval(options.alpha, 1, options.pEqualAlphaSig)
    value = p.value.value
    if p.comparison == "=":
        return rounds_to(value, p.value.resolution).intersection(Interval(0, 1))
    if p.above is not None:
        sign, bound = p.above
        ends = sorted([(value, p.comparison), (bound.value, sign)])
        (low, low_sign), (high, high_sign) = ends
        if low_sign[0] != ">" or low >= high:
            return None
        return Interval(low, high, low_sign == ">", high_sign == "<")
    if p.comparison[0] == "<":
        return Interval(0, value, False, p.comparison == "<") if value > 0 else None
    return Interval(value, 1, p.comparison == ">") if value < 1 or p.comparison == ">=" else None


def corrected(printed: Interval | None, expected: Interval) -> bool:
    """Whether a correction for several tests explains a p value: one makes it larger, never smaller."""
    return printed is not None and expected.below(printed)


def _expected(result: Reported, tails: int) -> Interval:
    s = result.statistic
    return p_interval(s.family, s.value.value, s.value.resolution, s.comparison, s.df1, s.df2, tails)


def _is_significant(p: Exact, options: Options) -> bool:
    return p <= options.alpha if options.pEqualAlphaSig else p < options.alpha


def _significant(p: PValue, options: Options) -> bool | None:
    """Whether the printed p claims a significant result; None where it leaves that open, as p < .06 does."""
    if p.value is None:
        return False
    value, alpha = p.value.value, options.alpha
    if p.comparison == "=":
        return _is_significant(value, options)
    if p.comparison[0] == "<":
        return True if value <= alpha else None
    return False if value >= alpha else None

"""Verdicts on reported results, with the options of R's statcheck.

On 28 degrees of freedom t = 2.20 has p = .0362, t = 2.048 has p = .05 and t = 1.701 has p = .10 (NIST/SEMATECH
e-Handbook 1.3.6.7.2, and R's pt).
"""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.statistics.assess import CORRECTION, Assessment, Options, assess, corrected
from figures.statistics.recompute import p_value
from figures.statistics.reported import find

RIGHT, WRONG, DECISIVE = (False, False), (True, False), (True, True)


def judged(text: str, one_tailed: bool = False, **options: object) -> Assessment:
    [result] = find(text)
    return assess(result, Options(**options), one_tailed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("t(28) = 2.20, p = .036", RIGHT),
        ("t(28) = 2.20, p = .037", RIGHT),  # t = 2.195 has p = .0366
        ("t(28) = 2.20, p = .04", RIGHT),
        ("t(28) = 2.20, p = .03", WRONG),
        ("t(28) = 2.20, p = .06", DECISIVE),
        ("t(28) = 2, p = .02", RIGHT),  # t from 1.5 to 2.5
        ("t(28) = 2, p = .14", RIGHT),
        ("t(28) = 2, p = .16", WRONG),  # neither is significant: t = 2 has p = .0553
        ("t(28) = 2.20, p < .05", RIGHT),
        ("t(28) = 2.20, p < .03", WRONG),
        ("t(28) = 2.20, p > .03", RIGHT),
        ("t(28) = 2.20, p > .05", DECISIVE),
        ("t(28) = 2.20, ns", DECISIVE),
        ("t(28) = 1.20, ns", RIGHT),
        ("t(28) = 1.20, p < .05", DECISIVE),
        ("t(28) = 1.20, p < .06", WRONG),  # p < .06 does not say whether it is significant
        ("t(28) = 22.2, p < .001", RIGHT),
        ("t(28) = 2.20, p <= .036", RIGHT),
        ("t(28) = 2.20, .01 < p < .05", RIGHT),
        ("t(28) = 2.20, .001 < p < .01", WRONG),
        ("t(28) < 2.20, p = .02", WRONG),
        ("t(28) < 2.20, p = .08", RIGHT),
        ("t(28) > 2.20, p = .03", RIGHT),
        ("t(28) > 2.20, p > .08", DECISIVE),
        ("t(28) < 2.20, p > .08", RIGHT),
        ("F(1, 10) = 4.97, p = .05", RIGHT),
        ("F(2, 20) = 3.52, p = .01", WRONG),
        ("F(2, 20) = 3.49, p = .01", DECISIVE),  # the critical value is 3.493,
        ("χ2(1) = 3.84, p = .05", RIGHT),
        ("χ2(1) = 6.63, p = .05", WRONG),
        ("Q(2) = 5.99, p = .05", RIGHT),
        ("z = 1.96, p = .05", RIGHT),
        ("z = 2.58, p = .01", RIGHT),
        ("z = 2.58, p = .05", WRONG),
        ("r(28) = .36, p = .05", RIGHT),
        ("r(28) = .20, p = .03", DECISIVE),
    ],
)
def test_errors_and_decision_errors(text: str, verdict: tuple[bool, bool]) -> None:
    found = judged(text)
    assert (found.error, found.decision_error) == verdict


def test_no_p_is_zero() -> None:
    found = judged("t(28) = 22.20, p = .000")
    assert (found.error, found.decision_error, found.zero) == (True, False, True)
    assert not judged("t(28) = 22.20, p = .000", pZeroError=False).error
    assert judged("t(28) = 22.20, p < .000", pZeroError=False).error  # nothing is below zero
    assert judged("t(28) = 1.20, p = .000").decision_error


def test_one_tailed_tests() -> None:
    """Half of .0362 is .0181."""
    assert judged("t(28) = 2.20, p = .018").error
    assert not judged("t(28) = 2.20, p = .018", OneTailedTests=True).error
    assert judged("t(28) = 2.20, p = .036", OneTailedTests=True).error
    assert judged("t(28) = 2.20, p = .018", one_tailed=True).error
    found = judged("t(28) = 2.20, p = .018", one_tailed=True, OneTailedTxt=True)
    assert (found.error, found.one_tailed) == (False, True)
    assert found.computed == pytest.approx(0.0181, abs=5e-5)
    assert judged("t(28) = 2.20, p = .018", one_tailed=False, OneTailedTxt=True).error
    assert judged("t(28) = 2.20, p = .01", one_tailed=True, OneTailedTxt=True).error
    # a right two-tailed test stays one
    assert not judged("t(28) = 2.20, p = .036", one_tailed=True, OneTailedTxt=True).one_tailed
    assert judged("F(1, 10) = 4.97, p = .025", one_tailed=True, OneTailedTxt=True).error


def test_the_level_of_significance() -> None:
    assert not judged("t(28) = 2.20, p = .03", alpha=Fraction(1, 20)).decision_error
    assert judged("t(28) = 2.20, p = .002", alpha=Fraction(1, 100)).decision_error
    assert not judged("t(28) = 2.20, p = .10", alpha=Fraction(1, 10)).decision_error


def test_whether_p_at_the_level_is_significant() -> None:
    """t = 1.96 on 28 has p = .0600."""
    assert judged("t(28) = 1.96, p = .05").decision_error
    assert not judged("t(28) = 1.96, p = .05", pEqualAlphaSig=False).decision_error
    assert judged("t(28) = 2.20, p = .05", pEqualAlphaSig=False).decision_error
    assert not judged("t(28) = 2.20, p = .05").decision_error


def test_a_correction_makes_a_p_larger_and_never_smaller() -> None:
    larger, smaller = judged("t(28) = 2.20, p = .11"), judged("t(28) = 2.20, p = .001")
    assert corrected(larger.printed, larger.expected)
    assert not corrected(smaller.printed, smaller.expected)
    assert not corrected(None, larger.expected)


@pytest.mark.parametrize(
    "words",
    [
        "Bonferroni-corrected", "Holm's method", "the Tukey test", "Tukey's HSD", "false discovery rate", "Scheffé",
        "corrected for multiple comparisons", "adjustment for multiplicity", "Benjamini and Hochberg",
    ],
)  # fmt: skip
def test_corrections_are_known_by_their_names(words: str) -> None:
    assert CORRECTION.search(f"All tests were {words} where needed.")


def test_words_that_are_no_correction() -> None:
    assert not CORRECTION.search("A correction was printed on Monday; the adjusted budget was passed, at the helm.")


def test_only_what_no_rounding_explains_is_decisive() -> None:
    """t = 2.0 may be 2.05, which has p = .0498; t = 2.00 may be 2.005, with p = .0547."""
    rough, fine = judged("t(28) = 2.0, p = .01"), judged("t(28) = 2.00, p = .01")
    assert (rough.decision_error, rough.decisive) == (True, False)
    assert (fine.decision_error, fine.decisive) == (True, True)


SYMBOLS = {"t": "t({df})", "F": "F(3, {df})", "Chi2": "χ2({df})", "Z": "z", "r": "r({df})", "Q": "Q({df})"}


@given(st.sampled_from(sorted(SYMBOLS)), st.integers(1, 300), st.integers(-99, 99), st.integers(2, 4))
def test_what_fits_is_never_doubted_in_any_family(family: str, df: int, hundredths: int, places: int) -> None:
    value = abs(hundredths) if family in ("F", "Chi2", "Q") else hundredths
    p = Fraction(p_value(family, Fraction(value, 100), 3 if family == "F" else df, df))
    printed = int(p * 10**places + Fraction(1, 2))
    if printed == 0:
        return
    symbol = SYMBOLS[family].format(df=df)
    found = judged(f"{symbol} = {value / 100:.2f}, p = {printed / 10**places:.{places}f}")
    assert not found.error
    # halfway to the other end of the scale no statistic is rounded
    other = Fraction(1, 100) if printed > 6 * 10 ** (places - 1) else None
    if other is not None and found.expected.lo is not None and found.expected.lo > Fraction(1, 50):
        assert judged(f"{symbol} = {value / 100:.2f}, p = .01").error


@given(st.integers(1, 300), st.integers(-600, 600), st.integers(2, 4))
def test_a_true_p_is_never_doubted_and_one_moved_away_always_is(df: int, hundredths: int, places: int) -> None:
    p = Fraction(p_value("t", Fraction(hundredths, 100), None, df))
    printed = int(p * 10**places + Fraction(1, 2))
    if printed == 0:
        return
    text = f"t({df}) = {hundredths / 100:.2f}, p = {printed / 10**places:.{places}f}"
    right = judged(text)
    assert not right.error
    assert right.expected.hi is not None
    # two units of the last place above the highest p that the statistic allows
    moved = int(right.expected.hi * 10**places) + 3
    if moved <= 10**places:
        assert judged(f"t({df}) = {hundredths / 100:.2f}, p = {moved / 10**places:.{places}f}").error

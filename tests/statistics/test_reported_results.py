"""Results of tests found in text, in the form of the APA and in others."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.statistics.printed_p import p_values
from figures.statistics.reported import Reported, find

T = ("t", None, 28, "=", "2.2", "=", "0.036")
F = ("F", 1, 34, "=", "6.02", "=", "0.019")
CHI = ("Chi2", 2, None, "=", "9.6", "=", "0.008")
Z = ("Z", None, None, "=", "-2.5", "=", "0.012")
R = ("r", None, 48, "=", "0.34", "=", "0.016")


def fields(result: Reported) -> tuple[object, ...]:
    s, p = result.statistic, result.p
    return (s.family, s.df1, s.df2, s.comparison, s.value.value, p.comparison, p.value.value if p.value else None)


def wanted(row: tuple[object, ...]) -> tuple[object, ...]:
    degrees = (Fraction(df) if isinstance(df, str) else df for df in row[1:3])
    return (row[0], *degrees, row[3], Fraction(str(row[4])), row[5], None if row[6] is None else Fraction(str(row[6])))


@pytest.mark.parametrize(
    ("text", "row"),
    [
        # as the APA asks for it, and close to it
        ("t(28) = 2.20, p = .036", T),
        ("t(28)=2.20,p=.036", T),
        ("t ( 28 ) = 2.20 , p = .036", T),
        ("t(28) = 2.20, p = 0.036", T),
        ("F(1, 34) = 6.02, p = .019", F),
        ("χ2(2, N = 60) = 9.60, p = .008", CHI),
        ("z = -2.50, p = .012", Z),
        ("r(48) = .34, p = .016", R),
        # other brackets, none, subscripts
        ("t[28] = 2.20, p = .036", T),
        ("F[1,34] = 6.02, p = .019", F),
        ("t28 = 2.20, p = .036", T),
        ("t 28=2.20, p = .036", T),
        ("t\n    28 = 2.20, p = .036", T),
        ("t₂₈ = 2.20, p = .036", T),
        ("t_{28} = 2.20, p = .036", T),
        ("F1,34 = 6.02, p = .019", F),
        ("F\n1,34=6.02, P=.019", F),
        ("F1;34 = 6.02; p = 0.019", F),
        ("χ22 = 9.60, p = .008", CHI),
        ("χ2\n2= 9.6, P=.008", CHI),
        # degrees of freedom behind
        ("t = 2.20, df = 28, p = .036", T),
        ("t = 2.20 (df 28), p = .036", T),
        ("t = 2.20, with 28 df, p = .036", T),
        ("t = 2.20, 28 d.f., p = .036", T),
        ("t = 2.20 on 28 degrees of freedom, p = .036", T),
        ("t = 2.20, p = .036, df = 28", T),
        ("t=2.20; P=0.036; 28 df", T),
        ("r = .34, p = .016, n = 50", R),
        ("F = 6.02 (1, 34), p = .019", F),
        ("F = 6.02 on 1 and 34 df, p = .019", F),
        ("F(1df; 34df) = 6.02, p = .019", F),
        ("F (df = 1, 34) = 6.02, p = .019", F),
        ("χ2(1, 60) = 9.60, p = .002", ("Chi2", 1, None, "=", "9.6", "=", "0.002")),
        ("F(1·43, 41·6) = 8·54, P = 0·002", ("F", "1.43", "41.6", "=", "8.54", "=", "0.002")),
        ("F(1,43; 41,6) = 8,54; p = 0,002", ("F", "1.43", "41.6", "=", "8.54", "=", "0.002")),
        ("F = 6.02; df = 1, 34; p = .019", F),
        ("χ2 = 9.60, d.f. = 2, p = .008", CHI),
        ("r = .34, n = 50, p = .016", R),
        ("r48 = .34, p = .016", R),
        ("t(df = 28) = 2.20, p = .036", T),
        # letters
        ("chi2(2) = 9.60, p = .008", CHI),
        ("chi-square(2) = 9.60, p = .008", CHI),
        ("Chi squared (2) = 9.60, p = .008", CHI),
        ("χ² (2) = 9.60, p = .008", CHI),
        ("Χ2(2) = 9.60; P = 0.008", CHI),
        ("χ(2) = 9.60, p = .008", CHI),
        ("X2 (2, N = 60) = 9.60, p = .008", CHI),
        ("x2(2) = 9.6, p = 0.008", CHI),
        ("χ2 (2, n = 2,287) = 9.6, p = .008", CHI),
        ("G2(2) = 9.60, p = .008", CHI),
        ("ΔG2(2) = 9.60, p = .008", CHI),
        ("[CHI]2(2) = 9.60, p = .008", CHI),
        ("ΔF(1, 34) = 6.02, p = .019", F),
        ("H(2) = 9.60, p = .008", CHI),
        ("$\\chi^2(2) = 9.60$, $p = .008$", CHI),
        ("*t*(28) = 2.20, *p* = .036", T),
        ("_F_(1, 34) = 6.02, _p_ = .019", F),
        ("T(28) = 2.20, P = .036", T),
        ("Q(2) = 9.60, p = .008", ("Q", *CHI[1:])),
        ("Qw(2) = 9.60, p = .008", ("Qw", *CHI[1:])),
        ("Q-between(2) = 9.60, p = .008", ("Qb", *CHI[1:])),
        ("F(l, 34) = 6.02, p = .019", F),
        # signs, points and commas
        ("z = −2.50, p = .012", Z),
        ("Z = – 2.5; P = 0·012", Z),
        ("Z\u200a=\u200a−2.50 p\u200a=\u200a0.012", Z),
        ("t(28) = 2,20, p = 0,036", T),
        ("F(1; 34) = 6,02; p = 0,019", F),
        ("t(28) = 2.20, p = 3.6e-2", T),
        ("t(28) = 2.20, p = 3.6 × 10−2", T),
        ("t(28) = 2.20 p=.036", T),
        ("t(28) = 2.20; P=0.036", T),
        ("t(28) = 2.20 (p = .036)", T),
        ("(p = .036, t(28) = 2.20)", T),
        ("t(28) = 2.20 and p = .036", T),
        ("t(28) = 2.20\n\nP=.036", T),
        ("t-test: t(28) = 2.20, p-value = .036", T),
        ("t(28) = 2.20, p (two-tailed) = .036", T),
        ("t(28) = 2.20, d = 0.45, p = .036", T),
        ("F(1, 34) = 6.02, MSE = 3.1, ηp2 = .21, p = .019", F),
        ("t(28) = 2.20, 95% CI [0.1, 0.8], p = .036", T),
        ("t: 2.20; df = 28; p: 0.036", T),
        ("t(28) = 2.20, with a p value of .036", T),
        ("t(28) = 2.20, p less than .05", (*T[:5], "<", "0.05")),
        ("t(28) = 2.20, ps < .05", (*T[:5], "<", "0.05")),
        # other comparisons
        ("t(28) = 2.20, p < .05", (*T[:5], "<", "0.05")),
        ("t(28) = 2.20, P≤0.05", (*T[:5], "<=", "0.05")),
        ("t(28) = 2.20, p <= .05", (*T[:5], "<=", "0.05")),
        ("t(28) < 2.20, p > .05", (*T[:3], "<", "2.2", ">", "0.05")),
        ("t(28) = 2.20, p = .000", (*T[:5], "=", "0")),
        ("t(28) = 2.20, ns", (*T[:5], "ns", None)),
        ("t(28) = 2.20, n.s.", (*T[:5], "ns", None)),
        ("t(28) = 2.20, NS", (*T[:5], "ns", None)),
        ("t(28) = 2.20, p = n.s.", (*T[:5], "ns", None)),
        ("t(1,250) = 2.20, p = .028", ("t", None, 1250, "=", "2.2", "=", "0.028")),
        ("t(28) = 2,000.20, p < .001", ("t", None, 28, "=", "2000.2", "<", "0.001")),
        ("F(1.82, 43.67) = 5.64; p = .009", ("F", Fraction("1.82"), Fraction("43.67"), "=", "5.64", "=", "0.009")),
    ],
)
def test_a_result_is_read(text: str, row: tuple[object, ...]) -> None:
    [result] = find(f"The groups differed, {text}.")
    assert fields(result) == wanted(row)


def test_offsets_point_at_the_words() -> None:
    text = "Naps helped (t58 = 2.41; P = 0,019), and so did tea, F(2, 51) = 1.21, p = .307."
    assert [text[r.start : r.end] for r in find(text)] == ["t58 = 2.41; P = 0,019", "F(2, 51) = 1.21, p = .307"]
    assert [r.text for r in find(text)] == [text[r.start : r.end] for r in find(text)]


def test_a_p_between_two_bounds() -> None:
    [result] = find("t(28) = 2.20, .01 < p < .05")
    assert (result.p.comparison, result.p.value and result.p.value.value) == ("<", Fraction("0.05"))
    assert result.p.above is not None
    assert (result.p.above[0], result.p.above[1].value) == (">", Fraction("0.01"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The t(28) bus leaves at 2.20, platform p.",
        "t(28) = 2.20",
        "p = .03",
        "t(28) = 2.20, p = 1.03",  # no probability
        "r(28) = 1.40, p = .03",  # no correlation
        "t(2, 28) = 2.20, p = .03",  # a t has one
        "F(28) = 2.20, p = .03",  # an F has two
        "z(28) = 2.20, p = .03",  # and a z none
        "t(0) = 2.20, p = .03",
        "t = 2.20, p = .03",  # cannot be recomputed
        "χ = 2.20, p = .03",
        "R2(28) = 2.20, p = .03",
        "r2 = 0.18, p < .01",  # a square
        "r12 = .18, p < .01",  # of the first and the second variable
        "T2 = 9.60, p = .008",
        "t(28) = 2.20. The rest did not differ, p = .3",  # another sentence
        "We didn't (28) = 2.20, but p = .03",
        "at(28) = 2.20, p = .03",
    ],
)
def test_what_is_no_result_is_left_alone(text: str) -> None:
    assert find(text) == []


def test_each_statistic_takes_its_own_p() -> None:
    text = "P = .03, t(28) = 2.20; P = .2, t(28) = 1.30. Also t(28) = 2.20, p = .03, t(28) = 1.30, p = .2, t(28) = 9"
    assert [str(r.p.value.value) for r in find(text) if r.p.value] == ["3/100", "1/5", "3/100", "1/5"]


@pytest.mark.parametrize(
    ("text", "apa"),
    [
        ("t(28) = 2.20, p = .03", True),
        ("t(28) = -2.20, p < .03", True),
        ("t(28) = %^&2.20, p = .03", True),  # a minus that came out as other signs
        ("χ2 (1, N = 76) = 14.6, p<.0001", True),
        ("t(28) = 2.20, ns", True),
        ("T(28) = 2.20, p = .03", False),
        ("t(28) = 2.20; p = .03", False),
        ("t(28) = 2.20, P = .03", False),
        ("t[28] = 2.20, p = .03", False),
        ("t28 = 2.20, p = .03", False),
        ("t(28) >= 2.20, p = .03", False),
        ("t(28) = 2.20, p >= .03", False),
        ("t(28) = − 2.20, p = .03", False),
        ("p = .03, t(28) = 2.20", False),
    ],
)
def test_the_form_of_the_apa_is_told_from_others(text: str, apa: bool) -> None:
    [result] = find(text)
    assert result.apa is apa


def test_odd_signs_before_a_number_are_a_minus() -> None:
    [result] = find("t(28) = %^&2.20, p = .03")
    assert result.statistic.value.value == Fraction("-2.2")


@pytest.mark.parametrize(
    ("text", "value", "other"),
    [
        ("F(1, 21) = 4,517, p = .046", "4517", "4.517"),
        ("F(1, 21) = 4,517, p = 0,046", "4.517", None),
        ("F(1, 21) = 4,51, p = .046", "4.51", None),
        ("F(1, 21) = 0,517, p = .48", "0.517", None),
    ],
)
def test_a_comma_before_three_digits_may_mean_two_things(text: str, value: str, other: str | None) -> None:
    [result] = find(text)
    number = result.statistic.value
    assert number.value == Fraction(value)
    assert (number.other.value if number.other else None) == (Fraction(other) if other else None)


def test_a_p_that_is_called_adjusted_is_marked() -> None:
    assert [r.p.adjusted for r in find("t(28) = 2.20, p_adj = .07; t(28) = 2.20, p = .036")] == [True, False]


def test_one_tailed_results_are_marked() -> None:
    text = "t(28) = 2.20, p = .018, one-tailed; t(28) = 2.30, p = .03"
    assert [r.one_tailed for r in find(text)] == [True, False]


def test_p_values_alone() -> None:
    found = p_values("p = .05, P<0.01 and p > .20; t(28) = 2.2, p = .036")
    assert [(p.comparison, p.written) for p in found] == [("=", ".05"), ("<", "0.01"), (">", ".20"), ("=", ".036")]


BLANK = st.sampled_from(["", " ", "\u00a0", "\u200a", "\n"])


@given(
    st.sampled_from(["t", "F", "χ2", "chi2", "r"]),
    st.integers(1, 9),
    st.integers(2, 999),
    st.integers(0, 999),
    st.sampled_from(["=", "<", ">"]),
    st.integers(0, 999),
    st.sampled_from([("(", ")"), ("[", "]")]),
    st.sampled_from([",", ";"]),
    st.sampled_from(["p", "P"]),
    st.lists(BLANK, min_size=6, max_size=6),
)
def test_every_spelling_of_a_result_is_read_the_same(
    symbol: str, df1: int, df2: int, value: int, sign: str, p: int, brackets: tuple[str, str], comma: str, letter: str,
    blanks: list[str],
) -> None:  # fmt: skip
    a, b, c, d, e, f = blanks
    degrees = f"{df1},{a}{df2}" if symbol == "F" else str(df2)
    statistic = f"0.{value:03}" if symbol == "r" else f"{value / 100:.2f}"
    text = f"{symbol}{a}{brackets[0]}{degrees}{brackets[1]}{b}={c}{statistic}{d}{comma}{e}{letter}{f}{sign}{b}.{p:03}"
    [result] = find(f"see {text} there")
    s = result.statistic
    assert (s.df1 if symbol in ("χ2", "chi2") else s.df2) == df2
    assert (s.value.value, result.p.comparison) == (Fraction(statistic), sign)
    assert result.p.value is not None
    assert result.p.value.value == Fraction(p, 1000)
    assert result.text == text


@given(st.text(alphabet="tFχ2zr()[]=<>,. ;0123456789pPns−\n", max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    last = 0
    for result in find(text):
        assert last <= result.start < result.end
        assert text[result.start : result.end] == result.text
        last = result.end

"""The p value that a test statistic implies, as an interval: the statistic is rounded, so p is known to a range only.

Distribution functions come from scipy.special (Cephes and Boost), whose relative error is below 1e-12; the ends are
rounded away from the middle to ten digits, so that what is returned holds every p that the printed statistic allows. An
end that a sign of inequality leaves out is rounded the other way, as a number just beyond it is not allowed.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Context
from fractions import Fraction
from math import inf, isnan, sqrt

from figures.interval import Exact, Interval
from figures.rounding import rounds_to

DIGITS = 10
LARGEST = 10**150  # a statistic beyond it has a p value of zero either way
_UP, _DOWN = Context(prec=DIGITS, rounding=ROUND_CEILING), Context(prec=DIGITS, rounding=ROUND_FLOOR)
SYMMETRIC = frozenset({"t", "Z", "r"})  # families whose tests can be one-tailed


class MissingScipy(RuntimeError):
    """scipy, which knows the distributions, is not installed."""


def p_value(family: str, value: Exact, df1: Exact | None = None, df2: Exact | None = None, tails: int = 2) -> float:
    """The p value of a statistic taken as exact. A float: it comes from a distribution.

    ``tails`` 1 halves the p of a family that is symmetric about zero; F, chi-square and Q have one tail as it is. t and
    r take their degrees of freedom from ``df2``, chi-square and Q from ``df1``. Raises MissingScipy, and ValueError
    for an unknown family.
    """
    try:
        from scipy import special
    except ImportError as error:
        raise MissingScipy("recomputing p values needs scipy, which is not installed: pip install scipy") from error
    x = _finite(value)
    if family == "Z":
        p = 2 * special.ndtr(-abs(x))
    elif family == "t":
        p = 2 * special.stdtr(_float(df2), -abs(x))
    elif family == "r":
        # t = r sqrt(df / (1 - r^2))
        t = inf if abs(x) >= 1 else abs(x) * sqrt(_float(df2) / ((1 - x) * (1 + x)))
        p = 0.0 if t == inf else 2 * special.stdtr(_float(df2), -t)
    elif family == "F":
        p = special.fdtrc(_float(df1), _float(df2), max(x, 0.0))
    elif family in ("Chi2", "Q", "Qw", "Qb"):
        p = special.chdtrc(_float(df1), max(x, 0.0))
    else:
        raise ValueError(f"family must be t, F, Chi2, Z, r, Q, Qw or Qb; got {family!r}")
    p = min(float(p), 1.0)
    if isnan(p):
        raise ValueError(f"no p value for {family} = {value} with {df1} and {df2} degrees of freedom")
    return p / 2 if tails == 1 and family in SYMMETRIC else p


def p_interval(
    family: str,
    value: Exact,
    resolution: Exact = 0,
    comparison: str = "=",
    df1: Exact | None = None,
    df2: Exact | None = None,
    tails: int = 2,
) -> Interval:
    """Every p value that the statistic as printed allows.

    ``resolution`` is the place of its last digit, 0 for an exact one. Behind = it was rounded; behind < or > it is a
    bound, taken as it stands.
    """

    def p(x: Exact) -> float:
        return p_value(family, x, df1, df2, tails)

    most = Fraction(1, 2) if tails == 1 and family in SYMMETRIC else Fraction(1)
    if comparison != "=":
        farther = (comparison[0] == ">") == (value >= 0 or family not in SYMMETRIC)
        if farther:
            open_end = comparison == ">" or comparison == "<"
            end = _decimal(p(value), _DOWN if open_end else _UP)
            return Interval(0, end, False, open_end) if end > 0 or not open_end else Interval(0, 0)
        open_end = "=" not in comparison
        end = min(_decimal(p(value), _UP if open_end else _DOWN), most)
        return Interval(end, most, open_end and end < most)
    given = rounds_to(value, resolution) if resolution else Interval(value, value)
    sizes = abs(given) if family in SYMMETRIC else given
    near, far = sizes.lo or 0, sizes.hi or 0
    return Interval(_decimal(p(far), _DOWN), min(_decimal(p(near), _UP), most))


def _finite(value: Exact) -> float:
    """As a float; beyond what one can hold, the largest that is safe to compute with."""
    return float(max(min(value, LARGEST), -LARGEST))


def _float(degrees: Exact | None) -> float:
    if degrees is None or degrees <= 0:
        raise ValueError(f"degrees of freedom must be above zero; got {degrees}")
    return float(degrees)


def _decimal(p: float, context: Context) -> Fraction:
    """A float rounded to ten digits in the direction of the context, exactly."""
    return Fraction(context.create_decimal(p))

"""Two numbers that are the ends of a range, or the count and the whole of a ratio."""

from __future__ import annotations

from fractions import Fraction

from figures.interval import Exact
from figures.lexicon.english import cues
from figures.lexicon.numerals import DIGIT, HUNDRED, NUMERALS, SCALE, SHORT
from figures.quantities.item import Item
from figures.quantities.marks import RANGE_MARKS
from figures.quantities.number import whole
from figures.quantities.tokens import Words

_SCORE_WORDS = cues("score") | cues("score-range")


def units_fit(x: Item, y: Item) -> bool:
    """Whether both are in one unit, as far as it is written."""
    return x.name == y.name or not x.name or not y.name or y.name.startswith(x.name + " per ")


def join_range(x: Item, y: Item) -> str:
    """``x`` becomes the range from ``x`` to ``y``."""
    n, m = x.number, y.number
    if not x.name or len(y.name) > len(x.name):
        x.name, x.kind = y.name, y.kind
    n.high, n.high_resolution = m.value, m.resolution
    if n.value > m.value:
        n.value, n.high = m.value, n.value
        n.resolution, n.high_resolution = m.resolution, n.resolution
    n.decimal = n.decimal or m.decimal
    if n.kind != m.kind and m.kind == "number":
        n.kind = "number"
    if x.kind in ("number", "fraction"):
        x.kind = y.kind
    x.bound = "range" if x.bound in ("=", "range") else x.bound
    if x.qualifier == "":
        x.qualifier = "between"
    if not x.direction:
        x.direction = y.direction
    x.b = y.b
    x.points = x.points or y.points
    return "joined"


def share_scale(w: Words, x: Item, y: Item) -> None:
    """$10 to 15 billion, 1 to 2 thousand: the scale of the second is the scale of both."""
    n, m = x.number, y.number
    if (
        n.form == "words"
        and m.form == "words"
        and n.decimal is False
        and type(n.value) is Fraction
        and n.value < 100
        and m.value >= 1000
    ):
        entry = NUMERALS.get(w.tokens[m.b - 1])
        if (
            entry is not None
            and entry[0] == SCALE
            and type(entry[1]) is int
            and NUMERALS.get(w.tokens[n.b - 1], (DIGIT, 0))[0] != SCALE
        ):
            n.value, n.resolution = whole(n.value * entry[1]), whole(n.resolution * entry[1])
        return
    if (
        n.form == "digits" == m.form
        and m.b - m.a == 1
        and w.tokens[m.a].endswith(",000")
        and w.tokens[x.b] in RANGE_MARKS
        and w.glued(x.b)
        and type(n.value) is int
        and 0 < n.value * 1000 < m.value
    ):
        n.value *= 1000  # 12-15,000
        return
    if (
        (n.form != "digits" and not (n.form == "words" and n.value < 100))
        or n.b - n.a != 1
        or m.b - m.a < 2
        or m.kind != "number"
    ):
        return
    entry = NUMERALS.get(w.tokens[m.b - 1])
    if entry is None or entry[0] not in (HUNDRED, SCALE, SHORT) or type(entry[1]) is not int or entry[1] < 100:
        return
    scale: Exact = entry[1]
    mantissa = Fraction(m.value) / scale
    if n.value <= mantissa or (x.role == "from" and n.value < 1000) or (n.value < 100 and mantissa < 100):
        if "," in w.tokens[n.a]:
            return
        n.value = whole(n.value * scale)
        n.resolution = whole(n.resolution * scale)


def _is_score(w: Words, x: Item, y: Item) -> bool:
    """2-1: two small numbers that go down, or stand near a word of matches."""
    n, m = x.number, y.number
    if n.form != "digits" or m.form != "digits" or n.decimal or m.decimal or n.value >= 200 or m.value >= 200:
        return False
    return (
        n.value >= m.value
        or not _SCORE_WORDS.isdisjoint(w.tokens[max(0, x.a - 8) : x.a])
        or not _SCORE_WORDS.isdisjoint(w.tokens[y.b : y.b + 3])
    )


def join_by_dash(w: Words, x: Item, y: Item) -> str:
    """5-10, $5-$10, 5%–10%; "score" for what is one."""
    tokens = w.tokens
    if y.bound not in ("=", "~") and y.qualifier:
        return ""
    if ((x.name and not y.name) or not units_fit(x, y)) and not (x.kind == "currency" and not y.name):
        return ""
    if y.number.kind not in ("number", "fraction") or x.number.kind not in ("number", "fraction") or x.number.vague:
        return ""
    mark = tokens[x.b]
    if mark == "—" and not (w.glued(x.b) and w.glued(x.b + 1)) and w.size > 4:
        return ""
    n, m = x.number, y.number
    if not x.name and not y.name and mark != "~" and w.glued(x.b) and w.glued(x.b + 1) and _is_score(w, x, y):
        return "score"
    share_scale(w, x, y)
    if n.value >= m.value and not (n.value < 0 and m.value < 0):
        return ""
    return join_range(x, y)


def join_by_to(w: Words, x: Item, y: Item) -> str:
    """5 to 10; not "from 40 to 50" and "grew 5% to 105", which are a change."""
    if (x.name and not y.name and x.kind != "currency") or not units_fit(x, y):
        return ""
    if y.number.kind not in ("number", "fraction") or x.number.kind not in ("number", "fraction") or x.number.vague:
        return ""
    if y.role == "to":
        y.role = ""
    share_scale(w, x, y)
    if x.role == "from":  # a change, not a range: from 40 to 50
        y.role = "to"
        if not x.name and y.name:
            x.name, x.kind = y.name, y.kind
        if not y.direction:
            y.direction = x.direction
        return ""
    if x.direction and x.role == "by" and x.name and not x.shared and (x.name != y.name or w.tokens[x.qa - 1] == "by"):
        y.role = "to"
        return ""
    if (
        x.direction
        and x.role == "by"
        and x.name
        and (x.a < x.number.a or x.b > x.number.b)
        and x.number.value * 3 < y.number.value
        and not x.shared
    ):
        y.role = "to"  # grew $43 billion to $419 billion
        return ""
    if x.direction and x.role == "by" and w.tokens[x.qa - 1 : x.qa] != ["by"] and x.number.value > y.number.value:
        return ""
    if (
        x.number.value >= y.number.value
        and not (x.number.value < 0 and y.number.value < 0)
        and w.tokens[x.qa - 1 : x.qa] != ["from"]
    ):
        return ""
    if w.tokens[x.qa - 1 : x.qa] == ["from"]:
        x.qa -= 1
    return join_range(x, y)


def bounds_join(x: Item, y: Item) -> str:
    """greater than 100 and smaller than 300; at most 100 and at least 20."""
    if (
        x.name != y.name
        or x.bound not in ("<", "<=", ">", ">=")
        or y.bound not in ("<", "<=", ">", ">=")
        or x.bound[0] == y.bound[0]
    ):
        return ""
    if x.qualifier in ("nearly", "just-under", "just-over") or y.qualifier in ("nearly", "just-under", "just-over"):
        return ""
    low, high = (x, y) if x.bound[0] == ">" else (y, x)
    if low.number.value >= high.number.value:
        return ""
    x.bound, x.qualifier = "range", "between"
    x.direction = ""
    return join_range(x, y)


def join_ratio(w: Words, x: Item, y: Item, between: list[str]) -> str:
    """one in five, 2 out of every 10: a share."""
    if between[0] == "out":
        if between[1:2] != ["of"] or between[2:] not in ([], ["every"], ["the"]):
            return ""
    elif between[1:] not in ([], ["every"]):
        return ""
    n, m = x.number, y.number
    if (
        type(n.value) is not int
        or type(m.value) is not int
        or not 0 < n.value < m.value
        or n.kind == "fraction"
        or n.high is not None
    ):
        return ""
    if between[0] == "in" and (
        n.value > 20 or (m.value > 100 and m.value % 10) or x.points or (1400 < m.value < 2100 and m.value % 100)
    ):
        return ""
    if y.qa < y.a:
        return ""
    if y.qualifier:
        x.qualifier, x.bound = y.qualifier, y.bound
    n.value = whole(Fraction(n.value, m.value))
    n.resolution = Fraction(1, m.value)
    n.kind = x.kind = "fraction"
    x.qualifier = x.qualifier or "ratio"
    n.b = x.b = y.b
    return "joined"

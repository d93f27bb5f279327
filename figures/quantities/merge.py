"""Numbers that belong together: ranges, ratios, feet and inches, units and scales shared over a list."""

from __future__ import annotations

from fractions import Fraction

from figures.interval import Exact
from figures.lexicon.english import AUXILIARIES, PREPOSITIONS, VERBS
from figures.lexicon.numerals import NUMERALS
from figures.quantities.item import Item
from figures.quantities.measures import kind_of, per_after
from figures.quantities.numbers import whole
from figures.quantities.tokens import Words
from figures.units import compound, lookup_table

_DASHES = frozenset("-‐‑–—~−")
_SCALES = {str(v): v for r, v in NUMERALS.values()}
_CHANGE_FROM = ("from",)
_UNITS = lookup_table().units
_factors: dict[str, Fraction | None] = {}
_SUB = {(minor, major): Fraction(factor) for minor, major, factor in lookup_table().subunits}
_SCORE_WORDS = frozenset(
    "won win wins beat beaten beating lost lose loses losing drew draw draws victory defeat defeated defeats lead led leads leading "
    "scored tied tie aggregate loss losses triumph thrashed record trailed trailing penalties shootout sets final winner "
    "half-time halftime ahead level winning downed stunned routed score scoreline beats thriller wins match game".split()
)


def factor_of(unit: str) -> Fraction | None:
    """What one of the unit is in the base unit of its dimension; None when it has no such factor."""
    if unit in _factors:
        return _factors[unit]
    known = _UNITS.get(unit)
    found = Fraction(known.factor) if known is not None and known.factor and not known.offset else None
    _factors[unit] = found
    return found


def merge(w: Words, items: list[Item], rejected: list[tuple[int, int, str]]) -> list[Item]:
    """The same quantities with ranges, sums of units and shared units put together, in order."""
    _share(w, items)
    out: list[Item] = []
    for item in items:
        if out:
            last = out[-1]
            if last.number.kind != "ordinal" and item.number.kind != "ordinal":
                between = w.tokens[last.b : item.qa]
                if len(between) <= 3:
                    verdict = _pair(w, last, item, between)
                    if verdict == "joined":
                        continue
                    if verdict:
                        out.pop()
                        rejected.append((last.number.a, item.number.b, verdict))
                        continue
        out.append(item)
    return out


def _pair(w: Words, x: Item, y: Item, between: list[str]) -> str:
    """Joins ``y`` into ``x`` where they are one; "joined", "" (two quantities) or the reason why both are none."""
    if not between:
        return _adjacent(w, x, y)
    first = between[0]
    if x.number.high is not None:
        return ""
    if first in _DASHES and len(between) == 1:
        return _dash(w, x, y)
    if first == "to" and len(between) == 1:
        return _to(w, x, y)
    if between == ["-", "to", "-"] or between == ["up", "to"]:
        return _to(w, x, y)
    if first in ("in", "out") and y.name == "" and x.name == "":
        return _ratio(w, x, y, between)
    if first == "and":
        if len(between) == 1:
            return _and(w, x, y)
        return ""
    if between == [","] and x.name == "year" and y.name == "month" and y.number.value < 12 and w.tokens[y.b] not in (",", "and"):
        return _sum(x, y)
    if first == "," and len(between) == 1 and kind_of(x.name) == "measure" and _sums(x, y):
        return _sum(x, y)
    if between == [",", "and"] and kind_of(x.name) == "measure" and _sums(x, y):
        return _sum(x, y)
    if first == "," and len(between) == 1:
        return _bounds(x, y)
    if between == ["("] and x.name and y.name and x.name != y.name and not y.qualifier:
        if x.qualifier and y.kind == x.kind:
            y.qualifier, y.bound = x.qualifier, x.bound
        if w.tokens[y.b] == ")" and x.kind == y.kind == "currency" and " per " not in x.name:
            per = per_after(w, y.b + 1, x.kind)
            if per is not None:
                x.name = compound(x.name, per[0])
        return ""
    if first == "(" and between == ["("] and x.name == "" and x.number.form == "words" and y.number.form == "digits":
        if x.number.value == y.number.value and w.tokens[y.number.b] == ")":
            x.b = max(y.b, y.number.b + 1)
            if y.name:
                x.name, x.kind = y.name, y.kind
            return "joined"
    if first == "±" and len(between) == 1 and (x.name in ("", y.name)):
        x.name, x.kind, x.b, x.unit_b = y.name, y.kind, y.b, y.unit_b
        return "joined"
    if between == ["+", "/", "-"] and x.name in ("", y.name):
        x.name, x.kind, x.b, x.unit_b = y.name, y.kind, y.b, y.unit_b
        return "joined"
    if first == "or" and len(between) == 1 and x.shared and x.kind == "duration" and y.number.value == x.number.value + 1 and not y.qualifier:
        return _range(x, y)
    if first == "/" and len(between) == 1 and x.name == y.name and y.kind == "currency":
        return _range(x, y)
    return ""


def _units_fit(x: Item, y: Item) -> bool:
    return x.name == y.name or not x.name or not y.name or y.name.startswith(x.name + " per ")


def _range(x: Item, y: Item) -> str:
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
    x.unit_b = y.unit_b
    x.points = x.points or y.points
    return "joined"


def _share_scale(w: Words, x: Item, y: Item) -> None:
    """$10 to 15 billion, 1 to 2 thousand: the scale of the second is the scale of both."""
    n, m = x.number, y.number
    if n.form == "words" and m.form == "words" and n.decimal is False and type(n.value) is Fraction and n.value < 100 and m.value >= 1000:
        entry = NUMERALS.get(w.tokens[m.b - 1])
        if entry is not None and entry[0] == 4 and type(entry[1]) is int and NUMERALS.get(w.tokens[n.b - 1], (0, 0))[0] != 4:
            n.value, n.resolution = whole(n.value * entry[1]), whole(n.resolution * entry[1])
        return
    if n.form == "digits" == m.form and m.b - m.a == 1 and w.tokens[m.a].endswith(",000") and w.tokens[x.b] in _DASHES and 0 < n.value * 1000 < m.value:
        if type(n.value) is int and n.value >= 1 and w.glued(x.b):
            n.value *= 1000  # 12-15,000
            return
    if n.form != "digits" and not (n.form == "words" and n.value < 100) or n.b - n.a != 1 or m.b - m.a < 2 or m.kind != "number":
        return
    entry = NUMERALS.get(w.tokens[m.b - 1])
    if entry is None or entry[0] not in (3, 4, 5) or type(entry[1]) is not int or entry[1] < 100:
        return
    scale: Exact = entry[1]
    mantissa = Fraction(m.value) / scale
    if n.value <= mantissa * 1 or (x.role == "from" and n.value < 1000) or n.value < 100 and mantissa < 100:
        if "," in w.tokens[n.a]:
            return
        n.value = whole(n.value * scale)
        n.resolution = whole(n.resolution * scale)


def _dash(w: Words, x: Item, y: Item) -> str:
    tokens = w.tokens
    if y.bound not in ("=", "~") and y.qualifier:
        return ""
    if x.name and not y.name or not _units_fit(x, y):
        if not (x.kind == "currency" and not y.name):
            return ""
    if y.number.kind not in ("number", "fraction") or x.number.kind not in ("number", "fraction") or x.number.vague:
        return ""
    mark = tokens[x.b]
    if mark == "—" and not (w.glued(x.b) and w.glued(x.b + 1)) and w.size > 4:
        return ""
    n, m = x.number, y.number
    if not x.name and not y.name and n.form == "digits" and m.form == "digits" and not n.decimal and not m.decimal:
        if mark != "~" and n.value < 200 and m.value < 200 and w.glued(x.b) and w.glued(x.b + 1):
            if n.value >= m.value or _SCORE_WORDS.intersection(tokens[max(0, x.a - 8) : x.a]) or _SCORE_WORDS.intersection(tokens[y.b : y.b + 3]):
                return "score"
    _share_scale(w, x, y)
    if n.value >= m.value and not (n.value < 0 and m.value < 0):
        return ""
    return _range(x, y)


def _to(w: Words, x: Item, y: Item) -> str:
    if x.name and not y.name and x.kind != "currency" or not _units_fit(x, y):
        return ""
    if y.number.kind not in ("number", "fraction") or x.number.kind not in ("number", "fraction") or x.number.vague:
        return ""
    if y.role == "to":
        y.role = ""
    _share_scale(w, x, y)
    if x.role == "from":  # a change, not a range: from 40 to 50
        y.role = "to"
        if not x.name and y.name:
            x.name, x.kind = y.name, y.kind
        if not y.direction:
            y.direction = x.direction
        return ""
    if x.direction and x.role == "by" and (x.name != y.name or w.tokens[x.qa - 1] == "by"):
        y.role = "to"
        return ""
    if x.direction and x.role == "by" and x.name and (x.a < x.number.a or x.b > x.number.b) and x.number.value * 3 < y.number.value and not x.shared:
        y.role = "to"  # grew $43 billion to $419 billion
        return ""
    if x.direction and x.role == "by" and w.tokens[x.qa - 1 : x.qa] not in (["by"],) and x.number.value > y.number.value:
        return ""
    if x.number.value >= y.number.value and not (x.number.value < 0 and y.number.value < 0) and not (w.tokens[x.qa - 1 : x.qa] == ["from"]):
        return ""
    if w.tokens[x.qa - 1 : x.qa] == ["from"]:
        x.qa -= 1
    return _range(x, y)


def _and(w: Words, x: Item, y: Item) -> str:
    tokens = w.tokens
    before = tokens[x.qa - 1] if x.qa else ""
    if before in ("between", "from", "betwixt") and _units_fit(x, y) and (y.name or not x.name or x.kind == "currency"):
        _share_scale(w, x, y)
        if x.number.value < y.number.value or before == "between":
            x.qa -= 1
            return _range(x, y)
    joined = _bounds(x, y)
    if joined:
        return joined
    if _sums(x, y) and y.qualifier == "":
        return _sum(x, y)
    if y.name == "" and x.name and x.kind == "currency" and 0 < y.number.value < 100:
        return _cents(w, x, y)
    if y.name == "" and x.name == "hour" and y.number.value in (5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55) and _ends(w, y.b):
        x.number.value = whole(x.number.value + Fraction(y.number.value, 60))
        x.b = y.b
        return "joined"
    if x.number.form == "digits" and not x.name and y.kind == "currency":
        _share_scale(w, x, y)
    return ""


def _bounds(x: Item, y: Item) -> str:
    """greater than 100 and smaller than 300; at most 100 and at least 20."""
    if x.name != y.name or x.bound not in ("<", "<=", ">", ">=") or y.bound not in ("<", "<=", ">", ">=") or x.bound[0] == y.bound[0]:
        return ""
    if x.qualifier in ("nearly", "just-under", "just-over") or y.qualifier in ("nearly", "just-under", "just-over"):
        return ""
    low, high = (x, y) if x.bound[0] == ">" else (y, x)
    if low.number.value >= high.number.value:
        return ""
    x.bound, x.qualifier = "range", "between"
    x.direction = ""
    return _range(x, y)


def _ends(w: Words, j: int) -> bool:
    return j >= w.size or w.tokens[j] in (".", ",", ";", "!", "?", ")", "”", '"')


def _adjacent(w: Words, x: Item, y: Item) -> str:
    if x.number.high is not None or y.number.high is not None:
        return ""
    if x.bound == ">=" and y.qualifier == "up-to" and x.name == y.name and x.number.value < y.number.value:
        return _bounds(x, y)
    if _sums(x, y):
        return _sum(x, y)
    if y.name == "" and x.kind == "currency" and x.b > x.number.b and 0 < y.number.value < 100:
        return _cents(w, x, y)
    if y.name == "" and x.name == "hour" and y.number.value in (5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55) and _ends(w, y.b):
        x.number.value = whole(x.number.value + Fraction(y.number.value, 60))
        x.b = y.b
        return "joined"
    if (
        x.name == "" and y.kind == "currency" and y.qa > y.number.a and x.number.form == "digits" and False
    ):
        return ""
    return ""


def _cents(w: Words, x: Item, y: Item) -> str:
    """20 dollars 43, US$3 and fourteen: hundredths, when nothing is counted behind."""
    if not _ends(w, y.b) or type(x.number.value) is not int or type(y.number.value) is not int or y.qualifier or " per " in x.name:
        if not (x.number.value == 100 and False):
            return ""
    x.number.value = whole(x.number.value + Fraction(y.number.value, 100))
    x.number.resolution = Fraction(1, 100)
    x.b = x.unit_b = y.b
    return "joined"


def _sums(x: Item, y: Item) -> bool:
    """Whether ``y`` continues ``x`` in a smaller unit of the same kind: 5 feet 2 inches, 3 dollars 50 cents."""
    if not x.name or not y.name or x.name == y.name or y.qualifier or x.number.high is not None or y.number.high is not None:
        return False
    if (y.name, x.name) in _SUB or (y.name == "cent" and x.kind == "currency" and "cent" not in x.name and " per " not in x.name):
        return True
    if x.kind not in ("measure", "duration") or y.kind != x.kind or x.number.value == 0:
        return False
    first, second = _UNITS.get(x.name), _UNITS.get(y.name)
    if first is None or second is None or first.dimension != second.dimension or first.dimension not in ("length", "mass", "time"):
        return False
    one, other = factor_of(x.name), factor_of(y.name)
    if one is None or other is None:
        return False
    if x.kind == "duration" and (x.name in _MONTHS) != (y.name in _MONTHS):
        return False  # a month has no fixed number of days
    return one > other


_MONTHS = frozenset("month quarter year decade century millennium semester".split())


def _sum(x: Item, y: Item) -> str:
    n, m = x.number, y.number
    ratio = _SUB.get((y.name, x.name)) or (Fraction(1, 100) if y.name == "cent" else None)
    if ratio is not None:
        n.value = whole(n.value + m.value * ratio)
        n.resolution = whole(m.resolution * ratio)
    else:
        one, other = factor_of(x.name), factor_of(y.name)
        assert one is not None and other is not None
        small = x if one < other else y
        unit = small.name
        scale = min(one, other)
        n.value = whole(n.value * one / scale + m.value * other / scale)
        n.resolution = small.number.resolution if small is y else n.resolution
        x.name = unit
    x.b = x.unit_b = y.b
    return "joined"


def _ratio(w: Words, x: Item, y: Item, between: list[str]) -> str:
    """one in five, 2 out of every 10: a share."""
    if between[0] == "out":
        if between[1:2] != ["of"] or between[2:] not in ([], ["every"], ["the"]):
            return ""
    elif between[1:] not in ([], ["every"]):
        return ""
    n, m = x.number, y.number
    if type(n.value) is not int or type(m.value) is not int or not 0 < n.value < m.value or n.kind == "fraction" or n.high is not None:
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
    n.b = x.b = x.unit_b = y.b
    return "joined"


def _share(w: Words, items: list[Item]) -> None:
    """A unit written once for a list: "four-, five- and six-cylinder", "4, 5 and 6 percent", "8 or $9"."""
    tokens = w.tokens
    for k in range(len(items) - 2, -1, -1):
        x, y = items[k], items[k + 1]
        if x.name or not y.name or x.points or x.number.kind == "ordinal" or x.number.vague:
            continue
        between = tokens[x.b : y.qa]
        if not between or len(between) > 4:
            continue
        rest = [t for t in between if t not in (",", "-", "‑")]
        if between == [",", "or"] and not (k and tokens[items[k - 1].b : x.qa] == [","]):
            continue  # 12, or 30 percent
        if rest in (["and"], ["or"], ["to"], [], ["versus"]) and (rest or between == [","] or between == ["-", ","]):
            if not rest and between == [","] and not y.shared:
                continue
            if y.kind == "age" and rest != ["or"] and rest != ["to"] and rest != ["and"]:
                continue
            x.name, x.kind, x.shared = y.name, y.kind, True
            if rest == ["or"] or rest == ["and"]:
                _share_scale(w, x, y)
    for k in range(1, len(items)):
        x, y = items[k - 1], items[k]
        between = tokens[x.b : y.qa]
        if x.direction and not y.direction and x.name == y.name and x.role == "by" and 2 <= len(between) <= 5 and "and" in between:
            if not any((t in VERBS and VERBS[t][1] != "base") or t in AUXILIARIES or t in PREPOSITIONS for t in between):
                y.direction, y.role = x.direction, x.role  # Halden rose 18 sen and Nordvik 15 sen
        if x.kind == "currency" and y.kind == "currency" and x.name == y.name and between in (["and"], ["or"]):
            _share_scale(w, x, y)
        if not y.name and x.name and not y.points:
            if y.direction and x.direction and x.kind == "percentage" and _ends(w, y.b):
                y.name, y.kind, y.shared = x.name, x.kind, True
            elif x.kind == "currency" and x.a < x.number.a and tokens[x.b : y.qa] in (["and"], ["or"]) and y.number.form != "words":
                if tokens[y.b] in ("", ".", ",") or y.number.b - y.number.a > 1:
                    y.name, y.kind, y.shared = x.name, x.kind, True
                    _share_scale(w, x, y)

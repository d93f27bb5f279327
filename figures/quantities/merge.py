"""Numbers that belong together are put together: ranges, ratios, feet and inches."""

from __future__ import annotations

from figures.quantities.compounds import per_after
from figures.quantities.item import Item, Rejection
from figures.quantities.marks import RANGE_MARKS
from figures.quantities.ranges import (
    bounds_join,
    join_by_dash,
    join_by_to,
    join_range,
    join_ratio,
    share_scale,
    units_fit,
)
from figures.quantities.sharing import share_units
from figures.quantities.sums import clause_ends, continues_in_units, join_cents, join_minutes, join_units
from figures.quantities.surfaces import kind_of
from figures.quantities.tokens import Words
from figures.units import compound


def merge(w: Words, items: list[Item], rejected: list[Rejection]) -> list[Item]:
    """The same quantities with ranges, sums of units and shared units put together, in order."""
    share_units(w, items)
    out: list[Item] = []
    for item in items:
        if out:
            last = out[-1]
            verdict = ""
            if item.qa - last.b <= 3 and last.number.kind != "ordinal" and item.number.kind != "ordinal":
                verdict = _pair(w, last, item, w.tokens[last.b : item.qa])
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
        return _join_adjacent(w, x, y)
    first = between[0]
    if x.number.high is not None:
        return ""
    if first in RANGE_MARKS and len(between) == 1:
        return join_by_dash(w, x, y)
    if first == "to" and len(between) == 1:
        return join_by_to(w, x, y)
    if between == ["-", "to", "-"] or between == ["up", "to"]:
        return join_by_to(w, x, y)
    if first in ("in", "out") and y.name == "" and x.name == "":
        return join_ratio(w, x, y, between)
    if first == "and":
        if len(between) == 1:
            return _join_by_and(w, x, y)
        return ""
    if (
        between == [","]
        and x.name == "year"
        and y.name == "month"
        and y.number.value < 12
        and w.tokens[y.b] not in (",", "and")
    ):
        return join_units(x, y)
    if first == "," and len(between) == 1 and kind_of(x.name) == "measure" and continues_in_units(x, y):
        return join_units(x, y)
    if between == [",", "and"] and kind_of(x.name) == "measure" and continues_in_units(x, y):
        return join_units(x, y)
    if first == "," and len(between) == 1:
        return bounds_join(x, y)
    if between == ["("] and x.name and y.name and x.name != y.name and not y.qualifier:
        if x.qualifier and y.kind == x.kind:
            y.qualifier, y.bound = x.qualifier, x.bound
        if w.tokens[y.b] == ")" and x.kind == y.kind == "currency" and " per " not in x.name:
            per = per_after(w, y.b + 1, x.kind)
            if per is not None:
                x.name = compound(x.name, per[0])
        return ""
    if between == ["("] and _repeats(w, x, y):
        x.b = max(y.b, y.number.b + 1)
        if y.name:
            x.name, x.kind = y.name, y.kind
        return "joined"
    if between in (["±"], ["+", "/", "-"]) and x.name in ("", y.name):
        x.name, x.kind, x.b = y.name, y.kind, y.b
        return "joined"
    if (
        first == "or"
        and len(between) == 1
        and x.shared
        and x.kind == "duration"
        and y.number.value == x.number.value + 1
        and not y.qualifier
    ):
        return join_range(x, y)
    if first == "/" and len(between) == 1 and x.name == y.name and y.kind == "currency":
        return join_range(x, y)
    return ""


def _repeats(w: Words, x: Item, y: Item) -> bool:
    """forty-five (45), 45 (forty-five): the same number in words and in digits."""
    return (
        x.name == ""
        and "words" in (x.number.form, y.number.form)
        and x.number.form != y.number.form
        and x.number.value == y.number.value
        and w.tokens[y.number.b] == ")"
    )


def _join_adjacent(w: Words, x: Item, y: Item) -> str:
    """With nothing between: 5 feet 2 inches, at least 20 up to 100."""
    if x.number.high is not None or y.number.high is not None:
        return ""
    if x.bound == ">=" and y.qualifier == "up-to" and x.name == y.name and x.number.value < y.number.value:
        return bounds_join(x, y)
    if continues_in_units(x, y):
        return join_units(x, y)
    if y.name == "" and x.kind == "currency" and x.b > x.number.b and 0 < y.number.value < 100:
        return join_cents(w, x, y)
    if y.name == "" and x.name == "hour":
        return join_minutes(w, x, y)
    if (
        y.name == ""
        and x.name == "foot"
        and y.number.form == "digits"
        and 0 < y.number.value < 12
        and clause_ends(w, y.b)
    ):
        y.name, y.kind = "inch", "measure"  # 6 ft 2
        return join_units(x, y)
    return ""


def _join_by_and(w: Words, x: Item, y: Item) -> str:
    """between 5 and 10, three hours and 20 minutes, 20 dollars and 43 cents."""
    tokens = w.tokens
    before = tokens[x.qa - 1] if x.qa else ""
    if before in ("between", "from", "betwixt") and units_fit(x, y) and (y.name or not x.name or x.kind == "currency"):
        share_scale(w, x, y)
        if x.number.value < y.number.value or before == "between":
            x.qa -= 1
            return join_range(x, y)
    joined = bounds_join(x, y)
    if joined:
        return joined
    if continues_in_units(x, y) and y.qualifier == "":
        return join_units(x, y)
    if y.name == "" and x.name and x.kind == "currency" and 0 < y.number.value < 100:
        return join_cents(w, x, y)
    if y.name == "" and x.name == "hour":
        return join_minutes(w, x, y)
    if x.number.form == "digits" and not x.name and y.kind == "currency":
        share_scale(w, x, y)
    return ""

"""Units, scales and directions that are written once for several numbers of a list."""

from __future__ import annotations

from figures.lexicon.english import AUXILIARIES, PREPOSITIONS, VERBS
from figures.quantities.item import Item
from figures.quantities.ranges import share_scale
from figures.quantities.sums import clause_ends
from figures.quantities.tokens import Words


def share_units(w: Words, items: list[Item]) -> None:
    """A unit written once for a list: "four-, five- and six-cylinder", "4, 5 and 6 percent", "8 or $9"."""
    tokens = w.tokens
    for k in range(len(items) - 2, -1, -1):
        x, y = items[k], items[k + 1]
        if x.name or not y.name or x.points or x.number.kind in ("ordinal", "multiple") or x.number.vague:
            continue
        if not 0 < y.qa - x.b <= 4 or (x.number.kind == "fraction" and y.kind == "percentage"):
            continue
        between = tokens[x.b : y.qa]
        rest = [t for t in between if t not in (",", "-", "‑")]
        if between == [",", "or"] and not (k and tokens[items[k - 1].b : x.qa] == [","]):
            continue  # 12, or 30 percent
        if rest in (["and"], ["or"], ["to"], [], ["versus"]) and (rest or between == [","] or between == ["-", ","]):
            if not rest and between == [","] and not y.shared:
                continue
            if y.kind == "age" and rest not in (["or"], ["to"], ["and"]):
                continue
            x.name, x.kind, x.shared = y.name, y.kind, True
            if rest in (["or"], ["and"]):
                share_scale(w, x, y)
    for k in range(1, len(items)):
        x, y = items[k - 1], items[k]
        between = tokens[x.b : min(y.qa, x.b + 6)]
        paired = between in (["and"], ["or"])
        if x.direction and x.role == "by" and not y.direction and x.name == y.name and _is_second_subject(between):
            y.direction, y.role = x.direction, x.role  # Halden rose 18 sen and Nordvik 15 sen
        if paired and x.kind == "currency" and y.kind == "currency" and x.name == y.name:
            share_scale(w, x, y)
        if y.name or not x.name or y.points:
            continue
        if y.direction and x.direction and x.kind == "percentage" and clause_ends(w, y.b):
            y.name, y.kind, y.shared = x.name, x.kind, True
        elif paired and x.kind == "currency" and x.a < x.number.a and _is_second_sum(w, y):
            y.name, y.kind, y.shared = x.name, x.kind, True
            share_scale(w, x, y)


def _is_second_subject(between: list[str]) -> bool:
    """Whether the words between two changes are "and" and another name, without a verb of its own."""
    return (
        2 <= len(between) <= 5
        and "and" in between
        and not any((t in VERBS and VERBS[t][1] != "base") or t in AUXILIARIES or t in PREPOSITIONS for t in between)
    )


def _is_second_sum(w: Words, y: Item) -> bool:
    """$3 and 5 million, $3 and 5: whether the second is a sum as well."""
    return y.number.form != "words" and (w.tokens[y.b] in ("", ".", ",") or y.number.b - y.number.a > 1)

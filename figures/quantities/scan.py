"""One left-to-right pass over a sentence: numerals, units, rejections, the words around them, ranges and lists."""

from __future__ import annotations

from figures.lexicon.english import cues
from figures.quantities.affixes import SIGNS, qualify, take_below_zero, take_sign
from figures.quantities.changes import find_change
from figures.quantities.compounds import Measure, grow
from figures.quantities.continuing import continued_reason, continues_range
from figures.quantities.implicit import half_after, is_age, without_numeral
from figures.quantities.item import Item, Rejection
from figures.quantities.marks import RANGE_JOINS
from figures.quantities.measures import after_number, before_number
from figures.quantities.merge import merge
from figures.quantities.number import Number
from figures.quantities.numbers import read_number
from figures.quantities.reject import reason
from figures.quantities.tokens import Words

_ANGLE = cues("angle")
_MORE = cues("comparative")
_MULTIPLIED = {**dict.fromkeys(cues("multiplied-up"), "up"), **dict.fromkeys(cues("multiplied-down"), "down")}
_PER_OR_COUNTRY = frozenset("per / a an each every u us usd cad".split())


def scan(w: Words) -> tuple[list[Item], list[Rejection]]:
    """The quantities of a sentence, and the numerals that are none, each in order of place."""
    items: list[Item] = []
    rejected: list[Rejection] = []
    at = 0
    for i in w.numeric:
        if i < at:
            continue
        token = w.tokens[i]
        number = read_number(w, i)
        if number is None:
            counted = without_numeral(w, i)
            if counted is not None:
                half_after(w, counted)
                w.taken = counted.b
                qualify(w, counted)
                w.taken = at = counted.b
                items.append(counted)
            continue
        if isinstance(number, str):
            at = i + 1
            first = _first_of_list(w, i) if number == "list" else None
            if first is not None:
                items.append(first)
            elif number != "list":
                rejected.append((i, at, number))
            continue
        at = number.b
        if token[0] == "." and i and w.glued(i) and w.tokens[i - 1][-1].isalnum():
            rejected.append((i, at, "version or name"))
            continue
        item = _measured(w, number, items, rejected)
        if item is not None:
            w.taken = at = max(at, item.b)
            items.append(item)
    if len(items) > 1:
        items = merge(w, items, rejected)
    return items, rejected


def _measured(w: Words, n: Number, items: list[Item], rejected: list[Rejection]) -> Item | None:
    """The number with its unit and the words around it; None, and a rejection, when it is no quantity."""
    tokens = w.tokens
    if w.taken > n.a:
        n.a = w.taken
    money = before_number(w, n)
    measure = after_number(w, n) if n.kind != "ordinal" else None
    if money is not None and measure is not None and measure.kind in ("duration", "measure"):
        measure = None
    bare = money is None and measure is None
    why = reason(w, n, not bare, money is not None)
    if why == "year" and items and continues_range(w, items[-1], n):
        why = ""
    if bare and rejected and not why:
        why = continued_reason(w, rejected[-1], n)
    if why:
        rejected.append((n.a, n.b, why))
        return None
    item = Item(n)
    if money is not None:
        _take_money(w, item, money, measure)
    elif measure is not None:
        _unreject_range(w, n, items, rejected)
        item.name, item.kind, item.b = measure.name, measure.kind, measure.b
        if item.name == "degree" and not _ANGLE.isdisjoint(w.vocabulary):
            item.kind = "measure"
        if tokens[item.b] == "and":
            half_after(w, item)
        if item.name == "count" and tokens[item.b] in _MORE:
            item.qualifier = "n-times-more"
    elif n.kind == "multiple":
        item.direction = _MULTIPLIED.get(tokens[n.a], "")
        if tokens[n.a].endswith("fold") or tokens[n.a] in ("twice", "thrice"):
            find_change(w, item)
    elif n.form != "mixed" and is_age(w, n):
        item.name, item.kind = "year of age", "age"
    if tokens[item.b] in ("point", "points") or (tokens[item.b] == "-" and tokens[item.b + 1] == "point"):
        item.points = not item.name
    if n.kind != "ordinal":
        if item.qa and tokens[item.qa - 1] in SIGNS:
            take_sign(w, item)
        if tokens[item.b] == "below" and tokens[item.b + 1] in ("zero", "freezing"):
            take_below_zero(item)
        qualify(w, item)
        if n.kind != "multiple":
            find_change(w, item)
    return item


def _take_money(w: Words, item: Item, money: Measure, measure: Measure | None) -> None:
    """The currency in front, with what follows: $10 dollars, US$ 5 million USD, $52 a barrel, $10/gram, $5 U.S."""
    tokens = w.tokens
    item.a = item.qa = money.a
    item.name, item.kind = money.name, "currency"
    if measure is not None and measure.kind == "currency" and measure.b > item.number.b:
        item.b = measure.b
        if " per " in measure.name:
            item.name += measure.name[measure.name.index(" per ") :]
        return
    b = item.b
    if tokens[b] not in _PER_OR_COUNTRY:
        return
    name = item.name
    if name == "dollar" and tokens[b] in ("us", "usd") and w.capital(b):
        name, b = "united states dollar", b + 1
    elif name == "dollar" and tokens[b : b + 3] == ["u", ".", "s"]:
        name, b = "united states dollar", b + 3 + (tokens[b + 3] == ".")
    grown = grow(w, name, item.a, b, True)
    item.name, item.b = grown.name, grown.b


def _unreject_range(w: Words, n: Number, items: list[Item], rejected: list[Rejection]) -> None:
    """1900 to 2000 metres: the unit behind the second number shows that the first was no year either."""
    if not rejected or w.tokens[n.a - 1] not in RANGE_JOINS:
        return
    _, end, why = rejected[-1]
    if why == "year" and end == n.a - 1:
        rejected.pop()
        start = read_number(w, n.a - 2)
        if isinstance(start, Number):
            first = Item(start)
            qualify(w, first)
            items.append(first)


def _first_of_list(w: Words, i: int) -> Item | None:
    """5,10,15 without blanks: the first of them."""
    text = w.tokens[i]
    if len(text) > 200 or "." in text:
        return None
    return Item(Number(i, i + 1, int(text.split(",")[0]), 1, False, "number", "digits"))

"""One left-to-right pass over a sentence: numerals, units, rejections, the words around them, ranges and lists."""

from __future__ import annotations

from figures.lexicon.english import MONTHS
from figures.lexicon.numerals import NUMERALS
from figures.quantities import affixes
from figures.quantities.item import Item
from figures.quantities.measures import after_number, before_number
from figures.quantities.merge import merge
from figures.quantities.numbers import Number, read_number
from figures.quantities.reject import reason
from figures.quantities.tokens import Words

_ARTICLES = frozenset(("a", "an"))


def scan(w: Words) -> tuple[list[Item], list[tuple[int, int, str]]]:
    """The quantities of a sentence, and the numerals that are none: (first token, end, why)."""
    items: list[Item] = []
    rejected: list[tuple[int, int, str]] = []
    at = 0
    tokens = w.tokens
    for i, token in enumerate(tokens):
        if i < at or not (token in NUMERALS or token[:1].isdecimal() or token[:1] == "." and len(token) > 1):
            continue
        n = read_number(w, i)
        if n is None:
            continue
        if type(n) is str:
            at = i + 1
            if n == "list":
                items.extend(_list(w, i))
            else:
                rejected.append((i, i + 1, n))
            continue
        if token[0] == "." and i and w.glued(i) and tokens[i - 1][-1].isalnum():
            rejected.append((i, n.b, "version or name"))
            at = n.b
            continue
        at = n.b
        item = Item(n)
        money = before_number(w, n)
        measure = None
        if n.kind != "ordinal":
            measure = after_number(w, n)
        if money is not None and measure is not None and measure.kind in ("duration", "measure"):
            measure = None
        why = reason(w, n, measure is not None or money is not None, money is not None)
        if why == "year" and items and _continues_range(w, items[-1], n):
            why = ""
        if not why and measure is None and money is None and rejected and _continues_date(w, rejected[-1], n):
            why = "date"
        if why:
            rejected.append((n.a, n.b, why))
            continue
        if measure is not None and rejected and rejected[-1][2] == "year" and rejected[-1][1] == n.a - 1 and tokens[n.a - 1] in _RANGE:
            _, _, _ = rejected.pop()
            start = read_number(w, n.a - 2)
            if isinstance(start, Number):
                first = Item(start)
                affixes.qualify(w, first)
                items.append(first)
        if money is not None:
            item.a = item.qa = money.a
            item.name, item.kind = money.name, "currency"
            if measure is not None and measure.kind == "currency" and measure.b > n.b:
                item.b = measure.b  # $10 dollars, US$ 5 million USD
                if " per " in measure.name:
                    item.name += measure.name[measure.name.index(" per ") :]
            else:
                _money_per(w, item)
        elif measure is not None:
            item.name, item.kind, item.b = measure.name, measure.kind, measure.b
        item.unit_b = item.b
        at = max(at, item.b)
        if tokens[item.b] in ("point", "points") or (tokens[item.b] == "-" and tokens[item.b + 1] == "point"):
            item.points = not item.name
        if n.kind != "ordinal":
            affixes.sign(w, item)
            affixes.qualify(w, item)
            affixes.change(w, item)
        if item.b > at:
            at = item.b
        items.append(item)
    if len(items) > 1:
        items = merge(w, items, rejected)
    return items, rejected


_RANGE = frozenset(("-", "–", "—", "‑", "to"))


def _continues_range(w: Words, last: Item, n: Number) -> bool:
    """1000 to 2000: what stands behind a number that is no year is none either."""
    return last.b == n.a - 1 and w.tokens[n.a - 1] in _RANGE and not last.name and last.number.value < 1400 and last.number.form == "digits"


def _continues_date(w: Words, last: tuple[int, int, str], n: Number) -> bool:
    """October 18-22, 5 and 6 May."""
    if last[2] != "date" or last[1] != n.a - 1 or n.b - n.a != 1 or type(n.value) is not int or n.value > 31:
        return False
    mark = w.tokens[n.a - 1]
    return mark in ("-", "–") or (mark in ("and", "to", "&", ",") and (w.tokens[n.b] in MONTHS or not w.tokens[n.b].isalpha()))


def _money_per(w: Words, item: Item) -> None:
    """$52 a barrel, $62 per share, $10/gram."""
    from figures.quantities.measures import Measure, _grow

    if w.tokens[item.b] in ("per", "/", "a", "an", "each", "every") or w.tokens[item.b] in ("u", "us", "usd", "cad"):
        grown = _grow(w, item.name, item.a, item.b, True)
        if w.tokens[item.b] in ("us", "usd") and w.capital(item.b) and item.name == "dollar":
            grown = _grow(w, "united states dollar", item.a, item.b + 1, True)
        elif w.tokens[item.b] == "u" and w.tokens[item.b + 1] == "." and w.tokens[item.b + 2] == "s" and item.name == "dollar":
            end = item.b + 3 + (w.tokens[item.b + 3] == ".")
            grown = _grow(w, "united states dollar", item.a, end, True)
        assert isinstance(grown, Measure)
        item.name, item.b = grown.name, grown.b


def _list(w: Words, i: int) -> list[Item]:
    """5,10,15 without blanks: each of them."""
    text = w.tokens[i]
    found: list[Item] = []
    if len(text) > 200 or "." in text:
        return found
    for part in text.split(","):
        if part.isdigit():
            found.append(Item(Number(i, i + 1, int(part), 1, False, "number", "digits")))
    return found[:1] if len(found) > 1 else found


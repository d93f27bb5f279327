"""One left-to-right pass over a sentence: numerals, units, rejections, the words around them, ranges and lists."""

from __future__ import annotations

from figures.lexicon.numerals import NUMERALS
from figures.quantities import affixes
from figures.quantities.item import Item
from figures.quantities.measures import after_number, before_number, kind_of
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
        if money is not None and measure is not None and measure.kind in ("duration", "measure") and not _of_money(w, measure.name):
            measure = None
        why = reason(w, n, measure is not None or money is not None, money is not None)
        if why:
            rejected.append((n.a, n.b, why))
            continue
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


def _of_money(w: Words, name: str) -> bool:
    return False


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


__all__ = ["scan"]
_ = kind_of

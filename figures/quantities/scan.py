"""One left-to-right pass over a sentence: numerals, units, rejections, the words around them, ranges and lists."""

from __future__ import annotations

from fractions import Fraction

from figures.lexicon.english import MONTHS
from figures.lexicon.numerals import NUMERALS
from figures.quantities import affixes
from figures.quantities.item import Item
from figures.quantities.measures import after_number, before_number
from figures.quantities.merge import merge
from figures.quantities.numbers import Number, read_number
from figures.quantities.reject import reason
from figures.quantities.tokens import Words



def scan(w: Words) -> tuple[list[Item], list[tuple[int, int, str]]]:
    """The quantities of a sentence, and the numerals that are none: (first token, end, why)."""
    items: list[Item] = []
    rejected: list[tuple[int, int, str]] = []
    at = 0
    tokens = w.tokens
    for i, token in enumerate(tokens):
        if i < at:
            continue
        if token not in NUMERALS and not token[:1].isdecimal() and (token[:1] != "." or len(token) == 1):
            if token in _ARTICLES:
                counted = _without_numeral(w, i)
                if counted is not None:
                    _half_after(w, counted)
                    counted.unit_b = w.taken = at = counted.b
                    affixes.qualify(w, counted)
                    w.taken = at = counted.b
                    items.append(counted)
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
        if w.taken > n.a:
            n.a = max(n.a, w.taken)
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
        if measure is None and money is None and rejected:
            if not why and _continues_date(w, rejected[-1], n):
                why = "date"
            elif not why and _continues_label(w, rejected[-1], n):
                why = rejected[-1][2]
        if why:
            rejected.append((n.a, n.b, why))
            continue
        if measure is None and money is None and n.form != "mixed" and _is_age(w, n):
            item.name, item.kind = "year of age", "age"
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
            if tokens[item.b] == "and":
                _half_after(w, item)
            if item.name == "count" and tokens[item.b] in _MORE:
                item.qualifier = "n-times-more"
        elif n.kind == "multiple":
            item.direction = _MULTIPLIED.get(tokens[n.a], "")
            if tokens[n.a][-4:] == "fold" or tokens[n.a] in ("twice", "thrice"):
                affixes.change(w, item)
        item.unit_b = item.b
        at = max(at, item.b)
        if tokens[item.b] in ("point", "points") or (tokens[item.b] == "-" and tokens[item.b + 1] == "point"):
            item.points = not item.name
        if n.kind != "ordinal":
            affixes.sign(w, item)
            affixes.qualify(w, item)
            if n.kind != "multiple":
                affixes.change(w, item)
        if item.b > at:
            at = item.b
        w.taken = at
        items.append(item)
    if len(items) > 1:
        items = merge(w, items, rejected)
    return items, rejected


_RANGE = frozenset(("-", "–", "—", "‑", "to"))


_TURNING = frozenset("is was turned turns turning be aged".split())


def _is_age(w: Words, n: Number) -> bool:
    """aged 34, a man of age 87, "Maria Lund, 65, said", "he was 10"."""
    tokens = w.tokens
    a, b = n.a, n.b
    if type(n.value) is not int or not 0 < n.value < 120 or n.kind != "number" or not a:
        return False
    before, after = tokens[a - 1], tokens[b]
    if before == "aged" or (before in ("age", "ages") and after not in ("groups", "group") and not after.isalpha() or before == "age" and after in ("with", "and", "or", "when", "who", "to", "in")):
        return True
    if before == "," and after == "," and a > 1 and w.capital(a - 2) and tokens[a - 2].isalpha() and a > 2 and n.form == "digits" and n.value > 4:
        return w.capital(a - 3) or a == 2
    if before in _TURNING and after in ("", ".", ",", "when", "by", "and", "at", "years", ";") and a > 1:
        return tokens[a - 2] in ("who", "he", "she", "will") and (n.form == "digits" or before in ("turned", "turns", "turning"))
    return False


def _continues_range(w: Words, last: Item, n: Number) -> bool:
    """1000 to 2000: what stands behind a number that is no year is none either."""
    return last.b == n.a - 1 and w.tokens[n.a - 1] in _RANGE and not last.name and last.number.value < 1400 and last.number.form == "digits"


def _continues_date(w: Words, last: tuple[int, int, str], n: Number) -> bool:
    """October 18-22, 5 and 6 May."""
    if last[2] != "date" or last[1] != n.a - 1 or n.b - n.a != 1 or type(n.value) is not int or n.value > 31:
        return False
    mark = w.tokens[n.a - 1]
    return mark in ("-", "–") or (mark in ("and", "to", "&", ",") and (w.tokens[n.b] in MONTHS or not w.tokens[n.b].isalpha()))


_MORE = frozenset("more greater higher larger bigger faster longer heavier stronger costlier likelier worse better".split())
_MULTIPLIED = {
    **dict.fromkeys("doubled doubling doubles tripled tripling triples trebled quadrupled quadrupling quintupled".split(), "up"),
    **dict.fromkeys(("halved", "halving"), "down"),
}


def _continues_label(w: Words, last: tuple[int, int, str], n: Number) -> bool:
    """phases 3, 5 and 7; rooms 12 to 14; (4,35-38)."""
    if last[2] not in ("label", "citation", "phone number", "identifier") or n.form != "digits" or n.b - n.a != 1:
        return False
    between = w.tokens[last[1] : n.a]
    if last[2] in ("phone number", "identifier"):
        return len(between) <= 1 and all(t in (")", "-", "–", ":") for t in between) and w.starts[n.a] - w.ends[last[1] - 1] <= 3
    return len(between) <= 2 and all(t in (",", "and", "or", "to", "-", "–", "&") for t in between) and bool(between)


def _half_after(w: Words, item: Item) -> None:
    """an hour and a half, two years and a half."""
    tokens = w.tokens
    b = item.b
    if tokens[b] != "and" or item.kind not in ("duration", "measure") or type(item.number.value) is not int:
        return
    k = b + 1 + (tokens[b + 1] in ("a", "one"))
    if tokens[k] == "half" and tokens[k + 1] != "of" and tokens[k + 1] not in NUMERALS:
        item.number.value += Fraction(1, 2)
        item.number.resolution = Fraction(1, 2)
        item.b = k + 1


def _without_numeral(w: Words, i: int) -> Item | None:
    """an hour, another week, all day: a unit that an article counts. ``i``: the token before the unit."""
    tokens = w.tokens
    word = tokens[i]
    j = i + 1
    if tokens[j] == "-" and word in ("all", "full", "whole"):
        j += 1
    if tokens[j] == "business" and tokens[j + 1] == "day":
        j += 1
    unit = tokens[j]
    if unit not in ARTICLE_UNITS:
        return None
    before = tokens[i - 1] if i else ""
    after = tokens[j + 1]
    duration = unit in _SPANS
    if word == "another":
        sure = duration
    elif word == "past":
        sure = duration and before in ("the", "this")
    elif word in ("a", "an"):
        sure = (after == "and" and (tokens[j + 2] in ("a", "half") or tokens[j + 2][:1].isdigit() or tokens[j + 2] in NUMERALS)) or (
            w.size <= 3 and i == 0) or (before == "for" and duration and after in ("", ".", ",", "before", "after", "and", "or") and unit in ("hour", "minute", "decade", "century", "fortnight")
        )
    else:
        sure = duration and before == "for"
    if not sure:
        return None
    n = Number(i, i + 1, 1, 1, False, "number", "words")
    if j > i + 1:
        n.b = j
    measure = after_number(w, n)
    if measure is None:
        return None
    item = Item(n)
    item.name, item.kind, item.b = measure.name, measure.kind, measure.b
    return item


ARTICLE_UNITS = frozenset(
    "hour minute day week month year decade century fortnight dollar euro kilogram kilo kg lb gram litre liter ml millilitre milliliter "
    "mile kilometre kilometer metre meter inch ton tonne gallon pint acre hectare".split()
)
_SPANS = frozenset("hour minute day week month year decade century fortnight".split())
_ARTICLES = frozenset(("a", "an", "another", "all", "full", "whole", "past"))


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


"""Numbers without a numeral or a unit of their own: an hour, another week, two years and a half, "Maria Lund, 65"."""

from __future__ import annotations

from fractions import Fraction

from figures.lexicon.english import cues
from figures.lexicon.numerals import NUMERALS
from figures.quantities.item import Item
from figures.quantities.measures import after_number
from figures.quantities.number import Number
from figures.quantities.tokens import ARTICLE_UNITS, Words

_SPANS = cues("span")
_TURNING = cues("turning")


def without_numeral(w: Words, i: int) -> Item | None:
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
        sure = (
            (
                after == "and"
                and (tokens[j + 2] in ("a", "half") or tokens[j + 2][:1].isdecimal() or tokens[j + 2] in NUMERALS)
            )
            or (w.size <= 3 and i == 0)
            or (
                before == "for"
                and duration
                and after in ("", ".", ",", "before", "after", "and", "or")
                and unit in ("hour", "minute", "decade", "century", "fortnight")
            )
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


def half_after(w: Words, item: Item) -> None:
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


_AGED = frozenset(("between", "from", "under", "over", "about", "around"))


def is_age(w: Words, n: Number) -> bool:
    """aged 34, a man of age 87, "Maria Lund, 65, said", "he was 10"."""
    tokens = w.tokens
    a, b = n.a, n.b
    if type(n.value) is not int or not 0 < n.value < 120 or n.kind != "number" or not a:
        return False
    before, after = tokens[a - 1], tokens[b]
    if a > 1 and tokens[a - 2] == "aged" and before in _AGED:
        return True
    if before in ("and", "to", "or") and a > 3 and tokens[a - 4] == "aged" and tokens[a - 2].isdecimal():
        return True
    if before == "aged" or (
        (before in ("age", "ages") and after not in ("groups", "group") and not after.isalpha())
        or (before == "age" and after in ("with", "and", "or", "when", "who", "to", "in"))
    ):
        return True
    if (
        before == ","
        and after == ","
        and a > 2
        and w.capital(a - 2)
        and tokens[a - 2].isalpha()
        and n.form == "digits"
        and n.value > 4
    ):
        return w.capital(a - 3)
    if before in _TURNING and after in ("", ".", ",", "when", "by", "and", "at", "years", ";") and a > 1:
        return tokens[a - 2] in ("who", "he", "she", "will") and (
            n.form == "digits" or before in ("turned", "turns", "turning")
        )
    return False

"""Numerals that are what the numeral before them is: the second of two dates, labels or years."""

from __future__ import annotations

from figures.lexicon.english import MONTHS
from figures.quantities.item import Item, Rejection
from figures.quantities.marks import RANGE_JOINS
from figures.quantities.number import Number
from figures.quantities.tokens import Words

_LISTING = frozenset(", and or to - – &".split())
_GROUPING = frozenset(") - – :".split())


def continues_range(w: Words, last: Item, n: Number) -> bool:
    """1000 to 2000: what stands behind a number that is no year is none either."""
    return (
        last.b == n.a - 1
        and w.tokens[n.a - 1] in RANGE_JOINS
        and not last.name
        and last.number.value < 1400
        and last.number.form == "digits"
    )


def continued_reason(w: Words, last: Rejection, n: Number) -> str:
    """Why a number without a unit is no quantity, when it goes on with the numeral rejected before it; else ""."""
    if _continues_date(w, last, n):
        return "date"
    return last[2] if _continues_label(w, last, n) else ""


def _continues_date(w: Words, last: Rejection, n: Number) -> bool:
    """October 18-22, 5 and 6 May."""
    if last[2] != "date" or last[1] != n.a - 1 or n.b - n.a != 1 or type(n.value) is not int or n.value > 31:
        return False
    mark = w.tokens[n.a - 1]
    return mark in ("-", "–") or (
        mark in ("and", "to", "&", ",") and (w.tokens[n.b] in MONTHS or not w.tokens[n.b].isalpha())
    )


def _continues_label(w: Words, last: Rejection, n: Number) -> bool:
    """phases 3, 5 and 7; rooms 12 to 14; (4,35-38)."""
    if last[2] not in ("label", "citation", "phone number", "identifier") or n.form != "digits" or n.b - n.a != 1:
        return False
    if n.a - last[1] > 2:
        return False
    between = w.tokens[last[1] : n.a]
    if last[2] in ("phone number", "identifier"):
        return len(between) <= 1 and _GROUPING.issuperset(between) and w.starts[n.a] - w.end(last[1] - 1) <= 3
    return bool(between) and _LISTING.issuperset(between)

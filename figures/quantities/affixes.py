"""The words that bound a number: its sign, "more than" before it, "or so" behind it."""

from __future__ import annotations

from typing import NamedTuple

from figures.lexicon import compose, negate, qualifiers
from figures.lexicon.english import cues
from figures.quantities.item import Item
from figures.quantities.marks import MINUS_SIGNS, SHORT_DASHES
from figures.quantities.tokens import TOKEN, Words

SIGNS = MINUS_SIGNS | {"minus", "negative", "+"}
_UNITLESS_ENDS = frozenset("∼ ∿ ± ( [ { , ; : “ ‘ \" ' = < > ≤ ≥ ~ ≈ $ € £ / × x * to and or".split())


class _Phrases(NamedTuple):
    """The phrases that begin or end with one word: those of that word alone, and the longer ones by the next word."""

    alone: list[tuple[tuple[str, ...], str]]  # (words, id of the row in qualifiers.yaml)
    longer: dict[str, list[tuple[tuple[str, ...], str]]]  # longest first


def _phrases(which: str) -> dict[str, _Phrases]:
    """The word nearest the number -> its phrases, of those that stand ``which`` side of a number: before or after."""
    found: list[tuple[tuple[str, ...], str]] = []
    for row in qualifiers():
        if row.id in ("between", "fraction", "ratio", "majority", "n-times", "doubled", "vague", "range"):
            continue
        for phrase in getattr(row, which):
            words = tuple(TOKEN.findall(phrase.lower()))
            if words and not (which == "before" and words[0] == "or"):
                found.append((words, row.id))
    index: dict[str, _Phrases] = {}
    for words, id in sorted(found, key=lambda entry: -len(entry[0])):
        near, *far = reversed(words) if which == "before" else words
        phrases = index.setdefault(near, _Phrases([], {}))
        (phrases.longer.setdefault(far[0], []) if far else phrases.alone).append((words, id))
    return index


_BEFORE = _phrases("before")
_AFTER = _phrases("after")
_BOUND = {row.id: row.bound for row in qualifiers()}
# joined to the number by a hyphen: "sub-5%"
_GLUED = {"sub": "less-than", "under": "less-than", "over": "more-than", "plus": "more-than", "about": "about"}
_NOT = frozenset(("not", "no", "n't"))
_LEADING = frozenset("lead leads leading run build".split())
_COMPARING = frozenset("than over above under below".split())
_LASTING = cues("lasting")
_TRAILING = cues("trailing")


def take_below_zero(item: Item) -> None:
    """2 degrees below zero."""
    if item.kind in ("number", "temperature"):
        if item.number.value > 0:
            item.number.value = -item.number.value
        item.b += 2
        if not item.name:
            item.name, item.kind = "degree", "temperature"


def take_sign(w: Words, item: Item) -> None:
    """Takes the sign before the number, one of ``SIGNS``, into it."""
    k = item.qa
    tokens = w.tokens
    mark = tokens[k - 1]
    n = item.number
    if mark in MINUS_SIGNS:
        before = tokens[k - 2] if k > 1 else ""
        glued = w.glued(k)
        if glued and mark == "-" and w.taken == k - 1 and before[-1].isdecimal() and w.gap(k - 1) <= 1 and n.value > 0:
            return  # 2 -7 g: a range
        if before in ("minus", "negative") and k > 1:
            item.qa = k - 2
            n.value = -n.value
        elif (
            glued
            and (k == 1 or not w.glued(k - 1) or (before in _UNITLESS_ENDS and not before.isalpha()))
            and not (
                before.isalpha()
                and w.capital(k - 2)
                and item.name == ""
                and len(before) > 2
                and mark == "-"
                and w.written(k - 2).isupper()
            )
            and not (
                before and before[-1].isdecimal() and mark != "−" and (k < 2 or w.gap(k - 1) <= 1) and item.name == ""
            )
        ):
            if mark == "–" and before and before[-1].isalnum():
                return
            item.qa = k - 1
            n.value = -n.value
        elif not glued and (k == 1 or (item.kind == "temperature" and (not before or before.isalpha()))):
            item.qa = k - 1
            n.value = -n.value
        elif glued and before in SHORT_DASHES and (k == 2 or not w.glued(k - 2)):
            item.qa = k - 2
    elif mark in ("minus", "negative"):
        if k > 1 and tokens[k - 2][-1:].isdecimal():
            return
        item.qa = k - 1
        n.value = -n.value
    elif mark == "+" and w.glued(k) and (k == 1 or not w.glued(k - 1) or tokens[k - 2] in _UNITLESS_ENDS):
        item.qa = k - 1
        item.direction = "up"
        item.role = "by"


def qualify(w: Words, item: Item) -> None:
    """Finds the words that bound the number, before it and after it, nearest first."""
    tokens = w.tokens
    k = item.qa
    while k:
        near = tokens[k - 1]
        phrases = _BEFORE.get(near)
        if phrases is None:
            if near in SHORT_DASHES and k > 1 and w.glued(k) and tokens[k - 2] in _GLUED:
                _take(item, _GLUED[tokens[k - 2]])
                k -= 2
                continue
            break
        found = _phrase_before(w, item, k, phrases)
        if found is None:
            break
        words, row = found
        k -= len(words)
        if k and tokens[k - 1] in _NOT and words[0] not in _NOT:
            row = negate(row) or row
            k -= 1
        _take(item, row)
    if k < item.qa:
        item.qa = k
        if k and tokens[k - 1] in ("well", "far", "significantly", "slightly") and item.bound in ("<", ">"):
            item.qa = k - 1
    phrases = _AFTER.get(tokens[item.b])
    if phrases is not None:
        for entries in (phrases.longer.get(tokens[item.b + 1], ()), phrases.alone):
            if entries and _qualify_after(w, item, item.b, entries):
                break


def _phrase_before(w: Words, item: Item, k: int, phrases: _Phrases) -> tuple[tuple[str, ...], str] | None:
    """The longest of the phrases that ends before token ``k`` and is a qualifier there, with its row."""
    tokens = w.tokens
    for entry in phrases.longer.get(tokens[k - 2], ()) if k > 1 else ():
        words = entry[0]
        size = len(words)
        stands = size == 2 or (size <= k and tuple(tokens[k - size : k]) == words)
        if stands and not (words == ("up", "to") and k > 2 and tokens[k - 3] in _LEADING):
            return entry
    for entry in phrases.alone:
        if _fits(w, item, entry[0][0], k - 1):
            return entry
    return None


def _fits(w: Words, item: Item, word: str, at: int) -> bool:
    """Whether a single word in front is a qualifier here and not a preposition or a verb of its own."""
    if word == "over" and at:
        return w.tokens[at - 1] != "all" and (item.kind != "duration" or w.tokens[at - 1] in _LASTING)
    if word == "to" or (word == "up" and at and w.tokens[at - 1] in ("lead", "run", "build")):
        return False
    if word in ("c", "ca"):
        return at == 0 or w.tokens[at - 1] != "."
    # 20~100
    return not (word in ("~", "∼") and at and w.glued(at) and w.tokens[at - 1][-1].isdecimal())


def _qualify_after(w: Words, item: Item, j: int, entries: list[tuple[tuple[str, ...], str]]) -> bool:
    """Whether one of the phrases stands at token ``j`` ("50 or more", "20 at most"); it is taken where it qualifies."""
    tokens = w.tokens
    for words, row in entries:
        size = len(words)
        if size > 2 and tuple(tokens[j : j + size]) != words:
            continue
        first = words[0]
        if first in ("+", "-") and not (w.glued(j) or (first == "+" and item.b > item.number.b)):
            continue
        if size == 1 and first.isalpha() and (first not in _TRAILING or (w.capital(j) and w.starts[j])):
            continue
        after = tokens[j + size]
        if after == "than" and tokens[j + size + 1][:1].isalnum():
            continue
        if item.kind == "fraction" and first in ("max", "maximum", "min", "minimum"):
            continue
        more = row in ("at-least", "more-than") or (first in ("or", "and") and words[-1] in _COMPARING)
        if more and size > 1 and after[:1].isdecimal():
            continue  # "50, or more than 60": of the next number
        if first != "alone":
            _take(item, row)
            item.b = j + size
        return True
    return False


def _take(item: Item, row: str) -> None:
    """An inequality wins over an approximation, and that over a bare number; the nearest wins among equals."""
    bound = _BOUND.get(row, "=")
    if item.qualifier and item.bound == "~" and bound not in ("=", "~"):
        item.qualifier, item.bound = compose(row, item.qualifier), bound
        return
    if (
        not item.qualifier
        or (item.bound in ("=", "~") and bound not in ("=", "~"))
        or (item.bound == "=" and bound == "~")
    ):
        item.qualifier = row
        item.bound = bound

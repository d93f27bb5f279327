"""The words that bound a number: its sign, "more than" before it, "or so" behind it."""

from __future__ import annotations

from figures.lexicon import compose, qualifiers
from figures.lexicon.english import cues
from figures.quantities.item import Item
from figures.quantities.marks import MINUS_SIGNS, SHORT_DASHES
from figures.quantities.tokens import TOKEN, Words

_UNITLESS_ENDS = frozenset("∼ ∿ ± ( [ { , ; : “ ‘ \" ' = < > ≤ ≥ ~ ≈ $ € £ / × x * to and or".split())


def _phrases(which: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The token nearest the number -> the phrases that it ends or begins, longest first, each with its row's id."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in qualifiers():
        if row.id in ("between", "fraction", "ratio", "majority", "n-times", "doubled", "vague", "range"):
            continue
        for phrase in getattr(row, which):
            words = tuple(TOKEN.findall(phrase.lower()))
            if words and not (which == "before" and words[0] == "or"):
                index.setdefault(words[-1] if which == "before" else words[0], []).append((words, row.id))
    for rows in index.values():
        rows.sort(key=lambda entry: -len(entry[0]))
    return index


_BEFORE = _phrases("before")
_AFTER = _phrases("after")
_BOUND = {row.id: row.bound for row in qualifiers()}
_NEGATED = {row.id: row.negated for row in qualifiers()}
# joined to the number by a hyphen: "sub-5%"
_GLUED = {"sub": "less-than", "under": "less-than", "over": "more-than", "plus": "more-than", "about": "about"}
_LASTING = cues("lasting")
_TRAILING = cues("trailing")


def take_sign(w: Words, item: Item) -> None:
    """Takes a minus (or plus) into the number."""
    k = item.qa
    if not k:
        return
    tokens = w.tokens
    mark = tokens[k - 1]
    n = item.number
    if mark in MINUS_SIGNS:
        before = tokens[k - 2] if k > 1 else ""
        glued = w.glued(k)
        if (
            glued
            and mark == "-"
            and w.taken == k - 1
            and before[-1].isdecimal()
            and w.starts[k - 1] - w.ends[k - 2] <= 1
            and n.value > 0
        ):
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
                and w.text[w.starts[k - 2] : w.ends[k - 2]].isupper()
            )
            and not (
                before
                and before[-1].isdecimal()
                and mark != "−"
                and (k < 2 or w.starts[k - 1] - w.ends[k - 2] <= 1)
                and item.name == ""
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
        entries = _BEFORE.get(tokens[k - 1])
        if entries is None:
            if tokens[k - 1] in SHORT_DASHES and k > 1 and w.glued(k) and tokens[k - 2] in _GLUED:
                _take(item, _GLUED[tokens[k - 2]])
                k -= 2
                continue
            break
        for words, row in entries:
            size = len(words)
            if size == 1 or (size <= k and tokens[k - size : k - 1] == list(words[:-1])):
                if size == 1 and not _fits(w, item, words[0], k - 1):
                    continue
                start = k - size
                if (
                    words == ("up", "to")
                    and start
                    and tokens[start - 1] in ("lead", "run", "build", "leading", "leads")
                ):
                    continue
                if start and tokens[start - 1] in ("not", "no", "n't") and words[0] not in ("not", "no"):
                    row = _NEGATED.get(row) or row
                    start -= 1
                _take(item, row)
                k = start
                break
        else:
            break
    if k < item.qa:
        item.qa = k
        if k and tokens[k - 1] in ("well", "far", "significantly", "slightly") and item.bound in ("<", ">"):
            item.qa = k - 1
    after = tokens[item.b]
    entries = _AFTER.get(after)
    if entries is not None:
        _qualify_after(w, item, item.b, entries)
    elif after == "-" and item.b + 1 < w.size and tokens[item.b + 1] in _AFTER:
        _qualify_after(w, item, item.b, _AFTER.get("-", []))


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


def _qualify_after(w: Words, item: Item, j: int, entries: list[tuple[tuple[str, ...], str]]) -> None:
    """Takes the first of the phrases that stands at token ``j``: "50 or more", "20 at most"."""
    tokens = w.tokens
    for words, row in entries:
        size = len(words)
        if tokens[j : j + size] == list(words):
            if words == ("+",) and not (w.glued(j) or item.b > item.number.b):
                continue
            if words[0] == "-" and not w.glued(j):
                continue
            if size == 1 and words[0].isalpha() and w.capital(j) and w.starts[j]:
                continue
            if size == 1 and words[0].isalpha() and words[0] not in _TRAILING:
                continue
            nxt = tokens[j + size]
            if row in ("at-least", "more-than") and size > 1 and nxt and nxt[:1].isdecimal():
                continue
            if (nxt == "than" and tokens[j + size + 1][:1].isalnum()) or (
                item.kind == "fraction" and words[0] in ("max", "maximum", "min", "minimum")
            ):
                continue
            if (
                words[0] in ("or", "and")
                and words[-1] in ("than", "over", "above", "under", "below")
                and nxt[:1].isdecimal()
            ):
                continue
            if words == ("alone",):
                return
            _take(item, row)
            item.b = j + size
            return


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

"""The words around a number: its sign, what bounds it ("more than", "or so"), and which way it changes ("up", "fell by")."""

from __future__ import annotations

from pathlib import Path

from figures.lexicon import compose, qualifiers
from figures.lexicon.english import VERBS
from figures.quantities.item import Item
from figures.quantities.tokens import _TOKEN, Words

_MINUS = frozenset("-−–‒")
_DASHES = frozenset("-‐‑–")
_UNITLESS_ENDS = frozenset("∼ ∿ ± ( [ { , ; : “ ‘ \" ' = < > ≤ ≥ ~ ≈ $ € £ / × x * to and or".split())


def _phrases(which: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in qualifiers():
        if row.id in ("between", "fraction", "ratio", "majority", "n-times", "doubled", "vague", "range"):
            continue
        for phrase in getattr(row, which):
            words = tuple(_TOKEN.findall(phrase.lower()))
            if words and not (which == "before" and words[0] == "or"):
                index.setdefault(words[-1] if which == "before" else words[0], []).append((words, row.id))
    for rows in index.values():
        rows.sort(key=lambda entry: -len(entry[0]))
    return index


def _changes() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    lines = (Path(__file__).parent.parent / "lexicon" / "changes.csv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and line[0] != "#":
            verb, direction, kind = line.split(",")
            table[verb] = (direction, kind)
    return table


_BEFORE = _phrases("before")
_AFTER = _phrases("after")
_BOUND = {row.id: row.bound for row in qualifiers()}
_NEGATED = {row.id: row.negated for row in qualifiers()}
CHANGES = _changes()
_CHANGE_FORMS = {form: CHANGES[base] for form, (base, _) in VERBS.items() if base in CHANGES}
for _verb, _entry in CHANGES.items():
    _CHANGE_FORMS.setdefault(_verb, _entry)
_ADVERBS = {"up": "up", "higher": "up", "down": "down", "lower": "down", "off": "down", "upward": "up", "downward": "down", "upwards": "up", "downwards": "down"}
_BETWEEN_VERB_AND_NUMBER = frozenset("by another further a an back only just nearly almost about around some sharply slightly steadily modestly edged up down "
                                     "roughly approximately over more than to".split())


def sign(w: Words, item: Item) -> None:
    """Takes a minus (or plus) into the number."""
    k = item.qa
    if not k:
        return
    tokens = w.tokens
    mark = tokens[k - 1]
    n = item.number
    if mark in _MINUS:
        before = tokens[k - 2] if k > 1 else ""
        glued = w.glued(k)
        if glued and mark == "-" and w.taken == k - 1 and before[-1].isdecimal() and w.starts[k - 1] - w.ends[k - 2] <= 1 and n.value > 0:
            return  # 2 -7 g: a range
        if before in ("minus", "negative") and k > 1:
            item.qa = k - 2
            n.value = -n.value
        elif (
            glued and (k == 1 or not w.glued(k - 1) or before in _UNITLESS_ENDS and not before.isalpha())
            and not (before.isalpha() and w.capital(k - 2) and item.name == "" and len(before) > 2 and mark == "-" and before.isalpha() and w.text[w.starts[k - 2] : w.ends[k - 2]].isupper())
            and not (before and before[-1].isdecimal() and mark != "−" and (k < 2 or w.starts[k - 1] - w.ends[k - 2] <= 1) and item.name == "")
        ):
            if mark in ("–",) and before and before[-1].isalnum():
                return
            item.qa = k - 1
            n.value = -n.value
        elif not glued and (k == 1 or item.kind == "temperature" and (not before or before.isalpha())):
            item.qa = k - 1
            n.value = -n.value
        elif glued and before in _DASHES and (k == 2 or not w.glued(k - 2)) :
            item.qa = k - 2
    elif mark in ("minus", "negative"):
        if k > 1 and tokens[k - 2][-1:].isdigit():
            return
        item.qa = k - 1
        n.value = -n.value
    elif mark == "+":
        if w.glued(k) and (k == 1 or not w.glued(k - 1) or tokens[k - 2] in _UNITLESS_ENDS):
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
            if tokens[k - 1] in _DASHES and k > 1 and w.glued(k) and tokens[k - 2] in ("sub", "over", "under", "about", "plus"):
                word = tokens[k - 2]
                _take(item, {"sub": "less-than", "under": "less-than", "over": "more-than", "plus": "more-than"}.get(word, "about"))
                k -= 2
                continue
            break
        for words, row in entries:
            size = len(words)
            if size == 1 or (size <= k and tokens[k - size : k - 1] == list(words[:-1])):
                if size == 1 and not _fits(w, item, words[0], k - 1):
                    continue
                start = k - size
                if words == ("up", "to") and start and tokens[start - 1] in ("lead", "run", "build", "leading", "leads"):
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
        if k and tokens[k - 1] in ("well", "far", "significantly", "slightly", "a") and item.bound in ("<", ">") and tokens[k - 1] != "a":
            item.qa = k - 1
    after = tokens[item.b]
    entries = _AFTER.get(after)
    if entries is not None:
        _qualify_after(w, item, item.b, entries)
    elif after in (")", "-") and item.b + 1 < w.size and tokens[item.b + 1] in _AFTER and after == "-":
        _qualify_after(w, item, item.b, _AFTER.get("-", []))


# before "over three weeks" these make it a bound; behind others it says when: "spread over three weeks"
_LASTING = frozenset(
    "for is was were are be been lasted last lasts lasting took take takes taken taking spent after of with by and or ( just well wait waited "
    "waits old aged than".split()
)
_PHRASAL = frozenset("gave give gives giving given set sets setting made make makes making took take takes pick picked picks picking put puts "
                     "came come comes showed show line lined lead run build built".split())


def _fits(w: Words, item: Item, word: str, at: int) -> bool:
    """Whether a single word in front is a qualifier here and not a preposition or a verb of its own."""
    if word == "over" and at:
        return w.tokens[at - 1] != "all" and (item.kind != "duration" or w.tokens[at - 1] in _LASTING)
    if word == "to" or (word == "up" and at and w.tokens[at - 1] in ("lead", "run", "build")):
        return False
    if word in ("c", "ca"):
        return at == 0 or w.tokens[at - 1] != "."
    if word in ("~", "∼") and at and w.glued(at) and w.tokens[at - 1][-1].isdigit():
        return False  # 20~100
    return not (word in ("top", "topped") and False)


def _qualify_after(w: Words, item: Item, j: int, entries: list[tuple[tuple[str, ...], str]]) -> None:
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
            if size == 1 and words[0].isalpha() and words[0] not in ("plus", "odd", "max", "maximum", "min", "minimum", "exactly", "approximately", "roughly", "alone", "ish", "altogether"):
                continue
            nxt = tokens[j + size]
            if row in ("at-least", "more-than") and size > 1 and nxt and nxt[:1].isdigit():
                continue
            if nxt == "than" and tokens[j + size + 1][:1].isalnum() or (item.kind == "fraction" and words[0] in ("max", "maximum", "min", "minimum")):
                continue
            if words[0] in ("or", "and") and words[-1] in ("than", "over", "above", "under", "below") and nxt[:1].isdigit():
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
    if not item.qualifier or (item.bound in ("=", "~") and bound not in ("=", "~")) or (item.bound == "=" and bound == "~"):
        item.qualifier = row
        item.bound = bound


def change(w: Words, item: Item) -> None:
    """Which way it changes, and whether the number is the difference (by), the start (from) or the end (to)."""
    tokens = w.tokens
    k = item.qa
    if not k:
        return
    word = tokens[k - 1]
    if word in ("to", "from", "by") and k > 1:
        item.role = word
        verb = _CHANGE_FORMS.get(tokens[k - 2])
        if word == "by" and verb is not None:
            item.direction = verb[0]
        elif word == "by" and k > 2 and tokens[k - 2] in _ADVERBS:
            item.direction = _ADVERBS[tokens[k - 2]]
        elif word == "by" and item.kind == "percentage":
            item.direction = _clause_change(w, k - 2)
        elif word != "by" and not _clause_change(w, k - 2) and not (word == "from" and tokens[k - 2] in _MOVES):
            item.role = ""
        if word == "by" and not item.direction:
            item.role = ""
        return
    found = ""
    j = k - 1
    if word in ("a", "an", "another", "further", "additional") and j:
        j -= 1
        word = tokens[j]
    if word in _ADVERBS:
        if word in ("up", "down") and j and tokens[j - 1] in _PHRASAL:
            found = ""
        elif word != "off" or item.kind in ("percentage", "currency"):
            found = _ADVERBS[word]
    else:
        entry = _CHANGE_FORMS.get(word)
        if entry is not None and (entry[1] == "any" or item.kind in ("percentage", "currency", "measure", "temperature") or item.points):
            found = entry[0]
            if VERBS.get(word, ("", ""))[1] == "base" and j and tokens[j - 1] in ("a", "an", "the") and word != "fell":
                found = ""
    if found:
        item.direction = found
        item.role = "by"
    elif not item.direction and (item.kind in ("percentage", "currency", "measure", "multiple") or item.points):
        item.direction = _change_noun(w, item)


def _change_noun(w: Words, item: Item) -> str:
    """an 8% fall, a drop of 8 percent, a 60 basis point improvement."""
    tokens = w.tokens
    k = item.qa - 1
    if tokens[k] == "of" and k > 0 and tokens[k - 1] in _NOUNS and (k < 2 or tokens[k - 2] != "level"):
        return _NOUNS[tokens[k - 1]]
    b = item.b
    if tokens[b] in _NOUNS and item.kind != "multiple":
        return _NOUNS[tokens[b]]
    if tokens[b + 1] in _NOUNS and tokens[b] in _OF_CHANGE:
        return _NOUNS[tokens[b + 1]]
    return ""


_NOUNS = {
    **dict.fromkeys("rise increase gain jump surge growth climb hike uptick improvement rises increases gains upturn advance uplift".split(), "up"),
    **dict.fromkeys("fall drop decline decrease slump dip plunge reduction falls drops declines decreases slide downturn cuts".split(), "down"),
}
_OF_CHANGE = frozenset("annual yearly monthly quarterly overall price pay sharp steep slight sudden further net real average year-on-year".split())
_MOVES = frozenset("went go goes going gone moved moves moving shifted swung changed changes passed".split())


def _clause_change(w: Words, at: int) -> str:
    """The direction of the nearest verb of change before token ``at``, within the clause; "" without one."""
    tokens = w.tokens
    for j in range(at, max(-1, at - 9), -1):
        token = tokens[j]
        entry = _CHANGE_FORMS.get(token)
        if entry is not None:
            return entry[0]
        if token in ("up", "down"):
            return token
        if token in (";", ":", "while", "whereas"):
            return ""
    return ""

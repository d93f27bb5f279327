"""Which way a number changes: up, fell by, a drop of, and whether it is the difference, the start or the end."""

from __future__ import annotations

from pathlib import Path

from figures.lexicon.english import VERBS, cues
from figures.quantities.item import Item
from figures.quantities.tokens import Words


def _changes() -> dict[str, tuple[str, str]]:
    """Verb -> (up or down, which numbers it changes: "any", or only those with a unit), of ``changes.csv``."""
    table: dict[str, tuple[str, str]] = {}
    lines = (Path(__file__).parent.parent / "lexicon" / "changes.csv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and line[0] != "#":
            verb, direction, kind = line.split(",")
            table[verb] = (direction, kind)
    return table


CHANGES = _changes()
_CHANGE_FORMS = {form: CHANGES[base] for form, (base, _) in VERBS.items() if base in CHANGES}
for _verb, _entry in CHANGES.items():
    _CHANGE_FORMS.setdefault(_verb, _entry)


_ADVERBS = {**dict.fromkeys(cues("adverb-up"), "up"), **dict.fromkeys(cues("adverb-down"), "down")}
_NOUNS = {**dict.fromkeys(cues("noun-up"), "up"), **dict.fromkeys(cues("noun-down"), "down")}
_PHRASAL = cues("phrasal")
_OF_CHANGE = cues("change-attribute")
_MOVES = cues("move")


def find_change(w: Words, item: Item) -> None:
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
        elif word == "by" and item.kind in ("percentage", "fraction"):
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
        phrasal = word in ("up", "down") and j and tokens[j - 1] in _PHRASAL
        if not phrasal and (word != "off" or item.kind in ("percentage", "currency")):
            found = _ADVERBS[word]
    else:
        entry = _CHANGE_FORMS.get(word)
        if entry is not None and (
            entry[1] == "any" or item.kind in ("percentage", "currency", "measure", "temperature") or item.points
        ):
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


def _clause_change(w: Words, at: int) -> str:
    """The direction of the nearest verb of change before token ``at``, within the clause; "" without one."""
    tokens = w.tokens
    for j in range(at, max(-1, at - 14), -1):
        token = tokens[j]
        entry = _CHANGE_FORMS.get(token)
        if entry is not None:
            return entry[0]
        if token in ("up", "down"):
            return token
        if token in (";", ":", "while", "whereas"):
            return ""
    return ""

"""Numerals that are part of a name, a label, a score or a list marker."""

from __future__ import annotations

from figures.lexicon.english import (
    AUXILIARIES,
    FUNCTION_WORDS,
    INDICES,
    LABELS,
    MONTHS,
    VERBS,
    WEEKDAYS,
    cues,
    is_plural,
)
from figures.quantities.marks import DASHES_AND_MINUS
from figures.quantities.number import Number
from figures.quantities.tokens import Words

SCORE_WORDS = cues("score") | cues("score-touching")
LOWER_LABELS = cues("small-label")
_OPENERS = cues("opener")
_OWNED = cues("owned")


def is_score(w: Words, a: int, b: int) -> bool:
    """2-1, 21–14: two small numbers around a dash that are no range."""
    tokens = w.tokens
    if (
        tokens[b] in DASHES_AND_MINUS
        and tokens[b + 1].isdecimal()
        and len(tokens[b + 1]) < 4
        and w.glued(b)
        and w.glued(b + 1)
    ):
        first, second, start, end = int(tokens[a]), int(tokens[b + 1]), a, b + 2
    elif (
        a > 1
        and tokens[a - 1] in DASHES_AND_MINUS
        and tokens[a - 2].isdecimal()
        and len(tokens[a - 2]) < 4
        and w.glued(a)
        and w.glued(a - 1)
    ):
        first, second, start, end = int(tokens[a - 2]), int(tokens[a]), a - 2, b
    else:
        return False
    if tokens[end] in ("%", "percent", "per", "-") or (tokens[end].isalpha() and w.glued(end)):
        return False
    if first >= second:
        return True
    return bool(SCORE_WORDS.intersection(tokens[max(0, start - 6) : start])) or bool(
        SCORE_WORDS.intersection(tokens[end : end + 3])
    )


def marker_reason(w: Words, n: Number, before: str, after: str) -> str:
    """1. and (2) at the beginning of an item; [12] behind a statement."""
    tokens = w.tokens
    if (before == "[" and after in ("]", ",", "-", "–")) or (after == "]" and before in (",", "-", "–")):
        return "citation"
    if before == "(" and n.a > 2 and after in (")", ",") and "," in tokens[n.a]:
        return "citation"
    if before == "(" and n.a > 2 and after == ")" and tokens[n.b + 1] == "." and n.value < 500 and n.form == "digits":
        return "citation"
    if (
        n.a == 0
        and after in (".", ")")
        and n.value < 1000
        and (len(tokens[0]) < 3 or n.b + 1 < w.size)
        and (n.b + 1 < w.size or after == ".")
        and w.glued(n.b)
    ):
        return "list marker"
    if n.a == 1 and before == "(" and after == ")" and n.value < 100:
        return "list marker"
    return ""


def name_reason(w: Words, n: Number, before: str, after: str) -> str:
    """A plain number right behind a capitalised word: S&P 500, Galaxy 23, Boeing 737."""
    a = n.a
    if after == "of" and w.tokens[n.b + 1] in _OWNED:
        return ""
    if before in FUNCTION_WORDS or before in WEEKDAYS or before in MONTHS:
        return ""
    if a == 1:  # the sentence begins with the word: a verb or a name
        if (before in VERBS and VERBS[before][0] != before) or before.endswith(("ly", "ing", "ed")):
            return ""
        if before in VERBS or before in _OPENERS:
            return ""
    if n.value >= 10_000 and len(w.tokens[a]) > 5:
        return ""
    if (
        is_plural(after)
        and after not in VERBS
        and not w.capital(n.b)
        and before not in LABELS
        and before not in INDICES
    ):
        return ""  # Ford 300 workers: a list without commas
    named = a > 1 and w.capital(a - 2) and w.tokens[a - 2].isalpha()
    if named and 12 < n.value < 120 and (after in AUXILIARIES or after in ("who", "from", ",")):
        return ""  # Nick Hague 44 has: an age
    return "name"

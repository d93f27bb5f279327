"""Who says so, where the sentence tells: "X said", "according to X"."""

from __future__ import annotations

from figures.lexicon.english import cues
from figures.quantities.noun_phrases import Range, noun_after, noun_before
from figures.quantities.tokens import Words

_SAYING = cues("saying")
_OPENING = frozenset("the a an its his their".split())
_BETWEEN = frozenset("has have had also".split())
_CLOSING = frozenset("” \" , ’ '".split())


def find_source(w: Words) -> Range | None:
    """The noun phrase that is said to say it; None where nobody is."""
    if _SAYING.isdisjoint(w.tokens):
        return None
    tokens = w.tokens
    for i, token in enumerate(tokens):
        if token not in _SAYING:
            continue
        if token == "according":
            if tokens[i + 1] == "to":
                k = i + 2
                while tokens[k] in _OPENING:
                    k += 1
                return noun_after(w, k, True)
            continue
        k = i - 1
        while k >= 0 and tokens[k] in _BETWEEN:
            k -= 1
        if k < 0:
            continue
        if tokens[k] in _CLOSING and i + 1 < w.size and w.capital(i + 1):
            end = i + 1
            while end < w.size and tokens[end].isalpha() and w.capital(end):
                end += 1
            return i + 1, end
        if tokens[k].isalpha():
            found = noun_before(w, k + 1, 0)
            if found is not None:
                return found
    return None

"""Names behind a number whose it is: "got 24 points from Ruiz", "shot 48 percent to 42 percent for Graz"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from figures.data.words import Token

if TYPE_CHECKING:
    from figures.data.entities import Entity

RECEIVED = frozenset("got get gets getting received receive receives receiving".split())
CONTRASTED = frozenset({"to", "against", "versus", "vs"})
MARKS = frozenset({",", "-", "and", "%"})
NEAR = 4
FAR = 24  # tokens over which a list may go on: "20 points, six rebounds and two steals from"


def gave(words: Sequence[Token], named: Sequence[Entity], entity: Entity, at: int, stop: int | None) -> bool:
    """Whether the number at token ``at`` is of a name behind it. ``stop``: where the next number stands, if any."""
    from figures.data.entities import PREPOSITIONS

    low = entity.i - 1
    if words[low].low in ("the", "a"):
        low -= 1
    before = words[low].raw
    if any(at < e.i < entity.i for e in named):
        return False
    between = words[at:low]
    if entity.i == at + 1 and not entity.possessive and _noun(words, entity.j):
        return True  # "15 Porto turnovers"
    if before == "for":
        return contrasted(words, at) and len(between) <= NEAR and not any(w.raw == "," for w in between)
    if before not in ("from", "by"):
        return False
    if entity.i <= at + NEAR and (stop is None or entity.i < stop):
        return not any(w.raw == "," or w.low in PREPOSITIONS - {"from", "by"} for w in between)
    verbs = {w.low for w in words[max(0, at - FAR) : at]}
    return bool(verbs & RECEIVED) and len(between) <= FAR and before == "from" and all(map(_listed, between))


def contrasted(words: Sequence[Token], at: int) -> bool:
    """Whether the number at token ``at`` is set against one before it: "to 20", "compared to just 15"."""
    k = at - 1
    if words[k].raw in ("'s", "’s") and words[k - 1].raw[:1].isupper():
        k -= 2  # "82 shots to Linz's 85"
    while k > 0 and words[k].low in ("just", "only"):
        k -= 1
    if k < 1 or words[k].low not in CONTRASTED:
        return False
    compared = words[k - 1].low in ("compared", "opposed")
    return compared or any(w.number is not None for w in words[max(0, k - 6) : k])


def _noun(words: Sequence[Token], at: int) -> bool:
    from figures.lexicon.english import FUNCTION_WORDS, VERBS

    low = words[at].raw if at < len(words) else ""
    return low.isalpha() and low.islower() and low not in FUNCTION_WORDS and VERBS.get(low, ("", ""))[1] != "past"


def _listed(word: Token) -> bool:
    """Whether a word may stand in a list of numbers and their nouns."""
    from figures.data.entities import PREPOSITIONS
    from figures.lexicon.english import FUNCTION_WORDS, VERBS

    low = word.low
    if word.number is not None or low in MARKS:
        return True
    verb = VERBS.get(low, ("", "base"))[1] in ("past", "participle", "ing") or low.endswith(("ed", "ing"))
    return low.isalpha() and low not in PREPOSITIONS | FUNCTION_WORDS and not verb

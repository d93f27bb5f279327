"""Names that no table knows: what is said of them is not said of whoever was talked about before."""

from __future__ import annotations

from figures.data.candidates import Scene
from figures.data.mentions import Mention
from figures.data.words import Token
from figures.lexicon.english import ADJECTIVES, FUNCTION_WORDS, MONTHS, VERBS, WEEKDAYS

PLACED = frozenset("in at on of for from to against over into past with versus vs near off than".split())
BEHIND = frozenset({"from", "by"})


def of_stranger(scene: Scene, mention: Mention) -> bool:
    """Whether a number is said of a name that is in no table: "Zed Baker scored 9 points", "9 points from Baker"."""
    words = scene.words
    whole: set[int] = set()
    for entity in scene.entities:
        whole.update(range(entity.i, entity.j))
    known = set(whole)
    for hit in scene.hits:
        known.update(range(hit.i, hit.j))
    for k in range(mention.j, min(len(words), mention.j + 4)):
        if words[k].raw in BEHIND:
            return _stranger(words, k + 1, known) > k + 1
        if not words[k].raw.isalpha() and words[k].raw != "-":
            break
    k = mention.i - 1
    while k >= 0:
        low = words[k].low
        if k in whole or low in ("he", "she", "they", ";"):
            return False
        start = k
        while start >= 0 and _name(words[start], start, known):
            start -= 1
        if start < k and start not in whole and _subject(words, start + 1, k + 1):
            return True
        k = min(start, k - 1)
    return False


def _name(token: Token, at: int, known: set[int]) -> bool:
    raw = token.raw
    low = raw.lower()
    common = low in FUNCTION_WORDS or low in WEEKDAYS or low in MONTHS or low in ADJECTIVES or low in VERBS
    return at not in known and raw[0].isupper() and len(raw) > 1 and raw.isalpha() and not raw.isupper() and not common


def _stranger(words: list[Token], at: int, known: set[int]) -> int:
    while at < len(words) and _name(words[at], at, known):
        at += 1
    return at


def _subject(words: list[Token], start: int, end: int) -> bool:
    """Whether a name begins a clause or owns the number, and is no place and no time."""
    before = words[start - 1].low if start else ""
    after = words[end].low if end < len(words) else "."
    ahead = words[start - 2].low if before == "the" and start > 1 else before
    if ahead in PLACED or VERBS.get(ahead, ("", ""))[1] == "past" or (start > 1 and ahead.endswith("ed")):
        return False  # "in Linz", "paced the Comets"
    if after in ("'s", "’s"):
        return True
    if end - start == 1 and start == 0:  # a capital that the sentence gives
        return VERBS.get(after, ("", ""))[1] == "past"
    verb = after in VERBS or after in FUNCTION_WORDS or after.endswith("ed")
    who = after == "," and end + 1 < len(words) and words[end + 1].low in ("who", "whose")
    return verb or who or after == "("

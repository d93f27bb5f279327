"""Where the phrases of an index stand in a sentence: names of columns, and values."""

from __future__ import annotations

from collections.abc import Sequence

from figures.data.index import MONTHS, Hit, Index, Value
from figures.data.words import Token, lexicon
from figures.lexicon.english import ADJECTIVES, FUNCTION_WORDS, VERBS

OPENERS = frozenset(
    "the a an in at on for from of with by when while as after before if and but or so then only both all since".split()
)


def hits(index: Index, words: Sequence[Token]) -> list[Hit]:
    """The longest phrases of the index in a sentence, in order; a part and a value may share their tokens."""
    found: list[Hit] = []
    taken_to = 0
    for i, token in enumerate(words):
        if i < taken_to or not token.raw[0].isalnum():
            continue
        for wanted in index.phrases.get(token.stem, ()):
            end = _matches(words, i, wanted)
            if end is None:
                continue
            parts, values = index.parts.get(wanted, ()), index.values.get(wanted, ())
            capital = token.raw[0].isupper() or token.raw[0].isdigit()
            kept = tuple(
                v
                for v in values
                if capital
                or not str(v.value)[:1].isupper()
                or ((len(token.raw) > 3 or token.stem in lexicon().groups) and not v.alias)
                or end - i > 2
            )
            if kept and end == i + 1:
                kept = tuple(value for value in kept if _is_name(index, words, i, value))
            if not parts and not kept:
                continue
            if parts and not kept and token.number is not None and len(wanted) > 1 and words[end - 1].raw == "points":
                continue  # three points are no three-pointer
            if parts and end < len(words) and token.stem == "account" and words[end].stem == "for":
                continue  # "accounts for a third"
            found.append(Hit(i, end, parts, kept))
            taken_to = end
            break
    return found


def _is_name(index: Index, words: Sequence[Token], at: int, value: Value) -> bool:
    """Whether a single word is likely to be the value it looks like: no verb, and no part of somebody else's name."""
    raw = words[at].raw
    low = raw.lower()
    common = low in VERBS or low in ADJECTIVES or low in FUNCTION_WORDS or low in MONTHS
    if low in VERBS and raw == low and str(value.value) != low and not _counted(words, at):
        return bool(at) and words[at - 1].low in ("are", "is", "were", "was")  # "401 are free"
    if not raw[0].isupper() or not (common or value.alias):
        return True
    if common and at == 0 and value.column in index.keys[value.table]:
        return False
    for beside in (at - 1, at + 1) if common else (at - 1,):
        if not 0 <= beside < len(words) or not words[beside].raw[0].isupper() or len(words[beside].raw) < 2:
            continue
        if words[beside].stem not in index.phrases and not (beside == 0 and words[0].low in OPENERS):
            return False
    return True


def _counted(words: Sequence[Token], at: int) -> bool:
    """Whether a word that may be a verb is a plural behind a number or behind "were": "five crashes"."""
    if not at or not words[at].raw.endswith("s"):
        return False
    before = words[at - 1]
    return (before.number is not None and not before.ordinal) or before.low in ("were", "are", "of", "the")


def _matches(words: Sequence[Token], i: int, wanted: tuple[str, ...]) -> int | None:
    """Where the phrase that begins at token ``i`` ends; None where it does not stand there."""
    at = i
    for k, stem_ in enumerate(wanted):
        if k and at < len(words) and words[at].raw in ("-", "–", "'", "’", "."):
            at += 1
        if at >= len(words) or words[at].stem != stem_:
            return None
        at += 1
    return at

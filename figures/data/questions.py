"""Questions of yes and no: "contain chocolate", "of daily readers", "45 percent said no"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from figures.data.candidates import Scene
from figures.data.choice import Choice
from figures.data.index import Flag, content
from figures.data.spell import Table, Where
from figures.data.words import Token, forms, lexicon, stem
from figures.lexicon.english import VERBS

NEGATIONS = frozenset(
    "no not non never without n't don't doesn't didn't isn't aren't wasn't weren't nor neither".split()
)


def flagged(scene: Scene, table: Table) -> Iterator[Choice]:
    """ "contain chocolate", "of daily readers": yes or no to the question whose own words are said."""
    for flag in scene.index.flags:
        if flag.table != table.name:
            continue
        if not flag.own:
            yield from _whole_question(scene, flag)
            continue
        at = [
            k
            for k, t in enumerate(scene.words)
            if t.number is None and (forms(t.raw) & flag.words or _joined(scene.words, k, flag))
        ]
        for group in clusters(at):
            said_ = {stem for k in group for stem in forms(scene.words[k].raw) & flag.own}
            said_ |= {_joined(scene.words, k, flag) for k in group} - {""}
            share = len(said_) / len(flag.own)
            if (
                share < 0.4
                or (share < 0.5 and len(said_) < 2)
                or (share <= 0.5 and len(said_) == 1 and said_ <= _verbs())
            ):
                continue
            core = frozenset(k for k in group if forms(scene.words[k].raw) & flag.own or _joined(scene.words, k, flag))
            answer = flag.no if negated(scene.words, min(core)) else flag.yes
            if answer is not None:
                yield Choice((Where(flag.column, "=", answer),), frozenset(group), 0.4 + 0.6 * share, core)


def _whole_question(scene: Scene, flag: Flag) -> Iterator[Choice]:
    """A question that shares its words with others, where all of them are said: "they eat sandwiches"."""
    full = content(flag.column)
    if not flag.words <= full:
        full = flag.words  # of another name that a dictionary gives it
    if len(full) < 2:
        return
    for group in clusters([k for k, t in enumerate(scene.words) if forms(t.raw) & full]):
        said_ = {stem for k in group for stem in forms(scene.words[k].raw) & full}
        answer = flag.no if negated(scene.words, group[0]) else flag.yes
        if said_ == full and answer is not None:
            yield Choice((Where(flag.column, "=", answer),), frozenset(group), 0.85, frozenset(group))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(stem(form) for form in VERBS) | lexicon().neutral


def _joined(words: Sequence[Token], k: int, flag: Flag) -> str:
    """The word of a question that two words of the text make together: gluten free, of glutenfree; "" where none is."""
    behind = k + 2 if k + 2 < len(words) and words[k + 1].raw == "-" else k + 1
    if behind >= len(words):
        return ""
    both = words[k].low + words[behind].low
    return next((word for word in (both, stem(both)) if word in flag.own), "")


def said_yes(scene: Scene, table: Table) -> Iterator[Choice]:
    """ "45 percent said no": the answer to the one question whose words the sentence has most of."""
    words = scene.words
    if not scene.index.flags or scene.said.isdisjoint(("yes", "no")):
        return
    stems = {stem for t in words for stem in forms(t.raw)}
    flags = [(len(f.words & stems), f.column, f) for f in scene.index.flags if f.table == table.name]
    flags.sort(key=lambda found: found[:2])
    known = sorted({flag[1]: flag for flag in flags}.values(), key=lambda found: found[:2], reverse=True)
    if not known or known[0][0] < 2 or (len(known) > 1 and known[1][0] >= known[0][0]):
        return
    flag = known[0][2]
    for k, token in enumerate(words):
        low = token.low
        if low in ("yes", "no") and k and words[k - 1].low in ("said", "say", "says", "answered", "replied"):
            answer = flag.yes if low == "yes" else flag.no
            if answer is not None:
                tokens = {n for n, t in enumerate(words) if forms(t.raw) & flag.words} | {k, k - 1}
                yield Choice((Where(flag.column, "=", answer),), frozenset(tokens), 0.9, frozenset({k}))


def clusters(at: Sequence[int], gap: int = 4) -> list[list[int]]:
    """Tokens in groups that stand close together."""
    groups: list[list[int]] = []
    for k in sorted(at):
        if groups and k - groups[-1][-1] <= gap:
            groups[-1].append(k)
        else:
            groups.append([k])
    return groups


def negated(words: Sequence[Token], at: int) -> bool:
    """Whether a word stands under a "not"."""
    before = [t.low for t in words[max(0, at - 3) : at]]
    if len(before) == 3 and before[0] == "without":
        before = before[1:]  # "people without a car walk"
    return bool(set(before) & NEGATIONS)

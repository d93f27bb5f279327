""" "the former ... the latter", "the first ... the second", "the two": the names of a pair joined before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from figures.data.candidates import Candidate, Scene, clause, fitting, properties
from figures.data.entities import Entity, Memory, unique
from figures.data.mentions import Mention
from figures.data.scope import joint
from figures.data.spell import Spell, Where
from figures.data.words import Token, lexicon
from figures.lexicon.english import AUXILIARIES, VERBS

PLACES = {"former": 0, "latter": 1, "first": 0, "second": 1}
JOINED = frozenset({"and", "or", "&", "the"})
LISTED = frozenset({",", "and", "&", "the"})
COMBINE = frozenset({"combined", "combine", "combining", "combines", "together"})
PAIRED = frozenset({"two", "duo", "pair", "tandem", "both"})
LONGER = frozenset("last past season year career span stretch average averaging per has have".split())
AFTER = frozenset(", . ; : of with on in at who to for by also then only".split())


def pair(made: Sequence[Entity], words: Sequence[Token]) -> list[tuple[Entity, Entity]]:
    """The two names joined by "and" in a sentence, each such pair in order; lists of three are none."""
    found = []
    for k, (one, two) in enumerate(pairwise(made)):
        between = {token.low for token in words[one.j : two.i]}
        listed = k > 0 and {t.low for t in words[made[k - 1].j : one.i]} <= {",", "and", "the"}
        if {"and", "or", "&"} & between and between <= JOINED and not listed and _alike(one, two):
            found.append((one, two))
    return found


def _alike(one: Entity, two: Entity) -> bool:
    return any(one.where[t][0].column == two.where[t][0].column for t in set(one.where) & set(two.where))


def places(made: Sequence[Entity], words: Sequence[Token], memory: Memory) -> list[Entity]:
    """An entity for each "the former" and "the latter" whose pair stands before it, here or in the sentence before."""
    said = {token.low for token in words}
    if not said & set(PLACES):
        return []
    pairs = pair(made, words)
    found = []
    for k in range(1, len(words)):
        low = words[k].low
        if low not in PLACES or words[k - 1].low != "the" or not _alone(words, k + 1):
            continue
        if low in ("first", "second") and not {"first", "second"} <= said:
            continue
        before = [both for both in pairs if both[1].j <= k]
        both = before[-1] if before else memory.pair
        if both is not None:
            own = both[PLACES[low]]
            found.append(Entity(k, k + 1, own.where, own.person, subject=True))
    return found


def _alone(words: Sequence[Token], at: int) -> bool:
    """Whether no noun follows: "the former scored", not "the former champion" or "the second half"."""
    if at >= len(words):
        return True
    low = words[at].low
    if low in AFTER or low in AUXILIARIES or low in ("'s", "’s"):
        return True
    if low in VERBS:
        return VERBS[low][1] != "base"  # "the former guard"
    return len(low) > 4 and low.endswith(("ed", "ing", "ly"))


def together(scene: Scene, mention: Mention) -> list[Candidate] | None:
    """ "Ruiz and Chen combined for 36 points", "the two combined to score 36": the sum of both in these rows.

    None where the number is no such sum.
    """
    words = scene.words
    if mention.first is not None or mention.second is not None:
        return None
    if mention.unit != "count" or scene.said.isdisjoint(COMBINE):
        return None
    if not any(token.raw in COMBINE for token in words[: mention.i]):
        return None
    start, end = clause(scene, mention.i)
    before = [t.low for t in words[start : mention.i]]
    verb = next((k for k in range(len(before) - 1, -1, -1) if before[k] in COMBINE), None)
    if verb is None or "of" in before[verb:] or mention.unit != "count" or {t.raw for t in words[start:end]} & LONGER:
        return None
    if any(start + verb < e.i < mention.i for e in scene.entities):
        return None
    left = [e for e in scene.entities if start <= e.i and e.j <= start + verb]
    group = joint(scene, left[-1]) if left else []
    several = listed(scene, start + verb)
    group = several if len(several) > len(group) else group
    pronoun = set(before[:verb]) & PAIRED and not left
    if pronoun and scene.memory.pair is not None:
        group = list(scene.memory.pair)
    if len(group) < 2:
        return None
    found = []
    scored = [(part, 0.9) for part in lexicon().score_parts if words[mention.i - 1].stem == "score"]
    for part, near in [f for f in properties(scene, mention) if f[1] > 0.82] or scored:
        for measure in fitting(scene, mention, part, None):
            wheres = [e.where[measure.table] for e in group if unique(scene.index, e, measure.table)]
            columns = {where[0].column for where in wheres}
            if len(wheres) != len(group) or len(columns) != 1 or any(len(where) > 1 for where in wheres):
                continue
            names = tuple(v for where in wheres for v in [where[0].value] if not isinstance(v, tuple))
            spell = Spell("sum", measure.table, (measure.column,), (Where(columns.pop(), "in", names),))
            if measure.role != "share" and len(set(names)) == len(group):
                found.append(Candidate(spell, near, (measure.column, "group")))
    return found


def listed(scene: Scene, at: int) -> list[Entity]:
    """The names of a list before a token: "Ash, Birch and Cole went a combined 4-for-20"."""
    start, _ = clause(scene, at)
    left = [e for e in scene.entities if start <= e.i and e.j <= at]
    group = left[-1:]
    for one, two in reversed(list(pairwise(left))):
        if two is not group[0] or not {t.low for t in scene.words[one.j : two.i]} <= LISTED:
            break
        group.insert(0, one)
    return group

"""A number that is told as the one before it, of somebody or something else: "Texas has 32, California 27"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from figures.data.candidates import Candidate, Scene
from figures.data.choices import choices
from figures.data.clauses import Frame
from figures.data.mentions import Mention
from figures.data.naming import parts_of
from figures.data.selection import EACH_WORD, has_noun, two_bare, where
from figures.data.spell import Spell, Where
from figures.data.spoken import spoken
from figures.data.told import unexplained

AGAIN = 0.88  # how well the words of such a number fit, where the one before was clear
FAR = 1  # sentences between the two


def parallel(scene: Scene, mention: Mention, around: Frame) -> list[Candidate]:
    """The derivation of the number before with the conditions that this one has of its own in place of that one's."""
    topic = scene.memory.topic
    spell = topic.spell
    if (
        spell is None
        or spell.kind in ("difference", "change")
        or topic.doubtful
        or topic.age > FAR
        or topic.unit != mention.unit
        or has_noun(scene, mention)
        or two_bare(scene, mention)
    ):
        return []
    said = spoken(scene)
    near = around.near - around.shared
    if any(
        set(at) & near
        for (table, column), found in said.items()
        if column not in spell.columns and table == spell.table
        for at in found.values()
    ):
        return []  # another property is named
    own = [
        c
        for c in choices(scene, scene.index.tables[spell.table])
        if c.where and c.core <= around.own and c.core <= near
    ]
    new = where(own)
    columns = {w.column for w in new}
    held = {w.column for w in (*spell.where, *spell.base, *(spell.other.where if spell.other else ())) if w.value != ""}
    if not own or not columns <= held or spell == put(spell, new):
        return []
    made = put(spell, new)
    used = frozenset(k for c in own for k in c.tokens)
    cost = unexplained(scene, made, near, used, parts_of(scene.index, spell))
    score = min(AGAIN, topic.score, *(c.fit for c in own)) - EACH_WORD * cost
    return [Candidate(made, score, ("as before",))]


def put(spell: Spell, new: Sequence[Where]) -> Spell:
    """A derivation with other conditions on the columns that these are on."""
    columns = {w.column for w in new}

    def changed(wheres: tuple[Where, ...]) -> tuple[Where, ...]:
        if not any(w.column in columns and w.value != "" for w in wheres):
            return wheres
        rest = tuple(w for w in wheres if w.column not in columns or (w.op == "!=" and w.value == ""))
        named = {w.column for w in wheres if w.value != ""}
        return (*(w for w in new if w.column in named), *rest)

    other = put(spell.other, new) if spell.other is not None else None
    return structs.replace(spell, where=changed(spell.where), base=changed(spell.base), other=other)

"""Which words around a number a derivation leaves unexplained: with them, the number may be of something else."""

from __future__ import annotations

from collections.abc import Iterable

from figures.data.candidates import Scene
from figures.data.index import Index
from figures.data.mentions import Mention
from figures.data.spell import Spell
from figures.data.words import forms, lexicon
from figures.lexicon.english import FUNCTION_WORDS

PLACED = frozenset({"in", "at", "for", "from", "of", "among", "across", "since", "during"})
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday i".split())
ELSEWHERE = 4.0
LEFT_OUT = 2.0  # a condition that the words set and the derivation does not
SPAN = 2.0  # a part of the time that it does not ask for


def unexplained(
    scene: Scene, mention: Mention, spell: Spell, window: Iterable[int], used: frozenset[int], parts: frozenset[str]
) -> float:
    """How much of what stands in a window of tokens a derivation does not account for, in words.

    ``used``: tokens that its conditions rest on; ``parts``: the parts of column names that it answers for.
    """
    from figures.data.choices import choices

    index, words = scene.index, scene.words
    tables = {spell.table, *([spell.other.table] if spell.other else [])}
    known = set(used) | {k for m in scene.mentions for k in range(m.i, m.j)}
    for hit in scene.hits:
        if hit.parts and set(hit.parts) & parts:
            known |= set(range(hit.i, hit.j))
    columns = _columns(spell)
    stems = {stem for table in tables for column in columns for stem in index.words_for(table, column)}
    for table in tables:
        stems |= index.nouns[table][0] | set(index.words_of(table))
    window = sorted(set(window))
    left: set[int] = set()
    cost = 0.0
    for table in tables:
        for choice in choices(scene, index.tables[table]):
            rest = choice.tokens - known
            if rest and rest <= set(window) and not (choice.where and choice.columns <= columns):
                cost += LEFT_OUT
                left |= rest
            elif choice.tokens <= set(window):
                left |= choice.tokens  # of a column that is accounted for
    neutral = lexicon().neutral
    times = set().union(*(_periods(index, table) for table in tables))
    around = set(window)
    asked = {
        column
        for table in tables
        for c in choices(scene, index.tables[table])
        if c.core <= around | used
        for column in c.columns
    }
    dated = bool(times) and not asked & times
    for k in window:
        token = words[k]
        if token.stem in ("quarter", "half") and k and words[k - 1].ordinal and not {k - 1, k} & used:
            cost += ELSEWHERE  # "in the first quarter of 2023"
            continue
        low = token.raw.lower()
        before = words[k - 1].raw.lower() if k else ""
        if before == "the" and k > 1:
            before = words[k - 2].raw.lower()
        year = token.raw.isdigit() and len(token.raw) == 4 and 1500 <= int(token.raw) <= 2200
        name = token.raw[0].isupper() and low not in DAYS
        own = token.stem in stems
        if before in PLACED and k not in left and k not in used and not own and (year or (name and k not in known)):
            cost += ELSEWHERE  # a place or a year that no table knows
            continue
        if k in known or k in left or not token.raw[0].isalpha():
            continue
        if token.stem in lexicon().groups and token.stem not in stems:
            cost += LEFT_OUT
            continue
        if token.stem in lexicon().spans and dated and token.stem not in stems:
            cost += SPAN
            continue
        if low in (
            "else",
            "rest",
            "others",
            "other",
            "remaining",
            "remainder",
            "everyone",
            "everybody",
            "otherwise",
            "chance",
            "likelihood",
            "odds",
            "probability",
            "latter",
            "former",
        ):
            cost += LEFT_OUT  # all but what was named
            continue
        if low in FUNCTION_WORDS or token.stem in neutral or low in neutral or forms(token.raw) & stems:
            continue
        if low.endswith("ly") or len(low) < 2:
            continue
        beside = {words[n].raw.lower() for n in (k - 1, k + 1) if 0 <= n < len(words)} & {"and", "or"}
        elsewhere = bool(beside and {k - 2, k + 2} & used) or any(token.stem in index.named[table] for table in tables)
        cost += LEFT_OUT if elsewhere else 1.5 if token.raw[0].isupper() and k else 1.0
    return cost


def _periods(index: Index, table: str) -> set[str]:
    """Columns of years and dates."""
    dates = {c.name for c in index.tables[table].columns.values() if c.kind == "date"}
    return dates | set(index.years.get(table, ()))


def _columns(spell: Spell) -> frozenset[str]:
    found = {*spell.columns, *(w.column for w in (*spell.where, *spell.base))}
    if spell.label:
        found.add(spell.label)
    if spell.other is not None:
        found |= _columns(spell.other)
    return frozenset(found)

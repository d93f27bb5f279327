"""Which words around a number a derivation leaves unexplained: with them, the number may be of something else."""

from __future__ import annotations

from collections.abc import Iterable

from figures.data.candidates import Scene
from figures.data.choice import Choice
from figures.data.choices import choices
from figures.data.index import Index
from figures.data.scope import DAYS, PLACES
from figures.data.spell import Spell
from figures.data.words import forms, lexicon
from figures.lexicon.english import FUNCTION_WORDS

ALL_BUT = frozenset(
    "else rest others other remaining remainder everyone everybody otherwise chance likelihood odds probability latter "
    "former".split()
)
ELSEWHERE = 4.0
LEFT_OUT = 2.0  # a condition that the words set and the derivation does not
SPAN = 2.0  # a part of the time that it does not ask for


def unexplained(
    scene: Scene, spell: Spell, window: frozenset[int], used: frozenset[int], parts: frozenset[str]
) -> float:
    """How much of what stands in a window of tokens a derivation does not account for, in words.

    ``used``: tokens that its conditions rest on; ``parts``: the parts of column names that it answers for.
    """
    index, words = scene.index, scene.words
    tables = {spell.table, spell.other.table} if spell.other else {spell.table}
    known = set(used)
    for mention in scene.mentions:
        known.update(range(mention.i, mention.j))
    for hit in scene.hits:
        if not parts.isdisjoint(hit.parts):
            known.update(range(hit.i, hit.j))
    columns = _columns(spell)
    stems: set[str] = set()
    for table in tables:
        stems.update(index.nouns[table][0], index.words_of(table))
        stems.update(*(index.words_for(table, column) for column in columns))
    left: set[int] = set()
    cost = 0.0
    chosen = [choice for table in tables for choice in choices(scene, index.tables[table])]
    for choice in chosen:
        rest = choice.tokens - known
        if rest and rest <= window and not (choice.where and choice.columns <= columns):
            cost += LEFT_OUT
            left |= rest
        elif choice.tokens <= window:
            left |= choice.tokens  # of a column that is accounted for
    neutral, groups, spans = lexicon().neutral, lexicon().groups, lexicon().spans
    for k in sorted(window):
        token = words[k]
        if token.stem in ("quarter", "half") and k and words[k - 1].ordinal and not {k - 1, k} & used:
            cost += ELSEWHERE  # "in the first quarter of 2023"
            continue
        low = token.low
        before = words[k - 1].low if k else ""
        if before == "the" and k > 1:
            before = words[k - 2].low
        own = token.stem in stems
        if before in PLACES and k not in left and k not in used and not own:
            year = token.raw.isdigit() and len(token.raw) == 4 and 1500 <= int(token.raw) <= 2200
            if year or (token.raw[0].isupper() and low not in DAYS and k not in known):
                cost += ELSEWHERE  # a place or a year that no table knows
                continue
        if k in known or k in left or not token.raw[0].isalpha():
            continue
        if token.stem in groups and not own:
            cost += LEFT_OUT
            continue
        if token.stem in spans and not own and _undated(index, tables, chosen, window | used):
            cost += SPAN
            continue
        if low in ALL_BUT:
            cost += LEFT_OUT  # all but what was named
            continue
        if low in FUNCTION_WORDS or token.stem in neutral or low in neutral or not stems.isdisjoint(forms(token.raw)):
            continue
        if low.endswith("ly") or len(low) < 2:
            continue
        beside = {words[n].low for n in (k - 1, k + 1) if 0 <= n < len(words)} & {"and", "or"}
        elsewhere = bool(beside and {k - 2, k + 2} & used) or any(token.stem in index.named[table] for table in tables)
        cost += LEFT_OUT if elsewhere else 1.5 if token.raw[0].isupper() and k else 1.0
    return cost


def _undated(index: Index, tables: Iterable[str], chosen: Iterable[Choice], around: frozenset[int]) -> bool:
    """Whether there are years or dates, and none is chosen by the words around a number."""
    times = set().union(*(_periods(index, table) for table in tables))
    asked = {column for choice in chosen if choice.core <= around for column in choice.columns}
    return bool(times) and not asked & times


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

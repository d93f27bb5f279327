"""What a number could be of a table, put together from the words around it: a column, rows, what is asked of them."""

from __future__ import annotations

from msgspec import structs

from figures.data import scope
from figures.data.aggregates import changed, compared
from figures.data.candidates import Candidate, Scene, cells
from figures.data.choices import choices, is_bound
from figures.data.clauses import Frame, frame
from figures.data.counting import UNNAMED, counted, every_row
from figures.data.entities import about, unique
from figures.data.mentions import Mention
from figures.data.naming import namings
from figures.data.parallel import parallel
from figures.data.portions import portion
from figures.data.reading import Reading, comparing
from figures.data.selection import (
    EACH_WORD,
    other_table,
    points_back,
)
from figures.data.shares import in_list
from figures.data.spoken import spoken
from figures.data.told import unexplained
from figures.lexicon.english import AUXILIARIES


def composed(scene: Scene, mention: Mention) -> list[Candidate]:
    """Every derivation that the words of the sentence, its headings and the number before allow."""
    around = frame(scene, mention)
    if mention.unit == "multiple" and _so_often(scene, mention):
        mention.unit = "count"  # "was banned 12 times"
    if is_bound(scene, mention):
        return []  # it only tells which rows another number is of
    behind = [t.low for t in scene.words[mention.j : mention.j + 2]]
    if behind in (["for", "every"], ["in", "every"], ["out", "of"]):
        return []
    if elliptic(scene, mention, around) or _years_away(scene, mention):
        return []
    if not comparing(scene, mention) and (again := parallel(scene, mention, around)):
        return again
    if several(scene, mention):
        return costed(scene, mention, around, cells(scene, mention))
    if comparing(scene, mention) or mention.unit == "multiple":
        if mention.unit == "percent":
            return changed(scene, mention)
        two = compared(scene, mention, "ratio" if mention.unit == "multiple" else "difference")
        return [within(scene, mention, around, candidate) for candidate in two]
    if mention.unit == "percent" and (change := changed(scene, mention)):
        return change
    found: list[Candidate] = []
    for table in scene.index.tables.values():
        if other_table(scene, table, around):
            continue
        reading = Reading(scene, mention, table, around)
        found += (reading.values() or reading.shares()) + reading.distinct()
    if not found:
        known = [c for c in cells(scene, mention) if c.spell.kind == "cell" and _here(scene, mention, around, c)]
        found = costed(scene, mention, around, known)
    found += of_rows(scene, mention)
    return found + (unnamed(scene, mention) if all(c.score < UNNAMED for c in found) else [])


def unnamed(scene: Scene, mention: Mention) -> list[Candidate]:
    """All rows of each table, where nothing else is understood of a number."""
    if is_bound(scene, mention):
        return []
    around = frame(scene, mention)
    return [c for table in scene.index.tables.values() for c in every_row(scene, mention, table, around)]


def _years_away(scene: Scene, mention: Mention) -> bool:
    """Whether a number is of a time that is told by another: "down from 90 a year earlier"."""
    behind = [t.low for t in scene.words[mention.j : mention.j + 5]]
    at = next((k for k, raw in enumerate(behind) if raw in ("year", "years", "month", "months", "week", "weeks")), None)
    return at is not None and behind[at + 1 : at + 2] in (["earlier"], ["before"], ["later"], ["ago"])


def within(scene: Scene, mention: Mention, around: Frame, candidate: Candidate) -> Candidate:
    """Two rows compared among those that the sentence and the headings choose besides: "in 2016, 80 more than Alby"."""
    spell = candidate.spell
    assert spell.other is not None
    told = {w.column for w in (*spell.where, *spell.other.where)}
    further = tuple(
        w for w in Reading(scene, mention, scene.index.tables[spell.table], around).rows if w.column not in told
    )
    if not further:
        return candidate
    other = structs.replace(spell.other, kind="sum", where=(*spell.other.where, *further))
    return structs.replace(candidate, spell=structs.replace(spell, where=(*spell.where, *further), other=other))


def _so_often(scene: Scene, mention: Mention) -> bool:
    """Whether "12 times" counts how often something happened, and compares nothing."""
    words = scene.words
    at = next((k for k in range(mention.i, min(len(words), mention.j + 2)) if words[k].stem == "time"), None)
    behind = words[at + 1].low if at is not None and at + 1 < len(words) else ""
    return (
        at is not None
        and isinstance(mention.value, int)
        and behind not in ("as", "more", "the", "that", "those", "its", "their", "what", "higher", "larger")
    )


def elliptic(scene: Scene, mention: Mention, around: Frame) -> bool:
    """Whether what is said of a number was said before: "20 stations are", "23 percent did"."""
    words = scene.words
    k = next((k for k in range(mention.j, min(len(words), mention.j + 4)) if words[k].low in AUXILIARIES), None)
    if k is None or (k + 1 < len(words) and words[k + 1].raw not in (".", ";", ",")):
        return False
    chosen = (c for t in scene.index.tables.values() for c in choices(scene, t))
    return not any(c.core & around.near and c.at >= mention.j for c in chosen)


def _here(scene: Scene, mention: Mention, around: Frame, candidate: Candidate) -> bool:
    """Whether the row of a cell is named in the sentence, or meant by a pronoun of it."""
    spell = candidate.spell
    if any(f.column in spell.columns and f.table == spell.table for f in scene.index.flags):
        return False
    named = any(e.where.get(spell.table) == spell.where for e in scene.entities)
    return named or points_back(scene, mention, around)


def several(scene: Scene, mention: Mention) -> bool:
    """Whether two names said together are what a number is of: "Ash and Birch had 310 and 275 orders respectively"."""
    if len(scene.entities) < 2:
        return False
    subjects = about(scene.index, scene.entities, scene.words, mention.i, scene.memory)
    if not subjects or subjects[0] not in scene.entities:
        return False
    group = scope.joint(scene, subjects[0])
    tables = [t for t in group[0].where if all(unique(scene.index, e, t) for e in group)]
    return len(group) > 1 and group[-1].j <= mention.i and bool(tables)


def costed(scene: Scene, mention: Mention, around: Frame, found: list[Candidate]) -> list[Candidate]:
    """Candidates less what they leave unexplained."""
    made = []
    for candidate in found:
        spell = candidate.spell
        said = spoken(scene)
        used = frozenset(
            k for column in spell.columns for at in said.get((spell.table, column), {}).values() for k in at
        ) | frozenset(k for e in scene.entities for k in range(e.i, e.j))
        keys = frozenset(
            p.key for n in namings(scene.index)[spell.table] if n.column in spell.columns for p in n.pieces
        )
        cost = unexplained(scene, spell, around.near, used, keys)
        made.append(structs.replace(candidate, score=candidate.score - EACH_WORD * cost))
    return made


def of_rows(scene: Scene, mention: Mention) -> list[Candidate]:
    """What a percentage, a fraction or a count could be of the rows of each table."""
    found: list[Candidate] = []
    around = frame(scene, mention)
    for table in scene.index.tables.values():
        if other_table(scene, table, around):
            continue
        if mention.unit in ("percent", "fraction") or (mention.unit == "count" and in_list(scene, mention)):
            found += portion(scene, mention, table, around)
        elif (
            mention.unit == "count"
            and isinstance(mention.value, int)
            and not (mention.quantity and mention.quantity.unit)
        ):
            found += counted(scene, mention, table, around)
    return found

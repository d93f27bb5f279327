"""Places in an order ("second on the team"), and rows over a threshold ("six players in double figures")."""

from __future__ import annotations

from collections.abc import Sequence

from figures.data.candidates import Candidate, Scene, clause, properties
from figures.data.entities import Entity, about, unique
from figures.data.event import side
from figures.data.mentions import Mention
from figures.data.shots import deeds
from figures.data.spell import Spell, Where, selected
from figures.data.words import lexicon

SOME = frozenset({"starters", "reserves", "starter", "reserve", "bench"})


def ranked(scene: Scene, mention: Mention) -> list[Candidate]:
    """ "second on the team", "third in sales": the place of the subject's row, the largest value first."""
    words = scene.words
    after = [t.stem for t in words[mention.j : mention.j + 4]]
    if not after or after[0] not in ("on", "among", "in", "for", "highest", "largest", "most"):
        return []
    subjects = about(scene.index, scene.entities, words, mention.i, scene.memory)
    near = sorted(properties(scene, mention), key=lambda found: -found[1])
    later = [p for hit in scene.hits if hit.i > mention.j for p in hit.parts]
    order = [p for p, _ in near[:1]] if near and near[0][1] > 0.5 else later[:1]
    found = []
    for part in order:
        for measure in scene.index.measures:
            if part not in measure.parts or measure.role or len(measure.parts) > 1:
                continue
            for entity in subjects:
                if not unique(scene.index, entity, measure.table):
                    continue
                base = _team(scene, measure.table, entity.where[measure.table]) if "team" in after else ()
                spell = Spell("rank", measure.table, (measure.column,), entity.where[measure.table], base)
                found.append(Candidate(spell, 0.8, (measure.column, "entity", "base")))
                break
    return found


def feat(scene: Scene, mention: Mention) -> list[Candidate]:
    """A double-double: so many of the columns that count towards it come to ten in the subject's row."""
    ahead = mention.i - 1 - (scene.words[mention.i - 1].stem in ("straight", "consecutive"))
    if mention.i and ahead >= 0 and scene.words[ahead].ordinal:
        from figures.data.runs import of_run

        return of_run(scene, mention)  # "his second double-double": that counts other days too
    before = {t.low for t in scene.words[max(0, mention.i - 6) : mention.i]}
    if before & deeds()["feat_missed"]:
        return []
    return reach(scene, about(scene.index, scene.entities, scene.words, mention.i, scene.memory)[:1])


def reach(scene: Scene, subjects: Sequence[Entity]) -> list[Candidate]:
    """How many of the columns that count towards a double-double come to ten, in the row of a person."""
    parts = lexicon().feat_parts
    for entity in subjects:
        for table, where in entity.where.items():
            own = [m for m in scene.index.measures if m.table == table and not m.role and len(m.parts) == 1]
            columns = tuple(m.column for part in parts for m in own if part in m.parts)
            if len(columns) >= 3 and entity.person and unique(scene.index, entity, table):
                spell = Spell("reach", table, columns, where, least=10)
                return [Candidate(spell, 0.8, (*columns, "entity"))]
    return []


def _team(scene: Scene, table: str, where: Sequence[Where]) -> tuple[Where, ...]:
    """The rows beside a row: those that share the value of a column that is no key and that has few values."""
    if scene.index.tables[table].run is not None:
        return ()
    rows = selected(scene.index.tables[table], where)
    for column in scene.index.tables[table].columns.values():
        value = column.values[rows[0]]
        if column.kind == "text" and value is not None and column.name not in scene.index.keys[table]:
            return (Where(column.name, "=", value),)
    return ()


def counted_over(scene: Scene, mention: Mention) -> list[Candidate]:
    """ "six players in double figures", "five Comets scored at least 8 points": how many rows reach a threshold."""
    words = scene.words
    after = [t.stem for t in words[mention.j : mention.j + 9] if t.raw != "-"]
    named = next((e for e in scene.entities if mention.j <= e.i <= mention.j + 1), None)
    if not any(stem in lexicon().people for stem in after[:3]) and (named is None or side(scene, named) is None):
        return []
    if mention.unit != "count" or {t.low for t in words[mention.j : mention.j + 4]} & SOME:
        return []
    text = f" {' '.join(after)} "
    least = next((n for words_, n in lexicon().thresholds.items() if f" {' '.join(words_)} " in text), None)
    near = [p for hit in scene.hits if mention.j <= hit.i < mention.j + len(after) for p in hit.parts]
    if least is None:
        least, near = _least(scene, mention)
    if least is None:
        return []
    found = []
    said = near or list(lexicon().score_parts)
    for measure in scene.index.measures:
        if len(measure.parts) != 1 or measure.role or not measure.parts & set(said[:4]):
            continue
        for entity in list(scene.entities) + about(scene.index, scene.entities, words, mention.i, scene.memory):
            if measure.table in entity.where and not unique(scene.index, entity, measure.table):
                where = (*entity.where[measure.table], Where(measure.column, ">=", least))
                found.append(Candidate(Spell("count", measure.table, (), where), 0.8, (measure.column, "rows")))
                break
    return found


def _least(scene: Scene, mention: Mention) -> tuple[int | None, list[str]]:
    """The threshold of "at least 8 points" or "10 points or more" behind a number of players, and of what it is."""
    _, end = clause(scene, mention.i)
    later = next((m for m in scene.mentions if mention.j <= m.i < min(end, mention.j + 9) and not m.named), None)
    if later is None or later.unit != "count" or later.second is not None or not isinstance(later.value, int):
        return None, []
    behind = [t.low for t in scene.words[later.j : later.j + 4]]
    bound = later.quantity.bound if later.quantity is not None else "="
    more = bound == ">=" or ("more" in behind and "or" in behind) or behind[:1] == ["plus"]
    parts = [p for hit in scene.hits if later.j <= hit.i <= later.j + 2 for p in hit.parts]
    return (
        (later.value, parts) if more and parts else (later.value + 1, parts) if bound == ">" and parts else (None, [])
    )


def thresholds(scene: Scene, mention: Mention) -> bool:
    """Whether a number is only the threshold that a number of players before it reaches."""
    before = [m for m in scene.mentions if mention.i - 9 < m.i < mention.i and m.unit == "count" and not m.named]
    return any(_least(scene, m)[0] is not None and counted_over(scene, m) for m in before[-1:])

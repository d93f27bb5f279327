"""Parts of a whole: of a column ("23% of revenue"), of the rows ("40% of the orders"), of those who said yes."""

from __future__ import annotations

from figures.data.candidates import Candidate, Scene, properties
from figures.data.entities import Entity
from figures.data.index import Flag, Measure
from figures.data.mentions import Mention
from figures.data.phrases import WHOLES
from figures.data.spell import Spell, Where

LISTS = frozenset({";", ",", ":", "and"})


def shares(scene: Scene, mention: Mention) -> list[Candidate]:
    """The best of these that the words allow."""
    return of_column(scene, mention) or of_rows(scene, mention) or of_yes(scene, mention)


def plain_measures(scene: Scene, mention: Mention) -> list[tuple[Measure, float]]:
    """The columns named near the number that hold amounts and no shares, with how near."""
    found = []
    plain = [m for m in scene.index.measures if m.role != "share" and len(m.parts) == 1]
    for part, near in properties(scene, mention):
        found += [(m, near) for m in plain if part in m.parts]
    return found


def of_column(scene: Scene, mention: Mention) -> list[Candidate]:
    """ "the north took 23% of total revenue"."""
    from figures.data.aggregates import conditions

    words = scene.words
    after = [t.low for t in words[mention.j : mention.j + 2]]
    if "of" not in after:
        return []
    start = mention.j + after.index("of") + 1
    named = [hit for hit in scene.hits if start <= hit.i <= start + 2 and hit.parts]
    parts = {p for hit in named for p in hit.parts}
    if named and any(0 < e.i - named[-1].j <= 3 for e in scene.entities) and words[named[-1].j].low in WHOLES:
        return []  # "61% of the orders of Ash": a ratio of two rows
    found = []
    for measure, near in plain_measures(scene, mention):
        where = conditions(scene, mention, measure.table)
        if where and measure.parts <= parts:
            whole = Spell("sum", measure.table, (measure.column,))
            spell = Spell("ratio", measure.table, (measure.column,), where, other=whole, scale=_scale(mention))
            found.append(Candidate(spell, near, (measure.column, "share")))
    return found


def of_rows(scene: Scene, mention: Mention) -> list[Candidate]:
    """Rows that hold a value, among those that hold any in its column: the ones that did not answer are left out.

    Where the words name yes or no to a question ("of daily readers"), among those who gave that answer.
    """
    from figures.data.aggregates import conditions, named_table

    listed = in_list(scene, mention)
    if mention.unit == "count" and not listed:
        return []
    found = []
    only = named_table(scene, mention)
    for table in scene.index.tables.values():
        if only and table.name != only:
            continue
        asked = answered(scene, mention, table.name)
        values = _part(scene, mention, table.name, listed, bool(asked))
        nouns = scene.index.nouns[table.name][0]
        near = {t.stem for t in scene.words[mention.j : mention.j + 8]}
        if not values and (near & nouns or only):
            values = conditions(scene, mention, table.name)
            if not all(w.op == "=" and w.column not in scene.index.keys[table.name] for w in values):
                continue
        elif not values:
            continue
        if not values:
            continue
        base = tuple(Where(w.column, "!=", "") for w in values)
        where = (*values, *asked)
        spell = Spell("share", table.name, (), where, (*base, *asked), scale=_scale(mention, listed))
        found.append(Candidate(spell, 0.8, ("share", "answered rows")))
    return found


def in_list(scene: Scene, mention: Mention) -> Entity | None:
    """The value that the number stands behind in a list of values and their shares: "bus 12.5%; train 8; car 40"."""
    own = next((e for e in scene.entities if e.j == mention.i), None)
    if own is None or not _begins(scene, own):
        return None
    alike = [m for m in scene.mentions if any(e.j == m.i and _begins(scene, e) for e in scene.entities) and not m.named]
    return own if len(alike) >= 3 and any(m.unit == "percent" for m in scene.mentions) else None


def _begins(scene: Scene, entity: Entity) -> bool:
    """Whether a name begins an item of a list."""
    return entity.i > 0 and any(t.raw in LISTS for t in scene.words[max(0, entity.i - 3) : entity.i])


def _part(scene: Scene, mention: Mention, table: str, listed: Entity | None, asked: bool) -> tuple[Where, ...]:
    """The value whose rows are counted: of the list, before the bracket, or carried on from the sentence before."""
    if listed is not None:
        return listed.where.get(table, ())
    words = scene.words
    opening = next((k for k in range(mention.i, max(-1, mention.i - 16), -1) if words[k].raw == "("), None)
    if opening is not None:
        before = [e for e in scene.entities if e.j == opening]
        if before:
            return before[0].where.get(table, ())
    if not scene.entities and scene.memory.subject is not None and "it" in {t.stem for t in words[: mention.i]}:
        where = scene.memory.subject.where.get(table, ())
        flags = {w.column for w in where} & set(scene.index.keys[table])
        return () if flags else where
    return ()


def answered(scene: Scene, mention: Mention, table: str) -> tuple[Where, ...]:
    """Yes or no to the question that stands behind the number ("of daily readers"), or else before it."""
    found = yes_or_no(scene, table)
    words = scene.words
    stop = min([m.i for m in scene.mentions if m.i >= mention.j] + [mention.j + 6])
    behind = [w for at, w in found if mention.j <= at < stop and WHOLES & _raws(scene, mention.j, at)]
    if behind:
        return (behind[0],)
    between = {t.raw for t in words[mention.i : mention.j + 2]}
    before = [w for at, w in found if at < mention.i and "(" in _raws(scene, at, mention.i)]
    return (before[0],) if before and ")" not in between else ()


def _raws(scene: Scene, start: int, end: int) -> set[str]:
    return {t.low for t in scene.words[start:end]}


def yes_or_no(scene: Scene, table: str) -> list[tuple[int, Where]]:
    """Words that stand for one question of a table alone, and the answer that they mean."""
    found = []
    for flag in scene.index.flags:
        if flag.table != table:
            continue
        for at, token in enumerate(scene.words):
            if token.stem in flag.own:
                negated = _raws(scene, max(0, at - 2), at) & {"non", "not", "never", "without"}
                found.append((at, Where(flag.column, "=", (flag.no if negated else flag.yes) or "")))
    return sorted(found, key=lambda pair: pair[0])


def of_yes(scene: Scene, mention: Mention) -> list[Candidate]:
    """ "four in five said that they read a paper": those who said yes to the question with most of these words."""
    stems = {t.stem for t in scene.words}
    found = []
    for flag in scene.index.flags:
        shared = flag.words & stems
        nouns = scene.index.nouns[flag.table][0]
        if len(shared) < 3 or not shared & flag.own or not stems & nouns:
            continue
        answer = _answer(scene, flag)
        spell = Spell(
            "share",
            flag.table,
            (),
            (Where(flag.column, "=", answer),),
            (Where(flag.column, "!=", ""),),
            scale=_scale(mention),
        )
        found.append(Candidate(spell, 0.75, ("share", "answered rows")))
    return found


def _answer(scene: Scene, flag: Flag) -> str:
    negated = {"not", "never", "n't", "no"} & {t.low for t in scene.words}
    return str(flag.no if negated else flag.yes)


def _scale(mention: Mention, listed: Entity | None = None) -> int:
    return 100 if mention.unit == "percent" or listed is not None else 1

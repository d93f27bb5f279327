"""What stands around a number and makes it another: a top three, a threshold, two names at once, a period."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from figures.data.candidates import Candidate, Scene, cell, clause, fitting, properties
from figures.data.entities import Entity, unique
from figures.data.index import MONTHS
from figures.data.mentions import Mention
from figures.data.spell import Spell, Where, value

BEFORE = frozenset("top bottom first last next past other another within every each new extra additional".split())
AFTER = frozenset("new other additional extra further".split())
TOGETHER = frozenset("together combined total altogether between".split())
EACH = frozenset({"each", "apiece"})
PLACES = frozenset({"in", "at", "for", "from", "of", "among", "across", "since", "during"})
SPELLS = frozenset({"quarter", "half", "month", "week", "weekend", "season", "decade", "century", "today", "yesterday"})
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday i".split())
JOINTS = frozenset({"and", "or", ",", "&", "the"})
BOUNDS = {">": ">", ">=": ">=", "<": "<", "<=": "<="}


def set_apart(scene: Scene, mention: Mention) -> bool:
    """Whether the number counts something else than what the rows hold: "the top 3 stores", "5 new stores"."""
    words = scene.words
    before = words[mention.i - 1].low if mention.i else ""
    raw = words[mention.i].raw
    behind = words[mention.j].low if mention.j < len(words) else ""
    if mention.unit in ("count", "ordinal") and raw[0].isdigit() and (before.lower() in MONTHS or behind in MONTHS):
        return True  # a day
    if mention.unit == "count" and len(raw) == 4 and raw.isdigit() and 1900 <= int(raw) <= 2100:
        return not any(hit.parts and hit.i == mention.j for hit in scene.hits)  # a year
    if mention.unit == "count" and {"short", "shy"} & {t.low for t in words[mention.j : mention.j + 2]}:
        return True  # "one rebound short of ten"
    after = words[mention.j].low if mention.j < len(words) else ""
    return (before in BEFORE and mention.unit == "count") or after in AFTER


def counts_rows(scene: Scene, mention: Mention) -> bool:
    """Whether the noun of the number is what the rows of a table are: "3 stores by orders"."""
    if mention.j >= len(scene.words):
        return False
    stem = scene.words[mention.j].stem
    parts = any(hit.parts and hit.i == mention.j for hit in scene.hits)
    return not parts and any(stem in nouns for nouns, _ in scene.index.nouns.values())


def narrowed(scene: Scene, mention: Mention) -> bool:
    """Whether the clause names a place, a year or a part of one that the tables do not know: "in Berlin", "in 1987".

    A number over all rows would then be held against too many of them. In a headline, capitals say nothing.
    """
    words = scene.words
    start, end = clause(scene, mention.i)
    known = {k for hit in scene.hits for k in range(hit.i, hit.j)} | set(range(mention.i, mention.j))
    for at in range(start, end):
        token = words[at]
        if at in known or at == 0:
            continue
        if token.stem in SPELLS:
            return True
        before = words[at - 1].raw if words[at - 1].low != "the" or at < 2 else words[at - 2].raw
        if (before.lower() if at <= 2 else before) not in PLACES:
            continue
        year = token.number is not None and isinstance(token.number, int) and 1500 <= token.number <= 2200
        if (year and len(token.raw) == 4) or (token.raw[0].isupper() and token.low not in DAYS):
            return True
    return False


def threshold(scene: Scene, mention: Mention) -> bool:
    """Whether the number only bounds which rows are counted before it: "3 stores have more than 200 orders"."""
    start, _ = clause(scene, mention.i)
    counted = [m for m in scene.mentions if not m.named and start <= m.i < mention.i and counts_rows(scene, m)]
    return bool(counted) and not any(counted[-1].j <= e.i < mention.i for e in scene.entities)


def bounds(scene: Scene, mention: Mention, table: str) -> tuple[Where, ...] | None:
    """What a later number in the clause asks of the rows that are counted; None where that was not made out."""
    _, end = clause(scene, mention.i)
    found: list[Where] = []
    for later in scene.mentions:
        if not mention.j <= later.i < end or later.named:
            continue
        if counts_rows(scene, later) or any(t.raw in (",", "and") for t in scene.words[mention.j : later.i]):
            break
        op = BOUNDS.get(later.quantity.bound, "") if later.quantity is not None else ""
        columns = [m for part, _ in properties(scene, later) for m in fitting(scene, later, part, None)]
        columns = [m for m in columns if m.table == table]
        if not op or not columns:
            return None if not any(t.low in ("with", "of") for t in scene.words[mention.j : later.i]) else ()
        found.append(Where(columns[0].column, op, later.value))
    return tuple(found)


def joint(scene: Scene, entity: Entity) -> list[Entity]:
    """The names that are said together with one: "Ash and Birch"; only itself where none is."""
    group = [entity]
    for first, second in pairwise(scene.entities):
        between = {token.low for token in scene.words[first.j : second.i]}
        alike = {
            t for t in set(first.where) & set(second.where) if first.where[t][0].column == second.where[t][0].column
        }
        another = {",", "and"} <= between and len(group) == 1  # a clause of its own, or the end of a list of three
        if between & {"and", "or", "&", ","} and between <= JOINTS and alike and not another:
            if second is group[0]:
                group.insert(0, first)
            elif first is group[-1]:
                group.append(second)
    return group


def of_several(scene: Scene, mention: Mention, group: Sequence[Entity]) -> list[Candidate]:
    """A number said of several names: one each in their order, their sum, or the difference of two."""
    words = scene.words
    start, end = clause(scene, mention.i)
    said = {token.low for token in words[start:end]}
    numbers = [m for m in scene.mentions if group[-1].j <= m.i < end and not m.named and m.unit == mention.unit]
    found: list[Candidate] = []
    for part, near in properties(scene, mention):
        for measure in fitting(scene, mention, part, None):
            wheres = [e.where[measure.table] for e in group if unique(scene.index, e, measure.table)]
            if len(wheres) != len(group) or any(len(where) != 1 for where in wheres):
                continue
            if "respectively" in said and len(numbers) == len(group):
                own = next(k for k, m in enumerate(numbers) if m is mention)
                found.append(Candidate(cell(measure, mention, wheres[own]), near, (measure.column, "entity")))
            elif _each(scene, mention, said):
                spells = [cell(measure, mention, where) for where in wheres]
                odd = next((s for s in spells if not _meets(scene, mention, s)), spells[0])
                found.append(Candidate(odd, near, (measure.column, "entity")))  # it is said of all of them
            elif {"difference", "gap"} & said and len(group) == 2:
                found.append(Candidate(_apart(scene, measure.table, measure.column, wheres), near, (measure.column,)))
            elif said & TOGETHER and len({where[0].column for where in wheres}) == 1:
                names = tuple(v for where in wheres for v in [where[0].value] if not isinstance(v, tuple))
                chosen = (Where(wheres[0][0].column, "in", names),)
                found.append(Candidate(Spell("sum", measure.table, (measure.column,), chosen), near, (measure.column,)))
    return found


def _meets(scene: Scene, mention: Mention, spell: Spell) -> bool:
    """Whether what a derivation gives is what the number says."""
    given = value(spell, scene.index.tables)
    if given is None or isinstance(given, str):
        return False
    return mention.quantity.stated.contains(given) if mention.quantity is not None else given == mention.value


def _each(scene: Scene, mention: Mention, said: set[str]) -> bool:
    """Whether a number is said of each of several names: "15 points each", "a pair of 15-point games"."""
    pair = mention.i > 1 and [t.low for t in scene.words[mention.i - 2 : mention.i]] == ["pair", "of"]
    return bool(said & EACH) or pair or ("both" in said and not said & TOGETHER)


def _apart(scene: Scene, table: str, column: str, wheres: Sequence[tuple[Where, ...]]) -> Spell:
    """The larger less the smaller: a difference between two is told without its sign."""
    one, two = (Spell("cell", table, (column,), where) for where in wheres)
    numbers = [value(spell, scene.index.tables) for spell in (one, two)]
    if all(isinstance(n, str) or n is None for n in numbers) or str(numbers[0]) == str(numbers[1]):
        return Spell("difference", table, (column,), one.where, other=two)
    swap = not isinstance(numbers[0], str) and not isinstance(numbers[1], str) and (numbers[0] or 0) < (numbers[1] or 0)
    first, second = (two, one) if swap else (one, two)
    return Spell("difference", table, (column,), first.where, other=second)


def periods(scene: Scene, mention: Mention) -> list[Entity]:
    """The dates that a number is of: those right behind it ("100 in January"), else those before it."""
    stop = min([m.i for m in scene.mentions if m.i >= mention.j and not m.named] + [len(scene.words)])
    dated = [e for e in scene.entities if any(is_period(w) for where in e.where.values() for w in where)]
    behind = [e for e in dated if mention.j <= e.i < stop]
    return behind or [e for e in dated if e.j <= mention.i]


def is_period(where: Where) -> bool:
    """Whether a condition is a year or a date."""
    if isinstance(where.value, int):
        return True
    return isinstance(where.value, str) and len(where.value) in (7, 10) and where.value[:4].isdigit()

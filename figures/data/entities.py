"""Who or what each number of a text is about: names, short names, pronouns and "the team", followed from sentence to
sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct, field

from figures.data.givers import gave
from figures.data.index import Hit, Index
from figures.data.spell import Where, count, selected
from figures.data.topic import Topic
from figures.data.words import Token, lexicon

PREPOSITIONS = frozenset(
    "of for against over from to in at on into with than behind between among off past upon versus vs".split()
)
BEFORE_SUBJECT = frozenset(
    "while but and as where whereas although though because , ; : . by ( when after before until once then - he".split()
)
ARTICLES = frozenset("the host visiting home a an both duo of".split())
GIVEN = frozenset("allow allowed allowing concede conceded conceding surrendered forced forcing".split())
APART = frozenset({"while", "but", "as", "before", "after", "when", ";", ","})
PERSON = frozenset("he she his her him himself herself".split())
GROUP = frozenset("they their them it its themselves".split())


class Entity(Struct, gc=False):
    """A name in the text, and the conditions it sets in each table that knows it."""

    i: int
    j: int
    where: dict[str, tuple[Where, ...]]
    person: bool = False
    subject: bool = False  # of its clause, as far as can be told
    possessive: bool = False
    turned: bool = False  # taken for the other side, because the name stands on both sides of a verb

    def same(self, other: Entity) -> bool:
        return self.where == other.where


class Memory(Struct):
    """What was talked about before, the most recent last."""

    subject: Entity | None = None
    person: Entity | None = None
    group: Entity | None = None
    pair: tuple[Entity, Entity] | None = None  # two names joined, of "the former" and "the latter"
    full: dict[str, str] = field(default_factory=dict)  # short name -> the full one that was used last
    topic: Topic = field(default_factory=Topic)


def entities(index: Index, found: Sequence[Hit], words: Sequence[Token], memory: Memory) -> list[Entity]:
    """The entities of a sentence, adjacent names of one row joined ("Atlanta Hawks")."""
    made: list[Entity] = []
    for hit in found:
        short = hit.j - hit.i == 1 and all(value.alias for value in hit.values)
        if not hit.values or (short and words[hit.i].stem in index.table_words):
            continue
        entity = _entity(index, hit, words, memory)
        last = made[-1] if made else None
        if last and entity.i - last.j <= (1 if words[last.j].raw in ("-", "'") else 0) and _join(index, last, entity):
            continue
        made.append(entity)
    from figures.data import hosts

    if sides := hosts.places(index, words):
        taken = {k for entity in made for k in range(entity.i, entity.j)}
        made = sorted([*made, *(e for e in sides if e.i not in taken)], key=lambda e: e.i)
    for entity in made:
        _link(index, entity)
        _role(entity, words)
    if len(made) > 1:
        from figures.data.twice import turn

        turn(index, made, words)
    if made or memory.pair is not None:
        from figures.data import former

        places, pairs = former.places(made, words, memory), former.pair(made, words)
        memory.pair = pairs[-1] if pairs else None if made else memory.pair
        made = sorted([*made, *places], key=lambda e: e.i)
    return made


def _entity(index: Index, hit: Hit, words: Sequence[Token], memory: Memory) -> Entity:
    where: dict[str, tuple[Where, ...]] = {}
    short = " ".join(token.stem for token in words[hit.i : hit.j])
    person = False
    whole = [value for value in hit.values if not value.alias]
    chosen = whole or list(hit.values)
    for value in chosen:
        same = [v.value for v in chosen if v.table == value.table and v.column == value.column]
        if len(same) > 1 and memory.full.get(short) in same:
            same = [memory.full[short]]
        other = value.table in where and where[value.table][0].column != value.column
        if other and value.column not in index.keys[value.table]:
            continue
        where[value.table] = (
            Where(value.column, "=", same[0]) if len(set(same)) == 1 else Where(value.column, "in", tuple(same)),
        )
        if value.column in index.keys[value.table] and _holds_people(value.column):
            person = person or (len(str(value.value).split()) > 1 and not _is_side(index, value.table))
    for value in whole:
        if isinstance(value.value, str) and " " in value.value:
            memory.full[" ".join(token.stem for token in words[hit.j - 1 : hit.j])] = value.value
    return Entity(hit.i, hit.j, where, person)


@lru_cache(4096)
def _holds_people(column: str) -> bool:
    """Whether a column's name is that of people: player_name."""
    return any(word in column.lower() for word in lexicon().people)


def _is_side(index: Index, table: str) -> bool:
    """Whether the rows of a table are the sides of an event: the Trail Blazers are no person."""
    from figures.data.event import event

    return index.tables[table].count == 2 and event(index) == table


def _join(index: Index, first: Entity, second: Entity) -> bool:
    """Makes one entity of two that stand side by side and share rows."""
    shared = set(first.where) & set(second.where)
    joined = {}
    for table in shared:
        both = tuple(dict.fromkeys(first.where[table] + second.where[table]))
        if count(index.tables[table], both):
            joined[table] = both
    if not joined:
        return False
    first.where = {**first.where, **{t: w for t, w in second.where.items() if t not in shared}, **joined}
    first.j, first.person = second.j, first.person or second.person
    return True


def _link(index: Index, entity: Entity) -> None:
    """A row of one table whose text selects rows of another: the Hawks are Atlanta in the table of players."""
    if len(index.tables) == 1:
        return
    for table, where in list(entity.where.items()):
        if index.tables[table].run is not None:
            continue
        rows = selected(index.tables[table], where)
        if len(rows) != 1:
            continue
        for column in index.tables[table].columns.values():
            value = column.values[rows[0]]
            if column.kind != "text" or value is None:
                continue
            for other in index.tables.values():
                if other.name in entity.where:
                    continue
                for second in other.columns.values():
                    if second.kind == "text" and second.name not in index.keys[other.name] and second.rows(value):
                        entity.where[other.name] = (Where(second.name, "=", value),)
                        break


def _role(entity: Entity, words: Sequence[Token]) -> None:
    at = entity.i - 1
    while at >= 0 and words[at].stem in ARTICLES and words[at].stem != "of":
        at -= 1
    before = words[at].low if at >= 0 else "."
    if before == "of" and at >= 2 and words[at - 1].stem in ("duo", "trio", "pair", "combination"):
        before = "by"
    elif before == "with" and entity.j < len(words) and words[entity.j].raw.endswith("ing"):
        before = "while"
    entity.subject = before in BEFORE_SUBJECT or at < 0
    if entity.j < len(words) and words[entity.j].raw in ("'s", "’s", "'", "’"):
        entity.possessive = True
        if entity.j + 1 < len(words) and words[entity.j + 1].raw[0].isupper():
            entity.subject = False


def about(
    index: Index, named: Sequence[Entity], words: Sequence[Token], at: int, memory: Memory, stop: int | None = None
) -> list[Entity]:
    """Whom the number at token ``at`` is about, the likeliest first. The order comes from the words alone.

    ``stop``: where the next number stands; a name behind that is not of this one.
    """
    left = [entity for entity in named if entity.j <= at]
    opening = _parenthesis(words, at)
    if opening is not None:
        inside = [entity for entity in left if entity.j == opening]
        if inside:
            return inside
        owner = [e for e in left if e.j < opening]
        left = owner or left
    behind = {w.low for w in words[left[-1].j : at]} if left else set()
    if left and left[-1].possessive and at - left[-1].j <= 3 and not behind & (PREPOSITIONS | {","}):
        return [left[-1]]
    giver = next((e for e in named if at < e.i and gave(words, named, e, at, stop)), None)
    if giver is not None:
        return [giver]
    last = left[-1] if left else None
    after_last = [w.low for w in words[last.j : at]] if last else []
    if last and not last.subject:
        before = {w.low for w in words[max(0, last.i - 4) : last.i]}
        before = set() if "off" in before else before  # "held off the Comets" is no holding them to a number
        clear = not set(after_last) & {"while", "but", "as", "whereas", ","}
        if before & lexicon().onto_object and clear:
            return [last]
    if last and "who" in after_last[:3]:
        return [last]
    pronoun = next((w.low for w in reversed(words[last.j if last else 0 : at]) if w.low in PERSON | GROUP), "")
    subjects = [entity for entity in reversed(left) if entity.subject]
    if pronoun == "them" and subjects and set(after_last) & lexicon().onto_object:
        return [found for found in [opponent(index, subjects[0])] if found]
    if pronoun in PERSON:
        people = [e for e in subjects if e.person] or [e for e in reversed(left) if e.person]
        return people[:1] or [e for e in [memory.person] if e]
    if pronoun in GROUP and pronoun not in ("it", "its"):
        groups = [e for e in subjects if not e.person]
        if groups:
            return groups[:1]
        if not subjects:
            return [e for e in [memory.group or memory.subject] if e]
    if subjects and not subjects[0].person and _given(words, subjects[0], named, at):
        return [found for found in [opponent(index, subjects[0])] if found]
    if subjects:
        return subjects[:1] + [e for e in reversed(left) if not e.subject]
    rest = list(reversed(left)) + [e for e in named if at < e.i < (len(words) if stop is None else stop)][:1]
    carried = [memory.subject] if memory.subject else []
    return carried + rest if any(w.low in PERSON | GROUP for w in words[:at]) else rest + carried


def _given(words: Sequence[Token], subject: Entity, named: Sequence[Entity], at: int) -> bool:
    """Whether a number is what the subject let the other side have: "allowed 30 points", "forced 14 turnovers"."""
    for k in range(at - 1, max(subject.j, at - 5) - 1, -1):
        low = words[k].low
        if low in APART or (low.endswith("ing") and low not in GIVEN):
            return False  # "forced 13 turnovers while shooting 50 percent"
        if low in GIVEN:
            return not any(k < e.i < at for e in named)
    return False


def remember(named: Sequence[Entity], memory: Memory) -> None:
    """What later sentences may refer back to."""
    subjects = [entity for entity in named if entity.subject] or list(named[:1])
    for entity in subjects:
        memory.subject = entity
        if entity.person:
            memory.person = entity
        else:
            memory.group = entity


def opponent(index: Index, entity: Entity) -> Entity | None:
    """The other row of a table of two."""
    for table, where in entity.where.items():
        if index.tables[table].count != 2 or index.tables[table].run is not None:
            continue
        rows = selected(index.tables[table], where)
        if len(rows) == 1 and index.keys[table]:
            key = index.keys[table][-1]
            other = index.tables[table].columns[key].values[1 - rows[0]]
            if other is not None:
                found = Entity(entity.i, entity.j, {table: (Where(key, "=", other),)})
                _link(index, found)
                return found
    return None


def _parenthesis(words: Sequence[Token], at: int) -> int | None:
    """The token of the bracket that opens around ``at``; None outside brackets."""
    for k in range(at - 1, max(-1, at - 30), -1):
        if words[k].raw == ")":
            return None
        if words[k].raw == "(":
            return k
    return None


def unique(index: Index, entity: Entity, table: str) -> bool:
    """Whether an entity is one row of a table."""
    return table in entity.where and count(index.tables[table], entity.where[table]) == 1

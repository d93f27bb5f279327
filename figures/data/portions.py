"""Shares of the rows that a sentence chooses: "of the women, a third said yes"."""

from __future__ import annotations

from collections.abc import Sequence

from figures.data.aggregates import asked
from figures.data.candidates import Candidate, Scene
from figures.data.choice import Choice
from figures.data.choices import choices, is_bound
from figures.data.clauses import Frame, frame
from figures.data.index import UNKNOWN
from figures.data.mentions import Mention
from figures.data.naming import namings
from figures.data.selection import (
    BEST,
    EACH_WORD,
    applicable,
    changing,
    complementing,
    joined,
    points_back,
    where,
)
from figures.data.shares import in_list
from figures.data.spell import Spell, Table, Where
from figures.data.spoken import spoken
from figures.data.told import unexplained
from figures.data.words import lexicon
from figures.lexicon.english import FUNCTION_WORDS

SETTING_AGAINST = frozenset("compared versus percent pct share figure number".split())
AGAIN = ([",", "or"], [",", "which", "is"], [",", "that", "is"], [",", "i.e."])
ABOUT = frozenset("about around roughly nearly almost some just over more fewer less than".split())
KNOWN = frozenset({"recorded", "known", "know", "given", "answered", "available"})


def portion(scene: Scene, mention: Mention, table: Table, around: Frame) -> list[Candidate]:
    part, whole = applicable(scene, mention, table, around)
    topic = scene.memory.topic
    if listed := in_list(scene, mention) is not None:
        part, whole = [c for c in part if max(c.core) == mention.i - 1], []
    if _between_commas(scene, mention):
        return []  # "fewer than half of them, 42 percent, walk"
    if _said_behind(scene, mention, table, part):
        return []
    if changing(scene, mention, (*part, *whole)) or not _is_share(scene, mention, table, part, around):
        return []
    of = where(whole)
    lost = 0.0
    carried_: tuple[Where, ...] = ()
    told_so = again(scene, mention)
    if told_so and topic.here and topic.counted and not topic.doubtful and not part:
        carried_ = topic.chosen.get(table.name, ())  # "89 of them, or 53 percent"
    pronoun = points_back(scene, mention, around)
    back_ = around.back or pronoun
    if around.back and topic.spell is not None and not topic.counted:
        return []  # a part of an amount
    if carried_:
        pass
    elif pronoun and not around.back and not part:
        subject = scene.memory.subject.where.get(table.name, ()) if scene.memory.subject is not None else ()
        subject = subject or (() if topic.doubtful else topic.part.get(table.name, ()))
        if not subject or whole:
            return []
        carried_ = subject
    elif back_:
        base_ = {
            (w.column, w.op, w.value) for w in (topic.spell.base if topic.spell is not None else ()) if w.value != ""
        }
        if pronoun and not around.back and base_ and topic.part.get(table.name):
            return []  # "they": those of the whole, or of the part
        back = topic.chosen.get(table.name)
        if back is None or topic.doubtful:
            back, lost = (), 0.35  # of all, or of those that were told before
        of = joined(of, (*topic.whole.get(table.name, ()), *back))
    held = {w.column for w in of}
    if not _of_rows(scene, table, around):
        return []
    if not part and (last := tail(scene, mention, table, around)):
        part = last  # "49 percent of senators and 40 percent of representatives have a degree"
    wanted = tuple(w for w in where(part) if w.column not in held or w not in of)
    if back_:
        wanted = tuple(w for w in wanted if w.column not in held)
    if carried_:
        wanted, lost = carried_, 0.1
    elif not wanted and of:
        if _predicate(scene, mention, around):
            return []
        wanted = tuple(w for w in topic.part.get(table.name, ()) if w.column not in {o.column for o in of})
        lost = 0.1
    if not wanted or (topic.doubtful and lost and not carried_):
        return []
    if complementing(scene, table, around):
        return []
    if any(c.at and scene.words[c.at - 1].low == "than" and mention.i - 2 <= max(c.core) < mention.i for c in part):
        return []  # "women walk (42 percent) more than men (25 percent)": what they do is said of the others
    keys = scene.index.keys[table.name]
    if any(w.column in keys and w.op in ("=", "in") for w in (*wanted, *of)):
        return []  # of one row there are no shares
    if asked(scene, mention, ("mean", "median"), around.near)[0]:
        return []
    before = topic.spell
    alone = not of and topic.here and not around.base
    if alone and before is not None and before.kind == "share" and before.table == table.name:
        taken_ = {w.column for w in wanted}  # "79% of owners have a dog, while 29% have a cat"
        of = tuple(w for w in before.base if w.op == "=" and w.column not in taken_)
    scope = tuple(w for w in topic.scope(table.name) if w.column not in {x.column for x in (*wanted, *of)})
    of = (*of, *scope)
    only_known = bool({scene.words[k].low for k in around.base | around.near} & KNOWN)
    answered = tuple(
        c for w in {w.column: w for w in wanted}.values() for c in known(table, w)[: None if only_known else 1]
    )
    used = frozenset(k for choice in (*part, *whole) for k in choice.tokens)
    scale = 100 if mention.unit == "percent" or listed else 1
    spell = Spell("share", table.name, (), (*of, *wanted), (*of, *answered), scale=scale)
    cost = unexplained(scene, spell, around.near, used, frozenset())
    score = min((c.fit for c in (*part, *whole)), default=0.9) * BEST - EACH_WORD * cost - lost
    wholes = [of]
    if (gate := _gate(scene, table, wanted)) is not None:
        wholes.insert(0, (*of, gate))
    if (ticked := _asked(scene, table, wanted)) is not None:
        spell = Spell("share", table.name, (), (*of, *wanted), (*of, ticked), scale=scale)
    if only_known or (alone and topic.doubtful):
        wholes = []  # no others are meant
    others = tuple(Spell("share", table.name, (), (*of, *wanted), base, scale=scale) for base in wholes)
    if told_so and others:
        spell, others = others[-1], (spell, *others[:-1])  # of what was counted
    return [Candidate(spell, min(score, BEST), ("share", "answered rows"), others=others)]


def again(scene: Scene, mention: Mention) -> bool:
    """Whether a share says once more what a count before it says: "89, or 53 percent", "35, which is 30 percent"."""
    before = [t.low for t in scene.words[max(0, mention.i - 4) : mention.i]]
    while before and before[-1] in ABOUT:
        before.pop()
    return any(before[-len(words) :] == words for words in AGAIN)


def _said_behind(scene: Scene, mention: Mention, table: Table, part: Sequence[Choice]) -> bool:
    """Whether what is said of those before a bracket stands behind it: "women (64 percent) own cars more often"."""
    words = scene.words
    close = next((k for k in range(mention.j, min(len(words), mention.j + 3)) if words[k].raw == ")"), None)
    if close is None or not part or words[mention.i - 1].raw != "(":
        return False
    stop = next((k for k in range(close + 1, len(words)) if words[k].raw in (",", ";", "(", "and", "than")), len(words))
    held = {column for choice in part for column in choice.columns}
    return any(close < c.at < stop and c.where and not c.columns & held for c in choices(scene, table))


def _between_commas(scene: Scene, mention: Mention) -> bool:
    """Whether a percentage stands alone between commas, behind another number whose words it shares."""
    words = scene.words
    behind = [t.low for t in words[mention.j : mention.j + 2]]
    stop = mention.j + 1 if behind[:1] in (["percent"], ["%"]) else mention.j
    alone = mention.i > 1 and words[mention.i - 1].raw == "," and words[stop : stop + 1] and words[stop].raw == ","
    return bool(alone) and any(mention.i - 8 <= m.i < mention.i and m.unit == "fraction" for m in scene.mentions)


def _asked(scene: Scene, table: Table, wanted: Sequence[Where]) -> Where | None:
    """Of "check all that apply", where only a yes is written: a condition that those meet who ticked any of it."""
    open_ = {f.column for f in scene.index.flags if f.table == table.name and f.no is None}
    ticked = [w.column for w in wanted if w.column in open_]
    if not ticked:
        return None
    question = ticked[0].rpartition(" - ")[0]
    group = tuple(c for c in table.columns if question and c.rpartition(" - ")[0] == question)
    return Where(ticked[0], "any", group or tuple(c for c in table.columns if c in open_))


def _gate(scene: Scene, table: Table, wanted: Sequence[Where]) -> Where | None:
    """The question whose yes let people answer another: all who answered said yes to it."""
    if table.run is not None:
        return None
    filled = {row for w in wanted for row, cell in enumerate(table.columns[w.column].values) if cell is not None}
    gates = []
    for flag in scene.index.flags:
        if flag.table == table.name and flag.no is not None and isinstance(flag.yes, str):
            rows = table.columns[flag.column].rows(flag.yes)
            if filled <= set(rows) and len(rows) < table.count:
                gates.append((len(rows), flag.column, flag.yes))
    return Where(min(gates)[1], "=", min(gates)[2]) if gates else None


def _of_rows(scene: Scene, table: Table, around: Frame) -> bool:
    """Whether the whole of a share is rows, as far as it is told: not "of the total", "of group revenue"."""
    if around.back or not around.base:
        return True
    words = {scene.words[k].low for k in around.base}
    return not words & {"total", "sum"} and not any(
        set(tokens) & around.base
        for (name, column), found in spoken(scene).items()
        if name == table.name and column not in scene.index.nouns[name][1]
        for tokens in found.values()
        if not any(scene.words[k].stem in scene.index.nouns[name][0] for k in tokens)
    )


def _is_share(scene: Scene, mention: Mention, table: Table, part: Sequence[Choice], around: Frame) -> bool:
    """Whether what stands before a percentage is said to be that part of something: "women make up 30 percent"; not
    "Lydford came closest with 30 percent"."""
    words = scene.words
    if not part or any(choice.at >= mention.i for choice in part) or around.base - around.lead or again(scene, mention):
        return True
    if not namings(scene.index)[table.name]:
        return True  # a table of answers, in which nothing has a percentage of its own
    topic = scene.memory.topic
    if topic.here and {w.column for w in topic.part.get(table.name, ())} == {
        c for choice in part for c in choice.columns
    }:
        return True  # "California reported a quarter of all incidents, ahead of Florida at 17 percent"
    last = max(max(choice.core) for choice in part)
    between = {t.low for t in words[last + 1 : mention.i]}
    return last + 1 == mention.i or (bool(between & (lexicon().share_verbs | {"("})) and not between & {"with", "at"})


def _predicate(scene: Scene, mention: Mention, around: Frame) -> bool:
    """Whether something of its own is said of what a percentage is of."""
    rest = around.near - around.base - around.lead - around.shared - frozenset(range(mention.i, mention.j))
    return any(
        scene.words[k].raw[0].isalpha()
        and scene.words[k].low not in FUNCTION_WORDS | SETTING_AGAINST
        and not scene.words[k].low.endswith("ly")
        for k in rest
    )


def known(table: Table, wanted: Where) -> tuple[Where, ...]:
    """The conditions that a column is filled, and not with a word for unknown."""
    column = table.columns[wanted.column]
    unknown = [v for v in column.distinct if str(v).lower() in UNKNOWN and v != wanted.value]
    return (Where(column.name, "!=", ""), *(Where(column.name, "!=", v) for v in unknown))


def tail(scene: Scene, mention: Mention, table: Table, around: Frame) -> list[Choice]:
    """What the next number is said to be a part of, where one predicate holds for both."""
    later = next((m for m in scene.mentions if m.i >= mention.j and not m.named and not is_bound(scene, m)), None)
    if later is None or later.unit != mention.unit:
        return []
    between = {t.low for t in scene.words[max(around.own, default=0) - 1 : later.i + 1]}
    if not between & {"and", "versus", "to", ","} or "," in between:
        return []
    next_ = frame(scene, later)
    return [
        c
        for c in choices(scene, table)
        if c.where and c.core <= next_.own and not c.core <= next_.base and c.at > later.j
    ]

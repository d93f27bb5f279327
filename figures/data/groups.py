"""Counts and shares of the rows that a sentence chooses: "12 were for boarding", "of the women, a third said yes"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from figures.data.aggregates import asked
from figures.data.candidates import Candidate, Scene
from figures.data.choices import Choice, choices, is_bound
from figures.data.clauses import Frame, frame, joint
from figures.data.columns import namings, spoken
from figures.data.index import UNKNOWN, pieces
from figures.data.mentions import Mention
from figures.data.shares import in_list
from figures.data.spell import Spell, Table, Where, count
from figures.data.told import unexplained
from figures.data.words import lexicon, stem
from figures.lexicon.english import ADVERBS, AUXILIARIES, FUNCTION_WORDS, VERBS

BEST = 0.9
BOUNDING = frozenset(
    "exceed exceeds exceeded exceeding top topped over above below under least most than pay paid cost reach reached "
    "with had have at".split()
)
EXCLUDING = frozenset(
    {("not", "counting"), ("not", "including"), ("other", "than"), ("except", "for"), ("who", "did"), ("who", "do")}
)
SETTING_AGAINST = frozenset("compared versus percent pct share figure number".split())
KNOWN = frozenset({"recorded", "known", "know", "given", "answered", "available"})
WEAK = 0.55  # too little to call a number wrong
FAIR = 0.45
FEW = 5  # rows: so few are often hit by chance
SEVERAL = 20  # rows: so many are seldom hit by chance
SOURCES = frozenset("sample list data table database survey dataset analysis ranking log file".split())
OCCASIONS = frozenset("case incident instance occasion visit appearance time".split())
PERSONAL = frozenset(
    "age gender sex respondent respondentid race raceethnicity ethnicity nationality birthday occupation".split()
)
PRONOUNS = frozenset("they them it he she their its his her".split())
ASKS = frozenset(
    "questions survey poll asked surveyed polled interviewed questioned analyzed "
    "analysed examined tracked studied counted reviewed".split()
)
EACH_WORD = 0.12  # what a word that a derivation does not explain costs


def of_rows(scene: Scene, mention: Mention) -> list[Candidate]:
    """What a percentage, a fraction or a count could be of the rows of each table."""
    found: list[Candidate] = []
    around = frame(scene, mention)
    for table in scene.index.tables.values():
        if other_table(scene, table, around):
            continue
        if mention.unit in ("percent", "fraction") or (mention.unit == "count" and in_list(scene, mention)):
            found += _share(scene, mention, table, around)
        elif (
            mention.unit == "count"
            and isinstance(mention.value, int)
            and not (mention.quantity and mention.quantity.unit)
        ):
            found += _count(scene, mention, table, around)
    return found


def other_table(scene: Scene, table: Table, around: Frame) -> bool:
    """Whether the words near a number name another of the tables: "16,376 from Marvel"."""
    named = tables_named(scene, around)
    return bool(named) and table.name not in named


def tables_named(scene: Scene, around: Frame) -> set[str]:
    """The tables whose names the words of a number have, its own before those that it shares."""
    if not scene.index.table_words:
        return set()
    for tokens in (around.own, around.lead, around.shared):
        found = {scene.index.table_words.get(scene.words[k].stem) for k in tokens} - {None}
        if found:
            return found  # type: ignore[return-value]
    return set()


def applicable(scene: Scene, table: Table, around: Frame) -> tuple[list[Choice], list[Choice]]:
    """What holds for a number: of its part, and of its whole. Its own words go before those that it shares."""
    clear = [c for c in choices(scene, table) if c.where]
    if _others(scene, around):
        clear += _complement(scene, table, around)
    own = [c for c in clear if c.core <= around.own]
    near = {column for c in own if c.core <= around.near | around.base for column in c.columns}
    own = [c for c in own if c.core <= around.near | around.base or not (c.columns & near or _parted(scene, c, around))]
    rest = [c for c in clear if not c.core <= around.own and c.core <= around.all]
    rest = [c for c in rest if not c.bound or c.period or c.core <= around.lead]
    own = _behind_colon(scene, own, around)
    taken = {column for choice in own for column in choice.columns}
    if not any(c.period for c in (*own, *rest)):  # a year holds for all of its sentence
        last = max(around.own, default=0)
        rest += [c for c in clear if c.period and max(c.core) < last and c not in rest and c not in own]
    kept = own + [c for c in rest if not c.columns & taken]
    likely = next((k for k in sorted(around.own) if scene.words[k].raw.lower() in ("likely", "unlikely", "prone")), -1)
    base = around.base | frozenset(k for k in around.own if k < likely)  # "men are likelier to ...": of the men
    part = [c for c in kept if not c.core <= base and not c.period]
    whole = [c for c in kept if c.core <= base or c.period]
    held = {column for choice in part for column in choice.columns}
    return part, [c for c in whole if not c.columns & held or c.period]


def _behind_colon(scene: Scene, own: list[Choice], around: Frame) -> list[Choice]:
    """Without what stands before a colon or a dash, where something stands behind it."""
    first = min(around.near - around.lead - around.shared, default=0)
    mark = max((k for k in around.own if k <= first and scene.words[k].raw in (":", "—")), default=-1)
    behind = [c for c in own if min(c.core) > mark]
    told = any(not c.period and not c.core <= around.base for c in behind)
    return [c for c in own if c in behind or c.period] if told else own


def _parted(scene: Scene, choice: Choice, around: Frame) -> bool:
    """Whether ", and" or ", but" stands between a choice and the words of the number itself."""
    first = min(around.near - around.lead - around.shared, default=0)
    words = scene.words
    return any(
        words[k].raw == "," and words[k + 1].raw.lower() in ("and", "but", "while")
        for k in range(max(choice.core), first)
    )


def _others(scene: Scene, around: Frame) -> bool:
    """Whether a number is of all but what was named: "the rest", "all other films"."""
    words = scene.words
    return any(
        words[k].raw.lower() in ("others", "rest", "else", "remainder", "remaining")
        or (words[k].raw.lower() == "other" and k and words[k - 1].raw.lower() not in ("each", "among", "every", "any"))
        for k in around.near
    )


def complementing(scene: Scene, table: Table, around: Frame) -> bool:
    """Whether a number is of all but what was named, and it was not made out what that is."""
    words = [scene.words[k].raw.lower() for k in sorted(around.own)]
    if any(pair in EXCLUDING for pair in pairwise(words)) or "excluding" in words:
        return True
    return _others(scene, around) and not _complement(scene, table, around)


def _complement(scene: Scene, table: Table, around: Frame) -> list[Choice]:
    """The answer of those that were not named before, where it was a question of yes and no."""
    before = scene.memory.topic.chosen.get(table.name, ())
    flags = {f.column: f for f in scene.index.flags if f.table == table.name}
    asked_ = [w for w in before if w.column in flags]
    if scene.memory.topic.doubtful or len(asked_) != 1 or len(before) != 1:
        return []
    flag = flags[asked_[0].column]
    other = flag.no if asked_[0].value == flag.yes else flag.yes
    tokens = frozenset(k for k in around.near if scene.words[k].raw.lower() in ("other", "others", "rest", "else"))
    return [Choice((Where(flag.column, "=", other),), tokens, 0.8, tokens)] if other is not None and tokens else []


def where(chosen: Sequence[Choice]) -> tuple[Where, ...]:
    """The conditions of several choices; of one column, any of their values."""
    found: dict[str, list[Where]] = {}
    for choice in chosen:
        for condition in choice.where:
            found.setdefault(condition.column, []).append(condition)
    made: list[Where] = []
    for column, conditions in found.items():
        equal = [c for c in conditions if c.op in ("=", "in")]
        if len(equal) == len(conditions) > 1:
            values = [v for c in equal for v in (c.value if isinstance(c.value, tuple) else (c.value,))]
            made.append(Where(column, "in", tuple(dict.fromkeys(values))))
        else:
            made += dict.fromkeys(conditions)
    return tuple(made)


def _share(scene: Scene, mention: Mention, table: Table, around: Frame) -> list[Candidate]:
    part, whole = applicable(scene, table, around)
    topic = scene.memory.topic
    if listed := in_list(scene, mention) is not None:
        part, whole = [c for c in part if max(c.core) == mention.i - 1], []
    if changing(scene, mention, (*part, *whole)) or not _is_share(scene, mention, table, part, around):
        return []
    of = where(whole)
    lost = 0.0
    carried_: tuple[Where, ...] = ()
    told_so = [t.raw.lower() for t in scene.words[max(0, mention.i - 2) : mention.i]] == [",", "or"]
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
    if not part and (tail := _tail(scene, mention, table, around)):
        part = tail  # "49 percent of senators and 40 percent of representatives have a degree"
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
    only_known = bool({scene.words[k].raw.lower() for k in around.base | around.near} & KNOWN)
    answered = tuple(
        c for w in {w.column: w for w in wanted}.values() for c in known(table, w)[: None if only_known else 1]
    )
    used = frozenset(k for choice in (*part, *whole) for k in choice.tokens)
    scale = 100 if mention.unit == "percent" or listed else 1
    spell = Spell("share", table.name, (), (*of, *wanted), (*of, *answered), scale=scale)
    cost = unexplained(scene, mention, spell, around.near, used, frozenset())
    score = min((c.fit for c in (*part, *whole)), default=0.9) * BEST - EACH_WORD * cost - lost
    wholes = [of]
    if (gate := _gate(scene, table, wanted)) is not None:
        wholes.insert(0, (*of, gate))
    if (ticked := _asked(scene, table, wanted)) is not None:
        spell = Spell("share", table.name, (), (*of, *wanted), (*of, ticked), scale=scale)
    if only_known or (alone and topic.doubtful):
        wholes = []  # no others are meant
    others = tuple(Spell("share", table.name, (), (*of, *wanted), base, scale=scale) for base in wholes)
    return [Candidate(spell, min(score, BEST), ("share", "answered rows"), others=others)]


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
    words = {scene.words[k].raw.lower() for k in around.base}
    return not words & {"total", "sum"} and not any(
        set(tokens) & around.base
        for (name, column), found in spoken(scene).items()
        if name == table.name and column not in scene.index.nouns[name][1]
        for tokens in found.values()
        if not any(scene.words[k].stem in scene.index.nouns[name][0] for k in tokens)
    )


def changing(scene: Scene, mention: Mention, chosen: Sequence[Choice]) -> bool:
    """Whether a number is one end of a change over time, of which the time is not told: "from 8 percent to 22"."""
    before = [t.raw.lower() for t in scene.words[max(0, mention.i - 7) : mention.i]]
    ends = before[-1:] == ["from"] or (before[-1:] == ["to"] and "from" in before)
    quantity = mention.quantity
    changes = quantity is not None and quantity.role in ("from", "to") and bool(quantity.direction)
    return (changes or ends) and not any(choice.period for choice in chosen)


def _is_share(scene: Scene, mention: Mention, table: Table, part: Sequence[Choice], around: Frame) -> bool:
    """Whether what stands before a percentage is said to be that part of something: "women make up 30 percent"; not
    "Lydford came closest with 30 percent"."""
    words = scene.words
    if not part or any(choice.at >= mention.i for choice in part) or around.base - around.lead:
        return True
    if not namings(scene.index)[table.name]:
        return True  # a table of answers, in which nothing has a percentage of its own
    topic = scene.memory.topic
    if topic.here and {w.column for w in topic.part.get(table.name, ())} == {
        c for choice in part for c in choice.columns
    }:
        return True  # "California reported a quarter of all incidents, ahead of Florida at 17 percent"
    last = max(max(choice.core) for choice in part)
    between = {t.raw.lower() for t in words[last + 1 : mention.i]}
    return last + 1 == mention.i or (bool(between & (lexicon().share_verbs | {"("})) and not between & {"with", "at"})


def _predicate(scene: Scene, mention: Mention, around: Frame) -> bool:
    """Whether something of its own is said of what a percentage is of."""
    rest = around.near - around.base - around.lead - around.shared - frozenset(range(mention.i, mention.j))
    return any(
        scene.words[k].raw[0].isalpha()
        and scene.words[k].raw.lower() not in FUNCTION_WORDS | SETTING_AGAINST
        and not scene.words[k].raw.lower().endswith("ly")
        for k in rest
    )


def known(table: Table, wanted: Where) -> tuple[Where, ...]:
    """The conditions that a column is filled, and not with a word for unknown."""
    column = table.columns[wanted.column]
    unknown = [v for v in column.distinct if str(v).lower() in UNKNOWN and v != wanted.value]
    return (Where(column.name, "!=", ""), *(Where(column.name, "!=", v) for v in unknown))


def _tail(scene: Scene, mention: Mention, table: Table, around: Frame) -> list[Choice]:
    """What the next number is said to be a part of, where one predicate holds for both."""
    later = next((m for m in scene.mentions if m.i >= mention.j and not m.named and not is_bound(scene, m)), None)
    if later is None or later.unit != mention.unit:
        return []
    between = {t.raw.lower() for t in scene.words[max(around.own, default=0) - 1 : later.i + 1]}
    if not between & {"and", "versus", "to", ","} or "," in between:
        return []
    next_ = frame(scene, later)
    return [
        c
        for c in choices(scene, table)
        if c.where and c.core <= next_.own and not c.core <= next_.base and c.at > later.j
    ]


def points_back(scene: Scene, mention: Mention, around: Frame) -> bool:
    """Whether a pronoun before the number stands for those it is of, and nobody that it could mean is named before."""
    named = [c for table in scene.index.tables.values() for c in choices(scene, table) if c.core & around.all]
    nouns = frozenset().union(*(found[0] for found in scene.index.nouns.values())) | lexicon().everyone
    for k in sorted(around.all):
        low = scene.words[k].raw.lower()
        if any(max(c.core) < k for c in named):
            return False  # it stands for what was named just before
        if k >= mention.i or (scene.words[k].stem in nouns and low not in ("them", "us")):
            return False
        next_ = k + 2 if k + 2 < len(scene.words) and scene.words[k + 1].raw.lower() in ADVERBS else k + 1
        behind = scene.words[next_].raw.lower() if next_ < len(scene.words) else ""
        owns = low in ("its", "their", "his", "her")
        if (low in PRONOUNS and (owns or behind in AUXILIARIES or behind in VERBS)) or (
            low in ("that", "this", "these") and stem(behind) in lexicon().spans
        ):
            return True
    return False


def joined(first: tuple[Where, ...], second: tuple[Where, ...]) -> tuple[Where, ...]:
    """Conditions with those of others for the columns that they leave open."""
    columns = {w.column for w in first}
    return (*first, *(w for w in second if w.column not in columns))


def _count(scene: Scene, mention: Mention, table: Table, around: Frame) -> list[Candidate]:
    words = scene.words
    after = [t.stem for t in words[mention.j : mention.j + 4]]
    before = [t.raw.lower() for t in words[max(0, mention.i - 2) : mention.i]]
    topic = scene.memory.topic
    part, whole = applicable(scene, table, around)
    rows = scene.index.nouns[table.name][0]
    rows = rows | OCCASIONS if part or whole else rows
    nouns = (rows if of_people(scene, table) else rows - {"respondent"}) | (
        lexicon().everyone if of_people(scene, table) else frozenset()
    )
    chosen = [*part, *whole]
    noun = next((k for k, word in enumerate(after) if word in nouns), None)
    people = of_people(scene, table) and not part and mention.value >= SEVERAL
    strange = noun is None and (people or bool(part)) and _plural(scene, mention)
    amounts = {k for (name, _), at in spoken(scene).items() if name == table.name for ks in at.values() for k in ks}
    told = bool(after) and after[0] in scene.index.named[table.name] and mention.j not in amounts
    if strange and told and part:
        noun, strange = 0, False  # "11 counties are dry", of a table with a column of counties
    elif strange:
        noun = 0  # "sent 346 athletes": whoever the rows are
    if noun is None and set(before) & ASKS and of_people(scene, table):
        noun = 0  # "we asked 812 workers"
    if [t.raw.lower() for t in words[mention.j : mention.j + 2]] in (["of", "the"], ["of", "our"], ["of", "these"]):
        noun = noun if noun == 2 else None  # "24 of the songs"
    elif noun is not None and any(
        t.raw in (",", ";", ")", "of") or t.number is not None for t in words[mention.j : mention.j + noun]
    ):
        noun = None
    value = next((c for c in part if 0 <= c.at - mention.j <= 2), None)
    if value is None and topic.here and topic.counted and not topic.doubtful:  # "singers 91, chefs 51 and rappers 21"
        value = next((c for c in part if max(c.core) == mention.i - 1), None)
    partner = next((m for m in scene.mentions if m is not mention and joint(words, mention, m)), None)
    owner = next((m for m in scene.mentions if m is not mention and joint(words, m, mention)), None)
    if owner is not None:  # the whole of "12 of the 73 bans"
        chosen = [c for c in chosen if c.core <= around.base and c.at > mention.i]
    elliptic = noun is None and value is None and partner is None
    bare = elliptic and bool(part) and not has_noun(scene, mention)
    has = bool(chosen) and before[-1:] and before[-1] in ("has", "had", "have", "with", "saw") and topic.counted
    if elliptic and not _elliptic(scene, mention) and not around.back and not has and not bare:
        return []
    if complementing(scene, table, around):
        return []
    if {"all", "both", "other", "another"} & set(before) or set(before[-1:]) & {"top", "first", "last", "next", "past"}:
        return []
    later = next((m for m in scene.mentions if m.i >= mention.j and not m.named), None)
    between = [t.raw.lower() for t in words[mention.j : later.i]] if later is not None else []
    if (
        later is not None
        and not is_bound(scene, later)
        and set(between) & BOUNDING
        and not {",", ";", "and"} & set(between)
    ):
        return []  # "10 countries exceed 10 litres": by a bound that was not made out
    rows_ = where(chosen)
    lost = 0.0 if noun is not None else 0.05
    cap = BEST if not strange else WEAK
    if elliptic and not around.back:
        dash = max((k for k in range(mention.i) if words[k].raw in ("—", "–", ":")), default=-1)
        if topic.doubtful or not topic.counted:
            cap = WEAK
        elif topic.here and any(m.i < dash for m in scene.mentions if m is not mention and m.i < mention.i):
            rows_ = joined(rows_, topic.chosen.get(table.name, ()))  # "four bans - three were for drugs"
        elif topic.chosen.get(table.name):
            cap = WEAK  # of all, or of those that were told before
        lost += 0.05
    elif around.back:
        back = topic.chosen.get(table.name)
        if back is None and tables_named(scene, around):
            back = next(iter(topic.chosen.values()), None)  # "and 16,376 from Marvel": the same of the other table
        if back is None or topic.doubtful or not topic.counted:
            back, cap = (), WEAK
        rows_ = joined(rows_, back)
        lost += 0.05
    scope = topic.scope(table.name)
    rows_ = joined(rows_, scope)
    keys = scene.index.keys[table.name]
    if any(w.column in keys and w.op == "=" for w in rows_):
        return []  # of one row there is no count
    if (partner is not None or around.back) and not where(part):
        return []  # "so are 17 of the 28": what of them is not said here
    lost_ = 0.0
    if not rows_:
        if noun is None:
            return []
        if strange or (not told_all(scene, mention) and owner is None):
            lost_ = 0.3  # perhaps of some that were told before
    used = frozenset(k for choice in chosen for k in choice.tokens)
    columns = scene.index.nouns[table.name][1]
    filled = columns.get(after[noun]) if noun is not None and noun < len(after) else None
    if filled and filled not in {w.column for w in rows_} and _has_empty(table, filled):
        rows_ = (*rows_, Where(filled, "!=", ""))  # nights without a guest are no guests
    spell = Spell("count", table.name, (), rows_)
    near = around.near if rows_ else around.near & frozenset(range(mention.i - 3, mention.j + 3))
    cost = unexplained(scene, mention, spell, near, used, frozenset())
    score = min((c.fit for c in chosen), default=0.95) * BEST - EACH_WORD * cost - lost - lost_
    last = stem(pieces(table.name)[-1]) if pieces(table.name) else ""
    totals = any({p.key for p in n.pieces} & {"total", "count"} for n in namings(scene.index)[table.name])
    if noun is not None and totals and after[noun : noun + 1] != [last]:
        score = min(score, WEAK)  # of the names, or of all that bear them
    if noun is not None and not strange and not part and mention.value >= SEVERAL:
        score = max(score, FAIR)  # enough to bear it out, and too little to call it wrong
    if (cap == WEAK and mention.value < FEW) or not count(table, rows_):
        return []  # hit by chance; or of what the table knows nothing
    return [Candidate(spell, min(score, cap), ("rows",))]


def _plural(scene: Scene, mention: Mention) -> bool:
    behind = scene.words[mention.j : mention.j + 1]
    return (
        bool(behind)
        and behind[0].raw.isalpha()
        and behind[0].raw.endswith("s")
        and behind[0].stem not in lexicon().spans
    )


def _has_empty(table: Table, column: str) -> bool:
    return table.run is None and None in table.columns[column].values


def of_people(scene: Scene, table: Table) -> bool:
    """Whether the rows of a table are people."""
    return bool(scene.index.named[table.name] & PERSONAL or scene.index.nouns[table.name][0] & lexicon().people)


def told_all(scene: Scene, mention: Mention) -> bool:
    """Whether the words before a number say that all rows are meant: "we asked 938 people", "the table lists"."""
    before = scene.words[max(0, mention.i - 12) : mention.i]
    after = [t.stem for t in scene.words[mention.j : mention.j + 2]]
    behind = [t.raw.lower() for t in scene.words[mention.j : mention.j + 8]]
    if any(word in SOURCES and behind[k - 1] in ("our", "the", "this") for k, word in enumerate(behind) if k):
        return True
    everyone = bool(set(after) & lexicon().everyone - {"respondent"})
    return any((token.stem in lexicon().tells_rows and not everyone) or token.raw.lower() in ASKS for token in before)


def _elliptic(scene: Scene, mention: Mention) -> bool:
    """Whether a number counts what was counted before: "12 were for boarding"."""
    after = scene.words[mention.j : mention.j + 1]
    return bool(after) and after[0].raw.lower() in lexicon().carries_on


def has_noun(scene: Scene, mention: Mention) -> bool:
    """Whether the number has a noun of its own."""
    behind = scene.words[mention.j : mention.j + 2]
    if behind and behind[0].raw in ("%",):
        behind = behind[1:]
    if not behind or not behind[0].raw[0].isalpha():
        return False
    low = behind[0].raw.lower()
    if any(behind[0].stem in nouns for nouns, _ in scene.index.nouns.values()):
        return True
    if VERBS.get(low, ("", ""))[1] in ("base", "third"):
        return True
    return low not in FUNCTION_WORDS and low not in VERBS and low not in ("percent", "per", "cent")

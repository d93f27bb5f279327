"""Counts of the rows that a sentence chooses: "12 were for boarding", "24 of the songs are explicit"."""

from __future__ import annotations

from figures.data.candidates import Candidate, Scene
from figures.data.choices import is_bound
from figures.data.clauses import Frame, joint
from figures.data.index import pieces
from figures.data.mentions import Mention
from figures.data.naming import namings
from figures.data.selection import (
    BEST,
    EACH_WORD,
    WEAK,
    applicable,
    complementing,
    has_noun,
    joined,
    of_people,
    tables_named,
    where,
)
from figures.data.spell import Spell, Table, Where, count
from figures.data.spoken import spoken
from figures.data.told import unexplained
from figures.data.words import lexicon, stem

BOUNDING = frozenset(
    "exceed exceeds exceeded exceeding top topped over above below under least most than pay paid cost reach reached "
    "with had have at".split()
)
FAIR = 0.45
FEW = 5  # rows: so few are often hit by chance
SEVERAL = 20  # rows: so many are seldom hit by chance
SOURCES = frozenset("sample list data table database survey dataset analysis ranking log file".split())
OCCASIONS = frozenset("case incident instance occasion visit appearance time".split())
ASKS = frozenset(
    "questions survey poll asked surveyed polled interviewed questioned analyzed "
    "analysed examined tracked studied counted reviewed".split()
)


def counted(scene: Scene, mention: Mention, table: Table, around: Frame) -> list[Candidate]:
    words = scene.words
    after = [t.stem for t in words[mention.j : mention.j + 4]]
    before = [t.low for t in words[max(0, mention.i - 2) : mention.i]]
    topic = scene.memory.topic
    part, whole = applicable(scene, mention, table, around)
    rows = scene.index.nouns[table.name][0]
    of_people_ = of_people(scene, table)
    chosen = [*part, *whole]
    noun = None
    for k, word in enumerate(after):
        if (word in rows or (of_people_ and word in lexicon().everyone)) and (of_people_ or word != "respondent"):
            noun = k
            break
        if chosen and word in OCCASIONS:
            noun = k
            break
    people = of_people_ and not part and mention.value >= SEVERAL
    strange = noun is None and (people or bool(part)) and _plural(scene, mention)
    if strange and part and after[0] in scene.index.named[table.name] and not _amount(scene, table, mention.j):
        noun, strange = 0, False  # "11 counties are dry", of a table with a column of counties
    elif strange:
        noun = 0  # "sent 346 athletes": whoever the rows are
    if noun is None and of_people_ and not ASKS.isdisjoint(before):
        noun = 0  # "we asked 812 workers"
    if [t.low for t in words[mention.j : mention.j + 2]] in (["of", "the"], ["of", "our"], ["of", "these"]):
        noun = noun if noun == 2 else None  # "24 of the songs"
    elif noun is not None and any(
        t.raw in (",", ";", ")", "of") or t.number is not None for t in words[mention.j : mention.j + noun]
    ):
        noun = None
    value = next((c for c in part if 0 <= c.at - mention.j <= 2), None) if part else None
    if value is None and topic.here and topic.counted and not topic.doubtful:  # "singers 91, chefs 51 and rappers 21"
        value = next((c for c in part if max(c.core) == mention.i - 1), None)
    others = [m for m in scene.mentions if m is not mention]
    partner = next((m for m in others if joint(words, mention, m)), None) if others else None
    owner = next((m for m in others if joint(words, m, mention)), None) if others else None
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
    later = next((m for m in others if m.i >= mention.j and not m.named), None) if others else None
    between = [t.low for t in words[mention.j : later.i]] if later is not None else []
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
    cost = unexplained(scene, spell, near, used, frozenset())
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


def _amount(scene: Scene, table: Table, at: int) -> bool:
    """Whether a token means a column of numbers."""
    return any(name == table.name and at in ks for (name, _), said in spoken(scene).items() for ks in said.values())


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


def told_all(scene: Scene, mention: Mention) -> bool:
    """Whether the words before a number say that all rows are meant: "we asked 938 people", "the table lists"."""
    before = scene.words[max(0, mention.i - 12) : mention.i]
    after = [t.stem for t in scene.words[mention.j : mention.j + 2]]
    behind = [t.low for t in scene.words[mention.j : mention.j + 8]]
    if any(word in SOURCES and behind[k - 1] in ("our", "the", "this") for k, word in enumerate(behind) if k):
        return True
    everyone = bool(set(after) & lexicon().everyone - {"respondent"})
    return any((token.stem in lexicon().tells_rows and not everyone) or token.low in ASKS for token in before)


def _elliptic(scene: Scene, mention: Mention) -> bool:
    """Whether a number counts what was counted before: "12 were for boarding"."""
    after = scene.words[mention.j : mention.j + 1]
    return bool(after) and after[0].low in lexicon().carries_on

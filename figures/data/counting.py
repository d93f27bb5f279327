"""Counts of the rows that a sentence chooses: "12 were for boarding", "24 of the songs are explicit"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from figures.data.candidates import Candidate, Scene
from figures.data.choice import Choice
from figures.data.choices import choices, is_bound
from figures.data.clauses import Frame, joint
from figures.data.index import pieces
from figures.data.mentions import Mention
from figures.data.naming import namings
from figures.data.phrases import phrase_end
from figures.data.portions import tail
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
from figures.lexicon.english import ADJECTIVES, AUXILIARIES, FUNCTION_WORDS, VERBS

BOUNDING = frozenset(
    "exceed exceeds exceeded exceeding top topped over above below under least most than pay paid cost reach reached "
    "with had have at".split()
)
ACROSS_ALL = ("total", "combined", "average", "mean", "median", "worth")
FAIR = 0.45
FEW = 5  # rows: so few are often hit by chance
UNNAMED = 0.32  # how well all rows of a table fit a number of things that it does not name
SEVERAL = 20  # rows: so many are seldom hit by chance
SOURCES = frozenset("sample list data table database survey dataset analysis ranking log file".split())
HEADS = frozenset("member item entry case".split())
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
    if any(_ranks(words[k].low) for k in around.base):
        return []  # "four of the five oldest members": of rows that were picked by their rank
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
    some = [t.low for t in words[mention.j : mention.j + 2]] in (["of", "the"], ["of", "our"], ["of", "these"])
    if some and not part and not any(c.period and c.at > mention.j for c in whole):
        return []  # "five of the films flopped": what of them is not said here
    if some:
        noun = noun if noun in (2, 3) else None  # "24 of the songs"
    elif noun == 3 and after[0] in HEADS and after[1:3] == ["of", "the"]:
        pass  # "27 members of the team"
    elif noun is not None and any(
        t.raw in (",", ";", ")", "of") or t.number is not None for t in words[mention.j : mention.j + noun]
    ):
        noun = None
    value = next((c for c in part if 0 <= c.at - mention.j <= 2), None) if part else None
    if value is None and topic.here and topic.counted and not topic.doubtful:  # "singers 91, chefs 51 and rappers 21"
        value = next((c for c in part if max(c.core) == mention.i - 1), None)
    further = [m for m in scene.mentions if m is not mention]
    partner = next((m for m in further if joint(words, mention, m)), None) if further else None
    owner = next((m for m in further if joint(words, m, mention)), None) if further else None
    if owner is not None:  # the whole of "12 of the 73 bans"
        ends = mention.j >= len(words) or words[mention.j].low in AUXILIARIES
        stop = mention.j if ends else phrase_end(words, mention.j, len(words))
        chosen = [c for c in chosen if c.period or mention.i < c.at < stop]
    elliptic = noun is None and value is None and partner is None
    bare = elliptic and bool(part) and not has_noun(scene, mention)
    has = bool(chosen) and before[-1:] and before[-1] in ("has", "had", "have", "with", "saw") and topic.counted
    if elliptic and not _elliptic(scene, mention) and not around.back and not has and not bare:
        return []
    if complementing(scene, table, around):
        return []
    if _each_has(scene, mention, around):
        return []
    if {"all", "both", "other", "another"} & set(before) or set(before[-1:]) & {"top", "first", "last", "next", "past"}:
        return []
    later = next((m for m in further if m.i >= mention.j and not m.named), None) if further else None
    between = [t.low for t in words[mention.j : later.i]] if later is not None else []
    if (
        later is not None
        and not is_bound(scene, later)
        and set(between) & BOUNDING
        and not {",", ";", "and", *ACROSS_ALL} & set(between)
    ):
        return []  # "10 countries exceed 10 litres": by a bound that was not made out
    both = _of_both(scene, mention, table, around, part) if part and owner is None else []
    part, chosen = [*part, *(both or ())], [*chosen, *(both or ())]
    rows_ = where(chosen)
    lost = 0.0 if noun is not None else 0.05
    cap = BEST if not strange and both is not None else WEAK
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
    if noun is not None and noun < len(after) and after[noun] in scene.index.nouns[table.name][1]:
        years = set(scene.index.years.get(table.name, ()))
        known = table.columns[scene.index.nouns[table.name][1][after[noun]]]
        if known.kind != "text" or 2 * len(known.distinct) > table.count:
            years = set()
        if years and not years & {w.column for w in rows_ if w.op == "="}:
            return []  # each of them stands there once a year
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
    alone = tuple(w for w in rows_ if w not in where(both or ()))  # what both do, or only the next one does
    others: tuple[Spell, ...] = (structs.replace(spell, where=alone),) if both else ()
    if owner is not None and len(chosen) > 1:  # where the phrase ends is not sure
        periods = [c for c in chosen if c.period]
        others = tuple(structs.replace(spell, where=where([*periods, c])) for c in chosen if not c.period)
    return [Candidate(spell, min(score, cap), ("rows",), others=others)]


def _amount(scene: Scene, table: Table, at: int) -> bool:
    """Whether a token means a column of numbers."""
    return any(name == table.name and at in ks for (name, _), said in spoken(scene).items() for ks in said.values())


def _of_both(
    scene: Scene, mention: Mention, table: Table, around: Frame, part: Sequence[Choice]
) -> list[Choice] | None:
    """What is said of this number and of the next one together: "five women and two men walk to work"; None where both
    stand together and nothing more was made out."""
    later = next((m for m in scene.mentions if m.i >= mention.j and not m.named and not is_bound(scene, m)), None)
    if later is None or scene.words[later.i - 1].low != "and":
        return []
    between = {t.low for t in scene.words[mention.j : later.i]}
    if between & (AUXILIARIES | {",", ";"}) or any(word in VERBS for word in between):
        return []
    columns = frozenset(column for choice in part for column in choice.columns)
    beside = [c for c in choices(scene, table) if c.where and 0 <= c.at - later.j <= 1 and c.columns & columns]
    if not beside:
        return []
    said = [c for c in tail(scene, mention, table, around) if not c.columns & columns]
    told = max(k for c in beside for k in c.core) + 1
    acts = any(t.low in AUXILIARIES or t.low in VERBS for t in scene.words[told : told + 3])
    return said or (None if acts else [])


def every_row(scene: Scene, mention: Mention, table: Table, around: Frame) -> list[Candidate]:
    """All rows of a table, whatever they are called: "utilities reported 387 disturbances". So many are seldom hit by
    chance, and never called wrong."""
    if not isinstance(mention.value, int) or mention.value < SEVERAL or mention.unit != "count":
        return []
    behind = scene.words[mention.j : mention.j + 3]
    last = next((k for k, t in enumerate(behind) if not t.raw.isalpha() or t.low in FUNCTION_WORDS), 3)
    everyone = any(token.stem in lexicon().everyone for token in behind[:last])
    if not everyone and not any(_named(scene, mention.j + k) for k in range(last)):
        return []
    part, whole = applicable(scene, mention, table, around)
    if part or not all(choice.period for choice in whole):
        return []
    rows = joined(where(whole), scene.memory.topic.scope(table.name))
    return [Candidate(Spell("count", table.name, (), rows), UNNAMED, ("rows",))]


def _named(scene: Scene, at: int) -> bool:
    """Whether a noun in the plural that is no span of time stands here."""
    word = scene.words[at : at + 1]
    return bool(word) and word[0].raw.isalpha() and word[0].raw.endswith("s") and word[0].stem not in lexicon().spans


def _each_has(scene: Scene, mention: Mention, around: Frame) -> bool:
    """ "each of the three counties has one school"; not "each of the 6,896 characters"."""
    words = scene.words
    each = [k for k in around.all if k < mention.i and words[k].low in ("each", "every")]
    return any(
        words[k + 1].low != "of" or any(t.low in AUXILIARIES or t.low in VERBS for t in words[k + 2 : mention.i])
        for k in each
    )


def _ranks(low: str) -> bool:
    """ "oldest", "most", "top"."""
    return low in ("most", "least", "top", "best", "worst") or (
        low.endswith("est") and bool({low[:-3], low[:-2]} & ADJECTIVES)
    )


def _plural(scene: Scene, mention: Mention) -> bool:
    words = scene.words
    if _named(scene, mention.j):
        return True
    low = words[mention.j].low if mention.j < len(words) else ""
    return low.isalpha() and low not in FUNCTION_WORDS and low not in VERBS and _named(scene, mention.j + 1)


def _has_empty(table: Table, column: str) -> bool:
    return table.run is None and None in table.columns[column].values


def told_all(scene: Scene, mention: Mention) -> bool:
    """Whether the words before a number say that all rows are meant: "we asked 938 people", "the table lists"."""
    before = scene.words[max(0, mention.i - 12) : mention.i]
    if before and before[-1].low == "to":
        return False  # "the survey was sent to 300 people"
    after = [t.stem for t in scene.words[mention.j : mention.j + 2]]
    behind = [t.low for t in scene.words[mention.j : mention.j + 8]]
    if any(word in SOURCES and behind[k - 1] in ("our", "the", "this") for k, word in enumerate(behind) if k):
        return True
    everyone = bool(set(after) & lexicon().everyone - {"respondent"})
    return any((token.stem in lexicon().tells_rows and not everyone) or token.low in ASKS for token in before)


def _elliptic(scene: Scene, mention: Mention) -> bool:
    """Whether a number counts what was counted before: "12 were for boarding"."""
    after = scene.words[mention.j : mention.j + 1]
    low = after[0].low if after else ""
    return low in lexicon().carries_on or VERBS.get(low, ("", ""))[1] in ("past", "base")

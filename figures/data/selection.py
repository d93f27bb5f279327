"""Which of the choices of a sentence hold for one number, and what the number goes on from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from figures.data.aggregates import asked
from figures.data.candidates import Scene
from figures.data.choice import Choice
from figures.data.choices import choices
from figures.data.clauses import Frame
from figures.data.mentions import Mention
from figures.data.spell import Table, Where
from figures.data.words import lexicon, stem
from figures.lexicon.english import ADVERBS, AUXILIARIES, FUNCTION_WORDS, VERBS

EXCLUDING = frozenset(
    {
        ("not", "counting"),
        ("not", "including"),
        ("other", "than"),
        ("except", "for"),
        ("who", "did"),
        ("who", "do"),
        ("not", "answer"),
        ("n't", "answer"),
        ("no", "answer"),
        ("not", "say"),
        ("n't", "say"),
        ("not", "respond"),
    }
)
EXCLUDERS = frozenset({"excluding", *(first for first, _ in EXCLUDING)})
PERSONAL = frozenset(
    "age gender sex respondent respondentid race raceethnicity ethnicity nationality birthday occupation".split()
)
PRONOUNS = frozenset("they them it he she their its his her".split())
DEMONSTRATIVES = frozenset({"that", "this", "these"})
POINTING = PRONOUNS | DEMONSTRATIVES
LIKELY = frozenset({"likely", "unlikely", "prone"})
REST = frozenset({"others", "rest", "else", "remainder", "remaining"})
BEST = 0.9
EACH_WORD = 0.12  # what a word that a derivation does not explain costs
WEAK = 0.55  # too little to call a number wrong


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


def applicable(scene: Scene, mention: Mention, table: Table, around: Frame) -> tuple[list[Choice], list[Choice]]:
    """What holds for a number: of its part, and of its whole. Its own words go before those that it shares."""
    key = (mention.i, table.name)
    if key not in scene.applied:
        scene.applied[key] = _applicable(scene, table, around)
    return scene.applied[key]


def _applicable(scene: Scene, table: Table, around: Frame) -> tuple[list[Choice], list[Choice]]:
    clear = [c for c in choices(scene, table) if c.where]
    if _others(scene, around):
        clear += _complement(scene, table, around)
    elif not clear:
        return [], []
    own = [c for c in clear if c.core <= around.own]
    beside = around.near | around.base
    near = {column for c in own if c.core <= beside for column in c.columns}
    own = [c for c in own if c.core <= beside or not (c.columns & near or _parted(scene, c, around))]
    rest = [c for c in clear if not c.core <= around.own and c.core <= around.all]
    rest = [c for c in rest if not c.bound or c.period or c.core <= around.lead]
    own = _behind_colon(scene, own, around)
    taken = {column for choice in own for column in choice.columns}
    if not any(c.period for c in (*own, *rest)):  # a year holds for all of its sentence
        last = max(around.own, default=0)
        rest += [c for c in clear if c.period and max(c.core) < last and c not in rest and c not in own]
    kept = own + [c for c in rest if not c.columns & taken]
    base = around.base
    if not LIKELY.isdisjoint(scene.said):
        likely = next((k for k in sorted(around.own) if scene.words[k].low in LIKELY), -1)
        base |= frozenset(k for k in around.own if k < likely)  # "men are likelier to ...": of the men
    part = [c for c in kept if not c.core <= base and not c.period]
    whole = [c for c in kept if c.core <= base or c.period]
    held = {column for choice in part for column in choice.columns}
    return part, [c for c in whole if not c.columns & held or c.period]


def _behind_colon(scene: Scene, own: list[Choice], around: Frame) -> list[Choice]:
    """Without what stands before a colon or a dash, where something stands behind it."""
    if ":" not in scene.said and "—" not in scene.said:
        return own
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
        words[k].raw == "," and words[k + 1].low in ("and", "but", "while") for k in range(max(choice.core), first)
    )


def _others(scene: Scene, around: Frame) -> bool:
    """Whether a number is of all but what was named: "the rest", "all other films"."""
    words = scene.words
    if "other" not in scene.said and scene.said.isdisjoint(REST):
        return False
    return any(
        words[k].low in REST
        or (words[k].low == "other" and k and words[k - 1].low not in ("each", "among", "every", "any"))
        for k in around.near
    )


def complementing(scene: Scene, table: Table, around: Frame) -> bool:
    """Whether a number is of all but what was named, and it was not made out what that is."""
    if not scene.said.isdisjoint(EXCLUDERS):
        words = [scene.words[k].low for k in sorted(around.own)]
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
    tokens = frozenset(k for k in around.near if scene.words[k].low in ("other", "others", "rest", "else"))
    return [Choice((Where(flag.column, "=", other),), tokens, 0.8, tokens)] if other is not None and tokens else []


def where(chosen: Sequence[Choice]) -> tuple[Where, ...]:
    """The conditions of several choices; of one column, any of their values."""
    if not chosen:
        return ()
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


def joined(first: tuple[Where, ...], second: tuple[Where, ...]) -> tuple[Where, ...]:
    """Conditions with those of others for the columns that they leave open."""
    columns = {w.column for w in first}
    return (*first, *(w for w in second if w.column not in columns))


def changing(scene: Scene, mention: Mention, chosen: Sequence[Choice]) -> bool:
    """Whether a number is one end of a change over time, of which the time is not told: "from 8 percent to 22"."""
    before = [t.low for t in scene.words[max(0, mention.i - 7) : mention.i]]
    ends = before[-1:] == ["from"] or (before[-1:] == ["to"] and "from" in before)
    quantity = mention.quantity
    grew = before[-1:] == ["to"] and mention.unit == "count" and bool(asked(scene, mention, ("change",))[0])
    ends = ends or grew  # "the staff grew to 12"
    changes = quantity is not None and quantity.role in ("from", "to") and bool(quantity.direction)
    spans = [c for c in chosen if c.period and len(c.core) > 2 and len(c.where) > 1]
    if spans and mention.unit == "count" and asked(scene, mention, ("change",))[0]:
        return True  # "lost 30 visitors from 2015 to 2016"
    return (changes or ends) and not any(choice.period and choice not in spans for choice in chosen)


def points_back(scene: Scene, mention: Mention, around: Frame) -> bool:
    """Whether a pronoun before the number stands for those it is of, and nobody that it could mean is named before."""
    if mention.i not in scene.pointing:
        scene.pointing[mention.i] = not scene.said.isdisjoint(POINTING) and _points_back(scene, mention, around)
    return scene.pointing[mention.i]


def _points_back(scene: Scene, mention: Mention, around: Frame) -> bool:
    named = [c for table in scene.index.tables.values() for c in choices(scene, table) if c.core & around.all]
    first = min((max(c.core) for c in named), default=len(scene.words))
    everyone = lexicon().everyone
    for k in sorted(around.all):
        low, stem_ = scene.words[k].low, scene.words[k].stem
        if first < k:
            return False  # it stands for what was named just before
        rows = stem_ in everyone or any(stem_ in nouns for nouns, _ in scene.index.nouns.values())
        if k >= mention.i or (rows and low not in ("them", "us")):
            return False
        next_ = k + 2 if k + 2 < len(scene.words) and scene.words[k + 1].low in ADVERBS else k + 1
        behind = scene.words[next_].low if next_ < len(scene.words) else ""
        owns = low in ("its", "their", "his", "her")
        if (low in PRONOUNS and (owns or behind in AUXILIARIES or behind in VERBS)) or (
            low in DEMONSTRATIVES and stem(behind) in lexicon().spans
        ):
            return True
    return False


def two_bare(scene: Scene, mention: Mention) -> bool:
    """Whether another number stands beside it, each of another column: "Beech has 180 and 9"."""
    words = scene.words
    places = [(mention.j, mention.j + 1), (mention.i - 1, mention.i - 2)]
    beside = [words[k] for mid, k in places if 0 <= k < len(words) and words[mid].raw == "and"]
    numbers = [t for t in beside if t.number is not None and not (t.raw[0].isdigit() and t.raw.endswith("s"))]
    return any(not (t.raw.isdigit() and 1500 <= int(t.raw) <= 2200) for t in numbers)


def has_noun(scene: Scene, mention: Mention) -> bool:
    """Whether the number has a noun of its own."""
    behind = scene.words[mention.j : mention.j + 2]
    if behind and behind[0].raw == "%":
        behind = behind[1:]
    if not behind or not behind[0].raw[0].isalpha():
        return False
    low = behind[0].low
    if any(behind[0].stem in nouns for nouns, _ in scene.index.nouns.values()):
        return True
    if VERBS.get(low, ("", ""))[1] in ("base", "third"):
        return True
    return low not in FUNCTION_WORDS and low not in VERBS and low not in ("percent", "per", "cent")


def of_people(scene: Scene, table: Table) -> bool:
    """Whether the rows of a table are people."""
    return bool(scene.index.named[table.name] & PERSONAL or scene.index.nouns[table.name][0] & lexicon().people)

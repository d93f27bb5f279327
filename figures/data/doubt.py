"""Reasons why a number that differs from what its words lead to is not called wrong: the words may mean something else.

They take nothing from a number that the tables bear out.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

from figures.data.candidates import Scene
from figures.data.choices import choices
from figures.data.clauses import Frame, frame
from figures.data.index import pieces
from figures.data.mentions import Mention
from figures.data.naming import namings
from figures.data.spell import Spell, value
from figures.data.words import lexicon, stem
from figures.interval import Exact
from figures.lexicon.english import FUNCTION_WORDS, MONTHS, VERBS

Rule = Callable[[Scene, Mention, Spell, Frame], bool]

CHANGES = frozenset("gap margin lead increase decrease rise drop fall cut difference gain loss growth decline".split())
APART = frozenset("clear between separate separated separates apart ahead behind short".split())
MOVED = frozenset("rose rises rise risen fell falls fall fallen climbed climb grew grow grown grows dropped drop drops "
                  "slipped slid lost gained went jumped declined increased decreased shrank added".split())  # fmt: skip
TOTALS = frozenset("total combined together altogether overall all sum".split())
ROUNDS = (
    "about",
    "around",
    "roughly",
    "nearly",
    "almost",
    "some",
    "just",
    "over",
    "under",
    "only",
    "$",
    "€",
    "£",
    "eur",
)
PEOPLE = frozenset("f m female male women woman men man girl boy".split())
EARLIER = frozenset("earlier previous prior".split())
PARTS_OF_YEARS = frozenset("quarter half spring summer autumn winter fall week weekend".split())
GATHERED = frozenset({"sum", "mean", "median", "count", "distinct", "share", "ratio", "max", "min"})
SCALES = (1000, 1_000_000, 1_000_000_000)


def doubtful(scene: Scene, mention: Mention, spell: Spell, derived: Exact) -> bool:
    """Whether something around a number speaks against calling it wrong."""
    around = frame(scene, mention)
    return _other_scale(mention, derived) or any(rule(scene, mention, spell, around) for rule in RULES)


def _before(scene: Scene, mention: Mention, count: int = 4) -> list[str]:
    """The words before a number, without signs of money and words that round it."""
    low = [t.low for t in scene.words[max(0, mention.i - count - 3) : mention.i]]
    while low and low[-1] in ROUNDS:
        low.pop()
    return low[-count:]


def _behind(scene: Scene, mention: Mention, count: int = 4) -> list[str]:
    return [t.low for t in scene.words[mention.j : mention.j + count]]


def _other_scale(mention: Mention, derived: Exact) -> bool:
    """The same digits, thousands or millions of them: the table counts in another unit."""
    if mention.unit not in ("count", "currency"):
        return False
    said, given = Fraction(mention.value), Fraction(derived)
    near = abs(said) / 20
    return bool(said) and any(abs(given * k - said) <= near or abs(given / k - said) <= near for k in SCALES)


def _apart(scene: Scene, mention: Mention, spell: Spell, around: Frame) -> bool:
    """ "rose by 300", "an increase of 12", "7 points clear of", "the gap is 41": how far two numbers are apart."""
    if spell.kind in ("difference", "change"):
        return False
    before = _before(scene, mention)
    own = set(pieces(" ".join(spell.columns)))
    done = before[-2:-1] and before[-2].endswith("ed") and before[-2] not in MOVED  # "named by 319 people"
    if (before[-1:] == ["by"] and not done) or (set(before) & CHANGES) - own:
        return True
    if set(_behind(scene, mention)) & APART:
        return True
    inner = {scene.words[k].low for k in around.near}
    return bool(inner & {"gap", "difference", "margin"} - own)


def _moving(scene: Scene, mention: Mention, spell: Spell, around: Frame) -> bool:
    """A sum over several years of what rose or fell between them, unless a total is spoken of."""
    if spell.kind not in ("sum", "mean", "cell", "count"):
        return False
    words = {t.low for t in scene.words}
    before = _before(scene, mention)
    if before[-2:] in (["down", "from"], ["up", "from"]) and "in" not in _behind(scene, mention, 2):
        return True
    years = _times(scene, spell)
    timed = [w for w in spell.where if w.column in years]
    if not words & MOVED or spell.kind != "sum" or not years:
        return False
    return not timed or (any(w.op in (">=", "<=", "in") for w in timed) and not words & TOTALS)


def _times(scene: Scene, spell: Spell) -> set[str]:
    """Columns of years and of days."""
    columns = scene.index.tables[spell.table].columns.values()
    return set(scene.index.years.get(spell.table, ())) | {c.name for c in columns if c.kind == "date"}


def _then(scene: Scene, mention: Mention, spell: Spell, around: Frame) -> bool:
    """ "the year before", "a year earlier": a time that is told by another one."""
    words = [*_behind(scene, mention, 6), *_before(scene, mention, 3)]
    return bool(EARLIER & set(words)) or any(b == "before" and stem(a) in lexicon().spans for a, b in pairwise(words))


def _in_words(scene: Scene, mention: Mention, spell: Spell, around: Frame) -> bool:
    """A small number in words is seldom a sum or an average."""
    return spell.kind in ("sum", "mean", "median") and scene.words[mention.i].raw.isalpha() and mention.value <= 20


def _serial(scene: Scene, mention: Mention, spell: Spell, around: Frame) -> bool:
    """A column that only numbers the rows, or the things that they are of."""
    table = scene.index.tables[spell.table]
    if spell.kind == "cell" or table.run is not None:
        return False
    nouns = scene.index.nouns[spell.table][0]
    for name in spell.columns:
        whole = [cell for cell in table.columns[name].values if isinstance(cell, int)]
        if len(whole) == table.count > 2 and len(set(whole)) == table.count:
            last = stem(pieces(name)[-1]) if pieces(name) else ""
            if whole == list(range(whole[0], whole[0] + table.count)) or last in nouns:
                return True
    return False


def _age(scene: Scene, mention: Mention, spell: Spell, around: Frame) -> bool:
    """ "Maya Cohen, 28, is": an age, where no column of ages was found."""
    words = scene.words
    if mention.i < 2 or words[mention.i - 1].raw != "," or mention.j >= len(words) or words[mention.j].raw != ",":
        return False
    return words[mention.i - 2].raw[0].isupper() and not any("age" in pieces(column) for column in spell.columns)


def _ends(scene: Scene, mention: Mention, spell: Spell, around: Frame) -> bool:
    """ "the minimum wage", "the top two": no smallest and no largest of a column."""
    if spell.kind not in ("max", "min"):
        return False
    low = [t.low for t in scene.words]
    wage = any(low[k : k + 2] == ["minimum", "wage"] for k in range(len(low)))
    top = any(a in ("top", "bottom") and scene.words[k + 1].number is not None for k, a in enumerate(low[:-1]))
    both = any(a in ("top", "bottom") and "and" in low[k + 1 : k + 2] for k, a in enumerate(low))
    return wage or top or both


def _of_what(scene: Scene, mention: Mention, spell: Spell, around: Frame) -> bool:
    """A share of rows in a table of amounts, of which it is not said that it is one of rows."""
    if spell.kind != "share" or not any(n.additive for n in namings(scene.index)[spell.table]):
        return False
    told = {f.column for f in scene.index.flags if f.table == spell.table}
    told |= set(scene.index.answers.get(spell.table, ())) | set(scene.index.bands.get(spell.table, ()))
    whole = {w.column for w in spell.base if w.value != ""}
    chosen = {w.column for w in spell.where} - whole
    table = scene.index.tables[spell.table]
    people = {c for c in chosen if any(str(v).lower() in PEOPLE for v in table.columns[c].distinct)}
    if chosen <= told | people:
        return False
    nouns = scene.index.nouns[spell.table][0] | lexicon().everyone
    if any(scene.words[k].stem in nouns for k in around.base | around.near):
        return False
    return not (around.back and scene.memory.topic.counted)


def _of_columns(scene: Scene, mention: Mention, spell: Spell, around: Frame) -> bool:
    """A value that is also the name of a column: the votes of Ash, or the districts that Ash won."""
    named = {piece for n in namings(scene.index)[spell.table] if n.additive for piece in pieces(n.column)}
    texts = [str(w.value) for w in spell.where if isinstance(w.value, str) and w.op == "="]
    return any(text.isalpha() and len(text) > 3 and text.lower() in named for text in texts)


def _all_of_it(scene: Scene, mention: Mention, spell: Spell, around: Frame) -> bool:
    """A share of itself."""
    return spell.kind in ("ratio", "share") and value(spell, scene.index.tables) in (1, 100)


def _total_row(scene: Scene, mention: Mention, spell: Spell, around: Frame) -> bool:
    """A table with a row of totals, of whose rows more than one is taken."""
    table = scene.index.tables[spell.table]
    if spell.kind not in GATHERED or table.run is not None:
        return False
    return any(
        str(cell).lower() in ("total", "totals", "all", "sum", "overall", "grand total")
        or str(cell).lower().startswith(("total ", "all "))
        for name in scene.index.keys[spell.table]
        for cell in table.columns[name].distinct
    )


def _negated(scene: Scene, mention: Mention, spell: Spell, around: Frame) -> bool:
    """ "non-users"."""
    low = [t.low for t in scene.words]
    return any(low[k] == "non" and low[k + 1] == "-" for k in sorted(around.all) if k + 1 < len(low))


def _part_of_year(scene: Scene, mention: Mention, spell: Spell, around: Frame) -> bool:
    """A quarter, a month or a season that the derivation does not ask for."""
    named = {piece for column in scene.index.tables[spell.table].columns for piece in pieces(column)}
    if not _times(scene, spell) and not named & {"month", "quarter", "date", "day", "season", "week"}:
        return False
    if any(w.op in ("<", ">") and str(w.value).count("-") > 1 for w in spell.where):
        return False  # months and days
    asked = {piece for w in (*spell.where, *spell.base) for piece in pieces(w.column)}
    asked |= {piece for column in spell.columns for piece in pieces(column)}
    explained = {k for c in choices(scene, scene.index.tables[spell.table]) for k in c.tokens if c.where}
    for k in sorted(around.all | frozenset(range(mention.i, mention.j))):
        low = scene.words[k].low
        span = scene.words[k].stem in PARTS_OF_YEARS and not (low == "half" and k in range(mention.i, mention.j))
        if span and scene.words[k].stem not in asked and k not in explained:
            return low in ("quarter", "quarters", "half") and not _a_fraction(scene, spell, k, mention)
        if low in MONTHS and scene.words[k].raw[0].isupper() and k not in explained and low[:3] not in asked:
            return low not in asked and (low not in ("may", "march") or k > 0)
    return False


def _a_fraction(scene: Scene, spell: Spell, k: int, mention: Mention) -> bool:
    """Whether "three quarters" is a number: not in a table of quarters."""
    quarters = any("quarter" in pieces(column) for column in scene.index.tables[spell.table].columns)
    return k in range(mention.i, mention.j) and not quarters


def _out_of(scene: Scene, mention: Mention, spell: Spell, around: Frame) -> bool:
    """ "one person out of seven"."""
    behind, before = _behind(scene, mention, 4), _before(scene, mention, 3)
    return any(words[k : k + 2] == ["out", "of"] for words in (behind, before) for k in range(len(words)))


def _each(scene: Scene, mention: Mention, spell: Spell, around: Frame) -> bool:
    """ "2.2 points a game": of each of something, and the derivation is of none."""
    behind = _behind(scene, mention, 4)
    at = next((k for k, low in enumerate(behind[:3]) if low in ("a", "an") and k), None)
    if at is None or spell.kind == "ratio" or at + 1 >= len(behind):
        return False
    if spell.kind == "count" or any(low in VERBS or low in FUNCTION_WORDS for low in behind[:at]):
        return False
    per = any(n.per for n in namings(scene.index)[spell.table] if n.column in spell.columns)
    return not per and stem(behind[at + 1]) not in lexicon().spans


def _bounded(scene: Scene, mention: Mention, spell: Spell, around: Frame) -> bool:
    """ "was below 300,000 in three quarters": a bound that rows keep one by one."""
    bound = mention.quantity is not None and mention.quantity.bound in ("<", ">", "<=", ">=")
    words = {t.low for t in scene.words}
    return bound and spell.kind == "sum" and not words & TOTALS


def _of_pair(scene: Scene, mention: Mention, spell: Spell, around: Frame) -> bool:
    """ "12,110 to 11,320", "by a factor of 3": of two, or of how many times."""
    before = _before(scene, mention, 12)
    if "factor" in before[-3:]:
        return True
    return before[-1:] == ["to"] and before[-2:-1] != [] and before[-2][0].isdigit() and "from" not in before


def _all_the_time(scene: Scene, mention: Mention, spell: Spell, around: Frame) -> bool:
    """ "over the year", where the derivation is of a part of it."""
    low = [scene.words[k].low for k in sorted(around.all)]
    year = any(low[k : k + 3] in (["over", "the", "year"], ["throughout", "the", "year"]) for k in range(len(low)))
    return year and bool(spell.where)


RULES: tuple[Rule, ...] = (
    _of_pair,
    _all_the_time,
    _apart,
    _moving,
    _then,
    _in_words,
    _serial,
    _age,
    _ends,
    _of_what,
    _of_columns,
    _all_of_it,
    _total_row,
    _negated,
    _part_of_year,
    _out_of,
    _each,
    _bounded,
)

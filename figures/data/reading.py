"""One number read as one of a table: the conditions on its rows, and the columns that it may be a value of."""

from __future__ import annotations

from figures.data.aggregates import ACROSS, GATHERED, asked, asking
from figures.data.candidates import Candidate, Scene, respectively
from figures.data.choices import choices, is_bound
from figures.data.clauses import Frame, joint
from figures.data.columns import Wanted, wanted
from figures.data.index import content
from figures.data.mentions import Mention
from figures.data.naming import may_be, namings
from figures.data.periods import TIMES
from figures.data.selection import (
    EACH_WORD,
    WEAK,
    applicable,
    changing,
    complementing,
    has_noun,
    points_back,
    two_bare,
    where,
)
from figures.data.spell import Spell, Table, Where, count, selected
from figures.data.spoken import spoken
from figures.data.told import unexplained
from figures.data.words import forms, lexicon
from figures.lexicon.english import AUXILIARIES, FUNCTION_WORDS, VERBS

LEAST_FIT = 0.4  # of the name of a column
CARRIED = 0.72  # how well a column fits that was named for the number before
APART = frozenset("more fewer less higher lower older younger behind ahead above below faster slower longer shorter "
                  "larger smaller bigger greater better worse cheaper further apart".split())  # fmt: skip
EVERY = frozenset("total overall altogether all combined together nationwide nationally".split())


class Reading:
    """One number read as one of a table: the conditions on its rows, and the columns that it may be a value of."""

    def __init__(self, scene: Scene, mention: Mention, table: Table, around: Frame) -> None:
        self.scene, self.mention, self.table, self.around = scene, mention, table, around
        self.part, self.whole = applicable(scene, mention, table, around)
        self.own = where([*self.part, *self.whole])
        self.used = frozenset(k for choice in (*self.part, *self.whole) for k in choice.tokens)
        topic = scene.memory.topic
        columns = {w.column for w in self.own}
        carried: tuple[Where, ...] = ()
        going_on = topic.here and not topic.doubtful and not around.lead
        every = not scene.said.isdisjoint(EVERY) and any(scene.words[k].low in EVERY for k in around.near)
        if not self.part and not every and (going_on or points_back(scene, mention, around)):
            carried = tuple(w for w in topic.chosen.get(table.name, ()) if w.column not in columns)
        columns |= {w.column for w in carried}
        self.carried = carried
        self.scope = scope = tuple(w for w in topic.scope(table.name) if w.column not in columns)
        self.lost = 0.06 * bool(carried)
        self.rows = (*self.own, *carried, *scope)

    def columns(self) -> list[Wanted]:
        """Those that the number may be a value of."""
        found = [w for w in wanted(self.scene, self.mention, self.around, self.table) if w.fit >= LEAST_FIT]
        if complementing(self.scene, self.table, self.around):
            return []
        if split := respectively(self.scene, self.mention):
            names = namings(self.scene.index)[self.table.name]
            found = [
                Wanted(n, 0.85, frozenset(range(*split)))
                for n in names
                if may_be(self.mention, n, self.scene.words)
                and any(
                    set(at) & set(range(*split))
                    for at in spoken(self.scene).get((self.table.name, n.column), {}).values()
                )
            ]
        topic = self.scene.memory.topic
        around = self.around.all
        if found and topic.here and not topic.doubtful and not any(w.tokens & around for w in found):
            found = []  # what is said of the number before
        going_on = (
            not topic.doubtful
            and topic.unit == self.mention.unit
            and not self._does_else()
            and not two_bare(self.scene, self.mention)
        )
        if not found and going_on and not self._said() and (column := topic.column.get(self.table.name)):
            found = [
                Wanted(n, CARRIED, frozenset())
                for n in namings(self.scene.index)[self.table.name]
                if n.column == column
            ]
        if not found and len(self.rows) and self.mention.unit == "count" and count(self.table, self.rows) == 1:
            plain = [
                n
                for n in namings(self.scene.index)[self.table.name]
                if n.additive and may_be(self.mention, n, self.scene.words)
            ]
            plain = [n for n in plain if {p.key for p in n.pieces} & {"total", "count", "number"}] or plain
            only = len(namings(self.scene.index)[self.table.name]) == 1 and not has_noun(self.scene, self.mention)
            found = [Wanted(plain[0], 0.8 if only else 0.55, frozenset())] if len(plain) == 1 else []
        return found[:3]

    def _said(self) -> bool:
        """Whether a column of the table is named near the number."""
        return any(
            not self.around.near.isdisjoint(tokens)
            for (table, _), own in spoken(self.scene).items()
            if table == self.table.name
            for tokens in own.values()
        )

    def _by_how_many(self) -> bool:
        """Whether a number tells by how much something changed: "lost one member of staff"; not "lost 12 games"."""
        before = self.scene.words[max(0, self.mention.i - 2) : self.mention.i]
        verb = next((t for t in before if t.low in ("lost", "gained", "shed")), None)
        return verb is not None and not forms(verb.raw) & self.scene.index.named[self.table.name]

    def _one_each(self) -> bool:
        """Whether a number is of one of what a column counts: "each loan cost 61 euros"."""
        words = self.scene.words
        said = {
            k for (t, _), at in spoken(self.scene).items() if t == self.table.name for ks in at.values() for k in ks
        }
        return any(words[k].low in ("each", "every") and k + 1 in said for k in self.around.all)

    def _years_apart(self) -> bool:
        """Whether the rows are of one thing in several years, and which of them, or all, is not told."""
        years = [c for c in self.scene.index.years.get(self.table.name, ()) if not content(c) - TIMES]
        if not years or any(w.column in years for w in self.rows) or self.table.run is not None:
            return False
        if {"over", "all", "altogether"} & {self.scene.words[k].low for k in self.around.all}:
            return False
        cells = [self.table.columns[years[0]].values[row] for row in selected(self.table, self.rows)]
        return 1 < len(cells) == len(set(cells))

    def _several_years(self) -> bool:
        """Whether several numbers are told of several years, one each: "in 2021 and 2022 it had 1,200 and 1,500"."""
        years = self.scene.index.years.get(self.table.name, ())
        alike = [m for m in self.scene.mentions if m.unit == self.mention.unit and not is_bound(self.scene, m)]
        alike = [m for m in alike if not self.scene.words[m.i].raw.isdigit() or not 1500 <= m.value <= 2200]
        return len(alike) > 1 and any(w.op == "in" and w.column in years for w in self.rows)

    def _does_else(self) -> bool:
        """Whether a verb stands with the number that did not stand with the one before: "Ash (12 staff) sold 480"."""
        if not self.scene.memory.topic.here:
            return False
        words = self.scene.words
        near = self.around.near - self.around.shared - self.around.lead
        own = [k for k in near if k < self.mention.i and words[k].low in VERBS]
        said = {words[k].stem for k in range(self.mention.i) if k not in near}
        return any(words[k].low not in AUXILIARIES and words[k].stem not in said for k in own)

    def values(self) -> list[Candidate]:
        """Cells and what is gathered of a column."""
        if self.mention.unit not in ("count", "currency", "percent", "fraction"):
            return []
        if comparing(self.scene, self.mention):
            return []
        topic = self.scene.memory.topic
        back = points_back(self.scene, self.mention, self.around) or self.around.back
        if back and not self.part and (topic.doubtful or self.table.name not in topic.chosen):
            return []
        if changing(self.scene, self.mention, (*self.part, *self.whole)) and not any(
            w in topic.scope(self.table.name) for w in self.rows
        ):
            return []
        if self._of_rows() or self._by_how_many() or self._one_each():
            return []
        if (each := self._each()) is not None:
            return each
        found: list[Candidate] = []
        for want in self.columns():
            naming = want.naming
            rows = self.rows
            if any(w.column == naming.column for w in rows):
                continue
            many = count(self.table, rows)
            if many == 0:
                continue
            base = want.fit
            kind, _ = asked(self.scene, self.mention, GATHERED, self.around.all - want.tokens)
            if kind in ("max", "min") and self.part:
                mean, _ = asked(self.scene, self.mention, ("mean", "median"), self.around.all - want.tokens)
                kind = mean or kind  # "the average is highest in the Americas, at 33 percent"
            if not kind and topic.here and not topic.doubtful:
                kind = topic.kind
            if many == 1 and rows:
                what = "cell"
            elif kind in ("mean", "median", "max", "min"):
                what = kind
            elif naming.additive and self.mention.unit in ("count", "currency"):
                what = "sum"
                if self._series() and kind != "sum":
                    continue  # of which year is not told
                if kind != "sum" and self._several_years():
                    continue
                if kind != "sum" and self._years_apart():
                    base = min(base, WEAK)
                if naming.unit not in ("", "currency") and kind != "sum":
                    continue  # a length or a weight of many is seldom their sum
                base -= 0.0 if rows or kind == "sum" else 0.42
            else:
                continue
            if what in ("max", "min") and not self.part:
                rows = tuple(w for w in rows if w in self.own or w in topic.scope(self.table.name))
            scale = 100 if naming.fraction and self.mention.unit == "percent" else naming.scale
            spell = Spell(what, self.table.name, (naming.column,), rows, scale=scale)
            used = self.used | want.tokens | asking(self.scene, what, self.around.near)
            cost = unexplained(self.scene, spell, self.around.near, used, naming.parts)
            if (
                self.mention.quantity is not None
                and naming.unit == ""
                and self.mention.quantity.kind in ("duration", "measure", "temperature")
            ):
                base = min(base, 0.55)  # in which unit the column is, is not told
            fit = min([c.fit for c in (*self.part, *self.whole)], default=1.0)
            found.append(Candidate(spell, min(base, fit) - EACH_WORD * cost - self.lost, (naming.column, what)))
        return found

    def _series(self) -> bool:
        """Whether the rows are years or days, one each, and none of them is chosen."""
        years = {c for c in self.scene.index.years.get(self.table.name, ()) if not content(c) - TIMES}
        dates = {c.name for c in self.table.columns.values() if c.kind == "date"}
        own = [c for c in (self.table.columns[name] for name in years | dates) if c.kind == "date" or c.values]
        single = {c.name for c in own if len(c.distinct or set(c.values)) >= 0.9 * self.table.count}
        return bool(single) and not any(w.column in single for w in self.rows)

    def _each(self) -> list[Candidate] | None:
        """One column for each unit of another: "revenue per order"; None where nothing of that kind is said."""
        words = self.scene.words
        if "per" not in self.scene.said:
            return None
        at = next((k for k in sorted(self.around.near) if words[k].low == "per" and k + 1 < len(words)), None)
        if at is None or words[at - 1].low == "percent":
            return None
        names = namings(self.scene.index)[self.table.name]
        said = spoken(self.scene)
        units = [
            n
            for n in names
            if any(at < k <= at + 3 for at_ in said.get((self.table.name, n.column), {}).values() for k in at_)
        ]
        units = [n for n in units if n.additive]
        if any(n.per for n in names):
            return None
        if not units:
            known = words[at + 1].stem in lexicon().spans or words[at + 1].low in ("cent", "hour")
            return None if known or words[at + 1].stem in self.scene.index.nouns[self.table.name][0] else []
        found = []
        for want in wanted(self.scene, self.mention, self.around, self.table):
            if want.naming in units or not want.naming.additive or want.fit < LEAST_FIT:
                continue
            columns = (want.naming.column,)
            other = Spell("sum", self.table.name, (units[0].column,), self.rows)
            spell = Spell("ratio", self.table.name, columns, self.rows, other=other)
            keys = want.naming.parts | units[0].parts
            cost = unexplained(self.scene, spell, self.around.near, self.used | want.tokens, keys)
            found.append(Candidate(spell, min(want.fit, 0.9) - EACH_WORD * cost - self.lost, (*columns, "ratio")))
        return found

    def _of_rows(self) -> bool:
        """Whether the number counts rows: "nine of the 30 teams", "12 stores"."""
        scene, mention = self.scene, self.mention
        if mention.unit != "count":
            return False
        if any(
            joint(scene.words, mention, m) or joint(scene.words, m, mention) for m in scene.mentions if m is not mention
        ):
            return True
        behind = scene.words[mention.j : mention.j + 2]
        if behind and behind[0].low in ("are", "were", "have", "did"):
            return True  # "only 103 have been"
        nouns = scene.index.nouns[self.table.name][0]
        if behind[:1] and behind[0].stem in nouns:
            return True
        if len(behind) < 2 or behind[1].stem not in nouns:
            return False
        return not any(mention.j in ks for at in spoken(scene).values() for ks in at.values())

    def shares(self) -> list[Candidate]:
        """Parts of a column's sum: "36 percent of group revenue", "57 percent of the total"."""
        mention, topic = self.mention, self.scene.memory.topic
        if mention.unit not in ("percent", "fraction"):
            return []
        rows = self.scene.index.nouns[self.table.name][0]
        found = [
            w
            for w in wanted(self.scene, mention, self.around, self.table, amounts=True)
            if any(k in self.around.base and self.scene.words[k].stem not in rows for k in w.tokens)
            and not any(
                self.scene.words[k].stem in rows
                for k in self.around.base
                if k < max(w.tokens & self.around.base, default=0)
            )
        ]
        head = {self.scene.words[k].low for k in self.around.base}
        if not found and head & {"total", "whole", "sum"} and (column := topic.column.get(self.table.name)):
            found = [
                Wanted(n, CARRIED, frozenset())
                for n in namings(self.scene.index)[self.table.name]
                if n.column == column
            ]
        whole_of = {w.naming.column for w in found}
        both = [
            w
            for w in wanted(self.scene, mention, self.around, self.table, amounts=True)
            if w.naming.column not in whole_of
        ]
        part, whole = (
            where(self.part),
            where([c for c in self.whole if not c.columns & {w.column for w in where(self.part)}]),
        )
        if found and len(both) == 1 and both[0].naming.additive and found[0].naming.additive and both[0].fit >= 0.6:
            return self._of_two(both[0], found[0])
        of = (*whole, *self.scope)
        part = part or self.carried
        if not part:
            return []
        against = [
            c
            for c in choices(self.scene, self.table)
            if c.where and c.core <= self.around.base and c.columns & {w.column for w in part}
        ]
        if against:  # "61% of the orders of Ashford": of another row
            of = (*of, *where(against))
        made = []
        for want in found[:2]:
            if not want.naming.additive or want.fit < LEAST_FIT:
                continue
            names = (want.naming.column,)
            spell = Spell(
                "ratio",
                self.table.name,
                names,
                (*self.scope, *whole, *part),
                other=Spell("sum", self.table.name, names, of),
                scale=100 if mention.unit == "percent" else 1,
            )
            cost = unexplained(self.scene, spell, self.around.near, self.used | want.tokens, want.naming.parts)
            made.append(Candidate(spell, min(want.fit, 0.95) - EACH_WORD * cost, (*names, "share")))
        return made

    def _of_two(self, part: Wanted, whole: Wanted) -> list[Candidate]:
        """One column as a share of another: "30 percent of the flights were delayed"."""
        spell = Spell(
            "ratio",
            self.table.name,
            (part.naming.column,),
            self.rows,
            other=Spell("sum", self.table.name, (whole.naming.column,), self.rows),
            scale=100 if self.mention.unit == "percent" else 1,
        )
        used = self.used | part.tokens | whole.tokens
        cost = unexplained(self.scene, spell, self.around.near, used, part.naming.parts | whole.naming.parts)
        fit = min([part.fit, whole.fit, *(c.fit for c in (*self.part, *self.whole))])
        return [Candidate(spell, min(fit, 0.9) - EACH_WORD * cost - self.lost, (part.naming.column, "share"))]

    def distinct(self) -> list[Candidate]:
        """How many different values: "in four regions", "20 different stores", "players from 17 teams"."""
        words, mention = self.scene.words, self.mention
        if mention.unit != "count":
            return []
        after = [t.stem for t in words[mention.j : mention.j + 3]]
        spread = {t.low for t in words[max(0, mention.i - 2) : mention.i]} & ACROSS
        if not spread and not {"different", "distinct", "unique", "separate"} & set(after):
            return []
        rows, columns = self.scene.index.nouns[self.table.name]
        found = []
        for noun, column in columns.items():
            flag = any(f.column == column and f.table == self.table.name for f in self.scene.index.flags)
            at = mention.j + after.index(noun) if noun in after else 0
            last = at + 1 >= len(words) or not words[at + 1].raw.isalpha() or words[at + 1].low in FUNCTION_WORDS
            if noun not in after[:2] or noun in rows or flag or not (last or words[at + 1].low in VERBS):
                continue
            where_ = tuple(w for w in self.rows if w.column != column)
            spell = Spell("distinct", self.table.name, (column,), where_)
            used = self.used | frozenset(range(mention.j, mention.j + after.index(noun) + 1))
            cost = unexplained(self.scene, spell, self.around.near - self.around.shared, used, frozenset())
            found.append(Candidate(spell, 0.8 - EACH_WORD * cost, (column, "values")))
        return found


def comparing(scene: Scene, mention: Mention) -> bool:
    """Whether a number tells how far two others are apart: "12 more than", "37 points behind", "three years older"."""
    behind = [t.low for t in scene.words[mention.j : mention.j + 4]]
    if APART.isdisjoint(behind):
        return False
    if behind[:2] == ["or", "more"] or behind[:2] == ["or", "fewer"]:
        return False
    ends = (",", ".", ";", "of", "in", "and", "for", "to", "with")
    stop = next((k for k, raw in enumerate(behind) if raw in ends or raw in AUXILIARIES), len(behind))
    return not APART.isdisjoint(behind[:stop])

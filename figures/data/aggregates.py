"""Values computed over several rows: counts, sums, means, extremes, shares, differences, ratios and changes."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from figures.data import scope
from figures.data.candidates import Candidate, Scene, clause, fitting, properties
from figures.data.entities import Entity
from figures.data.index import Measure
from figures.data.mentions import Mention
from figures.data.shares import of_rows, plain_measures, shares
from figures.data.spans import BETWEEN
from figures.data.spell import Spell, Where, count
from figures.data.words import lexicon

GATHERED = ("sum", "mean", "median", "max", "min")
ACROSS = frozenset({"in", "across", "of", "over", "among", "all"})  # before a number of different values
NEAR = 7  # tokens between a number and the word that asks for a computed value


def computed(scene: Scene, mention: Mention) -> list[Candidate]:
    """What the number could be of many rows."""
    if mention.unit in ("percent", "fraction"):
        return shares(scene, mention)
    return of_rows(scene, mention) or gathered(scene, mention) + counts(scene, mention)


def asked(
    scene: Scene, mention: Mention, kinds: Sequence[str], inside: Container[int] | None = None
) -> tuple[str, int]:
    """The kind whose words stand nearest to the number in its clause, and how far; "" where none does.

    ``inside``: the tokens that bear on the number, where they are known.
    """
    words = scene.words
    best, distance = "", NEAR + 6
    phrases = lexicon().asks
    if phrases.keys().isdisjoint(scene.stems):
        return best, distance
    start, end = clause(scene, mention.i)
    for k in range(max(start, mention.i - distance), min(end, mention.j + distance)):
        if inside is not None and k not in inside:
            continue
        for wanted, kind in phrases.get(words[k].stem, ()):
            if kind not in kinds or any(k + n >= end or words[k + n].stem != stem for n, stem in enumerate(wanted)):
                continue
            if k and words[k - 1].low == "at" and words[k].low in ("least", "most", "best", "worst"):
                continue  # a bound
            if words[k].low == "high" and k + 1 < end and words[k + 1].stem == "school":
                continue
            if k >= mention.j and any(token.raw == "," for token in words[mention.j : k]):
                continue
            away = mention.i - k if k < mention.i else (k - mention.j) * 2
            if 0 <= away < distance:
                best, distance = kind, away
    return best, distance


def asking(scene: Scene, kind: str, inside: Container[int]) -> frozenset[int]:
    """The tokens that ask for a kind of value: "the longest", "on average"."""
    words = scene.words
    phrases = lexicon().asks
    if phrases.keys().isdisjoint(scene.stems):
        return frozenset()
    return frozenset(
        k + n
        for k, token in enumerate(words)
        for wanted, found in phrases.get(token.stem, ())
        if found == kind and k in inside
        for n in range(len(wanted))
        if all(k + m < len(words) and words[k + m].stem == stem for m, stem in enumerate(wanted))
    )


def conditions(scene: Scene, mention: Mention, table: str) -> tuple[Where, ...]:
    """Those of the clause, one for each column: the nearest name to the number."""
    start, end = clause(scene, mention.i)
    chosen: dict[str, Where] = {}
    stop = min([m.i for m in scene.mentions if m.i >= mention.j and not m.named] + [end])
    for entity in sorted(scene.entities, key=lambda e: abs(e.i - mention.i)):
        if not start <= entity.i < stop:
            continue  # of another number, or of another clause
        for where in entity.where.get(table, ()):
            chosen.setdefault(where.column, where)
    found = list(chosen.values())
    for first, second in pairwise(scene.entities):
        one, two = first.where.get(table, ()), second.where.get(table, ())
        between = {token.low for token in scene.words[first.j : second.i]}
        if len(one) == len(two) == 1 and one[0].column == two[0].column and len(between) == 1 and between <= BETWEEN:
            low, high = one[0].value, two[0].value
            if isinstance(low, int) and isinstance(high, int) and low < high and one[0].column in chosen:
                found.remove(chosen.pop(one[0].column))
                found += [Where(one[0].column, ">=", low), Where(one[0].column, "<=", high)]
    return tuple(found)


def measures(scene: Scene, mention: Mention) -> list[tuple[Measure, float]]:
    """The columns of numbers that are named near the number."""
    found: dict[str, tuple[Measure, float]] = {}
    for part, near in properties(scene, mention):
        for role in (None, "made", ""):
            for measure in fitting(scene, mention, part, role):
                key = f"{measure.table}\0{measure.column}"
                if key not in found or found[key][1] < near:
                    found[key] = (measure, near)
    return list(found.values())


def gathered(scene: Scene, mention: Mention) -> list[Candidate]:
    """A sum, mean, median or extreme of a column, over the rows that the clause names or over all."""
    kind, distance = asked(scene, mention, GATHERED)
    if not kind or scope.narrowed(scene, mention):
        return []
    found = []
    for measure, near in measures(scene, mention):
        if measure.role == "share" and kind == "sum":
            continue
        where = conditions(scene, mention, measure.table)
        if where and count(scene.index.tables[measure.table], where) == 1:
            continue  # one row: its cell says it all
        spell = Spell(kind, measure.table, (measure.column,), where)
        found.append(Candidate(spell, min(1.0, near + 0.15) - 0.01 * distance, (measure.column, kind)))
    return found


def compared(scene: Scene, mention: Mention, kind: str) -> list[Candidate]:
    """ "12 more than Bea", "twice as many as the south": the subject's cell and the other's."""
    words = scene.words
    stop = min([m.i for m in scene.mentions if m.i >= mention.j and not m.named] + [mention.j + 6])
    after = [t.low for t in words[mention.j : min(stop, mention.j + 6)]]
    if kind == "difference" and not ({"than", "of"} & set(after) and asked(scene, mention, ("difference",))[0]):
        return []
    left = [e for e in scene.entities if e.j <= mention.i]
    right = [e for e in scene.entities if e.i >= mention.j]
    one = next((e for e in left if e.subject), left[-1] if left else scene.memory.subject)
    if one is None or not right:
        return []
    found = []
    for measure, near in measures(scene, mention):
        first, second = _rows(scene, one, measure.table), _rows(scene, right[0], measure.table)
        if not first or not second or first == second:
            continue
        years = scene.index.years.get(measure.table, ())
        if (first[0].column in years) != (second[0].column in years):
            continue  # "40 more visitors in 2017 than in 2014"
        if any(word in ("fewer", "less", "lower", "below", "behind") for word in after):
            first, second = second, first
        single = count(scene.index.tables[measure.table], second) == 1
        other = Spell("cell" if single else "sum", measure.table, (measure.column,), second)
        found.append(Candidate(Spell(kind, measure.table, (measure.column,), first, other=other), min(1.0, near + 0.2)))
    return found


def _rows(scene: Scene, entity: Entity, table: str) -> tuple[Where, ...]:
    return entity.where.get(table, ())


def changed(scene: Scene, mention: Mention) -> list[Candidate]:
    """ "revenue rose 12% from 2023 to 2024", "... in 2024": against the period named, or the one before."""
    kind, _ = asked(scene, mention, ("change",))
    if not kind or mention.unit != "percent":
        return []
    found = []
    for measure, near in plain_measures(scene, mention):
        table = scene.index.tables[measure.table]
        dated = scope.periods(scene, mention)
        periods = [w for e in dated for w in e.where.get(measure.table, ()) if scope.is_period(w)]
        fixed = tuple(
            w
            for e in scene.entities
            for w in e.where.get(measure.table, ())
            if not scope.is_period(w)
        )  # fmt: skip
        order = sorted(c for c in table.columns[periods[0].column].distinct) if periods else []
        if len(periods) == 1 and periods[0].value in order and order.index(periods[0].value) > 0:
            later, earlier = periods[0], Where(periods[0].column, "=", order[order.index(periods[0].value) - 1])
        elif len(periods) >= 2:
            earlier, later = sorted(periods[:2], key=lambda w: order.index(w.value) if w.value in order else 0)
        else:
            continue
        other = Spell("sum", measure.table, (measure.column,), (*fixed, earlier))
        scale = -100 if mention.quantity is not None and mention.quantity.direction == "down" else 100
        spell = Spell("change", measure.table, (measure.column,), (*fixed, later), other=other, scale=scale)
        found.append(Candidate(spell, min(1.0, near + 0.2), (measure.column, "change")))
    return found


def counts(scene: Scene, mention: Mention) -> list[Candidate]:
    """How many rows there are, or how many different values: "20 employees", "four regions"."""
    after = [t.stem for t in scene.words[mention.j : mention.j + 4]]
    found = []
    only = named_table(scene, mention)
    if not only and scope.narrowed(scene, mention):
        return []
    for table in scene.index.tables.values():
        if only and table.name != only:
            continue
        nouns, columns = scene.index.nouns[table.name]
        place = next((k for k, stem in enumerate(after) if stem in nouns), None)
        if place is not None and any(t.number is not None for t in scene.words[mention.j : mention.j + place]):
            place = None  # "two of the four stores": the noun is the second number's
        if place is not None and after[place] in lexicon().rows and not _told(scene, mention):
            place = None
        wanted = scope.bounds(scene, mention, table.name) if place is not None else ()
        if place is not None and wanted is not None:
            before = [t.low for t in scene.words[max(0, mention.i - 2) : mention.i]]
            where = (*(() if "of" in before else conditions(scene, mention, table.name)), *wanted)
            if not (len(where) == 1 and count(table, where) == 1 and where[0].column in scene.index.keys[table.name]):
                found.append(Candidate(Spell("count", table.name, (), where), 0.85 - 0.1 * place, ("rows",)))
        kinds = [e.where[table.name] for e in scene.entities if table.name in e.where and 0 <= e.i - mention.j <= 1]
        if place is None and kinds and all(w.column not in scene.index.keys[table.name] for w in kinds[0]):
            plural = scene.words[next(e.j for e in scene.entities if 0 <= e.i - mention.j <= 1) - 1].raw
            if plural.endswith(("s", "men")):  # "12 Democrats"; not "12 Democratic votes"
                found.append(Candidate(Spell("count", table.name, (), kinds[0]), 0.7, ("rows",)))
        spread = scene.words[mention.i - 1].low in ACROSS if mention.i else False
        for stem, column in columns.items() if spread or {"different", "distinct", "unique"} & set(after) else ():
            if stem in after[:2] and (not found or stem not in nouns):
                where = tuple(w for w in conditions(scene, mention, table.name) if w.column != column)
                found.append(Candidate(Spell("distinct", table.name, (column,), where), 0.75, (column, "values")))
    return found


def _told(scene: Scene, mention: Mention) -> bool:
    """Whether the words before a count of rows or records speak of a table: "the data holds", "there are"."""
    start, _ = clause(scene, mention.i)
    return any(token.stem in lexicon().tells_rows for token in scene.words[start : mention.i])


def named_table(scene: Scene, mention: Mention) -> str:
    """The table whose name stands behind the number ("of the north fleet"); "" where none does."""
    if not scene.index.table_words:
        return ""
    for token in scene.words[mention.j : mention.j + 8]:
        if token.number is not None:
            break
        if token.stem in scene.index.table_words:
            return scene.index.table_words[token.stem]
    return ""

"""Values of a table that a sentence names, and how well they are meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from figures.data.candidates import Scene
from figures.data.choice import Choice
from figures.data.index import MOST_ANSWERS, Hit, Value, content
from figures.data.periods import OPEN_DAYS, OPEN_YEARS, TIMES, column_said
from figures.data.questions import NEGATIONS
from figures.data.spell import Table, Where
from figures.data.words import Token, forms
from figures.lexicon.english import ADJECTIVES, FUNCTION_WORDS, VERBS


def named(scene: Scene, table: Table) -> Iterator[Choice]:
    for hit in scene.hits:
        by_column: dict[str, list[Value]] = {}
        for value in hit.values:
            if value.table == table.name:
                by_column.setdefault(value.column, []).append(value)
        for column, values in by_column.items():
            if hit.j - hit.i == 1 and column in scene.index.bands.get(table.name, ()):
                continue  # one end of it
            whole = [v for v in values if not v.alias] or values
            several = tuple(dict.fromkeys(v.value for v in whole))
            where = Where(column, "=", several[0]) if len(several) == 1 else Where(column, "in", several)
            if len(several) > 1:  # a short name, of which the text has said the full one before
                entity = next((e for e in scene.entities if e.i == hit.i and e.j == hit.j), None)
                own = entity.where.get(table.name, ()) if entity is not None else ()
                if len(own) == 1 and own[0].op == "=" and own[0].column == column:
                    where, several = own[0], (own[0].value,)  # type: ignore[assignment]
            words = scene.words[hit.i : hit.j]
            low = words[0].low
            common = len(words) == 1 and (low in FUNCTION_WORDS or low in VERBS or low in ADJECTIVES)
            fit = 1.0 if len(several) == 1 else 0.5
            if low in ("yes", *NEGATIONS) and len(words) == 1:
                fit = 0.7 if said(scene, table, column) and low != "no" else 0.2
            elif common and not words[0].raw[0].isupper():
                told = hit.i and scene.words[hit.i - 1].low in ("are", "is", "were", "was", "as")
                fit = 0.9 if said(scene, table, column) or told else 0.3
            elif said(scene, table, column):
                fit += 0.1
            if len(words) == 1 and whole[0].alias and words[0].stem in scene.index.table_words:
                continue  # it names a table
            others = by_column.keys() - {column}
            if others and _beside(scene, table, column, others, hit):
                fit += 0.15
            if len(words) == 1 and len(several) == 1 and scene.index.holding(table, column, words[0].stem) > 1:
                fit = min(fit, 0.7)  # a film actor is an actor too
            tokens = frozenset(range(hit.i, hit.j))
            before = [t.low for t in scene.words[max(0, hit.i - 2) : hit.i]]
            behind = [t.low for t in scene.words[hit.j : hit.j + 2]]
            period = _is_period(scene, table, where) and not _said_of(scene, table, column, hit)
            years = column in scene.index.years.get(table.name, ())
            if years and content(column, table.name) - TIMES and not column_said(scene, table, column):
                continue
            if years and (not scene.words[hit.i].raw.isdigit() or not _in_year(scene.words, hit.i)):
                continue
            if table.columns[column].kind == "date" and OPEN_DAYS & set(before):
                fit = 0.3  # a span that begins or ends there
            if before == ["at", "least"] or behind == ["or", "more"]:
                fit = 0.3
            free = (
                table.columns[column].kind == "text"
                and len(table.columns[column].distinct) > MOST_ANSWERS
                and column not in scene.index.keys[table.name]
            )
            if free and not said(scene, table, column) and not words[0].raw[0].isupper():
                fit -= 0.6  # what somebody wrote
            if column in scene.index.keys[table.name] and len(by_column) > 1:
                fit -= 0.05
            yield Choice((where,), tokens, fit, tokens, period=period)


def _said_of(scene: Scene, table: Table, column: str, hit: Hit) -> bool:
    """Whether a year is told as that of something: "first lit in 1818"."""
    own = content(column, table.name) - {"year", "date", "month", "yr"}
    return any(forms(t.raw) & own for t in scene.words[max(0, hit.i - 4) : hit.i])


def _beside(scene: Scene, table: Table, column: str, others: Iterable[str], hit: Hit) -> bool:
    """Whether a word that tells a column from others with the same value stands near that value."""
    shared = frozenset().union(*(scene.index.words_for(table.name, other) for other in others))
    own = scene.index.words_for(table.name, column) - shared
    return any(forms(t.raw) & own for t in scene.words[max(0, hit.i - 5) : hit.j + 6])


def _in_year(words: Sequence[Token], k: int) -> bool:
    """Whether a year is the one that is spoken of: "in 2014"; not "back to 1989" or "1990 or later"."""
    before = words[k - 1].low if k else ""
    behind = [t.low for t in words[k + 1 : k + 3]]
    if "since" in {t.low for t in words[max(0, k - 5) : k]}:
        return False  # "since records began in 1950"
    return before not in OPEN_YEARS and behind not in (["or", "later"], ["or", "earlier"]) and behind[:1] != ["onward"]


def said(scene: Scene, table: Table, column: str) -> bool:
    """Whether the sentence says a word of the column's name."""
    return not scene.stems.isdisjoint(scene.index.words_for(table.name, column, table.name))


def _is_period(scene: Scene, table: Table, where: Where) -> bool:
    return table.columns[where.column].kind == "date" or where.column in scene.index.years.get(table.name, ())

"""What the words of a sentence choose among the rows of a table: names and answers, questions of yes and no, bands and
bounds, and spans of time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache

from msgspec import Struct, structs

from figures.data.bands import Ends
from figures.data.candidates import Scene
from figures.data.columns import Naming, may_be, namings, spoken
from figures.data.index import MONTHS, MOST_ANSWERS, Answers, Flag, Hit, Value, content, pieces
from figures.data.mentions import Mention
from figures.data.spans import Range, ranges
from figures.data.spell import Table, Where
from figures.data.words import Token, forms, lexicon, stem
from figures.interval import Exact
from figures.lexicon.english import ADJECTIVES, FUNCTION_WORDS, VERBS

NEGATIONS = frozenset(
    "no not non never without n't don't doesn't didn't isn't aren't wasn't weren't nor neither".split()
)
OLD = frozenset("aged age ages old older younger year-olds year olds birthday".split())
SINCE = {"since": ">=", "after": ">", "before": "<", "until": "<=", "through": "<="}
TIMES = frozenset({"year", "yr", "date", "month", "season", "fy", "term"})
OPEN_YEARS = frozenset("to from since after before until through than".split())
OPEN_DAYS = frozenset("since after from began begin beginning starting started until before by".split())
INCOMES = frozenset({"income", "household", "earn", "money", "salary", "pay"})
BETWEEN = frozenset({"to", "and", "through", "-", "–"})


class Choice(Struct, frozen=True):
    """Conditions on the rows of one table, and the tokens that say them. ``fit``: how well they do, from 0 to 1.

    No conditions: the words choose rows, but it is not clear which.
    """

    where: tuple[Where, ...]
    tokens: frozenset[int]
    fit: float
    core: frozenset[int]  # those of the tokens that name the value, not its column
    period: bool = False
    bound: bool = False  # a number stands in it

    @property
    def at(self) -> int:
        return min(self.tokens)

    @property
    def columns(self) -> frozenset[str]:
        return frozenset(where.column for where in self.where)


def choices(scene: Scene, table: Table) -> list[Choice]:
    """All of a sentence, in order. Of two that rest on the same words, the one that fits clearly better; where neither
    does, none, and the words count as unclear."""
    if table.name not in scene.chosen:
        found = [*_names(scene, table), *_periods(scene, table), *_flags(scene, table), *_answers(scene, table)]
        found += [
            *_aged(scene, table),
            *_bounds(scene, table),
            *_numbered(scene, table),
            *_yes_or_no(scene, table),
            *_none(scene, table),
        ]
        found.sort(key=lambda c: (-c.fit - 0.1 * len(c.tokens), -len(c.core), c.at))
        kept: list[Choice] = []
        for _at, choice in enumerate(found):
            if choice.fit < 0.5 or any(choice.core & o.tokens or o.core & choice.tokens for o in kept):
                continue
            rivals = [r for r in found if r.core & choice.core and r.fit > choice.fit - 0.1 and r is not choice]
            rivals = [r for r in rivals if not (r.period and choice.period)]  # a year, and the months of that year
            if any(r.columns != choice.columns and len(r.core) >= len(choice.core) for r in rivals):
                choice = structs.replace(choice, where=(), fit=0.5)  # one question or another
            kept.append(choice)
        scene.chosen[table.name] = sorted(kept, key=lambda c: c.at)
    return scene.chosen[table.name]


def is_bound(scene: Scene, mention: Mention) -> bool:
    """Whether a number only tells which rows are meant: "older than 65", "since 2005"."""
    own = frozenset(range(mention.i, mention.j))
    return any(
        choice.bound and own & choice.tokens
        for table in scene.index.tables.values()
        for choice in choices(scene, table)
    )


def _names(scene: Scene, table: Table) -> Iterator[Choice]:
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
            low = words[0].raw.lower()
            common = len(words) == 1 and (low in FUNCTION_WORDS or low in VERBS or low in ADJECTIVES)
            fit = 1.0 if len(several) == 1 else 0.5
            if low in ("yes", *NEGATIONS) and len(words) == 1:
                fit = 0.7 if said(scene, table, column) and low != "no" else 0.2
            elif common and not words[0].raw[0].isupper():
                told = hit.i and scene.words[hit.i - 1].raw.lower() in ("are", "is", "were", "was", "as")
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
            before = [t.raw.lower() for t in scene.words[max(0, hit.i - 2) : hit.i]]
            behind = [t.raw.lower() for t in scene.words[hit.j : hit.j + 2]]
            period = _is_period(scene, table, where) and not _said_of(scene, table, column, hit)
            years = column in scene.index.years.get(table.name, ())
            if years and content(column, table.name) - TIMES and not _column_said(scene, table, column):
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


def _column_said(scene: Scene, table: Table, column: str) -> bool:
    """Whether what tells a column of years from the year itself is said: born, opened, first lit."""
    own = content(column, table.name) - TIMES
    return any(forms(t.raw) & own for t in scene.words)


def _said_of(scene: Scene, table: Table, column: str, hit: Hit) -> bool:
    """Whether a year is told as that of something: "first lit in 1818"."""
    own = content(column, table.name) - {"year", "date", "month", "yr"}
    return any(forms(t.raw) & own for t in scene.words[max(0, hit.i - 4) : hit.i])


def _beside(scene: Scene, table: Table, column: str, others: Iterable[str], hit: Hit) -> bool:
    """Whether a word that tells a column from others with the same value stands near that value."""
    shared = frozenset().union(*(content(other) for other in others))
    own = content(column) - shared
    return any(forms(t.raw) & own for t in scene.words[max(0, hit.i - 5) : hit.j + 6])


def _in_year(words: Sequence[Token], k: int) -> bool:
    """Whether a year is the one that is spoken of: "in 2014"; not "back to 1989" or "1990 or later"."""
    before = words[k - 1].raw.lower() if k else ""
    behind = [t.raw.lower() for t in words[k + 1 : k + 3]]
    if "since" in {t.raw.lower() for t in words[max(0, k - 5) : k]}:
        return False  # "since records began in 1950"
    return before not in OPEN_YEARS and behind not in (["or", "later"], ["or", "earlier"]) and behind[:1] != ["onward"]


def said(scene: Scene, table: Table, column: str) -> bool:
    """Whether the sentence says a word of the column's name."""
    own = content(column, table.name)
    return any(t.stem in own for t in scene.words)


def _is_period(scene: Scene, table: Table, where: Where) -> bool:
    return table.columns[where.column].kind == "date" or where.column in scene.index.years.get(table.name, ())


def _flags(scene: Scene, table: Table) -> Iterator[Choice]:
    """ "contain chocolate", "of daily readers": yes or no to the question whose own words are said."""
    for flag in scene.index.flags:
        if flag.table != table.name:
            continue
        if not flag.own:
            yield from _whole_question(scene, flag)
            continue
        at = [
            k
            for k, t in enumerate(scene.words)
            if t.number is None and (forms(t.raw) & flag.words or _joined(scene.words, k, flag))
        ]
        for group in clusters(at):
            said_ = {stem for k in group for stem in forms(scene.words[k].raw) & flag.own}
            said_ |= {_joined(scene.words, k, flag) for k in group} - {""}
            share = len(said_) / len(flag.own)
            if (
                share < 0.4
                or (share < 0.5 and len(said_) < 2)
                or (share <= 0.5 and len(said_) == 1 and said_ <= _verbs())
            ):
                continue
            core = frozenset(k for k in group if forms(scene.words[k].raw) & flag.own or _joined(scene.words, k, flag))
            answer = flag.no if negated(scene.words, min(core)) else flag.yes
            if answer is not None:
                yield Choice((Where(flag.column, "=", answer),), frozenset(group), 0.4 + 0.6 * share, core)


def _whole_question(scene: Scene, flag: Flag) -> Iterator[Choice]:
    """A question that shares its words with others, where all of them are said: "they eat sandwiches"."""
    full = content(flag.column)
    if len(full) < 2:
        return
    for group in clusters([k for k, t in enumerate(scene.words) if forms(t.raw) & full]):
        said_ = {stem for k in group for stem in forms(scene.words[k].raw) & full}
        answer = flag.no if negated(scene.words, group[0]) else flag.yes
        if said_ == full and answer is not None:
            yield Choice((Where(flag.column, "=", answer),), frozenset(group), 0.85, frozenset(group))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(stem(form) for form in VERBS) | lexicon().neutral


def _joined(words: Sequence[Token], k: int, flag: Flag) -> str:
    """The word of a question that two words of the text make together: gluten free, of glutenfree; "" where none is."""
    behind = k + 2 if k + 2 < len(words) and words[k + 1].raw == "-" else k + 1
    if behind >= len(words):
        return ""
    both = words[k].raw.lower() + words[behind].raw.lower()
    return next((word for word in (both, stem(both)) if word in flag.own), "")


def _yes_or_no(scene: Scene, table: Table) -> Iterator[Choice]:
    """ "45 percent said no": the answer to the one question whose words the sentence has most of."""
    words = scene.words
    stems = {stem for t in words for stem in forms(t.raw)}
    known = sorted(
        ((len(f.words & stems), f.column, f) for f in scene.index.flags if f.table == table.name), reverse=True
    )
    if not known or known[0][0] < 2 or (len(known) > 1 and known[1][0] >= known[0][0]):
        return
    flag = known[0][2]
    for k, token in enumerate(words):
        low = token.raw.lower()
        if low in ("yes", "no") and k and words[k - 1].raw.lower() in ("said", "say", "says", "answered", "replied"):
            answer = flag.yes if low == "yes" else flag.no
            if answer is not None:
                tokens = {n for n, t in enumerate(words) if forms(t.raw) & flag.words} | {k, k - 1}
                yield Choice((Where(flag.column, "=", answer),), frozenset(tokens), 0.9, frozenset({k}))


def clusters(at: Sequence[int], gap: int = 4) -> list[list[int]]:
    """Tokens in groups that stand close together."""
    groups: list[list[int]] = []
    for k in sorted(at):
        if groups and k - groups[-1][-1] <= gap:
            groups[-1].append(k)
        else:
            groups.append([k])
    return groups


def negated(words: Sequence[Token], at: int) -> bool:
    """Whether a word stands under a "not"."""
    return bool({t.raw.lower() for t in words[max(0, at - 3) : at]} & NEGATIONS)


def _answers(scene: Scene, table: Table) -> Iterator[Choice]:
    """ "said that it is rude": all answers of one question that hold what is said of them."""
    stems: dict[str, list[int]] = {}
    for k, token in enumerate(scene.words):
        for form in forms(token.raw):
            stems.setdefault(form, []).append(k)
    for column, answers in scene.index.answers.get(table.name, {}).items():
        here = [stem for stem in answers.stems if stem in stems]
        if not here:
            continue
        yield from _chosen(scene, table, column, answers, here, stems)


def _chosen(
    scene: Scene, table: Table, column: str, answers: Answers, here: Sequence[str], stems: dict[str, list[int]]
) -> Iterator[Choice]:
    own = content(column, table.name)
    asked = sum(stem in stems for stem in own)
    groups = clusters([k for stem in here for k in stems[stem]], 3)
    for group in groups:
        wanted = {stem for k in group for stem in forms(scene.words[k].raw) & answers.stems}
        if {"least", "most"} & {t.raw.lower() for t in scene.words[max(0, group[0] - 4) : group[0]]}:
            yield from _at_least(scene, column, answers, wanted, frozenset(group))
            continue
        no = negated(scene.words, group[0]) or bool(
            {t.raw.lower() for t in scene.words[group[0] : group[-1]]} & NEGATIONS
        )
        strengths = lexicon().grades | {word for scale in lexicon().scales for word in scale}
        if wanted <= strengths and not any(words == wanted for _, words, _ in answers.values):
            continue
        alike = [(value, words) for value, words, negative in answers.values if wanted <= words and negative == no]
        if not alike and (several := _any_grade(answers, wanted, negative=no)):
            core = frozenset(group)
            yield Choice((Where(column, "in", several),), core, 0.9, core)
            continue
        if not alike:
            continue
        cover = max(len(wanted) / len(words) for _, words in alike)
        whole = [value for value, words in alike if words == wanted]
        if len(whole) == 1:
            where = Where(column, "=", whole[0])
        elif (
            len(alike) == 1
            and cover >= 0.5
            and (len(wanted) > 1 or (asked and not wanted & scene.index.named[table.name]))
        ):
            where = Where(column, "=", alike[0][0])
        elif len(alike) < len(answers.values) and all(words - wanted <= lexicon().grades for _, words in alike):
            where, cover = Where(column, "in", tuple(value for value, _ in alike)), 0.8  # rude: very, or somewhat
        else:
            continue
        fit = 0.3 + 0.4 * cover + (0.2 if asked else 0) + (0.1 if asked > 1 else 0)
        tokens = frozenset(group) | {k for stem in own if stem in stems for k in stems[stem]}
        yield Choice((where,), frozenset(group) if not asked else tokens, min(fit, 0.95), frozenset(group))


def _any_grade(answers: Answers, wanted: set[str], *, negative: bool) -> tuple[str, ...]:
    """ "very or somewhat satisfied": the answers of either strength."""
    grades = wanted & (lexicon().grades | {word for scale in lexicon().scales for word in scale})
    rest = wanted - grades
    if len(grades) < 2 or not rest:
        return ()
    found = tuple(v for v, words, no in answers.values if no == negative and rest <= words and words & grades)
    return found if len(found) == len(grades) else ()


def _at_least(
    scene: Scene, column: str, answers: Answers, wanted: set[str], tokens: frozenset[int]
) -> Iterator[Choice]:
    """ "at least somewhat rude", "at least sometimes": the answers that go as far as that, on a scale that is known."""
    if scene.words[min(tokens) - 1].raw.lower() != "least":
        return
    for scale in lexicon().scales:
        own = [word for word in scale if word in wanted]
        if len(own) != 1:
            continue
        rest = wanted - {own[0]}
        upward = scale[scale.index(own[0]) :]
        chosen = tuple(
            value for value, words, negative in answers.values if not negative and rest <= words and words & set(upward)
        )
        if chosen:
            yield Choice((Where(column, "in", chosen),), tokens, 0.85, tokens)
            return


def _periods(scene: Scene, table: Table) -> Iterator[Choice]:
    """ "since 2005", "in the 1990s", "between 1990 and 2013", "in March 2024"."""
    words = scene.words
    for column in scene.index.years.get(table.name, ()):
        if content(column, table.name) - TIMES and not _column_said(scene, table, column):
            continue  # the year that somebody was born in
        for k, token in enumerate(words):
            raw = token.raw
            decade = re.fullmatch(r"(1[5-9]|20)[0-9]0s", raw)
            before = words[k - 1].raw.lower() if k else ""
            if decade:
                low = int(raw[:4])
                yield Choice(
                    (Where(column, ">=", low), Where(column, "<=", low + 9)),
                    frozenset({k}),
                    1.0,
                    frozenset({k}),
                    period=True,
                    bound=True,
                )
                continue
            if not (raw.isdigit() and len(raw) == 4 and 1500 <= int(raw) <= 2200):
                continue
            year = int(raw)
            joined = words[k + 1].raw.lower() if k + 2 < len(words) else ""
            then = words[k + 2].raw if k + 2 < len(words) else ""
            if (
                joined in BETWEEN
                and then.isdigit()
                and len(then) == 4
                and int(then) > year
                and before in ("from", "between", "in", "of", "(", "the", "years", "")
                and not (joined == "and" and before != "between")
            ):
                yield Choice(
                    (Where(column, ">=", year), Where(column, "<=", int(then))),
                    frozenset(range(k, k + 3)),
                    1.1,
                    frozenset(range(k, k + 3)),
                    period=True,
                    bound=True,
                )
            elif before == "to" and k > 1 and words[k - 2].raw.lower() in ("back", "dating", "dates"):
                own = frozenset({k - 2, k - 1, k})
                yield Choice((Where(column, ">=", year),), own, 1.05, frozenset({k}), period=True, bound=True)
            elif joined == "or" and then.lower() in ("later", "earlier"):
                op = ">=" if then.lower() == "later" else "<="
                own = frozenset(range(k, k + 3))
                yield Choice((Where(column, op, year),), own, 1.05, frozenset({k}), period=True, bound=True)
            elif before in SINCE:
                yield Choice(
                    (Where(column, SINCE[before], year),),
                    frozenset({k - 1, k}),
                    1.05,
                    frozenset({k}),
                    period=True,
                    bound=True,
                )
    for held in table.columns.values():
        if held.kind == "date" and held.distinct:
            yield from _dates(scene, table, held.name)


def _dates(scene: Scene, table: Table, column: str) -> Iterator[Choice]:
    """Months and years of a column of days, or years of a column of months, as spans."""
    words = scene.words
    cells = sorted(str(value) for value in table.columns[column].distinct)
    years = {cell[:4] for cell in cells}
    daily = len(cells[0]) == 10
    dated = {k for hit in scene.hits for v in hit.values if v.column == column for k in range(hit.i, hit.j)}
    months = {cell[5:7] for cell in cells if len(cell) >= 7}
    for k, token in enumerate(words):
        before = words[k - 1].raw.lower() if k else ""
        if k in dated or (k and k - 1 in dated) or (k > 1 and words[k - 1].raw == "," and k - 2 in dated):
            continue
        if "since" in {t.raw.lower() for t in words[max(0, k - 5) : k]} and before != "since":
            continue
        if token.raw.isdigit() and len(token.raw) == 4 and token.raw in years and (len(cells[0]) > 4):
            if (k and before in MONTHS) or before in OPEN_YEARS - SINCE.keys():
                continue
            last = words[k + 2].raw if k + 2 < len(words) and words[k + 1].raw.lower() in BETWEEN else ""
            if last in years and last > token.raw:
                own = frozenset(range(k, k + 3))
                yield Choice(
                    _span(column, f"{token.raw}-00", f"{int(last) + 1}-00"), own, 1.1, own, period=True, bound=True
                )
                continue
            if len(years) > 1 or before in ("in", "of", "for", "during"):
                op = SINCE.get(before)
                if op in (">=", "<"):
                    yield Choice(
                        (Where(column, op, token.raw),),
                        frozenset({k - 1, k}),
                        1.05,
                        frozenset({k}),
                        period=True,
                        bound=True,
                    )
                elif op is None:
                    yield Choice(
                        _span(column, f"{token.raw}-00", f"{int(token.raw) + 1}-00"),
                        frozenset({k}),
                        1.0,
                        frozenset({k}),
                        period=True,
                        bound=True,
                    )
        elif daily and token.raw.lower() in MONTHS and token.raw[0].isupper():
            month = MONTHS.index(token.raw.lower()) + 1
            behind = words[k + 1] if k + 1 < len(words) else None
            if (
                f"{month:02}" not in months
                or (behind is not None and behind.number is not None and len(behind.raw) <= 2)
                or (k and words[k - 1].number is not None and len(words[k - 1].raw) <= 2 and before != "of")
            ):
                continue
            year = (
                behind.raw
                if behind is not None and behind.raw in years
                else next(iter(years))
                if len(years) == 1
                else ""
            )
            if year:
                tokens = {k, k + 1} if behind is not None and behind.raw == year else {k}
                yield Choice(
                    _span(column, f"{year}-{month:02}-00", f"{year}-{month:02}-99"),
                    frozenset(tokens),
                    1.1,
                    frozenset(tokens),
                    period=True,
                    bound=True,
                )


def _span(column: str, low: str, high: str) -> tuple[Where, ...]:
    return (Where(column, ">", low), Where(column, "<", high))


def _bounds(scene: Scene, table: Table) -> Iterator[Choice]:
    """ "older than 65", "with more than 200 orders", "under 30": other numbers of the sentence that bound rows."""
    for mention in scene.mentions:
        if mention.named or mention.quantity is None or mention.first is not None or mention.second is not None:
            continue
        op = {">": ">", ">=": ">=", "<": "<", "<=": "<="}.get(mention.quantity.bound, "")
        measured = bounding(scene, mention, table)
        if not measured:
            continue
        measure = measured[0]
        tokens = (
            frozenset(range(mention.i, mention.j))
            | {
                k
                for at in spoken(scene).get((table.name, measure.column), {}).values()
                for k in at
                if abs(k - mention.i) <= 8
            }
            | {
                k
                for k in range(max(0, mention.i - 3), min(len(scene.words), mention.j + 3))
                if scene.words[k].raw.lower() in OLD
            }
        )
        scale = Fraction(1, 100) if measure.fraction and mention.unit == "percent" else 1
        value = _exact(mention.value * scale)
        high = mention.quantity.high
        if high is not None and mention.quantity.bound == "range":
            yield Choice(
                (Where(measure.column, ">=", value), Where(measure.column, "<=", _exact(high * scale))),
                tokens,
                0.9,
                frozenset(range(mention.i, mention.j)),
                bound=True,
            )
        elif op:
            yield Choice(
                (Where(measure.column, op, value),), tokens, 0.9, frozenset(range(mention.i, mention.j)), bound=True
            )


def _none(scene: Scene, table: Table) -> Iterator[Choice]:
    """ "no customers were affected", "nobody was killed", "have no provider": a column that is zero."""
    words = scene.words
    for naming in namings(scene.index)[table.name]:
        if not naming.additive:
            continue
        places = sorted({k for at in spoken(scene).get((table.name, naming.column), {}).values() for k in at})
        for k, token in enumerate(words):
            low = token.raw.lower()
            if low not in ("no", "nobody", "without", "zero") or (
                low == "no" and words[k + 1 : k + 2] and words[k + 1].raw == "."
            ):
                continue
            reach = 4 if low == "nobody" else 3
            named = [at for at in places if k < at <= k + reach]
            if named:
                own = frozenset({k, *named})
                yield Choice((Where(naming.column, "=", 0),), own, 0.9, frozenset({k}), bound=True)


def _numbered(scene: Scene, table: Table) -> Iterator[Choice]:
    """ "week 24", "on 4 threads": a number that is a value of the column whose name stands beside it."""
    words = scene.words
    for naming, values in scene.index.dimensions.get(table.name, {}).items():
        last = stem(pieces(naming)[-1])
        for k, token in enumerate(words):
            if token.stem != last or OPEN_DAYS & {t.raw.lower() for t in words[max(0, k - 4) : k]}:
                continue
            before = words[k - 2].raw.lower() if k > 1 else ""
            for at in (k + 1, k - 1):
                if at < k and before not in ("with", "on", "at", "using"):
                    continue  # "three games" are as many of them
                if 0 <= at < len(words) and words[at].number in values and not words[at].ordinal:
                    own = frozenset({k, at})
                    yield Choice((Where(naming, "=", words[at].number),), own, 0.95, own, bound=True)  # type: ignore[arg-type]
                    break


def bounding(scene: Scene, mention: Mention, table: Table) -> list[Naming]:
    """The columns that a number bounds, where it stands in a phrase that picks rows out."""
    words = scene.words
    quantity = mention.quantity
    bound = quantity.bound if quantity is not None else ""
    names = namings(scene.index)[table.name]
    if bound in ("", "=", "~", "range"):
        return []
    rows = scene.index.nouns[table.name][0]
    counted = [
        m
        for m in scene.mentions
        if m.i > mention.i and not m.named and words[m.j : m.j + 1] and words[m.j].stem in rows
    ]
    earlier = [m for m in scene.mentions if m.i < mention.i and not m.named]
    between = words[earlier[-1].j : mention.i] if earlier else []
    if counted and words[counted[0].i - 1].raw.lower() in ("in", "at", "for", "of") and counted[0].i - mention.j <= 4:
        earlier = []  # "coverage is below 70 percent in 46 counties"
    elif any(t.raw in (",", ";", "and", "but") for t in between) or not between:
        return []
    first = earlier[-1].j if earlier else max(0, mention.i - 8)
    said = spoken(scene)
    near = []
    for naming in names:
        places = [k for at in said.get((table.name, naming.column), {}).values() for k in at]
        close = [k for k in places if first <= k < mention.j + 3]
        if close and may_be(mention, naming, words):
            near.append((-len(set(close)), min(abs(k - mention.i) for k in close), naming.column, naming))
    return [min(near, key=lambda found: found[:3])[3]] if near else []


def _exact(number: Exact | Fraction) -> Exact:
    return number.numerator if isinstance(number, Fraction) and number.denominator == 1 else number


def _aged(scene: Scene, table: Table) -> Iterator[Choice]:
    """ "respondents over 60", "those ages 18 to 29", "households above $100,000": the bands of a column that lie there,
    where they fill it, or the ages there."""
    words = scene.words
    columns = scene.index.bands.get(table.name, {})
    ages = [n for n in namings(scene.index)[table.name] if "age" in {p.key for p in n.pieces}]
    if not columns and not ages:
        return
    people = scene.index.nouns[table.name][0] | lexicon().everyone | lexicon().groups
    for span in ranges(words):
        around = {t.raw.lower() for t in words[max(0, span.i - 2) : span.j + 2]}
        money = words[span.i].raw == "$" or any(t.raw == "$" for t in words[span.i : span.j])
        whom = words[span.i - 1] if span.i else None
        aged = bool(around & OLD) or (
            whom is not None and (whom.stem in people or whom.raw.lower() in ("those", "anyone"))
        )
        behind = words[span.j].raw.lower() if span.j < len(words) else ""
        if not money and (not aged or behind in ("percent", "%", "times", "of")):
            continue
        near = {k for k in range(max(0, span.i - 1), min(len(words), span.j + 2)) if words[k].raw.lower() in OLD}
        core = frozenset(range(span.i, span.j))
        found = False
        for column, bands in columns.items():
            own = content(column, table.name)
            if ("age" in own) == money or (money and not own & INCOMES):
                continue
            chosen = _inside(bands, span)
            if chosen:
                where = Where(column, "=", chosen[0]) if len(chosen) == 1 else Where(column, "in", chosen)
                yield Choice((where,), core | near, 1.2, core, bound=True)
                found = True
        if ages and not money and not found:
            low, high = (">" if span.open else ">="), ("<" if span.open else "<=")
            where_ = [Where(ages[0].column, low, span.low)] if span.low is not None else []
            where_ += [Where(ages[0].column, high, span.high)] if span.high is not None else []
            yield Choice(tuple(where_), core | near, 1.1, core, bound=True)


def _inside(bands: dict[str, Ends], span: Range) -> tuple[str, ...]:
    """The bands that make up a range; none where they do not fill it, or fill everything."""
    low = span.low + 1 if span.open and span.low is not None else span.low
    high = span.high - 1 if span.open and span.high is not None else span.high
    inside = tuple(
        value
        for value, (lo, hi) in bands.items()
        if (low is None or (lo is not None and lo >= low - 1)) and (high is None or (hi is not None and hi <= high + 1))
    )
    if not inside or len(inside) == len(bands):
        return ()
    lows = [lo for lo, _ in (bands[value] for value in inside) if lo is not None]
    highs = [hi for _, hi in (bands[value] for value in inside) if hi is not None]
    if low is not None and all(lo - low > 1 for lo in lows):
        return ()
    return inside if high is None or any(high - hi <= 1 for hi in highs) else ()

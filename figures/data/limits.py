"""Numbers that only tell which rows are meant: "older than 65", "with more than 200 orders", "week 24"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from figures.data.bands import Ends
from figures.data.candidates import Scene
from figures.data.choice import Choice
from figures.data.index import pieces
from figures.data.mentions import Mention
from figures.data.naming import Naming, may_be, namings
from figures.data.periods import OPEN_DAYS
from figures.data.scope import BOUNDS
from figures.data.spans import Range, ranges
from figures.data.spell import Table, Where
from figures.data.spoken import spoken
from figures.data.words import lexicon, stem
from figures.interval import Exact

OLD = frozenset("aged age ages old older younger year-olds year olds birthday".split())
INCOMES = frozenset({"income", "household", "earn", "money", "salary", "pay"})


NONE = frozenset({"no", "nobody", "without", "zero"})


def bounded(scene: Scene, table: Table) -> Iterator[Choice]:
    """ "older than 65", "with more than 200 orders", "under 30": other numbers of the sentence that bound rows."""
    for mention in scene.mentions:
        if mention.named or mention.quantity is None or mention.first is not None or mention.second is not None:
            continue
        op = mention.quantity.bound if mention.quantity.bound in BOUNDS else ""
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
                if scene.words[k].low in OLD
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


def none_of(scene: Scene, table: Table) -> Iterator[Choice]:
    """ "no customers were affected", "nobody was killed", "have no provider": a column that is zero."""
    words = scene.words
    if scene.said.isdisjoint(NONE):
        return
    for naming in namings(scene.index)[table.name]:
        if not naming.additive:
            continue
        places = sorted({k for at in spoken(scene).get((table.name, naming.column), {}).values() for k in at})
        for k, token in enumerate(words):
            low = token.low
            if low not in NONE or (low == "no" and words[k + 1 : k + 2] and words[k + 1].raw == "."):
                continue
            reach = 4 if low == "nobody" else 3
            named = [at for at in places if k < at <= k + reach]
            if named:
                own = frozenset({k, *named})
                yield Choice((Where(naming.column, "=", 0),), own, 0.9, frozenset({k}), bound=True)


def numbered(scene: Scene, table: Table) -> Iterator[Choice]:
    """ "week 24", "on 4 threads": a number that is a value of the column whose name stands beside it."""
    words = scene.words
    for naming, values in scene.index.dimensions.get(table.name, {}).items():
        last = stem(pieces(naming)[-1])
        for k, token in enumerate(words):
            if token.stem != last or OPEN_DAYS & {t.low for t in words[max(0, k - 4) : k]}:
                continue
            before = words[k - 2].low if k > 1 else ""
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
    if mention.quantity is None or mention.quantity.bound not in BOUNDS:
        return []
    names = namings(scene.index)[table.name]
    rows = scene.index.nouns[table.name][0]
    counted = [
        m
        for m in scene.mentions
        if m.i > mention.i and not m.named and words[m.j : m.j + 1] and words[m.j].stem in rows
    ]
    earlier = [m for m in scene.mentions if m.i < mention.i and not m.named]
    between = words[earlier[-1].j : mention.i] if earlier else []
    if counted and words[counted[0].i - 1].low in ("in", "at", "for", "of") and counted[0].i - mention.j <= 4:
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


def aged(scene: Scene, table: Table) -> Iterator[Choice]:
    """ "respondents over 60", "those ages 18 to 29", "households above $100,000": the bands of a column that lie there,
    where they fill it, or the ages there."""
    words = scene.words
    columns = scene.index.bands.get(table.name, {})
    ages = [n for n in namings(scene.index)[table.name] if "age" in n.parts]
    if not columns and not ages:
        return
    people = scene.index.nouns[table.name][0] | lexicon().everyone | lexicon().groups
    for span in ranges(words):
        around = {t.low for t in words[max(0, span.i - 2) : span.j + 2]}
        money = words[span.i].raw == "$" or any(t.raw == "$" for t in words[span.i : span.j])
        whom = words[span.i - 1] if span.i else None
        if span.i > 1 and whom is not None and whom.low in ("are", "were", "is", "was"):
            whom = words[span.i - 2]
        aged = bool(around & OLD) or (whom is not None and (whom.stem in people or whom.low in ("those", "anyone")))
        behind = words[span.j].low if span.j < len(words) else ""
        if not money and (not aged or behind in ("percent", "%", "times", "of")):
            continue
        near = {k for k in range(max(0, span.i - 1), min(len(words), span.j + 2)) if words[k].low in OLD}
        core = frozenset(range(span.i, span.j))
        found = False
        for column, bands in columns.items():
            own = scene.index.words_for(table.name, column, table.name)
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

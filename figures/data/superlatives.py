"""What a text says without a numeral, against the rows: "the North had the highest revenue", "women outnumber men".

A verdict is given where the clause says nothing but a name, what it is first in and what that is first among.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from figures.data.candidates import Scene
from figures.data.choice import Choice
from figures.data.choices import choices
from figures.data.firsts import First, first
from figures.data.index import pieces
from figures.data.naming import Naming, namings
from figures.data.selection import where as joined
from figures.data.shapes import fits, window
from figures.data.spell import Table, Where
from figures.data.spoken import spoken
from figures.data.superlative_words import Superlative, superlatives, vocabulary
from figures.data.symbols import MEANS, SHARES, symbols
from figures.data.words import lexicon, stem

SHORT = 3  # letters of a word that is taken for a value only where it stands in such a clause
LONGEST = 120  # tokens of a sentence that says such a thing
LEAST_FIT = 0.7  # how well a name must be known


class Ranked(Struct, frozen=True):
    """One statement of who is first, in tokens ``i`` to ``j`` (exclusive). ``verdict``: consistent or inconsistent."""

    i: int
    j: int
    verdict: str
    found: First


class Reading(Struct, frozen=True):
    """A clause as a statement about one table. ``naming``: None where rows are counted."""

    table: Table
    spot: Superlative
    name: Where
    other: Where | None  # the one that it is compared with
    monthly: bool
    naming: Naming | None
    way: str
    where: tuple[Where, ...]
    mean: bool
    end: int  # where the words for what is compared end


def ranked(scene: Scene, quoted: Sequence[tuple[int, int]]) -> list[Ranked]:
    """The statements of a sentence. ``quoted``: what of it, in its characters, somebody else says."""
    found: list[Ranked] = []
    if len(scene.words) > LONGEST:
        return found
    for spot in superlatives(scene.words):
        if any(start <= scene.words[spot.i].start < end for start, end in quoted):
            continue
        tokens = window(scene, spot)
        if tokens is None:
            continue
        made = [one for table in scene.index.tables.values() for one in _readings(scene, table, spot, tokens)]
        judged = {(one.end, first(scene, one)) for one in made}
        if len(judged) == 1 and (answer := next(iter(judged))[1]) is not None:
            verdict = "consistent" if answer.label == answer.said else "inconsistent"
            if verdict == "inconsistent" and not _borne_out(scene, made[0], answer, tokens):
                continue
            found.append(Ranked(spot.i, next(iter(judged))[0], verdict, answer))
    return [one for k, one in enumerate(found) if all(one.i >= o.j or one.j <= o.i for o in found[:k])]


def _borne_out(scene: Scene, reading: Reading, found: First, tokens: Sequence[int]) -> bool:
    """Whether a number beside the statement is that of either of the two. Where none is, other rows may be meant."""
    spot, scales = reading.spot, {1}
    bound = {k for choice in choices(scene, reading.table) for k in choice.core}
    numbers = [m for m in scene.mentions if m.i in tokens and not m.named and m.i not in bound]
    numbers = [m for m in numbers if not spot.i <= m.i < spot.j]
    if reading.naming is not None:
        scales |= {reading.naming.scale, 100 if reading.naming.fraction else 1}
    known = [amount * scale for amount in (found.amount, found.own) for scale in scales]
    return not numbers or any(
        amount == m.value or (m.quantity is not None and m.quantity.stated.contains(amount))
        for m in numbers
        for amount in known
    )


def _readings(scene: Scene, table: Table, spot: Superlative, tokens: Sequence[int]) -> Iterator[Reading]:
    inside = frozenset(tokens)
    chosen = [c for c in choices(scene, table) if c.core & inside]
    if any(not c.core <= inside or not c.where for c in chosen):
        return
    chosen += list(_linked(scene, table, inside, chosen))
    two = spot.symbol in "KO"
    for name in chosen:
        one = _one(table, name)
        if one is None:
            continue
        condition, monthly = one
        others = [c for c in chosen if c is not name and _one(table, c) and c.columns == name.columns]
        if two != bool(others) or len(others) > 1:
            continue
        other = others[0] if others else None
        if other is not None and min(other.core) < min(name.core):
            continue
        rest = [c for c in chosen if c is not name and c is not other]
        if any(c.columns & name.columns for c in rest):
            continue
        free = inside.difference(*(c.core for c in chosen))
        for naming in _columns(scene, table, spot, free):
            mean = any(scene.words[k].low in MEANS for k in tokens)
            way = spot.way if naming is None or not spot.judging else _judging(naming, spot.judging)
            row, end = symbols(scene, table, spot, tokens, name, other, rest, naming)
            if way and fits(row, "column" if naming is not None else "rows") and _apt(scene, spot, naming, inside):
                second = _one(table, other) if other is not None else None
                named = second[0] if second is not None else None
                yield Reading(table, spot, condition, named, monthly, naming, way, joined(rest), mean, end)


def _one(table: Table, choice: Choice) -> tuple[Where, bool] | None:
    """The condition of a choice that names one label, and whether that is a month of days; None for other choices."""
    if choice.fit < LEAST_FIT:
        return None
    if len(choice.where) == 1 and choice.where[0].op == "=":
        column = table.columns[choice.where[0].column]
        return (choice.where[0], False) if column.kind == "text" or choice.period or choice.bound else None
    if len(choice.where) == 2 and choice.period and table.run is None:
        low, high = (str(where.value) for where in choice.where)
        if low[:7] == high[:7] and low.endswith("-00") and high.endswith("-99"):
            return Where(choice.where[0].column, "=", low[:7]), True
    return None


def _linked(scene: Scene, table: Table, inside: frozenset[int], chosen: Sequence[Choice]) -> Iterator[Choice]:
    """Names of other tables that select rows of this one (the Hawks are Atlanta among the players), and "men"."""
    taken = frozenset(k for choice in chosen for k in choice.core)
    for entity in scene.entities:
        tokens = frozenset(range(entity.i, entity.j))
        where = entity.where.get(table.name, ())
        if tokens <= inside and not tokens & taken and len(where) == 1 and where[0].op == "=" and not entity.turned:
            yield Choice(where, tokens, 0.9, tokens)
    for k in sorted(inside - taken):
        token = scene.words[k]
        if len(token.raw) > SHORT or not any((token.stem,) in said for said in lexicon().values.values()):
            continue
        held = set(scene.index.values.get((token.stem,), ()))
        own = [v for v in held if v.table == table.name and not v.alias]
        if len(own) == 1:
            tokens = frozenset({k})
            yield Choice((Where(own[0].column, "=", own[0].value),), tokens, 0.9, tokens)


def _columns(scene: Scene, table: Table, spot: Superlative, inside: frozenset[int]) -> list[Naming | None]:
    """The columns that may be meant; None for the rows."""
    rows = scene.index.nouns[table.name][0]
    names = [n for n in namings(scene.index)[table.name] if not _numbers_rows(n, rows)]
    if spot.frequent:
        return [None]
    if spot.pieces:
        meant = [n for n in names if {p.key for p in n.pieces} & set(spot.pieces)]
        if meant:
            return list(meant) if len(meant) == 1 else []
        return [None] if set(map(stem, spot.pieces)) & rows else []
    said = {naming.column: _said(scene, naming, inside) for naming in names}
    whole = [n for n in names if said[n.column] and len(said[n.column]) == len(n.pieces)]
    found = whole or [
        n
        for n in names
        if said[n.column] and {p.key for p in n.pieces} - said[n.column] <= vocabulary().unsaid
        and pieces(n.column)[-1:] != ("per",)
    ]  # fmt: skip
    most = max((len(said[n.column]) for n in found), default=0)
    found = [n for n in found if len(said[n.column]) == most]
    shared = [n for n in names if found and n is not found[0] and said[n.column] >= said[found[0].column]]
    if len(found) > 1 or (found and not whole and shared):
        return [None]
    return [*found, None]


def _numbers_rows(naming: Naming, rows: frozenset[str]) -> bool:
    """Whether a column only numbers the rows: crash_num, of crashes."""
    own = pieces(naming.column)
    return own[-1:] in (("num",), ("nr",), ("no",), ("number",)) and {stem(piece) for piece in own[:-1]} <= rows


def _said(scene: Scene, naming: Naming, inside: frozenset[int]) -> frozenset[str]:
    """The pieces of a column's name that stand in a window."""
    there = spoken(scene).get((naming.table, naming.column), {})
    return frozenset(piece for piece, tokens in there.items() if inside & set(tokens))


def _judging(naming: Naming, word: str) -> str:
    ways = {way for piece in naming.pieces for key, way in vocabulary().judging[word].items() if key == piece.key}
    return next(iter(ways)) if len(ways) == 1 else ""


def _apt(scene: Scene, spot: Superlative, naming: Naming | None, inside: frozenset[int]) -> bool:
    """Whether a superlative may be said of a column: "the most" of an amount, a total of what can be added up."""
    low = {scene.words[k].low for k in inside}
    if naming is None:
        return not low & (MEANS | SHARES)
    own = set(pieces(naming.column))
    rated = naming.unit == "percent" or bool(own & {"rate", "ratio", "share"}) or naming.per or naming.fraction
    if low & {"total", "number"} and not naming.additive:
        return False
    if naming.per and not spot.pieces and "per" not in low:
        return False  # the highest GDP is not that per head
    counted = scene.words[spot.j - 1].low in ("most", "fewest", "more", "fewer") and not spot.pieces
    return not (counted and rated and not low & SHARES)

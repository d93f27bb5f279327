"""Which columns of numbers a text speaks of: names of columns taken apart, with their abbreviations and units."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from figures.data.about import described
from figures.data.candidates import Scene
from figures.data.index import Index, content, pieces
from figures.data.mentions import Mention
from figures.data.spell import Spell, Table
from figures.data.words import Token, forms, lexicon, stem
from figures.interval import Exact
from figures.lexicon.english import FUNCTION_WORDS, VERBS

if TYPE_CHECKING:
    from figures.data.clauses import Frame

LEAST_PREFIX = 3  # letters of an abbreviation
VOWELS = frozenset("aeiou")
AVERAGED = frozenset("avg average mean median rate ratio index score rating price age per temp temperature share pct "
                     "percent percentage rank n sample base level density intensity speed year yr".split())  # fmt: skip
ROLES = frozenset("share rate ratio pct percent percentage".split())
NOT_ADDED = frozenset("percent s ms c f kmh mph".split())
NOT_MEASURED = frozenset(
    {
        "season",
        "series",
        "episode",
        "chapter",
        "volume",
        "district",
        "ward",
        "precinct",
        "zone",
        "route",
        "num",
        "id",
        "code",
        "fips",
        "zip",
        "fp",
        "key",
        "index",
        "lat",
        "lon",
        "latitude",
        "longitude",
    }
)

DIMENSIONS = frozenset("week day month quarter round rd session grade hour year wave stage district ward".split())


class Piece(Struct, frozen=True):
    """A piece of a column's name: ``phrases`` mean it, as stems; ``abbreviation`` may be the beginning of a word."""

    key: str
    phrases: tuple[tuple[str, ...], ...]
    abbreviation: str = ""


class Naming(Struct, frozen=True):
    """A column of numbers, and how a text may call it.

    ``unit``: percent, currency, a unit as the column writes it (km), or "". ``additive``: whether its sum over rows
    means anything. ``fraction``: shares between 0 and 1, that a text writes in percent.
    """

    table: str
    column: str
    pieces: tuple[Piece, ...]
    unit: str
    scale: int
    additive: bool
    fraction: bool
    money: bool = False
    per: bool = False  # of each of something
    small: bool = False  # nothing but numbers between -1 and 1, and not all of them whole
    further: tuple[tuple[Piece, ...], ...] = ()  # the same of the other names that a dictionary gives it
    about: frozenset[str] = frozenset()  # stems of what a dictionary says of it besides

    @property
    def ways(self) -> tuple[tuple[Piece, ...], ...]:
        """Each of its names."""
        return (self.pieces, *self.further)


class Wanted(Struct, frozen=True):
    """A column that the words around a number name, how well they do, from 0 to 1, and which tokens they are."""

    naming: Naming
    fit: float
    tokens: frozenset[int]
    keys: frozenset[str] = frozenset()  # pieces of the name that they have most of


@lru_cache(4096)
def _named(column: str) -> tuple[tuple[Piece, ...], str, int]:
    """The pieces of a column's name, its unit and its scale."""
    words = lexicon()
    unit, scale = "", 1
    raw = pieces(column)
    if "%" in column:
        unit = "percent"
    if re.search(r"[$€£]", column):
        unit = "currency"
    made: list[Piece] = []
    if "per" in raw[1:]:
        raw = raw[: raw.index("per", 1)]  # what it is divided by is seldom said
    for at, piece in enumerate(raw):
        if piece.isdigit():
            if len(piece) == 4 and 1900 <= int(piece) <= 2100:
                made.append(Piece(piece, ((piece,),)))
            continue
        kind = words.unit_pieces.get(piece, "")
        if piece in ROLES and len(raw) > 1:
            continue
        if kind and len(raw) > 1 and (len(piece) > 1 or at == len(raw) - 1):
            if kind.isdigit():
                scale = int(kind)
                continue
            unit = unit or kind
            if kind not in ("percent",) or piece in ("pct", "percent", "perc", "pc", "percentage"):
                continue
        if piece in FUNCTION_WORDS and piece not in words.parts:
            continue
        phrases = (*words.parts.get(piece, ()), (stem(piece),))
        short = piece if len(piece) >= LEAST_PREFIX or piece.isalpha() else ""
        made.append(Piece(piece, tuple(dict.fromkeys(p for p in phrases if p not in (("a",), ("to",)))), short))
    return tuple(made), unit, scale


def namings(index: Index) -> dict[str, list[Naming]]:
    """Those of every table; built once for an index."""
    if not index.namings:
        for table in index.tables.values():
            index.namings[table.name] = list(_of_table(index, table))
    return index.namings


def _of_table(index: Index, table: Table) -> Iterator[Naming]:
    flags = {flag.column for flag in index.flags if flag.table == table.name}
    years = set(index.years.get(table.name, ()))
    roles = {m.column: m for m in index.measures if m.table == table.name}
    for column in table.columns.values():
        if column.kind != "number" or column.name in flags or column.name in years:
            continue
        made, unit, scale = _named(column.name)
        others = [_named(name) for name in column.names]
        further = tuple(way for way, _, _ in others if way)
        unit = column.unit or next((u for u in (unit, *(other[1] for other in others)) if u), "")
        scale = column.scale if column.unit or column.scale != 1 else max([scale, *(other[2] for other in others)])
        raw = set(pieces(column.name))
        wide = raw.union(set().union(*map(pieces, column.names)) - {"year", "yr"})  # sales of the year are added up
        if raw & DIMENSIONS and len(set(column.values)) * 3 <= table.count:
            continue
        if raw & NOT_MEASURED or (
            table.count > 3 and column.name in index.keys[table.name] and raw & {"rank", "no", "number", "pos"}
        ):
            continue
        measure = roles.get(column.name)
        fraction = bool(measure and measure.fraction) or (
            bool(raw & {"rate", "share"} or wide & {"share", "proportion"} or unit == "fraction")
            and _between(column, table, 0, 1)
        )
        if unit == "fraction":
            unit = "percent" if fraction else ""
        if (measure is not None and measure.role == "share") or (
            raw & {"rate", "share", "sh"} and _between(column, table, 0, 100)
        ):
            unit = unit or "percent"
        small = _between(column, table, -1, 1) and any(isinstance(v, Fraction) for v in column.values)
        additive = unit not in NOT_ADDED and not wide & AVERAGED and not small
        per = any("per" in pieces(name)[1:] for name in (column.name, *column.names))
        if pieces(table.name) and set(pieces(table.name)) & {"price", "prices", "cost", "costs", "fares", "wages"}:
            unit = "currency" if unit not in ("percent",) else unit  # prices, of so much each
        money = unit == "currency" or bool({p.key for way in (made, *further) for p in way} & lexicon().money)
        about = content(column.about) if column.about else frozenset()
        kind = (unit, scale, additive and not per, fraction, money, per, small)
        yield Naming(table.name, column.name, made, *kind, further, about)


def _between(column: object, table: Table, low: Exact, high: Exact) -> bool:
    span = getattr(column, "span", None)
    values = span if span else [v for v in column.values if v is not None]  # type: ignore[attr-defined]
    return bool(values) and all(low <= value <= high for value in values)


def spoken(scene: Scene) -> dict[tuple[str, str], dict[str, list[int]]]:
    """(table, column) -> piece -> the tokens that mean it, of the whole sentence."""
    if scene.spoken is None:
        scene.spoken = {}
        raws = [t.raw.lower() for t in scene.words]
        for table, names in namings(scene.index).items():
            for naming in names:
                found: dict[str, list[int]] = {}
                every = dict.fromkeys(chain(*naming.ways)) if naming.further else naming.pieces
                for piece in every:
                    tokens = list(_meaning(scene, raws, piece))
                    if tokens:
                        found[piece.key] = sorted({*found.get(piece.key, ()), *tokens})
                if found:
                    scene.spoken[(table, naming.column)] = found
    return scene.spoken


def _meaning(scene: Scene, raws: Sequence[str], piece: Piece) -> Iterator[int]:
    words = scene.words
    for k, token in enumerate(words):
        if not token.raw[0].isalpha() and token.raw != piece.key:
            continue
        for phrase in piece.phrases:
            if phrase[0] in forms(token.raw) and all(
                k + n < len(words) and words[k + n].stem == phrase[n] for n in range(1, len(phrase))
            ):
                yield from range(k, k + len(phrase))
                break
        else:
            low = raws[k]
            if k + 1 < len(words) and piece.abbreviation:
                behind = k + 2 if words[k + 1].raw == "-" and k + 2 < len(words) else k + 1
                if low + raws[behind] in (piece.key, piece.key + "s") or _initials(words, k, piece.key):
                    yield from range(k, behind + 1)
                    continue
            if piece.abbreviation and len(low) > len(piece.abbreviation) and short_for(piece.abbreviation, low):
                yield k


def _initials(words: Sequence[Token], k: int, short: str) -> bool:
    """Whether names in a row begin with the letters of a piece: Rotten Tomatoes, of rt_score."""
    if not 2 <= len(short) <= 4 or not words[k].raw[0].isupper():
        return False
    row = [t.raw for t in words[k : k + len(short)]]
    return all(r[0].isupper() and r[0].lower() == c for r, c in zip(row, short, strict=False))


@lru_cache(65536)
def short_for(short: str, word: str) -> bool:
    """Whether a piece of a name abbreviates a word: elec of electricity, ctry of country, or both share their root."""
    if short[0] != word[0] or word in FUNCTION_WORDS:
        return False
    if len(short) < LEAST_PREFIX:
        return False
    if word.startswith(short) and (len(short) >= 4 or short not in VERBS):
        return len(short) >= 4 or len(word) >= len(short) + 2
    if not VOWELS & set(short):
        at = 0
        for letter in word:
            if at < len(short) and letter == short[at]:
                at += 1
        return at == len(short) and len(word) <= 3 * len(short) and len(word) > len(short)
    if len(short) >= 7 and len(word) >= 7:
        root = max(6, min(len(short), len(word)) - 3)
        return short[:root] == word[:root]
    return False


def wanted(scene: Scene, mention: Mention, around: Frame, table: Table, *, amounts: bool = False) -> list[Wanted]:
    """The columns of a table that are named around a number and may have its unit, the best first.

    With ``amounts``, those that a percentage may be a share of.
    """
    names = namings(scene.index)[table.name]
    said = spoken(scene)
    if mention.unit == "currency" and not amounts:
        names = [n for n in names if n.money] or names
    taken = {m.j for m in scene.mentions if m is not mention and not m.named and m.unit != "percent"} - {mention.j}
    shared = Counter(piece.key for naming in names for piece in naming.pieces)
    shared.update(key for naming in names if naming.further for key in parts(naming) - {p.key for p in naming.pieces})
    known = [(naming, parts(naming)) for naming in names]
    found = []
    for naming, way in ((n, way) for n in names for way in n.ways):
        if not (naming.unit != "percent" if amounts else may_be(mention, naming, scene.words)):
            continue
        tokens = said.get((table.name, naming.column))
        if not tokens:
            continue
        total = got = 0.0
        used: set[int] = set()
        for piece in way:
            weight = 1.0 / shared[piece.key] + 0.1
            total += weight
            places = [(_weight(k, around, mention), k) for k in tokens.get(piece.key, ()) if k not in taken]
            if places:
                best, _ = max(places)
                got += weight * best
                used |= {k for w, k in places if w >= best - 0.2}
        if got > 0:
            own = frozenset(piece.key for piece in way)
            keys = own & set(tokens)
            alone = not any(o is not naming and keys <= theirs for o, theirs in known)
            if alone and got >= 0.4 * total:
                got = total * (0.6 + 0.4 * got / total) - 0.0
            fit = min(1.0, got / total + (0.05 if naming.unit and _agrees(mention, naming) else 0.0))
            found.append(Wanted(naming, fit, frozenset(used), own))
    found = [w for w in found if all(w is o or w.naming is not o.naming or w.fit >= o.fit for o in found)]
    found = list({w.naming.column: w for w in reversed(found)}.values()) or list(
        described(scene, mention, around, names, amounts=amounts)
    )
    whole = [w for w in found if w.keys and w.keys <= set(said.get((table.name, w.naming.column), ()))]
    for one in whole:  # points in the first quarter are not all points
        found = [w for w in found if not w.keys < one.keys or not one.tokens <= around.all]
    each = bool({"per", "each", "apiece"} & {t.raw.lower() for t in scene.words[mention.j : mention.j + 5]})
    if len({w.naming.per for w in found}) > 1:
        found = [w for w in found if w.naming.per == each]
    if each and any(n.per for n in names):
        found = [w for w in found if w.naming.per]
    behind = {mention.j, mention.j + 1}  # the noun of the number itself
    if any(w.tokens & behind for w in found):
        found = [w for w in found if w.tokens & behind]
    found.sort(key=lambda w: (-w.fit, w.naming.column))
    return found


def _weight(k: int, around: Frame, mention: Mention) -> float:
    away = min(abs(k - mention.i), abs(k - mention.j))
    near = 1.0 if k in around.near else 0.85 if k in around.all else 0.45
    return near - min(0.1, 0.008 * away)


def may_be(mention: Mention, naming: Naming, words: Sequence[Token]) -> bool:
    """Whether a number of this unit can be a value of a column."""
    unit = mention.quantity.unit if mention.quantity is not None else ""
    if mention.unit in ("percent", "fraction"):
        return naming.unit == "percent"
    if mention.unit == "currency":
        return naming.unit in ("currency", "")
    if mention.unit == "count" and unit and unit not in ("percentage", "year"):
        return naming.unit == "" or _agrees(mention, naming)
    if naming.unit == "percent" and mention.j < len(words) and words[mention.j].raw.isalpha():
        return words[mention.j].raw.lower() in FUNCTION_WORDS  # a count of something
    if naming.fraction and not -1 <= mention.value <= 1:
        return False
    return not (naming.small and isinstance(mention.value, int) and abs(mention.value) > 1)


def _agrees(mention: Mention, naming: Naming) -> bool:
    unit = mention.quantity.unit if mention.quantity is not None else ""
    if mention.unit in ("percent", "currency"):
        return naming.unit == mention.unit
    if not unit:
        return False
    return unit in lexicon().unit_names.get(naming.unit, ()) or unit == naming.unit


def parts_of(index: Index, spell: Spell) -> frozenset[str]:
    """The pieces of the names of all columns of a derivation."""
    names = namings(index)[spell.table]
    return frozenset(key for n in names if n.column in spell.columns for key in parts(n))


def parts(naming: Naming) -> frozenset[str]:
    """The pieces of a column's names as words that a derivation explains."""
    return frozenset(piece.key for way in naming.ways for piece in way)

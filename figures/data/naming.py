"""What columns of numbers are called: their names taken apart, with units, and whether their sums mean anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from figures.data.column_units import read
from figures.data.index import Index, content, pieces
from figures.data.mentions import Mention
from figures.data.spell import Spell, Table
from figures.data.words import Token, lexicon, stem
from figures.interval import Exact
from figures.lexicon.english import FUNCTION_WORDS

LEAST_PREFIX = 3  # letters of an abbreviation
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
BRACKET = re.compile(r"[(\[]([^()\[\]]{1,24})[)\]]\s*$")


class Piece(Struct, frozen=True, gc=False):
    """A piece of a column's name: ``phrases`` mean it, as stems; ``abbreviation`` may be the beginning of a word."""

    key: str
    phrases: tuple[tuple[str, ...], ...]
    abbreviation: str = ""


class Naming(Struct, frozen=True, gc=False):
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
    parts: frozenset[str] = frozenset()  # the pieces of all its names, as words that a derivation explains

    @property
    def ways(self) -> tuple[tuple[Piece, ...], ...]:
        """Each of its names."""
        return (self.pieces, *self.further)


@lru_cache(4096)
def scaled(column: str) -> tuple[str, tuple[str, int]]:
    """A column's name without millions in brackets behind it, and the unit and scale of these: "Budget (EUR m)"."""
    said = BRACKET.search(column)
    found = read(said[1]) if said is not None else None
    if said is None or found is None or found[1] == 1:
        return column, ("", 1)
    return column[: said.start()], found


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
        name, (unit_, scale_) = scaled(column.name)
        made, unit, scale = _named(name)
        unit, scale = unit_ or unit, scale_ if scale_ != 1 else scale
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
        parts = frozenset(piece.key for way in (made, *further) for piece in way)
        money = unit == "currency" or not parts.isdisjoint(lexicon().money)
        about = content(column.about) if column.about else frozenset()
        kind = (unit, scale, additive and not per, fraction, money, per, small)
        yield Naming(table.name, column.name, made, *kind, further, about, parts)


def _between(column: object, table: Table, low: Exact, high: Exact) -> bool:
    span = getattr(column, "span", None)
    values = span if span else [v for v in column.values if v is not None]  # type: ignore[attr-defined]
    return bool(values) and all(low <= value <= high for value in values)


def may_be(mention: Mention, naming: Naming, words: Sequence[Token]) -> bool:
    """Whether a number of this unit can be a value of a column."""
    unit = mention.quantity.unit if mention.quantity is not None else ""
    if mention.unit in ("percent", "fraction"):
        return naming.unit == "percent"
    if mention.unit == "currency":
        return naming.unit in ("currency", "")
    if mention.unit == "count" and unit and unit not in ("percentage", "year"):
        return naming.unit == "" or agrees(mention, naming)
    if naming.unit == "percent" and mention.j < len(words) and words[mention.j].raw.isalpha():
        return words[mention.j].low in FUNCTION_WORDS  # a count of something
    if naming.fraction and not -1 <= mention.value <= 1:
        return False
    return not (naming.small and isinstance(mention.value, int) and abs(mention.value) > 1)


def agrees(mention: Mention, naming: Naming) -> bool:
    unit = mention.quantity.unit if mention.quantity is not None else ""
    if mention.unit in ("percent", "currency"):
        return naming.unit == mention.unit
    if not unit:
        return False
    return unit in lexicon().unit_names.get(naming.unit, ()) or unit == naming.unit


def parts_of(index: Index, spell: Spell) -> frozenset[str]:
    """The pieces of the names of all columns of a derivation."""
    names = namings(index)[spell.table]
    return frozenset(key for n in names if n.column in spell.columns for key in n.parts)

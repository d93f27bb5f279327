"""Units of measure: how they are written, what they are called here, and what they measure.

The words are data: ``lexicon/units/*.csv``, built into ``lexicon/units.json`` by ``figures.lexicon.build_units``.
Conversion is in ``figures.conversion``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

# What the reader of numbers has to know about a surface form, as bits of ``Surface.flags``.
ATTACHED = 1  # trusted only when it touches the number: 6' and 50p, not "50 p"
SPACED = 2  # not trusted when it touches the number: "90s" is a decade, "90 s" are seconds
DIGITS = 4  # only after a number in digits: "5 m", "5 in", never "five in"
WORD = 8  # also a common word, name or letter of other meaning: wants more evidence, or gives way to another reading
SCALE = 16  # the same letters are a scale of numbers: 5m, 5k, $5b
PART = 32  # only inside a compound, mostly after "per" or "/": the "a" of km/a
DOTTED = 64  # an abbreviation whose own full stop may follow: "in.", "hrs."
SYMBOL = 128  # a symbol or code, not a word
FOLDED = 256  # a symbol in other capitals than its own: KG for kg
TIGHT = 512  # no blank inside: "m2", never "m 2"
FLAGS = {
    "attached": ATTACHED, "spaced": SPACED, "digits": DIGITS, "word": WORD, "scale": SCALE, "part": PART,
    "dotted": DOTTED, "symbol": SYMBOL, "folded": FOLDED, "tight": TIGHT, "before": 1 << 30, "after": 1 << 29,
}  # fmt: skip

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+|\S")


def tokens(text: str) -> list[str]:
    """Letters together (an apostrophe inside belongs to them), digits together, every other character alone."""
    return _TOKEN.findall(text)


class Unit(Struct, frozen=True, array_like=True, gc=False):
    """What a canonical unit measures. ``factor`` times a value in it gives the SI value, before ``offset`` is added."""

    dimension: str  # a row of lexicon/units/dimensions.csv, or a name that only compares with itself; "" unknown
    kind: str = "measure"  # the kind of quantity: measure, currency, percentage, duration, age, temperature, multiple
    factor: str = ""  # an exact fraction as text; "" where there is none
    offset: str = ""  # of temperatures, in kelvin
    note: str = ""  # varies (by country or trade), calendar (a mean), approximate (measured), or the currency's code


class Surface(Struct, frozen=True, array_like=True, gc=False):
    """One way to write a unit. ``rest`` are the tokens after the first one (in ``before``: ahead of the last one)."""

    name: str  # canonical
    rest: tuple[str, ...] = ()  # lower case; in ``before`` in their own capitals
    flags: int = 0
    exact: str = ""  # the tokens joined by blanks when capitals matter, else ""
    others: tuple[str, ...] = ()  # other units that are written in the same way, likelier ones first


class UnitTable(Struct, frozen=True):
    """Everything in ``lexicon/units.json``.

    ``after`` maps the first token, lower case, of what may follow a number to its surfaces, longest first and exact
    capitals before any capitals. ``before`` maps the last token, as written, of what may stand before a number.
    """

    units: dict[str, Unit]
    after: dict[str, tuple[Surface, ...]]
    before: dict[str, tuple[Surface, ...]]
    subunits: tuple[tuple[str, str, str], ...]
    dimensions: dict[str, str]

    def match_after(self, words: Sequence[str], lowered: Sequence[str], at: int) -> Surface | None:
        """The longest surface that begins with token ``at``; it is ``1 + len(rest)`` tokens long. None: no unit."""
        if at >= len(words):
            return None
        for surface in self.after.get(lowered[at], ()):
            more = len(surface.rest)
            if more and tuple(lowered[at + 1 : at + 1 + more]) != surface.rest:
                continue
            if surface.exact and (" ".join(words[at : at + 1 + more]) if more else words[at]) != surface.exact:
                continue
            return surface
        return None

    def match_before(self, words: Sequence[str], at: int) -> Surface | None:
        """The longest surface that ends with token ``at``, such as US$ or EUR. None: no unit."""
        if at < 0:
            return None
        for surface in self.before.get(words[at], ()):
            more = len(surface.rest)
            if more <= at and tuple(words[at - more : at]) == surface.rest:
                return surface
        return None


@cache
def lookup_table() -> UnitTable:
    """The table of units, read once: some milliseconds."""
    data = (Path(__file__).parent / "lexicon" / "units.json").read_bytes()
    return msgspec.json.decode(data, type=UnitTable)


def unit(name: str) -> Unit | None:
    """What is known of a canonical unit; of a compound, its dimension is left to ``figures.conversion``."""
    return lookup_table().units.get(name)


def kind(name: str) -> str:
    """The kind of quantity that a unit makes; of "dollar per barrel" the kind of its first part."""
    known = unit(name)
    if known is None:
        known = unit(name.split(" per ")[0])
    return known.kind if known else "measure"


def canonical(text: str) -> str | None:
    """The unit that a text names when it names one and nothing else: "km/h", "US dollars", "mg L-1"; else None."""
    words = tokens(text)
    if not words:
        return None
    whole = _one(words)
    if whole is not None:
        return whole
    parts = [part for part in _PER.split(text.strip()) if part.strip()]
    if len(parts) == 1:
        return _term(parts[0])
    top, *below = [_term(part) for part in parts]
    if top is None or None in below:
        return None
    name = top
    for part in below:
        assert part is not None
        name = compound(name, part)
    return name


_PER = re.compile(r"\s*/\s*|\s+per\s+|\s+an?\s+|\s+each\s+|\s+every\s+|-per-|-an?-")
_FACTOR = re.compile(r"([^\W\d_%°Å]+|[%°]\s?[CF]?|[$€£¥₹])\s?(?:\^?([-−–⁻]?)\s?(\d)(?!\d)|([⁻]?)([¹²³⁴]))?[\s·⋅*.-]*")
_RAISED = {"¹": 1, "²": 2, "³": 3, "⁴": 4}


def _one(words: Sequence[str]) -> str | None:
    """The unit whose surface is exactly these tokens."""
    table = lookup_table()
    lowered = [word.lower() for word in words]
    for end in (len(words), len(words) - 1 if words[-1] == "." else 0):
        found = table.match_after(words[:end], lowered[:end], 0)
        if found is not None and len(found.rest) + 1 == end:
            return found.name
    found = table.match_before(words, len(words) - 1)
    return found.name if found is not None and len(found.rest) + 1 == len(words) else None


def _term(text: str) -> str | None:
    """A part without "per": one surface, or factors with exponents such as "kg m-2" and "N m"."""
    name = _one(tokens(text))
    if name is not None:
        return name
    top, below, at = "", [], 0
    while at < len(text):
        found = _FACTOR.match(text, at)
        if found is None or found.end() == at:
            return None
        at = found.end()
        factor = _one(tokens(found[1]))
        if factor is None:
            return None
        exponent = int(found[3] or 0) or _RAISED.get(found[5] or "", 1)
        if found[2] or found[4]:
            below.append(power(factor, exponent))
        else:
            factor = power(factor, exponent)
            top = product(top, factor) if top else factor
    for factor in below:
        top = compound(top, factor)
    return top


# Compounds that have a name of their own.
_NAMED = {
    ("revolution", "minute"): "revolutions per minute",
    ("turn", "minute"): "revolutions per minute",
    ("turn", "second"): "revolutions per second",
    ("pound-mass", "square inch"): "pound per square inch",
    ("pound sterling", "square inch"): "pound per square inch",
}
_PRODUCTS = {
    ("kilowatt", "hour"): "kilowatt hour",
    ("newton", "metre"): "newton metre",
    ("pound-mass", "foot"): "foot pound-force",
    ("pound sterling", "foot"): "foot pound-force",
    ("foot", "pound-mass"): "foot pound-force",
    ("foot", "pound sterling"): "foot pound-force",
}


def compound(numerator: str, denominator: str) -> str:
    """ "mile", "hour" -> "mile per hour". Either may be a compound itself; an empty numerator gives "per second"."""
    if not numerator:
        return f"per {denominator}"
    return _NAMED.get((numerator, denominator)) or f"{numerator} per {denominator}"


def product(first: str, second: str) -> str:
    """ "watt", "hour" -> "watt hour"."""
    return _PRODUCTS.get((first, second)) or f"{first} {second}"


_POWERS = {2: "square", 3: "cubic"}


def power(name: str, exponent: int) -> str:
    """ "metre", 2 -> "square metre"; "second", -1 -> "per second"; "metre", -3 -> "per cubic metre"."""
    if exponent < 0:
        return f"per {power(name, -exponent)}"
    if exponent == 1:
        return name
    if exponent in _POWERS:
        return f"{_POWERS[exponent]} {name}"
    return f"{name} to the {exponent}"

"""Builds ``units.json`` from the tables in ``units/`` and quantulum3's packaged unit table (MIT).

    python -m figures.lexicon.build_units           write figures/lexicon/units.json
    python -m figures.lexicon.build_units --check   only say whether the file is up to date

The project's own tables come first; quantulum3 adds the units that they leave out, read as data, without its parser.
The result is checked in, so that reading it needs nothing but the file.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from figures.units import FLAGS, tokens

HERE = Path(__file__).parent
TABLES = HERE / "units"
TARGET = HERE / "units.json"

SPELLINGS = {"µ": ("µ", "μ", "u")}  # micro sign, Greek mu, and what a keyboard has
AREAS = ("k", "h", "da", "d", "c", "m", "µ", "n")  # prefixes of the metre whose squares and cubes are in use
SQUARED = ("metre", "inch", "foot", "yard", "mile")
RENAMED = {"degree Celsius": "degree celsius", "ångström": "angstrom"}  # quantulum3's name -> ours


def rows(name: str) -> Iterator[dict[str, str]]:
    with open(TABLES / name, encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def excluded(name: str) -> frozenset[str]:
    """One of the lists in excluded.csv."""
    return frozenset(
        entry for row in rows("excluded.csv") if row["list"] == name for entry in row["entries"].split("|")
    )


PREFIXES = {  # symbol -> (names, the factor it stands for)
    row["symbol"]: (tuple(row["names"].split("|")), Fraction(int(row["base"])) ** int(row["power"]))
    for row in rows("prefixes.csv")
}
NOT_SYMBOLS, NOT_FOLDED, WORD_CODES, SKIPPED = map(excluded, ("symbol", "folded", "code", "quantulum3"))


def number(text: str) -> Fraction | None:
    """A factor as the tables write it: 0.3048, 5/9, 1609.344/0.003785411784; None where there is none."""
    if not text:
        return None
    upper, _, lower = text.partition("/")
    return Fraction(upper) / Fraction(lower or 1)


def plural(name: str) -> str:
    """The regular plural, made on the word before "per" or "of", or else on the last one."""
    head, gap, tail = name, "", ""
    for link in (" per ", " of ", " to the ", " an ", " a "):
        if link in name:
            before, after = name.split(link, 1)
            if len(before) < len(head):
                head, gap, tail = before, link, after
    if head.endswith(("s", "x", "z", "ch", "sh")):
        return name if head.endswith(("hertz", "lux")) else head + "es" + gap + tail
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        return head[:-1] + "ies" + gap + tail
    return head + "s" + gap + tail


def names(column: str) -> Iterator[str]:
    """Every form that a column of names stands for: "foot/feet" gives both, "metre" also gives "metres"."""
    for entry in filter(None, column.split("|")):
        one, slash, many = entry.partition("/")
        for form in dict.fromkeys((one, many if slash else plural(one))):
            yield form
            if " " in form:
                yield form.replace(" ", "-")


class Builder:
    """Collects units and surfaces; the first to claim a surface keeps it, later ones become its other readings."""

    def __init__(self) -> None:
        self.units: dict[str, list[Any]] = {}
        self.symbols: dict[tuple[str, ...], list[Any]] = {}  # exact tokens -> [unit, flags, others]
        self.words: dict[tuple[str, ...], list[Any]] = {}  # lower-case tokens -> [unit, flags, others]
        self.before: dict[tuple[str, ...], list[Any]] = {}  # exact tokens of what stands before a number

    def unit(
        self, name: str, dimension: str, kind: str, factor: Fraction | None, offset: str = "", note: str = ""
    ) -> None:
        self.units.setdefault(name, [dimension, kind, str(factor) if factor is not None else "", offset, note])

    def add(
        self, surface: str, unit: str, *, exact: bool, flags: int = 0, before: bool = False, after: bool = True
    ) -> None:
        for place, wanted in ((self.before, before), (self.symbols if exact else self.words, after)):
            if not wanted:
                continue
            key = tuple(tokens(surface if exact or place is self.before else surface.lower()))
            tight = FLAGS["tight"] if exact and _tight(surface) else 0
            known = place.setdefault(key, [unit, flags | tight, []])
            if known[0] != unit and unit not in known[2]:
                known[2].append(unit)

    def override(self, row: dict[str, str]) -> None:
        flags = 0
        for word in row["flags"].split():
            flags |= FLAGS[word]
        others = [other for other in row["others"].split("|") if other]
        exact = row["case"] == "exact"
        surface = row["surface"]
        before, after = flags & FLAGS["before"], flags & FLAGS["after"] or not flags & FLAGS["before"]
        flags &= ~(FLAGS["before"] | FLAGS["after"])
        key = tuple(tokens(surface if exact else surface.lower()))
        if exact and _tight(surface):
            flags |= FLAGS["tight"]
        if before:
            self.before[key] = [row["unit"], flags, others]
        if after:
            (self.symbols if exact else self.words)[key] = [row["unit"], flags, others]


def _tight(symbol: str) -> bool:
    """Whether a blank inside would make something else of it: "m2" is an area, "m 2" is not."""
    return any(character.isdigit() for character in symbol) and " " not in symbol


def symbol_flags(symbol: str) -> int:
    return FLAGS["digits"] if len(symbol) == 1 and symbol.isalpha() else 0


def measures(build: Builder) -> None:
    for table in ("ratios.csv", "time.csv", "measures.csv"):
        for row in rows(table):
            factor, name, notes = number(row["factor"]), row["name"], row["notes"]
            offset = next((note.split(":")[1] for note in notes.split() if note.startswith("offset:")), "")
            note = next((word for word in notes.split() if word in ("varies", "calendar", "approximate")), "")
            build.unit(name, row["dimension"], row["kind"], factor, offset, note)
            only_before = "before" in notes.split()
            for form in names(row["names"]):
                build.add(form, name, exact=False)
            prefixable, _, fixed = row["symbols"].partition(";")
            for symbol in filter(None, [*prefixable.split("|"), *fixed.split("|")]):
                build.add(
                    symbol, name, exact=True, flags=symbol_flags(symbol), before=only_before, after=not only_before
                )  # fmt: skip
            for prefix in row["prefixes"].split():
                prefixed(build, row, prefix, factor, note, [s for s in prefixable.split("|") if s])


def prefixed(
    build: Builder, row: dict[str, str], prefix: str, factor: Fraction | None, note: str, symbols: list[str]
) -> None:
    spoken, multiple = PREFIXES[prefix]
    name = spoken[0] + row["name"]
    scaled = factor * multiple if factor is not None else None
    build.unit(name, row["dimension"], row["kind"], scaled, "", note)
    for entry in filter(None, row["names"].split("|")):
        if " of " not in entry and "degree" not in entry:
            one, slash, many = entry.partition("/")
            for word in spoken:
                for form in names(f"{word}{one}/{word}{many}" if slash else word + one):
                    build.add(form, name, exact=False)
    for symbol in symbols:
        for letter in SPELLINGS.get(prefix, (prefix,)):
            if letter + symbol not in NOT_SYMBOLS and symbol[0].isalpha():
                build.add(letter + symbol, name, exact=True)


def powers(build: Builder) -> None:
    """Squares and cubes of the common lengths, in all the ways that people write them."""
    lengths: list[tuple[str, list[str], list[str]]] = []
    for row in rows("measures.csv"):
        if row["name"] in SQUARED:
            words = [(entry.partition("/")) for entry in row["names"].split("|")]
            pairs = [(one, many or plural(one)) for one, _, many in words]
            signs = [s for s in row["symbols"].split("|") if s.isascii() and s.isalpha()]
            lengths.append((row["name"], [form for pair in pairs for form in pair], signs))
            if row["name"] == "metre":
                for prefix in AREAS:
                    spoken = PREFIXES[prefix][0]
                    forms = [word + form for word in spoken for pair in pairs for form in pair]
                    letters = SPELLINGS.get(prefix, (prefix,))
                    lengths.append((spoken[0] + "metre", forms, [letter + "m" for letter in letters]))
    for name, forms, signs in lengths:
        factor = Fraction(build.units[name][2])
        for adjective, short, word, digit, raised, exponent, dimension in (
            ("square", "sq", "squared", "2", "²", 2, "area"),
            ("cubic", "cu", "cubed", "3", "³", 3, "volume"),
        ):
            power = f"{adjective} {name}"
            build.unit(power, dimension, "measure", factor**exponent)
            for form in forms:
                for text in (
                    f"{adjective} {form}",
                    f"{adjective}-{form}",
                    f"{short} {form}",
                    f"{short}. {form}",
                    f"{form} {word}",
                ):
                    build.add(text, power, exact=False)
            for sign in signs:
                for text in (f"{short} {sign}", f"{short}. {sign}", f"{short}{sign}", f"{short}-{sign}"):
                    build.add(text, power, exact=False, flags=FLAGS["dotted"])
                for text in (f"{sign}{digit}", f"{sign}{raised}", f"{sign}^{digit}"):
                    build.add(text, power, exact=True)
    build.add("㎡", "square metre", exact=True)
    build.add("㎢", "square kilometre", exact=True)
    build.add("㎥", "cubic metre", exact=True)


def currencies(build: Builder) -> None:
    for row in rows("currencies.csv"):
        name, code = row["name"], row["code"]
        build.unit(name, "currency", "currency", Fraction(1), "", code)
        for form in names(row["names"]):
            build.add(form, name, exact=False)
        if code:
            flags = FLAGS["word"] if code in WORD_CODES else 0
            build.add(code, name, exact=True, flags=flags, before=True)
        for symbol in filter(None, row["symbols"].split("|")):
            subunit = symbol in ("c", "p", "¢", "￠", "cts")
            build.add(symbol, name, exact=True, flags=symbol_flags(symbol), before=not subunit)


def from_quantulum(build: Builder) -> None:
    spec = importlib.util.find_spec("quantulum3")
    if spec is None or spec.origin is None:
        raise SystemExit("build_units: quantulum3 is not installed; pip install quantulum3")
    table = json.loads((Path(spec.origin).parent / "units.json").read_text(encoding="utf-8"))
    surfaces: dict[tuple[str, ...], str] = {key: entry[0] for key, entry in build.words.items()}
    for original, entry in table.items():
        name = RENAMED.get(original, original)
        if name in SKIPPED or name in build.units:
            continue
        forms = [form for form in entry["surfaces"] if form and tuple(tokens(form.lower())) not in surfaces]
        if not forms or len(forms) < len([form for form in entry["surfaces"] if form]):
            continue  # the project's own tables have it under another name
        build.unit(name, entry["entity"], "currency" if entry["entity"] == "currency" else "measure", None)
        for form in names("|".join(forms)):
            build.add(form, name, exact=False)
        for symbol in entry["symbols"]:
            if len(symbol) > 1 and symbol[0].isalpha() and tuple(tokens(symbol)) not in build.symbols:
                build.add(symbol, name, exact=True, flags=FLAGS["digits"])


def folded(build: Builder) -> dict[tuple[str, ...], list[Any]]:
    """Symbols in other capitals ("KG", "Km"): only where they can mean one thing, and no word of English."""
    seen: dict[tuple[str, ...], list[list[Any]]] = {}
    for key, entry in build.symbols.items():
        seen.setdefault(tuple(token.lower() for token in key), []).append(entry)
    result = {}
    for key, entries in seen.items():
        text = "".join(key)
        if len(text) < 2 or text in NOT_FOLDED or key in build.words or entries[0][1] & FLAGS["word"]:
            continue
        lower = build.symbols.get(key)
        if len({entry[0] for entry in entries}) == 1:
            lower = entries[0]
        if lower is not None and any(character.isalpha() for character in text):
            result[key] = [lower[0], lower[1] | FLAGS["folded"], lower[2]]
    return result


def build() -> dict[str, Any]:
    builder = Builder()
    currencies(builder)
    measures(builder)
    powers(builder)
    for row in rows("surfaces.csv"):
        if row["unit"] not in builder.units:
            builder.unit(row["unit"], "", "measure", None)
        builder.override(row)
    from_quantulum(builder)
    after: dict[str, list[list[Any]]] = {}
    rank = {}
    for order, (place, exact) in enumerate(((builder.symbols, True), (builder.words, False), (folded(builder), False))):
        for key, (unit, flags, others) in place.items():
            lower = [token.lower() for token in key]
            flags |= FLAGS["symbol"] if order != 1 else 0
            entry = trimmed([unit, lower[1:], flags, " ".join(key) if exact else "", others])
            after.setdefault(lower[0], []).append(entry)
            rank[id(entry)] = (-len(key), order)
    for entries in after.values():
        entries.sort(key=lambda entry: rank[id(entry)])
    before: dict[str, list[list[Any]]] = {}
    for key, (unit, flags, others) in builder.before.items():
        before.setdefault(key[-1], []).append(trimmed([unit, list(key[:-1]), flags, " ".join(key), others]))
    for entries in before.values():
        entries.sort(key=lambda entry: -len(entry[1]) if len(entry) > 1 else 0)
    subunits = [[row["name"], row["of"], row["factor"]] for row in rows("subunits.csv")]
    dimensions = {row["dimension"]: row["of"] for row in rows("dimensions.csv")}
    units = {name: trimmed(fields) for name, fields in builder.units.items()}
    return {"units": units, "after": after, "before": before, "subunits": subunits, "dimensions": dimensions}


def trimmed(fields: list[Any]) -> list[Any]:
    """Without the empty fields at the end."""
    while len(fields) > 1 and not fields[-1]:
        fields = fields[:-1]
    return fields


def text() -> str:
    """The file, one first word a line so that a change of the tables shows as a change of a few lines."""
    data = build()
    parts = []
    for name in ("dimensions", "units", "subunits", "before", "after"):
        part = data[name]
        if isinstance(part, dict):
            lines = [
                json.dumps(key, ensure_ascii=False)
                + ":"
                + json.dumps(part[key], ensure_ascii=False, separators=(",", ":"))
                for key in sorted(part)
            ]
            body = "{\n" + ",\n".join(lines) + "}"
        else:
            body = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
        parts.append(f'"{name}":{body}')
    return "{" + ",\n".join(parts) + "}\n"


def main(arguments: list[str]) -> int:
    made = text()
    if "--check" in arguments:
        same = TARGET.exists() and TARGET.read_text(encoding="utf-8") == made
        print(
            "units.json is up to date" if same else "units.json is out of date: python -m figures.lexicon.build_units"
        )
        return 0 if same else 1
    TARGET.write_text(made, encoding="utf-8")
    print(f"{TARGET.name}: {len(made) // 1024} KB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

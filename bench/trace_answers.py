"""Answers as a language model writes them from rows: made by a seeded program, from tables of its own.

Each answer is a list of pieces; a piece that is a number knows its true value, so that it can be changed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, NamedTuple

PEOPLE = [
    "Alma Reyes", "Boris Klein", "Carla Dupont", "Deniz Aydin", "Elif Kaya", "Farid Nasser",
    "Greta Holm", "Hugo Lind", "Ines Costa", "Jonas Weber", "Kira Novak", "Leon Maier",
    "Mina Park", "Nils Berg", "Olga Petrova", "Pavel Dvorak", "Quinn Harper", "Rosa Lopez",
    "Sven Olsen", "Tara Singh",
]  # fmt: skip
CITIES = [
    "Aldport", "Brenwick", "Corvale", "Dunmere", "Eastham", "Fernhill",
    "Glenrock", "Harwood", "Inverloch", "Jarrow", "Kelso", "Lowick",
    "Marlow", "Norwell", "Oakdale", "Penrith", "Quorn", "Redcar",
    "Selby", "Tarvin",
]  # fmt: skip
PRODUCTS = [
    "Aero Kettle", "Bolt Drill", "Cirrus Fan", "Delta Lamp", "Echo Radio", "Flint Grill",
    "Gala Mixer", "Halo Mirror", "Iris Camera", "Juno Heater", "Kite Tent", "Luna Chair",
    "Mono Speaker", "Nova Toaster", "Opal Vase", "Pico Scale", "Quill Pen", "Rover Cart",
    "Solo Mug", "Terra Pot",
]  # fmt: skip
RIVERS = [
    "Arden", "Brill", "Calder", "Dane", "Esk", "Frome",
    "Gade", "Hodder", "Irwell", "Kenn", "Leven", "Medway",
    "Nene", "Orwell", "Parrett", "Roding", "Severn", "Thame",
    "Ure", "Wye",
]  # fmt: skip
REGIONS = ["North", "South", "East", "West"]
TEAMS = ["Falcons", "Otters", "Badgers"]
KINDS = ["retail", "online", "wholesale"]

# name of the table's rows, key column and its names, group column and its values, columns of numbers:
# (column, how a text says it, low, high, decimals, unit before, unit after)
DOMAINS: list[tuple[str, str, list[str], str, list[str], list[tuple[str, str, int, int, int, str, str]]]] = [
    ("employee", "employee", PEOPLE, "department", ["Finance", "Research", "Support"],
     [("salary", "salary", 30000, 90000, 0, "$", ""), ("vacation_days", "vacation days", 10, 40, 0, "", ""),
      ("projects", "projects", 1, 19, 0, "", "")]),
    ("city", "city", CITIES, "region", REGIONS,
     [("population", "inhabitants", 4000, 90000, 0, "", ""), ("schools", "schools", 3, 60, 0, "", ""),
      ("rainfall_mm", "rainfall", 300, 1500, 0, "", " mm")]),
    ("product", "product", PRODUCTS, "channel", KINDS,
     [("units_sold", "units sold", 20, 900, 0, "", ""), ("price", "price", 5, 300, 2, "$", ""),
      ("returns", "returns", 2, 60, 0, "", "")]),
    ("player", "player", PEOPLE, "team", TEAMS,
     [("PTS", "points", 0, 40, 0, "", ""), ("REB", "rebounds", 0, 20, 0, "", ""),
      ("AST", "assists", 0, 15, 0, "", "")]),
    ("river", "river", RIVERS, "basin", ["Upper", "Lower", "Coastal"],
     [("length_km", "length", 20, 700, 0, "", " km"), ("bridges", "bridges", 2, 90, 0, "", ""),
      ("gauges", "gauges", 1, 30, 0, "", "")]),
    ("store", "store", CITIES, "region", REGIONS,
     [("revenue", "revenue", 10000, 400000, 0, "$", ""), ("orders", "orders", 100, 4000, 0, "", ""),
      ("staff", "staff", 3, 70, 0, "", "")]),
    ("hospital", "hospital", CITIES, "county", ["Ashshire", "Bexshire", "Colshire"],
     [("beds", "beds", 40, 900, 0, "", ""), ("nurses", "nurses", 50, 1500, 0, "", ""),
      ("operations", "operations", 200, 9000, 0, "", "")]),
    ("driver", "driver", PEOPLE, "depot", CITIES[:4],
     [("deliveries", "deliveries", 40, 600, 0, "", ""), ("distance_km", "distance", 300, 9000, 0, "", " km"),
      ("complaints", "complaints", 1, 30, 0, "", "")]),
    ("sensor", "station", RIVERS, "status", ["active", "idle", "faulty"],
     [("readings", "readings", 100, 9000, 0, "", ""), ("alarms", "alarms", 1, 80, 0, "", "")]),
    ("branch", "branch", CITIES, "country", ["Norland", "Sudland", "Ostland"],
     [("accounts", "accounts", 500, 9000, 0, "", ""), ("loans", "loans", 40, 900, 0, "", ""),
      ("deposits", "deposits", 100000, 900000, 0, "$", "")]),
]  # fmt: skip
CELL = [
    "{e} had {n} {p}.",
    "{e} recorded {n} {p} in all.",
    "The {p} for {e} came to {n}.",
    "With {n} {p}, {e} stood out.",
    "For {e}, the table shows {n} {p}.",
    "{e}'s {p} stood at {n}.",
]
MEASURED = [
    "The {p} of {e} was {n}.",
    "{e} had a {p} of {n}.",
    "{e}'s {p} is {n}.",
    "At {n}, the {p} of {e} is on file.",
]
TWO = ["{e} had {n} {p} and {m} {q}.", "{e} posted {n} {p}, along with {m} {q}.", "{e} had {n} {p}, while {f} had {m}."]
SUM = [
    "In total, there were {n} {p}.",
    "The total {p} came to {n}.",
    "All {r} together had {n} {p}.",
    "Overall {p} summed to {n}.",
]
GROUP = ["The total {p} in {g} was {n}.", "{g} had a total of {n} {p}.", "In {g}, {p} added up to a total of {n}."]
MEAN = ["The average {p} was {n}.", "On average, the {p} came to {n}.", "The mean {p} across all {r} is {n}."]
TOP = ["The highest {p} was {n}.", "The most {p} anywhere was {n}.", "The maximum {p} on record is {n}."]
LOW = ["The lowest {p} was {n}.", "The fewest {p} of any was {n}.", "The minimum {p} is {n}."]
COUNT = ["There are {n} {r} in the data.", "The data covers {n} {r}.", "The table lists {n} {r}."]
COUNTED = ["There are {n} {r} in {g}.", "{g} has {n} {r}.", "The table lists {n} {r} in {g}."]
SHARE = ["{g} accounts for {n}% of the {r}.", "{n}% of {r} are in {g}.", "Of all {r}, {g} holds {n}% of the {r}."]
MORE = ["{e} had {n} more {p} than {f}.", "{e} recorded {n} more {p} than {f} did."]
FOLLOWS = ["{e} had {n} {p}. {s} also had {m} {q}."]


class Answer(NamedTuple):
    """``pieces``: text, or (number as written, true value) for a number."""

    rows: list[dict[str, Any]]
    pieces: list[str | tuple[str, Fraction]]

    def text(self, changed: dict[int, str] | None = None) -> str:
        """The answer; ``changed``: other words for the n-th piece."""
        said = [piece if isinstance(piece, str) else piece[0] for piece in self.pieces]
        for at, words in (changed or {}).items():
            said[at] = words
        return "".join(said)

    def numbers(self) -> list[int]:
        """Which pieces are numbers."""
        return [at for at, piece in enumerate(self.pieces) if not isinstance(piece, str)]


def tables(seed: int = 11, count: int = 36) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    """Tables of 6 to 20 rows."""
    chance = random.Random(seed)
    for at in range(count):
        domain = DOMAINS[at % len(DOMAINS)]
        _, key, names, group, groups, columns = domain
        rows = []
        for name in chance.sample(names, chance.randint(6, 20)):
            row: dict[str, Any] = {key: name, group: chance.choice(groups)}
            for column, _, low, high, places, _, _ in columns:
                value = chance.randint(low * 10**places, high * 10**places)
                row[column] = value / 10**places if places else value
            rows.append(row)
        yield domain, rows


def answers(seed: int = 12, each: int = 10) -> Iterator[Answer]:
    """Ten answers of two to five sentences for each table."""
    chance = random.Random(seed)
    for domain, rows in tables():
        for _ in range(each):
            pieces: list[str | tuple[str, Fraction]] = []
            makers = chance.sample(SENTENCES, chance.randint(2, 5))
            for make in makers:
                pieces += [*make(chance, domain, rows), " "]
            yield Answer(rows, pieces[:-1])


def changed(chance: random.Random, written: str) -> str:
    """Another number of the same kind: a digit changed, digits swapped, or some percent more or less."""
    digits = [at for at, char in enumerate(written) if char.isdigit()]
    while True:
        at = chance.choice(digits)
        new = written[:at] + chance.choice("0123456789") + written[at + 1 :]
        first = new.lstrip("$")
        if new != written and not (first[0] == "0" and len(first) > 1 and first[1].isdigit()):
            return new


def _fill(template: str, values: dict[str, Any]) -> list[str | tuple[str, Fraction]]:
    pieces: list[str | tuple[str, Fraction]] = [""]
    at = 0
    while at < len(template):
        if template[at] == "{":
            value = values[template[at + 1]]
            if isinstance(value, str):
                pieces[-1] = str(pieces[-1]) + value
            else:
                before, number, after = value
                pieces[-1] = str(pieces[-1])
                pieces += [(before + number[0], number[1]), after]
            at += 3
        else:
            pieces[-1] = str(pieces[-1]) + template[at]
            at += 1
    first = pieces[0]
    if isinstance(first, str) and first:
        pieces[0] = first[0].upper() + first[1:]
    return pieces


def _written(value: Any, places: int) -> tuple[str, Fraction]:
    exact = Fraction(str(value)) if not isinstance(value, Fraction) else value
    if exact.denominator == 1 and not places:
        return f"{int(exact):,}", exact
    return f"{float(exact):,.{places or 1}f}", exact


def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") else noun + ("es" if noun.endswith("ch") else "s")


def _column(chance: random.Random, domain: Any, plain: bool = False) -> Any:
    return chance.choice([c for c in domain[5] if not plain or not (c[5] or c[6] or c[4])])


def _number(column: Any, value: Any, places: int | None = None) -> tuple[str, tuple[str, Fraction], str]:
    return column[5], _written(value, column[4] if places is None else places), column[6]


def _cell(chance: random.Random, domain: Any, rows: Any) -> Any:
    column, row = _column(chance, domain), chance.choice(rows)
    plain = not (column[5] or column[6] or column[4])
    template = chance.choice(CELL if plain else MEASURED)
    return _fill(template, {"e": row[domain[1]], "n": _number(column, row[column[0]]), "p": column[1]})


def _two(chance: random.Random, domain: Any, rows: Any) -> Any:
    plain = [c for c in domain[5] if not (c[5] or c[6] or c[4])]
    if len(plain) < 2:
        return _cell(chance, domain, rows)
    one, other = chance.sample(plain, 2)
    row, second = chance.sample(rows, 2)
    template = chance.choice(TWO)
    m = _number(one, second[one[0]]) if "{f}" in template else _number(other, row[other[0]])
    names = {"e": row[domain[1]], "f": second[domain[1]], "p": one[1], "q": other[1]}
    return _fill(template, names | {"n": _number(one, row[one[0]]), "m": m})


def _gather(templates: list[str], gather: Callable[[list[Fraction]], Fraction], places: int | None = None) -> Any:
    def make(chance: random.Random, domain: Any, rows: Any) -> Any:
        column = _column(chance, domain, plain=True)
        value = gather([Fraction(str(row[column[0]])) for row in rows])
        shown = places if places and value.denominator != 1 else None
        return _fill(
            chance.choice(templates), {"n": _number(column, value, shown), "p": column[1], "r": _plural(domain[1])}
        )

    return make


def _group(chance: random.Random, domain: Any, rows: Any) -> Any:
    column = _column(chance, domain, plain=True)
    group = chance.choice(rows)[domain[3]]
    inside = [row for row in rows if row[domain[3]] == group]
    value = sum(Fraction(str(row[column[0]])) for row in inside)
    return _fill(chance.choice(GROUP), {"g": group, "n": _number(column, value), "p": column[1]})


def _count(chance: random.Random, domain: Any, rows: Any) -> Any:
    noun = _plural(domain[1])
    if chance.random() < 0.4:
        return _fill(chance.choice(COUNT), {"n": ("", _written(len(rows), 0), ""), "r": noun})
    group = chance.choice(rows)[domain[3]]
    inside = sum(row[domain[3]] == group for row in rows)
    if inside == 1:
        return _fill(chance.choice(COUNT), {"n": ("", _written(len(rows), 0), ""), "r": noun})
    return _fill(chance.choice(COUNTED), {"g": group, "n": ("", _written(inside, 0), ""), "r": noun})


def _share(chance: random.Random, domain: Any, rows: Any) -> Any:
    group = chance.choice(rows)[domain[3]]
    part = Fraction(100 * sum(row[domain[3]] == group for row in rows), len(rows))
    shown = (f"{float(part):.1f}", part)
    return _fill(chance.choice(SHARE), {"g": group, "n": ("", shown, ""), "r": _plural(domain[1])})


def _more(chance: random.Random, domain: Any, rows: Any) -> Any:
    column = _column(chance, domain, plain=True)
    one, two = chance.sample(rows, 2)
    if one[column[0]] < two[column[0]]:
        one, two = two, one
    if one[column[0]] == two[column[0]]:
        return _cell(chance, domain, rows)
    n = _number(column, one[column[0]] - two[column[0]])
    return _fill(chance.choice(MORE), {"e": one[domain[1]], "f": two[domain[1]], "n": n, "p": column[1]})


def _follows(chance: random.Random, domain: Any, rows: Any) -> Any:
    plain = [c for c in domain[5] if not (c[5] or c[6] or c[4])]
    if len(plain) < 2:
        return _cell(chance, domain, rows)
    one, two = chance.sample(plain, 2)
    row = chance.choice(rows)
    pronoun = chance.choice(["He", "She"]) if domain[2] is PEOPLE else "It"
    names = {"e": row[domain[1]], "p": one[1], "s": pronoun, "q": two[1]}
    return _fill(chance.choice(FOLLOWS), names | {"n": _number(one, row[one[0]]), "m": _number(two, row[two[0]])})


SENTENCES = [
    _cell,
    _cell,
    _cell,
    _two,
    _two,
    _follows,
    _gather(SUM, lambda numbers: sum(numbers, Fraction(0))),
    _gather(MEAN, lambda numbers: sum(numbers, Fraction(0)) / len(numbers), 1),
    _gather(TOP, max),
    _gather(LOW, min),
    _group,
    _count,
    _share,
    _more,
]

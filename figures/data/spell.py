"""Derivations as data: which cells of which rows a number is worked out from, and its exact value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from msgspec import Struct, field, structs

from figures.interval import Exact

KINDS = (
    "cell", "count", "sum", "mean", "median", "min", "max", "share", "difference", "ratio", "change", "rank", "argmax",
    "argmin", "distinct", "reach",
)  # fmt: skip
ORDINALS = {2: "second", 3: "third", 4: "fourth", 5: "fifth"}  # places in an order that are told


class Column(Struct):
    """A column as loaded. ``values``: exact numbers in a ``number`` column, else text; None where a cell is empty."""

    name: str
    kind: str  # number, text or date (text in ISO form)
    values: Sequence[Exact | str | None]
    distinct: dict[Any, list[int]] = field(default_factory=dict)
    filled: int | None = None  # cells that are not empty; None: count ``values``
    unit: str = ""  # percent or currency, where the cells are written with its sign
    span: tuple[Exact, Exact] | None = None  # lowest and highest number, of a table that stays in its file
    scale: int = 1  # by how much its numbers are to be multiplied to have their unit, where a dictionary says so
    names: tuple[str, ...] = ()  # what else a dictionary calls it
    about: str = ""  # how a dictionary describes it, where that is no name
    void: tuple[Exact | str, ...] = ()  # cells of a measure that a dictionary gives for no answer; None in ``values``
    codes: dict[str, tuple[Exact | str, ...]] = field(default_factory=dict)  # label in ``values`` -> its codes in cells

    def rows(self, value: Exact | str) -> list[int]:
        """The rows, from 0, that hold a value."""
        if not self.distinct:
            found = self.distinct
            for row, cell in enumerate(self.values):
                if cell is not None:
                    found.setdefault(cell, []).append(row)
        return self.distinct.get(value, [])


class Table(Struct):
    """One table in memory. ``name`` is what SQL calls it; ``path`` is where it came from, as the user gave it."""

    name: str
    path: str
    columns: dict[str, Column]
    count: int
    run: Callable[[str], list[tuple[Any, ...]]] | None = None  # of a table that stays in its file: asks it in SQL
    known: dict[str, Any] = field(default_factory=dict)  # what it has answered


class Where(Struct, frozen=True, gc=False):
    """A condition on rows. ``op``: = != < <= > >= in. An empty cell meets none.

    With ``any``, one of the columns that ``value`` names must be filled.
    """

    column: str
    op: str
    value: Exact | str | tuple[Exact | str, ...]


class Spell(Struct, frozen=True, gc=False):
    """How a number is worked out.

    ``columns``: added up in each row; empty for a count. ``where``: the rows, all of them when empty; of a share the
    part, and ``base`` the whole. ``other``: the second operand of a difference (this - other), ratio (this / other) or
    change (this / other - 1). A rank is the place of the only row of ``where`` among ``base``, the largest first;
    ``reach`` is how many of the columns come to ``least`` in the only row. ``argmax`` and ``argmin`` give the ``label``
    of the row with the largest or the smallest value, or of those rows of one label whose ``group`` (sum, mean, count)
    is; of a day only its month where ``monthly``; with ``place`` 2, of the second (to the fifth). ``scale`` multiplies
    the outcome: 100 for percent.
    """

    kind: str
    table: str
    columns: tuple[str, ...] = ()
    where: tuple[Where, ...] = ()
    base: tuple[Where, ...] = ()
    other: Spell | None = None
    scale: int = 1
    label: str = ""
    least: int = 0
    group: str = ""
    place: int = 1
    monthly: bool = False


Tables = dict[str, Table]


def count(table: Table, where: Sequence[Where]) -> int:
    """How many rows meet every condition."""
    if table.run is None:
        return len(selected(table, where))
    found = _ask(Spell("count", table.name, (), tuple(where)), table)
    return found if isinstance(found, int) else 0


def _ask(spell: Spell, table: Table) -> Exact | str | None:
    from figures.data import sql
    from figures.data.large import number

    query = sql.statement(spell, {table.name: table})
    if query not in table.known:
        assert table.run is not None
        rows = table.run(query)
        only = rows[0][0] if len(rows) == 1 else None
        table.known[query] = only if only is None or isinstance(only, str) else number(only)
    found: Exact | str | None = table.known[query]
    return found


def selected(table: Table, where: Sequence[Where]) -> Sequence[int]:
    """The rows that meet every condition, ascending."""
    rows: Sequence[int] = range(table.count)
    for condition in where:
        column = table.columns[condition.column]
        if condition.op == "=":
            held = column.rows(condition.value)  # type: ignore[arg-type]
            rows = held if isinstance(rows, range) else sorted(set(rows) & set(held))
        elif condition.op == "in":
            assert isinstance(condition.value, tuple)
            among = {row for value in condition.value for row in column.rows(value)}
            rows = [row for row in rows if row in among]
        elif condition.op == "any":
            assert isinstance(condition.value, tuple)
            cells = [table.columns[str(name)].values for name in condition.value]
            rows = [row for row in rows if any(values[row] is not None for values in cells)]
        else:
            values = column.values
            rows = [row for row in rows if values[row] is not None and _meets(values[row], condition)]
    return rows


def _meets(cell: Any, condition: Where) -> bool:
    wanted: Any = condition.value
    match condition.op:
        case "!=":
            return bool(cell != wanted)
        case "<":
            return bool(cell < wanted)
        case "<=":
            return bool(cell <= wanted)
        case ">":
            return bool(cell > wanted)
        case _:
            return bool(cell >= wanted)


def value(spell: Spell, tables: Tables) -> Exact | str | None:
    """The outcome, exact; a label for ``argmax`` and ``argmin``; None where rows or cells are missing.

    A cell is one only where its rows agree on it.
    """
    if tables[spell.table].run is not None:
        return _ask(spell, tables[spell.table])
    found = _value(spell, tables)
    if found is None or isinstance(found, str) or spell.scale == 1:
        return found
    return _plain(Fraction(found) * spell.scale)


def _value(spell: Spell, tables: Tables) -> Exact | str | None:
    table = tables[spell.table]
    if spell.kind in ("difference", "ratio", "change"):
        assert spell.other is not None
        return _two(spell, _part(spell, tables), value(spell.other, tables))
    rows = selected(table, spell.where)
    if spell.kind == "count":
        return len(rows)
    if spell.kind == "distinct":
        cells = table.columns[spell.columns[0]].values
        if any(len(several) > 1 for several in table.columns[spell.columns[0]].codes.values()):
            return None  # several codes for one thing
        return len({cells[row] for row in rows if cells[row] is not None})
    if spell.kind == "reach":
        if len(rows) != 1:
            return None
        reached = [table.columns[name].values[rows[0]] for name in spell.columns]
        return (
            None
            if None in reached
            else sum(not isinstance(n, str) and n >= spell.least for n in reached if n is not None)
        )
    if spell.kind == "share":
        return _plain(Fraction(len(rows), whole)) if (whole := len(selected(table, spell.base))) else None
    if spell.kind == "rank":
        own = _numbers(table, spell.columns, rows)
        if len(set(own)) != 1:
            return None
        return 1 + sum(x > own[0] for x in _numbers(table, spell.columns, selected(table, spell.base)))
    if spell.kind in ("argmax", "argmin"):
        return _first(spell, table, rows)
    return _gather(spell.kind, _numbers(table, spell.columns, rows))


def _first(spell: Spell, table: Table, rows: Sequence[int]) -> str | None:
    """The label in a place of an order; None where no row or more than one has it."""
    labels = table.columns[spell.label].values
    gathered: dict[str, list[int]] = {}
    for row in rows:
        if (label := labels[row]) is not None:
            gathered.setdefault(str(label)[:7] if spell.monthly else str(label), []).append(row)
    found: list[tuple[Exact, str]] = []
    for label, own in gathered.items():
        numbers: list[Exact] = [len(own)] if spell.group == "count" else _numbers(table, spell.columns, own)
        if spell.group in ("sum", "mean"):
            together = _gather(spell.group, numbers)
            numbers = [] if together is None else [together]
        found += [(number, label) for number in numbers]
    ordered = sorted(found, reverse=spell.kind == "argmax")
    there = ordered[spell.place - 1][0] if len(ordered) >= spell.place else None
    if there is None or [number for number, _ in ordered].index(there) != spell.place - 1:
        return None
    best = [label for number, label in found if number == there]
    return best[0] if len(best) == 1 else None


def _part(spell: Spell, tables: Tables) -> Exact | str | None:
    """The first operand of a derivation of two: a cell, or the sum of several."""
    table = tables[spell.table]
    if not spell.columns:
        return len(selected(table, spell.where))
    numbers = _numbers(table, spell.columns, selected(table, spell.where))
    return _plain(sum(numbers)) if numbers else None


def _two(spell: Spell, first: Exact | str | None, second: Exact | str | None) -> Exact | None:
    if first is None or second is None or isinstance(first, str) or isinstance(second, str):
        return None
    if spell.kind == "difference":
        return _plain(Fraction(first) - second)
    if second == 0:
        return None
    return _plain(Fraction(first) / second - (1 if spell.kind == "change" else 0))


def _numbers(table: Table, columns: Sequence[str], rows: Sequence[int]) -> list[Exact]:
    if len(columns) == 1:
        values: Sequence[Any] = table.columns[columns[0]].values
        return [values[row] for row in rows if values[row] is not None]
    several: list[Sequence[Any]] = [table.columns[name].values for name in columns]
    return [sum(v[row] for v in several) for row in rows if all(v[row] is not None for v in several)]


def _gather(kind: str, numbers: list[Exact]) -> Exact | None:
    if not numbers:
        return None
    match kind:
        case "cell":
            return numbers[0] if len(set(numbers)) == 1 else None
        case "sum":
            return _plain(sum(numbers))
        case "mean":
            return _plain(Fraction(sum(numbers)) / len(numbers))
        case "min":
            return min(numbers)
        case "max":
            return max(numbers)
        case "median":
            ordered, half = sorted(numbers), len(numbers) // 2
            return ordered[half] if len(numbers) % 2 else _plain(Fraction(ordered[half - 1] + ordered[half]) / 2)
    raise ValueError(f"a kind of derivation is one of {', '.join(KINDS)}; got {kind!r}")


def _plain(number: Fraction | int) -> Exact:
    return number.numerator if isinstance(number, Fraction) and number.denominator == 1 else number


def as_written(spell: Spell, tables: Tables) -> Spell:
    """The same with the codes that stand in the cells in place of their labels, and without those for no answer."""
    columns = tables[spell.table].columns
    if not any(column.codes or column.void for column in columns.values()) and spell.other is None:
        return spell

    def coded(conditions: tuple[Where, ...], measured: tuple[str, ...]) -> tuple[Where, ...]:
        made = [one for where in conditions for one in _coded(where, columns)]
        used = dict.fromkeys([*measured, *(where.column for where in conditions if where.op != "any")])
        return (*made, *(Where(name, "!=", cell) for name in used if name in columns for cell in columns[name].void))

    ranked = spell.columns if spell.kind == "rank" else ()
    return structs.replace(
        spell,
        where=coded(spell.where, spell.columns),
        base=coded(spell.base, ranked),
        other=spell.other and as_written(spell.other, tables),
    )


def _coded(where: Where, columns: dict[str, Column]) -> tuple[Where, ...]:
    codes = columns[where.column].codes if where.column in columns else {}
    if not codes or where.op not in ("=", "in", "!="):
        return (where,)
    labels = where.value if isinstance(where.value, tuple) else (where.value,)
    cells = [cell for label in labels for cell in (codes.get(label, (label,)) if isinstance(label, str) else (label,))]
    if where.op == "!=":
        return tuple(Where(where.column, "!=", cell) for cell in cells)
    return (Where(where.column, "=", cells[0]) if len(cells) == 1 else Where(where.column, "in", tuple(cells)),)


def words(spell: Spell) -> str:
    """For people: ``PTS of players where PLAYER_NAME = Paul Millsap``."""
    rows = f" where {conditions(spell.where)}" if spell.where else ""
    what = " + ".join(spell.columns)
    match spell.kind:
        case "cell":
            text = f"{what} of {spell.table}{rows}"
        case "reach":
            text = f"how many of {', '.join(spell.columns)} come to {spell.least} in {spell.table}{rows}"
        case "distinct":
            text = f"different {what} of {spell.table}{rows}"
        case "count":
            text = f"rows of {spell.table}{rows}"
        case "share":
            whole = f"those where {conditions(spell.base)}" if spell.base else "all rows"
            text = f"share of {spell.table}{rows}, of {whole}"
        case "rank":
            group = f" among those where {conditions(spell.base)}" if spell.base else ""
            text = f"rank by {what} of {spell.table}{rows}{group}"
        case "argmax" | "argmin":
            text = f"{_labelled(spell)} of {spell.table}{rows}"
        case "difference" | "ratio" | "change":
            assert spell.other is not None
            first = f"{what or 'rows'} of {spell.table}{rows}"
            joined = {"difference": "minus", "ratio": "divided by", "change": "as a change from"}[spell.kind]
            text = f"{first}, {joined} {words(spell.other)}"
        case _:
            text = f"{spell.kind} of {what} of {spell.table}{rows}"
    return text


def _labelled(spell: Spell) -> str:
    """ "region with the second-highest sum of revenue", "month of day with the most rows"."""
    most = spell.kind == "argmax"
    of = f"month of {spell.label}" if spell.monthly else spell.label
    place = "" if spell.place == 1 else f"{ORDINALS[spell.place]}-"
    if spell.group == "count":
        return f"{of} with the {place}{'most' if most else 'fewest'} rows"
    gathered = f"{spell.group} of " if spell.group else ""
    return f"{of} with the {place}{'highest' if most else 'lowest'} {gathered}{' + '.join(spell.columns)}"


def conditions(where: Sequence[Where]) -> str:
    return " and ".join(map(_condition, where))


def _condition(where: Where) -> str:
    if where.op == "!=" and where.value == "":
        return f"{where.column} is filled"
    if where.op == "any":
        assert isinstance(where.value, tuple)
        return f"one of {len(where.value)} columns such as {where.column} is filled"
    wanted = ", ".join(map(str, where.value)) if isinstance(where.value, tuple) else where.value
    return f"{where.column} {where.op} {wanted}"

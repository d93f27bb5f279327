"""Each derivation as one SQL statement that gives its number, and DuckDB to run it, shut off from everything else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from figures.data.spell import Column, Spell, Table, Tables, Where, as_written
from figures.interval import Exact
from figures.references import databases
from figures.references.databases import quoted as name


def statement(spell: Spell, tables: Tables | None = None) -> str:
    """One SELECT of one value, in the SQL that DuckDB, SQLite (from 3.39) and PostgreSQL share.

    It gives no row, several, or NULL where the value is not defined. ``tables``: where the codes of labels are known.
    """
    if tables is not None:
        spell = as_written(spell, tables)
    if spell.kind == "cell" and spell.scale == 1:
        where = _where(spell.where) or " WHERE 1 = 1"
        column = " + ".join(map(name, spell.columns))
        return f"SELECT DISTINCT {column} FROM {source(spell.table)}{where} AND ({column}) IS NOT NULL"
    made = _scaled(spell)
    two = spell.kind in ("share", "difference", "ratio", "change") or spell.scale != 1
    return f"SELECT {made}" if two else made[1:-1]


def _scaled(spell: Spell) -> str:
    return f"{spell.scale} * {_value(spell)}" if spell.scale != 1 else _value(spell)


def _value(spell: Spell) -> str:
    table, where = source(spell.table), _where(spell.where)
    column = " + ".join(map(name, spell.columns))
    match spell.kind:
        case "cell":
            return f"(SELECT min({column}) FROM {table}{where} HAVING min({column}) = max({column}))"
        case "count":
            return f"(SELECT count(*) FROM {table}{where})"
        case "reach":
            each = " + ".join(f"CASE WHEN {name(c)} >= {spell.least} THEN 1 ELSE 0 END" for c in spell.columns)
            return f"(SELECT {each} FROM {table}{where})"
        case "distinct":
            return f"(SELECT count(DISTINCT {column}) FROM {table}{where})"
        case "share":
            whole = f"NULLIF((SELECT count(*) FROM {table}{_where(spell.base)}), 0)"
            return f"(SELECT count(*) FROM {table}{where}) * 1.0 / {whole}"
        case "mean":
            return f"(SELECT avg({column}) FROM {table}{where})"
        case "rank":
            own = f"(SELECT max({column}) FROM {table}{where})"
            base = _where(spell.base) or " WHERE 1 = 1"
            return f"(SELECT 1 + count(*) FROM {table}{base} AND ({column}) > {own})"
        case "argmax" | "argmin":
            return f"({_first(spell, table, column)})"
        case "difference" | "ratio" | "change":
            assert spell.other is not None
            first = f"(SELECT {f'sum({column})' if column else 'count(*)'} FROM {table}{where})"
            second = _scaled(spell.other)
            if spell.kind == "difference":
                return f"({first} - {second})"
            return f"({first} * 1.0 / NULLIF({second}, 0){' - 1' if spell.kind == 'change' else ''})"
        case "median":  # SQLite has none, and PostgreSQL calls it otherwise: the one row in the middle, or the two
            ordered = f"row_number() OVER (ORDER BY {column}) AS place, count(*) OVER () AS filled"
            filled = f"{where or ' WHERE 1 = 1'} AND ({column}) IS NOT NULL"
            rows = f"SELECT {column} AS value, {ordered} FROM {table}{filled}"
            return f"(SELECT avg(value) FROM ({rows}) AS ordered WHERE 2 * place BETWEEN filled AND filled + 2)"
        case _:
            return f"(SELECT {spell.kind}({column}) FROM {table}{where})"


def _first(spell: Spell, table: str, column: str) -> str:
    """The label in a place of an order; several where they share it, and none where those before do."""
    label = f"substr(CAST({name(spell.label)} AS TEXT), 1, 7)" if spell.monthly else name(spell.label)
    gathered = {"sum": f"sum({column})", "mean": f"avg({column})", "count": "count(*)"}.get(spell.group, column)
    filled = f" AND {name(spell.label)} IS NOT NULL" + (f" AND ({column}) IS NOT NULL" if column else "")
    order = f"rank() OVER (ORDER BY {gathered}{' DESC' if spell.kind == 'argmax' else ''}) AS place"
    by = f" GROUP BY {label}" if spell.group else ""
    rows = f"SELECT {label} AS label, {order} FROM {table}{_where(spell.where) or ' WHERE 1 = 1'}{filled}{by}"
    return f"SELECT label FROM ({rows}) AS ordered WHERE place = {spell.place}"


def _where(conditions: Sequence[Where]) -> str:
    return " WHERE " + " AND ".join(map(_condition, conditions)) if conditions else ""


def _condition(condition: Where) -> str:
    if condition.op == "any" and isinstance(condition.value, tuple):
        return "(" + " OR ".join(f"CAST({name(str(column))} AS TEXT) <> ''" for column in condition.value) + ")"
    if isinstance(condition.value, tuple):
        return f"{name(condition.column)} IN ({', '.join(map(literal, condition.value))})"
    if condition.op == "!=" and condition.value == "":  # filled, whatever is in it
        return f"CAST({name(condition.column)} AS TEXT) <> ''"
    op = "<>" if condition.op == "!=" else condition.op
    return f"{name(condition.column)} {op} {literal(condition.value)}"


def source(table: str) -> str:
    """A table as FROM names it: one with its schema has a dot."""
    return ".".join(map(name, table.split(".")))


def literal(value: Exact | str) -> str:
    """A number or a text as SQL writes it."""
    if isinstance(value, str):
        return databases.literal(value)
    return str(value) if isinstance(value, int) else repr(float(value))


def connect(tables: Iterable[Table]) -> Any:
    """A DuckDB connection that sees these tables and nothing else: no files, no network, no extensions.

    The tables are copies in memory, so no statement can change what they were read from.
    """
    import duckdb

    connection = duckdb.connect(
        ":memory:",
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "temp_directory": "",  # what does not fit into memory is written nowhere
        },
    )
    for table in tables:
        if table.run is not None:
            continue  # it is asked by ``table.run``
        for schema in table.name.split(".")[:-1]:
            connection.execute(f"CREATE SCHEMA IF NOT EXISTS {name(schema)}")
        made = ", ".join(f"{name(column.name)} {_type(column)}" for column in table.columns.values())
        connection.execute(f"CREATE TABLE {source(table.name)} ({made})")
        marks = ", ".join("?" * len(table.columns))
        rows = [
            [float(cell) if isinstance(cell, Fraction) else cell for cell in row]
            for row in zip(*map(_written, table.columns.values()), strict=True)
        ]
        if rows:
            connection.executemany(f"INSERT INTO {source(table.name)} VALUES ({marks})", rows)
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _type(column: Column) -> str:
    coded = [cell for cells in column.codes.values() for cell in cells]
    numbers = column.kind == "number" or (coded and not any(isinstance(cell, str) for cell in coded))
    return "DOUBLE" if numbers else "VARCHAR"


def _written(column: Column) -> Sequence[Exact | str | None]:
    """The cells as they are in the table, with codes where labels stand for them."""
    if not column.codes:
        return column.values
    first = {label: cells[0] for label, cells in column.codes.items()}
    return [first.get(cell, cell) if isinstance(cell, str) else cell for cell in column.values]

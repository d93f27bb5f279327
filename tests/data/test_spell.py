"""Every derivation gives the number that is worked out by hand here, and its SQL gives the same."""

from __future__ import annotations

from fractions import Fraction

import pytest

from figures.data import spell, sql
from figures.data.load import from_rows
from figures.data.spell import Spell, Where

ROWS = [
    {"store": "Ash", "region": "North", "orders": 10, "price": 2.5, "note": "it's"},
    {"store": "Birch", "region": "North", "orders": 30, "price": 4, "note": None},
    {"store": "Cedar", "region": "South", "orders": 50, "price": None, "note": 'a "b"'},
    {"store": "Dogwood", "region": "East", "orders": 70, "price": 1, "note": ""},
]
NORTH = (Where("region", "=", "North"),)
ASH, DOGWOOD = (Where("store", "=", "Ash"),), (Where("store", "=", "Dogwood"),)
ORDERS = ("orders",)

CASES = [
    (Spell("cell", "rows", ORDERS, ASH), 10),
    (Spell("cell", "rows", ("orders", "price"), ASH), Fraction(25, 2)),
    (Spell("cell", "rows", ("price",), (Where("store", "=", "Cedar"),)), None),
    (Spell("count", "rows"), 4),
    (Spell("count", "rows", (), (Where("orders", ">=", 30),)), 3),
    (Spell("count", "rows", (), (Where("orders", "<", 30),)), 1),
    (Spell("count", "rows", (), (Where("orders", "<=", 30), Where("region", "!=", "South"))), 2),
    (Spell("count", "rows", (), (Where("store", "in", ("Ash", "Cedar")),)), 2),
    (Spell("count", "rows", (), (Where("note", "=", "it's"),)), 1),
    (Spell("count", "rows", (), (Where("note", "=", 'a "b"'),)), 1),
    (Spell("reach", "rows", ("orders", "price"), ASH, least=10), 1),
    (Spell("reach", "rows", ("orders", "price"), ASH, least=2), 2),
    (Spell("distinct", "rows", ("region",)), 3),
    (Spell("sum", "rows", ORDERS), 160),
    (Spell("sum", "rows", ORDERS, NORTH), 40),
    (Spell("mean", "rows", ("price",)), Fraction(5, 2)),
    (Spell("median", "rows", ORDERS), 40),
    (Spell("median", "rows", ("price",)), Fraction(5, 2)),
    (Spell("min", "rows", ORDERS), 10),
    (Spell("max", "rows", ORDERS, NORTH), 30),
    (Spell("share", "rows", (), NORTH, scale=100), 50),
    (Spell("share", "rows", (), NORTH, (Where("orders", ">", 10),)), Fraction(2, 3)),
    (Spell("rank", "rows", ORDERS, ASH), 4),
    (Spell("rank", "rows", ORDERS, ASH, NORTH), 2),
    (Spell("difference", "rows", ORDERS, DOGWOOD, other=Spell("cell", "rows", ORDERS, ASH)), 60),
    (Spell("ratio", "rows", ORDERS, DOGWOOD, other=Spell("cell", "rows", ORDERS, ASH)), 7),
    (Spell("change", "rows", ORDERS, DOGWOOD, other=Spell("sum", "rows", ORDERS, NORTH), scale=100), 75),
    (Spell("argmax", "rows", ORDERS, label="store"), "Dogwood"),
]


@pytest.mark.parametrize(("derivation", "expected"), CASES, ids=[spell.words(case[0]) for case in CASES])
def test_a_derivation_and_its_sql_give_the_number(derivation: Spell, expected: object) -> None:
    table = from_rows(ROWS)
    assert spell.value(derivation, {"rows": table}) == expected
    with sql.connect([table]) as connection:
        found = connection.execute(sql.statement(derivation)).fetchall()
    if expected is None:
        assert found == []
    elif isinstance(expected, str):
        assert found == [(expected,)]
    else:
        assert found[0][0] == pytest.approx(float(expected))  # type: ignore[arg-type]


def test_what_is_not_defined_is_none() -> None:
    tables = {"rows": from_rows(ROWS)}
    nobody = (Where("store", "=", "Elm"),)
    for kind in ("cell", "sum", "mean", "median", "min", "max", "rank"):
        assert spell.value(Spell(kind, "rows", ORDERS, nobody), tables) is None, kind
    assert spell.value(Spell("share", "rows", (), NORTH, nobody), tables) is None
    zero = Spell("sum", "rows", ORDERS, nobody)
    assert spell.value(Spell("ratio", "rows", ORDERS, ASH, other=zero), tables) is None
    assert spell.value(Spell("cell", "rows", ORDERS, NORTH), tables) is None  # two rows that differ


def test_sums_are_exact() -> None:
    table = from_rows([{"x": 0.1}, {"x": 0.2}])
    assert spell.value(Spell("sum", "rows", ("x",)), {"rows": table}) == Fraction(3, 10)


@pytest.mark.parametrize("query", [
    "SELECT * FROM read_csv('/etc/passwd')",
    "COPY rows TO '/tmp/out_of_here.csv'",
    "INSTALL httpfs",
    "ATTACH 'x.db'",
    "SET enable_external_access = true",
])  # fmt: skip
def test_the_connection_reaches_nothing_else(query: str) -> None:
    import duckdb

    with sql.connect([from_rows(ROWS)]) as connection, pytest.raises(duckdb.Error):
        connection.execute(query).fetchall()

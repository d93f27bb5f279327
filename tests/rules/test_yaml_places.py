"""YAML is read as plain data with the place of everything, and hostile files are refused."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.yaml_places import read


def plain(text: str) -> object:
    node, faults = read(text.encode())
    assert node is not None
    assert faults == []
    return node.plain()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),  # YAML 1.1 makes it false
        ("off", "off"),
        ("010", 10),  # and this eight
        ("1:30", "1:30"),  # and this ninety
        ("2015-10-02", "2015-10-02"),  # and this a date
        ("0o17", 15),
        ("0x1F", 31),
        ("-7", -7),
        ("+7", 7),
        ("0.1", Fraction(1, 10)),
        ("2.50", Fraction(5, 2)),
        ("1e3", 1000),
        ("-1.5e-1", Fraction(-3, 20)),
        ("1e999999", "1e999999"),  # not worth the memory
        ("9" * 100, "9" * 100),
        ("1.2.3", "1.2.3"),
        ("1e", "1e"),
        (".", "."),
        ("--1", "--1"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ('"5"', "5"),
        ("'true'", "true"),
    ],
)
def test_scalars_follow_yaml_1_2(written: str, meant: object) -> None:
    assert plain(f"key: {written}\n") == {"key": meant}
    value = plain(f"key: {written}\n")
    assert isinstance(value, dict)
    assert type(value["key"]) is type(meant)


def test_every_node_knows_its_line_and_column() -> None:
    node, _ = read(b"rules:\n  - id: a\n    words: [b, c]\n")
    assert node is not None
    rule = node.value["rules"][1].value[0]
    key, value = rule.value["id"]
    assert (key.line, key.column) == (2, 5)
    assert (value.line, value.column) == (2, 9)
    second = rule.value["words"][1].value[1]
    assert (second.value, second.line, second.column) == ("c", 3, 16)


@pytest.mark.parametrize(
    ("data", "line", "column", "says"),
    [
        (b"a: &x 1\nb: *x\n", 1, 4, "anchors (&) and aliases (*) are not read"),
        (b"a: 1\n<<: *x\n", 2, 5, "anchors (&) and aliases (*) are not read"),
        (b"a: !!python/object:os.system ls\n", 1, 4, "tags are not read"),
        (b"a:\n  - !!binary aGk=\n", 2, 5, "tags are not read"),
        (b"a: 1\n---\nb: 2\n", 2, 1, "a second begins here"),
        (b"a: [1,\n", 2, 1, "this is not YAML"),
        (b"a:\n\t- b\n", 2, 1, "this is not YAML"),
        (b"a: b\nc: \x07\n", 2, 4, "the character U+0007 is not allowed"),
        (b"a: \xff\n", 1, 4, "UTF-8 is wanted; got byte 0xff"),
        (b"a: 1\nb: 2\na: 3\n", 3, 1, "the key 'a' stands here twice, first in line 1"),
        (b"[1, 2]: 3\n", 1, 1, "a key must be text; got a list"),
        (b"[" * 200_000, 1, 21, "at most 20 levels of nesting"),
        (b"- " * 100_000 + b"a", 1, 41, "at most 20 levels of nesting"),
        (b"{a: " * 50_000, 1, 81, "at most 20 levels of nesting"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_place(data: bytes, line: int, column: int, says: str) -> None:
    _, faults = read(data)
    assert (faults[0].line, faults[0].column) == (line, column)
    assert says in faults[0].message


def test_an_alias_bomb_costs_nothing() -> None:
    levels = [b"a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [b"a%d: &a%d [%s]" % (i, i, b", ".join([b"*a%d" % (i - 1)] * 9)) for i in range(1, 12)]
    began = time.process_time()
    node, faults = read(b"\n".join(levels))
    assert node is None
    assert faults
    assert time.process_time() - began < 1


def test_a_large_file_is_refused_before_it_is_read() -> None:
    began = time.process_time()
    node, faults = read(b"a: b\n" * 2_000_000)
    assert node is None
    assert faults[0].message == "a file of at most 1,048,576 bytes is wanted; got 10,000,000"
    assert time.process_time() - began < 1


def test_an_empty_file_holds_nothing() -> None:
    assert read(b"") == (None, [])
    assert read(b"# only a remark\n") == (None, [])


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    _, faults = read(data)
    assert all(fault.message and fault.line >= 0 for fault in faults)


@given(st.dictionaries(st.text("abc", min_size=1), st.one_of(st.integers(-(10**30), 10**30), st.booleans(), st.none())))
def test_what_json_writes_is_read_back(data: dict[str, object]) -> None:
    import json

    assert plain(json.dumps(data)) == data

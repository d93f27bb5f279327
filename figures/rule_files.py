"""One rule file: YAML in, sound rules and a problem for everything that is wrong out."""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from typing import Any

from msgspec import Struct

from figures import yaml_places
from figures.findings import SEVERITIES, VERDICTS, Problem
from figures.references import cells, grids
from figures.references.cells import BadCell
from figures.rules import Example, Rule
from figures.rules_kinds import FIELDS, KINDS, Parameter
from figures.yaml_places import Node

RULE_KEYS = ("id", "name", "kind", "severity", "message", "why", "source", "examples", "params")
EXAMPLE_KEYS = ("text", "verdict", "date")
EXAMPLE_VERDICTS = (*VERDICTS, "silent")
ID = re.compile(r"[a-z0-9]{1,30}(?:-[a-z0-9]{1,30}){0,9}/[a-z0-9]{1,30}(?:-[a-z0-9]{1,30}){0,9}")
MAX_TEXT = 5000


class Placed(Struct, frozen=True):
    """A rule with the place of its parts, so that what is found wrong with it later can be shown there."""

    rule: Rule
    places: dict[str, str]  # "id" and "params.<name>" -> file:line:column


class _File:
    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []

    def place(self, node: Node) -> str:
        return f"{self.name}:{node.line}:{node.column}"

    def wrong(self, node: Node, message: str) -> None:
        self.problems.append(Problem(self.place(node), message))


def read(data: bytes, name: str) -> tuple[list[Placed], list[Problem]]:
    """The sound rules of a file, called ``name``, and every problem in it. Raises nothing."""
    root, faults = yaml_places.read(data)
    file = _File(name)
    for fault in faults:
        file.problems.append(Problem(f"{name}:{fault.line}:{fault.column}" if fault.line else name, fault.message))
    if root is None or root.value is None:
        if not faults:
            file.problems.append(
                Problem(name, "a map with the key rules is wanted; got an empty file; add rules or delete it")
            )
        return [], file.problems
    top = _map(file, root, "the file", ("rules",), ("rules",))
    if top is None or "rules" not in top:
        return [], file.problems
    rules = top["rules"]
    if not isinstance(rules.value, list) or not rules.value:
        file.wrong(rules, f"rules must be a list of rules; got {_got(rules)}")
        return [], file.problems
    return [placed for node in rules.value if (placed := _rule(file, node)) is not None], file.problems


def _rule(file: _File, node: Node) -> Placed | None:
    before = len(file.problems)
    entries = _map(file, node, "a rule", RULE_KEYS, tuple(key for key in RULE_KEYS if key != "params"))
    if entries is None:
        return None
    texts = {}
    for key in ("id", "name", "kind", "severity", "message", "why", "source"):
        if key in entries:
            texts[key] = _text(file, entries[key], key)
    if texts.get("id") and not ID.fullmatch(texts["id"]):
        file.wrong(
            entries["id"], f"id must be pack/name in small letters and hyphens, as aid/killed; got {texts['id']!r}"
        )
    if texts.get("kind"):
        _one_of(file, entries["kind"], "kind", texts["kind"], tuple(KINDS))
    if texts.get("severity"):
        _one_of(file, entries["severity"], "severity", texts["severity"], SEVERITIES)
    if texts.get("message"):
        _message(file, entries["message"], texts["message"])
    trips = KINDS[texts["kind"]].trips if texts.get("kind") in KINDS else ()
    examples = _examples(file, entries["examples"], trips) if "examples" in entries else ()
    params: dict[str, Any] = {}
    places = {key: file.place(entry) for key, entry in entries.items()}
    if texts.get("kind") in KINDS:
        kind = texts["kind"]
        params, param_places = _params(file, entries.get("params"), kind, node)
        places |= param_places
    if len(file.problems) > before:
        return None
    rule = Rule(
        id=texts["id"],
        name=texts["name"],
        kind=texts["kind"],
        severity=texts["severity"],
        message=texts["message"],
        why=texts["why"],
        source=texts["source"],
        examples=examples,
        params=params,
        path=file.name,
        line=node.line,
    )
    return Placed(rule, places)


def _map(
    file: _File, node: Node, what: str, known: tuple[str, ...], required: tuple[str, ...]
) -> dict[str, Node] | None:
    if not isinstance(node.value, dict):
        file.wrong(node, f"{what} must be a map with {', '.join(required)}; got {_got(node)}")
        return None
    found = {}
    for key, (key_node, value) in node.value.items():
        if key in known:
            found[key] = value
            continue
        near = get_close_matches(key, known, 1)
        hint = (
            f"did you mean {near[0]}?" if near else f"{what} has {', '.join(known)}" if known else f"{what} has no keys"
        )
        file.wrong(key_node, f"the key {cells.shown(key)} is not known; {hint}")
    for key in required:
        if key not in found:
            file.wrong(node, f"{what} must have {key}; it is missing; add it")
    return found


def _text(file: _File, node: Node, key: str) -> str:
    value = node.value
    if not isinstance(value, str):
        file.wrong(
            node,
            f"{key} must be text; got {_got(node)}; put it in quotes"
            if value is not None
            else f"{key} must be text; got nothing",
        )
        return ""
    text = value.strip()
    if not text:
        file.wrong(node, f"{key} must be text; got empty text; write some")
    elif len(text) > MAX_TEXT:
        file.wrong(node, f"{key} must have at most {MAX_TEXT:,} characters; got {len(text):,}; shorten it")
    elif any(not c.isprintable() and c not in "\n\t" for c in text):
        file.wrong(node, f"{key} must be text without control characters; got {cells.shown(text)}; remove them")
    else:
        return text
    return ""


def _one_of(file: _File, node: Node, key: str, value: str, allowed: tuple[str, ...]) -> bool:
    if value in allowed:
        return True
    near = get_close_matches(value, allowed, 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    file.wrong(node, f"{key} must be one of {', '.join(allowed)}; got {cells.shown(value)}{hint}")
    return False


def _message(file: _File, node: Node, message: str) -> None:
    """Only plain fields: a template must not reach into objects."""
    try:
        parts = list(string.Formatter().parse(message))
    except ValueError as error:
        file.wrong(
            node,
            f"message must be text with fields such as {{says}}; got a template error: {error}; write {{{{ for a brace",
        )
        return
    for _, field, spec, conversion in parts:
        if field is None:
            continue
        if field not in FIELDS or spec or conversion:
            near = get_close_matches(field, FIELDS, 1)
            hint = f"did you mean {{{near[0]}}}?" if near and field not in FIELDS else "write the name alone"
            wanted = ", ".join(f"{{{name}}}" for name in FIELDS)
            file.wrong(node, f"message may have the fields {wanted}; got {cells.shown('{' + field + '}')}; {hint}")


def _examples(file: _File, node: Node, trips: tuple[str, ...]) -> tuple[Example, ...]:
    if not isinstance(node.value, list):
        file.wrong(node, f"examples must be a list of maps with text and verdict; got {_got(node)}")
        return ()
    found = []
    for item in node.value:
        entries = _map(file, item, "an example", EXAMPLE_KEYS, ("text", "verdict"))
        if entries is None:
            continue
        text = _text(file, entries["text"], "text") if "text" in entries else ""
        verdict = _text(file, entries["verdict"], "verdict") if "verdict" in entries else ""
        if verdict:
            _one_of(file, entries["verdict"], "verdict", verdict, EXAMPLE_VERDICTS)
        day = _text(file, entries["date"], "date") if "date" in entries else ""
        if day and not _is_date(day):
            file.wrong(entries["date"], f"date must be a day as 2015-10-02; got {cells.shown(day)}")
        found.append(Example(text, verdict, day or None))
    verdicts = {example.verdict for example in found}
    if trips and not verdicts & set(trips):
        file.wrong(node, f"examples must hold one that trips the rule ({' or '.join(trips)}); got none; add one")
    if trips and not verdicts - set(trips):
        file.wrong(
            node,
            "examples must hold a near neighbour that does not trip the rule (silent or consistent); got none; add one",
        )
    return tuple(found)


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _params(file: _File, node: Node | None, kind: str, rule: Node) -> tuple[dict[str, Any], dict[str, str]]:
    wanted = KINDS[kind].params
    if node is None:
        entries: dict[str, Node] = {}
    else:
        required = tuple(name for name, parameter in wanted.items() if parameter.required)
        found = _map(file, node, f"params of the kind {kind}", tuple(wanted), required)
        if found is None:
            return {}, {}
        entries = found
    one_of = KINDS[kind].one_of
    if one_of and not set(one_of) & set(entries):
        file.wrong(node or rule, f"params of the kind {kind} must have one of {', '.join(one_of)}; got none; add one")
    params = {name: _READERS[wanted[name].type](file, entry, name, wanted[name]) for name, entry in entries.items()}
    low, high = params.get("low"), params.get("high")
    if low is not None and high is not None and low > high:
        file.wrong(entries["low"], f"low must not be above high; got {low} and {high}; swap them")
    return params, {f"params.{name}": file.place(entry) for name, entry in entries.items()}


def _words(file: _File, node: Node, name: str, parameter: Parameter) -> tuple[str, ...]:
    items = node.value if isinstance(node.value, list) else [node]
    if isinstance(node.value, dict) or not items:
        file.wrong(node, f"{name} must be a list of words; got {_got(node)}")
        return ()
    return tuple(" ".join(_text(file, item, f"{name}, a list of words,").split()) for item in items)


def _number(file: _File, node: Node, name: str, parameter: Parameter) -> Any:
    if isinstance(node.value, str):
        try:
            return cells.number(node.value).value
        except BadCell as error:
            file.wrong(node, f"{name}: {error}")
            return None
    if node.value is None or isinstance(node.value, bool | list | dict):
        file.wrong(node, f"{name} must be a number such as 5, 1.5 or 4.1 million; got {_got(node)}")
        return None
    return node.value


def _integer(file: _File, node: Node, name: str, parameter: Parameter) -> int | None:
    if isinstance(node.value, bool) or not isinstance(node.value, int) or node.value < 0:
        file.wrong(node, f"{name} must be a whole number not below 0; got {_got(node)}")
        return None
    return node.value


def _flag(file: _File, node: Node, name: str, parameter: Parameter) -> bool | None:
    if not isinstance(node.value, bool):
        file.wrong(node, f"{name} must be true or false; got {_got(node)}")
        return None
    return node.value


def _table(file: _File, node: Node, name: str, parameter: Parameter) -> str:
    """Where it lies is checked when the pack is put together; here only that it is a path into the pack."""
    text = _text(file, node, name)
    parts = text.replace("\\", "/").split("/")
    if text and (
        ".." in parts or text.startswith(("/", "~")) or ":" in text or not text.lower().endswith(grids.SUFFIXES)
    ):
        wanted = f"the path of a table inside the pack ({', '.join(grids.SUFFIXES)}), as tables/deaths.csv"
        file.wrong(node, f"{name} must be {wanted}; got {cells.shown(text)}")
        return ""
    return text.replace("\\", "/")


def _database(file: _File, node: Node, name: str, parameter: Parameter) -> str:
    """Like a table; an address and a variable lead out of the pack, to a server that the rule's author names."""
    from figures.references import databases

    text = _text(file, node, name).replace("\\", "/")
    inside = not (".." in text.split("/") or text.startswith(("/", "~")))
    if text and not (databases.is_database(text) and (inside or "://" in text)):
        file.wrong(node, f"{name}: {databases.WANTED}; got {cells.shown(databases.shown(text))}")
        return ""
    return text


def _formulas(file: _File, node: Node, name: str, parameter: Parameter) -> tuple[Any, ...]:
    from figures.references import formulas

    items = node.value if isinstance(node.value, list) else [node]
    if isinstance(node.value, dict) or not items:
        file.wrong(node, f"{name} must be a list of formulas; got {_got(node)}")
        return ()
    found = []
    for item in items:
        text = _text(file, item, f"{name}, a list of formulas,")
        try:
            if text:
                found.append(formulas.parse(text))
        except formulas.FormulaError as error:
            file.wrong(item, f"{name}: {error}")
    return tuple(found)


def _query(file: _File, node: Node, name: str, parameter: Parameter) -> str:
    return _text(file, node, name)


def _unit(file: _File, node: Node, name: str, parameter: Parameter) -> str:
    if node.value == "":
        return ""
    return _text(file, node, name)


_READERS: dict[str, Callable[[_File, Node, str, Parameter], Any]] = {
    "words": _words,
    "number": _number,
    "integer": _integer,
    "flag": _flag,
    "table": _table,
    "unit": _unit,
    "database": _database,
    "query": _query,
    "formulas": _formulas,
}


def _got(node: Node) -> str:
    """The type of a node and, where it is short, what it says."""
    if isinstance(node.value, dict | list) or node.value is None:
        if isinstance(node.value, dict | list) and not node.value:
            return node.type.replace("a ", "an empty ")
        return node.type
    return (
        f"{node.type} ({cells.shown(str(node.value))})" if not isinstance(node.value, bool) else str(node.value).lower()
    )

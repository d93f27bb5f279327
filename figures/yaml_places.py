"""YAML with the place of every node, read from libyaml's events, in the scalar rules of YAML 1.2.

``no`` is a string, ``010`` is ten, ``1.5`` is the exact fraction 3/2. Only plain data is read: tags, anchors, aliases
and merge keys are refused, so a file can neither build objects nor grow when it is read. Events come one by one, so
deep nesting costs no stack.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from msgspec import Struct

MAX_BYTES = 1 << 20
MAX_DEPTH = 20
MAX_NODES = 200_000
MAX_DIGITS = 60
MAX_PROBLEMS = 50

Scalar = str | int | Fraction | bool | None


class Node(Struct):
    """``value``: a Scalar, a list of Nodes, or a dict from key to (key Node, value Node). Lines and columns from 1."""

    value: Any
    line: int
    column: int

    @property
    def type(self) -> str:
        """How people call it: a map, a list, text, a number, true or false, nothing."""
        value = self.value
        if isinstance(value, dict):
            return "a map"
        if isinstance(value, list):
            return "a list"
        if isinstance(value, bool):
            return "true or false"
        if value is None:
            return "nothing"
        return "text" if isinstance(value, str) else "a number"

    def plain(self) -> Any:
        """The same as dicts, lists and scalars."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, (_, node) in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


class Fault(Struct, frozen=True):
    """Something wrong at a place of the file. ``line`` 0: with the file as a whole."""

    line: int
    column: int
    message: str


def read(data: bytes) -> tuple[Node | None, list[Fault]]:
    """The one document of a YAML file. None: nothing usable, and the faults say why."""
    if len(data) > MAX_BYTES:
        return None, [Fault(0, 0, f"a file of at most {MAX_BYTES:,} bytes is wanted; got {len(data):,}")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        return None, [
            Fault(line, column, f"UTF-8 is wanted; got byte 0x{data[error.start]:02x}; save the file as UTF-8")
        ]

    import yaml

    faults: list[Fault] = []
    try:
        try:
            node = _build(yaml, getattr(yaml, "CSafeLoader", yaml.SafeLoader), text, faults)
        except yaml.YAMLError as error:
            if "nesting depth" not in str(error):
                raise
            faults.clear()
            node = _build(yaml, yaml.SafeLoader, text, faults)  # libyaml gives up ahead of what it has told
    except yaml.YAMLError as error:
        return None, [*faults, _syntax(error, text)]
    except _Refused as refused:
        return None, [*faults, refused.fault]
    return node, faults


def _syntax(error: Any, text: str) -> Fault:
    mark = getattr(error, "problem_mark", None)
    character = getattr(error, "character", None)  # of a character that YAML does not allow; without a mark
    if character is not None:
        code = ord(character) if isinstance(character, str) else int(character)
        at = max(text.find(chr(code)), 0)
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        return Fault(line, column, f"this is not YAML: the character U+{code:04X} is not allowed; remove it")
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    what = str(getattr(error, "problem", None) or "it cannot be read")
    return Fault(
        line, column, f"this is not YAML: {what}; look for a missing quote, colon or bracket here or just above"
    )


class _Refused(Exception):
    def __init__(self, mark: Any, message: str) -> None:
        self.fault = Fault(mark.line + 1, mark.column + 1, message)


def _build(yaml: Any, loader: Any, text: str, faults: list[Fault]) -> Node | None:
    root: Node | None = None
    open_nodes: list[tuple[Node, list[Node]]] = []  # a collection and the children it has so far
    count = 0
    for event in yaml.parse(text, Loader=loader):
        name = type(event).__name__
        if name in ("StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"):
            continue
        if name == "DocumentStartEvent":
            if root is not None:
                raise _Refused(
                    event.start_mark, "one document is wanted; a second begins here; make it a file of its own"
                )
            continue
        if name in ("SequenceEndEvent", "MappingEndEvent"):
            node, children = open_nodes.pop()
            node.value = _mapping(children, faults) if name == "MappingEndEvent" else children
            continue
        if name == "AliasEvent" or event.anchor is not None:
            raise _Refused(
                event.start_mark, "anchors (&) and aliases (*) are not read; write the value out, or quote it"
            )
        if event.tag is not None and event.tag != "!":
            raise _Refused(event.start_mark, f"tags are not read; got {_short(event.tag)}; leave it out")
        count += 1
        if count > MAX_NODES:
            raise _Refused(event.start_mark, f"at most {MAX_NODES:,} values are wanted; split the file")
        node = Node(None, event.start_mark.line + 1, event.start_mark.column + 1)
        if open_nodes:
            open_nodes[-1][1].append(node)
        else:
            root = node
        if name == "ScalarEvent":
            plain = event.style is None or event.style == ""
            node.value = _scalar(event.value) if plain else event.value
        else:
            if len(open_nodes) >= MAX_DEPTH:
                raise _Refused(event.start_mark, f"at most {MAX_DEPTH} levels of nesting are wanted; got more")
            open_nodes.append((node, []))
    return root


def _mapping(children: list[Node], faults: list[Fault]) -> dict[str, tuple[Node, Node]]:
    found: dict[str, tuple[Node, Node]] = {}
    for key, value in zip(children[::2], children[1::2], strict=True):
        if isinstance(key.value, dict | list):
            _fault(faults, key, f"a key must be text; got {key.type}")
            continue
        name = key.value if isinstance(key.value, str) else _written(key.value)
        if name in found:
            first = found[name][0]
            _fault(faults, key, f"the key {_short(name)!r} stands here twice, first in line {first.line}; remove one")
            continue
        found[name] = (key, value)
    return found


def _fault(faults: list[Fault], node: Node, message: str) -> None:
    if len(faults) < MAX_PROBLEMS:
        faults.append(Fault(node.line, node.column, message))


def _written(value: Scalar) -> str:
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def _scalar(text: str) -> Scalar:
    """A plain scalar by the core schema of YAML 1.2; numbers exact; what is too long for a number stays text."""
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    if len(text) > MAX_DIGITS or not text.isascii():
        return text
    body = text[1:] if text[0] in "+-" else text
    if body.isdigit():
        return int(text)
    if not body or not (body[0].isdigit() or body[0] == "."):
        return text
    base = {"0o": 8, "0x": 16}.get(body[:2])
    if base is not None and body == text and body[2:].isalnum():
        try:
            return int(body[2:], base)
        except ValueError:
            return text
    mantissa, _, exponent = body.replace("E", "e").partition("e")
    whole, _, part = mantissa.partition(".")
    if not (whole + part).isdigit() or not set(body) <= set("0123456789.eE+-") or body.lower().count("e") > 1:
        return text
    power = exponent[1:] if exponent[:1] in ("+", "-") else exponent
    if ("e" in body.lower()) != power.isdigit() or len(power) > 2:
        return text
    value = Fraction(int(whole + part), 10 ** len(part)) * Fraction(10) ** int(exponent or 0)
    value = -value if text[0] == "-" else value
    return value.numerator if value.denominator == 1 else value

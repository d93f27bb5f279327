"""Frictionless descriptions of tables: ``datapackage.json`` and ``*.schema.json`` (Table Schema), as entries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from figures.data.code_lists import Pairs
from figures.data.entries import MOST_ENTRIES, Entry
from figures.data.separated import Unloadable
from figures.findings import Problem
from figures.references.cells import shown

MOST_BYTES = 5 << 20
MOST_RESOURCES = 500


def read(source: str) -> Iterator[Entry | Problem]:
    """The fields that a file describes. Nothing that it refers to is opened. Raises Unloadable and OSError."""
    file = Path(source)
    if not file.is_file():
        raise Unloadable("there is no such file; check the name")
    if (size := file.stat().st_size) > MOST_BYTES:
        raise Unloadable(f"at most {MOST_BYTES >> 20} MB are wanted; got {size >> 20} MB; leave out what is no field")
    try:
        data = json.loads(file.read_text(encoding="utf-8-sig"), parse_int=_number, parse_float=_number)
    except (ValueError, RecursionError) as error:
        said = (str(error).splitlines() or [type(error).__name__])[0][:200]
        raise Unloadable(f"JSON is wanted; it could not be read: {said}; mend the file") from None
    if isinstance(data, dict) and isinstance(data.get("resources"), list):
        resources = data["resources"]
        if len(resources) > MOST_RESOURCES:
            yield Problem(source, f"at most {MOST_RESOURCES} resources are wanted; got more; the rest is not used")
        for at, resource in enumerate(resources[:MOST_RESOURCES], 1):
            yield from _resource(source, at, resource)
    elif isinstance(data, dict) and isinstance(data.get("fields"), list):
        yield from _fields(source, source, data, (file.name.removesuffix(".json").removesuffix(".schema"),))
    else:
        raise Unloadable("resources or fields are wanted, as in a datapackage.json; got neither; describe the columns")


def _number(text: str) -> str:
    return text[:100]  # codes are compared as they are written


def _resource(source: str, at: int, resource: Any) -> Iterator[Entry | Problem]:
    named = resource.get("name") if isinstance(resource, dict) else None
    where = f"{source}: resource {named[:60] if isinstance(named, str) else at}"
    schema = resource.get("schema") if isinstance(resource, dict) else None
    if schema is None:
        return  # a file that is no table, or one that nobody described
    if not isinstance(schema, dict) or not isinstance(schema.get("fields"), list):
        got = f"a reference, {shown(schema)}" if isinstance(schema, str) else "something else"
        wanted = "a schema with its fields is wanted"
        yield Problem(where, f"{wanted}; got {got}, which is not followed; write the fields there, or name their file")
        return
    path = resource.get("path")
    path = path[0] if isinstance(path, list) and path else path
    names = [named, Path(path).name.partition(".")[0] if isinstance(path, str) else None]
    yield from _fields(source, where, schema, tuple(name for name in names if isinstance(name, str)))


def _fields(source: str, where: str, schema: dict[str, Any], tables: tuple[str, ...]) -> Iterator[Entry | Problem]:
    for at, field in enumerate(schema["fields"][:MOST_ENTRIES], 1):
        if not isinstance(field, dict) or not isinstance(field.get("name"), str):
            yield Problem(f"{where}: field {at}", "an object with a name is wanted; got another; name a column there")
            continue
        codes = _codes(field.get("categories"))
        place = f"{where}: field {field['name'][:60]}"
        if codes is None:
            wanted = "categories as values, or as objects with value and label, are wanted"
            yield Problem(place, f"{wanted}; got others; they are not used; write them so")
        texts = (field.get(key) for key in ("title", "description"))
        yield Entry(
            place,
            field["name"],
            tuple(text for text in texts if isinstance(text, str)),
            tables=tables,
            loose=True,
            unit=_text(field.get("unit")),
            pairs=codes or (),
            kind=_text(field.get("type")),
        )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _codes(given: Any) -> Pairs | None:
    """Values and their labels; none where there are only values; None where they cannot be read."""
    if given is None:
        return ()
    if isinstance(given, dict):
        given = [{"value": value, "label": label} for value, label in given.items()]
    if not isinstance(given, list):
        return None
    if all(isinstance(item, str | bool) for item in given):
        return ()
    if not all(isinstance(item, dict) and isinstance(item.get("value"), str) for item in given):
        return None
    pairs = [(item["value"], item.get("label", item["value"])) for item in given]
    return tuple(pairs) if all(isinstance(label, str) for _, label in pairs) else None

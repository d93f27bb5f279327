"""The JSON Schema of rule files, for editors. ``rules/schema.json`` holds what ``text()`` gives.

# yaml-language-server: $schema=../schema.json
"""

from __future__ import annotations

import json
from typing import Any

from figures.findings import SEVERITIES
from figures.references.grids import SUFFIXES
from figures.rule_files import EXAMPLE_VERDICTS, ID, MAX_TEXT, RULE_KEYS
from figures.rules_kinds import FIELDS, KINDS, Kind, Parameter

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string", "minLength": 1, "maxLength": MAX_TEXT, "pattern": r"\S"}
_PARAMETERS: dict[str, Schema] = {
    "words": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]},
    "number": {"type": ["number", "string"]},
    "integer": {"type": "integer", "minimum": 0},
    "flag": {"type": "boolean"},
    "table": {"type": "string", "pattern": rf"^[^/~:\\][^:]*\.({'|'.join(s[1:] for s in SUFFIXES)})$"},
    "database": _TEXT,
    "query": _TEXT,
    "formulas": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]},
    "unit": {"type": "string"},
}


def schema() -> Schema:
    """The schema as plain data (JSON Schema 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rules for Figures",
        "type": "object",
        "additionalProperties": False,
        "required": ["rules"],
        "properties": {"rules": {"type": "array", "minItems": 1, "items": _rule()}},
    }


def text() -> str:
    """The schema as it is kept in ``rules/schema.json``."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _rule() -> Schema:
    fields = "; ".join(f"{{{name}}}: {doc}" for name, doc in FIELDS.items())
    properties: Schema = {
        "id": {
            "description": "pack/name in small letters and hyphens, as aid/killed",
            "type": "string",
            "pattern": f"^{ID.pattern}$",
        },
        "name": {**_TEXT, "description": "what is wrong, in a few words"},
        "kind": {
            "description": "; ".join(f"{name}: {kind.doc}" for name, kind in KINDS.items()),
            "enum": list(KINDS),
        },
        "severity": {"enum": list(SEVERITIES)},
        "message": {**_TEXT, "description": f"what is wrong, in one sentence, with fields in braces. {fields}"},
        "why": {**_TEXT, "description": "why it matters to a reader"},
        "source": {**_TEXT, "description": "where the rule or its figures come from"},
        "examples": {
            "description": "at least one that trips the rule and one near neighbour that does not",
            "type": "array",
            "minItems": 2,
            "items": _example(),
        },
        "params": {"type": "object"},
    }
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [key for key in RULE_KEYS if key != "params"],
        "properties": properties,
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
                "then": _params(kind),
            }
            for name, kind in KINDS.items()
        ],
    }


def _example() -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["text", "verdict"],
        "properties": {
            "text": _TEXT,
            "verdict": {"description": "silent: the rule says nothing", "enum": list(EXAMPLE_VERDICTS)},
            "date": {
                "description": "the day the text is written on",
                "type": "string",
                "pattern": r"^\d{4}-\d{2}-\d{2}$",
            },
        },
    }


def _params(kind: Kind) -> Schema:
    params: Schema = {
        "description": kind.doc,
        "additionalProperties": False,
        "properties": {name: _parameter(parameter) for name, parameter in kind.params.items()},
    }
    required = [name for name, parameter in kind.params.items() if parameter.required]
    if required:
        params["required"] = required
    if kind.one_of:
        params["anyOf"] = [{"required": [name]} for name in kind.one_of]
    then: Schema = {"properties": {"params": params}}
    if required or kind.one_of:
        then["required"] = ["params"]
    return then


def _parameter(parameter: Parameter) -> Schema:
    return {**_PARAMETERS[parameter.type], "description": parameter.doc}

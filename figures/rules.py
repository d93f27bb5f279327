"""Rules: what to check, how badly it matters and why."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class Example(Struct, frozen=True):
    """A text and the verdict that the rule gives on it: a verdict, or ``silent`` where the rule says nothing."""

    text: str
    verdict: str
    date: str | None = None  # ISO date that the text is written on


class Rule(Struct, frozen=True):
    id: str  # pack/name in kebab case: core/part-of
    name: str
    kind: str  # a key of figures.checks.CHECKS
    severity: str
    message: str
    why: str
    source: str
    examples: tuple[Example, ...]
    params: dict[str, Any]
    path: str
    line: int

"""Rules: what to check, how badly it matters and why; and the references they are loaded with."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from figures.findings import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from figures.references.rows import Event, KeyFigure


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
    message: str  # with the fields of rules_kinds.FIELDS in braces; see ``fill``
    why: str
    source: str
    examples: tuple[Example, ...]
    params: dict[str, Any]  # numbers exact (int | Fraction), words as tuples of str, a table as KeyFigure.table
    path: str
    line: int

    def fill(self, **fields: str) -> str:
        """The message with its fields filled in; one that is not given becomes ""."""
        from figures.rules_kinds import FIELDS

        return " ".join(self.message.format_map({name: fields.get(name, "") for name in FIELDS}).split())


class Rulebook(Struct, frozen=True):
    """The rules in force and the figures they are held against.

    ``digest`` is the SHA-256 of everything that was loaded. ``problems``: what could not be used, and why.
    """

    rules: tuple[Rule, ...] = ()
    tables: tuple[KeyFigure, ...] = ()
    events: tuple[Event, ...] = ()  # of every pack; a core rule may use those of a pack
    digest: str = ""
    problems: tuple[Problem, ...] = ()

    def rows(self, rule: Rule) -> tuple[KeyFigure, ...]:
        """The figures that a key_figure rule is about: its table, of that its metrics, and what it works out itself."""
        table, metrics = rule.params.get("table"), rule.params.get("metrics")
        given = (r for r in self.tables if r.table == table and not r.rule and (metrics is None or r.metric in metrics))
        return (*given, *(r for r in self.tables if r.rule == rule.id))


def packaged_rules() -> Path:
    """The directory of the packs that come with Figures: inside an installed package, or in a checkout."""
    from pathlib import Path

    here = Path(__file__).resolve().parent
    inside = here / "_rules"
    return inside if inside.is_dir() else here.parent / "rules"


def core() -> Path:
    """The pack that is always in force."""
    return packaged_rules() / "core"


def load(packs: Iterable[str | PathLike[str]] = ()) -> Rulebook:
    """The core pack and these: directories with rules (*.yaml), key-figures.csv and events.csv, or single rule files.

    Raises nothing: whatever is wrong in a pack is in ``Rulebook.problems``, and the rest of it is in force.
    """
    from figures.packs import load_packs

    return load_packs([core(), *packs])

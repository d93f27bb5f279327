"""The shape of the project: what stands at the top, which way imports go, what is imported only where it is used."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "figures"
# The tables of units are made by a program that is run by hand; nothing imports it.
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "build_units.py")

# The way a number travels, and beside it what it meets; a part imports only from parts that stand above it.
ORDER = (
    "__init__",
    "interval",
    "document",
    "anchors",
    "quantity",
    "unit_words",
    "words",
    "findings",
    "rounding",
    "lexicon",
    "meaning",
    "verdicts",
    "sentences",
    "dates",
    "units",
    "conversion",
    "statistics",
    "yaml_places",
    "speakers",
    "quotations",
    "readers",
    "quantities",
    "claims",
    "extractors",
    "relations",
    "references",
    "statistics",
    "rules_kinds",
    "rules",
    "rule_files",
    "rules_schema",
    "packs",
    "checks",
    "pipeline",
    "sourcing",
    "data",
    "tracing",
    "frame",
    "renderers",
    "integrations",
    "gate",
    "inputs",
    "output",
    "binding",
    "sources",
    "config",
    "commands",
    "cli",
    "__main__",
)

# Calls up the order that a reader of the code would not expect, each with its reason. All are made inside functions.
UPWARDS = {
    ("quantity", "meaning"),  # a quantity has its two intervals as properties; the words that give them are data
    ("findings", "frame"),  # Report.to_frame
    ("rules", "rule_files"),  # rules.load is the front door of what reads the files
    ("rules", "packs"),
}

# Imported where they are used, inside a function: each costs more than the whole start of a plain audit may.
SLOW = {
    *("duckdb", "great_expectations", "inflect", "jinja2", "numpy", "openpyxl", "pandas", "pint", "psycopg", "pyarrow"),
    *("quantulum3", "rich", "scipy", "sqlalchemy"),
}

TOP_LEVEL = {
    "pyproject.toml",
    "figures",
    "rules",
    "seeds",
    "reports",
    "tests",
    "bench",
    "docs",
    "Makefile",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    ".ci",
}
# Made by tools and never kept: what .gitignore names.
MADE = {".git", ".gitignore", ".venv", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", "build", "dist"}


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """The modules that a file imports, with whether that happens when it is itself imported.

    Imports for the type checker alone are left out.
    """

    def walk(node: ast.AST, at_once: bool) -> Iterator[tuple[str, bool]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
                continue
            if isinstance(child, ast.Import):
                yield from ((alias.name, at_once) for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                assert child.level == 0, f"{path}: imports are written in full"
                assert child.module is not None
                if child.module == "figures":
                    yield from ((f"figures.{alias.name}", at_once) for alias in child.names)
                else:
                    yield child.module, at_once
            yield from walk(
                child, at_once and not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            )

    yield from walk(ast.parse(path.read_text(encoding="utf-8")), True)


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def part_of(module: str) -> str:
    name = module.split(".")[1] if "." in module else "__init__"
    return name if (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file() else "__init__"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    own = ORDER.index(part(path))
    wrong = [
        module
        for module, at_once in imports(path)
        if module.partition(".")[0] == "figures"
        and ORDER.index(part_of(module)) > own
        and (at_once or (part(path), part_of(module)) not in UPWARDS)
        and part(path) != "__init__"  # the public API: it calls down into everything, inside its functions
    ]
    assert wrong == []


def test_every_part_has_its_place_in_the_order() -> None:
    assert {part(path) for path in MODULES} <= set(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_what_is_slow_is_imported_where_it_is_used(path: Path) -> None:
    assert [module for module, at_once in imports(path) if at_once and module.partition(".")[0] in SLOW] == []


def test_the_public_package_imports_nothing_of_its_own_at_once() -> None:
    at_once = {module for module, now in imports(PACKAGE / "__init__.py") if now}
    assert at_once <= {"__future__", "typing"}


def test_the_top_level_is_what_it_is_said_to_be() -> None:
    found = {path.name for path in ROOT.iterdir()} - MADE
    assert found == TOP_LEVEL

"""A plain audit starts in the time of a linter: what is slow to import is not imported for it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "asyncio",
    "duckdb",
    "great_expectations",
    "inflect",
    "jinja2",
    "numpy",
    "pandas",
    "pint",
    "pydantic",
    "quantulum3",
    "requests",
    "rich",
    "scipy",
    "sqlalchemy",
}
TEXT = "More than 4,000 people have left the town since March, 1,200 of them on foot.\n"


def imported(code: str, *arguments: str) -> set[str]:
    """The top-level modules that are loaded after ``code``."""
    end = "import json, sys; print('\\n' + json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\n{end}", *arguments], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def run_command(*arguments: str) -> set[str]:
    code = """
from figures.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    assert end.code == 0
"""
    return imported(code, *arguments)


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_audit_of_a_text_file_imports_nothing_heavy(tmp_path: Path, form: str) -> None:
    file = tmp_path / "short.txt"
    file.write_text(TEXT, encoding="utf-8")
    loaded = run_command("audit", str(file), "--format", form)
    assert loaded & HEAVY == set()
    assert not loaded & {"markdown_it", "selectolax"}, "only the readers of Markdown and HTML need these"


def test_markdown_does_not_load_the_reader_of_html(tmp_path: Path) -> None:
    file = tmp_path / "short.md"
    file.write_text(TEXT, encoding="utf-8")
    assert run_command("audit", str(file)) & (HEAVY | {"selectolax"}) == set()


def test_extract_imports_nothing_heavy_nor_the_command_line() -> None:
    loaded = imported("import figures\nassert len(figures.extract(sys.argv[1])) == 2", TEXT)
    assert loaded & (HEAVY | {"click", "markdown_it", "selectolax"}) == set()


def test_import_figures_imports_no_other_module_of_it() -> None:
    loaded = imported("import figures\nassert [n for n in sys.modules if n.startswith('figures')] == ['figures']")
    assert loaded & {*HEAVY, "msgspec", "click", "yaml", "re2"} == set()


def test_help_imports_no_engine() -> None:
    assert run_command("--help") & {*HEAVY, "msgspec.json", "yaml", "re2"} == set()

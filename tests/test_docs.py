"""What the documentation says is true: its commands run and print what it shows, and it lists all there is."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml

from figures import rules as rulebooks
from figures.checks import CHECKS
from figures.cli import cli
from figures.config import load as load_config
from figures.readers import READERS
from figures.renderers import EXTRACTORS, RENDERERS
from figures.rules_kinds import KINDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DESIGN = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "reports").glob("*.md")])


def _blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def _commands() -> list[tuple[str, str, str]]:
    """Document, command and what it prints, of every console block."""
    found = []
    for path in DOCUMENTS:
        for block in _blocks(path.read_text(encoding="utf-8"), "console"):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, printed = part.partition("\n")
                found.append((path.name, command, printed))
    return found


def _files(document: Path) -> list[tuple[str, str]]:
    """The files that a document shows: blocks with a name behind their language, as in ```csv flood/key-figures.csv."""
    return re.findall(r"^```[a-z]+ (\S+)\n(.*?)^```$", document.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


COMMANDS = _commands()


@pytest.mark.parametrize(("document", "command", "printed"), COMMANDS, ids=[command for _, command, _ in COMMANDS])
def test_a_command_prints_what_the_document_shows(
    document: str, command: str, printed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("seeds", "rules"):
        (tmp_path / name).symlink_to(ROOT / name)
    for name, content in _files(next(p for p in DOCUMENTS if p.name == document)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    command, _, status = command.partition("  # exits with ")
    arguments = shlex.split(command)
    assert arguments[0] == "figures"
    run = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=tmp_path,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "100"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    shown = printed.strip().split("\n[...]\n")
    place = 0
    for piece in shown:
        assert piece in run.stdout[place:], f"{document}: {command}\n{run.stdout}\n{run.stderr}"
        place = run.stdout.index(piece, place) + len(piece)
    if len(shown) == 1:
        assert run.stdout.strip() == shown[0], document
    assert run.returncode == int(status or 0), run.stderr


def test_the_settings_shown_are_settings(tmp_path: Path) -> None:
    (settings,) = _blocks(README, "toml")
    (tmp_path / "figures.toml").write_text(settings, encoding="utf-8")
    config = load_config(tmp_path / "figures.toml")
    assert config is not None
    assert config.rules
    assert config.fail_on


def test_the_readme_shows_commands() -> None:
    readme = [command for document, command, _ in COMMANDS if document == "README.md"]
    assert {command.split()[1] for command in readme} >= {"audit", "extract", "explain"}


def test_the_readme_opens_with_the_two_make_targets() -> None:
    opening = README[: README.index("## ")]
    assert opening.index("make audit") < opening.index("make test")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:    |`)make ([a-z]+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("document", ["README.md", *sorted(p.name for p in (ROOT / "docs").glob("*.md"))])
def test_python_examples_give_what_they_show(document: str) -> None:
    path = next(p for p in DOCUMENTS if p.name == document)
    examples = "".join(_blocks(path.read_text(encoding="utf-8"), "python"))
    here = os.getcwd()
    try:
        os.chdir(ROOT)
        test = doctest.DocTestParser().get_doctest(examples, {}, document, str(path), 0)
        result = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test)
    finally:
        os.chdir(here)
    assert result.failed == 0
    if document == "README.md":
        assert result.attempted >= 3


def test_every_command_and_option_is_listed() -> None:
    context = click.Context(cli)
    for name in cli.list_commands(context):
        assert f"`figures {name}" in README, name
        command = cli.get_command(context, name)
        assert command is not None
        for option in command.params:
            if isinstance(option, click.Option) and not option.hidden:
                longest = max(option.opts, key=len)
                assert f"`{longest}" in README, f"figures {name} {longest}"


def test_every_format_is_listed() -> None:
    for name in [*RENDERERS, *EXTRACTORS]:
        assert f"`{name}`" in README, name
    for extension in READERS:
        assert f"`{extension}`" in README, extension


def test_every_rule_and_every_kind_is_listed() -> None:
    book = rulebooks.load([rulebooks.core()])
    assert book.rules
    for rule in book.rules:
        assert f"`{rule.id}`" in README, rule.id
    for kind in KINDS:
        assert f"`{kind}`" in README, kind
    assert set(KINDS) == set(CHECKS)


def test_every_qualifier_of_the_lexicon_is_in_the_design() -> None:
    """The page describes the table that is in force, row by row, in the lexicon's own words."""
    rows = yaml.load((ROOT / "figures/lexicon/qualifiers.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    table = DESIGN[DESIGN.index("## What a number means") : DESIGN.index("## Verdicts")]
    for name, row in rows.items():
        words = [*row.get("before", []), *row.get("after", []), *row.get("alone", [])]
        if words:
            assert any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", table) for word in words), name


def test_paths_named_in_the_documents_exist() -> None:
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        for name in re.findall(r"`((?:figures|rules|seeds|tests|bench|docs)/[\w/.-]+)`", text):
            assert (ROOT / name).exists(), f"{path.name}: {name}"
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_the_seed_page_lists_every_seed() -> None:
    page = (ROOT / "docs" / "seeds.md").read_text(encoding="utf-8")
    expected = yaml.safe_load((ROOT / "seeds" / "expected.yaml").read_text(encoding="utf-8"))
    for name, entry in expected.items():
        row = re.search(rf"^\| `{re.escape(name)}` \|.*\| (.*) \|$", page, re.MULTILINE)
        assert row, name
        planted = 0 if row[1] == "none" else row[1].count(";") + 1
        assert planted == len(entry["errors"]), name

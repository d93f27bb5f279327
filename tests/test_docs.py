"""What the documentation says is true: its commands run and print what it shows, and it lists all there is."""

from __future__ import annotations

import doctest
import os
import re
from pathlib import Path

import click
import pytest
import shown
import yaml

import figures
from figures import rules as rulebooks
from figures.checks import CHECKS
from figures.cli import cli
from figures.config import load as load_config
from figures.readers import READERS
from figures.renderers import EXTRACTORS, RENDERERS
from figures.rules_kinds import KINDS

ROOT = shown.ROOT
README = (ROOT / "README.md").read_text(encoding="utf-8")
DESIGN = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")


COMMANDS = shown.commands()


@pytest.mark.parametrize("example", COMMANDS, ids=[example.command for example in COMMANDS])
def test_a_command_prints_what_the_document_shows(example: shown.Shown, tmp_path: Path) -> None:
    """When this fails and the new output is right: ``python tests/shown.py`` writes it into the documents."""
    done = shown.run(example, tmp_path)
    assert done.stdout.strip() == example.printed, example.document.name
    assert done.returncode == example.status, done.stderr


def test_the_settings_shown_are_settings(tmp_path: Path) -> None:
    (settings,) = shown.blocks(README, "toml")
    (tmp_path / "figures.toml").write_text(settings, encoding="utf-8")
    config = load_config(tmp_path / "figures.toml")
    assert config is not None
    assert config.rules
    assert config.fail_on


def test_the_pack_shown_is_sound_and_its_examples_hold(tmp_path: Path) -> None:
    shown.write_files(ROOT / "README.md", tmp_path)
    book = rulebooks.load([tmp_path / "flood"])
    assert book.problems == ()
    (rule,) = [rule for rule in book.rules if rule.id.startswith("flood/")]
    for example in rule.examples:
        report = figures.audit(example.text, rules=[tmp_path / "flood"], date=example.date)
        assert [r.verdict for r in report.results if r.rule == rule.id] == [example.verdict], example.text


def test_the_readme_shows_commands() -> None:
    readme = [e.command for e in COMMANDS if e.document.name == "README.md"]
    assert {command.split()[1] for command in readme} >= {"audit", "extract", "explain"}


def test_the_readme_opens_with_the_two_make_targets() -> None:
    opening = README[: README.index("## ")]
    assert opening.index("make audit") < opening.index("make test")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:    |`)make ([a-z]+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("document", ["README.md", *sorted(p.name for p in (ROOT / "docs").glob("*.md"))])
def test_python_examples_give_what_they_show(document: str) -> None:
    path = next(p for p in shown.DOCUMENTS if p.name == document)
    examples = "".join(shown.blocks(path.read_text(encoding="utf-8"), "python"))
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
    assert shown.tables(README) == README, "python tests/shown.py writes the tables"


def test_every_qualifier_of_the_lexicon_is_in_the_design() -> None:
    """The page describes the table that is in force, row by row, in the lexicon's own words."""
    rows = yaml.load((ROOT / "figures/lexicon/qualifiers.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    table = DESIGN[DESIGN.index("## What a number means") : DESIGN.index("## Verdicts")]
    for name, row in rows.items():
        words = [*row.get("before", []), *row.get("after", []), *row.get("alone", [])]
        if words:
            assert any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", table) for word in words), name


def test_paths_named_in_the_documents_exist() -> None:
    for path in shown.DOCUMENTS:
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

"""Settings beside the documents, and what is said about wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from figures.config import Config, ConfigError, find, load


def test_settings_are_taken_from_figures_toml(tmp_path: Path) -> None:
    file = tmp_path / "figures.toml"
    file.write_text('rules = ["aid.yaml"]\nfail-on = "warning"\nformat = "json"\n', encoding="utf-8")
    (tmp_path / "aid.yaml").touch()
    assert load(file) == Config(file, (tmp_path / "aid.yaml",), "warning", "json")


def test_a_rule_that_is_no_path_here_is_the_name_of_a_packaged_one(tmp_path: Path) -> None:
    file = tmp_path / "figures.toml"
    file.write_text('rules = ["syria-2015", "packs/aid.yaml"]', encoding="utf-8")
    config = load(file)
    assert config is not None
    assert config.rules == (Path("syria-2015"), tmp_path / "packs/aid.yaml")


def test_settings_are_taken_from_a_table_of_pyproject(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text('[project]\nname = "x"\n[tool.figures]\nfail-on = "never"\n', encoding="utf-8")
    assert load(file) == Config(file, (), "never", None)


def test_a_project_without_that_table_holds_no_settings(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text('[tool.other]\nnote = "tool.figures"\n', encoding="utf-8")
    assert load(file) is None
    file.write_text("tool.figures = [not TOML", encoding="utf-8")
    assert load(file) is None


def test_the_nearest_settings_above_all_documents_count(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "a" / "other").mkdir()
    (inner / "figures.toml").write_text('fail-on = "note"', encoding="utf-8")
    (tmp_path / "figures.toml").write_text('fail-on = "warning"', encoding="utf-8")
    document = inner / "x.txt"
    document.touch()
    assert find([str(document)]).fail_on == "note"
    assert find([str(inner)]).fail_on == "note"
    assert find([str(inner), str(tmp_path / "a" / "other")]).fail_on == "warning"


def test_standard_input_uses_the_settings_of_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "figures.toml").write_text('fail-on = "note"', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert find(["-"]).fail_on == "note"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rules = [", "figures.toml: not a TOML file: "),
        ('rule = ["a"]', "figures.toml: rule is no setting; there are rules, fail-on and format"),
        ('rules = "a.yaml"', "figures.toml: rules must be a list of paths; got 'a.yaml'"),
        ("rules = [3]", "figures.toml: rules must be a list of paths; got [3]"),
        ('fail-on = "fatal"', "figures.toml: fail-on must be one of error, warning, note, never; got 'fatal'"),
        ("format = true", "figures.toml: format must be one of text, json, html; got True"),
    ],
)
def test_an_error_names_the_file_and_the_key(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "figures.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        load(file)
    assert str(raised.value).startswith(f"{tmp_path}/{message}")


def test_an_error_in_pyproject_names_the_table(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text("[tool]\nfigures = 3\n# tool.figures\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"tool\.figures must be a table; got 3"):
        load(file)
    file.write_text("[tool.figures]\nformat = 'pdf'\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"tool\.figures\.format must be one of"):
        load(file)

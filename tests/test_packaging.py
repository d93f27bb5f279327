"""The wheel: built, installed in an environment of its own outside the checkout, and used there."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(command: list[str | Path], cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=environment, check=False, timeout=300)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT)
    assert built.returncode == 0, built.stderr
    (file,) = folder.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel; what figures depends on is lent by the one that runs the tests."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(home)}))
    lent = Path(sysconfig.get_path("purelib"))
    # The folder alone: the .pth files in it, one of which leads to the checkout, are not followed.
    (packages / "lent.pth").write_text(f"{lent}\n", encoding="utf-8")
    install = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--no-index",
        "--no-deps",
        "--ignore-installed",
    ]
    done = run([*install, "--quiet", wheel], cwd=home)
    assert done.returncode == 0, done.stderr
    return home


def test_the_wheel_holds_the_package_and_the_rules_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"figures", "figures_audit"}
    rules = {path.relative_to(ROOT / "rules").as_posix() for path in (ROOT / "rules").rglob("*") if path.is_file()}
    packed = {name.removeprefix("figures/_rules/") for name in names if name.startswith("figures/_rules/")}
    assert packed == {name for name in rules if "__pycache__" not in name}
    assert any(name.startswith("core/") for name in packed)
    assert "figures/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    sources = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "figures").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert sources <= set(names), "a data file of the package is missing"


def test_the_wheel_audits_a_file_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    where = run([installed / "bin" / "python", "-c", "import figures; print(figures.__file__)"], cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed), where.stderr
    (tmp_path / "news.txt").write_text(
        "12 of the 40 schools in the district, or 35 percent, are closed.\n", encoding="utf-8"
    )
    ran = run([installed / "bin" / "figures", "audit", "news.txt"], cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert ran.stdout.startswith("news.txt:1:")
    assert " error core/share " in ran.stdout
    listed = run([installed / "bin" / "figures", "explain", "core/share"], cwd=tmp_path)
    assert "rules/core/" in listed.stdout, "a packaged rule has the same name wherever it is installed"


def test_the_wheel_finds_its_packs_by_name(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("More than 250,000 Syrians have been killed.\n", encoding="utf-8")
    ran = run(
        [
            installed / "bin" / "figures",
            "audit",
            "old.md",
            "--rules",
            "syria-2015",
            "--date",
            "2015-10-03",
            "-f",
            "json",
        ],
        cwd=tmp_path,
    )
    assert ran.stderr == ""
    report = json.loads(ran.stdout)
    assert report["problems"] == []
    assert "key-figures.csv" in ran.stdout


def test_what_is_imported_is_what_is_declared() -> None:
    """A package under its name on PyPI is not always imported under that name."""
    names = {"great-expectations": "great_expectations", "pyyaml": "yaml"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *(line for extra in project["optional-dependencies"].values() for line in extra)]
    declared = {re.split(r"[<>=!~ ;\[]", line)[0] for line in lines}
    # Pinned for quantulum3, which takes seconds to start with a later one; and the driver that SQLAlchemy imports.
    declared = {names.get(name, name) for name in declared - {"inflect", "psycopg"}}
    imported: set[str] = set()
    for path in (ROOT / "figures").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.partition(".")[0])
    assert imported - set(sys.stdlib_module_names) - {"figures"} == declared


def test_python_m_figures_is_the_command(installed: Path, tmp_path: Path) -> None:
    ran = run([installed / "bin" / "python", "-m", "figures", "--version"], cwd=tmp_path)
    assert ran.stdout == run([installed / "bin" / "figures", "--version"], cwd=tmp_path).stdout
    assert ran.stdout.startswith("figures ")

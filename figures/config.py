"""Settings kept beside the documents: ``figures.toml``, or the table ``[tool.figures]`` of ``pyproject.toml``.

Three keys, each with the meaning of the option of the same name: ``rules`` (a list of paths, relative to the file),
``fail-on`` and ``format``. An option given on the command line wins; rule packs from both places are used.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec import Struct

FORMATS = ("text", "json", "html")
FAIL_ON = ("error", "warning", "note", "never")


class ConfigError(ValueError):
    """A setting that cannot be used; the message names the file and the key."""


class Config(Struct, frozen=True):
    """Settings; None and () where the file does not give one. ``path`` is None when there is no file."""

    path: Path | None = None
    rules: tuple[Path, ...] = ()
    fail_on: str | None = None
    format: str | None = None


def find(paths: Iterable[str]) -> Config:
    """The settings nearest to the documents: in their common folder, or the closest folder above that has some.

    ``paths`` are files or folders as the user named them; "-" stands for the working directory. Raises ConfigError.
    """
    folders = []
    for path in paths:
        full = Path(os.path.abspath("." if path == "-" else path))
        folders.append(full if full.is_dir() else full.parent)
    try:
        start = Path(os.path.commonpath(folders)) if folders else Path.cwd()
    except ValueError:  # two drives
        return Config()
    for folder in (start, *start.parents):
        config = load(folder / "figures.toml") or load(folder / "pyproject.toml")
        if config is not None:
            return config
    return Config()


def load(path: Path) -> Config | None:
    """The settings in one file; None when there is no such file or it holds none. Raises ConfigError."""
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        raise ConfigError(f"{path}: could not be read: {error.strerror}") from None
    in_project = path.name == "pyproject.toml"
    if in_project and b"tool.figures" not in data:
        return None  # most projects, and tomllib is not loaded for them
    import tomllib

    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        if in_project:
            return None  # somebody else's file: its own tools will complain
        raise ConfigError(f"{path}: not a TOML file: {error}") from None
    if in_project:
        tool = table.get("tool")
        if not isinstance(tool, dict) or "figures" not in tool:
            return None
        table = tool["figures"]
    return _checked(path, table, "tool.figures." if in_project else "")


def _checked(path: Path, table: Any, prefix: str) -> Config:
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: tool.figures must be a table; got {table!r}")
    unknown = sorted(set(table) - {"rules", "fail-on", "format"})
    if unknown:
        raise ConfigError(f"{path}: {prefix}{unknown[0]} is no setting; there are rules, fail-on and format")
    rules = table.get("rules", [])
    if not isinstance(rules, list) or not all(isinstance(rule, str) for rule in rules):
        raise ConfigError(f"{path}: {prefix}rules must be a list of paths; got {rules!r}")
    return Config(
        path=path,
        rules=tuple(_pack(path.parent, rule) for rule in rules),
        fail_on=_one_of(path, prefix, table, "fail-on", FAIL_ON),
        format=_one_of(path, prefix, table, "format", FORMATS),
    )


def _pack(folder: Path, rule: str) -> Path:
    """A path beside the settings, or else the bare name of a pack that comes with Figures."""
    beside = folder / rule
    return Path(rule) if not beside.exists() and len(Path(rule).parts) == 1 else beside


def _one_of(path: Path, prefix: str, table: dict[str, Any], key: str, allowed: tuple[str, ...]) -> str | None:
    value = table.get(key)
    if value is None:
        return None
    if value not in allowed:
        raise ConfigError(f"{path}: {prefix}{key} must be one of {', '.join(allowed)}; got {value!r}")
    return str(value)

"""Packs: directories with rule files, a key-figure table and events, put together into one rulebook."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from hashlib import sha256
from os import PathLike
from pathlib import Path

from msgspec import structs

from figures import rule_files
from figures.findings import Problem
from figures.references.rows import Event, KeyFigure
from figures.rule_files import Placed
from figures.rules import Rule, Rulebook, packaged_rules

KEY_FIGURES = "key-figures.csv"
EVENTS = "events.csv"
SUFFIXES = (".yaml", ".yml")


class _Building:
    """A rulebook while its packs are read."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self.ids: dict[str, str] = {}  # id -> where it was given first
        self.tables: dict[Path, tuple[KeyFigure, ...]] = {}
        self.events: list[Event] = []
        self.problems: list[Problem] = []
        self.digest = sha256()

    def data(self, path: Path, name: str) -> bytes | None:
        """The contents of a file, which become part of the digest; None, with a problem, when it cannot be read."""
        from figures.references.tables import MAX_BYTES

        try:
            if path.stat().st_size > MAX_BYTES:
                self.problems.append(
                    Problem(name, f"a file of at most {MAX_BYTES:,} bytes is wanted; got more; split it")
                )
                return None
            data = path.read_bytes()
        except OSError as error:
            self.problems.append(Problem(name, f"a file is wanted; it could not be read: {error.strerror}"))
            return None
        for part in (name.rsplit("/", 1)[-1].encode(), data):
            self.digest.update(len(part).to_bytes(8, "big") + part)
        return data


def load_packs(packs: Iterable[str | PathLike[str]]) -> Rulebook:
    """Reads packs (directories, or single rule files) in order; one that is named twice is read once.

    A bare name that is no path here is looked up among the packs that come with Figures. Raises nothing.
    """
    building = _Building()
    seen: set[Path] = set()
    for given in packs:
        path, name = _find(Path(given))
        resolved = path.resolve()
        if resolved in seen:
            continue
        seen.add(resolved)
        if path.is_dir():
            _read_pack(building, path, name)
        elif path.suffix in SUFFIXES and path.is_file():
            _read_rules(building, path, name, path.parent, name.rpartition("/")[0])
        else:
            wanted = "a directory with rules, or a rule file that ends in .yaml, is wanted"
            got = "this file" if path.exists() else "nothing there"
            building.problems.append(Problem(name, f"{wanted}; got {got}; check the path"))
    return Rulebook(
        rules=tuple(building.rules),
        tables=tuple(row for rows in building.tables.values() for row in rows),
        events=tuple(building.events),
        digest=building.digest.hexdigest(),
        problems=tuple(building.problems),
    )


def _find(path: Path) -> tuple[Path, str]:
    """The path and what it is called: as given, but packaged ones always rules/<name>, wherever they are installed."""
    packaged = packaged_rules()
    if not path.exists() and len(path.parts) == 1 and (packaged / path).is_dir():
        path = packaged / path
    try:
        return path, "/".join(("rules", *path.resolve().relative_to(packaged.resolve()).parts))
    except ValueError:
        return path, path.as_posix()


def _read_pack(building: _Building, pack: Path, name: str) -> None:
    try:
        files = sorted((entry for entry in pack.iterdir() if entry.is_file()), key=lambda entry: entry.name)
    except OSError as error:
        building.problems.append(Problem(name, f"a directory is wanted; it could not be read: {error.strerror}"))
        return
    rules = [file for file in files if file.suffix in SUFFIXES]
    tables = [file for file in files if file.name in (KEY_FIGURES, EVENTS)]
    if not rules and not tables:
        wanted = f"rules (*.yaml), {KEY_FIGURES} or {EVENTS} are wanted"
        building.problems.append(Problem(name, f"{wanted}; got a directory without any; name a pack, as {name}/NAME"))
    for table in tables:
        if table.name == EVENTS:
            from figures.references import events

            if building.data(table, f"{name}/{EVENTS}") is not None:
                found, problems = events.load(table, f"{name}/{EVENTS}")
                building.events += found
                building.problems += problems
        else:
            _read_table(building, table, f"{name}/{KEY_FIGURES}")
    for file in rules:
        _read_rules(building, file, f"{name}/{file.name}", pack, name)


def _read_table(building: _Building, path: Path, name: str) -> None:
    from figures.references import key_figures

    if path.resolve() in building.tables or building.data(path, name) is None:
        return
    building.tables[path.resolve()], problems = key_figures.load(path, name)
    building.problems += problems


def _read_rules(building: _Building, path: Path, name: str, pack: Path, pack_name: str) -> None:
    data = building.data(path, name)
    if data is None:
        return
    placed_rules, problems = rule_files.read(data, name)
    building.problems += problems
    for placed in placed_rules:
        rule = placed.rule
        first = building.ids.setdefault(rule.id, placed.places["id"])
        if first != placed.places["id"]:
            where = placed.places["id"]
            building.problems.append(
                Problem(where, f"id must be unique; got {rule.id!r}, which is in {first} too; rename one")
            )
            continue
        if rule.kind == "key_figure":
            with_table = _with_table(building, placed, pack, pack_name)
            if with_table is None:
                continue
            rule = with_table
        building.rules.append(rule)


def _with_table(building: _Building, placed: Placed, pack: Path, pack_name: str) -> Rule | None:
    """The rule with its table loaded, and called as its rows call it. None, with a problem, when it has none."""
    rule = placed.rule
    relative = rule.params.get("table", KEY_FIGURES)
    where = placed.places.get("params.table", placed.places["kind"])
    path, name = pack / relative, f"{pack_name}/{relative}" if pack_name else relative
    if not path.resolve().is_relative_to(pack.resolve()):  # a symbolic link that leads elsewhere
        building.problems.append(
            Problem(where, f"table must lie inside the pack; got {relative!r}, which leads out of it")
        )
        return None
    if not path.is_file():
        building.problems.append(
            Problem(where, f"a key-figure table is wanted; there is no {name}; add it or correct the path")
        )
        return None
    _read_table(building, path, name)
    rows = building.tables.get(path.resolve(), ())
    metrics = {row.metric for row in rows}
    for metric in rule.params.get("metrics", ()):
        if metric not in metrics:
            near = get_close_matches(metric, metrics, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"it has {', '.join(sorted(metrics)) or 'no rows'}"
            at = placed.places["params.metrics"]
            building.problems.append(Problem(at, f"metrics must be in {name}; got {metric!r}; {hint}"))
    table = rows[0].table if rows else name
    return structs.replace(rule, params={**rule.params, "table": table})

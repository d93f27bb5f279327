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
OTHER_KEY_FIGURES = ("key-figures.parquet", "key-figures.xlsx", "key-figures.jsonl")
EVENTS = "events.csv"
SUFFIXES = (".yaml", ".yml")


class _Building:
    """A rulebook while its packs are read."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self.ids: dict[str, str] = {}  # id -> where it was given first
        self.tables: dict[Path | tuple[str, str], tuple[KeyFigure, ...]] = {}  # by file, or by database and query
        self.derived: list[KeyFigure] = []
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
        tables=(*(row for rows in building.tables.values() for row in rows), *building.derived),
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
    tables = [file for file in files if file.name in (KEY_FIGURES, EVENTS, *OTHER_KEY_FIGURES)]
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
            _read_table(building, table, f"{name}/{table.name}")
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
    if "database" in rule.params or "query" in rule.params:
        found = _queried(building, placed, pack, pack_name)
    else:
        found = _in_file(building, placed, pack, pack_name)
    if found is None:
        return None
    name, rows = found
    metrics = {row.metric for row in rows}
    for metric in rule.params.get("metrics", ()):
        if metric not in metrics:
            near = get_close_matches(metric, metrics, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"it has {', '.join(sorted(metrics)) or 'no rows'}"
            at = placed.places["params.metrics"]
            building.problems.append(Problem(at, f"metrics must be in {name}; got {metric!r}; {hint}"))
    _derive(building, placed, rows)
    table = rows[0].table if rows else name
    return structs.replace(rule, params={**rule.params, "table": table})


def _in_file(
    building: _Building, placed: Placed, pack: Path, pack_name: str
) -> tuple[str, tuple[KeyFigure, ...]] | None:
    rule = placed.rule
    relative = rule.params.get("table", KEY_FIGURES)
    if "table" not in rule.params and not (pack / relative).is_file():
        relative = next((other for other in OTHER_KEY_FIGURES if (pack / other).is_file()), relative)
    where = placed.places.get("params.table", placed.places["kind"])
    path, name = _inside(building, pack, pack_name, relative, where, "table")
    if path is None:
        return None
    if not path.is_file():
        building.problems.append(
            Problem(where, f"a key-figure table is wanted; there is no {name}; add it or correct the path")
        )
        return None
    _read_table(building, path, name)
    return name, building.tables.get(path.resolve(), ())


def _inside(
    building: _Building, pack: Path, pack_name: str, relative: str, where: str, what: str
) -> tuple[Path | None, str]:
    """A file of the pack and its name; None, with a problem, for a symbolic link that leads elsewhere."""
    path, name = pack / relative, f"{pack_name}/{relative}" if pack_name else relative
    if path.resolve().is_relative_to(pack.resolve()):
        return path, name
    message = f"{what} must lie inside the pack; got {relative!r}, which leads out of it"
    building.problems.append(Problem(where, message))
    return None, name


def _queried(
    building: _Building, placed: Placed, pack: Path, pack_name: str
) -> tuple[str, tuple[KeyFigure, ...]] | None:
    """What the query of a rule gives. None, with a problem, when it cannot be put to the database."""
    from figures.references import databases, key_figures

    params, places = placed.rule.params, placed.places
    missing = [name for name in ("database", "query") if name not in params]
    if missing or "table" in params:
        wanted = "database and query are wanted together, and no table beside them"
        got = f"no {missing[0]}" if missing else "a table"
        building.problems.append(Problem(places["kind"], f"{wanted}; got {got}; add or delete it"))
        return None
    given, sql = params["database"], params["query"]
    database: str | Path = given
    name = databases.shown(given)
    if Path(given).suffix.lower() in databases.FILES and "://" not in given:
        path, name = _inside(building, pack, pack_name, given, places["params.database"], "database")
        if path is None:
            return None
        database = path
    key = (str(database), sql)
    if key not in building.tables:
        rows, problems = key_figures.load_query(database, sql, name)
        at = f"{places['params.query']}: {name}"
        building.problems += [Problem(at + problem.where.removeprefix(name), problem.message) for problem in problems]
        if problems and not rows:
            return None
        table = f"{name} ({placed.rule.id})"  # two queries to one database are two tables
        building.tables[key] = tuple(structs.replace(row, table=table) for row in rows)
        building.digest.update(repr(building.tables[key]).encode())
    return name, building.tables[key]


def _derive(building: _Building, placed: Placed, rows: tuple[KeyFigure, ...]) -> None:
    from figures.references import derived, formulas

    rule = placed.rule
    for formula in rule.params.get("derived", ()):
        try:
            building.derived += derived.derive(rows, formula, rule.path, rule.line, rule.id)
        except formulas.FormulaError as error:
            building.problems.append(Problem(placed.places["params.derived"], f"{formula.metric}: {error}"))

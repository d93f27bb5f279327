"""The gate: key-figure tables and extracted claims held against suites of expectations, before anybody relies on them.

An audit reads a table cell by cell and goes on without the bad ones. The gate asks more, of all of it: that every
figure has a source, an address, a date and a precision, that none is told twice, and that every claim points at its
words. Great Expectations takes seconds to import, so this is a command of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from figures.findings import Problem
from figures.references import cells, grids, key_figures
from figures.references.cells import BadCell
from figures.references.tables import read_frame
from figures.rules import Rulebook, packaged_rules

if TYPE_CHECKING:
    import pandas as pd

    from figures.integrations.great_expectations import Failure

MAX_LINES = 100  # of one table


class GateResult(Struct, frozen=True):
    """``ok``: everything was run and every expectation met. ``lines``: one for each failure, one for each table."""

    ok: bool
    lines: tuple[str, ...]
    problems: tuple[Problem, ...] = ()  # what could not be run


def run(paths: Sequence[str], rulebook: Rulebook | None = None, *, today: date | None = None) -> GateResult:
    """Holds every key-figure table and every document under ``paths`` against its suite.

    A path is a key-figure table (.csv, .parquet, .xlsx, .jsonl), a directory, or a document. Without paths: the packs
    that come with Figures. ``rulebook``: its tables are held against the suite too. ``today``: the day that no figure
    may be later than; None takes today.
    """
    gate = _Gate(today or date.today(), packaged_rules() / "expectations")
    named = [(Path(path), path) for path in paths] or [(packaged_rules(), "rules")]
    tables: dict[Path, tuple[Path, str]] = {}
    documents: list[str] = []
    for path, name in named:
        found = list(_tables(path, name))
        tables |= {table.resolve(): (table, shown) for table, shown in found}
        if not found or (path.is_dir() and paths):
            documents.append(name)
    for shown in dict.fromkeys(row.table for row in rulebook.tables if not row.rule) if rulebook else ():
        table = _behind(shown)
        if not table.exists() and shown.endswith(")"):
            gate.lines.append(f"{shown}: the result of a query; an audit reads it cell by cell, the gate holds files")
            continue
        tables.setdefault(table.resolve(), (table, shown))
    for table, shown in tables.values():
        gate.table(table, shown)
    gate.documents(documents, bool(tables))
    return GateResult(gate.ok and not gate.problems, tuple(gate.lines), tuple(gate.problems))


def _tables(path: Path, name: str) -> Iterator[tuple[Path, str]]:
    if path.is_file() and path.suffix.lower() in grids.SUFFIXES:
        yield path, name
    elif path.is_dir():
        for table in sorted(table for suffix in grids.SUFFIXES for table in path.rglob(f"key-figures{suffix}")):
            yield table, "/".join((name.rstrip("/"), *table.relative_to(path).parts))


def _behind(name: str) -> Path:
    """The file of a table in a rulebook: those of packaged packs are called rules/..., wherever they are."""
    path = Path(name)
    packaged = packaged_rules() / name.removeprefix("rules/")
    return packaged if name.startswith("rules/") and not path.is_file() else path


class _Gate:
    def __init__(self, today: date, suites: Path) -> None:
        self.today, self.suites = today, suites
        self.ok = True
        self.lines: list[str] = []
        self.problems: list[Problem] = []

    def table(self, path: Path, name: str) -> None:
        frame, lines, problems = table_frame(path, name, self.today)
        if problems:
            self.ok = False
            self.problems += problems
        if frame is not None:
            failed = self._hold(frame, "key_figures.json", name, "row", lambda row: f"{name}:{lines[row]}")
            # What an audit would leave out fails too, whether or not an expectation names it.
            refused = [p for p in key_figures.load(path, name)[1] if p not in problems and p.where not in failed]
            self.ok = self.ok and not refused
            self.lines += [f"{problem.where}: {problem.message}" for problem in refused]

    def documents(self, paths: Iterable[str], others: bool) -> None:
        """``others``: something else was found, so that a directory without any document is no problem."""
        from figures import readers
        from figures.claims import read_claims
        from figures.findings import Report
        from figures.frame import claims_frame

        reports = []
        for path in paths:
            for item in readers.collect([path]):
                if isinstance(item, Problem):
                    if not (others and Path(path).is_dir()):
                        self.problems.append(item)
                    continue
                try:
                    document = readers.load(item)
                except (readers.Unreadable, OSError) as error:
                    self.problems.append(Problem(str(item), str(error)))
                    continue
                try:
                    reading = read_claims(document)
                except Exception as error:  # a defect: said, and the other documents are read all the same
                    message = f"reading the numbers could not run: {type(error).__name__}: {error}"
                    self.problems.append(Problem(str(item), message))
                    continue
                reports.append(Report(document, reading.claims, reading.rejected, (), (), ()))
        if not reports:
            return
        frame = _with_known(claims_frame(reports))
        name = f"claims of {len(reports)} document{'s' if len(reports) != 1 else ''}"
        if frame.empty:
            self.lines.append(f"{name}: no numbers")
            return
        places = [f"{path}:{line}:{column}" for path, line, column in frame[["path", "line", "column"]].to_numpy()]
        self._hold(frame, "claims.json", name, "claim", lambda row: places[row])

    def _hold(self, frame: pd.DataFrame, suite: str, name: str, unit: str, where: Callable[[int], str]) -> set[str]:
        """Holds a frame against a suite, says how it went, and returns the places of rows that failed."""
        from figures.integrations import great_expectations

        try:
            count, failures = great_expectations.check(frame, self.suites / suite)
        except great_expectations.SuiteError as error:
            self.problems.append(Problem(f"rules/expectations/{suite}", str(error)))
            return set()
        for failure in failures[:MAX_LINES]:
            self.lines.append(f"{name if failure.row is None else where(failure.row)}: {_said(failure)}")
        if len(failures) > MAX_LINES:
            self.lines.append(f"{name}: {len(failures) - MAX_LINES} more")
        self.ok = self.ok and not failures
        missed = len({(f.expectation, f.column, f.wanted) for f in failures})
        rows = f"{len(frame)} {unit}{'s' if len(frame) != 1 else ''}"
        self.lines.append(f"{name}: {count - missed} of {count} expectations met by {rows}")
        return {where(failure.row) for failure in failures if failure.row is not None}


def _said(failure: Failure) -> str:
    got = cells.shown(failure.got) if failure.got not in ("nothing", "") else failure.got or "nothing"
    return f"{failure.column}: {failure.wanted} is wanted; got {got}"


def table_frame(path: Path, name: str, today: date) -> tuple[pd.DataFrame | None, list[int], list[Problem]]:
    """A key-figure table as its suite reads it, the line of each row, and problems.

    The cells as written, None for empty ones and for columns that are not there; beside them what they mean, None where
    they mean nothing: number, low_number, high_number (exact), figure ("value" or "range"), as_of_first, as_of_last,
    since_first, tomorrow (ISO dates).
    """
    frame, lines, problems = read_frame(path, name, key_figures.COLUMNS)
    if frame is None:
        return None, [], problems
    import pandas as pd

    written = {
        column: [_text(cell) for cell in frame[column]] if column in frame.columns else [None] * len(frame)
        for column in (*key_figures.COLUMNS.required, *key_figures.COLUMNS.others)
    }
    written["bound"] = [cell and cell.lower() for cell in written["bound"]]
    meant: dict[str, list[Any]] = {
        "number": [_meant(cell, lambda text: cells.number(text).value) for cell in written["value"]],
        "low_number": [_meant(cell, lambda text: cells.number(text).value) for cell in written["low"]],
        "high_number": [_meant(cell, lambda text: cells.number(text).value) for cell in written["high"]],
        "as_of_first": [_meant(cell, lambda text: cells.period(text)[0].isoformat()) for cell in written["as_of"]],
        "as_of_last": [_meant(cell, lambda text: cells.period(text)[1].isoformat()) for cell in written["as_of"]],
        "since_first": [_meant(cell, lambda text: cells.period(text)[0].isoformat()) for cell in written["since"]],
        "tomorrow": [(today + timedelta(1)).isoformat()] * len(frame),
    }
    meant["figure"] = [
        "value" if value is not None else "range" if low is not None and high is not None else None
        for value, low, high in zip(meant["number"], meant["low_number"], meant["high_number"], strict=True)
    ]
    return pd.DataFrame({**written, **meant}, dtype=object), lines, problems


def _text(cell: str) -> str | None:
    return " ".join(cell.split()) or None


def _meant(cell: str | None, read: Callable[[str], Any]) -> Any:
    if cell is None:
        return None
    try:
        return read(cell)
    except BadCell:
        return None


def _with_known(frame: pd.DataFrame) -> pd.DataFrame:
    """The claims, and beside them the units and qualifiers that the lexicon does not have."""
    import pandas as pd

    from figures.lexicon import qualifiers

    ids = {row.id for row in qualifiers()} | {""}
    units = [None if _unit_known(unit) else unit for unit in frame["unit"]]
    names = [None if set(name.split("+")) <= ids else name for name in frame["qualifier"]]
    frame["unknown_unit"] = pd.Series(units, dtype=object)
    frame["unknown_qualifier"] = pd.Series(names, dtype=object)
    frame["zero"] = 0
    return frame


def _unit_known(name: str) -> bool:
    """A unit, or so much of a unit per something: that may be anything that is counted, as in cent per share."""
    from figures.units import canonical, unit

    first = name.split(" per ")[0]
    return not name or unit(first) is not None or canonical(first) is not None

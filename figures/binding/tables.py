"""Tables that bindings name, in DuckDB, and what an expression comes to there, exactly.

What is in a binding reaches the database as parameters; names of tables and columns are taken from the tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from fractions import Fraction
from pathlib import Path
from typing import Any as Anything

from msgspec import Struct

from figures.binding.expressions import Aggregate, All, Any, Comparison, Condition, ExpressionError, Tree
from figures.findings import Problem
from figures.interval import Exact, divide, whole
from figures.quantity import display
from figures.references import databases
from figures.references.cells import shown
from figures.references.databases import quoted
from figures.references.values import LOGS, is_hidden

NUMBER = "TRY_CAST(replace(trim(CAST({} AS VARCHAR)), ',', '') AS DECIMAL(38, 10))"
SIGNS = {"=": "=", "!=": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
SUFFIXES = (".csv", ".tsv", ".parquet", ".json", ".jsonl", ".ndjson", ".xlsx", *databases.FILES)


class Outcome(Struct, frozen=True):
    """``sql``: the statements that gave the value, with ``?`` where ``given`` stands."""

    value: Exact
    sql: tuple[str, ...]
    given: tuple[str, ...]


class Tables:
    """Opened once for all documents of a run; ``problems`` says what could not be read. ``close()`` when done."""

    def __init__(self, paths: Iterable[str | Path]) -> None:
        self.columns: dict[str, list[str]] = {}
        self.problems: list[Problem] = []
        import duckdb

        files = [file for given in map(str, paths) for file in ([given] if _address(given) else _files(Path(given)))]
        settings: dict[str, str | bool | int | float | list[str]] = {
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "temp_directory": "",  # what does not fit into memory is written nowhere
        }
        self._database = duckdb.connect(":memory:", config=settings)
        lasting = [str(file) for file in files if isinstance(file, Path) and file.suffix.lower() == ".parquet"]
        allowed = ", ".join(map(databases.literal, lasting))
        self._database.execute(f"SET allowed_paths = [{allowed}]")  # a setting takes no parameters
        for file in files:
            try:
                self._elsewhere(file) if isinstance(file, str) else self._load(file)
            except Exception as error:  # a driver's own, of which there are many
                line = (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
                self.problems.append(
                    Problem(databases.shown(str(file)), f"a table is wanted; it could not be read: {line}")
                )
        self._database.execute("SET enable_external_access = false")
        self._database.execute("SET lock_configuration = true")

    def close(self) -> None:
        self._database.close()

    def _load(self, file: Path) -> None:
        suffix, path = file.suffix.lower(), databases.plain(str(file))
        if suffix in (".csv", ".tsv"):
            self._add(file.stem, self._database.read_csv(path, all_varchar=True, header=True, sample_size=-1).create)
        elif suffix == ".parquet":
            found = self._database.read_parquet(path)
            if path == str(file):  # read where it lies, however large; a view quotes its name itself
                self._add(file.stem, lambda _: found.create_view(file.stem))
            else:
                self._add(file.stem, found.create)
        elif suffix in (".json", ".jsonl", ".ndjson"):
            self._add(file.stem, self._database.read_json(path).create)
        elif suffix not in SUFFIXES:
            if suffix not in LOGS:
                raise ValueError(f"one of {', '.join(SUFFIXES)} is wanted; got {suffix or 'no ending'!r}; convert it")
        else:
            self._elsewhere(str(file))

    def _elsewhere(self, source: str) -> None:
        """The tables of a database, as they are loaded to be matched by words."""
        from figures.data.load import load

        tables, problems = load([source], whole=True)
        self.problems += problems
        for table in tables:
            columns = list(table.columns.values())
            rows = zip(*(column.values for column in columns), strict=True)
            self._rows(table.name, [column.name for column in columns], list(rows))

    def _rows(self, name: str, header: Sequence[str], rows: Sequence[Sequence[Exact | str | None]]) -> None:
        def create(table: str) -> None:
            made = ", ".join(f"{quoted(column)} VARCHAR" for column in header)
            self._database.execute(f"CREATE TABLE {table} ({made})")
            if rows:
                marks = ", ".join("?" * len(header))
                cells = [[_text(cell) for cell in row] for row in rows]
                self._database.executemany(f"INSERT INTO {table} VALUES ({marks})", cells)

        self._add(name, create)

    def _add(self, name: str, create: Callable[[str], Anything]) -> None:
        if name.lower() in {known.lower() for known in self.columns}:
            raise ValueError(f"there is a table {name} already; rename one")
        create(quoted(name))
        described = self._database.execute(f"SELECT * FROM {quoted(name)} LIMIT 0").description or []
        self.columns[name] = [str(column[0]) for column in described]

    def work_out(self, tree: Tree) -> Outcome:
        """What an expression comes to. Raises ExpressionError for unknown names, cells that are no numbers, no rows."""
        statements: list[str] = []
        given: list[str] = []
        value = self._value(tree, statements, given)
        return Outcome(value, tuple(statements), tuple(given))

    def _value(self, tree: Tree, statements: list[str], given: list[str]) -> Exact:
        if isinstance(tree, Aggregate):
            return self._aggregate(tree, statements, given)
        if not isinstance(tree, tuple):
            return tree
        left, right = self._value(tree[1], statements, given), self._value(tree[2], statements, given)
        if tree[0] == "+":
            return whole(left + right)
        if tree[0] == "-":
            return whole(left - right)
        if tree[0] == "*":
            return whole(left * right)
        if right == 0:
            raise ExpressionError("a division by zero cannot be worked out")
        return divide(left, right)

    def _aggregate(self, tree: Aggregate, statements: list[str], given: list[str]) -> Exact:
        table = _known(tree.table, self.columns, "table", "name its file with --data")
        columns = self.columns[table]
        parameters: list[str] = []
        where = f" WHERE {_compiled(tree.where, columns, table, parameters)}" if tree.where is not None else ""
        source = f"FROM {quoted(table)}{where}"
        column = quoted(_known(tree.column, columns, f"column of {table}", "correct it")) if tree.column else ""
        present = f"{column} IS NOT NULL AND trim(CAST({column} AS VARCHAR)) <> ''"
        number = NUMBER.format(column)

        def one(select: str) -> tuple[Anything, ...]:
            row = self._database.execute(f"SELECT {select} {source}", parameters).fetchone()
            assert row is not None
            return tuple(row)

        def tell(select: str) -> None:
            statements.append(f"SELECT {select} {source}")
            given.extend(parameters)

        if tree.kind in ("count", "distinct"):
            select = "count(*)" if not column else f"count(*) FILTER (WHERE {present})"
            if tree.kind == "distinct":
                select = f"count(DISTINCT {column}) FILTER (WHERE {present})"
            tell(select)
            return int(one(select)[0])
        cells, numbers = one(f"count(*) FILTER (WHERE {present}), count({number})")
        if cells != numbers:
            odd = one(f"min(CAST({column} AS VARCHAR)) FILTER (WHERE {present} AND {number} IS NULL)")[0]
            wrong = f"{cells - numbers} of {cells} cells are none, such as {shown(str(odd))}"
            raise ExpressionError(
                f"numbers are wanted in {table}.{tree.column}; {wrong}; correct them or leave them out"
            )
        if not numbers:
            raise ExpressionError(f"rows of {table} with a {tree.column} are wanted; none fits the condition")
        if tree.kind in ("sum", "min", "max"):
            tell(f"{tree.kind}({number})")
            return _exact(one(f"{tree.kind}({number})")[0])
        if tree.kind == "mean":
            tell(f"sum({number}) / count({number})")
            return divide(_exact(one(f"sum({number})")[0]), numbers)
        if tree.kind == "median":
            tell(f"median({number})")
            low, high = one(f"quantile_disc({number}, 0.5), -quantile_disc(-{number}, 0.5)")
            return divide(_exact(low) + _exact(high), 2)
        tell(f"DISTINCT {number}")
        if one(f"count(DISTINCT {number})")[0] != 1:
            raise ExpressionError(
                f"one value of {table}.{tree.column} is wanted; several rows differ; narrow the condition"
            )
        return _exact(one(f"min({number})")[0])


def _address(given: str) -> bool:
    return "://" in given or databases.VARIABLE.fullmatch(given) is not None


def _text(cell: Exact | str | None) -> str | None:
    return cell or None if isinstance(cell, str) or cell is None else display(cell).replace(",", "")


def _files(path: Path) -> list[Path]:
    try:
        inside = sorted(path.iterdir()) if path.is_dir() else None
    except OSError:
        inside = None  # why it cannot be read is told where it is read
    if inside is None:
        return [path]
    known = [file for file in inside if file.suffix.lower() in SUFFIXES and not is_hidden(file.name)]
    return [file for file in known if file.is_file()]


def _compiled(condition: Condition, columns: list[str], table: str, parameters: list[str]) -> str:
    if isinstance(condition, Comparison):
        column = quoted(_known(condition.column, columns, f"column of {table}", "correct it"))
        sign = SIGNS[condition.sign]
        if isinstance(condition.value, str):
            parameters.append(condition.value)
            return f"trim(CAST({column} AS VARCHAR)) {sign} ?"
        parameters.append(display(condition.value).replace(",", ""))
        return f"{NUMBER.format(column)} {sign} CAST(? AS DECIMAL(38, 10))"
    word = " AND " if isinstance(condition, All) else " OR "
    assert isinstance(condition, All | Any)
    return "(" + word.join(_compiled(part, columns, table, parameters) for part in condition.parts) + ")"


def _known(name: str, names: Iterable[str], what: str, advice: str) -> str:
    """The name as the table has it: capitals and blanks for _ do not matter."""
    known = {known.lower().replace(" ", "_"): known for known in names}
    found = known.get(name.lower().replace(" ", "_"))
    if found is not None:
        return found
    near = get_close_matches(name.lower(), known, 1)
    hint = f"did you mean {known[near[0]]}?" if near else f"there is {', '.join(sorted(known.values()))}; {advice}"
    raise ExpressionError(f"{shown(name)} is no {what}; {hint if known else advice}")


def _exact(value: Anything) -> Exact:
    return whole(Fraction(value))

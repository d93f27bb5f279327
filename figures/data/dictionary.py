"""Tables with what a data dictionary says of their columns: other names, units, and what codes stand for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from msgspec import structs

from figures.data import code_lists, column_units, table_schema
from figures.data.code_lists import UnreadableCodes
from figures.data.coded import as_names, labelled
from figures.data.column_units import dictionary_words
from figures.data.entries import Entry, apart
from figures.data.index import pieces
from figures.data.separated import NAMED, Unloadable
from figures.data.spell import Column, Table
from figures.findings import Problem
from figures.references.cells import shown

MOST_WORDS = 7  # of a text that is a name; with more of them, it describes
MOST_NAMES = 12  # of one column
MOST_NAMES_IN_ALL = 3_000
LONGEST_NAME, LONGEST_TEXT = 100, 1_000
MOST_PROBLEMS = 20
MOST_TOLD = 1_000  # names of columns that a message may suggest


def described(tables: Sequence[Table], schemas: Iterable[str]) -> tuple[list[Table], list[Problem]]:
    """The tables without the dictionaries among them, their columns with what these and the schemas say, and what is
    wrong with that; the rest of a dictionary is used."""
    data, entries, problems = apart(tables)
    for source in schemas:
        if not data:
            wanted = "tables are wanted whose columns it describes; got none"
            problems.append(Problem(source, f"{wanted}; name their files beside it"))
            continue
        try:
            for found in table_schema.read(source):
                if isinstance(found, Problem):
                    problems.append(found)
                else:
                    entries.append(found)
        except Unloadable as error:
            problems.append(Problem(source, str(error)))
        except OSError as error:
            said = f"it could not be read: {error.strerror or type(error).__name__}"
            problems.append(Problem(source, f"a description of tables is wanted; {said}; check that you may read it"))
    if entries:
        data, problems = _Describing(data, problems).all(entries)
    if len(problems) > MOST_PROBLEMS:
        left = f"{len(problems) - MOST_PROBLEMS} more things are wrong in data dictionaries; mend the first ones"
        problems[MOST_PROBLEMS:] = [Problem(problems[MOST_PROBLEMS].where, left)]
    return data, problems


class _Describing:
    """What is known so far. Columns are replaced, never changed."""

    def __init__(self, tables: Sequence[Table], problems: list[Problem]) -> None:
        self.tables = [structs.replace(table, columns=dict(table.columns)) for table in tables]
        self.problems = problems
        self.lower = {table.name: {name.lower(): name for name in table.columns} for table in tables}
        self.known: dict[tuple[str, str], str] = {}  # columns that have been described -> where
        self.names = 0

    def all(self, entries: Sequence[Entry]) -> tuple[list[Table], list[Problem]]:
        """Each entry in turn, those that are about tables which were not named left out."""
        fields: dict[tuple[str, ...], list[bool]] = {}  # of each described file: whether they are columns here
        for entry in entries:
            if entry.loose:
                known = any(self._has(table, entry.column) for table in self.tables)
                fields.setdefault(entry.tables, []).append(known)
        strangers, elsewhere = [], []
        for entry in entries:
            named = self._tables(entry)
            if not named and entry.loose:
                own = fields[entry.tables]
                if 2 * sum(own) < len(own):
                    elsewhere.append(entry)
                    continue
                named = self.tables  # a file of another name
            columns = [(t, self.lower[t.name][entry.column.lower()]) for t in named if self._has(t, entry.column)]
            if not columns:
                strangers.append(entry)
            for table, name in columns:
                self._describe(entry, table, name)
        self._strange(strangers if self.known else [*strangers, *elsewhere])
        return self.tables, self.problems

    def _has(self, table: Table, column: str) -> bool:
        return column.lower() in self.lower[table.name]

    def _tables(self, entry: Entry) -> list[Table]:
        """Those that an entry names; all of them, where it names none."""
        wanted = {name.lower().replace(".", "_") for name in entry.tables}
        found = [table for table in self.tables if table.name.lower().replace(".", "_") in wanted]
        return found if wanted else self.tables

    def _strange(self, entries: Sequence[Entry]) -> None:
        """Tells of what names no column of the tables."""
        several = sorted({name for table in self.tables for name in table.columns})[:MOST_TOLD]
        for entry in entries[:NAMED]:
            near = get_close_matches(entry.column[:LONGEST_NAME], several, 1)
            hint = f"write {shown(near[0])}, if that is meant" if near else "leave it out, or name its table"
            of = f" of the table {shown(entry.tables[0])}" if entry.tables else " of the tables named"
            wanted = f"a column{of} is wanted; got {shown(entry.column)}"
            self.problems.append(Problem(entry.where, f"{wanted}; it is not used; {hint}"))
        if len(entries) > NAMED:
            where = entries[0].where.rpartition(": ")[0]
            self.problems.append(Problem(where, f"{len(entries) - NAMED} more like these name no column; mend them"))

    def _describe(self, entry: Entry, table: Table, name: str) -> None:
        place = (table.name, name)
        if place in self.known:
            wanted = f"one description of {shown(name)} is wanted; got another after that of {self.known[place]}"
            self.problems.append(Problem(entry.where, f"{wanted}; this one is not used; leave one out"))
            return
        self.known[place] = entry.where
        column = table.columns[name]
        names, about = _texts(entry)
        if self.names + len(names) > MOST_NAMES_IN_ALL:
            wanted = f"at most {MOST_NAMES_IN_ALL:,} labels and aliases are wanted; got more"
            if self.names <= MOST_NAMES_IN_ALL:
                self.problems.append(Problem(entry.where, f"{wanted}; from here on they are not used; leave some out"))
            self.names, names = MOST_NAMES_IN_ALL + 1, ()
        self.names += len(names)
        column = structs.replace(column, names=names, about=about)
        column = self._coded(entry, table, self._measured(entry, column))
        table.columns[name] = column

    def _measured(self, entry: Entry, column: Column) -> Column:
        """The column with its unit."""
        if column.kind != "number" or not entry.unit:
            return column
        found = column_units.read(entry.unit)
        if found is None:
            wanted = "a unit such as EUR, %, km or thousand is wanted"
            self.problems.append(
                Problem(entry.where, f"{wanted}; got {shown(entry.unit)}; none is used; write one, or leave it empty")
            )
            return column
        unit, scale = found
        if column.unit and unit and unit != column.unit:
            wanted = f"{column.unit} is wanted, as in the cells of {shown(column.name)}"
            self.problems.append(Problem(entry.where, f"{wanted}; got {shown(entry.unit)}; it is not used; mend it"))
            return column
        return structs.replace(column, unit=column.unit or unit, scale=scale)

    def _coded(self, entry: Entry, table: Table, column: Column) -> Column:
        """The column with the labels of its codes in place of these."""
        try:
            pairs = code_lists.checked(entry.pairs) if entry.pairs else code_lists.read(entry.codes)
            if pairs:
                return labelled(table, column, pairs)
        except UnreadableCodes as error:
            self.problems.append(Problem(entry.where, str(error)))
        if entry.kind.strip().lower() in dictionary_words()["named"] and column.kind == "number":
            return as_names(table, column)
        return column


def _texts(entry: Entry) -> tuple[tuple[str, ...], str]:
    """What a column is called besides its name, and how it is described."""
    names = [" ".join(alias.split()) for alias in entry.aliases if len(alias) <= LONGEST_NAME]
    about = []
    for text in entry.texts:
        said = " ".join(text[:LONGEST_TEXT].split())
        if 0 < len(pieces(said)) <= MOST_WORDS and len(said) <= LONGEST_NAME:
            names.append(said.rstrip(".:"))
        else:
            about.append(said)
    names = [name for name in dict.fromkeys(names) if name.lower() != entry.column.lower()]
    return tuple(names[:MOST_NAMES]), " ".join(about)[:LONGEST_TEXT]

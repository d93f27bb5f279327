"""What the words of a text may mean in the tables: parts of column names, and values that select rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from figures.data.spell import Column, Table
from figures.data.words import Lexicon, Token, lexicon, phrase, stem
from figures.lexicon.english import ADJECTIVES, FUNCTION_WORDS, VERBS

PIECE = re.compile(r"[A-Z]{1,40}[0-9]{0,4}(?![a-z])|[A-Z]?[a-z]{1,40}[0-9]{0,4}|[0-9]{1,30}")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
MONTHS = "january february march april may june july august september october november december".split()
MOST_VALUES = 50_000  # of a column: with more of them, its values are not looked for in the text
LONGEST_VALUE = 60
OPENERS = frozenset(
    "the a an in at on for from of with by when while as after before if and but or so then only both all since".split()
)
COMMON = frozenset(
    "a an the of in on at to for do does did is are was were you your how what which who when or and if it".split()
)
NOT_ALIASES = frozenset({"of", "and", "the", "a", "in", "for", "new", "other", "total", "all", "none", "yes", "no"})


class Measure(Struct, frozen=True):
    """A column of numbers and what its name is made of. ``role``: share, made, attempted or ""."""

    table: str
    column: str
    parts: frozenset[str]
    role: str
    fraction: bool  # a share between 0 and 1, that a text writes in percent


class Value(Struct, frozen=True):
    """A text in a cell, or a year, as a condition on rows. ``alias``: only a part of it is written in the text."""

    table: str
    column: str
    value: str | int
    alias: bool = False


class Flag(Struct, frozen=True):
    """A column of yes and no. ``words``: what its name is made of; ``own``: those that no other column shares."""

    table: str
    column: str
    yes: str
    no: str
    words: frozenset[str]
    own: frozenset[str]


class Hit(Struct):
    """Tokens ``i`` to ``j`` (exclusive) name parts of columns or values."""

    i: int
    j: int
    parts: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()


class Index(Struct):
    """Built once for a set of tables, and used for every text that is held against them."""

    tables: dict[str, Table]
    measures: list[Measure]
    names: str  # of the columns, in lower case, words apart
    keys: dict[str, list[str]]  # table -> columns whose values name its rows, the best first
    flags: list[Flag] = field(default_factory=list)
    table_words: dict[str, str] = field(default_factory=dict)  # a word of one table's name alone -> that table
    nouns: dict[str, tuple[frozenset[str], dict[str, str]]] = field(default_factory=dict)  # words for rows, and columns
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], list[Value]]]] = field(default_factory=dict)
    known: dict[tuple[str, ...], tuple[list[str], list[Value]]] = field(default_factory=dict)

    def add_part(self, words: tuple[str, ...], part: str) -> None:
        if words:
            parts = self.known.setdefault(words, ([], []))[0]
            if part not in parts:
                parts.append(part)

    def add_value(self, words: tuple[str, ...], value: Value) -> None:
        if words:
            self.known.setdefault(words, ([], []))[1].append(value)


def build(tables: Iterable[Table]) -> Index:
    """The index of these tables: a pass over the names of columns and the different values of each."""
    words = lexicon()
    index = Index({table.name: table for table in tables}, [], "", {})
    for table in index.tables.values():
        index.keys[table.name] = []
        rows = words.rows | {stem(p) for p in _pieces(table.name)[-1:]}
        columns: dict[str, str] = {}
        for column in table.columns.values():
            pieces = _pieces(column.name)
            if column.kind == "number":
                if not pieces or pieces[-1] not in words.codes:
                    _measure(index, words, table, column, pieces)
                if table.count and _is_year(column, pieces):
                    for year in _different(column):
                        index.add_value((str(year),), Value(table.name, column.name, year))
            else:
                _values(index, table, column)
                rows |= _shared_head(column)
                last = stem(pieces[-1]) if pieces else ""
                if column.name in index.keys[table.name] and last not in ("name", "id"):
                    rows |= {last}
                elif last:
                    columns[last] = column.name
                if len(pieces) > 1 and pieces[-1] in ("name", "id"):
                    rows |= {stem(pieces[0])}
        rows |= {same for noun in rows for same in words.same.get(noun, ())}
        index.nouns[table.name] = (rows, columns)
        _flags(index, table)
    named = [(stem(piece), table) for table in index.tables for piece in _pieces(table)]
    if len(index.tables) > 1:
        index.table_words = {word: table for word, table in named if sum(w == word for w, _ in named) == 1}
    index.names = " ".join(" ".join(_pieces(measure.column)) for measure in index.measures)
    for stems, (parts, values) in index.known.items():
        index.phrases.setdefault(stems[0], []).append((stems, tuple(parts), values))
    for found in index.phrases.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return index


def _pieces(name: str) -> list[str]:
    return [piece.lower() for piece in PIECE.findall(name)]


def _shared_head(column: Column) -> set[str]:
    """What the values of a column are kinds of: characters, of Good Characters and Bad Characters."""
    if not 2 <= len(column.distinct) <= 30:
        return set()
    heads = {stem(str(value).split()[-1]) for value in column.distinct if " " in str(value)}
    return heads if len(heads) == 1 and sum(" " in str(v) for v in column.distinct) > 1 else set()


def _flags(index: Index, table: Table) -> None:
    content = {c: frozenset(map(stem, _pieces(c))) - COMMON for c in table.columns}
    for column in table.columns.values():
        answers = {str(value).lower(): str(value) for value in column.distinct} if column.kind == "text" else {}
        for yes, no in (("yes", "no"), ("true", "false"), ("y", "n")):
            if set(answers) == {yes, no}:
                others = frozenset().union(*(stems for name, stems in content.items() if name != column.name))
                own = content[column.name] - others - frozenset(map(stem, _pieces(table.name)))
                index.flags.append(Flag(table.name, column.name, answers[yes], answers[no], content[column.name], own))


def _measure(index: Index, words: Lexicon, table: Table, column: Column, pieces: list[str]) -> None:
    role, parts = "", []
    joined = [column.name.lower()] if column.name.lower() in words.parts else pieces
    for piece in joined:
        found = words.roles.get(piece, "") if len(joined) > 1 else ""
        if found:
            role = found
            continue
        base = piece
        for key in words.tries:  # fgm, fg3a, ftm
            if piece in words.tries[key]:
                role, base = ("made", "attempted")[words.tries[key].index(piece)], key
        parts.append(base)
        if base.isdigit():
            continue  # the year in budget_2013 is no name of the column
        for wanted in (*words.parts.get(base, ()), (stem(base),)):
            if wanted != (base,) or base not in COMMON:  # turnovers are called TO, and "to" is none
                index.add_part(wanted, base)
    if not parts:
        parts = joined
        index.add_part(tuple(map(stem, joined)), joined[0])
    for text, several in words.sums.items():
        if parts and parts[-1] in several:
            index.add_part(text, "+".join(several))
    numbers = [value for value in column.values if value is not None]
    numbers = list(column.span) if column.span else numbers
    fraction = role == "share" and bool(numbers) and all(0 <= value <= 1 for value in numbers)  # type: ignore[operator]
    index.measures.append(Measure(table.name, column.name, frozenset(parts), role, fraction))


def _is_year(column: Column, pieces: Sequence[str]) -> bool:
    if not {"year", "yr", "season"} & set(pieces):
        return False
    values = column.span or column.values
    return all(type(value) is int and 1500 <= value <= 2200 for value in values if value is not None)


def _different(column: Column) -> Iterable[str | int]:
    column.rows("")  # fills ``distinct``
    return column.distinct


def _values(index: Index, table: Table, column: Column) -> None:
    different = list(_different(column))
    filled = sum(map(len, column.distinct.values())) if column.filled is None else column.filled
    key = len(different) > 1 and len(different) >= 0.9 * filled
    if key:
        index.keys[table.name].append(column.name)
    if len(different) > MOST_VALUES:
        return
    for value in different:
        text = str(value)
        if len(text) > LONGEST_VALUE or len(text) < 2 or text.isdigit():
            continue
        if table.count <= 3 and text.islower():
            continue  # "home" and "away" name the rows of a table of two, and much else in a text
        whole = phrase(text)
        if not whole or (len(whole) == 1 and whole[0] in NOT_ALIASES):
            continue
        index.add_value(whole, Value(table.name, column.name, value))
        for other in lexicon().values.get(whole[0], ()) if len(whole) == 1 else ():
            index.add_value(other, Value(table.name, column.name, value))
        if column.kind == "date" and len(text) in (7, 10):
            month = MONTHS[int(text[5:7]) - 1] if 1 <= int(text[5:7]) <= 12 else ""
            day = (str(int(text[8:])),) if len(text) == 10 else ()
            index.add_value((month, *day, text[:4]), Value(table.name, column.name, value))
            index.add_value((month, *day), Value(table.name, column.name, value, alias=True))
            index.add_value((*day, month, text[:4]), Value(table.name, column.name, value)) if day else None
            continue
        head = text.partition(" (")[0]
        if head != text:
            index.add_value(phrase(head), Value(table.name, column.name, value, alias=True))
        words = list(phrase(head))
        while len(words) > 1 and words[-1] in SUFFIXES:
            words.pop()
            index.add_value(tuple(words), Value(table.name, column.name, value, alias=True))
        if key and 1 < len(words) <= 4 and len(words[-1]) > 2 and words[-1] not in NOT_ALIASES and head[0].isupper():
            last = head.split()[-1]
            if last[0].isupper() or last.lower().strip(".") in SUFFIXES:
                index.add_value((words[-1],), Value(table.name, column.name, value, alias=True))


def hits(index: Index, words: Sequence[Token]) -> list[Hit]:
    """The longest phrases of the index in a sentence, in order; a part and a value may share their tokens."""
    found: list[Hit] = []
    taken_to = 0
    for i, token in enumerate(words):
        if i < taken_to or not token.raw[0].isalnum():
            continue
        for wanted, parts, values in index.phrases.get(token.stem, ()):
            end = _matches(words, i, wanted)
            if end is None:
                continue
            capital = token.raw[0].isupper() or token.raw[0].isdigit()
            kept = tuple(
                v
                for v in values
                if capital or not str(v.value)[:1].isupper() or (len(token.raw) > 3 and not v.alias) or end - i > 2
            )
            if kept and end == i + 1:
                kept = tuple(value for value in kept if _is_name(index, words, i, value))
            if not parts and not kept:
                continue
            if parts and not kept and token.number is not None and len(wanted) > 1 and words[end - 1].raw == "points":
                continue  # three points are no three-pointer
            if parts and end < len(words) and token.stem == "account" and words[end].stem == "for":
                continue  # "accounts for a third"
            found.append(Hit(i, end, parts, kept))
            taken_to = end
            break
    return found


def _is_name(index: Index, words: Sequence[Token], at: int, value: Value) -> bool:
    """Whether a single word is likely to be the value it looks like: no verb, and no part of somebody else's name."""
    raw = words[at].raw
    low = raw.lower()
    common = low in VERBS or low in ADJECTIVES or low in FUNCTION_WORDS or low in MONTHS
    if low in VERBS and raw == low and str(value.value) != low:
        return False
    if not raw[0].isupper() or not (common or value.alias):
        return True
    if common and at == 0 and value.column in index.keys[value.table]:
        return False
    for beside in (at - 1, at + 1) if common else (at - 1,):
        if not 0 <= beside < len(words) or not words[beside].raw[0].isupper() or len(words[beside].raw) < 2:
            continue
        if words[beside].stem not in index.phrases and not (beside == 0 and words[0].raw.lower() in OPENERS):
            return False
    return True


def _matches(words: Sequence[Token], i: int, wanted: tuple[str, ...]) -> int | None:
    """Where the phrase that begins at token ``i`` ends; None where it does not stand there."""
    at = i
    for k, stem_ in enumerate(wanted):
        if k and at < len(words) and words[at].raw in ("-", "–", "'", "’", "."):
            at += 1
        if at >= len(words) or words[at].stem != stem_:
            return None
        at += 1
    return at

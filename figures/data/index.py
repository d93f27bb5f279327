"""What the words of a text may mean in the tables: parts of column names, and values that select rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct, field

from figures.data.bands import Ends, bands
from figures.data.spell import Column, Table
from figures.data.words import Lexicon, codes, lexicon, phrase, stem
from figures.interval import Exact
from figures.lexicon.english import FUNCTION_WORDS

if TYPE_CHECKING:
    from figures.data.naming import Naming
    from figures.data.spoken import Openers

PIECE = re.compile(r"[A-Z]{1,40}[0-9]{0,4}(?![a-z])|[A-Z]?[a-z]{1,40}[0-9]{0,4}|[0-9]{1,30}")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
MONTHS = "january february march april may june july august september october november december".split()
ENDINGS = ("percent", "percentage", "pct", "rate", "share", "name", "count", "gross", "date")
WHOLE = frozenset(
    "corporate separate accurate update separate moderate pirate climate account discount surname".split()
)
MOST_VALUES = 50_000  # of a column: with more of them, its values are not looked for in the text
LONGEST_VALUE = 60
MOST_ANSWERS = 60  # different ones of a question
LONGEST_ANSWER = 120
SELDOM = 3  # rows for each different answer: with fewer, they are no answers to choose from
UNDECIDED = frozenset(
    {"not sure", "unsure", "maybe", "don't know", "do not know", "dk", "no opinion", "prefer not to say", "undecided",
     "it depends", "other", "refused", "unknown", "n/a", "not applicable", "no answer", "no preference", "neutral"}
)  # fmt: skip
UNKNOWN = frozenset(
    {"u", "unknown", "unk", "not known", "not reported", "not recorded", "undetermined", "unspecified", "?"}
)
NEGATIVES = frozenset({"no", "not", "never", "neither", "none", "don't", "doesn't", "without"})
LIKELY = frozenset(map(stem, ("likely", "unlikely")))  # said of all that is compared
_CONTENT: dict[tuple[str, str], frozenset[str]] = {}
COMMON = frozenset(
    "a an the of in on at to for do does did is are was were you your how what which who when or and if it".split()
)
EMPTY_WORDS = FUNCTION_WORDS - frozenset(
    "daily weekly monthly yearly annually abroad overseas worldwide nationwide home old very always never often".split()
)
YEARLY = frozenset(
    "year yr season elected founded opened built born established released release debut joined started".split()
)
ABBREVIATED = {"co": "county", "st": "street", "ave": "avenue", "rd": "road", "blvd": "boulevard", "univ": "university",
               "mt": "mount", "dept": "department", "dist": "district", "twp": "township"}  # fmt: skip
NOT_ALIASES = frozenset({"of", "and", "the", "a", "in", "for", "new", "other", "total", "all", "none", "yes", "no"})


class Measure(Struct, frozen=True, gc=False):
    """A column of numbers and what its name is made of. ``role``: share, made, attempted or ""."""

    table: str
    column: str
    parts: frozenset[str]
    role: str
    fraction: bool  # a share between 0 and 1, that a text writes in percent


class Value(Struct, frozen=True, gc=False):
    """A text in a cell, or a year, as a condition on rows. ``alias``: only a part of it is written in the text."""

    table: str
    column: str
    value: str | int
    alias: bool = False


class Answers(Struct, frozen=True, gc=False):
    """The values of a column that are phrases: each with the stems of its content, and whether it says no."""

    values: tuple[tuple[str, frozenset[str], bool], ...]
    stems: frozenset[str]


class Flag(Struct, frozen=True, gc=False):
    """A column of yes and no. ``words``: what its name is made of; ``own``: those that no other column shares.

    ``no`` is None where only yes is ever written.
    """

    table: str
    column: str
    yes: str | int
    no: str | int | None
    words: frozenset[str]
    own: frozenset[str]


class Hit(Struct, gc=False):
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
    answers: dict[str, dict[str, Answers]] = field(default_factory=dict)  # table -> column -> its phrases
    bands: dict[str, dict[str, dict[str, Ends]]] = field(default_factory=dict)
    namings: dict[str, list[Naming]] = field(default_factory=dict)  # see ``naming.namings``
    openers: Openers | None = None  # see ``spoken.spoken``
    dimensions: dict[str, dict[str, frozenset[Exact]]] = field(default_factory=dict)  # table -> numbers that group rows
    counted: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)  # see ``holding``
    named: dict[str, frozenset[str]] = field(default_factory=dict)  # table -> the stems of its columns' names
    years: dict[str, list[str]] = field(default_factory=dict)  # table -> columns of years
    table_words: dict[str, str] = field(default_factory=dict)  # a word of one table's name alone -> that table
    nouns: dict[str, tuple[frozenset[str], dict[str, str]]] = field(default_factory=dict)  # words for rows, and columns
    parts: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)  # phrase -> parts that it names
    values: dict[tuple[str, ...], list[Value]] = field(default_factory=dict)
    phrases: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)  # first word -> phrases, the longest first
    game: str | None = None  # see ``event``, which asks once
    described: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)  # what a dictionary says of a column

    def words_for(self, table: str, column: str, left: str = "") -> frozenset[str]:
        """The stems of what a column is called and described by, without those of the table's name ``left``."""
        own = content(column, left)
        return own | self.described[(table, column)] if (table, column) in self.described else own

    def words_of(self, table: str) -> frozenset[str]:
        """The stems of a table's name."""
        return frozenset(stem(piece) for piece in pieces(table) if len(piece) > 2)

    def holding(self, table: Table, column: str, word: str) -> int:
        """How many different values of a column have a word among theirs."""
        key = (table.name, column)
        if key not in self.counted:
            several = [text for text in map(str, table.columns[column].distinct) if len(text) <= LONGEST_VALUE]
            self.counted[key] = Counter(chain.from_iterable(map(frozenset, map(phrase, several))))
        return self.counted[key][word]

    def add_part(self, words: tuple[str, ...], part: str) -> None:
        if words and part not in self.parts.get(words, ()):
            self._add_phrase(words)
            self.parts[words] = (*self.parts.get(words, ()), part)

    def add_value(self, words: tuple[str, ...], value: Value) -> None:
        if words:
            self._add_phrase(words)
            self.values.setdefault(words, []).append(value)

    def _add_phrase(self, words: tuple[str, ...]) -> None:
        if words not in self.values and words not in self.parts:
            self.phrases.setdefault(words[0], []).append(words)


def build(tables: Iterable[Table]) -> Index:
    """The index of these tables: a pass over the names of columns and the different values of each."""
    words = lexicon()
    index = Index({table.name: table for table in tables}, [], "", {})
    for table in index.tables.values():
        index.keys[table.name] = []
        rows = words.rows | {stem(p) for p in pieces(table.name)[-1:]}
        columns: dict[str, str] = {}
        for column in table.columns.values():
            own = pieces(column.name)
            if column.kind == "number":
                if not own or own[-1] not in words.codes:
                    _measure(index, words, table, column, list(own))
                if table.count and _is_year(column, own):
                    index.years.setdefault(table.name, []).append(column.name)
                    for year in _different(column):
                        index.add_value((str(year),), Value(table.name, column.name, year))
            else:
                rows |= _values(index, table, column)
                last = stem(own[-1]) if own else ""
                if column.name in index.keys[table.name] and last not in ("name", "id"):
                    rows |= {last}
                elif last:
                    columns[last] = column.name
                if len(own) > 1 and own[-1] in ("name", "id"):
                    rows |= {stem(own[0])}
                lasts = {stem(pieces(said)[-1]) for said in column.names if pieces(said)} - {""}
                if column.name in index.keys[table.name]:
                    rows |= lasts - {"name", "id"}
                else:
                    columns |= {said: column.name for said in sorted(lasts) if said not in columns}
            if column.names or column.about:
                index.described[(table.name, column.name)] = content(" ".join((*column.names, column.about)))
            if column.kind == "number" and len(own) == 1:
                rows -= {stem(own[0])}
            elif 10 * len(column.distinct) > 6 * len(column.values) > 60 and own and own[-1] not in ("name", "id"):
                rows |= {stem(own[-1])}
        rows |= {same for noun in rows for same in words.same.get(noun, ())}
        index.nouns[table.name] = (rows, columns)
        index.named[table.name] = frozenset().union(
            *(content(" ".join((column.name, *column.names))) for column in table.columns.values())
        )
        for column in table.columns.values():
            _phrases(index, table, column)
        _flags(index, table)
        for column in table.columns.values():
            if column.kind == "number" and table.run is None and table.count > 8 and pieces(column.name):
                different = {value for value in column.values[:1000] if type(value) is int}
                if 2 <= len(different) <= 60 and len(different) * 4 <= min(table.count, 1000):
                    index.dimensions.setdefault(table.name, {})[column.name] = frozenset(different)
    named = [(stem(piece), table) for table in index.tables for piece in pieces(table)]
    if len(index.tables) > 1:
        index.table_words = {word: table for word, table in named if sum(w == word for w, _ in named) == 1}
    index.names = " ".join(" ".join(pieces(measure.column)) for measure in index.measures)
    for found in index.phrases.values():
        if len(found) > 1:
            found.sort(key=len, reverse=True)
    return index


@lru_cache(65536)
def pieces(name: str) -> tuple[str, ...]:
    """The pieces of a name, in lower case: pts and qtr1 of PTS_QTR1, win and percent of winpercent."""
    found: list[str] = []
    for piece in PIECE.findall(name):
        low = piece.lower()
        ending = next((e for e in ENDINGS if low.endswith(e) and len(low) > len(e) + 1 and low not in WHOLE), "")
        found += [low.removesuffix(ending), ending] if ending else [low]
    return tuple(found)


def _shared_head(column: Column) -> set[str]:
    """What the values of a column are kinds of: characters, of Good Characters and Bad Characters."""
    if not 2 <= len(column.distinct) <= 30:
        return set()
    several = [text for text in map(str, column.distinct) if " " in text]
    if len(several) < 2:
        return set()
    heads = {stem(text.split()[-1]) for text in several}
    return heads - content(column.name) if len(heads) == 1 else set()


def content(column: str, table: str = "") -> frozenset[str]:
    """What a name of a column is made of, without words that say nothing and those of its table's name."""
    key = (column, table)
    found = _CONTENT.get(key)
    if found is None:
        if len(_CONTENT) > 50_000:
            _CONTENT.clear()
        own = [piece for piece in pieces(column) if piece not in EMPTY_WORDS and not piece.isdigit()]
        found = frozenset(map(stem, own)) - COMMON - frozenset(map(stem, pieces(table)))
        _CONTENT[key] = found
    return found


def _flags(index: Index, table: Table) -> None:
    if table.run is not None:
        return
    answers = [(column, found) for column in table.columns.values() if (found := _yes_no(column, table.count))]
    if not answers:
        return
    said = Counter(
        word for column in table.columns.values() for word in frozenset().union(*_called(column, table.name))
    )
    for column, (yes, no) in answers:
        for words in _called(column, table.name):
            own = frozenset(word for word in words if said[word] == 1)
            index.flags.append(Flag(table.name, column.name, yes, no, words, own))


def _called(column: Column, table: str) -> list[frozenset[str]]:
    """What each of the names of a column is made of, and what describes it."""
    further = {content(text, table) for text in (*column.names, column.about) if text}
    return [content(column.name, table), *sorted(further - {content(column.name, table)}, key=sorted)]


def _yes_no(column: Column, rows: int) -> tuple[str | int, str | int | None] | None:
    """How a column says yes and no; None where it says something else. "no" is None where only yes is written."""
    if column.kind == "number":
        if rows > 3 and {0, 1} == set(column.values) - {None}:
            return 1, 0
        return None
    different = list(_different(column))
    if len(different) > 2 * MOST_ANSWERS:
        return None
    low = {str(value).lower(): value for value in different}
    for yes, no in (("yes", "no"), ("true", "false"), ("y", "n")):
        if {yes, no} <= set(low) and all(word in UNDECIDED for word in set(low) - {yes, no}):
            return low[yes], low[no]
    if rows > 3 and len(different) == 1 and column.kind == "text" and None in column.values:
        own = frozenset(stem(piece) for piece in pieces(str(different[0])) if piece not in EMPTY_WORDS) - COMMON
        if str(different[0]).lower() in ("yes", "y", "x", "true") or own <= content(column.name):
            return different[0], None
    return None


def _phrases(index: Index, table: Table, column: Column) -> None:
    """The answers of a question, and bands."""
    if column.kind != "text" or table.run is not None or not 2 <= len(column.distinct) <= MOST_ANSWERS:
        return
    if column.name in index.keys[table.name]:
        return
    texts = [str(value) for value in column.distinct]
    if found := bands(texts):
        index.bands.setdefault(table.name, {})[column.name] = found
        return
    filled = sum(map(len, column.distinct.values()))
    if not any(" " in text for text in texts) or filled < SELDOM * len(texts) or filled * 10 < table.count:
        return  # names, or what some wrote themselves
    known = content(column.name) | index.nouns[table.name][0] | _shared_head(column)
    answers = [
        (text, frozenset(w for w in phrase(text) if w not in COMMON and w not in EMPTY_WORDS and not w.isdigit()))
        for text in texts
    ]
    strengths = lexicon().grades | {word for scale in lexicon().scales for word in scale}
    asked = content(column.name) - LIKELY
    if any(
        own & asked and own - known and own - known <= strengths for _, own in answers
    ):  # how satisfied: very satisfied, or not
        known -= asked - frozenset.intersection(*(own for _, own in answers))
    values = []
    for text, own in answers:
        if own - known - NOT_ALIASES and len(text) <= LONGEST_ANSWER:
            values.append((text, own - known, bool({w.lower() for w in text.replace(",", " ").split()} & NEGATIVES)))
    stems = frozenset(word for _, own, _ in values for word in own)
    index.answers.setdefault(table.name, {})[column.name] = Answers(tuple(values), stems)


def _measure(index: Index, words: Lexicon, table: Table, column: Column, named: list[str]) -> None:
    role, parts = "", []
    joined = [column.name.lower()] if column.name.lower() in words.parts else named
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
    if not parts:
        return  # no letter in it that a text could say
    if parts is joined:
        index.add_part(tuple(map(stem, joined)), joined[0])
    for text, several in words.sums.items():
        if parts and parts[-1] in several:
            index.add_part(text, "+".join(several))
    numbers = [value for value in column.values if value is not None]
    numbers = list(column.span) if column.span else numbers
    fraction = role == "share" and bool(numbers) and all(0 <= value <= 1 for value in numbers)  # type: ignore[operator]
    index.measures.append(Measure(table.name, column.name, frozenset(parts), role, fraction))
    whole = f"{table.name}.{column.name}"  # other tables may have a column of this name
    for said in column.names:
        index.add_part(phrase(said), whole)
    if column.names:
        index.measures.append(Measure(table.name, column.name, frozenset({whole}), role, fraction))


def _is_year(column: Column, named: Sequence[str]) -> bool:
    if not YEARLY & set(named):
        return False
    values = column.span or column.values
    return all(type(value) is int and 1500 <= value <= 2200 for value in values if value is not None)


def _different(column: Column) -> Iterable[str | int]:
    column.rows("")  # fills ``distinct``
    return column.distinct


def _values(index: Index, table: Table, column: Column) -> set[str]:
    """Adds the values of a column, and gives what they are kinds of, see ``_shared_head``."""
    different = list(_different(column))
    filled = sum(map(len, column.distinct.values())) if column.filled is None else column.filled
    key = len(different) > 1 and len(different) >= 0.9 * filled
    if key:
        index.keys[table.name].append(column.name)
    head_words = _shared_head(column)
    if len(different) > MOST_VALUES:
        return head_words
    heads = tuple(head_words)
    coded = [found for piece in pieces(column.name) if (found := codes().get(piece))]
    demonyms, meanings_of_values = _demonyms(), lexicon().values
    for value in different:
        own = Value(table.name, column.name, value)
        short = Value(table.name, column.name, value, alias=True)
        for meanings in coded:
            for said in meanings.get(str(value).lower(), ()):
                index.add_value(said, own)
                for other in meanings_of_values.get(said[0], ()) if len(said) == 1 else ():
                    index.add_value(other, own)

        text = str(value)
        if len(text) > LONGEST_VALUE or len(text) < 2 or text.isdigit():
            continue
        if table.count <= 3 and text.islower():
            continue  # "home" and "away" name the rows of a table of two, and much else in a text
        whole = phrase(text)
        if not whole or (len(whole) == 1 and whole[0] in NOT_ALIASES):
            continue
        index.add_value(whole, own)
        for code in column.codes.get(text, ()):
            if isinstance(code, str) and len(code) > 1 and not code.isdigit() and phrase(code) != whole:
                index.add_value(phrase(code), own)
        for other in meanings_of_values.get(whole[0], ()) if len(whole) == 1 or whole[1:] == heads else ():
            index.add_value(other, own)
        if column.kind == "date" and len(text) in (7, 10):
            month = MONTHS[int(text[5:7]) - 1] if 1 <= int(text[5:7]) <= 12 else ""
            day = (str(int(text[8:])),) if len(text) == 10 else ()
            index.add_value((month, *day, text[:4]), own)
            index.add_value((month, *day), short)
            index.add_value((*day, month, text[:4]), own) if day else None
            continue
        for other in demonyms.get(text, ()):
            index.add_value(other, short)
        if len(whole) == 2 and "/" in text:
            for joint in ("and", "or"):
                index.add_value((whole[0], joint, whole[1]), own)
        if "," in text and _turned(text):
            last_name, _, first = text.partition(", ")
            index.add_value(phrase(f"{first} {last_name}"), own)
        if len(whole) > 1 and whole[-1] in ABBREVIATED:
            index.add_value((*whole[:-1], ABBREVIATED[whole[-1]]), own)
        if heads and len(whole) > 1 and whole[-1:] == heads:
            index.add_value(whole[:-1], own)
        head = text.partition(" (")[0]
        if head != text:
            index.add_value(phrase(head), short)
        words = list(whole if head == text else phrase(head))
        while len(words) > 1 and words[-1] in SUFFIXES:
            words.pop()
            index.add_value(tuple(words), short)
        if key and 1 < len(words) <= 4 and len(words[-1]) > 2 and words[-1] not in NOT_ALIASES and head[0].isupper():
            last = head.split()[-1]
            if last[0].isupper() or last.lower().strip(".") in SUFFIXES:
                index.add_value((words[-1],), short)
    return head_words


@cache
def _demonyms() -> dict[str, list[tuple[str, ...]]]:
    """A country -> what its people and things are called: Germany, German."""
    from figures.references.words import places

    found: dict[str, list[tuple[str, ...]]] = {}
    for forms, country in places().items():
        if forms != phrase(country):
            found.setdefault(country, []).append(forms)
    return found


def _turned(text: str) -> bool:
    """Whether a value is a name with the family name first: "Yates, F."."""
    last, comma, first = text.partition(", ")
    return bool(comma) and last.isalpha() and last[0].isupper() and first[:1].isupper() and len(first.split()) <= 2

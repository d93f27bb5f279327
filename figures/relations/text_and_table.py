"""A number of the text that is also in a table of the document: "In Aleppo 12,500 people are displaced".

The sentence must name the row and the column, and no other row. A sentence that names no row may speak of the table's
total; such a number is related to it only if the two nearly agree, because it may as well speak of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from figures.findings import Relation
from figures.interval import divide
from figures.lexicon.nouns import nouns
from figures.relations.antecedents import is_count, meet
from figures.relations.layout import Layout, Line, Site
from figures.relations.tables import TOTAL, Table, tables

NEAR = divide(1, 10)  # how far a number may be from the table's total to be taken for it
_LONGEST = 600  # code points of a sentence that is looked at
_MOST_ROWS = 2000
_NEUTRAL = frozenset({"be", "is", "are", "was", "were", "have", "has", "ha", "had", "wa", "count", "number", "total"})
_AFTER_NOUN = _NEUTRAL | {"in", "at", "on", "and", "or", "with", "by", "there", "as", "of", "while", "but", "now"}
_EMPTY = frozenset({"the", "and", "number", "of", "in", "total", "all", "no", "per", "figures", "count"})


class _Rows(Struct, frozen=True):
    """One table by the words of its rows and columns."""

    table: Table
    by_word: dict[str, list[int]]  # first word of a label -> rows
    labels: dict[int, frozenset[str]]
    heads: dict[int, frozenset[str]]
    total: int | None


def find(layout: Layout, apart: set[int]) -> Iterator[Relation]:
    """``claims``: the number of the text, then that of the table. ``apart``: claims that are parts of something."""
    known = [rows for table in tables(layout.document, layout.claims) if (rows := _rows(table)) is not None]
    if not known:
        return
    for line in layout.lines:
        if line.source.table is not None or len(line.text) > _LONGEST:
            continue
        words = _stems(line.text)
        for rows in known:
            for site in line.sites:
                index = _cell(rows, words, line, site, layout) if _plain(site) and site.index not in apart else None
                if index is not None:
                    yield Relation("restates", (site.index, index), "table", line.span(site.start, site.end))


def _rows(table: Table) -> _Rows | None:
    if not table.heads or not 2 <= len(table.rows) <= _MOST_ROWS:
        return None
    by_word: dict[str, list[int]] = {}
    labels: dict[int, frozenset[str]] = {}
    total = None
    for row in table.rows:
        label = table.labels.get(row, "")
        if TOTAL.fullmatch(label):
            total = row
            continue
        stems = _stems(label)
        if stems and any(len(word) > 3 for word in stems):
            labels[row] = stems
            by_word.setdefault(min(stems, key=lambda word: (-len(word), word)), []).append(row)
    heads = {column: _stems(table.heads.get(column, "")) - _EMPTY for column in table.columns[1:]}
    return _Rows(table, by_word, labels, heads, total)


def _cell(rows: _Rows, words: frozenset[str], line: Line, site: Site, layout: Layout) -> int | None:
    """The claim in the one cell that the sentence speaks of; None when there is no such cell."""
    named = {row for word in words for row in rows.by_word.get(word, ())[:4] if rows.labels[row] <= words}
    columns = [column for column, head in rows.heads.items() if head and head <= words and _counts(head, site)]
    if len(named) > 1 or len(columns) != 1:
        return None
    row = next(iter(named), rows.total)
    cell = rows.table.cells.get((row, columns[0])) if row is not None else None
    if cell is None or len(cell.claims) != 1:
        return None
    index = cell.claims[0]
    mine, other = site.claim.quantity, layout.claims[index].quantity
    if mine.unit != other.unit or other.high is not None:
        return None
    if meet(mine, other):
        return index
    named_words = rows.labels.get(row, frozenset()) if row is not None else frozenset()
    if not _said_so(rows.heads[columns[0]] | named_words, line, site):
        return None
    if not named:
        slack = NEAR * (other.value if other.value >= 0 else -other.value)
        return index if -slack <= mine.value - other.value <= slack else None
    rivals = [s for s in line.sites if s is not site and _plain(s) and _counts(rows.heads[columns[0]], s)]
    elsewhere = any(
        mine.value == layout.claims[claim].quantity.value
        for column in rows.heads
        if (found := rows.table.cells.get((row or 0, column))) is not None
        for claim in found.claims
    )
    return None if rivals or elsewhere or site.claim.time is not None else index


def _plain(site: Site) -> bool:
    claim = site.claim
    return is_count(site) and not claim.hypothetical and not claim.quantity.vague and claim.counted is not None


def _counts(head: frozenset[str], site: Site) -> bool:
    """Whether the column counts what the number does: the noun stands over it."""
    noun = site.noun
    return bool(noun) and (_stem(noun) in head or any(nouns().same(noun, word) for word in head))


def _said_so(cell: frozenset[str], line: Line, site: Site) -> bool:
    """Whether the sentence says no more of the things than the table does: 5 schools opened are not its 4 schools."""
    predicate, counted = site.claim.predicate, site.claim.counted
    after = line.after(site, 80).strip().removeprefix(counted.text if counted else "")
    following = re.match(r"\s+([a-z][\w’'-]+)", after)
    if following and following.group(1) not in _AFTER_NOUN and _stem(following.group(1)) not in cell:
        return False
    if predicate is None:
        return True
    kinds = nouns()
    happened = kinds.event(predicate.head)
    if happened and any(kinds.event(word) == happened for word in cell):
        return True
    said = _stems(predicate.text) | {predicate.head}
    return bool(said & cell) or predicate.head in _NEUTRAL


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in re.findall(r"[a-z][a-z’'-]+", text[:_LONGEST].lower()))


def _stem(word: str) -> str:
    irregular = {"people": "person", "children": "child", "men": "man", "women": "woman"}
    if word in irregular:
        return irregular[word]
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word

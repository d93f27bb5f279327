"""Pairs that are wrong for the kind of shots that is named and right for another: then the kind is the slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from figures.data.index import Index
from figures.data.spell import Spell, selected

if TYPE_CHECKING:
    from figures.data.verdict import Match


def of_kinds(index: Index, found: list[Match]) -> list[Match]:
    """ "4-for-4 from long range" where there were four of four free throws: marked as right for these.

    Not where the sentence gives the same pair for that kind too: then it was copied to the wrong one.
    """
    if all(match.verdict != "inconsistent" for match in found):
        return found
    if not any(measure.role == "attempted" for measure in index.measures):
        return found
    marked = list(found)
    for k in range(len(found) - 1):
        one, two = found[k], found[k + 1]
        if not (one.verdict == two.verdict == "inconsistent" and one.best and two.best):
            continue
        if one.belongs or two.belongs or two.span.start - one.span.end > 9:
            continue
        names = _other(index, found, (one, two), (one.best.spell, two.best.spell))
        if names:
            marked[k] = structs.replace(one, belongs=names)
            marked[k + 1] = structs.replace(two, belongs=names)
    return marked


def _other(index: Index, found: list[Match], pair: tuple[Match, Match], spells: tuple[Spell, Spell]) -> str:
    """The names of the two columns that hold the pair in the same row; "" where none or several do."""
    made, tried = spells
    roles = {m.column: (m.role, m.parts) for m in index.measures if m.table == made.table}
    if made.kind != "cell" or tried.kind != "cell" or made.where != tried.where or len(made.columns) != 1:
        return ""
    first, second = roles.get(made.columns[0]), roles.get(tried.columns[0])
    if first is None or second is None or (first[0], second[0]) != ("made", "attempted") or first[1] != second[1]:
        return ""
    rows = selected(index.tables[made.table], made.where)
    cells = index.tables[made.table].columns
    names = []
    for name, (role, parts) in roles.items():
        other = next((n for n, told in roles.items() if told == ("attempted", parts)), "")
        if role != "made" or parts == first[1] or not other or len(rows) != 1:
            continue
        if (cells[name].values[rows[0]], cells[other].values[rows[0]]) == (pair[0].value, pair[1].value):
            names.append((name, other))
    stated = {match.best.spell.columns for match in found if match.best is not None and match.verdict == "consistent"}
    if len(names) != 1 or (names[0][0],) in stated:
        return ""
    return f"{names[0][0]} and {names[0][1]}"

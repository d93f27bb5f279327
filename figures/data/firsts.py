"""Who is first among the rows that a clause is about, with its number and that of the one that the text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, structs

from figures.data.candidates import Scene
from figures.data.index import UNDECIDED, UNKNOWN
from figures.data.spell import ORDINALS, Spell, Table, Where, conditions, value
from figures.data.superlative_words import vocabulary
from figures.interval import Exact
from figures.words import number as shown

if TYPE_CHECKING:
    from figures.data.superlatives import Reading


class First(Struct, frozen=True):
    """``label`` is first by ``spell``, with ``amount``; the text says that ``said`` is, which has ``own``."""

    spell: Spell
    label: str
    amount: Exact
    said: str
    own: Exact
    amounts: Spell  # the first's
    owns: Spell  # the other's
    compared: bool  # of two


def first(scene: Scene, reading: Reading) -> First | None:
    """None where it is not clear which rows are meant, or nobody is first alone.

    What the headings say may hold, and so may what the number before was of: all that can be asked must say the same.
    """
    topic, name = scene.memory.topic, reading.table.name
    columns = {reading.name.column, *(w.column for w in reading.where)}
    found = [_first(scene, reading, reading.where)]
    for carried in (topic.scope(name), topic.chosen.get(name, ()) if any(found) else ()):
        if rest := tuple(w for w in carried if w.column not in columns):
            found.append(_first(scene, reading, (*reading.where, *rest)))
    known = [one for one in found if one is not None]
    return known[0] if len({(one.label, one.said) for one in known}) == 1 else None


def _first(scene: Scene, reading: Reading, where: tuple[Where, ...]) -> First | None:
    table, label = reading.table, reading.name.column
    tables = scene.index.tables
    if reading.other is not None:
        where = (*where, Where(label, "in", (reading.name.value, reading.other.value)))  # type: ignore[arg-type]
    filled = where if reading.monthly else (*where, Where(label, "!=", ""))
    rows = value(Spell("count", table.name, (), filled), tables)
    labels = value(Spell("distinct", table.name, (label,), where), tables)
    if rows is None or labels is None or isinstance(rows, str) or isinstance(labels, str) or labels < 2:
        return None
    group = _group(scene, reading, where, several=reading.monthly or rows > labels)
    if group is None:
        return None
    columns = (reading.naming.column,) if reading.naming is not None else ()
    kind = "argmax" if reading.way == "max" else "argmin"
    spell = Spell(
        kind, table.name, columns, where, label=label, group=group, place=reading.spot.place, monthly=reading.monthly
    )
    best = value(spell, tables)
    if best is None:
        return None
    said = str(reading.name.value)
    amounts, owns = (_amount(spell, _labelled(table, label, one)) for one in (str(best), said))
    amount, own = value(amounts, tables), value(owns, tables)
    if amount is None or own is None or isinstance(amount, str) or isinstance(own, str):
        return None
    odd = vocabulary().totals | UNKNOWN | UNDECIDED
    if str(best).lower() in odd or said.lower() in odd or (amount == own) != (str(best) == said):
        return None
    if group == "" and labels > 2 and reading.other is None and _is_total(spell, amount, reading, scene):
        return None
    return First(spell, str(best), amount, said, own, amounts, owns, reading.other is not None)


def _group(scene: Scene, reading: Reading, where: tuple[Where, ...], *, several: bool) -> str | None:
    """How the rows of one label are gathered: sum, mean, count, or "" where each has one; None where nothing tells."""
    if reading.naming is None:
        return "count" if several else None
    averaged = {"avg", "average", "mean"} & {piece.key for piece in reading.naming.pieces}
    if not several:
        return "" if not reading.mean or averaged else None
    asked = {w.column for w in where} | {reading.name.column}
    if set(scene.index.years.get(reading.table.name, ())) - asked:
        return None  # of which year is not said
    if reading.mean:
        return "mean" if not averaged else None
    return "sum" if reading.naming.additive else None


def _is_total(spell: Spell, amount: Exact, reading: Reading, scene: Scene) -> bool:
    """Whether the first is what all the others add up to."""
    if spell.kind != "argmax" or reading.naming is None or not reading.naming.additive:
        return False
    whole = value(Spell("sum", spell.table, spell.columns, spell.where), scene.index.tables)
    return not isinstance(whole, str) and whole is not None and whole == 2 * amount


def _amount(spell: Spell, label: tuple[Where, ...]) -> Spell:
    kind = spell.group or "cell"
    return structs.replace(spell, kind=kind, where=(*spell.where, *label), label="", group="", place=1, monthly=False)


def _labelled(table: Table, label: str, one: str) -> tuple[Where, ...]:
    column = table.columns[label]
    if column.kind == "date" and len(one) == 7 and not column.rows(one):
        return (Where(label, ">", f"{one}-00"), Where(label, "<", f"{one}-99"))
    return (Where(label, "=", int(one) if column.kind == "number" else one),)


def told(found: First) -> str:
    """ "Cedar Row has the highest revenue, 143,800; Birch Lane has 98,400"."""
    spell = found.spell
    which = f" where {conditions(spell.where)}" if spell.where and not found.compared else ""
    if spell.group == "count":
        what = f"{_most(found, 'most', 'fewest', 'more', 'fewer')} rows of {spell.table}{which}"
    else:
        gathered = f"{spell.group} of " if spell.group else ""
        what = f"{_most(found, 'highest', 'lowest', 'higher', 'lower')} {gathered}{' + '.join(spell.columns)}{which}"
    return f"{found.label} has the {what}, {shown(found.amount)}; {found.said} has {shown(found.own)}"


def _most(found: First, high: str, low: str, higher: str, lower: str) -> str:
    most = found.spell.kind == "argmax"
    if found.compared:
        return higher if most else lower
    place = "" if found.spell.place == 1 else f"{ORDINALS[found.spell.place]}-"
    return f"{place}{high if most else low}"

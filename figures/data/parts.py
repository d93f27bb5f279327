"""Numbers of a part of a game: "20 points in the third quarter", "51 in the second half", "14 in overtime"."""

from __future__ import annotations

from msgspec import structs

from figures.data.bare import ALONE
from figures.data.candidates import Candidate, Scene, properties
from figures.data.entities import about, unique
from figures.data.event import event
from figures.data.mentions import Mention
from figures.data.spell import Spell
from figures.data.when import told
from figures.data.words import lexicon

AFTER = frozenset({"halftime", "half", "break", "intermission", "interval"})


def part(scene: Scene, mention: Mention) -> list[str] | None:
    """The pieces of column names that a part of a game is: qtr3 and qtr4; [] where no column has it, None for none."""
    if not event(scene.index):
        return None
    words = scene.words
    if (
        mention.i > 1
        and words[mention.i - 2].raw == "of"
        and words[mention.i - 1].raw in ("his", "her", "their", "its")
    ):
        return None  # "14 of her 24 points in the fourth quarter": of the whole game
    time = told(scene, mention.i, mention.j)
    if time is None or not time.moment:
        return None if time is None else time.pieces(scene)
    if words[time.start].low != "after" or not {t.low for t in words[time.start : time.end]} & AFTER:
        return []  # what was so "at halftime" is no number of the whole game
    return structs.replace(time, low=time.high, high=2 * time.high, moment=False).pieces(scene)


def pieces_only(scene: Scene) -> set[str]:
    """Parts that only stand beside another in a column's name: the quarters of PTS_QTR1."""
    alone = {p for m in scene.index.measures if len(m.parts) == 1 for p in m.parts}
    return {p for m in scene.index.measures for p in m.parts} - alone


def of_part(scene: Scene, mention: Mention, pieces: list[str]) -> list[Candidate]:
    """The cells of the subject's row in the columns of that part, added up; [] where there are none."""
    known = pieces_only(scene)
    near = [(p, score) for p, score in properties(scene, mention) if p not in known and "+" not in p]
    subjects = about(scene.index, scene.entities, scene.words, mention.i, scene.memory)[:1]
    if not pieces or not subjects or mention.unit != "count":
        return []
    behind = scene.words[mention.j].low if mention.j < len(scene.words) else "."
    if not near and behind not in ALONE | {"-"}:
        return []  # "six threes in the third quarter"
    found = []
    for name, score in near or [(p, 0.6) for p in lexicon().score_parts]:
        for table in subjects[0].where:
            if not unique(scene.index, subjects[0], table):
                continue
            own = [m for m in scene.index.measures if m.table == table and not m.role]
            columns = [m.column for piece in pieces for m in own if m.parts == {name, piece}]
            if len(columns) == len(pieces):
                spell = Spell("cell", table, tuple(columns), subjects[0].where[table])
                found.append(Candidate(spell, score, (*columns, "entity")))
    return found

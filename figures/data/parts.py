"""Numbers of a part of a game: "20 points in the third quarter", "51 in the second half", "14 in overtime"."""

from __future__ import annotations

from figures.data.candidates import Candidate, Scene, clause, properties
from figures.data.entities import about, unique
from figures.data.event import event, vocabulary
from figures.data.mentions import Mention
from figures.data.spell import Spell
from figures.data.words import lexicon

AT = frozenset({"in", "during", "through", "of", "over"})
WHICH = frozenset("first second third fourth fifth opening final last closing 1st 2nd 3rd 4th".split())


def part(scene: Scene, mention: Mention) -> list[str] | None:
    """The pieces of column names that a part of a game is: qtr3 and qtr4; [] where no column has it, None for none."""
    if not event(scene.index):
        return None
    start, end = clause(scene, mention.i)
    words = scene.words
    if (
        mention.i > 1
        and words[mention.i - 2].raw == "of"
        and words[mention.i - 1].raw in ("his", "her", "their", "its")
    ):
        return None  # "14 of her 24 points in the fourth quarter": of the whole game
    stop = min([m.i for m in scene.mentions if m.i >= mention.j and not m.named and not _within(scene, m)] + [end])
    comma = next((k for k in range(mention.j, stop) if words[k].raw == ","), stop)
    opens = next((k for k in range(start, mention.i) if words[k].raw == ","), start)
    for low, high in ((mention.j, comma), (start, opens)):
        for k in range(low, high):
            if words[k].raw.lower() in AT and (pieces := _told(scene, k + 1, high)) is not None:
                return pieces
    return None


def _within(scene: Scene, mention: Mention) -> bool:
    """Whether a number only tells which part of a game is meant."""
    return scene.words[mention.i].raw.lower() in WHICH


def _told(scene: Scene, at: int, high: int) -> list[str] | None:
    words = scene.words
    at += at < high and words[at].raw.lower() == "the"
    if at >= high:
        return None
    known = pieces_only(scene)
    for hit in scene.hits:
        if hit.i == at and hit.parts:
            pieces = [p for p in hit.parts if p in known] or [p for q in hit.parts if "+" in q for p in q.split("+")]
            return pieces or None
    low = words[at].raw.lower()
    behind = words[at + 1].raw.lower() if at + 1 < len(words) else "."
    if low == "overtime" or (low in WHICH and behind in vocabulary()["periods"] | {"minutes", "minute"}):
        return []
    if low in WHICH and behind in (".", ","):
        number = words[at].number
        return sorted(p for p in known if p[-1:] == str(number))[:1]
    return None


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

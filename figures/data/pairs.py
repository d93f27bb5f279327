"""Two numbers written as one: "9-for-15" (made of attempted), "(41-9)" (won, lost), "105-96" (one side, the other)."""

from __future__ import annotations

from figures.data.candidates import Candidate, Scene, cell, clause, fitting, properties
from figures.data.decided import result
from figures.data.entities import Entity, about, opponent, unique
from figures.data.event import event, periods, vocabulary
from figures.data.index import Measure
from figures.data.leads import GAPS, outdone, scores
from figures.data.mentions import Mention
from figures.data.parts import pieces_only
from figures.data.spell import Spell
from figures.data.times import times
from figures.data.tries import tries
from figures.data.when import told
from figures.data.words import lexicon
from figures.interval import Interval

ENDS = frozenset({".", ",", ";", "on", "this", "overall", "and"})
RUNS = frozenset({"run", "spurt", "surge", "burst", "stretch", "spree"})


def paired(scene: Scene, mention: Mention) -> list[Candidate]:
    """What the number is as one half of its pair."""
    first = mention if mention.first is None else scene.mentions[mention.first]
    assert first.second is not None
    second = scene.mentions[first.second]
    half = 0 if mention is first else 1
    found = tries(scene, first, second, half)
    if not found and first.joint == "-":
        if second.j < len(scene.words) and scene.words[second.j].stem in RUNS:
            return []  # "a 17-4 run"
        for way in (record, scores):
            if (told := way(scene, first, second, half)) is not None:
                return told
        return sides(scene, first, second, half)
    return found


def record(scene: Scene, first: Mention, second: Mention, half: int) -> list[Candidate] | None:
    """Won and lost: in brackets beside a name, or behind words such as "improved to"; at home, a part of that.

    None where it is no record, [] where it is one that the tables do not know.
    """
    words = scene.words
    told = False
    if first.i and words[first.i - 1].raw == "(" and second.j < len(words) and words[second.j].raw in (")", ","):
        owner = next((e for e in reversed(scene.entities) if e.j == first.i - 1), None)
    else:
        told = _stands(scene, first) or [t.low for t in words[second.j : second.j + 1]] == ["overall"]
        owner = next(iter(about(scene.index, scene.entities, words, first.i, scene.memory)), None) if told else None
    if owner is None or (told and _longer(scene, second)):
        return [] if told else None
    mention = (first, second)[half]
    for pair in lexicon().records:
        for measure in scene.index.measures:
            if measure.parts == {pair[half]} and unique(scene.index, owner, measure.table):
                spell = cell(measure, mention, owner.where[measure.table])
                if told and _part(scene, first, second):
                    within = Interval(mention.value, None)
                    return [Candidate(spell, 0.95, (measure.column, "entity"), within=within, told="at most {}")]
                return [Candidate(spell, 0.95, (measure.column, "entity"))]
    return [] if told else None


def _stands(scene: Scene, first: Mention) -> bool:
    """Whether a record is told in words: "improved to 12-4", "are now 12-4", "a record of 12-4"."""
    vocab = vocabulary()
    before = [t.low for t in scene.words[max(0, first.i - 4) : first.i]]
    moved = before[-1:] == ["to"] and bool(set(before) & vocab["moved"])
    after = scene.mentions[first.second].j if first.second is not None else first.j
    ends = after >= len(scene.words) or scene.words[after].low in ENDS
    if before[-1:] in (["is"], ["are"], ["now"]) and ends:
        return True
    return moved or before[-2:] in (["are", "now"], ["is", "now"], ["record", "of"], ["sit", "at"], ["sits", "at"])


def _longer(scene: Scene, second: Mention) -> bool:
    """Whether a record is of other games than the season's: "since March", "over their last five", "against Linz"."""
    after = {t.low for t in scene.words[second.j : min(clause(scene, second.i)[1], second.j + 5)]}
    return bool(after & {"since", "over", "last", "past", "against", "versus", "vs", "when", "all", "playoffs"})


def _part(scene: Scene, first: Mention, second: Mention) -> bool:
    """Whether a record is that of some games of the season: at home, on the road."""
    near = {t.low for t in scene.words[first.i : clause(scene, second.i)[1]]}
    return bool(near & vocabulary()["partial"])


def sides(scene: Scene, first: Mention, second: Mention, half: int) -> list[Candidate]:
    """The same column of two rows: the subject's number and the other's, the larger one first for a winner."""
    mention = (first, second)[half]
    lex = lexicon()
    subjects = about(scene.index, scene.entities, scene.words, first.i, scene.memory)
    subject = next((e for e in subjects if opponent(scene.index, e)), None)
    if (
        scene.words[first.i - 2 : first.i - 1] and scene.words[first.i - 2].raw == "to"
    ):  # "held off a run by Graz to win"
        head = [e for e in scene.entities if e.subject and e.j <= first.i and not _by(scene, e)]
        subject = next((e for e in head if opponent(scene.index, e)), subject)
    if subject is None:
        return []
    start = max([e.j for e in scene.entities if e is subject], default=0)
    verbs = {t.low for t in scene.words[start : first.i]}
    verbs |= {t.low for t in scene.words[max(0, first.i - 16) : first.i]}
    won = {name for pair in lex.records for name in pair}  # "a 101-93 win" is no record
    parts = _periods(scene, first, second)  # what stands in the sentence of a part of the game is of other numbers
    beside = [(p, s) for p, s in properties(scene, second) if s > 0.44 and p not in won | parts]
    measures = [m for p, _ in beside for m in fitting(scene, mention, p, None)]
    measures = [m for m in measures if unique(scene.index, subject, m.table) and not m.parts & parts]
    named = [p for p, s in beside if s > 0.7 and p not in lex.score_parts and "+" not in p]
    if not measures and set(named) - pieces_only(scene):
        return []  # "won the rebounding battle 44-40", where no table of the sides has rebounds
    ended = result(scene, second.j)
    less = {"to", "tov", "pf"}
    if any(m.parts & less for m in measures) and verbs & {"won", "lost", "winning", "losing"}:
        return []  # "won the turnover battle 15-12": who had the fewer
    if not ended and _standing(scene, first, second):
        return []
    if parts and not ended and verbs & {"outscored", "outscoring"} and times(scene):
        return []  # "the first quarter belonged to the Comets, who outscored Graz 31-24"
    if (
        not measures
        or any(m.parts & set(lex.score_parts) for m in measures)
        or {p for p, _ in beside} <= pieces_only(scene)
    ):
        if not ended and not verbs & lex.score_verbs:
            return []
        measures = [m for part in lex.score_parts for m in fitting(scene, mention, part, None)]
        if parts:
            measures = [m for m in scene.index.measures if m.parts <= set(lex.score_parts) and not m.role]
    other = opponent(scene.index, subject)
    assert other is not None
    several = [] if parts else _sums(scene, subject)
    chosen = [subject, other]
    near = [t.low for t in scene.words[start : first.i]]
    loses = any(word in lex.losing for word in near) or outdone(near)
    if (ended < 0 or (loses and not ended)) and first.value > second.value:
        chosen.reverse()
    if several:
        owner = chosen[half]
        spell = Spell("cell", several[0].table, tuple(m.column for m in several), owner.where[several[0].table])
        return [Candidate(spell, 0.9, (*spell.columns, "entity"))]
    found = []
    widest = max((len(m.parts) for m in measures), default=0)
    for measure in measures:
        owner = chosen[half]
        if unique(scene.index, owner, measure.table) and len(measure.parts) == widest:
            spell = cell(measure, mention, owner.where[measure.table])
            found.append(Candidate(spell, 0.9, (measure.column, "entity")))
    return found


def _by(scene: Scene, entity: Entity) -> bool:
    """Whether a name stands behind "by", with or without an article."""
    return "by" in [t.low for t in scene.words[max(0, entity.i - 2) : entity.i]]


def _standing(scene: Scene, first: Mention, second: Mention) -> bool:
    """Whether a pair is how a game stood at a time that is not told: "took a 62-50 lead", "trailed 62-50"."""
    vocab = vocabulary()
    before = [t.low for t in scene.words[max(0, first.i - 3) : first.i]]
    behind = [t.low for t in scene.words[second.j : second.j + 2]]
    ahead = set(before[-2:]) & (vocab["leading"] | vocab["trailing"]) - {"down"}
    return bool(ahead or set(behind[:1]) & (GAPS - {"margin"}))


def _periods(scene: Scene, first: Mention, second: Mention) -> set[str]:
    """The names of all parts of the game where the tables have its score by them and the pair is of none."""
    main = event(scene.index)
    if (
        not main
        or not periods(scene.index, scene.index.tables[main])
        or told(scene, first.i, second.j, score=True) is not None
    ):
        return set()
    pieces = pieces_only(scene)
    return pieces | {"+".join(p) for p in lexicon().sums.values() if set(p) <= pieces}


def _sums(scene: Scene, subject: Entity) -> list[Measure]:
    """The columns that a phrase of the sentence adds up: both quarters of "the first half"."""
    said = {p for hit in scene.hits for p in hit.parts}
    summed = [] if said & pieces_only(scene) else sorted(p for p in said if "+" in p)
    score = set(lexicon().score_parts)
    found = [
        m
        for part in summed[:1]
        for piece in part.split("+")
        for m in scene.index.measures
        if piece in m.parts and m.parts - {piece} <= score and unique(scene.index, subject, m.table)
    ]
    return found if len({m.table for m in found}) == 1 else []

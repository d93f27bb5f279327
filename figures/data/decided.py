"""By how much a game or a part of it was won: "won by 8", "a two-goal win", "outscored them by nine in the third"."""

from __future__ import annotations

from figures.data.candidates import Candidate, Scene, clause
from figures.data.entities import Entity, about, opponent
from figures.data.event import event, score, side, vocabulary
from figures.data.mentions import Mention
from figures.data.parts import part
from figures.data.spell import Spell
from figures.data.words import lexicon

WINS = frozenset("win victory triumph rout drubbing decision blowout romp thumping thrashing nod".split())
DEFEATS = frozenset("loss defeat setback".split())
UNITS = frozenset("point goal run".split())
SCORING = frozenset("outscored outscoring outscore won win wins winning".split())
LOSING = frozenset("lost lose loses losing fell fall".split())


def decided(scene: Scene, mention: Mention) -> list[Candidate]:
    """What the subject scored less what the other side did, or the other way round where the subject lost."""
    words = scene.words
    start, end = clause(scene, mention.i)
    before = [t.low for t in words[start : mention.i]]
    after = words[mention.j : min(end, mention.j + 6)]
    beat = SCORING | vocabulary()["beat"]
    verb = next((k for k in range(len(before) - 1, -1, -1) if before[k] in beat | LOSING), None)
    loses, what = False, ""
    if before[-1:] == ["by"] and verb is not None and len(before) - verb < 9:
        named = {p for hit in scene.hits if start + verb < hit.i < mention.j + 2 for p in hit.parts}
        others = named - set(lexicon().score_parts)
        if (after[:1] and after[0].raw in ("%", "percent")) or len(others) > 1:
            return []
        what = next(iter(others), "")  # "won the rebounding battle by five"
        from figures.data.leads import outdone

        loses = before[verb] in LOSING or outdone(before)
    elif len(after) > 2 and after[0].raw == "-" and after[1].stem in UNITS:
        if mention.i and words[mention.i - 1].ordinal:
            return []  # "its fifth 10-point win"
        kind = next((t.stem for t in after[2:4] if t.stem in WINS | DEFEATS), "")
        if not kind or {"than", "consecutive", "straight"} & set(before[-3:]):
            return []
        loses = kind in DEFEATS
    else:
        return []
    team = _team(scene, mention)
    if team is None or mention.unit != "count" or {"last", "previous", "past"} & {t.raw for t in words[start:end]}:
        return []
    return _apart(scene, mention, team, what, loses=loses)


def result(scene: Scene, at: int) -> int:
    """1 where a score before token ``at`` is that of a game won ("a 104-90 win"), -1 of one lost, else 0."""
    words = scene.words[at : at + 4]
    for k, token in enumerate(words):
        if token.stem in WINS:
            return 1
        if token.stem in DEFEATS:  # "a 104-90 defeat of the Ravens" was won
            return 1 if [t.low for t in words[k + 1 : k + 2]] == ["of"] else -1
        if token.low not in ("home", "road", "overtime", "season", "comeback", "-", "opening"):
            break
    return 0


def _team(scene: Scene, mention: Mention) -> Entity | None:
    found = next(iter(about(scene.index, scene.entities, scene.words, mention.i, scene.memory)), None)
    subject = next((e for e in reversed(scene.entities) if e.j <= mention.i and e.subject), None)
    return side(scene, subject or found) if subject or found else None  # type: ignore[arg-type]


def _apart(scene: Scene, mention: Mention, team: Entity, what: str, *, loses: bool) -> list[Candidate]:
    main = event(scene.index)
    other, pieces = opponent(scene.index, team), part(scene, mention)
    own = [m for m in scene.index.measures if m.table == main and not m.role]
    total = next((m for m in own if m.parts == {what}), None) if what else score(scene.index, main)
    if total is None or other is None or pieces == []:
        return []
    columns = [total.column]
    if pieces:
        columns = [m.column for p in pieces for m in own if m.parts == total.parts | {p}]
        if len(columns) != len(pieces):
            return []
    first, second = (other, team) if loses else (team, other)
    less = Spell("sum", main, tuple(columns), second.where[main])
    spell = Spell("difference", main, tuple(columns), first.where[main], other=less)
    return [Candidate(spell, 0.9, (*columns, "entity"))]

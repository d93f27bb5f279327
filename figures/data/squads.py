"""Some of a side: its bench, its starters, and groups of players of which no table tells ("the backcourt")."""

from __future__ import annotations

from figures.data.candidates import Candidate, Scene, clause, fitting, properties
from figures.data.entities import PREPOSITIONS, Entity, about, opponent
from figures.data.event import event, side
from figures.data.index import PIECE
from figures.data.leads import outdone
from figures.data.mentions import Mention
from figures.data.shots import OWN, deeds
from figures.data.spell import Spell, Where
from figures.data.words import lexicon

BACK = 3  # tokens before the word for a group in which a verb or a preposition takes it from being the subject
RELATIVE = frozenset({"which", "who", "that"})


def squad(scene: Scene, mention: Mention) -> list[Candidate] | None:
    """ "the Comets' bench had 18 points", "31 points from its bench": a sum over these rows.

    None where no group is the subject of the number; [] where one is that the tables do not know.
    """
    if not event(scene.index) or mention.named:
        return None
    first = mention if mention.first is None else scene.mentions[mention.first]
    if first.second is None and first.i and scene.words[first.i - 1].raw in ("'s", "’s"):
        own = scene.words[first.i - 3].low if first.i > 2 else ""
        if own in OWN:
            return []  # whose team "his" is, is not told
        who = next(iter(about(scene.index, scene.entities, scene.words, first.i, scene.memory)), None)
        return [] if own == "the" and who is not None and who.person else None  # "the team's 15 threes"
    found = _subject(scene, first.i)
    if found is None and mention is first and mention.second is None:
        found = _giver(scene, mention)
    if found is None:
        return None
    kind, team = found
    if kind == "some" or team is None or mention.unit != "count":
        return []
    second = None if first.second is None else scene.mentions[first.second]
    near = properties(scene, second or mention)
    said = [t.low for t in scene.words[max(0, first.i - 5) : first.i]]
    scored = set(said) & (deeds()["scored"] | {"outscored", "outscoring"})
    if second is not None:
        if first.joint != "-" or not scored:
            return []
        near = [(part, 0.9) for part in lexicon().score_parts]
        less = outdone(said) and first.value > second.value
        owner = team if (mention is first) != less else opponent(scene.index, team)
        return rows(scene, mention, kind, owner, near) if owner is not None else []
    if not near and scored:
        near = [(part, 0.8) for part in lexicon().score_parts]
    return rows(scene, mention, kind, team, near)


def _subject(scene: Scene, at: int) -> tuple[str, Entity | None] | None:
    """Which group of which side the words before a number are about."""
    words = scene.words
    start, _ = clause(scene, at)
    if start < len(words) and start > 1 and words[start].low in RELATIVE:
        start = max(0, start - 3)
    for k in range(start, at):
        kind, end = _kind(scene, k)
        if not kind or any(e.subject and end <= e.i and e.j <= at for e in scene.entities):
            continue
        owner = next((e for e in scene.entities if e.j <= k and k - e.j <= 1), None)
        low = owner.i if owner is not None else k
        before = [t.low for t in words[max(start, low - BACK) : low]]
        goes_on = {t.low for t in words[end : end + 2]} & RELATIVE  # "led a bench that scored 24"
        if not goes_on and (set(before) & deeds()["beside"] or set(before[-2:]) & PREPOSITIONS):
            continue
        if owner is None and scene.entities and not set(before) & {"its", "their"} and kind != "some":
            left = [e for e in scene.entities if e.j <= k and not e.person]
            return kind, side(scene, left[-1]) if len(left) == 1 else None
        group = owner or scene.memory.group or scene.memory.subject
        return kind, side(scene, group) if group is not None else None
    return None


def _giver(scene: Scene, mention: Mention) -> tuple[str, Entity | None] | None:
    """ "got 31 points from its bench": of the side, not of a player who comes from the bench."""
    words = scene.words
    _, end = clause(scene, mention.i)
    for k in range(mention.j, min(end, mention.j + 4)):
        if words[k].low in ("from", "off", "by"):
            for at in range(k + 1, min(end, k + 5)):
                kind, _ = _kind(scene, at)
                if any(k < e.i <= at for e in scene.entities if not side(scene, e)):
                    return None  # "from Ruiz off the bench"
                if not kind:
                    continue
                left = [e for e in scene.entities if e.subject and e.j <= mention.i]
                owner = left[-1] if left else scene.memory.subject
                team = side(scene, owner) if owner is not None else None
                return None if team is None else (kind, team)
    return None


def _kind(scene: Scene, at: int) -> tuple[str, int]:
    """Which group a token names, and where its words end; "" for none."""
    raw = scene.words[at].low
    if scene.words[at].number is not None and not scene.words[at].ordinal:
        return "", at  # "a pair of blocks"
    for name in ("bench", "starters", "some"):
        if raw in deeds()[name]:
            return name, at + 1
    for stems, name in deeds()["units"].items():
        if tuple(t.stem for t in scene.words[at : at + len(stems)]) == stems:
            return str(name), at + len(stems)
    return "", at


def rows(scene: Scene, mention: Mention, kind: str, team: Entity, near: list[tuple[str, float]]) -> list[Candidate]:
    """A column added up over those of a side who started, or over the others."""
    found = []
    for part, score in near:
        for measure in fitting(scene, mention, part, None):
            where = team.where.get(measure.table)
            column = _start(scene, measure.table)
            if where is None or not column or measure.role == "share":
                continue
            started = Spell("sum", measure.table, (measure.column,), (*where, *_started(scene, measure.table, column)))
            whole = Spell("difference", measure.table, (measure.column,), where, other=started)
            found.append(Candidate(started if kind == "starters" else whole, score, (measure.column, "rows")))
    return found


def _start(scene: Scene, table: str) -> str:
    """The column that says who started; "" where there is none."""
    for column in scene.index.tables[table].columns.values():
        if column.kind == "text" and {piece.lower() for piece in PIECE.findall(column.name)} & deeds()["start"]:
            return column.name
    return ""


def _started(scene: Scene, table: str, column: str) -> tuple[Where, ...]:
    """The rows in which the column says so: any value but an empty cell, "no" and the like."""
    held = scene.index.tables[table].columns[column]
    different = {value for value in held.values if isinstance(value, str)}
    no = sorted(value for value in different if value.lower() in deeds()["not_started"])
    return (Where(column, "!=", ""), *(Where(column, "!=", value) for value in no))


def name(scene: Scene) -> None:
    """Marks the numeral of "the second unit", which only names the bench."""
    for mention in scene.mentions:
        if _kind(scene, mention.i)[0] and mention.unit == "ordinal":
            mention.named = True

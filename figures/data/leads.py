"""Leads: the largest of a game is at least what one side was ahead by at the end of a quarter, or of the game."""

from __future__ import annotations

from figures.data.candidates import Candidate, Scene, clause
from figures.data.entities import Entity, about, opponent
from figures.data.event import event, margins, periods, side, turned, vocabulary
from figures.data.mentions import Mention
from figures.data.spell import Spell, Where
from figures.interval import Interval

AHEAD = "at least {}, the lead at the end of a period"
MIDWAY = frozenset({"midway", "early", "late", "remaining", "minutes", "minute"})
CLOSING = frozenset(
    "cut cutting trim trimmed trimming reduced reducing narrowed narrowing whittled closed within".split()
)
NEGATED = frozenset({"never", "not", "n't", "didn't", "did", "nor"})


def lead(scene: Scene, mention: Mention) -> list[Candidate]:
    """ "neither side leading by more than 8 points", "led by as many as 12", "their largest lead was 15"."""
    if mention.unit != "count":
        return []
    vocab = vocabulary()
    start, end = clause(scene, mention.i)
    before = [t.raw.lower() for t in scene.words[start : mention.i]]
    ahead = next((k for k in range(len(before) - 1, -1, -1) if before[k] in vocab["leading"] | vocab["trailing"]), None)
    if ahead is None or len(before) - ahead > 9 or _partly(scene, mention, start, end):
        return []
    many = before[-3:] in (["as", "many", "as"], ["as", "much", "as"])
    over = before[-2:] == ["more", "than"] or before[-1:] == ["over"]
    either = bool({"neither", "no"} & set(before[:ahead])) and bool({"team", "side", "club", "squad"} & set(before))
    never = bool(NEGATED & set(before))
    largest = (
        ahead > 0 and before[ahead - 1] in vocab["largest"] and bool({"was", "of", "at", ":"} & set(before[ahead:]))
    )
    if not ((many and not never) or (over and (either or never)) or (largest and not over)):
        return []
    any_side = either or (
        largest and "their" not in before and "its" not in before and not _owner(scene, start + ahead)
    )
    team = _team(scene, mention, any_side)
    if team is None:
        return []
    behind = before[ahead] in vocab["trailing"]
    found = []
    for spell, apart in margins(scene, team):
        if any_side or not behind:
            found.append((apart, spell))
        if any_side or behind:
            found.append((-apart, turned(spell)))
    if not found:
        return []
    _, spell = max(found, key=lambda pair: pair[0])
    return [Candidate(spell, 0.8, (*spell.columns, "entity"), within=Interval(None, mention.value), told=AHEAD)]


def _partly(scene: Scene, mention: Mention, start: int, end: int) -> bool:
    """Whether a lead is told of a part of the game only: "in the second half"; "-point" is no such word."""
    words = scene.words
    for k in range(start, end):
        low = words[k].raw.lower()
        if mention.i <= k < mention.j + 2 or (low == "over" and k == mention.i - 1):
            continue
        if low in vocabulary()["partly"] or any(h.parts and h.i == k and "+" in "".join(h.parts) for h in scene.hits):
            return True
    return False


def _owner(scene: Scene, at: int) -> bool:
    return any(e.possessive and e.j <= at and at - e.j <= 3 for e in scene.entities)


def _team(scene: Scene, mention: Mention, any_side: bool) -> Entity | None:
    if any_side:
        return _first(scene)
    found = next(iter(about(scene.index, scene.entities, scene.words, mention.i, scene.memory)), None)
    return side(scene, found) if found is not None else None


def _first(scene: Scene) -> Entity | None:
    """The first side of the event."""
    main = event(scene.index)
    keys = scene.index.keys[main]
    name = scene.index.tables[main].columns[keys[-1]].values[0] if keys else None
    return Entity(0, 0, {main: (Where(keys[-1], "=", name),)}) if name is not None else None


def standing(scene: Scene, mention: Mention) -> list[Candidate]:
    """ "led by nine after the first quarter", "took a two-point lead into halftime"."""
    if mention.unit != "count":
        return []
    vocab, words = vocabulary(), scene.words
    start, end = clause(scene, mention.i)
    near = [t.raw.lower() for t in words[start:end]]
    ahead = [w for w in near if w in vocab["leading"]]
    behind = [w for w in near if w in vocab["trailing"]]
    before = [t.raw.lower() for t in words[max(start, mention.i - 3) : mention.i]]
    after = [t.raw.lower() for t in words[mention.j : mention.j + 5]]
    by = before[-1:] == ["by"] and bool({*ahead, *behind} & set(near[: mention.i - start]))
    of = after[:2] == ["-", "point"] and bool({"lead", "advantage", "deficit", "cushion", "edge"} & set(after))
    many = played(scene, mention.j, end) or played(scene, start, mention.i)
    columns = periods(scene.index, scene.index.tables[event(scene.index)])
    found = next(iter(about(scene.index, scene.entities, words, mention.i, scene.memory)), None)
    team = side(scene, found) if found is not None else None
    if not (by or of) or bool(ahead) == bool(behind) or not 0 < many <= len(columns) or team is None:
        return []
    if set(before) & {"many", "much", "than", "from", "erased", "overcame", "overcoming", "erasing"}:
        return []
    spell = next((s for s, _ in margins(scene, team) if s.columns == tuple(columns[:many])), None)
    if spell is None:
        return []  # a cell of a period is empty
    return [Candidate(turned(spell) if behind else spell, 0.9, (*spell.columns, "entity"))]


def scores(scene: Scene, first: Mention, second: Mention, half: int) -> list[Candidate] | None:
    """ "led 50-48 at halftime", "a 30-21 lead after one quarter": what each side had scored by then.

    None where no such time is told; [] where it is and the tables do not know it.
    """
    main = event(scene.index)
    vocab = vocabulary()
    start, end = clause(scene, first.i)
    near = {t.raw.lower() for t in scene.words[start:end]}
    many = played(scene, second.j, end) or played(scene, start, first.i)
    ahead, behind = bool(near & vocab["leading"]), bool(near & vocab["trailing"])
    if not many or ahead == behind:
        return None
    if near & CLOSING:
        return []  # of whom the lead is, is not told
    columns = tuple(periods(scene.index, scene.index.tables[main])) if main else ()
    found = next(iter(about(scene.index, scene.entities, scene.words, first.i, scene.memory)), None)
    team = side(scene, found) if found is not None else None
    other = opponent(scene.index, team) if team is not None else None
    if many < 0 or team is None or other is None:
        return []
    both = [team, other]
    if behind and first.value > second.value:
        both.reverse()
    spell = Spell("cell", main, columns[:many], both[half].where[main])
    return [Candidate(spell, 0.9, (*spell.columns, "entity"))]


def played(scene: Scene, start: int, end: int) -> int:
    """How many periods were over when a score stood: "at halftime", "after three quarters".

    0 where no such time is told, -1 where one is told that the table does not know.
    """
    vocab, words = vocabulary(), scene.words
    low = [t.raw.lower() for t in words[start:end]]
    main = event(scene.index)
    whole = len(periods(scene.index, scene.index.tables[main])) if main else 0
    half = whole // 2 if whole and whole % 2 == 0 else -1
    if low[:3] == ["-", "point", "halftime"]:
        return half
    if MIDWAY & set(low):
        return -1
    for k, raw in enumerate(low):
        if raw not in vocab["stood"]:
            continue
        rest = [w for w in low[k + 1 : k + 7] if w not in ("the", "of", "a", "end")]
        if rest and rest[0] in vocab["halves"]:
            return half
        number = next((t.number for t in words[start + k + 1 : start + k + 6] if t.number is not None), 0)
        number = 1 if rest[:1] == ["opening"] else number
        if not rest or rest[0] not in vocab["ordinals"] or not isinstance(number, int):
            continue
        number -= raw in ("into", "entering", "entered", "heading", "going")
        if "half" in rest[1:2]:
            return half * number if half > 0 else -1
        if set(rest[1:2]) <= vocab["periods"] or rest[1:2] in ([","], ["."]):
            return number if 0 < number <= whole else -1
    return -1 if {"after", "until", "before", "when"} & set(low[:2]) else 0

"""Leads: the largest of a game is at least what one side was ahead by at the end of a quarter, or of the game."""

from __future__ import annotations

from figures.data.candidates import Candidate, Scene, clause
from figures.data.entities import Entity
from figures.data.event import event, margins, side, turned, vocabulary
from figures.data.mentions import Mention
from figures.interval import Interval

AHEAD = "at least {}, the lead at the end of a period"
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
    from figures.data.entities import about

    if any_side:
        return _first(scene)
    found = next(iter(about(scene.index, scene.entities, scene.words, mention.i, scene.memory)), None)
    return side(scene, found) if found is not None else None


def _first(scene: Scene) -> Entity | None:
    """The first side of the event."""
    from figures.data.spell import Where

    main = event(scene.index)
    keys = scene.index.keys[main]
    name = scene.index.tables[main].columns[keys[-1]].values[0] if keys else None
    return Entity(0, 0, {main: (Where(keys[-1], "=", name),)}) if name is not None else None

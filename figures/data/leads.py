"""Leads: the largest of a game is at least what one side was ahead by at the end of a quarter, or of the game."""

from __future__ import annotations

from figures.data.candidates import Candidate, Scene, clause
from figures.data.entities import Entity, about, opponent
from figures.data.event import event, margins, periods, side, turned, vocabulary
from figures.data.mentions import Mention
from figures.data.spell import Spell, Where
from figures.data.when import told
from figures.data.words import lexicon
from figures.interval import Interval

AHEAD = "at least {}, the lead at the end of a period"
CLOSING = frozenset(
    "cut cutting trim trimmed trimming reduced reducing narrowed narrowing whittled closed within".split()
)
EITHER = 2
LITTLE = frozenset({"just", "only", "a", "an", "the", "as"})
GAPS = frozenset({"lead", "margin", "advantage", "deficit", "cushion", "edge"})
STANDS = frozenset({"up", "down", "ahead", "behind", "trailing", "leading"})
NEGATED = frozenset({"never", "not", "n't", "didn't", "did", "nor"})


def lead(scene: Scene, mention: Mention) -> list[Candidate]:
    """ "neither side leading by more than 8 points", "led by as many as 12", "their largest lead was 15"."""
    if mention.unit != "count":
        return []
    vocab = vocabulary()
    start, end = clause(scene, mention.i)
    before = [t.low for t in scene.words[start : mention.i]]
    ahead = next((k for k in range(len(before) - 1, -1, -1) if before[k] in vocab["leading"] | vocab["trailing"]), None)
    anew = ahead if ahead and before[ahead - 1] == "and" else 0  # "scored 30 in the first quarter and led by ..."
    if ahead is None or len(before) - ahead > 9 or _partly(scene, mention, start + anew, end):
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
        low = words[k].low
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
    words = scene.words
    time = told(scene, mention.i, mention.j)
    sign = _sign(scene, mention, time.end) if time is not None and time.moment else 0
    found = next(iter(about(scene.index, scene.entities, words, mention.i, scene.memory)), None) if sign else None
    team = _first(scene) if sign == EITHER else side(scene, found) if found is not None else None
    if time is None or team is None:
        return []
    spell, apart = next(((s, n) for s, n in margins(scene, team) if s.columns == time.columns(scene)), (None, 0))
    if spell is None:
        return []  # a cell of a period is empty
    if sign == EITHER and apart < 0:
        spell = turned(spell)
    return [Candidate(turned(spell) if sign < 0 else spell, 0.9, (*spell.columns, "entity"))]


def _sign(scene: Scene, mention: Mention, stop: int) -> int:
    """1 where the number is how far its subject was ahead, -1 where it was behind, 0 where it is none of these.

    EITHER where it is how far the two were apart, whoever was ahead: "a one-point game", "cut the lead to five".
    """
    vocab, words = vocabulary(), scene.words
    start, end = clause(scene, mention.i)
    before = spoken(scene, start, mention.i)
    while before[-1:] and before[-1] in LITTLE:
        before.pop()
    after = [t.low for t in words[mention.j : mention.j + 5]]
    near = {*before, *_until(scene, mention.j, stop, end)}
    ahead, behind = near & vocab["leading"], near & vocab["trailing"]
    said = set(before) & (vocab["leading"] | vocab["trailing"])
    plain = [raw for raw in after if raw not in ("-", "point", "points", "goal", "goals")]
    if after[:1] in (["points"], ["point"], ["goals"], ["goal"]) and plain and plain[0] in STANDS:
        return 1 if plain[0] in ("up", "ahead") else -1  # "came back from six points down"
    if set(before[-3:]) & {"many", "much", "than", "from", "erased", "overcame", "overcoming", "erasing"}:
        return 0
    by = (before[-1:] == ["by"] and said) or (before[-1:] and before[-1] in STANDS)
    of = after[:2] == ["-", "point"] and {"lead", "advantage", "deficit", "cushion", "edge"} & set(after)
    was = before[-1:] == ["was"] and before[-2:-1] and before[-2] in said and {"its", "their"} & set(before[-4:])
    game = after[:1] == ["-"] and after[2:3] in (["game"], ["match"]) and "it" in before[-3:]
    if game or (before[-1:] == ["to"] and set(before[-7:]) & GAPS):
        return EITHER
    if not (by or of or was) or bool(ahead) == bool(behind) or set(before[-6:]) & CLOSING:
        return 0
    return -1 if behind else 1


def scores(scene: Scene, first: Mention, second: Mention, half: int) -> list[Candidate] | None:
    """ "led 50-48 at halftime", "a 30-21 lead after one quarter", "a 26-20 third quarter": what each side had scored.

    None where no part and no moment of the game is told; [] where one is and the tables do not know it. Where nobody
    is said to be ahead ("the score was 50-48 at the half"), the first number is the higher one.
    """
    time = told(scene, first.i, second.j, score=True)
    main = event(scene.index)
    if time is None or (not time.moment and not (main and periods(scene.index, scene.index.tables[main]))):
        return None
    columns = time.columns(scene)
    if time.start >= second.j and scene.words[time.end - 1].low in vocabulary()["overtime"]:
        low = {t.low for t in scene.words[max(0, first.i - 12) : first.i]}
        if low & (vocabulary()["beat"] | vocabulary()["bow"]):
            return None  # "beat the Ravens 104-101 in overtime": the score of the game
    start, end = clause(scene, first.i)
    before = spoken(scene, start, first.i)
    near = {*before, *_until(scene, second.j, time.end, end)}
    vocab = vocabulary()
    if not columns or (near & CLOSING and time.moment):
        return []  # of whom the lead is, is not told
    if "score" in before and before[-1] in ("was", "stood", "at", "is", "to"):
        higher = first.value >= second.value
        kind = "max" if (half == 0) == higher else "min"
        return [Candidate(Spell(kind, main, columns), 0.9, columns)]
    found = next(iter(about(scene.index, scene.entities, scene.words, first.i, scene.memory)), None)
    team = side(scene, found) if found is not None else None
    other = opponent(scene.index, team) if team is not None else None
    behind = _behind(before, near)
    ahead = near & vocab["leading"] or before[-2:] in (["on", "top"], ["in", "front"])
    if team is None or other is None or (time.moment and not behind and not ahead):
        return []
    both = [team, other]
    if behind and first.value > second.value:
        both.reverse()
    spell = Spell("cell", main, columns, both[half].where[main])
    return [Candidate(spell, 0.9, (*columns, "entity"))]


def spoken(scene: Scene, start: int, end: int) -> list[str]:
    """The words between two tokens that belong to no name: the Trail Blazers do not trail."""
    names = {k for entity in scene.entities for k in range(entity.i, entity.j)}
    return [scene.words[k].low for k in range(start, end) if k not in names]


def _until(scene: Scene, start: int, stop: int, end: int) -> list[str]:
    """The words up to the end of those for a time, with what is behind it: "a 10-point halftime lead"."""
    return [*spoken(scene, start, stop), *(w for w in spoken(scene, max(start, stop), min(stop + 1, end)) if w in GAPS)]


def outdone(before: list[str]) -> bool:
    """Whether what stands before a number is told of the side that had less of it: "were outscored", "outrebounded"."""
    out = [
        k for k, raw in enumerate(before) if raw.startswith("out") and (raw.endswith("ed") or raw in ("out", "outshot"))
    ]
    return bool(out) and bool({"were", "was", "been", "being", "got"} & set(before[max(0, out[-1] - 3) : out[-1]]))


def _behind(before: list[str], near: set[str]) -> bool:
    """Whether a score is told of the side that had less: it trailed, or was outscored."""
    return bool(outdone(before) or near & vocabulary()["trailing"] or set(before[-6:]) & lexicon().losing)

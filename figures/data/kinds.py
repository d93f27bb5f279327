"""Points of a kind that no column holds, and players that are counted in words that are none for rows."""

from __future__ import annotations

from figures.data.candidates import Scene, clause
from figures.data.event import event, vocabulary
from figures.data.mentions import Mention
from figures.data.shots import deeds
from figures.data.words import Token, lexicon
from figures.lexicon.english import MONTHS

BESIDE = 6  # tokens on either side of a number
OVER = frozenset({"over", "ahead", "clear", "behind", "above", "below", "adrift"})
FROM = frozenset({"from", "at", "beyond", "behind"})
SCORED = frozenset({"scored", "scoring", "outscored", "outscoring"})

CLOCK = frozenset({"minutes", "minute", "seconds"})


def of_a_kind(scene: Scene, mention: Mention) -> bool:
    """Whether a number is of some of the points only: "44-38 in the paint", "19 points off 15 turnovers"."""
    if mention.unit != "count" or not event(scene.index):
        return False
    first = mention if mention.first is None else scene.mentions[mention.first]
    last = mention if mention.second is None else scene.mentions[mention.second]
    if mention.joint not in ("", "-"):
        return False
    start, end = clause(scene, mention.i)
    low = max([start, *(m.j for m in scene.mentions if m.j <= first.i and not m.named), first.i - 2])
    stop = min([end, last.j + BESIDE, *(m.i for m in scene.mentions if m.i >= last.j + 3 and not m.named)])
    comma = next((k for k in range(last.j, stop) if scene.words[k].raw in (",", ".", ";")), stop)
    if not _scores(scene, mention, last.j, comma):
        return False
    tried = {p for m in scene.index.measures if m.role == "attempted" for p in m.parts} - {"fg"}
    for hit in scene.hits:  # "36 points from beyond the arc"
        placed = scene.words[hit.i].low in FROM or scene.words[hit.i - 1].low in FROM
        if last.j <= hit.i < min(comma, last.j + 4) and set(hit.parts) & tried and placed:
            return True
    for k in range(low, comma):
        for phrase in deeds()["of_a_kind"].get(scene.words[k].stem, ()):
            stems = [t.stem for t in scene.words[k : k + 4 + len(phrase)] if _plain(t)]
            if tuple(stems[: len(phrase)]) == phrase and " ".join(phrase) not in scene.index.names:
                return True
    return False


def _plain(token: Token) -> bool:
    """Whether a word may belong to a phrase: no hyphen, no number and no name ("off 15 Porto turnovers")."""
    return token.raw != "-" and (token.number is None or token.ordinal) and not token.raw[0].isupper()


def _scores(scene: Scene, mention: Mention, at: int, end: int) -> bool:
    """Whether a number is one of points: by its noun, or by a verb where it stands in a pair."""
    parts = {p for hit in scene.hits if at <= hit.i < end for p in hit.parts}
    if parts & set(lexicon().score_parts):
        return True
    if mention.first is None and mention.second is None:
        return False
    return bool({t.low for t in scene.words[: mention.i]} & SCORED)


def at_times(scene: Scene, mention: Mention) -> bool:
    """Whether a number is of other games, or of some minutes of this one: "since a 35-point game", "with 2:11 left"."""
    if not event(scene.index):
        return False
    start, end = clause(scene, mention.i)
    before = [t.low for t in scene.words[start : mention.i]]
    after = [t.low for t in scene.words[mention.j : end]]
    ways = (_apart, _of_others, _earlier, _clocked)
    return any(way(scene, mention, before, after) for way in ways)


def dated(scene: Scene, mention: Mention) -> bool:
    """Whether a number is of another day or month, of games since one, or of another meeting of the two."""
    if not event(scene.index):
        return False
    start, end = clause(scene, mention.i)
    before = [t.low for t in scene.words[start : mention.i]]
    after = [t.low for t in scene.words[mention.j : end]]
    known = {k for hit in scene.hits if hit.values for k in range(hit.i, hit.j)}
    if before[-1:] and (before[-1] in MONTHS or (before[-1] == "." and before[-2:-1] and before[-2] in MONTHS)):
        return True
    for k in range(min(len(after) - 1, 8)):
        if after[k] in ("in", "on") and after[k + 1] in MONTHS and mention.j + k + 1 not in known:
            return scene.words[mention.j + k + 1].raw[0].isupper()
    told = {*before, *after}
    return "since" in before or bool(told & deeds()["meetings"] and told & deeds()["other_one"])


def _apart(scene: Scene, mention: Mention, before: list[str], after: list[str]) -> bool:
    """How far something is apart, or half of all games: "a nine-point favorite", "two games under .500"."""
    apart = [t.stem for t in scene.words[mention.j : mention.j + 4] if t.raw != "-"]
    if apart[:1] in (["point"], ["goal"], ["run"]) and set(apart[1:3]) & deeds()["apart"]:
        return True
    if after[:1] in (["points"], ["point"], ["goals"], ["goal"]) and after[1:2] != [] and after[1] in OVER:
        return scene.words[mention.j + 2].number is None  # "came in with nine points over Graz"
    return scene.words[mention.i].raw.startswith(".") or before[-1:] == ["."]


def _of_others(scene: Scene, mention: Mention, before: list[str], after: list[str]) -> bool:
    """Of what is usual, of those who watched, or some of a number before: "30 of them", "turned 12 into 13 points"."""
    words = deeds()
    if before[-1:] != ["-"] and (vocabulary()["averaged"] & set(before) or set(before[-3:]) & words["watching"]):
        return True
    if set(before[-2:]) & words["usual"] and set(before[-4:]) & {"season", "career"}:
        return True
    if not set(after[:6]) & set(words["sorts"]) and after[:2] in (
        ["of", "them"],
        ["of", "those"],
        ["of", "which"],
        ["of", "whom"],
    ):
        return True
    if before[-2:] == ["of", "the"] and scene.words[mention.i - 3].number is not None:
        return True  # "five of the eight players who"
    if before[-1:] == ["to"] and set(before[-4:]) & words["tally"]:
        return True  # "took her tally to 11"
    turned = bool(set(before) & words["into"])
    return turned and ("into" in after[:4] or "into" in before[-3:])


def _earlier(scene: Scene, mention: Mention, before: list[str], after: list[str]) -> bool:
    """Of a game before: "coming off a 31-point game", "After scoring 31 on Tuesday, Ruiz had ..."."""
    if before[:1] == ["after"] and before[1:2] != [] and before[1].endswith("ing") and "," not in before:
        return "," in after
    for k in range(len(before) - 2, max(-1, len(before) - 8), -1):
        if before[k] in ("with", ","):
            return False
        if {" ".join(before[k : k + 2]), " ".join(before[k : k + 3])} & deeds()["before"]:
            return "with" not in before[k:] and "," not in before[k:]
    return False


def _clocked(scene: Scene, mention: Mention, before: list[str], after: list[str]) -> bool:
    """Near words for a time of the game: "with 30 seconds remaining", "with 2:11 left"."""
    low = [*before, "#", *after]
    for k, raw in enumerate(low):
        left = (
            raw in ("remaining", "left")
            or (raw == "go" and low[k - 1] == "to")
            or (raw == "play" and low[k - 1] == "to")
        )
        if left and (set(low[max(0, k - 3) : k]) & (CLOCK | {":"})):
            return True
    return False

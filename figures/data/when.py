"""When a number of a game was: the part or the moment that its words lead to."""

from __future__ import annotations

from figures.data.candidates import Scene, clause
from figures.data.event import event, vocabulary
from figures.data.mentions import PAIRED, Mention
from figures.data.times import Time, times

CLOCK = frozenset({"first", "next", "those", "opening", "past"})
BEHIND = frozenset({"left", "remaining", "into", "later", "go", "span", "stretch"})
BESIDE = frozenset({"after", "until", "before", "when"})
LISTED = frozenset({",", "and", "on", "with", "of", "for", "a", "an"})
FAR = 8  # tokens between a score and the words that tell when it stood


def told(scene: Scene, start: int, end: int, *, score: bool = False) -> Time | None:
    """When the number or the pair at tokens ``start`` to ``end`` was; None where that is not said.

    The words behind it, up to the next number, go before those that begin its clause. Of a ``score``, "after an hour"
    tells a time too, that is not known.
    """
    found = times(scene)
    words = scene.words
    if not found and not (score and BESIDE & {t.low for t in words[end : end + 2]}):
        return None
    first, last = clause(scene, start)
    spans = [(time.start, time.end) for time in found]
    others = [m.i for m in scene.mentions if m.i >= end and not any(a <= m.i < b for a, b in spans)]
    stop = min([*others, last, end + FAR])
    if start and end < stop and words[start - 1].raw == words[end].raw == ",":
        end += 1  # "outscored the Ravens, 28-19, in the third quarter"
    if not score and (shared := _shared(scene, found, end, last)) is not None:
        return shared
    for k in range(end, stop):
        time = next((t for t in found if t.start == k), None)
        if time is not None:
            return time
        if score and k < end + 2 and words[k].low in BESIDE:
            return Time(k, k + 1, 0, 0, True)
        if words[k].low in vocabulary()["apart"]:
            break
    for time in reversed(found):
        if time.end <= start and first <= time.start:
            if _fronted(scene, time, first, start):
                return time
            if not score and _trailing(scene, time, start):
                return Time(time.start, time.end, 0, 0, False)
    return None


def _shared(scene: Scene, found: list[Time], end: int, last: int) -> Time | None:
    """The part of a game behind a list that a number begins, or behind its shots: "20 points on 7-of-21 shooting in".

    It is not known to be that of the number too, but what was so over the whole game is not either.
    """
    words = scene.words
    listed = False
    names = {k for entity in scene.entities for k in range(entity.i, entity.j)}
    for k in range(end, last):
        time = next((t for t in found if t.start == k), None)
        if time is not None:
            return Time(time.start, time.end, 0, 0, False) if listed and not time.moment else None
        number = any(m.i <= k < m.j and not m.named for m in scene.mentions)
        listed = listed or number
        noun = any(hit.i <= k < hit.j and hit.parts for hit in scene.hits)
        low = words[k].low
        if k in names or not (number or noun or low in LISTED or words[k].raw in PAIRED):
            return None
    return None


def _fronted(scene: Scene, time: Time, first: int, at: int) -> bool:
    """Whether a time before a number is its own: at the head of the clause, of "the score", or before "in which"."""
    words = scene.words
    if any(m.j <= at and m.i >= time.end and not m.named for m in scene.mentions):
        return False
    before = [t.low for t in words[max(first, time.start - 2) : time.start]]
    behind = [t.low for t in words[time.end : time.end + 3]]
    if "score" in before or "score" in behind[:1] or behind[1:] == ["in", "which"] or behind[1:2] == ["when"]:
        return True
    if scene.words[at - 1].low == "it":
        return True  # "the better side in the second half, winning it 2-0"
    return time.start == first or at - time.end <= 1


def _trailing(scene: Scene, time: Time, at: int) -> bool:
    """Whether what begins behind a time goes on about it: "went quiet in the second half, missing all four shots"."""
    low = [t.low for t in scene.words[time.end : time.end + 2]]
    onward = low[:1] == [","] and low[1:] != [] and low[1].endswith("ing") and not low[1].startswith("finish")
    return onward and not any(time.end <= m.i < at and not m.named for m in scene.mentions)


def clock(scene: Scene, mention: Mention) -> bool:
    """Whether a number tells a time of the game and not how long anybody played: "the final five minutes"."""
    words = scene.words
    after = [t.low for t in words[mention.j : mention.j + 4] if t.raw != "-"]
    if after[:1] not in (["minutes"], ["minute"], ["seconds"]) or not event(scene.index):
        return False
    before = words[mention.i - 1].low if mention.i else ""
    vocab = vocabulary()
    return before in vocab["closing"] | vocab["opening"] | CLOCK or bool(set(after[1:3]) & BEHIND)


def name(scene: Scene) -> None:
    """Marks the numerals that only tell a part or a moment of the game: "after three quarters", "in the second"."""
    for time in times(scene):
        for mention in scene.mentions:
            if time.start <= mention.i and mention.j <= time.end:
                mention.named = True
                if mention.second is not None:
                    scene.mentions[mention.second].first = None
                if mention.first is not None:
                    scene.mentions[mention.first].second = None
                mention.first = mention.second = None

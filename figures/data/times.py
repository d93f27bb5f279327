"""Parts and moments of a game in words: "in the second quarter", "after three", "at halftime", "a 30-21 third"."""

from __future__ import annotations

from msgspec import Struct

from figures.data.candidates import Scene
from figures.data.event import event, periods, vocabulary
from figures.data.words import lexicon

SKIPPED = frozenset({"the", "of", "a", "his", "her", "their", "its", "into", "end", "start", "beginning", "close"})
BARE = frozenset({",", ".", ";", ")", "and", "but", "to", "before", "on", "so", "while", "as", "for", "with"})
WON = frozenset({"won", "lost", "took", "dropped", "winning", "losing", "claimed"})
CLOCK = frozenset({"first", "next", "middle"})
POINTING = frozenset({"those", "that", "this", "these"})


class Time(Struct, frozen=True):
    """Tokens ``start`` to ``end`` name the periods ``low`` to ``high``, counted from 0, ``high`` exclusive.

    A ``moment`` is the end of all periods before ``high``. Where the tables have no such part, ``high`` is 0.
    """

    start: int
    end: int
    low: int
    high: int
    moment: bool

    def columns(self, scene: Scene) -> tuple[str, ...]:
        """The columns of the score in these periods."""
        return tuple(_columns(scene)[self.low : self.high])

    def pieces(self, scene: Scene) -> list[str]:
        """What these columns are called beside the score: qtr3 and qtr4."""
        names = self.columns(scene)
        scores = set(lexicon().score_parts)
        parts = {m.column: m.parts - scores for m in scene.index.measures if m.table == event(scene.index)}
        return [piece for name in names for piece in parts[name]]


def _columns(scene: Scene) -> list[str]:
    main = event(scene.index)
    return periods(scene.index, scene.index.tables[main]) if main else []


def times(scene: Scene) -> list[Time]:
    """Every part and moment of a game that a sentence names, in order."""
    low = [token.low for token in scene.words]
    vocab = vocabulary()
    if not set(low) & (vocab["periods"] | vocab["halves"] | vocab["overtime"] | vocab["ordinals"] | {"minutes"}):
        return []
    whole = len(_columns(scene))
    found: list[Time] = []
    at = 0
    while at < len(low):
        time = _phrase(scene, low, at, whole) or _attribute(scene, low, at, whole)
        if time is not None:
            found.append(time)
        at = time.end if time is not None else at + 1
    return found


def _phrase(scene: Scene, low: list[str], at: int, whole: int) -> Time | None:
    """A preposition and what is behind it: "in the third", "entering the fourth quarter", "by the break"."""
    vocab = vocabulary()
    if low[at] not in vocab["stood"] | vocab["within"]:
        return None
    j = at + 1
    while j < len(low) and low[j] in SKIPPED:
        j += 1
    if low[j : j + 1] and low[j] in POINTING and (span := _span(low, j)):
        return Time(at, span, 0, 0, False)  # "over those ten minutes"
    skipped = set(low[at:j])
    onward = bool(skipped & vocab["onward_to"]) or {"start", "beginning"} & skipped
    moment = low[at] not in vocab["within"] or "end" in skipped
    if j >= len(low):
        return None
    if low[j] in vocab["halves"] and low[at] not in ("of", "in"):
        return _known(low, at, j + 1, 0, _middle(whole), moment=True)
    if low[j] in vocab["overtime"]:
        return Time(at, j + 1, 0, 0, moment)
    part = _ordinal(scene, low, j, whole, bare="the" in skipped or low[at] in ("after", "through"))
    if part is None and low[at] in vocab["within"] and (span := _stretch(low, j)):
        return Time(at, span, 0, 0, False)
    if part is None or (low[at] == "at" and not {"end", "start"} & skipped):
        return None
    first, last, end = part
    if low[at] in vocab["within"] - {"through"} and scene.words[j].number is not None and not scene.words[j].ordinal:
        return Time(at, end, 0, 0, False)  # "in two quarters"
    if low[at] == "through" and low[j] not in vocab["closing"]:
        moment = True
    if moment:
        return _known(low, at, end, 0, first if onward else last, moment=True)
    return _known(low, at, end, first, last, moment=False)


def _stretch(low: list[str], j: int) -> int:
    """Where "final two minutes" and "middle two quarters" end; 0 where it is no part of a game."""
    nouns = {"minutes", "seconds", "quarters", "periods"}
    end = next((k + 1 for k in range(j, min(len(low), j + 3)) if low[k] in nouns), 0)
    which = vocabulary()["closing"] | vocabulary()["opening"] | CLOCK
    return end if low[j] in which or low[end - 1] in ("quarters", "periods") else 0


def _span(low: list[str], j: int) -> int:
    """Where "those 12 minutes" or "that stretch" ends; 0 where it is no stretch of a game."""
    nouns = vocabulary()["stretches"] | vocabulary()["periods"] | {"minutes"}
    return next((k + 1 for k in range(j + 1, min(len(low), j + 4)) if low[k] in nouns), 0)


def _attribute(scene: Scene, low: list[str], at: int, whole: int) -> Time | None:
    """What stands before a noun: "a 30-21 first quarter", "a two-point halftime lead", "the halftime score"."""
    vocab = vocabulary()
    if low[at] in vocab["overtime"]:  # "one overtime period", and no "overtime win"
        ended = low[at + 1 : at + 2]
        played = not ended or ended[0] in vocab["periods"] | {",", "."}
        return Time(at, at + 1 + (ended[:1] != [] and ended[0] in vocab["periods"]), 0, 0, False) if played else None
    beside = at > 0 and (scene.words[at - 1].number is not None or low[at - 1] in ("point", "points", "the", "a"))
    if not beside:
        return None
    if low[at] in vocab["halves"] and low[at] != "half":
        noun = low[at + 1] if at + 1 < len(low) else ""
        told = noun in vocab["leading"] | vocab["trailing"] | {"score", "margin"}
        return _known(low, at, at + 1, 0, _middle(whole), moment=True) if told else None
    won = low[at - 1] == "the" and low[at - 2 : at - 1] != [] and low[at - 2] in WON
    pair = scene.words[at - 1].number is not None and scene.words[at].ordinal  # "a 29-20 third"
    part = _ordinal(scene, low, at, whole, bare=won or pair)
    if part is None:
        return None
    first, last, end = part
    if end < len(low) and low[end] in vocab["leading"] | vocab["trailing"]:  # "a 27-20 first-quarter lead"
        return Time(at, end, 0, last if first == 0 else 0, True)
    return _known(low, at, end, first, last, moment=False)


def _ordinal(scene: Scene, low: list[str], j: int, whole: int, *, bare: bool) -> tuple[int, int, int] | None:
    """The first and the last period, exclusive, and where their words end: "third quarter", "final period"."""
    vocab = vocabulary()
    for hit in scene.hits:  # what the names of columns are called: "the final 12 minutes"
        if hit.i == j and hit.parts and j < hit.j:
            named = [_place(scene, piece) for part in hit.parts for piece in part.split("+")]
            if named and min(named) >= 0:
                return min(named), max(named) + 1, hit.j
    number = scene.words[j].number
    if low[j] in vocab["closing"]:
        number = whole
    elif low[j] in vocab["opening"]:
        number = 1
    if low[j] not in vocab["ordinals"] | vocab["closing"] | vocab["opening"] or not isinstance(number, int):
        return None
    k = j + 1 + (j + 1 < len(low) and low[j + 1] == "-")
    noun = low[k] if k < len(low) else "."
    if bare and noun in BARE and _halves(low, j):
        noun, k = "half", j  # "53 in the first half and 55 in the second"
    if noun == "half":
        half = 2 if low[j] in vocab["closing"] else number
        return (0, _middle(whole), k + 1) if half == 1 else (_middle(whole), whole, k + 1) if half == 2 else None
    if noun in vocab["periods"]:
        number += scene.words[j].number is not None and noun in ("quarters", "periods") and number > whole
    elif not bare or noun not in BARE or low[j] in vocab["closing"] | vocab["opening"]:
        return None
    else:
        k = j
    counted = scene.words[j].number is not None and not scene.words[j].ordinal
    if not 0 < number <= whole:
        return (0, 0, k + 1)
    return (0 if counted else number - 1), number, k + 1


def _halves(low: list[str], j: int) -> bool:
    """Whether the last part of a game that was named before is a half."""
    nouns = [raw for raw, before in zip(low[1:j], low[: j - 1], strict=True) if raw in vocabulary()["periods"] and (
        before in vocabulary()["ordinals"] | vocabulary()["opening"]
    )]  # fmt: skip
    return nouns[-1:] == ["half"]


def _place(scene: Scene, piece: str) -> int:
    """Which period, from 0, a part of a column's name is; -1 for none."""
    names = _columns(scene)
    own = [m for m in scene.index.measures if m.table == event(scene.index) and m.column in names]
    return next((names.index(m.column) for m in own if piece in m.parts - set(lexicon().score_parts)), -1)


def _middle(whole: int) -> int:
    return whole // 2 if whole % 2 == 0 else 0


def _known(low: list[str], start: int, end: int, first: int, last: int, *, moment: bool) -> Time:
    """A part of the game; of "midway through the third" and "minutes into the fourth" the tables have nothing."""
    vague = set(low[max(0, start - 2) : start]) & vocabulary()["vague"] or low[end : end + 1] == ["minutes"]
    return Time(start, end, 0, 0, moment) if vague else Time(start, end, first, last, moment)

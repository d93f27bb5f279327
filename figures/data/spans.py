"""Ranges that a text sets, read off its tokens: "over 60", "ages 18 to 29", "$50,000 or more"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from figures.data.words import Token
from figures.interval import Exact

ABOVE = frozenset("over above past exceeding".split())
BELOW = frozenset("under below".split())
MORE = frozenset("older more greater higher longer larger bigger".split())
LESS = frozenset("younger less fewer lower shorter smaller cheaper".split())
UPWARD = frozenset("older over above up more higher better longer later".split())
DOWNWARD = frozenset("younger under below less fewer lower shorter".split())
BETWEEN = frozenset({"to", "and", "through", "-", "–"})  # two ends: all from the one to the other


class Range(Struct, frozen=True, gc=False):
    """Tokens ``i`` to ``j`` (exclusive) say "from ``low`` to ``high``"; None: no end there. Whole numbers."""

    i: int
    j: int
    low: Exact | None
    high: Exact | None
    open: bool = False  # the end itself is left out


def ranges(words: Sequence[Token]) -> Iterator[Range]:
    """All of a sentence, in order."""
    k = 0
    while k < len(words):
        number = words[k].number
        if number is None or words[k].ordinal:
            k += 1
            continue
        before = [t.low for t in words[max(0, k - 2) : k]]
        behind = [t.low for t in words[k + 1 : k + 4]]
        start = k - 1 if before[-1:] == ["$"] else k
        before = [t.low for t in words[max(0, start - 2) : start]]
        second = k + 3 if len(behind) > 1 and behind[1] == "$" else k + 2
        upper = words[second].number if second < len(words) else None
        if (
            behind
            and behind[0] in BETWEEN
            and upper is not None
            and upper > number
            and (behind[0] != "and" or "between" in before)
        ):
            yield Range(start, second + 1, number, upper)
            k = second + 1
            continue
        if len(behind) > 1 and behind[0] in ("or", "and") and behind[1] in UPWARD:
            yield Range(start, k + 3, number, None)
        elif len(behind) > 1 and behind[0] in ("or", "and") and behind[1] in DOWNWARD:
            yield Range(start, k + 3, None, number)
        elif behind[:1] == ["+"]:
            yield Range(start, k + 2, number, None)
        elif before[-1:] and before[-1] in ABOVE:
            yield Range(start - 1, k + 1, number, None, open=True)
        elif before[-1:] and before[-1] in BELOW:
            yield Range(start - 1, k + 1, None, number, open=True)
        elif len(before) == 2 and before[1] == "than" and before[0] in MORE | LESS:
            low, high = (number, None) if before[0] in MORE else (None, number)
            yield Range(start - 2, k + 1, low, high, open=True)
        elif before == ["at", "least"]:
            yield Range(start - 2, k + 1, number, None)
        elif before == ["at", "most"]:
            yield Range(start - 2, k + 1, None, number)
        k += 1

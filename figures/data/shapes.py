"""Whether a clause says that one name is first in one thing, and nothing else: every word of it must be understood.

The words become symbols, and the row of symbols must have one of a few shapes. N a name, M the one it is compared with,
S K O L what says who is first, F that by the number of rows, C a column, R what a name is, Q what rows are, T other
conditions on rows, A all rows, V has, B is, W stands, # a number, p in or of, w than, s the 's of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from figures.data.candidates import Scene
from figures.data.phrases import LEADS
from figures.data.superlative_words import Superlative, vocabulary
from figures.data.words import Token
from figures.lexicon.english import AUXILIARIES, VERBS

STRONG = frozenset({";", ":", "—", "?", '"', "“", "”", "«", "»"})
BREAKS = frozenset({",", "–", "but", "while", "whereas", "although", "though", "because"})
RESTRICTING = frozenset(
    "excluding except if unless until not no never only among since per adjusted outside apart besides once "
    "when without "
    "barring combined together relative would could may might".split()
)
FOLLOWING = frozenset(
    "when compared ahead followed and but while or up down which who where whose a an the more about".split()
)

NAME = "R?NR?"
COLUMN = "p?C(?:p?C)*"
TAIL = "(?:p#?[RATQ]+|p?#C?)*"
OPENING = "(?:p?T)*"
# A shape, and what stands for the thing that is compared: a column, or the rows of each name.
BY_COLUMN = (
    f"{NAME}VS{COLUMN}{TAIL}",  # the North had the highest revenue
    f"{NAME}BSR*(?:p{COLUMN})?{TAIL}",  # November was the wettest month; Ash is the largest store by revenue
    f"S{COLUMN}{TAIL}[BW]p*{NAME}{TAIL}",  # the highest revenue was in the North
    f"S{COLUMN}p{NAME}",
    f"SR+(?:p{COLUMN})?{TAIL}[BW]{NAME}{TAIL}",  # the wettest month was November
    f"{COLUMN}BSp{NAME}{TAIL}",  # unemployment is lowest in Iowa
    f"Np?s{COLUMN}BS{TAIL}",  # the North's revenue was the highest
    f"R+pS{COLUMN}{TAIL}B{NAME}{TAIL}",  # the store with the most orders was Ash
    f"{NAME}BR+pS{COLUMN}{TAIL}",  # Ash was the store with the most orders
    f"{NAME}L(?:[RAT]+)?p#?{COLUMN}{TAIL}",  # Ash led all stores in orders; Ruiz led the North with 34 units
    f"{NAME}[VW]p?#C,S(?:p#?[RAT]+)+",  # Ash took 402 orders, the most of any store
    f"{NAME}VS,#{COLUMN}{TAIL}",  # California had the most, 32 shootings
    f"{COLUMN}BKp{NAME}wp?M{TAIL}",  # revenue was higher in the North than in the South
    f"{NAME}VK{COLUMN}wp?M{TAIL}",  # the North had more orders than the South
)
BY_ROWS = (
    f"{NAME}VST*Q+{TAIL}",  # Hamlin County had the most crashes
    f"{NAME}BFR*{TAIL}",  # suicide was the leading cause
    f"{NAME}BSR*p#T*Q+{TAIL}",  # romance was the biggest genre, with 50 titles
    f"FR+{TAIL}[BW]{NAME}{TAIL}",  # the most common answer was toast
    f"ST*Q+{TAIL}[BW]p*{NAME}{TAIL}",  # the most crashes were in Hamlin County
    f"{NAME}[VW]p?#T*Q+,S(?:p#?[RAT]+)+",
    f"{NAME}VS,#T*Q+{TAIL}",
    f"{NAME}L(?:[RAT]+)?p#?T*Q+{TAIL}",
    f"{NAME}VKT*Q+wp?M{TAIL}",
    f"NOM{TAIL}",  # women outnumber men
)
SHAPES = {
    kind: tuple(re.compile(OPENING + shape) for shape in shapes)
    for kind, shapes in (("column", BY_COLUMN), ("rows", BY_ROWS))
}


def fits(symbols: str, kind: str) -> bool:
    """Whether a row of symbols has a shape of those that compare a column, or rows."""
    return any(shape.fullmatch(symbols) for shape in SHAPES[kind])


def window(scene: Scene, spot: Superlative) -> list[int] | None:
    """The tokens that bear on a superlative: its clause and whatever of the sentence narrows it down.

    -1 stands for the comma before "the most of any store". None where something could not be told.
    """
    words = scene.words
    if _bracketed(words, spot.i):
        return None
    kept = [k for k in range(len(words)) if not _bracketed(words, k)]
    dropped = {words[k].low for k in set(range(len(words))).difference(kept)}
    if RESTRICTING & dropped:
        return None
    low = max((k for k in kept if k < spot.i and words[k].raw in STRONG), default=-1) + 1
    high = min((k for k in kept if k >= spot.j and words[k].raw in STRONG), default=len(words))
    if high < len(words) and words[high].raw == "?":
        return None
    if spot.symbol == "O":  # "by two to one" says how much
        cut = next((k for k in kept if k > spot.j and (words[k].low == "by" or words[k].number is not None)), high)
        if cut < high and any(words[k].low in LEADS - {"by"} for k in kept if cut <= k < high):
            return None
        high = min(high, cut)
    if words[-1].raw == ".":
        high = min(high, len(words) - 1)
    parts = list(_parts(words, [k for k in kept if low <= k < high], spot))
    own = next((n for n, part in enumerate(parts) if spot.i in part), None)
    if own is None:
        return None
    found = list(parts[own])
    for part in reversed(parts[:own]):
        if not part:
            continue
        if not any(_verb(words[k]) for k in part):
            found = [*part, *found]  # "last year, ...", "of the stores in the north, ..."
        elif found[0] in (spot.i, spot.i - 1) and part is parts[own - 1]:
            found = [*part, -1, *found]  # "took 402 orders, the most of any store"
        elif words[part[0]].raw.lower() in LEADS | RESTRICTING or {words[k].low for k in part} & RESTRICTING:
            return None
    left = False  # whether something was left out that goes on
    for part in parts[own + 1 :]:
        first = words[part[0]] if part else None
        if first is None:
            continue
        if first.number is not None and parts[own][-1:] == [spot.j - 1] and part is parts[own + 1]:
            found += [-1, *part]  # "had the most, 32 shootings"
            continue
        if first.raw.lower() in LEADS and not (left and first.raw.lower() == "with"):
            found += part
            continue
        left = True
        if {words[k].low for k in part} & RESTRICTING and first.raw.lower() not in FOLLOWING:
            return None
    return found


def _parts(words: Sequence[Token], kept: Sequence[int], spot: Superlative) -> Iterator[list[int]]:
    """What stands between commas, and between "and" and a verb of its own."""
    part: list[int] = []
    for n, k in enumerate(kept):
        low = words[k].low
        if low in BREAKS or (low == "and" and _clause_ends(words, kept, n, spot)):
            yield part
            part = []
        else:
            part.append(k)
    yield part


def _clause_ends(words: Sequence[Token], kept: Sequence[int], at: int, spot: Superlative) -> bool:
    before, behind = kept[:at], kept[at + 1 :]
    if kept[at] > spot.i:
        return (bool(behind) and words[behind[0]].number is not None) or any(_verb(words[k]) for k in behind[:5])
    return any(_verb(words[k]) for k in before)


def _verb(token: Token) -> bool:
    low = token.low
    return (
        low in AUXILIARIES or vocabulary().symbols.get(low) in ("V", "B", "W") or VERBS.get(low, ("", ""))[1] == "past"
    )


def _bracketed(words: Sequence[Token], at: int) -> bool:
    """Whether a token stands in brackets, or is one."""
    if words[at].raw in "()[]":
        return True
    opening = next((k for k in range(at - 1, max(-1, at - 40), -1) if words[k].raw in "()[]"), None)
    return opening is not None and words[opening].raw in "(["

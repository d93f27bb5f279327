"""The words of lexicon/superlatives.yaml, and where a sentence says that something is the highest or the most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from figures.data.spell import ORDINALS
from figures.data.words import FILE, Token, stem
from figures.lexicon import read_yaml


class Vocabulary(Struct, frozen=True):
    """What the file says of each key. ``most``: superlatives and comparatives -> max or min."""

    most: dict[str, str]
    judging: dict[str, dict[str, str]]  # best, worst -> piece of a column's name -> max or min
    adjectives: dict[str, tuple[str, ...]]  # wettest -> max, and the pieces of the columns that are meant
    degrees: dict[str, tuple[str, ...]]
    frequent: frozenset[str]
    frequent_alone: frozenset[str]
    compared: dict[str, str]
    outnumber: frozenset[str]
    leads: frozenset[str]
    answers: frozenset[str]
    symbols: dict[str, str]  # of closed words, see ``shapes``
    unsaid: frozenset[str]
    totals: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Read once."""
    data = read_yaml(FILE.with_name("superlatives.yaml"))
    kinds = {"empty": "", "articles": "", "any": "", "joints": "p", "has": "V", "stands": "W", "is": "B", "all": "A"}
    judging = {
        word: {piece: direction for direction in ("max", "min") for piece in data[key][direction]}
        for key in ("best", "worst")
        for word in data[key]["words"]
    }
    return Vocabulary(
        most={word: direction for direction in ("max", "min") for word in data[direction]},
        judging=judging,
        adjectives={word: tuple(meant) for word, meant in data["adjectives"].items()},
        degrees={word: tuple(pieces) for word, pieces in data["degrees"].items()},
        frequent=frozenset(data["frequent"]),
        frequent_alone=frozenset(data["frequent_alone"]),
        compared={word: way for key, way in (("more", "max"), ("less", "min")) for word in data[key]},
        outnumber=frozenset(data["outnumber"]),
        leads=frozenset(data["leads"]),
        answers=frozenset(map(stem, data["answers"])),
        symbols={word: symbol for key, symbol in kinds.items() for word in data[key]} | {"than": "w"},
        unsaid=frozenset(data["unsaid"]),
        totals=frozenset(data["totals"]),
    )


class Superlative(Struct, frozen=True):
    """Tokens ``i`` to ``j`` (exclusive) that say who is first.

    ``symbol``: S superlative, K comparative of two, O outnumber, L lead. ``way``: max, min, or "" where the column
    tells, by ``judging``. ``pieces``: of the names of the columns that it means by itself. ``frequent``: of rows.
    """

    i: int
    j: int
    symbol: str
    way: str
    place: int = 1
    pieces: tuple[str, ...] = ()
    frequent: bool = False
    judging: str = ""


def superlatives(words: Sequence[Token]) -> Iterator[Superlative]:
    """All of a sentence, in order. A superlative stands behind "the" or "its", or as "is highest"."""
    known = vocabulary()
    for k, token in enumerate(words):
        low = token.low
        before = words[k - 1].low if k else ""
        behind = words[k + 1].low if k + 1 < len(words) else ""
        if behind == "-" or before == "at":
            continue  # "highest-ever", "best-known"; "at most"
        if low in known.compared:
            yield Superlative(k, k + 1, "K", known.compared[low])
        elif low in known.outnumber:
            yield Superlative(k, k + 1, "O", "max", frequent=True)
        elif low in known.leads:
            yield Superlative(k, k + 1, "L", "max")
        if not (low in known.most or low in known.judging or low in known.adjectives or low in known.frequent_alone):
            continue
        at = k - 1 if before == "-" else k
        place = words[at - 1].number if at and words[at - 1].ordinal and words[at - 1].number in ORDINALS else 1
        start = at - 1 if place != 1 else k
        article = words[start - 1].low if start else ""
        if start < k and before == "-" and place == 1:
            continue  # "all-time", "wind-driven"
        told = article in ("the", "its", "their") or (place != 1 and article == "a")
        predicative = known.symbols.get(article) == "B"
        if not told and not predicative:
            continue
        assert isinstance(place, int)
        yield from _superlative(low, behind, start, k, place)


def _superlative(low: str, behind: str, start: int, k: int, place: int) -> Iterator[Superlative]:
    known = vocabulary()
    if low in ("most", "least") and behind in known.degrees:
        way = "max" if low == "most" else "min"
        yield Superlative(start, k + 2, "S", way, place, known.degrees[behind])
    elif low in ("most", "least") and behind in known.frequent:
        yield Superlative(start, k + 2, "S", "max" if low == "most" else "min", place, frequent=True)
    elif low in known.most:
        yield Superlative(start, k + 1, "S", known.most[low], place)
    elif low in known.adjectives:
        way, *pieces = known.adjectives[low]
        yield Superlative(start, k + 1, "S", way, place, tuple(pieces))
    elif low in known.frequent_alone:
        yield Superlative(start, k + 1, "S", "max", place, frequent=True)
    else:
        yield Superlative(start, k + 1, "S", "", place, judging=low)

"""The words of lexicon/columns.yaml, and texts as tokens that are compared by their stems."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from figures.interval import Exact
from figures.lexicon import read_yaml
from figures.lexicon.english import VERBS
from figures.lexicon.numerals import DIGIT, NUMERALS, ORDINAL, TEEN, TENS
from figures.references.words import stem as plain_stem

FILE = Path(__file__).parent.parent / "lexicon" / "columns.yaml"
TOKEN = re.compile(
    r"[0-9]{1,30}(?:,[0-9]{3}){0,9}(?:\.[0-9]{1,20})?(?:st|nd|rd|th)?(?![A-Za-z0-9])"
    r"|['’]s\b|(?:[A-Z]\.){2,4}|[A-Za-z0-9À-ɏ]{1,60}(?:['’](?!s\b)[A-Za-zÀ-ɏ]{1,30})?|[^\w\s]"
)
NUMERAL_ROLES = frozenset({DIGIT, TEEN, TENS})
_STEMS: dict[str, str] = {}


class Token(Struct, gc=False):
    """``raw`` as written and ``low`` in small letters; ``number`` is None for what is no numeral."""

    raw: str
    low: str
    stem: str
    start: int
    end: int
    number: Exact | None = None
    ordinal: bool = False


class Lexicon(Struct, frozen=True):
    """``lexicon/columns.yaml``, with every phrase as stems."""

    parts: dict[str, tuple[tuple[str, ...], ...]]
    sums: dict[tuple[str, ...], tuple[str, ...]]
    roles: dict[str, str]
    tries: dict[str, tuple[str, ...]]
    records: tuple[tuple[str, ...], ...]
    score_parts: tuple[str, ...]
    score_verbs: frozenset[str]
    losing: frozenset[str]
    onto_object: frozenset[str]
    people: frozenset[str]
    elsewhere: dict[str, tuple[tuple[str, ...], ...]]  # by the first word
    thresholds: dict[tuple[str, ...], int]
    feats: dict[tuple[str, ...], int]
    feat_parts: tuple[str, ...]
    asks: dict[str, tuple[tuple[tuple[str, ...], str], ...]]  # first word -> phrases and the kind each asks for
    rows: frozenset[str]
    tells_rows: frozenset[str]  # words beside a count of "rows" or "records" that show that a table is meant
    codes: frozenset[str]
    same: dict[str, tuple[str, ...]]
    values: dict[str, tuple[tuple[str, ...], ...]]  # a value as a stem -> other phrases for it
    neutral: frozenset[str]  # words that leave a number as it is
    money: frozenset[str]  # pieces of the names of columns that hold money
    groups: frozenset[str]  # stems of words for some of the people, that narrow down whatever they stand beside
    spans: frozenset[str]  # and of words for a part of the time
    share_verbs: frozenset[str]
    everyone: frozenset[str]
    carries_on: frozenset[str]
    scales: tuple[tuple[str, ...], ...]  # stems of answers, the weakest first
    unit_pieces: dict[str, str]  # of a column's name -> percent, currency, a unit, or a scale in digits
    unit_names: dict[str, tuple[str, ...]]
    grades: frozenset[str]  # stems of words by which answers differ in strength only


@cache
def lexicon() -> Lexicon:
    """Read once."""
    data = read_yaml(FILE)
    asks = ("sum", "mean", "median", "max", "min", "difference", "change")
    return Lexicon(
        parts={key: tuple(phrase(text) for text in (*texts, key)) for key, texts in data["parts"].items()},
        sums={phrase(text): tuple(parts) for text, parts in data["sums"].items()},
        roles={word: role for role, words in data["roles"].items() for word in words},
        tries={key: tuple(pair) for key, pair in data["tries"].items()},
        records=tuple(map(tuple, data["records"])),
        score_parts=tuple(data["outscoring"]["parts"]),
        score_verbs=frozenset(data["outscoring"]["verbs"]),
        losing=frozenset(data["losing"]),
        onto_object=frozenset(data["onto_object"]),
        people=frozenset(data["people"]),
        elsewhere=_by_first((phrase(text), phrase(text)) for text in data["elsewhere"]),
        thresholds={phrase(text): int(number) for text, number in data["thresholds"].items()},
        feats={phrase(text): int(number) for text, number in data["feats"].items()},
        feat_parts=tuple(data["feat_parts"]),
        asks=_by_first((phrase(text), (phrase(text), kind)) for kind in asks for text in data[kind]),
        tells_rows=frozenset(map(stem, data["tells_rows"])),
        codes=frozenset(data["codes"]),
        values={stem(word): tuple(map(phrase, others)) for word, others in data["values"].items()},
        same={stem(word): tuple(map(stem, others)) for word, others in data["same"].items()},
        rows=frozenset(phrase(text)[0] for text in data["rows"]),
        neutral=frozenset(stem(word) for word in data["neutral"]),
        money=frozenset(data["money"]),
        groups=frozenset(map(stem, data["groups"])),
        spans=frozenset(map(stem, data["spans"])),
        share_verbs=frozenset(data["share_verbs"]),
        everyone=frozenset(map(stem, data["everyone"])),
        carries_on=frozenset(data["carries_on"]),
        scales=tuple(tuple(map(stem, scale)) for scale in data["scales"]),
        unit_pieces=data["unit_pieces"],
        unit_names={unit: tuple(names) for unit, names in data["unit_names"].items()},
        grades=frozenset(map(stem, data["grades"])),
    )


@cache
def codes() -> dict[str, dict[str, tuple[tuple[str, ...], ...]]]:
    """``lexicon/codes.yaml``: a word of a column's name -> a code in lower case -> the phrases that it stands for."""
    data = read_yaml(FILE.with_name("codes.yaml"))
    return {word: {str(code): tuple(map(phrase, said)) for code, said in own.items()} for word, own in data.items()}


def _by_first(pairs: Iterable[tuple[tuple[str, ...], Any]]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    for words, value in pairs:
        found[words[0]] = (*found.get(words[0], ()), value)
    return found


def stem(word: str) -> str:
    """The form two words are compared in."""
    found = _STEMS.get(word)
    if found is None:
        if len(_STEMS) > 50_000:
            _STEMS.clear()
        found = _STEMS[word] = plain_stem(word)
    return found


@lru_cache(65536)
def phrase(text: str) -> tuple[str, ...]:
    """The stems of a text, hyphens and other marks left out."""
    return tuple([stem(raw) for raw in TOKEN.findall(text) if raw[0].isalnum()])


def tokens(text: str) -> list[Token]:
    """Words, numerals and marks in order; offsets are into ``text``."""
    found: list[Token] = []
    for match in TOKEN.finditer(text):
        raw = match.group()
        low, own, number, ordinal = _read(raw)
        found.append(Token(raw, low, own, match.start(), match.end(), number, ordinal))
    return found


@lru_cache(65536)
def _read(raw: str) -> tuple[str, str, Exact | None, bool]:
    """A word in small letters, its stem, the number that it is, and whether that is an ordinal."""
    low = raw.lower()
    number: Exact | None = None
    ordinal = False
    if raw[0].isdigit():
        number, ordinal = _digits(raw)
    elif raw[0].isalpha():
        role, value = NUMERALS.get(low, (-1, 0))
        if role in NUMERAL_ROLES or low in ("pair", "zero"):
            number = 2 if low == "pair" else value
        elif role == ORDINAL:
            number, ordinal = value, True
    return low, stem(raw), number, ordinal


@lru_cache(65536)
def forms(raw: str) -> frozenset[str]:
    """The stems that a word may be compared as: its own, its verb's (led, lead), what one does (drinkers, drink)."""
    own, low = stem(raw), raw.lower()
    verb = VERBS.get(low)
    if verb is None and own.endswith(("er", "or")):
        verb = next((VERBS[base] for base in (own[:-2], own[:-1], own[:-3]) if base in VERBS), None)
    return frozenset({own, stem(verb[0])}) if verb else frozenset({own})


def _digits(raw: str) -> tuple[Exact | None, bool]:
    """The number that digits are, and whether it is an ordinal; None where they are no numeral."""
    plain = raw.replace(",", "")
    if plain[-1].isalpha():
        return (int(plain[:-2]), True) if plain[:-2].isdigit() else (None, False)
    if plain.isdigit():
        return int(plain), False
    try:
        return Fraction(plain), False
    except ValueError:
        return None, False

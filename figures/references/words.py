"""Words of a claim and of a table, made comparable: in lower case, without plural endings; and the names of places.

Both sides go through the same function, so a stem need not be a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct

from figures.lexicon import read_yaml

LEXICON = Path(__file__).parent.parent / "lexicon"
WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+){0,8}\.?")
NAME = re.compile(r"[^\W_]+(?:[.'’][^\W_]+){0,8}\.?")  # of a place: the US in US-led
MAX_GAP = 2  # words that may stand between the words of an alias: "displaced people inside"


class Vocabulary(Struct, frozen=True):
    """The words of lexicon/matching.yaml; ``forms`` leads from a form to the one it is compared as."""

    everybody: frozenset[str]
    narrowing: frozenset[str]
    neutral: frozenset[str]
    fillers: frozenset[str]
    elsewhen: frozenset[str]
    forms: dict[str, str]


@cache
def vocabulary() -> Vocabulary:
    """Read once."""
    data = read_yaml(LEXICON / "matching.yaml")
    forms = {word: form for form, words in data.pop("forms").items() for word in words}
    forms |= {form: form for form in set(forms.values())}
    return Vocabulary(**{key: frozenset(words) for key, words in data.items()}, forms=forms)


def stem(word: str) -> str:
    """The form two words are compared in: Syrians -> syrian, refugees' -> refugee, planes -> plane."""
    low = word.lower().replace("’", "'").rstrip(".")
    low = low.removesuffix("'s").removesuffix("'").replace(".", "")
    form = vocabulary().forms.get(low)
    if form is not None:
        return form
    if len(low) > 4 and low.endswith("ies"):
        return low[:-3] + "y"
    if len(low) > 4 and low.endswith(("ses", "xes", "ches", "shes", "zes")) and not low.endswith("ases"):
        return low[:-2]
    if len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    return low


@lru_cache(8192)
def stems(text: str) -> tuple[str, ...]:
    """The stems of a text in order, hyphenated words also taken apart; fillers are left out."""
    fillers = vocabulary().fillers
    found = []
    for match in WORD.finditer(text):
        for part in match.group().split("-"):
            if part and part.lower() not in fillers:
                found.append(stem(part))
    return tuple(found)


def contains(text: Sequence[str], phrase: Sequence[str], gap: int = MAX_GAP) -> bool:
    """Whether the stems of a phrase stand in a text in order, with at most ``gap`` words between two of them."""
    return position(text, phrase, gap) is not None


def position(text: Sequence[str], phrase: Sequence[str], gap: int = MAX_GAP) -> int | None:
    """Where in ``text`` the phrase ends (index after its last word); None when it is not there."""
    if not phrase:
        return None
    for start, word in enumerate(text):
        if word != phrase[0]:
            continue
        at = start
        for wanted in phrase[1:]:
            try:
                at = text.index(wanted, at + 1, at + 2 + gap)
            except ValueError:
                break
        else:
            return at + 1
    return None


def longest(text: Sequence[str], phrases: Iterable[str]) -> str:
    """The phrase with the most words that stands in the text; "" when none does."""
    best = ""
    for phrase in phrases:
        if contains(text, stems(phrase)) and len(stems(phrase)) > len(stems(best)):
            best = phrase
    return best


@cache
def places() -> dict[tuple[str, ...], str]:
    """Names and adjectives of countries, as stems -> the country: ("syrian",) -> "Syria"."""
    found: dict[tuple[str, ...], str] = {}
    for line in (LEXICON / "places.csv").read_text(encoding="utf-8").splitlines()[1:]:
        place, _, forms = line.partition(",")
        for form in (place, *forms.split("|")):
            found.setdefault(stems(form), place)
    return found


@cache
def is_acronym(words: tuple[str, ...]) -> bool:
    """Whether a name of a country is one in capitals only: US, UK, CAR."""
    lines = (LEXICON / "places.csv").read_text(encoding="utf-8").splitlines()[1:]
    return any(form.isupper() and stems(form) == words for line in lines for form in line.partition(",")[2].split("|"))


def places_in(text: str) -> list[str]:
    """The countries that a text names, by name or adjective, in order. Only words with a capital count."""
    known = places()
    found = []
    capitals = [
        (match.start(), match.end(), match.group()) for match in NAME.finditer(text) if match.group()[0].isupper()
    ]
    skip = -1
    for index, (start, _, word) in enumerate(capitals):
        if start < skip:
            continue
        for length in (3, 2, 1):
            if index + length > len(capitals):
                continue
            end = capitals[index + length - 1][1]
            if end - start > 40:
                continue
            place = known.get(stems(text[start:end]))
            if place and (word.isupper() or not is_acronym(stems(text[start:end]))):
                found.append(place)
                skip = end
                break
    return found


def country(text: str) -> str:
    """The country that a text is a name or an adjective of, else the text itself: "Syrians" -> "Syria"."""
    return places().get(stems(text), text)

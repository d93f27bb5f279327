"""The units that data dictionaries give for columns: "EUR", "thousand USD", "km/h", "% of adults", "persons"."""

from __future__ import annotations

import re
from functools import cache

from figures import units
from figures.data.words import FILE, lexicon
from figures.lexicon import read_yaml

LONGEST = 60
SIGN = re.compile("[$€£¥]")
SCALE = re.compile(r"['’]?000s?|[a-z]{1,12}")
SCALES = {"000": 1000, "000s": 1000, "thousand": 1000, "m": 1_000_000, "mil": 1_000_000, "b": 1_000_000_000}


@cache
def dictionary_words() -> dict[str, frozenset[str]]:
    """``lexicon/dictionary.yaml``, read once."""
    data = read_yaml(FILE.with_name("dictionary.yaml"))
    return {key: frozenset(map(str, words)) for key, words in data.items()}


def read(text: str) -> tuple[str, int] | None:
    """A unit as columns have it (percent, currency, fraction, km, or its canonical name; "" for none), and by how much
    a value is to be multiplied to have it; None for what is no unit."""
    words = dictionary_words()
    said = " ".join(text.replace("(", " ").replace(")", " ").split())
    low = said.lower()
    if not low or low in words["no_unit"]:
        return "", 1
    if len(low) > LONGEST:
        return None
    if low in words["percent"] or low.startswith(("% ", "percent ", "percentage ")):
        return "percent", 1
    if low in words["fraction"]:
        return "fraction", 1
    if found := _plain(said):
        return found, 1
    for part in (said.split(), re.findall(r"[$€£¥]|[^\s$€£¥]{1,40}", said)):  # "EUR million", "€m"
        for at in (0, -1):
            scale = _scale(part[at])
            rest = " ".join(part[1:] if at == 0 else part[:-1]).removeprefix("of ")
            if scale is None or not rest:
                continue
            unit = "" if rest.lower() in words["no_unit"] else _plain(rest)
            if unit is not None:
                return unit, scale
    scale = _scale(low)
    return None if scale is None or low == "m" else ("", scale)


def _scale(word: str) -> int | None:
    low = word.lower().strip("'’")
    if not SCALE.fullmatch(low):
        return None
    known = lexicon().unit_pieces.get(low, "")
    return int(known) if known.isdigit() else SCALES.get(low)


def _plain(said: str) -> str | None:
    """A unit without a scale; None where there is none of that name."""
    name = units.canonical(said) or units.canonical(said.lower())
    if name and SIGN.search(said) and units.kind(name) != "currency":
        return None  # "€m": no metres
    first, _, last = said.partition(" ")
    if last.lower() in SCALES and (money := units.canonical(first)) and units.kind(money) == "currency":
        return None  # "EUR m": no metres either
    known = lexicon()
    if name is None:
        piece = known.unit_pieces.get(said.lower(), "")
        return piece if piece and not piece.isdigit() else None
    if units.kind(name) == "currency":
        return "currency"
    if units.kind(name) == "percentage":
        return "percent"
    return next((short for short, names in known.unit_names.items() if name in names), name)

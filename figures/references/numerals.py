"""The numbers in a line, a cell or an object, each exactly as it is written, with its unit and its place.

The unit is the one written behind a number (12.5 ms, 81 %), or the last word of its key or column (latency_ms,
accuracy_pct, memory (MB)).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from msgspec import Struct

from figures.interval import Exact, whole

MAX_DEPTH = 100

_NUMBER = r"[-+−]?(?:\d{1,3}(?:,\d{3}){1,8}|\d{1,40})(?:\.\d{1,40})?(?:[eE][-+]?\d{1,3})?"
_ALONE = re.compile(rf"[$€£]?({_NUMBER})\s?(%|[A-Za-zµ]{{1,12}}(?:/[A-Za-z]{{1,12}})?)?")
# A date, a clock time, a version and a name with digits hold no value; what follows a value may be its unit.
_INSIDE = re.compile(rf"(?<![\w.,:/#-])[$€£]?({_NUMBER})(?![\d:/]|[.,-]\d)(?:\s?(%|[A-Za-zµ]{{1,12}}(?![\w-])))?(?!\w)")
_TIME = re.compile(r"time|latency|duration|elapsed|seconds?\b|wall|delay|runtime", re.IGNORECASE)
_SIZE = re.compile(r"memory|bytes?\b|size|rss|disk", re.IGNORECASE)
_WORDS = re.compile(r"[A-Za-zµ]{1,20}")
_SHORT = {"us": "microsecond", "secs": "second", "mins": "minute", "usd": "dollar", "eur": "euro"}


class Value(Struct, frozen=True):
    """A number of a file. ``unit``: canonical, "" where none is written. ``place``: file, and key, cell or line.

    ``sort``: of a number without a unit, "time" or "size" where its key speaks of one ("elapsed", "memory"), else "".
    """

    value: Exact
    unit: str
    text: str
    place: str
    sort: str = ""


def in_line(line: str, place: str) -> Iterator[Value]:
    """The numbers in a line of a log."""
    for match in _INSIDE.finditer(line):
        number, word = match.groups()
        unit = _unit(word or "")
        before = line[max(0, match.start() - 30) : match.start()]
        yield Value(_exact(number), unit, match.group().strip() if unit else number, place, _sort(before, unit))


def in_json(text: str, place: str) -> Iterator[Value]:
    """The numbers in JSON. Raises ValueError."""
    import json

    yield from in_object(json.loads(text, parse_float=Decimal), "", place)


def in_object(data: Any, column: str, place: str) -> Iterator[Value]:
    """The numbers in an object, a list or a value; each place ends with the keys that lead to it."""
    stack: list[tuple[Any, str, str, int]] = [(data, column, column, 0)]
    while stack:
        item, path, key, depth = stack.pop()
        if isinstance(item, dict) and depth < MAX_DEPTH:
            children = [(value, f"{path}.{name}" if path else str(name), str(name)) for name, value in item.items()]
        elif isinstance(item, list) and depth < MAX_DEPTH:
            children = [(value, f"{path}[{index}]", key) for index, value in enumerate(item)]
        else:
            if isinstance(item, float):
                item = Decimal(repr(item))
            where = f"{place}: {path[-200:]}" if path else place
            if isinstance(item, str):
                found = alone(item, key, where)
                if found is not None:
                    yield found
            elif isinstance(item, int | Decimal) and not isinstance(item, bool) and _sane(item):
                unit = _unit_of_key(key)
                yield Value(whole(Fraction(item)), unit, str(item), where, _sort(key, unit))
            continue
        stack += [(value, name, last, depth + 1) for value, name, last in reversed(children)]


def alone(cell: str, key: str, place: str) -> Value | None:
    """A cell that is a number and nothing else but its unit."""
    match = _ALONE.fullmatch(cell.strip()) if len(cell) <= 100 else None
    if match is None:
        return None
    unit = _unit(match.group(2) or "")
    if match.group(2) and not unit:
        return None
    unit = unit or _unit_of_key(key)
    return Value(_exact(match.group(1)), unit, cell.strip(), place, _sort(key, unit))


@lru_cache(4096)
def _sort(words: str, unit: str) -> str:
    if unit:
        return ""
    return "time" if _TIME.search(words) else "size" if _SIZE.search(words) else ""


def _sane(number: int | Decimal) -> bool:
    return number.bit_length() < 500 if isinstance(number, int) else number.is_finite() and abs(number.adjusted()) < 150


def _exact(number: str) -> Exact:
    value = Decimal(number.replace(",", "").replace("−", "-"))
    return whole(Fraction(value)) if _sane(value) else 0


@lru_cache(4096)
def _unit(word: str) -> str:
    from figures.units import canonical

    if not word or word in ("m", "k", "B", "M", "G"):  # scales as often as units
        return ""
    return _SHORT.get(word.lower()) or canonical(word) or ""


@lru_cache(4096)
def _unit_of_key(key: str) -> str:
    words = _WORDS.findall(key)
    return _unit(words[-1]) if len(words) > 1 else ""

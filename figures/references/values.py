"""Every number in files of results: JSON, JSON lines, CSV and logs, with its unit and its place. Nothing is run.

A number is taken exactly as it is written there. Its unit is the one written behind it (12.5 ms, 81 %), or the last
word of its key or column (latency_ms, accuracy_pct, memory (MB)).
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from msgspec import Struct

from figures.findings import Problem
from figures.interval import Exact, whole

MAX_BYTES = 200 << 20  # of one file
MAX_VALUES = 2_000_000  # of all files
MAX_LINE = 100_000  # characters of a line that are looked at
MAX_DEPTH = 100
TABLES = {".csv": ",", ".tsv": "\t"}
LINES = (".jsonl", ".ndjson")
LOGS = (".log", ".txt", ".out")
SUFFIXES = (".json", *LINES, *TABLES, *LOGS)

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


def read(paths: Iterable[str | Path], leave: Iterable[Path] = ()) -> tuple[list[Value], list[Problem]]:
    """The numbers of these files, and of the files in these folders whose endings are known; and what went wrong.

    ``leave``: files that are not read, because they are what is checked. Links that lead out of a folder are left out.
    """
    left = {path.resolve() for path in leave}
    found: list[Value] = []
    problems: list[Problem] = []
    for given in paths:
        for path in _files(Path(given), problems):
            if path.resolve() in left:
                continue
            try:
                found += islice(_values(path), MAX_VALUES + 1 - len(found))
            except (OSError, ValueError, ArithmeticError, RecursionError, csv.Error) as error:
                reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
                problems.append(Problem(str(path), f"a file of results is wanted; it could not be read: {reason}"))
            if len(found) > MAX_VALUES:
                problems.append(Problem(str(path), f"at most {MAX_VALUES:,} numbers are read; the rest is left out"))
                return found[:MAX_VALUES], problems
    return found, problems


def _files(path: Path, problems: list[Problem]) -> Iterator[Path]:
    if not path.is_dir():
        if not path.is_file():
            problems.append(Problem(str(path), "there is no such file or folder; check the name"))
        elif path.suffix.lower() not in SUFFIXES:
            wanted = f"one of {', '.join(SUFFIXES)} is wanted"
            problems.append(Problem(str(path), f"{wanted}; got {path.suffix or 'no ending'!r}; convert it"))
        else:
            yield path
        return
    root, none = path.resolve(), True
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            if not name.startswith(".") and file.suffix.lower() in SUFFIXES and file.resolve().is_relative_to(root):
                none = False
                yield file
    if none:
        problems.append(
            Problem(str(path), f"a folder with files of results ({', '.join(SUFFIXES)}) is wanted; got none")
        )


def _values(path: Path) -> Iterator[Value]:
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"it has more than {MAX_BYTES >> 20} MB; name a smaller one")
    suffix, name = path.suffix.lower(), path.as_posix()
    if suffix in TABLES:
        yield from _table(path, name, TABLES[suffix])
    elif suffix in LOGS:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            for number, line in enumerate(file, 1):
                yield from _line(line[:MAX_LINE], f"{name}:{number}")
    elif suffix in LINES:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield from _json(line, f"{name}:{number}")
    else:
        yield from _json(path.read_text(encoding="utf-8-sig"), name)


def _table(path: Path, name: str, delimiter: str) -> Iterator[Value]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter=delimiter)
        header = next(reader, [])
        for cells in reader:
            for index, cell in enumerate(cells):
                column = header[index] if index < len(header) else str(index + 1)
                found = _alone(cell, column, f"{name}:{reader.line_num}: {column}")
                if found is not None:
                    yield found


def _line(line: str, place: str) -> Iterator[Value]:
    for match in _INSIDE.finditer(line):
        number, word = match.groups()
        unit = _unit(word or "")
        before = line[max(0, match.start() - 30) : match.start()]
        yield Value(_exact(number), unit, match.group().strip() if unit else number, place, _sort(before, unit))


def _json(text: str, place: str) -> Iterator[Value]:
    import json

    data = json.loads(text, parse_float=Decimal)
    stack: list[tuple[Any, str, str, int]] = [(data, "", "", 0)]
    while stack:
        item, path, key, depth = stack.pop()
        if isinstance(item, dict) and depth < MAX_DEPTH:
            children = [(value, f"{path}.{name}" if path else str(name), str(name)) for name, value in item.items()]
        elif isinstance(item, list) and depth < MAX_DEPTH:
            children = [(value, f"{path}[{index}]", key) for index, value in enumerate(item)]
        else:
            where = f"{place}: {path[-200:]}" if path else place
            if isinstance(item, str):
                found = _alone(item, key, where)
                if found is not None:
                    yield found
            elif isinstance(item, int | Decimal) and not isinstance(item, bool) and _sane(item):
                unit = _unit_of_key(key)
                yield Value(whole(Fraction(item)), unit, str(item), where, _sort(key, unit))
            continue
        stack += [(value, name, last, depth + 1) for value, name, last in reversed(children)]


def _alone(cell: str, key: str, place: str) -> Value | None:
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

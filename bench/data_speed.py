"""How fast numbers are held against tables: ``python -m bench data``.

Tables and articles are made here by seeded programs, in a temporary folder. Times of the matching are processor time;
of the whole command on a Parquet file, which runs in a process of its own, both clocks and its peak memory are told.
"""

from __future__ import annotations

import csv
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

from bench import trace_answers
from bench.speed import MEMORY, processor

ROUNDS = 20
ANSWER = 5  # numbers of an answer
SHORT, LONG = 20, 200  # rows of a table that an answer was written from
NUMBERS = 100  # of the article about the wide table
REGIONS = ["North", "South", "East", "West", "Coast", "Highlands"]
CHANNELS = ["retail", "online", "wholesale"]
MEASURES = (
    "units_sold", "revenue_usd", "returns", "visits", "complaints", "discount_usd", "shipping_cost", "weight_kg",
    "items", "coupons", "calls", "emails", "refunds", "delivery_days", "rating", "shelf_space", "staff_hours",
    "tax_usd", "energy_kwh", "deliveries", "repairs", "samples", "gift_cards", "parking_spaces",
)  # fmt: skip
FILLER = [
    "Managers had expected the season to be slow, and many of them were surprised by how it went in the end.",
    "Nobody at the company was available for comment, and calls to its offices were not returned.",
    "Analysts had warned for months that demand was weakening as households cut back on everything but food.",
]
PARQUET_ARTICLE = """\
The data covers {rows} rides. There were {city} rides in Aldport, and {share:.1f}% of all rides were in Aldport. The
highest fare was {top} dollars. The average distance of the rides in Kelso was {mean:.2f} km. In total, the rides in
Jarrow came to {total} minutes. There were {two} rides in Selby. The lowest fare was {low} dollars. On average, the
fare in Marlow was {fare:.2f} dollars.
"""


def report(rows: int, wide: int) -> Iterator[str]:
    """Lines to print. ``rows``: of the Parquet file; ``wide``: of the table of 30 columns."""
    yield f"Python {platform.python_version()}, {platform.machine()}, {processor()}"
    yield ""
    yield "| what | measured |"
    yield "|---|---:|"
    yield from answers()
    with tempfile.TemporaryDirectory() as folder:
        yield from article(Path(folder), wide)
        yield from parquet(Path(folder), rows)


def answers() -> Iterator[str]:
    """Answers of five numbers, against as many rows as they were written from and against ten times as many."""
    from figures.tracing import prepare, trace

    chosen = [a for a in trace_answers.answers() if len(a.numbers()) == ANSWER and SHORT - 3 <= len(a.rows) <= SHORT]
    texts = [answer.text() for answer in chosen]
    for rows in ([a.rows for a in chosen], [grown(a.rows, LONG) for a in chosen]):
        told = f"an answer of five numbers over {max(map(len, rows))} rows"
        ready = [prepare(own) for own in rows]
        for text, own in zip(texts, ready, strict=True):
            trace(text, own)
        for how, tables in (("rows made ready each time", rows), ("rows made ready before", ready)):
            seconds = [_best(partial(trace, *pair)) for pair in zip(texts, tables, strict=True)]
            yield f"| {told}, {how} | {1000 * sum(seconds) / len(seconds):.2f} ms |"


def grown(rows: list[dict[str, Any]], many: int, seed: int = 3) -> list[dict[str, Any]]:
    """The rows, and others with names of their own after them."""
    chance = random.Random(seed)
    made = list(rows)
    name = next(iter(rows[0]))
    while len(made) < many:
        row = dict(chance.choice(rows))
        row[name] = f"{row[name]} {chr(ord('A') + len(made) % 26)}{chr(ord('a') + len(made) // 26)}"
        row |= {key: chance.randint(1, int(value)) for key, value in row.items() if type(value) is int and value > 1}
        made.append(row)
    return made


def article(folder: Path, rows: int) -> Iterator[str]:
    """An article of about 1,000 words against a table of 30 columns: loading, index and matching."""
    from figures import readers
    from figures.claims import read_claims
    from figures.data import index, load, verdict

    header, made = wide_table(rows)
    with (folder / "branches.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *made])
    text = wide_article(header, made)
    del made
    begin = time.process_time()
    tables, _ = load.load([folder / "branches.csv"])
    loaded = time.process_time()
    ready = index.build(tables)
    indexed = time.process_time()
    document = readers.read("<text>", text.encode(), media_type="text/plain")
    claims = read_claims(document).claims
    found = verdict.match(document, claims, ready)
    matched = time.process_time()
    known = sum(match.verdict != "unchecked" for match in found)
    yield f"| a table of {rows:,} rows and {len(header)} columns: loading | {loaded - begin:.2f} s |"
    yield f"| the same: index | {indexed - loaded:.2f} s |"
    told = f"{len(text.split()):,} words, {len(found)} numbers ({known} with a verdict)"
    yield f"| the same: matching {told} | {matched - indexed:.2f} s |"


def wide_table(rows: int, seed: int = 5) -> tuple[list[str], list[list[Any]]]:
    """Orders of shops: six columns of names, days and years, and 24 of numbers."""
    chance = random.Random(seed)
    header = ["order", "city", "region", "channel", "product", "year", *MEASURES]
    made: list[list[Any]] = []
    for at in range(rows):
        city = chance.randrange(len(trace_answers.CITIES))
        names = [f"T-{at:06}", trace_answers.CITIES[city], REGIONS[city % len(REGIONS)], chance.choice(CHANNELS)]
        numbers = [chance.randint(1, 900 + 40 * k) for k in range(len(MEASURES))]
        made.append([*names, chance.choice(trace_answers.PRODUCTS), chance.randint(2018, 2025), *numbers])
    return header, made


def wide_article(header: list[str], rows: list[list[Any]], seed: int = 9) -> str:
    """A text with ``NUMBERS`` numbers that are true of the rows, a paragraph for every few of them."""
    chance = random.Random(seed)
    said: list[str] = []
    for at in range(NUMBERS // 2):
        column = chance.choice([name for name in MEASURES if "_" not in name or name == "units_sold"])
        place = header.index(column)
        words = column.replace("_", " ")
        city, channel = chance.choice(trace_answers.CITIES), chance.choice(CHANNELS)
        inside = [row[place] for row in rows if row[1] == city]
        share = Fraction(100 * sum(row[3] == channel for row in rows), len(rows))
        mean = Fraction(sum(inside), max(len(inside), 1))
        said.append(
            chance.choice([
                f"In {city}, {words} added up to a total of {sum(inside):,}, in {len(inside):,} orders.",
                f"The average number of {words} in {city} was {float(mean):.1f}, of {len(inside):,} orders.",
                f"{float(share):.1f}% of the orders were {channel}, and there were {len(inside):,} orders in {city}.",
                f"The highest {words} of {city} was {max(inside, default=0)}, and the lowest {min(inside, default=0)}.",
            ])
        )  # fmt: skip
        if at % 2:
            said.append(f"{chance.choice(FILLER)}\n\n")
    return " ".join(said)


def parquet(folder: Path, rows: int) -> Iterator[str]:
    """The whole command on a Parquet file of six columns: seconds on both clocks, and peak memory."""
    text = parquet_article(folder, rows)
    (folder / "rides.md").write_text(text, encoding="utf-8")
    names = [str(folder / "rides.md"), "--data", str(folder / "rides.parquet")]
    code = (
        f"from figures.cli import main\ntry:\n    main(['audit', *{names!r}])\nexcept SystemExit:\n    pass\n{MEMORY}"
    )
    before, begin = _children(), time.perf_counter()
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    wall, used = time.perf_counter() - begin, _children() - before
    *lines, peak = run.stdout.split("\n")[:-1]
    told = lines[-1].partition(", ")[2] if lines else "nothing told"
    took = f"{wall:.1f} s, {used:.1f} s of processor"
    yield f"| figures audit, {rows:,} rows of six columns in Parquet ({told}) | {took} |"
    yield f"| the same: peak memory | {int(peak) / 1024:,.0f} MB |"


def parquet_article(folder: Path, rows: int) -> str:
    """Makes ``rides.parquet`` there, and gives a text with nine numbers that are true of it."""
    import duckdb

    with duckdb.connect() as database:
        cities = ", ".join(f"'{name}'" for name in trace_answers.CITIES)
        database.execute(
            f"""CREATE VIEW made AS SELECT i AS ride_id, [{cities}][1 + (hash(i) % 20)::INT] AS city,
                2015 + (hash(i + 1) % 10)::INT AS year, 3 + (hash(i + 2) % 90)::INT AS fare_usd,
                round(0.5 + (hash(i + 3) % 400)::INT / 10, 1) AS distance_km, 2 + (hash(i + 4) % 80)::INT AS minutes
                FROM range({int(rows)}) t(i)"""
        )
        file = str(folder / "rides.parquet").replace("'", "''")
        database.execute(f"COPY made TO '{file}' (FORMAT parquet)")
        names = ("city", "share", "top", "mean", "total", "two", "low", "fare")
        row = database.execute(
            f"""SELECT count(*) FILTER (city = 'Aldport'), 100 * avg((city = 'Aldport')::INT), max(fare_usd),
                avg(distance_km) FILTER (city = 'Kelso'), sum(minutes) FILTER (city = 'Jarrow'),
                count(*) FILTER (city = 'Selby'), min(fare_usd), avg(fare_usd) FILTER (city = 'Marlow')
                FROM '{file}'"""
        ).fetchone()
    assert row is not None
    return PARQUET_ARTICLE.format(rows=rows, **dict(zip(names, row, strict=True)))


def _children() -> float:
    """Processor seconds of the processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _best(work: Callable[[], object]) -> float:
    """Processor seconds of the fastest of several calls."""
    taken = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return min(taken)

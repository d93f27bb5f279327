"""Years, months and spans of them: "since 2005", "in the 1990s", "in March 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures.data.candidates import Scene
from figures.data.choice import Choice
from figures.data.index import MONTHS, content
from figures.data.spans import BETWEEN
from figures.data.spell import Table, Where
from figures.data.words import forms

OPEN_DAYS = frozenset("since after from began begin beginning starting started until before by".split())
SINCE = {"since": ">=", "after": ">", "before": "<", "until": "<=", "through": "<="}
TIMES = frozenset({"year", "yr", "date", "month", "season", "fy", "term"})
OPEN_YEARS = frozenset("to from since after before until through than".split())


def spans_of_time(scene: Scene, table: Table) -> Iterator[Choice]:
    """ "since 2005", "in the 1990s", "between 1990 and 2013", "in March 2024"."""
    words = scene.words
    for column in scene.index.years.get(table.name, ()):
        if content(column, table.name) - TIMES and not column_said(scene, table, column):
            continue  # the year that somebody was born in
        for k, token in enumerate(words):
            raw = token.raw
            decade = re.fullmatch(r"(1[5-9]|20)[0-9]0s", raw)
            before = words[k - 1].low if k else ""
            if decade:
                low = int(raw[:4])
                yield Choice(
                    (Where(column, ">=", low), Where(column, "<=", low + 9)),
                    frozenset({k}),
                    1.0,
                    frozenset({k}),
                    period=True,
                    bound=True,
                )
                continue
            if not (raw.isdigit() and len(raw) == 4 and 1500 <= int(raw) <= 2200):
                continue
            year = int(raw)
            joined = words[k + 1].low if k + 2 < len(words) else ""
            then = words[k + 2].raw if k + 2 < len(words) else ""
            if (
                joined in BETWEEN
                and then.isdigit()
                and len(then) == 4
                and int(then) > year
                and before in ("from", "between", "in", "of", "(", "the", "years", "")
                and not (joined == "and" and before != "between")
            ):
                yield Choice(
                    (Where(column, ">=", year), Where(column, "<=", int(then))),
                    frozenset(range(k, k + 3)),
                    1.1,
                    frozenset(range(k, k + 3)),
                    period=True,
                    bound=True,
                )
            elif before == "to" and k > 1 and words[k - 2].low in ("back", "dating", "dates"):
                own = frozenset({k - 2, k - 1, k})
                yield Choice((Where(column, ">=", year),), own, 1.05, frozenset({k}), period=True, bound=True)
            elif joined == "or" and then.lower() in ("later", "earlier"):
                op = ">=" if then.lower() == "later" else "<="
                own = frozenset(range(k, k + 3))
                yield Choice((Where(column, op, year),), own, 1.05, frozenset({k}), period=True, bound=True)
            elif before in SINCE:
                yield Choice(
                    (Where(column, SINCE[before], year),),
                    frozenset({k - 1, k}),
                    1.05,
                    frozenset({k}),
                    period=True,
                    bound=True,
                )
    for held in table.columns.values():
        if held.kind == "date" and held.distinct:
            yield from _dates(scene, table, held.name)


def column_said(scene: Scene, table: Table, column: str) -> bool:
    """Whether what tells a column of years from the year itself is said: born, opened, first lit."""
    own = content(column, table.name) - TIMES
    return any(forms(t.raw) & own for t in scene.words)


def _dates(scene: Scene, table: Table, column: str) -> Iterator[Choice]:
    """Months and years of a column of days, or years of a column of months, as spans."""
    words = scene.words
    cells = sorted(str(value) for value in table.columns[column].distinct)
    years = {cell[:4] for cell in cells}
    daily = len(cells[0]) == 10
    dated = {k for hit in scene.hits for v in hit.values if v.column == column for k in range(hit.i, hit.j)}
    months = {cell[5:7] for cell in cells if len(cell) >= 7}
    for k, token in enumerate(words):
        before = words[k - 1].low if k else ""
        if k in dated or (k and k - 1 in dated) or (k > 1 and words[k - 1].raw == "," and k - 2 in dated):
            continue
        if "since" in {t.low for t in words[max(0, k - 5) : k]} and before != "since":
            continue
        if token.raw.isdigit() and len(token.raw) == 4 and token.raw in years and (len(cells[0]) > 4):
            if (k and before in MONTHS) or before in OPEN_YEARS - SINCE.keys():
                continue
            last = words[k + 2].raw if k + 2 < len(words) and words[k + 1].low in BETWEEN else ""
            if last in years and last > token.raw:
                own = frozenset(range(k, k + 3))
                yield Choice(
                    _span(column, f"{token.raw}-00", f"{int(last) + 1}-00"), own, 1.1, own, period=True, bound=True
                )
                continue
            if len(years) > 1 or before in ("in", "of", "for", "during"):
                op = SINCE.get(before)
                if op in (">=", "<"):
                    yield Choice(
                        (Where(column, op, token.raw),),
                        frozenset({k - 1, k}),
                        1.05,
                        frozenset({k}),
                        period=True,
                        bound=True,
                    )
                elif op is None:
                    yield Choice(
                        _span(column, f"{token.raw}-00", f"{int(token.raw) + 1}-00"),
                        frozenset({k}),
                        1.0,
                        frozenset({k}),
                        period=True,
                        bound=True,
                    )
        elif daily and token.low in MONTHS and token.raw[0].isupper():
            if k > 1 and words[k - 1].low in BETWEEN and words[k - 2].low in MONTHS:
                continue
            joined = words[k + 1].low if k + 2 < len(words) else ""
            if joined in BETWEEN and (last := words[k + 2].low) in MONTHS:
                year = words[k + 3].raw if k + 3 < len(words) and words[k + 3].raw in years else ""
                year = year or (next(iter(years)) if len(years) == 1 else "")
                own = frozenset(range(k, k + 4 if k + 3 < len(words) and words[k + 3].raw == year else k + 3))
                low, high = MONTHS.index(token.low) + 1, MONTHS.index(last) + 1
                clear = year and low < high and (joined != "and" or before == "between")
                found = _span(column, f"{year}-{low:02}-00", f"{year}-{high:02}-99") if clear else ()
                yield Choice(found, own, 1.1, own, period=True, bound=True)
                continue
            month = MONTHS.index(token.low) + 1
            behind = words[k + 1] if k + 1 < len(words) else None
            if (
                f"{month:02}" not in months
                or (behind is not None and behind.number is not None and len(behind.raw) <= 2)
                or (k and words[k - 1].number is not None and len(words[k - 1].raw) <= 2 and before != "of")
            ):
                continue
            year = (
                behind.raw
                if behind is not None and behind.raw in years
                else next(iter(years))
                if len(years) == 1
                else ""
            )
            if year:
                tokens = {k, k + 1} if behind is not None and behind.raw == year else {k}
                yield Choice(
                    _span(column, f"{year}-{month:02}-00", f"{year}-{month:02}-99"),
                    frozenset(tokens),
                    1.1,
                    frozenset(tokens),
                    period=True,
                    bound=True,
                )


def _span(column: str, low: str, high: str) -> tuple[Where, ...]:
    return (Where(column, ">", low), Where(column, "<", high))

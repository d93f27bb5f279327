"""Events that lengths of time and ordinal days are counted from, as CSV."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from figures.findings import Problem
from figures.references import cells
from figures.references.key_figures import word_list
from figures.references.rows import Event
from figures.references.tables import Columns, Row, read_frame

COLUMNS = Columns(("event", "start", "source"), ("aliases", "actor", "place", "end", "url", "note"))


def load(path: Path, name: str | None = None) -> tuple[tuple[Event, ...], list[Problem]]:
    """The sound rows of a table of events and a problem for each cell that is wrong. Raises nothing."""
    name = name or path.as_posix()
    frame, lines, problems = read_frame(path, name, COLUMNS)
    if frame is None:
        return (), problems
    events = []
    for line, record in zip(lines, frame.to_dict("records"), strict=True):
        row = Row(f"{name}:{line}", {str(key): str(cell) for key, cell in record.items()}, problems)
        nowhere: tuple[date, date] | None = None
        start = row.get("start", cells.period, nowhere, required=True)
        end = row.get("end", cells.period, nowhere)
        if start and end and end[1] < start[0]:
            row.wrong("end", f"a day after the start is wanted; got {row.cells['end']!r}; swap them or correct one")
        event = Event(
            table=name,
            line=line,
            event=row.get("event", cells.words, "", required=True),
            start=start or (date.min, date.min),
            start_text=row.cells["start"].strip(),
            aliases=row.get("aliases", word_list, ()),
            actor=row.get("actor", word_list, ()),
            place=row.get("place", cells.words, ""),
            end=end,
            source=row.get("source", cells.words, "", required=True),
            url=row.get("url", cells.url, ""),
        )
        if row.sound:
            events.append(event)
    return tuple(events), problems

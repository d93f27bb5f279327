"""Claims as JSON lines: one object per claim, in the shape that the JSON report gives a claim, with its path."""

from __future__ import annotations

from collections.abc import Sequence

from figures.renderers import Extraction, Options
from figures.renderers.json_report import claim, dumps, rejected
from figures.renderers.places import Places


def render(extractions: Sequence[Extraction], options: Options) -> str:
    """One line per claim; with ``options.rejected`` also one per rejected numeral, told by its key ``reason``."""
    lines = []
    for document, reading in extractions:
        places = Places(document)
        rows = [{"path": document.path, **claim(places, given)} for given in reading.claims]
        if options.rejected:
            rows += [{"path": document.path, **rejected(places, given)} for given in reading.rejected]
            rows.sort(key=lambda row: (row["place"]["start"], row["place"]["end"]))
        lines += [dumps(row) + "\n" for row in rows]
    return "".join(lines)

"""Writes the measured tables into ``docs/accuracy.md``, each between its two marks."""

from __future__ import annotations

import datetime
import platform
from collections.abc import Iterable
from pathlib import Path

from bench import speed
from bench.extraction import table

PAGE = Path(__file__).parent.parent / "docs" / "accuracy.md"


def rewrite(folder: Path, names: list[str], page: Path = PAGE) -> None:
    """Measures accuracy on the gold files of ``folder`` and speed on the benchmark's own text, and puts both in."""
    text = page.read_text(encoding="utf-8")
    today = datetime.date.today().isoformat()
    where = f"Measured on {today}, Python {platform.python_version()}, {platform.machine()}, {speed.processor()}."
    text = put(text, "extraction", [where, "", *table(folder, names)])
    text = put(text, "speed", [f"Measured on {today}.", "", *speed.report(None, names)])
    page.write_text(text, encoding="utf-8")


def put(text: str, name: str, lines: Iterable[str]) -> str:
    """The page with new lines between ``<!-- name -->`` and ``<!-- end name -->``. ValueError when they are missing."""
    begin, end = f"<!-- {name} -->", f"<!-- end {name} -->"
    head, found, rest = text.partition(begin)
    _, closed, tail = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"the page needs the marks {begin} and {end}")
    return head + begin + "\n\n" + "\n".join(lines) + "\n\n" + end + tail

"""Claims as CSV (RFC 4180, comma, UTF-8), safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from figures.renderers import Extraction, Options
from figures.renderers.claim_rows import COLUMNS, claim_rows
from figures.renderers.places import Places
from figures.renderers.text import visible

# A cell that begins like this is run as a formula by spreadsheets; the wide forms are treated alike by some.
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"-?[0-9]+([./][0-9]+)?\Z")


def render(extractions: Sequence[Extraction], options: Options) -> str:
    """A header and one row per claim; with ``options.rejected`` also one per rejected numeral, told by ``rejected``."""
    columns = (*COLUMNS, "rejected") if options.rejected else COLUMNS
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    for document, reading in extractions:
        rows = list(claim_rows(document, reading.claims))
        if options.rejected:
            places = Places(document)
            for given in reading.rejected:
                line, column = places.position(given.span.start)
                rows.append(
                    {
                        "path": document.path,
                        "line": str(line),
                        "col": str(column),
                        "text": " ".join(given.text.split()),
                        "rejected": given.reason,
                    }
                )
            rows.sort(key=lambda row: (int(row["line"]), int(row["col"])))
        writer.writerows({name: guarded(cell) for name, cell in row.items()} for row in rows)
    return out.getvalue()


def guarded(cell: str) -> str:
    """The cell with control characters made visible and an apostrophe before what a spreadsheet would run.

    Numbers and lone signs stay as they are.
    """
    cell = visible(cell)
    if len(cell) > 1 and _FORMULA.match(cell.lstrip(" ")) and not _NUMBER.match(cell):
        return "'" + cell
    return cell

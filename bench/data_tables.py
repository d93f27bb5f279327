"""The task ``tables``: the numbers of articles held against the tables that they were written from.

A gold row has ``id``, ``text`` and ``tables``, paths relative to the gold file's folder. A prediction is ``{"id",
"claims": [{"start", "end", "value", "verdict", "derived", "query"}]}``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

VERDICTS = {"misleading": "consistent"}


def predict(gold_rows: Iterable[dict[str, Any]], folder: Path) -> list[dict[str, Any]]:
    """One row for each gold row: every number of the text that was read, with its verdict."""
    from figures import readers
    from figures.claims import read_claims
    from figures.data import index, load, sql, verdict

    rows = []
    for row in gold_rows:
        tables, _ = load.load(folder / name for name in row["tables"])
        for table in tables:
            table.name = table.name.removeprefix(f"{row['id']}_")
        document = readers.read("<text>", row["text"].encode(), media_type="text/plain")
        found = verdict.match(document, read_claims(document).claims, index.build(tables))
        claims = [
            {
                "start": match.span.start,
                "end": match.span.end,
                "value": float(match.value),
                "verdict": _verdict(match),
                "derived": None if match.derived is None else float(match.derived),
                "query": sql.statement(match.best.spell) if match.best else None,
            }
            for match in found
        ]
        rows.append({"id": row["id"], "claims": claims})
    return rows


def _verdict(match: Any) -> str:
    """A number that is right for another name is an error of the name; one that names a column is in the data."""
    if match.named:
        return "consistent"
    return "not_comparable" if match.belongs else VERDICTS.get(match.verdict, match.verdict)

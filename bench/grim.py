"""The task ``grim``: can whole numbers have the mean, the standard deviation or the percentage that is printed?

A gold row has ``test`` (GRIM, GRIMMER or DEBIT), ``mean`` and ``sd`` as printed, ``n``, and for GRIM ``items`` and
``percent``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from figures.statistics.grim import Outcome, debit, grim, grimmer


def predict(gold_rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row for each gold row: its ``id`` and whether it is ``consistent``. Raises KeyError for an unknown test."""
    return [{"id": row["id"], "consistent": _outcome(row).consistent} for row in gold_rows]


def _outcome(row: dict[str, Any]) -> Outcome:
    mean, n, items = str(row["mean"]), int(row["n"]), int(row.get("items") or 1)
    test = row["test"].upper()
    if test == "GRIM":
        return grim(mean, n, items, bool(row.get("percent")))
    if test == "GRIMMER":
        return grimmer(mean, str(row["sd"]), n, items)
    if test == "DEBIT":
        return debit(mean, str(row["sd"]), n)
    raise KeyError(f"test must be GRIM, GRIMMER or DEBIT; got {row['test']!r}")

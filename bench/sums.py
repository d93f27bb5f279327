"""The task ``sums``: do the items of a calculation add up to its total, as rounded and as truncated numbers?

A gold row has ``total`` and ``items``, each with ``value`` (as written), ``decimals`` (a number, or INF or null for
exact) and ``weight``.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from figures.statistics.sums import MODES, Part, check


def predict(gold_rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row for each gold row: its ``id`` and a verdict for each mode."""
    rows = []
    for row in gold_rows:
        total, items = _part(row["total"]), [_part(item) for item in row["items"]]
        verdicts = {mode: "consistent" if check(total, items, mode).consistent else "inconsistent" for mode in MODES}
        rows.append({"id": row["id"], **verdicts})
    return rows


def _part(fact: dict[str, Any]) -> Part:
    decimals = fact.get("decimals")
    places = None if decimals is None or str(decimals).upper() == "INF" else int(decimals)
    weight = fact.get("weight")
    return Part(Fraction(str(fact["value"])), places, Fraction(str(1 if weight is None else weight)))

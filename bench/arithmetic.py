"""The task ``arithmetic``: which numbers of a text bear on each other, and whether they fit.

A gold row has ``id`` and ``text``. A prediction is ``{"id", "relations": [{"type", "span": [start, end],
"verdict"}]}``, one for each verdict of the core rules that hold numbers of a text against each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

TYPES = {  # rule -> the type of the gold files
    "core/share": "share",
    "core/fraction-of": "share",
    "core/total": "sum",
    "core/rest-of": "sum",
    "core/hundred": "sum",
    "core/change": "change",
    "core/difference": "change",
    "core/part-of": "part_whole",
    "core/product": "product",
    "core/rate": "rate",
    "core/conversion": "ratio",
    "core/shots": "formula",
}
VERDICTS = {"consistent": "consistent", "misleading": "consistent", "inconsistent": "inconsistent"}


def predict(gold_rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row for each gold row: its ``id`` and the relations that the audit found in its ``text``."""
    from figures import pipeline, readers, rules

    book = rules.load()
    rows = []
    for row in gold_rows:
        document = readers.read("<text>", row["text"].encode(), media_type="text/plain")
        report = pipeline.audit(document, book)
        rows.append(
            {
                "id": row["id"],
                "relations": [_relation(report, finding) for finding in report.results if finding.rule in TYPES],
            }
        )
    return rows


def _relation(report: Any, finding: Any) -> dict[str, Any]:
    """A verdict as a prediction, as wide as the numbers that it rests on."""
    spans = [report.claims[index].quantity.span for index in finding.claims] or [finding.span]
    if finding.derivation is not None:
        spans += [operand.span for operand in finding.derivation.operands if operand.span is not None]
    kind = TYPES[finding.rule]
    if finding.rule == "core/change" and finding.verdict != "misleading" and finding.derivation is not None:
        kind = {"percentage": "change_pct", "percentage point": "change"}.get(finding.derivation.unit, "ratio")
    return {
        "type": kind,
        "span": [min(span.start for span in spans), max(span.end for span in spans)],
        "verdict": VERDICTS.get(finding.verdict, "not_comparable"),
    }

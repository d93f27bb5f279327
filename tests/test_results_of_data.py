"""Results that data adds to a report stand in their places and are known again like all others."""

from __future__ import annotations

from pathlib import Path

import figures


def test_results_of_data_have_fingerprints_and_stand_in_order(tmp_path: Path) -> None:
    table = tmp_path / "sales.csv"
    table.write_text("seller,units\nBea,34\nAli,28\n", encoding="utf-8")
    report = figures.audit("Bea sold 34 units and Ali sold 29 units.", data=[table])
    assert [(r.rule, r.verdict) for r in report.results if r.rule == "data/value"] == [
        ("data/value", "consistent"),
        ("data/value", "inconsistent"),
    ]
    assert all(len(result.fingerprint) == 16 for result in report.results)
    assert len({result.fingerprint for result in report.results}) == len(report.results)
    assert [result.span.start for result in report.results] == sorted(result.span.start for result in report.results)

"""The task ``statcheck``: results of tests in a text, each with the p value that its statistic implies.

A gold row either has ``texts`` and ``options``, which carry the names of R's statcheck, and then only results in the
form that it reads are wanted; or it has a ``sentence``, or the result alone as ``raw``, and every form is.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from figures.interval import Exact
from figures.statistics.assess import Options, assess
from figures.statistics.patterns import ONE_TAILED
from figures.statistics.printed_p import PValue, p_values
from figures.statistics.reported import Statistic, find


def predict(gold_rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row for each gold row: its ``id`` and the ``results``."""
    return [{"id": row["id"], "results": _results(row)} for row in gold_rows]


def _results(row: dict[str, Any]) -> list[dict[str, Any]]:
    if "texts" in row:
        given = row.get("options") or {}
        named = {name: Fraction(str(value)) if name == "alpha" else value for name, value in given.items()}
        options = Options(**named)
        return [result for text in row["texts"] if text for result in _of_text(text, options, apa=True)]
    sentence = row.get("sentence") or ""
    return _of_text(sentence if row["raw"] in sentence else row["raw"], Options(), apa=False)


def _of_text(text: str, options: Options, apa: bool) -> list[dict[str, Any]]:
    if options.AllPValues:
        return [_row(None, p) for p in p_values(text)]
    one_tailed = ONE_TAILED.search(text) is not None
    rows = []
    for result in find(text):
        if result.apa or not apa:
            judged = assess(result, options, one_tailed)
            verdict = {
                "computed_p": judged.computed, "error": judged.error, "decision_error": judged.decision_error,
            }  # fmt: skip
            rows.append({**_row(result.statistic, result.p), **verdict})
    return rows


def _row(result: Statistic | None, p: PValue) -> dict[str, Any]:
    return {
        "test_type": result.family if result else None,
        "df1": _float(result.df1) if result else None,
        "df2": _float(result.df2) if result else None,
        "test_comp": result.comparison if result else None,
        "test_value": _float(result.value.value) if result else None,
        "p_comp": p.comparison,
        "reported_p": _float(p.value.value) if p.value else None,
        "computed_p": None,
        "error": None,
        "decision_error": None,
    }


def _float(value: Exact | None) -> float | None:
    return None if value is None else float(value)

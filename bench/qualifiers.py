"""The task ``qualifiers``: one number in its words, held against its true value.

A gold row has ``qualifier`` (the words, or null), ``written`` (the numeral), ``scale`` (a number that multiplies it),
``unit`` and ``reference`` (the true value in that unit). What is judged is the meaning of the words and not how they
are found in a text, so a numeral in digits is taken as it stands; one in words is read by the extractor.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from figures.document import Span
from figures.interval import Exact, point, whole
from figures.lexicon import Qualifier, qualifier, qualifiers
from figures.quantity import Quantity
from figures.verdicts import judge_quantity


def predict(gold_rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row for each gold row: its ``id`` and the ``verdict``; ``consistent_rounded`` fits only as a round number."""
    rows = []
    for row in gold_rows:
        judgement = judge_quantity(_quantity(row), point(_exact(row["reference"])))
        verdict = "consistent_rounded" if judgement.note == "rounded" else judgement.verdict
        rows.append({"id": row["id"], "verdict": verdict})
    return rows


def _quantity(row: dict[str, Any]) -> Quantity:
    written, scale, unit = row["written"], _exact(row.get("scale") or 1), row.get("unit") or ""
    sign = -1 if written.lstrip()[:1] in ("-", "−") else 1
    digits = written.strip().lstrip("-−+").replace(",", "")
    words = _row_of(row.get("qualifier"))
    if not digits.replace(".", "", 1).isdecimal():
        return _read(row.get("qualifier"), words, written, unit)
    places = len(digits.partition(".")[2])
    return Quantity(
        span=Span(0, len(written)),
        text=written,
        number=Span(0, len(written)),
        value=whole(sign * Fraction(digits) * scale),
        unit="percentage" if unit == "%" else unit,
        kind="percentage" if unit == "%" else "count",
        bound=words.bound,
        qualifier=words.id,
        resolution=whole(Fraction(1, 10**places) * scale),
        decimal=places > 0,
    )


def _row_of(phrase: str | None) -> Qualifier:
    """The row of the lexicon that has the phrase. Raises LookupError for one that no row has."""
    if not phrase:
        return qualifier("bare")
    for row in qualifiers():
        if phrase.lower() in (*row.before, *row.after, *row.alone):
            return row
    raise LookupError(f"no row of qualifiers.yaml has the phrase {phrase!r}")


def _read(phrase: str | None, words: Qualifier, written: str, unit: str) -> Quantity:
    """A numeral in words, as the extractor reads it in its phrase."""
    import figures

    parts = [written, phrase] if phrase and phrase.lower() in words.after else [phrase, written]
    text = " ".join(part for part in (*parts, unit) if part)
    claims = figures.extract(text)
    if not claims:
        raise LookupError(f"no number is read in {text!r}")
    return claims[0].quantity


def _exact(value: int | float | str) -> Exact:
    """The number as the file writes it: 32.9 is 329/10."""
    return whole(Fraction(str(value)))

"""The task ``qualifiers``: one number in its words, held against its true value.

A gold row has ``qualifier`` (the words, or null), ``written`` (the numeral), ``scale`` (a number that multiplies it),
``unit`` and ``reference`` (the true value in that unit). What is judged is the meaning of the words and not how they
are found in a text, so a numeral in digits whose words stand in the lexicon is taken as it is; anything else is read by
the extractor.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from msgspec.structs import replace

from figures.document import Span
from figures.interval import Exact, point, whole
from figures.lexicon import Qualifier, qualifier, qualifiers
from figures.quantity import Quantity
from figures.verdicts import judge_quantity


def predict(gold_rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row for each gold row: its ``id`` and the ``verdict``; ``consistent_rounded`` fits only as a round number.

    Raises LookupError for a row whose words hold no number that can be read.
    """
    rows = []
    for row in gold_rows:
        quantity, reference = _quantity(row), _exact(row["reference"])
        if row.get("unit") == "%" and quantity.kind == "fraction" and quantity.unit == "":
            reference = whole(Fraction(reference, 100))  # "half" of "%", held against 48
        judgement = judge_quantity(quantity, point(reference))
        verdict = "consistent_rounded" if judgement.note == "rounded" else judgement.verdict
        rows.append({"id": row["id"], "verdict": verdict})
    return rows


def _quantity(row: dict[str, Any]) -> Quantity:
    written, scale, unit = row["written"].strip(), _exact(row.get("scale") or 1), row.get("unit") or ""
    words = _row_of(row.get("qualifier"))
    digits = written.lstrip("-−+").replace(",", "")
    if words is None or not digits.replace(".", "", 1).isdecimal():
        return _read(row.get("qualifier"), words, written, scale, unit)
    places = len(digits.partition(".")[2])
    sign = -1 if written[0] in "-−" else 1
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


def _row_of(phrase: str | None) -> Qualifier | None:
    """The row of the lexicon that has the phrase; None when no row has."""
    if not phrase:
        return qualifier("bare")
    return next((row for row in qualifiers() if phrase.lower() in (*row.before, *row.after, *row.alone)), None)


def _read(phrase: str | None, words: Qualifier | None, written: str, scale: Exact, unit: str) -> Quantity:
    """The number as the extractor reads it in its phrase."""
    import figures

    if unit == "%" and not written[-1:].isdigit():
        unit = ""  # half, held against a percentage
    parts = [phrase or "", written, unit]
    if phrase and words is not None:
        if phrase.lower() in words.after:
            parts = [written, unit, phrase]
        elif phrase.lower() in words.alone:
            parts = [phrase]
    text = " ".join(part for part in parts if part).replace(" %", "%")
    claims = figures.extract(text)
    if not claims:
        raise LookupError(f"no number is read in {text!r}")
    quantity = claims[0].quantity
    high, finest = quantity.high, quantity.high_resolution
    return replace(
        quantity,
        value=whole(quantity.value * scale),
        resolution=whole(quantity.resolution * scale),
        high=None if high is None else whole(high * scale),
        high_resolution=None if finest is None else whole(finest * scale),
    )


def _exact(value: int | float | str) -> Exact:
    """The number as the file writes it: 32.9 is 329/10."""
    return whole(Fraction(str(value)))

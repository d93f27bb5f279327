"""The claims of reports as a table. pandas is imported here, when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from figures.anchors import block_range
from figures.document import Document
from figures.findings import Report
from figures.quantity import Phrase

if TYPE_CHECKING:
    import pandas as pd

# One row per claim. Numbers are exact: int or Fraction, in columns of type object. None: the text does not give it.
COLUMNS = {
    "path": "the document",
    "document_date": "the day it speaks on, as 2015-10-02",
    "start": "where the number begins, a code point of the document from 0",
    "end": "where it ends, exclusive",
    "line": "from 1",
    "column": "from 1",
    "text": "the number as a reader sees it, with its qualifier and unit",
    "found": "what stands in the document between start and end, without markup",
    "value": "in its unit; of a range, the lower end",
    "high_value": "of a range, the upper end",
    "unit": "canonical name; empty for a bare number or a count",
    "kind": "count, number, percentage, currency, measure, duration, age, temperature, ordinal, fraction, multiple",
    "bound": "= ~ < <= > >= range",
    "qualifier": "the row of lexicon/qualifiers.yaml; empty for a bare number",
    "direction": "of a change: up, down",
    "role": "of a change: by, from, to",
    "resolution": "place of the last digit as written",
    "low": "least value that the words allow; None when not bounded",
    "high": "greatest value that the words allow",
    "implied_low": "least value that a fair reader expects",
    "implied_high": "greatest value that a fair reader expects",
    "counted": "what is counted or measured",
    "counted_from": "empty, elided or others: where the text says what is counted",
    "whole": "what it is a part of",
    "subject": "what the clause is about",
    "predicate": "what happened or is",
    "place": "where",
    "time": "the words that date it",
    "as_of": "the day it was true, as 2015-10-02",
    "source": "who says so",
    "quoted": "whether it stands in quotation marks",
    "hypothetical": "whether it is said not to be so, or not yet",
    "sentence": "the sentence around it",
    "sentence_start": "where that begins",
    "sentence_end": "where it ends, exclusive",
    "verdict": "the worst verdict on it; unchecked where nothing was held against it",
    "rules": "the rules that gave it, in order, joined by blanks",
}
_WORST = ("inconsistent", "misleading", "consistent", "not_comparable", "unchecked")


def claims_frame(reports: Iterable[Report]) -> pd.DataFrame:
    """The claims of some reports, in order, as a frame with the columns of COLUMNS."""
    import pandas as pd

    rows = [row for report in reports for row in _rows(report)]
    frame = pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=object) for name in COLUMNS})
    whole_numbers = ("start", "end", "line", "column", "sentence_start", "sentence_end")
    return frame.astype(dict.fromkeys(whole_numbers, "int64") | {"quoted": "bool", "hypothetical": "bool"})


def _rows(report: Report) -> Iterable[dict[str, Any]]:
    verdicts: dict[int, list[tuple[int, str, str]]] = {}
    for finding in report.results:
        for index in finding.claims[:1]:
            verdicts.setdefault(index, []).append((_WORST.index(finding.verdict), finding.verdict, finding.rule))
    document = report.document
    offsets = _Blocks(document)
    for index, claim in enumerate(report.claims):
        quantity = claim.quantity
        start, end = quantity.span.start, quantity.span.end
        line, column = offsets.position(start)
        stated, implied = quantity.stated, quantity.implied
        judged = sorted(verdicts.get(index, []))
        verdict = judged[0][1] if judged else "unchecked"
        yield {
            "path": document.path,
            "document_date": document.date.isoformat() if document.date else None,
            "start": start,
            "end": end,
            "line": line,
            "column": column,
            "text": _line(quantity.text),
            "found": _line(offsets.text(claim.block, start, end)),
            "value": quantity.value,
            "high_value": quantity.high,
            **{name: getattr(quantity, name) for name in ("unit", "kind", "bound", "qualifier", "direction", "role")},
            "resolution": quantity.resolution,
            "low": stated.lo,
            "high": stated.hi,
            "implied_low": implied.lo,
            "implied_high": implied.hi,
            **{name: _words(getattr(claim, name)) for name in _PHRASES},
            "counted_from": claim.counted_from,
            "as_of": claim.as_of.isoformat() if claim.as_of else None,
            "quoted": claim.quoted,
            "hypothetical": claim.hypothetical,
            "sentence": _line(offsets.text(claim.block, claim.sentence.start, claim.sentence.end)),
            "sentence_start": claim.sentence.start,
            "sentence_end": claim.sentence.end,
            "verdict": verdict,
            "rules": " ".join(rule for _, word, rule in judged if word == verdict),
        }


_PHRASES = ("counted", "whole", "subject", "predicate", "place", "time", "source")


def _words(phrase: Phrase | None) -> str | None:
    return None if phrase is None else _line(phrase.text)


def _line(text: str) -> str:
    return " ".join(text.split())


class _Blocks:
    """Places of one document, looked up in time that does not grow with its length."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.at, self.line, self.begin = 0, 1, 0  # the place asked for last; claims come in order

    def position(self, offset: int) -> tuple[int, int]:
        if offset < self.at:
            self.at, self.line, self.begin = 0, 1, 0
        text = self.document.text
        self.line += text.count("\n", self.at, offset)
        last = text.rfind("\n", self.at, offset)
        self.begin = last + 1 if last >= 0 else self.begin
        self.at = offset
        return self.line, offset - self.begin + 1

    def text(self, block: int, start: int, end: int) -> str:
        """What a reader sees between two offsets of the document."""
        blocks = self.document.blocks
        if block >= len(blocks):
            return self.document.text[start:end]
        first, last = block_range(blocks[block], start, end)
        return blocks[block].text[first:last]

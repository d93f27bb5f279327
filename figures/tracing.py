"""Which numbers of an answer come from the rows that it was written from, by which derivation, and which from nowhere.

A guard behind a language model: nothing is read from disk after the first call, and nothing is sent anywhere.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from figures.claims import read_numbers
from figures.data import index as indexes
from figures.data import load, spell, sql, verdict
from figures.data.firsts import told
from figures.data.index import Index
from figures.data.verdict import Match, Placed
from figures.document import Block, Document, Span
from figures.findings import Finding, by_place
from figures.interval import Exact
from figures.words import number as shown


class Traced(Struct, frozen=True, gc=False):
    """One number of an answer. ``derived`` is None, and ``derivation`` and ``query`` are "", where none was found."""

    span: Span  # of the numeral, in code points of the answer
    text: str
    verdict: str  # consistent, misleading, inconsistent or unchecked
    derived: Exact | None = None
    derivation: str = ""  # in words: sum of revenue of rows where region = North
    query: str = ""  # SQL that gives ``derived`` when it is run on a table called ``rows``


class Trace(Struct, frozen=True):
    """What ``trace`` found: every number in order, and what somebody should look at."""

    numbers: tuple[Traced, ...]
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.findings


def prepare(rows: Any) -> Index:
    """The rows made ready for many answers. Takes and raises the same as ``trace``."""
    return rows if isinstance(rows, Index) else indexes.build([load.from_rows(rows)])


def trace(answer: str, rows: Any, *, strict: bool = False) -> Trace:
    """Holds each number of ``answer`` against ``rows``: a list of dicts, a pandas DataFrame, an Arrow table, or what
    ``prepare`` made of one.

    A number that its own words lead to another value for is a finding, and so is a name that is said to have the
    highest of something and has not. With ``strict``, so is a number that has no derivation. Raises TypeError for rows
    that are none of these.
    """
    index = prepare(rows)
    block = Block("paragraph", Span(0, len(answer)), answer, ((0, 0),))
    document = Document("<answer>", answer, "text/plain", (block,))
    numbers: list[Traced] = []
    findings: list[Finding] = []
    matches, firsts = verdict.read(document, read_numbers(answer), index)
    for match in matches:
        if match.named:
            continue
        text = answer[match.span.start : match.span.end]
        best = match.best.spell if match.best else None
        how, query = (spell.words(best), sql.statement(best, index.tables)) if best else ("", "")
        numbers.append(Traced(match.span, text, match.verdict, match.derived, how, query))
        if match.verdict in ("inconsistent", "misleading") or (strict and match.verdict == "unchecked"):
            findings.append(_finding(match, text, how, query))
    findings += [_rank(placed, answer) for placed in firsts if placed.verdict == "inconsistent"]
    return Trace(tuple(numbers), tuple(sorted(findings, key=by_place)))


def _rank(placed: Placed, answer: str) -> Finding:
    text, query = answer[placed.span.start : placed.span.end], sql.statement(placed.found.spell)
    message = f"{text} is not what the rows give: {told(placed.found)}"
    return Finding("trace/rank", placed.verdict, "warning", placed.span, message, against=query)


def _finding(match: Match, text: str, how: str, query: str) -> Finding:
    if match.derived is None:
        message = f"{text} comes from nowhere in the rows that could be told"
        return Finding("trace/derivation", "unchecked", "warning", match.span, message)
    message = f"{text} is not what the rows give: {shown(match.derived)} ({how})"
    return Finding("trace/value", match.verdict, "warning", match.span, message, degree=match.degree, against=query)

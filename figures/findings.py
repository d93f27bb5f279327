"""What an audit says: verdicts, with the derivation of each, and the report that holds them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from figures.document import Document, Span
from figures.interval import Interval
from figures.quantity import Claim, Quantity, Rejected

if TYPE_CHECKING:
    import pandas as pd

VERDICTS = ("not_comparable", "inconsistent", "misleading", "consistent", "unchecked")
DEGREES = ("rounding", "minor", "major", "decisive")
SEVERITIES = ("error", "warning", "note")


class Operand(Struct, frozen=True):
    """One number that a derivation starts from. ``span`` is None when it comes from outside the document."""

    label: str
    text: str
    interval: Interval
    span: Span | None = None


class Derivation(Struct, frozen=True):
    """How a verdict came about: from these operands, by this formula, ``expected``; the text gives ``stated``.

    ``names``: of a statement without a numeral ("the North had the highest revenue"), whom the formula gives and whom
    the text; ``expected`` and ``stated`` are then the numbers of these two, and neither stands in the text.
    """

    operands: tuple[Operand, ...]
    formula: str  # in words and symbols, with the operands' labels: "killed <= population"
    expected: Interval
    stated: Interval
    implied: Interval | None = None
    unit: str = ""
    names: tuple[str, str] | None = None


class Reference(Struct, frozen=True):
    """A figure on file that a claim is held against."""

    table: str  # path of the file
    line: int  # of the row in the file, from 1
    metric: str
    value: Interval
    text: str  # the value as the table writes it
    unit: str = ""
    place: str = ""
    as_of: date | None = None
    source: str = ""
    url: str = ""


class Finding(Struct, frozen=True):
    """One verdict. Those other than ``consistent`` that carry a severity are what a linter prints."""

    rule: str  # id of the rule
    verdict: str  # one of VERDICTS
    severity: str  # one of SEVERITIES; "" for a verdict that is nobody's fault (consistent, not_comparable)
    span: Span
    message: str  # what is wrong, in one sentence
    degree: str = ""  # of an inconsistency: one of DEGREES
    says: str = ""  # what the text says: "more than 250,000 Syrians killed: above 250,000"
    reads: str = ""  # what a reader takes from it, where that is narrower
    against: str = ""  # what it was held against, and from where
    claims: tuple[int, ...] = ()  # indices into Report.claims, the one that is judged first
    references: tuple[Reference, ...] = ()
    derivation: Derivation | None = None
    fix: str = ""  # words that would be consistent; "" when none is known
    fingerprint: str = ""  # stays the same when lines move
    evidence: str = ""  # why the two speak of the same thing, where that was inferred: "'killed' fits the figure"


def by_place(finding: Finding) -> tuple[int, int, str, str, str]:
    """The key that the results of a report are sorted by: in order of place, and always the same order there."""
    return finding.span.start, finding.span.end, finding.rule, finding.verdict, finding.message


class Relation(Struct, frozen=True):
    """Claims of one document that bear on each other.

    ``kind``: a key of figures.rules_kinds.KINDS, or restates. ``claims`` are indices into Report.claims in the order
    that the kind names (part_of: the part, then the whole). ``operands``: the numbers it is worked out from, where the
    words show them but they are no claims of their own or only parts of one, such as the 7 and the 10 in "7/10".
    """

    kind: str
    claims: tuple[int, ...]
    evidence: str  # the words that show it: "of them", "others"
    span: Span
    operands: tuple[Quantity, ...] = ()


class Problem(Struct, frozen=True):
    """A check or an input that could not be run; the audit went on without it."""

    where: str  # file, or file:line:column
    message: str  # what was wanted, what was got, what to do


class Report(Struct, frozen=True):
    """The outcome for one document. ``results`` holds every verdict, the good ones too, in order of place."""

    document: Document
    claims: tuple[Claim, ...]
    rejected: tuple[Rejected, ...]
    relations: tuple[Relation, ...]
    results: tuple[Finding, ...]
    unchecked: tuple[int, ...]  # claims that nothing was held against
    problems: tuple[Problem, ...] = ()
    rules_digest: str = ""  # identifies the rules and references that were in force

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The results that somebody should look at."""
        return tuple(f for f in self.results if f.severity and f.verdict != "consistent")

    def to_frame(self) -> pd.DataFrame:
        """The claims, one row each, with their verdicts; ``figures.frame.COLUMNS`` says what is in the columns."""
        from figures.frame import claims_frame

        return claims_frame([self])

"""Which row of a reference table speaks of what a claim speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from figures.document import Document
from figures.quantity import Claim
from figures.references.rows import Event, EventMatch, KeyFigure, Matching


def match(document: Document, claim: Claim, rows: Sequence[KeyFigure], *, max_age_days: int | None = None) -> Matching:
    """The rows that ``claim`` can be held against, best first, or why those it resembles cannot be."""
    raise NotImplementedError


def match_event(document: Document, claim: Claim, events: Sequence[Event]) -> EventMatch | None:
    """The event that a length of time or an ordinal day is counted from; None when no single one fits."""
    raise NotImplementedError

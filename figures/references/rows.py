"""The rows of reference tables as types."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from figures.findings import Reference
from figures.interval import Exact, Interval

BOUNDS = ("", "at least", "more than", "at most", "less than")


class KeyFigure(Struct, frozen=True):
    """One figure on file. ``value`` is the interval that the source entails: "at least 250,000" is not bounded above.

    What is counted (``counted``) and what is said of it (``metric``, ``aliases``) are kept apart, because a claim
    must fit both.
    """

    table: str  # path of the file
    line: int  # of the row in the file, from 1
    metric: str
    value: Interval
    text: str  # as people read it: "at least 250,000 people", "4.1 million people"
    number: Exact  # as the table gives it; of a range, its lower end
    tolerance: Exact = 0  # how far to either side the number is good
    resolution: Exact = 1  # place of its last digit that means something
    bound: str = ""  # one of BOUNDS
    aliases: tuple[str, ...] = ()  # other words for the metric
    counted: tuple[str, ...] = ()  # words for what is counted; () where the unit says it
    unit: str = ""  # "people", "aircraft", "percentage", "dollar"
    place: str = ""
    population: str = ""  # whose figure it is, where the place does not say it: "Russian"
    as_of: date | None = None  # of a month or a year its first day; None: always, or not known
    as_of_last: date | None = None  # of a month or a year its last day
    as_of_text: str = ""  # as written: 2015-10-06, 2015-10, 2015
    since: date | None = None  # where the count begins; None when it is a level, not a sum over time
    source: str = ""
    url: str = ""
    id: str = ""  # by which a number in a text may be bound to it
    formula: str = ""  # of a figure that a rule works out from others; "" for a row of a table
    operands: tuple[KeyFigure, ...] = ()  # the rows it was worked out from
    rule: str = ""  # id of that rule

    @property
    def series(self) -> tuple[object, ...]:
        """What rows of one series share: everything but the day and the value. The same metric from another source is
        another series; a source is compared up to its first comma, bracket or digit."""
        source = re.split(r"[,(\d]", self.source, maxsplit=1)[0].strip().lower()
        return (
            self.metric.lower(),
            self.counted,
            self.place,
            self.population,
            self.unit,
            self.since,
            source,
            self.rule,
        )

    @property
    def fair(self) -> Interval:
        """What a fair reader takes from the figure: narrower than ``value`` where that has a bound only."""
        if not self.bound:
            return self.value
        from figures.document import Span
        from figures.meaning import implied
        from figures.quantity import Quantity

        sign = {"at least": ">=", "more than": ">", "at most": "<=", "less than": "<"}[self.bound]
        nowhere = Span(0, 0)
        said = implied(Quantity(nowhere, self.text, nowhere, self.number, bound=sign))
        return Interval(
            self.value.lo if self.value.lo is not None else said.lo,
            self.value.hi if self.value.hi is not None else said.hi,
            self.value.lo_open if self.value.lo is not None else said.lo_open,
            self.value.hi_open if self.value.hi is not None else said.hi_open,
        )

    def reference(self) -> Reference:
        """The same, as a finding shows it."""
        return Reference(
            table=self.table,
            line=self.line,
            metric=self.metric,
            value=self.value,
            text=self.text,
            unit=self.unit,
            place=self.place,
            as_of=self.as_of,
            source=self.source,
            url=self.url,
        )


class Event(Struct, frozen=True):
    """Something with a beginning, that lengths of time and ordinal days are counted from.

    ``start`` and ``end`` are (first, last) possible day: equal for a date, the ends of the month for YYYY-MM.
    """

    table: str
    line: int
    event: str
    start: tuple[date, date]
    start_text: str
    aliases: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()  # words of which one must stand in the sentence: whose strikes, whose war
    place: str = ""
    end: tuple[date, date] | None = None  # None: not over, or not known
    source: str = ""
    url: str = ""


class Match(Struct, frozen=True):
    """A row that a claim can be held against, and why."""

    row: KeyFigure
    reason: str  # "'killed' and 'Syrians' are people killed in Syria; 46 days before the text"


class Veto(Struct, frozen=True):
    """A row that speaks of what the claim speaks of, but cannot be compared with it, and why not."""

    row: KeyFigure
    reason: str  # "the text counts households, the figure people"


class Matching(Struct, frozen=True):
    """``matches``: best first (nearest before the text's date), others beside it. Without any, ``vetoes`` say why."""

    matches: tuple[Match, ...] = ()
    vetoes: tuple[Veto, ...] = ()


class EventMatch(Struct, frozen=True):
    event: Event
    reason: str

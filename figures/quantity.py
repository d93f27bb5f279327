"""What the text says, as types: quantities, and the claims that are made with them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from msgspec import Struct

from figures.document import Span
from figures.interval import Exact, Interval


class Phrase(Struct, frozen=True, gc=False):
    """A piece of the text that plays a part in a claim; ``head`` is the lemma of its head word, lower case."""

    text: str
    span: Span
    head: str


class Quantity(Struct, frozen=True, gc=False):
    """A number as written, with its unit and the words that bound it.

    ``value`` is exact and in ``unit`` ("11 million" is 11000000, "4.5%" is 9/2 with unit "percentage"); of a range it
    is the lower end and ``high`` the upper, otherwise ``high`` is None. ``kind`` is one of count, number, percentage,
    currency, measure, duration, age, temperature, ordinal, fraction, multiple.
    """

    span: Span  # from the first word that belongs to it (qualifier, sign, currency) to the last (unit, "or more")
    text: str  # what a reader sees there
    number: Span  # the numeral alone, with its scale word
    value: Exact
    high: Exact | None = None
    unit: str = ""  # canonical name ("kilometre", "dollar", "percentage", "year"); "" for a bare number or a count
    kind: str = "count"
    bound: str = "="  # = ~ < <= > >= range
    qualifier: str = ""  # id of the row in lexicon/qualifiers.yaml; "" for a bare number
    direction: str = ""  # up, down, or "" where nothing changes
    role: str = ""  # of a change: by, from, to; else ""
    resolution: Exact = 1  # place of the last digit as written, times its scale: 250,000 -> 1, 11 million -> 1000000
    high_resolution: Exact | None = None  # the same of ``high``; None without one
    decimal: bool = False  # written with a decimal point, which signals precision
    vague: bool = False  # dozens, thousands: an order of magnitude, at most a warning
    precise: bool = False  # stands in a list or table whose other numbers are not round, so it is not rounded either

    @property
    def bare(self) -> bool:
        """Whether it is one number without a word that bounds it: then its own value is among what it states."""
        return self.bound == "=" and not self.qualifier and self.high is None and not self.vague

    @property
    def stated(self) -> Interval:
        """What the words entail: outside it, the claim is false. See ``figures.meaning``."""
        from figures.meaning import stated

        return stated(self)

    @property
    def implied(self) -> Interval:
        """What a fair reader takes from the words: a part of ``stated``. See ``figures.meaning``."""
        from figures.meaning import implied

        return implied(self)


class Claim(Struct, frozen=True, gc=False):
    """A quantity, what it counts, what is said of that, and who says so. None: the text does not give it.

    ``counted_from`` is "" when the noun stands beside the number, ``elided`` when it is the antecedent's, ``shared``
    when it is that of a neighbour in a list, and ``others`` in "11 million others".
    """

    quantity: Quantity
    sentence: Span
    block: int = 0  # index into Document.blocks
    counted: Phrase | None = None  # what is counted or measured: "Syrians", "military aircraft"
    counted_from: str = ""
    whole: Phrase | None = None  # what it is a part of: "them" in "four million of them", "its training camps"
    attribute: Phrase | None = None  # the noun that the number is a value of: "speeds" in "speeds of up to 400 m/s"
    subject: Phrase | None = None  # what the clause is about: "core inflation" in "core inflation rose 0.3%"
    predicate: Phrase | None = None  # what happened or is: "killed", "forced from their homes", "rose"
    place: Phrase | None = None
    time: Phrase | None = None  # the words that date it: "in June", "in four-and-a-half years"
    as_of: date | None = None
    source: Phrase | None = None  # who says so: "Konashenkov", "the ministry"
    quoted: bool = False
    hypothetical: bool = False  # would, could, if, plans to: not said to be so


class Rejected(Struct, frozen=True, gc=False):
    """A numeral that is not a quantity, and why: "date", "clock time", "model name", ..."""

    span: Span
    text: str
    reason: str


class Reading(Struct, frozen=True):
    """All numbers of a document: those that claim something and those that do not, each in order of place."""

    claims: tuple[Claim, ...]
    rejected: tuple[Rejected, ...]


def display(value: Exact) -> str:
    """A value for people: 250,000, 4.5, 2/3. Exact: a fraction that has no finite decimal stays one."""
    if isinstance(value, int):
        return f"{value:,}"
    numerator, denominator = value.numerator, value.denominator
    rest, places = denominator, 0
    while rest % 10 == 0:
        rest //= 10
        places += 1
    twos = fives = 0
    while rest % 2 == 0:
        rest //= 2
        twos += 1
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    if rest != 1:
        return f"{numerator}/{denominator}"
    places += max(twos, fives)
    scaled = abs(numerator) * 10**places // denominator
    whole, part = divmod(scaled, 10**places)
    tail = str(part).rjust(places, "0").rstrip("0")
    return ("-" if numerator < 0 else "") + f"{whole:,}" + (f".{tail}" if tail else "")


def exact(value: int | Fraction) -> Exact:
    """The same number, as an int where it is whole."""
    return value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value

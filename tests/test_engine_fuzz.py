"""Whatever the text, reading it raises nothing, every place points at what it claims, and time grows with length."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from figures.claims import read_claims, read_text
from figures.document import Block, Document, Span
from figures.lexicon import qualifiers
from figures.lexicon.english import ADVERBS, AUXILIARIES, DETERMINERS, MONTHS, PREPOSITIONS, PRONOUNS, VERBS, WEEKDAYS
from figures.lexicon.numerals import NUMERALS
from figures.quantity import Claim, Phrase, Reading
from figures.units import lookup_table

UNITS = [" ".join((first, *s.rest)) for first, surfaces in lookup_table().after.items() for s in surfaces]
CURRENCIES = [" ".join((*s.rest, last)) for last, surfaces in lookup_table().before.items() for s in surfaces]
QUALIFIERS = [phrase for row in qualifiers() for phrase in (*row.before, *row.after, *row.joins, *row.alone)]
DIGITS = [
    *("5", "12", "00", "2019", "1,000", "1.5", ".5", "3.14.15", "1,5", "10,20,30", "1.234,56", "999999999999"),
    *("7" * 500, "1" + " 234" * 40, "1e5", "10^6", "10⁶", "5-", "-5", "5%", "3/4", "1 1/2", "2-1", "0x", "5k", "1/0"),
    *("٣", "５"),
]
MARKS = list(".,;:!?()[]{}<>\"'“”‘’«»/\\|-‐‑–—−~≈±+=*×·^&@#%‰$€£¥°º′″²³⁻¹½⅔_…\n\t \u00a0\u2009\u202f\u200b\ufeff")
NOUNS = ["people", "homes", "Smith", "NATO", "Boeing", "mm-hm", "x's", "İstanbul", "ﬁve", "ß", "http://a.b/5", "a@b.co"]
TOKENS = sorted(
    {
        *(*NUMERALS, *UNITS, *CURRENCIES, *QUALIFIERS, *DIGITS, *MARKS, *NOUNS, *PREPOSITIONS, *PRONOUNS, *DETERMINERS),
        *(*AUXILIARIES, *ADVERBS, *MONTHS, *WEEKDAYS, *list(VERBS)[:300]),
    }
)
tokens = st.one_of(
    st.sampled_from(sorted(NUMERALS)),
    st.sampled_from(DIGITS),
    st.sampled_from(MARKS),
    st.sampled_from(TOKENS),
    st.sampled_from(TOKENS).map(str.title),
)
mixtures = st.lists(st.tuples(tokens, st.sampled_from([" ", " ", " ", "", "-", "\n"])), max_size=30).map(
    lambda pairs: "".join(token + gap for token, gap in pairs)
)
PROFILE = settings(max_examples=600, deadline=None, derandomize=True)


def phrases(claim: Claim) -> list[Phrase]:
    found = (claim.counted, claim.whole, claim.attribute, claim.subject, claim.predicate, claim.place, claim.time)
    return [phrase for phrase in (*found, claim.source) if phrase is not None]


def check(reading: Reading, text: str) -> None:
    """Places point at the text they claim; what is read is in order and does not overlap."""
    for claim in reading.claims:
        span, number, sentence = claim.quantity.span, claim.quantity.number, claim.sentence
        assert text[span.start : span.end] == claim.quantity.text
        assert claim.quantity.text.strip()
        assert span.start <= number.start < number.end <= span.end
        assert sentence.start <= span.start < span.end <= sentence.end
        for phrase in phrases(claim):
            assert text[phrase.span.start : phrase.span.end] == phrase.text
            assert phrase.text
            assert sentence.start <= phrase.span.start < phrase.span.end <= sentence.end
    for one in reading.rejected:
        assert text[one.span.start : one.span.end] == one.text
        assert one.reason
    for before, after in pairwise(claim.quantity for claim in reading.claims):
        assert before.number.end <= after.number.start
        assert before.span.end <= after.span.end
    numerals = sorted([claim.quantity.number for claim in reading.claims] + [one.span for one in reading.rejected])
    for first, second in pairwise(numerals):
        assert first.end <= second.start


@PROFILE
@given(text=mixtures)
@example(text="5²-²3")
@example(text="1" + "'234" * 2000 + " boats")
@example(text="1" + " 234" * 2000 + " boats")
@example(text="million " * 500)
@example(text="thousands of " * 500)
@example(text="5 k " * 2000)
@example(text="one over " * 2000)
@example(text="9" * 5000 + " and 10^" + "9" * 5000 + " or 10" + "⁹" * 5000)
def test_mixtures_of_numerals_words_and_marks(text: str) -> None:
    check(read_text(text), text)


@PROFILE
@given(text=st.text(max_size=200))
@example(text="\x00 5 \ud800 6")
def test_any_characters(text: str) -> None:
    check(read_text(text), text)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(text=mixtures, data=st.data())
def test_places_in_marked_up_text(text: str, data: st.DataObject) -> None:
    """The same text with tags strewn in: each place points at the same characters, whatever stands between them."""
    cuts = sorted(set(data.draw(st.lists(st.integers(0, len(text)), max_size=6))))
    source, anchors, at = "<p>", [], 0
    for cut in [*cuts, len(text)]:
        if cut > at or not anchors:
            anchors.append((at, len(source)))
        source += text[at:cut] + "<b>"
        at = cut
    block = Block("paragraph", Span(0, len(source)), text, tuple(anchors))
    found = read_claims(Document("<text>", source, "text/html", (block,)))
    plain = read_text(text)
    assert len(found.claims) == len(plain.claims)
    for marked, claim in zip(found.claims, plain.claims, strict=True):
        pairs = [(marked.quantity.span, claim.quantity.span), (marked.quantity.number, claim.quantity.number)]
        pairs += [(a.span, b.span) for a, b in zip(phrases(marked), phrases(claim), strict=True)]
        for there, here in pairs:
            assert source[there.start : there.end].replace("<b>", "") == text[here.start : here.end]


HOSTILE: dict[str, Callable[[int], str]] = {
    "a number without end": lambda n: "7" * n,
    "dots and digits": lambda n: "1." * (n // 2),
    "commas and digits": lambda n: "123," * (n // 4),
    "and": lambda n: "and " * (n // 4),
    "brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "closing brackets": lambda n: ") 5 said " * (n // 9),
    "numbers without a full stop": lambda n: "12 " * (n // 3),
    "a list": lambda n: "1, 2, 3, " * (n // 9),
    "inches": lambda n: '5" ' * (n // 3),
    "quotes": lambda n: '"5 ' * (n // 3),
    "feet": lambda n: "5' " * (n // 3),
    "of": lambda n: "5 " + "of " * (n // 3),
    "of numbers": lambda n: "5 of " * (n // 5),
    "determiners": lambda n: "5 in " + "the " * (n // 4),
    "kelvins or thousands": lambda n: "5 k " * (n // 4),
    "capitals": lambda n: "Five First " * (n // 11),
    "units per units": lambda n: "5 " + "km per " * (n // 7),
    "hundreds and ones": lambda n: "hundred and one " * (n // 16),
    "scales": lambda n: "two hundred thousand million " * (n // 29),
    "magnitudes": lambda n: "thousands of " * (n // 13),
    "groups": lambda n: "1" + " 234" * (n // 4),
    "groups by apostrophes": lambda n: "1" + "'234" * (n // 4),
    "qualifiers": lambda n: "about " * (n // 6) + "5",
    "hyphens": lambda n: "5" + "-a" * (n // 2),
    "ranges": lambda n: "5-" * (n // 2),
    "minus signs": lambda n: "-" * n + "5",
    "money": lambda n: "$5 " * (n // 3),
    "points": lambda n: "one point " * (n // 10),
    "fractions": lambda n: "one over " * (n // 9),
    "slashes": lambda n: "1/" * (n // 2),
    "exponents": lambda n: "10" + "⁶" * n,
    "addresses": lambda n: "a@" * (n // 2),
    "pronouns": lambda n: "it fell 5 " * (n // 10),
    "no verbs": lambda n: "5 it 6 it " * (n // 10),
    "speakers": lambda n: "x said 5 " * (n // 9),
}


def steps(text: str) -> int:
    """How many lines of the engine run for a text. Counted, not timed: no other process can change it."""
    count = 0

    def line(frame: FrameType, event: str, argument: object) -> Callable[..., object]:
        nonlocal count
        count += 1
        return line

    def call(frame: FrameType, event: str, argument: object) -> Callable[..., object] | None:
        return line if "figures" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        read_text(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("name", HOSTILE)
def test_steps_grow_with_length(name: str) -> None:
    read_text(HOSTILE[name](200))  # what is looked up once
    small, large = (steps(HOSTILE[name](size)) for size in (1_500, 6_000))
    assert large <= 5.2 * small + 2_000, (small, large)


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_length(name: str) -> None:
    """What no line shows: slices, searches and sums. Four times the text takes at most nine times the time."""

    def spent(size: int) -> float:
        text = HOSTILE[name](size)
        best = float("inf")
        for _ in range(2):
            begin = time.process_time()
            read_text(text)
            best = min(best, time.process_time() - begin)
        return best

    assert spent(20_000) <= 9 * spent(5_000) + 0.02

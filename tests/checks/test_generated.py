"""Texts made by arithmetic: what adds up is never called inconsistent, and one changed number always is."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from judging import context, judge, one, rule

from figures.checks import CHECKS
from figures.findings import VERDICTS

AIRLINERS = {707, 717, 727, 737, 747, 757, 767, 777, 787}  # read as models of Boeing


def integers(low: int, high: int) -> st.SearchStrategy[int]:
    return st.integers(low, high).filter(lambda n: n not in AIRLINERS)


PEOPLE = integers(2, 5_000)
LIGHT = settings(max_examples=60, deadline=None)


def percent(part: int, whole: int, places: int) -> str:
    """100 x part / whole with so many places, rounded half up."""
    scaled = int(Fraction(100 * part, whole) * 10**places + Fraction(1, 2))
    digits = str(scaled).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


@LIGHT
@given(whole=integers(3, 9_000), share=st.integers(1, 99), places=st.integers(0, 2), off=st.integers(2, 9))
def test_shares(whole: int, share: int, places: int, off: int) -> None:
    part = max(1, whole * share // 100)
    assume(part not in AIRLINERS)
    right = percent(part, whole, places)
    wrong = percent(part * 100 + off * whole, whole * 100, places)  # off by that many points
    for template in ("{0:,} of {1:,} buses, or {2} percent, failed.", "Of the {1:,} buses, {0:,} ({2}%) failed."):
        assert one("share", template.format(part, whole, right)).verdict == "consistent"
        assert one("share", template.format(part, whole, wrong)).verdict == "inconsistent"


@LIGHT
@given(men=PEOPLE, women=PEOPLE, off=st.integers(1, 50))
def test_totals(men: int, women: int, off: int) -> None:
    template = "In all {0:,} people ({1:,} men and {2:,} women) came."
    assume(not {men + women, men + women + off, women + off} & AIRLINERS)
    assert one("total", template.format(men + women, men, women)).verdict == "consistent"
    assert one("total", template.format(men + women + off, men, women)).verdict == "inconsistent"
    assert one("total", template.format(men + women, men, women + off)).verdict == "inconsistent"


@LIGHT
@given(values=st.lists(integers(0, 100_000), min_size=2, max_size=12), off=st.integers(1, 1_000))
def test_tables(values: list[int], off: int) -> None:
    def table(total: int) -> str:
        rows = "".join(f"| Town {chr(65 + n)} | {value:,} |\n" for n, value in enumerate(values))
        return f"| Town | Wells |\n|---|---|\n{rows}| Total | {total:,} |\n"

    wrong = sum(values) + off
    assume(not {sum(values), wrong} & AIRLINERS and 2 * wrong != sum(values))
    assert one("total", table(sum(values))).verdict == "consistent"
    assert one("total", table(wrong)).verdict == "inconsistent"


@LIGHT
@given(whole=PEOPLE, data=st.data())
def test_parts(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(1, whole))
    more = whole + whole // 10 + data.draw(st.integers(2, 500))
    assume(not {part, more} & AIRLINERS)
    assert one("part_of", f"The storm hurt {whole:,} people, {part:,} of them children.").verdict == "consistent"
    assert one("part_of", f"The storm hurt {whole:,} people, {more:,} of them children.").verdict == "inconsistent"


@LIGHT
@given(part=PEOPLE, rest=PEOPLE, off=st.integers(1, 50))
def test_rests(part: int, rest: int, off: int) -> None:
    template = "Of the {0:,} passengers, {1:,} died and the remaining {2:,} survived."
    assume(not {part + rest, rest + off} & AIRLINERS)
    assert one("rest_of", template.format(part + rest, part, rest)).verdict == "consistent"
    assert one("rest_of", template.format(part + rest, part, rest + off)).verdict == "inconsistent"


@LIGHT
@given(before=integers(20, 900), after=integers(20, 900), off=st.integers(2, 40))
def test_changes(before: int, after: int, off: int) -> None:
    assume(before != after)
    verb, side = ("rose", "up") if after > before else ("fell", "down")
    change = percent(abs(after - before), before, 1)
    wrong = percent(abs(after - before) * 100 + off * before, before * 100, 1)
    template = "Output {0} from {1} to {2}, {3} {4} percent."
    assert one("change", template.format(verb, before, after, side, change)).verdict == "consistent"
    assert one("change", template.format(verb, before, after, side, wrong)).verdict == "inconsistent"


@LIGHT
@given(day=st.dates(date(1990, 1, 1), date(2060, 12, 31)), off=st.integers(1, 6))
def test_weekdays(day: date, off: int) -> None:
    wrong = day + timedelta(days=off)
    for template in ("It met on {0:%A}, {1:%B} {1.day}, {1.year}.", "It met on {0:%A}, {1.day} {1:%B} {1.year}."):
        assert one("weekday", template.format(day, day)).verdict == "consistent"
        assert one("weekday", template.format(wrong, day)).verdict == "inconsistent"


@LIGHT
@given(day=st.dates(date(1990, 1, 1), date(2060, 12, 31)), nth=st.integers(1, 6), off=st.integers(1, 3))
def test_ordinal_days(day: date, nth: int, off: int) -> None:
    names = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
    first = day - timedelta(days=nth - 1)
    template = "The talks began on {0:%A}. {1:%A} was the {2} day of the talks."
    assert one("ordinal_day", template.format(first, day, names[nth - 1]), day).verdict == "consistent"
    if nth + off <= 7:
        assert one("ordinal_day", template.format(first, day, names[nth + off - 1]), day).verdict == "inconsistent"


@LIGHT
@given(start=st.dates(date(1950, 1, 1), date(2010, 12, 31)), years=st.integers(2, 40), off=st.integers(2, 9))
def test_lengths_of_time(start: date, years: int, off: int) -> None:
    today = date(start.year + years, start.month, 28)
    template = "The war began in {0:%B} {0.year}. In {1} years of war the town has lost its mill."
    assert one("length_of_time", template.format(start, years), today).verdict == "consistent"
    assert one("length_of_time", template.format(start, years + off), today).verdict == "inconsistent"


@LIGHT
@given(killed=integers(2, 3_000), off=st.integers(2, 900))
def test_headlines(killed: int, off: int) -> None:
    template = "# Storm kills {0:,}\n\nA storm killed {1:,} people on the coast on Monday.\n"
    assert one("restatement", template.format(killed, killed)).verdict == "consistent"
    other = killed + killed // 10 + off
    assume(other not in AIRLINERS)
    assert one("restatement", template.format(killed, other)).verdict == "inconsistent"


@LIGHT
@given(numbers=st.lists(st.integers(1, 10**7), min_size=2, max_size=8), words=st.data())
def test_numbers_that_nothing_relates_are_never_inconsistent(numbers: list[int], words: st.DataObject) -> None:
    things = ("houses", "farms", "wells", "roads", "bridges", "horses", "tents", "pumps")
    said = [f"It has {number:,} {words.draw(st.sampled_from(things))}." for number in numbers]
    text = " ".join(said)
    for kind in ("part_of", "rest_of", "restatement", "share", "total", "change", "length_of_time", "ordinal_day"):
        assert [f for f in judge(kind, text) if f.verdict == "inconsistent"] == []


FRAGMENTS = st.sampled_from(
    [
        *(
            "0",
            "7",
            "-3",
            "12",
            "1,065",
            "0.5",
            "11 million",
            "a million",
            "half",
            "two-thirds",
            "dozens",
            "1/0",
            "0/0",
        ),
        *("7/10", "one in five", "99999999999999999999999", "1e300", "5 to 3", "up to 50", "more than 40", "about 0"),
        *(
            "percent",
            "%",
            "(30%)",
            "percentage points",
            "people",
            "men",
            "women",
            "aircraft",
            "homes",
            "dollars",
            "years",
        ),
        *("of them", "of the", "including", "others", "another", "the remaining", "among the", "a total of", "in all"),
        *(
            "from",
            "to",
            "by",
            "rose",
            "fell",
            "doubled",
            "up",
            "down",
            "or",
            "and",
            ",",
            ":",
            "(",
            ")",
            ";",
            ". ",
            "\n\n",
        ),
        *(
            "killed",
            "injured",
            "said",
            "since",
            "which began in",
            "ago",
            "war",
            "Monday",
            "14 March 2023",
            "30 February",
        ),
        *("on Friday", "second day of", "the", "The", "Of the", "March 2011", "in 2015", "Total", "|", "|---|", "\n"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(FRAGMENTS, max_size=40), st.booleans())
def test_no_text_stops_a_check(fragments: list[str], dated: bool) -> None:
    told = context("It was so. " + " ".join(fragments), date(2023, 3, 20) if dated else None)
    for kind, check in CHECKS.items():
        for finding in check(told, rule(kind, message="{text} {against} {expected} {fix}", low=1, high=10, counted=())):
            assert finding.verdict in VERDICTS
            assert 0 <= finding.span.start <= finding.span.end <= len(told.document.text)
            assert finding.message

"""What a verdict says of itself: operands with their places, the formula, both intervals, the degree and the fix."""

from __future__ import annotations

from datetime import date

import pytest
from judging import at, context, judge, one, rule
from msgspec import structs

from figures import rules
from figures.checks import CHECKS
from figures.interval import Interval


def test_a_part_is_held_against_the_most_that_its_whole_can_be() -> None:
    text = "The blast killed 30 people, including 40 children."
    found = one("part_of", text)
    assert text[found.span.start : found.span.end] == "40"
    assert found.degree == "major"
    assert found.says == "40 children"
    assert found.against == "30 people"
    derivation = found.derivation
    assert derivation is not None
    assert derivation.formula == "part <= whole"
    assert [(o.label, o.text) for o in derivation.operands] == [("part", "40"), ("whole", "30")]
    assert [text[o.span.start : o.span.end] for o in derivation.operands if o.span] == ["40", "30"]
    assert derivation.stated == Interval(40, 40)
    assert derivation.expected.hi is not None
    assert 30 <= derivation.expected.hi < 32
    assert found.fix == ""


def test_a_share_comes_with_the_percentage_that_fits() -> None:
    found = one("share", "10 of 15 buses, or 76 percent, failed.")
    assert (found.degree, found.severity, found.fix) == ("major", "error", "67 percent")
    assert found.derivation is not None
    assert found.derivation.unit == "percentage"
    assert found.against == "10 of 15 is about 66.67%"


@pytest.mark.parametrize(
    ("kind", "text", "fix"),
    [
        ("share", "Only 3 of 7 (42.8%) passed.", "42.9%"),
        ("share", "In all 1,234 of 2,000 people, or fifty percent, came.", "sixty-two percent"),
        ("total", "Eight people (5 men and 4 women) were hurt.", "nine"),
        (
            "total",
            "The plan gives $48 million to schools and $31 million to roads, a total of $97 million.",
            "$79 million",
        ),
        ("total", "The crash hurt 12,000 people: 7,000 men and 6,500 women.", "13,500"),
        ("change", "Staff rose from 40 to 50, up 30 percent.", "25 percent"),
        ("change", "The rate rose by 10%, from 20% to 30%.", "10 percentage points"),
        ("rest_of", "Of the 40 passengers, 12 died and the remaining 30 survived.", "28"),
        ("length_of_time", "It was founded ten years ago, in 2005.", "eighteen years"),
        ("weekday", "The hearing was on Monday, 14 March 2023.", "Tuesday"),
        ("ordinal_day", "The talks began on Wednesday. Friday was the second day of the talks.", "third"),
        ("restatement", "# Quake kills 40\n\nA quake killed 48 people in Alba.", "40"),
    ],
)
def test_the_fix_is_written_as_the_author_writes(kind: str, text: str, fix: str) -> None:
    found = one(kind, text)
    assert found.verdict in ("inconsistent", "misleading")
    assert found.fix == fix


def test_a_fix_that_is_taken_makes_the_text_consistent() -> None:
    for kind, text in [
        ("share", "10 of 15 buses, or 76 percent, failed."),
        ("share", "Only 3 of 7 (42%) passed."),
        ("total", "Eight people (5 men and 4 women) were hurt."),
        ("change", "Staff rose from 40 to 50, up 30 percent."),
        ("length_of_time", "It was founded ten years ago, in 2005."),
        ("rest_of", "Of the 40 passengers, 12 died and the remaining 30 survived."),
        ("ordinal_day", "The talks began on Wednesday. Friday was the second day of the talks."),
    ]:
        found = one(kind, text)
        mended = text[: found.span.start] + found.fix + text[found.span.end :]
        assert one(kind, mended).verdict == "consistent", mended


def test_a_number_that_was_cut_off_is_a_warning_and_told() -> None:
    found = one("share", "Only 3 of 7 (42%) passed.")
    assert (found.verdict, found.degree, found.severity) == ("inconsistent", "rounding", "warning")
    assert "cut off instead of rounded" in found.message


def test_what_is_true_to_the_letter_is_a_warning() -> None:
    found = one("restatement", "# Quake kills more than 40\n\nA quake killed 148 people in Alba.")
    assert (found.verdict, found.severity) == ("misleading", "warning")
    assert found.reads


def test_what_is_true_to_the_letter_is_told_so_within_the_sentence() -> None:
    core = {found.id: found for found in rules.load([rules.core()]).rules}
    told = context("# Quake kills more than 40\n\nA quake killed 148 people in Alba.")
    (found,) = CHECKS["restatement"](told, core["core/restatement"])
    assert found.message.endswith(", said of the same thing in this text (true to the letter).")


def test_a_vague_number_is_a_warning_at_most() -> None:
    found = one("restatement", "# Dozens killed in quake\n\nA quake killed 480 people in Alba.")
    assert (found.verdict, found.severity) == ("inconsistent", "warning")


def test_what_is_consistent_has_no_severity_but_a_derivation() -> None:
    found = one("share", "10 of 15 buses, or 67 percent, failed.")
    assert (found.verdict, found.severity, found.fix) == ("consistent", "", "")
    assert found.derivation is not None


def test_the_message_is_that_of_the_rule() -> None:
    told = context("10 of 15 buses, or 76 percent, failed.")
    (found,) = CHECKS["share"](told, rule("share", message="{text}: {expected}, {degree}; {fix}"))
    assert found.message == "76 percent: about 66.67%, major; 67 percent"


def test_a_share_on_the_other_side_of_half_is_decisive() -> None:
    assert one("share", "The party won 54 of 100 seats, or 45 percent.").degree == "decisive"


def test_the_day_of_the_text_ends_a_length_of_time() -> None:
    text = "The war began in March 2018. Seven years of war have ruined the town."
    assert one("length_of_time", text, date(2025, 4, 1)).verdict == "consistent"
    assert one("length_of_time", text, date(2023, 4, 1)).verdict == "inconsistent"
    assert one("length_of_time", text, None).verdict == "unchecked"


def test_a_weekday_without_a_year_needs_the_day_of_the_text() -> None:
    assert one("weekday", "The hearing was on Tuesday, 14 March.", None).verdict == "unchecked"
    assert one("weekday", "The hearing was on Tuesday, 20 December.", date(2023, 1, 5)).verdict == "consistent"
    assert one("weekday", "The hearing was on Wednesday, 20 December.", date(2023, 1, 5)).verdict == "inconsistent"


def test_spans_are_places_in_the_source_whatever_the_markup() -> None:
    told = context("<p>Here <b>3</b> of&nbsp;<i>7</i> (<b>43</b>%) passed.</p>", path="text.html")
    (found,) = CHECKS["share"](told, rule("share"))
    assert at(told.document, found).startswith("43")
    assert found.derivation is not None
    assert [told.document.text[o.span.start : o.span.end] for o in found.derivation.operands if o.span] == ["3", "7"]


def test_a_forecast_is_not_held_against_what_is_so() -> None:
    told = context("Eight people (5 men and 4 women) were hurt.")
    total, *parts = told.claims
    (found,) = CHECKS["total"](structs.replace(told, claims=(total, *parts)), rule("total"))
    assert found.verdict == "inconsistent"
    planned = (structs.replace(total, hypothetical=True), *parts)
    (found,) = CHECKS["total"](structs.replace(told, claims=planned), rule("total"))
    assert (found.verdict, found.severity) == ("not_comparable", "")
    assert "forecast" in found.message


def test_a_text_without_numbers_gives_no_verdict() -> None:
    for kind in CHECKS:
        if kind not in ("key_figure", "plausible_range", "attribution", "as_of"):
            assert judge(kind, "The village has a school and a well.") == []

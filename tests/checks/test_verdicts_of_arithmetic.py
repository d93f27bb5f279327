"""Every inconsistency has its derivation, its degree and words that would be right, written as the author writes."""

from __future__ import annotations

import pytest
from judging import at, context, judge, one

from figures.interval import point


@pytest.mark.parametrize(
    ("kind", "text", "fix"),
    [
        ("product", "It sold 250 tickets at $40 each, for a total of $12,500.", "$10,000"),
        ("product", "The city bought 12 buses at $300,000 each, for a total of $36 million.", "$4 million"),
        ("rate", "The 30 classes have 720 pupils, or 42 pupils per class.", "24"),
        ("rate", "He earned $60,000 over 12 months, or $7,500 a month.", "$5,000 a month"),
        ("difference", "The port has 52 boats, 15 more than the 40 of the other.", "12"),
        ("difference", "Staff rose from 412 to 450, an increase of 48.", "38"),
        ("conversion", "The road is 100 miles (260 km) long.", "161 km"),
        ("fraction_of", "A third of the 90 villages, 45, have no well.", "half"),
        ("fraction_of", "Most of the 40 members, 18, voted for it.", "45 percent"),
        ("fraction_of", "Nearly half (33%) of the pupils walk.", "a third"),
        ("hundred", "Wheat covers 40 percent, maize 35 percent and the remaining 35 percent is cotton.", "25 percent"),
        ("age", "The painter, born in 1931, died in 2005 at the age of 84.", "73 or 74"),
        ("shots", "He had 24 points (8-15 FG, 3-4 3PT, 3-4 FT).", "22"),
        ("total", "A total of 120 people were assigned to A (n = 58) or B (n = 60).", "a total of 118"),
        ("share", "In the drug arm 41.2% (n=63/143) recovered.", "44.1%"),
    ],
)
def test_what_would_be_right_is_suggested(kind: str, text: str, fix: str) -> None:
    found = one(kind, text)
    assert found.verdict == "inconsistent"
    assert found.fix.removeprefix("a total of ") == fix.removeprefix("a total of ")
    assert found.degree in ("rounding", "minor", "major", "decisive")
    assert found.derivation is not None
    assert found.derivation.operands
    assert found.derivation.expected.disjoint(found.derivation.stated)


def test_operands_point_at_their_places() -> None:
    text = "A total of 120 people were assigned to A (n = 58) or B (n = 60)."
    found = one("total", text)
    assert found.derivation is not None
    assert [text[o.span.start : o.span.end] for o in found.derivation.operands if o.span] == ["58", "60"]
    assert found.derivation.expected == point(118)
    assert at(context(text).document, found) == "A total of 120"


def test_a_majority_that_is_none_is_decisive() -> None:
    assert one("fraction_of", "Most of the 40 members, 19, voted for it.").degree == "decisive"


def test_cut_off_and_rounded_twice_are_told() -> None:
    assert "cut off" in one("share", "In spring 19/22 (86.3%) came.").message
    assert "rounded twice" in one("share", "In spring 53/228 (23.3%) came.").message


def test_the_base_that_would_fit_is_named() -> None:
    found = one("share", "In all 50 people were asked and 40 answered. Of these, 10 of 15, or 25 percent, were women.")
    assert "of the 40" in found.against
    alone = one("share", "Of these, 10 of 15, or 25 percent, were women.")
    assert "it would be right" not in alone.against


def test_a_number_that_the_text_calls_wrong_is_not_its_own_mistake() -> None:
    said = "The minister said that 12 of 40 schools, or 35 percent, are closed."
    assert one("share", said).verdict == "inconsistent"
    assert one("share", f"{said} In fact the share is 30 percent.").verdict == "not_comparable"


def test_a_condition_does_not_excuse_a_product_but_does_a_list() -> None:
    assert one("rate", "Each would get $90 if the $400 were divided among the 10 of them.").verdict == "inconsistent"
    assert (
        judge("hundred", "Wheat covers 40 percent and the remaining 70 percent is maize.")[0].verdict == "inconsistent"
    )

"""Checks that need a rule's parameters or figures on file."""

from __future__ import annotations

from datetime import date

from judging import DAY, context, judge, rule
from msgspec import structs

from figures.checks import CHECKS
from figures.findings import Finding
from figures.interval import Exact, Interval
from figures.references.rows import KeyFigure
from figures.rules import Rulebook

ROW = KeyFigure(
    table="figures.csv",
    line=2,
    metric="displaced",
    value=Interval(395_000, 405_000),
    text="400,000 people",
    number=400_000,
    aliases=("forced from their homes",),
    unit="people",
    as_of=date(2023, 3, 1),
    as_of_text="2023-03-01",
    source="District office",
)
BOUND = structs.replace(
    ROW, value=Interval(400_000, None), text="at least 400,000 people", bound="at least", number=400_000
)


def against(row: KeyFigure, text: str, *others: KeyFigure) -> list[Finding]:
    told = structs.replace(context(text), rulebook=Rulebook(tables=(row, *others)))
    return CHECKS["key_figure"](told, rule("key_figure", table="figures.csv"))


def verdict(row: KeyFigure, text: str, *others: KeyFigure) -> str:
    (found,) = against(row, text, *others)
    return found.verdict


def test_a_number_that_fits_the_figure_on_file() -> None:
    (found,) = against(ROW, "The flood displaced 400,000 people.")
    assert found.verdict == "consistent"
    assert [r.line for r in found.references] == [2]
    assert "District office" in found.against


def test_a_number_that_does_not_fit_comes_with_the_figure() -> None:
    (found,) = against(ROW, "The flood displaced 300,000 people.")
    assert (found.verdict, found.degree, found.fix) == ("inconsistent", "major", "400,000")
    assert found.derivation is not None
    assert found.derivation.expected == ROW.value


def test_a_bound_in_the_text_is_true_to_the_letter_only_near_the_figure() -> None:
    assert verdict(ROW, "The flood displaced more than 350,000 people.") == "consistent"
    assert verdict(ROW, "The flood displaced more than 100,000 people.") == "misleading"
    assert verdict(ROW, "The flood displaced fewer than 300,000 people.") == "inconsistent"


def test_a_bound_on_file_does_not_bear_out_a_far_larger_number() -> None:
    assert verdict(BOUND, "The flood displaced 410,000 people.") == "consistent"
    assert verdict(BOUND, "The flood displaced 4 million people.") == "misleading"
    assert verdict(BOUND, "The flood displaced 200,000 people.") == "inconsistent"


def test_one_row_that_agrees_is_enough() -> None:
    other = structs.replace(ROW, line=3, value=Interval(295_000, 305_000), number=300_000, as_of=date(2023, 2, 1))
    elsewhere = structs.replace(other, source="Red Cross")
    assert verdict(ROW, "The flood displaced 300,000 people.", elsewhere) == "consistent"
    assert (
        verdict(ROW, "The flood displaced 300,000 people.", other) == "inconsistent"
    )  # the same source has a newer one


def test_a_figure_for_something_else_is_left_alone() -> None:
    assert against(ROW, "The flood killed 300 people.") == []
    assert against(ROW, "The village has 300,000 trees.") == []


def test_a_figure_that_cannot_be_compared_says_why() -> None:
    (found,) = against(ROW, "The flood displaced 90,000 households.")
    assert (found.verdict, found.severity) == ("not_comparable", "")
    assert "household" in found.message


def plausible(text: str, **params: Exact | str | tuple[str, ...]) -> list[tuple[str, str]]:
    return [(f.verdict, f.says) for f in judge("plausible_range", text, **params)]


def test_a_range_of_what_is_possible() -> None:
    said = "Turnout was 104 percent in Alba and 64 percent in Berat."
    assert plausible(said, unit="percentage", high=100) == [
        ("inconsistent", "104 percent: 103.5 to 104.5%"),
        ("consistent", "64 percent: 63.5 to 64.5%"),
    ]
    assert plausible(said, unit="dollar", high=100) == []


def test_a_range_speaks_only_of_what_the_rule_names() -> None:
    said = "It has 300 wells and 40 schools."
    assert [v for v, _ in plausible(said, counted=("wells",), high=100)] == ["inconsistent"]
    assert [v for v, _ in plausible(said, counted=("schools",), low=50)] == ["inconsistent"]
    assert plausible(said, counted=("farms",), high=1) == []


def test_a_change_is_no_level() -> None:
    assert plausible("Prices rose by 120 percent.", unit="percentage", high=100) == []


def sourced(text: str) -> list[tuple[str, str, tuple[int, ...]]]:
    found = judge("attribution", text, happened=("killed", "injured"), at_least=10)
    return [(f.verdict, f.severity, f.claims) for f in found]


def test_a_number_without_a_source() -> None:
    assert sourced("The flood killed 40 people.") == [("unchecked", "error", (0,))]
    assert sourced("There were 40 deaths in the flood.") == [("unchecked", "error", (0,))]


def test_a_number_with_a_source_is_still_held_against_nothing() -> None:
    assert sourced("The flood killed 40 people, according to the police.") == [("consistent", "", ())]


def test_small_numbers_and_other_things_need_no_source() -> None:
    assert sourced("The flood killed 4 people.") == []
    assert sourced("The village has 400 people.") == []


def test_a_number_says_when_it_was_true() -> None:
    def dated(text: str) -> list[str]:
        return [f.verdict for f in judge("as_of", text, DAY, counted=("refugees",))]

    assert dated("The camp holds 4,000 refugees.") == ["unchecked"]
    assert dated("In March 2022 the camp held 4,000 refugees.") == ["consistent"]
    assert dated("The camp holds 4,000 tents.") == []

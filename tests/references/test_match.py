"""A claim is matched to a figure on file only where both what is counted and what happened fit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from figures import rules
from figures.document import Block, Document, Span
from figures.quantity import Claim, Exact, Phrase, Quantity
from figures.references.match import match, match_event
from figures.references.rows import KeyFigure
from figures.references.words import places_in

BOOK = rules.load([rules.packaged_rules() / "syria-2015"])
DAY = date(2015, 10, 2)


def document(text: str, title: str | None = None, day: date | None = DAY) -> Document:
    block = Block("paragraph", Span(0, len(text)), text, ((0, 0),))
    return Document("<text>", text, "text/plain", (block,), title=title, date=day)


def claim(text: str, number: str, value: Exact, **parts: str) -> Claim:
    """A claim by hand: ``parts`` are phrases of the text by role; "head" is the lemma of what is counted."""
    at = text.index(number)
    first = max(text.rfind(". ", 0, at) + 2, 0) if ". " in text[:at] else 0
    last = text.find(". ", at)
    span = Span(at, at + len(number))
    kind, direction, head = parts.pop("kind", "count"), parts.pop("direction", ""), parts.pop("head", "")
    counted_from = parts.pop("counted_from", "")
    phrases = {}
    for role, words in parts.items():
        start = text.index(words)
        lemma = head if role == "counted" and head else words.split()[-1].lower()
        phrases[role] = Phrase(words, Span(start, start + len(words)), lemma)
    return Claim(
        Quantity(span, number, span, value, kind=kind, direction=direction),
        Span(first, last + 1 if last >= 0 else len(text)),
        counted_from=counted_from,
        **phrases,
    )


def matched(text: str, number: str, value: Exact, title: str | None = None, **parts: str) -> tuple[str, ...]:
    """The metrics that match; or the first reason why not; or nothing."""
    found = match(document(text, title), claim(text, number, value, **parts), BOOK.tables)
    if found.matches:
        return tuple(one.row.metric for one in found.matches)
    return tuple("no: " + one.reason for one in found.vetoes[:1])


PEOPLE = {"counted": "people", "head": "person", "predicate": "killed"}


@pytest.mark.parametrize(
    ("text", "number", "value", "parts", "metrics"),
    [
        (
            "More than 250,000 Syrians have been killed.",
            "More than 250,000",
            250_000,
            {"counted": "Syrians", "head": "syrian", "predicate": "killed"},
            ("killed",),
        ),
        ("Since 2011, 250,000 people have been killed in Syria.", "250,000", 250_000, PEOPLE, ("killed",)),
        ("Syria's death toll has passed 250,000.", "250,000", 250_000, {"subject": "death toll"}, ("killed",)),
        (
            "The war has claimed 250,000 lives in Syria.",
            "250,000",
            250_000,
            {"counted": "lives", "head": "life", "predicate": "claimed"},
            ("killed",),
        ),
        (
            "About 4.1 million Syrian refugees are registered.",
            "4.1 million",
            4_100_000,
            {"counted": "Syrian refugees", "head": "refugee", "predicate": "registered"},
            ("registered refugees",),
        ),
        (
            "Some 7.6 million people are displaced inside Syria.",
            "7.6 million",
            7_600_000,
            {"counted": "people", "head": "person", "predicate": "displaced"},
            ("displaced inside the country",),
        ),
        (
            "Some 11 million Syrians have fled their homes.",
            "11 million",
            11_000_000,
            {"counted": "Syrians", "head": "syrian", "predicate": "fled their homes"},
            ("displaced in all", "displaced in all"),
        ),
        (
            "In Syria, over 50 combat aircraft are taking part, Moscow said; the Russian base is at the coast.",
            "over 50",
            50,
            {"counted": "combat aircraft", "head": "aircraft", "predicate": "taking part"},
            ("taking part in the air campaign",),
        ),
    ],
)
def test_a_claim_finds_its_figure(
    text: str, number: str, value: Exact, parts: dict[str, str], metrics: tuple[str, ...]
) -> None:
    assert matched(text, number, value, **parts) == metrics


def test_a_part_is_matched_by_its_own_words_and_not_by_those_of_its_whole() -> None:
    text = "Some 11 million others have been forced from their homes, four million of them abroad, as the war goes on."
    parts = {"predicate": "forced from their homes", "counted": "others", "head": "other"}
    assert matched(text, "11 million", 11_000_000, "Syria", counted_from="others", **parts) == ("displaced in all",) * 2
    found = matched(text, "four million", 4_000_000, "Syria", counted_from="elided", whole="them", **parts)
    assert found == ("registered refugees",)


@pytest.mark.parametrize(
    ("text", "parts", "reason"),
    [
        (
            "In Syria, 200,000 households were killed.",
            {"counted": "households", "head": "household"},
            "no: the text counts households, the figure people",
        ),
        (
            "In Syria, 200,000 passengers were killed.",
            {"counted": "passengers", "head": "passenger"},
            "no: the text counts passengers, the figure all people",
        ),
        (
            "In Syria, 200,000 children were killed.",
            {"counted": "children", "head": "child"},
            "no: the text counts children, the figure all people",
        ),
        (
            "Syria is at war. In Yemen, too, 200,000 people were killed.",
            {},
            "no: the text speaks of Yemen, the figure of Syria",
        ),
        (
            "Of the Syrians, 200,000 people were killed in Aleppo.",
            {},
            "no: the text speaks of Aleppo, the figure of Syria",
        ),
        (
            "In Syria, 200,000 people were killed on Thursday.",
            {},
            "no: the text speaks of 'Thursday' alone, the figure is a running total",
        ),
        ("In Syria, 200,000 people were killed in 2014.", {}, "no: the text speaks of 2014, the figure of 2015-08-17"),
        (
            "In Syria, 200,000 people were killed this year.",
            {},
            "no: the text counts over 'this year', the figure does not",
        ),
        (
            "In Syria, 200,000 people were killed in an air strike.",
            {},
            "no: the text counts one incident ('in an air strike'), the figure is a running total",
        ),
        (
            "In Syria, 200,000 people were killed by soldiers.",
            {},
            "no: the text counts a part ('by soldiers'), the figure all",
        ),
        (
            "In Syria, 200,000 people were killed.",
            {"kind": "percentage"},
            "no: the text gives a percentage, the figure people",
        ),
        (
            "In Syria, 200,000 people were killed.",
            {"direction": "up"},
            "no: the text speaks of a change, the figure of a level",
        ),
    ],
)
def test_what_only_resembles_a_figure_is_kept_apart_with_the_reason(
    text: str, parts: dict[str, str], reason: str
) -> None:
    assert matched(text, "200,000", 200_000, **{**PEOPLE, "counted": "people", **parts}) == (reason,)


def test_money_is_not_held_against_a_count_nor_against_other_money() -> None:
    text = "In Syria, aid of 300 million was pledged."
    row = KeyFigure("t.csv", 2, "pledged", BOOK.tables[0].value, "", 300_000_000, unit="dollar", place="Syria")
    for unit, reasons in (("dollar", []), ("euro", ["the text is in euro, the figure in dollar"])):
        one = claim(text, "300 million", 300_000_000, kind="currency", subject="aid", predicate="pledged")
        money = Claim(
            structs.replace(one.quantity, unit=unit), one.sentence, subject=one.subject, predicate=one.predicate
        )
        found = match(document(text), money, (row,))
        assert [veto.reason for veto in found.vetoes] == reasons
        assert len(found.matches) == 1 - len(reasons)


def test_numbers_of_another_size_are_kept_apart() -> None:
    text = "In Syria, 1,200 people were killed."
    (reason,) = matched(text, "1,200", 1_200, **PEOPLE)
    assert reason == "no: the two numbers are more than 20 times apart, so they hardly count the same"


@pytest.mark.parametrize(
    ("text", "number", "value", "parts"),
    [
        ("In Syria, 300,000 people were vaccinated.", "300,000", 300_000, {"predicate": "vaccinated"}),
        ("Russia lost 60 warplanes over Syria.", "60", 60, {"counted": "warplanes", "predicate": "lost"}),
        ("In Syria, 300,000 people voted.", "300,000", 300_000, {"predicate": "voted"}),
    ],
)
def test_something_else_that_happened_is_no_match(text: str, number: str, value: Exact, parts: dict[str, str]) -> None:
    given = {"counted": "people", "head": "person", **parts} if "people" in text else parts
    assert matched(text, number, value, **given) == ()


@pytest.mark.parametrize("text", ["In all, 200,000 people were killed.", "In Yemen, 200,000 people were killed."])
def test_a_text_that_never_names_the_place_has_nothing_to_do_with_the_figure(text: str) -> None:
    assert matched(text, "200,000", 200_000, **PEOPLE) == ()


def test_refugees_are_not_all_who_are_displaced() -> None:
    text = "In Syria, 4 million refugees were forced from their homes."
    parts = {"counted": "refugees", "head": "refugee", "predicate": "forced from their homes"}
    assert matched(text, "4 million", 4_000_000, **parts) == ("no: the text counts refugees, the figure all people",)


def test_refugees_to_whom_something_happened_are_not_the_count_of_refugees() -> None:
    text = "In Syria, 4 million refugees were vaccinated."
    parts = {"counted": "refugees", "head": "refugee", "predicate": "vaccinated"}
    assert matched(text, "4 million", 4_000_000, **parts) == ()


def test_the_nearest_figure_before_the_text_comes_first() -> None:
    rows = tuple(
        KeyFigure("t.csv", line, "killed", BOOK.tables[0].value, "", 250_000, unit="people", as_of=day, as_of_last=day)
        for line, day in enumerate(
            (date(2014, 12, 1), date(2015, 9, 1), date(2015, 10, 20), date(2015, 6, 1), date(2013, 1, 1)), 2
        )
    )
    text = "In Syria, 250,000 people were killed."
    found = match(document(text), claim(text, "250,000", 250_000, **PEOPLE), rows)
    assert [one.row.line for one in found.matches] == [3, 5, 2, 4]
    assert [one.row.line for one in found.vetoes] == [6]
    assert "the figure is of" in found.vetoes[0].reason
    assert found.matches[0].reason.endswith("31 days before the text")
    narrow = match(document(text), claim(text, "250,000", 250_000, **PEOPLE), rows, max_age_days=60)
    assert [one.row.line for one in narrow.matches] == [3, 4]


def test_without_a_date_the_newest_figure_comes_first() -> None:
    text = "Some 11 million Syrians have fled their homes."
    one = claim(text, "11 million", 11_000_000, counted="Syrians", head="syrian", predicate="fled their homes")
    found = match(document(text, day=None), one, BOOK.tables)
    assert [str(match.row.as_of) for match in found.matches] == ["2015-10-01", "2015-08-17"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Syrians fled to Turkey and South Sudan.", ["Syria", "Turkey", "South Sudan"]),
        ("The U.S. told us that the UK and the US agree.", ["United States", "Britain", "United States"]),
        ("Car bombs and a turkey; Us and them.", []),
        ("Syria's army, the Russian-led force and Democratic Republic of the Congo", ["Syria", "Russia", "Congo"]),
    ],
)
def test_countries_are_named_by_name_or_people(text: str, found: list[str]) -> None:
    assert places_in(text) == found


def event(text: str, number: str, title: str | None = None, **parts: str) -> str:
    found = match_event(document(text, title), claim(text, number, 4, **parts), BOOK.events)
    return found.event.event if found else ""


@pytest.mark.parametrize(
    ("text", "number", "found"),
    [
        ("Syria has seen four years of civil war.", "four years", "Syrian uprising and war"),
        ("Yemen has seen four years of civil war.", "four years", ""),
        ("A Syrian spent four years in Turkey.", "four years", ""),
        ("Russia flew its second day of air strikes in Syria.", "second", "Russian air strikes in Syria"),
        ("The coalition has flown air strikes in Syria for the past year.", "past year", ""),
        ("The coalition flew its second day of air strikes in Syria.", "second", ""),
        ("Iraq saw eight years of war before Syria did.", "eight years", ""),
        ("Two years into the Syrian war, the town fell.", "Two years", ""),
        ("A Syrian said ten years of war lay ahead.", "ten years", ""),
        ("The four-year conflict in Syria has ended.", "four-year", ""),
    ],
)
def test_a_length_of_time_finds_its_event(text: str, number: str, found: str) -> None:
    assert event(text, number) == found


def test_a_length_of_another_size_is_of_something_else() -> None:
    for number, value, unit, found in (
        ("three days", 3, "day", ""),
        ("five months", 5, "month", ""),
        ("one year", 1, "year", "Syrian uprising and war"),
        ("nine years", 9, "year", "Syrian uprising and war"),
        ("50 years", 50, "year", ""),
    ):
        text = f"The truce in Syria came with {number} of fighting."
        one = claim(text, number, value, kind="duration")
        timed = Claim(structs.replace(one.quantity, unit=unit), one.sentence)
        match_found = match_event(document(text), timed, BOOK.events)
        assert (match_found.event.event if match_found else "") == found


def test_events_that_fit_alike_are_not_chosen_between(tmp_path: Path) -> None:
    from figures.references import events

    table = tmp_path / "events.csv"
    table.write_text("event,start,source\nwar,2011,A\nwar,2012,B\n")
    found, _ = events.load(table)
    text = "After four years of war, the town is empty."
    assert match_event(document(text), claim(text, "four years", 4), found) is None


def test_matching_a_long_document_takes_linear_time() -> None:
    import time

    sentence = "More than 250,000 Syrians have been killed. "
    took = []
    for size in (200, 1600):
        text = sentence * size
        page = document(text)
        began = time.process_time()
        for index in range(0, size, size // 200):
            span = Span(index * len(sentence), index * len(sentence) + 17)
            one = claim(sentence, "More than 250,000", 250_000, counted="Syrians", head="syrian", predicate="killed")
            moved = Claim(
                Quantity(span, "More than 250,000", span, 250_000),
                Span(span.start, span.start + len(sentence)),
                counted=one.counted,
                predicate=one.predicate,
            )
            assert match(page, moved, BOOK.tables).matches
        took.append(time.process_time() - began)
    assert took[1] < took[0] * 4 + 0.3  # as many claims in a text eight times as long

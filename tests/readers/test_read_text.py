"""Plain text: paragraphs, title, headings, lists, dateline."""

from datetime import date

import pytest
from reading import document, found, seen

ARTICLE = """\
Flood cuts off the town of Brel

BREL, 3 May 2021 (Northwind) - The river rose by two metres overnight.
Some 400 people left their homes,
   and 40 were still missing.

What is known
Water reached the hospital on Sunday, and all 62 patients were moved to the school on the hill above the town.

Losses so far:
- 12 houses
- 3 bridges
4) one mill
"""


def test_paragraphs_title_heading_and_list() -> None:
    assert seen("text", ARTICLE) == [
        ("title", "Flood cuts off the town of Brel"),
        (
            "paragraph",
            "BREL, 3 May 2021 (Northwind) - The river rose by two metres overnight. Some 400 people left their homes,"
            "    and 40 were still missing.",
        ),
        ("heading", "What is known"),
        (
            "paragraph",
            "Water reached the hospital on Sunday, and all 62 patients were moved to the school on the hill above the "
            "town.",
        ),
        ("paragraph", "Losses so far:"),
        ("list_item", "12 houses"),
        ("list_item", "3 bridges"),
        ("list_item", "one mill"),
    ]


def test_every_block_is_a_slice_of_the_text() -> None:
    read = document("text", ARTICLE)
    assert all(len(block.anchors) == 1 for block in read.blocks)
    assert found(read, "homes,    and 40") == "homes,\n   and 40"


def test_title_and_date() -> None:
    read = document("text", ARTICLE)
    assert (read.title, read.date, read.date_from) == ("Flood cuts off the town of Brel", date(2021, 5, 3), "dateline")


def test_long_lines_are_paragraphs_without_a_blank_line_between() -> None:
    long = "The council met for nine hours and heard from forty people who had lost their homes in the fire, and then "
    assert seen("text", f"{long}rose from its seats.\n{long}sat.\nIt ended.") == [
        ("paragraph", f"{long}rose from its seats."),
        ("paragraph", f"{long}sat."),
        ("paragraph", "It ended."),
    ]


def test_lines_of_a_table_like_list_stay_apart() -> None:
    text = "Dead: 12\nMissing since the night of the storm: 40\nHurt: 7"
    assert [block for _, block in seen("text", text)] == text.split("\n")


def test_a_number_that_begins_a_wrapped_line_is_kept() -> None:
    text = "The commission counted the boats that were lost on the night of the storm, about\n40. It then left."
    assert seen("text", text) == [("paragraph", text.replace("\n", " "))]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_kind(end: str) -> None:
    read = document("text", f"One{end}{end}It cost 40{end}pounds, he said.")
    assert [block.text.split() for block in read.blocks] == [["One"], ["It", "cost", "40", "pounds,", "he", "said."]]
    assert found(read, "pounds") == "pounds"


def test_form_feeds_rulers_and_blank_lines_with_blanks_end_paragraphs() -> None:
    assert [text for _, text in seen("text", "a b.\f\nc d.\n \t\ne f.\n------\ng h.")] == [
        "a b.",
        "c d.",
        "e f.",
        "g h.",
    ]


def test_zero_width_characters_and_nul_keep_their_places() -> None:
    read = document("text", "\u200fIt \u200bcost\x00 40 pounds.")
    assert found(read, "40 pounds") == "40 pounds"


@pytest.mark.parametrize("text", ["It ended.", "It ended.\n\nThen it began.", "“Enough!”\n\nThey left."])
def test_a_sentence_is_no_title(text: str) -> None:
    assert document("text", text).title is None


@pytest.mark.parametrize(
    "head",
    [
        "OSLO, 2 October 2015 (Wire) - The bank rose.",
        "OSLO, Oct. 2, 2015 -- The bank rose.",
        "OSLO (Wire), 2 October 2015 — The bank rose.",
        "2 October 2015 - The bank rose.",
        "Published: 2 October 2015, 10:00 GMT\n\nThe bank rose.",
        "By Ana Brook\n\nFriday 2 October 2015\n\nThe bank rose.",
        "Oslo, 2015-10-02\n\nThe bank rose.",
    ],
)
def test_datelines(head: str) -> None:
    read = document("text", f"Shares up\n\n{head}")
    assert (read.date, read.date_from) == (date(2015, 10, 2), "dateline")


@pytest.mark.parametrize(
    "text",
    [
        "The bank rose on 2 October 2015 and fell.",
        "OSLO, Oct. 2 (Wire) - The bank rose.",
        "The treaty of 2 October 2015 - the first of its kind - holds.",
        "On 2 October 2015, 40 people left.",
        "OSLO, 02/10/2015 - The bank rose.",
        "OSLO, 31 February 2015 - The bank rose.",
    ],
)
def test_no_dateline(text: str) -> None:
    assert document("text", f"Shares up\n\n{text}").date is None

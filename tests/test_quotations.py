"""What is quoted, and who says it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.quotations import find_quotations, quotations_in
from figures.readers import read

# A paragraph, and each quotation in it with its speaker.
CASES: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("“We left,” Ana Brook said.", [("“We left,”", "Ana Brook")]),
    ('"We left," said Ana Brook, 52, a teacher.', [('"We left,"', "Ana Brook")]),
    ("« Nous partons », said Ana Brook.", [("« Nous partons »", "Ana Brook")]),
    ("„Wir gehen“, said Ana Brook.", [("„Wir gehen“", "Ana Brook")]),
    ("‘We left,’ Ana Brook said.", [("‘We left,’", "Ana Brook")]),
    ("Ana Brook said: “We left. We had 3 boats.”", [("“We left. We had 3 boats.”", "Ana Brook")]),
    ("Ana Brook told reporters on Friday that “40 left”.", [("“40 left”", "Ana Brook")]),
    ("Ana Brook, of the Tolm council, said “40 left”.", [("“40 left”", "Ana Brook")]),
    ("But Ana Brook later said “40 left”.", [("“40 left”", "Ana Brook")]),
    ("According to Ana Brook, “40 left”.", [("“40 left”", "Ana Brook")]),
    ("“40 left,” according to the mayor of Tolm.", [("“40 left,”", "the mayor of Tolm")]),
    ("“40 left,” the mayor of Tolm said.", [("“40 left,”", "the mayor of Tolm")]),
    ("“40 left,” the Ministry of Works said.", [("“40 left,”", "Ministry of Works")]),
    ("“40 left,” officials said on Friday.", [("“40 left,”", "officials")]),
    ("“40 left,” said a spokesman for the port.", [("“40 left,”", "a spokesman for the port")]),
    ("“40 left,” said the port's engineer, Mia Roth.", [("“40 left,”", "Mia Roth")]),
    ("“40 left,” army spokesman Bo Lind said.", [("“40 left,”", "Bo Lind")]),
    ("Mr. Lind said, “It is over.” Ana Brook left.", [("“It is over.”", "Mr Lind")]),
    ("“Is it?” asked Lind. “No!” Brook replied.", [("“Is it?”", "Lind"), ("“No!”", "Brook")]),
    ("“We left,” Lind said. “We had 3 boats.”", [("“We left,”", "Lind"), ("“We had 3 boats.”", "Lind")]),
    ("“We left,” Lind said. “All,” he added.", [("“We left,”", "Lind"), ("“All,”", "Lind")]),
    ("“We left,” he said.", [("“We left,”", None)]),
    ("The so-called “safe zone” held 40 people.", [("“safe zone”", None)]),
    ("“A,” said Lind of the “safe zone”.", [("“A,”", "Lind"), ("“safe zone”", None)]),
    ("More than 50 boats sail from here,” Lind said.", [("More than 50 boats sail from here,”", "Lind")]),
    ("It rained. We counted 50 boats,” Lind said. He left.", [("We counted 50 boats,”", "Lind")]),
    ("“We counted 50 boats.", [("“We counted 50 boats.", None)]),
    ("Lind said: “We counted 50 boats.", [("“We counted 50 boats.", "Lind")]),
    ('The pipe is 6" wide and 40" long.', []),
    ("He is 5'10\" tall.", []),
    ("It's the dogs' bowl of the '90s.", []),
    ("Nobody was quoted.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotations_and_speakers(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(text[q.span.start : q.span.end], q.speaker) for q in find_quotations(text)] == expected


def test_speech_that_goes_on_in_the_next_paragraph_has_the_same_speaker() -> None:
    text = "Lind said: “We left.\n\n“We had 3 boats.”\n\nThe “safe zone” was empty."
    document = read("a.txt", text.encode())
    assert [(text[q.span.start : q.span.end], q.speaker) for q in document.quotations] == [
        ("“We left.", "Lind"),
        ("“We had 3 boats.”", "Lind"),
        ("“safe zone”", None),
    ]


def test_spans_are_places_in_the_source() -> None:
    html = "<p>&ldquo;We <b>left</b>,&rdquo; said Ana&nbsp;Brook.</p>"
    document = read("a.html", html.encode())
    (quotation,) = quotations_in(document.blocks)
    assert html[quotation.span.start : quotation.span.end] == "&ldquo;We <b>left</b>,&rdquo;"
    assert quotation.speaker == "Ana Brook"


@pytest.mark.parametrize(
    "unit", ["“", "”", '"', "“a,” Bo said. ", ",” ", "'a,' ", "said ", "« ", "“a” said ", "according to "]
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    def seconds(count: int) -> float:
        text = "“" + unit * count
        began = time.process_time()
        find_quotations(text)
        return time.process_time() - began

    short = min(seconds(2_000) for _ in range(3))
    long = min(seconds(16_000) for _ in range(2))
    assert long < 40 * short + 0.05  # eight times the text; a quadratic step would take 64 times as long


PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "’",
        "‘",
        "«",
        "»",
        "„",
        " ",
        ", ",
        ". ",
        "Ana ",
        "Bo Lind",
        " said ",
        "told ",
        "he ",
        "the ",
        "of ",
        "according to ",
        "Mr. ",
        "40 left",
        "!",
        "?",
        ":",
        "—",
        "(",
        ")",
        "al-Nur ",
        "\n",
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    end = 0
    for quotation in find_quotations(text):
        assert end <= quotation.span.start < quotation.span.end <= len(text)
        assert quotation.speaker is None or quotation.speaker.strip()
        end = quotation.span.end

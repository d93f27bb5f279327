"""What stands in a user's text must not act on a terminal, and its number must stay in sight."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies

from figures.renderers.text import cells, excerpt, visible, wrap


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a␛[31mb"),
        ("a\x00\x7f", "a␀␡"),
        ("\x9b2J", "<U+009B>2J"),
        ("\u202etxt.exe", "<U+202E>txt.exe"),
        ("\u200bx\ufeff", "<U+200B>x<U+FEFF>"),
        ("\ud800", "<U+D800>"),
        ("tab\tline\n", "tab␉line␊"),
        ("naïve 北京 👩‍💻", "naïve 北京 👩‍💻"),
    ],
)
def test_control_characters_are_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(strategies.text())
def test_nothing_that_acts_is_left(text: str) -> None:
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in visible(text))


def test_cells() -> None:
    assert cells("北京 ab") == 7
    assert cells("e\u0301") == 1


def test_carets_stand_under_the_number() -> None:
    assert excerpt("we saw 40 cows", 7, 9, 80) == ("we saw 40 cows", "       ^^")


def test_carets_after_wide_characters_and_tabs() -> None:
    shown, carets = excerpt("\t北京 40 cows", 4, 6, 80)
    assert shown == "    北京 40 cows"
    assert carets == " " * 9 + "^^"
    assert excerpt("北京", 0, 1, 80)[1] == "^^"


def test_a_tab_goes_to_the_next_stop() -> None:
    assert excerpt("ab\t7", 3, 4, 80) == ("ab  7", "    ^")


def test_a_long_line_is_cut_around_the_number() -> None:
    line = "before " * 60 + "250,000 people" + " behind" * 60
    start = line.index("250,000")
    shown, carets = excerpt(line, start, start + 7, 60)
    assert cells(shown) <= 60
    assert shown.startswith("… before ")
    assert shown.endswith(" behind …")
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "250,000"


def test_a_line_of_megabytes_is_cut_at_once() -> None:
    line = "x" * 5_000_000 + " 42 " + "y" * 5_000_000
    shown, carets = excerpt(line, 5_000_001, 5_000_003, 80)
    assert shown[carets.index("^") :].startswith("42")


@given(
    strategies.text(strategies.characters(exclude_characters="\n\r"), min_size=1, max_size=300),
    strategies.integers(0, 300),
    strategies.integers(1, 300),
    strategies.integers(20, 120),
)
def test_the_line_and_its_carets_fit(line: str, start: int, length: int, width: int) -> None:
    start = min(start, len(line) - 1)
    end = min(start + length, len(line))
    shown, carets = excerpt(line, start, end, width)
    # One character that is shown as a code point may be wider than what is left.
    assert cells(shown) <= width + 12
    assert len(carets) <= width + 12
    assert "^" in carets


def test_wrapping_keeps_the_words_and_the_width() -> None:
    lines = wrap("one two three four five six seven eight", 30, "    ")
    assert " ".join(line.strip() for line in lines) == "one two three four five six seven eight"
    assert all(len(line) <= 30 for line in lines)
    assert all(line.startswith("    ") for line in lines[1:])
    assert wrap("one two", None, "  ") == ["one two"]

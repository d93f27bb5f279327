"""What `figures audit` prints."""

from __future__ import annotations

import re
from datetime import date

import pytest
from msgspec import structs
from samples import brief, hostile, page

import figures
from figures.findings import Problem
from figures.renderers import RENDERERS, Options
from figures.renderers.text import cells

ANSI = re.compile(r"\x1b\[[0-9;]*m")
FRIDAY = date(2015, 10, 2)
PDF = Problem("scan.pdf", "is not text: it begins with %PDF; convert it to text first")

EXPECTED = """\
brief.md:3:19 note core/weekday 3 May 2024 was a Friday
 3 | Officials said on 3 May that more than 250,000 people had been displaced and nearly 4 million affected.
   |                   ^^^^^
   verdict:   inconsistent

brief.md:3:30 warning floods/key-figures more than 250,000 is true to the letter, but the figure on file is 470,000
 3 | Officials said on 3 May that more than 250,000 people had been displaced and nearly 4 million affected.
   |                              ^^^^^^^^^^^^^^^^^^^^^^^^
   verdict:   misleading
   says:      more than 250,000 people displaced: above 250,000
   reads as:  above 250,000 and at most 350,000
   against:   470,000 people displaced in the delta on 2 May 2024
   on file:   people displaced, delta: 470,000 (Relief office <daily> bulletin, as of 2024-05-02, \
rules/floods/key-figures.csv:7, https://example.org/bulletin?day=2&page=1)
   fix:       more than 450,000 people

brief.md:5:30 error core/part-of 20 million of them is more than the 14 million it is a part of
 5 | - 14 million livestock lost, 20 million of them cattle
   |                              ^^^^^^^^^^^^^^^^^^
   verdict:   inconsistent, major
   says:      20 million of them: 19.5 to 20.5 million
   against:   14 million livestock, in the same sentence
   given:     whole = “14 million livestock” (at 5:3): 13.5 to 14.5 million
   because:   part <= whole, so at most 14.5 million

brief.md:13:17 error core/shares the shares of one whole add up to 105%
 13 | | South | 800 | 45% |
    |                 ^^^
   verdict:   inconsistent by rounding
   says:      45%: 44.5 to 45.5%
   given:     a = “60%” (at 12:19): 59.5 to 60.5%
   because:   a + b = 100, so exactly 100%; the text gives 104 to 106%

rules/floods/rates.csv:3: could not run: a rate must be a number; got 'n/a'; fill it in
scan.pdf: could not be read: is not text: it begins with %PDF; convert it to text first

2 documents, 12 claims: 6 checked (2 errors, 1 warning, 1 note), 6 unchecked; 1 check could not run; \
1 file could not be read
"""


def test_the_whole_text() -> None:
    assert RENDERERS["text"]([brief(), page()], Options(unreadable=(PDF,))) == EXPECTED


def test_what_the_message_or_the_line_says_is_not_said_again() -> None:
    report = figures.audit("The crash killed 12 people: five men and three women.\n")
    text = RENDERERS["text"]([report], Options())
    assert [line.split(":")[0].strip() for line in text.splitlines()[3:-2]] == ["verdict", "given", "fix"]
    assert "do not add up to 12: five + three is 8." in text
    assert "“five” (at 1:29); part 2 = “three” (at 1:42)\n" in text
    detailed = RENDERERS["text"]([report], Options(verbose=True))
    assert "says:      12 people\n" not in text
    assert "says:      12 people\n" in detailed
    assert "given:     part 1 = “five” (at 1:29): exactly 5\n" in detailed


def test_a_weekday_is_not_told_as_a_number() -> None:
    report = figures.audit("The hearing opens on Monday, 8 December 2026.\n")
    for options in (Options(), Options(verbose=True)):
        text = RENDERERS["text"]([report], options)
        assert "Monday, 8 December 2026 does not fit the calendar: 8 December 2026 is a Tuesday." in text
        assert "exactly" not in text
    assert "so Tuesday; the text gives Monday" in text


def test_an_ordinal_is_not_told_as_a_number() -> None:
    report = figures.audit("The talks began on Monday. Thursday was the second day of the talks.\n", date=FRIDAY)
    text = RENDERERS["text"]([report], Options(verbose=True))
    assert "The second day does not fit the dates: Thursday, 1 October 2015 is the fourth day from Monday" in text
    assert "so 4th; the text gives 2nd" in text
    assert "exactly" not in text


def test_why_a_figure_was_chosen_is_told_when_asked_for() -> None:
    (found,) = (result for result in brief().results if result.references and result.severity)
    chosen = structs.replace(found, evidence="'displaced' of 'people' fits people displaced")
    many = structs.replace(chosen, references=chosen.references * 4)
    report = structs.replace(brief(), results=(many,))
    short, long = (RENDERERS["text"]([report], Options(verbose=verbose)) for verbose in (False, True))
    assert "fits people displaced" not in short
    assert short.count("on file:") == 2
    assert "and 2 more figures on file, listed by --verbose" in short
    assert "evidence:  'displaced' of 'people' fits people displaced\n" in long
    assert long.count("on file:") == 4


def test_a_verdict_that_is_nobodys_fault_is_not_called_ok() -> None:
    text = RENDERERS["text"]([brief()], Options(verbose=True))
    assert "brief.md:6:13 not-comparable core/known the figure on file is in euros" in text


def test_colour_adds_nothing_but_colour() -> None:
    plain = RENDERERS["text"]([brief(), hostile()], Options(width=100, verbose=True))
    colour = RENDERERS["text"]([brief(), hostile()], Options(width=100, verbose=True, colour=True))
    assert "\x1b" not in plain
    assert colour != plain
    assert ANSI.sub("", colour) == plain


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_the_width_of_the_terminal_is_kept(width: int) -> None:
    text = RENDERERS["text"]([brief()], Options(width=width))
    for line in text.splitlines():
        # The head of a finding and the last line are left to the terminal, so that they stay one line for a search;
        # a place on disk is not broken.
        if line.startswith("   ") or re.match(r" +\d* \|", line):
            longest = max(map(cells, line.split()), default=0)
            assert cells(line) <= max(width, 14 + longest), line


def test_what_the_user_wrote_does_not_reach_the_terminal() -> None:
    text = RENDERERS["text"]([hostile()], Options(verbose=True, unreadable=(Problem("a\x1bb", "c\rd\x07"),)))
    assert not set(re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text))
    assert "␛[31mred␛[0m" in text
    assert "␛]0;owned␇.txt:1:" in text


def test_every_line_of_a_problem_is_one_line() -> None:
    text = RENDERERS["text"](
        [], Options(problems=(Problem("a.yaml:1:2", "one\ntwo"), Problem("a.yaml:1:2", "one\ntwo")))
    )
    assert text.splitlines() == [
        "a.yaml:1:2: could not run: one two",
        "",
        "0 documents, 0 claims: 0 checked, 0 unchecked; 1 check could not run",
    ]


def test_verbose_lists_what_holds_and_what_nobody_checked() -> None:
    text = RENDERERS["text"]([brief()], Options(verbose=True))
    assert "brief.md:15:19 ok core/plausible 2 sorties a day is plausible\n" in text
    assert "brief.md:3:78 unchecked nearly 4 million people: at least 3.6 and below 4 million\n" in text
    assert len(re.findall(r" unchecked [^,;]", text)) == len(brief().unchecked)

"""Dates in prose: what is found, where, and which day it is."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.dates import DateMention, find_dates, resolve

# Text, the words found in it, and the day they single out (None for a stretch of time or a day without a year).
DAYS = [
    ("On 2 October 2015 it rained.", "2 October 2015", date(2015, 10, 2)),
    ("It rained on Oct. 2, 2015, and snowed.", "Oct. 2, 2015", date(2015, 10, 2)),
    ("Friday, 2nd of October, 2015.", "Friday, 2nd of October, 2015", date(2015, 10, 2)),
    ("on Friday, Oct. 2, 2015", "Friday, Oct. 2, 2015", date(2015, 10, 2)),
    ("Fri, 02 Oct 2015 10:00", "Fri, 02 Oct 2015", date(2015, 10, 2)),
    ("as of 2015-10-02, 40 houses", "2015-10-02", date(2015, 10, 2)),
    ("at 2015-10-02T10:00:00Z", "2015-10-02T10:00:00Z", date(2015, 10, 2)),
    ("on the 3rd of May 2011", "3rd of May 2011", date(2011, 5, 3)),
    ("dated 13/10/2015.", "13/10/2015", date(2015, 10, 13)),
    ("dated 10/13/2015.", "10/13/2015", date(2015, 10, 13)),
    ("dated 2.10.2015.", "2.10.2015", date(2015, 10, 2)),
    ("dated 4/4/2016", "4/4/2016", date(2016, 4, 4)),
    ("at 10:30 June 5, 2014", "June 5, 2014", date(2014, 6, 5)),
    ("KOVAR, JAN. 9, 2019 (Wire)", "JAN. 9, 2019", date(2019, 1, 9)),
    ("on 29 February 2016", "29 February 2016", date(2016, 2, 29)),
    ("on 31 February 2015", "31 February 2015", None),
    ("signed 14-Jun-2019 in Oslo", "14-Jun-2019", date(2019, 6, 14)),
    ("On May 5 they left", "May 5", None),
    ("the 7 December vote", "7 December", None),
    ("by March 15, 40 people had left", "March 15", None),
    ("from June 12, 400 of them", "June 12", None),
    ("02/10/2015", "02/10/2015", None),
    ("in early October,", "early October", None),
    ("the uprising of mid-March 2011", "mid-March 2011", None),
    ("in Sept. 2015 it", "Sept. 2015", None),
    ("since 2011, when", "2011", None),
    ("in 2015 and 40 others", "2015", None),
    ("late 2015", "late 2015", None),
    ("closed in May", "May", None),
    ("closed in Dec. The", "Dec", None),
    ("rose in July 12 percent", "July", None),
    ("on Friday he left", "Friday", None),
    ("October fell", "October", None),
    ("2-4 October 2015", "2-4 October 2015", None),
]
NOT_DATES = [
    "in 2000 cases",
    "Mr. May said so",
    "they march on",
    "may 5 people stay",
    "$5 May",
    "version 1.2.2015.3",
    "99/99/2015",
    "2015-99-99",
    "since the 1990s",
    "the sun rose",
    "2015 soldiers",
    "by 2015 metres",
    "a score of 10-2",
    "No. 2015",
    "",
]


@pytest.mark.parametrize(("text", "words", "day"), DAYS)
def test_finds_the_words_and_the_day(text: str, words: str, day: date | None) -> None:
    (mention,) = find_dates(text)
    assert text[mention.start : mention.end] == words
    assert mention.exact == day


@pytest.mark.parametrize("text", NOT_DATES)
def test_leaves_other_numbers_and_words_alone(text: str) -> None:
    assert find_dates(text) == ()


def test_finds_several_in_order() -> None:
    text = "From 30 September to 2 October 2015 and again on Monday, in 2017."
    assert [text[m.start : m.end] for m in find_dates(text)] == ["30 September", "2 October 2015", "Monday", "2017"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2-4 October 2015", date(2015, 10, 2), date(2015, 10, 4)),
        ("October 2–4, 2015", date(2015, 10, 2), date(2015, 10, 4)),
        ("between 2 and 4 June 2014", date(2014, 6, 2), date(2014, 6, 4)),
        ("early February 2016", date(2016, 2, 1), date(2016, 2, 10)),
        ("mid-March 2011", date(2011, 3, 11), date(2011, 3, 20)),
        ("late February 2016", date(2016, 2, 21), date(2016, 2, 29)),
        ("June 2014", date(2014, 6, 1), date(2014, 6, 30)),
        ("in mid-2014", date(2014, 5, 1), date(2014, 8, 31)),
        ("during 2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("5 June 2014", date(2014, 6, 5), date(2014, 6, 5)),
        ("in June", None, None),
        ("03/04/2014", None, None),
    ],
)
def test_a_stretch_of_time_has_a_first_and_a_last_day(text: str, first: date | None, last: date | None) -> None:
    (mention,) = find_dates(text)
    assert (mention.first, mention.last) == (first, last)


def test_keeps_the_weekday_that_the_text_gives_even_when_it_is_wrong() -> None:
    (mention,) = find_dates("Monday, 2 October 2015")  # a Friday
    assert mention.weekday == 0
    assert mention.exact == date(2015, 10, 2)
    (mention,) = find_dates("Tue 2015-10-02")
    assert mention.weekday == 1


@pytest.mark.parametrize(
    ("text", "near", "day"),
    [
        ("on Wednesday", date(2015, 10, 2), date(2015, 9, 30)),
        ("on Friday", date(2015, 10, 2), date(2015, 10, 2)),
        ("on Saturday", date(2015, 10, 2), date(2015, 9, 26)),
        ("on 28 December", date(2016, 1, 3), date(2015, 12, 28)),
        ("on 3 January", date(2015, 12, 28), date(2016, 1, 3)),
        ("on 29 February", date(2015, 3, 1), date(2016, 2, 29)),
        ("5 June 2014", date(2016, 1, 1), date(2014, 6, 5)),
        ("in June", date(2016, 1, 1), None),
        ("2-4 June", date(2016, 1, 1), None),
        ("in 2014", date(2016, 1, 1), None),
        ("on Friday", date.min, None),
    ],
)
def test_resolves_from_the_day_of_the_text(text: str, near: date, day: date | None) -> None:
    (mention,) = find_dates(text)
    assert resolve(mention, near) == day


FORMS = [
    "{d} {B} {y}",
    "{B} {d}, {y}",
    "{b}. {d}, {y}",
    "{y}-{m:02}-{d:02}",
    "the {d}th of {B} {y}",
    "{A}, {d} {B} {y}",
]


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(FORMS), st.text(" ,.x", max_size=5))
def test_reads_back_every_day_in_every_form(day: date, form: str, around: str) -> None:
    written = form.format(
        d=day.day, m=day.month, y=day.year, B=day.strftime("%B"), b=day.strftime("%b"), A=day.strftime("%A")
    )
    text = f"{around} | {written} | {around}"
    (mention,) = find_dates(text)
    assert mention.exact == mention.first == mention.last == day


@given(
    st.lists(
        st.sampled_from(
            [
                "1",
                "2",
                "12",
                "31",
                "2015",
                "/",
                "-",
                ".",
                ",",
                "May",
                "March",
                "Oct.",
                "Friday",
                "Sun",
                "of",
                "in",
                "to",
                "early",
                "\n",
            ]
        ),
        max_size=20,
    )
)
def test_mentions_are_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for mention in find_dates(text):
        assert isinstance(mention, DateMention)
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


@pytest.mark.parametrize("unit", ["May ", "1", "2015-10-", "in ", "Monday ", "2 to ", "1/1/", " ", "early "])
def test_time_grows_with_the_length_only(unit: str) -> None:
    def seconds(count: int) -> float:
        text = unit * count
        began = time.process_time()
        find_dates(text)
        return time.process_time() - began

    short = min(seconds(4_000) for _ in range(3))
    long = min(seconds(32_000) for _ in range(2))
    assert long < 40 * short + 0.05  # eight times the text; a quadratic step would take 64 times as long

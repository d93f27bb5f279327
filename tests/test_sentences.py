"""Sentence boundaries. Every case is a list of the sentences that its text, joined with blanks, must be split into."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.sentences import sentences

CASES = {
    "plain": ["The dam broke at dawn.", "Water reached the school by noon.", "Nobody was hurt."],
    "question and exclamation": ["Who counted them?", "Nobody did!", "The ministry has no list."],
    "title": ["Mr. Osei met Dr. Lindqvist on Monday.", "Gen. Marwan Aziz was not invited."],
    "initials": ["The rate was set by J. K. Marsh in 2003.", "Walter B. Ames wrote the report."],
    "initial at the end": ["The outbreak was traced to hepatitis B.", "The clinic closed."],
    "country": ["U.S. exports rose by 3.5 percent.", "Imports into the U.K. Treasury's list fell."],
    "country at the end": ["They flew home to the U.S.", "The others stayed behind."],
    "number sign": ["Room No. 5 was empty.", "Nos. 7 and 8 were not."],
    "answer no": ["Was it true?", "No.", "He had invented it."],
    "decimals": ["The index fell 3.5 points to 1,204.75.", "It had risen 0.8 the day before."],
    "number opens": ["The bus left the road.", "20 people were hurt.", "3 of them died."],
    "number closes": ["The storm of 1987 was worse than that of 2013.", "2021 was quiet."],
    "number after a year": ["It happened in 2015.", "40 houses burned."],
    "clock": ["Polls open at 7 a.m. and close at 8 p.m. on Sunday.", "Counting starts at once."],
    "clock and weekday": ["The train left at 5 p.m. Monday.", "It never arrived."],
    "clock and zone": ["Trading stopped at 4 p.m. EST and resumed later.", "Nobody noticed."],
    "clock at the end": ["The gates opened at 6 a.m.", "Crowds had gathered."],
    "month": ["She signed on Jan. 5 and left on Sept. 30.", "He stayed."],
    "month at the end": ["The contract runs out in Dec.", "Talks go on."],
    "units": ["The tank holds 40 cu. ft. of gas.", "It stands 6 ft. 2 in. high.", "It weighs 300 lb.", "It is old."],
    "word that is also a unit": ["The tide came in.", "20 boats were lost."],
    "approx": ["The crowd numbered approx. 20 thousand.", "Police gave no figure."],
    "versus": ["The vote was 52 vs. 48 percent.", "Smith v. Jones was cited."],
    "et al": ["Rahman et al. (2014) found 31 cases.", "Okoye et al. 2016 found 12."],
    "figure": ["The trend in Fig. 2 is flat.", "Figs. 3 and 4 show the rest.", "See Eq. 7."],
    "page": ["The table is on p. 214 of the annex.", "See pp. 8 to 11."],
    "circa": ["The bridge dates from c. 1540.", "It was rebuilt ca. 1720."],
    "latin": ["Some goods, e.g. Dutch cheese, are exempt.", "Others, i.e. French wine, are not."],
    "company": ["Halden Inc. Chief Executive Mia Roth resigned.", "Shares of Borg Ltd. fell 4 percent."],
    "company at the end": ["The plant was sold to Norfab Corp.", "The price was not disclosed."],
    "et cetera": ["They took food, tents, etc. and left.", "The rest was burned, etc.", "Soldiers watched."],
    "ellipsis goes on": ["He waited ... and waited.", "Well… he said nothing."],
    "ellipsis ends": ["He hesitated...", "Then he signed."],
    "quote after the stop": ["“We are leaving.”", "He shut the door."],
    "quote goes on": ["“Who is there?” she asked.", "“Enough!” he shouted."],
    "quote opens": ["The minister denied it.", "“We have 40 planes,” he said.", '"Not one more."', "He left."],
    "several sentences quoted": ["“We were 12.", "We are 3 now,” said Amal.", "She wept."],
    "brackets": ["The toll rose (see table).", "(All figures are provisional.)", "More will follow."],
    "stop in brackets": ["The firm (est. 1904) failed.", "Its debts (approx. 3 m.) were paid."],
    "footnote": ["The town fell in May.[12]", "It was retaken in June.[13][14]", "Few returned."],
    "list marks": ["1. Count the boats.", "The rest can wait."],
    "small name": ["The seller moved.", "eBay kept the fee.", "al-Furat reported 9 deaths."],
    "capital D.C.": ["He lives in Washington, D.C.", "The house is small."],
    "address": ["Data are at example.org.", "The file data.csv has 40 rows."],
    "model names": ["The Mi-24 was shot down.", "A Sukhoi 25 returned.", "Two others did not."],
    "money": ["It cost $3.5m.", "The state paid £1.2bn.", "€40 was left."],
    "mixed marks": ["Really?!", "Yes.", "It lost 90% of its value!!", "Few believed it."],
    "wide stops": ["他走了。", "她留下。"],
    "street": ["The fire began on St. John Street.", "It spread to Mt. Kerem."],
    "degrees": ["Dana Wolf, Ph.D., led the study.", "Her team counted 88 birds."],
    "saints and squares": ["The court sat in St. Petersburg.", "The plot is 90 sq. metres large."],
    "spaced quote": ["She said: “Count them.", "All of them.”", "They did."],
    "lower case after abbreviation": ["The dept. said so.", "The govt. denied it."],
    "version": ["Version 2.4.1 fixes this.", "Ver. 3 will not."],
    "temperature": ["It was 31.5 deg. on Friday.", "Saturday was cooler."],
    "unit of one letter": ["Water boiled at 94.5 C.", "Winds rose.", "In 2004 E. Marsh left."],
    "score": ["Town won 3-1.", "United drew 2-2.", "City lost 0-4."],
    "roman": ["IV. Results and discussion.", "Nothing was found."],
}


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize("name", CASES)
def test_splits_where_a_reader_would(name: str) -> None:
    assert split(" ".join(CASES[name])) == CASES[name]


def test_blank_lines_are_boundaries() -> None:
    assert split("Losses by region\n\nThe north lost 40 boats\nand the south 12.\r\n\r\nMore to come") == [
        "Losses by region",
        "The north lost 40 boats\nand the south 12.",
        "More to come",
    ]


def test_form_feeds_and_bullets_are_boundaries() -> None:
    assert split("Page one\fPage two\n* first\n- second, 3-1") == ["Page one", "Page two", "* first", "- second, 3-1"]


def test_an_abbreviation_does_not_reach_over_a_blank_line() -> None:
    assert split("Sold to Norfab Corp.\n\nMia Roth resigned.") == ["Sold to Norfab Corp.", "Mia Roth resigned."]


def test_nothing_in_nothing() -> None:
    assert sentences("") == []
    assert sentences(" \n\t\u00a0") == []


PIECES = st.one_of(
    st.sampled_from(["Mr", "U.S", "a", "The", "it", "20", "3.5", "I", "No", "[1]", "\n\n", "\r\n", "- "]),
    st.sampled_from('.…!?"“”()。é- \n\r\f\u2029\u200b\x00'),
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join)))
def test_every_visible_character_is_in_exactly_one_sentence(text: str) -> None:
    spans = sentences(text)
    covered = [False] * len(text)
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        for i in range(start, end):
            assert not covered[i]
            covered[i] = True
    assert spans == sorted(spans)
    assert all(covered[i] or text[i].isspace() for i in range(len(text)))


@pytest.mark.parametrize(
    "unit", [".", ". ", "a. ", '"', "\n", "\n ", ".[1] ", '. "', " ", "“.” ", "!?", "\r", "U.S. A "]
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    def seconds(count: int) -> float:
        text = unit * count
        began = time.perf_counter()
        sentences(text)
        return time.perf_counter() - began

    short = min(seconds(20_000) for _ in range(3))
    long = min(seconds(160_000) for _ in range(2))
    assert long < 40 * short + 0.05  # eight times the text; a quadratic step would take 64 times as long

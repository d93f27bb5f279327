"""Key-figure tables: exact values, and every bad cell named with its row and column while the other rows go on."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.interval import Interval
from figures.references import events, key_figures
from figures.references.cells import BadCell, number, period, url, words
from figures.references.rows import KeyFigure

HEADER = "metric,aliases,place,as_of,since,bound,value,low,high,precision,unit,source,url\n"


def load(tmp_path: Path, rows: str, header: str = HEADER) -> tuple[tuple[KeyFigure, ...], list[str]]:
    table = tmp_path / "key-figures.csv"
    table.write_bytes((header + rows).encode())
    figures, problems = key_figures.load(table, "aid/key-figures.csv")
    return figures, [f"{problem.where}: {problem.message}" for problem in problems]


def row(**cells: str) -> str:
    given = {"metric": "killed", "value": "100", "unit": "people", "source": "UN", **cells}
    return ",".join(given.get(name, "") for name in HEADER.strip().split(",")) + "\n"


def test_a_row_is_read_as_written(tmp_path: Path) -> None:
    rows = 'killed,dead|death toll,Syria,2015-08,2011-03,at least,"250,000",,,exact,people,UN,https://undocs.org/a\n'
    (figure,), problems = load(tmp_path, rows)
    assert problems == []
    assert (figure.table, figure.line, figure.metric) == ("aid/key-figures.csv", 2, "killed")
    assert figure.aliases == ("dead", "death toll")
    assert (figure.as_of, figure.as_of_last, figure.since) == (date(2015, 8, 1), date(2015, 8, 31), date(2011, 3, 1))
    assert figure.value == Interval(250_000, None, hi_open=True)
    assert figure.text == "at least 250,000 people"
    reference = figure.reference()
    assert (reference.line, reference.source, reference.url) == (2, "UN", "https://undocs.org/a")


@pytest.mark.parametrize(
    ("cells", "low", "high"),
    [
        ({"value": "250000", "precision": "exact"}, 250_000, 250_000),
        ({"value": "250000", "precision": "estimate"}, 245_000, 255_000),
        ({"value": "250000"}, 245_000, 255_000),
        ({"value": "4.1 million", "precision": "estimate"}, 4_050_000, 4_150_000),
        ({"value": "12 million", "precision": "estimate"}, 11_500_000, 12_500_000),
        ({"value": "4.10 million", "precision": "estimate"}, 4_095_000, 4_105_000),
        ({"value": "250000", "precision": "10000"}, 240_000, 260_000),
        ({"value": "250000", "precision": "±10 thousand"}, 240_000, 260_000),
        ({"value": "2.5", "precision": "estimate"}, Fraction(49, 20), Fraction(51, 20)),
        ({"value": "-3", "precision": "estimate"}, Fraction(-7, 2), Fraction(-5, 2)),
        ({"value": "", "low": "10", "high": "20"}, 10, 20),
        ({"value": "15", "low": "10", "high": "20"}, 10, 20),
        ({"value": "50", "bound": "more than", "precision": "exact"}, 50, None),
        ({"value": "50", "bound": "at most", "precision": "exact"}, None, 50),
        ({"value": "0", "precision": "estimate"}, Fraction(-1, 2), Fraction(1, 2)),
    ],
)
def test_a_value_is_as_wide_as_its_precision(tmp_path: Path, cells: dict[str, str], low: object, high: object) -> None:
    (figure,), problems = load(tmp_path, row(**cells))
    assert problems == []
    assert (figure.value.lo, figure.value.hi) == (low, high)


def test_what_a_reader_takes_from_a_bound_is_bounded(tmp_path: Path) -> None:
    figures, _ = load(
        tmp_path, row(value="250000", bound="at least", precision="exact") + row(value="100", precision="exact")
    )
    assert figures[0].fair == Interval(250_000, 400_000)  # three steps of 50,000, or half as much again
    assert figures[1].fair == figures[1].value


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"value": "many"}, "column value: a number such as 250000, 250,000 or 4.1 million is wanted; got 'many'"),
        ({"value": "1e6"}, "column value: a number such as 250000, 250,000 or 4.1 million is wanted; got '1e6'"),
        ({"value": "1e999999"}, "got '1e999999'"),
        ({"value": "9" * 5000}, "got '" + "9" * 39 + "…'"),
        ({"value": "nan"}, "got 'nan'"),
        ({"value": "inf"}, "got 'inf'"),
        ({"value": "٣"}, "got '٣'"),
        ({"value": "2.5.0"}, "got '2.5.0'"),
        ({"value": '"25,00"'}, "got '25,00'"),
        ({"value": "1/0"}, "got '1/0'"),
        ({"value": ""}, "column value: a value, or low and high, is wanted; got neither; fill one in"),
        ({"value": "", "low": "1"}, "column value: a value, or low and high, is wanted; got only low; fill one in"),
        ({"low": "1"}, "column high: both low and high, or neither, are wanted; got one; fill in the other"),
        ({"low": "20", "high": "10"}, "column low: a number not above high (10) is wanted; got 20"),
        ({"value": "5", "low": "10", "high": "20"}, "column value: a number between 10 and 20 is wanted; got 5"),
        (
            {"bound": "about"},
            "column bound: one of at least, more than, at most, less than, or an empty cell, is wanted",
        ),
        ({"precision": "good"}, "column precision: exact, estimate, or how far to either side the figure is good"),
        ({"precision": "-5"}, "column precision: exact, estimate, or how far to either side the figure is good"),
        ({"as_of": "2015-02-30"}, "column as_of: a date as 2015-10-02, 2015-10 or 2015 is wanted; got '2015-02-30'"),
        ({"as_of": "02.10.2015"}, "column as_of: a date as 2015-10-02, 2015-10 or 2015 is wanted; got '02.10.2015'"),
        ({"as_of": "2010", "since": "2011"}, "column since: a day before as_of is wanted; got '2011'"),
        ({"metric": ""}, "column metric: a value is wanted; got an empty cell; fill it in or delete the row"),
        ({"source": " "}, "column source: a value is wanted; got an empty cell"),
        (
            {"metric": "=HYPERLINK(1)"},
            "column metric: text is wanted; got '=HYPERLINK(1)', which a spreadsheet would run",
        ),
        ({"source": "@SUM(A1)"}, "which a spreadsheet would run; do not begin with @"),
        ({"aliases": "+1|2"}, "column aliases: text is wanted"),
        ({"source": "a\x1bb"}, "column source: text in one line without control characters is wanted"),
        ({"source": "x" * 3000}, "column source: at most 2,000 characters are wanted; got 3,000"),
        ({"url": "javascript:alert(1)"}, "column url: an address such as https://example.org/page is wanted"),
        ({"url": "https://a b.org"}, "column url: an address"),
        ({"url": "https://user@example.org"}, "column url: an address"),
        ({"url": "file:///etc/passwd"}, "column url: an address"),
    ],
)
def test_a_bad_cell_is_named_and_costs_only_its_row(tmp_path: Path, cells: dict[str, str], said: str) -> None:
    figures, problems = load(tmp_path, row(metric="before") + row(**cells) + row(metric="after"))
    assert [figure.metric for figure in figures] == ["before", "after"]
    (problem,) = problems
    assert problem.startswith("aid/key-figures.csv:3: ")
    assert said in problem


def test_every_bad_cell_of_a_row_is_named(tmp_path: Path) -> None:
    _, problems = load(tmp_path, row(value="many", as_of="soon", url="there", source=""))
    assert [problem.split(": ")[1] for problem in problems] == [
        "column value",
        "column as_of",
        "column source",
        "column url",
    ]


def test_words_that_pandas_would_change_stay_as_they_are(tmp_path: Path) -> None:
    figures, problems = load(tmp_path, row(metric="NA", source="null", place="007", value="007"))
    assert problems == []
    assert (figures[0].metric, figures[0].source, figures[0].place, figures[0].number) == ("NA", "null", "007", 7)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_in_the_file(tmp_path: Path, ending: str) -> None:
    rows = row(metric="first") + "\n" + row(source='"two\nlines"') + row(metric="last", value="x")
    table = tmp_path / "t.csv"
    table.write_bytes(("\ufeff" + HEADER + rows).replace("\n", ending).encode())
    figures, problems = key_figures.load(table, "t.csv")
    assert [figure.line for figure in figures] == [2]
    assert [problem.where for problem in problems] == ["t.csv:4", "t.csv:6"]


@pytest.mark.parametrize(
    ("header", "rows", "said"),
    [
        (HEADER, "killed,a,b\n" + row(), "aid/key-figures.csv:2: 13 cells are wanted, as in the header; got 3"),
        (
            HEADER,
            row().strip() + ",more\n" + row(),
            "aid/key-figures.csv:2: 13 cells are wanted, as in the header; got 14",
        ),
        (
            HEADER.replace("place", "plaec"),
            row(),
            "aid/key-figures.csv:1: column 'plaec' is not known; did you mean place?",
        ),
        (HEADER.replace("source", "note"), row(), "aid/key-figures.csv:1: the column source is wanted; it is missing"),
        (
            HEADER.replace("url", "source"),
            row(),
            "aid/key-figures.csv:1: column names that differ are wanted; got 'source'",
        ),
        ("", "", "aid/key-figures.csv: a table with a header line is wanted; got an empty file"),
        (HEADER, row(source="a\0b"), "aid/key-figures.csv:2: text is wanted; got a NUL character"),
        (HEADER, row() + '"open', "aid/key-figures.csv:3: a CSV row is wanted; it could not be read"),
    ],
)
def test_a_table_that_is_out_of_shape_says_where(tmp_path: Path, header: str, rows: str, said: str) -> None:
    _, problems = load(tmp_path, rows, header)
    assert any(problem.startswith(said) for problem in problems), problems


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_bytes(HEADER.encode() + b"killed,\xff\n")
    _, (problem,) = key_figures.load(table, "t.csv")
    assert (problem.where, problem.message[:38]) == ("t.csv:2", "UTF-8 is wanted; got byte 0xff; save t")


def test_a_table_that_is_not_there_is_named(tmp_path: Path) -> None:
    figures, (problem,) = key_figures.load(tmp_path / "t.csv", "t.csv")
    assert figures == ()
    assert "could not be read: No such file or directory" in problem.message


@pytest.mark.parametrize(
    ("text", "value", "resolution"),
    [
        ("250000", 250_000, 10_000),
        ("250,000", 250_000, 10_000),
        ("4.1 million", 4_100_000, 100_000),
        ("4.10 million", 4_100_000, 10_000),
        ("3 Billion", 3_000_000_000, 1_000_000_000),
        ("0.05", Fraction(1, 20), Fraction(1, 100)),
        ("007", 7, 1),
        ("−5", -5, 1),
        ("2/3", Fraction(2, 3), 0),
    ],
)
def test_numbers_are_exact(text: str, value: object, resolution: object) -> None:
    read = number(text)
    assert (read.value, read.resolution) == (value, resolution)


@given(st.integers(-(10**25), 10**25))
def test_every_whole_number_is_read_back(value: int) -> None:
    assert number(str(value)).value == value
    assert number(f"{value:,}").value == value


@given(st.text(max_size=60))
def test_no_cell_raises_anything_but_bad_cell(text: str) -> None:
    for read in (number, period, url, words):
        with suppress(BadCell):
            read(text)


def test_events_are_read_with_the_precision_of_their_start(tmp_path: Path) -> None:
    table = tmp_path / "events.csv"
    table.write_text(
        "event,aliases,actor,start,end,source\n"
        "war,conflict|fighting,,2011-03,,UN\n"
        "strikes,raids,Russia|Moscow,2015-09-30,2016-03-15,UN\n"
        "siege,,,soon,,UN\n"
        "talks,,,2015-02,2015-01,UN\n"
        ",,,2015-02,,UN\n"
    )
    found, problems = events.load(table, "events.csv")
    assert [(event.event, event.start, event.end) for event in found] == [
        ("war", (date(2011, 3, 1), date(2011, 3, 31)), None),
        ("strikes", (date(2015, 9, 30), date(2015, 9, 30)), (date(2016, 3, 15), date(2016, 3, 15))),
    ]
    assert found[1].actor == ("Russia", "Moscow")
    assert [f"{problem.where}: {problem.message[:24]}" for problem in problems] == [
        "events.csv:4: column start: a date as ",
        "events.csv:5: column end: a day after ",
        "events.csv:6: column event: a value is",
    ]

"""Numbers of texts and what they are taken for."""

from __future__ import annotations

from fractions import Fraction

import pytest

import figures
from figures.data import index, sql
from figures.data.load import from_rows
from figures.tracing import Traced, trace

SALES = [
    {"store": "Ashford Mill", "region": "North", "orders": 310, "revenue": 120500, "returned_pct": 0.04},
    {"store": "Birch Lane", "region": "North", "orders": 275, "revenue": 98400, "returned_pct": 0.11},
    {"store": "Cedar Row", "region": "South", "orders": 402, "revenue": 143800, "returned_pct": 0.07},
    {"store": "Dogwood Park", "region": "East", "orders": 190, "revenue": 87250, "returned_pct": 0.02},
]
GAME = [
    {
        "PLAYER_NAME": "Ana Ruiz",
        "TEAM": "Comets",
        "PTS": 24,
        "REB": 9,
        "AST": 4,
        "FGM": 9,
        "FGA": 15,
        "FG3M": 3,
        "FG3A": 5,
    },
    {
        "PLAYER_NAME": "Bo Chen",
        "TEAM": "Comets",
        "PTS": 12,
        "REB": 11,
        "AST": 1,
        "FGM": 5,
        "FGA": 9,
        "FG3M": 0,
        "FG3A": 2,
    },
    {
        "PLAYER_NAME": "Cy Adler",
        "TEAM": "Comets",
        "PTS": 18,
        "REB": 2,
        "AST": 5,
        "FGM": 7,
        "FGA": 13,
        "FG3M": 4,
        "FG3A": 8,
    },
    {
        "PLAYER_NAME": "Di Okoye",
        "TEAM": "Ravens",
        "PTS": 8,
        "REB": 4,
        "AST": 2,
        "FGM": 3,
        "FGA": 11,
        "FG3M": 2,
        "FG3A": 6,
    },
    {
        "PLAYER_NAME": "Ed Chen",
        "TEAM": "Ravens",
        "PTS": 6,
        "REB": 5,
        "AST": 0,
        "FGM": 2,
        "FGA": 7,
        "FG3M": 2,
        "FG3A": 3,
    },
]
TEAMS = [
    {
        "CITY": "Linz",
        "NAME": "Comets",
        "WINS": 12,
        "LOSSES": 4,
        "PTS": 101,
        "PTS_QTR1": 30,
        "FG_PCT": 48,
        "FG3_PCT": 36,
    },
    {"CITY": "Graz", "NAME": "Ravens", "WINS": 7, "LOSSES": 9, "PTS": 93, "PTS_QTR1": 21, "FG_PCT": 42, "FG3_PCT": 31},
]


def numbers(text: str, rows: object = SALES) -> list[Traced]:
    return list(trace(text, rows).numbers)


def league() -> index.Index:
    return index.build([from_rows(TEAMS, "teams"), from_rows(GAME, "players")])


@pytest.mark.parametrize(("text", "derived"), [
    ("Cedar Row took 402 orders.", 402),
    ("Cedar Row had revenue of $143,800.", 143800),
    ("The orders of Birch Lane came to 275.", 275),
    ("Returns at Birch Lane were high, and the returned rate of Birch Lane was 11%.", 11),
    ("Total revenue was $449,950.", 449950),
    ("In the North, orders added up to a total of 585.", 585),
    ("The average number of orders was 294.", Fraction(1177, 4)),
    ("The highest revenue was $143,800.", 143800),
    ("The fewest orders at any store was 190.", 190),
    ("The data covers 4 stores.", 4),
    ("There are 2 stores in the North.", 2),
    ("50% of the stores are in the North.", 50),
    ("Cedar Row took 127 more orders than Birch Lane.", 127),
    ("Dogwood Park took 85 fewer orders than Birch Lane.", 85),
])  # fmt: skip
def test_what_a_number_is_taken_for(text: str, derived: object) -> None:
    (*_, found) = numbers(text)
    assert (found.verdict, found.derived) == ("consistent", derived)
    with sql.connect([from_rows(SALES)]) as connection:
        assert connection.execute(found.query).fetchone()[0] == pytest.approx(float(derived))  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "derived"), [
    ("Cedar Row took 420 orders.", 402),
    ("Total revenue was $494,950.", 449950),
    ("There are 3 stores in the North.", 2),
    ("Cedar Row took 172 more orders than Birch Lane.", 127),
])  # fmt: skip
def test_a_number_that_differs_is_found(text: str, derived: object) -> None:
    found = trace(text, SALES)
    assert not found.sound
    assert found.numbers[0].derived == derived
    assert found.findings[0].severity == "warning"


def test_values_have_no_say_in_the_choice() -> None:
    """402 is what Cedar Row has; said of Birch Lane it is wrong, however well it fits somewhere else."""
    (found,) = numbers("Birch Lane took 402 orders.")
    assert (found.verdict, found.derived) == ("inconsistent", 275)


def test_words_that_nothing_fits_leave_a_number_unchecked() -> None:
    answer = "The weather kept 40 people away."
    assert [n.verdict for n in numbers(answer)] == ["unchecked"]
    assert trace(answer, SALES).sound
    strict = trace(answer, SALES, strict=True)
    assert [finding.verdict for finding in strict.findings] == ["unchecked"]


def test_a_name_is_followed_through_the_text() -> None:
    found = numbers(
        "Ana Ruiz scored 24 points. She also had 9 rebounds. Adler, who came off the bench, added 18 points.", league()
    )
    assert [n.derived for n in found] == [24, 9, 18]


def test_a_short_name_that_two_share_is_the_one_that_was_named_last() -> None:
    found = numbers("Bo Chen had 12 points. Chen also had 11 rebounds.", league())
    assert [n.derived for n in found] == [12, 11]
    assert [n.verdict for n in numbers("Chen had 11 rebounds.", league())] == ["unchecked"]


@pytest.mark.parametrize(("text", "derived"), [
    ("The Linz Comets (12-4) beat the Graz Ravens (7-9) 101-93 on Friday.", [12, 4, 7, 9, 101, 93]),
    ("The Ravens lost to the Comets 101-93.", [101, 93]),
    ("The Comets outscored the Ravens 30-21 in the first quarter.", [30, 21]),
    ("Ana Ruiz went 9-for-15 from the field and 3-for-5 from the three-point line.", [9, 15, 3, 5]),
    ("Ruiz finished with 24 points (9-15 FG, 3-5 3Pt) and 9 rebounds.", [24, 9, 15, 3, 5, 9]),
    ("The Comets shot 48 percent from the field, while the Ravens finished at 42 percent.", [48, 42]),
    ("The Comets held the Ravens to 42 percent from the floor.", [42]),
    ("Cy Adler was second on the team, as he scored 18 points.", [2, 18]),
    ("Bo Chen had a double-double.", [2]),
    ("Three players scored in double figures for the Comets.", [3]),
])  # fmt: skip
def test_reports_of_games(text: str, derived: list[int]) -> None:
    found = [n for n in numbers(text, league()) if n.verdict != "unchecked"]
    assert [n.derived for n in found] == derived
    assert {n.verdict for n in found} == {"consistent"}


def test_numbers_of_other_times_are_left_alone() -> None:
    text = "Ana Ruiz has combined for 61 points over her last two games. She is now averaging 20 points on the year."
    assert {n.verdict for n in numbers(text, league())} == {"unchecked"}


def test_numbers_that_are_all_of_another_row_ask_after_the_name() -> None:
    report = figures.audit("Bo Chen had 18 points and 2 rebounds, and he was tired.")
    from figures.data import held

    messages = [f.message for f in held.check(report, league()).findings if f.rule == "data/value"]
    assert len(messages) == 2
    assert all("right for Cy Adler: is the name the slip?" in message for message in messages)


def test_nothing_is_read_or_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    trace("Cedar Row took 402 orders.", SALES)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file or a socket was opened")

    monkeypatch.setattr("builtins.open", refuse)
    monkeypatch.setattr("socket.socket", refuse)
    assert figures.trace("Cedar Row took 402 orders.", SALES).sound

"""Statements of who is first, without a numeral, held against the rows."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import figures
from figures import readers
from figures.claims import read_claims
from figures.data import files, index, load, sql, verdict
from figures.data.firsts import told
from figures.data.spell import Table


def table(name: str, header: str, *rows: str) -> Table:
    made, _ = load.build(name, name, header.split(","), [row.split(",") for row in rows])
    columns = {column: list(made.columns[column].values) for column in made.columns}
    return load.from_rows([{c: columns[c][k] for c in columns} for k in range(len(rows))], name)


STORES = table(
    "stores",
    "store,region,orders,revenue,return_rate",
    "Ashford Mill,North,310,120500,4.1",
    "Birch Lane,South,275,98400,5.2",
    "Cedar Row,West,402,143800,3.0",
    "Dogwood Park,West,120,40000,6.5",
    "Elm Court,East,275,,2.2",
)
YEARS = table(
    "ferries",
    "port,year,passengers,deaths",
    *("Aldwick,2021,900,4", "Brinmouth,2021,1400,1", "Corley,2021,300,0"),
    *("Aldwick,2022,1500,2", "Brinmouth,2022,1300,6", "Corley,2022,350,1"),
)
ANSWERS = table(
    "breakfast_survey",
    "gender,breakfast,age",
    *("Female,Toast,18-29", "Female,Toast,30-44", "Male,Porridge,18-29", "Male,Porridge,45-60", "Male,Toast,30-44"),
    *("Female,Toast,18-29", "Male,Eggs,45-60", "Male,,18-29"),
)
DAYS = table(
    "harbour",
    "day,rain_mm",
    *("2024-01-03,4.0", "2024-01-20,6.5", "2024-02-02,21.0", "2024-03-09,3.5", "2024-03-10,2.0"),
)
LANDS = table(
    "countries",
    "country,population,gdp_per_capita,unemployment_rate,continent",
    *("France,68,44,7.4,Europe", "Spain,48,33,11.7,Europe", "Chile,20,17,8.5,South America"),
    *("Peru,34,8,6.6,South America", "Japan,124,34,2.5,Asia"),
)
PLAYERS = table(
    "box",
    "player,team,points,rebounds",
    *("Ana Reyes,Otters,31,4", "Bo Castle,Otters,18,11", "Cy Dunn,Herons,26,9", "Di Evans,Herons,9,12"),
)


def held(text: str, *tables: Table) -> list[tuple[str, str, str, str]]:
    """Each statement: its words, its verdict, whom it names, and who is first; the SQL is run and must say the same."""
    document = readers.read("<text>", text.encode(), media_type="text/plain")
    found = verdict.read(document, read_claims(document).claims, index.build(tables))[1]
    with sql.connect(tables) as connection:
        for one in found:
            rows = connection.execute(sql.statement(one.found.spell)).fetchall()
            assert [str(label).removesuffix(".0") for (label,) in rows] == [one.found.label]  # years are doubles there
            for spell, number in ((one.found.amounts, one.found.amount), (one.found.owns, one.found.own)):
                ((given,),) = connection.execute(sql.statement(spell)).fetchall()
                assert given == pytest.approx(float(number))
    return [
        (document.text[one.span.start : one.span.end], one.verdict, one.found.said, one.found.label) for one in found
    ]


TOLD = [
    # of one row each
    (STORES, "Cedar Row had the highest revenue.", "highest revenue", "Cedar Row", "Cedar Row"),
    (STORES, "Birch Lane had the highest revenue.", "highest revenue", "Birch Lane", "Cedar Row"),
    (STORES, "Cedar Row took the most orders of any store.", "most orders", "Cedar Row", "Cedar Row"),
    (STORES, "Ashford Mill took 310 orders, the most of any store.", "most", "Ashford Mill", "Cedar Row"),
    (STORES, "Dogwood Park recorded the fewest orders, 120.", "fewest orders", "Dogwood Park", "Dogwood Park"),
    (STORES, "Ashford Mill has the lowest return rate in the data.", "lowest return rate", "Ashford Mill", "Elm Court"),
    (STORES, "Cedar Row had the second-highest revenue.", "second-highest revenue", "Cedar Row", "Ashford Mill"),
    (STORES, "The highest revenue was that of Birch Lane.", "highest revenue", "Birch Lane", "Cedar Row"),
    (STORES, "The store with the most orders was Cedar Row.", "most orders", "Cedar Row", "Cedar Row"),
    (STORES, "Birch Lane is the largest store by revenue.", "largest store by revenue", "Birch Lane", "Cedar Row"),
    (STORES, "Birch Lane's revenue was the highest.", "highest", "Birch Lane", "Cedar Row"),
    (STORES, "In the West, Dogwood Park had the highest revenue.", "highest revenue", "Dogwood Park", "Cedar Row"),
    (PLAYERS, "Dunn led all players with 26 points.", "led", "Cy Dunn", "Ana Reyes"),
    (PLAYERS, "Ana Reyes led the Otters in points.", "led", "Ana Reyes", "Ana Reyes"),
    (PLAYERS, "Dunn led the Herons with nine rebounds.", "led", "Cy Dunn", "Di Evans"),
    (LANDS, "Peru is the most populous country in South America.", "most populous country", "Peru", "Peru"),
    (LANDS, "Chile has the highest unemployment.", "highest unemployment", "Chile", "Spain"),
    (LANDS, "Spain's unemployment rate is the lowest in Europe.", "lowest in Europe", "Spain", "France"),
    (LANDS, "Peru has the highest GDP per capita in South America.", "highest GDP per capita", "Peru", "Chile"),
    (LANDS, "The worst unemployment rate is in Peru.", "worst unemployment rate", "Peru", "Spain"),
    (LANDS, "Chile has more people than Spain.", "more people", "Chile", "Spain"),
    # of several rows of each
    (STORES, "The North had the highest revenue of any region.", "highest revenue", "North", "West"),
    (STORES, "Revenue was highest in the West.", "highest", "West", "West"),
    (STORES, "The West had the most stores.", "most stores", "West", "West"),
    (STORES, "The highest average revenue was in the West.", "highest average revenue", "West", "North"),
    (YEARS, "In 2022, Brinmouth had the most passengers.", "most passengers", "Brinmouth", "Aldwick"),
    (YEARS, "The deadliest year was 2021.", "deadliest year", "2021", "2022"),
    (YEARS, "2022 was the busiest year.", "busiest year", "2022", "2022"),
    (ANSWERS, "The most common answer was porridge.", "most common answer", "Porridge", "Toast"),
    (ANSWERS, "Toast was the most common breakfast.", "most common breakfast", "Toast", "Toast"),
    (ANSWERS, "Among men, the most common breakfast was toast.", "most common breakfast", "Toast", "Porridge"),
    (DAYS, "January was the wettest month.", "wettest month", "2024-01", "2024-02"),
    (DAYS, "March was the driest month, with 5.5 mm.", "driest month", "2024-03", "2024-03"),
    # of two
    (STORES, "Revenue was higher in the South than in the North.", "higher", "South", "North"),
    (STORES, "Ashford Mill had fewer orders than Cedar Row.", "fewer orders", "Ashford Mill", "Ashford Mill"),
    (ANSWERS, "Women outnumber men.", "outnumber", "Female", "Male"),
    (ANSWERS, "Men outnumber women by five to three.", "outnumber", "Male", "Male"),
]


@pytest.mark.parametrize(("rows", "text", "words", "said", "first"), TOLD)
def test_who_is_first_is_told(rows: Table, text: str, words: str, said: str, first: str) -> None:
    ((own_words, own_verdict, own_said, own_first),) = held(text, rows)
    assert (own_said, own_first) == (said, first)
    assert own_verdict == ("consistent" if said == first else "inconsistent")
    assert own_words == words or own_words.startswith(words)


LEFT_ALONE = """
Birch Lane had one of the highest revenues.
Birch Lane is among the most popular stores.
Birch Lane had among the highest revenue.
Most of the stores are in the North.
Birch Lane took at most 300 orders.
Birch Lane had the highest revenue in a decade.
Birch Lane had the highest-ever revenue.
Birch Lane had the highest revenue ever.
Birch Lane had its highest revenue since 2010.
Birch Lane had the highest revenue last year.
Last year, Birch Lane had the highest revenue.
In 2019, Birch Lane had the highest revenue.
In Ohio, Birch Lane had the highest revenue.
Birch Lane had the highest revenue outside the West.
Birch Lane had the highest revenue after Cedar Row.
Except for Cedar Row, Birch Lane had the highest revenue.
Birch Lane had the highest revenue (not counting Cedar Row).
Birch Lane had the highest revenue of the two.
Birch Lane was second only to Cedar Row in revenue.
Birch Lane did not have the highest revenue.
Birch Lane never had the highest revenue.
Birch Lane may have the highest revenue.
Birch Lane will have the highest revenue.
Birch Lane nearly had the highest revenue.
If Birch Lane had the highest revenue, we would know.
Did Birch Lane have the highest revenue?
“Birch Lane had the highest revenue,” she said.
Birch Lane had the highest revenue growth.
Birch Lane had the highest revenue per order.
Birch Lane had the highest online revenue.
Birch Lane had the highest expected revenue.
Birch Lane lost the most revenue.
Birch Lane had the most loyal customers.
Birch Lane is the best known store.
Birch Lane is the latest store.
The biggest question is Birch Lane.
Birch Lane Books had the most orders.
The manager of Birch Lane had the highest revenue.
Birch Lane took the most orders on a single day.
Birch Lane took the most orders of any new store.
Birch Lane and Dogwood Park had the highest revenue.
Either Birch Lane or Dogwood Park had the highest revenue.
Birch Lane had the highest revenue and orders combined.
The two highest revenues were those of Birch Lane and Dogwood Park.
Birch Lane led 20-10 in orders.
Birch Lane led the way with 275 orders.
Birch Lane led the campaign for more orders.
No store had higher revenue than Birch Lane.
Birch Lane had higher revenue than last year.
Revenue was higher at Birch Lane than at Cedar Row in May.
The South is the largest region.
South Korea had the highest revenue.
The share of revenue was highest in the South.
Elm Court had the highest revenue.
""".strip().split("\n")


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_means_something_else_is_left_alone(text: str) -> None:
    assert held(text, STORES) == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru has the highest GDP.",
        "Spain has the highest unemployment rate in the euro zone.",
        "Spain has the highest unemployment rate among young people.",
        "Peru has the highest youth unemployment rate.",
        "Peru has the largest population of llamas.",
        "Unemployment fell more in France than in Spain.",
        "Unemployment was not much higher in France than in Spain.",
        "Spain had more people leaving than France.",
        "At its highest, unemployment in France was 12.",
    ],
)
def test_so_are_other_measures_and_other_people(text: str) -> None:
    assert held(text, LANDS) == []


def test_a_tie_has_no_first() -> None:
    assert held("Birch Lane had the third-highest orders.", STORES) == []
    rows = table("clubs", "club,members", "Oak,30", "Ash,30", "Elm,12")
    assert held("Elm had the most members.", rows) == []
    assert held("Oak had the most members.", rows) == []


def test_of_which_year_must_be_told() -> None:
    assert held("Corley had the most passengers.", YEARS) == []
    assert held("Brinmouth carried 1,400 passengers in 2021. Aldwick had the most passengers.", YEARS) == []
    text = "In 2021, Brinmouth carried 1,400 passengers. Aldwick had the most passengers."
    assert [one[1:] for one in held(text, YEARS)] == [("inconsistent", "Aldwick", "Brinmouth")]


def test_a_row_of_totals_is_not_the_first() -> None:
    rows = table("sales", "region,revenue", "North,40", "South,30", "West,10", "Everything,80")
    assert held("The North had the highest revenue.", rows) == []
    rows = table("sales", "region,revenue", "North,40", "South,30", "West,10", "Total,80")
    assert held("The South had the highest revenue.", rows) == []


def test_headings_choose_the_rows() -> None:
    document = readers.read("a.md", b"# 2022\n\nAldwick had the most passengers.\n", media_type="text/markdown")
    found = verdict.read(document, read_claims(document).claims, index.build([YEARS]))[1]
    assert [(one.verdict, one.found.said) for one in found] == [("consistent", "Aldwick")]


def test_the_message_names_who_is_first(tmp_path: Path) -> None:
    path = tmp_path / "stores.csv"
    path.write_text("store,revenue\nAshford Mill,120500\nBirch Lane,98400\nCedar Row,143800\n", encoding="utf-8")
    report = figures.audit("Birch Lane had the highest revenue, and Cedar Row had the second-lowest.", data=[path])
    (result,) = report.results
    assert (result.rule, result.verdict, result.severity, result.claims) == ("data/rank", "inconsistent", "warning", ())
    assert result.message == "Cedar Row has the highest revenue, 143,800; Birch Lane has 98,400."
    assert result.derivation is not None
    assert result.derivation.names == ("Cedar Row", "Birch Lane")
    report = figures.audit("Cedar Row had the highest revenue.", data=[path])
    assert [(r.verdict, r.severity) for r in report.results] == [("consistent", "")]
    assert report.findings == ()
    assert said_of("The North had the most stores.") == "West has the most rows of stores, 2; North has 1"
    second = "Dogwood Park has the second-highest orders where region = West, 120; Cedar Row has 402"
    assert said_of("In the West, Cedar Row had the second-highest orders.") == second
    compared = "Ashford Mill has the lower orders, 310; Cedar Row has 402"
    assert said_of("Cedar Row had fewer orders than Ashford Mill.") == compared


def said_of(text: str) -> str:
    document = readers.read("<text>", text.encode(), media_type="text/plain")
    (one,) = verdict.read(document, read_claims(document).claims, index.build([STORES]))[1]
    return told(one.found)


def test_every_format_shows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: Callable[..., Any]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("stores.csv").write_text("store,orders\nAsh,310\nBirch,275\nCedar,402\n", encoding="utf-8")
    Path("a.txt").write_text("Cedar had the most orders. Birch had the fewest orders. Ash had the most orders.\n")
    shown = command("audit", "a.txt", "--data", "stores.csv")
    assert "warning data/rank Cedar has the highest orders, 402; Ash has 310." in shown.out
    last = "1 document, 0 claims: 0 checked (1 warning), 0 unchecked; 3 statements without a number checked"
    assert shown.out.splitlines()[-1] == last
    assert command("audit", "a.txt", "--data", "stores.csv", "--fail-on", "warning").status == 1
    made = json.loads(command("audit", "a.txt", "--data", "stores.csv", "--format", "json").out)
    assert made["summary"]["verdicts"]["consistent"] == 2
    (finding,) = made["documents"][0]["findings"]
    assert finding["derivation"]["names"] == {"expected": "Cedar", "stated": "Ash"}
    page = command("audit", "a.txt", "--data", "stores.csv", "--format", "html").out
    assert "the text gives <b>Ash, which has exactly 310</b>" in page


def test_a_trace_tells_it_too() -> None:
    rows = [{"region": "North", "revenue": 1400}, {"region": "South", "revenue": 900}]
    assert figures.trace("The North had the highest revenue.", rows).sound
    (finding,) = figures.trace("The South had the highest revenue.", rows).findings
    assert (finding.rule, finding.verdict) == ("trace/rank", "inconsistent")
    assert finding.message.endswith("North has the highest revenue, 1,400; South has 900")
    assert finding.against.startswith("SELECT")


def test_a_large_table_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import duckdb

    with duckdb.connect(str(tmp_path / "a.duckdb")) as made:
        made.execute("CREATE TABLE stores (store VARCHAR, region VARCHAR, orders INTEGER)")
        made.executemany(
            "INSERT INTO stores VALUES (?, ?, ?)",
            [("Ash", "North", 310), ("Birch", "South", 275), ("Cedar", "West", 402), ("Elm", "West", 12)],
        )
    monkeypatch.setattr(files, "MOST_CELLS", 0)
    tables, problems = load.load([tmp_path / "a.duckdb"])
    assert problems == []
    assert tables[0].run is not None
    text = "Birch had the most orders. The West had the most orders of any region. The North had the most stores."
    document = readers.read("<text>", text.encode(), media_type="text/plain")
    found = verdict.read(document, read_claims(document).claims, index.build(tables))[1]
    assert [(one.found.said, one.found.label) for one in found] == [
        ("Birch", "Cedar"),
        ("West", "West"),
        ("North", "West"),
    ]

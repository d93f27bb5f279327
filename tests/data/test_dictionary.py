"""Data dictionaries: what they let a text say of columns, what they do not, and what is told when they are wrong."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import figures
from figures.data import code_lists, column_units, index, load, sql
from figures.tracing import trace

HOTELS = """htl,rgn,q1,q2,rn_sld,cat,q5,sat
Alder House,1,1250,0.41,8200,1,12,80
Birch Lodge,1,980,0.37,6100,2,30,75
Cedar Inn,2,2110,0.52,12800,1,4,91
Dune Hotel,3,1640,0.46,10050,3,55,88
Elm Court,2,760,0.29,4900,2,18,69
"""
DICTIONARY = """column,label,description,unit,values,aliases
htl,Hotel,,,,
rgn,Region,,,1=North; 2=South; 3=Coast,
q1,Room revenue,What guests spent on rooms and suites from January to December before taxes,thousand EUR,,takings|sales
q2,Share of returning guests,,fraction,,
rn_sld,Room nights,,nights,,
cat,Category,,,1: Budget | 2: Family | 3: Luxury,
q5,Distance to the airport,,km,,
sat,Guest satisfaction,,,,
"""
SURVEY = "id,q1,q2,q3,q4,age\n" + "".join(
    f"{n},{1 + (n % 5 > 1)},{1 + (n % 4 == 0)},{1 + n % 5},{'ABBC'[n % 4]},{-9 if n == 7 else 20 + n}\n"
    for n in range(1, 41)
)
CODEBOOK = """variable,label,codes,type
id,Respondent,,id
q1,Sex,1=Male; 2=Female,
q2,Do you own a bicycle?,1 = Yes | 2 = No,
q3,"All things considered, how satisfied are you with the lanes in your town?",SATISFIED,
q4,Main way of getting to work,A: By bus | B: By car | C: On foot,
age,Age,-9=Refused,
""".replace(
    "SATISFIED", "1: Very dissatisfied | 2: Fairly dissatisfied | 3: Neither | 4: Fairly satisfied | 5: Very satisfied"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = {"hotels.csv": HOTELS, "dictionary.csv": DICTIONARY, "survey.csv": SURVEY, "codebook.csv": CODEBOOK}
    for name, text in files.items():
        Path(name).write_text(text, encoding="utf-8")


def known(*names: str) -> tuple[index.Index, list[str]]:
    tables, problems = load.load(names)
    return index.build(tables), [f"{problem.where}: {problem.message}" for problem in problems]


def said(text: str, *names: str) -> list[str]:
    """The verdict of each number of a text."""
    found, problems = known(*names)
    assert problems == []
    return [number.verdict for number in trace(text, found).numbers]


@pytest.mark.parametrize(("text", "verdict"), [
    # labels and aliases, as phrases and by their words
    ("Alder House had room revenue of 1.25 million euros.", "consistent"),
    ("Alder House had sales of 1.25 million euros.", "consistent"),
    ("Cedar Inn had takings of €2,110,000.", "consistent"),
    ("Cedar Inn had takings of €2,310,000.", "inconsistent"),
    ("In total the hotels had room revenue of 6.74 million euros.", "consistent"),
    ("In total the hotels had room revenue of 7.64 million euros.", "inconsistent"),
    ("The average guest satisfaction was 80.6.", "consistent"),
    ("The average guest satisfaction was 86.", "inconsistent"),
    # units
    ("At Birch Lodge the share of returning guests was 37 percent.", "consistent"),
    ("At Birch Lodge the share of returning guests was 47 percent.", "inconsistent"),
    ("Dune Hotel lies at a distance to the airport of 55 km.", "consistent"),
    ("Dune Hotel lies at a distance to the airport of 65 km.", "inconsistent"),
    # what codes stand for
    ("Two hotels are in the South.", "consistent"),
    ("Three hotels are in the South.", "inconsistent"),
    ("40 percent of the hotels are in the North.", "consistent"),
    ("60 percent of the hotels are in the North.", "inconsistent"),
    ("The hotels in the South had takings of 2.87 million euros.", "consistent"),
    ("The hotels in the South had takings of 2.23 million euros.", "inconsistent"),
    ("One hotel is a luxury hotel.", "consistent"),
    # a long description alone: enough to bear a number out, and never to call it wrong
    ("Alder House earned 1.25 million euros before taxes with suites.", "consistent"),
    ("Alder House earned 1.75 million euros before taxes with suites.", "unchecked"),
    # near neighbours: in no label, in another unit, of somebody else
    ("Alder House paid wages of 300,000 euros.", "unchecked"),
    ("Birch Lodge had room revenue of 37 percent.", "unchecked"),
    ("Dune Hotel lies at a distance to the airport of 34 miles.", "unchecked"),
    ("Four hotels are in the west.", "unchecked"),
])  # fmt: skip
def test_what_a_dictionary_lets_a_text_say(text: str, verdict: str) -> None:
    assert said(text, "hotels.csv", "dictionary.csv") == [verdict]
    assert said(text, "dictionary.csv", "hotels.csv") == [verdict]
    assert said(text, "hotels.csv") == ["unchecked"]


def test_numbers_that_are_codes_are_no_measures() -> None:
    for text in ("The average category was 1.8.", "The average region was 1.8."):
        assert said(text, "hotels.csv") == ["consistent"]
        assert said(text, "hotels.csv", "dictionary.csv") == ["unchecked"]
    assert said("The hotels are in three regions.", "hotels.csv", "dictionary.csv") == ["consistent"]


@pytest.mark.parametrize(("text", "verdicts"), [
    ("Of the 40 respondents, 24 were women.", ["consistent", "consistent"]),
    ("Of the 40 respondents, 16 were women.", ["consistent", "inconsistent"]),
    ("40 percent of the respondents are male.", ["consistent"]),
    ("75 percent own a bicycle.", ["consistent"]),
    ("57 percent own a bicycle.", ["inconsistent"]),
    ("Of the women, 75 percent own a bicycle.", ["consistent"]),
    ("Half go to work by car.", ["consistent"]),
    ("A quarter go to work by car.", ["inconsistent"]),
    ("8 respondents were very satisfied with the lanes.", ["consistent"]),
    ("40 percent were fairly or very satisfied with the lanes.", ["consistent"]),
    ("30 percent were fairly or very satisfied with the lanes.", ["inconsistent"]),
    ("The average age was 40.8.", ["consistent"]),  # without the one who refused
    ("The average age was 38.9.", ["inconsistent"]),
    ("12 percent of the women ride at night.", ["unchecked"]),
    ("The average respondent was 20.5.", ["unchecked"]),
])  # fmt: skip
def test_a_codebook_of_a_survey(text: str, verdicts: list[str]) -> None:
    assert said(text, "survey.csv", "codebook.csv") == verdicts


@pytest.mark.parametrize(("text", "verdict"), [
    ("Three people were very happy with the library.", "consistent"),
    ("Two people were very happy with the library.", "inconsistent"),
    ("One in six was very happy with the swimming pool.", "consistent"),
    ("Three people were very happy.", "unchecked"),  # with what?
])  # fmt: skip
def test_questions_with_the_same_answers_are_told_apart_by_their_labels(text: str, verdict: str) -> None:
    Path("a.csv").write_text("person,x1,x2\nA,1,2\nB,1,3\nC,1,2\nD,2,1\nE,3,2\nF,2,3\n")
    labels = "1=Very happy; 2=Rather happy; 3=Unhappy"
    Path("b.csv").write_text(f"name,label,codes\nx1,The library,{labels}\nx2,The swimming pool,{labels}\n")
    assert said(text, "a.csv", "b.csv")[-1] == verdict


QUERIED = [
    "24 respondents are women. Half go to work by car. The average age was 40.8.",
    "Of the women, 75 percent own a bicycle. 24 respondents are women. A quarter go to work by bus.",
    "Of the 40 respondents, 16 were women, and 40 percent were fairly or very satisfied with the lanes.",
]


@pytest.mark.parametrize("text", QUERIED)
def test_queries_ask_for_the_codes_that_stand_in_the_table(text: str) -> None:
    found, _ = known("survey.csv", "codebook.csv")
    numbers = [number for number in trace(text, found).numbers if number.query]
    assert len(numbers) > 2
    plain, _ = load.load(["survey.csv"])  # the table as its owner has it
    for tables in (plain, list(found.tables.values())):
        with sql.connect(tables) as connection:
            for number in numbers:
                (given,) = connection.execute(number.query).fetchone()
                assert given == pytest.approx(float(number.derived or 0)), number.query


def test_derivations_are_told_in_words_and_asked_in_codes() -> None:
    found, _ = known("survey.csv", "codebook.csv")
    (number,) = trace("24 respondents are women.", found).numbers
    assert number.derivation == "rows of survey where q1 = Female"
    assert number.query == 'SELECT count(*) FROM "survey" WHERE "q1" = 2'


def test_codes_of_letters_may_be_said_themselves_and_two_may_mean_the_same() -> None:
    Path("a.csv").write_text("shop,st\nAsh,NE\nBay,NE\nCod,SW\nDee,XX\nElm,YY\n")
    Path("b.csv").write_text("field,meaning,values\nst,Area,NE: North coast; SW: South coast; XX: Inland; YY: Inland\n")
    assert said("Two shops are on the North coast.", "a.csv", "b.csv") == ["consistent"]
    assert said("Two shops are in NE.", "a.csv", "b.csv") == ["consistent"]
    assert said("Three shops are inland.", "a.csv", "b.csv") == ["inconsistent"]
    assert said("The shops are in four areas.", "a.csv", "b.csv") == ["unchecked"]  # three, or four?
    found, _ = known("a.csv", "b.csv")
    (number,) = trace("Two shops are inland.", found).numbers
    assert number.query.endswith("""WHERE "st" IN ('XX', 'YY')""")


def test_scales_with_labels_at_their_ends_stay_measures() -> None:
    Path("a.csv").write_text("shop,s\nAsh,1\nBay,3\nCod,5\nDee,4\nElm,2\n")
    Path("b.csv").write_text("field,label,values\ns,Service score,1=very poor; 5=very good\n")
    assert said("The average service score was 3.", "a.csv", "b.csv") == ["consistent"]
    assert said("The average service score was 4.", "a.csv", "b.csv") == ["inconsistent"]


def test_a_dictionary_is_no_table_of_data() -> None:
    tables, problems = load.load(["hotels.csv", "dictionary.csv"])
    assert [table.name for table in tables] == ["hotels"]
    assert problems == []


def test_a_table_of_names_and_titles_is_data() -> None:
    Path("staff.csv").write_text("name,title,pay\nAna,Clerk,10\nBo,Chef,12\n")
    tables, problems = load.load(["hotels.csv", "staff.csv"])
    assert [table.name for table in tables] == ["hotels", "staff"]
    assert problems == []
    assert [table.name for table in load.load(["dictionary.csv"])[0]] == ["dictionary"]


def test_rows_may_name_their_table() -> None:
    Path("a.csv").write_text("name,n\nAsh,1\nBay,3\n")
    Path("b.csv").write_text("name,n\nCod,5\nDee,4\n")
    Path("c.csv").write_text("table,column,label\na,n,Boats\nb,n,Carts\n")
    assert said("Ash has 1 boat and Cod has 5 carts.", "a.csv", "b.csv", "c.csv") == ["consistent", "consistent"]
    assert said("Ash has 2 boats.", "a.csv", "b.csv", "c.csv") == ["inconsistent"]
    assert said("Ash has 2 carts.", "a.csv", "b.csv", "c.csv") == ["unchecked"]


def test_a_dictionary_beside_the_table_in_a_workbook_or_a_database() -> None:
    with closing(sqlite3.connect("x.db")) as connection:
        connection.executescript(
            "CREATE TABLE shops (nm TEXT, x7 INTEGER); INSERT INTO shops VALUES ('Ash', 1), ('Bay', 2), ('Cod', 2);"
            "CREATE TABLE about (field_name TEXT, definition TEXT, codes TEXT);"
            "INSERT INTO about VALUES ('x7', 'Kind', '1=Bakery; 2=Butcher'), ('nm', 'Shop', NULL)"
        )
    assert said("Two of the shops are butchers.", "x.db") == ["consistent"]
    openpyxl = pytest.importorskip("openpyxl", reason="reading Excel is an extra")
    book = openpyxl.Workbook()
    for row in (("nm", "x7"), ("Ash", 1), ("Bay", 2), ("Cod", 2)):
        book.active.append(row)
    sheet = book.create_sheet("Codebook")
    for row in (("Variable", "Label", "Value labels"), ("x7", "Kind", "1=Bakery; 2=Butcher"), ("nm", "Shop", None)):
        sheet.append(row)
    book.save("x.xlsx")
    assert said("One shop is a butcher.", "x.xlsx") == ["inconsistent"]


def test_a_large_table_is_asked_for_the_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow", reason="reading Parquet is an extra")
    from pyarrow import csv, parquet

    from figures.data import files

    parquet.write_table(csv.read_csv("survey.csv"), "survey.parquet")
    monkeypatch.setattr(files, "MOST_CELLS", 10)
    assert said("Of the 40 respondents, 24 were women.", "survey.parquet", "codebook.csv") == ["consistent"] * 2
    assert said("16 respondents are women.", "survey.parquet", "codebook.csv") == ["inconsistent"]
    assert said("The average age was 40.8.", "survey.parquet", "codebook.csv") == ["consistent"]


FIELDS = [
    {"name": "htl", "title": "Hotel", "type": "string"},
    {"name": "rgn", "title": "Region", "categories": [{"value": 1, "label": "North"}, {"value": 2, "label": "South"}]},
    {"name": "q1", "title": "Room revenue", "unit": "thousand EUR", "constraints": {"minimum": 0, "enum": [1, 2, 3]}},
    {"name": "q2", "title": "Share of returning guests", "unit": "fraction"},
]


@pytest.mark.parametrize("name", ["datapackage.json", "hotels.schema.json", "HOTELS.SCHEMA.JSON", "other.schema.json"])
def test_a_frictionless_description(name: str) -> None:
    resource = {"name": "x", "path": "data/hotels.csv", "schema": {"fields": FIELDS}}
    absent = {"name": "y", "path": "/etc/passwd", "schema": {"fields": [{"name": "root"}]}}
    described: dict[str, Any] = {"resources": [absent, resource]} if name.startswith("data") else {"fields": FIELDS}
    Path(name).write_text(json.dumps(described))
    assert said("Cedar Inn had room revenue of 2.11 million euros.", "hotels.csv", name) == ["consistent"]
    assert said("Cedar Inn had room revenue of 2.31 million euros.", name, "hotels.csv") == ["inconsistent"]


def test_a_folder_is_read_with_its_description(command: Callable[..., Any]) -> None:
    Path("data").mkdir()
    Path("hotels.csv").rename("data/hotels.csv")
    Path("data/hotels.schema.json").write_text(json.dumps({"fields": FIELDS}))
    Path("report.md").write_text("Cedar Inn had room revenue of 2.31 million euros.\n")
    ran = command("audit", "report.md", "--data", "data")
    assert "2.31 million is not what the tables give: 2.11 million" in ran.out
    assert ran.status == 0
    report = figures.audit(Path("report.md"), data=["data"])
    assert [result.verdict for result in report.results if result.rule == "data/value"] == ["inconsistent"]
    assert report.problems == ()


def test_a_description_is_no_source_of_numbers(command: Callable[..., Any]) -> None:
    Path("hotels.schema.json").write_text(json.dumps({"fields": [{"name": "q1", "constraints": {"maximum": 4711}}]}))
    Path("report.md").write_text("The best took in 4,711 thousand euros.\n")
    assert command("audit", "report.md", "--data", "hotels.csv", "hotels.schema.json", "--sourced").status == 1


ROWS = "column,label,unit,values\nhtl,Hotel,,\nsat,Satisfaction,,\n"
MEND = "write a code, = and its label"
CODES = "codes such as 1=Yes; 2=No are wanted"


AGAIN = "is not used; leave one out"
BAD_ROWS = [
    (
        "stt,Satisfaction,,",
        "a column of the tables named is wanted; got 'stt'; it is not used; write 'sat', if that is meant",
    ),
    (
        "zzz,Sleep,,",
        "a column of the tables named is wanted; got 'zzz'; it is not used; leave it out, or name its table",
    ),
    (
        "q5,Distance,furlong-moons,",
        "a unit such as EUR, %, km or thousand is wanted; got 'furlong-moons'; none is used; write one, or leave it "
        "empty",
    ),
    ("rgn,Region,,1=North; South", f"{CODES}; got 'South'; the codes are not used; {MEND}"),
    ("rgn,Region,,ask Ana", f"{CODES}; got 'ask Ana'; the codes are not used; {MEND}"),
    (
        "rgn,Region,,1=North; 1=South",
        "one label for each code is wanted; got two for '1'; the codes are not used; leave one out",
    ),
    (
        "rgn,Region,,N=North; S=South",
        "codes that stand in 'rgn' are wanted; got 'N' and such, where the cells hold '1'; they are not used; mend "
        "them",
    ),
    (
        "sat,Guests,,",
        f"one description of 'sat' is wanted; got another after that of dictionary.csv: row 3; this one {AGAIN}",
    ),
    ("rgn,Region,,1-3", ""),
    ("rgn,Region,,1; 2; 3", ""),
    ("rgn,Region,none,", ""),
]


@pytest.mark.parametrize(("row", "told"), BAD_ROWS)
def test_what_is_wrong_is_told_and_the_rest_is_used(command: Callable[..., Any], row: str, told: str) -> None:
    Path("dictionary.csv").write_text(f"{ROWS}{row}\n")
    Path("report.md").write_text("Satisfaction at Elm Court was 96.\n")
    ran = command("audit", "report.md", "--data", "hotels.csv", "dictionary.csv")
    problems = [line for line in ran.out.splitlines() if ": in the data: " in line or "dictionary.csv: row" in line]
    assert problems == ([f"dictionary.csv: row 4: in the data: {told}"] if told else [])
    assert "96 is not what the tables give: 69" in ran.out
    assert ran.status == (2 if told else 0)


def test_a_dictionary_of_other_tables_is_told() -> None:
    Path("dictionary.csv").write_text("variable,description\nsat,Satisfaction\na,b\nc,d\ne,f\n")
    found, problems = known("hotels.csv", "dictionary.csv")
    assert set(found.tables) == {"hotels", "dictionary"}
    wanted = "a data dictionary names columns of the other tables in at least half of its rows; got 1 of 4 in variable"
    assert problems == [f"dictionary.csv: {wanted}; it is taken for data; mend the names"]


SECRET = '{"resources": [{"name": "hotels", "schema": "../../secret.json"}]}'
ZOO = '{"resources": [{"name": "zoo", "schema": {"fields": [{"name": "cage"}]}}]}'
HUGE = '{"fields": [{"name": "sat", "categories": [{"value": 1e999999999, "label": "x"}]}]}'
A_SCHEMA = "a schema with its fields is wanted"


@pytest.mark.parametrize(("content", "told"), [
    ("", "JSON is wanted; it could not be read: Expecting value"),
    ("[" * 100_000, "JSON is wanted; it could not be read: "),
    ("[]", "resources or fields are wanted, as in a datapackage.json; got neither"),
    (SECRET, f"resource hotels: {A_SCHEMA}; got a reference, '../../secret.json', which is not followed"),
    ('{"resources": [7, {"schema": {"fields": 3}}]}', f"resource 2: {A_SCHEMA}; got something else"),
    ('{"fields": [3]}', "field 1: an object with a name is wanted"),
    ('{"fields": [{"name": "sat", "categories": 7}]}', "field sat: categories as values"),
    ('{"fields": [{"name": "sat", "categories": [{"value": [], "label": 2}]}]}', "field sat: categories as values"),
    ('{"fields": [{"name": "sat", "title": {"a": 1}, "unit": [], "type": [], "constraints": 3}]}', None),
    ('{"fields": [{"name": "nobody"}]}', "field nobody: a column of the table 'hotels' is wanted"),
    (ZOO, "a column of the table 'zoo' is wanted"),
    (HUGE, "field sat: codes that stand"),
])  # fmt: skip
def test_bad_descriptions(content: str, told: str | None) -> None:
    name = "datapackage.json" if "resources" in content else "hotels.schema.json"
    Path(name).write_text(content)
    found, problems = known("hotels.csv", name)
    assert set(found.tables) == {"hotels"}
    assert len(problems) == (1 if told else 0)
    assert all(told is not None and told in problem for problem in problems)


def test_a_description_without_its_tables_and_one_that_is_not_there() -> None:
    Path("a.schema.json").write_text('{"fields": []}')
    assert "tables are wanted whose columns it describes" in known("a.schema.json")[1][0]
    assert known("hotels.csv", "gone.schema.json")[1] == ["gone.schema.json: there is no such file; check the name"]
    Path("b.schema.json").mkdir()
    assert "there is no such file" in known("hotels.csv", "b.schema.json")[1][0]


def test_nothing_grows_without_a_bound() -> None:
    many = "; ".join(f"{n}=answer {n}" for n in range(5_000))
    aliases = ";".join(f"word{n}" for n in range(5_000))
    long = "very " * 20_000
    lines = [
        "q5,Distance,leagues,,",
        f'rgn,"{long}","{long}","{many}","{aliases}"',
        'sat,"\x1b[31m<b>",=cmd(),"=1=2==",""',
    ]
    lines += [f"htl,a{n},b{n},c{n},d{n}" for n in range(3_000)]
    Path("dictionary.csv").write_text("column,label,unit,values,aliases\n" + "\n".join(lines) + "\n")
    found, problems = known("hotels.csv", "dictionary.csv")
    column = found.tables["hotels"].columns["rgn"]
    assert len(column.names) == 12
    assert len(column.about) <= 1_000
    assert len(problems) == 21
    assert "more things are wrong in data dictionaries" in problems[-1]
    assert all(len(problem) < 400 and "\x1b" not in problem for problem in problems)


@pytest.mark.parametrize(("text", "pairs"), [
    ("1=Yes; 2=No", (("1", "Yes"), ("2", "No"))),
    ("M: Male | F: Female", (("M", "Male"), ("F", "Female"))),
    ("0=No, 1=Yes", (("0", "No"), ("1", "Yes"))),
    ("1 = Yes, always, 2 = No", (("1", "Yes, always"), ("2", "No"))),
    ("1 - Low\n2 - High", (("1", "Low"), ("2", "High"))),
    ("1. Low\n2. High", (("1", "Low"), ("2", "High"))),
    ('{"1": "Yes", "2": "No"}', (("1", "Yes"), ("2", "No"))),
    ("-9=Refused", (("-9", "Refused"),)),
    ("A → Ash", (("A", "Ash"),)),
    ("", ()),
    ("0-100", ()),
    (">= 0", ()),
    ("1 to 5", ()),
    ("North, South, East", ()),
    ("North | South", ()),
])  # fmt: skip
def test_code_lists(text: str, pairs: tuple[tuple[str, str], ...]) -> None:
    assert code_lists.read(text) == pairs


@pytest.mark.parametrize(("text", "unit"), [
    ("%", ("percent", 1)),
    ("% of adults", ("percent", 1)),
    ("Percent", ("percent", 1)),
    ("proportion", ("fraction", 1)),
    ("EUR", ("currency", 1)),
    ("US dollars", ("currency", 1)),
    ("$", ("currency", 1)),
    ("thousand USD", ("currency", 1_000)),
    ("USD million", ("currency", 1_000_000)),
    ("€m", ("currency", 1_000_000)),
    ("EUR (thousands)", ("currency", 1_000)),
    ("millions of dollars", ("currency", 1_000_000)),
    ("thousand tonnes", ("t", 1_000)),
    ("thousands", ("", 1_000)),
    ("thousand persons", ("", 1_000)),
    ("km", ("km", 1)),
    ("kilometres", ("km", 1)),
    ("m", ("m", 1)),
    ("km/h", ("kmh", 1)),
    ("°C", ("c", 1)),
    ("hectolitres", ("hectolitre", 1)),
    ("persons", ("", 1)),
    ("-", ("", 1)),
    ("furlong-moons", None),
    ("x" * 10_000, None),
    ("thousand furlong-moons", None),
])  # fmt: skip
def test_units(text: str, unit: tuple[str, int] | None) -> None:
    assert column_units.read(text) == unit


def test_labels_and_aliases_are_bounded_in_all() -> None:
    wide = [f"c{n}" for n in range(1_500)]
    Path("wide.csv").write_text(",".join(wide) + "\n" + ",".join("7" for _ in wide) + "\n")
    rows = [f"{name},Label of {name},{';'.join(f'{name} also {k}' for k in range(20))}" for name in wide]
    Path("dictionary.csv").write_text("column,label,aliases\n" + "\n".join(rows) + "\n")
    found, problems = known("wide.csv", "dictionary.csv")
    assert sum(len(column.names) for column in found.tables["wide"].columns.values()) <= 3_000
    assert len(problems) == 1
    assert "at most 3,000 labels and aliases are wanted" in problems[0]
    assert trace("The label of c9 is 7.", found).numbers

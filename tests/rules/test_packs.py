"""Packs: what a directory holds is put together into one rulebook, and whatever is wrong in it is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from figures import rules
from figures.rules_kinds import KINDS

RULE = """\
rules:
  - id: {id}
    name: A rule
    kind: {kind}
    severity: warning
    message: "{{says}}"
    why: Because.
    source: Common sense.
    params: {params}
    examples:
      - {{text: Ten million., verdict: inconsistent}}
      - {{text: Ten., verdict: silent}}
"""
TABLE = "metric,unit,value,source\nkilled,people,100,UN\n"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def rule(id: str = "aid/a", kind: str = "part_of", params: str = "{}") -> str:
    return RULE.format(id=id, kind=kind, params=params)


def said(book: rules.Rulebook) -> list[str]:
    return [f"{problem.where}: {problem.message}" for problem in book.problems]


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("aid")


def test_the_core_pack_is_always_in_force_and_sound() -> None:
    book = rules.load()
    assert book.problems == ()
    assert {rule.id for rule in book.rules} >= {"core/part-of", "core/share", "core/weekday"}
    assert all(rule.severity == "error" for rule in book.rules if KINDS[rule.kind].arithmetic)
    assert book.tables == ()


def test_naming_the_core_pack_does_not_load_it_twice() -> None:
    assert rules.load([rules.core()]) == rules.load()


def test_packaged_packs_are_found_by_name_and_path_and_called_alike(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    by_path = rules.load([rules.packaged_rules() / "syria-2015"])
    monkeypatch.chdir(tmp_path)
    by_name = rules.load(["syria-2015"])
    assert by_name == by_path
    assert by_name.problems == ()
    assert {row.table for row in by_name.tables} == {"rules/syria-2015/key-figures.csv"}
    assert {event.table for event in by_name.events} == {"rules/syria-2015/events.csv"}


def test_rules_tables_and_events_of_a_pack_are_loaded(pack: Path) -> None:
    write(pack / "a.yaml", rule())
    write(pack / "b.yaml", rule("aid/b", "key_figure"))
    write(pack / "key-figures.csv", TABLE)
    write(pack / "events.csv", "event,start,source\nwar,2011-03,UN\n")
    book = rules.load([pack])
    assert said(book) == []
    added = [rule for rule in book.rules if rule.id.startswith("aid/")]
    assert [(rule.id, rule.path) for rule in added] == [("aid/a", "aid/a.yaml"), ("aid/b", "aid/b.yaml")]
    assert [row.metric for row in book.rows(added[1])] == ["killed"]
    assert [event.event for event in book.events] == ["war"]


def test_a_key_figure_rule_can_name_its_table_and_metrics(pack: Path) -> None:
    write(pack / "a.yaml", rule("aid/a", "key_figure", "{table: tables/deaths.csv, metrics: [killed]}"))
    write(pack / "tables/deaths.csv", TABLE + "injured,people,200,UN\n")
    write(pack / "key-figures.csv", TABLE)
    book = rules.load([pack])
    assert said(book) == []
    (figure,) = book.rows(book.rules[-1])
    assert (figure.table, figure.line, figure.metric) == ("aid/tables/deaths.csv", 2, "killed")


def test_a_metric_that_is_not_in_the_table_is_named(pack: Path) -> None:
    write(pack / "a.yaml", rule("aid/a", "key_figure", "{metrics: [kiled]}"))
    write(pack / "key-figures.csv", TABLE)
    assert said(rules.load([pack])) == [
        "aid/a.yaml:9:23: metrics must be in aid/key-figures.csv; got 'kiled'; did you mean 'killed'?"
    ]


def test_a_table_that_is_not_there_is_named(pack: Path) -> None:
    write(pack / "a.yaml", rule("aid/a", "key_figure", "{table: deaths.csv}"))
    write(pack / "b.yaml", rule("aid/b", "key_figure"))
    book = rules.load([pack])
    assert said(book) == [
        "aid/a.yaml:9:21: a key-figure table is wanted; there is no aid/deaths.csv; add it or correct the path",
        "aid/b.yaml:4:11: a key-figure table is wanted; there is no aid/key-figures.csv; add it or correct the path",
    ]
    assert not [rule for rule in book.rules if rule.id.startswith("aid/")]


def test_a_link_that_leads_out_of_the_pack_is_not_followed(pack: Path) -> None:
    write(pack / "a.yaml", rule("aid/a", "key_figure", "{table: deaths.csv}"))
    write(Path("secret.csv"), TABLE)
    os.symlink(Path("secret.csv").resolve(), pack / "deaths.csv")
    (problem,) = said(rules.load([pack]))
    assert problem == "aid/a.yaml:9:21: table must lie inside the pack; got 'deaths.csv', which leads out of it"


def test_an_id_that_is_taken_is_refused_with_the_place_of_the_first(pack: Path) -> None:
    write(pack / "a.yaml", rule("aid/a"))
    write(pack / "b.yaml", rule("aid/a") + rule("core/share").removeprefix("rules:\n"))
    problems = said(rules.load([pack]))
    assert problems == [
        "aid/b.yaml:2:9: id must be unique; got 'aid/a', which is in aid/a.yaml:2:9 too; rename one",
        "aid/b.yaml:13:9: id must be unique; got 'core/share', which is in rules/core/share.yaml:3:9 too; rename one",
    ]


def test_a_bad_file_does_not_stop_the_others(pack: Path) -> None:
    write(pack / "a.yaml", "rules: [\n")
    write(pack / "b.yaml", rule("aid/b"))
    write(pack / "key-figures.csv", "metric,unit,value,source\nkilled,people,many,UN\nkilled,people,5,UN\n")
    book = rules.load([pack])
    assert [rule.id for rule in book.rules if rule.id.startswith("aid/")] == ["aid/b"]
    assert [row.line for row in book.tables] == [3]
    assert [problem.where for problem in book.problems] == ["aid/key-figures.csv:2", "aid/a.yaml:2:1"]


@pytest.mark.parametrize(
    ("name", "said_of_it"),
    [
        ("nowhere", "a directory with rules, or a rule file that ends in .yaml, is wanted; got nothing there"),
        ("notes.txt", "a directory with rules, or a rule file that ends in .yaml, is wanted; got this file"),
        ("empty", "rules (*.yaml), key-figures.csv or events.csv are wanted; got a directory without any"),
    ],
)
def test_a_path_that_is_no_pack_is_named(pack: Path, name: str, said_of_it: str) -> None:
    write(Path("notes.txt"), "hello")
    Path("empty").mkdir()
    (problem,) = said(rules.load([name]))
    assert problem.startswith(f"{name}: {said_of_it}")


def test_a_single_rule_file_is_a_pack(pack: Path) -> None:
    write(pack / "a.yaml", rule("aid/a"))
    write(pack / "b.yaml", rule("aid/b"))
    book = rules.load([pack / "a.yaml"])
    assert [rule.id for rule in book.rules if rule.id.startswith("aid/")] == ["aid/a"]


def test_the_digest_names_the_contents_and_not_the_place(pack: Path, tmp_path: Path) -> None:
    write(pack / "a.yaml", rule("aid/a"))
    write(Path("elsewhere/aid/a.yaml"), rule("aid/a"))
    first = rules.load([pack]).digest
    assert first == rules.load([tmp_path / "elsewhere" / "aid"]).digest
    assert first != rules.load().digest
    write(pack / "a.yaml", rule("aid/a") + "# changed\n")
    assert first != rules.load([pack]).digest
    assert len(first) == 64


def test_loading_rules_without_tables_does_not_import_pandas() -> None:
    import subprocess
    import sys

    code = "import sys; from figures import rules; rules.load(); print('pandas' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


def test_a_key_figure_table_of_another_kind_is_taken_where_there_is_no_csv(pack: Path) -> None:
    write(pack / "a.yaml", rule("aid/a", "key_figure"))
    write(pack / "key-figures.jsonl", '{"metric": "killed", "unit": "people", "value": 100, "source": "UN"}\n')
    book = rules.load([pack])
    assert said(book) == []
    (figure,) = book.rows(book.rules[-1])
    assert (figure.table, figure.line, figure.number) == ("aid/key-figures.jsonl", 1, 100)


def database(path: Path) -> None:
    import sqlite3
    from contextlib import closing

    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("CREATE TABLE figures (metric, unit, value, source)")
        opened.execute(
            "INSERT INTO figures VALUES ('killed', 'people', 100, 'UN'), ('injured', 'people', 'many', 'UN')"
        )
        opened.commit()


def test_a_rule_can_put_a_query_to_a_database_of_the_pack(pack: Path) -> None:
    database(pack / "figures.db")
    query = "SELECT * FROM figures"
    write(pack / "a.yaml", rule("aid/a", "key_figure", f"{{database: figures.db, query: {query}, metrics: [killed]}}"))
    write(pack / "b.yaml", rule("aid/b", "key_figure", f"{{database: figures.db, query: {query} WHERE 1 = 2}}"))
    book = rules.load([pack])
    assert [(row.table, row.line, row.metric) for row in book.tables] == [("aid/figures.db (aid/a)", 1, "killed")]
    assert [row.metric for row in book.rows(book.rules[-2])] == ["killed"]
    (problem,) = said(book)
    assert problem.startswith("aid/a.yaml:9:43: aid/figures.db:2: column value: a number such as")
    before = book.digest
    (pack / "figures.db").unlink()
    database(pack / "figures.db")
    assert rules.load([pack]).digest == before


@pytest.mark.parametrize(
    ("params", "problem"),
    [
        (
            "{database: a.db}",
            "aid/a.yaml:4:11: database and query are wanted together, and no table beside them; got no query",
        ),
        (
            "{query: SELECT 1}",
            "aid/a.yaml:4:11: database and query are wanted together, and no table beside them; got no da",
        ),
        ("{database: a.db, query: SELECT 1, table: a.csv}", "aid/a.yaml:4:11: database and query are wanted together"),
        ("{database: a.db, query: SELECT 1}", "aid/a.yaml:9:37: aid/a.db: a database is wanted; there is no such file"),
        ("{database: ../a.db, query: SELECT 1}", "aid/a.yaml:9:24: database: a file in the pack that ends in .db"),
        (
            "{database: 'mysql://host/x', query: SELECT 1}",
            "aid/a.yaml:9:24: database: a file in the pack that ends in .db",
        ),
        (
            "{database: $AID_TEST_UNSET, query: SELECT 1}",
            "aid/a.yaml:9:48: $AID_TEST_UNSET: the environment should hold",
        ),
        ("{derived: [displaced]}", "aid/a.yaml:9:24: derived: metric = formula is wanted"),
    ],
)
def test_a_query_that_cannot_be_put_is_said_with_its_place(params: str, problem: str, pack: Path) -> None:
    write(pack / "a.yaml", rule("aid/a", "key_figure", params))
    write(pack / "key-figures.csv", TABLE)
    problems = said(rules.load([pack]))
    assert len(problems) == 1
    assert problems[0].startswith(problem)


def test_a_database_that_lies_outside_the_pack_is_not_opened(pack: Path) -> None:
    database(Path("secret.db"))
    pack.mkdir()
    os.symlink(Path("secret.db").resolve(), pack / "figures.db")
    write(pack / "a.yaml", rule("aid/a", "key_figure", "{database: figures.db, query: SELECT * FROM figures}"))
    assert said(rules.load([pack])) == [
        "aid/a.yaml:9:24: database must lie inside the pack; got 'figures.db', which leads out of it"
    ]

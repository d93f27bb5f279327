"""Key figures from a real PostgreSQL server, which the tests start themselves.

Where no server can be had they are skipped with the reason, and fail instead where CI=true.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import postgres
import pytest
from click.testing import CliRunner

import figures
from figures import rules
from figures.cli import cli
from figures.interval import Interval
from figures.references import databases, grids, key_figures

SETUP = """
CREATE SEQUENCE counter;
CREATE TABLE figures (metric text, place text, day date, n numeric, level double precision, words text[]);
INSERT INTO figures VALUES
  ('displaced', 'Lake Asha', '2026-11-05', 28000.50, NULL, '{uprooted,homeless}'),
  ('rainfall', 'Lake Asha', '2026-11-05', NULL, 4.1, NULL),
  ('50% less', 'Lake Asha', '2026-11-05', 'NaN', NULL, NULL);
"""
QUERY = """
SELECT metric, array_to_string(words, '|') AS aliases, place, day AS as_of, coalesce(n::text, level::text) AS value,
       'people' AS unit, 'Register' AS source
FROM figures WHERE metric LIKE '%' -- all of them
"""


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    import psycopg

    try:
        running = postgres.server()
        server = running.__enter__()
    except RuntimeError as error:
        if os.environ.get("CI") == "true":
            raise
        print(f"\nNOT TESTED AGAINST POSTGRESQL: {error}", file=sys.__stderr__)
        pytest.skip(f"not tested against PostgreSQL: {error}")
    try:
        with psycopg.connect(server.url, autocommit=True) as connection:
            connection.execute(SETUP)
        yield server.url
    finally:
        running.__exit__(None, None, None)


def test_a_query_gives_key_figures(database: str) -> None:
    figures, problems = key_figures.load_query(database, QUERY, "register")
    assert [(f.metric, f.number, f.aliases, f.as_of_text, f.line) for f in figures] == [
        ("displaced", Fraction("28000.50"), ("uprooted", "homeless"), "2026-11-05", 1),
        ("rainfall", Fraction("4.1"), (), "2026-11-05", 2),
    ]
    (problem,) = problems
    assert problem.where == "register:3"
    assert problem.message.startswith(
        "column value: a number such as 250000, 250,000 or 4.1 million is wanted; got 'NaN'"
    )


def test_the_types_of_postgresql_are_converted_exactly(database: str) -> None:
    made = databases.query(
        database,
        "SELECT 12345678901234567890.10::numeric(30, 2) AS a, 0.1::float8 AS b, 250000::float8 AS c, 7::bigint AS d,"
        " '2015-10-06'::date AS e, NULL AS f, ARRAY['x', 'y'] AS g, 0.1::real AS h",
    )
    assert made.rows == (("12345678901234567890.10", "0.1", "250000", "7", "2015-10-06", "", "x|y", "0.1"),)


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("INSERT INTO figures (metric) VALUES ('x') RETURNING metric", "one SELECT"),
        ("WITH x AS (DELETE FROM figures RETURNING *) SELECT * FROM x", "the query could not be run"),
        ("SELECT setval('counter', 1)", "the query could not be run: cannot execute setval() in a read-only"),
        ("SELECT 1; COMMIT; DROP TABLE figures", "one SELECT"),
        ("SELECT * FROM nothing", 'the query could not be run: relation "nothing" does not exist'),
    ],
)
def test_nothing_is_written(database: str, sql: str, said: str) -> None:
    with pytest.raises(grids.GridError) as caught:
        databases.query(database, sql)
    assert str(caught.value).startswith(said)
    assert len(databases.query(database, "SELECT * FROM figures").rows) == 3


def test_a_rule_names_a_query_and_the_environment_the_server(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AID_DATABASE", database)
    Path("flood").mkdir()
    Path("flood/rules.yaml").write_text(
        """\
rules:
  - id: flood/displaced
    name: Not what the register says
    kind: key_figure
    severity: error
    message: "{text} is not what the register says."
    why: The register is what we stand by.
    source: Information desk
    params:
      database: $AID_DATABASE
      query: |
        SELECT metric, place, day AS as_of, n AS value, 'people' AS unit, 'Register' AS source
        FROM figures WHERE metric = 'displaced'
    examples:
      - {text: "Some 45,000 people are displaced around Lake Asha.", date: 2026-11-06, verdict: inconsistent}
      - {text: "Some 28,000 people are displaced around Lake Asha.", date: 2026-11-06, verdict: consistent}
""",
        encoding="utf-8",
    )
    Path("draft.txt").write_text("Around Lake Asha, 45,000 people are displaced.\n", encoding="utf-8")
    book = rules.load(["flood"])
    assert book.problems == ()
    assert [(row.table, row.line, row.value) for row in book.tables] == [
        ("$AID_DATABASE (flood/displaced)", 1, Interval(Fraction("28000.495"), Fraction("28000.505")))
    ]
    done = CliRunner().invoke(
        cli, ["audit", "draft.txt", "--rules", "flood", "--date", "2026-11-06"], standalone_mode=False
    )
    assert done.return_value == 1
    assert "45,000 is not what the register says." in done.output


def test_a_number_is_bound_to_a_table_of_the_server(database: str) -> None:
    report = figures.audit(
        "The rain came to 4.1 <!-- figures: max(figures.level) where metric = rainfall --> mm.",
        data=[database],
        media_type="text/markdown",
    )
    assert report.problems == ()
    (found,) = [result for result in report.results if result.rule == "bound/number"]
    assert found.verdict == "consistent"


def test_a_server_that_went_away_is_a_problem_and_no_pass() -> None:
    try:
        running = postgres.server()
        server = running.__enter__()
    except RuntimeError as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"not tested against PostgreSQL: {error}")
    try:
        assert databases.query(server.url, "SELECT 1 AS metric").rows == (("1",),)
        server.stop()
        figures, (problem,) = key_figures.load_query(server.url, "SELECT 1 AS metric", "register")
        assert figures == ()
        assert (problem.where, problem.message[:27]) == ("register", "the query could not be run:")
    finally:
        running.__exit__(None, None, None)

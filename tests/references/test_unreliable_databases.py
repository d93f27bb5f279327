"""Databases that go away or never answer: told with the address, without the password; nobody waits for ever."""

from __future__ import annotations

import os
import socket
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import postgres
import pytest

from figures.data import files, large, load
from figures.references import databases

Run = Callable[..., Any]
GOOD = "region,revenue,orders\nNorth,120500,310\nSouth,98400,275\n"
FOUND = "257 is not what the tables give: 275"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("report.md").write_text("The South took 257 orders.\n", encoding="utf-8")
    Path("good.csv").write_text(GOOD, encoding="utf-8")


@contextmanager
def started() -> Iterator[postgres.Server]:
    try:
        running = postgres.server()
        server = running.__enter__()
    except RuntimeError as error:
        if os.environ.get("CI") == "true":
            raise
        print(f"\nNOT TESTED AGAINST POSTGRESQL: {error}", file=sys.__stderr__)
        pytest.skip(f"not tested against PostgreSQL: {error}")
    try:
        yield server
    finally:
        running.__exit__(None, None, None)


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Server]:
    import psycopg

    with started() as running:
        with psycopg.connect(running.url, autocommit=True) as made:
            made.execute("CREATE TABLE first_shops AS SELECT n, n * 2 AS m FROM generate_series(1, 10) AS n")
            made.execute(
                "CREATE TABLE many AS SELECT n, repeat('x', 100) AS filling FROM generate_series(1, 50000) AS n"
            )
            made.execute("CREATE VIEW slow AS SELECT 1 AS n FROM pg_sleep(30)")
        yield running


class Proxy:
    """Passes everything on to a server on loopback, until it has passed ``most`` bytes of answers; then it cuts the
    line, or with ``silent`` keeps it open and says nothing more."""

    def __init__(self, url: str, most: int, *, silent: bool = False) -> None:
        self.most, self.silent = most, silent
        self._port = int(url.rpartition(":")[2].partition("/")[0])
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"postgresql://figures:secret@127.0.0.1:{self._listening.getsockname()[1]}/postgres"
        self._open: list[socket.socket] = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._listening.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self._port))
            self._open += [client, server]
            threading.Thread(target=self._pass, args=(client, server, None), daemon=True).start()
            threading.Thread(target=self._pass, args=(server, client, self.most), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, most: int | None) -> None:
        try:
            while part := source.recv(4096):
                if most is not None and (most := most - len(part)) < 0:
                    if not self.silent:
                        target.shutdown(socket.SHUT_RDWR)
                    return
                target.sendall(part)
            target.shutdown(socket.SHUT_RDWR)
        except OSError:
            return

    def close(self) -> None:
        for line in (self._listening, *self._open):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()


def audited(command: Run, url: str) -> list[str]:
    """What is said of the data; the table beside it is used, nothing is written, and it is over within some seconds."""
    before = sorted(path.name for path in Path().iterdir())
    began = time.monotonic()
    ran = command("audit", "report.md", "--data", url, "good.csv")
    assert time.monotonic() - began < 20
    assert ran.status == 2
    assert FOUND in ran.out
    assert "secret" not in ran.out + ran.err
    assert sorted(path.name for path in Path().iterdir()) == before
    return [line for line in ran.out.splitlines() if ": in the data: " in line]


def test_a_line_that_is_cut_in_the_middle_of_a_result(command: Run, server: postgres.Server) -> None:
    with closing(Proxy(server.url, 1_000_000)) as proxy:
        (told,) = audited(command, proxy.url)
        shown = databases.shown(proxy.url)
        assert told.startswith(f"{shown}: table many: in the data: the query could not be run: ")
        assert told.endswith("; this table and those after it are left out; run it again")
        tables, _ = load.load([proxy.url])
        assert [(table.name, table.count) for table in tables] == [("first_shops", 10)]


def test_a_line_that_is_cut_while_a_table_is_asked(server: postgres.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_CELLS", 0)
    with closing(Proxy(server.url, 10_000_000)) as proxy:
        monkeypatch.setattr(databases, "QUERY_SECONDS", 3)
        tables, _ = load.load([proxy.url])
        (table,) = [table for table in tables if table.name == "many"]
        assert table.run is not None
        assert table.run("SELECT max(n) FROM many") == [(50_000,)]
        proxy.close()
        assert table.run("SELECT min(n) FROM many") == []
        (problem,) = large.stopped([table])
        assert problem.where == f"{databases.shown(proxy.url)}: table many"
        assert problem.message.endswith("; what it was not asked stays unchecked")


def test_a_server_that_falls_silent(command: Run, server: postgres.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(databases, "QUERY_SECONDS", 0.5)
    monkeypatch.setattr(databases, "GRACE", 0.5)
    with closing(Proxy(server.url, 1_000_000, silent=True)) as proxy:
        (told,) = audited(command, proxy.url)
        assert "an answer within 0.5 seconds is wanted; got none" in told


def test_a_question_that_takes_too_long_leaves_the_other_tables(
    command: Run, server: postgres.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(databases, "QUERY_SECONDS", 1)
    (told,) = audited(command, server.url)
    assert told.startswith(f"{server.url}: table slow: in the data: ")
    assert told.endswith("the table is left out")
    tables, _ = load.load([server.url])
    assert [table.name for table in tables] == ["first_shops", "many"]


def test_a_server_that_is_stopped_during_a_long_question(command: Run) -> None:
    import psycopg

    with started() as server:
        with psycopg.connect(server.url, autocommit=True) as made:
            made.execute("CREATE VIEW slow AS SELECT 1 AS n FROM pg_sleep(60)")
        stopper = threading.Timer(1.5, server.stop)
        stopper.start()
        (told,) = audited(command, server.url)
        stopper.join()
    assert told.startswith(f"{server.url}: table slow: in the data: the query could not be run: ")


@pytest.mark.parametrize("greeting", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n"])
def test_what_is_no_server_or_never_answers(command: Run, greeting: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(databases, "CONNECT_SECONDS", 2)
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        port = listening.getsockname()[1]
        held: list[socket.socket] = []

        def answer() -> None:
            try:
                while True:
                    line, _ = listening.accept()
                    held.append(line)
                    if greeting:
                        line.recv(1000)
                        line.sendall(greeting)
            except OSError:
                return

        threading.Thread(target=answer, daemon=True).start()
        (told,) = audited(command, f"postgresql://me:secret@127.0.0.1:{port}/none")
        assert told.startswith(f"postgresql://me@127.0.0.1:{port}/none: in the data: ")
        assert told.endswith("; check the database and its address")
        for line in held:
            line.close()


@pytest.mark.parametrize("name", ["loop.db", "loop.duckdb"])
def test_a_view_without_an_end(command: Run, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = "CREATE VIEW endless AS WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 - 1 FROM x) " \
        "SELECT count(*) AS n FROM x"  # fmt: skip
    if name.endswith(".db"):
        with closing(sqlite3.connect(name)) as made:
            made.execute(endless)
    else:
        import duckdb

        with duckdb.connect(name) as made:
            made.execute(endless)
    monkeypatch.setattr(databases, "QUERY_SECONDS", 1)
    (told,) = audited(command, name)
    assert told.startswith(f"{name}: table endless: in the data: ")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://me:secret@host:5432/db?sslmode=require", "postgresql://me@host:5432/db"),
        ("postgres://me:sec@ret/x@host/db", "postgres://me@host/db"),
        ("postgres://me:" + "secret" * 100 + "@host/db", "postgres://me@host/db"),
        ("postgresql://host/db?password=secret", "postgresql://host/db"),
        ("postgresql://host/db?user=me&password=sec@ret", "postgresql://host/db"),
        ("postgresql://me:sec?ret@host/db", "postgresql://me@host/db"),
        ("postgresql://me@host/db", "postgresql://me@host/db"),
        ("sqlite:///data/x.db", "sqlite:///data/x.db"),
        ("data/me:x@y.csv", "data/me:x@y.csv"),
    ],
)
def test_a_password_is_never_shown(address: str, shown: str) -> None:
    assert databases.shown(address) == shown


def test_a_password_that_breaks_an_address_is_not_shown() -> None:
    with pytest.raises(databases.Gone) as told:
        databases.connect("postgresql://me:first@second@host.invalid/db")
    assert "host.invalid" in str(told.value)
    assert "first" not in str(told.value)
    assert "second" not in str(told.value)


@pytest.mark.parametrize("kept", [[], ["-wal"], ["-wal", "-shm"]])
def test_a_database_with_a_log_is_read_with_what_the_log_holds_and_nothing_is_left_beside(kept: list[str]) -> None:
    with closing(sqlite3.connect("live.db")) as live:
        live.execute("PRAGMA journal_mode = wal")
        live.execute("CREATE TABLE shops AS SELECT 'North' AS region, 310 AS orders")
        live.commit()
        if not kept:
            live.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        Path("copies").mkdir()
        for ending in ("", *kept):
            Path(f"copies/shops.db{ending}").write_bytes(Path(f"live.db{ending}").read_bytes())
    before = {path.name: path.stat().st_size for path in Path("copies").iterdir()}
    ((table,), problems) = load.load(["copies/shops.db"])
    assert (table.columns["orders"].values, problems) == ([310], [])
    assert {path.name: path.stat().st_size for path in Path("copies").iterdir()} == before


@contextmanager
def dated(kind: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """A database of days without an end, before Christ and before 1900."""
    rows = "('open', DATE 'infinity'), ('old', DATE '0044-03-15 BC'), ('rail', DATE '1869-05-10')"
    if kind == "duckdb":
        import duckdb

        with duckdb.connect("dated.duckdb") as made:
            made.execute(
                f"CREATE TABLE dated AS SELECT * FROM (VALUES {rows.replace('15 BC', '15 (BC)')}) AS r(name, d)"
            )
        yield "dated.duckdb"
        return
    import psycopg

    running: postgres.Server = request.getfixturevalue("server")
    with psycopg.connect(running.url, autocommit=True) as made:
        made.execute(f"CREATE TABLE dated AS SELECT * FROM (VALUES {rows}) AS r(name, d)")
        try:
            yield running.url
        finally:
            made.execute("DROP TABLE dated")


@pytest.mark.parametrize("kind", ["duckdb", "postgres"])
def test_a_day_that_no_calendar_has_loses_no_table(
    kind: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    with dated(kind, request) as address:
        table = next(table for table in load.load([address])[0] if table.name == "dated")
        assert table.columns["d"].kind == "date"
        assert table.columns["d"].values == [None, None, "1869-05-10"]
        monkeypatch.setattr(files, "MOST_CELLS", 0)
        asked = next(table for table in load.load([address])[0] if table.name == "dated")
        assert list(asked.columns["d"].distinct) == ["1869-05-10"]

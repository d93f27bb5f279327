"""SQLite, DuckDB and PostgreSQL, asked and never written to: rows of a query, and the tables of a database.

A query of a rule is one SELECT: it is run as the inner part of another one. Every connection refuses to write, and
every answer has its time: ``CONNECT_SECONDS`` until a server has greeted, ``QUERY_SECONDS`` for each question.
"""

from __future__ import annotations

import os
import re
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from figures.references.grids import MAX_ROWS, Grid, GridError, grid

FILES = {".db": "sqlite", ".sqlite": "sqlite", ".sqlite3": "sqlite", ".duckdb": "duckdb"}
POSTGRES = re.compile(r"(?:postgres|postgresql|postgresql\+psycopg)://\S{1,2000}")
VARIABLE = re.compile(r"\$[A-Z][A-Z0-9_]{0,60}")
PARAMETERS = re.compile(r"\?[A-Za-z_]{1,60}=.*", re.DOTALL)
CONNECT_SECONDS, QUERY_SECONDS = 10, 60
GRACE = 5  # seconds more for a server to say itself that the time is over
MEMORY, THREADS = "1GB", 1  # of DuckDB; more threads would add up floats in another order each time
WANTED = (
    f"a file in the pack that ends in {', '.join(FILES)}, postgresql://host/name, or $NAME for an address that the "
    "environment holds, is wanted"
)
Rows = list[tuple[Any, ...]]


class Gone(GridError):
    """The database can be asked no more: it could not be reached, or went away."""


class Late(GridError):
    """A question took longer than it may."""


class Database:
    """An open connection that refuses to write; it is closed with ``close()`` or when nobody holds it any more.

    ``kind``: sqlite, duckdb or postgres.
    """

    def __init__(
        self,
        kind: str,
        ask: Callable[[str], tuple[list[str], Rows]],
        stop: Callable[[], None],
        close: Callable[[], None],
        lost: Callable[[], bool] = lambda: False,
    ) -> None:
        self.kind, self._ask, self._stop, self._lost = kind, ask, stop, lost
        self.close = weakref.finalize(self, close)

    def ask(self, sql: str) -> tuple[list[str], Rows]:
        """The names of the columns and the rows. Raises GridError, and Gone where nothing more can be asked."""
        try:
            with _in_time(self._stop, QUERY_SECONDS + GRACE * (self.kind == "postgres")):
                return self._ask(sql)
        except TimeoutError as error:
            raise (Gone if self._lost() else Late)(str(error)) from None
        except Exception as error:  # each driver has its own
            if "statement timeout" in str(error):
                raise Late(LATE.format(QUERY_SECONDS)) from None
            raise (Gone if self._lost() else GridError)(f"the query could not be run: {_said(error)}") from None


LATE = "an answer within {} seconds is wanted; got none; ask for less, or export what is needed to Parquet"


@contextmanager
def _in_time(stop: Callable[[], None], seconds: float) -> Iterator[None]:
    """Calls ``stop`` from another thread when the time of a question is over. Raises TimeoutError then."""
    late = threading.Event()

    def end() -> None:
        late.set()
        stop()

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    except Exception:
        if late.is_set():
            raise TimeoutError(LATE.format(QUERY_SECONDS)) from None
        raise
    finally:
        timer.cancel()


def is_database(given: str) -> bool:
    """Whether ``given`` names a database: an address, a variable that holds one, or a file by its ending."""
    return bool(POSTGRES.fullmatch(given) or VARIABLE.fullmatch(given) or Path(given).suffix.lower() in FILES)


def shown(address: str) -> str:
    """An address without its password and parameters, to be shown; a path as it is."""
    scheme, sign, rest = address.partition("://")
    if not sign:
        return address
    rest = PARAMETERS.sub("", rest)  # first, as a password among them may hold an @
    who, at, where = rest.rpartition("@")
    return f"{scheme}://{who.partition(':')[0]}{at}{where.partition('?')[0]}"


def query(database: str | Path, sql: str) -> Grid:
    """The rows that a query gives; their lines count from 1. ``database``: a file, an address, or $NAME.

    Raises GridError for a database that cannot be reached, a query that is no single SELECT or fails, and a result
    that breaks off.
    """
    inner = sql.strip().rstrip(";").strip()
    if ";" in inner or not re.match(r"(?:select|with|values)\b|\(", inner, re.IGNORECASE):
        raise GridError("one SELECT without semicolons is wanted; got something else; write one query")
    opened = connect(database)
    try:
        names, rows = opened.ask(f"SELECT * FROM (\n{inner}\n) AS figures_rows LIMIT {MAX_ROWS + 1}")
        return grid(names, enumerate(rows, 1))
    finally:
        opened.close()


def connect(database: str | Path) -> Database:
    """An open database: a file, an address, or $NAME. Raises GridError."""
    if isinstance(database, Path):
        kind = FILES.get(database.suffix.lower(), "")
        if not database.is_file():
            raise GridError("a database is wanted; there is no such file; add it or correct the path")
        if kind == "sqlite":
            return _opened(lambda: _sqlite(database))
        if kind == "duckdb":
            return _opened(lambda: _duckdb(database))
        raise GridError(f"{WANTED}; got another ending")
    address = database
    if VARIABLE.fullmatch(address):
        address = os.environ.get(address[1:], "")
        if not address:
            raise GridError(f"the environment should hold the address of the database in {database[1:]}; it is not set")
    if not POSTGRES.fullmatch(address):
        raise GridError(f"{WANTED}; got an address of another kind")
    return _opened(lambda: _postgres(address))


def parquet(path: Path) -> Database:
    """A Parquet file as a database that can be asked for ``parquet_source(path)`` alone. Raises GridError."""
    return _opened(lambda: _parquet(path))


def parquet_source(path: Path) -> str:
    """What stands for the file in the FROM of a question."""
    return f"read_parquet({literal(plain(str(path.resolve())))})"


def _opened(run: Callable[[], Database]) -> Database:
    try:
        return run()
    except ImportError as error:
        raise Gone(f"reading this database needs {error.name}; install figures-audit[databases]") from None
    except Exception as error:  # each driver has its own
        raise Gone(f"the query could not be run: {_said(error)}") from None


def _said(error: Exception) -> str:
    """The first line of what a driver says, without the name and the password of anybody."""
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror
    line = " ".join((str(cause).strip().splitlines() or [type(cause).__name__])[0].split())
    line = re.sub(r"^[A-Z][A-Za-z ]{1,30} Error: ", "", line)  # of DuckDB, before it says the same
    return re.sub(r"[^\s/'\"]{1,400}@", "", line)[:300]  # a password that holds an @ is taken for a part of the host


# Each kind of database


def _sqlite(path: Path) -> Database:
    import sqlite3

    place = path.resolve()
    with place.open("rb") as file:
        ahead = file.read(20)[18:20] == b"\2\2"
    log, shared = Path(f"{place}-wal").exists(), Path(f"{place}-shm").exists()
    mode = "mode=ro"
    if ahead and not log:  # by being opened it would get a log, and keep it
        mode += "&immutable=1"
    alone = log and not shared and os.name == "posix"  # nobody has it open; by being opened it would get an index
    if alone:
        mode += "&vfs=unix-none"
    found = sqlite3.connect(f"{place.as_uri()}?{mode}", uri=True, timeout=CONNECT_SECONDS, check_same_thread=False)
    if alone:
        found.execute("PRAGMA locking_mode = exclusive")  # which keeps the index in memory
    found.execute("PRAGMA query_only = on")

    def ask(sql: str) -> tuple[list[str], Rows]:
        cursor = found.execute(sql)
        rows = cursor.fetchall()
        return [column[0] for column in cursor.description or ()], rows

    return Database("sqlite", ask, found.interrupt, found.close)


def _duckdb(path: Path) -> Database:
    return _of_duckdb(str(path), (), read_only=True)


def _parquet(path: Path) -> Database:
    place = str(path.resolve())
    allowed = ", ".join(map(literal, (plain(place), place)))  # the pattern, and what it finds
    return _of_duckdb(":memory:", (f"allowed_paths = [{allowed}]",), read_only=False)


def _of_duckdb(place: str, before: tuple[str, ...], *, read_only: bool) -> Database:
    import duckdb

    found = duckdb.connect(
        place,
        read_only=read_only,
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "memory_limit": MEMORY,
            "threads": THREADS,
            "temp_directory": "",  # what does not fit into memory is written nowhere
        },
    )
    (locked,) = found.execute("SELECT current_setting('lock_configuration')").fetchone() or (False,)
    if not locked:  # by another connection to the same file
        # A question reads the tables of this file and no other file.
        for setting in (*before, "GLOBAL TimeZone = 'UTC'", "enable_external_access = false"):
            found.execute(f"SET {setting}")
        found.execute("SET lock_configuration = true")

    def ask(sql: str) -> tuple[list[str], Rows]:
        cursor = found.execute(sql)
        rows = cursor.fetchall()
        return [column[0] for column in cursor.description or ()], rows

    return Database("duckdb", ask, found.interrupt, found.close)


def _postgres(address: str) -> Database:
    import socket

    import sqlalchemy

    url = sqlalchemy.make_url(address).set(drivername="postgresql+psycopg")
    engine = sqlalchemy.create_engine(
        url, poolclass=sqlalchemy.pool.NullPool, connect_args={"connect_timeout": CONNECT_SECONDS}
    )
    connection = engine.connect()
    driver: Any = connection.connection.driver_connection

    def ask(sql: str) -> tuple[list[str], Rows]:
        with connection.begin() as transaction:
            for setting in ("transaction_read_only = on", "TimeZone = 'UTC'", f"statement_timeout = {_milliseconds()}"):
                connection.exec_driver_sql(f"SET LOCAL {setting}")
            result = connection.exec_driver_sql(sql.replace("%", "%%"))  # it has no parameters
            rows = [tuple(row) for row in result.fetchall()]
            transaction.rollback()
        return list(result.keys()), rows

    def stop() -> None:  # the server may be silent for ever: whoever waits for it is woken
        if not driver.closed:
            with socket.socket(fileno=os.dup(driver.fileno())) as line:
                line.shutdown(socket.SHUT_RDWR)

    def close() -> None:
        connection.invalidate() if driver.closed else connection.close()
        engine.dispose()

    return Database("postgres", ask, stop, close, lambda: bool(driver.closed or driver.broken))


def _milliseconds() -> int:
    """For the server, so that it ends a question that nobody waits for any more."""
    return int(QUERY_SECONDS * 1000)


def quoted(name: str) -> str:
    """A name of a table or a column as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def plain(path: str) -> str:
    """A path in which nothing is a pattern: DuckDB would take * ? and [ for one."""
    return "".join(f"[{character}]" if character in "*?[" else character for character in path)

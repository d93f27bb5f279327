"""Rows of a SQL query over SQLite, DuckDB or PostgreSQL, read and never written.

A query is one SELECT: it is run as the inner part of another one, over a connection that refuses to write.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from figures.references.grids import MAX_ROWS, Grid, GridError, grid

FILES = {".db": "sqlite", ".sqlite": "sqlite", ".sqlite3": "sqlite", ".duckdb": "duckdb"}
POSTGRES = re.compile(r"(?:postgres|postgresql|postgresql\+psycopg)://\S{1,2000}")
VARIABLE = re.compile(r"\$[A-Z][A-Z0-9_]{0,60}")
CONNECT_SECONDS, QUERY_SECONDS = 10, 60
WANTED = (
    f"a file in the pack that ends in {', '.join(FILES)}, postgresql://host/name, or $NAME for an address that the "
    "environment holds, is wanted"
)


def is_database(given: str) -> bool:
    """Whether ``given`` names a database: an address, a variable that holds one, or a file by its ending."""
    return bool(POSTGRES.fullmatch(given) or VARIABLE.fullmatch(given) or Path(given).suffix.lower() in FILES)


def shown(address: str) -> str:
    """An address without its password and parameters, to be shown."""
    return re.sub(r"(://[^/@:]{0,200}):[^@]{0,200}@", r"\1@", address).partition("?")[0]


def query(database: str | Path, sql: str) -> Grid:
    """The rows that a query gives; their lines count from 1. ``database``: a file, an address, or $NAME.

    Raises GridError for a database that cannot be reached, a query that is no single SELECT or fails, and a result
    that breaks off.
    """
    inner = sql.strip().rstrip(";").strip()
    if ";" in inner or not re.match(r"(?:select|with|values)\b|\(", inner, re.IGNORECASE):
        raise GridError("one SELECT without semicolons is wanted; got something else; write one query")
    wrapped = f"SELECT * FROM (\n{inner}\n) AS figures_rows LIMIT {MAX_ROWS + 1}"
    if isinstance(database, Path):
        kind = FILES.get(database.suffix.lower(), "")
        if not database.is_file():
            raise GridError("a database is wanted; there is no such file; add it or correct the path")
        if kind == "sqlite":
            return _told(lambda: _sqlite(database, wrapped))
        if kind == "duckdb":
            return _told(lambda: _duckdb(database, wrapped))
        raise GridError(f"{WANTED}; got another ending")
    address = database
    if VARIABLE.fullmatch(address):
        address = os.environ.get(address[1:], "")
        if not address:
            raise GridError(f"the environment should hold the address of the database in {database[1:]}; it is not set")
    if not POSTGRES.fullmatch(address):
        raise GridError(f"{WANTED}; got an address of another kind")
    return _told(lambda: _postgres(address, wrapped))


def _told(run: Callable[[], Grid]) -> Grid:
    try:
        return run()
    except GridError:
        raise
    except ImportError as error:
        raise GridError(f"reading this database needs {error.name}; install figures-audit[databases]") from None
    except Exception as error:  # each driver has its own
        cause = getattr(error, "orig", None) or error
        line = " ".join((str(cause).strip().splitlines() or [type(cause).__name__])[0].split())
        line = re.sub(r"://[^/@\s]{0,400}@", "://", line)
        raise GridError(f"the query could not be run: {line[:300]}") from None


def _sqlite(path: Path, sql: str) -> Grid:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=CONNECT_SECONDS)) as database:
        database.execute("PRAGMA query_only = on")
        cursor = database.execute(sql)
        rows = cursor.fetchall()
        return grid([column[0] for column in cursor.description], enumerate(rows, 1))


def _duckdb(path: Path, sql: str) -> Grid:
    import duckdb

    settings: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "enable_external_access": "false",  # a query reads the tables of this file and no other file
    }
    with duckdb.connect(str(path), read_only=True, config=settings) as database:
        cursor = database.execute(sql)
        rows = cursor.fetchall()
        return grid([column[0] for column in cursor.description or ()], enumerate(rows, 1))


def _postgres(address: str, sql: str) -> Grid:
    import sqlalchemy

    url = sqlalchemy.make_url(address).set(drivername="postgresql+psycopg")
    engine = sqlalchemy.create_engine(
        url,
        poolclass=sqlalchemy.pool.NullPool,
        connect_args={
            "connect_timeout": CONNECT_SECONDS,
            "options": f"-c default_transaction_read_only=on -c statement_timeout={QUERY_SECONDS * 1000}",
        },
    )
    try:
        with engine.connect() as connection:
            result = connection.exec_driver_sql(sql.replace("%", "%%"))  # it has no parameters
            rows = result.fetchall()
            return grid(list(result.keys()), enumerate((tuple(row) for row in rows), 1))
    finally:
        engine.dispose()

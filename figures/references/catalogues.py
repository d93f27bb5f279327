"""What a database holds: its tables, their columns and their rows."""

from __future__ import annotations

from msgspec import Struct

from figures.references.databases import Database, Rows, literal, quoted

MAX_TABLES = 500  # of one database
# Days that Python knows: infinity, which stands for no end, and days before Christ are nothing.
DAY = "CASE WHEN {0} >= '0001-01-01' AND {0} <= '9999-12-31' THEN {0} END"
# The driver of DuckDB needs another library for times with a zone, and gives a short double with digits that nobody
# wrote (4.1 as 4.099999904632568).
CASTS = {
    "duckdb": {
        "DATE": DAY,
        "TIMESTAMP": DAY,
        "TIMESTAMP WITH TIME ZONE": f"CAST({DAY} AS VARCHAR)",
        "FLOAT": "CAST(CAST({} AS VARCHAR) AS DOUBLE)",
    },
    "postgres": {"DATE": DAY, "TIMESTAMP WITHOUT TIME ZONE": DAY, "TIMESTAMP WITH TIME ZONE": DAY},
    "sqlite": {},
}


class Source(Struct, frozen=True):
    """A table or a view. ``name``: with its schema and a dot where that is needed, and with _ for dots in either;
    ``sql``: as a FROM names it."""

    name: str
    sql: str


def sources(database: Database) -> tuple[list[Source], list[str]]:
    """Its tables and views by name, and what has to be said of those that are left out. Raises GridError."""
    _, rows = database.ask(LISTED[database.kind])
    found = []
    for catalogue, schema, name, plain in rows:
        there = ".".join(quoted(part) for part in (catalogue, schema, name) if part)
        label = name.replace(".", "_")
        if not plain:  # a FROM could not name these two words where one has a dot, or the first may be a catalogue
            apart = "_" if "." in schema + name or schema == catalogue else "."
            label = f"{schema.replace('.', '_')}{apart}{label}"
        found.append(Source(label, there))
    if not found:
        return [], ["tables that may be read are wanted; got none; check the database and who may read it"]
    if len(found) > MAX_TABLES:
        more = f"at most {MAX_TABLES} tables are wanted; got {len(found):,}; the last are left out"
        return found[:MAX_TABLES], [f"{more}; name a database with those that are needed"]
    return found, []


LISTED = {
    "sqlite": "SELECT '', '', name, 1 FROM sqlite_master WHERE type IN ('table', 'view') "
    "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    # With its catalogue, as a view that is made for a question may have the name of a table.
    "duckdb": "SELECT database_name, schema_name, table_name, schema_name = 'main' FROM "
    "(SELECT database_name, schema_name, table_name FROM duckdb_tables() WHERE NOT internal "
    "UNION ALL SELECT database_name, schema_name, view_name FROM duckdb_views() "
    "WHERE NOT internal) AS named WHERE database_name = current_database() ORDER BY 4 DESC, 2, 3",
    # Partitions are read as the table they are parts of, and what belongs to an extension is nobody's data.
    "postgres": "SELECT '', n.nspname, c.relname, pg_table_is_visible(c.oid) FROM pg_class c "
    "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') "
    "AND NOT c.relispartition AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%' "
    "AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid "
    "AND d.deptype = 'e') AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') "
    "ORDER BY 4 DESC, 2, 3",
}
TYPES = (
    "SELECT a.attname, CASE WHEN b.typtype = 'e' THEN 'text' ELSE format_type(b.oid, NULL) END FROM pg_attribute a "
    "JOIN pg_type t ON t.oid = a.atttypid JOIN pg_type b ON b.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE "
    "t.oid END WHERE a.attrelid = {}::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum"
)


def columns(database: Database, source: str) -> list[tuple[str, str]]:
    """The columns of a table with their types, in capitals; of SQLite, whose cells have each their own, "". Raises
    GridError."""
    if database.kind == "sqlite":
        return [(name, "") for name in database.ask(f"SELECT * FROM {source} LIMIT 0")[0]]
    if database.kind == "duckdb":
        return [(row[0], str(row[1]).upper()) for row in database.ask(f"DESCRIBE SELECT * FROM {source}")[1]]
    return [(name, kind.upper()) for name, kind in database.ask(TYPES.format(literal(source)))[1]]


def count(database: Database, source: str, most: int) -> int:
    """How many rows there are, counted no further than to one more than ``most``. Raises GridError."""
    ((found,),) = database.ask(f"SELECT count(*) FROM (SELECT 1 AS one FROM {source} LIMIT {most + 1}) AS counted")[1]
    return int(found)


def rows(database: Database, source: str, most: int) -> tuple[list[str], Rows]:
    """The names of the columns and the first rows, as the driver gives them. Raises GridError."""
    kinds = [] if database.kind == "sqlite" else columns(database, source)
    selected = ", ".join(f"{cell(database, name, kind)} AS {quoted(name)}" for name, kind in kinds) or "*"
    return database.ask(f"SELECT {selected} FROM {source} LIMIT {most}")


def cell(database: Database, name: str, kind: str) -> str:
    """A column of a kind in SQL, as its driver can give it."""
    return CASTS[database.kind].get(kind, "{}").format(quoted(name))

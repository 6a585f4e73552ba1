"""A memory on a PostgreSQL server: many machines write it at once.  ``pip install xlate[postgres]``.

The driver is pg8000: pure Python under the BSD licence, and synchronous as the rest of xlate (psycopg is LGPL, asyncpg
asynchronous).  The tables are those of ``schema`` in a database schema of their own, ``xlate``.  A segment's terms are
an array of hashes under a GIN index, which, unlike pg_trgm, needs no extension and no locale that knows Cyrillic.

Writers take rows in the order of their keys, so that none waits for one that waits for it.
"""

from __future__ import annotations

import getpass
import os
import secrets
import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from zlib import crc32

from xlate.errors import InputError, UsageError
from xlate.memory.terms import stored_terms
from xlate.memory.unit import Unit
from xlate.memory.writing import COLUMNS, REVISED, UPSERT, Row, rows_of

VERSION = 1
INSTALL = "Install it: pip install 'xlate[postgres]'"
ADDRESS = "An address looks like this: postgresql://USER@HOST/DATABASE (the password in PGPASSWORD)."
_LOCK = 0x786C7431  # "xlt1": who makes the tables

_TABLES = (
    "CREATE TABLE segments (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key BYTEA NOT NULL UNIQUE,"
    " language TEXT NOT NULL, text TEXT NOT NULL, terms INTEGER[] NOT NULL)",
    # without fastupdate: look-ups between writes would read the list of what is not yet in the index
    "CREATE INDEX segments_by_term ON segments USING gin (terms) WITH (fastupdate = off)",
    "CREATE TABLE signatures (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
    "CREATE TABLE units (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key BYTEA NOT NULL UNIQUE,"
    " segment BIGINT NOT NULL, target_language TEXT NOT NULL, target TEXT NOT NULL, origin TEXT NOT NULL,"
    " project TEXT NOT NULL, before BIGINT, after BIGINT, signature BIGINT, score DOUBLE PRECISION,"
    " note TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL, extra TEXT NOT NULL)",
    "CREATE INDEX units_by_segment ON units (segment, target_language)",
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
)
_SEGMENTS = (
    "INSERT INTO segments (key, language, text, terms) SELECT n.key, n.language, n.text, n.terms::INTEGER[]"
    " FROM unnest(CAST(? AS BYTEA[]), CAST(? AS TEXT[]), CAST(? AS TEXT[]), CAST(? AS TEXT[]))"
    " AS n (key, language, text, terms) WHERE NOT EXISTS (SELECT 1 FROM segments s WHERE s.key = n.key)"
    " ORDER BY n.key ON CONFLICT (key) DO NOTHING"
)
_SIGNATURES = (
    "INSERT INTO signatures (text) SELECT n.text FROM unnest(CAST(? AS TEXT[])) AS n (text)"
    " WHERE NOT EXISTS (SELECT 1 FROM signatures g WHERE g.text = n.text) ORDER BY n.text"
    " ON CONFLICT (text) DO NOTHING"
)
_TYPES = ("BYTEA", "BYTEA", *["TEXT"] * 4, "BYTEA", "BYTEA", "TEXT", "DOUBLE PRECISION", *["TEXT"] * 4)
_UNITS = (
    f"INSERT INTO units ({COLUMNS}) SELECT n.key, s.id, n.target_language, n.target, n.origin, n.project, b.id, a.id,"
    " g.id, n.score, n.note, n.created, n.changed, n.extra"
    f" FROM unnest({', '.join(f'CAST(? AS {kind}[])' for kind in _TYPES)}) AS n ({COLUMNS})"
    " JOIN segments s ON s.key = n.segment LEFT JOIN segments b ON b.key = n.before"
    f" LEFT JOIN segments a ON a.key = n.after LEFT JOIN signatures g ON g.text = n.signature ORDER BY n.key {UPSERT}"
)
_VOTERS = (
    "SELECT t.number, found.id FROM unnest(CAST(? AS INTEGER[]), CAST(? AS INTEGER[])) AS t (number, term)"
    " CROSS JOIN LATERAL (SELECT id FROM segments WHERE terms @> ARRAY[t.term] LIMIT CAST(? AS INTEGER)) AS found"
)
# OFFSET 0: first what the index knows, then the order; else the planner may read all segments from the newest on
_NEWEST = (
    "SELECT t.number, found.id FROM unnest(CAST(? AS INTEGER[]), CAST(? AS INTEGER[])) AS t (number, term)"
    " CROSS JOIN LATERAL (SELECT id FROM (SELECT id FROM segments WHERE terms @> ARRAY[t.term] OFFSET 0) AS all_of_it"
    " ORDER BY id DESC LIMIT CAST(? AS INTEGER)) AS found"
)
_UNUSED = (
    "DELETE FROM segments WHERE id IN (SELECT id FROM segments EXCEPT (SELECT segment FROM units"
    " UNION SELECT before FROM units UNION SELECT after FROM units))",
    "DELETE FROM signatures WHERE id NOT IN (SELECT signature FROM units WHERE signature IS NOT NULL)",
)


@dataclass(frozen=True, slots=True)
class Address:
    """``postgresql://USER:PASSWORD@HOST:PORT/DATABASE?schema=NAME&host=SOCKET_FOLDER&sslmode=require``."""

    user: str
    password: str | None
    host: str
    port: int
    database: str
    schema: str
    secure: bool

    @classmethod
    def of(cls, text: str) -> Address:
        """UsageError if it is no address."""
        try:
            parts = urlsplit(text)
            asked = {key: values[-1] for key, values in parse_qs(parts.query, strict_parsing=bool(parts.query)).items()}
            found = cls(
                unquote(parts.username or os.environ.get("PGUSER", "")) or getpass.getuser(),
                unquote(parts.password) if parts.password else os.environ.get("PGPASSWORD"),
                asked.pop("host", "") or parts.hostname or "localhost",
                parts.port or 5432,
                unquote(parts.path.strip("/")) or "xlate",
                asked.pop("schema", "xlate"),
                asked.pop("sslmode", "prefer") not in ("disable", "allow", "prefer"),
            )
        except ValueError as error:
            raise UsageError(f"The memory's address cannot be read: {error}.", ADDRESS) from error
        if asked or not found.schema.isidentifier():
            raise UsageError(f"The memory's address: {', '.join(asked) or 'schema'} is not understood.", ADDRESS)
        return found

    def __str__(self) -> str:
        schema = "" if self.schema == "xlate" else f"?schema={self.schema}"
        host = f"[{self.host}]" if self.host.startswith("/") else self.host
        return f"postgresql://{self.user}@{host}:{self.port}/{self.database}{schema}"


class PostgresDatabase:
    """The server's database, its tables made on first use; connected again when the connection was lost."""

    def __init__(self, text: str, *, create: bool = True) -> None:
        self._address = Address.of(text)
        self.name = str(self._address)
        self._connection: _Connection | None = None
        with self.explained():
            self._prepare(create)

    @property
    def connection(self) -> _Connection:
        if self._connection is None:
            self._connection = _Connection(self._address)
        return self._connection

    @property
    def n_bytes(self) -> int:
        sql = (
            "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) FROM pg_class c"
            " WHERE c.relkind = 'r' AND c.relnamespace = CAST(current_schema() AS regnamespace)"
        )
        return int(self.connection.execute(sql).fetchone()[0])

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextmanager
    def explained(self) -> Iterator[None]:
        errors = _errors()
        try:
            yield
        except errors as error:
            facts = error.args[0] if error.args and isinstance(error.args[0], dict) else {}
            code, message = str(facts.get("C", "")), str(facts.get("M", error))
            if not code or code[:2] in ("08", "57"):  # the connection is gone: the next call makes a new one
                self.close()
            raise InputError(f"{self.name}: {message}.", _way_out(code)) from error

    @contextmanager
    def transaction(self, *, alone: bool = False) -> Iterator[None]:
        connection = self.connection
        connection.execute("BEGIN")
        try:
            connection.execute(f"LOCK TABLE segments, units IN {'' if alone else 'ROW '}EXCLUSIVE MODE")
            yield
        except BaseException:
            with suppress(*_errors()):
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def store(self, units: Sequence[Unit]) -> int:
        rows, execute = rows_of([unit for unit in units if _is_storable(unit)]), self.connection.execute
        if rows.segments:
            keys, languages, texts = map(list, zip(*rows.segments, strict=True))
            terms = ["{%s}" % ",".join(map(str, _hashes(stored_terms(c, t)))) for _, c, t in rows.segments]  # noqa: UP031
            execute(_SEGMENTS, (keys, languages, texts, terms))
        if rows.signatures:
            execute(_SIGNATURES, (rows.signatures,))
        n_machine, n_people = map(self._store_rows, (rows.by_machines, rows.by_people))
        if n_people:
            execute(REVISED)
        return n_machine + n_people

    def _store_rows(self, rows: Sequence[Row]) -> int:
        last = {row[0]: row for row in rows}  # a key twice in one statement is an error
        return self.connection.execute(_UNITS, list(map(list, zip(*last.values(), strict=True)))).n_rows if last else 0

    def voters(self, terms: Sequence[str], limit: int) -> list[list[int]]:
        return self._voters(_VOTERS, terms, limit)

    def newest_voters(self, terms: Sequence[str], limit: int) -> list[list[int]]:
        return self._voters(_NEWEST, terms, limit)

    def forget_unused(self) -> None:
        for statement in _UNUSED:
            self.connection.execute(statement)

    def tidy(self) -> None:
        """PostgreSQL tidies up by itself."""

    def _voters(self, sql: str, terms: Sequence[str], limit: int) -> list[list[int]]:
        asked = [(number, term) for number, alternatives in enumerate(terms) for term in _hashes(alternatives)]
        found: list[list[int]] = [[] for _ in terms]
        if asked:
            numbers, hashes = map(list, zip(*asked, strict=True))
            for number, segment in self.connection.execute(sql, (numbers, hashes, limit)):
                found[number].append(segment)
        return [sorted(segments, reverse=True)[:limit] for segments in found]

    def _prepare(self, create: bool) -> None:
        """Make the tables, unless they are there or are not to be made."""
        execute = self.connection.execute
        execute("BEGIN")
        try:
            execute(f"SELECT pg_advisory_xact_lock({_LOCK})")
            if execute("SELECT to_regclass('facts')").fetchone()[0] is None:
                if not create:
                    raise InputError(f"{self.name}: no such memory.", "`xlate memory import` or `add` makes one.")
                execute(f"CREATE SCHEMA IF NOT EXISTS {self._address.schema}")
                for statement in _TABLES:
                    execute(statement)
                facts = [("file", secrets.token_hex(4)), ("revision", "0"), ("version", str(VERSION))]
                for fact in facts:
                    execute("INSERT INTO facts (name, value) VALUES (?, ?)", fact)
            [version] = execute("SELECT value FROM facts WHERE name = 'version'").fetchone()
        except BaseException:
            with suppress(*_errors()):
                execute("ROLLBACK")
            raise
        execute("COMMIT")
        if int(version) > VERSION:
            raise InputError(f"{self.name}: was made by a newer xlate (version {version}).", "Update xlate.")


class _Connection:
    """pg8000's connection behind the few methods of ``sqlite3`` that are used."""

    def __init__(self, address: Address) -> None:
        try:
            from pg8000 import dbapi
        except ImportError as error:
            raise UsageError("A memory on PostgreSQL needs the package pg8000.", INSTALL) from error
        socket = f"{address.host}/.s.PGSQL.{address.port}" if address.host.startswith("/") else None
        where = {"unix_sock": socket} if socket else {"host": address.host, "port": address.port}
        secure = True if address.secure else None
        self._raw = dbapi.connect(
            address.user, database=address.database, password=address.password, ssl_context=secure,
            application_name="xlate", **where,
        )  # fmt: skip
        self._raw.autocommit = True  # transactions begin where they are said to
        self.execute(f"SET search_path = {address.schema}")
        self.execute("SET enable_seqscan = off")  # nothing here is found better by reading a whole table
        [encoding] = self.execute("SHOW server_encoding").fetchone()
        if encoding != "UTF8":
            raise InputError(f"{address}: the database's encoding is {encoding}.", "Make one with ENCODING 'UTF8'.")

    def execute(self, sql: str, values: Sequence[Any] = ()) -> _Rows:
        cursor = self._raw.cursor()
        cursor.execute(sql.replace("?", "%s") if values else sql, tuple(values))
        return _Rows(cursor)

    def close(self) -> None:
        with suppress(*_errors()):
            self._raw.close()


class _Rows:
    """What a statement gave: pg8000 has read all of it by now."""

    def __init__(self, cursor: Any) -> None:
        self.n_rows = int(cursor.rowcount)
        self._rows = [tuple(row) for row in cursor.fetchall()] if cursor.description else []

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)

    def fetchone(self) -> Any:
        return self._rows[0] if self._rows else None

    def fetchall(self) -> list[Any]:
        return self._rows


def _hashes(terms: str) -> list[int]:
    """A signed 32-bit number for each term; two terms that share one only share votes."""
    return [crc32(term.encode("utf-8", "surrogatepass")) - (1 << 31) for term in terms.split(" ") if term]


def _is_storable(unit: Unit) -> bool:
    """PostgreSQL has no text with the character 0 or half of a surrogate pair: no article has either."""
    texts = (unit.source, unit.target, unit.before or "", unit.after or "", unit.note, unit.project, unit.extra)
    return not any("\0" in text or any("\ud800" <= c <= "\udfff" for c in text) for text in texts)


def _errors() -> tuple[type[Exception], ...]:
    try:
        from pg8000.exceptions import Error
    except ImportError:
        return (OSError,)
    return (Error, OSError, struct.error)


def _way_out(code: str) -> str:
    ways = {
        "28000": "Check user and password (PGPASSWORD).",
        "28P01": "Check user and password (PGPASSWORD).",
        "3D000": "Make the database: createdb -E UTF8 NAME",
        "42501": "The user needs the right to create: GRANT CREATE ON DATABASE ... TO ...",
        "53100": "Make room on the server's disk.",
    }
    return ways.get(code, "Is the server running, and can it be reached?" if not code else "See the server's log.")

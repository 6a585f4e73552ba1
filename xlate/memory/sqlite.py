"""A memory in a SQLite file (tables and versions: ``schema``)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from xlate.errors import InputError
from xlate.memory.database import Garbled, not_text
from xlate.memory.schema import DAMAGED, connect, explain
from xlate.memory.unit import Unit
from xlate.memory.writing import COLUMNS, REVISED, UPSERT, rows_of

_SEGMENT = "(SELECT id FROM segments WHERE key = ?)"
_SIGNATURE = "(SELECT id FROM signatures WHERE text = ?)"
_INSERT = (
    f"INSERT INTO units ({COLUMNS}) VALUES"
    f" (?, {_SEGMENT}, ?, ?, ?, ?, {_SEGMENT}, {_SEGMENT}, {_SIGNATURE}, ?, ?, ?, ?, ?) {UPSERT}"
)
_VOTERS = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?"
_UNUSED = (
    "CREATE TEMP TABLE unused AS SELECT id FROM segments EXCEPT SELECT * FROM (SELECT segment FROM units"
    " UNION SELECT before FROM units UNION SELECT after FROM units)",
    "INSERT INTO words (words, rowid, terms) SELECT 'delete', id, stored_terms(language, text) FROM segments"
    " WHERE id IN (SELECT id FROM unused)",
    "DELETE FROM segments WHERE id IN (SELECT id FROM unused)",
    "DROP TABLE unused",
    "DELETE FROM signatures WHERE id NOT IN (SELECT signature FROM units WHERE signature > 0)",
)


class SqliteDatabase:
    """The file, made on first use.  InputError if it is no memory, or damaged."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.name = str(path)
        self._path = path
        self.connection = connect(path, create=create)

    @property
    def n_bytes(self) -> int:
        return self._path.stat().st_size

    def close(self) -> None:
        self.connection.close()

    @contextmanager
    def explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise explain(self.connection, self._path, error) from error
        except Garbled as error:
            raise InputError(f"{self.name}: is damaged ({error}).", DAMAGED) from error
        except UnicodeEncodeError as error:
            raise not_text(self.name) from error

    @contextmanager
    def transaction(self, *, alone: bool = False) -> Iterator[None]:  # noqa: ARG002 - a writer is alone anyway
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def store(self, units: Sequence[Unit]) -> int:
        rows, execute = rows_of(units), self.connection.execute
        [last] = execute("SELECT coalesce(max(id), 0) FROM segments").fetchone()
        self.connection.executemany("INSERT OR IGNORE INTO segments (key, language, text) VALUES (?, ?, ?)",
                                    rows.segments)  # fmt: skip
        indexed = "SELECT id, stored_terms(language, text) FROM segments WHERE id > ?"
        execute(f"INSERT INTO words (rowid, terms) {indexed}", (last,))
        self.connection.executemany("INSERT OR IGNORE INTO signatures (text) VALUES (?)",
                                    [(text,) for text in rows.signatures])  # fmt: skip
        n_machine, n_people = (
            self.connection.executemany(_INSERT, some).rowcount if some else 0
            for some in (rows.by_machines, rows.by_people)
        )
        if n_people:
            execute(REVISED)
        return n_machine + n_people

    def voters(self, terms: Sequence[str], limit: int) -> list[list[int]]:
        queries = (" OR ".join(f'"{term}"' for term in alternatives.split(" ")) for alternatives in terms)
        return [[row[0] for row in self.connection.execute(_VOTERS, (query, limit))] for query in queries]

    def newest_voters(self, terms: Sequence[str], limit: int) -> list[list[int]]:
        return self.voters(terms, limit)

    def forget_unused(self) -> None:
        for statement in _UNUSED:
            self.connection.execute(statement)

    def tidy(self) -> None:
        self.connection.execute("INSERT INTO words (words) VALUES ('optimize')")  # four times faster to look into

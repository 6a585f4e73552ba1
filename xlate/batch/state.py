"""What is done, in SQLite beside the output: the only memory between two runs.

Tables: ``items`` (content hash, file stamp and output stem of every document), ``results`` (what became of it in each
target language), and ``task``, what the run had before it when it began, empty once it has ended: a run that goes on
where one was killed knows by it who was decoded with whom.  A result is recorded after its output is in place, so a
kill at any moment costs at most the windows in work.  The file is locked while a run lasts: two runs never write the
same output.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from itertools import chain, count
from operator import attrgetter
from pathlib import Path
from threading import RLock
from typing import Any

from xlate.batch.plan import Item
from xlate.batch.rows import Entry, Row
from xlate.errors import OutputError, UsageError

SCHEMA = 1
STATE = "state.db"
_ENTRY = ", ".join(f.name for f in fields(Entry))
_ROW = ", ".join(f'"{f.name}"' for f in fields(Row))
_ENTRY_VALUES = attrgetter(*(f.name for f in fields(Entry)))
_ROW_VALUES = attrgetter(*(f.name for f in fields(Row)))
_TABLES = f"""
CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS items ({_ENTRY.replace("name", "name TEXT PRIMARY KEY", 1)}) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS stems ON items (stem COLLATE NOCASE);
CREATE TABLE IF NOT EXISTS results ({_ROW}, PRIMARY KEY (name, target));
CREATE INDEX IF NOT EXISTS runs ON results (run, name, target);
CREATE TABLE IF NOT EXISTS task (name TEXT PRIMARY KEY, digest TEXT, targets TEXT) WITHOUT ROWID;
"""


class Busy(UsageError):
    """Another run holds the state."""


class State:
    """One run's hold on the state file.  Safe to share by threads; all errors of SQLite become xlate's."""

    def __init__(self, path: Path, *, in_memory: bool = False) -> None:
        self.path = Path(":memory:") if in_memory else path
        self._lock = RLock()
        with self._guarded():
            if not in_memory:
                path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.path, timeout=0.2, isolation_level=None, check_same_thread=False)
            self._db.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.execute("PRAGMA cache_size=-512")  # KiB: names come in order, and so do their pages
            self._db.executescript(_TABLES)
            if self.fact("schema", SCHEMA) != SCHEMA:
                raise OutputError(f"{path}: was made by another version of xlate.", "Choose another output with -o.")
            self.keep("schema", SCHEMA)

    def __enter__(self) -> State:
        return self

    def __exit__(self, *exception: object) -> None:
        with self._lock:
            self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is kept together or not at all; inside another transaction, with that one."""
        with self._guarded():
            if self._db.in_transaction:
                yield
                return
            self._db.execute("BEGIN")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def execute(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        with self._guarded():
            return self._db.execute(sql, values).fetchall()

    def fact(self, key: str, default: Any = None) -> Any:
        found = self.execute("SELECT value FROM facts WHERE key = ?", [key])
        return found[0][0] if found else default

    def keep(self, key: str, value: Any) -> None:
        self.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", [key, value])

    def entry(self, name: str) -> Entry | None:
        found = self.execute(f"SELECT {_ENTRY} FROM items WHERE name = ?", [name])
        return Entry(*found[0]) if found else None

    def row(self, name: str, target: str) -> Row | None:
        found = self.execute(f"SELECT {_ROW} FROM results WHERE name = ? AND target = ?", [name, target])
        return Row(*found[0]) if found else None

    def put_entry(self, entry: Entry) -> None:
        self.execute("DELETE FROM items WHERE name = ?", [entry.name])
        self.execute(f"INSERT INTO items VALUES ({_marks(Entry)})", _ENTRY_VALUES(entry))

    def free_stem(self, item: Item) -> str:
        """The item's stem, or, where another document has it, its full name or that with a number.

        A record's name is no path: whoever wrote the record chose it.
        """
        other = item.stem if item.record else item.name
        choices = chain(dict.fromkeys([item.stem, other]), (f"{other}-{n}" for n in count(2)))
        taken = "SELECT 1 FROM items WHERE stem = ? COLLATE NOCASE"
        return next(stem for stem in choices if not self.execute(taken, [stem]))

    def task(self, entry: Entry) -> tuple[str, ...]:
        """The languages that this document, as it is, was to be translated into by a run that has not ended."""
        found = self.execute("SELECT targets FROM task WHERE name = ? AND digest = ?", [entry.name, entry.digest])
        return tuple(found[0][0].split()) if found else ()

    def put_task(self, entry: Entry, targets: Sequence[str]) -> None:
        self.execute("INSERT OR REPLACE INTO task VALUES (?, ?, ?)", [entry.name, entry.digest, " ".join(targets)])

    def begin(self) -> bool:
        """A run begins; whether the one before it did not end."""
        unended = bool(self.fact("begun"))
        self.keep("begun", 1)
        return unended

    def end(self) -> None:
        """The run has done all that it had before it."""
        with self.transaction():
            self.execute("DELETE FROM task")
            self.keep("begun", 0)

    def seen(self, row: Row, run: int) -> None:
        """Keep that ``row`` was found done in that run."""
        self.execute("UPDATE results SET run = ?, fresh = 0 WHERE name = ? AND target = ?", [run, row.name, row.target])

    def put(self, row: Row) -> None:
        self.execute(f"INSERT OR REPLACE INTO results ({_ROW}) VALUES ({_marks(Row)})", _ROW_VALUES(row))

    def rows(self, where: str = "TRUE", values: Sequence[Any] = (), page: int = 100) -> Iterator[Row]:
        """The rows that fit, by document and target; a page of them is held at a time."""
        last = ("", "")
        more = f"({where}) AND (name, target) > (?, ?) ORDER BY name, target LIMIT ?"
        while found := self.select(more, [*values, *last, page]):
            yield from found
            last = (found[-1].name, found[-1].target)

    def select(self, where: str, values: Sequence[Any] = ()) -> tuple[Row, ...]:
        """The rows that fit, all at once: ``where`` limits them."""
        return tuple(Row(*found) for found in self.execute(f"SELECT {_ROW} FROM results WHERE {where}", values))

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        with self._lock:
            try:
                yield
            except sqlite3.DatabaseError as error:
                raise _as_xlate(error, self.path) from error
            except OSError as error:
                raise OutputError(f"{self.path}: {error.strerror}.", "Choose another output with -o.") from error


def _as_xlate(error: sqlite3.DatabaseError, path: Path) -> OutputError | UsageError:
    if "locked" in str(error):
        return Busy(f"{path}: another `xlate batch` is writing here.", "Wait for it, or choose another -o.")
    if not isinstance(error, sqlite3.OperationalError):
        what = "it" if path.name == STATE else f"it and {path.name.removesuffix(f'.{STATE}')}"
        hint = f"Remove {what}: everything is translated again, and outputs that exist are replaced."
        return OutputError(f"{path}: is damaged ({error}).", hint)
    return OutputError(f"{path}: cannot be written ({error}).", "Free some space or choose another output with -o.")


def _marks(kind: type[Entry] | type[Row]) -> str:
    return ", ".join("?" * len(fields(kind)))

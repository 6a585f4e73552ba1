"""What can be saved of a damaged memory: all units on pages that can still be read."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from xlate.errors import InputError, OutputError
from xlate.memory.database import Garbled
from xlate.memory.schema import refuse_newer
from xlate.memory.store import UNITS, Memory, to_unit
from xlate.memory.unit import Unit

_AT_ONCE = 1_000
_COMPANIONS = ("-wal", "-shm")  # files that SQLite keeps beside its own


def recover(path: Path) -> tuple[int, Path]:
    """Put a sound memory in the place of a damaged one: how many units it has, and where the damaged file is kept.

    Nothing is written to the damaged file, which nobody may be using.  InputError if there is no file, if nothing in
    it can be read, if it is sound, or a newer xlate's.
    """
    if not path.is_file():
        raise InputError(f"{path}: no such memory.", "Check the spelling.")
    _refuse_sound(path)
    fresh = path.with_name(f"{path.name}.recovered")
    _remove(fresh)
    try:
        with Memory(fresh) as memory:
            n_units = memory.add(_readable(path))
            with memory.using() as connection:
                connection.executemany("INSERT OR IGNORE INTO facts VALUES (?, ?)", _headers(path))
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if not n_units:
            raise InputError(
                f"{path}: nothing in it can be read.", "Import the last TMX export of the memory into a new one."
            )
        aside = path.with_name(f"{path.name}.damaged-{datetime.now(UTC):%Y%m%d-%H%M%S}")
        for suffix in ("", *_COMPANIONS):
            if (part := path.with_name(path.name + suffix)).exists():
                part.rename(aside.with_name(aside.name + suffix))
        fresh.rename(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be replaced ({error.strerror}).", "Check permissions and space.") from error
    finally:
        _remove(fresh)
    return n_units, aside


def _readable(path: Path) -> Iterator[Unit]:
    """Every unit that can be read."""
    with _opened(path) as connection:
        columns = _columns(connection)
        if not columns:
            return
        sql = UNITS if "extra" in columns else UNITS.replace("u.extra", "''")
        step, at, last = _AT_ONCE, 0, _last(connection)
        while at < last:
            try:
                yield from map(to_unit, connection.execute(f"{sql} WHERE u.id > ? AND u.id <= ?", (at, at + step)))
                at, step = at + step, min(_AT_ONCE, step * 2)
            except (sqlite3.Error, ValueError):
                at, step = (at + 1, 1) if step == 1 else (at, step // 4 or 1)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The file, to be read only, however little of it is left."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    with contextlib.closing(connection):
        with contextlib.suppress(sqlite3.Error):
            connection.execute("PRAGMA writable_schema = ON")  # else a file that was cut off is not read at all
        yield connection


def _refuse_sound(path: Path) -> None:
    """InputError if the file is of a newer version, or if all of it can be read."""
    with contextlib.suppress(sqlite3.Error, Garbled), _opened(path) as connection:
        refuse_newer(connection, path)
        [fault] = connection.execute("PRAGMA quick_check(1)").fetchone()
        [n_units] = connection.execute("SELECT count(*) FROM units").fetchone()
        if fault == "ok" and "extra" in _columns(connection) and n_units == sum(1 for _ in _every_unit(connection)):
            raise InputError(f"{path}: is sound; all of its {n_units:,} units can be read.", "Use it as it is.")


def _every_unit(connection: sqlite3.Connection) -> Iterator[Unit]:
    return map(to_unit, connection.execute(UNITS))


def _headers(path: Path) -> list[tuple[str, str]]:
    """What the headers of imported TMX files said, if that can be read."""
    with contextlib.suppress(sqlite3.Error), _opened(path) as connection:
        return connection.execute("SELECT name, value FROM facts WHERE name LIKE 'tmx header %'").fetchall()
    return []


def _columns(connection: sqlite3.Connection) -> set[str]:
    try:
        return {row[1] for row in connection.execute("PRAGMA table_info(units)")}
    except sqlite3.Error:
        return set()


def _last(connection: sqlite3.Connection) -> int:
    """The highest number of a unit, or a guess well above it if the end of the table cannot be read."""
    for sql in ("SELECT max(id) FROM units", "SELECT max(rowid) FROM units NOT INDEXED"):
        with contextlib.suppress(sqlite3.Error):
            return int(connection.execute(sql).fetchone()[0] or 0)
    size = int(connection.execute("PRAGMA page_count").fetchone()[0])
    return size * 40


def _remove(path: Path) -> None:
    for suffix in ("", *_COMPANIONS):
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).unlink()

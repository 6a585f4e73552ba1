"""The memory's file: SQLite with a write-ahead log, its tables, and how older files are brought up to date.

    segments    texts of a language, each once: sources of units, and their neighbours
    units       translations of a segment, with where they come from
    signatures  how machines made them, each once
    words       what a similar segment is found by (FTS5 without positions: 100 bytes a segment)
    facts       the file's own name (random), and a number that goes up when a person's translation comes or goes

Version 1 had no ``words`` and no ``extra``.
"""

from __future__ import annotations

import secrets
import sqlite3
import time
from pathlib import Path

from xlate.errors import InputError
from xlate.memory.terms import stored_terms

APPLICATION = 0x786C7431  # "xlt1": PRAGMA application_id
BUSY_SECONDS = 60.0  # how long a writer waits for others: a chunk of an import takes about 3 s

VERSION_1 = (
    "CREATE TABLE segments (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, language TEXT NOT NULL,"
    " text TEXT NOT NULL)",
    "CREATE TABLE signatures (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
    "CREATE TABLE units (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE,"
    " segment INTEGER NOT NULL REFERENCES segments, target_language TEXT NOT NULL, target TEXT NOT NULL,"
    " origin TEXT NOT NULL, project TEXT NOT NULL, before INTEGER REFERENCES segments,"
    " after INTEGER REFERENCES segments, signature INTEGER REFERENCES signatures, score REAL,"
    " note TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL)",
    "CREATE INDEX units_by_segment ON units (segment, target_language)",
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value) WITHOUT ROWID",
    "INSERT INTO facts VALUES ('file', hex(randomblob(4))), ('revision', 0)",
)
VERSION_2 = (
    "ALTER TABLE units ADD COLUMN extra TEXT NOT NULL DEFAULT ''",
    "CREATE VIRTUAL TABLE words USING fts5 (terms, content='', columnsize=0, detail=none, tokenize='ascii')",
    "INSERT INTO words (words, rank) VALUES ('automerge', 2)",  # fewer parts to look into, for a little more writing
    "INSERT INTO words (rowid, terms) SELECT id, stored_terms(language, text) FROM segments",
)
MIGRATIONS = (VERSION_1, VERSION_2)
VERSION = len(MIGRATIONS)

DAMAGED = "`xlate memory recover -m FILE` saves what can be read and keeps the damaged file beside it."


def connect(path: Path, *, create: bool = True) -> sqlite3.Connection:
    """An open memory of today's version.  InputError if the file is none, is damaged, or is newer than this program."""
    if not create and not path.exists():
        raise InputError(f"{path}: no such memory.", "`xlate memory import` or `xlate memory add` makes one.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    except (OSError, sqlite3.OperationalError) as error:
        raise InputError(f"{path}: cannot be opened ({error}).", "Choose another place for the memory.") from error
    try:
        connection.create_function("stored_terms", 2, stored_terms, deterministic=True)
        _bring_up_to_date(connection, path)
    except sqlite3.Error as error:
        problem = explain(connection, path, error)
        connection.close()
        raise problem from error
    except BaseException:
        connection.close()
        raise
    return connection


def explain(connection: sqlite3.Connection, path: Path, error: sqlite3.Error) -> InputError:
    """What an error of SQLite means to the user."""
    message = str(error)
    if "not a database" in message:
        return InputError(f"{path}: is no translation memory.", f"If it was one, it is damaged: {DAMAGED}")
    if isinstance(error, sqlite3.OperationalError) and "locked" in message:
        return InputError(f"{path}: another process has been writing for {BUSY_SECONDS:.0f} s.", "Try again later.")
    if isinstance(error, sqlite3.ProgrammingError | sqlite3.IntegrityError):
        return InputError(f"{path}: {message}", "The program uses its memory wrongly; please report it.")
    if isinstance(error, sqlite3.OperationalError) and not ("malformed" in message or "decode" in message):
        return InputError(f"{path}: {message}.", "Check permissions and free space.")
    return InputError(f"{path}: is damaged ({_first_fault(connection) or message}).", DAMAGED)


def _first_fault(connection: sqlite3.Connection) -> str:
    try:
        [first, *_] = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error:
        return ""
    return "" if first == "ok" else " ".join(str(first).split())


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    found = _version(connection, path)
    for pragma in ("synchronous = NORMAL", "cache_size = -65536", "mmap_size = 1073741824", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    if found < VERSION:
        _use_log(connection)
        connection.execute("BEGIN IMMEDIATE")
        try:
            done = _version(connection, path)  # another process may have been quicker
            for number, statements in enumerate(MIGRATIONS[done:], done + 1):
                for statement in statements:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The file's version, 0 for a new one; InputError if it is another program's or of a newer xlate."""
    [version] = connection.execute("PRAGMA user_version").fetchone()
    [application] = connection.execute("PRAGMA application_id").fetchone()
    [tables] = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and application != APPLICATION:
        raise InputError(f"{path}: is a database of another program.", "Choose another file for the memory.")
    refuse_newer(connection, path)
    return int(version)


def refuse_newer(connection: sqlite3.Connection, path: Path) -> None:
    """InputError if a newer xlate made the file."""
    [version] = connection.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise InputError(f"{path}: was made by a newer xlate (version {version} of the memory).", "Update xlate.")


def _use_log(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log; SQLite does not wait for others here, so this does."""
    end = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > end:
                raise
        time.sleep(0.01 + secrets.randbelow(20) / 1000)

"""Where a memory keeps its tables: a SQLite file, or a PostgreSQL server that many machines share.

Both have the tables ``segments``, ``units``, ``signatures`` and ``facts`` with the same columns (``schema``), so that
what is read from them is written once, in ``store`` and ``upkeep``; here is what they do differently.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from xlate.errors import InputError
from xlate.memory.unit import Unit

_ADDRESS = re.compile(r"postgres(?:ql)?:/")
_SCHEME = re.compile(r"postgres(?:ql)?:/(?:/|(?!/))")  # a Path has swallowed the second slash


class Garbled(ValueError):
    """A row that no xlate has written."""


def not_text(name: str) -> InputError:
    """For a unit with half a character in it, as a terminal with another encoding may give."""
    return InputError(f"{name}: a unit holds characters that are no text (lone surrogates).", "Give it as UTF-8.")


class Database(Protocol):
    """An open database; used by one thread at a time."""

    name: str  # for messages; never a password

    @property
    def connection(self) -> Any:
        """``execute(sql, values)`` with ``?`` for values; what it gives has ``fetchone`` and ``fetchall``."""
        ...

    @property
    def n_bytes(self) -> int:
        """What it takes on the disk."""
        ...

    def close(self) -> None: ...

    def explained(self) -> AbstractContextManager[None]:
        """Errors of the database within become InputErrors that say the way out."""
        ...

    def transaction(self, *, alone: bool = False) -> AbstractContextManager[None]:
        """All that is written within counts, or nothing; ``alone``: nobody else writes meanwhile."""
        ...

    def store(self, units: Sequence[Unit]) -> int:
        """Write units within a transaction; how many are new or changed."""
        ...

    def voters(self, terms: Sequence[str], limit: int) -> list[list[int]]:
        """For each term (alternatives with spaces between) the segments that have it, ``limit`` of them at most."""
        ...

    def newest_voters(self, terms: Sequence[str], limit: int) -> list[list[int]]:
        """As ``voters``, the newest ones."""
        ...

    def forget_unused(self) -> None:
        """Delete segments and signatures that no unit needs, within a transaction."""
        ...

    def tidy(self) -> None:
        """Called within a transaction after much was written."""
        ...


def open_database(place: Path | str, *, create: bool = True) -> Database:
    """A file, or the server that an address ``postgresql://USER@HOST/DATABASE`` names."""
    if _ADDRESS.match(str(place)):
        from xlate.memory.postgres import PostgresDatabase

        return PostgresDatabase(_SCHEME.sub("postgresql://", str(place), count=1), create=create)
    from xlate.memory.sqlite import SqliteDatabase

    return SqliteDatabase(Path(place), create=create)


def is_address(place: Path | str) -> bool:
    """Whether a memory is on a server, not in a file."""
    return bool(_ADDRESS.match(str(place)))

"""A translation memory.  Several processes and threads may read and write it at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Any

from xlate.memory.database import Garbled, open_database
from xlate.memory.fuzzy import Finder
from xlate.memory.unit import Languages, Match, Query, Unit, UnitOrigin, is_stale, n_same_context, ranked, segment_key
from xlate.memory.writing import REVISED

CHUNK = 20_000  # units of a long import written at a time: others can write in between
KEYS = 500  # looked up at a time
PAGE = 5_000  # units read at a time

_ORIGINS = {origin.value: origin for origin in UnitOrigin}
UNITS = """SELECT s.text, s.language, u.target_language, u.target, u.origin, u.project, b.text, a.text, g.text, u.score,
 u.note, u.created, u.changed, u.extra, u.id FROM units u JOIN segments s ON s.id = u.segment
 LEFT JOIN segments b ON b.id = u.before LEFT JOIN segments a ON a.id = u.after
 LEFT JOIN signatures g ON g.id = u.signature"""


class Memory:
    """The memory in ``place``: a file, made on first use, or ``postgresql://USER@HOST/DATABASE``.

    InputError if it is no memory, is damaged or cannot be reached.
    """

    def __init__(self, place: Path | str, *, create: bool = True) -> None:
        self._lock = RLock()
        self._database = open_database(place, create=create)
        self._finder = Finder(self._database)

    def __enter__(self) -> Memory:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._database.close()

    @property
    def name(self) -> str:
        """The file or the address, without a password."""
        return self._database.name

    @property
    def n_bytes(self) -> int:
        """What it takes on the disk."""
        with self._lock, self._database.explained():
            return self._database.n_bytes

    @property
    def fingerprint(self) -> str:
        """Changes whenever a translation by a person came, changed or went."""
        with self.using() as connection:
            facts = dict(connection.execute("SELECT name, value FROM facts WHERE name IN ('file', 'revision')"))
        return f"{str(facts['file']).lower()}.{facts['revision']}"

    def add(self, units: Iterable[Unit]) -> int:
        """Store units, ``CHUNK`` in a transaction, whole or not at all; how many are new or changed."""
        return sum(self.add_in_chunks(units))

    def add_in_chunks(self, units: Iterable[Unit]) -> Iterator[int]:
        """``add`` chunk by chunk: how many of each are new or changed."""
        rest, n_stored = iter(units), 0
        while chunk := list(islice(rest, CHUNK)):
            n_stored += (n_new := self.add_together(chunk))
            yield n_new
        if n_stored > CHUNK:
            with self.writing():
                self._database.tidy()

    def add_together(self, units: Sequence[Unit]) -> int:
        """Store units in one transaction; how many are new or changed."""
        with self.writing():
            return self._database.store(units)

    def has_people(self, languages: Languages) -> bool:
        """Whether there is a unit of the pair that a person made."""
        sql = f"{UNITS} WHERE u.origin <> 'machine' AND s.language = ? AND u.target_language = ? LIMIT 1"
        with self.using() as connection:
            return connection.execute(sql, languages).fetchone() is not None

    def exact(self, languages: Languages, queries: Sequence[Query], signature: str = "") -> list[list[Match]]:
        """For every query the units of the same segment, best first.  ``signature`` is today's: others are stale."""
        keys = [segment_key(languages[0], query.text) for query in queries]
        found: dict[str, list[Unit]] = {}
        with self.using() as connection:
            for start in range(0, len(keys), KEYS):
                some = keys[start : start + KEYS]
                sql = f"{UNITS} WHERE s.key IN ({','.join('?' * len(some))}) AND u.target_language = ?"
                for row in connection.execute(sql, (*some, languages[1])):
                    found.setdefault(row[0], []).append(to_unit(row))
        return [_matches(found.get(query.text, ()), query, signature) for query in queries]

    def fuzzy(
        self,
        languages: Languages,
        query: Query,
        *,
        least: float = 0.75,
        limit: int = 5,
        signature: str = "",
        people_only: bool = False,
    ) -> list[Match]:
        """The units whose sources are at least ``least`` alike (1 - edits / length of the longer), best first.

        In memories of more than ``fuzzy.SCAN`` segments, a segment is found by what it shares with the query.
        """
        condition = " AND u.origin <> 'machine'" if people_only else ""
        matches: list[Match] = []
        with self.using() as connection:
            for likeness, segment in self._finder.alike(languages, query.text, least, limit, condition):
                rows = connection.execute(f"{UNITS} WHERE u.segment = ? AND u.target_language = ?{condition}",
                                          (segment, languages[1]))  # fmt: skip
                for unit in map(to_unit, rows):
                    matches.append(Match(unit, likeness, n_same_context(unit, query), is_stale(unit, signature)))
        return ranked(matches)[:limit]

    def units(self, condition: str = "TRUE", values: Sequence[Any] = ()) -> Iterator[Unit]:
        """All units, or those of a condition in SQL over u (units), s (segments) and g (signatures), by source."""
        sql = f"{UNITS} WHERE ({condition}) AND (u.segment, u.id) > (?, ?) ORDER BY u.segment, u.id LIMIT {PAGE}"
        sql = sql.replace("u.id FROM", "u.id, u.segment FROM", 1)
        last = (0, 0)
        while True:
            with self.using() as connection:
                rows = connection.execute(sql, (*values, *last)).fetchall()
                page = list(map(to_unit, rows))
            yield from page
            if len(rows) < PAGE:
                return
            last = (rows[-1][-1], rows[-1][-2])

    def delete(self, condition: str, values: Sequence[Any] = (), *, dry_run: bool = False) -> int:
        """Delete the units of a condition, and what nothing needs any more; how many units went, or would go."""
        chosen = (
            "SELECT u.id FROM units u JOIN segments s ON s.id = u.segment LEFT JOIN signatures g ON g.id = u.signature"
            f" WHERE {condition}"
        )
        with self.writing(alone=True) as connection:
            [n_units] = connection.execute(f"SELECT count(*) FROM ({chosen}) AS chosen", values).fetchone()
            if dry_run or not n_units:
                return int(n_units)
            people = f"SELECT count(*) FROM units WHERE origin <> 'machine' AND id IN ({chosen})"
            if connection.execute(people, values).fetchone()[0]:
                connection.execute(REVISED)
            connection.execute(f"DELETE FROM units WHERE id IN ({chosen})", values)
            self._database.forget_unused()
        return int(n_units)

    @contextmanager
    def using(self) -> Iterator[Any]:
        """The database's connection, for one thread at a time; its errors become errors for users."""
        with self._lock, self._database.explained():
            yield self._database.connection

    @contextmanager
    def writing(self, *, alone: bool = False) -> Iterator[Any]:
        """A transaction: everything in it is written, or nothing.  ``alone``: nobody else writes meanwhile."""
        with self.using() as connection, self._database.transaction(alone=alone):
            yield connection


def _matches(units: Sequence[Unit], query: Query, signature: str) -> list[Match]:
    return ranked([Match(unit, 1.0, n_same_context(unit, query), is_stale(unit, signature)) for unit in units])


def to_unit(row: Sequence[Any]) -> Unit:
    """A unit from a row of ``UNITS``."""
    source, language, target_language, target, origin, project, before, after, signature, *rest = row
    score, note, created, changed, extra, number = rest[:6]
    if origin not in _ORIGINS:
        raise Garbled(f"unit {number} is of no origin that there is")
    return Unit(
        source, target, (language, target_language), _ORIGINS[origin], project, before, after, signature or "",
        score, note, created, changed, extra, number,
    )  # fmt: skip

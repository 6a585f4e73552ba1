"""Units into the tables, many at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from xlate.memory.unit import Unit, UnitOrigin, segment_key, unit_key

_SEGMENT = "(SELECT id FROM segments WHERE key = ?)"
_INSERT = f"""INSERT INTO units (key, segment, target_language, target, origin, project, before, after, signature,
 score, note, created, changed, extra)
 VALUES (?, {_SEGMENT}, ?, ?, ?, ?, {_SEGMENT}, {_SEGMENT}, (SELECT id FROM signatures WHERE text = ?), ?, ?, ?, ?, ?)
 ON CONFLICT (key) DO UPDATE SET target = excluded.target, signature = excluded.signature, score = excluded.score,
 note = CASE excluded.note WHEN '' THEN note ELSE excluded.note END, changed = excluded.changed, extra = excluded.extra
 WHERE target <> excluded.target OR signature IS NOT excluded.signature OR score IS NOT excluded.score
 OR extra <> excluded.extra OR excluded.note NOT IN ('', note)
 OR (excluded.origin = 'reviewed' AND excluded.changed > changed)"""


def store(connection: sqlite3.Connection, units: Sequence[Unit]) -> int:
    """Write the units within a transaction; how many are new or changed."""
    texts = {(u.languages[0], text): None for u in units for text in (u.source, u.before, u.after) if text is not None}
    keys = {item: segment_key(*item) for item in texts}
    [last] = connection.execute("SELECT coalesce(max(id), 0) FROM segments").fetchone()
    rows: Iterable[tuple[Any, ...]] = ((key, *item) for item, key in keys.items())
    connection.executemany("INSERT OR IGNORE INTO segments (key, language, text) VALUES (?, ?, ?)", rows)
    connection.execute(
        "INSERT INTO words (rowid, terms) SELECT id, stored_terms(language, text) FROM segments WHERE id > ?", (last,)
    )
    signatures = {(u.signature,): None for u in units if u.signature}
    connection.executemany("INSERT OR IGNORE INTO signatures (text) VALUES (?)", signatures)
    now = f"{datetime.now(UTC).replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"
    n_changed = 0
    for people in (False, True):
        some = [_row(u, keys, now) for u in units if (u.origin is not UnitOrigin.MACHINE) is people]
        n = connection.executemany(_INSERT, some).rowcount if some else 0
        if n and people:
            count_revision(connection)
        n_changed += n
    return n_changed


def count_revision(connection: sqlite3.Connection) -> None:
    """People's translations have changed: so has the memory's fingerprint."""
    connection.execute("UPDATE facts SET value = value + 1 WHERE name = 'revision'")


def _row(unit: Unit, keys: dict[tuple[str, str], bytes], now: str) -> tuple[Any, ...]:
    language = unit.languages[0]
    before, after = (None if text is None else keys[language, text] for text in (unit.before, unit.after))
    return (
        *(unit_key(unit), keys[language, unit.source], unit.languages[1], unit.target, unit.origin.value, unit.project),
        *(before, after, unit.signature or None, unit.score, unit.note),
        *(unit.created or now, unit.changed or unit.created or now, unit.extra),
    )

"""Units as rows of the tables, many at once, for whatever database takes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Any

from xlate.memory.unit import Unit, UnitOrigin, segment_key, unit_key

COLUMNS = (
    "key, segment, target_language, target, origin, project, before, after, signature, score, note, created, changed,"
    " extra"
)
UPSERT = """ON CONFLICT (key) DO UPDATE SET target = excluded.target, signature = excluded.signature,
 score = excluded.score, note = CASE excluded.note WHEN '' THEN units.note ELSE excluded.note END,
 changed = excluded.changed, extra = excluded.extra
 WHERE excluded.changed >= units.changed AND (units.target <> excluded.target
 OR coalesce(units.signature, 0) <> coalesce(excluded.signature, 0)
 OR coalesce(units.score, -1) <> coalesce(excluded.score, -1) OR units.extra <> excluded.extra
 OR excluded.note NOT IN ('', units.note) OR (excluded.origin = 'reviewed' AND excluded.changed > units.changed))"""
"""What becomes of a unit that is there already: the new one takes its place, if it says anything new and is not older
(an old export that is imported must not undo what came after it)."""
REVISED = "UPDATE facts SET value = CAST(CAST(value AS BIGINT) + 1 AS TEXT) WHERE name = 'revision'"
"""People's translations have changed: so has the memory's fingerprint."""

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows to write: segments (key, language, text), and units (``COLUMNS``; keys and texts stand for ids)."""

    segments: list[Row]
    signatures: list[str]
    by_machines: list[Row]
    by_people: list[Row]


class Clock:
    """The time in milliseconds, later at each call: the last of two corrections counts, though they come in the same
    millisecond or the computer's clock is put back between them."""

    def __init__(self) -> None:
        self._last = datetime.min
        self._lock = Lock()

    def now(self) -> str:
        with self._lock:
            time = datetime.now(UTC).replace(tzinfo=None)
            time = time.replace(microsecond=time.microsecond // 1000 * 1000)
            self._last = max(time, self._last + timedelta(milliseconds=1))
            return f"{self._last.isoformat(timespec='milliseconds')}Z"


_CLOCK = Clock()


def rows_of(units: Sequence[Unit]) -> Rows:
    """The rows of the units, those of people's apart: they make a new revision of the memory."""
    texts = {(u.languages[0], text): None for u in units for text in (u.source, u.before, u.after) if text is not None}
    keys = {item: segment_key(*item) for item in texts}
    signatures = list(dict.fromkeys(u.signature for u in units if u.signature))
    now = _CLOCK.now()
    machine, people = (
        [_row(u, keys, now) for u in units if (u.origin is not UnitOrigin.MACHINE) is by_person]
        for by_person in (False, True)
    )
    return Rows([(key, *item) for item, key in keys.items()], signatures, machine, people)


def _row(unit: Unit, keys: dict[tuple[str, str], bytes], now: str) -> Row:
    language = unit.languages[0]
    before, after = (None if text is None else keys[language, text] for text in (unit.before, unit.after))
    return (
        *(unit_key(unit), keys[language, unit.source], unit.languages[1], unit.target, unit.origin.value, unit.project),
        *(before, after, unit.signature or None, unit.score, unit.note),
        *(unit.created or now, unit.changed or unit.created or now, unit.extra),
    )

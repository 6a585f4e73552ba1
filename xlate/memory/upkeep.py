"""Keeping a memory in order: what is in it, what looks wrong, what can go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any

from xlate.checks import Pair, run_checks
from xlate.memory.store import Memory
from xlate.memory.unit import Unit, UnitOrigin
from xlate.model import Finding, Severity

_AT_ONCE = 1_000  # units checked at a time


@dataclass(frozen=True, slots=True)
class Count:
    """Units of one pair, project and origin; the dates of the oldest and the latest change."""

    source: str
    target: str
    project: str
    origin: str
    n_units: int
    oldest: str
    newest: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Which units; what is empty does not matter.  ``before`` is an ISO date: last changed earlier."""

    languages: tuple[str, str] | None = None
    project: str = ""
    origin: str = ""
    before: str = ""
    stale_signature: str = ""  # a machine made them, and not the one with this signature

    def condition(self) -> tuple[str, list[Any]]:
        """SQL over u (units), s (segments) and g (signatures), with its values; ``TRUE`` for no choice."""
        parts: list[tuple[str, list[Any]]] = []
        if self.languages:
            parts.append(("s.language = ? AND u.target_language = ?", [*self.languages]))
        if self.project:
            parts.append(("u.project = ?", [self.project]))
        if self.origin:
            parts.append(("u.origin = ?", [self.origin]))
        if self.before:
            parts.append(("u.changed < ?", [self.before]))
        if self.stale_signature:
            parts.append(("u.origin = 'machine' AND (g.text <> ? OR g.text IS NULL)", [self.stale_signature]))
        sql = " AND ".join(f"({part})" for part, _ in parts)
        return sql or "TRUE", [value for _, values in parts for value in values]


def stats(memory: Memory) -> list[Count]:
    """What is in the memory, the most first."""
    sql = (
        "SELECT s.language, u.target_language, u.project, u.origin, count(*), min(u.changed), max(u.changed)"
        " FROM units u JOIN segments s ON s.id = u.segment GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 1, 2, 3, 4"
    )
    with memory.using() as connection:
        return [Count(*row) for row in connection.execute(sql).fetchall()]


def chosen(memory: Memory, choice: Choice) -> Iterator[Unit]:
    """The units of a choice, by source."""
    return memory.units(*choice.condition())


def prune(memory: Memory, choice: Choice, *, dry_run: bool = False) -> int:
    """Delete the units of a choice, and segments that nothing needs any more; how many units went (or would go)."""
    return memory.delete(*choice.condition(), dry_run=dry_run)


def lint(memory: Memory, choice: Choice) -> Iterator[tuple[Unit, Finding]]:
    """What the checks of translations find in the units, and people's translations of a segment that differ."""
    units = chosen(memory, choice)
    while some := list(islice(units, _AT_ONCE)):
        pairs = [Pair(u.source, u.target, *u.languages, u.score) for u in some]
        for unit, findings in zip(some, run_checks(pairs), strict=True):
            yield from ((unit, finding) for finding in findings)
    by_source = groupby(chosen(memory, choice), key=lambda unit: (unit.languages[0], unit.source))
    for _, same in by_source:
        yield from _differing(list(same))


def _differing(same: list[Unit]) -> Iterator[tuple[Unit, Finding]]:
    first: dict[str, Unit] = {}
    for unit in same:
        if unit.origin is UnitOrigin.MACHINE:
            continue
        other = first.setdefault(unit.languages[1], unit)
        if other.target != unit.target:
            message = f"Unit {other.id} translates the same segment differently: {other.target}"
            yield unit, Finding("consistency", Severity.WARNING, message)

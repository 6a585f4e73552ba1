"""Corrections come back: an edited file of translations against what the memory has.

A target that was edited, or that differs from the memory's where the file cannot tell, is a correction: it is stored as
reviewed, with the signature of what it corrects.  One that is the same says nothing, as nobody may have read it
(``confirm`` takes it as read).  A segment that the memory does not know is learnt if a person wrote or edited it; if a
machine may have, only with ``confirm``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from pathlib import Path

from xlate.memory.edited import Edited, read_edited
from xlate.memory.store import Memory
from xlate.memory.unit import Languages, Query, Unit, UnitOrigin

_AT_ONCE = 5_000


class Change(StrEnum):
    """What a row of an edited file means to the memory."""

    CORRECTED = "corrected"
    NEW = "new"
    SAME = "same"
    UNKNOWN = "unknown"  # the memory does not have the segment, and a machine may have written it
    MISFIT = "misfit"


@dataclass(frozen=True, slots=True)
class Learnt:
    """What came of a row: ``was`` is the target that a correction takes the place of, "" where nobody knows it."""

    change: Change
    place: str
    source: str = ""
    target: str = ""
    was: str = ""
    problem: str = ""


@dataclass(slots=True)
class Lesson:
    """What came of a file: corrections and new translations stored, those as they were, and rows not taken."""

    n_corrected: int = 0
    n_new: int = 0
    n_same: int = 0
    n_unknown: int = 0
    n_misfit: int = 0

    def count(self, change: Change) -> None:
        setattr(self, f"n_{change}", getattr(self, f"n_{change}") + 1)


def learn(
    memory: Memory,
    path: Path,
    languages_: Languages | None = None,
    *,
    project: str = "",
    confirm: bool = False,
    dry_run: bool = False,
    told: Callable[[Learnt], None] = lambda _: None,
) -> Lesson:
    """Take the corrections of an edited file into the memory; with ``dry_run`` nothing is stored.

    ``languages_`` are those of a TSV file.  ``told`` is called with every row, in order.
    """
    rows, lesson = read_edited(path, languages_), Lesson()
    while some := list(islice(rows, _AT_ONCE)):
        units = []
        for learnt, unit in _judged(memory, some, project, confirm=confirm):
            lesson.count(learnt.change)
            told(learnt)
            units += [unit] if unit else []
        if not dry_run:
            memory.add_together(units)
    return lesson


def _judged(
    memory: Memory, rows: Iterable[Edited], project: str, *, confirm: bool
) -> Iterator[tuple[Learnt, Unit | None]]:
    for row in rows:
        unit = row.unit
        if unit is None:
            if row.problem:
                yield Learnt(Change.MISFIT, row.place, problem=row.problem), None
            continue
        [matches] = memory.exact(unit.languages, [Query(unit.source, unit.before, unit.after)])
        basis = matches[0].unit if matches else None
        change = _change(row, unit, basis, confirm=confirm)
        was = row.was if row.touched and row.was else basis.target if basis else ""
        stored = _correction(unit, basis, project) if change in (Change.CORRECTED, Change.NEW) else None
        yield Learnt(change, row.place, unit.source, unit.target, was), stored


def _change(row: Edited, unit: Unit, basis: Unit | None, *, confirm: bool) -> Change:
    by_person = basis is not None and basis.origin is not UnitOrigin.MACHINE
    if basis and basis.target == unit.target and (by_person or not (confirm or row.touched)):
        return Change.SAME
    if row.touched is False and not confirm:  # whatever the memory has learnt meanwhile
        return Change.SAME
    if basis or row.touched:
        return Change.CORRECTED
    return Change.NEW if confirm or unit.origin is not UnitOrigin.MACHINE else Change.UNKNOWN


def _correction(unit: Unit, basis: Unit | None, project: str) -> Unit:
    basis = basis or unit
    return replace(
        unit,
        origin=UnitOrigin.REVIEWED,
        project=project or unit.project or basis.project,
        signature=unit.signature or basis.signature,
        score=None,
        extra="",
        created="",
        changed="",
        id=0,
    )

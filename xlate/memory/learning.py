"""Corrections come back: an edited file of translations against what the memory has.

A target that was edited, or that differs from the memory's where the file cannot tell, is a correction: it is stored as
reviewed, with the signature of what it corrects.  One that is the same says nothing, as nobody may have read it
(``confirm`` takes it as read).  A segment that the memory does not know is learnt if a person wrote or edited it; if a
machine may have, only with ``confirm``.  So is what an older file says otherwise: TMX and JSON do not tell whether it
was edited, or whether another model made it, or a person corrected it after the file was written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from pathlib import Path

from xlate.memory.edited import Edited, read_edited
from xlate.memory.store import Memory
from xlate.memory.unit import Languages, Match, Query, Unit, UnitOrigin

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
    as_of: str = "",
    told: Callable[[Learnt], None] = lambda _: None,
) -> Lesson:
    """Take the corrections of an edited file into the memory; with ``dry_run`` nothing is stored.

    ``languages_`` are those of a TSV file.  ``told`` is called with every row, in order.  ``as_of`` is the memory's
    fingerprint before the first of several files.
    """
    rows, lesson, as_of = read_edited(path, languages_), Lesson(), as_of or memory.fingerprint
    while some := list(islice(rows, _AT_ONCE)):
        units = []
        for learnt, stored in _judged(memory, some, project, as_of, confirm=confirm):
            lesson.count(learnt.change)
            told(learnt)
            units += stored
        if not dry_run:
            memory.add_together(units)
    return lesson


def in_every_place(unit: Unit, matches: Iterable[Match]) -> list[Unit]:
    """A person's unit, and where its neighbours are not known, the unit in each place where another person's stands.

    Else these would go on standing there, as units with the same neighbours come first.
    """
    others = (m.unit for m in matches if m.unit.origin is not UnitOrigin.MACHINE and m.unit.target != unit.target)
    places = {
        (other.before, other.after): None
        for other in others
        if unit.before in (None, other.before) and unit.after in (None, other.after)
    }
    places.pop((unit.before, unit.after), None)
    return [unit, *(replace(unit, before=before, after=after) for before, after in places)]


def _judged(
    memory: Memory, rows: Iterable[Edited], project: str, as_of: str, *, confirm: bool
) -> Iterator[tuple[Learnt, list[Unit]]]:
    for row in rows:
        unit = row.unit
        if unit is None:
            if row.problem:
                yield Learnt(Change.MISFIT, row.place, problem=row.problem), []
            continue
        [matches] = memory.exact(unit.languages, [Query(unit.source, unit.before, unit.after)])
        basis = matches[0].unit if matches else None
        change = _change(row, unit, matches, as_of, confirm=confirm)
        was = row.was if row.touched and row.was else basis.target if basis else ""
        learns = change in (Change.CORRECTED, Change.NEW)
        stored = in_every_place(_correction(unit, basis, project), matches) if learns else []
        unknown = "may be older than what the memory has" if basis else "is not in the memory"
        problem = unknown if change is Change.UNKNOWN else ""
        yield Learnt(change, row.place, unit.source, unit.target, was, problem), stored


def _change(row: Edited, unit: Unit, matches: Sequence[Match], as_of: str, *, confirm: bool) -> Change:
    basis = matches[0].unit if matches else None
    by_person = basis is not None and basis.origin is not UnitOrigin.MACHINE
    if basis and basis.target == unit.target and (by_person or not (confirm or row.touched)):
        return Change.SAME
    if row.touched is False and not confirm:  # whatever the memory has learnt meanwhile
        return Change.SAME
    if row.touched is None and unit.origin is UnitOrigin.MACHINE and basis and not confirm:
        if any(match.unit.target == unit.target for match in matches):
            return Change.SAME  # what the machine made, whoever corrected it since
        return Change.CORRECTED if _of_today(unit.signature, matches, as_of) else Change.UNKNOWN
    if basis or row.touched:
        return Change.CORRECTED
    return Change.NEW if confirm or unit.origin is not UnitOrigin.MACHINE else Change.UNKNOWN


def _of_today(signature: str, matches: Sequence[Match], as_of: str) -> bool:
    """Whether a file of translations was made from what the memory has, so that what differs was edited."""
    if not signature:
        return True
    made, best = _entries(signature), matches[0].unit
    if best.origin is not UnitOrigin.MACHINE:
        return made.get("memory") == as_of
    return any(_alike(made, _entries(m.unit.signature)) for m in matches if m.unit.origin is UnitOrigin.MACHINE)


def _entries(signature: str) -> dict[str, str]:
    return dict(entry.split(":", 1) for entry in signature.split("|") if ":" in entry)


def _alike(made: dict[str, str], unit: dict[str, str]) -> bool:
    """Whether a document with that signature may hold the unit: of several routes, the unit has one."""
    several = ("route", "models")
    return all(
        set(unit.get(name, "").split(", ")) <= set(made.get(name, "").split(", "))
        if name in several
        else made.get(name) == unit.get(name)
        for name in {*made, *unit} - {"memory", "terms"}
    )


def _correction(unit: Unit, basis: Unit | None, project: str) -> Unit:
    basis = basis or unit
    return replace(
        unit,
        origin=UnitOrigin.REVIEWED,
        project=project or unit.project or basis.project,
        signature=(basis if basis.origin is UnitOrigin.MACHINE else unit).signature or basis.signature,
        score=None,
        extra="",
        created="",
        changed="",
        id=0,
    )

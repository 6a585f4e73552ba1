"""What two termbases have that the other has not, cell by cell: for people who review a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from xlate.glossary.concept import Concept
from xlate.glossary.row import FACTS, render_row
from xlate.glossary.termbase import Key, key


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell on both sides; empty where the row is not there or the cell is."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that came, went or changed: ``added``, ``removed`` or ``changed``."""

    what: str
    name: str
    kind: str
    domain: str
    place: str
    cells: tuple[CellChange, ...]

    def __str__(self) -> str:
        sign = {"added": "+", "removed": "-", "changed": "~"}[self.what]
        head = f"{sign} {self.name} ({self.kind}{f', {self.domain}' if self.domain else ''})"
        if self.what == "changed":
            cells = "".join(f"\n    {c.column}: {c.before or '(empty)'} -> {c.after or '(empty)'}" for c in self.cells)
            return head + cells
        side = "after" if self.what == "added" else "before"
        terms = [f"{c.column} {getattr(c, side)}" for c in self.cells if c.column not in FACTS]
        return f"{head}: {', '.join(terms)}"


def compare(before: Iterable[Concept], after: Iterable[Concept]) -> list[RowChange]:
    """Rows told apart by their key (English term, kind, domain), in the order of ``after``, what went at the end."""
    old, new = _by_key(before), _by_key(after)
    found = []
    for at, concept in new.items():
        if at not in old:
            found.append(_change("added", concept, _cells(None, concept)))
        elif cells := _cells(old[at], concept):
            found.append(_change("changed", concept, cells))
    found += [_change("removed", concept, _cells(concept, None)) for at, concept in old.items() if at not in new]
    return found


def columns_of(concepts: Iterable[Concept]) -> tuple[str, ...]:
    """Language columns in the order in which they come up, then the facts."""
    return (*dict.fromkeys(code for concept in concepts for code in concept.terms), *FACTS)


def _by_key(concepts: Iterable[Concept]) -> dict[tuple[Key, int], Concept]:
    """By key, doubles of a key numbered."""
    found: dict[tuple[Key, int], Concept] = {}
    for concept in concepts:
        number = 0
        while (key(concept), number) in found:
            number += 1
        found[key(concept), number] = concept
    return found


def _cells(before: Concept | None, after: Concept | None) -> tuple[CellChange, ...]:
    columns = columns_of(c for c in (before, after) if c)
    left, right = (render_row(c, columns) if c else dict.fromkeys(columns, "") for c in (before, after))
    return tuple(CellChange(c, left[c], right[c]) for c in columns if left[c] != right[c])


def _change(what: str, concept: Concept, cells: Sequence[CellChange]) -> RowChange:
    name, kind, domain = key(concept)
    return RowChange(what, name, str(kind), domain, concept.place, tuple(cells))


def rows(changes: Iterable[RowChange]) -> Iterator[str]:
    """The changes as lines, and how many there were of each sort at the end."""
    count = {"added": 0, "removed": 0, "changed": 0}
    for change in changes:
        count[change.what] += 1
        yield str(change)
    yield ", ".join(f"{n} {what}" for what, n in count.items())

"""Two termbases into one: rows of the second that the first lacks are added, empty cells filled, conflicts decided.

A conflict is a cell that both fill differently.  Lists (aliases, forbidden) are joined, not compared: more of them is
never a contradiction.  The file of the first keeps its comments and order; merged rows keep their line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from xlate.glossary.comparing import columns_of
from xlate.glossary.concept import Concept, Term
from xlate.glossary.files import TermbaseFile
from xlate.glossary.row import parse_row, render_row
from xlate.glossary.termbase import Key, key

_JOINED = ("aliases", "forbidden")
_FREE = ("note", "source", "date")  # the first's stay: nobody loses a translation by them


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that both fill differently, and what was taken."""

    name: str
    place: str
    other_place: str
    column: str
    first: str
    second: str
    taken: str = ""

    def __str__(self) -> str:
        decided = f"; took {self.taken}" if self.taken else ""
        return f"{self.place}: {self.column}: {self.name}: {self.first} or {self.second} ({self.other_place}){decided}"


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged file, and where the two disagreed; ``open`` conflicts are those that nobody decided."""

    file: TermbaseFile
    conflicts: tuple[Conflict, ...]
    n_added: int = 0
    n_filled: int = 0

    @property
    def open(self) -> tuple[Conflict, ...]:
        return tuple(conflict for conflict in self.conflicts if not conflict.taken)


def merge(first: TermbaseFile, others: Iterable[Concept], prefer: str = "") -> Merged:
    """``prefer`` is "first", "second" or empty: then the first's cell stays and the conflict is left open."""
    merged, conflicts, n_added, n_filled = first, [], 0, 0
    lines: dict[Key, int] = {}
    for line, row in first.rows:
        if isinstance(row, Concept):
            lines.setdefault(key(row), line)
    for other in others:
        line = lines.get(key(other), 0)
        if not line:
            merged = merged.appended(other)
            lines[key(other)] = len(merged.lines)
            n_added += 1
            continue
        ours = dict(merged.rows)[line] if merged is first else _row(merged, line)
        if not isinstance(ours, Concept):
            continue
        both, found = _both(ours, other, prefer)
        conflicts += found
        if both != ours:
            merged, n_filled = merged.replaced(line, both), n_filled + 1
    return Merged(merged, tuple(conflicts), n_added, n_filled)


def _row(file: TermbaseFile, line: int) -> Concept | None:
    cells = dict(zip(file.columns, file.lines[line - 1].split("\t"), strict=False))
    return parse_row(cells, f"{file.path.name}:{line}")


def _both(ours: Concept, other: Concept, prefer: str) -> tuple[Concept, list[Conflict]]:
    columns = columns_of((ours, other))
    left, right = render_row(ours, columns), render_row(other, columns)
    cells, conflicts = dict(left), []
    for column in columns:
        if column in _JOINED or left[column] == right[column] or not right[column]:
            continue
        if not left[column] and column not in ("status",):
            cells[column] = right[column]
        elif column not in _FREE:
            taken = right[column] if prefer == "second" else left[column] if prefer else ""
            cells[column] = taken or left[column]
            conflicts.append(
                Conflict(
                    key(ours)[0], ours.place, other.place, column, left[column] or "approved", right[column], taken
                )
            )
    joined = parse_row({c: v for c, v in cells.items() if c not in _JOINED}, ours.place)
    return replace(joined, terms=_with_names(joined.terms, ours, other)), conflicts


def _with_names(terms: Mapping[str, Term], ours: Concept, other: Concept) -> dict[str, Term]:
    """The terms with the aliases and forbidden spellings of both rows."""
    made = {}
    for code, term in terms.items():
        sides = [concept.terms[code] for concept in (ours, other) if code in concept.terms]
        aliases = dict.fromkeys(alias for side in sides for alias in side.aliases if alias != term.text)
        forbidden = dict.fromkeys(variant for side in sides for variant in side.forbidden)
        made[code] = replace(term, aliases=tuple(aliases), forbidden=tuple(forbidden))
    return made

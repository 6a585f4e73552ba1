"""Changes to termbase files: one row added, edited or removed, shown as a diff before anything is written.

Only the cells that change are written anew: the rest of the row, the comments and the order stay as they were.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from xlate import languages
from xlate.errors import UsageError
from xlate.glossary.concept import Concept
from xlate.glossary.files import TermbaseFile, as_row, empty_file, read_file
from xlate.glossary.row import FACTS, BadCell, parse_row
from xlate.glossary.shelf import Entry
from xlate.glossary.termbase import key
from xlate.similarity import changes


@dataclass(frozen=True, slots=True)
class Change:
    """A file before (None if it is new) and after."""

    before: TermbaseFile | None
    after: TermbaseFile

    @property
    def path(self) -> Path:
        return self.after.path

    def diff(self) -> str:
        """The lines that change, with their numbers; empty if none does."""
        old = self.before.lines if self.before else ()
        shown = []
        for a, b, c, d in changes(old, self.after.lines):
            shown.append(f"@@ {self.path}:{a + 1}\n")
            shown += [f"-{line}\n" for line in old[a:b]] + [f"+{line}\n" for line in self.after.lines[c:d]]
        return "".join(shown)

    def write(self) -> None:
        """Write the file, whole or not at all; nothing if nothing changed."""
        if self.before is None or self.before.lines != self.after.lines:
            self.after.write()


def file_to_write(path: Path) -> tuple[TermbaseFile | None, TermbaseFile]:
    """The file at ``path`` as it is, and as what it starts from: a new one has the usual columns."""
    if not path.exists():
        return None, empty_file(path)
    file = read_file(path)
    return file, file


def parse_cells(settings: Sequence[str]) -> dict[str, str]:
    """``["be=Лукашэнка", "status=draft"]`` as cells; UsageError for a column that there is not."""
    cells = {}
    for setting in settings:
        column, equals, value = setting.partition("=")
        column = column.strip()
        if not equals:
            raise UsageError(f'"{setting}" sets no cell.', "Write column=value, for example be=Лукашэнка kind=person.")
        if column not in FACTS and not languages.known(column):
            raise UsageError(f'There is no column "{column}".', f"Columns are language codes and: {', '.join(FACTS)}.")
        if any(mark in value for mark in "\t\n\r"):
            raise UsageError(f"{column}: a cell is one line without tabs.", "Take out the tab or line break.")
        cells[column] = value.strip()
    return cells


def added(path: Path, cells: Mapping[str, str]) -> Change:
    """A row at the end of the file; UsageError if it cannot be read back, or stands there already."""
    before, file = file_to_write(path)
    concept = _concept(cells, str(path))
    for line, row in file.rows:
        if isinstance(row, Concept) and key(row) == key(concept):
            name = key(concept)[0]
            raise UsageError(f'{path}:{line}: "{name}" stands there already.', "Edit it, or give it another domain.")
    return Change(before, file.appended(concept))


def edited(entry: Entry, cells: Mapping[str, str]) -> Change:
    """The row with some cells set; an empty value clears one."""
    whole = {**entry.cells, **cells}
    _concept(whole, entry.place)

    def changed(file: TermbaseFile) -> tuple[str, ...]:
        values = file.lines[entry.line - 1].split("\t")
        values += [""] * (len(file.columns) - len(values))
        for column, value in cells.items():
            values[file.columns.index(column)] = value
        return (*file.lines[: entry.line - 1], as_row(values), *file.lines[entry.line :])

    return Change(entry.file, entry.file.with_lines(changed, cells))


def removed(entry: Entry) -> Change:
    """The file without the row."""
    return Change(entry.file, entry.file.replaced(entry.line, None))


def _concept(cells: Mapping[str, str], place: str) -> Concept:
    try:
        return parse_row(cells, place)
    except BadCell as error:
        raise UsageError(f"{place}: {error.column}: {error}", error.hint) from error

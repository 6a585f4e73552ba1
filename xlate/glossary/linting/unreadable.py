"""Rows that cannot be read: an unknown kind, flag or status, a term of 300 characters, an extra tab."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlate.glossary.linting.base import LintFinding, found
from xlate.glossary.row import Problem
from xlate.glossary.shelf import Entry
from xlate.model import Severity


class UnreadableRule:
    """The reader's own complaint, one a row: the first cell that it could not read."""

    name = "unreadable"

    def __call__(self, entries: Sequence[Entry]) -> Iterator[LintFinding]:
        for entry in entries:
            if isinstance(entry.row, Problem):
                yield found(entry, entry.row.column, self.name, Severity.ERROR, entry.row.message, entry.row.hint)

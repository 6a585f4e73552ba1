"""What a lint rule is, and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from xlate.glossary.shelf import Entry
from xlate.model import Severity


@dataclass(frozen=True, slots=True)
class LintFinding:
    """What is wrong in a cell and how to mend it: an ``error`` must go, a ``warning`` should, ``info`` is to know."""

    place: str
    line: int
    column: str
    rule: str
    severity: Severity
    message: str
    fix: str = ""

    def __str__(self) -> str:
        tail = f" {self.fix}" if self.fix else ""
        return f"{self.place}: {self.column}: {self.severity}: {self.message}{tail} [{self.rule}]"


class Rule(Protocol):
    """Looks at all rows, because many faults lie between two of them; yields in any order."""

    name: str

    def __call__(self, entries: Sequence[Entry]) -> Iterator[LintFinding]: ...


def found(entry: Entry, column: str, rule: str, severity: Severity, message: str, fix: str = "") -> LintFinding:
    """A finding in a row."""
    return LintFinding(entry.place, entry.line, column, rule, severity, message, fix)

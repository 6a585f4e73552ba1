"""Characters that do not show: stray spaces, hyphens that are not there, letters in two pieces (NFD).

The reader mends most of them in memory; the file still reads badly in a diff and is not found by a search.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from xlate.glossary.linting.base import LintFinding, found
from xlate.glossary.shelf import Entry
from xlate.model import Severity

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_STRANGE_SPACE = re.compile(r"[^\S ]")
_SPACES = re.compile(r"^ | $|  ")


class SpellingRule:
    """Stray and strange white space, invisible characters, decomposed letters, in every cell."""

    name = "spelling"

    def __call__(self, entries: Sequence[Entry]) -> Iterator[LintFinding]:
        for entry in entries:
            for column, cell in entry.cells.items():
                if message := _fault(cell):
                    yield found(entry, column, self.name, Severity.WARNING, message, f"Write: {_clean(cell)}")


def _fault(cell: str) -> str:
    if not cell.strip():
        return ""
    if _INVISIBLE.search(cell):
        return f'an invisible character in "{_clean(cell)}".'
    if not unicodedata.is_normalized("NFC", cell):
        return f'letters in two pieces (not NFC) in "{_clean(cell)}".'
    if _STRANGE_SPACE.search(cell):
        return f'a space that is no plain space in "{_clean(cell)}".'
    return f'stray spaces in "{cell}".' if _SPACES.search(cell) else ""


def _clean(cell: str) -> str:
    return unicodedata.normalize("NFC", " ".join(_INVISIBLE.sub("", cell).split()))

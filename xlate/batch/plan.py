"""From inputs to items: files, folders, globs, record files (JSONL, CSV) and a list on stdin, one after another.

Items come in a fixed order, the names of one folder sorted, so that a run that goes on sees what the first one saw.
Names mirror the tree below the deepest folder that all inputs have in common.  No list of all documents is ever made:
only the names of one folder are held.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

from xlate.batch.records import RECORD_SUFFIXES, Record, read_records
from xlate.batch.walking import STDIN, Walk, age, common_folder, size, stamp
from xlate.errors import InputError


@dataclass(frozen=True, slots=True)
class Item:
    """A document to be: a file, or a record of a file.

    ``name`` is what state, manifest and messages call it; ``stem`` is where its outputs go by preference.  ``stamp``
    changes when the file does, empty where only the content can tell; ``weight`` is its size in bytes.  ``error`` says
    why it cannot be read, where that is known already.
    """

    name: str
    stem: str
    path: Path
    weight: int = 0
    stamp: str = ""
    record: Record | None = None
    error: InputError | None = None


@dataclass(frozen=True)
class Inputs:
    """What the user named.  ``listed`` are the paths on stdin; ``away`` is a folder that is not read: the output's.

    Files younger than ``settle`` seconds are left for the next look: somebody may still be writing them.
    """

    places: tuple[str, ...]
    text_fields: tuple[str, ...] = ("text",)
    id_field: str = "id"
    format: str = ""
    encoding: str = ""
    away: Path | None = None
    listed: Iterable[str] = ()
    settle: float = 0.0
    passed_over: Counter[str] = field(default_factory=Counter)  # files in folders that are no articles, by extension

    def items(self) -> Iterator[Item]:
        """Every document, in order; what cannot be read comes with its error."""
        self.passed_over.clear()
        for path, error in Walk(self.places, self.listed, self.away, bool(self.format), self.passed_over):
            if error:
                yield Item(self.name(path), self.name(path), path, error=error)
            elif not self.settle or age(path) > self.settle:
                yield from self._items_of(path)

    def weigh(self) -> int:
        """The bytes of all files, from a look at the tree; 0 where a list on stdin makes them unknown."""
        if STDIN in self.places:
            return 0
        return sum(size(path) for path, _ in Walk(self.places, (), self.away, bool(self.format)))

    def name(self, path: Path) -> str:
        """The path below the common folder, "/" between folders, as plain text whatever bytes are in it."""
        below = os.path.relpath(path, self._base)
        shown = str(path).lstrip(os.sep) if below.startswith("..") else path.name if below == "." else below
        return os.fsencode(shown).decode("utf-8", "backslashreplace").replace(os.sep, "/")

    @cached_property
    def _base(self) -> Path:
        return common_folder(self.places)

    def _items_of(self, path: Path) -> Iterator[Item]:
        name = self.name(path)
        stem = str(PurePosixPath(name).with_suffix(""))
        if path.suffix.lower() not in RECORD_SUFFIXES or self.format:
            yield Item(name, stem, path, size(path), stamp(path))
            return
        for record in read_records(path, name, self.text_fields, self.id_field, self.encoding):
            called = f"{name}#{record.id}" if record.id else f"{name}:{record.line}"
            below = _file_name(record.id or str(record.line))
            yield Item(called, f"{stem}/{below}", path, record.weight, record=record, error=record.error)


def _file_name(text: str) -> str:
    """A record's id as one harmless part of a path."""
    kept = "".join(c if c.isalnum() or c in "-_." else "_" for c in text).strip(".")
    return kept[:100] or "_"

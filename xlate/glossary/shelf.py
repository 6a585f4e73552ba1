"""The termbase files at hand, and where each row stands: what maintenance works on.

Translation sees one stacked termbase; whoever mends a row needs to know its file and line.  Layers go from the shared
glossary to the project's own; a later one stands over an earlier one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from xlate.errors import InputError, UsageError
from xlate.glossary.concept import Concept, Kind
from xlate.glossary.files import SHIPPED, TermbaseFile, find_files, read_file
from xlate.glossary.row import Problem
from xlate.glossary.termbase import Termbase, key, names


@dataclass(frozen=True, eq=False, slots=True)
class Entry:
    """A row with its place: ``layer`` counts from the shared glossary (0) upward."""

    file: TermbaseFile
    line: int
    row: Concept | Problem
    layer: int = 0

    @property
    def concept(self) -> Concept | None:
        """None for a row that cannot be read."""
        return self.row if isinstance(self.row, Concept) else None

    @property
    def cells(self) -> dict[str, str]:
        """The row as it is written, white space and all."""
        values = self.file.lines[self.line - 1].split("\t")
        return dict(zip(self.file.columns, values, strict=False))

    @property
    def place(self) -> str:
        return f"{self.file.path}:{self.line}"


@dataclass(frozen=True, eq=False)
class Shelf:
    """Files in layers; ``own`` are the places that the user named, to which new rows may go."""

    layers: tuple[tuple[TermbaseFile, ...], ...]
    own: tuple[Path, ...] = ()

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every row of every file, broken ones included."""
        return tuple(
            Entry(file, line, row, number)
            for number, files in enumerate(self.layers)
            for file in files
            for line, row in file.rows
        )

    @cached_property
    def termbase(self) -> Termbase:
        """The concepts as translation sees them."""
        return Termbase.stacked(
            [Termbase(tuple(concept for file in files for concept in file.termbase)) for files in self.layers]
        )

    @property
    def files(self) -> Iterator[TermbaseFile]:
        return (file for files in self.layers for file in files)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for file in self.files for problem in file.problems)

    def used(self) -> tuple[Entry, ...]:
        """The rows that count: of namesakes in several layers the uppermost."""
        upper: dict[object, int] = {}
        for entry in self.entries:
            if entry.concept:
                upper[key(entry.concept)] = entry.layer
        return tuple(e for e in self.entries if e.concept and upper[key(e.concept)] == e.layer)

    def named(self, text: str, kind: str = "", domain: str = "") -> tuple[Entry, ...]:
        """The rows that have ``text`` as a term or alias in any language, or that ``people.tsv:14`` points to."""
        if found := self._pointed_to(text):
            return found
        wanted = folded(text)
        return tuple(
            entry
            for entry in self.used()
            if (concept := entry.concept)
            and any(folded(name) == wanted for term in concept.terms.values() for name in names(term))
            and kind in ("", concept.kind)
            and domain in ("", concept.domain)
        )

    def one(self, text: str, kind: str = "", domain: str = "") -> Entry:
        """The one row of that name; UsageError if there is none, or more than one."""
        found = self.named(text, kind, domain)
        by_term = [
            e for e in found if e.concept and any(folded(t.text) == folded(text) for t in e.concept.terms.values())
        ]
        if len(found) > 1 and len(by_term) == 1:
            return by_term[0]  # a term goes before another row's alias
        if not found:
            raise UsageError(f'The glossary has no "{text}".', f"Look for it: xlate glossary search {text!r}")
        if len(found) > 1:
            listed = "; ".join(
                f"{entry.place} ({entry.concept.kind if entry.concept else 'broken'})" for entry in found
            )
            raise UsageError(f'"{text}" is the name of {len(found)} rows: {listed}.', "Name the row by file and line.")
        return found[0]

    def _pointed_to(self, text: str) -> tuple[Entry, ...]:
        name, colon, line = text.rpartition(":")
        if not colon or not line.isdecimal():
            return ()
        return tuple(
            entry
            for entry in self.entries
            if entry.line == int(line) and (name == entry.file.path.name or Path(name) == entry.file.path)
        )


def open_shelf(own: Sequence[Path] = (), *, shipped: bool = True) -> Shelf:
    """The shipped glossary, unless not wanted, and the places named, each a layer."""
    places = [*([shipped_folder()] if shipped else []), *own]
    return Shelf(tuple(tuple(read_file(path) for path in find_files([place])) for place in places), tuple(own))


def shipped_folder() -> Path:
    """Where the shipped glossary really lies: in a checkout, the folder that is edited and reviewed."""
    return _short(SHIPPED.resolve())


def is_installed(path: Path) -> bool:
    """Whether a file belongs to an installed package, so that the next update undoes what is written there."""
    parts = path.resolve().parts
    return "site-packages" in parts or "dist-packages" in parts


def file_for_new_rows(shelf: Shelf) -> Path:
    """The first file of the user's own; UsageError if none was named."""
    for place in shelf.own:
        files = find_files([place])
        if files:
            return files[0]
    raise UsageError(
        "No glossary of your own to write to.", 'Name a file: --file names.tsv, or glossary = ["names.tsv"].'
    )


def require_file(path: Path) -> TermbaseFile:
    """The termbase file at ``path``, which must be there."""
    if not path.is_file():
        raise InputError(f"{path}: there is no such file.", "Check the spelling.")
    return read_file(path)


def folded(text: str) -> str:
    """Names that differ only in case, spaces, apostrophes or normal form are one."""
    plain = unicodedata.normalize("NFC", " ".join(text.split()))
    return plain.replace("’", "'").replace("ʼ", "'").casefold()


def valid_kind(text: str) -> str:
    """The kind as given; UsageError, with the kinds, for any other word."""
    if text and text not in list(Kind):
        raise UsageError(f'"{text}" is not a kind.', f"Kinds: {', '.join(Kind)}.")
    return text


def _terms(entry: Entry) -> set[str]:
    return {folded(term.text) for term in entry.concept.terms.values()} if entry.concept else set()


def _short(path: Path) -> Path:
    """Relative to the working folder where it lies below it: shorter in messages."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path

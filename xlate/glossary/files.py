"""Termbase files: tab-separated, one row a concept, comments and order kept when a program writes them.

A row that cannot be read is set aside as a problem that names file, line and column; the other rows load.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from xlate import languages
from xlate.errors import InputError
from xlate.files import write_atomic
from xlate.glossary.concept import Concept
from xlate.glossary.row import FACTS, BadCell, Problem, parse_row, render_row
from xlate.glossary.termbase import Termbase

SUFFIX = ".tsv"
SHIPPED = Path(__file__).resolve().parent.parent / "data" / "glossaries"


@dataclass(frozen=True)
class TermbaseFile:
    """A file as its lines; ``concepts`` and ``problems`` are read from them."""

    path: Path
    columns: tuple[str, ...]
    lines: tuple[str, ...]  # without line ends, the header line included

    @cached_property
    def rows(self) -> tuple[tuple[int, Concept | Problem], ...]:
        """(line number from 1, concept or problem) of every row."""
        return tuple(
            (number, self._row(number, line)) for number, line in enumerate(self.lines, 1) if self._is_row(line)
        )

    @property
    def termbase(self) -> Termbase:
        return Termbase(tuple(row for _, row in self.rows if isinstance(row, Concept)))

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(row for _, row in self.rows if isinstance(row, Problem))

    def appended(self, concept: Concept) -> TermbaseFile:
        """The file with a row for ``concept`` at its end; columns that it needs and the file lacks are added."""
        return self.with_lines(lambda file: (*file.lines, file.render(concept)), _needed(concept))

    def replaced(self, number: int, concept: Concept | None) -> TermbaseFile:
        """The file with line ``number`` showing ``concept``, or gone if None."""

        def changed(file: TermbaseFile) -> tuple[str, ...]:
            row = () if concept is None else (file.render(concept),)
            return (*file.lines[: number - 1], *row, *file.lines[number:])

        return self.with_lines(changed, _needed(concept) if concept else ())

    def with_lines(self, change: Callable[[TermbaseFile], tuple[str, ...]], needed: Iterable[str]) -> TermbaseFile:
        """The file with its lines changed, after the columns that it lacks were added: languages before ``kind``, facts
        at the end."""
        lacking = [column for column in needed if column not in self.columns]
        facts = [column for column in lacking if column in FACTS]
        missing = [column for column in lacking if column not in FACTS]
        file = self
        if facts:
            header = "\t".join(self.columns)
            columns = (*self.columns, *facts)
            lines = tuple("\t".join(columns) if line == header else line for line in self.lines)
            file = TermbaseFile(self.path, columns, lines)
            return file.with_lines(change, missing)
        if missing:
            at = next((i for i, column in enumerate(self.columns) if column in FACTS), len(self.columns))
            columns = (*self.columns[:at], *missing, *self.columns[at:])
            lines = tuple(self._widened(line, at, missing) for line in self.lines)
            file = TermbaseFile(self.path, columns, lines)
        return replace(file, lines=change(file))

    def render(self, concept: Concept) -> str:
        """The row of a concept in this file's columns, without empty cells at its end."""
        cells = render_row(concept, self.columns)
        return as_row([cells[column] for column in self.columns])

    def text(self) -> str:
        return "".join(f"{line}\n" for line in self.lines)

    def write(self) -> None:
        """Write the file whole or not at all."""
        write_atomic(self.path, self.text().encode())

    def _is_row(self, line: str) -> bool:
        return bool(line.strip()) and not line.startswith("#") and tuple(line.split("\t")) != self.columns

    def _row(self, number: int, line: str) -> Concept | Problem:
        place = f"{self.path.name}:{number}"
        values = line.split("\t")
        if len(values) > len(self.columns):
            message = f"{len(values)} cells, but the header has {len(self.columns)} columns."
            return Problem(place, "row", message, "Take out the extra tab.")
        try:
            return parse_row(dict(zip(self.columns, values, strict=False)), place)
        except BadCell as error:
            return Problem(place, error.column, str(error), error.hint)

    def _widened(self, line: str, at: int, codes: Sequence[str]) -> str:
        values = line.split("\t")
        if line.startswith("#") or not line.strip():
            return line
        new = codes if tuple(values) == self.columns else [""] * len(codes)
        values += [""] * (at - len(values))
        return "\t".join([*values[:at], *new, *values[at:]]).rstrip("\t")


def as_row(values: Sequence[str]) -> str:
    """Cells as a line, without empty ones at its end.  A term that begins with # is no comment: a space goes before."""
    line = "\t".join(values).rstrip("\t")
    return f" {line}" if line.startswith("#") else line


def _needed(concept: Concept) -> list[str]:
    """The columns without which a row of the concept would lose something."""
    facts = render_row(concept, FACTS)
    return [*concept.terms, *(column for column in FACTS if facts[column])]


def read_file(path: Path) -> TermbaseFile:
    """The termbase file at ``path``; InputError if it is no such file."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}).", "Glossaries are .tsv files.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8 (byte {error.start}).", "Save it as UTF-8.") from error
    return parse_file(text, path)


def parse_file(text: str, path: Path) -> TermbaseFile:
    """The termbase file with the content ``text``; InputError if its first line is no header."""
    lines = tuple(line.rstrip("\r") for line in text.split("\n"))
    lines = lines[:-1] if lines and not lines[-1] else lines
    header = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    columns = tuple(column.strip() for column in header.split("\t"))
    unknown = [column for column in columns if column not in FACTS and not languages.known(column)]
    if unknown or not header:
        raise InputError(
            f'{path}: the first line is not a header ("{(unknown or ["it is empty"])[0]}" is no column).',
            f"Columns are language codes and: {', '.join(FACTS)}.",
        )
    return TermbaseFile(path, columns, lines)


def empty_file(path: Path) -> TermbaseFile:
    """A new file with the usual columns; nothing is written yet."""
    columns = ("en", "ru", "uk", "be", *FACTS)
    return TermbaseFile(path, columns, ("\t".join(columns),))


def find_files(places: Sequence[Path]) -> list[Path]:
    """The files named, and those of the folders named, sorted; InputError for a place that is not there."""
    found: list[Path] = []
    for place in places:
        if place.is_dir():
            found += sorted(place.glob(f"*{SUFFIX}"))
        elif place.is_file():
            found.append(place)
        else:
            raise InputError(f"{place}: there is no such glossary.", "Name a .tsv file or a folder of them.")
    return found


def load(places: Sequence[Path]) -> tuple[Termbase, tuple[Problem, ...]]:
    """One termbase of all places, later ones over earlier ones, and the problems of their rows."""
    layers, problems = [], []
    for place in places:
        files = [read_file(path) for path in find_files([place])]
        layers.append(Termbase(tuple(concept for file in files for concept in file.termbase)))
        problems += [problem for file in files for problem in file.problems]
    return Termbase.stacked(layers), tuple(problems)

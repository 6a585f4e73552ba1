"""A memory's units in and out of TMX files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from xlate.errors import InputError
from xlate.files import open_atomic
from xlate.memory.exporting import tmx_of
from xlate.memory.importing import units_of
from xlate.memory.store import Memory
from xlate.memory.unit import Unit
from xlate.memory.upkeep import Choice, chosen
from xlate.tmx.reading import read_tmx
from xlate.tmx.writing import render_units


@dataclass(slots=True)
class Import:
    """What came of a file; ``n_passed`` counts its units that hold no pair of languages that xlate knows."""

    n_read: int = 0
    n_stored: int = 0
    n_passed: int = 0


def import_tmx(memory: Memory, path: Path, project: str = "") -> Import:
    """Store the units of a TMX file.  InputError where it breaks off; whole chunks before that are stored."""
    done = Import()

    def units() -> Iterator[Unit]:
        try:
            with path.open("rb") as file:
                for tmx in read_tmx(file, str(path)):
                    done.n_read += 1
                    found = list(units_of(tmx, project))
                    done.n_passed += not found
                    yield from found
        except OSError as error:
            raise InputError(f"{path}: cannot be read ({error.strerror}).", "Check the spelling.") from error

    done.n_stored = memory.add(units())
    return done


def export_tmx(memory: Memory, path: Path, choice: Choice | None = None) -> int:
    """Write the chosen units as TMX, whole or not at all; how many <tu> there are."""
    n_units = 0

    def counted() -> Iterator[str]:
        nonlocal n_units
        source = choice.languages[0] if choice and choice.languages else "*all*"
        for piece in render_units(tmx_of(chosen(memory, choice or Choice())), source):
            n_units += piece.startswith("<tu")
            yield piece

    with open_atomic(path) as file:
        for piece in counted():
            file.write(piece.encode())
    return n_units

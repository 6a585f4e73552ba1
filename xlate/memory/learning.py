"""Corrections come back: an edited file of results (TMX, JSON, TSV) against what the memory has.

A target that differs from the memory's is a correction: it is stored as reviewed, with the signature of what it
corrects.  One that is the same says nothing, as nobody may have read it (``confirm`` takes it as read).  A segment that
the memory does not know is learnt if a person wrote it; if a machine may have, only with ``confirm``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from xlate import languages
from xlate.errors import InputError, UsageError
from xlate.memory.importing import units_of
from xlate.memory.store import Memory
from xlate.memory.unit import Languages, Query, Unit, UnitOrigin
from xlate.tmx.reading import read_tmx

_AT_ONCE = 5_000


@dataclass(slots=True)
class Lesson:
    """What came of a file: corrections and new translations stored, units as the memory has them, units not trusted."""

    n_corrected: int = 0
    n_new: int = 0
    n_same: int = 0
    n_unknown: int = 0


def learn(
    memory: Memory, path: Path, languages_: Languages | None = None, *, project: str = "", confirm: bool = False
) -> Lesson:
    """Take the corrections of an edited file into the memory.  ``languages_`` are those of a TSV file."""
    units, lesson = read_edited(path, languages_), Lesson()
    while some := list(islice(units, _AT_ONCE)):
        memory.add_together(list(_corrections(memory, some, lesson, project, confirm=confirm)))
    return lesson


def read_edited(path: Path, languages_: Languages | None = None) -> Iterator[Unit]:
    """The units of a TMX, JSON (ours) or TSV (source, target) file as they stand in it."""
    readers: dict[str, Callable[[], Iterator[Unit]]] = {
        ".tmx": lambda: _tmx_units(path),
        ".json": lambda: _json_units(path),
        ".tsv": lambda: _tsv_units(path, languages_),
    }
    if path.suffix.lower() not in readers:
        raise UsageError(
            f'{path}: xlate cannot learn from "{path.suffix}" files.', f"It can from {', '.join(readers)}."
        )
    if not path.is_file():
        raise InputError(f"{path}: no such file.", "Check the spelling.")
    return readers[path.suffix.lower()]()


def _corrections(
    memory: Memory, units: Iterable[Unit], lesson: Lesson, project: str, *, confirm: bool
) -> Iterator[Unit]:
    for unit in units:
        [matches] = memory.exact(unit.languages, [Query(unit.source, unit.before, unit.after)])
        basis = matches[0].unit if matches else None
        same = basis is not None and basis.target == unit.target
        if basis and same and not (confirm and basis.origin is UnitOrigin.MACHINE):
            lesson.n_same += 1
        elif basis is None and unit.origin is UnitOrigin.MACHINE and not confirm:
            lesson.n_unknown += 1
        else:
            learnt = replace(unit, origin=UnitOrigin.REVIEWED, project=project or unit.project, score=None, extra="")
            if basis is None:
                lesson.n_new += 1
            else:
                lesson.n_corrected += 1
                learnt = replace(learnt, signature=unit.signature or basis.signature)
                learnt = replace(learnt, project=learnt.project or basis.project)
            yield replace(learnt, created="", changed="", id=0)


def _tmx_units(path: Path) -> Iterator[Unit]:
    with path.open("rb") as file:
        for tmx in read_tmx(file, str(path)):
            yield from units_of(tmx)


def _json_units(path: Path) -> Iterator[Unit]:
    hint = "It must be what `xlate translate --json` wrote, with only the targets edited."
    try:
        content = json.loads(path.read_text("utf-8-sig"))
        results = content["results"]
        for result in results:
            yield from _result_units(result)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: is no JSON of results ({error}).", hint) from error


def _result_units(result: dict[str, Any]) -> Iterator[Unit]:
    target = languages.canonical(result["target_language"])
    units = [unit for unit in result["units"] if unit["source"].strip()]
    sources = ["", *(unit["source"] for unit in units), ""]
    for number, unit in enumerate(units):
        if unit["origin"] == "copied" or not unit["target"].strip():
            continue
        code = result["source_language"] if unit["language"] == "und" else unit["language"]
        pair = (languages.canonical(code), target)
        context = (sources[number], sources[number + 2])
        yield Unit(unit["source"], unit["target"], pair, UnitOrigin.MACHINE, "", *context)


def _tsv_units(path: Path, languages_: Languages | None) -> Iterator[Unit]:
    if not languages_:
        raise UsageError(f"{path}: a TSV file does not say its languages.", "Give --from and --to.")
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}).", "It must be UTF-8.") from error
    for number, line in enumerate(lines, 1):
        cells = line.split("\t")[:2]
        if not line.strip() or (number == 1 and [cell.casefold() for cell in cells] == ["source", "target"]):
            continue
        if len(cells) < 2 or not all(cell.strip() for cell in cells):
            raise InputError(f"{path}:{number}: has no target.", "A line is a source, a tab and a target.")
        yield Unit(cells[0], cells[1], languages_)

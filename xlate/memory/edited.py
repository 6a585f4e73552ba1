"""Edited files of translations, row by row: TMX, JSON of results, TSV, and the tables that xlate makes for reviewers.

Every row of such a table ends with a *mark* (``en-ru-3f2a91c0-c07b12aa``): the languages and what source and target
were when xlate wrote them.  So an edited target is known as one without asking anybody, and a changed source, which
fits nothing any more, is found out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from xlate import languages
from xlate.errors import InputError, UnknownLanguage, UsageError
from xlate.memory.importing import units_of
from xlate.memory.unit import Languages, Unit, UnitOrigin
from xlate.model import Signature
from xlate.spreadsheet import read_sheet
from xlate.tmx.reading import read_tmx

COLUMNS = ("#", "source", "target", "as translated", "origin", "score", "findings", "in the memory", "mark")
"""The head of a table for reviewers.  Columns may be moved, added or, but for ``source target mark``, left out."""

_MARK = re.compile(r"([a-z]{2,3})-([a-z]{2,3})-([0-9a-f]{8})-([0-9a-f]{8})")
_CELL = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br ?/?>")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]<>#|~&])")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")


@dataclass(frozen=True, slots=True)
class Edited:
    """A row as it stands in the file, at ``place`` (``a.xlsx:7``).

    ``touched`` says whether its target was edited, None where the file cannot tell; ``was`` is the target before that,
    if the file has it.  ``unit`` is None for a row that fits nothing, and ``problem`` says why.
    """

    place: str
    unit: Unit | None = None
    touched: bool | None = None
    was: str = ""
    problem: str = ""


def read_edited(path: Path, pair: Languages | None = None) -> Iterator[Edited]:
    """The rows of a file; ``pair`` are the languages of a TSV.  InputError if it is no such file."""
    readers: dict[str, Callable[[], Iterator[Edited]]] = {
        ".tmx": lambda: _tmx_rows(path),
        ".json": lambda: _json_rows(path),
        ".tsv": lambda: _tsv_rows(path, pair),
        ".xlsx": lambda: _table_rows(path, read_sheet(path)),
        ".md": lambda: _table_rows(path, _markdown_cells(path)),
    }
    if path.suffix.lower() not in readers:
        raise UsageError(
            f'{path}: xlate cannot learn from "{path.suffix}" files.', f"It can from {', '.join(readers)}."
        )
    if not path.is_file():
        raise InputError(f"{path}: no such file.", "Check the spelling.")
    return readers[path.suffix.lower()]()


def mark(pair: Languages, source: str, target: str) -> str:
    """What tells later whether source or target of a row were edited; how white space is set does not count."""
    return "-".join([*pair, _digest(source), _digest(target)])


def escaped(text: str) -> str:
    """The text as a cell of a Markdown table, which ``_unescaped`` reads back."""
    return _SPECIAL.sub(r"\\\1", text).replace("\n", "<br>").replace("\t", " ")


def _unescaped(cell: str) -> str:
    return _ESCAPED.sub(r"\1", _BREAK.sub("\n", cell.strip(" \t")))


def _digest(text: str) -> str:
    return blake2b(" ".join(text.split()).encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def _markdown_cells(path: Path) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(_lines(path), 1):
        if line.lstrip().startswith("|"):
            yield number, [_unescaped(c) for c in _CELL.split(line.strip().removeprefix("|").removesuffix("|"))]


@dataclass(slots=True)
class _Table:
    """Where the columns are, and which sources stand at which number in the text, empty ones left out."""

    path: Path
    columns: dict[str, int] = field(default_factory=dict)
    sources: dict[int, str] = field(default_factory=dict)

    def number(self, rows: Sequence[Sequence[str]]) -> list[int]:
        """Where each row stands in the text: by the column ``#``; in the order of the rows where that cannot be."""
        found = [_whole(self.cell(cells, "#")) for cells in rows]
        given = [number for number in found if number is not None]
        numbers = given if len(set(given)) == len(rows) else list(range(1, len(rows) + 1))
        self.sources = {number: self.cell(cells, "source") for number, cells in zip(numbers, rows, strict=True)}
        return numbers

    def neighbour(self, number: int, step: int) -> str | None:
        """The source before (``step`` -1) or after a row; "" before the first, None where rows were left out."""
        while (number := number + step) in self.sources:
            if self.sources[number].strip():
                return self.sources[number]
        return None if number else ""

    def begins(self, cells: Sequence[str]) -> bool:
        names = [cell.strip().casefold() for cell in cells]
        if not {"source", "target", "mark"} <= set(names):
            return False
        self.columns = {name: names.index(name) for name in COLUMNS if name in names}
        return True

    def cell(self, cells: Sequence[str], name: str) -> str:
        at = self.columns.get(name, len(cells))
        return cells[at] if at < len(cells) else ""


def _table_rows(path: Path, rows: Iterable[tuple[int, list[str]]]) -> Iterator[Edited]:
    table = _Table(path)
    coming = iter(rows)
    if not any(table.begins(cells) for _, cells in coming):
        raise InputError(
            f"{path}: has no table with the columns source, target and mark.",
            "It must be what `xlate translate --xlsx` or `--markdown` wrote, edited.",
        )
    filled = [(number, cells) for number, cells in coming if any(cell.strip(" -:") for cell in cells)]
    numbers = table.number([cells for _, cells in filled])
    for (line, cells), number in zip(filled, numbers, strict=True):
        context = table.neighbour(number, -1), table.neighbour(number, 1)
        yield _table_row(table, f"{path}:{line}", cells, *context)


def _whole(cell: str) -> int | None:
    try:
        return int(float(cell))
    except (ValueError, OverflowError):
        return None


def _table_row(table: _Table, place: str, cells: Sequence[str], before: str | None, after: str | None) -> Edited:
    source, target = table.cell(cells, "source"), table.cell(cells, "target")
    marked = table.cell(cells, "mark").strip()
    if not marked and source.strip() == target.strip():
        return Edited(place, touched=False)  # copied, and still so
    found = _MARK.fullmatch(marked)
    if not found:
        return Edited(place, problem=f"has no mark that xlate made, so {_shown(source)} cannot be placed")
    pair, (source_digest, target_digest) = (found[1], found[2]), (found[3], found[4])
    if _digest(source) != source_digest:
        return Edited(place, problem=f"its source was changed; it is now {_shown(source)}")
    if not target.strip():
        return Edited(place, problem=f"has no target for {_shown(source)}")
    unit = Unit(source, target.strip(), pair, UnitOrigin.MACHINE, "", before, after)
    return Edited(place, unit, _digest(target) != target_digest, table.cell(cells, "as translated"))


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return f'"{line if len(line) <= 60 else line[:59] + "…"}"'


def _tmx_rows(path: Path) -> Iterator[Edited]:
    with path.open("rb") as file:
        for tmx in read_tmx(file, str(path)):
            place, units = f"{path}:{tmx.line}", list(units_of(tmx))
            yield from (Edited(place, unit) for unit in units)
            texts = [variant.text for variant in tmx.variants]
            if not units and tmx.remark("x-origin") != "copied" and any(texts) and not all(map(str.strip, texts)):
                yield Edited(place, problem=f"has no target for {_shown(max(texts, key=len))}")


def _json_rows(path: Path) -> Iterator[Edited]:
    hint = "It must be what `xlate translate --json` wrote, with only the targets edited."
    try:
        content = json.loads(path.read_text("utf-8-sig"))
        for result in content["results"]:
            yield from _result_rows(path, result)
    except UnknownLanguage as error:
        raise InputError(f"{path}: {error}", error.hint) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: is no JSON of results ({error}).", hint) from error


def _result_rows(path: Path, result: dict[str, Any]) -> Iterator[Edited]:
    target = languages.canonical(result["target_language"])
    units = [unit for unit in result["units"] if unit["source"].strip()]
    sources = ["", *(unit["source"] for unit in units), ""]
    made_by = str(Signature.of(result.get("signature", {})))
    for number, unit in enumerate(units):
        if unit["origin"] == "copied":
            continue
        code = result["source_language"] if unit["language"] == "und" else unit["language"]
        pair = (languages.canonical(code), target)
        context = (sources[number], sources[number + 2])
        place = f"{path}: {target} unit {unit['id']}"
        if unit["target"].strip():
            by_machine = (UnitOrigin.MACHINE, "", *context, made_by)
            yield Edited(place, Unit(unit["source"], unit["target"], pair, *by_machine))
        else:
            yield Edited(place, problem=f"has no target for {_shown(unit['source'])}")


def _tsv_rows(path: Path, pair: Languages | None) -> Iterator[Edited]:
    if not pair:
        raise UsageError(f"{path}: a TSV file does not say its languages.", "Give --from and --to.")
    for number, line in enumerate(_lines(path), 1):
        cells = line.split("\t")[:2]
        if not line.strip() or (number == 1 and [cell.casefold() for cell in cells] == ["source", "target"]):
            continue
        if len(cells) < 2 or not all(cell.strip() for cell in cells):
            raise InputError(f"{path}:{number}: has no target.", "A line is a source, a tab and a target.")
        yield Edited(f"{path}:{number}", Unit(cells[0].strip(), cells[1].strip(), pair))


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}).", "It must be UTF-8.") from error

"""Aligned texts as pairs of a source and a target, streamed, from what people have:

.tmx           a translation memory (any TMX 1.x); inline codes are dropped
.json          what xlate translate --json prints: its units
.tsv, others   two columns, source and target; or four, en ru uk be, as in corpus/newswriting; a header line of
               language codes names others
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from xlate import languages
from xlate.errors import InputError
from xlate.tmx import read_tmx


def read_pairs(path: Path, source: str, target: str) -> Iterator[tuple[str, str, str]]:
    """(place, source, target) of every pair that has both sides.  InputError if the file is none of the above."""
    try:
        if path.suffix.lower() == ".tmx":
            yield from _tmx(path, source, target)
        elif path.suffix.lower() == ".json":
            yield from _results(path, source, target)
        else:
            yield from _columns(path, source, target)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}).", "Check the spelling.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8 (byte {error.start}).", "Save it as UTF-8.") from error


def _tmx(path: Path, source: str, target: str) -> Iterator[tuple[str, str, str]]:
    """Units in the order of the file; of two variants in a language the last that has text counts."""
    with path.open("rb") as file:
        for number, unit in enumerate(read_tmx(file, str(path)), 1):
            texts = ((variant.language, " ".join(variant.text.split())) for variant in unit.variants)
            sides = {_code(language): text for language, text in texts if text}
            if source in sides and target in sides:
                yield f"{path}:unit {number}", sides[source], sides[target]


def _code(given: str) -> str:
    return languages.canonical(given) if languages.known(given) else ""


def _results(path: Path, source: str, target: str) -> Iterator[tuple[str, str, str]]:
    for name, unit in read_units(path, source, target):
        if unit["source"] and unit["target"]:
            yield f"{name}:segment {unit['id'] + 1}", unit["source"], unit["target"]


def read_units(path: Path, source: str = "", target: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """(document, unit) of the JSON that xlate writes, of one language pair or of all."""
    try:
        content = json.loads(path.read_bytes())
        results = [
            (r["document"]["name"], r["source_language"], r["target_language"], r["units"]) for r in content["results"]
        ]
    except (ValueError, KeyError, TypeError) as error:
        hint = "Make it with: xlate translate --json"
        raise InputError(f"{path}: is no translation as xlate writes it.", hint) from error
    for name, from_, to, units in results:
        if source in ("", from_) and target in ("", to):
            yield from ((name, unit) for unit in units)


def _columns(path: Path, source: str, target: str) -> Iterator[tuple[str, str, str]]:
    order: Sequence[str] | None = None
    with path.open(encoding="utf-8-sig", newline="\n") as file:
        for number, line in enumerate(file, 1):
            cells = [cell.strip() for cell in line.rstrip("\r\n").split("\t")]
            if order is None:
                order, is_header = _order(cells, source, target, path)
                if is_header:
                    continue
            if line.strip() and not line.startswith("#"):
                sides = dict(zip(order, cells, strict=False))
                if sides.get(source) and sides.get(target):
                    yield f"{path}:{number}", sides[source], sides[target]


def _order(cells: Sequence[str], source: str, target: str, path: Path) -> tuple[Sequence[str], bool]:
    """The language of each column, and whether the first line says so."""
    codes = [_code(cell) for cell in cells]
    if source in codes and target in codes:
        return codes, True
    if len(cells) >= len(languages.FOUR) and {source, target} <= set(languages.FOUR):
        return languages.FOUR, False
    if len(cells) in (2, 3):
        return (source, target), False
    hint = "Write source, tab, target on every line; or name the languages in the first."
    raise InputError(f"{path}: has {len(cells)} columns, and does not say which are {source} and {target}.", hint)

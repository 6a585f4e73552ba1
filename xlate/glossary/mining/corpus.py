"""The texts of a corpus: articles (txt, md, html, docx; boilerplate taken out), folders of them, aligned files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from xlate.bitext import read_pairs, read_units
from xlate.documents import FORMATS, read_document
from xlate.errors import InputError

ALIGNED = (".tsv", ".tmx", ".json")


def find_texts(places: Iterable[Path], suffixes: Iterable[str]) -> list[Path]:
    """The files named, and those below the folders named that have one of the suffixes, sorted."""
    wanted = {suffix.lower() for suffix in suffixes}
    found: list[Path] = []
    for place in places:
        if place.is_dir():
            found += sorted(path for path in place.rglob("*") if path.suffix.lower() in wanted and path.is_file())
        elif place.is_file():
            found.append(place)
        else:
            raise InputError(f"{place}: no such file or folder.", "Check the spelling.")
    if not found:
        raise InputError("There is nothing to read.", f"It reads {', '.join(sorted(wanted))}.")
    return found


def read_texts(places: Iterable[Path], language: str) -> Iterator[str]:
    """Block by block; of aligned files the side in ``language``."""
    other = "ru" if language == "en" else "en"
    for path in find_texts(places, (*FORMATS, *ALIGNED)):
        if path.suffix.lower() == ".json":
            yield from (unit["source"] for _, unit in read_units(path, language))
        elif path.suffix.lower() in ALIGNED:
            yield from (source for _, source, _ in read_pairs(path, language, other))
        else:
            yield from (block.text for block in read_document(path).blocks)


def read_bitext(places: Iterable[Path], source: str, target: str) -> Iterator[tuple[str, str]]:
    """Pairs of all aligned files."""
    for path in find_texts(places, ALIGNED):
        yield from ((left, right) for _, left, right in read_pairs(path, source, target))

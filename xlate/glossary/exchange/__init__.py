"""Termbases in other programs' formats, in and out, by the name of the file.

    .csv            our columns, comma-separated, for spreadsheets: loses nothing
    .tsv            our own files: lose nothing
    .txt .utf8      OmegaT's glossary: source, target, comment; one language pair, facts in the comment
    .tbx            TBX-Basic (ISO 30042), for term programs: what it has no place for stands in notes
    .tmx            in only: names are mined from a translation memory (xlate.glossary.mining)

A row that cannot be read is set aside as a problem, as in our own files.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from xlate.errors import InputError, UsageError
from xlate.glossary.concept import Concept
from xlate.glossary.exchange.csv import read_csv, render_csv
from xlate.glossary.exchange.omegat import read_omegat, render_omegat
from xlate.glossary.exchange.tbx import read_tbx, render_tbx
from xlate.glossary.files import empty_file, parse_file
from xlate.glossary.row import Problem

Read = tuple[list[Concept], list[Problem]]
FORMATS = {".csv": "csv", ".tsv": "tsv", ".txt": "omegat", ".utf8": "omegat", ".tab": "omegat", ".tbx": "tbx"}
NAMES = ("tsv", "csv", "omegat", "tbx")


def format_of(path: Path, named: str = "") -> str:
    """The format that was named, or that the suffix says; UsageError if neither does."""
    found = named.lower() or FORMATS.get(path.suffix.lower(), "")
    if found not in NAMES:
        raise UsageError(f'{path}: "{found or path.suffix}" is no glossary format.', f"Formats: {', '.join(NAMES)}.")
    return found


def read(path: Path, format_: str = "", pair: tuple[str, str] = ("", "")) -> Read:
    """The concepts of a file and the rows that cannot be read.  OmegaT's files do not say their languages: ``pair``
    does."""
    chosen = format_of(path, format_)
    text = _text(path)
    if chosen == "csv":
        return read_csv(text, path.name)
    if chosen == "omegat":
        _require(pair)
        return read_omegat(text, path.name, pair)
    if chosen == "tbx":
        return read_tbx(text, path.name)
    file = parse_file(text, path)
    return list(file.termbase), list(file.problems)


def render(concepts: Sequence[Concept], format_: str, pair: tuple[str, str] = ("", "")) -> str:
    """The concepts as a file of the format."""
    if format_ == "csv":
        return render_csv(concepts)
    if format_ == "omegat":
        _require(pair)
        return render_omegat(concepts, pair)
    if format_ == "tbx":
        return render_tbx(concepts)
    file = empty_file(Path("new.tsv"))
    for concept in concepts:
        file = file.appended(concept)
    return file.text()


def _require(pair: tuple[str, str]) -> None:
    if not all(pair):
        raise UsageError("OmegaT's glossaries hold one language pair.", "Say which: --from en --to be")


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}).", "Check the spelling.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8 (byte {error.start}).", "Save it as UTF-8.") from error

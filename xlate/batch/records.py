"""Record files: one document a line (JSONL) or a row (CSV, TSV), with the fields that the user chose.

A line that cannot be read becomes a record with an error that names its number; the lines after it are read.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from xlate.errors import InputError

RECORD_SUFFIXES = (".jsonl", ".ndjson", ".csv", ".tsv")
MAX_LINE = 64 * 1024 * 1024  # bytes: a hundred times the longest article known; more is no record (guessed)


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its line (from 1), its id (empty where it has none), its texts by field, and its size in bytes."""

    line: int
    id: str = ""
    texts: tuple[tuple[str, str], ...] = ()
    weight: int = 0
    error: InputError | None = None


def read_records(
    path: Path, name: str, text_fields: Sequence[str], id_field: str, encoding: str = ""
) -> Iterator[Record]:
    """The records of a file, one after another.  A file that cannot be read is one record with an error."""
    try:
        if path.suffix.lower() in (".csv", ".tsv"):
            with path.open(encoding=encoding or "utf-8-sig", errors="surrogateescape", newline="") as text:
                yield from _rows(text, path, name, text_fields, id_field)
        else:
            with path.open("rb") as data:
                yield from _lines(data, name, text_fields, id_field, encoding)
    except FileNotFoundError:
        yield Record(0, error=InputError(f"{name}: no such file.", "Check the spelling, or put the name in quotes."))
    except OSError as error:
        yield Record(0, error=InputError(f"{name}: cannot be read ({error.strerror}).", "Check its permissions."))
    except LookupError:
        yield Record(0, error=InputError(f'{name}: there is no encoding "{encoding}".'))


def _lines(data: IO[bytes], name: str, text_fields: Sequence[str], id_field: str, encoding: str) -> Iterator[Record]:
    number = 0
    while raw := data.readline(MAX_LINE):
        number += 1
        if len(raw) == MAX_LINE and not raw.endswith(b"\n"):
            while raw and not raw.endswith(b"\n"):
                raw = data.readline(MAX_LINE)
            yield _bad(number, 0, f"{name}:{number}: the line is longer than {MAX_LINE} bytes.")
        elif raw.strip():
            try:
                values = json.loads(raw.decode(encoding or "utf-8-sig"))
            except (ValueError, RecursionError) as error:
                yield _bad(number, len(raw), f"{name}:{number}: not JSON in UTF-8 ({error}).")
                continue
            if isinstance(values, dict):
                yield _record(values, number, len(raw), name, text_fields, id_field)
            else:
                yield _bad(number, len(raw), f"{name}:{number}: a JSON value, but no object with fields.")


def _rows(text: IO[str], path: Path, name: str, text_fields: Sequence[str], id_field: str) -> Iterator[Record]:
    csv.field_size_limit(MAX_LINE)
    is_tsv = path.suffix.lower() == ".tsv"
    raw: list[str] = []  # the lines of the row
    reader = csv.reader(_kept(text, raw), delimiter="\t" if is_tsv else ",")
    header: list[str] | None = None
    while True:
        raw.clear()
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _bad(reader.line_num, 0, f"{name}:{reader.line_num}: no row of a table ({error}).")
            continue
        weight = sum(map(len, row)) + len(row)
        if _swallows(raw, len(header or ()), is_tsv=is_tsv):
            first = reader.line_num - len(raw) + 1
            message = f"{name}:{first}: a quotation mark that is not closed takes in the lines to {reader.line_num}."
            yield _bad(first, weight, message, "Double the mark, or close it; the rows after these were read.")
            continue
        if header is None:
            header = row
            if any(map(_is_damaged, header)):
                hint = "Say which encoding it has, for example --encoding cp1251 or --encoding utf-16."
                yield Record(1, error=InputError(f"{name}:1: its columns are no text in UTF-8.", hint))
                return
            if missing := [field for field in text_fields if field not in header]:
                columns = ", ".join(header[:20]) or "none"
                hint = f"Say which with --text-field. Columns: {columns}."
                yield Record(1, error=InputError(f'{name}: there is no column "{missing[0]}".', hint))
                return
        elif row:
            values = dict(zip(header, row, strict=False))
            yield _record(values, reader.line_num, weight, name, text_fields, id_field)


def _kept(lines: Iterable[str], raw: list[str]) -> Iterator[str]:
    for line in lines:
        raw.append(line)
        yield line


def _swallows(raw: Sequence[str], n_columns: int, *, is_tsv: bool) -> bool:
    """Whether a row of several lines holds rows: its marks do not pair, or lines within have all columns.

    Of a table with commas only the former can be told: prose has commas, too.
    """
    if len(raw) < 2:
        return False
    whole = is_tsv and n_columns > 1 and any(line.count("\t") == n_columns - 1 for line in raw[1:])
    return whole or sum(line.count('"') for line in raw) % 2 == 1


def _is_damaged(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _record(
    values: dict[str, Any], line: int, weight: int, name: str, text_fields: Sequence[str], id_field: str
) -> Record:
    texts = []
    for field in text_fields:
        value = values.get(field, "")
        if value is None or field not in values:
            value = ""
        if not isinstance(value, str):
            return _bad(line, weight, f'{name}:{line}: the field "{field}" is no text.')
        if _is_damaged(value):
            return _bad(line, weight, f'{name}:{line}: the field "{field}" is damaged text (wrong encoding?).')
        texts.append((field, value))
    if not any(value.strip() for _, value in texts):
        wanted = ", ".join(text_fields)
        hint = f"Say which with --text-field. Fields here: {', '.join(map(str, list(values)[:20])) or 'none'}."
        return _bad(line, weight, f"{name}:{line}: no text in {wanted}.", hint)
    identity = values.get(id_field)
    named = str(identity) if isinstance(identity, str | int) and not isinstance(identity, bool) else ""
    named = named.encode("utf-8", "backslashreplace").decode()
    return Record(line, named, tuple(texts), weight)


def _bad(line: int, weight: int, message: str, hint: str = "Mend the line; the others were read.") -> Record:
    return Record(line, weight=weight, error=InputError(message, hint))

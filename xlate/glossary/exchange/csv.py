"""CSV with our columns, as spreadsheets write it: commas or semicolons, quotes where needed (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from xlate import languages
from xlate.errors import InputError
from xlate.glossary.comparing import columns_of
from xlate.glossary.concept import Concept
from xlate.glossary.row import FACTS, BadCell, Problem, parse_row, render_row


def render_csv(concepts: Sequence[Concept]) -> str:
    """A header and a row for each concept, in every column that one of them needs."""
    columns = columns_of(concepts)
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(render_row(concept, columns) for concept in concepts)
    return out.getvalue()


def read_csv(text: str, name: str) -> tuple[list[Concept], list[Problem]]:
    """The inverse; the separator is told from the header."""
    header = text.partition("\n")[0]
    separator = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise InputError(f"{name}:{reader.line_num}: is no CSV ({error}).", "Save it as CSV (UTF-8) again.") from error
    columns = [column.strip() for column in rows[0][1]] if rows else []
    unknown = [column for column in columns if column not in FACTS and not languages.known(column)]
    if unknown or not columns:
        raise InputError(
            f'{name}:1: "{(unknown or [""])[0]}" is no column.', f"Columns are language codes and: {', '.join(FACTS)}."
        )
    concepts, problems = [], []
    for line, row in rows[1:]:
        if not any(cell.strip() for cell in row):
            continue
        place = f"{name}:{line}"
        if len(row) > len(columns):
            message = f"{len(row)} cells, but the header has {len(columns)} columns."
            problems.append(Problem(place, "row", message, "Quote cells that contain the separator."))
            continue
        try:
            cells = {column: " ".join(cell.split()) for column, cell in zip(columns, row, strict=False)}
            concepts.append(parse_row(cells, place))
        except BadCell as error:
            problems.append(Problem(place, error.column, str(error), error.hint))
    return concepts, problems

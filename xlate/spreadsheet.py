"""Rows as an .xlsx workbook; the one place that knows openpyxl."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from xlate.errors import InputError

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LONGEST = 32_767  # characters of a cell, by Excel's specification
LARGEST = 300_000_000  # bytes unpacked; guessed: a table of 100,000 segments takes 50 MB
Cell = str | int | float


def render_sheet(
    header: Sequence[str], rows: Iterable[Sequence[Cell]], title: str, widths: Sequence[int] = ()
) -> bytes:
    """One sheet with a frozen header.  Text stays text: ``=1+1`` is no formula.

    ``widths`` are those of the columns, in characters; with them long text is wrapped.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    wrapped = Alignment(wrap_text=True, vertical="top")
    sheet.append(list(header))
    for row in rows:
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=_NOT_XML.sub("", value)[:LONGEST] if isinstance(value, str) else value)
            if isinstance(value, str):
                cell.data_type = "s"
            if widths:
                cell.alignment = wrapped
            cells.append(cell)
        sheet.append(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read_sheet(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet with their numbers from 1, every cell as text.  InputError if it is no workbook."""
    hint = "It must be an .xlsx workbook without a password."
    try:
        with zipfile.ZipFile(path) as package:
            if sum(part.file_size for part in package.infolist()) > LARGEST:
                raise InputError(f"{path}: unpacks to more than {LARGEST // 1_000_000} MB.", "This is no usual table.")
        yield from _rows(path)
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError, SyntaxError) as error:  # XML: a SyntaxError
        raise InputError(f"{path}: is no workbook that can be read ({error}).", hint) from error


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        for number, row in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
            yield number, ["" if value is None else str(value) for value in row]
    finally:
        book.close()

"""Word documents as Word writes them: styles, tracked changes, tables, properties; and files built to harm."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest

from xlate.documents import read_bytes
from xlate.errors import InputError
from xlate.model import Document


def read(word: Any) -> Document:
    written = io.BytesIO()
    word.save(written)
    return read_bytes(written.getvalue(), "x.docx", keep_boilerplate=True)


def package(**parts: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name.replace("__", "/") + ".xml", data)
    return written.getvalue()


def test_styles_tables_and_properties() -> None:
    word = docx.Document()
    word.core_properties.author, word.core_properties.language = "Rasa M.", "lt-LT"
    word.add_paragraph("Headline", style="Title")
    word.add_paragraph("Section", style="Heading 2")
    word.add_paragraph("First line.\nSecond line.", style="Normal")
    word.add_paragraph("one", style="List Number")
    word.add_paragraph("deeper", style="List Bullet 2")
    word.add_paragraph("two", style="List Number")
    word.add_paragraph("said the mayor", style="Quote")
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip([c for row in table.rows for c in row.cells], ["Wolf", "61", "Deer", "4"], strict=True):
        cell.text = text
    word.add_paragraph("The end.")
    document = read(word)
    assert [(b.kind.value, b.level, b.marker, b.text) for b in document.blocks] == [
        ("title", 1, "", "Headline"),
        ("heading", 2, "", "Section"),
        ("paragraph", 0, "", "First line."),
        ("paragraph", 0, "", "Second line."),
        ("list-item", 1, "1.", "one"),
        ("list-item", 2, "-", "deeper"),
        ("list-item", 1, "2.", "two"),
        ("quote", 1, "", "said the mayor"),
        ("paragraph", 0, "", "Wolf | 61"),
        ("paragraph", 0, "", "Deer | 4"),
        ("paragraph", 0, "", "The end."),
    ]
    assert (document.metadata.author, document.metadata.language) == ("Rasa M.", "lt")


def test_tracked_insertions_are_text_and_deletions_are_not() -> None:
    from docx.oxml import parse_xml

    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    word = docx.Document()
    paragraph = word.add_paragraph("It was ")
    paragraph._p.append(parse_xml(f"<w:ins {ns}><w:r><w:t>not </w:t></w:r></w:ins>"))
    paragraph._p.append(parse_xml(f"<w:del {ns}><w:r><w:delText>never </w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:r {ns}><w:t>late.</w:t></w:r>"))
    assert [block.text for block in read(word).blocks] == ["It was not late."]


def test_lists_made_by_the_toolbar() -> None:
    from docx.oxml import parse_xml

    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    word = docx.Document()
    word.add_paragraph("Text.")
    item = word.add_paragraph("an item")
    item._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {ns}><w:ilvl w:val="1"/><w:numId w:val="99"/></w:numPr>')
    )  # fmt: skip
    assert [(b.kind.value, b.level, b.text) for b in read(word).blocks][1] == ("list-item", 2, "an item")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"plain text", "not a Word document"),
        (b"PK\x03\x04 cut off", "damaged"),
        (b"\xd0\xcf\x11\xe0 locked", "password"),
        (package(word__document=b"<a/>"), "not a readable Word document"),
        (package(word__document=b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), "document type"),
        (package(word__document=b"<a>" + b" " * 120_000_000 + b"</a>"), "too large"),
        (package(xl__workbook=b"<a/>"), "spreadsheet"),
    ],
)
def test_damaged_and_hostile_files_are_refused(data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what) as refused:
        read_bytes(data, "x.docx")
    assert refused.value.hint


def test_a_word_document_under_another_name_is_pointed_out() -> None:
    written = io.BytesIO()
    docx.Document().save(written)
    with pytest.raises(InputError, match="Word document"):
        read_bytes(written.getvalue(), "x.txt")

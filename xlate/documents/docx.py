"""Word documents: paragraphs by their styles, tables row by row, core properties as metadata.

The text of a paragraph is gathered from its XML and not by python-docx's ``paragraph.text``, which leaves out tracked
insertions, content controls and smart tags.  Deleted text, headers, footers, footnotes and comments are not the article
and are not read.  Writing starts from python-docx's empty document: structure survives, the look of the input does not.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from xlate import languages
from xlate.documents.cleaning import clean_line, clean_text, clean_verbatim, split_breaks
from xlate.documents.docx_package import check_package
from xlate.documents.docx_styles import NumberedLists, StyleSheet, kind_of_style
from xlate.documents.draft import Candidate, Draft, Zone
from xlate.errors import InputError
from xlate.model import Block, BlockKind, Document, Metadata

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = frozenset([
    f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}txbxContent",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
])  # fmt: skip
_WRITTEN = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read(data: bytes, name: str, encoding: str | None) -> Draft:  # noqa: ARG001 - a Word file says its encoding itself
    """The blocks of a Word document; InputError if it is damaged, locked or built to harm."""
    check_package(data, name)
    document = _open(data, name)
    blocks = list(_blocks(document))
    if not any(block.kind is BlockKind.TITLE for block, _ in blocks):
        blocks = _first_heading_as_title(blocks)
    return Draft(tuple(Candidate(block, zone) for block, zone in blocks), _metadata(document))


def _open(data: bytes, name: str) -> WordDocument:
    import docx

    try:
        return docx.Document(io.BytesIO(data))
    except Exception as error:  # KeyError, ValueError, XMLSyntaxError, BadZipFile ...: all mean a damaged file
        raise InputError(
            f"{name} is not a readable Word document ({error or type(error).__name__}).",
            "Open it in LibreOffice or Word and save it again as .docx.",
        ) from error


def _blocks(document: WordDocument) -> Iterator[tuple[Block, Zone]]:
    styles = StyleSheet(document)
    numbers = NumberedLists()
    for element in _paragraphs_and_tables(document.element.body):
        if element.tag == f"{_W}tbl":
            yield from ((Block(BlockKind.PARAGRAPH, row), Zone.PLAIN) for row in _rows(element))
            continue
        for paragraph in [element, *element.iter(f"{_W}txbxContent")]:
            yield from _paragraph(paragraph, styles, numbers)


def _paragraphs_and_tables(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables under an element, also those in content controls and tracked insertions."""
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        if element.tag in (f"{_W}p", f"{_W}tbl"):
            yield element
        elif element.tag not in _SKIPPED and isinstance(element.tag, str):
            waiting += reversed(element)


def _paragraph(element: Any, styles: StyleSheet, numbers: NumberedLists) -> Iterator[tuple[Block, Zone]]:
    text = "\n".join(map(_text, element.iter(f"{_W}p"))) if element.tag.endswith("txbxContent") else _text(element)
    style = styles.name_of(element)
    kind, level = kind_of_style(style)
    if kind is BlockKind.VERBATIM:
        yield from ((Block(kind, code), Zone.PLAIN) for code in [clean_verbatim(text)] if code)
        return
    listed = styles.list_of(element)
    if kind is BlockKind.PARAGRAPH and listed:
        kind, level = BlockKind.LIST_ITEM, listed.level
    zone = Zone.CAPTION if style == "Caption" else Zone.PLAIN
    for part in split_breaks(clean_text(text).split("\n")):
        marker = numbers.marker(level, ordered=styles.is_ordered(element)) if kind is BlockKind.LIST_ITEM else ""
        yield Block(kind, part, level, marker), zone
    if kind is not BlockKind.LIST_ITEM and text.strip():
        numbers.restart()


def _text(paragraph: Any) -> str:
    """The visible text of a paragraph, deleted text and text boxes left out."""
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}t":
            parts.append(element.text or "")
        elif element.tag in _WRITTEN:
            parts.append(_WRITTEN[element.tag])
        elif element.tag not in _SKIPPED:
            waiting += reversed(element)
    return "".join(parts)


def _rows(table: Any) -> Iterator[str]:
    """One text a row, the cells parted by " | "; a table inside a cell is part of the cell."""
    for row in table.iterchildren(f"{_W}tr"):
        cells = (clean_line(" ".join(map(_text, cell.iter(f"{_W}p")))) for cell in row.iter(f"{_W}tc"))
        if text := " | ".join(filter(None, cells)):
            yield text


def _first_heading_as_title(blocks: list[tuple[Block, Zone]]) -> list[tuple[Block, Zone]]:
    """Many authors give their headline the style "Heading 1"."""
    if blocks and blocks[0][0].kind is BlockKind.HEADING and blocks[0][0].level == 1:
        blocks[0] = (Block(BlockKind.TITLE, blocks[0][0].text, 1), blocks[0][1])
    return blocks


def _metadata(document: WordDocument) -> Metadata:
    core = document.core_properties
    language = core.language or ""
    author = core.author or ""
    return Metadata(
        title=clean_line(core.title or ""),
        author="" if author == "python-docx" else clean_line(author),
        date=core.created.date().isoformat() if core.created and author != "python-docx" else "",
        language=languages.canonical(language) if languages.known(language) else "",
    )


def render(document: Document, texts: Sequence[str]) -> bytes:
    """The blocks in Word's built-in styles."""
    import docx

    from xlate.documents.docx_styles import style_for

    word = docx.Document()
    for block, text in zip(document.blocks, texts, strict=True):
        paragraph = word.add_paragraph(style=style_for(word, block))
        paragraph.add_run(text)
    core = word.core_properties
    core.title = next((t for b, t in zip(document.blocks, texts, strict=True) if b.kind is BlockKind.TITLE), "")[:255]
    core.author, core.language, core.comments = document.metadata.author[:255], document.metadata.language, ""
    written = io.BytesIO()
    word.save(written)
    return written.getvalue()

"""What every reader promises; a new format is done when a subclass of this passes."""

from __future__ import annotations

import re
import unicodedata

from xlate.documents import read_bytes, render_document
from xlate.model import Block, BlockKind, Document, Metadata

BLOCKS = (
    Block(BlockKind.TITLE, "Ferry returns to the Nemunas", 1),
    Block(BlockKind.PARAGRAPH, "A river ferry will carry cars and cyclists across the river from Saturday."),
    Block(BlockKind.HEADING, "Цена билета", 2),
    Block(BlockKind.PARAGRAPH, "Білет каштуе 5 еўра, з сабакам — 6 & <больш>; дзецям *бясплатна*, кажа Łukasz."),
    Block(BlockKind.LIST_ITEM, "one car", 1, "-"),
    Block(BlockKind.LIST_ITEM, "one very small car", 2, "-"),
    Block(BlockKind.LIST_ITEM, "no lorries", 1, "-"),
    Block(BlockKind.QUOTE, "“Мы чекали одинадцять років,” said the mayor of the town, and sighed.", 1),
    Block(BlockKind.PARAGRAPH, "The Courier asked the shipyard for comment and had not received an answer by Tuesday."),
)  # fmt: skip


class ReaderContract:
    """Subclasses say what the format is called; ``source`` may give a file made by another program."""

    format = ""

    def source(self) -> bytes:
        """A file with the blocks above."""
        return render_document(Document("x", self.format, BLOCKS, Metadata(language="en")), self.texts(), self.format)

    def texts(self) -> list[str]:
        return [block.text for block in BLOCKS]

    def document(self) -> Document:
        return read_bytes(self.source(), "<contract>", format=self.format, keep_boilerplate=True)

    def test_texts_are_stripped_nfc_and_not_empty(self) -> None:
        decomposed = [unicodedata.normalize("NFD", text) for text in self.texts()]
        shell = Document("x", self.format, BLOCKS, Metadata())
        document = read_bytes(render_document(shell, decomposed, self.format), "<contract>", format=self.format)
        for block in document.blocks:
            assert block.text
            assert block.text == block.text.strip()
            assert unicodedata.is_normalized("NFC", block.text)

    def test_no_controls_and_no_invisible_characters(self) -> None:
        dirty = [f"{text[:3]}\u00ad{text[3:]}\u200b" for text in self.texts()]
        shell = Document("x", self.format, BLOCKS, Metadata())
        document = read_bytes(render_document(shell, dirty, self.format), "<contract>", format=self.format)
        assert not re.search("[\x00-\x08\x0b-\x1f\u00ad\u200b]", "".join(block.text for block in document.blocks))

    def test_reading_twice_gives_the_same(self) -> None:
        assert self.document() == self.document()

    def test_nothing_is_lost_and_order_is_kept(self) -> None:
        assert [block.text for block in self.document().blocks] == self.texts()

    def test_kinds_and_levels(self) -> None:
        found = [(block.kind, block.level) for block in self.document().blocks if block.kind is not BlockKind.HEADING]
        assert found == [(block.kind, block.level) for block in BLOCKS if block.kind is not BlockKind.HEADING]

    def test_what_is_read_can_be_written_and_read_again(self) -> None:
        first = self.document()
        texts = [block.text for block in first.blocks]
        written = render_document(first, texts, self.format)
        second = read_bytes(written, "<contract>", format=self.format, keep_boilerplate=True)
        assert second.blocks == first.blocks

    def test_name_and_format(self) -> None:
        document = self.document()
        assert (document.name, document.format) == ("<contract>", self.format)
        assert document.metadata.title == BLOCKS[0].text

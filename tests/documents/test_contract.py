"""The reader contract for each format."""

from __future__ import annotations

from tests.documents.contract import ReaderContract


class TestTxt(ReaderContract):
    format = "txt"


class TestMarkdown(ReaderContract):
    format = "markdown"


class TestHtml(ReaderContract):
    format = "html"


class TestDocx(ReaderContract):
    format = "docx"

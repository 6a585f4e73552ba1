"""The formats that xlate reads and writes: extension -> format -> module, loaded when first used.

A format is a module in this package with two functions (``FormatModule``):

    read(data, name, encoding) -> Draft     every text of the file, in order; InputError if it cannot be read
    render(document, texts)    -> bytes     the document's blocks with other texts, one a block

To add one: write the module, list it here, and let it pass ``tests/documents/contract.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from xlate.documents.draft import Draft
from xlate.documents.refusals import ZIP
from xlate.errors import InputError
from xlate.model import Document


class FormatModule(Protocol):
    """What a format's module offers."""

    def read(self, data: bytes, name: str, encoding: str | None) -> Draft: ...

    def render(self, document: Document, texts: Sequence[str]) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format by name, with the module that reads and writes it and the extension of the files it writes."""

    name: str
    extension: str

    def load(self) -> FormatModule:
        return cast(FormatModule, import_module(f"xlate.documents.{self.name}"))


_TXT = Format("txt", ".txt")
_MARKDOWN = Format("markdown", ".md")
_HTML = Format("html", ".html")
_DOCX = Format("docx", ".docx")

FORMATS: Mapping[str, Format] = {
    ".txt": _TXT,
    ".text": _TXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".docx": _DOCX,
}
"""File extension -> format."""

# Common files that people try, and the way to something that xlate reads.
_CONVERT = {
    ".doc": "Open it in LibreOffice or Word and save it as .docx.",
    ".odt": "Open it in LibreOffice and save it as .docx.",
    ".rtf": "Open it in LibreOffice or Word and save it as .docx.",
    ".pdf": "Save its text as .txt or .docx first, for example with pdftotext.",
    ".epub": "Save its text as .html or .txt first.",
}


def format_named(wanted: str) -> Format:
    """The format for a name ("markdown") or an extension ("md", ".md"); InputError lists those there are."""
    key = wanted.strip().lower()
    for extension, found in FORMATS.items():
        if key in (found.name, extension, extension[1:]):
            return found
    raise InputError(f'There is no format "{wanted}".', f"Formats: {_listed()}.")


def format_of(name: str, data: bytes) -> Format:
    """The format of a file by its extension; without one (``<stdin>``) by its first characters."""
    extension = PurePath(name).suffix.lower()
    if extension in FORMATS:
        return FORMATS[extension]
    if extension and not name.startswith("<"):
        hint = _CONVERT.get(extension, f"Formats: {_listed()}. If the file is plain text, say --format txt.")
        raise InputError(f'{name}: xlate does not read "{extension}" files.', hint)
    return _sniff(data)


def _sniff(data: bytes) -> Format:
    head = data[:1024].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower().replace(b"\0", b"")
    if data.startswith(ZIP):
        return _DOCX
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in head[:512]:
        return _HTML
    return _MARKDOWN if head.startswith((b"---\n", b"# ")) and not head.startswith(b"---\n---") else _TXT


def _listed() -> str:
    return ", ".join(sorted(FORMATS))

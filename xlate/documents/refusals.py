"""Files that are no text: recognised by their first bytes, named, and answered with the way out."""

from __future__ import annotations

from xlate.errors import InputError

ZIP = b"PK\x03\x04"

_SIGNATURES = (
    (b"%PDF", "a PDF", "Save its text as .txt or .docx first, for example with pdftotext."),
    (b"\x89PNG", "a PNG picture", "xlate reads text, not pictures of text."),
    (b"\xff\xd8\xff", "a JPEG picture", "xlate reads text, not pictures of text."),
    (b"GIF8", "a GIF picture", "xlate reads text, not pictures of text."),
    (b"RIFF", "a picture or a recording", "xlate reads text only."),
    (b"\xd0\xcf\x11\xe0", "an old Office file", "Open it in LibreOffice or Word and save it as .docx."),
    (b"{\\rtf", "an RTF document", "Open it in LibreOffice or Word and save it as .docx or .txt."),
    (b"\x1f\x8b", "gzip data", "Unpack it first, for example with gunzip."),
    (b"BZh", "bzip2 data", "Unpack it first."),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it first and name the articles in it."),
    (b"Rar!", "a RAR archive", "Unpack it first and name the articles in it."),
    (b"\x7fELF", "a program", "Name an article: .txt, .md, .html or .docx."),
    (b"MZ\x90", "a program", "Name an article: .txt, .md, .html or .docx."),
    (b"SQLite format 3", "a database", "Name an article: .txt, .md, .html or .docx."),
    (b"ID3", "a recording", "xlate reads text only."),
)
# Members that tell what kind of document a zip file is.
_ZIPPED = (
    (b"word/", "a Word document", "Give it the ending .docx, or say --format docx."),
    (b"mimetypeapplication/vnd.oasis", "an OpenDocument file", "Open it in LibreOffice and save it as .docx."),
    (b"mimetypeapplication/epub", "an e-book", "Save its text as .html or .txt first."),
    (b"xl/", "a spreadsheet", "Save the text you need as .txt first."),
    (b"ppt/", "a presentation", "Save its text as .txt first."),
)


def refuse_binary(data: bytes, name: str) -> None:
    """Raise InputError if the first bytes are those of a file kind that holds no plain text."""
    for signature, what, hint in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"{name} is {what}, which xlate cannot read.", hint)
    if data.startswith(ZIP):
        raise InputError(*_zip_refusal(data, name))


def refuse_nul(data: bytes, name: str) -> None:
    """Raise InputError if there are NUL bytes: no text but UTF-16 and UTF-32 has them."""
    if b"\0" in data:
        raise InputError(
            f"{name} is a binary file, not text (it contains NUL bytes).",
            "Name an article: .txt, .md, .html or .docx; for text in UTF-16 say --encoding utf-16.",
        )


def _zip_refusal(data: bytes, name: str) -> tuple[str, str]:
    for member, what, hint in _ZIPPED:
        if member in data:
            return f"{name} is {what}, which cannot be read as this format.", hint
    return f"{name} is a zip archive, which xlate cannot read.", "Unpack it first and name the articles in it."

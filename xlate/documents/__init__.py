"""Documents: articles in and out of text, Markdown, web and Word files, with the boilerplate taken out.

    document = read_document(Path("article.html"))
    document.blocks      # the article: title, headings, paragraphs, list items, quotations, code
    document.removed     # captions, menus, newsletter boxes ... each with its place and the reason
    write_document(result, Path("article.be.html"))

Importing this package loads none of lxml, trafilatura, python-docx and markdown-it; reading a file loads what it needs.
"""

from xlate.documents.encodings import decode, decode_lines
from xlate.documents.formats import FORMATS, Format, format_named
from xlate.documents.reading import read_bytes, read_document
from xlate.documents.writing import render_document, write_document

__all__ = [
    "FORMATS",
    "Format",
    "decode",
    "decode_lines",
    "format_named",
    "read_bytes",
    "read_document",
    "render_document",
    "write_document",
]

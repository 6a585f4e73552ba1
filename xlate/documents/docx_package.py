"""Is this zip file a Word document that is safe to open?

A .docx is a zip of XML parts, so it can be a bomb twice over: a few kilobytes that unpack to gigabytes, or entities
that expand in the parser.  Sizes are checked before anything is unpacked; document types, which Office forbids, are
refused.
"""

from __future__ import annotations

import io
import zipfile

from xlate.documents.refusals import ZIP, refuse_binary
from xlate.errors import InputError

_LARGEST = 300_000_000  # bytes unpacked; guessed: pictures of a long report stay far below
_LARGEST_XML = 100_000_000  # bytes of one XML part; 100 MB of markup is about 10 million words
_MOST_PARTS = 10_000
_OLE = b"\xd0\xcf\x11\xe0"


def check_package(data: bytes, name: str) -> None:
    """Raise InputError unless the bytes are a Word document that unpacks to a reasonable size."""
    if data.startswith(_OLE):
        raise InputError(
            f"{name} is an old .doc file, or a .docx locked with a password.",
            "Open it in LibreOffice or Word and save it as .docx without a password.",
        )
    if not data.startswith(ZIP):
        refuse_binary(data, name)
        raise InputError(f"{name} is not a Word document.", "Say what it is, for example --format txt.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_parts(package, name)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise InputError(
            f"{name} is damaged ({error}).", "Open it in LibreOffice or Word and save it again as .docx."
        ) from error


def _check_parts(package: zipfile.ZipFile, name: str) -> None:
    parts = package.infolist()
    if "word/document.xml" not in package.namelist():
        refuse_binary(package_head(package), name)
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST:
        raise InputError(
            f"{name} unpacks to more than {_LARGEST // 1_000_000} MB.", "Remove pictures from it, or save it as .txt."
        )
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            if part.file_size > _LARGEST_XML:
                raise InputError(f"{name}: {part.filename} is too large.", "Save the text as .txt.")
            _refuse_doctype(package, part, name)


def _refuse_doctype(package: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    with package.open(part) as file:
        head = file.read(4096)
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise InputError(
            f"{name}: {part.filename} declares a document type, which Word documents never do.",
            "Do not open this file: it may be built to harm. Ask for the text in another format.",
        )


def package_head(package: zipfile.ZipFile) -> bytes:
    """The names of a zip's parts behind a zip signature, for telling what kind of file it is."""
    names = package.namelist()
    kind = package.read("mimetype")[:200] if "mimetype" in names else b""
    return ZIP + b"mimetype" + kind + "\n".join(names).encode(errors="replace")

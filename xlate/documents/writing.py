"""From blocks and texts to a file, in the format of the input or the one that the output's name asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from xlate.documents.formats import FORMATS, format_named
from xlate.files import write_atomic
from xlate.model import Document, TranslationResult


def write_document(result: TranslationResult, path: Path) -> None:
    """Write the translated article: whole or, with an OutputError, not at all.

    The format is that of the path's extension; another extension, or none, gets the format of the input.
    """
    document = result.document
    known = FORMATS.get(path.suffix.lower())
    translated = replace(document, metadata=replace(document.metadata, language=result.target_language))
    write_atomic(path, render_document(translated, result.block_targets(), known.name if known else document.format))


def render_document(document: Document, block_texts: Sequence[str], format: str) -> bytes:
    """The document's blocks with ``block_texts`` in their place, one a block, as a file of the format.

    ``document.metadata.language`` is taken for the language of the texts.  Raises ValueError if the numbers of blocks
    and texts differ.
    """
    return format_named(format).load().render(document, block_texts)

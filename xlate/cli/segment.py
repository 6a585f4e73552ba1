"""``xlate segment``: one segment a line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from xlate.cli.console import put, read_input


def segment_command(
    file: Annotated[Path | None, typer.Argument(help="A text file; none or - reads stdin.", show_default=False)] = None,
    lang: Annotated[str, typer.Option("--lang", help="Language code; detected if not given.")] = "",
    encoding: Annotated[str, typer.Option(help="Encoding of the file, if xlate guesses it wrong.")] = "",
) -> None:
    """Cut text into sentences, one a line.  A line break in the input always ends a sentence."""
    for segment in segment_lines(read_input(file), str(file or "<stdin>"), lang, encoding):
        put(segment + "\n")


def segment_lines(data: bytes, name: str, lang: str, encoding: str = "") -> list[str]:
    """The segments of plain text, every line a block of its own."""
    from xlate import languages
    from xlate.detection import Detector
    from xlate.documents import decode_lines
    from xlate.segmenting import segment_text

    lines = decode_lines(data, name, encoding or None)
    language = languages.canonical(lang) if lang else Detector().detect_document(lines)[0].language
    return [span.of(line) for line in lines for span in segment_text(line, language)]

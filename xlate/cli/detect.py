"""``xlate detect``: which language is it?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from xlate.cli.console import complain, put, read_input
from xlate.errors import XlateError

if TYPE_CHECKING:
    from xlate.model import Detection


def detect_command(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Files; none or - reads stdin.", show_default=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Probabilities of all candidates, as JSON.")] = False,
    lines: Annotated[bool, typer.Option("--lines", help="Each line by itself: one code a line.")] = False,
    among: Annotated[str, typer.Option(help="Only these languages are possible, for example en,ru,uk,be.")] = "",
    encoding: Annotated[str, typer.Option(help="Encoding of the files, if xlate guesses it wrong.")] = "",
) -> None:
    """Detect the language of articles, or of single lines."""
    worst = 0
    rows: list[dict[str, Any]] = []
    for path in files or [Path("-")]:
        try:
            for name, found in detect_file(path, lines=lines, among=among, encoding=encoding):
                rows.append(_row(name, found))
                if not as_json:
                    put(f"{found.language}\n" if lines else f"{name}\t{found.language}\t{found.probability:.3f}\n")
        except XlateError as error:
            complain(error)
            worst = max(worst, error.exit_code)
    if as_json:
        put(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    raise typer.Exit(worst)


def detect_file(path: Path, *, lines: bool, among: str, encoding: str) -> list[tuple[str, Detection]]:
    """(name, detection) of the document, or of each line."""
    from xlate import languages
    from xlate.detection import Detector
    from xlate.documents import decode_lines, read_bytes

    chosen = [languages.canonical(code) for code in among.replace(",", " ").split()]
    detector = Detector(chosen or None)
    data, name = read_input(path), "<stdin>" if str(path) == "-" else str(path)
    if lines:
        numbered = enumerate(decode_lines(data, name, encoding or None), start=1)
        return [(f"{name}:{n}", detector.detect(line)) for n, line in numbered]
    document = read_bytes(data, name, encoding=encoding or None)
    return [(name, detector.detect_document([block.text for block in document.blocks])[0])]


def _row(name: str, found: Detection) -> dict[str, Any]:
    return {
        "name": name,
        "language": found.language,
        "probability": round(found.probability, 4),
        "method": found.method,
        "candidates": {code: round(probability, 4) for code, probability in found.candidates},
    }

"""Results as files in a folder, as one file whose suffix says the format, or on stdout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from xlate.cli.console import put
from xlate.documents import FORMATS, format_named, render_document, write_document
from xlate.errors import UsageError
from xlate.files import write_atomic
from xlate.model import TranslationResult
from xlate.report.beside import Beside
from xlate.report.json import render_json
from xlate.report.review import render_review_markdown, render_review_xlsx
from xlate.tmx import render_tmx


def print_results(results: Sequence[TranslationResult], as_json: bool) -> None:
    """The translated text of every result; as JSON, one object for all of them."""
    if as_json:
        put(render_json(results))
        return
    for result in results:
        format_ = "markdown" if result.document.format == "markdown" else "txt"
        put(render_document(result.document, result.block_targets(), format_).decode("utf-8"))


def write_file(result: TranslationResult, path: Path) -> None:
    """One result into one file: ``.json``, ``.tmx``, a table to correct, or an article in the format of the suffix."""
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        write_atomic(path, render_review_xlsx(result))
    elif path.name.lower().endswith(".review.md"):
        write_atomic(path, render_review_markdown(result).encode())
    elif suffix == ".json":
        write_atomic(path, render_json([result]).encode())
    elif suffix == ".tmx":
        write_atomic(path, render_tmx([result]).encode())
    elif suffix in FORMATS:
        write_document(result, path)
    else:
        known = ", ".join(sorted({*FORMATS, ".json", ".tmx", ".xlsx", ".review.md"}))
        raise UsageError(f'{path}: xlate does not write "{suffix}" files.', f"It writes {known}.")


def write_into(folder: Path, stem: str, result: TranslationResult, beside: Beside) -> None:
    """``STEM.html`` in the article's own format, ``STEM.report.html`` ... of one result; OutputError if one fails."""
    write_document(result, folder / f"{stem}{format_named(result.document.format).extension}")
    for ending, data in beside.files(result):
        write_atomic(folder / f"{stem}{ending}", data)


def unique_stems(names: Iterable[str]) -> dict[str, str]:
    """An output stem for each document name: ``a/x.txt`` and ``b/x.txt`` become ``a-x`` and ``b-x``."""
    paths = {name: Path("stdin" if name == "<stdin>" else name) for name in names}
    stems = {name: path.stem for name, path in paths.items()}
    for longer in (lambda path: path.name, lambda path: "-".join(path.parts).strip("/-.")):
        times = Counter(stem.lower() for stem in stems.values())
        stems = {name: longer(paths[name]) if times[stem.lower()] > 1 else stem for name, stem in stems.items()}
    return stems

"""Documents in, results out, in order and a few at a time: what ``xlate.translate_many`` does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from xlate.batch.ordered import Stop, in_order
from xlate.batch.windows import WINDOW_SEGMENTS, windows
from xlate.documents import read_bytes, read_document
from xlate.model import Document, TranslationResult

if TYPE_CHECKING:
    from xlate.glossary.termbase import Termbase
    from xlate.pipeline import Prepared, Translator
    from xlate.settings import Settings


def translate_stream(
    translator: Translator,
    sources: Iterable[str | Path | Document],
    terms: Termbase | None = None,
    window: int = WINDOW_SEGMENTS,
) -> Iterator[TranslationResult]:
    """A result for every source, into the first of the settings' targets.  The first failure ends it."""
    target = translator.settings.to[0]

    def work(documents: list[Prepared]) -> list[TranslationResult]:
        return list(translator.translate(documents, target))

    settings = translator.settings
    documents = (read(source, f"text {number}", settings) for number, source in enumerate(sources, 1))
    prepared = (translator.prepare(document, terms) for document in documents)
    with closing(in_order(windows(prepared, _n_segments, window), work, Stop())) as finished:
        for results in finished:
            yield from results


def read(source: str | Path | Document, name: str, settings: Settings) -> Document:
    """The document; a bare text is called ``name``."""
    if isinstance(source, Document):
        return source
    if isinstance(source, Path):
        return read_document(source, keep_boilerplate=settings.keep_boilerplate, encoding=settings.encoding or None)
    data = source.encode("utf-8", "replace")
    return read_bytes(data, name, format="txt", keep_boilerplate=True, encoding="utf-8")


def _n_segments(prepared: Prepared) -> int:
    return len(prepared.segments)

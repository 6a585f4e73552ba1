"""Windows: neighbouring documents decoded together, enough segments to fill the decoder's batches.

The results are those of one document after another, in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from xlate.batch.rows import Outcome, Work
from xlate.errors import EngineError, InputError, RecollectionError, XlateError
from xlate.model import TranslationResult

if TYPE_CHECKING:
    from xlate.pipeline import Prepared, Translator

WINDOW_SEGMENTS = 256
"""Of 500 articles of news 256 take as long as 512, 128 a tenth longer, since names that are decoded again fill fewer
batches (median of four, 2026-11-30).  Of 6,000 short ones 256 need 30 to 45 MB less than 512."""

Given = TypeVar("Given")
Tick = Callable[[str, int, int], None]
"""Called with the target language at work, its segments done and in all."""


def windows(
    documents: Iterable[Given], weigh: Callable[[Given], int], segments: int = WINDOW_SEGMENTS
) -> Iterator[list[Given]]:
    """Runs of neighbours that weigh at least ``segments`` segments each, but for the last."""
    window: list[Given] = []
    held = 0
    for document in documents:
        window.append(document)
        held += weigh(document)
        if held >= segments:
            yield window
            window, held = [], 0
    if window:
        yield window


def translate_window(window: Sequence[Work], translator: Translator, tick: Tick) -> list[Outcome]:
    """An outcome for every document and missing target, in order.  What cannot be translated fails alone."""
    found: dict[tuple[int, str], Outcome] = {}
    for target in dict.fromkeys(target for work in window for target in work.missing):
        asked = [(at, work) for at, work in enumerate(window) if target in work.targets]
        results = _translate([work.prepared for _, work in asked], target, translator, partial(tick, target))
        for (at, work), made in zip(asked, results, strict=True):
            failed = isinstance(made, XlateError)
            found[at, target] = Outcome(work, target, None if failed else made, made if failed else None)  # type: ignore[arg-type]
    return [found[at, target] for at, work in enumerate(window) for target in work.missing]


def _translate(
    documents: Sequence[Prepared], target: str, translator: Translator, tick: Callable[[int, int], None]
) -> list[TranslationResult | XlateError]:
    try:
        return list(translator.translate(documents, target, tick))
    except (CancelledError, RecollectionError):
        raise
    except Exception as error:
        if len(documents) == 1:
            return [as_xlate(documents[0].document.name, error)]
    return [made for document in documents for made in _translate([document], target, translator, tick)]


def as_xlate(name: str, error: Exception) -> XlateError:
    """Any failure over one document as an error that names it."""
    if isinstance(error, XlateError):
        return error if name in str(error) else type(error)(f"{name}: {error}", error.hint)
    if isinstance(error, RuntimeError | MemoryError):
        return EngineError(f"{name}: {type(error).__name__}: {error}", "Try it alone: `xlate translate`.")
    return InputError(f"{name}: {type(error).__name__}: {error}", "A fault of xlate's; please report it.")

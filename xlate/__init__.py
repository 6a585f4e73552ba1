"""xlate: offline translation and comparison of news.

    import xlate
    from pathlib import Path
    from xlate.documents import write_document

    print(xlate.translate("The ministers met in Minsk.", to="be", from_="en").text)

    for result in xlate.translate_many(Path().glob("*.html"), to="be"):
        write_document(result, Path("out") / result.document.name)

Importing this package loads nothing; models load when they first translate, and stay loaded.  ``xlate.batch`` is for
what must not be lost or done twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlate.glossary.termbase import Termbase as Termbase
    from xlate.model import Document, TranslationResult
    from xlate.pipeline import Translator
    from xlate.settings import Settings

__version__ = "0.1.0"
__all__ = ["Termbase", "__version__", "translate", "translate_many"]


def translate(
    text: str, *, to: str, from_: str = "", terms: Termbase | None = None, settings: Settings | None = None
) -> TranslationResult:
    """The text in language ``to``: ``.text``, and every sentence in ``.units`` with its score and findings.

    ``from_`` is detected if not given (InputError if it cannot be told); ``terms`` go before the glossary's names.
    NoRoute if no installed model leads to ``to``.
    """
    [result] = translate_many([text], to=to, from_=from_, terms=terms, settings=settings)
    return result


def translate_many(
    sources: Iterable[str | Path | Document],
    *,
    to: str,
    from_: str = "",
    terms: Termbase | None = None,
    settings: Settings | None = None,
) -> Iterator[TranslationResult]:
    """One result for every text, file or document, in order, as soon as it is there.

    Sources are read while others are decoded, and only a few are held at a time: millions may come.  The first that
    cannot be read or translated ends it with its error; ``xlate.batch`` sets such aside and remembers what is done.
    """
    from xlate.batch.stream import translate_stream

    return translate_stream(_translator(to, from_, settings), sources, terms)


@lru_cache(maxsize=8)
def _translator(to: str, from_: str, settings: Settings | None) -> Translator:
    from xlate.pipeline import Translator
    from xlate.settings import Settings, with_flags

    return Translator(with_flags(settings or Settings(), to=[to], from_=from_))


def __getattr__(name: str) -> object:
    if name == "Termbase":
        from xlate.glossary.termbase import Termbase

        return Termbase
    raise AttributeError(f"module 'xlate' has no attribute {name!r}")

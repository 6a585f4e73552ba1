"""xlate: offline translation and comparison of news.

    import xlate
    from pathlib import Path
    from xlate.documents import write_document

    print(xlate.translate("The ministers met in Minsk.", to="be", from_="en").text)

    for result in xlate.translate_many(Path().glob("*.html"), to="be"):
        write_document(result, Path("out") / result.document.name)

    print(xlate.compare(Path("article.html"), Path("out/article.html"), to="be").coverage.score)

A ``str`` is a text, a ``Path`` a file.  Importing this package loads nothing; models load when they first translate,
and stay loaded.  ``xlate.batch`` is for what must not be lost or done twice.  More in docs/api.md.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlate.glossary.termbase import Termbase as Termbase
    from xlate.memory import Memory as Memory
    from xlate.model import Document, TranslationResult
    from xlate.pipeline import Translator
    from xlate.settings import Settings
    from xlate.verification import Verification, Verifier

# numpy's products are small here: a second thread of OpenBLAS waits for work at full speed, which is half of the CPU
# time (2,000 x 2,000 segments aligned: 4.5 s, with one thread 2.0 s, 2026-11-29).  Read once, when numpy loads.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
__all__ = ["Memory", "Termbase", "__version__", "compare", "translate", "translate_many"]


def translate(
    text: str | Path | Document,
    *,
    to: str,
    from_: str = "",
    terms: Termbase | None = None,
    memory: Memory | None = None,
    settings: Settings | None = None,
) -> TranslationResult:
    """The text in language ``to``: ``.text``, and every sentence in ``.units`` with its score and findings.

    ``from_`` is detected if not given (InputError if it cannot be told); ``terms`` go before the glossary's names;
    what ``memory`` has is not translated again, and it keeps what is.  NoRoute if no installed model leads to ``to``.
    """
    [result] = translate_many([text], to=to, from_=from_, terms=terms, memory=memory, settings=settings)
    return result


def translate_many(
    sources: Iterable[str | Path | Document],
    *,
    to: str,
    from_: str = "",
    terms: Termbase | None = None,
    memory: Memory | None = None,
    settings: Settings | None = None,
) -> Iterator[TranslationResult]:
    """One result for every text, file or document, in order, as soon as it is there.

    Sources are read while others are decoded, and only a few are held at a time: millions may come.  The first that
    cannot be read or translated ends it with its error; ``xlate.batch`` sets such aside and remembers what is done.
    """
    from xlate.batch.stream import translate_stream

    return translate_stream(_translator(to, from_, memory, settings), sources, terms)


def compare(
    source: str | Path | Document,
    target: str | Path | Document,
    *,
    from_: str = "",
    to: str = "",
    machine: str | Path | Document | None = None,
    translate: bool = True,
    settings: Settings | None = None,
) -> Verification:
    """Whether ``target`` is a complete and faithful translation of ``source``: ``.coverage.score``, ``.findings`` ...

    The languages are detected where they are not given.  ``machine`` is a translation of the source to go by instead of
    making one; without ``translate`` lengths, names and numbers decide.  InputError for texts that have nothing to do
    with each other.
    """
    from xlate import languages
    from xlate.batch.stream import read
    from xlate.verification import Languages

    verifier = _verifier(settings)
    used = verifier.translator.settings
    left, right = read(source, "source", used), read(target, "target", used)
    given = None if machine is None else read(machine, "machine translation", used)
    named = Languages(*(languages.canonical(code) if code else "" for code in (from_, to)))
    return verifier.verify(left, right, named, machine=given, translate=translate)


@lru_cache(maxsize=8)
def _translator(to: str, from_: str, memory: Memory | None, settings: Settings | None) -> Translator:
    from xlate.pipeline import Translator
    from xlate.settings import Settings, with_flags

    recall = None
    if memory is not None:
        from xlate.memory.recall import Recall

        recall = Recall(memory)
    return Translator(with_flags(settings or Settings(), to=[to], from_=from_), memory=recall)


@lru_cache(maxsize=8)
def _verifier(settings: Settings | None) -> Verifier:
    from xlate.verification import Verifier

    return Verifier(settings)


def __getattr__(name: str) -> object:
    if name == "Termbase":
        from xlate.glossary.termbase import Termbase

        return Termbase
    if name == "Memory":
        from xlate.memory import Memory

        return Memory
    raise AttributeError(f"module 'xlate' has no attribute {name!r}")

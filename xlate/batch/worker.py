"""A shard of documents from content to outcomes, as a worker does it that knows neither the state nor the output."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, Protocol

from xlate.batch.ordered import Stop, in_order
from xlate.batch.reading import read_content, read_item
from xlate.batch.rows import Outcome, Work
from xlate.batch.signing import Signer
from xlate.batch.todo import Pending
from xlate.batch.windows import as_xlate, translate_window, windows
from xlate.engines import Engine
from xlate.engines.processor import arithmetic
from xlate.errors import InputError, XlateError
from xlate.languages import LANGUAGES
from xlate.settings import Settings

if TYPE_CHECKING:
    from xlate.pipeline import Translator

SEGMENT_BYTES = 1024
"""Of content, by ``shards``, for each segment of a window: by default 64 articles of news, several windows' worth."""
FIRST = 8  # the first shard's share of the others' size
_ARTICLE = 4 << 10  # bytes of the text of an article of news; what a page has beyond that is mostly markup


@dataclass(frozen=True, slots=True)
class Shard:
    """What came of a shard: outcomes in order, documents that could not be read, and who says so."""

    outcomes: tuple[Outcome, ...]
    aside: tuple[tuple[Pending, XlateError], ...]
    identity: str


class Listener(Protocol):
    """Told what happens while windows are translated, from several threads."""

    def noted(self, text: str) -> None:
        """Something that the user should know."""

    def set_aside(self, pending: Pending, error: XlateError) -> None:
        """A document cannot be read, or its language not be told."""

    def at_work(self, number: int, weight: float, words: float) -> None:
        """A window has come so far, in bytes of its documents and in words."""


class Shared:
    """What all windows of a run are translated with, loaded for the first of them."""

    def __init__(
        self, settings: Settings, noted: Callable[[str], None], engines: Sequence[Engine] | None = None
    ) -> None:
        self._settings, self._noted, self._engines = settings, noted, engines

    @cached_property
    def translator(self) -> Translator:
        from xlate.pipeline import Translator

        translator = Translator(self._settings, self._engines)
        for problem in translator.glossary_problems:
            self._noted(f"glossary: {problem} This row is not used.")
        _ = translator.names, translator.legs, translator.memory  # before threads share it
        return translator


class _Collecting:
    """Keeps what was set aside; nobody looks at the rest."""

    def __init__(self) -> None:
        self.aside: list[tuple[Pending, XlateError]] = []

    def noted(self, text: str) -> None: ...

    def set_aside(self, pending: Pending, error: XlateError) -> None:
        self.aside.append((pending, error))

    def at_work(self, number: int, weight: float, words: float) -> None: ...


class Worker:
    """Does one shard after another with models that load once; ``format`` and ``window`` as in the job."""

    def __init__(self, settings: Settings, format: str, window: int) -> None:
        self._settings, self._format, self._window = settings, format, window
        self._shared = Shared(settings, lambda _: None)

    def identity(self) -> str:
        """The same on all machines that would translate alike: by models, glossary, version, settings, arithmetic."""
        return self._identity

    def work(self, shard: Sequence[Pending]) -> Shard:
        """Translate the documents; what fails, fails alone."""
        heard = _Collecting()
        with closing(translated([shard], self._shared, self._format, self._window, heard, Stop())) as finished:
            outcomes = [outcome for _, some in finished for outcome in some]
        return Shard(tuple(outcomes), tuple(heard.aside), self._identity)

    @cached_property
    def _identity(self) -> str:
        signer = Signer(self._settings)
        return " ".join([*(signer.signature(LANGUAGES, target) for target in self._settings.to), arithmetic()])


def shards(documents: Iterable[Pending], window: int) -> Iterator[list[Pending]]:
    """Neighbours that one worker does, in windows of ``window`` segments.

    No window reaches over the end of a shard, on one machine either, and so the batches are the same however many
    machines there are: a sentence's score differs with its company in a batch, for 8 of 300 sentences by 1e-7 to 2e-4
    (beam 1, en-ru, 2026-11-30).  For the same reason those that were finished before a kill have their places in it;
    where nothing else is in a shard, it is left out.  The first is small, so that the cores have work before many
    documents are read.
    """
    coming, enough = iter(documents), window * SEGMENT_BYTES
    first = islice(windows(coming, _weight, enough // FIRST), 1)
    for shard in chain(first, windows(coming, _weight, enough)):
        if any(pending.missing for pending in shard):
            yield [_with_content(pending) for pending in shard]


def _with_content(pending: Pending) -> Pending:
    if pending.content.is_read:
        return pending
    with suppress(InputError):  # it was there before the kill, and what it was made into is
        return replace(pending, content=read_content(pending.item))
    return pending


def _weight(pending: Pending) -> int:
    return min(pending.item.weight, _ARTICLE) + pending.item.weight // 16


def prepared(
    documents: Iterable[Pending], translator: Translator, format: str, aside: Callable[[Pending, XlateError], None]
) -> Iterator[Work]:
    """The documents that can be read and whose language can be told; the others are set aside."""
    for pending in documents:
        item = pending.item
        try:
            document, parts = read_item(item, pending.content, translator.settings, format)
            yield Work(item, pending.entry, translator.prepare(document), parts, pending.targets, pending.missing)
        except Exception as error:
            aside(pending, as_xlate(item.name, error))


def translated(
    shards: Iterable[Sequence[Pending]], shared: Shared, format: str, window: int, listener: Listener, stop: Stop
) -> Generator[tuple[int, list[Outcome]], None, None]:
    """The shards' windows in order, with their numbers: read, translated and checked side by side."""

    def cut() -> Iterator[list[Work]]:
        for shard in shards:
            works = prepared(shard, shared.translator, format, listener.set_aside)
            yield from missing_windows(works, window)

    def work(numbered: tuple[int, list[Work]]) -> tuple[int, list[Outcome]]:
        number, some = numbered
        weight = sum(work.item.weight for work in some if work.missing)
        words = sum(len(work.missing) * work.prepared.n_words for work in some)
        targets = list(dict.fromkeys(target for work in some for target in work.missing))

        def tick(target: str, done: int, total: int) -> None:
            if stop.asked:
                raise CancelledError
            share = (targets.index(target) + done / max(total, 1)) / len(targets)
            listener.at_work(number, share * weight, share * words)

        return number, translate_window(some, shared.translator, tick)

    return in_order(enumerate(cut()), work, stop)


def missing_windows(works: Iterable[Work], window: int) -> Iterator[list[Work]]:
    """The works in windows of so many segments; windows that were finished before a kill are left out."""
    together = windows(works, lambda work: len(work.prepared.segments), window)
    return (some for some in together if any(work.missing for work in some))

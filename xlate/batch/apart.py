"""The models in a process of their own, and once in a while in a new one.

What a process has freed lies in holes between what it holds, and the longer it works, the more holes there are: of
articles of two sentences 6,000 needed a tenth more memory than 1,000, and 20,000 a fifth (2026-11-30).  A process that
ends gives everything back.  This process reads the list, keeps the state and writes; the other one reads the articles,
detects, segments, translates and checks, as a machine of a cluster does.

    to it      an Order, then shards, then None
    from it    the name and the arguments of a method of Listener, "made" with a window's number and its outcomes,
               "began" when the models are there, "failed" with an error, "ended" when all is done
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from itertools import chain, islice
from threading import Lock
from typing import IO, Any

from xlate.batch.freeing import Giving, keep_memory_together
from xlate.batch.job import Job
from xlate.batch.ordered import Stop, fetched
from xlate.batch.rows import Outcome
from xlate.batch.todo import Pending
from xlate.batch.worker import Listener, Shared, translated
from xlate.errors import EngineError, XlateError
from xlate.settings import Settings

SEGMENTS = 512
"""How many windows' segments make the shards of one process: by default two, 500 articles of 160 words or 1,500 of 50.

They take 15 to 20 s; a new process takes a second of one core, and two cores wait .7 s for it (2026-11-30).  With twice
as many the peak of both processes is 10 MB higher (6,000 articles, 2026-12-01).
"""
_TICK_S = 0.1  # between two reports of progress
_LOOK_S = 0.5  # how often a process looks whether anybody still waits for it

Shard = Sequence[Pending]


@dataclass(frozen=True, slots=True)
class Order:
    """What a process needs to know before shards come; ``garbage`` are the thresholds of Python's collector."""

    settings: Settings
    format: str
    window: int
    garbage: tuple[int, int, int]
    parent: int

    @classmethod
    def of(cls, job: Job) -> Order:
        return cls(job.settings, job.inputs.format, job.window, gc.get_threshold(), os.getpid())


def translated_apart(
    shards: Iterable[Shard], order: Order, listener: Listener, lost: Callable[[], None], stop: Stop
) -> Generator[tuple[int, list[Outcome]], None, None]:
    """As ``worker.translated``.  A process does as many shards as ``SEGMENTS`` hold windows, and two at least.

    Where a process dies, ``lost`` is called, since its windows are begun anew, and a new one does what is left; where
    that one dies, too, the documents are tried in halves, and those over which a process dies that has nothing else
    are set aside.
    """
    teller, n_shards = _Teller(listener, lost), max(2, SEGMENTS // order.window)
    with fetched(shards, stop) as coming:
        for first in coming:
            portion = _Portion(_Sent.of(first), islice(coming, n_shards - 1), order, teller, stop)
            del first  # which is large
            yield from portion.translated()


class _Died(Exception):
    """A process ended before its work."""


class _Teller:
    """Passes on what processes say, a note once: each of them finds the same faults in the glossary."""

    def __init__(self, listener: Listener, lost: Callable[[], None]) -> None:
        self._listener, self._lost = listener, lost
        self._noted: set[str] = set()
        self.done: set[tuple[str, str]] = set()  # documents and targets of this portion

    def noted(self, text: str) -> None:
        if text not in self._noted:
            self._noted.add(text)
            self._listener.noted(text)

    def at_work(self, number: int, weight: float, words: float) -> None:
        self._listener.at_work(number, weight, words)

    def set_aside(self, pending: Pending, error: XlateError) -> None:
        self.done.update((pending.entry.name, target) for target in pending.missing)
        self._listener.set_aside(pending, error)

    def died(self, how: str) -> None:
        self._lost()
        self._listener.noted(f"The process that translates {how}; another one goes on.")


@dataclass(frozen=True, slots=True)
class _Sent:
    """A shard as it went to a process: pickled, which takes a third of the memory.  ``names`` are to be done."""

    data: bytes
    names: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, shard: Shard) -> _Sent:
        return cls(_pickled(shard), frozenset((p.entry.name, target) for p in shard for target in p.missing))

    def documents(self) -> Shard:
        shard: Shard = pickle.loads(self.data)
        return shard

    def without(self, done: set[tuple[str, str]]) -> _Sent:
        """As after a kill: what is done keeps its place, and is not missing any more."""
        if self.names.isdisjoint(done):
            return self
        return _Sent.of(
            [replace(p, missing=tuple(t for t in p.missing if (p.entry.name, t) not in done)) for p in self.documents()]
        )


class _Portion:
    """What one process does, and what is left of it if the process dies."""

    def __init__(self, first: _Sent, more: Iterator[Shard], order: Order, teller: _Teller, stop: Stop) -> None:
        self._new, self._order, self._teller, self._stop = more, order, teller, stop
        self._unfinished = deque([first])
        teller.done.clear()

    def translated(self) -> Generator[tuple[int, list[Outcome]], None, None]:
        """Every document, by one process or, if it dies, by several."""
        try:
            yield from self._by_one(self._shards())
        except _Died as death:
            self._teller.died(str(death))
            try:
                yield from self._by_one(self._shards())
            except _Died as death:
                self._teller.died(str(death))
                yield from self._carefully([pending for sent in self._left() for pending in sent.documents()])

    def _by_one(self, shards: Iterator[_Sent]) -> Generator[tuple[int, list[Outcome]], None, None]:
        with _Process(self._order) as process:
            for number, outcomes in process.work((sent.data for sent in shards), self._teller, self._stop):
                self._teller.done.update((outcome.work.entry.name, outcome.target) for outcome in outcomes)
                while self._unfinished and self._unfinished[0].names <= self._teller.done:
                    self._unfinished.popleft()
                yield number, outcomes

    def _carefully(self, documents: Shard) -> Generator[tuple[int, list[Outcome]], None, None]:
        if not documents:
            return
        sent = _Sent.of(documents)
        try:
            yield from self._by_one(iter([sent]))
        except _Died as death:
            left = [pending for pending in sent.without(self._teller.done).documents() if pending.missing]
            if len(documents) == 1:
                for pending in left:
                    problem = f"{pending.item.name}: the process that translates it {death}."
                    self._teller.set_aside(pending, EngineError(problem, "Try it alone: `xlate translate`."))
                return
            self._teller.died(str(death))
            yield from self._carefully(left[: len(left) // 2])
            yield from self._carefully(left[len(left) // 2 :])

    def _shards(self) -> Iterator[_Sent]:
        """What is left of those that a process had, and those that none has had."""
        yield from self._left()
        for shard in self._new:
            self._unfinished.append(sent := _Sent.of(shard))
            del shard  # which is large
            yield sent

    def _left(self) -> Iterator[_Sent]:
        for sent in [*self._unfinished]:
            if not sent.names <= self._teller.done:
                yield sent.without(self._teller.done)


class _Process:
    """Ends with the block, one way or the other."""

    def __init__(self, order: Order) -> None:
        self._order = order
        # not from the folder it runs in, and deaf to Ctrl-C, which this process hears
        code = f"import sys; sys.path[:] = {sys.path!r}; from xlate.batch.apart import serve; serve()"
        self._process = subprocess.Popen(
            [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )
        self._trouble: BaseException | None = None

    def __enter__(self) -> _Process:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()

    def work(
        self, shards: Iterator[bytes], listener: Listener, stop: Stop
    ) -> Generator[tuple[int, list[Outcome]], None, None]:
        """The pickled shards translated; _Died if the process ends over them, EngineError if it never began."""
        feeder = threading.Thread(target=self._feed, args=(shards,), daemon=True)
        feeder.start()
        began = ended = False
        with fetched(self._messages(), stop) as messages:
            try:
                for name, *facts in messages:
                    if name == "made":
                        yield facts[0], facts[1]
                    elif name == "failed":
                        raise facts[0]
                    elif name == "began":
                        began = True
                    elif name == "ended":
                        ended = True
                    else:
                        getattr(listener, name)(*facts)
            finally:
                if not ended:
                    self._process.kill()  # which ends those who wait for it
                feeder.join()
        if self._trouble:
            raise self._trouble
        if not ended:
            fate = _fate(self._process.wait())
            if began:
                raise _Died(fate)
            raise EngineError(
                f"The process that is to translate {fate} before it began.",
                "What was finished is kept: the same command goes on.",
            )

    def _feed(self, shards: Iterator[bytes]) -> None:
        going = self._process.stdin
        assert going is not None
        try:
            for message in chain([_pickled(self._order)], shards, [_pickled(None)]):
                try:
                    going.write(message)
                    going.flush()
                except BrokenPipeError:
                    return  # it died, and that is said where its answers are read
        except BaseException as error:
            self._trouble = error
        finally:
            with suppress(OSError):
                going.close()

    def _messages(self) -> Iterator[tuple[Any, ...]]:
        coming = self._process.stdout
        assert coming is not None
        with coming, suppress(EOFError, pickle.UnpicklingError):
            while True:
                yield pickle.load(coming)


def _fate(status: int) -> str:
    if status >= 0:
        return f"ended with {status}"
    with suppress(ValueError):
        return f"was ended by {signal.Signals(-status).name}"
    return f"was ended by signal {-status}"


def serve() -> None:
    """What the process does: reads from standard input, answers on standard output, which nothing else may use."""
    coming, going = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    _Server(coming, going).serve()


class _Server:
    def __init__(self, coming: IO[bytes], going: IO[bytes]) -> None:
        self._coming, self._going = coming, going
        self._lock = Lock()
        self._last_tick = 0.0

    def serve(self) -> None:
        """Do what is ordered, and end the process."""
        order: Order = self._next()
        threading.Thread(target=_end_with, args=(order.parent,), daemon=True).start()
        gc.set_threshold(*order.garbage)
        keep_memory_together()
        shared, memory = Shared(order.settings, self.noted), Giving()
        try:
            _ = shared.translator
            self._say("began")
            with closing(translated(self._shards(), shared, order.format, order.window, self, Stop())) as finished:
                for number, outcomes in finished:
                    self._say("made", number, outcomes)
                    memory.give_back()
            self._say("ended")
        except Exception as error:
            self._say(
                "failed", error if isinstance(error, XlateError) else EngineError(f"The process failed: {error!r}")
            )
        os._exit(0)  # nothing that it holds need be put in order: all that lasts is written by others, or on the disk

    def noted(self, text: str) -> None:
        self._say("noted", text)

    def set_aside(self, pending: Pending, error: XlateError) -> None:
        self._say("set_aside", pending, error)

    def at_work(self, number: int, weight: float, words: float) -> None:
        now = time.monotonic()
        if now - self._last_tick >= _TICK_S:
            self._last_tick = now
            self._say("at_work", number, weight, words)

    def _shards(self) -> Iterator[Shard]:
        while shard := self._next():
            yield shard

    def _next(self) -> Any:
        try:
            return pickle.load(self._coming)
        except (EOFError, pickle.UnpicklingError):
            os._exit(1)  # nobody is there any more

    def _say(self, *message: Any) -> None:
        data = _pickled(message)
        try:
            with self._lock:
                self._going.write(data)
                self._going.flush()
        except BrokenPipeError:
            os._exit(1)


def _pickled(message: object) -> bytes:
    return pickle.dumps(message, pickle.HIGHEST_PROTOCOL)


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_S)
    os._exit(1)

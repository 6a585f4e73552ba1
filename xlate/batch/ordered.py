"""Reading, working and writing side by side, and the answers in order.

Four jobs are worked on at a time, so that the cores stay busy while one ends and the next begins.  What is held is
bounded, however many jobs come: those in work, one finished or waiting, and one fetched, which is made as soon as the
one before it is taken.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

WORKERS = 4  # three keep .92 of two cores busy, four .95, five .93 (500 articles, three times each, 2026-11-30)
_LOOK_S = 0.1  # how often those who wait look whether they should stop

Given = TypeVar("Given")
Made = TypeVar("Made")


class Stop:
    """Asks work to end, by a plain flag: a signal's handler may set it at any moment.

    Ctrl-C must not raise in the middle of a queue or a thread's start: their locks do not survive it.  ``outer`` asks
    for this one too.
    """

    def __init__(self, outer: Stop | None = None) -> None:
        self._outer = outer
        self._asked = False

    @property
    def asked(self) -> bool:
        return self._asked or (self._outer is not None and self._outer.asked)

    def ask(self) -> None:
        self._asked = True


def in_order(
    jobs: Iterable[Given], work: Callable[[Given], Made], stop: Stop, workers: int = WORKERS
) -> Generator[Made, None, None]:
    """``work`` done on every job in ``workers`` threads, the jobs fetched in one of their own, the answers in order.

    KeyboardInterrupt when it is asked to stop; when it ends early for whatever reason it asks itself and waits for the
    work, which looks at ``stop`` and ends soon: what it works with may be taken away afterwards.
    """
    pool = ThreadPoolExecutor(workers)
    running: deque[Future[Made]] = deque()
    try:
        with fetched(jobs, stop) as coming:
            for job in coming:
                running.append(pool.submit(work, job))
                if len(running) > workers:
                    yield _answer(running.popleft(), stop)
            while running:
                yield _answer(running.popleft(), stop)
        pool.shutdown()
    except BaseException:
        stop.ask()
        pool.shutdown(cancel_futures=True)
        raise


def _answer(future: Future[Made], stop: Stop) -> Made:
    while True:
        done = wait([future], _LOOK_S).done
        if stop.asked:
            raise KeyboardInterrupt
        if done:
            return future.result()


@contextmanager
def fetched(jobs: Iterable[Given], stop: Stop) -> Iterator[Iterator[Given]]:
    """The jobs, one of them fetched ahead by a thread; what goes wrong there is raised here."""
    fetcher = _Fetcher(jobs, stop)
    thread = threading.Thread(target=fetcher.fetch, daemon=True)
    thread.start()
    try:
        yield fetcher.take()
    finally:
        fetcher.ended.ask()
        thread.join()


class _Fetcher(Generic[Given]):
    def __init__(self, jobs: Iterable[Given], stop: Stop) -> None:
        self._jobs, self._stop = jobs, stop
        self.ended = Stop(stop)
        self._queue: SimpleQueue[list[Given] | _Failure | None] = SimpleQueue()
        self._wanted = threading.Semaphore(1)

    def fetch(self) -> None:
        """Fetch until nobody wants more."""
        try:
            coming = iter(self._jobs)
            while self._is_wanted():
                self._queue.put([next(coming)])
        except StopIteration:
            self._queue.put(None)
        except BaseException as error:
            self._queue.put(_Failure(error))

    def take(self) -> Iterator[Given]:
        """What was fetched; KeyboardInterrupt when asked to stop."""
        while True:
            if self._stop.asked:
                raise KeyboardInterrupt
            try:
                found = self._queue.get(timeout=_LOOK_S)
            except Empty:
                continue
            if found is None:
                return
            if isinstance(found, _Failure):
                raise found.error
            self._wanted.release()
            yield found.pop()  # not kept here: whoever takes it knows how long it is needed

    def _is_wanted(self) -> bool:
        while not self.ended.asked:
            if self._wanted.acquire(timeout=_LOOK_S):
                return True
        return False


@dataclass(frozen=True, slots=True)
class _Failure:
    error: BaseException

"""Reading, working and writing side by side, and the answers in order.

Two jobs are worked on at a time, so that the cores stay busy while one ends and the next begins.  What is held is
bounded, however many jobs come: those in work, one finished or waiting, one fetched, and one that is being made.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from queue import Full, Queue
from typing import TypeVar

WORKERS = 2

Given = TypeVar("Given")
Made = TypeVar("Made")


def in_order(
    jobs: Iterable[Given], work: Callable[[Given], Made], stop: threading.Event
) -> Generator[Made, None, None]:
    """``work`` done on every job in WORKERS threads, the jobs fetched in a thread of their own, the answers in order.

    When it ends early, by an error or Ctrl-C, ``stop`` is set: work that looks at it ends soon.
    """
    pool = ThreadPoolExecutor(WORKERS)
    running: deque[Future[Made]] = deque()
    try:
        with _fetched(jobs, stop) as coming:
            for job in coming:
                running.append(pool.submit(work, job))
                if len(running) > WORKERS:
                    yield running.popleft().result()
            while running:
                yield running.popleft().result()
        pool.shutdown()
    except BaseException:
        stop.set()
        pool.shutdown(wait=False, cancel_futures=True)
        raise


_END = object()


@contextmanager
def _fetched(jobs: Iterable[Given], stop: threading.Event) -> Iterator[Iterator[Given]]:
    """The jobs, one of them fetched ahead by a thread; what goes wrong there is raised here."""
    queue: Queue[object] = Queue(1)
    ended = threading.Event()

    def put(value: object) -> bool:
        while not (ended.is_set() or stop.is_set()):
            try:
                queue.put(value, timeout=0.1)
            except Full:
                continue
            return True
        return False

    def fetch() -> None:
        try:
            for job in jobs:
                if not put(job):
                    return
            put(_END)
        except BaseException as error:
            put(_Failure(error))

    def take() -> Iterator[Given]:
        while (value := queue.get()) is not _END:
            if isinstance(value, _Failure):
                raise value.error
            yield value  # type: ignore[misc]

    thread = threading.Thread(target=fetch, daemon=True)
    thread.start()
    try:
        yield take()
    finally:
        ended.set()
        thread.join()


class _Failure:
    def __init__(self, error: BaseException) -> None:
        self.error = error

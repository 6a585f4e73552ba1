"""What a run holds does not grow with the corpus."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from tests.batch.helpers import make_job, run
from xlate.batch import Observer
from xlate.batch.job import Meter
from xlate.batch.ordered import WORKERS, in_order


class Weighing(Observer):
    """Weighs what is held, garbage taken out, when so many documents are done."""

    def __init__(self, *moments: int) -> None:
        self.held: dict[int, int] = {}
        self._moments = moments

    def moved(self, meter: Meter) -> None:
        for moment in self._moments:
            if meter.documents >= moment and moment not in self.held:
                gc.collect()
                self.held[moment] = tracemalloc.get_traced_memory()[0]


@pytest.mark.parametrize(("out", "n"), [("out", 2_000), ("out.jsonl", 500)])
def test_memory_is_flat(tmp_path: Path, out: str, n: int) -> None:
    corpus = tmp_path / "in"
    for number in range(n):
        path = corpus / f"{number // 100:02d}" / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The minister came to town {number % 50} with the rain.\n", encoding="utf-8")
    weighing = Weighing(n // 10, n - n // 10)
    tracemalloc.start()
    try:
        run(make_job(corpus, tmp_path / out, to=("be",), window=10), observer=weighing)
    finally:
        tracemalloc.stop()
    early, late = weighing.held.values()
    assert late < early + 100 * n  # less than the name of each document


def test_only_a_few_jobs_are_fetched_ahead() -> None:
    taken: list[int] = []

    def jobs() -> Iterator[int]:
        for number in range(1_000):
            taken.append(number)
            yield number

    answers = in_order(jobs(), lambda number: number * number, Event())
    assert [next(answers) for _ in range(3)] == [0, 1, 4]
    assert len(taken) <= 3 + WORKERS + 3
    answers.close()


def test_what_goes_wrong_while_fetching_or_working_comes_out() -> None:
    def jobs() -> Iterator[int]:
        yield 1
        raise KeyError("fetching")

    stop = Event()
    with pytest.raises(KeyError, match="fetching"):
        list(in_order(jobs(), str, stop))
    assert stop.is_set()
    with pytest.raises(ZeroDivisionError):
        list(in_order([1, 0, 2], lambda number: 1 / number, Event()))

"""What a run holds when a tenth and nine tenths are done: ``python -m tests.batch.weighing FOLDER OUT N``.

In a process of its own: what earlier tests left in caches, and threads of theirs, would be weighed too.  Without what
pathlib holds: Python's table of interned names grows by a megabyte at a time.
"""

from __future__ import annotations

import gc
import pathlib
import sys
import tracemalloc
from pathlib import Path

from tests.batch.helpers import make_job, run
from xlate.batch import Observer
from xlate.batch.job import Meter


class Weighing(Observer):
    """Weighs what is held, garbage taken out, when so many documents are done."""

    def __init__(self, *moments: int) -> None:
        self.held: dict[int, int] = {}
        self._moments = moments

    def moved(self, meter: Meter) -> None:
        for moment in self._moments:
            if meter.documents >= moment and moment not in self.held:
                gc.collect()
                held = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(False, pathlib.__file__)])
                self.held[moment] = sum(trace.size for trace in held.traces)


def main(folder: Path, out: str, n: int) -> None:
    for number in range(n):
        path = folder / "in" / f"{number // 100:02d}" / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The minister came to town {number % 50} with the rain.\n", encoding="utf-8")
    weighing = Weighing(n // 10, n - n // 10)
    tracemalloc.start()
    run(make_job(folder / "in", folder / out, to=("be",), window=10), observer=weighing)
    print(*weighing.held.values())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))

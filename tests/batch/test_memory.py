"""What a run holds does not grow with the corpus."""

from __future__ import annotations

import itertools
import platform
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from xlate.batch.ordered import WORKERS, Stop, in_order

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize(("out", "n"), [("out", 2_000), ("out.jsonl", 500)])
def test_memory_is_flat(tmp_path: Path, out: str, n: int) -> None:
    command = [sys.executable, "-m", "tests.batch.weighing", str(tmp_path), out, str(n)]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    early, late = map(int, shown.split())
    assert late < early + 50 * n  # bytes: less than the name of each document


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps what was freed")
def test_freed_memory_goes_back() -> None:
    code = """
from pathlib import Path
from xlate.batch.freeing import give_back_memory
def resident(): return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
dropped = [bytes(1_000) for _ in range(100_000)]
last = bytes(1_000)  # while it lives, what lies before it stays
dropped.clear()
before = resident()
give_back_memory()
print(before - resident())
"""
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert int(shown) > 50_000_000


def test_a_run_that_is_stopped_waits_for_its_work() -> None:
    """What they work with is taken away afterwards: a thread that still asks a cluster would start a new one."""
    ended: list[int] = []

    def work(number: int) -> int:
        time.sleep(0.3)
        ended.append(number)
        return number

    stop = Stop()
    answers = in_order(itertools.count(), work, stop)
    next(answers)
    stop.ask()
    with pytest.raises(KeyboardInterrupt):
        list(answers)
    n_ended = len(ended)
    time.sleep(0.5)
    assert len(ended) == n_ended


def test_only_a_few_jobs_are_fetched_ahead() -> None:
    taken: list[int] = []

    def jobs() -> Iterator[int]:
        for number in range(1_000):
            taken.append(number)
            yield number

    answers = in_order(jobs(), lambda number: number * number, Stop())
    assert [next(answers) for _ in range(3)] == [0, 1, 4]
    assert len(taken) <= 3 + WORKERS + 1
    answers.close()


def test_what_goes_wrong_while_fetching_or_working_comes_out() -> None:
    def jobs() -> Iterator[int]:
        yield 1
        raise KeyError("fetching")

    stop = Stop()
    with pytest.raises(KeyError, match="fetching"):
        list(in_order(jobs(), str, stop))
    assert stop.asked
    with pytest.raises(ZeroDivisionError):
        list(in_order([1, 0, 2], lambda number: 1 / number, Stop()))


def test_who_is_asked_to_stop_stops() -> None:
    outer = Stop()
    answers = in_order(itertools.count(), lambda number: number, Stop(outer))
    assert next(answers) == 0
    outer.ask()
    with pytest.raises(KeyboardInterrupt):
        list(answers)

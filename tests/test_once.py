"""Heavy things are made once, by whichever thread comes first."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from xlate.once import once


def test_threads_that_ask_at_the_same_time_share_what_one_of_them_makes() -> None:
    asked: list[str] = []

    @once
    def load(name: str) -> list[str]:
        asked.append(name)
        time.sleep(0.05)
        return [name]

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(load, ["ru", "be"] * 8))
    assert sorted(asked) == ["be", "ru"]
    assert len({id(each) for each in found}) == 2
    assert found[:2] == [["ru"], ["be"]]


def test_what_failed_is_tried_again() -> None:
    outcomes = iter([OSError("no such file"), None])

    @once
    def load() -> int:
        if error := next(outcomes):
            raise error
        return 1

    with pytest.raises(OSError, match="no such file"):
        load()
    assert load() == load() == 1


def test_one_may_need_another() -> None:
    @once
    def sizes(n: int) -> int:
        return 1 + sizes(n - 1) if n else 0

    assert sizes(5) == 5

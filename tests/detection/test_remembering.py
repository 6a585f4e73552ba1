"""The cache of rows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from xlate.detection.remembering import Remembered


class Lengths:
    """A function that notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def __call__(self, keys: Sequence[str]) -> NDArray[np.float64]:
        self.asked.append(list(keys))
        return np.array([[float(len(key))] for key in keys])


def values(remembered: Remembered[str], *keys: str) -> list[float]:
    return [float(row[0]) for row in remembered(keys)]


def test_a_key_is_asked_once() -> None:
    lengths = Lengths()
    remembered = Remembered(lengths, 100)
    assert values(remembered, "a", "bb", "a") == [1, 2, 1]
    assert values(remembered, "bb", "ccc") == [2, 3]
    assert lengths.asked == [["a", "bb"], ["ccc"]]


def test_nothing_asked_nothing_computed() -> None:
    lengths = Lengths()
    assert Remembered(lengths, 100)([]) == []
    assert lengths.asked == []


def test_a_full_cache_begins_anew_and_answers_all_the_same() -> None:
    lengths = Lengths()
    remembered = Remembered(lengths, 1)
    assert values(remembered, "a", "bb") == [1, 2]
    assert values(remembered, "a", "ccc") == [1, 3]
    assert lengths.asked == [["a", "bb"], ["a", "ccc"]]

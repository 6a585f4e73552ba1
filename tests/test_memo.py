"""What is remembered of words: worked out once, and never more than was said."""

from __future__ import annotations

import pytest

from xlate.memo import Memo


def test_a_key_is_worked_out_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    memo = Memo(length, 10)
    assert [memo[word] for word in ("rain", "snow", "rain")] == [4, 4, 4]
    assert asked == ["rain", "snow"]


def test_it_holds_no_more_than_its_size_and_answers_all_the_same() -> None:
    memo: Memo[str, int] = Memo(len, 3)
    for n in range(20):
        assert memo["x" * n] == n
        assert len(memo) <= 3
    assert memo["x" * 5] == 5


def test_a_failure_is_not_remembered() -> None:
    memo: Memo[str, int] = Memo(lambda word: 1 // len(word), 3)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            memo[""]
    assert not memo

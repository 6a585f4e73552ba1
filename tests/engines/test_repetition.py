"""Loops are told from style."""

import pytest

from xlate.engines.repetition import is_loop


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It was very, very cold.", "Было очень, очень холодно."),
        ("No, no, no! she cried.", "Нет, нет, нет! – крикнула она."),
        ("", ""),
        ("UN", "Организация Объединённых Наций"),
    ],
)
def test_not_a_loop(source: str, target: str) -> None:
    assert not is_loop(target, source)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It was cold.", "Было на на на холодно."),
        ("The council met.", "Рада і рада і рада і рада"),
        ("The forum ended in Grodno.", "в городе Гродно, в городе Гродно, в городе Гродно"),
        (
            "Short.",
            "слово "
            + "иное " * 2
            + "очень длинное предложение, которого нет в источнике, оно всё не кончается и не кончается",
        ),
    ],
)
def test_a_loop(source: str, target: str) -> None:
    assert is_loop(target, source)

"""What a decoder says again is told from style."""

import pytest

from xlate.engines.repetition import n_repeated


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It was very, very cold.", "Было очень, очень холодно."),
        ("No, no, no! she cried.", "Нет, нет, нет! – крикнула она."),
        ("", ""),
        ("UN", "Организация Объединённых Наций"),
        ("On Tuesday in Minsk, and on Tuesday in Minsk again.", "Ва ўторак у Мінску, і ва ўторак у Мінску зноў."),
    ],
)
def test_style_is_no_repetition(source: str, target: str) -> None:
    assert not n_repeated(target, source)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It was cold.", "Было на на на холодно."),
        ("Trains crossed on Tuesday.", "Впервые за год во вторник прошли впервые за год поезда."),
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
def test_a_repetition(source: str, target: str) -> None:
    assert n_repeated(target, source) > 0

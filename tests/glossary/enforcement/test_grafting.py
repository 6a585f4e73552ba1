"""The words around a name, taken from one translation into another."""

from __future__ import annotations

import pytest

from xlate.glossary.enforcement.grafting import graft
from xlate.model import Span


@pytest.mark.parametrize(
    ("first", "second", "names", "expected", "n_words"),
    [
        ("Он жил там долго.", "Он жил там долго.", [], "Он жил там долго.", 0),
        ("Он жил там долго.", "Она жила в Минске долго.", ["Минске"], "Она жила в Минске долго.", 7),
        ("Он жил там долго.", "Он жил в Минске очень долго.", ["Минске"], "Он жил в Минске очень долго.", 4),
        ("Он дал нам ответ.", "Он дал ответ в Минске.", ["Минске"], "Он дал нам ответ в Минске.", 2),
        ("Он дал ответ и ушёл.", "Он дал Минску ответ. Он ушёл.", ["Минску"], "Он дал Минску ответ и ушёл.", 1),
        ("Он пришёл, а мы нет.", "Он пришёл из Минска, а они да.", ["Минска"], "Он пришёл из Минска, а мы нет.", 2),
        ("Он ушёл, и мы тоже.", "Он ушёл, Минск, и они тоже.", ["Минск"], "Он ушёл, Минск, и мы тоже.", 1),
        ("Мы дома.", "В Минске мы дома.", ["Минске"], "В Минске мы дома.", 4),
        ("Суд решил.", "Верховный суд решит.", ["Верховный суд"], "Верховный суд решил.", 3),
        ("Он «жил там» долго.", "Он «жил» «в Минске долго.", ["Минске"], "Он «жил в Минске» долго.", 3),
        ("А и Б там.", "Минск и Брест там.", ["Минск", "Брест"], "Минск и Брест там.", 4),
        ("А знает Б.", "Минск знает Брест.", ["Брест"], "А знает Брест.", 2),
    ],
)
def test_graft(first: str, second: str, names: list[str], expected: str, n_words: int) -> None:
    spans = [Span(second.index(name), second.index(name) + len(name)) for name in names]
    made = graft(first, second, spans, "ru")
    assert (made.text, made.n_words) == (expected, n_words)


def test_the_next_word_takes_the_sound_that_the_name_asks_for() -> None:
    assert graft("Ён быў там у маі.", "Мы ў Літве ў маі.", [Span(5, 10)], "be").text == "Мы ў Літве ў маі."

"""Names and sources of a statement."""

from __future__ import annotations

import pytest

from xlate.comparison.names import NameReader, runs
from xlate.comparison.sources import sources
from xlate.glossary.files import SHIPPED, load


@pytest.fixture(scope="module")
def reader() -> NameReader:
    return NameReader(load([SHIPPED])[0], "en")


def test_a_termbase_name_has_one_key_in_all_languages(reader: NameReader) -> None:
    texts = {
        "en": "He met Lukashenko in Minsk.",
        "ru": "Он встретился с Лукашенко в Минске.",
        "uk": "Він зустрівся з Лукашенком у Мінську.",
        "be": "Ён сустрэўся з Лукашэнкам у Мінску.",
    }
    keys = [[name.key for name in reader.names(text, code)] for code, text in texts.items()]
    assert all(row == keys[0] for row in keys)
    assert [name.shown for name in reader.names(texts["be"], "be")] == ["Lukashenko", "Minsk"]


def test_first_words_and_titles_are_no_names(reader: NameReader) -> None:
    texts = [
        ("Старый мост закрыт.", "ru"),
        ("Губернатар Іван Крупко прыехаў.", "be"),
        ("Об этом сообщил губернатор Иван Крупко.", "ru"),
        ("Alena Sakovich was there on Tuesday in April.", "en"),
    ]
    mine = reader.anew()
    mine.learn(texts)
    shown = [[name.shown for name in mine.names(*text)] for text in texts]
    assert shown == [[], ["Іван", "Крупко"], ["Иван", "Крупко"], ["Alena", "Sakovich"]]


def test_names_side_by_side_are_one(reader: NameReader) -> None:
    found = runs(reader.anew().names("Then Ivan Krupko spoke to Zhdanovich.", "en"))
    assert [[name.shown for name in run] for run in found] == [["Ivan", "Krupko"], ["Zhdanovich"]]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Prices rose, according to the central bank, by 3 %.", "en", ("the central bank",)),
        ('"It is safe," said Alena Sakovich.', "en", ("Alena Sakovich",)),
        ("He said that it was safe.", "en", ()),
        ("«Погибших нет», — сообщил губернатор Иван Крупко.", "ru", ("губернатор Иван Крупко",)),
        ("По данным полиции, погибших нет.", "ru", ("полиции",)),
        ("Загиблих немає, повідомляє МНС Білорусі.", "uk", ("МНС Білорусі",)),
        ("Паводле міліцыі, загінулых няма.", "be", ("міліцыі",)),
        ("Der Minister sagte nichts.", "de", ()),
    ],
)
def test_sources(text: str, language: str, expected: tuple[str, ...]) -> None:
    assert sources(text, language) == expected

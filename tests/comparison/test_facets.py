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


def test_a_headline_in_title_case_has_no_names_of_its_own(reader: NameReader) -> None:
    texts = [("West Plans to Attack Russia, Zhdanovich Says", "en"), ("Then Petr Zhdanovich spoke.", "en")]
    mine = reader.anew()
    mine.learn(texts)
    assert [name.shown for name in mine.names(*texts[0])] == ["West", "Russia", "Zhdanovich"]


def test_what_only_english_writes_with_a_capital_is_no_name(reader: NameReader) -> None:
    assert reader.anew().names("The meeting of Belarusians with Western nations failed.", "en") == ()


def test_the_west_is_one_name_in_all_languages(reader: NameReader) -> None:
    texts = [
        ("So said the West.", "en"),
        ("Так считают на Западе.", "ru"),
        ("Не слухай Заходу.", "uk"),
        ("Так лічыць Захад.", "be"),
    ]
    assert [[name.key for name in reader.anew().names(*text)] for text in texts] == [["west"]] * 4


def test_a_part_of_a_termbase_name_is_no_name_elsewhere(reader: NameReader) -> None:
    texts = [("Дамову аб Саюзнай дзяржаве падпісалі ў 1999 годзе.", "be"), ("Союзный договор подписан.", "ru")]
    mine = reader.anew()
    mine.learn(texts)
    assert mine.names(*texts[1]) == ()


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
        ("Аляксандр Лукашэнка ва ўторак заявіў, што гэта так.", "be", ("Аляксандр Лукашэнка",)),
        ("Ukrainian President Volodymyr Zelensky has warned Minsk.", "en", ("Ukrainian President Volodymyr Zelensky",)),
        ("They met, when the Kremlin said it was safe.", "en", ("the Kremlin",)),
        ("Western nations have not said that they will attack.", "en", ()),
        ("«Это так», — сказал он на торжественной церемонии.", "ru", ()),
        ("Der Minister sagte nichts.", "de", ()),
    ],
)
def test_sources(text: str, language: str, expected: tuple[str, ...]) -> None:
    assert sources(text, language) == expected

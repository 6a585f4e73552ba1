"""Names: what a translation may do with them first, then a name in place of another."""

from __future__ import annotations

from functools import cache

import pytest

from tests.coverage.texts import compare, loud
from xlate.coverage import Helpers, Judge
from xlate.coverage.by_sense import is_no_name, said_by_sense
from xlate.coverage.common_words import are_forms, is_adjective, is_form_of_common
from xlate.engines import Scorer, load_engine


@cache
def model() -> Helpers:
    engine = load_engine("argos")
    assert isinstance(engine, Scorer)
    legs = {(leg.source, leg.target): leg for leg in engine.legs()}
    return Helpers(judge=Judge(engine, legs["en", "ru"], legs["ru", "en"]))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Farmers in the UK fear a dry summer.", "Фермеры в Великобритании опасаются засушливого лета."),
        ("She won silver at the Commonwealth Games.", "Она выиграла серебро на Играх Содружества."),
        ("It was 80 degrees in the shade in Odessa.", "В Одессе в тени было 27 градусов по Цельсию."),
        ("They waited in a heat of 95F at noon.", "В полдень они ждали на жаре в 95 градусов по Фаренгейту."),
        ("The Tolliver-led council sat on Monday.", "Совет во главе с Толливером собрался в понедельник."),
        ("The expedition crossed the Pacific in June.", "В июне экспедиция пересекла Тихоокеанский регион."),
    ],
)
def test_names_said_by_their_sense_are_no_fault(source: str, target: str) -> None:
    assert "name" not in loud(compare([source], [target], helpers=model()))


def test_a_word_that_sounds_like_one_name_is_not_said_to_be_another_that_comes_with_it() -> None:
    source = ["In Scotland Beattie is known to all.", "Scotland will miss her, Beattie said."]
    target = ["В Шотландии Битти знают все.", "По словам Битти, в Шотландии её будет не хватать."]
    assert loud(compare(source, target)) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The praise for Corbett's plan was loud.", "Похвала плану Джеффа была громкой."),  # not "The"
        ("It was in June that Marlowe left us.", "В июне нас покинул Джон."),  # not June
        ("The town judge met Manatee at noon.", "Городской судья встретил в полдень Монтгомери."),
        ("Our goalkeeper Mike Halloran kept us in the game.", "Наш вратарь Майк Майкл спас игру."),
    ],
)
def test_a_chance_likeness_is_no_answer(source: str, target: str) -> None:
    assert "name" in loud(compare([source], [target]))


def test_a_name_that_the_machine_translation_has_in_no_form_is_a_stranger() -> None:
    source, target = ["A letter from Amy Chaddock came today."], ["Сегодня пришло письмо от Эми Кларк."]
    helpers = Helpers(machine=["Письмо от Эми Коллер пришло сегодня."])
    assert loud(compare(source, target, helpers=helpers)) == ["name"]


MENTIONS = "The storm will reach Arizona on Monday, cross Arizona from south to north, and then fall apart."


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("Шторм достигнет Аризоны в понедельник, пересечёт Аризону с юга на север, а затем распадётся.", []),
        ("Шторм достигнет Аризоны в понедельник, пересечёт её с юга на север, а затем распадётся.", []),
        ("Шторм достигнет Аризоны в понедельник, пересечёт Каталонию с юга на север, а затем распадётся.", ["name"]),
    ],
)
def test_one_of_two_mentions_became_another_name(target: str, found: list[str]) -> None:
    assert loud(compare([MENTIONS], [target], helpers=model())) == found


def test_words_said_by_their_sense() -> None:
    assert said_by_sense("Великобритании", "trade with the UK")
    assert not said_by_sense("Кореи", "trade with the UK")
    assert is_no_name("The")
    assert is_no_name("Saturday's")
    assert not is_no_name("Will")


def test_forms_of_common_words() -> None:
    assert is_form_of_common("Южном", "ru")
    assert is_form_of_common("Скалистыми", "ru")
    assert not is_form_of_common("Каталонии", "ru")
    assert is_adjective("Тихоокеанской")
    assert not is_adjective("Трампом")


def test_forms_of_one_name() -> None:
    assert are_forms("Кларка", "Кларком")
    assert not are_forms("Кларк", "Коллер")
    assert not are_forms("Майк", "Майкл")

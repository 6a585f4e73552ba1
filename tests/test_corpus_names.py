"""Names of the news corpus: every way to say a name is heard, and a wrong name or spelling is not."""

from __future__ import annotations

import random

import pytest

from tools.corpus_check import CORPUS
from tools.corpus_lines import read
from tools.corpus_names import names, other_names
from xlate.glossary.files import SHIPPED, load
from xlate.glossary.termbase import Termbase
from xlate.languages import FOUR


def found(english: str, code: str, text: str) -> list[str]:
    """What is wrong with the names of a text; the other columns are left out."""
    return [
        finding for finding in names({"en": english, **dict.fromkeys(FOUR[1:], ""), code: text}) if finding[:2] == code
    ]


@pytest.mark.parametrize(
    ("english", "code", "text"),
    [
        ("In Kaunas it rained.", "ru", "В Каунасе шёл дождь."),
        ("Kaunas police found it.", "be", "Каўнаская паліцыя яго знайшла."),
        ("Orsha flax is sold.", "be", "Аршанскі лён прадаюць."),  # Орша
        ("A Tashkent taxi driver", "be", "Ташкенцкі таксіст"),
        ("The Tallinn fair", "uk", "Таллінський ярмарок"),  # Таллінн
        ("The Paris metro", "uk", "Паризьке метро"),
        ("The Lutsk castle", "ru", "Луцкий замок"),
        ("A frosty night in Sumy Region", "uk", "Морозяна ніч на Сумщині"),
        ("Snow in the Brest and Gomel regions", "be", "Снег у Брэсцкай і Гомельскай абласцях"),
        ("The average Belarusian", "be", "Сярэдні беларус"),
        ("The Croatian's serve", "ru", "Подача хорвата"),
        ("They speak Danish.", "be", "Яны гавораць па-дацку."),
        ("The pro-Russian candidate", "ru", "Пророссийский кандидат"),
        ("A Belarusian-speaking minister", "uk", "Білоруськомовний міністр"),
        ("Stalin's purges", "uk", "Сталінські чистки"),
        ("Georgian ports", "ru", "Порты Грузии"),  # not of the state
        ("Cyprus asked Jordan for aircraft.", "uk", "Кіпр попросив у Йорданії літаки."),  # not the player
        ("Galicia is burning.", "ru", "Галисия горит."),  # the Spanish one
        ("Port Sudan was flooded.", "be", "Порт-Судан затапіла."),
        ("The Baltic and Black Seas", "ru", "Балтийское и Чёрное моря"),
        ("Air France cancelled it.", "uk", "Air France його скасувала."),
        ("It cost London dear.", "uk", "Лондонові це дорого обійшлося."),
        ("In Vilnius", "be", "У Вільні"),
        ("In Vilnius", "be", "У Вільнюсе"),
        ("A Dumas novel", "ru", "Роман Дюма"),  # no State Duma
        ("It used to go to Russia; today it stays.", "ru", "Раньше это шло в Россию, сегодня остаётся."),
        ("The president spoke.", "ru", "Глава государства выступил."),  # an office
    ],
)
def test_a_name_said_in_its_own_way_is_left_alone(english: str, code: str, text: str) -> None:
    assert found(english, code, text) == []


@pytest.mark.parametrize(
    ("english", "code", "text"),
    [
        ("In Ternopil it rained.", "be", "У Тарнопалі ішоў дождж."),  # Цярнопаль
        ("The Zagreb lawyer", "be", "Загрэбскі адвакат"),
        ("In Perm", "be", "У Пярмі"),
        ("Rosneft was fined.", "uk", "«Росніфть» оштрафовано."),
        ("Svyrydenko left.", "be", "Свірыдэнка паехала."),
        ("Between Putin and Pashinyan", "be", "Паміж Пуціным і Пашыніянам"),
        ("The Palestinian calligrapher", "be", "Палестынскі каліграф"),
        ("In Riga", "ru", "В Вильнюсе"),
        ("The Russian army", "ru", "Белорусская армия"),
        ("The Polish army", "ru", "Полная армия"),
        ("Slovak voters", "ru", "Слова избирателей"),
        ("Forests of Belarus", "ru", "Леса Белоруссии"),  # forbidden
        ("Kiev and Moscow", "uk", "Київ і Мінськ"),
    ],
)
def test_a_wrong_name_or_spelling_is_found(english: str, code: str, text: str) -> None:
    assert len(found(english, code, text)) == 1


def test_the_finding_says_what_should_stand_there() -> None:
    assert found("Forests of Belarus", "ru", "Леса Белоруссии") == ["ru: Belarus should be Беларусь, not Белоруссии"]


def test_towns_of_the_corpus_put_in_place_of_each_other_are_found() -> None:
    exchanged = {"Minsk": ("Мінск", "Гродн"), "Kyiv": ("Кіе", "Льво"), "Warsaw": ("Варшав", "Вільн")}
    texts = [row.texts for row in read(CORPUS)[0]]
    for english, (stem, other) in exchanged.items():
        lines = [(en, be) for en, _, _, be in texts if english in en.split() and stem in be and other not in be]
        for en, be in random.Random(1).sample(lines, 30):
            assert found(en, "be", be.replace(stem, other).replace(stem.lower(), other.lower())), be


def test_other_names_are_of_concepts_that_the_termbase_has() -> None:
    termbase: Termbase = load([SHIPPED])[0]
    terms = {concept.terms["en"].text for concept in termbase.used if "en" in concept.terms}
    assert {english for _, english in other_names()} <= terms
    assert {code for code, _ in other_names()} <= set(FOUR[1:])

"""Names of the shipped termbase whose forms were once wrong: aliases of another gender or number than their row, names
whose stress decides the ending."""

from __future__ import annotations

from functools import cache

import pytest

from xlate.glossary.concept import Case, Concept, Form, Number
from xlate.glossary.enforcement.expectation import named
from xlate.glossary.files import SHIPPED, load


@cache
def _rows() -> tuple[Concept, ...]:
    return tuple(load([SHIPPED])[0].used)


def forms(language: str, name: str) -> set[str]:
    """All spellings of a name in the singular, or in the plural if it has no other, for every row that has it."""
    rows = [row for row in _rows() if language in row.terms]
    fitting = [row for row in rows if name in (row.terms[language].text, *row.terms[language].aliases)]
    assert fitting, f"no row has {name}"
    made = [item for row in fitting for item in named(row, language, name).items()]
    singular = [found for form, found in made if form.number is Number.SINGULAR]
    return {s for found in singular or [found for _, found in made] for s in found}


@pytest.mark.parametrize(
    ("language", "name", "present", "absent"),
    [
        ("uk", "Берестя", "Берестям", "Берестею"),  # of Брест, which is masculine
        ("uk", "Радбез", "Радбезу", "Радбеззю"),  # of a рада
        ("uk", "Офіс генерального прокурора", "Офісу генерального прокурора", "Офіссю генерального прокурора"),
        ("uk", "Нароч", "Нароччю", "Нарочем"),  # of an озеро
        ("uk", "Кароль Навроцький", "Кароля Навроцького", "Кароля Навроцькия"),  # no king
        ("uk", "Кіт Келлог", "Кіта Келлога", "Кота Келлога"),
        ("uk", "Джей Ді Венс", "Джей Ді Венса", "Джея Ді Венса"),
        ("uk", "Республіка Молдова", "Республіки Молдова", "Республіки Молдової"),
        ("uk", "Сполучене Королівство", "Сполученого Королівства", "Сполученого Королівство"),
        ("uk", "Російські залізниці", "Російських залізниць", "Російських залізниців"),
        ("uk", "Папа Лев", "Папи Лева", "Папи Лев"),
        ("uk", "Папа Лев XIV", "Папи Льва XIV", "Папи Лев XIV"),
        ("uk", "Лондон", "Лондонові", "Лондоневі"),
        ("uk", "Київ", "Києву", "Києвові"),
        ("uk", "Лодзь", "Лоддзю", "Лодзьою"),
        ("uk", "Лиман", "Лимана", "Лиманя"),
        ("be", "Газа", "Газай", "Газам"),  # of a сектар
        ("be", "Алма-Ата", "Алма-Аце", "Алма-Атам"),
        ("be", "Друскенікі", "Друскеніках", "Друскенікім"),  # one town, in the plural
        ("be", "Прыбалтыка", "Прыбалтыцы", "Прыбалтыках"),  # one name of several states
        ("be", "Алімпіяда", "Алімпіядай", "Алімпіядамі"),
        ("be", "Цэнтрвыбаркам", "Цэнтрвыбаркама", "Цэнтрвыбаркамі"),
        ("be", "Дзяржпагранкамітэт", "Дзяржпагранкамітэта", "Дзяржпагранкамітэтаў"),
        ("be", "Такмак", "Такмаком", "Такмкам"),
        ("be", "Кара-Мурза", "Кара-Мурзой", "Кара-Мурзам"),
        ("be", "глава дзяржавы", "главой дзяржавы", "главам дзяржавы"),
        ("be", "дзяржсакратар", "дзяржсакратаром", "дзяржсакратарам"),
        ("be", "палітвязень", "палітвязнем", "палітвязенем"),
        ("be", "Чаркасы", "Чаркасаў", "Чаркасоў"),
        ("be", "Крывы Рог", "Крывым Розе", "Крывым Рогі"),
        ("be", "Часіў Яр", "Часівага Яра", "Часіва Яр"),
        ("ru", "Прибалтика", "Прибалтикой", "Прибалтик"),
        ("ru", "Олимпиада", "Олимпиаде", "Олимпиадах"),
        ("ru", "Суспильне", "Суспильного", "Суспильней"),
        ("ru", "Фронтекс", "Фронтекса", "Фронтексы"),
        ("ru", "Жодино", "Жодина", "Жодины"),
        ("ru", "Кароль Навроцкий", "Каролем Навроцким", "Кароль Навроцкия"),
        (
            "ru",
            "патриарх Московский и всея Руси Кирилл",
            "патриарху Московскому и всея Руси Кириллу",
            "патриарху Московскию и всея Руси Кириллу",
        ),
    ],
)
def test_form(language: str, name: str, present: str, absent: str) -> None:
    made = forms(language, name)
    assert present in made
    assert absent not in made


def test_a_singular_beside_a_row_in_the_plural_has_forms_of_its_own() -> None:
    row = next(row for row in _rows() if "Олимпиада" in row.terms["ru"].aliases)
    assert {form.number for form in named(row, "ru", "Олимпиада")} == {Number.SINGULAR}
    assert named(row, "ru", "Олимпиада")[Form(Case.GENITIVE)] == ("Олимпиады",)

"""Russian paradigms against goldens, and surnames against a table of hard cases."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.glossary.inflection.goldens import GOLDEN, blocks, concept
from xlate.glossary.concept import Case, Concept, Form, Number
from xlate.glossary.inflection import inflector, paradigm

CASES = list(blocks("ru"))
OBLIQUE = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.LOCATIVE)


@pytest.mark.parametrize(("title", "name", "expected"), CASES, ids=[case[0] for case in CASES])
def test_golden(title: str, name: Concept, expected: dict[str, list[str]]) -> None:
    made = {str(form): list(spellings) for form, spellings in paradigm(name, "ru").items()}
    assert {form: made.get(form) for form in expected} == expected, title


def test_there_are_enough_goldens() -> None:
    assert len(CASES) >= 120


def surnames() -> list[list[str]]:
    lines = (GOLDEN / "surnames.ru.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith(("#", "surname\t"))]


def test_share_of_surname_forms_that_are_right() -> None:
    rows = surnames()
    assert len(rows) >= 150
    right, wrong = 0, []
    for surname, gender, *expected in rows:
        forms = paradigm(concept("ru", surname, "person", gender), "ru")
        for case, wanted in zip(OBLIQUE, expected, strict=True):
            if forms[Form(case)][0] == wanted:
                right += 1
            else:
                wrong.append(f"{surname} ({gender}) {case}: {forms[Form(case)][0]}, not {wanted}")
    assert right / (right + len(wrong)) >= 0.98, wrong


@pytest.mark.parametrize(
    ("woman", "family"), [("Тихановская", "Тихановских"), ("Иванова", "Ивановых"), ("Ким", "Кимов"), ("Обама", "Обам")]
)
def test_a_family_is_named_after_the_man(woman: str, family: str) -> None:
    assert paradigm(concept("ru", woman, "person", "f"), "ru")[Form(Case.GENITIVE, Number.PLURAL)] == (family,)


def test_a_prince_and_a_city() -> None:
    instrumental = Form(Case.INSTRUMENTAL)
    assert paradigm(concept("ru", "Львов", "person", "m"), "ru")[instrumental][0] == "Львовым"
    assert paradigm(concept("ru", "Львов", "place"), "ru")[instrumental][0] == "Львовом"


def test_the_habit_of_yo_is_kept() -> None:
    assert paradigm(concept("ru", "Королев", "person", "m"), "ru")[Form(Case.GENITIVE)] == ("Королева",)
    assert paradigm(concept("ru", "Королёв", "person", "m"), "ru")[Form(Case.GENITIVE)] == ("Королёва",)


@pytest.mark.parametrize("word", ["Верховная", "Соединённые", "Европейский", "Чёрное", "Первая", "генеральный", "наша"])
def test_adjectives_before_a_noun(word: str) -> None:
    found = inflector("ru")
    assert found
    assert found.is_adjective(word)


@pytest.mark.parametrize("word", ["Рада", "Министерство", "Служба", "Совет", "глава", "Россия", "Штаты", "ООН"])
def test_nouns_are_no_adjectives(word: str) -> None:
    found = inflector("ru")
    assert found
    assert not found.is_adjective(word)


def test_libraries_load_on_first_use_and_need_no_pkg_resources() -> None:
    code = (
        "import sys\n"
        "from xlate.glossary.inflection.ru import RussianInflector\n"
        "from xlate.glossary.concept import Gender, Kind, Number\n"
        "print(bool({'pymorphy3', 'pytrovich'} & set(sys.modules)))\n"
        "RussianInflector().noun('Минск', Kind.PLACE, Gender.UNKNOWN, Number.SINGULAR, animate=False, part='')\n"
        "print('pymorphy3' in sys.modules, 'pkg_resources' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.split() == ["False", "True", "False"]

"""Ukrainian paradigms against goldens."""

from __future__ import annotations

import pytest

from tests.glossary.inflection.goldens import blocks, concept
from xlate.glossary.concept import Case, Concept, Form
from xlate.glossary.inflection import inflector, paradigm

CASES = list(blocks("uk"))


@pytest.mark.parametrize(("title", "name", "expected"), CASES, ids=[case[0] for case in CASES])
def test_golden(title: str, name: Concept, expected: dict[str, list[str]]) -> None:
    made = {str(form): list(spellings) for form, spellings in paradigm(name, "uk").items()}
    assert {form: made.get(form) for form in expected} == expected, title


def test_there_are_enough_goldens() -> None:
    assert len(CASES) >= 120


def test_the_man_declines_and_the_woman_does_not() -> None:
    for gender, wanted in (("m", "Бойка"), ("f", "Бойко")):
        assert paradigm(concept("uk", "Бойко", "person", gender), "uk")[Form(Case.GENITIVE)] == (wanted,)


@pytest.mark.parametrize(
    ("place", "genitive"),
    [("Київ", "Києва"), ("Лондон", "Лондона"), ("Крим", "Криму"), ("Донбас", "Донбасу"), ("Гомель", "Гомеля")],
)
def test_towns_and_countries_differ_in_the_genitive(place: str, genitive: str) -> None:
    assert paradigm(concept("uk", place, "place"), "uk")[Form(Case.GENITIVE)] == (genitive,)


@pytest.mark.parametrize("word", ["Верховна", "Збройні", "Головне", "Національне", "Сполучені", "Білий", "Внутрішній"])
def test_adjectives_before_a_noun(word: str) -> None:
    found = inflector("uk")
    assert found
    assert found.is_adjective(word)


@pytest.mark.parametrize("word", ["Україна", "Держава", "Рада", "Служба", "Сергій", "Міністерство", "Москва", "Ніва"])
def test_nouns_are_no_adjectives(word: str) -> None:
    found = inflector("uk")
    assert found
    assert not found.is_adjective(word)

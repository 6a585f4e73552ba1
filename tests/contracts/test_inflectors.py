"""Every language's inflector keeps the same promises."""

from __future__ import annotations

import importlib.util

import pytest

from xlate.glossary.concept import Case, Concept, Form, Gender, Kind, Number, Term
from xlate.glossary.inflection import Inflector, inflector, paradigm
from xlate.glossary.inflection.endings import CASES


class InflectorContract:
    """Subclass it with a language and a few of its names; the keys of ``names`` are (kind, gender, number)."""

    language: str
    names: tuple[tuple[str, str, str, str], ...]
    indeclinable: tuple[tuple[str, str, str], ...]
    phrases: tuple[tuple[str, str, str], ...]
    adjectives: tuple[str, ...]

    def concept(self, text: str, kind: str, gender: str = "", number: str = "sg") -> Concept:
        terms = {self.language: Term(self.language, text)}
        return Concept(Kind(kind), terms, Gender(gender), Number(number), animate=kind == "person")

    @pytest.fixture
    def inflector(self) -> Inflector:
        found = inflector(self.language)
        assert found
        return found

    def test_it_names_its_language(self, inflector: Inflector) -> None:
        assert inflector.language == self.language

    def test_every_form_is_written_and_its_case_known(self) -> None:
        for text, *facts in self.names:
            made = paradigm(self.concept(text, *facts), self.language)
            assert made
            assert {form.case for form in made} <= set(CASES[self.language]), text
            assert all(found and all(spelling.strip() for spelling in found) for found in made.values()), text

    def test_the_nominative_is_the_term(self) -> None:
        for text, kind, gender, number in self.names:
            made = paradigm(self.concept(text, kind, gender, number), self.language)
            assert made[Form(Case.NOMINATIVE, Number(number))] == (text,)

    def test_every_case_but_the_vocative_is_there(self) -> None:
        wanted = set(CASES[self.language]) - {Case.VOCATIVE}
        for text, kind, gender, number in self.names:
            made = paradigm(self.concept(text, kind, gender, number), self.language)
            assert wanted <= {form.case for form in made if form.number is Number(number)}, text

    def test_indeclinables_stay(self) -> None:
        for text, kind, gender in self.indeclinable:
            made = paradigm(self.concept(text, kind, gender), self.language)
            assert {s for f, found in made.items() if f.number is Number.SINGULAR for s in found} == {text}

    def test_phrases_inflect_their_head(self) -> None:
        for text, kind, genitive in self.phrases:
            assert paradigm(self.concept(text, kind), self.language)[Form(Case.GENITIVE)][0] == genitive

    def test_adjectives_have_three_genders_and_a_plural(self, inflector: Inflector) -> None:
        genders = {Gender.MASCULINE, Gender.FEMININE, Gender.NEUTER}
        for word in self.adjectives:
            made = inflector.adjective(word)
            assert inflector.is_adjective(word)
            assert {form.gender for form in made if form.number is Number.SINGULAR} == genders
            assert {form.gender for form in made if form.number is Number.PLURAL} == {Gender.UNKNOWN}
            for form in (Form(Case.ACCUSATIVE, gender=Gender.MASCULINE), Form(Case.ACCUSATIVE, Number.PLURAL)):
                assert len(made[form]) == 2, "the inanimate form, then the animate one"

    def test_a_paradigm_is_the_same_every_time(self) -> None:
        for text, *facts in self.names:
            name = self.concept(text, *facts)
            assert paradigm(name, self.language) == paradigm(name, self.language)

    def test_capitals_are_kept(self) -> None:
        for text, *facts in self.names:
            for found in paradigm(self.concept(text, *facts), self.language).values():
                assert all(spelling[0].isupper() == text[0].isupper() for spelling in found)


class TestRussian(InflectorContract):
    language = "ru"
    names = (
        ("Песков", "person", "m", "sg"),
        ("Минск", "place", "m", "sg"),
        ("Барановичи", "place", "", "pl"),
        ("президент", "title", "m", "sg"),
    )
    indeclinable = (
        ("Дюма", "person", "m"),
        ("Меркель", "person", "f"),
        ("Токио", "place", "m"),
        ("ООН", "organisation", ""),
    )
    phrases = (
        ("Европейский союз", "organisation", "Европейского союза"),
        ("Совет Безопасности", "organisation", "Совета Безопасности"),
    )
    adjectives = ("минский", "Верховная", "Чёрное", "новый")


class TestUkrainian(InflectorContract):
    language = "uk"
    names = (
        ("Лукашенко", "person", "m", "sg"),
        ("Київ", "place", "m", "sg"),
        ("Суми", "place", "", "pl"),
        ("президент", "title", "m", "sg"),
    )
    indeclinable = (
        ("Дюма", "person", "m"),
        ("Бойко", "person", "f"),
        ("Токіо", "place", "n"),
        ("ООН", "organisation", ""),
    )
    phrases = (
        ("Європейський Союз", "organisation", "Європейського Союзу"),
        ("Рада Безпеки", "organisation", "Ради Безпеки"),
    )
    adjectives = ("мінський", "Верховна", "Чорне", "новий")


@pytest.mark.skipif(
    importlib.util.find_spec("xlate.glossary.inflection.be") is None, reason="the Belarusian rules are being written"
)
class TestBelarusian(InflectorContract):
    language = "be"
    names = (
        ("Лукашэнка", "person", "m", "sg"),
        ("Мінск", "place", "m", "sg"),
        ("Баранавічы", "place", "", "pl"),
        ("прэзідэнт", "title", "m", "sg"),
    )
    indeclinable = (
        ("Камю", "person", "m"),
        ("Меркель", "person", "f"),
        ("Токіа", "place", "n"),
        ("ААН", "organisation", ""),
    )
    phrases = (
        ("Еўрапейскі саюз", "organisation", "Еўрапейскага саюза"),
        ("Савет Бяспекі", "organisation", "Савета Бяспекі"),
    )
    adjectives = ("мінскі", "Вярхоўная", "Чорнае", "новы")

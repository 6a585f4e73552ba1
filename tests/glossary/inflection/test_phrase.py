"""Which words of a name inflect; what stays comes first."""

from __future__ import annotations

import pytest

from tests.glossary.inflection.goldens import concept
from xlate.glossary.concept import Case, Concept, Form, Gender, Kind, Number, Term
from xlate.glossary.inflection import inflector, paradigm
from xlate.glossary.inflection.phrase import inflect_phrase


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        ("ru", "organisation", "ООН"),
        ("ru", "organisation", "БелТА"),
        ("ru", "organisation", "Microsoft"),
        ("ru", "place", "Иль-де-Франс"),
        ("ru", "place", "Сан-Франциско"),
        ("ru", "place", "Рио-де-Жанейро"),
        ("uk", "organisation", "НАТО"),
        ("uk", "place", "Осло"),
    ],
)
def test_stays(language: str, kind: str, text: str) -> None:
    assert {s for found in paradigm(concept(language, text, kind), language).values() for s in found} == {text}


def test_flags_of_the_termbase_keep_a_name() -> None:
    for flags in ({"indeclinable": True}, {"do_not_translate": True}):
        name = Concept(Kind.PLACE, {"ru": Term("ru", "Минск")}, **flags)  # type: ignore[arg-type]
        assert set(paradigm(name, "ru").values()) == {("Минск",)}


def test_a_language_without_rules_has_the_nominative() -> None:
    assert paradigm(concept("en", "Minsk", "place"), "en") == {Form(Case.NOMINATIVE): ("Minsk",)}


@pytest.mark.parametrize(
    ("language", "title", "genitive"),
    [
        (
            "ru",
            ("Министерство обороны Российской Федерации", "organisation"),
            "Министерства обороны Российской Федерации",
        ),
        ("ru", ("газета «Известия»", "outlet"), "газеты «Известия»"),
        ("ru", ("«Наша нива»", "outlet"), "«Нашей нивы»"),
        ("ru", ("Служба морской пехоты", "organisation"), "Службы морской пехоты"),
        ("ru", ("Ростов-на-Дону", "place"), "Ростова-на-Дону"),
        ("ru", ("Босния и Герцеговина", "place"), "Боснии и Герцеговины"),
        ("ru", ("Речь Посполитая", "place"), "Речи Посполитой"),
        ("ru", ("исполняющий обязанности президента", "title", "m"), "исполняющего обязанности президента"),
        ("ru", ("государство-член", "other", "n"), "государства-члена"),
        ("ru", ("Урсула фон дер Ляйен", "person", "f"), "Урсулы фон дер Ляйен"),
        ("ru", ("А. Г. Иванов", "person", "m"), "А. Г. Иванова"),
        ("ru", ("Песков Дмитрий Сергеевич", "person", "m"), "Пескова Дмитрия Сергеевича"),
        ("ru", ("Бонч-Бруевич", "person", "m"), "Бонч-Бруевича"),
        ("ru", ("Карл XII", "person", "m"), "Карла XII"),
        ("uk", ("Кабінет Міністрів України", "organisation"), "Кабінету Міністрів України"),
        ("uk", ("Кривий Ріг", "place"), "Кривого Рогу"),
        ("uk", ("Панас Нечуй-Левицький", "person", "m"), "Панаса Нечуя-Левицького"),
    ],
)
def test_the_head_inflects(language: str, title: tuple[str, ...], genitive: str) -> None:
    text, kind, *facts = title
    assert paradigm(concept(language, text, kind, *facts), language)[Form(Case.GENITIVE)][0] == genitive


def test_the_accusative_of_an_adjective_follows_its_noun() -> None:
    accusative = Form(Case.ACCUSATIVE)
    assert paradigm(concept("ru", "Европейский союз", "organisation"), "ru")[accusative] == ("Европейский союз",)
    assert paradigm(concept("ru", "генеральный секретарь", "title", "m"), "ru")[accusative] == (
        "генерального секретаря",
    )


def test_plural_names() -> None:
    made = paradigm(concept("ru", "Соединённые Штаты Америки", "place", "pl"), "ru")
    assert made[Form(Case.INSTRUMENTAL, Number.PLURAL)] == ("Соединёнными Штатами Америки",)
    assert {form.number for form in made} == {Number.PLURAL}


def test_titles_and_single_surnames_have_a_plural() -> None:
    assert paradigm(concept("ru", "министр обороны", "title", "m"), "ru")[Form(Case.DATIVE, Number.PLURAL)] == (
        "министрам обороны",
    )
    assert paradigm(concept("uk", "Лукашенко", "person", "m"), "uk")[Form(Case.NOMINATIVE, Number.PLURAL)] == (
        "Лукашенки",
    )
    assert Form(Case.NOMINATIVE, Number.PLURAL) not in paradigm(concept("ru", "Лев Толстой", "person", "m"), "ru")


def test_adjectives_have_every_gender() -> None:
    made = paradigm(concept("ru", "минский", "adjective"), "ru")
    assert made[Form(Case.ACCUSATIVE, Number.SINGULAR, Gender.FEMININE)] == ("минскую",)
    assert made[Form(Case.ACCUSATIVE, Number.SINGULAR, Gender.MASCULINE)] == ("минский", "минского")
    assert made[Form(Case.ACCUSATIVE, Number.PLURAL)] == ("минские", "минских")


def test_explicit_forms_go_over_rules() -> None:
    term = Term("ru", "Минск", forms={Form(Case.GENITIVE): ("Менска",)})
    assert paradigm(Concept(Kind.PLACE, {"ru": term}), "ru")[Form(Case.GENITIVE)] == ("Менска",)


@pytest.mark.parametrize("text", ["«»", "-", "—", "А.", "и", "Ы", "123", "«", "Нью-", "-Йорк", "(Минск)", "…"])
@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("language", ["ru", "uk"])
def test_odd_terms_keep_their_nominative(language: str, kind: Kind, text: str) -> None:
    made = inflect_phrase(Concept(kind, {language: Term(language, text)}), language, inflector(language))
    assert any(text in found for form, found in made.items() if form.case is Case.NOMINATIVE)

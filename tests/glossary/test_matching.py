"""Which names are found in a source text, and which are not."""

from __future__ import annotations

import time

import pytest

from xlate.glossary.concept import Concept, Gender, Kind, Term
from xlate.glossary.matching import Matcher
from xlate.glossary.termbase import Termbase
from xlate.model import Span


def concept(english: str, kind: Kind = Kind.PLACE, *aliases: str, **others: str) -> Concept:
    terms = {"en": Term("en", english, aliases)} | {code: Term(code, text) for code, text in others.items()}
    return Concept(kind, terms, Gender.MASCULINE, animate=kind is Kind.PERSON)


TERMBASE = Termbase(
    (
        concept("Lukashenko", Kind.PERSON, "Alexander Lukashenko", ru="Лукашенко", be="Лукашэнка"),
        concept("Georgia"),
        concept("Georgia", Kind.PERSON),
        concept("Ivano-Frankivsk"),
        concept("New York"),
        concept("York"),
        concept("Turkey"),
        concept("Kim", Kind.PERSON),
        concept("Ivanov", Kind.PERSON, ru="Иванов", uk="Іванов"),
        concept("Minsk", ru="Минск", uk="Мінськ", be="Мінск"),
        concept("U.S.", Kind.PLACE, "US"),
        concept("prime minister", Kind.TITLE),
        concept("UN Security Council", Kind.ORGANISATION),
        concept("Rio.*", Kind.OTHER),
    )
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Alexander Lukashenko's visit pleased Mr Lukashenko.", ["Alexander Lukashenko", "Lukashenko"]),
        ("A turkey is no country, and a minskian is no town.", []),
        ("TURKEY AND MINSK IN TALKS", ["TURKEY", "MINSK"]),
        ("New York is not York.", ["New York", "York"]),
        ("The Minsk-based firm moved to Ivano-Frankivsk.", ["Minsk", "Ivano-Frankivsk"]),
        ("The Prime Minister of the U.S. met US troops.", ["Prime Minister", "U.S.", "US"]),
        ("the U.N. Security Council", ["U.N. Security Council"]),
        ("It left the U.S. on Monday.", ["U.S."]),
        ("They told us.", []),
        ("The Kims left.", ["Kims"]),
        ("He met Lukashenko’s son.", ["Lukashenko"]),
        ("Non-U.S. goods and anti-Georgia posters", []),
        ("Rio Rioja", ["Rio"]),
        ("", []),
    ],
)
def test_whole_words_longest_first(text: str, found: list[str]) -> None:
    assert [match.span.of(text) for match in Matcher(TERMBASE, "en").find(text)] == found


@pytest.mark.parametrize(
    ("text", "kind", "rivals"),
    [
        ("Mrs Georgia said nothing.", Kind.PERSON, 0),
        ("They flew to Georgia.", Kind.PLACE, 0),
        ("We won, said Georgia Stone.", Kind.PERSON, 0),
        ("They flew to Georgia Monday.", Kind.PLACE, 0),
        ("Georgia's Stone Age", Kind.PLACE, 1),
        ("Georgia!", Kind.PLACE, 1),
    ],
)
def test_the_words_around_tell_homonyms_apart(text: str, kind: Kind, rivals: int) -> None:
    [match] = Matcher(TERMBASE, "en").find(text)
    assert (match.concept.kind, len(match.rivals)) == (kind, rivals)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("ru", "Встреча с Ивановым прошла в Минске без Ивановых.", ["Ивановым", "Минске", "Ивановых"]),
        ("uk", "Зустріч з Івановим відбулася у Мінську.", ["Івановим", "Мінську"]),
        ("be", "Размова з Лукашэнкам адбылася ў Мінску.", ["Лукашэнкам", "Мінску"]),
    ],
)
def test_slavic_names_are_found_in_every_form(language: str, text: str, found: list[str]) -> None:
    assert [match.span.of(text) for match in Matcher(TERMBASE, language).find(text)] == found


def test_a_function_word_is_no_form_of_a_term() -> None:
    ambassador = concept("ambassador", Kind.TITLE, ru="посол")
    text = "После обеда посол говорил с послом."
    assert [m.span.of(text) for m in Matcher(Termbase((ambassador,)), "ru").find(text)] == ["посол", "послом"]


def test_a_possessive_is_no_adjective() -> None:
    english = Termbase((concept("English", Kind.ADJECTIVE, ru="английский"),))
    text = "Johnny English's car is an English car."
    assert [match.span for match in Matcher(english, "en").find(text)] == [Span(27, 34)]


def test_a_spelling_forbidden_in_translations_is_found_in_texts() -> None:
    belarus = Concept(Kind.PLACE, {"ru": Term("ru", "Беларусь", forbidden=("Белоруссия",))}, Gender.FEMININE)
    text = "Переговоры в Белоруссии и о Беларуси."
    assert [m.span.of(text) for m in Matcher(Termbase((belarus,)), "ru").find(text)] == ["Белоруссии", "Беларуси"]


def test_the_plural_is_told() -> None:
    assert [m.plural for m in Matcher(TERMBASE, "en").find("The Kims and Kim")] == [True, False]
    assert [m.plural for m in Matcher(TERMBASE, "ru").find("Ивановы и Иванов")] == [True, False]


def test_time_grows_with_the_text_not_with_the_termbase() -> None:
    many = Termbase(tuple(concept(f"Name{number} Other{number % 97}") for number in range(10_000)))
    matcher = Matcher(many, "en")
    text = ("Name5 Other5 said that the committee of Name77 and others would meet again. " * 14_000)[:1_000_000]
    start = time.process_time()
    n_found = len(matcher.find(text))
    assert n_found > 10_000
    assert time.process_time() - start < 2.0  # under 1 s on a free core; the test shares its core

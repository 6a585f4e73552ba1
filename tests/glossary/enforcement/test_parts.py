"""Government and sound of prepositions, stand-ins, words, expectations, places: one thing at a time."""

from __future__ import annotations

import pytest

from tests.glossary.enforcement.test_enforcer import expectations
from xlate.glossary.concept import Case, Form, Gender, Number
from xlate.glossary.enforcement.agreement import adjective_form, agreeing_form
from xlate.glossary.enforcement.deciding import wanted_form
from xlate.glossary.enforcement.expectation import Expectations
from xlate.glossary.enforcement.government import (
    adapt_next_word,
    adapt_preposition,
    governed,
    governed_through_title,
)
from xlate.glossary.enforcement.placing import place_by_attention, place_by_likeness, whole_name
from xlate.glossary.enforcement.standins import StandIns, leftover
from xlate.glossary.enforcement.words import Words, fold, folded_words, is_odd
from xlate.glossary.files import SHIPPED, load
from xlate.model import Attention, Span

RUSSIAN, UKRAINIAN, BELARUSIAN = (expectations(target) for target in ("ru", "uk", "be"))


@pytest.mark.parametrize(
    ("before", "language", "cases"),
    [
        ("встретился с ", "ru", "ins gen"),
        ("газете «", "ru", ""),
        ("в «", "ru", "loc acc"),
        ("поїхав до ", "uk", "gen"),
        ("па-за ", "be", "ins"),
        ("слово ", "ru", ""),
    ],
)
def test_what_a_preposition_governs(before: str, language: str, cases: str) -> None:
    assert " ".join(governed(before, language)) == cases


def test_a_title_passes_its_case_on() -> None:
    assert governed_through_title("говорил с министр ", "ru") == governed("с ", "ru")
    assert governed_through_title("дали президенту ", "ru") == (Case.DATIVE,)
    assert governed_through_title("сказал президент ", "ru") == ()


@pytest.mark.parametrize(
    ("before", "word", "language", "after"),
    [
        ("в ", "Франции", "ru", "во "),
        ("во ", "Минске", "ru", "в "),
        ("с ", "Шмыгалем", "ru", "со "),
        ("о ", "Украине", "ru", "об "),
        ("був в ", "Відні", "uk", "був у "),
        ("жила у ", "Одесі", "uk", "жила в "),
        ("з ", "Шмигалем", "uk", "зі "),
        ("жыла у ", "Мінску", "be", "жыла ў "),
        ("паехаў у ", "Мінск", "be", "паехаў у "),
        ("з ", "Шмыгалем", "be", "са "),
        ("у ", "Украіне", "be", "ва "),
        ("слово ", "Украине", "ru", "слово "),
    ],
)
def test_a_preposition_sounds_as_the_next_word_asks(before: str, word: str, language: str, after: str) -> None:
    assert adapt_preposition(before, word, language) == after


def test_belarusian_u_after_a_name() -> None:
    assert adapt_next_word("Літва", " у ліпені", "be") == " ў ліпені"
    assert adapt_next_word("Мінск", " ў ліпені", "be") == " у ліпені"
    assert adapt_next_word("Литва", " у них", "ru") == " у них"


def test_words_are_whole_and_folded() -> None:
    assert fold("Ўкраіна") == "украіна"
    assert folded_words("«Прип'ять» — річка") == ("прип'ять", "річка")
    words = Words("Минский Минск, минск")
    assert [span.start for span in words.occurrences(("минск",))] == [8, 15]
    assert list(words.occurrences(())) == []


def test_a_stand_in_has_the_gender_of_the_name_and_is_not_in_the_text() -> None:
    (expectation,) = RUSSIAN.of_text("They met with Tsikhanouskaya.")
    first, second = (StandIns("ru").choose(expectation, taken) for taken in (set(), {"maria"}))
    assert first
    assert second
    assert (first[0], second[0]) == ("Maria", "Irina")
    assert StandIns("ru").choose(expectation, {"maria", "irina", "anna"}) is None


@pytest.mark.parametrize("name", ["Sumy", "NATO", "Minsk agreements", "chancellor", "Eurovision", "Lithuanian"])
def test_every_kind_has_a_stand_in(name: str) -> None:
    for target, names in (("ru", RUSSIAN), ("uk", UKRAINIAN), ("be", BELARUSIAN)):
        (expectation,) = names.of_text(f"This is {name}.")
        assert StandIns(target).choose(expectation, set())


def test_a_word_made_of_a_stand_in_is_seen() -> None:
    (expectation,) = RUSSIAN.of_text("He lives in Vitebsk.")
    chosen = StandIns("ru").choose(expectation, set())
    assert chosen
    assert leftover("от Берлинского вокзала", "", chosen[1])
    assert not leftover("от Берлинского вокзала", "Берлинский вокзал", chosen[1])
    assert not leftover("в Витебске", "", chosen[1])


def test_accepted_are_the_term_and_its_aliases() -> None:
    (expectation,) = RUSSIAN.of_text("The UN published a report.")
    assert expectation.wanted.name == "ООН"
    assert expectation.places(Words("Доклад Организации Объединенных Наций"))
    assert not expectation.places(Words("Доклад организации"))


def test_a_name_is_spelled_in_the_form_or_in_the_nearest() -> None:
    (expectation,) = RUSSIAN.of_text("He lives in Sumy.")
    assert expectation.wanted.spelling(Form(Case.LOCATIVE)) == "Сумах"
    assert expectation.wanted.respelled(("сумы",), Form(Case.DATIVE, Number.PLURAL)) == "Сумам"
    assert expectation.wanted.as_written(("сумах",)) == "Сумах"


def test_a_short_name_needs_its_capital() -> None:
    (expectation,) = UKRAINIAN.of_text("With whom did Kim speak?")
    assert [span.start for span, _ in expectation.places(Words("з ким говорив Ким"))] == []
    assert [span.start for span, _ in expectation.places(Words("з кім говорив Кім"))] == [14]


def test_likeness_finds_a_garbled_name_and_not_another_word() -> None:
    source = "He told Kolesnikova about it."
    (expectation,) = RUSSIAN.of_text(source)
    place = place_by_likeness(source, Words("Он рассказал Колеснкову об этом."), expectation, [], 0.7)
    assert place
    assert (place.span, place.form.case) == (Span(13, 23), Case.DATIVE)
    assert place_by_likeness(source, Words("Он рассказал Матвею об этом."), expectation, [], 0.7) is None
    assert place_by_likeness(source, Words("Он рассказал Колеснкову."), expectation, [Span(13, 23)], 0.7) is None


def test_a_garbled_surname_is_found_where_the_first_name_was_left_out() -> None:
    source = "Russian President Vladimir Putin said so."
    putin = next(e for e in Expectations(load([SHIPPED])[0], "en", "ru").of_text(source) if e.wanted.surname)
    assert putin.wanted.name == "Владимир Путин"
    alone = place_by_likeness(source, Words("Об этом рассказал Путтин."), putin, [], 0.7)
    assert alone
    assert (alone.span, alone.spelling) == (Span(18, 24), "Путин")
    both = place_by_likeness(source, Words("Об этом рассказал Владимер Путтин."), putin, [], 0.7)
    assert both
    assert (both.span, both.spelling) == (Span(18, 33), "Владимир Путин")


def test_attention_needs_enough_of_it() -> None:
    source, target = "in Vitebsk", Words("в Городе")
    (expectation,) = RUSSIAN.of_text(source)
    spans = (Span(0, 2), Span(3, 10))
    for weight, found in ((0.9, True), (0.2, False)):
        attention = Attention(spans, target.spans, ((1.0, 0.0), (1 - weight, weight)))
        place = place_by_attention(source, target, expectation, attention, spans[1], [])
        assert bool(place) is found


@pytest.mark.parametrize(
    ("target", "weights", "standin", "replaced"),
    [
        ("уже года", (0.0, 0.6), False, ""),  # a common word needs more than a name does
        ("уже Года", (0.0, 0.6), False, "Года"),
        ("уже городе", (0.0, 0.8), False, "городе"),
        ("уже городе", (0.0, 0.6), True, "городе"),  # but a stand-in is a word that the decoder knows
        ("на Мянку", (0.9, 0.7), False, "Мянку"),  # a preposition is no name
        ("Белой Цракве", (0.1, 0.9), False, "Белой Цракве"),  # the other word is the name's own
    ],
)
def test_which_words_attention_gives(target: str, weights: tuple[float, ...], standin: bool, replaced: str) -> None:
    source = "in Bila Tserkva"
    (expectation,) = RUSSIAN.of_text(source)
    words = Words(target)
    attention = Attention((Span(3, 15),), words.spans, tuple((weight,) for weight in weights))
    place = place_by_attention(source, words, expectation, attention, Span(3, 15), [], is_standin=standin)
    assert (place.span.of(target) if place else "") == replaced


def test_a_garbled_first_name_belongs_to_the_name() -> None:
    (expectation,) = RUSSIAN.of_text("They met with Sviatlana Tsikhanouskaya.")
    target = "Встретили Свиатлану Тихановскую"
    assert whole_name(target, Span(20, 31), expectation) == Span(10, 31)
    assert whole_name("Встретили вчера Тихановскую", Span(16, 27), expectation) == Span(16, 27)


def test_an_adjective_takes_gender_and_case_of_its_noun() -> None:
    wrong = [Form(Case.GENITIVE, Number.SINGULAR, Gender.MASCULINE)]
    right = Form(Case.GENITIVE, Number.SINGULAR, Gender.FEMININE)
    assert agreeing_form(wrong, " армии", (Case.GENITIVE,), "ru") == right
    assert agreeing_form(wrong, " армії", (Case.GENITIVE,), "uk") == right
    assert agreeing_form(wrong, " арміі", (Case.GENITIVE,), "be") == right
    assert agreeing_form([right], " армии", (), "ru") is None
    assert agreeing_form(wrong, " абракадабры", (), "uk") is None


@pytest.mark.parametrize(
    ("text", "language", "form"),
    [
        ("европейської", "uk", Form(Case.GENITIVE, Number.SINGULAR, Gender.FEMININE)),
        ("Паўночнае Карэйскі", "be", Form(Case.NOMINATIVE, Number.SINGULAR, Gender.MASCULINE)),
        ("литовские", "ru", Form(Case.NOMINATIVE, Number.PLURAL)),
        ("Минском", "ru", Form(Case.LOCATIVE, Number.SINGULAR, Gender.MASCULINE)),
        ("министр", "ru", None),
        ("polski", "pl", None),
    ],
)
def test_the_form_of_an_adjective_is_that_of_its_ending(text: str, language: str, form: Form | None) -> None:
    assert adjective_form(text, language) == form


def test_a_name_left_in_another_spelling_keeps_its_ending() -> None:
    (expectation,) = BELARUSIAN.of_text("Old Minsk flats were sold.")
    assert wanted_form("Old Minsk flats were sold.", "Кватэры Мінка прададзены.", Span(8, 13), expectation).case is (
        Case.GENITIVE
    )


def test_an_odd_word_is_in_no_list() -> None:
    assert is_odd("модрид", "ru")
    assert not is_odd("город", "ru")
    assert not is_odd("2026", "ru")
    assert not is_odd("miasto", "pl")


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Britain's army left.", "Британская армия ушла.", 1),
        ("The army of Britain left.", "Британская армия ушла.", 0),
        ("A Netherlands-based army left.", "Нидерландская армия ушла.", 1),
    ],
)
def test_an_adjective_may_answer_to_an_owner(source: str, target: str, found: int) -> None:
    termbase, _ = load([SHIPPED])
    (expectation,) = Expectations(termbase, "en", "ru").of_text(source)
    assert len(expectation.places(Words(target))) == found

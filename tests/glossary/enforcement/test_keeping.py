"""What a second decoding may lose for a name, and what must not give way to one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.glossary.enforcement.test_enforcer import expectations
from xlate.glossary.enforcement.keeping import Kept
from xlate.glossary.enforcement.refusing import is_of_another, may_give_way, needs_noun
from xlate.glossary.enforcement.standins import StandIns, leftover
from xlate.glossary.enforcement.words import Words
from xlate.model import Span

RUSSIAN = expectations("ru")


@pytest.mark.parametrize(
    ("source", "first", "second", "refusal"),
    [
        ("He saw Minsk in June.", "Он видел город в июне.", "Он видел Минск в июне.", ""),
        ("He saw Minsk in June.", "Он видел город в июнях.", "Он видел Минск в январе.", "“June” was lost"),
        ("He paid 12 in Minsk.", "Он платил 12 там.", "Он платил в Минске.", "“12” was lost"),
        ("Derby in Minsk.", "Derby там.", "Дэрби в Минске.", ""),
        ("The MSP in Minsk.", "MSP там.", "МАН в Минске.", "“MSP” was lost"),
        ("A deal in Minsk.", "Сделка там.", "Неё-deal в Минске.", "“нее-deal” is no word"),
        ("A deal in Minsk.", "Сделка там.", "Сделка walk в Минске.", "“walk” is no word"),
        ("A deal in Minsk.", "Сделка там.", "Минск в Минске.", "“Минск” is there twice"),
        ("Minsk and Minsk.", "Там.", "Минск и Минск.", ""),
        ("A deal in Minsk.", "Сделка там.", "Сделка сделкой в Минске.", "“сделк” is there once more"),
        ("A deal in Minsk.", "Сделка там.", "Сделка двурек в Минске.", "1 more words are none"),
        ("A deal in Minsk.", "Сделка двурек там.", "Сделка двурек в Минске.", ""),
    ],
)
def test_what_a_second_decoding_must_keep(source: str, first: str, second: str, refusal: str) -> None:
    assert Kept(source, RUSSIAN.of_text(source), first, "en", "ru").refusal(second) == refusal


def test_a_word_of_the_source_is_lost_only_if_it_is_spared() -> None:
    source = "The water and the house and the school in Minsk."
    kept = Kept(source, RUSSIAN.of_text(source), "Вода и дом и школа там.", "en", "ru")
    assert not kept.refusal("Вода и дом и школа в Минске.")
    assert kept.refusal("Вода и дом в Минске.") == "1 words were lost"
    assert not kept.refusal("Вода и дом в Минске.", n_spared=1)
    assert kept.refusal("Вода в Минске.", n_spared=1) == "2 words were lost"
    assert kept.lost_words("Вода и дом и школа в Минске.") == 0


def test_half_of_a_stand_in_is_seen() -> None:
    (expectation,) = RUSSIAN.of_text("He lives in Vitebsk.")
    chosen = StandIns("ru").choose(expectation, {"berlin", "kyiv"})
    assert chosen
    assert chosen[0] == "London"
    assert leftover("США Лонд Дональд", "США Дональд", chosen[1])
    assert not leftover("Лондоном", "", chosen[1], {"лондоном"})


@pytest.mark.parametrize(
    ("source", "target", "word", "may"),
    [
        ("Minsk residents left.", "Жители Minskа ушли.", "Minskа", True),
        ("Minsk residents left.", "Не-Minsk жители ушли.", "Не-Minsk", False),
        ("The post-Lithuanian law.", "Антилитовский закон.", "Антилитовский", False),
        ("The Lithuanian law.", "Литваский закон.", "Литваский", True),
        ("The Lithuanian, who won.", "Литванка, которая победила.", "Литванка", False),
        ("The Lithuanian law.", "Литоська Закон.", "Литоська", False),
        ("The Lithuanian law.", "Литваский в законе.", "Литваский", False),
    ],
)
def test_what_may_give_way(source: str, target: str, word: str, may: bool) -> None:
    (expectation,) = RUSSIAN.of_text(source)
    start = target.index(word)
    assert may_give_way(source, target, Span(start, start + len(word)), expectation) is may


def test_a_lone_adjective_gives_way_to_its_country() -> None:
    for source, needed in (("Lithuanian refugees left.", True), ("The Lithuanian, who left.", False)):
        (expectation,) = RUSSIAN.of_text(source)
        (country,) = RUSSIAN.of_text("Lithuania")
        with_noun = replace(expectation, noun=country.wanted)
        assert needs_noun(source, "Беженцы Литвск, которые", Span(8, 14), with_noun) is needed
        assert not needs_noun(source, "Беженцы Литвск, которые", Span(8, 14), replace(expectation, noun=None))


def test_a_garbled_name_may_be_that_of_somebody_else() -> None:
    source = "It opened in Navahrad, near Vitebsk."
    (expectation,) = RUSSIAN.of_text(source)
    assert is_of_another(source, "Новогороде", expectation)
    assert not is_of_another(source, "Витепске", expectation)


def test_an_adjective_of_a_name_answers_to_it_before_a_noun() -> None:
    for source, found in (("The Minsk Stock Exchange.", 1), ("It is in Minsk.", 0)):
        (expectation,) = RUSSIAN.of_text(source)
        assert len(expectation.places(Words("Минская биржа"))) == found

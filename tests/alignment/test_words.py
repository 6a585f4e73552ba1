"""Letters and words that two languages share."""

from __future__ import annotations

import pytest

from xlate.alignment.words import anchors, stems
from xlate.lexicon import lexicon
from xlate.transliteration import transliterate


@pytest.mark.parametrize(
    ("text", "language", "latin"),
    [
        ("Лукашэнка", "be", "lukashenka"),
        ("Щербаков", "ru", "shcherbakov"),
        ("Григорій Гуцул", "uk", "hryhorii hutsul"),
        ("Łódź, Žižek", "pl", "lodz, zizek"),
        ("東京 1997", "ja", "東京 1997"),
        ("Кіеў", "", "kieu"),
    ],
)
def test_letters(text: str, language: str, latin: str) -> None:
    assert transliterate(text, language) == latin


def test_numbers_count_by_value_and_addresses_by_letter() -> None:
    assert set(anchors("It cost 2,500 dollars, see https://a.by/x.", "en")) == set(
        anchors("Это стоило 2500 долларов, см. https://a.by/x", "ru")
    )


def test_stems_are_first_letters() -> None:
    assert stems("Ёлки и п’яти") == {"елки", "и", "п'яти"}


@pytest.mark.parametrize("other", ["ru", "uk", "be"])
def test_the_lexicon_can_be_read_both_ways(other: str) -> None:
    forth, back = lexicon("en", other), lexicon(other, "en")
    assert len(forth) > 4_000
    assert all((stem, weight) in back[to] for stem, rows in forth.items() for to, weight in rows)
    assert all(0 < weight <= 1 for rows in forth.values() for _, weight in rows)


def test_languages_without_a_lexicon() -> None:
    assert lexicon("de", "fr") == {}

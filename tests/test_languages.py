"""Codes from anywhere become one canonical code."""

import pytest

from xlate import languages
from xlate.errors import UnknownLanguage


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("be", "be"), ("BE", "be"), ("bel", "be"), ("Belarusian", "be"), ("be-BY", "be"), ("ru_RU", "ru"),
        ("ukr", "uk"), ("ua", "uk"), ("zh-cn", "zh"), ("zh-TW", "zt"), ("pb", "pt"), ("en-GB", "en"), (" uk ", "uk"),
    ],
)  # fmt: skip
def test_canonical(given: str, canonical: str) -> None:
    assert languages.canonical(given) == canonical
    assert languages.known(given)


@pytest.mark.parametrize("given", ["xx", "", "klingon", "12", "🙂"])
def test_unknown_language_lists_the_likely_ones(given: str) -> None:
    assert not languages.known(given)
    with pytest.raises(UnknownLanguage) as caught:
        languages.canonical(given)
    assert "Perhaps you meant" in caught.value.hint


def test_near_codes_are_offered() -> None:
    with pytest.raises(UnknownLanguage) as caught:
        languages.canonical("belorus")
    assert "be (Belarusian)" in caught.value.hint


def test_facts() -> None:
    assert languages.is_rtl("ar")
    assert not languages.is_rtl("be")
    assert languages.script("uk") == "Cyrl"
    assert languages.name("be") == "Belarusian"
    assert languages.name("und") == "und"

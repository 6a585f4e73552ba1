"""Words, scripts and alphabets."""

from __future__ import annotations

import pytest

from xlate.detection.alphabets import ALPHABETS, allowed, rare
from xlate.detection.words import cut, in_script, main_script


def lower(text: str) -> list[str]:
    return [word.lower for word in cut(text)]


@pytest.mark.parametrize("text", ["", "2026", "https://example.org/a?b=c", "news@example.org", "@minister", "м² ²"])
def test_no_words(text: str) -> None:
    assert lower(text) in ([], ["м"])


def test_words_end_where_langdetect_ends_them() -> None:
    assert lower("П'ять п’ять пʼять") == ["п", "ять"] * 3


def test_marks_stay_in_their_word() -> None:
    assert lower("Пу\u0301тин") == ["путин"]
    assert lower("и\u0306од") == ["йод"]
    assert lower("हिन्दी में") == ["हिन्दी", "में"]


def test_latin_lookalikes_in_cyrillic_words() -> None:
    assert lower("цiкава cемьи") == ["цікава", "семьи"]


def test_capitals_throughout_say_nothing() -> None:
    assert not any(word.capitalised for word in cut("УРАД АДКЛАЎ ПАДАТАК"))
    assert all(word.capitalised for word in cut("BBC"))


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("The minister spoke.", "Latn"),
        ("Министр Smith", "Cyrl"),
        ("Компания Modern Education", "Cyrl"),
        ("Facebook, Google и", "Cyrl"),
        ("The word «перестройка» means restructuring", "Latn"),
        ("Iran and Россия", "Latn"),
        ("東京タワー", "Jpan"),
        ("政府推迟了", "Hani"),
        ("123", ""),
    ],
)
def test_main_script(text: str, script: str) -> None:
    assert main_script(cut(text)) == script


def test_only_the_main_script_is_evidence() -> None:
    words = cut("Банк Northern Rock")
    assert [word.lower for word in in_script(words, main_script(words))] == ["банк"]


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Ён прыйшоў", {"be"}),
        ("Новы дом", {"ru", "be"}),
        ("і рыба, і мяса", {"be"}),
        ("її брат", {"uk"}),
        ("і так", {"uk", "be"}),
        ("эти мыши", {"ru"}),
        ("съезд партии", {"ru", "bg"}),
        ("за час", {"ru", "uk", "be", "bg", "mk", "sr"}),
        ("Компания «Нафтогаз України» заявила", {"ru", "uk", "bg"}),
    ],
)
def test_what_the_letters_allow(text: str, languages: set[str]) -> None:
    assert set(allowed(cut(text), ALPHABETS)) == languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Қала тұрғындары шуға шағымданып отыр", "kk"),
        ("Өкмөт жаңы салыкты калтырды", "ky"),
        ("Засгийн газар шинэ татварыг хойшлуулахаар шийдвэрлэлээ, үнэ өсөв", "mn"),
        ("Президент Қасым-Жомарт Тоқаев прилетел в Минск", None),  # a name is no evidence
        ("Гэта ўсё, што ён сказаў", None),  # ў is Uzbek, too, but Belarusian spells the rest
        ("Он сказал", None),
    ],
)
def test_languages_without_a_profile(text: str, language: str | None) -> None:
    assert rare(cut(text)) == language

"""Spelling, word lists, and what becomes of them."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pytest

from xlate.detection import profiles
from xlate.detection.spelling import Spelling
from xlate.detection.vocabulary import Vocabulary
from xlate.detection.word_lists import LISTED, WordList, load


def profile(name: str, text: str) -> profiles.Profile:
    """A profile as langdetect itself makes one."""
    from langdetect.utils.lang_profile import LangProfile

    made = LangProfile(name)
    made.update(f"{text} ")
    return {"name": name, "freq": dict(made.freq), "n_words": list(made.n_words)}


@pytest.fixture
def two() -> Spelling:
    filled = profiles.fill([profile("ru", "мама мыла раму"), profile("uk", "мати мила раму і хату")])
    return Spelling(filled, filled.languages)


def by_language(spelling: Spelling, word: str) -> Mapping[str, float]:
    return dict(zip(spelling.languages, spelling(word), strict=True))


def test_a_language_spells_its_own_words_better(two: Spelling) -> None:
    assert by_language(two, "мыла")["ru"] > by_language(two, "мыла")["uk"]
    assert by_language(two, "хату")["uk"] > by_language(two, "хату")["ru"]


def test_log_likelihood_is_one(two: Spelling) -> None:
    assert all(value < 0 for word in ("м", "мама", "ёж", "xyz") for value in two(word))
    assert two("") == [0.0, 0.0]


def test_letters_never_seen_are_unlikely_not_impossible(two: Spelling) -> None:
    assert all(math.isfinite(value) for value in two("ґ" * 300))


def test_word_ends_count(two: Spelling) -> None:
    assert two("рам")[0] < two("раму")[0]


def test_serbian_is_croatian_in_cyrillic() -> None:
    croatian = {
        "name": "hr",
        "freq": {"n": 3, "nj": 5, " nj": 2, "nje": 4, "š": 7, "w": 1, "Nj": 1},
        "n_words": [9] * 3,
    }
    made = profiles.serbian(croatian)
    assert made["freq"] == {"н": 3, "њ": 6, " њ": 2, "ње": 4, "ш": 7}
    assert made["n_words"] == [16, 6, 0]


def test_every_profile_has_a_canonical_code() -> None:
    languages = profiles.broad().languages
    assert len(set(languages)) == len(languages) == 57
    assert {"en", "ru", "uk", "be", "sr", "nb", "zh", "zt"} <= set(languages)


def test_grams_are_langdetects() -> None:
    assert profiles.grams("кот") == [" к", " ко", "кот", "от "]
    assert profiles.grams("") == []
    for word in (
        "a",
        "ў",
        "ґанок",
        "house",
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєѓѕјљњќџ",
        "abcdefghijklmnopqrstuvwxyz",
    ):
        assert tuple(profiles.grams(word)) == profiles._cut_by_langdetect(word)


def test_words_score_the_same_alone_and_together(two: Spelling) -> None:
    words = ["мама", "", "мыла", "ёж", "раму", "xyz", "мама"]
    assert two.scores(words).tolist() == [two(word) for word in words]


@pytest.mark.parametrize("language", LISTED)
def test_packaged_word_lists(language: str) -> None:
    listed = load(language)
    assert len(listed.counts) > 40_000
    assert listed.total >= sum(listed.counts.values()) * 0.95
    assert all(word == word.lower() for word in listed.counts)


def test_names_are_no_common_words() -> None:
    vocabulary = Vocabulary.packaged()
    assert all(vocabulary.is_common(word) for word in ("дом", "гэта", "вже", "house", "президент"))
    assert not any(vocabulary.is_common(word) for word in ("путин", "мінск", "london", "лукашэнка", "київ"))


def vocabulary(total: int = 1000, **counts: int) -> Vocabulary:
    return Vocabulary({code: WordList({"дом": count}, frozenset({"дом"}), total) for code, count in counts.items()})


def test_a_listed_word_speaks_for_its_language() -> None:
    ru, uk = vocabulary(ru=10, uk=0).weigh("дом", False, ["ru", "uk"], [-9.0, -9.0])
    assert ru > uk


def test_a_short_list_says_little() -> None:
    lists = {"ru": WordList({"дом": 10}, frozenset(), 1000), "be": WordList({}, frozenset(), 20)}
    ru, be = Vocabulary(lists).weigh("дом", False, ["ru", "be"], [-9.0, -9.0])
    longer = {**lists, "be": WordList({}, frozenset(), 2000)}
    same, much_less = Vocabulary(longer).weigh("дом", False, ["ru", "be"], [-9.0, -9.0])
    assert 0 < ru - be < same - much_less


def test_a_list_does_not_speak_against_a_language_without_one() -> None:
    ru, bg = vocabulary(ru=10).weigh("дом", False, ["ru", "bg"], [-9.0, -9.0])
    assert ru == pytest.approx(bg)


def test_one_word_does_not_decide_alone() -> None:
    best, worst = vocabulary().weigh("xyz", False, ["ru", "uk"], [-3.0, -300.0])
    assert best - worst == pytest.approx(math.log(101), abs=0.1)


def test_names_weigh_less() -> None:
    plain = vocabulary().weigh("мехико", False, ["ru", "uk"], [-9.0, -11.0])
    name = vocabulary().weigh("мехико", True, ["ru", "uk"], [-9.0, -11.0])
    assert name[0] - name[1] < plain[0] - plain[1]


def test_plain_words_need_no_weighing() -> None:
    vocabulary = Vocabulary.packaged()
    ukrainian = "він сказав що вони були вдома і не хотіли їхати".split()
    assert vocabulary.plainly(ukrainian, "uk", ("ru", "uk", "be"))
    assert not vocabulary.plainly(ukrainian, "be", ("ru", "uk", "be"))
    assert not vocabulary.plainly(["мінск"], "uk", ("ru", "be"))
    assert not vocabulary.plainly(ukrainian, "uk", ("bg",)), "a language without a list cannot be ruled out by lists"

"""One skeleton for the words of four languages."""

import pytest

from xlate.comparison.folding import folded_words, skeleton, stem

SAME = [
    ("Lukashenko", "Лукашенко", "Лукашэнка", "Лукашенком", "Лукашэнкам"),
    ("Washington", "Вашингтон", "Вашынгтон", "Вашингтоне"),
    ("Stratan", "Стратан", "Стратану"),
    ("Dubrou", "Дуброў", "Дубров"),
    ("Sozh", "Сож", "Сожі"),
]


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_a_name_has_one_stem_in_all_languages_and_cases(names: tuple[str, ...]) -> None:
    assert len({stem(name) for name in names}) == 1


@pytest.mark.parametrize(("russian", "belarusian"), [("день", "дзень"), ("великий", "вялікі"), ("время", "врэмя")])
def test_slavic_cognates_look_alike(russian: str, belarusian: str) -> None:
    assert skeleton(russian) == skeleton(belarusian)


def test_other_words_stay_apart() -> None:
    assert len({stem(word) for word in ("министр", "мост", "мінск", "маска")}) == 4


def test_a_script_without_skeleton_keeps_its_words() -> None:
    assert folded_words("北京 市", "zh") == ["北京", "市"]

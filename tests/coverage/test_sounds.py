"""Names are known again in another alphabet, and prefixes deny only the words that they stand before."""

from __future__ import annotations

import pytest

from xlate.coverage.company import ALIKE
from xlate.coverage.negation import denials
from xlate.coverage.sounds import names_alike


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Ashmyany", "Ошмянском"),
        ("Gomel", "Гомельской"),
        ("Schwarzenegger", "Шварценеггером"),
        ("Wade", "Уэйд"),
        ("Graham", "Грем"),
        ("Daley", "Дейлі"),
        ("Sakovich", "Саковіч"),
    ],
)
def test_one_name_in_two_alphabets(latin: str, cyrillic: str) -> None:
    assert names_alike(latin, cyrillic) >= ALIKE


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Putin", "Лукашенко"),
        ("Yuan", "Феттеля"),
        ("Scotland", "Рори"),
        ("Manatee", "Монтгомери"),
        ("Judge", "Диего"),
        ("Kavanaugh", "Крэншо"),
    ],
)
def test_two_names(latin: str, cyrillic: str) -> None:
    assert names_alike(latin, cyrillic) < ALIKE


def test_a_prefix_denies_a_common_word_only() -> None:
    assert denials("an unkind word", "en").weak
    assert not denials("the united industry waits until Monday", "en").weak
    assert denials("поездка была неудачной", "ru").weak

"""Headlines are read in running letters; other texts stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlate.engines.truecasing import truecased

HEADLINES = [
    ("en", "West Plans to Attack Russia, Putin Ally Says", "West plans to attack Russia, Putin ally says"),
    ("en", "Government Approves Budget After Months of Debate", "Government approves budget after months of debate"),
    ("en", "Ukraine's President Meets Polish Farmers Here", "Ukraine's president meets Polish farmers here"),
    ("en", "It Doesn't Matter, Minister Says Before Vote", "It doesn't matter, minister says before vote"),
    ("en", "Farmers May Wait Until May, U.S. Officials Say", "Farmers may wait until May, U.S. officials say"),
    ("en", "NATO ALLIES AGREE ON NEW PLAN, SAYS LUKASHENKO", "NATO allies agree on new plan, says Lukashenko"),
    ("en", "WHAT I KNOW: KYIV WAITS", "What I know: Kyiv waits"),
    ("en", "SUMMARY", "Summary"),
    ("ru", "ЛУКАШЕНКО ЗАЯВИЛ, ЧТО НАТО ГОТОВИТ НАПАДЕНИЕ", "Лукашенко заявил, что НАТО готовит нападение"),
    ("be", "У МІНСКУ АДКРЫЛІ НОВЫ МОСТ", "У Мінску адкрылі новы мост"),
    ("uk", "ПРЕЗИДЕНТ УКРАЇНИ ЗУСТРІВСЯ З ФЕРМЕРАМИ", "Президент України зустрівся з фермерами"),
    ("uk", "НОВИЙ ОБ'ЄКТ ЗБУДУВАЛИ", "Новий об'єкт збудували"),
]  # fmt: skip
RUNNING = [
    ("en", "The president of Ukraine met Polish farmers in Warsaw on Monday."),
    ("en", "Before then, Minsk Arena is to host Dynamo Kyiv in the Champions League."),
    ("en", "Alexander Lukashenko, Vladimir Putin, Volodymyr Zelensky"),
    ("en", "NATO, OSCE, BBC"),
    ("en", "Thank You"),
    ("ru", "Министр Иностранных Дел Сергей Лавров Приехал"),  # no custom of Russian headlines
    ("ru", "ООН"),
    ("uk", "ТСН, УНІАН"),
    ("de", "DIE REGIERUNG HAT DEN HAUSHALT BESCHLOSSEN"),  # no word list
    ("en", ""),
    ("en", "12 345"),
]


@pytest.mark.parametrize(("language", "headline", "running"), HEADLINES)
def test_a_headline(language: str, headline: str, running: str) -> None:
    assert truecased(headline, language) == running


@pytest.mark.parametrize(("language", "text"), RUNNING)
def test_other_texts_stay(language: str, text: str) -> None:
    assert truecased(text, language) == text


@given(st.text() | st.text("ABCabc ЁЇІßİŉ'’.").map(str.upper), st.sampled_from(["en", "ru", "uk", "be", "de"]))
def test_nothing_but_the_size_of_letters_changes(text: str, language: str) -> None:
    made = truecased(text, language)
    assert len(made) == len(text)
    assert made.casefold() == text.casefold()


@pytest.mark.parametrize(("language", "running"), [(language, running) for language, _, running in HEADLINES])
def test_a_second_time_changes_nothing(language: str, running: str) -> None:
    assert truecased(running, language) == running

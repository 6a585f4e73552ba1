"""What the English says about a name: the name stands between asterisks."""

from __future__ import annotations

import pytest

from xlate.glossary.concept import Kind
from xlate.glossary.enforcement.cues import cue_of
from xlate.glossary.enforcement.target_verbs import is_active_verb, is_passive, object_case
from xlate.model import Span

SURE = [
    ("*Lithuania* closed the border.", "place", "ru", "nom"),
    ("He hopes that *Germany* will help.", "place", "ru", "nom"),
    ("It lasts until *Germany* withdraws from it.", "place", "uk", "nom"),
    ("The sea is ours: landlocked *Bolivia* hopes for a ruling.", "place", "uk", "nom"),
    ("Where does *Shevchenko* live now?", "person", "uk", "nom"),
    ("Why has *President* Trump given up?", "title", "ru", "nom"),
    ("Why has President *Trump* given up?", "person", "ru", "nom"),
    ("*Petrov*, a doctor from Minsk, saved the child.", "person", "be", "nom"),
    ("“We are ready,” said *Putin*.", "person", "ru", "nom"),
    ("The doctor told *Lukashenko* about it.", "person", "be", "dat"),
    ("They gave *Kuleba* a book.", "person", "ru", "dat"),
    ("They wrote a letter to *Tusk*.", "person", "ru", "dat"),
    ("People thanked *Zelensky*.", "person", "ru", "acc"),
    ("People thanked *Zelensky*.", "person", "uk", "dat"),
    ("People thanked *Zelensky*.", "person", "be", "dat"),
    ("The police arrested the activist *Krasovska*.", "person", "ru", "acc"),
    ("Most people supported Prime Minister *Tusk*.", "person", "ru", "acc"),
    ("They criticised Macron and *Meloni*.", "person", "ru", "acc"),
    ("The city is proud of *Usyk*.", "person", "be", "ins"),
    ("The streets of *Minsk* were empty.", "place", "ru", "gen"),
    ("*Putin*'s plane landed.", "person", "ru", "gen"),
    ("The plane arrived in *Vienna*.", "place", "uk", "acc"),
    ("They promised the money to *Ukraine*.", "place", "ru", "dat"),
    ("“We lost,” said *Jordan* Spieth as he left.", "person", "uk", "nom"),
    ("*President* Trump's plane landed.", "title", "ru", "gen"),
]
UNSURE = [
    ("The *Minsk* hotel is old.", "place", "ru", ""),
    ("The writer spoke in *Minsk*.", "place", "ru", "loc"),
    ("They met with *Putin*.", "person", "ru", "ins"),
    ("It was signed by *Putin*.", "person", "ru", "ins"),
    ("He left *Belarus*.", "place", "ru", "acc gen"),
    ("He lives in occupied *Crimea*.", "place", "ru", "loc"),
    ("The army shelled *Kharkiv*.", "place", "ru", "acc"),
    ("They gave refugees a trip to *Minsk*.", "place", "ru", "acc gen"),
    ("The newspaper \"*Kommersant*\" wrote.", "outlet", "ru", "nom"),
    ("They did not visit *Riga*.", "place", "ru", "acc gen"),
]  # fmt: skip


def cases(marked: str, kind: str, language: str) -> tuple[str, bool]:
    start, end = marked.index("*"), marked.rindex("*") - 1
    cue = cue_of(marked.replace("*", ""), Span(start, end), Kind(kind), language)
    return " ".join(cue.cases), cue.sure


@pytest.mark.parametrize(("marked", "kind", "language", "wanted"), SURE)
def test_a_sure_cue(marked: str, kind: str, language: str, wanted: str) -> None:
    assert cases(marked, kind, language) == (wanted, True)


@pytest.mark.parametrize(("marked", "kind", "language", "wanted"), UNSURE)
def test_a_cue_that_may_be_read_in_another_way(marked: str, kind: str, language: str, wanted: str) -> None:
    found, sure = cases(marked, kind, language)
    assert not sure
    assert not wanted or found == wanted


@pytest.mark.parametrize(
    ("before", "language", "case"),
    [
        ("Президент поблагодарил ", "ru", "acc"),
        ("Президент подякував ", "uk", "dat"),
        ("Суд прысудзіў ", "be", "dat"),
        ("Страны обменялись ", "ru", "ins"),
        ("в поддержку ", "ru", None),  # a noun of the same stem
        ("Он помог, ", "ru", None),  # punctuation between
        ("стол ", "ru", None),
    ],
)
def test_what_a_verb_of_the_target_asks_for(before: str, language: str, case: str | None) -> None:
    assert object_case(before, language) == case


def test_active_and_passive() -> None:
    assert is_active_verb("Закон подписал ", "ru")
    assert not is_passive("Закон подписал ", "ru")
    assert not is_active_verb("Завод патрэбных работнікаў ", "be")  # a genitive plural, not "працаваў"
    assert is_active_verb("Чалавек працаваў ", "be")
    assert not is_active_verb("Багато працівників ", "uk")
    assert is_active_verb("Президент хотів ", "uk")
    assert is_passive("Закон был подписан ", "ru")
    assert is_passive("Закон підписано ", "uk")
    assert is_passive("Ліст падпісаны ", "be")


@pytest.mark.parametrize(
    ("marked", "kind", "language", "wanted"),
    [
        ("Speaking to the UN, *Foreign minister* Walid al-Moualem said it.", "title", "ru", "nom"),
        ("In a speech to Congress, *Putin* said it.", "person", "ru", "nom"),
        ("They met with Merkel, *Macron* and Tusk.", "person", "ru", "ins"),  # a list it is
        ("She becomes *president* of it.", "title", "uk", "ins"),
        ("He spoke before the *Senate* Judiciary Committee.", "organisation", "be", "gen"),
        ("He spoke in *London* Monday.", "place", "be", "loc"),
    ],
)
def test_a_cue_that_was_taken_for_another(marked: str, kind: str, language: str, wanted: str) -> None:
    assert cases(marked, kind, language)[0] == wanted

"""Alignments: what must hold for any two texts, and cases that a reader would decide the same way."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlate.alignment import Options, Side, align, judge
from xlate.errors import UsageError
from xlate.model import Alignment

ENGLISH = [
    "The president of Belarus met his Russian colleague in Moscow on Tuesday.",
    "They signed an agreement on the price of natural gas for 2027.",
    "The opposition called the agreement a betrayal.",
    "In Vilnius, about 3,000 people protested in front of the embassy.",
    "The weather was cold and windy.",
    "The minister of foreign affairs of Lithuania said that nothing would change.",
    "Trains between the two countries will run again from 1 March.",
    "Tickets cost 46 euros.",
]
RUSSIAN = [
    "Президент Беларуси встретился со своим российским коллегой в Москве во вторник.",
    "Они подписали соглашение о цене на природный газ на 2027 год.",
    "Оппозиция назвала соглашение предательством.",
    "В Вильнюсе около 3000 человек протестовали перед посольством.",
    "Погода была холодная и ветреная.",
    "Министр иностранных дел Литвы сказал, что ничего не изменится.",
    "Поезда между двумя странами снова будут ходить с 1 марта.",
    "Билеты стоят 46 евро.",
]

TEXTS = st.lists(st.sampled_from([*ENGLISH, "", "a", "1", "No."]) | st.text(max_size=30), max_size=9)


def kinds(alignment: Alignment) -> list[str]:
    return [bead.kind for bead in alignment.beads]


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_every_segment_once_and_in_order(source: list[str], target: list[str]) -> None:
    alignment = align(Side(source, "en"), Side(target, "ru"))  # `Alignment` refuses gaps and overlaps
    assert (alignment.n_source, alignment.n_target) == (len(source), len(target))
    assert all(0 <= bead.confidence <= 1 for bead in alignment.beads)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_swapped_sides_mirror_the_result(source: list[str], target: list[str]) -> None:
    left, right = Side(source, "en", target[: len(source)] + source[len(target) :]), Side(target, "ru")
    mirrored = align(right, left).mirrored()
    if (left.language, list(left.segments)) != (right.language, list(right.segments)):
        assert align(left, right) == mirrored


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(ENGLISH), min_size=1, max_size=8, unique=True))
def test_a_text_with_itself_is_one_to_one(text: list[str]) -> None:
    assert kinds(align(Side(text, "en"), Side(text, "en"))) == ["1-1"] * len(text)


def test_a_text_with_its_translation() -> None:
    assert kinds(align(Side(ENGLISH, "en"), Side(RUSSIAN, "ru"))) == ["1-1"] * 8


def test_the_same_with_a_given_translation_of_another_pair() -> None:
    alignment = align(Side(RUSSIAN, "de", ENGLISH), Side(ENGLISH, "fr", RUSSIAN))
    assert kinds(alignment) == ["1-1"] * 8


def test_an_omission_and_an_addition() -> None:
    target = [
        *RUSSIAN[:3],
        *RUSSIAN[4:6],
        "Депутат из Гомеля выступил против новой школы в своём районе.",
        *RUSSIAN[6:],
    ]
    alignment = align(Side(ENGLISH, "en"), Side(target, "ru"))
    assert [(b.source.start, b.target.start) for b in alignment.beads if b.kind == "1-0"] == [(3, 3)]
    assert [b.target.start for b in alignment.beads if b.kind == "0-1"] == [5]


def test_an_omission_beside_an_addition_is_no_pair() -> None:
    other = "Рецепт борща прост: свёкла, капуста и немного мяса."
    alignment = align(Side(ENGLISH, "en"), Side([*RUSSIAN[:2], other, *RUSSIAN[3:]], "ru"))
    assert sorted(kinds(alignment)) == ["0-1", "1-0", *["1-1"] * 7]


def test_two_sentences_in_one() -> None:
    target = [*RUSSIAN[:1], f"{RUSSIAN[1]} {RUSSIAN[2]}", *RUSSIAN[3:]]
    assert kinds(align(Side(ENGLISH, "en"), Side(target, "ru"))) == ["1-1", "2-1", *["1-1"] * 5]


def test_only_one_to_one_if_no_more_may_belong_together() -> None:
    target = [*RUSSIAN[:1], f"{RUSSIAN[1]} {RUSSIAN[2]}", *RUSSIAN[3:]]
    assert set(kinds(align(Side(ENGLISH, "en"), Side(target, "ru"), Options(most=2)))) <= {"1-1", "1-0", "0-1"}


@pytest.mark.parametrize(("source", "target"), [([], []), ([], RUSSIAN), (ENGLISH, [])])
def test_an_empty_side_leaves_the_other_alone(source: list[str], target: list[str]) -> None:
    alignment = align(Side(source, "en"), Side(target, "ru"))
    assert kinds(alignment) == ["1-0"] * len(source) + ["0-1"] * len(target)


def test_one_giant_paragraph_against_sentences() -> None:
    alignment = align(Side([" ".join(ENGLISH * 50)], "en"), Side(RUSSIAN * 50, "ru"))
    assert (alignment.n_source, alignment.n_target) == (1, 400)


def test_ten_to_one() -> None:
    alignment = align(Side(ENGLISH, "en"), Side(RUSSIAN[2:3], "ru"))
    assert [bead.source.start for bead in alignment.beads if bead.kind == "1-1"] == [2]


def test_many_insertions_in_a_row_are_stepped_over() -> None:
    other = [f"Депутат {k} говорил о погоде в деревне номер {k}." for k in range(300)]
    alignment = align(Side(ENGLISH, "en"), Side([*RUSSIAN[:4], *other, *RUSSIAN[4:]], "ru"))
    found = {(b.source.start, b.target.start) for b in alignment.beads if b.kind == "1-1"}
    assert {(0, 0), (1, 1), (6, 306), (7, 307)} <= found


def test_a_translation_has_as_many_segments_as_its_text() -> None:
    with pytest.raises(UsageError, match="has 1 segments, the text has 8"):
        Side(ENGLISH, "en", ["one"])


def test_paragraphs_are_a_hint() -> None:
    left = Side(["One.", "Two.", "Three."], "en", paragraphs=[0, 1, 2])
    right = Side(["Раз. Два.", "Три."], "ru", paragraphs=[0, 1])
    whole = [Side(side.segments, side.language, paragraphs=[0] * len(side.segments)) for side in (left, right)]
    merged = [bead for bead in align(left, right).beads if len(bead.source) == 2]
    before = [bead for bead in align(whole[0], whole[1]).beads if len(bead.source) == 2]
    assert sum(bead.confidence for bead in merged) <= sum(bead.confidence for bead in before)
    assert align(left, right) == align(right, left).mirrored()


def test_related_and_unrelated_texts_are_told_apart() -> None:
    unrelated = [
        "Кошка спит на диване.",
        "Рецепт борща прост: свёкла, капуста, мясо.",
        "Вчера дети играли в мяч до темноты.",
        "Бабушка вяжет носки из шерсти.",
        "В лесу много грибов и ягод.",
        "Старый дуб растёт у реки.",
        "Мы читаем книги по вечерам.",
        "Осенью птицы улетают на юг.",
    ]
    assert judge(Side(ENGLISH, "en"), Side(RUSSIAN, "ru")).related
    assert not judge(Side(ENGLISH, "en"), Side(unrelated, "ru")).related

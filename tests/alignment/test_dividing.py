"""Beads of several segments on both sides are cut where their parts belong together one by one, and only there."""

from __future__ import annotations

from tests.alignment.test_aligner import ENGLISH, RUSSIAN
from tests.alignment.test_opinion import Knowing
from xlate.alignment import Side, align
from xlate.alignment.dividing import divided
from xlate.model import Bead, Span


def test_two_pairs_in_one_bead_become_two_beads_with_its_confidence() -> None:
    whole = Bead(Span(0, 2), Span(0, 2), 0.6)
    assert divided([whole], ENGLISH, RUSSIAN, Knowing()) == (
        Bead(Span(0, 1), Span(0, 1), 0.6),
        Bead(Span(1, 2), Span(1, 2), 0.6),
    )


def test_sentences_that_were_taken_apart_anew_stay_together() -> None:
    source = [f"{ENGLISH[0]} {ENGLISH[1]}", ENGLISH[2]]
    target = [RUSSIAN[0], f"{RUSSIAN[1]} {RUSSIAN[2]}"]
    whole = Bead(Span(0, 2), Span(0, 2), 0.6)
    assert divided([whole], source, target, Knowing()) == (whole,)


def test_beads_with_one_segment_on_a_side_are_not_asked_about() -> None:
    model = Knowing()
    beads = (Bead(Span(0, 1), Span(0, 2)), Bead(Span(1, 1), Span(2, 3)), Bead(Span(1, 2), Span(3, 4)))
    assert divided(beads, ENGLISH, RUSSIAN, model) == beads
    assert model.asked == 0


def test_a_translation_that_went_to_the_neighbour_comes_back() -> None:
    apart = (Bead(Span(0, 1), Span(0, 0), 0.5), Bead(Span(1, 2), Span(0, 2), 0.7))
    assert divided(apart, ENGLISH, RUSSIAN, Knowing()) == (
        Bead(Span(0, 1), Span(0, 1), 0.5),
        Bead(Span(1, 2), Span(1, 2), 0.5),
    )
    right = (Bead(Span(0, 1), Span(0, 0), 0.5), Bead(Span(1, 2), Span(0, 2), 0.7))
    source, target = [ENGLISH[3], f"{ENGLISH[0]} {ENGLISH[1]}"], RUSSIAN[:2]
    assert divided(right, source, target, Knowing()) == right


def test_a_sentence_left_untranslated_is_its_own_counterpart() -> None:
    left = "The committee will publish its findings on the third of May."
    source = [*ENGLISH[:2], left, *ENGLISH[2:4]]
    target = [*RUSSIAN[:2], left, *RUSSIAN[2:4]]
    machine = ["ничего похожего здесь нет вовсе"] * len(source)
    beads = align(Side(source, "en", machine), Side(target, "ru")).beads
    assert (Span(2, 3), Span(2, 3)) in {(bead.source, bead.target) for bead in beads}

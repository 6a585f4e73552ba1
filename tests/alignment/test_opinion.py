"""Beads in doubt: what a model says of them, and that both ways round it says the same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tests.alignment.test_aligner import ENGLISH, RUSSIAN
from xlate.alignment import Options, Side, align
from xlate.alignment.opinion import MOST_ASKED, NOTHING, Mirrored, Pairs, doubtful, opinions, worths
from xlate.engines import Likelihood
from xlate.model import Span

TRANSLATIONS = dict(zip(ENGLISH, RUSSIAN, strict=True))


class Knowing:
    """Finds each word of a text likely (-1) if the other side has the sentence's translation, else unlikely (-6)."""

    def __init__(self) -> None:
        self.asked = 0

    def forward(self, pairs: Pairs) -> Sequence[Likelihood]:
        self.asked += len(pairs)
        return [_likelihood(right, [r for left, r in TRANSLATIONS.items() if left in said]) for said, right in pairs]

    def backward(self, pairs: Pairs) -> Sequence[Likelihood]:
        self.asked += len(pairs)
        return [_likelihood(left, [x for x, right in TRANSLATIONS.items() if right in said]) for left, said in pairs]


def _likelihood(text: str, explained: Sequence[str]) -> Likelihood:
    """A piece for each character, so that spans are easy to see."""
    known = {k for part in explained if part in text for k in range(text.index(part), text.index(part) + len(part))}
    return Likelihood(
        tuple(Span(k, k + 1) for k in range(len(text))), tuple(-1.0 if k in known else -6.0 for k in range(len(text)))
    )


def test_a_match_is_explained_and_others_are_not() -> None:
    match, other, half = opinions(Knowing(), ENGLISH, RUSSIAN, [(0, 1, 0, 1), (0, 1, 3, 4), (0, 1, 0, 2)])
    assert match.parts.min() > 0.8
    assert other.parts.max() == 0
    assert (half.parts > 0.8).tolist() == [True, True, False]  # source, its translation, and what does not belong there


def test_what_does_not_belong_there_makes_a_bead_worth_less() -> None:
    found = opinions(Knowing(), ENGLISH, RUSSIAN, [(0, 1, 0, 1), (0, 1, 3, 4), (0, 1, 0, 2)])
    match, other, half = worths(found, np.array([0.5, 0.5, 0.5], np.float32), 0.5)
    assert other < 0 < match
    assert half < match


def test_segments_without_pieces_say_nothing() -> None:
    [empty] = opinions(Knowing(), [""], [RUSSIAN[0]], [(0, 1, 0, 1)])
    assert np.isfinite(empty.worth(0.4, 0.5))


def test_of_very_many_beads_the_model_is_asked_about_those_most_in_doubt() -> None:
    chances = np.linspace(0.11, 0.89, 3 * MOST_ASKED, dtype=np.float32).reshape(3, -1)
    kinds, places = doubtful(chances)
    asked = chances[kinds, places]
    assert len(asked) == MOST_ASKED
    assert abs(asked - 0.5).max() < 0.14
    assert len(doubtful(chances[:1, :10])[0]) == 10


def test_nothing_in_doubt_is_worth_nothing() -> None:
    assert opinions(Knowing(), ENGLISH, RUSSIAN, []) == []
    assert not len(worths([], np.empty(0, np.float32), 0.5))


def test_a_mirrored_model_is_asked_the_other_way_round() -> None:
    pairs = [(RUSSIAN[0], ENGLISH[0]), (NOTHING, ENGLISH[1])]
    turned = [(right, left) for left, right in pairs]
    assert Mirrored(Knowing()).forward(pairs) == Knowing().backward(turned)
    assert Mirrored(Knowing()).backward(pairs) == Knowing().forward(turned)


def test_a_model_settles_what_is_in_doubt_both_ways_round() -> None:
    """Without a lexicon of the two languages there are only a name here and there, and lengths."""
    model = Knowing()
    other = "Рецепт борща прост: свёкла, капуста и немного мяса."
    source, target = Side(ENGLISH, "de"), Side([*RUSSIAN[:4], other, *RUSSIAN[5:]], "fr")
    forth = align(source, target, Options(model=model))
    assert sorted(bead.kind for bead in forth.beads) == ["0-1", "1-0", *["1-1"] * 7]
    assert model.asked
    assert align(target, source, Options(model=Mirrored(model))) == forth.mirrored()

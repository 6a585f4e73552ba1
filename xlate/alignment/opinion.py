"""What a translation model makes of the beads that are in doubt: how much each segment follows from the other side.

A weak model seldom writes what a person wrote, but of two sentences that people wrote it often knows which one follows
from the source.  ln P(segment | other side) less the same with a bare stop for the other side is what the other side
says of the segment (information, as in `xlate.coverage.judging`); over the latter, it is the part that is explained.
Each segment of a bead counts by the root of what there is to explain: of three words a model knows little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from xlate.alignment.bags import Floats, Ints
from xlate.engines import Likelihood
from xlate.model import Span

NOTHING = "."  # a side that says nothing
DOUBTFUL = (0.1, 0.9)  # chances of beads that the model is asked about (guessed)
MOST_ASKED = 2_000  # beads; 532 of two sides of 1,000 segments were in doubt, 70 ms each (news, en-ru, 2026-11-30)
MATCH, OTHER = 0.43, 0.19  # part explained in 1-1 beads and in others: en-ru, seed 11, 816 beads, 2026-11-29
LEAST_GAP = 0.1  # between the two: a model that hardly tells them apart says little (guessed)
PRIOR = 20  # beads that outweigh MATCH (guessed)
WHOLE = 100.0  # nats of a segment that counts as one, about 20 words (guessed)
HEAVIEST = 1.5  # what a segment counts at most (guessed)

Pairs = Sequence[tuple[str, str]]
Place = tuple[int, int, int, int]  # source segments from and to, target segments from and to


class Model(Protocol):
    """A model of the two languages in both directions."""

    def forward(self, pairs: Pairs) -> Sequence[Likelihood]:
        """How likely each target is, given its source."""
        ...

    def backward(self, pairs: Pairs) -> Sequence[Likelihood]:
        """How likely each source is, given its target; pairs are (source, target) here as well."""
        ...


@dataclass(frozen=True)
class Mirrored:
    """The model for sides that have changed places."""

    model: Model

    def forward(self, pairs: Pairs) -> Sequence[Likelihood]:
        return self.model.backward([(right, left) for left, right in pairs])

    def backward(self, pairs: Pairs) -> Sequence[Likelihood]:
        return self.model.forward([(right, left) for left, right in pairs])


@dataclass(frozen=True)
class Opinion:
    """Of the segments of a bead: the parts that the other side explains, about 0..1, and what each segment counts."""

    parts: Floats
    sizes: Floats

    def worth(self, match: float, needed: float) -> float:
        """Sum over the segments of what is explained beyond ``needed``, in units of OTHER (0) and ``match`` (1)."""
        sure = (self.parts - OTHER) / max(match - OTHER, LEAST_GAP)
        return float(((sure - needed) * self.sizes).sum())


def opinions(model: Model, source: Sequence[str], target: Sequence[str], places: Sequence[Place]) -> list[Opinion]:
    """The model's opinion of each bead."""
    pairs = [(" ".join(source[i:i_end]), " ".join(target[j:j_end])) for i, i_end, j, j_end in places]
    lefts, rights = (sorted({pair[side] for pair in pairs}) for side in (0, 1))
    left_alone = dict(zip(lefts, model.backward([(text, NOTHING) for text in lefts]), strict=True))
    right_alone = dict(zip(rights, model.forward([(NOTHING, text) for text in rights]), strict=True))
    given = zip(places, pairs, model.backward(pairs), model.forward(pairs), strict=True)
    return [
        _opinion(
            [
                *_explained(source[i:i_end], left, left_alone[pair[0]]),
                *_explained(target[j:j_end], right, right_alone[pair[1]]),
            ]
        )
        for (i, i_end, j, j_end), pair, left, right in given
    ]


def _opinion(segments: Sequence[tuple[float, float]]) -> Opinion:
    parts, nats = np.array(segments, np.float32).T
    return Opinion(parts, np.minimum(np.sqrt(nats / WHOLE), HEAVIEST))


def _explained(segments: Sequence[str], given: Likelihood, alone: Likelihood) -> list[tuple[float, float]]:
    """Of each segment the part, and the nats that there are to explain: none beyond what the model reads."""
    parts, start = [], 0
    for segment in segments:
        span = Span(start, start + len(segment) + 1)
        nats = -sum(alone.within(span))
        parts.append((1 + sum(given.within(span)) / nats if nats > 0 else 0.0, max(nats, 0.0)))
        start = span.end
    return parts


def worths(found: Sequence[Opinion], chances: Floats, needed: float) -> Floats:
    """What each opinion is worth; what a match looks like is seen from the beads, by how probable they are."""
    means = np.array([opinion.parts.mean() for opinion in found], np.float32)
    match = (float((means * chances).sum()) + PRIOR * MATCH) / (float(chances.sum()) + PRIOR)
    return np.array([opinion.worth(match, needed) for opinion in found], np.float32)


def doubtful(chances: Floats) -> tuple[Ints, Ints]:
    """Kind and cell of the beads in doubt; of very many, those most in doubt."""
    kinds, places = np.nonzero((chances > DOUBTFUL[0]) & (chances < DOUBTFUL[1]))
    if len(kinds) > MOST_ASKED:
        most = np.sort(np.argsort(np.abs(chances[kinds, places] - 0.5), kind="stable")[:MOST_ASKED])
        kinds, places = kinds[most], places[most]
    return kinds, places

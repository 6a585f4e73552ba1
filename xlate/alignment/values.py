"""How much a bead is worth: the log odds that its two sides belong together, against each segment standing alone.

    value = EVIDENCE x size x (shared - NEEDED) - length - MERGING x (segments - 2)

``shared`` is how far the sides share more than by chance (see `sharing`), scaled so that two segments at random have 0
and two that belong together 1 on average; ``size`` is the number of segments, or their mass, or in between.
``length`` is Gale and Church's: the squared difference of the lengths in characters over what is usual for texts that
long (A Program for Aligning Sentences in Bilingual Corpora, 1993).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xlate.alignment.bags import Floats
from xlate.alignment.corridor import Corridor
from xlate.alignment.evidence import Evidence

Kind = tuple[int, int]

NOTHING = np.float32(-1e30)  # the log of no chance; finite, because infinity minus infinity is not a number


@dataclass(frozen=True)
class Weights:
    """The parameters of a bead's value, in nats.

    One set for all texts, by random search (60 sets) for the mean F1 of Text+Berg 1957 with good and weak translations
    (422 beads) and of 24 disturbed documents of dev/news, en-ru with the model, en-uk and en-be without (about 440
    segments a side each), 2026-11-29.  Neighbouring sets within 20 % give figures within .015.
    """

    evidence: float = 7.0
    needed: float = 0.42
    length: float = 0.13
    length_cap: float = 6.0  # guessed
    merging: float = 1.5
    alone: float = -0.1  # on top of the log odds that a segment stands alone, which are found in the texts themselves
    by_mass: float = 0.25  # 0: a bead's size is its number of segments, 1: their mass
    paragraph: float = 1.0  # lost for every paragraph that begins inside a bead on one side only (guessed)
    likeness: float = 0.4  # share of letters in what is sure, the rest are words; where there is a translation


@dataclass(frozen=True)
class Scale:
    """What these two texts are like.

    ``match``: how far two segments that belong together share more than by chance (see `sharing`); ``alone``: the share
    of segments alone; ``ratio``: characters of the target that answer one of the source.
    """

    match: float
    alone: float = 0.1
    ratio: float = 1.0

    def alone_value(self, weights: Weights) -> float:
        """What a segment alone is worth."""
        return weights.alone + float(np.log(self.alone / (1 - self.alone)))


@dataclass(frozen=True)
class Measured:
    """All that values are computed from."""

    evidence: Evidence
    lengths: tuple[Floats, Floats]  # characters a segment
    kinds: tuple[Kind, ...]
    weights: Weights
    paragraph_starts: tuple[Floats | None, Floats | None] = (None, None)


def bead_kinds(most: int) -> tuple[Kind, ...]:
    """The kinds of beads with both sides and at most ``most`` segments, 1-1 first."""
    found = [(n, total - n) for total in range(2, most + 1) for n in range(1, total)]
    return tuple(sorted(found, key=lambda kind: (sum(kind), abs(kind[0] - kind[1]), kind)))


def sums(values: Floats) -> NDArray[np.float64]:
    return np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])


def cells(corridor: Corridor) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Row and column of every cell."""
    rows = np.repeat(np.arange(len(corridor.low)), corridor.widths)
    return rows, np.arange(len(rows)) - corridor.offsets[rows] + corridor.low[rows]


def values(measured: Measured, corridor: Corridor, shared: Floats, scale: Scale, alike: Floats | None = None) -> Floats:
    """(kinds, cells): log odds of each bead that ends in a cell; NOTHING where it would begin before the text."""
    weights = measured.weights
    rows, columns = cells(corridor)
    mass = [sums(measured.evidence.source.mass), sums(measured.evidence.target.mass)]
    length = [sums(side) for side in measured.lengths]
    ratio = np.sqrt(scale.ratio)
    found = np.empty_like(shared)
    for k, (n, m) in enumerate(measured.kinds):
        before = np.maximum(rows - n, 0), np.maximum(columns - m, 0)
        a, b = length[0][rows] - length[0][before[0]], length[1][columns] - length[1][before[1]]
        a, b = a * ratio, b / ratio
        off = np.minimum(weights.length * (a - b) ** 2 / (a + b + 1), weights.length_cap)
        off += weights.paragraph * _broken(measured, rows, columns, (n, m))
        heavy = mass[0][rows] - mass[0][before[0]] + mass[1][columns] - mass[1][before[1]]
        size = (n + m) * (np.maximum(heavy, 1e-3) / (n + m)) ** weights.by_mass
        sure = shared[k] / max(scale.match, 0.5)
        if alike is not None:
            sure = np.where(np.isnan(alike[k]), sure, (1 - weights.likeness) * sure + weights.likeness * alike[k])
        found[k] = weights.evidence * size / 2 * (sure - weights.needed) - off - weights.merging * (n + m - 2)
    found[np.isnan(found)] = NOTHING
    return found


def _broken(
    measured: Measured, rows: NDArray[np.int64], columns: NDArray[np.int64], kind: Kind
) -> NDArray[np.float64] | float:
    """Paragraphs that begin inside the bead on one side more than on the other; 0 unless both sides say where."""
    left, right = measured.paragraph_starts
    if left is None or right is None:
        return 0.0
    inside = []
    for starts, ends, size in ((left, rows, kind[0]), (right, columns, kind[1])):
        total = sums(starts)
        inside.append(total[ends] - total[np.clip(ends - size + 1, 0, ends)])
    return np.asarray(np.abs(inside[0] - inside[1]))


def lengths(texts: Sequence[str]) -> Floats:
    """Characters of each text, and one for its end."""
    return np.fromiter((len(text) + 1 for text in texts), np.float32, len(texts))

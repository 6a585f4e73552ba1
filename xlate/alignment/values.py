"""How much a bead is worth: the log odds that its two sides belong together, against each segment standing alone.

    value = EVIDENCE x size x (shared - NEEDED) - length - MERGING x (segments - 2)

``shared`` is the share of mass in common (Dice's coefficient, see `evidence`), scaled so that two segments at random
have 0 and two that belong together 1 on average; ``size`` is the number of segments, or their mass, or in between.
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
    """The parameters of a bead's value, in nats.  See the table of figures in docs/alignment.md."""

    evidence: float = 6.0
    needed: float = 0.3
    length: float = 0.12
    length_cap: float = 6.0
    merging: float = 2.2
    alone: float = 0.4  # on top of the log odds that a segment stands alone, which are found in the texts themselves
    by_mass: float = 0.25  # 0: a bead's size is its number of segments, 1: their mass
    likeness: float = 0.45  # share of letters in what is sure, the rest are words; where there is a translation


@dataclass(frozen=True)
class Scale:
    """What these two texts are like.

    Dice's coefficient of two segments at random and of two that belong together, the share of segments alone, and how
    many characters of the target answer one of the source.
    """

    chance: float
    match: float
    alone: float = 0.1
    ratio: float = 1.0

    def alone_value(self, weights: Weights) -> float:
        """What a segment alone is worth."""
        return weights.alone + float(np.log(self.alone / (1 - self.alone)))

    def sure(self, shared: Floats) -> Floats:
        """0 for as much as chance gives, 1 for as much as a match; by ratio: thrice chance is no chance."""
        chance = max(self.chance, 0.01)
        whole = np.log((max(self.match, 2 * chance) + chance) / (2 * chance))
        return np.asarray(np.log((shared + chance) / (2 * chance)) / whole, np.float32)


@dataclass(frozen=True)
class Measured:
    """All that values are computed from."""

    evidence: Evidence
    lengths: tuple[Floats, Floats]  # characters a segment
    kinds: tuple[Kind, ...]
    weights: Weights


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
        heavy = mass[0][rows] - mass[0][before[0]] + mass[1][columns] - mass[1][before[1]]
        size = (n + m) * (np.maximum(heavy, 1e-3) / (n + m)) ** weights.by_mass
        sure = scale.sure(shared[k])
        if alike is not None:
            sure = np.where(np.isnan(alike[k]), sure, (1 - weights.likeness) * sure + weights.likeness * alike[k])
        found[k] = weights.evidence * size / 2 * (sure - weights.needed) - off - weights.merging * (n + m - 2)
    found[np.isnan(found)] = NOTHING
    return found


def lengths(texts: Sequence[str]) -> Floats:
    """Characters of each text, and one for its end."""
    return np.fromiter((len(text) + 1 for text in texts), np.float32, len(texts))

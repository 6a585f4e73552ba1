"""How much a bead is worth: the log odds that its two sides belong together, against each segment standing alone.

    value = EVIDENCE x clarity x size x (sure - NEEDED) - length - MERGING x (segments - 2) - BOTH

``sure`` is how far the sides share more than by chance (see `sharing`), scaled so that two segments at random have 0
and two that belong together 1 on average; ``clarity`` is how little the latter vary in these texts, so that a weak
translation proves less; ``size`` is the number of segments, or their mass, or in between; BOTH is lost by a bead with
several segments on both sides.
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

USUAL = 0.28  # spread of what is sure: .24 to .30 in dev/news and Text+Berg good, .41 in Text+Berg weak, 2026-11-29
CLARITY = (0.3, 1.3)  # at least and at most (guessed)
NOTHING = np.float32(-1e30)  # the log of no chance; finite, because infinity minus infinity is not a number


@dataclass(frozen=True)
class Weights:
    """The parameters of a bead's value, in nats.

    One set for all texts: maximum likelihood of the gold beads as a start (Text+Berg 1957 with good and weak
    translations, 422 beads; every second document of dev/news disturbed with seed 11, three languages, with the model
    and without, about 500 segments a side each), then a dozen sets by F1 on the same, 2026-11-29.  Neighbouring sets
    within 20 % give figures within .015.  ``opinion`` and ``explained``: the best of 18 sets on the same news with the
    model; .963 to .974 for all, .956 unasked.  About 20 sets of other forms (only the segment that is explained least,
    no sizes) were worse.  Documents and seeds that were not fitted on: .953 to .981.
    """

    evidence: float = 12.0
    needed: float = 0.55
    length: float = 0.16
    length_cap: float = 6.0
    merging: float = 1.3
    both: float = 0.4
    by_mass: float = 0.3  # 0: a bead's size is its number of segments, 1: their mass
    paragraph: float = 1.0  # lost for every paragraph that begins inside a bead on one side only (guessed)
    likeness: float = 0.5  # share of letters in what is sure, the rest are words; where there is a translation
    opinion: float = 1.4  # nats for a segment that a model explains, where it is asked
    explained: float = 0.1  # what it needs to explain: 0 of what is no bead, 1 of a bead on average


@dataclass(frozen=True)
class Scale:
    """What these two texts are like.

    ``match``: how far two segments that belong together share more than by chance (see `sharing`); ``alone``: the share
    of segments alone, of the source and of the target; ``ratio``: characters of the target for one of the source;
    ``spread``: standard deviation of what is ``sure`` of segments that belong together.
    """

    match: float
    alone: tuple[float, float] = (0.1, 0.1)
    ratio: float = 1.0
    spread: float = 0.33

    @property
    def clarity(self) -> float:
        """1 for texts as those that the weights were fitted on, less where matches vary more."""
        return float(np.clip((USUAL / self.spread) ** 2, *CLARITY))

    def alone_values(self) -> tuple[float, float]:
        """What a segment alone is worth, of the source and of the target."""
        left, right = (float(np.log(share / (1 - share))) for share in self.alone)
        return left, right


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
        off: NDArray[np.float64] = np.minimum(weights.length * (a - b) ** 2 / (a + b + 1), weights.length_cap)
        off += weights.paragraph * _broken(measured, rows, columns, (n, m))
        heavy = mass[0][rows] - mass[0][before[0]] + mass[1][columns] - mass[1][before[1]]
        size = (n + m) * (np.maximum(heavy, 1e-3) / (n + m)) ** weights.by_mass
        sure = sureness(shared[k], scale, weights, None if alike is None else alike[k])
        proof = scale.clarity * weights.evidence * size / 2 * (sure - weights.needed)
        found[k] = proof - off - weights.merging * (n + m - 2) - weights.both * (min(n, m) > 1)
    found[np.isnan(found)] = NOTHING
    return found


def sureness(shared: Floats, scale: Scale, weights: Weights, alike: Floats | None) -> Floats:
    """How sure it is that sides belong together: 0 by chance, 1 for a match on average; with letters where known."""
    words = shared / max(scale.match, 0.5)
    if alike is None:
        return words
    return np.where(np.isnan(alike), words, (1 - weights.likeness) * words + weights.likeness * alike)


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

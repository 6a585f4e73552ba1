"""What two texts are like: how alike a match is, how many segments stand alone, how long a translation is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from xlate.alignment.bags import Floats
from xlate.alignment.corridor import Corridor
from xlate.alignment.lattice import Doubles
from xlate.alignment.programme import Chances
from xlate.alignment.values import Measured, Scale, Weights, cells, sureness

SURE = 0.9  # probability of a 1-1 bead that shows what a match looks like in these texts (guessed)
PRIOR = 10  # sure beads that outweigh what is guessed before: GUESS, and ALIKE above chance (guessed)
RATIO = (0.7, 1.4)  # of two alphabets; Chinese and Japanese find their own (guessed)
ALONE = (0.01, 0.5)  # share of segments alone, at least and at most (guessed)
GUESS = 1.8  # log of what a match shares over chance: Text+Berg and dev/news with any translation, 2026-11-29


def first_scale(measured: Measured) -> Scale:
    """Before anything is aligned."""
    return Scale(GUESS, ratio=_ratio(measured))


def rescaled(scale: Scale, shared: Floats, found: Chances, corridor: Corridor, measured: Measured) -> Scale:
    """The scale by what was found, with what was guessed before as `PRIOR` more segments."""
    sure = found.beads[0] > SURE
    match = (np.sum(shared[sure]) + PRIOR * scale.match) / (sure.sum() + PRIOR)
    rows, columns = (places[sure] - 1 for places in cells(corridor))
    mean = float(measured.lengths[0].mean())
    longer = measured.lengths[1][columns].sum() + PRIOR * mean * scale.ratio
    ratio = float(longer / (measured.lengths[0][rows].sum() + PRIOR * mean))
    alone = _alone(found.source_alone, scale.alone[0]), _alone(found.target_alone, scale.alone[1])
    return replace(scale, match=float(match), alone=alone, ratio=ratio)


def spread(scale: Scale, shared: Floats, found: Chances, weights: Weights, alike: Floats | None) -> float:
    """Standard deviation of what is sure of 1-1 beads, by how probable they are."""
    chance = found.beads[0]
    sure = np.nan_to_num(sureness(shared[0], scale, weights, None if alike is None else alike[0]))
    n = float(chance.sum())
    mean = float((chance * sure).sum()) / max(n, 1e-6)
    squares = float((chance * (sure - mean) ** 2).sum())
    return float(np.sqrt((squares + PRIOR * scale.spread**2) / (n + PRIOR)))


def _alone(found: Doubles, before: float) -> float:
    """The share of segments alone; ``found`` by row or column, from 0."""
    return float(np.clip((found.sum() + PRIOR * before) / (len(found) - 1 + PRIOR), *ALONE))


def _ratio(measured: Measured) -> float:
    """Characters of the target for one of the source by the whole texts, but no more than languages differ."""
    left, right = (float(side.sum()) for side in measured.lengths)
    return float(np.clip(right / left, *RATIO))

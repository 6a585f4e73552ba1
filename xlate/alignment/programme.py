"""The dynamic programme: sums over all paths through the corridor, and what they say of each bead.

A path goes from (0, 0) to (n, m) by beads; where segments of both sides stand alone in a row, those of the source come
first, so that no path counts twice.  Going over all paths forth and back gives the probability of each bead (Durbin,
Eddy, Krogh, Mitchison, Biological Sequence Analysis, 1998, ch. 4).
Two sums are kept for each cell: ``open``, over paths that may go on with a source segment alone, and ``all``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xlate.alignment.lattice import Doubles, Lattice, outside
from xlate.alignment.values import NOTHING


@dataclass(frozen=True)
class Sums:
    """Logs of sums over paths, by cell and for the outside."""

    open: Doubles
    all: Doubles


@dataclass(frozen=True)
class Chances:
    """Probabilities 0..1: of beads (kinds, cells), of source segments alone by row, of target segments by column."""

    beads: NDArray[np.float32]
    source_alone: Doubles
    target_alone: Doubles


def forth(lattice: Lattice) -> Sums:
    """Over all paths from the beginning to each cell."""
    sums, offsets = _empty(lattice), lattice.corridor.offsets.tolist()
    steps = tuple((-n, -m) for n, m in (*lattice.kinds, (1, 0)))
    for start, end in lattice.blocks():
        near = lattice.neighbours(start, end, steps)
        for i in range(start, end):
            cells = slice(offsets[i], offsets[i + 1])
            here = near[:, offsets[i] - offsets[start] : offsets[i + 1] - offsets[start]]
            terms = np.empty(here.shape)
            terms[:-1] = sums.all[here[:-1]] + lattice.values[:, cells]
            terms[-1] = sums.open[here[-1]] + lattice.alone[0]
            if not i:
                terms[-1, 0] = 0.0
            slope = np.arange(here.shape[1]) * lattice.alone[1]
            sums.open[cells] = total = _log_sum(terms)
            sums.all[cells] = np.logaddexp.accumulate(total - slope) + slope
    return sums


def back(lattice: Lattice) -> Sums:
    """Over all paths from each cell to the end: ``open`` for any state, ``all`` for after a target segment alone."""
    sums, offsets = _empty(lattice), lattice.corridor.offsets.tolist()
    last = len(offsets) - 2
    values = np.concatenate([lattice.values, np.full((len(lattice.kinds), 1), NOTHING)], axis=1)
    kind = np.arange(len(lattice.kinds))[:, None]
    for start, end in lattice.blocks(backwards=True):
        near = lattice.neighbours(start, end, (*lattice.kinds, (1, 0)))
        for i in range(end - 1, start - 1, -1):
            cells = slice(offsets[i], offsets[i + 1])
            here = near[:, offsets[i] - offsets[start] : offsets[i + 1] - offsets[start]]
            terms = sums.open[here[:-1]] + values[kind, here[:-1]]
            if i == last:
                terms[0, -1] = 0.0
            slope = np.arange(here.shape[1]) * lattice.alone[1]
            after = np.logaddexp.accumulate((_log_sum(terms) + slope)[::-1])[::-1] - slope
            sums.all[cells] = after
            sums.open[cells] = np.logaddexp(after, sums.open[here[-1]] + lattice.alone[0])
    return sums


def chances(lattice: Lattice) -> Chances:
    """The probability of every bead, over all paths."""
    before, after = forth(lattice), back(lattice)
    whole = before.all[-2]
    offsets, low = lattice.corridor.offsets, lattice.corridor.low
    beads = np.zeros(lattice.values.shape, np.float32)
    source, target = np.zeros(len(low)), np.zeros(int(lattice.corridor.high[-1]))
    steps = tuple((-n, -m) for n, m in (*lattice.kinds, (1, 0), (0, 1)))
    for start, end in lattice.blocks():
        cells = slice(offsets[start], offsets[end])
        near = lattice.neighbours(start, end, steps)
        rows = np.repeat(np.arange(start, end), lattice.corridor.widths[start:end])
        columns = np.arange(offsets[start], offsets[end]) - offsets[rows] + low[rows]
        here = after.open[cells] - whole
        beads[:, cells] = _chance(before.all[near[:-2]] + lattice.values[:, cells] + here)
        source += np.bincount(rows, _chance(before.open[near[-2]] + lattice.alone[0] + here), minlength=len(source))
        alone = _chance(before.all[near[-1]] + lattice.alone[1] + after.all[cells] - whole)
        target += np.bincount(columns, alone, minlength=len(target))
    return Chances(beads, np.minimum(source, 1.0), np.minimum(target, 1.0))


def _empty(lattice: Lattice) -> Sums:
    return Sums(outside(lattice), outside(lattice))


def _chance(logs: Doubles) -> Doubles:
    return np.exp(np.minimum(logs, 0.0))


def _log_sum(terms: Doubles) -> Doubles:
    best = terms.max(axis=0)
    return np.asarray(best + np.log(np.exp(terms - best).sum(axis=0)))

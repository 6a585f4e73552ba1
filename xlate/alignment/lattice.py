"""The corridor's cells with what beads are worth there, and the best path through them.

A path goes from (0, 0) to (n, m) by beads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xlate.alignment.bags import Ints
from xlate.alignment.corridor import Corridor
from xlate.alignment.values import NOTHING, Kind

Doubles = NDArray[np.float64]
BLOCK = 256  # rows whose neighbours are looked up together


@dataclass(frozen=True)
class Lattice:
    """What beads are worth: ``values[k, cell]`` for kind k ending in the cell, ``alone`` for a segment by
    itself, of the source and of the target.

    Arrays by cell that are read through ``neighbours`` have one cell more, the outside: NOTHING.
    """

    corridor: Corridor
    kinds: tuple[Kind, ...]
    values: NDArray[np.float32]
    alone: tuple[float, float]

    def blocks(self, *, backwards: bool = False) -> Iterator[tuple[int, int]]:
        """Ranges of rows."""
        n_rows = len(self.corridor.low)
        starts = range(0, n_rows, BLOCK)
        return ((start, min(start + BLOCK, n_rows)) for start in (reversed(starts) if backwards else starts))

    def neighbours(self, start: int, end: int, steps: tuple[Kind, ...]) -> Ints:
        """(steps, cells of the rows ``start`` to ``end``): the cell that is a step away, -1 if it is outside."""
        low, high, offsets = self.corridor.low, self.corridor.high, self.corridor.offsets
        rows = np.repeat(np.arange(start, end), self.corridor.widths[start:end])
        columns = np.arange(offsets[start], offsets[end]) - offsets[rows] + low[rows]
        found = np.empty((len(steps), len(rows)), np.int64)
        for k, (n, m) in enumerate(steps):
            row, column = np.clip(rows + n, 0, len(low) - 1), columns + m
            inside = (row == rows + n) & (low[row] <= column) & (column < high[row])
            found[k] = np.where(inside, offsets[row] + column - low[row], -1)
        return found


def best_path(lattice: Lattice, source_alone: Doubles, target_alone: Doubles) -> list[tuple[int, int]]:
    """Corners of the path with the greatest sum of values; ``alone`` by row and by column.  (0, 0) first."""
    best, offsets, low = outside(lattice), lattice.corridor.offsets.tolist(), lattice.corridor.low.tolist()
    steps = tuple((-n, -m) for n, m in (*lattice.kinds, (1, 0)))
    for start, end in lattice.blocks():
        near = lattice.neighbours(start, end, steps)
        for i in range(start, end):
            cells = slice(offsets[i], offsets[i + 1])
            here = near[:, offsets[i] - offsets[start] : offsets[i + 1] - offsets[start]]
            terms = best[here]
            terms[:-1] += lattice.values[:, cells]
            terms[-1] += source_alone[i]
            if not i:
                terms[-1, 0] = 0.0
            slope = np.cumsum(target_alone[low[i] : low[i] + here.shape[1]])
            best[cells] = np.maximum.accumulate(terms.max(axis=0) - slope) + slope
    return _traced(lattice, best, source_alone, target_alone)


def _traced(lattice: Lattice, best: Doubles, source_alone: Doubles, target_alone: Doubles) -> list[tuple[int, int]]:
    low, high, offsets = (
        part.tolist() for part in (lattice.corridor.low, lattice.corridor.high, lattice.corridor.offsets)
    )
    i, j = len(low) - 1, high[-1] - 1
    path = [(i, j)]

    def at(i: int, j: int) -> float:
        return float(best[offsets[i] + j - low[i]] if i >= 0 and low[i] <= j < high[i] else NOTHING)

    while i or j:
        cell = offsets[i] + j - low[i]
        steps = [(at(i - n, j - m) + float(lattice.values[k, cell]), n, m) for k, (n, m) in enumerate(lattice.kinds)]
        steps += [(at(i - 1, j) + float(source_alone[i]), 1, 0), (at(i, j - 1) + float(target_alone[j]), 0, 1)]
        _, n, m = max(steps, key=lambda step: step[0])
        i, j = i - n, j - m
        path.append((i, j))
    return path[::-1]


def outside(lattice: Lattice) -> Doubles:
    """NOTHING for every cell and for the outside."""
    return np.full(int(lattice.corridor.offsets[-1]) + 1, NOTHING, np.float64)

"""How much of their mass the two sides of a bead share, for every bead in the corridor, by blocks of rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from xlate.alignment.bags import Floats, common
from xlate.alignment.corridor import Corridor
from xlate.alignment.evidence import Evidence
from xlate.alignment.values import Kind, sums

BLOCK = 64  # rows worked on at a time


def dice(evidence: Evidence, kinds: Sequence[Kind], corridor: Corridor) -> Floats:
    """(kinds, cells): shared mass of each bead that ends in a cell; NaN where it would begin before the text."""
    offsets = corridor.offsets
    found = np.full((len(kinds), int(offsets[-1])), np.nan, np.float32)
    for start, end in _blocks(corridor):
        for k, block in enumerate(_block_dice(evidence, kinds, corridor, start, end)):
            column = int(corridor.low[start])
            for i in range(start, end):
                low, high = int(corridor.low[i]), int(corridor.high[i])
                found[k, offsets[i] : offsets[i + 1]] = block[i - start, low - column : high - column]
    return found


def _blocks(corridor: Corridor) -> Iterator[tuple[int, int]]:
    n_rows = len(corridor.low)
    return ((start, min(start + BLOCK, n_rows)) for start in range(0, n_rows, BLOCK))


def _block_dice(
    evidence: Evidence, kinds: Sequence[Kind], corridor: Corridor, start: int, end: int
) -> Iterator[Floats]:
    """For each kind the rows ``start`` to ``end`` by all columns between the lowest and the highest of them."""
    reach = max(max(kind) for kind in kinds)
    first, last = int(corridor.low[start]), int(corridor.high[end - 1])
    row, column = max(start - reach, 0), max(first - reach, 0)
    shared = common(evidence.source, (row, end - 1), evidence.target, (column, last - 1))
    total = np.zeros((shared.shape[0] + 1, shared.shape[1] + 1))
    total[1:, 1:] = shared.cumsum(0, dtype=np.float64).cumsum(1)
    left, right = sums(evidence.source.mass), sums(evidence.target.mass)
    rows, columns = np.arange(start, end), np.arange(first, last)
    for n, m in kinds:
        block = np.full((len(rows), len(columns)), np.nan, np.float32)
        r, c = rows[rows >= n], columns[columns >= m]
        if len(r) and len(c):
            ends = np.ix_(r - row, c - column)
            corner = np.ix_(r - n - row, c - m - column)
            inside = total[ends] - total[np.ix_(r - n - row, c - column)] - total[np.ix_(r - row, c - m - column)]
            mass = (left[r] - left[r - n])[:, None] + (right[c] - right[c - m])[None, :]
            block[len(rows) - len(r) :, len(columns) - len(c) :] = 2 * (inside + total[corner]) / np.maximum(mass, 1e-9)
        yield block


def chance(evidence: Evidence, n: int = 256) -> float:
    """Dice's coefficient of two segments at random."""
    picks = [
        np.unique(np.linspace(0, side.n - 1, min(n, side.n)).astype(int)) for side in (evidence.source, evidence.target)
    ]
    if not all(len(pick) for pick in picks):
        return 0.0
    found = [
        common(evidence.source, (i, i + 1), evidence.target, (0, evidence.target.n))[0, picks[1]] for i in picks[0][::8]
    ]
    mass = evidence.source.mass[picks[0][::8]][:, None] + evidence.target.mass[picks[1]][None, :]
    return float(np.median(2 * np.array(found) / np.maximum(mass, 1e-9)))

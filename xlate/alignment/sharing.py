"""How much the two sides of a bead share beyond chance, for every bead in the corridor, by blocks of rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from xlate.alignment.bags import Floats, common
from xlate.alignment.corridor import Corridor
from xlate.alignment.evidence import Evidence
from xlate.alignment.values import Kind

BLOCK = 64  # rows worked on at a time
FEW, USUAL = 10, 0.02  # .008 to .030 in Text+Berg and dev/news, with a translation and without, 2026-11-29
LEAST = 0.01  # what two segments share by chance, at least: with less, one common word would be a proof (guessed)


def shares(evidence: Evidence, kinds: Sequence[Kind], corridor: Corridor, by_chance: float) -> Floats:
    """(kinds, cells): how far the bead that ends in a cell shares more than chance gives; NaN where none can end.

    For each segment of the bead, the log of the part of its mass that the other side has over the part that a side of
    that mass has by chance; the mean of the segments.  So a segment that adds nothing to a bead pulls it down, however
    much the others share.
    """
    offsets = corridor.offsets
    found = np.full((len(kinds), int(offsets[-1])), np.nan, np.float32)
    for start, end in _blocks(corridor):
        tile = _tile(evidence, corridor, start, end, max(map(max, kinds)))
        first = int(corridor.low[start])
        for k, kind in enumerate(kinds):
            block = _block(tile, kind, max(by_chance, LEAST))
            for i in range(start, end):
                low, high = int(corridor.low[i]), int(corridor.high[i])
                found[k, offsets[i] : offsets[i + 1]] = block[i - start, low - first : high - first]
    return found


def _blocks(corridor: Corridor) -> Iterator[tuple[int, int]]:
    n_rows = len(corridor.low)
    return ((start, min(start + BLOCK, n_rows)) for start in range(0, n_rows, BLOCK))


@dataclass(frozen=True)
class _Tile:
    """What single segments share, ``reach`` more at the beginning than beads end in; outside of the texts nothing."""

    shared: Floats
    left: Floats  # mass of the rows, NaN outside of the text
    right: Floats
    reach: int


def _tile(evidence: Evidence, corridor: Corridor, start: int, end: int, reach: int) -> _Tile:
    first, last = int(corridor.low[start]), int(corridor.high[end - 1])
    row, column = max(start - reach, 0), max(first - reach, 0)
    inside = common(evidence.source, (row, end - 1), evidence.target, (column, last - 1))
    shared = np.zeros((end - 1 - start + reach, last - 1 - first + reach), np.float32)
    shared[row - start + reach :, column - first + reach :] = inside
    left, right = (np.full(n, np.nan, np.float32) for n in shared.shape)
    left[row - start + reach :] = evidence.source.mass[row : end - 1]
    right[column - first + reach :] = evidence.target.mass[column : last - 1]
    return _Tile(shared, left, right, reach)


def _block(tile: _Tile, kind: Kind, by_chance: float) -> Floats:
    """The beads of a kind that end after each row and column of the tile, ``reach`` left out."""
    n, m = kind
    whole = _windows(tile.left, n), _windows(tile.right, m)
    by_rows = _logs(_windows(tile.shared.T, m).T, tile.left[:, None], whole[1][None, :], by_chance)
    by_columns = _logs(_windows(tile.shared, n), tile.right[None, :], whole[0][:, None], by_chance)
    mean = (_windows(by_rows, n) + _windows(by_columns.T, m).T) / (n + m)
    return np.asarray(mean[tile.reach - n :, tile.reach - m :], np.float32)


def _logs(shared: Floats, mass: Floats, other: Floats, by_chance: float) -> Floats:
    part = shared / np.maximum(mass, 1e-6)
    return np.asarray(np.log((part + by_chance) / (by_chance * (1 + other))), np.float32)


def _windows(values: Floats, size: int) -> Floats:
    """Sums of ``size`` neighbours along the first axis: one row less than there are neighbours missing."""
    n = len(values) - size + 1
    return np.asarray(sum(values[k : k + n] for k in range(size)), np.float32)


def chance(evidence: Evidence, n: int = 256) -> float:
    """Dice's coefficient of two segments at random: of ``n`` of either side and of `FEW` that share what is usual.

    The latter count in texts of a few segments, where two at random belong together.
    """
    picks = [
        np.unique(np.linspace(0, side.n - 1, min(n, side.n)).astype(int)) for side in (evidence.source, evidence.target)
    ]
    if not all(len(pick) for pick in picks):
        return 0.0
    left, right = evidence.source.picked(picks[0][::8]), evidence.target.picked(picks[1])
    mass = left.mass[:, None] + right.mass[None, :]
    dice = 2 * common(left, (0, left.n), right, (0, right.n)) / np.maximum(mass, 1e-9)
    return float(np.median(np.append(dice, np.full(FEW, USUAL))))

"""Segments as bags of weighted features, and what two stretches of segments have in common, tile by tile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Bags:
    """Features of n segments: those of segment i are ``ids[starts[i]:starts[i + 1]]``; ``mass`` is n weights in all."""

    starts: Ints
    ids: Ints
    weights: Floats
    mass: Floats

    @property
    def n(self) -> int:
        return len(self.mass)

    def rows(self, start: int, end: int) -> tuple[Ints, Ints, Floats]:
        """Row (from 0), feature and weight of every entry of segments ``start`` to ``end``."""
        place = slice(self.starts[start], self.starts[end])
        counts = np.diff(self.starts[start : end + 1])
        return np.repeat(np.arange(end - start), counts), self.ids[place], self.weights[place]

    def picked(self, segments: Ints) -> Bags:
        """The bags of some segments."""
        counts = np.diff(self.starts)[segments]
        starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        places = np.arange(int(starts[-1])) + np.repeat(self.starts[segments] - starts[:-1], counts)
        return Bags(starts, self.ids[places], self.weights[places], self.mass[segments])


def counted(rows: Sequence[Sequence[int]]) -> tuple[Ints, Ints]:
    """(starts, ids) of plain features."""
    counts = np.fromiter(map(len, rows), np.int64, len(rows))
    ids = np.fromiter(chain.from_iterable(rows), np.int64, int(counts.sum()))
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64), ids


def stacked(parts: Sequence[Bags], sizes: Sequence[int]) -> Bags:
    """One bag a segment with the features of all parts; ``sizes`` are the numbers of features of each part."""
    n = parts[0].n
    offsets = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
    rows = np.concatenate([np.repeat(np.arange(n), np.diff(part.starts)) for part in parts])
    order = np.argsort(rows, kind="stable")
    counts = np.bincount(rows, minlength=n)
    return Bags(
        np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        np.concatenate([part.ids + offset for part, offset in zip(parts, offsets, strict=True)])[order],
        np.concatenate([part.weights for part in parts])[order],
        np.sum([part.mass for part in parts], axis=0, dtype=np.float32),
    )


def common(left: Bags, rows: tuple[int, int], right: Bags, columns: tuple[int, int]) -> Floats:
    """Sum over shared features of the product of weights, for every pair of the two ranges: (rows, columns)."""
    row, row_ids, row_weights = left.rows(*rows)
    column, column_ids, column_weights = right.rows(*columns)
    shared = _in_both(row_ids, column_ids)
    if not len(shared):
        return np.zeros((rows[1] - rows[0], columns[1] - columns[0]), np.float32)
    dense_left = _dense(row, row_ids, row_weights, rows[1] - rows[0], shared)
    dense_right = _dense(column, column_ids, column_weights, columns[1] - columns[0], shared)
    return np.asarray(dense_left @ dense_right.T, np.float32)


def _in_both(left: Ints, right: Ints) -> Ints:
    if not len(left) or not len(right):
        return np.empty(0, np.int64)
    marks = np.zeros((2, 1 + max(int(left.max()), int(right.max()))), bool)
    marks[0, left] = True
    marks[1, right] = True
    return np.flatnonzero(marks[0] & marks[1])


def _dense(rows: Ints, ids: Ints, weights: Floats, n: int, shared: Ints) -> Floats:
    place = np.full(max(int(shared[-1]), int(ids.max())) + 1, -1, np.int64)
    place[shared] = np.arange(len(shared))
    at = place[ids]
    known = at >= 0
    dense = np.zeros((n, len(shared)), np.float32)
    dense[rows[known], at[known]] = weights[known]
    return dense

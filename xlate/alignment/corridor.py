"""Which cells the path may pass: for every number of source segments the target segments that may be done by then.

Two segments that share what hardly anybody else has are a vote that they belong together.  The heaviest chain of votes
that never goes back gives fixed points; between two of them the path may go anywhere in their rectangle, if it is not
too large, else along its diagonal.  Work and memory are linear in the length of the texts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from xlate.alignment.bags import Bags, Ints
from xlate.alignment.evidence import Evidence

RARE = 3  # segments of a side that may have a feature that votes (guessed; 2 and 5 give the same paths on dev/news)
LEAST_VOTE = 0.25  # share of the mean mass of a segment that a fixed point needs (guessed)
MARGIN = 8  # segments to either side of what the fixed points allow (guessed)
RECTANGLE = 250_000  # cells of a rectangle that are all looked at: 500 x 500
SLACK = 150  # segments to either side of the diagonal of a larger rectangle


@dataclass(frozen=True)
class Corridor:
    """Half-open range of columns for rows 0..n: ``low[i] <= j < high[i]``; both never fall; 0,0 and n,m are inside."""

    low: Ints
    high: Ints

    @property
    def widths(self) -> Ints:
        return self.high - self.low

    @property
    def offsets(self) -> Ints:
        """Where each row begins in a flat array of all cells, and the number of cells."""
        return np.concatenate([[0], np.cumsum(self.widths)])


def wide(evidence: Evidence) -> Corridor:
    """Around the fixed points."""
    n, m = evidence.source.n, evidence.target.n
    points = [(0, 0), *((i, j) for i, j in fixed_points(evidence) if i and j), (n, m)]
    low, high = np.full(n + 1, m, np.int64), np.zeros(n + 1, np.int64)
    for (i, j), (i_end, j_end) in pairwise(points):
        rows = np.arange(i, i_end + 1)
        if (i_end - i) * (j_end - j) <= RECTANGLE or i_end == i:
            first, last = np.full(len(rows), j), np.full(len(rows), j_end)
        else:
            middle = j + (rows - i) * (j_end - j) // (i_end - i)
            step = (j_end - j) // (i_end - i) + SLACK
            first, last = np.maximum(middle - step, j), np.minimum(middle + step, j_end)
        low[rows], high[rows] = np.minimum(low[rows], first), np.maximum(high[rows], last)
    return _widened(low, high, m, MARGIN)


def around(path: Sequence[tuple[int, int]], n: int, m: int, margin: int) -> Corridor:
    """``margin`` segments to either side of a path of (source, target) corners."""
    low, high = np.full(n + 1, m, np.int64), np.zeros(n + 1, np.int64)
    for (i, j), (i_end, j_end) in pairwise(path):
        low[i : i_end + 1] = np.minimum(low[i : i_end + 1], j)
        high[i : i_end + 1] = np.maximum(high[i : i_end + 1], j_end)
    return _widened(low, high, m, margin)


def _widened(low: Ints, high: Ints, m: int, margin: int) -> Corridor:
    """Room above and below as well: a row may go where its ``margin`` neighbours may."""
    n = len(low) - 1
    low = np.minimum.accumulate(low[::-1])[::-1]
    high = np.maximum.accumulate(high)
    rows = np.arange(n + 1)
    low = low[np.maximum(rows - margin, 0)] - margin
    high = high[np.minimum(rows + margin, n)] + margin
    low[0], high[n] = 0, m
    return Corridor(np.maximum(low, 0), np.minimum(high, m) + 1)


def fixed_points(evidence: Evidence) -> list[tuple[int, int]]:
    """Corners (source, target) that the path is likely to pass: the ends of segments in the heaviest chain of votes."""
    rows, columns, votes = _votes(evidence)
    strong = votes >= LEAST_VOTE
    rows, columns, votes = rows[strong], columns[strong], votes[strong]
    order = np.lexsort((-columns, rows))  # within a row backwards, so that a chain takes one of it
    return _heaviest_chain(rows[order].tolist(), columns[order].tolist(), votes[order].tolist())


def _votes(evidence: Evidence) -> tuple[Ints, Ints, np.ndarray]:
    """Source segment, target segment and the weight of what only they share."""
    sides = [_rare(part, evidence.n_features) for part in (evidence.source, evidence.target)]
    (rows, row_ids, row_weights), (columns, column_ids, column_weights) = sides
    first = np.searchsorted(column_ids, row_ids, "left")
    counts = np.searchsorted(column_ids, row_ids, "right") - first
    left = np.repeat(np.arange(len(rows)), counts)
    right = np.arange(len(left)) - np.repeat(np.cumsum(counts) - counts, counts) + np.repeat(first, counts)
    keys, inverse = np.unique(rows[left] * evidence.target.n + columns[right], return_inverse=True)
    votes = np.bincount(inverse, row_weights[left] * column_weights[right], minlength=len(keys))
    return keys // evidence.target.n, keys % evidence.target.n, votes


def _rare(part: Bags, n_features: int) -> tuple[Ints, Ints, np.ndarray]:
    """Segment, feature and weight of rare features, by feature."""
    rows, ids, weights = part.rows(0, part.n)
    rare = (np.bincount(ids, minlength=n_features) <= RARE)[ids]
    order = np.argsort(ids[rare], kind="stable")
    return rows[rare][order], ids[rare][order], weights[rare][order]


def _heaviest_chain(rows: list[int], columns: list[int], weights: list[float]) -> list[tuple[int, int]]:
    """Corners of the chain of growing rows and columns with the greatest sum of weights."""
    ends: list[int] = []  # columns where a chain ends, ascending; ``best`` and ``last`` of it ascend with them
    best: list[float] = []
    last: list[int] = []
    before = [-1] * len(rows)
    for k, (column, weight) in enumerate(zip(columns, weights, strict=True)):
        at = bisect_left(ends, column)
        total = weight + (best[at - 1] if at else 0.0)
        before[k] = last[at - 1] if at else -1
        if at < len(ends) and ends[at] == column and best[at] >= total:
            continue
        stop = at
        while stop < len(ends) and best[stop] <= total:
            stop += 1
        ends[at:stop], best[at:stop], last[at:stop] = [column], [total], [k]
    chain, k = [], last[-1] if last else -1
    while k >= 0:
        chain.append((rows[k] + 1, columns[k] + 1))
        k = before[k]
    return chain[::-1]

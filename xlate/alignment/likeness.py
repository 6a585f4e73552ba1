"""How alike a bead's side is to the translation of the other, letter by letter: word order counts, and small words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xlate.alignment.bags import Floats
from xlate.alignment.corridor import Corridor
from xlate.alignment.values import Kind, cells
from xlate.similarity import paired_likeness

LONGEST = 4_000  # characters of a side beyond which letters are not compared: the time grows with the square (guessed)
SAMPLE = 200  # pairs taken at random to see how alike two unrelated segments are

Pair = tuple[Sequence[str], Sequence[str]]


@dataclass(frozen=True)
class Texts:
    """Pairs of texts in the same language: translated source and target, source and translated target; or none."""

    pairs: tuple[Pair, ...]

    def of(self, corridor: Corridor, kinds: Sequence[Kind], wanted: NDArray[np.bool_]) -> Floats:
        """(kinds, cells): likeness 0..1, the mean over the pairs, of the beads that are wanted; else NaN."""
        found = np.full(wanted.shape, np.nan, np.float32)
        rows, columns = cells(corridor)
        for k, (n, m) in enumerate(kinds):
            at = np.flatnonzero(wanted[k])
            if len(at):
                spans = [(i - n, i, j - m, j) for i, j in zip(rows[at].tolist(), columns[at].tolist(), strict=True)]
                found[k, at] = np.mean([_compared(pair, spans) for pair in self.pairs], axis=0)
        return found

    def by_chance(self) -> float:
        """The likeness of two segments that are unrelated, by pairing each with one half a text away."""
        n, m = len(self.pairs[0][0]), len(self.pairs[0][1])
        picks = [(i, i + 1, j, j + 1) for i in range(0, n, max(1, n // SAMPLE)) for j in [(i * m // n + m // 2) % m]]
        return float(np.nanmedian([_compared(pair, picks) for pair in self.pairs]))


def _compared(pair: Pair, spans: Sequence[tuple[int, int, int, int]]) -> Floats:
    lefts = [" ".join(pair[0][i:i_end]).lower()[:LONGEST] for i, i_end, _, _ in spans]
    rights = [" ".join(pair[1][j:j_end]).lower()[:LONGEST] for _, _, j, j_end in spans]
    return np.asarray(paired_likeness(lefts, rights), np.float32)

"""Whether two texts have anything to do with each other: how well they align, against the same texts shuffled."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from xlate.alignment.aligner import Options, Side, align
from xlate.model import Alignment

SAMPLE = 300  # segments of a side that are shuffled and aligned again: enough to judge by, and soon done (guessed)
SEED = 20261129
NEEDED = 0.1  # support beyond chance that related texts have; see tests/alignment/test_judging.py

Item = TypeVar("Item")


@dataclass(frozen=True)
class Verdict:
    """``support``: mean confidence of the segments, 0..1, those alone counted as 0; ``by_chance``: when shuffled."""

    support: float
    by_chance: float

    @property
    def related(self) -> bool:
        return self.support - self.by_chance >= NEEDED


def judge(source: Side, target: Side, options: Options | None = None) -> Verdict:
    """Align the beginnings of the two texts, then the source with the target's segments in random order.

    Texts of one or two segments cannot be shuffled: theirs is the support of the bead against none.
    """
    left, right = _cut(source, SAMPLE), _cut(target, SAMPLE)
    order = list(range(len(right.segments)))
    random.Random(SEED).shuffle(order)
    shuffled = align(left, _ordered(right, order), options) if len(order) > 2 else Alignment(())
    return Verdict(support(align(left, right, options)), support(shuffled))


def support(alignment: Alignment) -> float:
    """The mean confidence of all segments, both sides, 0..1; a segment alone counts as 0."""
    shared = sum(b.confidence * (len(b.source) + len(b.target)) for b in alignment.beads if b.source and b.target)
    return shared / max(1, alignment.n_source + alignment.n_target)


def _cut(side: Side, size: int) -> Side:
    return _ordered(side, range(min(size, len(side.segments))))


def _ordered(side: Side, order: Sequence[int]) -> Side:
    def picked(items: Sequence[Item] | None) -> list[Item] | None:
        return None if items is None else [items[k] for k in order]

    segments, translation = picked(side.segments) or [], picked(side.translation)
    return replace(side, segments=segments, translation=translation, paragraphs=None, headings=frozenset())

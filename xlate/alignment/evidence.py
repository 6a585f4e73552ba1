"""What two texts share, whatever tells it: one bag of features for every segment of either side.

Four kinds of evidence, each a space of features of its own, weighted by rarity (log(1 + segments / segments with it)):

    translations   pieces of words of a segment and of the translation of another (either direction, or both)
    letters        pieces of words in Latin letters: names, loan words, close languages
    lexicon        stems that are known to translate each other, where there is a lexicon of the two languages
    anchors        numbers by value, addresses

The mass of a kind is scaled by its ``SHARE``, so that the mean mass of a segment is 1: two segments share between 0
(nothing) and 1 (everything) of their mass, as with Dice's coefficient, and the segments of a bead add up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from xlate.alignment.bags import Bags, Floats, bags, counted, stacked
from xlate.alignment.lexicon import Lexicon, lexicon
from xlate.alignment.words import anchors, pieces, stems

SHARE = {"translations": 1.0, "letters": 0.5, "lexicon": 1.0, "anchors": 0.5}


@dataclass(frozen=True)
class Evidence:
    """Bags of the source and of the target; ``n_features`` in the space that they share."""

    source: Bags
    target: Bags
    n_features: int


@dataclass(frozen=True)
class _Kind:
    source: Bags
    target: Bags
    n_features: int
    share: float


def gather(
    source: Sequence[str],
    target: Sequence[str],
    languages: tuple[str, str],
    source_translated: Sequence[str] | None = None,
    target_translated: Sequence[str] | None = None,
) -> Evidence:
    """All evidence that there is; translations answer segment for segment."""
    left, right = languages
    kinds = [_plain(source, target, lambda t: pieces(t, left), lambda t: pieces(t, right), "letters")]
    if source_translated is not None:
        kinds.append(_alike(source_translated, target, right))
    if target_translated is not None:
        kinds.append(_alike(source, target_translated, left))
    kinds.append(_plain(source, target, lambda t: set(anchors(t, left)), lambda t: set(anchors(t, right)), "anchors"))
    if words := lexicon(left, right):
        kinds.append(_by_lexicon(source, target, words))
    whole = sum(kind.share for kind in kinds)
    scaled = [_scaled(kind, kind.share / whole) for kind in kinds]
    sizes = [kind.n_features for kind in scaled]
    return Evidence(stacked([k.source for k in scaled], sizes), stacked([k.target for k in scaled], sizes), sum(sizes))


def _alike(source: Sequence[str], target: Sequence[str], language: str) -> _Kind:
    return _plain(source, target, lambda t: pieces(t, language), lambda t: pieces(t, language), "translations")


def _plain(
    source: Sequence[str],
    target: Sequence[str],
    of_source: Callable[[str], set[str]],
    of_target: Callable[[str], set[str]],
    name: str,
) -> _Kind:
    """The same features on both sides."""
    numbers: dict[str, int] = {}
    rows = [
        [numbers.setdefault(feature, len(numbers)) for feature in sorted(of(text))]
        for of, texts in ((of_source, source), (of_target, target))
        for text in texts
    ]
    rarity = _rarity(rows, len(numbers))
    sides = [_weighted(part, rarity) for part in (rows[: len(source)], rows[len(source) :])]
    return _Kind(sides[0], sides[1], len(numbers), SHARE[name])


def _by_lexicon(source: Sequence[str], target: Sequence[str], words: Lexicon) -> _Kind:
    """Source stems stand for their translations; a stem that the lexicon lacks for nothing, but its mass counts."""
    sides = [[sorted(stems(text)) for text in texts] for texts in (source, target)]
    numbers: tuple[dict[str, int], dict[str, int]] = ({}, {})
    rows = [
        [[known.setdefault(stem, len(known)) for stem in row] for row in side]
        for known, side in zip(numbers, sides, strict=True)
    ]
    rarities = [_rarity(side, len(known)) for side, known in zip(rows, numbers, strict=True)]
    answers = [
        [(numbers[1][other], weight) for other, weight in words.get(stem, ()) if other in numbers[1]]
        for stem in numbers[0]
    ]
    entries = []
    for row in rows[0]:
        entry: dict[int, float] = {}
        for stem in row:
            for other, weight in answers[stem]:
                entry[other] = entry.get(other, 0.0) + weight * float(np.sqrt(rarities[0][stem]))
        entries.append(sorted(entry.items()))
    mass = [float(rarities[0][row].sum()) for row in rows[0]]
    return _Kind(bags(entries, mass), _weighted(rows[1], rarities[1]), len(numbers[1]), SHARE["lexicon"])


def _rarity(rows: Iterable[list[int]], n_features: int) -> Floats:
    all_rows = list(rows)
    ids = np.fromiter(chain.from_iterable(all_rows), np.int64)
    seen = np.maximum(np.bincount(ids, minlength=n_features), 1)
    return np.log1p(len(all_rows) / seen).astype(np.float32)


def _weighted(rows: Sequence[list[int]], rarity: Floats) -> Bags:
    starts, ids = counted(rows)
    sums = np.concatenate([[0.0], np.cumsum(rarity[ids], dtype=np.float64)])
    return Bags(starts, ids, np.sqrt(rarity[ids]), (sums[starts[1:]] - sums[starts[:-1]]).astype(np.float32))


def _scaled(kind: _Kind, share: float) -> _Kind:
    total = float(kind.source.mass.sum() + kind.target.mass.sum())
    factor = share * (kind.source.n + kind.target.n) / total if total else 0.0
    return _Kind(_times(kind.source, factor), _times(kind.target, factor), kind.n_features, kind.share)


def _times(part: Bags, factor: float) -> Bags:
    root = np.float32(np.sqrt(factor))
    return Bags(part.starts, part.ids, part.weights * root, part.mass * np.float32(factor))

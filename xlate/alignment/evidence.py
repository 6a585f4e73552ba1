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

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from xlate.alignment.bags import Bags, Floats, counted, stacked
from xlate.alignment.words import anchors, latin_words, pieces, stems
from xlate.lexicon import Lexicon, lexicon

SHARE = {"translations": 1.0, "letters": 0.5, "lexicon": 1.0, "anchors": 0.3}
"""Of seven sets the best mean F1 on the texts that `values.Weights` is fitted on; .93 to .96 for all, 2026-11-29."""


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
    kinds = [_pieces(source, target, languages, "letters")]
    if source_translated is not None:
        kinds.append(_pieces(source_translated, target, (right, right), "translations"))
    if target_translated is not None:
        kinds.append(_pieces(source, target_translated, (left, left), "translations"))
    kinds.append(_anchors(source, target, languages))
    if words := lexicon(left, right):
        kinds.append(_by_lexicon(source, target, words))
    whole = sum(kind.share for kind in kinds)
    scaled = [_scaled(kind, kind.share / whole) for kind in kinds]
    sizes = [kind.n_features for kind in scaled]
    return Evidence(stacked([k.source for k in scaled], sizes), stacked([k.target for k in scaled], sizes), sum(sizes))


def _pieces(source: Sequence[str], target: Sequence[str], languages: tuple[str, str], name: str) -> _Kind:
    """Pieces of words on both sides; the numbers of a word's pieces are looked up once."""
    numbers: dict[str, int] = {}
    known: dict[str, tuple[int, ...]] = {}
    rows = []
    for texts, language in ((source, languages[0]), (target, languages[1])):
        for text in texts:
            words = latin_words(text, language)
            for word in words:
                if word not in known:
                    known[word] = tuple(numbers.setdefault(piece, len(numbers)) for piece in pieces(word))
            rows.append(list(set(chain.from_iterable(map(known.__getitem__, words)))))
    return _plain(rows, len(source), len(numbers), name)


def _anchors(source: Sequence[str], target: Sequence[str], languages: tuple[str, str]) -> _Kind:
    """Numbers and addresses on both sides."""
    numbers: dict[str, int] = {}
    rows = [
        [numbers.setdefault(anchor, len(numbers)) for anchor in sorted(set(anchors(text, language)))]
        for texts, language in ((source, languages[0]), (target, languages[1]))
        for text in texts
    ]
    return _plain(rows, len(source), len(numbers), "anchors")


def _plain(rows: Sequence[list[int]], n_source: int, n_features: int, name: str) -> _Kind:
    """The same features on both sides; ``rows`` has the features of every segment, those of the source first."""
    rarity = _rarity(rows, n_features)
    sides = [_weighted(part, rarity) for part in (rows[:n_source], rows[n_source:])]
    return _Kind(sides[0], sides[1], n_features, SHARE[name])


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
    translated = _translated(_weighted(rows[0], rarities[0]), answers, len(numbers[1]))
    return _Kind(translated, _weighted(rows[1], rarities[1]), len(numbers[1]), SHARE["lexicon"])


def _translated(part: Bags, answers: Sequence[Sequence[tuple[int, float]]], n_features: int) -> Bags:
    """Every feature replaced by its answers, weight for weight; the mass stays."""
    starts, others = counted([[other for other, _ in row] for row in answers])
    shares = np.fromiter((share for row in answers for _, share in row), np.float32, len(others))
    rows, ids, weights = part.rows(0, part.n)
    counts = np.diff(starts)[ids]
    places = np.arange(int(counts.sum())) + np.repeat(starts[ids] - np.cumsum(counts) + counts, counts)
    keys, inverse = np.unique(np.repeat(rows, counts) * n_features + others[places], return_inverse=True)
    sums = np.bincount(inverse, np.repeat(weights, counts) * shares[places], minlength=len(keys))
    ends = np.searchsorted(keys, np.arange(part.n + 1) * n_features)
    return Bags(ends, keys % max(n_features, 1), sums.astype(np.float32), part.mass)


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

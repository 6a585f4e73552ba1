"""The door: two sides in, an alignment out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np

from xlate.alignment import corridor as corridors
from xlate.alignment.bags import Floats
from xlate.alignment.corridor import Corridor
from xlate.alignment.dividing import divided
from xlate.alignment.evidence import gather
from xlate.alignment.format import alone
from xlate.alignment.lattice import Lattice, best_path
from xlate.alignment.likeness import Pair, Texts
from xlate.alignment.opinion import Mirrored, Model, doubtful, opinions, worths
from xlate.alignment.programme import Chances, chances
from xlate.alignment.scaling import PRIOR, SURE, first_scale, rescaled, spread
from xlate.alignment.sharing import chance, shares
from xlate.alignment.values import NOTHING, Measured, Scale, Weights, bead_kinds, cells, lengths, values
from xlate.errors import UsageError
from xlate.model import Alignment, Bead, Span


@dataclass(frozen=True)
class Side:
    """One text: its segments, its language, and their translation into the other side's language, if there is one.

    ``paragraphs`` says for each segment in which paragraph it is, if that is known; ``headings`` are
    segments that are paragraphs of their own.  A hint: a bead seldom spans a paragraph's beginning on one side only.
    """

    segments: Sequence[str]
    language: str = "und"
    translation: Sequence[str] | None = None
    paragraphs: Sequence[int] | None = None
    headings: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        for name, given in (("translation", self.translation), ("paragraphs", self.paragraphs)):
            if given is not None and len(given) != len(self.segments):
                raise UsageError(f"The {name} has {len(given)} segments, the text has {len(self.segments)}.")


@dataclass(frozen=True)
class Options:
    """``most``: segments that a bead may have, both sides together; 2 allows 1-1 only.

    ``model`` is asked about the beads that are in doubt, where there is one.
    """

    most: int = 6
    weights: Weights = field(default_factory=Weights)
    model: Model | None = None


COARSE = 4  # segments of a bead while the first path is looked for: a third of the kinds (guessed)
MANY_PARAGRAPHS = 2  # of a text whose paragraphs say something
NARROW = 6  # segments to either side of the first path that the second may go (guessed)
LEAST_CHANCE = 1e-3  # probability from which on a bead is compared letter by letter (guessed)
ALIKE = 0.2  # likeness of a match above that of chance, on the same texts


def align(source: Side, target: Side, options: Options | None = None) -> Alignment:
    """The alignment of two texts.  An empty side leaves every segment of the other alone, with confidence 1."""
    options = options or Options()
    n, m = len(source.segments), len(target.segments)
    if not n or not m:
        return Alignment(tuple(alone(0, n, 0, m)))
    if _order(source) > _order(target):  # a pair is aligned the same way round whichever side comes first
        mirrored = options.model and Mirrored(options.model)
        return _align(target, source, replace(options, model=mirrored)).mirrored()
    return _align(source, target, options)


def _order(side: Side) -> tuple[str, list[str]]:
    return side.language, list(side.segments)


def _align(source: Side, target: Side, options: Options) -> Alignment:
    source, target = _knowing_copies(source, target), _knowing_copies(target, source)
    measured = _measured(source, target, options)
    by_chance = chance(measured.evidence)
    corridor = corridors.wide(measured.evidence)
    scale = first_scale(measured)
    coarse = replace(measured, kinds=bead_kinds(min(options.most, COARSE)))
    path, _, _ = _pass(coarse, corridor, shares(coarse.evidence, coarse.kinds, corridor, by_chance), scale)
    corridor = corridors.around(path, measured.evidence.source.n, measured.evidence.target.n, NARROW)
    shared = shares(measured.evidence, measured.kinds, corridor, by_chance)
    _, found, scale = _pass(measured, corridor, shared, scale)
    texts = _texts(source, target)
    alike = _alike(texts, corridor, measured, found) if texts.pairs else None
    scale = replace(scale, spread=spread(scale, shared, found, measured.weights, alike))
    path, found, _ = _pass(measured, corridor, shared, scale, alike)  # more rounds add segments alone, and errors
    if options.model is None:
        return _alignment(path, found, corridor, measured)
    asked = _asked(options.model, source, target, measured, corridor, found)
    path, found, _ = _pass(measured, corridor, shared, scale, alike, asked)
    beads = _alignment(path, found, corridor, measured).beads
    return Alignment(divided(beads, source.segments, target.segments, options.model))


def _knowing_copies(side: Side, other: Side) -> Side:
    """What stands word for word on the other side, too, was left untranslated: it is its own translation."""
    if side.translation is None:
        return side
    there = set(other.segments)
    translation = [s if s in there else t for s, t in zip(side.segments, side.translation, strict=True)]
    return replace(side, translation=translation)


def _measured(source: Side, target: Side, options: Options) -> Measured:
    languages = source.language, target.language
    evidence = gather(source.segments, target.segments, languages, source.translation, target.translation)
    sizes = lengths(source.segments), lengths(target.segments)
    hints = _paragraph_starts(source), _paragraph_starts(target)
    return Measured(evidence, sizes, bead_kinds(options.most), options.weights, hints)


def _paragraph_starts(side: Side) -> Floats | None:
    """1 for each segment that begins a paragraph, 0 for the others; None if paragraphs are not known."""
    if side.paragraphs is None or len(set(side.paragraphs)) < MANY_PARAGRAPHS:
        return None
    starts = np.diff(np.asarray(side.paragraphs, np.float32), prepend=-1).astype(bool)
    for heading in side.headings:
        starts[heading : heading + 2] = True
    return starts.astype(np.float32)


def _texts(source: Side, target: Side) -> Texts:
    pairs: list[Pair] = []
    if source.translation is not None:
        pairs.append((source.translation, target.segments))
    if target.translation is not None:
        pairs.append((source.segments, target.translation))
    return Texts(tuple(pairs))


def _alike(texts: Texts, corridor: Corridor, measured: Measured, found: Chances) -> Floats:
    """(kinds, cells): how alike the sides of each bead are, 0 for chance, 1 for a match, NaN for improbable beads."""
    likeness = texts.of(corridor, measured.kinds, found.beads > LEAST_CHANCE)
    sure = found.beads[0] > SURE
    by_chance = texts.by_chance()
    match = by_chance + ALIKE
    if sure.any():
        match = float((np.nansum(likeness[0][sure]) + PRIOR * match) / (sure.sum() + PRIOR))
    return np.asarray((likeness - by_chance) / max(match - by_chance, 0.05), np.float32)


def _asked(
    model: Model, source: Side, target: Side, measured: Measured, corridor: Corridor, found: Chances
) -> Floats | None:
    """(kinds, cells): what the model's opinion adds to a bead's value, in nats; 0 for beads that are not in doubt."""
    weights = measured.weights
    kinds, places = doubtful(found.beads)
    if not len(kinds):
        return None
    rows, columns = (ends[places].tolist() for ends in cells(corridor))
    sizes = [measured.kinds[k] for k in kinds.tolist()]
    spans = [(i - n, i, j - m, j) for i, j, (n, m) in zip(rows, columns, sizes, strict=True)]
    said = opinions(model, source.segments, target.segments, spans)
    added = np.zeros(found.beads.shape, np.float32)
    added[kinds, places] = weights.opinion * worths(said, found.beads[kinds, places], weights.explained)
    return added


def _pass(
    measured: Measured,
    corridor: Corridor,
    shared: Floats,
    scale: Scale,
    alike: Floats | None = None,
    asked: Floats | None = None,
) -> tuple[list[tuple[int, int]], Chances, Scale]:
    """The best path, the chances of every bead, and the scale by the beads that are sure."""
    worth = values(measured, corridor, shared, scale, alike)
    if asked is not None:
        worth += asked
    found = chances(Lattice(corridor, measured.kinds, worth, scale.alone_values()))
    sizes = np.array([[sum(kind)] for kind in measured.kinds], np.float32)
    worth = np.where(worth > NOTHING, found.beads * sizes, NOTHING)
    path = best_path(Lattice(corridor, measured.kinds, worth, (0.0, 0.0)), found.source_alone, found.target_alone)
    return path, found, rescaled(scale, shared[0], found, corridor, measured)


def _alignment(path: Sequence[tuple[int, int]], found: Chances, corridor: Corridor, measured: Measured) -> Alignment:
    beads = []
    kinds = {kind: k for k, kind in enumerate(measured.kinds)}
    for (i, j), (i_end, j_end) in pairwise(path):
        if i == i_end:
            confidence = found.target_alone[j_end]
        elif j == j_end:
            confidence = found.source_alone[i_end]
        else:
            cell = corridor.offsets[i_end] + j_end - corridor.low[i_end]
            confidence = found.beads[kinds[i_end - i, j_end - j], cell]
        beads.append(Bead(Span(i, i_end), Span(j, j_end), min(1.0, max(0.0, float(confidence)))))
    return Alignment(tuple(beads))

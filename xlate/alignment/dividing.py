"""Beads of several segments on both sides, cut where a translation model sees that their parts belong together.

Such a bead is right where sentences were put together and taken apart anew.  More often it stands where one pair inside
is doubtful, a translation that lost half of its sentence, and its neighbour had to come along; or the neighbour's
translation came along, and the neighbour stands alone.  The parts of the first kind explain each other only together,
and in length what one lacks the other has; of the second kind they explain each other one by one, and one part fits.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache

from xlate.alignment.opinion import Model, Opinion, Place, opinions
from xlate.model import Bead, Span

MOST_CUT = 200  # beads: a 3-3 has 10 parts to ask about, 70 ms each (see `opinion`); two related texts have a few dozen

FITS, FITTING = 0.3, 0.3
"""A part of a right cut fits if its sides are within exp(0.3) of one length, and makes up for that much unexplained.

Of 22 2-2 beads beside clauses dropped from human translations 20 are rightly cut so, 10 without; of 13 that are right
one is lost (dev/news: seeds 7 and 301 of `eval_coverage`; en-ru and en-be of `eval_alignment`; 2026-11-30)."""

LEEWAY = 15  # characters added to both sides, so that a short segment is not judged by its length (guessed)

JOINED = 0.1
"""What two pairs must explain more than one bead that leaves a segment alone: all 4 such beads beside dropped clauses
are mended, of 144 right ones in disturbed news one is lost (as above)."""

Block = tuple[Bead, ...]
"""A wide bead, or a narrower one and its neighbour that is alone."""


def divided(beads: Sequence[Bead], source: Sequence[str], target: Sequence[str], model: Model) -> tuple[Bead, ...]:
    """The beads, some cut as the model sees them; parts keep the confidence."""
    blocks = list(_blocks(beads))
    wide = sorted((b for b in blocks if _may_be_cut(b)), key=_confidence)[:MOST_CUT]  # of very many, those in doubt
    inside = {block: list(_inside(block)) for block in wide}
    places = list(dict.fromkeys(place for b, parts in inside.items() for place in (*parts, *_places(b))))
    said = dict(zip(places, opinions(model, source, target, places), strict=True)) if places else {}
    explained = {place: _explained(opinion) for place, opinion in said.items()}

    def fits(place: Place) -> bool:
        lengths = (sum(map(len, side)) for side in (source[place[0] : place[1]], target[place[2] : place[3]]))
        n_source, n_target = (math.log(n + LEEWAY) for n in lengths)
        return abs(n_source - n_target) < FITTING

    found: list[Bead] = []
    for block in blocks:
        cut = _best_cut(block, inside.get(block, ()), explained)
        needed = sum(explained[place] for place in _places(block)) if cut else 0.0
        needed += JOINED if len(block) > 1 else -FITS if any(map(fits, cut)) else 0.0
        if cut and sum(explained[place] for place in cut) > needed:
            found += [Bead(Span(i, i_to), Span(j, j_to), _confidence(block)) for i, i_to, j, j_to in cut]
        else:
            found += block
    return tuple(found)


def _blocks(beads: Sequence[Bead]) -> Iterator[Block]:
    """The beads in order, every one in one block."""
    at = 0
    while at < len(beads):
        block = tuple(beads[at : at + 2])
        block = block if len(block) == 2 and _belong_together(*block) else block[:1]
        yield block
        at += len(block)


def _belong_together(bead: Bead, after: Bead) -> bool:
    """Whether one is a segment alone and the other has several segments opposite to it."""
    sizes = (len(bead.source), len(bead.target)), (len(after.source), len(after.target))
    return any(
        (alone == (1, 0) and other[0] == 1 < other[1]) or (alone == (0, 1) and other[1] == 1 < other[0])
        for alone, other in (sizes, sizes[::-1])
    )


def _may_be_cut(block: Block) -> bool:
    return len(block) > 1 or min(len(block[0].source), len(block[0].target)) > 1


def _confidence(block: Block) -> float:
    return min(bead.confidence for bead in block)


def _places(block: Block) -> list[Place]:
    """The beads that have segments on both sides."""
    return [
        (bead.source.start, bead.source.end, bead.target.start, bead.target.end)
        for bead in block
        if bead.source and bead.target
    ]


def _inside(block: Block) -> Iterator[Place]:
    """Every part that leaves something of both sides, or nothing of either, before it and after it; not the whole."""
    i, i_end = block[0].source.start, block[-1].source.end
    j, j_end = block[0].target.start, block[-1].target.end
    for a in range(i, i_end):
        for a_end in range(a + 1, i_end + 1):
            for b in range(j, j_end):
                for b_end in range(b + 1, j_end + 1):
                    whole = (a, a_end, b, b_end) == (i, i_end, j, j_end)
                    if not whole and (a == i) == (b == j) and (a_end == i_end) == (b_end == j_end):
                        yield a, a_end, b, b_end


def _best_cut(block: Block, inside: Sequence[Place], explained: dict[Place, float]) -> tuple[Place, ...]:
    """The parts that explain most; none where there are none."""
    i_end, j_end = block[-1].source.end, block[-1].target.end

    @cache
    def best(i: int, j: int) -> tuple[float, tuple[Place, ...]]:
        if (i, j) == (i_end, j_end):
            return 0.0, ()
        choices = []
        for place in inside:
            if place[0] == i and place[2] == j:
                worth, rest = best(place[1], place[3])
                choices.append((explained[place] + worth, (place, *rest)))
        return max(choices, default=(float("-inf"), ()))

    return best(block[0].source.start, block[0].target.start)[1]


def _explained(opinion: Opinion) -> float:
    return float((opinion.parts * opinion.sizes).sum())

"""Which segments of two texts say the same: beads from a dynamic programme over words, likeness, lengths and anchors.

    evidence    what two texts share: words of the translations, of the lexicon, names by letters, numbers, addresses
    anchors     segments that share what nobody else has: a corridor for the path
    values      log odds of every bead in the corridor
    programme   sums over all paths: how probable is each bead; the path of the most probable ones
    opinion     what a translation model says of the beads that are in doubt
    format      beads as other programs write them

`align` is the door.  Nothing here needs a model: translations of either side, and a model that can be
asked, come from outside, or not at all.
"""

from __future__ import annotations

from xlate.alignment.aligner import Options, Side, align
from xlate.alignment.judging import Verdict, judge

__all__ = ["Options", "Side", "Verdict", "align", "judge"]

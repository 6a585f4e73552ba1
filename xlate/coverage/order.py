"""What was moved: a segment that the aligner left alone on one side and that stands alone elsewhere on the other."""

from __future__ import annotations

from collections.abc import Sequence

from xlate.coverage.sides import Couple
from xlate.similarity import likeness

MOVED = 0.5
"""Likeness of a left-over target segment and the machine translation of a left-over source segment from which they are
the same.  With the shipped model (chrF 26 to 29) human translations are about 0.4 to 0.6 like it, other sentences 0.2
to 0.3.  Guessed between them."""

FARTHEST = 200  # pairs of left-over segments that are compared at most, squared: an article has few (guessed)


def moved(couples: Sequence[Couple]) -> dict[int, int]:
    """Couples without a target, each with the couple without a source that says the same; one to one, best first."""
    lost = [c for c in couples if not c.target.texts and _said(c)][:FARTHEST]
    extra = [c for c in couples if not c.source.texts][:FARTHEST]
    scored = sorted(
        (
            (-score, left.number, right.number)
            for left in lost
            for right in extra
            if (score := likeness(_said(left), right.target.text, cutoff=MOVED)) >= MOVED
        ),
    )
    found: dict[int, int] = {}
    for _, left_number, right_number in scored:
        if left_number not in found and right_number not in found.values():
            found[left_number] = right_number
    return found


def _said(couple: Couple) -> str:
    """The source as the translation would say it; empty where nobody knows."""
    return couple.source.text if couple.same_language else couple.machine or ""

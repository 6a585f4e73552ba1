"""String likeness, always 0..1; the one place that knows rapidfuzz."""

from __future__ import annotations


def likeness(left: str, right: str, *, cutoff: float = 0.0) -> float:
    """1 - edit distance / length of the longer text: 1.0 for equal ones; 0.0 below ``cutoff``, which saves time."""
    from rapidfuzz.distance import Levenshtein

    return float(Levenshtein.normalized_similarity(left, right, score_cutoff=cutoff or None))

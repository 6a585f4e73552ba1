"""String likeness, always 0..1; the one place that knows rapidfuzz."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_BLOCK = 500  # texts compared with all others at a time: 10,000 names take 20 MB


def likeness(left: str, right: str, *, cutoff: float = 0.0) -> float:
    """1 - edit distance / length of the longer text: 1.0 for equal ones; 0.0 below ``cutoff``, which saves time."""
    from rapidfuzz.distance import Levenshtein

    return float(Levenshtein.normalized_similarity(left, right, score_cutoff=cutoff or None))


def near_pairs(texts: Sequence[str], cutoff: float) -> Iterator[tuple[int, int]]:
    """The numbers of every two texts at least ``cutoff`` alike, the smaller number first."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist

    for start in range(0, len(texts), _BLOCK):
        block = texts[start : start + _BLOCK]
        scores = cdist(block, texts, scorer=Levenshtein.normalized_similarity, score_cutoff=cutoff)
        for row, column in zip(*(scores >= cutoff).nonzero(), strict=True):
            if start + int(row) < int(column):
                yield start + int(row), int(column)


def nearest(wanted: str, texts: Sequence[str], cutoff: float, limit: int | None = None) -> list[tuple[int, float]]:
    """The numbers of the ``limit`` texts (None: all) most like ``wanted`` with their likeness 0..1, best first."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    scorer = Levenshtein.normalized_similarity
    found = process.extract(wanted, texts, scorer=scorer, score_cutoff=cutoff, limit=limit)
    return [(number, float(score)) for _, score, number in found]


def changes(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """What differs between two rows of lines: ``left[a:b]`` became ``right[c:d]``, as (a, b, c, d) in order."""
    from rapidfuzz.distance import Indel

    edits = [code for code in Indel.opcodes(left, right) if code.tag != "equal"]
    while edits:
        first = last = edits.pop(0)
        while edits and (edits[0].src_start, edits[0].dest_start) == (last.src_end, last.dest_end):
            last = edits.pop(0)
        yield first.src_start, last.src_end, first.dest_start, last.dest_end


def partial_likeness(part: str, whole: str) -> float:
    """How well ``part`` fits the best stretch of ``whole``, 0..1; the shorter text is the part."""
    from rapidfuzz import fuzz

    return float(fuzz.partial_ratio(part, whole)) / 100


def edits(left: Sequence[str], right: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """How ``left`` becomes ``right``: equal, replace, delete or insert, with a, b, c, d: left[a:b], right[c:d]."""
    from rapidfuzz.distance import Levenshtein

    found = Levenshtein.opcodes(left, right)
    return [(code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end) for code in found]


def paired_likeness(lefts: Sequence[str], rights: Sequence[str]) -> list[float]:
    """Twice the longest common subsequence over the length of both texts, for each left text and its right one."""
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import cpdist

    return [float(score) for score in cpdist(lefts, rights, scorer=Indel.normalized_similarity)]

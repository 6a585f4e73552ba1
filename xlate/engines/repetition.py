"""Decoders that repeat themselves - «на на на на», "in May for the first time in May" - where the source does not."""

from __future__ import annotations

from xlate.repetition import SOURCE_CLAUSE, excused, repetitions

MAX_GROWTH, LEEWAY = 3.0, 60
"""Characters: human pairs reach 1.75 times + 60 (news and FLORES dev, all directions, n = 24,048, 2026-11-23)."""

RUNAWAY = 1_000
"""Counts for more than any repetition."""


def n_repeated(target: str, source: str) -> int:
    """How many words of the target say again what the source says once; RUNAWAY beyond any honest length.

    A clause counts from three words on, fewer than in the check: decoding again costs little, an alarm people's time.
    """
    if len(target) > MAX_GROWTH * len(source) + LEEWAY:
        return RUNAWAY
    found = list(repetitions(target, SOURCE_CLAUSE))
    if not found:
        return 0
    in_source = list(repetitions(source, SOURCE_CLAUSE))
    return sum(again.n_words * (again.times - 1) for again in found if not excused(again, in_source))

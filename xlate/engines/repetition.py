"""Decoders caught in a loop: «на на на на», "and the and the and the" - where the source does not repeat."""

from __future__ import annotations

from xlate.repetition import LOOP, excused, repetitions

MAX_GROWTH, LEEWAY = 3.0, 60
"""Characters: human pairs reach 1.75 times + 60 (news and FLORES dev, all directions, n = 24,048, 2026-11-23)."""


def is_loop(target: str, source: str) -> bool:
    """Whether the target repeats a phrase in a row more often than the source does, or runs far beyond its length."""
    if len(target) > MAX_GROWTH * len(source) + LEEWAY:
        return True
    in_source = list(repetitions(source))
    loops = (found for found in repetitions(target) if found.adjacent and found.times >= LOOP)
    return any(not excused(found, in_source) for found in loops)

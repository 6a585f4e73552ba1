"""Segments of the translation that come twice although those of the source do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xlate.coverage.finding import Kind, Note
from xlate.coverage.sides import Couple, Side
from xlate.model import Severity, Span
from xlate.similarity import likeness

ALIKE = 0.9
"""Likeness from which two neighbouring segments are the same one again.  On dev/news (1,007 segments each of ru, uk,
be, 2026-11-29) no two neighbours of 30 characters reach it."""

SHORT = 30
"""Characters; shorter segments may come again: "Read more", "Yes".  Guessed."""

_NOT_WORD = re.compile(r"[\W_]+")


def check_repeats(couple: Couple, repeated: dict[int, int], in_source: dict[int, int]) -> Iterator[Note]:
    """A note for each target segment of the bead that is a repetition, unless the bead's source is one, too."""
    if any(number in in_source for number in range(couple.bead.source.start, couple.bead.source.end)):
        return
    start = 0
    for number, text in enumerate(couple.target.texts, couple.target.first):
        if number in repeated:
            message = f"says again what segment {repeated[number] + 1} of the translation says"
            span = Span(start, start + len(text))
            yield Note(Kind.REPETITION, Severity.ERROR, 0.95, message, target=(span,))
        start += len(text) + 1


def repeated_segments(side: Side) -> dict[int, int]:
    """Segments that say again what an earlier one said, with the number of that one."""
    found: dict[int, int] = {}
    seen: dict[str, int] = {}
    folded = [_fold(segment.text) for segment in side.segments]
    for number, text in enumerate(folded):
        if len(text) < SHORT:
            continue
        if text in seen:
            found[number] = seen[text]
        elif number and len(folded[number - 1]) >= SHORT and _alike(folded, number):
            found[number] = number - 1
        seen.setdefault(text, number)
    return found


def _alike(folded: Sequence[str], number: int) -> bool:
    return likeness(folded[number - 1], folded[number], cutoff=ALIKE) >= ALIKE


def _fold(text: str) -> str:
    return _NOT_WORD.sub(" ", text.lower()).strip()

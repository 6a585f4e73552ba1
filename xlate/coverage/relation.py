"""Two sides of a bead that hardly say the same: a mistranslation, or a mistake of the aligner."""

from __future__ import annotations

import math
from collections.abc import Iterator

from xlate.coverage.finding import Kind, Note
from xlate.coverage.judging import Opinion
from xlate.coverage.sides import Couple
from xlate.model import Severity

UNRELATED = 0.85
"""Nats a piece, the mean of both sides, below which they hardly say the same.

On dev/news (60 segments each of en-ru and en-be, xlate 0.2, 2026-11-29) translations have 1.18 and more, half of them 2
and more; other segments of the same news at most 1.18, half of them 0.5 and less, one in ten 0.9 and more.
"""

MIDDLE, STEEP = 1.0, 6.0  # of the likelihood by nats; from the same figures

SHORT = 40  # characters of the shorter side; too little is said to judge (guessed)


def information(opinion: Opinion | None) -> float | None:
    """What the two sides say of each other, in nats a piece, the mean of both directions; None where unknown."""
    if not opinion or opinion.source.mean is None or opinion.target.mean is None:
        return None
    return (opinion.source.mean + opinion.target.mean) / 2


def check_relation(couple: Couple, opinion: Opinion | None) -> Iterator[Note]:
    """A note where the sides say nothing of each other."""
    said = information(opinion)
    if said is None or said >= UNRELATED or min(len(couple.source.text), len(couple.target.text)) < SHORT:
        return
    likelihood = 1 / (1 + math.exp(STEEP * (said - MIDDLE)))
    yield Note(Kind.DOUBTFUL, Severity.WARNING, likelihood, "the two sides hardly say the same")

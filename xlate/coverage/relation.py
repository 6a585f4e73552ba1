"""Two sides of a bead that hardly say the same: a mistranslation, or a mistake of the aligner."""

from __future__ import annotations

from collections.abc import Iterator

from xlate.coverage.finding import Kind, Note
from xlate.coverage.judging import Opinion
from xlate.coverage.sides import Couple
from xlate.model import Severity

UNRELATED = 0.15
"""Nats a piece, of both sides together, below which neither says anything of the other."""

SHORT = 25  # characters of the shorter side; too little is said to judge (guessed)


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
    yield Note(Kind.DOUBTFUL, Severity.WARNING, 0.7, "the two sides hardly say the same")

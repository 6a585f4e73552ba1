"""The engine itself was unsure: a low geometric mean of its token probabilities.

Only for information.  A model can be sure and wrong, and how scores spread depends on the model.
"""

from __future__ import annotations

from collections.abc import Iterator

from xlate.checks.base import Pair
from xlate.model import Finding, Severity

LOW = 0.3
"""Guessed (2026-11-23), until scores of the bundled models have been held against human judgement."""


class ScoreCheck:
    """Says that a unit's score is under ``threshold``; silent where the engine gave none."""

    name = "score"

    def __init__(self, threshold: float = LOW) -> None:
        self.threshold = threshold

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        if pair.score is not None and pair.score < self.threshold:
            yield Finding(self.name, Severity.INFO, f"the engine was unsure (score {pair.score:.2f})")

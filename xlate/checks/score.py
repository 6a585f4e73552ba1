"""The engine itself was unsure: a low geometric mean of its token probabilities.

Only for information.  A model can be sure and wrong, and how scores spread depends on the model.
"""

from __future__ import annotations

from collections.abc import Iterator

from xlate.checks.base import Pair
from xlate.model import Finding, Severity

LOW = 0.35
"""Of 749 segments below it, 70 % (ru) to 81 % (be) reach a chrF under 30 and can hardly be read; of 680 between it and
0.4 it is 52 to 65 % (news set, 1,007 sentences each into ru, uk, be, model 0.3, 2026-11-30)."""


class ScoreCheck:
    """Says that a unit's score is under ``threshold``; silent where the engine gave none."""

    name = "score"

    def __init__(self, threshold: float = LOW) -> None:
        self.threshold = threshold

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        if pair.score is not None and pair.score < self.threshold:
            yield Finding(self.name, Severity.INFO, f"the engine was unsure (score {pair.score:.2f})")

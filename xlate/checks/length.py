"""A target much shorter or longer than its source: words were lost, or made up.

The score is how far the logarithm of the length ratio lies from the pair's mean, in standard deviations.  A short
segment has leeway in characters, since "Yes." may be "Так, звісно.".
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from xlate.checks.base import Pair
from xlate.model import Finding, Severity, Span

_MEASURED = {
    ("en", "ru"): (0.102, 0.196),
    ("en", "uk"): (0.051, 0.176),
    ("en", "be"): (0.042, 0.158),
    ("ru", "uk"): (-0.052, 0.199),
    ("ru", "be"): (-0.061, 0.187),
    ("uk", "be"): (-0.009, 0.164),
}
"""Mean and standard deviation of ln(target characters / source characters).  dev/news, 1,007 segments, 2026-11-23."""

RATIOS = _MEASURED | {(b, a): (-mean, spread) for (a, b), (mean, spread) in _MEASURED.items()}

DEFAULT = (0.0, 0.35)
"""For a pair that was not measured.  Guessed: wide enough for most pairs of alphabetic scripts."""

FAR = 3.5
"""Standard deviations from which it is a warning: on dev/news 2 to 5 of 1,007 segments of a pair, with the leeway."""

VERY_FAR = 6.0
"""Standard deviations from which it is an error: a third of the expected length or three times it.  Guessed."""

LEEWAY = 25
"""Characters by which any target may miss the expected length; about three words.  Guessed: short answers and headlines
are not what dev/news has most of (there it spares 3 of 3,021 segments), but chats and captions are."""


class LengthCheck:
    """Says that a target is surprisingly short or long."""

    name = "length"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        distance = score_length(pair.source, pair.target, pair.source_language, pair.target_language)
        if abs(distance) < FAR:
            return
        severity = Severity.ERROR if abs(distance) >= VERY_FAR else Severity.WARNING
        n_source, n_target = len(pair.source.strip()), len(pair.target.strip())
        message = f"unusually {'long' if distance > 0 else 'short'}: {n_target} characters for {n_source}"
        yield Finding(self.name, severity, message, Span(0, len(pair.source)), Span(0, len(pair.target)))


def score_length(source: str, target: str, source_language: str, target_language: str) -> float:
    """Standard deviations from the pair's usual length; below 0 is short; 0.0 within the leeway or without text."""
    n_source, n_target = len(source.strip()), len(target.strip())
    if not n_source or not n_target:
        return 0.0
    mean, spread = RATIOS.get((source_language, target_language), DEFAULT)
    if abs(n_target - n_source * math.exp(mean)) <= LEEWAY:
        return 0.0
    return (math.log(n_target / n_source) - mean) / spread

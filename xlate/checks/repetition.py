"""Loops in the target: the word or phrase that comes again and again, and the clause that is said twice.

A repetition that the source has too is the author's (``repetition.excused``).
"""

from __future__ import annotations

from collections.abc import Iterator

from xlate.checks.base import Pair
from xlate.model import Finding, Severity
from xlate.repetition import LOOP, SOURCE_CLAUSE, Repetition, excused, repetitions


class RepetitionCheck:
    """Says what the target repeats although the source does not."""

    name = "repetition"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        repeated = list(repetitions(pair.target))
        in_source = list(repetitions(pair.source, SOURCE_CLAUSE)) if repeated else []
        for found in repeated:
            if excused(found, in_source):
                continue
            severity = Severity.ERROR if found.times >= LOOP else Severity.WARNING
            said = f"{found.times} times" if found.times > 2 else "twice"
            yield Finding(
                self.name, severity, f"repeated {said}: {_excerpt(found, pair.target)}", target_span=found.span
            )


def _excerpt(found: Repetition, text: str) -> str:
    written = found.span.of(text)
    return written if len(written) <= 60 else written[:59] + "…"

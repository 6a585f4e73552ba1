"""Nothing where there should be a translation: an empty target, or one of punctuation alone."""

from __future__ import annotations

from collections.abc import Iterator

from xlate.checks.base import Pair
from xlate.model import Finding, Severity, Span


def n_characters(text: str) -> int:
    """Letters and digits in the text."""
    return sum(map(str.isalnum, text))


class EmptyCheck:
    """Says that a source with letters or digits has a target with none."""

    name = "empty"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        if not n_characters(pair.source) or n_characters(pair.target):
            return
        if pair.target.strip():
            yield Finding(self.name, Severity.ERROR, "the target has no words", target_span=Span(0, len(pair.target)))
        else:
            yield Finding(self.name, Severity.ERROR, "the target is empty", source_span=Span(0, len(pair.source)))

"""Sides, alignments and helpers for the tests of coverage."""

from __future__ import annotations

from collections.abc import Sequence

from xlate.coverage import Coverage, Helpers, Side, measure
from xlate.model import Alignment, Bead, Segment, Severity, Span


def side(language: str, texts: Sequence[str]) -> Side:
    return Side(language, tuple(Segment(i, Span(0, len(t)), t, language) for i, t in enumerate(texts)))


def alignment(*kinds: str) -> Alignment:
    """``alignment("1-1", "1-0")``: beads of these kinds, one after the other."""
    beads, i, j = [], 0, 0
    for kind in kinds:
        n, m = map(int, kind.split("-"))
        beads.append(Bead(Span(i, i + n), Span(j, j + m)))
        i, j = i + n, j + m
    return Alignment(tuple(beads))


def compare(
    source: Sequence[str], target: Sequence[str], *kinds: str, pair: str = "en-ru", helpers: Helpers | None = None
) -> Coverage:
    """The coverage of one text by another; 1-1 throughout if no beads are named."""
    left, right = pair.split("-")
    beads = kinds or ("1-1",) * len(source)
    return measure(alignment(*beads), side(left, source), side(right, target), helpers)


def loud(coverage: Coverage) -> list[str]:
    """Kinds of the findings at WARNING or above, heaviest first."""
    return [str(f.kind) for f in coverage.findings if f.severity >= Severity.WARNING]

"""Statements in, clusters out: the same clusters whatever order the articles come in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlate.comparison.clustering import THRESHOLD, clusters
from xlate.comparison.informing import Informer
from xlate.comparison.scoring import UNLIKE, Scorer
from xlate.comparison.story import Statement


def match_statements(
    statements: Sequence[Statement],
    texts: Mapping[str, Sequence[str]],
    *,
    informer: Informer | None = None,
    threshold: float = THRESHOLD,
) -> list[tuple[Statement, ...]]:
    """Groups of statements that say the same, each in the order of the articles; every statement is in one group.

    ``texts`` holds the statements' texts in each view language, in the same order; ``informer`` is asked in doubt.
    """
    order = _canonical(statements)
    sorted_ = [statements[i] for i in order]
    views = {code: [rows[i] for i in order] for code, rows in texts.items()}
    scores = Scorer(sorted_, views, informer).scores()
    headings = [number for number, statement in enumerate(sorted_) if statement.is_heading]
    found = clusters([s.article for s in sorted_], scores, UNLIKE, headings=headings, threshold=threshold)
    return [tuple(sorted((sorted_[i] for i in members), key=lambda s: s.key)) for members in found]


def _canonical(statements: Sequence[Statement]) -> list[int]:
    """Numbers of the statements, articles sorted by what they say, not by where they stood on the command line."""
    content: dict[int, list[str]] = {}
    for statement in statements:
        content.setdefault(statement.article, []).append(statement.text)
    return sorted(range(len(statements)), key=lambda i: (content[statements[i].article], *statements[i].key))

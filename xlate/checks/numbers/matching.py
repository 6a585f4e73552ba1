"""Which number of the source is which of the target: a largest possible matching of mentions that agree.

Numbers are a multiset: order does not count, because languages move dates and subjects about.  The matching grows by
augmenting paths (Kuhn's algorithm), the required mentions first, so that an optional "both" never takes the place of a
required 2.  What stays over is then tried once more with its other ways of counting ("9/11" as 9 and 11).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlate.checks.numbers.mention import Mention


@dataclass(frozen=True, slots=True)
class Matching:
    """``pairs`` agree; ``missing`` are source mentions without a counterpart, ``extra`` target ones, optional ones too."""

    pairs: tuple[tuple[Mention, Mention], ...]
    missing: tuple[Mention, ...]
    extra: tuple[Mention, ...]

    @property
    def n_lost(self) -> int:
        """Required mentions on either side that have no counterpart."""
        return sum(not mention.optional for mention in self.missing + self.extra)


def match(source: Sequence[Mention], target: Sequence[Mention]) -> Matching:
    """The best matching over all ways of counting the leftovers apart."""
    best = _match(source, target)
    for left, right in ((True, False), (False, True), (True, True)):
        if not best.n_lost:
            break
        again = _match(
            _apart(source, best.missing) if left else source,
            _apart(target, best.extra) if right else target,
        )
        if again.n_lost < best.n_lost:
            best = again
    return best


def _apart(mentions: Sequence[Mention], leftovers: Sequence[Mention]) -> list[Mention]:
    return [part for whole in mentions for part in (whole.parts if whole.parts and whole in leftovers else (whole,))]


def _match(source: Sequence[Mention], target: Sequence[Mention]) -> Matching:
    edges = [sorted((j for j, b in enumerate(target) if a.agrees(b)), key=lambda j: _rank(a, target[j])) for a in source]
    back: dict[int, int] = {}  # target index -> source index
    for i in sorted(range(len(source)), key=lambda i: source[i].optional):
        if not source[i].optional:
            _augment(i, edges, back, set())
    reverse = [[i for i in range(len(source)) if j in edges[i]] for j in range(len(target))]
    forth = {i: j for j, i in back.items()}
    for j in sorted(range(len(target)), key=lambda j: target[j].optional):
        if j not in forth.values():
            _augment(j, reverse, forth, set())
    return Matching(
        pairs=tuple((source[i], target[j]) for i, j in sorted(forth.items())),
        missing=tuple(a for i, a in enumerate(source) if i not in forth),
        extra=tuple(b for j, b in enumerate(target) if j not in forth.values()),
    )


def _rank(left: Mention, right: Mention) -> tuple[bool, bool, bool]:
    return (right.optional, not left.exact & right.exact, left.unit != right.unit)


def _augment(node: int, edges: Sequence[Sequence[int]], back: dict[int, int], seen: set[int]) -> bool:
    """One augmenting path from ``node``; ``back`` maps the other side's nodes to this side's."""
    for other in edges[node]:
        if other in seen:
            continue
        seen.add(other)
        if other not in back or _augment(back[other], edges, back, seen):
            back[other] = node
            return True
    return False

"""Which number of the source is which of the target: a largest possible matching of mentions that agree.

Numbers are a multiset: order does not count, because languages move dates and subjects about.  The matching grows by
augmenting paths (Kuhn's algorithm), the required mentions first, so that an optional "both" never takes the place of a
required 2.  What stays over is then tried once more with its other ways of counting ("9/11" as 9 and 11).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from xlate.checks.numbers.mention import Mention, Value

MANY = 200  # mentions on a side from which they are paired by equal values alone: a table, not a sentence (guessed)


@dataclass(frozen=True, slots=True)
class Matching:
    """``pairs`` agree; ``missing`` (source) and ``extra`` (target) have no counterpart, optional ones among them."""

    pairs: tuple[tuple[Mention, Mention], ...]
    missing: tuple[Mention, ...]
    extra: tuple[Mention, ...]

    @property
    def n_lost(self) -> int:
        """Required mentions on either side that have no counterpart."""
        return sum(not mention.optional for mention in self.missing + self.extra)


def match(source: Sequence[Mention], target: Sequence[Mention]) -> Matching:
    """The best matching; a leftover is counted apart only if then all of its parts find a counterpart."""
    left, right = tuple(source), tuple(target)
    if max(len(left), len(right)) > MANY:
        return _match_many(left, right)
    best = _match(left, right)
    for leftover in (*best.missing, *best.extra):
        if not leftover.parts or leftover.optional:
            continue
        left_apart, right_apart = _apart(left, leftover), _apart(right, leftover)
        again = _match(left_apart, right_apart)
        if again.n_lost < best.n_lost and not any(part in again.missing + again.extra for part in leftover.parts):
            best, left, right = again, left_apart, right_apart
    return best


def _apart(mentions: tuple[Mention, ...], whole: Mention) -> tuple[Mention, ...]:
    return tuple(part for mention in mentions for part in (whole.parts if mention is whole else (mention,)))


def _match(source: Sequence[Mention], target: Sequence[Mention]) -> Matching:
    edges = [
        sorted((j for j, b in enumerate(target) if a.agrees(b)), key=lambda j: _rank(a, target[j])) for a in source
    ]
    back: dict[int, int] = {}  # target index -> source index
    for i in sorted(range(len(source)), key=lambda i: source[i].optional):
        if not source[i].optional:
            _augment(i, edges, back, set())
    reverse = [
        sorted((i for i in range(len(source)) if j in edges[i]), key=lambda i: _rank(source[i], b))
        for j, b in enumerate(target)
    ]
    forth = {i: j for j, i in back.items()}
    for j in sorted(range(len(target)), key=lambda j: target[j].optional):
        if j not in forth.values():
            _augment(j, reverse, forth, set())
    return Matching(
        pairs=tuple((source[i], target[j]) for i, j in sorted(forth.items())),
        missing=tuple(a for i, a in enumerate(source) if i not in forth),
        extra=tuple(b for j, b in enumerate(target) if j not in forth.values()),
    )


def _match_many(source: Sequence[Mention], target: Sequence[Mention]) -> Matching:
    """In linear time: each mention of the source takes the first one left in the target with the same exact values."""
    waiting: dict[frozenset[Value], deque[int]] = defaultdict(deque)
    for j, mention in enumerate(target):
        waiting[mention.exact].append(j)
    forth = {i: waiting[a.exact].popleft() for i, a in enumerate(source) if waiting[a.exact]}
    taken = set(forth.values())
    return Matching(
        pairs=tuple((source[i], target[j]) for i, j in forth.items()),
        missing=tuple(a for i, a in enumerate(source) if i not in forth),
        extra=tuple(b for j, b in enumerate(target) if j not in taken),
    )


def _rank(left: Mention, right: Mention) -> tuple[bool, bool, bool]:
    """What an edge is taken by, the least first."""
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

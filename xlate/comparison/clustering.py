"""Clusters of statements that say the same: agglomeration by average log-odds, within limits.

The two clusters with the highest mean score between statements of different articles are joined, again and again,
while that mean is above the threshold.  So a weak pair (English-Russian) is carried by two strong ones
(English-Belarusian and Belarusian-Russian), and a chance likeness to one of three is outvoted.

Three rounds.  First the text, one statement of an article in a cluster.  Then headings come in: a headline says over
again what the text says, so it takes nobody's place; joined with the others, headlines would find headlines and leads
leads, and one statement would be two clusters.  Last, an article that states something twice in its text may have a
second statement in a cluster; it must be surer.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass

THRESHOLD = -1.5
"""Least mean log-odds.  F1 on 25 documents of dev/news, and on the loose stories of ``scoring.OWN`` (2026-11-30):

-2.5: 0.965, 0.735; -2: 0.971, 0.763; -1.5: 0.972, 0.768; -1: 0.972, 0.758; -0.5: 0.959, 0.754 (the model asked).
"""

TWICE = 3.0
"""Least mean log-odds where an article's second statement comes in.

On dev/news, where no article says anything twice, 1 costs 0.010 of F1 and 3 costs 0.003 (2026-11-29).
"""

AT_MOST = 2  # statements of an article in a cluster; headings are counted by themselves

Pair = tuple[int, int]


def clusters(
    articles: Sequence[int],
    scores: Mapping[Pair, float],
    unlike: float,
    *,
    headings: Collection[int] = (),
    threshold: float = THRESHOLD,
) -> list[list[int]]:
    """The clusters of statements 0..n-1, of which ``articles`` names the article; each statement is in exactly one.

    ``scores`` are of pairs (smaller number first) of different articles; a pair that is not there scores ``unlike``.
    ``headings`` are the statements that are headings.  Ties are broken by number, so the statements' order decides
    and nothing else.
    """
    return _Agglomeration(articles, scores, unlike, frozenset(headings), threshold).run()


@dataclass(frozen=True, slots=True)
class _Round:
    """``at_most``: statements of an article's text in a cluster."""

    with_headings: bool
    at_most: int


_ROUNDS = (_Round(False, 1), _Round(True, 1), _Round(True, AT_MOST))


@dataclass(frozen=True, slots=True)
class _Said:
    """How many statements each article has in a cluster, by article."""

    text: Counter[int]
    headings: Counter[int]

    @property
    def articles(self) -> Set[int]:
        return self.text.keys() | self.headings.keys()

    def of(self, article: int) -> int:
        return self.text[article] + self.headings[article]


def _most(times: Counter[int]) -> int:
    return max(times.values(), default=0)


class _Agglomeration:
    def __init__(
        self,
        articles: Sequence[int],
        scores: Mapping[Pair, float],
        unlike: float,
        headings: frozenset[int],
        threshold: float,
    ) -> None:
        self.articles, self.unlike, self.headings, self.threshold = articles, unlike, headings, threshold
        self.members: dict[int, list[int]] = {number: [number] for number in range(len(articles))}
        self.links: dict[int, dict[int, float]] = defaultdict(dict)  # sums of known scores above ``unlike``
        for (i, j), score in scores.items():
            if articles[i] != articles[j]:
                self.links[i][j] = self.links[j][i] = score - unlike
        self.next = len(articles)
        self.heap: list[tuple[float, int, int]] = []
        self.round = _ROUNDS[0]

    def run(self) -> list[list[int]]:
        for self.round in _ROUNDS:
            for i in sorted(self.links):
                for j in sorted(self.links[i]):
                    if i < j:
                        self._offer(i, j)
            while self.heap:
                _, i, j = heapq.heappop(self.heap)
                if i in self.members and j in self.members:
                    self._join(i, j)
        return sorted(sorted(members) for members in self.members.values())

    def _offer(self, i: int, j: int) -> None:
        mean = self._mean(i, j)
        if mean is not None:
            heapq.heappush(self.heap, (-mean, i, j))

    def _mean(self, i: int, j: int) -> float | None:
        """The mean score of the two clusters; None if they may not be joined."""
        left, right = self._said(i), self._said(j)
        if not self.round.with_headings and (left.headings or right.headings):
            return None
        if _most(left.headings + right.headings) > AT_MOST or _most(left.text + right.text) > self.round.at_most:
            return None
        n_pairs = len(self.members[i]) * len(self.members[j]) - sum(left.of(a) * right.of(a) for a in left.articles)
        if not n_pairs:
            return None
        mean = self.unlike + self.links[i][j] / n_pairs
        twice = left.text.keys() & right.text.keys()
        return mean if mean >= (TWICE if twice else self.threshold) else None

    def _said(self, number: int) -> _Said:
        return _Said(
            Counter(self.articles[member] for member in self.members[number] if member not in self.headings),
            Counter(self.articles[member] for member in self.members[number] if member in self.headings),
        )

    def _join(self, i: int, j: int) -> None:
        new, self.next = self.next, self.next + 1
        self.members[new] = self.members.pop(i) + self.members.pop(j)
        links = {other: score for other, score in self.links.pop(i).items() if other != j}
        for other, score in self.links.pop(j).items():
            if other != i:
                links[other] = links.get(other, 0.0) + score
        for other, score in links.items():
            self.links[other].pop(i, None)
            self.links[other].pop(j, None)
            self.links[other][new] = score
        self.links[new] = links
        for other in sorted(links):
            self._offer(other, new)

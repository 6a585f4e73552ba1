"""One view of the statements: their words in one language, weighed by rarity, over an inverted index.

The likeness of two statements is how much of each one's weight the other covers.  A word's weight is the square of its
inverse document frequency; it is covered as far as the other statement has a word like it (rapidfuzz, above 0.7), so
"правительством" covers "правительство", and a slip of the translator costs a little instead of all.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from xlate.similarity import likeness, near_pairs

LIKE = 0.7
"""From where on two words may be forms of one: on dev/news 0.65 gives F1 0.936, 0.7 0.940, 0.75 0.941 (2026-11-29)."""

COMMON = 0.25  # a word in more than this share of the statements leads to no candidates
FEW = 12  # ... unless it is in no more statements than this


class View:
    """Rows of folded words, one row a statement; an empty row is like nothing."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        self._rows = [tuple(dict.fromkeys(row)) for row in rows]

    def __contains__(self, statement: int) -> bool:
        return bool(self._rows[statement])

    def likeness(self, left: int, right: int) -> float:
        """0..1, symmetric: the geometric mean of how far each covers the other."""
        return math.sqrt(self._cover(left, right) * self._cover(right, left))

    def candidates(self, statement: int) -> Iterator[tuple[int, float]]:
        """Statements that share a rare word, with the weight of all rare words that they share."""
        shared: dict[int, float] = defaultdict(float)
        limit = max(FEW, int(COMMON * len(self._rows)))
        for word, sure in self._reach[statement].items():
            found = self._postings[word]
            if len(found) <= limit:
                for other in found:
                    shared[other] += sure * self.weight[word]
        shared.pop(statement, None)
        return iter(shared.items())

    def _cover(self, by: int, covered: int) -> float:
        reach, weight = self._reach[by], self.weight
        total = self._totals[covered]
        return sum(weight[word] * reach.get(word, 0.0) for word in self._rows[covered]) / total if total else 0.0

    @cached_property
    def weight(self) -> Mapping[str, float]:
        """By word; a word counts as said wherever a word like it is said."""
        n = len(self._rows)
        said = {
            word: len(set().union(*(self._postings[other] for other in self._like[word]))) for word in self._postings
        }
        return {word: (0.05 + math.log((1 + n / times) / 2)) ** 2 for word, times in said.items()}

    @cached_property
    def _postings(self) -> Mapping[str, list[int]]:
        postings: dict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(self._rows):
            for word in row:
                postings[word].append(number)
        return postings

    @cached_property
    def _like(self) -> Mapping[str, Mapping[str, float]]:
        """For each word, the words like it, itself among them.  Only words with the same first letter are compared."""
        like = {word: {word: 1.0} for word in self._postings}
        buckets: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._postings):
            buckets[word[:1]].append(word)
        for bucket in buckets.values():
            for a, b in near_pairs(bucket, LIKE):
                sure = likeness(bucket[a], bucket[b])
                like[bucket[a]][bucket[b]] = like[bucket[b]][bucket[a]] = sure
        return like

    @cached_property
    def _reach(self) -> Sequence[Mapping[str, float]]:
        """For each statement, the words that its own words are like, and how much."""
        reaches = []
        for row in self._rows:
            reach: dict[str, float] = {}
            for word in row:
                for other, sure in self._like[word].items():
                    reach[other] = max(sure, reach.get(other, 0.0))
            reaches.append(reach)
        return reaches

    @cached_property
    def _totals(self) -> Sequence[float]:
        return [sum(self.weight[word] for word in row) for row in self._rows]

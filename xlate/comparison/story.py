"""The nouns of story comparison: who says what.

    StoryComparison ── Article (one an outlet)
           └ Cluster ── Statement (a sentence of one article) ── names, figures, dates, quotations, sources
                └ Difference ── Reading (what one article says)

Every statement is in exactly one cluster.  Articles and statements are numbered from 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from xlate.checks.numbers.mention import Mention
from xlate.model import Signature, Span


class Aspect(StrEnum):
    """What statements that say the same can differ in."""

    FIGURE = "figure"
    TIME = "time"
    DATE = "date"
    NAME = "name"
    SOURCE = "source"  # who is said to have said it
    QUOTATION = "quotation"


class Extent(StrEnum):
    """How many of the articles say something."""

    ALL = "all"
    SOME = "some"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a statement: ``key`` is its skeleton, alike in all languages; ``kind`` is the termbase's, or empty."""

    key: str
    shown: str
    span: Span
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or a time of the day as written, with the word that it counts."""

    mention: Mention
    shown: str
    is_time: bool = False


@dataclass(frozen=True, slots=True)
class Date:
    """A date: ``value`` is ISO 8601 as far as it is known (2026-11-23, --11-23, 2026-11, 2026, -W-2 for a Tuesday).

    ``inferred``: worked out from the article's own date ("on Tuesday", "yesterday", or the year of "23 November").
    """

    value: str
    shown: str
    span: Span
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of one article, as written and in the pivot language."""

    article: int
    number: int
    text: str
    language: str
    pivot: str
    is_heading: bool = False
    machine: bool = False  # the pivot text is a machine translation
    names: tuple[Name, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Date, ...] = ()
    quotations: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[int, int]:
        """Article and number: no two statements share it."""
        return self.article, self.number

    @property
    def n_words(self) -> int:
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Article:
    """One article: ``outlet`` is what a reader calls it; lengths are in words of the article's own language."""

    name: str
    outlet: str
    title: str
    language: str
    date: str = ""
    n_words: int = 0
    n_statements: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article has where others differ; ``shown`` is empty where it says nothing."""

    article: int
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """``conflict``: two articles say different things; otherwise one says what another leaves out."""

    aspect: Aspect
    readings: tuple[Reading, ...]
    conflict: bool


@dataclass(frozen=True, slots=True)
class Cluster:
    """Statements that say the same, in the order of the articles; one alone is a cluster too."""

    statements: tuple[Statement, ...]
    differences: tuple[Difference, ...] = ()

    def __post_init__(self) -> None:
        if not self.statements:
            raise ValueError("a cluster has at least one statement")

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles that say it, in order."""
        return tuple(sorted({statement.article for statement in self.statements}))

    @property
    def best(self) -> Statement:
        """The statement that reads best in the pivot language: one written in it, else the longest; no headline."""
        return min(self.statements, key=lambda s: (s.machine, s.is_heading, -len(s.pivot), s.key))

    def of(self, article: int) -> tuple[Statement, ...]:
        return tuple(statement for statement in self.statements if statement.article == article)

    @property
    def conflicts(self) -> tuple[Difference, ...]:
        return tuple(difference for difference in self.differences if difference.conflict)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date of the timeline with the clusters that name it."""

    value: str
    clusters: tuple[int, ...]
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """A name, and for each article the share of its words (0..1) in statements that name it."""

    shown: str
    shares: tuple[float, ...]


@dataclass(frozen=True)
class StoryComparison:
    """Several articles on one story.  ``clusters`` are in story order; ``notes`` say what to be careful about."""

    articles: tuple[Article, ...]
    clusters: tuple[Cluster, ...]
    pivot: str
    timeline: tuple[Moment, ...] = ()
    topics: tuple[Topic, ...] = ()
    notes: tuple[str, ...] = ()
    signature: Signature = field(default_factory=lambda: Signature(()))

    def __post_init__(self) -> None:
        times = Counter(statement.key for cluster in self.clusters for statement in cluster.statements)
        if any(n > 1 for n in times.values()):
            raise ValueError("a statement is in two clusters")

    @property
    def statements(self) -> Iterator[Statement]:
        return (statement for cluster in self.clusters for statement in cluster.statements)

    def extent(self, cluster: Cluster) -> Extent:
        """Whether all, some or one of the articles say it."""
        n = len(cluster.articles)
        return Extent.ONE if n == 1 else Extent.ALL if n == len(self.articles) else Extent.SOME

    def by_extent(self, extent: Extent) -> tuple[Cluster, ...]:
        return tuple(cluster for cluster in self.clusters if self.extent(cluster) is extent)

    def only_in(self, article: int) -> tuple[Cluster, ...]:
        """What no other article says."""
        return tuple(cluster for cluster in self.clusters if cluster.articles == (article,))

    def share(self, article: int, extent: Extent) -> float:
        """The share of the article's words, 0..1, in statements of that extent."""
        words = self._words[article]
        return words[extent] / (sum(words.values()) or 1)

    def agreement(self, article: int) -> float:
        """The share of the article's statements, 0..1, that another article makes too."""
        mine = [cluster for cluster in self.clusters for _ in cluster.of(article)]
        return sum(len(cluster.articles) > 1 for cluster in mine) / len(mine) if mine else 0.0

    @cached_property
    def _words(self) -> tuple[Counter[Extent], ...]:
        words: tuple[Counter[Extent], ...] = tuple(Counter() for _ in self.articles)
        for cluster in self.clusters:
            for statement in cluster.statements:
                words[statement.article][self.extent(cluster)] += statement.n_words
        return words

"""What statements that say the same differ in: figures, times, dates, names, sources, quotations.

A value that all articles agree on, of those that give any, is no difference.  Of the rest it is a conflict when two
articles each have a value that the other lacks ("46 houses", "48 домов"), else something that some give and others
leave out.  An article does not leave out a name that it has in another statement.  Figures are told apart by unit
first, so that a price is not set against a percentage.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TypeVar

from xlate.comparison.dates import compatible
from xlate.comparison.names import runs
from xlate.comparison.story import Aspect, Difference, Figure, Name, Reading, Statement
from xlate.glossary.concept import Kind
from xlate.similarity import likeness

ALIKE = 0.7  # names outside the termbase: "sabanu" and "Cabanu" are 0.83 alike; guessed

PERSON = str(Kind.PERSON)

Item = TypeVar("Item")
Group = TypeVar("Group", bound=Hashable)


def differences(
    statements: Sequence[Statement], named: Mapping[int, frozenset[str]] | None = None
) -> tuple[Difference, ...]:
    """Conflicts first; none for statements of one article.  ``named``: the keys of all names of each article."""
    articles = sorted({statement.article for statement in statements})
    if len(articles) < 2:
        return ()
    found = [*_figures(statements, articles), *_dates(statements, articles), *_names(statements, articles, named or {})]
    found += _texts(Aspect.SOURCE, statements, articles, lambda statement: statement.sources)
    found += _texts(Aspect.QUOTATION, statements, articles, lambda statement: statement.quotations)
    return tuple(sorted(found, key=lambda difference: not difference.conflict))


def _figures(statements: Sequence[Statement], articles: Sequence[int]) -> Iterator[Difference]:
    """Numbers in figures, small numbers in words, and times, each set against its like.

    A small number in words that only one article has is nothing to speak of.
    """
    found = _differences(
        Aspect.FIGURE,
        statements,
        articles,
        lambda s: s.figures,
        lambda a, b: a.mention.agrees(b.mention),
        _figure_group,
        lambda figure: figure.shown,
    )
    for (is_time, _, small), difference in found:
        if difference.conflict or not small:
            yield replace(difference, aspect=Aspect.TIME) if is_time else difference


def _figure_group(figure: Figure) -> tuple[bool, str, bool]:
    return figure.is_time, figure.mention.unit, figure.mention.optional


def _dates(statements: Sequence[Statement], articles: Sequence[int]) -> Iterator[Difference]:
    found = _differences(
        Aspect.DATE,
        statements,
        articles,
        lambda s: s.dates,
        lambda a, b: compatible(a.value, b.value),
        lambda date: len(date.value) == len("2026"),  # a year is not set against a day
        lambda date: f"{date.shown} ({date.value})" if date.inferred else date.shown,
    )
    yield from (difference for _, difference in found)


def _names(
    statements: Sequence[Statement], articles: Sequence[int], named: Mapping[int, frozenset[str]]
) -> Iterator[Difference]:
    """Names are in conflict where both are of persons, and neither article has the other's name anywhere.

    "The Putin ally said" and «сказал Лукашенко» do not contradict each other where both tell of both.
    """

    def elsewhere(run: _Run, article: int) -> bool:
        return any(name.key in named.get(article, ()) for name in run.names)

    found = _differences(
        Aspect.NAME, statements, articles, _runs, _same_run, _run_group, lambda run: run.shown, elsewhere
    )
    for group, difference in found:
        yield replace(difference, conflict=difference.conflict and group == PERSON)


@dataclass(frozen=True, slots=True)
class _Run:
    """Names that stand next to each other: "Ivan Krupko"."""

    names: tuple[Name, ...]

    @property
    def shown(self) -> str:
        return " ".join(name.shown for name in self.names)


def _runs(statement: Statement) -> Sequence[_Run]:
    return [_Run(run) for run in runs(statement.names)]


def _run_group(run: _Run) -> str:
    """The termbase's kind; two names in a row are a person's."""
    return run.names[0].kind or (PERSON if len(run.names) > 1 else "")


def _same_name(a: Name, b: Name) -> bool:
    if a.kind and b.kind:  # "Kaliningrad" and "Kaliningrad Region" are no two things, nor "Belarus" and its full name
        ours, theirs = set(a.key.split()), set(b.key.split())
        return ours <= theirs or theirs <= ours
    return likeness(a.key, b.key) >= ALIKE or a.key in b.key.split() or b.key in a.key.split()


def _same_run(a: _Run, b: _Run) -> bool:
    return any(_same_name(x, y) for x in a.names for y in b.names)


def _texts(
    aspect: Aspect,
    statements: Sequence[Statement],
    articles: Sequence[int],
    of: Callable[[Statement], tuple[str, ...]],
) -> Iterator[Difference]:
    """Sources and quotations stand side by side: whether they say the same is for the reader to judge."""
    readings = tuple(
        Reading(article, tuple(text for s in statements if s.article == article for text in of(s)))
        for article in articles
    )
    if any(reading.shown for reading in readings):
        yield Difference(aspect, readings, conflict=False)


def _differences(
    aspect: Aspect,
    statements: Sequence[Statement],
    articles: Sequence[int],
    of: Callable[[Statement], Sequence[Item]],
    same: Callable[[Item, Item], bool],
    group: Callable[[Item], Group],
    shown: Callable[[Item], str],
    elsewhere: Callable[[Item, int], bool] | None = None,
) -> Iterator[tuple[Group, Difference]]:
    """One difference for each group of items, such as figures of one unit, in which something is not agreed by all."""
    items = {article: [item for s in statements if s.article == article for item in of(s)] for article in articles}
    for key in dict.fromkeys(group(item) for article in articles for item in items[article]):
        mine = {article: [item for item in items[article] if group(item) == key] for article in articles}
        having = [article for article in articles if items[article]]

        def given(item: Item, article: int) -> bool:
            here = any(same(item, other) for other in items[article])
            return here or bool(elsewhere and elsewhere(item, article))

        def everywhere(item: Item, having: Sequence[int] = having) -> bool:
            return all(given(item, article) for article in (having if len(having) > 1 else articles))

        left = {article: [item for item in mine[article] if not everywhere(item)] for article in articles}
        if any(left.values()):
            readings = tuple(Reading(article, tuple(dict.fromkeys(map(shown, left[article])))) for article in articles)
            yield key, Difference(aspect, readings, _contradict(left, same, elsewhere))


def _contradict(
    left: Mapping[int, Sequence[Item]],
    same: Callable[[Item, Item], bool],
    elsewhere: Callable[[Item, int], bool] | None,
) -> bool:
    """Whether two articles each have something that the other lacks, here and ``elsewhere``."""

    def lacks(one: int, other: int) -> bool:
        own = [item for item in left[one] if not any(same(item, y) for y in left[other])]
        return any(elsewhere is None or not elsewhere(item, other) for item in own)

    return any(lacks(a, b) and lacks(b, a) for a, b in combinations(left, 2))

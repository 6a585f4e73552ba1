"""Several articles on one story, independently written, in several languages: who says what.

    results in the pivot language ── statements ── match_statements ── Clusters ── differences ──> StoryComparison
    further views (other languages) ────────────────────┘

Matching is many-to-many and never monotone: outlets tell a story in their own order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from xlate import __version__
from xlate.comparison.differences import differences
from xlate.comparison.informing import Informer
from xlate.comparison.matching import match_statements
from xlate.comparison.names import NameReader
from xlate.comparison.overview import in_story_order, notes, timeline, topics
from xlate.comparison.statements import article_of, said, statements_of
from xlate.comparison.story import (
    Article,
    Aspect,
    Cluster,
    Date,
    Difference,
    Extent,
    Figure,
    Moment,
    Name,
    Reading,
    Statement,
    StoryComparison,
    Topic,
)
from xlate.errors import InputError
from xlate.glossary.termbase import Termbase
from xlate.model import Signature, TranslationResult

__all__ = [
    "Article",
    "Aspect",
    "Cluster",
    "Date",
    "Difference",
    "Extent",
    "Figure",
    "Informer",
    "Moment",
    "Name",
    "Reading",
    "Statement",
    "StoryComparison",
    "Topic",
    "compare_stories",
]


def compare_stories(
    results: Sequence[TranslationResult],
    termbase: Termbase,
    views: Mapping[str, Sequence[TranslationResult]] | None = None,
    informer: Informer | None = None,
) -> StoryComparison:
    """Compare articles, all translated into one pivot language.

    ``views`` are the same articles in the same order, in further languages: each is one more way to see that two
    statements say the same.  ``informer`` is asked about doubtful pairs.  InputError for fewer than two articles.
    """
    if len(results) < 2:
        raise InputError("A comparison needs two articles or more.", "Name the others too: xlate stories a.txt b.txt")
    pivot = results[0].target_language
    reader = NameReader(termbase, pivot)
    reader.learn((unit.source, result.source_language) for result in results for unit in result.units)
    articles = tuple(article_of(result) for result in results)
    by_article = [statements_of(number, result, reader) for number, result in enumerate(results)]
    statements = [statement for rows in by_article for statement in rows]
    texts = {pivot: [statement.pivot for statement in statements]}
    for code, translated in (views or {}).items():
        texts[code] = [unit.target for result in translated for unit in said(result)]
    groups = match_statements(statements, texts, informer=informer)
    named = {
        number: frozenset(name.key for statement in rows for name in statement.names)
        for number, rows in enumerate(by_article)
    }
    found = in_story_order([Cluster(group, differences(group, named)) for group in groups], articles)
    signature = _signature(results, pivot, sorted(texts), informer is not None)
    story = StoryComparison(articles, found, pivot, timeline(found), topics(found, articles), signature=signature)
    return replace(story, notes=tuple(notes(story)))


def _signature(results: Sequence[TranslationResult], pivot: str, views: Sequence[str], informed: bool) -> Signature:
    made = {key: set[str]() for key in ("route", "models", "glossary", "beam")}
    for result in results:
        for key, value in result.signature.entries:
            if key in made and value != "none":
                made[key].add(value)
    entries = {key: "; ".join(sorted(values)) or "none" for key, values in made.items()}
    asked = "yes" if informed else "no"
    made_by = {"xlate": __version__, "pivot": pivot, "views": ", ".join(views), "scored by the model": asked}
    return Signature.of({**made_by, **entries})

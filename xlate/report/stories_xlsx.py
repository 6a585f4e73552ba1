"""A story comparison as a spreadsheet: a row for each statement, a column for each article with its own words."""

from __future__ import annotations

from collections.abc import Iterator

from xlate import languages
from xlate.comparison import StoryComparison
from xlate.spreadsheet import Cell, render_sheet


def render_stories_xlsx(story: StoryComparison) -> bytes:
    """One sheet."""
    outlets = [f"{article.outlet} ({languages.name(article.language)})" for article in story.articles]
    header = ("#", "reported by", f"statement, {languages.name(story.pivot)}", "differences", *outlets)
    return render_sheet(header, _rows(story), "Statements", (5, 11, 60, 40, *(45 for _ in outlets)))


def _rows(story: StoryComparison) -> Iterator[tuple[Cell, ...]]:
    for number, cluster in enumerate(story.clusters, 1):
        told = [
            f"{difference.aspect}: "
            + "; ".join(f"{story.articles[r.article].outlet}: {', '.join(r.shown) or '–'}" for r in difference.readings)
            for difference in cluster.conflicts
        ]
        yield (
            number,
            str(story.extent(cluster)),
            cluster.best.pivot,
            "\n".join(told),
            *(" ".join(statement.text for statement in cluster.of(i)) for i in range(len(story.articles))),
        )

"""A story comparison as one HTML page, as a spreadsheet, as Markdown or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from xlate import languages
from xlate.comparison import Aspect, Cluster, Difference, Extent, Statement, StoryComparison
from xlate.report.page import Page, render, side, styles
from xlate.report.stories_xlsx import render_stories_xlsx

SCHEMA = "xlate.stories/1"

_EXTENTS = (
    (Extent.ALL, "Reported by all"),
    (Extent.SOME, "Reported by some"),
    (Extent.ONE, "Reported by one only"),
)
_SIDE_BY_SIDE = (Aspect.SOURCE, Aspect.QUOTATION)


@dataclass(frozen=True, slots=True)
class Row:
    """A cluster as the matrix shows it; ``number`` counts from 1 in story order."""

    number: int
    cluster: Cluster

    @property
    def text(self) -> str:
        return self.cluster.best.pivot

    @property
    def is_machine(self) -> bool:
        return self.cluster.best.machine


@dataclass(frozen=True, slots=True)
class Bar:
    """One piece of an article's bar: where it starts and how long it is, in percent."""

    extent: Extent
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Told:
    """A difference with the row that it belongs to."""

    row: Row
    difference: Difference

    def shown(self, article: int) -> tuple[str, ...]:
        """What an article has; nothing too for one that is not in the cluster."""
        return next((reading.shown for reading in self.difference.readings if reading.article == article), ())

    def absent(self, article: int) -> bool:
        return article not in self.row.cluster.articles


def render_stories(story: StoryComparison, format_: str) -> str | bytes:
    """The comparison as ``html``, ``md``, ``json`` or ``xlsx``; only the last is no text."""
    if format_ == "xlsx":
        return render_stories_xlsx(story)
    renderers: dict[str, Callable[[StoryComparison], str]] = {
        "html": render_html,
        "md": render_markdown,
        "json": render_json,
    }
    return renderers[format_](story)


def render_html(story: StoryComparison) -> str:
    """One self-contained page."""
    rows = _rows(story)
    told = [Told(row, difference) for row in rows for difference in row.cluster.differences]
    articles = range(len(story.articles))
    columns = f":root {{ --columns: {len(story.articles)}; }}\n"
    return render(
        "stories.html",
        Page("statement", "difference", styles(("page.css", "stories.css")) + columns),
        story=story,
        signature=story.signature,
        numbers=articles,
        rows=rows,
        groups=[(extent, title, [r for r in rows if story.extent(r.cluster) is extent]) for extent, title in _EXTENTS],
        conflicts=[t for t in told if t.difference.conflict],
        beside=[t for t in told if t.difference.aspect in _SIDE_BY_SIDE],
        lone=[t for t in told if not t.difference.conflict and t.difference.aspect not in _SIDE_BY_SIDE],
        bars=[_bars(story, number) for number in articles],
        unique=[[row for row in rows if row.cluster.articles == (number,)] for number in articles],
        longest=max((article.n_words for article in story.articles), default=1) or 1,
        side=side,
        pivot=side(story.pivot),
        title=_title(story),
        months=[(month, list(moments)) for month, moments in groupby(story.timeline, key=lambda m: m.value[:7])],
        Extent=Extent,
    )


def render_markdown(story: StoryComparison) -> str:
    """The same content as text: summary, differences, matrix, what only one reports, timeline."""
    rows = _rows(story)
    outlets = [_cell(article.outlet) for article in story.articles]
    lines = [f"# {_cell(_title(story))}", "", f"{len(outlets)} articles compared in {languages.name(story.pivot)}."]
    lines += ["", *(f"- **Note:** {note}" for note in story.notes)] if story.notes else []
    lines += ["", *_table(["outlet", "language", "date", "words", "with all", "with some", "alone"], _summary(story))]
    told = [Told(row, d) for row in rows for d in row.cluster.conflicts]
    if told:
        lines += ["", "## Where they differ", ""]
        body = [
            [str(t.row.number), str(t.difference.aspect)]
            + [", ".join(t.shown(i)) or ("" if t.absent(i) else "–") for i in range(len(outlets))]
            for t in told
        ]
        lines += _table(["#", "what", *outlets], body)
    lines += ["", "## Who reports what", ""]
    matrix = [
        [str(row.number), row.text, *("x" if row.cluster.of(i) else "" for i in range(len(outlets)))] for row in rows
    ]
    lines += _table(["#", "statement", *outlets], matrix)
    for number, outlet in enumerate(outlets):
        lines += ["", f"## Only in {outlet}", ""]
        own = [row for row in rows if row.cluster.articles == (number,)]
        lines += [f"{row.number}. {_original(row.cluster.best)}" for row in own] or ["Nothing."]
    if story.timeline:
        lines += ["", "## Timeline", ""]
        lines += [f"- {m.value}: {', '.join(f'#{n + 1}' for n in m.clusters)}" for m in story.timeline]
    return "\n".join([*lines, "", f"Made offline by xlate: {story.signature}", ""])


def render_json(story: StoryComparison) -> str:
    """UTF-8, one space of indent, a line break at the end; the schema is in docs/json.md."""
    content = {
        "schema": SCHEMA,
        "pivot": story.pivot,
        "notes": list(story.notes),
        "articles": [
            {
                "id": number,
                **{key: getattr(article, key) for key in ("name", "outlet", "title", "language", "date", "n_words")},
                "shares": {str(extent): round(story.share(number, extent), 4) for extent in Extent},
            }
            for number, article in enumerate(story.articles)
        ],
        "clusters": [_cluster(story, row) for row in _rows(story)],
        "timeline": [
            {"date": m.value, "inferred": m.inferred, "clusters": [n + 1 for n in m.clusters]} for m in story.timeline
        ],
        "topics": [{"name": t.shown, "shares": [round(share, 4) for share in t.shares]} for t in story.topics],
        "signature": dict(story.signature.entries),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _cluster(story: StoryComparison, row: Row) -> dict[str, Any]:
    return {
        "id": row.number,
        "extent": str(story.extent(row.cluster)),
        "articles": list(row.cluster.articles),
        "text": row.text,
        "statements": [
            {
                "article": s.article,
                "number": s.number,
                "language": s.language,
                "text": s.text,
                "pivot": s.pivot,
                "machine": s.machine,
                "names": list(dict.fromkeys(name.shown for name in s.names)),
                "figures": [figure.shown for figure in s.figures],
                "dates": [{"date": d.value, "text": d.shown, "inferred": d.inferred} for d in s.dates],
                "quotations": list(s.quotations),
                "sources": list(s.sources),
            }
            for s in row.cluster.statements
        ],
        "differences": [
            {
                "aspect": str(d.aspect),
                "conflict": d.conflict,
                "readings": [{"article": r.article, "shown": list(r.shown)} for r in d.readings],
            }
            for d in row.cluster.differences
        ],
    }


def _rows(story: StoryComparison) -> list[Row]:
    return [Row(number, cluster) for number, cluster in enumerate(story.clusters, 1)]


def _bars(story: StoryComparison, article: int) -> list[Bar]:
    bars, start = [], 0.0
    for extent in Extent:
        length = 100 * story.share(article, extent)
        bars.append(Bar(extent, round(start, 2), round(length, 2)))
        start += length
    return bars


def _summary(story: StoryComparison) -> list[list[str]]:
    return [
        [a.outlet, languages.name(a.language), a.date[:10], str(a.n_words)]
        + [f"{story.share(number, extent):.0%}" for extent in Extent]
        for number, a in enumerate(story.articles)
    ]


def _title(story: StoryComparison) -> str:
    """The title of the article that needs no translation, else of the first."""
    found = next((a.title for a in story.articles if a.language == story.pivot), story.articles[0].title)
    return found[:160]


def _original(statement: Statement) -> str:
    text = _cell(statement.text)
    return f"{text} ({_cell(statement.pivot)})" if statement.machine else text


def _table(head: list[str], body: list[list[str]]) -> list[str]:
    rows = [head, ["---"] * len(head), *[[_cell(cell) for cell in row] for row in body]]
    return ["| " + " | ".join(row) + " |" for row in rows]


def _cell(text: str) -> str:
    """Text that cannot break a Markdown table or smuggle in markup."""
    for character in "\\`*_[]<>|#":
        text = text.replace(character, f"\\{character}")
    return " ".join(text.split())

"""The side-by-side page: one self-contained HTML file, no script, readable in any browser with the network off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from typing import Any

from xlate import languages
from xlate.model import Block, BlockKind, Finding, Severity, Span, TermHit, TranslationResult, TranslationUnit


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of text; ``severity`` is empty where nothing was found, ``term`` where no name of the glossary stands.

    ``term`` is what became of the name (satisfied, repaired, violated), ``title`` says so in a sentence.
    """

    text: str
    severity: str = ""
    term: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One segment as the page shows it."""

    number: int
    source: tuple[Mark, ...]
    target: tuple[Mark, ...]
    unit: TranslationUnit

    @property
    def severity(self) -> str:
        return str(max((f.severity for f in self.unit.findings), default="")) if self.unit.findings else ""


@dataclass(frozen=True, slots=True)
class Section:
    """One block of the article: its rows, or, for verbatim text, none."""

    block: Block
    rows: tuple[Row, ...]

    @property
    def verbatim(self) -> bool:
        return self.block.kind is BlockKind.VERBATIM


def render_html(result: TranslationResult) -> str:
    """The page for one result."""
    sections = _sections(result)
    rows = [row for section in sections for row in section.rows]
    found = Counter(finding.check for _, finding in result.findings)
    scores = [unit.score for unit in result.units if unit.score is not None]
    page: str = _template().render(
        result=result,
        title=result.document.metadata.title or _first_line(result) or result.document.name,
        sections=sections,
        flagged=sorted((row for row in rows if row.severity in ("warning", "error")), key=_by_severity),
        counts=Counter(row.severity for row in rows if row.severity),
        checks=found.most_common(),
        terms=Counter(str(hit.status) for unit in result.units for hit in unit.terms),
        n_copied=sum(unit.route is None for unit in result.units),
        mean_score=sum(scores) / len(scores) if scores else None,
        routes=sorted({str(unit.route) for unit in result.units if unit.route}),
        source=_side(result.source_language),
        target=_side(result.target_language),
    )
    return page


def marks(
    text: str, spans: Sequence[tuple[Span, Severity]], terms: Sequence[tuple[Span, TermHit]] = ()
) -> tuple[Mark, ...]:
    """``text`` cut where findings and names begin and end, the worst one winning; joined, the marks are the text."""
    edges = (edge for span, _ in (*spans, *terms) for edge in (span.start, span.end) if edge < len(text))
    found = []
    for start, end in pairwise(sorted({0, len(text), *edges})):
        inside = [severity for span, severity in spans if span.start < end and start < span.end]
        hit = next((hit for span, hit in terms if span.start < end and start < span.end), None)
        severity = str(max(inside)) if inside else ""
        if hit is None:
            found.append(Mark(text[start:end], severity))
        else:
            found.append(Mark(text[start:end], severity, str(hit.status), _told(hit)))
    return tuple(found)


def _told(hit: TermHit) -> str:
    """What the reader is told of a name: "Minsk: Минск, repaired (put into the case of its place)"."""
    return f"{hit.term}: {hit.wanted}, {hit.status}{f' ({hit.reason})' if hit.reason else ''}"


def _sections(result: TranslationResult) -> list[Section]:
    sections, number = [], 0
    for block, units in zip(result.document.blocks, result.block_units(), strict=True):
        rows = []
        for unit in units:
            number += 1
            rows.append(_row(number, unit))
        sections.append(Section(block, tuple(rows)))
    return sections


def _row(number: int, unit: TranslationUnit) -> Row:
    def spans(findings: tuple[Finding, ...], side: str) -> list[tuple[Span, Severity]]:
        return [(span, f.severity) for f in findings if (span := getattr(f, f"{side}_span")) is not None]

    def terms(side: str) -> list[tuple[Span, TermHit]]:
        return [(span, hit) for hit in unit.terms if (span := getattr(hit, f"{side}_span")) is not None]

    return Row(
        number,
        marks(unit.source, spans(unit.findings, "source"), terms("source")),
        marks(unit.target, spans(unit.findings, "target"), terms("target")),
        unit,
    )


def _by_severity(row: Row) -> tuple[int, int]:
    return (-max(finding.severity for finding in row.unit.findings), row.number)


def _first_line(result: TranslationResult) -> str:
    return next((block.text[:120] for block in result.document.blocks if block.kind is BlockKind.TITLE), "")


def _side(code: str) -> dict[str, str]:
    return {"code": code, "name": languages.name(code), "dir": "rtl" if languages.is_rtl(code) else "ltr"}


@lru_cache(maxsize=1)
def _template() -> Any:
    import jinja2

    text = (resources.files("xlate.report") / "side_by_side.html").read_text(encoding="utf-8")
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(text)

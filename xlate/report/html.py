"""The side-by-side page of a translation: one self-contained HTML file, readable without script and network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from xlate.model import Block, BlockKind, Finding, Severity, Span, TermHit, TranslationResult, TranslationUnit
from xlate.report.page import Bar, Page, Tile, render, side, styles, ticks

GIST = 0.45
"""Mean score below which a page says that the text is good for the gist only: 60 % of 2,087 segments below it reach a
chrF under 30 (news set, into ru, uk, be, model 0.3, 2026-11-30)."""


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

    @property
    def kinds(self) -> str:
        """The checks that found something, and what became of names: "numbers term-violated"."""
        found = [finding.check for finding in self.unit.findings]
        return " ".join(dict.fromkeys([*found, *(f"term-{hit.status}" for hit in self.unit.terms)]))


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
    scores = [unit.score for unit in result.units if unit.score is not None]
    score = sum(scores) / len(scores) if scores else None
    flagged = sorted((row for row in rows if row.severity in ("warning", "error")), key=_by_severity)
    bars = _bars([finding for _, finding in result.findings])
    terms = Counter(str(hit.status) for unit in result.units for hit in unit.terms)
    return render(
        "translation.html",
        Page("segment", style=styles(("page.css",))),
        result=result,
        signature=result.signature,
        title=result.document.metadata.title or _first_line(result) or result.document.name,
        sections=sections,
        flagged=flagged,
        verdict=_verdict(flagged, len(rows), score),
        groups=[_tile(severity, rows) for severity in ("error", "warning", "info")],
        counts=Counter(row.severity for row in rows if row.severity),
        bars=bars,
        most=max((bar.total for bar in bars), default=1),
        kind_choices=[
            *((bar.kind, bar.label, bar.total) for bar in bars),
            *((f"term-{status}", f"name {status}", n) for status, n in terms.items()),
        ],
        ticks=ticks([(f"s{r.number}", f"{r.number} {r.kinds}".strip(), r.severity, len(r.unit.source)) for r in rows]),
        terms=terms,
        n_copied=sum(unit.route is None for unit in result.units),
        mean_score=score,
        routes=sorted({str(unit.route) for unit in result.units if unit.route}),
        source=side(result.source_language),
        target=side(result.target_language),
    )


def _verdict(flagged: Sequence[Row], n_rows: int, score: float | None) -> str:
    unsure = score is not None and score < GIST
    gist = "The model is unsure of this text: take it for the gist. " if unsure else ""
    if flagged:
        return f"{gist}{len(flagged)} of {n_rows} segments need{'s' if len(flagged) == 1 else ''} a look."
    return f"{gist}The checks of form found nothing."


def _tile(severity: str, rows: Sequence[Row]) -> Tile:
    """How many segments have that as their worst, with a link to the first."""
    found = [row for row in rows if row.severity == severity]
    label = {"error": "with errors", "warning": "with warnings", "info": "with remarks"}[severity]
    return Tile(len(found), label, severity, f"s{found[0].number}" if found else "")


def _bars(findings: Sequence[Finding]) -> list[Bar]:
    counts = Counter((finding.check, finding.severity) for finding in findings)
    made = [
        Bar(check, check, tuple((str(s), counts[check, s]) for s in sorted(Severity, reverse=True) if counts[check, s]))
        for check in dict.fromkeys(finding.check for finding in findings)
    ]
    return sorted(made, key=lambda bar: -bar.total)


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
    def spans(findings: tuple[Finding, ...], where: str) -> list[tuple[Span, Severity]]:
        return [(span, f.severity) for f in findings if (span := getattr(f, f"{where}_span")) is not None]

    def terms(where: str) -> list[tuple[Span, TermHit]]:
        return [(span, hit) for hit in unit.terms if (span := getattr(hit, f"{where}_span")) is not None]

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

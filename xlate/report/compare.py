"""The page of `xlate compare`: one self-contained HTML file that is readable without script, with the network off.

A reader sees first what is likely lost, added, changed or otherwise doubtful, then the strip of the whole text,
then the two texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from xlate.coverage import LABELS, Couple, CoverageFinding, Kind, Place
from xlate.model import Block, BlockKind, Severity, Span, TermHit
from xlate.report.differences import Run, changed_spans, differences
from xlate.report.page import Bar, Page, Tick, Tile, render, side, styles, ticks
from xlate.verification import Verification

FIRST = 8
"""Findings at the head of the page; all of them stand at their segments."""

OWN = 0.5
"""Share of the segments from which a translation is the model's own (guessed)."""

OWN_WORK = "The same model made this translation, and it hardly sees its own mistakes: a person should read it."
NOT_FOR_SENSE = "The checks do not read for sense: a person should."

NOTHING_FOUND = "Nothing seems to be missing, added or changed."

GROUPS = (
    ("lost", frozenset({Kind.OMISSION, Kind.LOST_CLAUSE})),
    ("added", frozenset({Kind.ADDITION, Kind.ADDED_CLAUSE, Kind.REPETITION})),
    ("changed", frozenset({Kind.NUMBER, Kind.DATE, Kind.NAME, Kind.QUOTATION, Kind.NEGATION})),
    ("doubtful", frozenset({Kind.DOUBTFUL, Kind.UNTRANSLATED, Kind.LANGUAGE, Kind.ORDER, Kind.LENGTH, Kind.FORM})),
)
"""What a reader asks first."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with the classes that mark it; ``note`` says in words what the mark says in colour."""

    text: str
    classes: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One segment of a side, numbered from 1."""

    number: int
    pieces: tuple[Piece, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Row:
    """One bead: its segments on both sides, what was found, and what the machine would have said."""

    number: int
    couple: Couple
    score: float
    source: tuple[Part, ...]
    target: tuple[Part, ...]
    machine: tuple[Run, ...]
    findings: tuple[CoverageFinding, ...]
    terms: tuple[TermHit, ...]
    block: Block | None
    opens: bool  # the first row of its block

    @property
    def severity(self) -> str:
        return str(max(finding.severity for finding in self.findings)) if self.findings else ""

    @property
    def kinds(self) -> str:
        return " ".join(dict.fromkeys(str(finding.kind) for finding in self.findings))


def render_compare(verification: Verification) -> str:
    """The page."""
    coverage = verification.coverage
    rows = _rows(verification)
    bars = _bars(coverage.findings)
    return render(
        "compare.html",
        Page("segment", style=styles(("page.css",))),
        v=verification,
        coverage=coverage,
        signature=verification.signature,
        title=_title(verification),
        rows=rows,
        first=coverage.findings[:FIRST],
        counts=Counter(str(finding.severity) for finding in coverage.findings),
        kind_choices=[(bar.kind, bar.label, bar.total) for bar in bars],
        verdict=verdict(verification),
        own_work=is_own_work(verification),
        groups=[_tile(*group, coverage.findings) for group in GROUPS],
        bars=bars,
        most=max((bar.total for bar in bars), default=1),
        ticks=_ticks(rows),
        paragraphs=_paragraphs(verification),
        labels=LABELS,
        source=side(verification.source_language),
        target=side(verification.target_language),
        n_terms=Counter(str(hit.status) for hits in coverage.terms for hit in hits),
        has_machine=any(row.machine for row in rows),
    )


def _tile(label: str, kinds: frozenset[Kind], findings: Sequence[CoverageFinding]) -> Tile:
    """How many findings of a group a reader should look at, with a link to the heaviest."""
    found = [f for f in findings if f.kind in kinds and f.severity > Severity.INFO]
    tone = str(max((f.severity for f in found), default=Severity.INFO))
    return Tile(len(found), label, tone, f"p{found[0].bead + 1}" if found else "")


def verdict(verification: Verification) -> str:
    """What the findings come to, and how far to trust that."""
    said = _said(verification)
    if is_own_work(verification):
        return f"{said} {OWN_WORK}"
    return f"{said} {NOT_FOR_SENSE}" if said == NOTHING_FOUND else said


def is_own_work(verification: Verification) -> bool:
    """Whether most of the translation is word for word the machine translation that it is compared with."""
    couples = [couple for couple in verification.coverage.couples if couple.machine and couple.is_full]
    return sum(couple.machine == couple.target.text for couple in couples) > OWN * len(couples)


def _said(verification: Verification) -> str:
    loud = [finding for finding in verification.coverage.findings if finding.severity > Severity.INFO]
    counts = [(sum(finding.kind in kinds for finding in loud), label) for label, kinds in GROUPS]
    said = [f"{n} {label}" for n, label in counts if n]
    if not said:
        return NOTHING_FOUND
    return f"{len(loud)} place{'s' if len(loud) != 1 else ''} to look at, likely {_listed(said)}."


def _listed(said: Sequence[str]) -> str:
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def _title(verification: Verification) -> str:
    document = verification.source.document
    titles = (block.text[:160] for block in document.blocks if block.kind is BlockKind.TITLE)
    return document.metadata.title or next(titles, "") or document.name


def _rows(verification: Verification) -> list[Row]:
    coverage = verification.coverage
    by_bead: dict[int, list[CoverageFinding]] = {}
    for finding in coverage.findings:
        by_bead.setdefault(finding.bead, []).append(finding)
    rows: list[Row] = []
    previous = None
    for couple, score, terms in zip(coverage.couples, coverage.scores, coverage.terms, strict=True):
        findings = tuple(by_bead.get(couple.number, ()))
        index, document = _block(verification, couple)
        block = document[index] if index is not None else None
        place = (index, document is verification.source.document.blocks)
        rows.append(_row(couple, score, findings, terms, block, opens=place != previous))
        previous = place
    return rows


def _block(verification: Verification, couple: Couple) -> tuple[int | None, tuple[Block, ...]]:
    """The block that a bead stands in: the source's, or the translation's where it has no source."""
    side = verification.source if couple.source.texts else verification.target
    joined = couple.source if couple.source.texts else couple.target
    return side.segments[joined.first].block, side.document.blocks


def _row(
    couple: Couple,
    score: float,
    findings: tuple[CoverageFinding, ...],
    terms: tuple[TermHit, ...],
    block: Block | None,
    *,
    opens: bool,
) -> Row:
    changed: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    machine: tuple[Run, ...] = ()
    if couple.same_language and couple.is_full and not couple.identical:
        left, right = differences(couple.source.text, couple.target.text)
        changed = changed_spans(left), changed_spans(right)
    elif couple.machine and couple.target.texts:
        machine = differences(couple.machine, couple.target.text)[0]
    elif couple.machine:
        machine = (Run(couple.machine),)
    marks = _finding_marks(findings), _term_marks(terms, couple)
    source = _parts(couple, marks[0][0] + marks[1][0], changed[0], in_source=True)
    target = _parts(couple, marks[0][1] + marks[1][1], changed[1], in_source=False)
    return Row(couple.number + 1, couple, score, source, target, machine, findings, terms, block, opens)


_Mark = tuple[Place, str, str]


def _finding_marks(findings: Iterable[CoverageFinding]) -> tuple[list[_Mark], list[_Mark]]:
    made: tuple[list[_Mark], list[_Mark]] = ([], [])
    for finding in findings:
        for marks, places in zip(made, (finding.source, finding.target), strict=True):
            marks += [(place, f"found {finding.severity}", LABELS[finding.kind]) for place in places]
    return made


def _term_marks(terms: Iterable[TermHit], couple: Couple) -> tuple[list[_Mark], list[_Mark]]:
    made: tuple[list[_Mark], list[_Mark]] = ([], [])
    for hit in terms:
        note = f"Term, {hit.status}: {hit.wanted}"
        made[0].extend((place, f"term {hit.status}", note) for place in couple.source.places(hit.source_span))
        if hit.target_span:
            made[1].extend((place, f"term {hit.status}", note) for place in couple.target.places(hit.target_span))
    return made


def _parts(
    couple: Couple, marks: Sequence[_Mark], changed: Sequence[tuple[int, int]], *, in_source: bool
) -> tuple[Part, ...]:
    joined = couple.source if in_source else couple.target
    language = couple.source_language if in_source else couple.target_language
    marks = [*marks, *((place, "changed", "") for a, b in changed for place in joined.places(Span(a, b)))]
    parts = []
    for number, text in enumerate(joined.texts, joined.first):
        mine = [(place.span, classes, note) for place, classes, note in marks if place.segment == number]
        parts.append(Part(number + 1, pieces(text, mine), language))
    return tuple(parts)


def pieces(text: str, marks: Sequence[tuple[Span, str, str]]) -> tuple[Piece, ...]:
    """The text cut where marks begin and end; joined, the pieces are the text.  A severer mark hides a milder one."""
    borders = sorted({0, len(text), *(edge for span, _, _ in marks for edge in (span.start, min(span.end, len(text))))})
    made = []
    for start, end in pairwise(borders):
        inside = [(classes, note) for span, classes, note in marks if span.start < end and start < span.end]
        words = dict.fromkeys(word for classes, _ in inside for word in classes.split())
        for worse, milder in (("error", "warning"), ("error", "info"), ("warning", "info")):
            if worse in words:
                words.pop(milder, None)
        notes = dict.fromkeys(note for _, note in inside if note)
        made.append(Piece(text[start:end], " ".join(words), "; ".join(notes)))
    return tuple(made)


def _bars(findings: Iterable[CoverageFinding]) -> list[Bar]:
    counts = Counter((finding.kind, finding.severity) for finding in findings)
    made = [
        Bar(
            str(kind),
            LABELS[kind],
            tuple((str(s), counts[kind, s]) for s in sorted(Severity, reverse=True) if counts[kind, s]),
        )
        for kind in Kind
    ]
    return sorted((bar for bar in made if bar.total), key=lambda bar: -bar.total)


def _ticks(rows: Sequence[Row]) -> list[Tick]:
    return ticks(
        [
            (
                f"p{row.number}",
                f"{row.number}{': ' if row.kinds else ''}{row.kinds}",
                row.severity,
                max(len(row.couple.source.text), len(row.couple.target.text)),
            )
            for row in rows
        ]
    )


def _paragraphs(verification: Verification) -> list[dict[str, Any]]:
    """The score of every paragraph of the source, with the number of its first row."""
    coverage = verification.coverage
    first: dict[int, int] = {}
    for couple in coverage.couples:
        for segment in verification.source.segments[couple.bead.source.start : couple.bead.source.end]:
            first.setdefault(segment.block, couple.number + 1)
    return [{"score": score, "row": first[block]} for block, score in coverage.paragraph_scores().items()]

"""The comparison as a spreadsheet: a row for each bead, its findings in one cell."""

from __future__ import annotations

from collections.abc import Iterator

from xlate import languages
from xlate.coverage import LABELS, CoverageFinding
from xlate.spreadsheet import Cell, render_sheet
from xlate.verification import Verification


def render_compare_xlsx(verification: Verification) -> bytes:
    """One sheet."""
    names = [languages.name(code) for code in (verification.source_language, verification.target_language)]
    header = ("#", *names, "machine translation", "bead", "confidence", "score", "worst", "findings")
    return render_sheet(header, _rows(verification), "Comparison")


def _rows(verification: Verification) -> Iterator[tuple[Cell, ...]]:
    coverage = verification.coverage
    for couple, score in zip(coverage.couples, coverage.scores, strict=True):
        found = coverage.of_bead(couple.number)
        yield (
            couple.number + 1,
            couple.source.text,
            couple.target.text,
            couple.machine or "",
            couple.bead.kind,
            round(couple.bead.confidence, 3),
            round(score, 3),
            str(max((finding.severity for finding in found), default="")),
            "\n".join(map(_line, found)),
        )


def _line(finding: CoverageFinding) -> str:
    return f"{LABELS[finding.kind]} ({finding.severity}, {finding.likelihood:.2f}): {finding.message}"

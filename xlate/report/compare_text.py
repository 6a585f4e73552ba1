"""The comparison as Markdown: what to look at first, then both texts, row by row."""

from __future__ import annotations

import re
from collections import Counter

from xlate import languages
from xlate.coverage import LABELS, Couple, CoverageFinding
from xlate.report.compare import verdict
from xlate.verification import Verification

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render_markdown(verification: Verification) -> str:
    """One document; what a text has of Markdown's signs is escaped."""
    coverage = verification.coverage
    counts = Counter(str(finding.severity) for finding in coverage.findings)
    found = ", ".join(f"{counts[key]} {key}" for key in ("error", "warning", "info") if counts[key]) or "none"
    names = [languages.name(code) for code in (verification.source_language, verification.target_language)]
    lines = [
        f"# {plain(verification.source.document.name)} and {plain(verification.target.document.name)}",
        "",
        f"{names[0]} to {names[1]}: coverage {coverage.score:.2f} of 1. {verdict(verification)}",
        "",
        *(f"> {plain(notice)}\n" for notice in verification.notices),
        f"Segments: {len(coverage.source.segments)} and {len(coverage.target.segments)}; findings: {found}.",
        "",
        "## Findings, likeliest and worst first",
        "",
        *(_line(finding) for finding in coverage.findings),
        "",
        "## Side by side",
        "",
        f"| # | {names[0]} | {names[1]} | score | findings |",
        "|--:|---|---|--:|---|",
        *(
            _row(couple, score, coverage.of_bead(couple.number))
            for couple, score in zip(coverage.couples, coverage.scores, strict=True)
        ),
        "",
        f"Made offline by xlate: {plain(str(verification.signature))}",
    ]
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    """The text so that Markdown shows it as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _line(finding: CoverageFinding) -> str:
    said = f"{LABELS[finding.kind]} ({finding.severity}, {finding.likelihood:.2f})"
    return f"- {finding.bead + 1}: **{said}** {plain(finding.message)}"


def _row(couple: Couple, score: float, findings: tuple[CoverageFinding, ...]) -> str:
    found = "; ".join(f"{LABELS[finding.kind]}: {plain(finding.message)}" for finding in findings)
    return (
        f"| {couple.number + 1} | {plain(couple.source.text)} | {plain(couple.target.text)} | {score:.2f} | {found} |"
    )

"""The comparison as JSON.  The schema is described in docs/json.md; ``schema`` changes when a field changes meaning."""

from __future__ import annotations

import json
from typing import Any

from xlate.coverage import Coverage, CoverageFinding, Place
from xlate.model import Span
from xlate.pipeline import Prepared
from xlate.report.json import term_fields
from xlate.verification import Verification

COMPARE_SCHEMA = "xlate.compare/1"


def render_compare_json(verification: Verification) -> str:
    """One JSON object, UTF-8, one space of indent, a line break at the end."""
    coverage = verification.coverage
    content = {
        "schema": COMPARE_SCHEMA,
        "source": _side(verification.source),
        "target": _side(verification.target),
        "score": round(coverage.score, 4),
        "paragraphs": [{"block": b, "score": round(s, 4)} for b, s in sorted(coverage.paragraph_scores().items())],
        "beads": [_bead(verification, number) for number in range(len(coverage.couples))],
        "findings": [_finding(finding) for finding in coverage.findings],
        "notices": list(verification.notices),
        "signature": dict(verification.signature.entries),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _side(prepared: Prepared) -> dict[str, Any]:
    return {
        "name": prepared.document.name,
        "format": prepared.document.format,
        "language": prepared.detection.language,
        "probability": round(prepared.detection.probability, 4),
        "segments": [{"block": s.block, "span": [s.span.start, s.span.end], "text": s.text} for s in prepared.segments],
    }


def _bead(verification: Verification, number: int) -> dict[str, Any]:
    coverage: Coverage = verification.coverage
    couple, information = coverage.couples[number], coverage.information[number]
    return {
        "id": number,
        "source": _range(couple.bead.source),
        "target": _range(couple.bead.target),
        "confidence": round(couple.bead.confidence, 4),
        "score": round(coverage.scores[number], 4),
        "information": None if information is None else round(information, 3),
        "machine": couple.machine,
        "terms": [term_fields(hit) for hit in coverage.terms[number]],
    }


def _range(numbers: Span) -> list[int]:
    return list(range(numbers.start, numbers.end))


def _finding(finding: CoverageFinding) -> dict[str, Any]:
    return {
        "kind": str(finding.kind),
        "severity": str(finding.severity),
        "likelihood": round(finding.likelihood, 4),
        "message": finding.message,
        "bead": finding.bead,
        "source_places": [_place(place) for place in finding.source],
        "target_places": [_place(place) for place in finding.target],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"segment": place.segment, "span": [place.span.start, place.span.end]}

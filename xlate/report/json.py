"""A result as JSON.  The schema is described in docs/json.md; ``schema`` changes when a field changes its meaning."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from xlate.model import Finding, Span, Suggestion, TermHit, TranslationResult, TranslationUnit

SCHEMA = "xlate.translation/1"


def render_json(results: Sequence[TranslationResult]) -> str:
    """All results in one JSON object, UTF-8, one space of indent, a line break at the end."""
    content = {"schema": SCHEMA, "results": [_result(result) for result in results]}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _result(result: TranslationResult) -> dict[str, Any]:
    document = result.document
    return {
        "document": {
            "name": document.name,
            "format": document.format,
            "metadata": {key: getattr(document.metadata, key) for key in document.metadata.__slots__},
            "blocks": [
                {"kind": str(b.kind), "level": b.level, "marker": b.marker, "text": b.text} for b in document.blocks
            ],
            "removed": [
                {"position": r.position, "reason": r.reason, "kind": str(r.block.kind), "text": r.block.text}
                for r in document.removed
            ],
        },
        "source_language": result.source_language,
        "target_language": result.target_language,
        "detection": {
            "language": result.detection.language,
            "probability": round(result.detection.probability, 4),
            "method": result.detection.method,
        },
        "units": [_unit(number, unit) for number, unit in enumerate(result.units)],
        "signature": dict(result.signature.entries),
    }


def _unit(number: int, unit: TranslationUnit) -> dict[str, Any]:
    return {
        "id": number,
        "block": unit.segment.block,
        "span": _span(unit.segment.span),
        "language": unit.segment.language,
        "source": unit.source,
        "target": unit.target,
        "origin": str(unit.origin),
        "route": str(unit.route) if unit.route else None,
        "score": None if unit.score is None else round(unit.score, 4),
        "findings": [finding_fields(finding) for finding in unit.findings],
        "terms": [term_fields(hit) for hit in unit.terms],
        "suggestion": suggestion_fields(unit.suggestion) if unit.suggestion else None,
    }


def suggestion_fields(suggestion: Suggestion) -> dict[str, Any]:
    """A person's translation of a similar segment."""
    return {
        "source": suggestion.source,
        "target": suggestion.target,
        "likeness": round(suggestion.likeness, 4),
        "origin": suggestion.origin,
        "stale": suggestion.stale,
    }


def term_fields(hit: TermHit) -> dict[str, Any]:
    """What became of a name of the glossary; spans are offsets in the unit."""
    return {
        "term": hit.term,
        "wanted": hit.wanted,
        "status": str(hit.status),
        "source_span": _span(hit.source_span),
        "target_span": _span(hit.target_span),
        "reason": hit.reason,
        "kind": hit.kind,
    }


def finding_fields(finding: Finding) -> dict[str, Any]:
    """What a check noticed; spans are offsets in the unit."""
    return {
        "check": finding.check,
        "severity": str(finding.severity),
        "message": finding.message,
        "source_span": _span(finding.source_span),
        "target_span": _span(finding.target_span),
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]

"""The aligned segments of a comparison as TMX; each unit notes its score and confidence, and what was found."""

from __future__ import annotations

from collections.abc import Iterator

from xlate.coverage import LABELS
from xlate.tmx import Remark, TmxUnit, Variant, render_units
from xlate.verification import Verification


def render_compare_tmx(verification: Verification) -> str:
    """One TMX document; beads with nothing on one side are left out."""
    return "".join(render_units(_units(verification), verification.source_language))


def _units(verification: Verification) -> Iterator[TmxUnit]:
    coverage = verification.coverage
    for couple, score in zip(coverage.couples, coverage.scores, strict=True):
        if not couple.is_full:
            continue
        found = coverage.of_bead(couple.number)
        remarks = (
            Remark.prop("x-document", verification.source.document.name),
            Remark.prop("x-score", f"{score:.3f}"),
            Remark.prop("x-confidence", f"{couple.bead.confidence:.3f}"),
            *(Remark("note", f"{LABELS[finding.kind]}: {finding.message}") for finding in found),
        )
        variants = (
            Variant(verification.source_language, couple.source.text),
            Variant(verification.target_language, couple.target.text),
        )
        yield TmxUnit(variants, verification.source_language, (), remarks)

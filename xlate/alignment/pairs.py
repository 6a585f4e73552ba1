"""Aligned texts for people and programs: tab-separated, JSON, TMX, a spreadsheet."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from xlate.alignment.format import render_beads
from xlate.model import Alignment, Bead, Span
from xlate.spreadsheet import render_sheet
from xlate.tmx import Remark, TmxUnit, Variant, render_units

SCHEMA = "xlate-alignment-1"
_HEADER = ("source segments", "target segments", "confidence", "source", "target")


@dataclass(frozen=True)
class Aligned:
    """Two texts by segments, their languages and their alignment."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    languages: tuple[str, str]
    alignment: Alignment

    def texts(self, bead: Bead) -> tuple[str, str]:
        """The segments of either side, joined by spaces."""
        return (
            " ".join(self.source[bead.source.start : bead.source.end]),
            " ".join(self.target[bead.target.start : bead.target.end]),
        )


def render(aligned: Aligned, format_: str) -> bytes:
    """The alignment as ``FORMATS`` has it, in UTF-8."""
    return FORMATS[format_](aligned)


def _beads(aligned: Aligned) -> bytes:
    return render_beads(aligned.alignment.beads).encode("utf-8")


def _tsv(aligned: Aligned) -> bytes:
    """Source, target, confidence; tabs and line breaks inside a segment become spaces."""
    rows = []
    for bead in aligned.alignment.beads:
        left, right = (" ".join(text.split()) for text in aligned.texts(bead))
        rows.append(f"{left}\t{right}\t{bead.confidence:.3f}\n")
    return "".join(rows).encode("utf-8", "replace")


def _json(aligned: Aligned) -> bytes:
    beads = [
        {
            "source": list(range(bead.source.start, bead.source.end)),
            "target": list(range(bead.target.start, bead.target.end)),
            "confidence": round(bead.confidence, 4),
            "source_text": left,
            "target_text": right,
        }
        for bead, (left, right) in ((bead, aligned.texts(bead)) for bead in aligned.alignment.beads)
    ]
    source, target = aligned.languages
    whole = {"schema": SCHEMA, "source_language": source, "target_language": target, "beads": beads}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _tmx(aligned: Aligned) -> bytes:
    """A unit for every bead that has both sides."""
    return "".join(render_units(_units(aligned), aligned.languages[0])).encode("utf-8", "replace")


def _units(aligned: Aligned) -> Iterator[TmxUnit]:
    for bead in aligned.alignment.beads:
        if bead.source and bead.target:
            pair = zip(aligned.languages, aligned.texts(bead), strict=True)
            confidence = Remark.prop("x-confidence", f"{bead.confidence:.3f}")
            variants = tuple(Variant(language, text) for language, text in pair)
            yield TmxUnit(variants, aligned.languages[0], remarks=(confidence,))


def _xlsx(aligned: Aligned) -> bytes:
    rows = (
        (_numbers(bead.source), _numbers(bead.target), round(bead.confidence, 3), *aligned.texts(bead))
        for bead in aligned.alignment.beads
    )
    return render_sheet(_HEADER, rows, "alignment")


def _numbers(span: Span) -> str:
    return " ".join(str(k + 1) for k in range(span.start, span.end))


FORMATS: dict[str, Callable[[Aligned], bytes]] = {
    "beads": _beads,
    "tsv": _tsv,
    "json": _json,
    "tmx": _tmx,
    "xlsx": _xlsx,
}

"""Results as TMX, level 1 (plain text, no inline codes): for every translation-memory program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlate.model import TranslationResult, TranslationUnit
from xlate.tmx.records import Remark, TmxUnit, Variant
from xlate.tmx.writing import render_units


def render_tmx(results: Sequence[TranslationResult]) -> str:
    """One TMX document with the units of all results; a unit notes its origin, score, document and neighbours."""
    sources = {result.source_language for result in results}
    units = (unit for result in results for unit in _units(result))
    return "".join(render_units(units, sources.pop() if len(sources) == 1 else "*all*"))


def _units(result: TranslationResult) -> Iterator[TmxUnit]:
    units = [unit for unit in result.units if unit.source.strip()]
    sources = ["", *(unit.source for unit in units), ""]
    for number, unit in enumerate(units):
        language = unit.route.source if unit.route else result.source_language
        variants = (Variant(language, unit.source), Variant(result.target_language, unit.target))
        props = _props(unit, result, sources[number], sources[number + 2])
        yield TmxUnit(variants, language, (), tuple(Remark.prop(*item) for item in props.items()))


def _props(unit: TranslationUnit, result: TranslationResult, before: str, after: str) -> dict[str, str]:
    props = {"x-document": result.document.name, "x-origin": str(unit.origin), "x-signature": str(result.signature)}
    if unit.score is not None:
        props["x-score"] = f"{unit.score:.3f}"
    return {**props, "x-context-pre": before, "x-context-post": after}

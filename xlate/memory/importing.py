"""Units from TMX.

A <tu> of several languages becomes one unit for each target language; what has no column of its own (attributes, props,
notes of every element, inline codes, codes such as en-GB) is kept in ``extra``, so that it can go out as it came in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from xlate import languages
from xlate.memory.hits import to_hit
from xlate.memory.unit import Languages, Unit, UnitOrigin, compact
from xlate.tmx.records import Remark, TmxUnit, Variant

_ORIGINS = {
    "machine": UnitOrigin.MACHINE,
    "memory exact": UnitOrigin.MACHINE,
    "human": UnitOrigin.HUMAN,
    "reviewed": UnitOrigin.REVIEWED,
}


def units_of(tmx: TmxUnit, project: str = "") -> Iterator[Unit]:
    """The units that a <tu> holds; none if a language is unknown to xlate, empty, or alone, or the text was copied."""
    if tmx.remark("x-origin") == "copied":
        return
    source = _source(tmx)
    if source is None or not source.text.strip():
        return
    for variant in tmx.variants:
        if variant is not source and variant.text.strip() and languages.known(variant.language):
            yield _unit(tmx, source, variant, project)


def _source(tmx: TmxUnit) -> Variant | None:
    wanted = tmx.source_language
    known = [variant for variant in tmx.variants if languages.known(variant.language)]
    for variant in known:
        if wanted == "*all*" or variant.language.casefold() == wanted.casefold():
            return variant
    code = languages.canonical(wanted) if languages.known(wanted) else ""
    return next((variant for variant in known if languages.canonical(variant.language) == code), None)


def _unit(tmx: TmxUnit, source: Variant, target: Variant, project: str) -> Unit:
    pair: Languages = (languages.canonical(source.language), languages.canonical(target.language))
    attributes = dict(tmx.attributes)
    score = tmx.remark("x-score")
    details: dict[str, Any] = {
        "tu": {
            "attributes": tmx.attributes,
            "remarks": [_remark(remark) for remark in tmx.remarks],
            "source": _variant(source, pair[0]),
            "languages": [variant.language for variant in tmx.variants] if len(tmx.variants) > 2 else [],
            "srclang": "" if tmx.source_language == pair[0] else tmx.source_language,
        },
        "target": _variant(target, pair[1]),
        "terms": _terms(tmx.remark("x-terms")),
    }
    details["tu"] = {key: value for key, value in details["tu"].items() if value}
    contexts = {remark.kind: remark.text for remark in tmx.remarks}
    return Unit(
        source.text,
        target.text,
        pair,
        _ORIGINS.get(tmx.remark("x-origin"), UnitOrigin.IMPORTED),
        project or tmx.remark("x-project"),
        contexts.get("x-context-pre"),
        contexts.get("x-context-post"),
        tmx.remark("x-signature"),
        float(score) if _is_score(score) else None,
        tmx.remark("note"),
        _iso(attributes.get("creationdate", "")),
        _iso(attributes.get("changedate", attributes.get("creationdate", ""))),
        compact(details),
    )


def _terms(text: str) -> list[Any]:
    """The names that a machine was held to, as ``Recall`` keeps them; empty if it is nothing of ours."""
    try:
        terms = json.loads(text) if text else []
        _ = [to_hit(term) for term in terms]
    except (ValueError, TypeError):
        return []
    return list(terms)


def n_left_out(tmx: TmxUnit) -> int:
    """Texts of a <tu> in languages that xlate does not know."""
    return sum(not languages.known(variant.language) for variant in tmx.variants)


def _variant(variant: Variant, code: str) -> dict[str, Any]:
    details = {
        "language": "" if variant.language == code else variant.language,
        "attributes": variant.attributes,
        "remarks": [_remark(remark) for remark in variant.remarks],
        "markup": variant.markup,
    }
    return {key: value for key, value in details.items() if value}


def _remark(remark: Remark) -> tuple[str, str, Any]:
    return remark.element, remark.text, remark.attributes


def _iso(date: str) -> str:
    """``20261129T170000Z`` as ISO 8601 is usually written; empty if it is no date."""
    digits = date.replace("T", "").removesuffix("Z")
    if len(digits) != 14 or not (digits.isascii() and digits.isdigit()):
        return ""
    d = digits
    return f"{d[:4]}-{d[4:6]}-{d[6:8]}T{d[8:10]}:{d[10:12]}:{d[12:]}Z"


def _is_score(text: str) -> bool:
    try:
        return 0.0 <= float(text) <= 1.0
    except ValueError:
        return False

"""Units as TMX: what came from a <tu> goes out as it was, the parts of one <tu> as one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby
from typing import Any

from xlate.memory.unit import Unit, UnitOrigin, compact
from xlate.tmx.records import Attributes, Remark, TmxUnit, Variant


def tmx_of(units: Iterable[Unit]) -> Iterator[TmxUnit]:
    """One <tu> for each unit, or for those that came in one; units are to be in the order of their sources."""
    for _, same in groupby(units, key=lambda unit: (unit.languages[0], unit.source)):
        together: dict[str, list[Unit]] = {}
        for unit in same:
            parts = unit.details.get("tu")
            came_in = compact({"tu": parts}) if parts else f"#{unit.id}"
            same_tu = (f"{came_in} {unit.project} {unit.origin} {n}" for n in count())
            key = next(k for k in same_tu if _has_room(together.get(k, ()), unit))
            together.setdefault(key, []).append(unit)
        yield from map(_tmx, together.values())


def _has_room(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether one <tu> can have held them all: a language comes in it once, or as often as it said."""
    said: list[str] = unit.details.get("tu", {}).get("languages", [])
    code = _code(unit)
    return sum(_code(other) == code for other in units) < max(1, said.count(code))


def _code(unit: Unit) -> str:
    """The target language as the file wrote it."""
    return str(unit.details.get("target", {}).get("language", unit.languages[1]))


def _tmx(units: list[Unit]) -> TmxUnit:
    first = units[0]
    details = first.details
    tu = details.get("tu", {})
    source = _restored(first.languages[0], first.source, tu.get("source", {}))
    targets = [_restored(u.languages[1], u.target, u.details.get("target", {})) for u in units]
    order: list[str] = tu.get("languages", [source.language, *(target.language for target in targets)])
    variants = sorted([source, *targets], key=lambda v: order.index(v.language) if v.language in order else len(order))
    attributes = tuple(map(tuple, tu["attributes"])) if "attributes" in tu else _dates(first)
    remarks = [Remark(element, text, tuple(map(tuple, given))) for element, text, given in tu.get("remarks", [])]
    return TmxUnit(tuple(variants), tu.get("srclang", first.languages[0]), attributes, _with_ours(remarks, first))


def _with_ours(remarks: list[Remark], unit: Unit) -> tuple[Remark, ...]:
    """The remarks as they came, with what the unit says now: only what the file did not say is added."""
    imported = unit.origin is UnitOrigin.IMPORTED
    if unit.project:  # that of the memory, whatever the file said
        remarks = [r if r.kind != "x-project" else Remark.prop("x-project", unit.project) for r in remarks]
    terms = unit.details.get("terms")
    ours = {
        "x-origin": "" if imported else unit.origin.value,
        "x-project": unit.project,
        "x-signature": unit.signature,
        "x-score": "" if unit.score is None else f"{unit.score:.4g}",
        "x-terms": json.dumps(terms, ensure_ascii=False, separators=(",", ":")) if terms else "",
    }
    if unit.before is not None:
        ours["x-context-pre"] = unit.before
    if unit.after is not None:
        ours["x-context-post"] = unit.after
    kinds = {remark.kind for remark in remarks}
    empty = ("x-context-pre", "x-context-post")  # at an end of the text
    added = [Remark.prop(k, text) for k, text in ours.items() if k not in kinds and (text or k in empty)]
    notes = [] if not unit.note or any(r.text == unit.note for r in remarks) else [Remark("note", unit.note)]
    return (*notes, *remarks, *added)


def _restored(code: str, text: str, details: dict[str, Any]) -> Variant:
    remarks = tuple(Remark(e, said, tuple(map(tuple, given))) for e, said, given in details.get("remarks", []))
    attributes = tuple(map(tuple, details.get("attributes", [])))
    return Variant(details.get("language", code), text, attributes, remarks, details.get("markup", ""))


def _dates(unit: Unit) -> Attributes:
    if unit.origin is UnitOrigin.IMPORTED:  # its file gave none: what is known is only when it was imported
        return ()
    dates = {"creationdate": unit.created, "changedate": unit.changed}
    return tuple((name, f"{date[:19].replace('-', '').replace(':', '')}Z") for name, date in dates.items() if date)

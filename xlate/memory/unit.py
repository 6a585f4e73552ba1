"""What a memory holds and gives back: units, and matches of a segment with them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import Any

Languages = tuple[str, str]
"""Source and target language."""


class UnitOrigin(StrEnum):
    """Who made a translation, from the least to the most trusted."""

    MACHINE = "machine"
    IMPORTED = "imported"  # from another program's memory: in all likelihood a person's
    HUMAN = "human"
    REVIEWED = "reviewed"  # a machine's, put right or confirmed by a person


OUR_PROPS = frozenset({"x-origin", "x-project", "x-signature", "x-score", "x-terms", "x-context-pre", "x-context-post"})
"""Props by which our exports say what a unit's own fields hold."""

_TRUST = {origin: number for number, origin in enumerate(UnitOrigin)}


@dataclass(frozen=True, slots=True)
class Unit:
    """A segment and its translation.

    ``before`` and ``after`` are the neighbours of the source in its text, None where unknown and "" at the text's ends.
    ``signature`` says how a machine made it (route, models, termbase); ``score`` is the machine's, 0..1.  ``extra`` is
    what a TMX file said beyond that, as JSON.  Times are ISO 8601, UTC; empty ones are filled in when it is stored.
    """

    source: str
    target: str
    languages: Languages
    origin: UnitOrigin = UnitOrigin.HUMAN
    project: str = ""
    before: str | None = None
    after: str | None = None
    signature: str = ""
    score: float | None = None
    note: str = ""
    created: str = ""
    changed: str = ""
    extra: str = ""
    id: int = 0

    @property
    def details(self) -> dict[str, Any]:
        """``extra`` read; empty if there is none."""
        return dict(json.loads(self.extra)) if self.extra else {}


@dataclass(frozen=True, slots=True)
class Query:
    """A segment to look up, with its neighbours if they are known."""

    text: str
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A unit for a segment: ``likeness`` of the sources, 0..1, 1.0 for equal ones.

    ``n_context`` counts the neighbours (0..2) that are the same.  ``stale``: another model, route or termbase than
    today's made it, or made what a person then corrected.
    """

    unit: Unit
    likeness: float = 1.0
    n_context: int = 0
    stale: bool = False

    @property
    def exact(self) -> bool:
        return self.likeness == 1.0


def ranked(matches: Sequence[Match]) -> list[Match]:
    """Best first: liker, a person's before a machine's, same context, the more trusted, the current, the newest."""
    return sorted(matches, key=_rank, reverse=True) if len(matches) > 1 else list(matches)


def _rank(match: Match) -> tuple[Any, ...]:
    unit = match.unit
    person = unit.origin is not UnitOrigin.MACHINE  # a machine's must not hide its correction, whatever the context
    return (match.likeness, person, match.n_context, _TRUST[unit.origin], not match.stale, unit.changed, unit.id)


def n_same_context(unit: Unit, query: Query) -> int:
    """How many known neighbours are the same, 0..2."""
    same_before = unit.before is not None and unit.before == query.before
    return same_before + (unit.after is not None and unit.after == query.after)


def is_stale(unit: Unit, signature: str) -> bool:
    """Whether another machine than today's made the unit; what no machine made is never stale."""
    return bool(signature and unit.signature and unit.signature != signature)


def segment_key(language: str, text: str) -> bytes:
    """16 bytes that stand for a segment of a language."""
    return blake2b(f"{language}\0{text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def unit_key(unit: Unit) -> bytes:
    """16 bytes that are the same for a unit and the one it replaces.

    A machine's new translation of a segment replaces its old one; people's different translations all stay.
    """
    person = unit.origin is not UnitOrigin.MACHINE
    imported = _own_details(unit) if unit.origin is UnitOrigin.IMPORTED else ""
    parts = (
        *(unit.source, *unit.languages, unit.origin.value, unit.project, unit.before, unit.after),
        *((unit.target, imported) if person else ()),
    )
    return blake2b(repr(parts).encode(), digest_size=16).digest()


def _own_details(unit: Unit) -> str:
    """``extra`` as it was before the first export, which writes our props and may leave other languages out."""
    if '"languages"' not in unit.extra and '"x-' not in unit.extra:
        return unit.extra
    details = unit.details
    tu = {key: value for key, value in details.get("tu", {}).items() if key != "languages"}
    remarks = [r for r in tu.get("remarks", ()) if not any(kind in OUR_PROPS for _, kind in r[2])]
    tu = {key: value for key, value in {**tu, "remarks": remarks}.items() if value}
    return compact({**details, "tu": tu, "terms": None})


def compact(details: Mapping[str, Any]) -> str:
    """JSON in one spelling; empty for nothing."""
    full = {key: value for key, value in details.items() if value}
    return json.dumps(full, ensure_ascii=False, sort_keys=True, separators=(",", ":")) if full else ""

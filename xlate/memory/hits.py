"""What became of a text's names, as plain data that a unit's details keep and a TMX file can carry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlate.model import Span, TermHit, TermStatus


def facts_of(hit: TermHit) -> list[Any]:
    """A hit as a list of texts and numbers."""
    target = [hit.target_span.start, hit.target_span.end] if hit.target_span else None
    source = [hit.source_span.start, hit.source_span.end]
    return [hit.term, hit.wanted, hit.status.value, source, target, hit.reason, hit.kind]


def to_hit(facts: Sequence[Any]) -> TermHit:
    """The hit again; ValueError or TypeError if it is none."""
    term, wanted, status, source, target, reason, kind = facts
    span = Span(*map(int, source))
    placed = Span(*map(int, target)) if target else None
    return TermHit(str(term), str(wanted), TermStatus(status), span, placed, str(reason), str(kind))

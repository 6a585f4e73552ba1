"""What the termbase knows of a bead: which of its names are answered, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlate.coverage.sides import Couple
from xlate.glossary.enforcement.expectation import Expectation
from xlate.glossary.enforcement.words import Words
from xlate.glossary.names import Names
from xlate.model import Span, TermHit, TermStatus


@dataclass(frozen=True, slots=True)
class Known:
    """What the termbase knows: spans of the source that are answered, of the target that are explained, of the target
    that name what the source does not, and expectations that are not met."""

    answered: tuple[Span, ...]
    explained: tuple[Span, ...]
    foreign: tuple[Span, ...]
    lost: tuple[Expectation, ...]


def by_termbase(expected: Sequence[Expectation], reverse: Sequence[Expectation], source: str, target: str) -> Known:
    in_target, in_source = Words(target), Words(source)
    forth = [(e, [span for span, _ in e.found_in(in_target)]) for e in expected]
    back = [(e, [span for span, _ in e.found_in(in_source)]) for e in reverse]
    answered = [e.match.span for e, found in forth if found] + [span for _, found in back for span in found]
    explained = [e.match.span for e, found in back if found] + [span for _, found in forth for span in found]
    foreign = [e.match.span for e, found in back if not found and not covered(e.match.span, explained)]
    lost = [e for e, found in forth if not found and not covered(e.match.span, answered)]
    return Known(tuple(answered), tuple(explained), tuple(foreign), tuple(lost))


def term_hits(couple: Couple, names: Names | None) -> tuple[TermHit, ...]:
    """The termbase's names in the source of a couple and what became of them; spans of the joined texts."""
    if not names or couple.same_language or not couple.is_full:
        return ()
    target = Words(couple.target.text)
    hits = []
    for expectation in names.expected((couple.source_language, couple.target_language), couple.source.text):
        found = next((span for span, _ in expectation.found_in(target)), None)
        status = TermStatus.SATISFIED if found else TermStatus.VIOLATED
        match, wanted = expectation.match, expectation.wanted.name
        kind = str(match.concept.kind)
        hits.append(TermHit(match.name, wanted, status, match.span, found, "" if found else "not found", kind))
    return tuple(hits)


def covered(span: Span, spans: Sequence[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in spans)

"""Near-doubles: two rows that look like one thing written twice (Lukashenko and Lukashenka, both Лукашенко).

Names of neighbours are alike in one language by nature (Iran and Iraq, Slovakia and Slovenia, Niger and Nigeria), and
surnames of a man and a woman in all of them; so two rows are only named when they are alike in every language that
both have, and the same in at least one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlate.glossary.concept import Concept, Kind
from xlate.glossary.linting.base import LintFinding, found
from xlate.glossary.shelf import Entry, folded
from xlate.glossary.termbase import key
from xlate.model import Severity
from xlate.similarity import likeness, near_pairs

ALIKE = 0.75
"""Least likeness in every shared language; guessed."""


class NearRule:
    """Pairs of one kind that are the same in one language and alike in the others."""

    name = "near-double"

    def __call__(self, entries: Sequence[Entry]) -> Iterator[LintFinding]:
        rows = [entry for entry in entries if entry.concept and entry.concept.kind is not Kind.ADJECTIVE]
        texts = [_first(entry.concept) for entry in rows if entry.concept]
        for i, j in near_pairs(texts, ALIKE):
            left, right = rows[i], rows[j]
            if left.concept and right.concept and _one_thing(left.concept, right.concept):
                message = f'"{_first(right.concept)}" is nearly "{_first(left.concept)}" at {left.place}.'
                yield found(right, "en", self.name, Severity.WARNING, message, "One row, the other name as an alias.")


def _one_thing(left: Concept, right: Concept) -> bool:
    if key(left) == key(right) or left.kind is not right.kind or left.domain != right.domain:
        return False
    if left.kind is Kind.PERSON and left.gender != right.gender:
        return False
    shared = [(left.terms[c].text, right.terms[c].text) for c in left.terms if c in right.terms]
    same = sum(folded(a) == folded(b) for a, b in shared)
    return same > 0 and all(likeness(folded(a), folded(b)) >= ALIKE for a, b in shared)


def _first(concept: Concept) -> str:
    return key(concept)[0]

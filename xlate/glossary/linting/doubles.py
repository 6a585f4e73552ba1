"""Rows with the same key: English term (or the first there is), kind and domain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlate.glossary.concept import Concept
from xlate.glossary.linting.base import LintFinding, found
from xlate.glossary.shelf import Entry
from xlate.glossary.termbase import key
from xlate.model import Severity


class DoublesRule:
    """In one layer a double is an error, all the more if its terms differ; over a lower layer it is only noted."""

    name = "double"

    def __call__(self, entries: Sequence[Entry]) -> Iterator[LintFinding]:
        first: dict[object, Entry] = {}
        for entry in entries:
            concept = entry.concept
            if concept is None:
                continue
            other = first.setdefault(key(concept), entry)
            if other is entry or other.concept is None:
                continue
            name, differing = key(concept)[0], _differing(other.concept, concept)
            if other.layer != entry.layer:
                if differing:
                    message = f'"{name}" stands over {other.place} ({", ".join(differing)} differ).'
                    yield found(entry, differing[0], self.name, Severity.INFO, message)
                first[key(concept)] = entry
            elif differing:
                message = f'"{name}" fights with {other.place}: {_shown(other.concept, concept, differing)}.'
                fix = "Keep one, or give them different domains."
                yield found(entry, differing[0], self.name, Severity.ERROR, message, fix)
            else:
                message = f'"{name}" stands at {other.place} already.'
                yield found(entry, "en", self.name, Severity.ERROR, message, "Delete one of them.")


def _differing(left: Concept, right: Concept) -> list[str]:
    shared = [code for code in left.terms if code in right.terms]
    return [code for code in shared if left.terms[code].text != right.terms[code].text]


def _shown(left: Concept, right: Concept, codes: Sequence[str]) -> str:
    return "; ".join(f"{code} {left.terms[code].text} or {right.terms[code].text}" for code in codes)

"""Facts that forms hang on, and dates: a person without a gender cannot be inflected (Бойко, Бойка)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from xlate.glossary.concept import Concept, Kind
from xlate.glossary.linting.base import LintFinding, found
from xlate.glossary.shelf import Entry
from xlate.model import Severity

_INFLECTING = ("ru", "uk", "be")


class FactsRule:
    """Gender of persons, the noun of an adjective, ISO dates."""

    name = "facts"

    def __call__(self, entries: Sequence[Entry]) -> Iterator[LintFinding]:
        english = {e.concept.terms["en"].text for e in entries if e.concept and "en" in e.concept.terms}
        for entry in entries:
            concept = entry.concept
            if concept is None:
                continue
            if concept.kind is Kind.PERSON and (codes := _without_gender(concept)):
                message = f"a person without a gender: the forms in {', '.join(codes)} cannot be told."
                yield found(entry, "gender", self.name, Severity.ERROR, message, "Write m or f.")
            if concept.of and concept.of not in english:
                message = f'no row has the English term "{concept.of}".'
                yield found(entry, "of", self.name, Severity.WARNING, message, "Name the noun as its own row does.")
            if concept.date and not _is_date(concept.date):
                message = f'"{concept.date}" is not a date.'
                yield found(entry, "date", self.name, Severity.WARNING, message, "Write it like 2026-11-29.")


def _without_gender(concept: Concept) -> list[str]:
    return [
        code
        for code in _INFLECTING
        if code in concept.terms and not concept.gender_in(code) and not concept.indeclinable_in(code)
    ]


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False

"""Names that get one form for every case although nothing says that they do not inflect.

Many names rightly keep their form - Осло, НАТО, a woman's Меркель, Google - and the language's rules know them.  What
is named here are endings that nearly always inflect: a consonant or ь of a masculine name, -а and -я after a consonant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xlate import languages
from xlate.glossary.concept import Concept, Gender, Kind, Term
from xlate.glossary.inflection import inflector, paradigm
from xlate.glossary.linting.base import LintFinding, found
from xlate.glossary.shelf import Entry
from xlate.model import Severity

_CYRILLIC_WORD = re.compile(r"^[\u0400-\u04ff'’ʼ-]+$")
_CONSONANTS = "бвгґджзйклмнпрстфхцчшщь"


class FormsRule:
    """One form where the ending asks for several; explicit forms that name no case of the paradigm."""

    name = "forms"

    def __call__(self, entries: Sequence[Entry]) -> Iterator[LintFinding]:
        for entry in entries:
            for term in entry.concept.terms.values() if entry.concept else ():
                if entry.concept and inflector(term.language) and self._stuck(entry.concept, term):
                    message = f'{languages.name(term.language)} "{term.text}" has one form for every case.'
                    fix = f"Flag it indeclinable={term.language}, or write its forms."
                    yield found(entry, term.language, self.name, Severity.WARNING, message, fix)

    def _stuck(self, concept: Concept, term: Term) -> bool:
        words = [word.strip('«»"“”„()') for word in term.text.split()]
        if concept.indeclinable_in(term.language) or not all(map(_CYRILLIC_WORD.match, words)):
            return False
        if any(len(word) > 1 and word.isupper() for word in words) or not words:
            return False  # НАТО, «ТАСС»
        if not _inflects(words[-1 if concept.kind is Kind.PERSON else 0], concept.gender_in(term.language)):
            return False
        if term.language == "be" and _o_in_russian(concept):
            return False
        spellings = {spelling for variants in paradigm(concept, term.language).values() for spelling in variants}
        return len(spellings) == 1


def _o_in_russian(concept: Concept) -> bool:
    """Мадура is Мадуро with an unstressed о, and keeps its form like it."""
    return any(concept.terms[code].text.endswith("о") for code in ("ru", "uk") if code in concept.terms)


def _inflects(word: str, gender: Gender) -> bool:
    if word.lower().endswith(("а", "я")):
        return len(word) > 1 and word[-2].lower() not in "аеёиіоуыэюя"  # Шараа stays
    return word.lower()[-1:] in _CONSONANTS and gender is Gender.MASCULINE and not word.lower().endswith(("ых", "их"))

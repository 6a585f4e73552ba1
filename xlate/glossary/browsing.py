"""Reading a termbase: rows by kind, status or gap, rows like a word, and the forms of a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xlate.errors import UsageError
from xlate.glossary.concept import Case, Concept, Form, Gender, Kind, Number, Paradigm, Status, Term
from xlate.glossary.inflection import inflector, paradigm
from xlate.glossary.row import FACTS, render_row
from xlate.glossary.shelf import Entry, Shelf, folded, valid_kind
from xlate.glossary.termbase import names
from xlate.glossary.transliteration import suggest
from xlate.similarity import nearest

LIKE = 0.7
"""Least likeness, 0..1, of a search result: two letters of a surname may be wrong.  Guessed."""
PART = 0.95  # a word of a name counts a little less than the whole


@dataclass(frozen=True, slots=True)
class Wish:
    """Which rows are asked for; empty for all."""

    kind: str = ""
    status: str = ""
    language: str = ""  # rows with a term in it
    missing: str = ""  # rows without one


def select(entries: Iterable[Entry], wish: Wish) -> list[Entry]:
    """The rows that answer to the wish, in file order.  UsageError for a kind or status that there is not."""
    valid_kind(wish.kind)
    if wish.status and wish.status not in list(Status):
        raise UsageError(f'"{wish.status}" is not a status.', f"Statuses: {', '.join(Status)}.")
    return [
        entry
        for entry in entries
        if (concept := entry.concept)
        and wish.kind in ("", concept.kind)
        and wish.status in ("", concept.status)
        and (not wish.language or wish.language in concept.terms)
        and (not wish.missing or wish.missing not in concept.terms)
    ]


def search(entries: Sequence[Entry], text: str, limit: int = 10) -> list[tuple[Entry, str, float]]:
    """Rows with a name like ``text`` in any language: (row, the name, likeness 0..1), best first.

    A Latin word is also looked for in Cyrillic letters, and the other way round: "Lukashenka" finds Лукашэнка.
    """
    listed = [
        (part, entry, name)
        for entry in entries
        for term in (entry.concept.terms.values() if entry.concept else ())
        for name in names(term)
        for part in dict.fromkeys((folded(name), *folded(name).split()))
    ]
    spellings = [text, *(s.text for code in ("ru", "uk", "be") for s in suggest(text, code, "en"))]
    best: dict[str, tuple[Entry, str, float]] = {}
    for spelling in dict.fromkeys(map(folded, spellings)):
        for number, score in nearest(spelling, [part for part, _, _ in listed], LIKE, 5 * limit):
            part, entry, name = listed[number]
            if part != folded(name):
                score *= PART
            if entry.place not in best or score > best[entry.place][2]:
                best[entry.place] = (entry, name, score)
    return sorted(best.values(), key=lambda found: -found[2])[:limit]


def fields(entry: Entry) -> dict[str, object]:
    """A row for programs: the cells that are filled, and the place."""
    if entry.concept is None:
        return {"place": entry.place, "problem": str(entry.row)}
    cells = render_row(entry.concept, (*entry.concept.terms, *FACTS))
    cells["status"] = str(entry.concept.status)
    return {"place": entry.place, **{column: cell for column, cell in cells.items() if cell}}


def line(entry: Entry) -> str:
    """A row for people, on one line."""
    if entry.concept is None:
        return f"{entry.place}\t{entry.row}"
    concept = entry.concept
    terms = "\t".join(f"{code} {term.text}" for code, term in concept.terms.items())
    facts = [str(concept.kind), concept.domain, str(concept.status) if concept.status is not Status.APPROVED else ""]
    return f"{entry.place}\t{', '.join(filter(None, facts))}\t{terms}"


@dataclass(frozen=True, slots=True)
class Forms:
    """The paradigm of one name in one language."""

    term: str
    language: str
    kind: str
    gender: str
    paradigm: Paradigm

    def lines(self) -> list[str]:
        """A line a form: its name and its spellings, preferred first."""
        return [f"{form}\t{' / '.join(self.paradigm[form])}" for form in _ordered(self.paradigm)]


def forms_of(shelf: Shelf, name: str, language: str, kind: str = "", gender: str = "", number: str = "") -> list[Forms]:
    """The forms of a name of the glossary, one paradigm a row, under its term in ``language``; or, where the glossary
    has no such name or the facts are given, of the name itself.  UsageError where it would be in the wrong alphabet.
    """
    if inflector(language) is None and language != "en":
        raise UsageError(f"Nothing is known of forms in {language}.", "Languages with forms: ru, uk, be.")
    rows = [e.concept for e in shelf.named(name, valid_kind(kind)) if e.concept and language in e.concept.terms]
    if rows and not gender:
        return [_forms(_under(concept, name, language), language) for concept in rows]
    return [_forms(_unlisted(name, language, kind, gender, number), language)]


def _under(concept: Concept, name: str, language: str) -> Concept:
    """The concept under the alias that was asked for, or that is made like it: a full name for a full name."""
    term = concept.terms[language]
    chosen = next((alias for alias in names(term) if folded(alias) == folded(name)), "")
    if not chosen and " " in name and concept.kind is Kind.PERSON:
        chosen = next((alias for alias in names(term) if " " in alias), "")
    if not chosen or chosen == term.text:
        return concept
    other = Term(language, chosen, gender=term.gender, number=term.number, indeclinable=term.indeclinable)
    terms = {**concept.terms, language: other}
    return Concept(concept.kind, terms, concept.gender, concept.number, concept.animate, concept.indeclinable)


def _unlisted(name: str, language: str, kind: str, gender: str, number: str) -> Concept:
    if language != "en" and name.isascii():
        spelt = suggest(name, "en", language)
        hint = f"Perhaps: xlate glossary forms {spelt[0].text!r} --lang {language}" if spelt else ""
        raise UsageError(f'The glossary has no "{name}", and it is not written in {language} letters.', hint)
    try:
        kind_, gender_, number_ = Kind(kind or "other"), Gender(gender), Number(number or "sg")
    except ValueError as error:
        raise UsageError(f"{error}.", "Genders: m, f, n; numbers: sg, pl.") from error
    if not kind and name[:1].isupper():
        kind_ = Kind.PERSON if gender_ in (Gender.MASCULINE, Gender.FEMININE) else Kind.PLACE
    return Concept(kind_, {language: Term(language, name)}, gender_, number_, kind_ is Kind.PERSON)


def _forms(concept: Concept, language: str) -> Forms:
    term = concept.terms[language]
    return Forms(term.text, language, concept.kind, concept.gender_in(language), paradigm(concept, language))


def _ordered(cells: Iterable[Form]) -> list[Form]:
    cases, numbers, genders = list(Case), list(Number), list(Gender)
    return sorted(cells, key=lambda f: (numbers.index(f.number), genders.index(f.gender), cases.index(f.case)))

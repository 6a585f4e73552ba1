"""The glossary's nouns: a concept, its term in each language, and the forms a term can take.  Standard library only.

    Termbase ── Concept ── Term (one a language) ── paradigm: Form -> spellings
                  └ kind, gender, number, animacy: facts, the same in every language unless a term says so

A *form* is a case and a number.  Spellings of a form come preferred first (Москвой, Москвою).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a concept is; it decides how its name inflects and which stand-in can carry its case."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    TITLE = "title"  # an office: president, prime minister
    EVENT = "event"
    ADJECTIVE = "adjective"  # of a place or a people: Minsk (region), Belarusian
    OTHER = "other"


class Gender(StrEnum):
    """Grammatical gender; for persons also the natural one."""

    MASCULINE = "m"
    FEMININE = "f"
    NEUTER = "n"
    UNKNOWN = ""


class Number(StrEnum):
    """Grammatical number."""

    SINGULAR = "sg"
    PLURAL = "pl"


class Case(StrEnum):
    """Grammatical case, in the order in which paradigms are printed."""

    NOMINATIVE = "nom"
    GENITIVE = "gen"
    DATIVE = "dat"
    ACCUSATIVE = "acc"
    INSTRUMENTAL = "ins"
    LOCATIVE = "loc"
    VOCATIVE = "voc"  # Ukrainian and Belarusian


class Status(StrEnum):
    """How far a concept has come: only approved and draft ones are used, deprecated ones are kept for the record."""

    DRAFT = "draft"
    APPROVED = "approved"
    DEPRECATED = "deprecated"


class Form(NamedTuple):
    """One cell of a paradigm; adjectives are additionally told apart by gender (``""`` elsewhere and in the plural)."""

    case: Case
    number: Number = Number.SINGULAR
    gender: Gender = Gender.UNKNOWN

    def __str__(self) -> str:
        """``gen``, ``gen.pl`` or ``gen.sg.f``: how explicit forms are written in termbase files."""
        parts = [self.case, *([self.number] if self.number is Number.PLURAL or self.gender else []), self.gender]
        return ".".join(part for part in parts if part)

    @classmethod
    def parse(cls, text: str) -> Form:
        """The inverse of ``str``; ValueError for anything else."""
        case, *rest = text.split(".")
        number = Number(rest.pop(0)) if rest else Number.SINGULAR
        gender = Gender(rest.pop(0)) if rest else Gender.UNKNOWN
        if rest:
            raise ValueError(f"not a form: {text}")
        return cls(Case(case), number, gender)


Paradigm = Mapping[Form, tuple[str, ...]]
"""Spellings by form, preferred first.  A form that the language lacks (vocative in Russian) is not a key."""


@dataclass(frozen=True, slots=True)
class Term:
    """A concept's name in one language.

    ``aliases`` are other names that mean the same and may stand in a source ("Alexander Lukashenko", "Minsk"/"Miensk");
    ``forbidden`` are spellings that must not appear in a target ("Белоруссия").  ``forms`` are explicit spellings, over
    whatever rules would make.  ``gender`` and ``number`` are set where this language differs from the concept.
    """

    language: str
    text: str
    aliases: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    forms: Paradigm = field(default_factory=dict)
    gender: Gender = Gender.UNKNOWN
    number: Number | None = None
    indeclinable: bool = False


@dataclass(frozen=True, slots=True)
class Concept:
    """One row of a termbase.  ``place`` says where it stands (``people.tsv:14``)."""

    kind: Kind
    terms: Mapping[str, Term]
    gender: Gender = Gender.UNKNOWN
    number: Number = Number.SINGULAR
    animate: bool = False
    indeclinable: bool = False
    do_not_translate: bool = False
    domain: str = ""
    of: str = ""  # an adjective's noun, by its English term: Polish is of Poland
    status: Status = Status.APPROVED
    note: str = ""
    source: str = ""
    date: str = ""
    place: str = ""

    def gender_in(self, language: str) -> Gender:
        """The gender of the term in ``language``."""
        term = self.terms.get(language)
        return term.gender if term and term.gender else self.gender

    def number_in(self, language: str) -> Number:
        """The number of the term in ``language``."""
        term = self.terms.get(language)
        return term.number if term and term.number else self.number

    def indeclinable_in(self, language: str) -> bool:
        """Whether the term keeps one form in ``language``."""
        term = self.terms.get(language)
        return self.indeclinable or self.do_not_translate or bool(term and term.indeclinable)

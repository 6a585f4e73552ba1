"""Tables of endings, written as a grammar prints them and read into paradigms.

    decline("Минск", "_ а у = ом е")   nom Минск, gen Минска, dat Минску, acc Минск, ins Минском, loc Минске

One cell a case in the order of :class:`~xlate.glossary.concept.Case`: six for a language without a vocative, seven
with one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from xlate.glossary.concept import Case, Form, Gender, Number, Paradigm

CASES: Mapping[str, tuple[Case, ...]] = {"ru": tuple(Case)[:-1], "uk": tuple(Case), "be": tuple(Case)}
"""The cases that a language's paradigms have."""


def decline(
    stem: str,
    endings: str,
    number: Number = Number.SINGULAR,
    gender: Gender = Gender.UNKNOWN,
    *,
    animate: bool = False,
) -> dict[Form, tuple[str, ...]]:
    """Stem and endings joined.  ``_`` is an empty ending and ``/`` separates spellings, preferred first.

    ``=`` in the accusative is the genitive of what is animate and the nominative of what is not.
    """
    cells = endings.split()
    cells[3] = (cells[1] if animate else cells[0]) if cells[3] == "=" else cells[3]
    return {
        Form(case, number, gender): tuple(stem + ending.strip("_") for ending in cell.split("/"))
        for case, cell in zip(Case, cells, strict=False)
    }


def unchanged(word: str, language: str, numbers: Iterable[Number] = (Number.SINGULAR,)) -> Paradigm:
    """The paradigm of an indeclinable: the word in every case (Дюма, ООН)."""
    return {Form(case, number): (word,) for number in numbers for case in CASES[language]}


def as_written(word: str, form: str) -> str:
    """A dictionary's lower-case form with the capital of the word that was asked for: минска -> Минска."""
    return form[:1].upper() + form[1:] if word[:1].isupper() else form


def syllables(word: str, vowels: str = "аеёиоуыэюяіїє") -> int:
    """Vowel letters in a word: "Цой" has one and is a noun, "Толстой" two and is an adjective."""
    return sum(letter in vowels for letter in word.lower())

"""Belarusian inflection by rules, in the official orthography of 2008: no library has it.

    Лукашэнка, man  ->  Лукашэнкі, Лукашэнку, Лукашэнку, Лукашэнкам, Лукашэнку
    Рыга            ->  Рыгі, Рызе, Рыгу, Рыгай, Рызе

Order of authority: a GrammarDB that the user has, then the rules with their exceptions.  ``ў`` for ``у`` at the start
of a word (урад, для ўрада) is the sentence's business; paradigms have ``у``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from xlate.glossary.concept import Case, Form, Gender, Kind, Number, Paradigm
from xlate.glossary.inflection import grammardb
from xlate.glossary.inflection.be_adjectives import adjective_paradigm, masculine_of, possessive_stem
from xlate.glossary.inflection.be_declensions import Cells, unchanged
from xlate.glossary.inflection.be_exceptions import BOTH_PARTS, INDECLINABLE, VOCATIVES
from xlate.glossary.inflection.be_nouns import singular
from xlate.glossary.inflection.be_plurals import plural_of, pluralia
from xlate.glossary.inflection.be_sounds import VOWELS, like
from xlate.glossary.inflection.be_surnames import surname_plural, surname_singular

_WORD = re.compile(r"[А-Яа-яЁёІіЎў'’]+(?:-[А-Яа-яЁёІіЎў'’]+)*")
_READ_AS_WORD = re.compile(r"[А-ЯЁІЎ][а-яёіў]+[АОЭІУ][БВГДЖЗКЛМНПРСТФХ]")
"""Abbreviations that have become words: БелАЗ -> БелАЗа, while БелТА, МЗС, ТАСС keep their form."""
_PREPOSITIONS = ("на", "над", "пад", "дэ", "ле", "ла", "дзе", "эн", "сюр")
_PLURAL_TOO = (Kind.PERSON, Kind.TITLE, Kind.OTHER)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What ``noun`` was asked, for the parts of a hyphened word."""

    kind: Kind
    gender: Gender
    number: Number
    animate: bool
    part: str


class BelarusianInflector:
    """The rules behind the protocol."""

    language = "be"

    def noun(self, word: str, kind: Kind, gender: Gender, number: Number, *, animate: bool, part: str) -> Paradigm:
        """Forms in ``number``, for persons and titles in the plural too.  Abbreviations and words in other letters
        (ААН, Reuters) keep their form."""
        animate = animate or kind in (Kind.PERSON, Kind.TITLE)
        found = grammardb.lookup(word, gender, number, animate=animate)
        if found:
            return found
        asked = _Asked(kind, gender, number, animate, part)
        made = dict(_with_number(_number_cells(word, asked, number), number))
        if number is Number.SINGULAR and kind in _PLURAL_TOO and made:
            made |= _with_number(_number_cells(word, asked, Number.PLURAL), Number.PLURAL)
        if number is Number.SINGULAR and word.lower() in VOCATIVES:
            made[Form(Case.VOCATIVE)] = (like(VOCATIVES[word.lower()], word),)
        return made

    def adjective(self, word: str) -> Paradigm:
        """All genders and the plural; a hyphened adjective declines at its end (паўночна-заходні)."""
        head, hyphen, last = word.rpartition("-")
        made = adjective_paradigm(last)
        return {form: tuple(head + hyphen + each for each in spellings) for form, spellings in made.items()}

    def is_adjective(self, word: str) -> bool:
        """Told by the ending: Беларуская, Аб'яднаныя, but not Індыя or Карпаты."""
        last = word.rpartition("-")[2]
        return masculine_of(last) is not None or possessive_stem(last) is not None


def _with_number(row: Cells, number: Number) -> dict[Form, tuple[str, ...]]:
    return {Form(case, number): spellings for case, spellings in row.items()}


def _number_cells(word: str, asked: _Asked, number: Number) -> Cells:
    if _READ_AS_WORD.fullmatch(word):
        return (
            singular(word, asked.kind, Gender.MASCULINE, animate=False)
            if number is Number.SINGULAR
            else unchanged(word)
        )
    if not _WORD.fullmatch(word) or _is_abbreviation(word) or word.lower() in INDECLINABLE:
        return unchanged(word)
    parts = word.split("-")
    if len(parts) == 1:
        return _simple(word, asked, number)
    return _joined(parts, asked, number)


def _is_abbreviation(word: str) -> bool:
    """ААН, НАТА, БелТА, ЗША; a single capital is an initial."""
    letters = [letter for letter in word if letter.isalpha()]
    return not letters or (
        letters[-1].isupper() and sum(letter.isupper() for letter in letters) * 2 >= len(letters) - 1
    )


def _joined(parts: list[str], asked: _Asked, number: Number) -> Cells:
    """Растоў-на-Доне declines first, Нью-Ёрк last, double surnames, горад-герой and Камянец-Падольскі in both."""
    declined: list[Cells]
    if len(parts) > 2 and parts[1].lower() in _PREPOSITIONS:
        declined = [_simple(parts[0], asked, number), *(unchanged(part) for part in parts[1:])]
    else:
        both = asked.part == "surname" or parts[0].lower() in BOTH_PARTS or _is_noun_with_adjective(parts)
        heads = [_simple(part, asked, number) if both else unchanged(part) for part in parts[:-1]]
        declined = [*heads, _simple(parts[-1], asked, number)]
    if not all(declined):
        return {}
    longest = {case: max(len(row[case]) for row in declined) for case in declined[0]}
    return {
        case: tuple("-".join(row[case][min(i, len(row[case]) - 1)] for row in declined) for i in range(longest[case]))
        for case in declined[0]
    }


def _is_noun_with_adjective(parts: list[str]) -> bool:
    """Камянец-Падольскі -> Камянца-Падольскага; Паўночна-Заходні stays in its first part."""
    return masculine_of(parts[-1]) == parts[-1] and parts[0][-1].lower() not in VOWELS


def _simple(word: str, asked: _Asked, number: Number) -> Cells:
    """One word without hyphens in one number."""
    if len(word) < 2:
        return unchanged(word)
    if asked.part == "surname":
        if number is Number.SINGULAR:
            return surname_singular(word, asked.gender)
        return surname_plural(word, asked.gender, given=asked.number is Number.PLURAL)
    if number is Number.SINGULAR:
        return singular(word, asked.kind, asked.gender, animate=asked.animate)
    if asked.number is Number.PLURAL:
        return pluralia(word, animate=asked.animate)
    return plural_of(word, asked.kind, asked.gender, animate=asked.animate)

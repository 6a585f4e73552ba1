"""Paradigms of names, one module a language behind one protocol.

    paradigm(concept, "be")   ->  {nom: Лукашэнка, gen: Лукашэнкі, ...}

The order of authority: a term's explicit forms, then its language's rules, then the term unchanged. A language
without a module leaves names as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from typing import Protocol

from xlate.glossary.concept import Concept, Form, Gender, Kind, Number, Paradigm


class Inflector(Protocol):
    """A language's rules for one word of a name; ``phrase.py`` puts multi-word names together from them.

    ``tests/contracts/test_inflectors.py`` holds each to it.
    """

    language: str

    def noun(self, word: str, kind: Kind, gender: Gender, number: Number, *, animate: bool, part: str) -> Paradigm:
        """Forms of a noun or name in ``number`` (surnames also in the plural: the Kims, the Ivanovs; titles may
        be, too).

        ``gender`` may be unknown; a woman's surname is told from a man's only by it (Бойко, Бойка).

        ``part`` is the word's part in a person's name: "first", "patronymic", "surname", or "" for any other noun.
        An indeclinable word has itself in every form; empty when the word is no noun that the rules know.

        """
        ...

    def adjective(self, word: str) -> Paradigm:
        """Forms of an adjective given in its dictionary form or as it agrees with its noun, all three genders and the
        plural; empty when the word is no adjective.  Accusative masculine and plural hold the inanimate form first,
        then the animate one."""
        ...

    def is_adjective(self, word: str) -> bool:
        """Whether a word in the nominative agrees with a noun after it ("Министерство *иностранных*" does not)."""
        ...


_MODULES = {
    "ru": "xlate.glossary.inflection.ru:RussianInflector",
    "uk": "xlate.glossary.inflection.uk:UkrainianInflector",
    "be": "xlate.glossary.inflection.be:BelarusianInflector",
}


@lru_cache
def inflector(language: str) -> Inflector | None:
    """The inflector of a language; its libraries load on first use.  None for a language without one."""
    if language not in _MODULES:
        return None
    module, _, attribute = _MODULES[language].partition(":")
    found: Inflector = getattr(import_module(module), attribute)()
    return found


def paradigm(concept: Concept, language: str) -> Mapping[Form, tuple[str, ...]]:
    """Every form of the concept's term in ``language``; at least the nominative.  KeyError if it has no such term."""
    from xlate.glossary.inflection.phrase import inflect_phrase

    term = concept.terms[language]
    made = inflect_phrase(concept, language, inflector(language))
    return {**made, **term.forms}

"""Words that must not give way to a name, although they are like it or were written for it.

A prefix is part of the meaning (*ex*-Soviet, *не*-Minsk; non-UK and pro-Russian are not matched at all).  An adjective
of a place says what the place before another noun says («Сенаторский комитет», the Senate Judiciary Committee), and an
adjective of a glossary stands only before a noun («Американец, который»).  And a garbled name may be that of another.
"""

from __future__ import annotations

import re

from xlate.glossary.concept import Kind
from xlate.glossary.enforcement.expectation import ADJECTIVES, Expectation
from xlate.glossary.enforcement.government import GOVERNMENT
from xlate.model import Span
from xlate.similarity import likeness
from xlate.transliteration import transliterate

_HYPHENED = re.compile(r"(?:не|ня|анти|анты|про|пра|экс|екс|поза|по|па|пост)-", re.IGNORECASE)
_PREFIXED = re.compile(r"(?:не|ня|анти|анты|про|пра|экс|екс|пост)", re.IGNORECASE)
_ENGLISH_PREFIX = re.compile(r"\b(?:ex|post)-$", re.IGNORECASE)
_NO_NOUN = re.compile(r"\s*(?:[.,;:!?»”)]|$)")
_NEXT_WORD = re.compile(r" ([^\W\d_]+) ")
_NEXT_CAPITAL = re.compile(r" [^\W\d_a-zа-яёіїєґў]")
_NEXT_SMALL = re.compile(r" [a-z]")
_VOWELS = re.compile(r"[aeiouy]+")
_ONE_SOUND = str.maketrans("cqvw", "kkvv")
RIVAL = 0.7  # guessed: "Croydon" and «Кордон» are equal without vowels, "London" and «Лондан» too


def may_give_way(source: str, target: str, span: Span, expectation: Expectation) -> bool:
    """Whether the words at ``span`` of the target may be replaced by the name that is expected."""
    word, name, kind = span.of(target), expectation.match.span, expectation.match.concept.kind
    prefixed = _ENGLISH_PREFIX.search(source[: name.start])
    if _HYPHENED.match(word) or (prefixed and _PREFIXED.match(word)):
        return False
    if kind is Kind.ADJECTIVE:
        lone = _NEXT_CAPITAL.match(target, span.end) and _NEXT_SMALL.match(source, name.end)
        return not (lone or _NO_NOUN.match(target, span.end) or _before_preposition(target, span, expectation))
    adjective = ADJECTIVES.get(expectation.language)
    return not (expectation.is_attribute and adjective and adjective.search(word.lower()))


def _before_preposition(target: str, span: Span, expectation: Expectation) -> bool:
    """Whether no noun follows: «в американском в 2017 году»."""
    word = _NEXT_WORD.match(target, span.end)
    return word is not None and word[1].lower() in GOVERNMENT.get(expectation.language, {})


def needs_noun(source: str, target: str, span: Span, expectation: Expectation) -> bool:
    """Whether the noun of an adjective lost it in translation: «беглецы из Северной Кореи, которые».

    A country in the genitive says then what the adjective cannot.
    """
    lone = bool(_NO_NOUN.match(target, span.end)) and expectation.noun is not None
    return lone and bool(_NEXT_SMALL.match(source, expectation.match.span.end))


def is_of_another(source: str, word: str, expectation: Expectation) -> bool:
    """Whether another capitalised word of the source, none of this name, sounds more like ``word`` than this one."""
    heard = _skeleton(transliterate(word, expectation.language))
    own = [_skeleton(expectation.match.span.of(source))]
    own.append(_skeleton(transliterate(expectation.wanted.name, expectation.language)))
    least = max(RIVAL, *(likeness(heard, name) for name in own))
    span = expectation.match.span
    others = source[: span.start] + " . " + source[span.end :]
    return any(likeness(heard, _skeleton(name)) > least for name in re.findall(r"\b[A-Z][a-z]{3,}", others))


def _skeleton(name: str) -> str:
    """The consonants, in small Latin letters; two spellings of a sound are one."""
    return _VOWELS.sub("", name.lower().translate(_ONE_SOUND))

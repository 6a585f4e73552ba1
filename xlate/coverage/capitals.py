"""Words with a capital: which of them are names, and what is the same in all forms of one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xlate.coverage.by_sense import NOT_NAMES, bare
from xlate.coverage.common_words import is_common
from xlate.coverage.sounds import sounds
from xlate.glossary.enforcement.words import fold
from xlate.model import Span

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
STOP = re.compile(r"[.!?…:;]['\"»”’)\]]*\s*['\"«“„‘(\[—–-]*\s*$|^\W*$|[\"«“„‘(\[]\s*$|[—–]\s*$")
ACRONYM = re.compile(r"[^\W\d_a-zа-яёіїєґў]{2,}(?:s|['’]s|-.+|[а-яёіїєґў]{1,3})?")
_NO_CASE_NAMES = ("de",)  # all nouns have capitals


@dataclass(frozen=True, slots=True)
class Name:
    """A word with a capital, and where it stands."""

    span: Span
    word: str


def names(text: str, language: str) -> tuple[Name, ...]:
    """Words with a capital that are no common words; none in a language whose nouns all have capitals."""
    if language in _NO_CASE_NAMES:
        return ()
    return tuple(
        Name(Span(*match.span()), match[0])
        for match in WORD.finditer(text)
        if match[0][0].isupper()
        and len(match[0]) > 2
        and not ACRONYM.fullmatch(match[0])
        and not is_common(match[0], language)
        and bare(match[0]) not in NOT_NAMES
        and (language == "en" or not STOP.search(text[max(0, match.start() - 8) : match.start()]))
    )


def capitalised(text: str) -> list[str]:
    """The words that a name may answer: those with a capital, whatever their place."""
    return [word for word in WORD.findall(text) if word[0].isupper()]


def is_named(text: str) -> bool:
    """Neither a title ("spokesman") nor an abbreviation, which is spelt out as often as not."""
    return text[:1].isupper() and not ACRONYM.fullmatch(text)


def stem_of(word: str) -> str:
    """A crude one: what is left when up to two letters of a longer word's ending go."""
    folded = fold(word)
    return folded[: max(4, len(folded) - 2)]


def first_sounds(word: str) -> frozenset[str]:
    """First sounds of a word and of its parts; vowels are one."""
    first = (said[:1] for part in word.split("-") for said in sounds(part))
    return frozenset("a" if sound in "aeiou" else "s" if sound == "z" else sound for sound in first if sound)

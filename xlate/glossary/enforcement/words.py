"""Texts as rows of folded words, so that a form is found whatever its case, quotes or ў - and only as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from xlate.detection.word_lists import LISTED, load
from xlate.memo import Memo
from xlate.model import Span
from xlate.once import once

_WORD = re.compile(r"[^\W_]+(?:['’ʼ\-‑][^\W_]+)*")
_FOLDED = str.maketrans({"’": "'", "ʼ": "'", "‑": "-", "ё": "е", "ў": "у"})


def fold(word: str) -> str:
    """Lower case, one apostrophe, е for ё, у for ў: "Ўкраіне" after a vowel is the word that "Украіне" is."""
    return word.lower().translate(_FOLDED)


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    return _folded_words[text]


def _fold_words(text: str) -> tuple[str, ...]:
    folded = fold(text)
    if len(folded) != len(text):  # İ is two characters in lower case, and the second is no letter
        return tuple(fold(match[0]) for match in _WORD.finditer(text))
    return tuple(_WORD.findall(folded))


_folded_words = Memo(_fold_words, 2_000)  # a text's words are asked for dozens of times while its names are put right


def is_odd(folded: str, language: str) -> bool:
    """Whether a folded word is none that the language's list (60,000 forms) has; False where xlate has no list."""
    known = _listed(language)
    return bool(known) and folded not in known and not folded.isdigit()


@once
def _listed(language: str) -> frozenset[str]:
    return frozenset(fold("\n".join(load(language).counts)).split("\n")) if language in LISTED else frozenset()


def words_of(text: str) -> Words:
    """``Words(text)``, the same one for the same text."""
    return _words_of[text]


@dataclass(frozen=True)
class Words:
    """A text and where its words stand."""

    text: str

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        return tuple(Span(match.start(), match.end()) for match in _WORD.finditer(self.text))

    @cached_property
    def folded(self) -> tuple[str, ...]:
        return folded_words(self.text)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The numbers of the words, by word."""
        places: dict[str, list[int]] = {}
        for number, word in enumerate(self.folded):
            places.setdefault(word, []).append(number)
        return places

    def occurrences(self, wanted: tuple[str, ...]) -> Iterator[Span]:
        """Where these folded words stand one after the other."""
        if not wanted:
            return
        for first in self.places.get(wanted[0], ()):
            last = first + len(wanted)
            if self.folded[first:last] == wanted:
                yield Span(self.spans[first].start, self.spans[last - 1].end)


_words_of = Memo(Words, 1_000)  # a text is looked at a dozen times while its names are put right

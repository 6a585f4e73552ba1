"""Which words a language is known to use: counts for en, ru, uk and be beside the spelling of all languages.

Three words hold few n-grams, but "все", "усе" and "ўсе" are words.  The lists (data/words, up to 60,000 words each, by
tools/build_profile.py) speak only for four of 57 languages, so they must not speak against the rest: Russian "на" is
Bulgarian "на" too.  A language without a list is taken to use a listed word as often as the language that uses it
most, times how well the word suits its spelling; a language with a list starts from the same guess and is moved by
what its list says, little where the list is too short to expect the word ("Журналіст" stands in one of two).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

LISTED = ("en", "ru", "uk", "be")

LIST_WEIGHT = 0.9
"""Weight of the lists against the spelling; 0.6 to 0.9 differ by at most 0.5 points on the first three words of news +
flores dev (n = 8,016, 2026-11-23), as do the following three constants in their ranges."""
GUESS_WEIGHT = 0.1
"""How many occurrences the guess is worth.  Tried: 0.03 to 1."""
NAME_WEIGHT = 0.5
"""Weight of the spelling of a capitalised word that is no listed common word: a name is spelt as at home.  "Narcis
Termes was" is English.  Tried: 0.35 to 0.7."""
STRANGER = 0.01
"""Chance that a word is foreign to its text: bounds what a single word can say.  Tried: 0.001 to 0.03."""


@dataclass(frozen=True, slots=True)
class WordList:
    """How often words (in lower case) were counted, which of them are common words, and how many words in all."""

    counts: Mapping[str, int]
    common: frozenset[str]
    total: int


def load(language: str) -> WordList:
    """The packaged word list of one of the LISTED languages."""
    text = files("xlate").joinpath("data", "words", f"{language}.tsv").read_text("utf-8")
    (_, total), *rows = (line.split("\t") for line in text.splitlines())
    counts = {word.lower(): int(count) for word, count in rows}
    return WordList(counts, frozenset(word for word, _ in rows if word in counts), int(total))


class Vocabulary:
    """The word lists together."""

    def __init__(self, lists: Mapping[str, WordList]) -> None:
        self._lists = dict(lists)

    @classmethod
    def packaged(cls) -> Vocabulary:
        return cls({language: load(language) for language in LISTED})

    def is_common(self, word: str) -> bool:
        """Whether some list knows the (lower-case) word as one that is not a name."""
        return any(word in listed.common for listed in self._lists.values())

    def weigh(self, word: str, capitalised: bool, languages: Sequence[str], spelt: Sequence[float]) -> list[float]:
        """log P(word | language): the spelling's verdict, in the order of the languages, joined with the lists'."""
        if capitalised and not self.is_common(word):
            spelt = [NAME_WEIGHT * value for value in spelt]
        shares = [self._share(word, language) for language in languages]
        joined = self._join(languages, spelt, shares) if any(shares) else spelt
        floor = max(joined, default=0.0) + math.log(STRANGER)
        return [max(value, floor) + math.log1p(math.exp(-abs(value - floor))) for value in joined]

    def _join(self, languages: Sequence[str], spelt: Sequence[float], shares: Sequence[float]) -> list[float]:
        best = max(shares)
        best_spelt = max(value for value, share in zip(spelt, shares, strict=True) if share == best)
        joined = []
        for language, value, share in zip(languages, spelt, shares, strict=True):
            guess = max(share, best * math.exp(min(0.0, value - best_spelt)))
            listed = self._lists.get(language)
            total = listed.total if listed else 0
            used = (share * total + GUESS_WEIGHT) / (total + GUESS_WEIGHT / guess) if guess else 0.0
            joined.append(math.log(LIST_WEIGHT * used + (1 - LIST_WEIGHT) * math.exp(value) + 1e-300))
        return joined

    def _share(self, word: str, language: str) -> float:
        listed = self._lists.get(language)
        return listed.counts.get(word, 0) / listed.total if listed else 0.0

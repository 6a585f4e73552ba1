"""Which words a language is known to use: counts for en, ru, uk and be beside the spelling of all languages.

Three words hold few n-grams, but "все", "усе" and "ўсе" are words.  The lists (data/words, up to 60,000 words each, by
tools/build_profile.py) speak only for four of 57 languages, so they must not speak against the rest: Russian "на" is
Bulgarian "на" too.  A language without a list is taken to use a listed word as often as the language that uses it
most, times how well the word suits its spelling; a language with a list starts from the same guess and is moved by
what its list says, little where the list is too short to expect the word ("Журналіст" stands in one of two).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from xlate.detection.word_lists import LISTED, WordList, load
from xlate.memo import Memo

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

PLAIN = 10.0
"""Logarithm of how much likelier one list must make a text than each other, that nothing else need be asked; a word
counts for at most WORD_SAYS.  Guessed; for none of 17,616 sentences (news and flores dev, the project's corpus), each
held against all four languages, does it change what the check of the language says, but for 8 of 6,000 texts joined of
two languages (2026-11-29)."""
WORD_SAYS = 2.5
UNLISTED = 1e-6  # the share of a word that a list does not have

Matrix = NDArray[np.float64]


class Vocabulary:
    """The word lists together: the given ones, or the packaged ones, each loaded for the first word it may hold."""

    def __init__(self, lists: Mapping[str, WordList] | None = None) -> None:
        self._lists = lists
        self._says: Memo[tuple[str, ...], Memo[str, tuple[float, ...]] | None] = Memo(self._saying, 64)

    @classmethod
    def packaged(cls) -> Vocabulary:
        return cls()

    def is_common(self, word: str) -> bool:
        """Whether some list knows the (lower-case) word as one that is not a name."""
        # English words are listed with letters of ASCII only, the others with Cyrillic ones: "café" loads no list.
        languages = ("en",) if word.isascii() else ("ru", "uk", "be") if "\u0400" <= word[0] <= "\u04ff" else ()
        return any(word in listed.common for listed in map(self._list, languages) if listed)

    def plainly(self, words: Iterable[str], language: str, others: Iterable[str]) -> bool:
        """Whether the (lower-case) words are so much more usual in the language than in each other that all is said."""
        says = self._says[(language, *(other for other in others if other != language))]
        if says is None:
            return False
        found = [says[word] for word in words]
        return bool(found) and all(sum(column) >= PLAIN for column in zip(*found, strict=True))

    def _saying(self, languages: tuple[str, ...]) -> Memo[str, tuple[float, ...]] | None:
        """How much more usual a word is in the first language than in each other, as a logarithm; None: no list."""
        listed = [words for words in map(self._list, languages) if words]
        if len(listed) < len(languages):
            return None

        def says(word: str) -> tuple[float, ...]:
            own, *others = [words.counts.get(word, 0) / words.total + UNLISTED for words in listed]
            return tuple(max(-WORD_SAYS, min(WORD_SAYS, math.log(own / other))) for other in others)

        return Memo(says, 10_000)

    def weigh(self, word: str, capitalised: bool, languages: Sequence[str], spelt: Sequence[float]) -> list[float]:
        """log P(word | language): the spelling's verdict, in the order of the languages, joined with the lists'."""
        weighed: list[float] = self.weigh_all([(word, capitalised)], languages, np.array([spelt]))[0].tolist()
        return weighed

    def weigh_all(self, words: Sequence[tuple[str, bool]], languages: Sequence[str], spelt: Matrix) -> Matrix:
        """The same for several words, each with whether it is capitalised: a row for each."""
        names = [[capitalised and not self.is_common(word)] for word, capitalised in words]
        spelt = np.where(names, NAME_WEIGHT * spelt, spelt)
        lists = [self._list(language) for language in languages]
        totals = np.array([float(listed.total) if listed else 0.0 for listed in lists])
        shares = np.zeros_like(spelt)
        for column, listed in enumerate(lists):
            if listed:
                shares[:, column] = [listed.counts.get(word, 0) / listed.total for word, _ in words]
        joined = np.where(shares.any(axis=1, keepdims=True), _join(spelt, shares, totals), spelt)
        floor = joined.max(axis=1, keepdims=True, initial=-np.inf) + math.log(STRANGER)
        weighed: Matrix = np.logaddexp(joined, floor)
        return weighed

    def _list(self, language: str) -> WordList | None:
        if self._lists is not None:
            return self._lists.get(language)
        return load(language) if language in LISTED else None


def _join(spelt: Matrix, shares: Matrix, totals: Matrix) -> Matrix:
    best = shares.max(axis=1, keepdims=True)
    best_spelt = np.where(shares == best, spelt, -np.inf).max(axis=1, keepdims=True)
    guess = np.maximum(shares, best * np.exp(np.minimum(0.0, spelt - best_spelt)))
    with np.errstate(divide="ignore", over="ignore"):  # no guess: worth nothing in a list, however short
        used = (shares * totals + GUESS_WEIGHT) / (totals + GUESS_WEIGHT / guess)
    joined: Matrix = np.log(LIST_WEIGHT * used + (1 - LIST_WEIGHT) * np.exp(spelt) + 1e-300)
    return joined

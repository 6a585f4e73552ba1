"""How likely a language is to spell a word so, from langdetect's n-gram profiles.

langdetect draws some of the text's n-grams at random and multiplies their shares as if they were independent; it is
slow, differs from call to call, and is certain when it should not be.  The same profiles also hold what follows what:
share("ово") against share("ов") is how often о follows ов.  So the word is spelt letter by letter, each letter given
the two before it (Jelinek and Mercer 1980: the longest context weighs most, shorter ones stand in where it was pruned).
That uses every n-gram, needs no chance, and is close to calibrated.  Measured: tools/eval_detection.py.

Texts bring many words and a script has up to 31 languages, so all that is new in a text is worked out at once, as a
matrix with a row for each n-gram or word and a column for each language, and kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from xlate.detection.profiles import Profile, Profiles, grams
from xlate.detection.remembering import Remembered

TWO_BEFORE, ONE_BEFORE, NONE_BEFORE, ANY_LETTER = 0.6, 0.25, 0.1, 0.05
"""Weights of the contexts; they add up to 1.  0.5/0.3/0.15/0.05 and 0.7/0.2/0.08/0.02 differ by under 0.4 points on
the first three words of news + flores dev (n = 8,016, 2026-11-23)."""
ALPHABET_SIZE = 60
WORD_END = 0.15
"""Share of word ends among letters and word ends: a word has some six letters."""

Matrix = NDArray[np.float64]


class Spelling:
    """The log-likelihood of words under some languages, in the order of ``languages``.  Safe to share by threads."""

    def __init__(self, profiles: Profiles, languages: Sequence[str]) -> None:
        self.languages = tuple(language for language in profiles.languages if language in languages)
        loaded = [profiles.read(language) for language in self.languages]
        self._counts = [profile["freq"] for profile in loaded]
        self._totals = np.array([profile["n_words"] for profile in loaded], dtype=np.float64).T
        self._starts = np.array([_starts(profile) for profile in loaded])
        self._columns: Remembered[str] = Remembered(self._uncached_columns, 20_000)
        self._steps: Remembered[str] = Remembered(self._uncached_steps, 20_000)

    def __call__(self, word: str) -> list[float]:
        """Natural logarithms of P(word | language) for a word in lower case."""
        scores: list[float] = self.scores([word])[0].tolist()
        return scores

    def scores(self, words: Sequence[str]) -> Matrix:
        """The same for several words, a row for each."""
        cut = [grams(word) for word in words]
        found = np.zeros((len(words), len(self.languages)))
        if filled := [row for row, steps in enumerate(cut) if steps]:
            begins = [0, *accumulate(len(cut[row]) for row in filled[:-1])]
            steps = self._steps([gram for word in cut for gram in word])
            found[filled] = np.add.reduceat(np.array(steps), begins)
        return found

    def _uncached_steps(self, found: Sequence[str]) -> Matrix:
        """log P(last letter | letters before), for n-grams as the cutter hands them out."""
        at_start = np.array([[gram[-2] == " "] for gram in found])
        at_end = np.array([[gram[-1] == " "] for gram in found])
        none = np.where(at_end, WORD_END, self._shares(gram[-1] for gram in found))
        pairs = self._shares(gram[-2:] for gram in found)
        first = _ratios(pairs, np.broadcast_to(self._starts, pairs.shape))
        one = _ratios(pairs * (self._totals[1] / self._totals[0]), self._shares(gram[-2] for gram in found))
        threes = self._shares(found) * (self._totals[2] / self._totals[1])
        two = _ratios(threes, self._shares(gram[:-1] for gram in found))
        one, two = np.where(at_start, first, one), np.where(at_start, first, two)
        steps: Matrix = np.log(TWO_BEFORE * two + ONE_BEFORE * one + NONE_BEFORE * none + ANY_LETTER / ALPHABET_SIZE)
        return steps

    def _shares(self, found: Iterable[str]) -> Matrix:
        return np.array(self._columns(list(found)))

    def _uncached_columns(self, found: Sequence[str]) -> Matrix:
        """The share of each n-gram among those of its length."""
        counted = np.array([[counts.get(gram, 0) for counts in self._counts] for gram in found], dtype=np.float64)
        shares: Matrix = counted / self._totals[[len(gram) - 1 for gram in found]]
        return shares


def _starts(profile: Profile) -> float:
    """The share of word starts among the n-grams of length 2."""
    counts = (count for gram, count in profile["freq"].items() if len(gram) == 2 and gram[0] == " ")
    return float(sum(counts) / profile["n_words"][1])


def _ratios(parts: Matrix, wholes: Matrix) -> Matrix:
    """Conditional probabilities; 0 where the context was pruned away, at most 1 where only its continuation was not."""
    shares: Matrix = np.divide(parts, wholes, out=np.zeros_like(parts), where=wholes > 0)
    return np.minimum(1.0, shares)

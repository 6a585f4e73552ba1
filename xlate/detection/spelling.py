"""How likely a language is to spell a word so, from langdetect's n-gram profiles.

langdetect draws some of the text's n-grams at random and multiplies their shares as if they were independent; it is
slow, differs from call to call, and is certain when it should not be.  The same profiles also hold what follows what:
share("ово") against share("ов") is how often о follows ов.  So the word is spelt letter by letter, each letter given
the two before it (Jelinek and Mercer 1980: the longest context weighs most, shorter ones stand in where it was pruned).
That uses every n-gram, needs no chance, and is close to calibrated.  Measured: tools/eval_detection.py.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from xlate.detection.profiles import Profiles, grams

TWO_BEFORE, ONE_BEFORE, NONE_BEFORE, ANY_LETTER = 0.6, 0.25, 0.1, 0.05
"""Weights of the contexts; they add up to 1.  0.5/0.3/0.15/0.05 and 0.7/0.2/0.08/0.02 differ by under 0.4 points on
the first three words of news + flores dev (n = 8,016, 2026-11-23)."""
ALPHABET_SIZE = 60
WORD_END = 0.15
"""Share of word ends among letters and word ends: a word has some six letters."""


class Spelling:
    """The log-likelihood of words under some languages, in the order of ``languages``.  Safe to share by threads."""

    def __init__(self, profiles: Profiles, languages: Sequence[str]) -> None:
        self.languages = tuple(language for language in profiles.languages if language in languages)
        chosen = [profiles.languages.index(language) for language in self.languages]
        self._shares = profiles.shares
        self._chosen = chosen
        self._two_per_one = [profiles.totals[i][1] / profiles.totals[i][0] for i in chosen]
        self._three_per_two = [profiles.totals[i][2] / profiles.totals[i][1] for i in chosen]
        self._starts = [profiles.starts[i] for i in chosen]
        self._step = lru_cache(maxsize=20_000)(self._uncached_step)

    def __call__(self, word: str) -> list[float]:
        """Natural logarithms of P(word | language) for a word in lower case."""
        steps = [self._step(gram) for gram in grams(word)]
        return [sum(column) for column in zip(*steps, strict=True)] if steps else [0.0] * len(self.languages)

    def _uncached_step(self, gram: str) -> list[float]:
        """log P(last letter | letters before), for one n-gram as the cutter hands it out."""
        letter, before = gram[-1], gram[-2]
        alone = [WORD_END] * len(self.languages) if letter == " " else self._column(letter)
        pairs = self._column(gram[-2:])
        if before == " ":
            one = _ratios(pairs, self._starts, None)
            two = one
        else:
            one = _ratios(pairs, self._column(before), self._two_per_one)
            two = _ratios(self._column(gram), self._column(gram[:-1]), self._three_per_two)
        return [
            math.log(TWO_BEFORE * t + ONE_BEFORE * o + NONE_BEFORE * n + ANY_LETTER / ALPHABET_SIZE)
            for t, o, n in zip(two, one, alone, strict=True)
        ]

    def _column(self, gram: str) -> list[float]:
        shares = self._shares.get(gram)
        return [shares[i] for i in self._chosen] if shares else [0.0] * len(self._chosen)


def _ratios(parts: Sequence[float], wholes: Sequence[float], scale: Sequence[float] | None) -> list[float]:
    """Conditional probabilities; 0 where the context was pruned away, at most 1 where only its continuation was not."""
    scales = scale or [1.0] * len(parts)
    return [
        min(1.0, part * factor / whole) if whole else 0.0
        for part, whole, factor in zip(parts, wholes, scales, strict=True)
    ]

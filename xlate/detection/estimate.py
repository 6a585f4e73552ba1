"""The probability of each language for the words of a text: Bayes over words, in two stages.

First every language of the script is weighed with langdetect's own, equally coarse profiles.  What falls to Belarusian,
Russian and Ukrainian together is then divided among the three by their finer profiles.  Each script's profiles are
loaded once, when the first text in it comes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

import numpy as np

from xlate import languages
from xlate.detection import profiles
from xlate.detection.remembering import Remembered
from xlate.detection.spelling import Matrix, Spelling
from xlate.detection.vocabulary import Vocabulary
from xlate.detection.words import Word
from xlate.once import once

PRIOR = {"en": 6.0, "ru": 6.0, "uk": 7.0, "be": 5.0}
"""How much likelier than any other language before a word is read: xlate is for these.  A choice between two errors:
with 1 for all English loses 10 points on three words, with twice these values it gains 1.4, but a fifth more of other
languages' three-word texts are taken for one of the four (dev; Debian's interface texts in 35 languages, 2026-11-23).
Among the three relatives the values even out the errors: Belarusian is the rarest, and "У наш час" is Ukrainian too."""


class Estimator:
    """Posterior probabilities of languages; deterministic, without state but caches, safe to share by threads."""

    def __init__(self) -> None:
        self._profiles = profiles.broad()
        self.languages = self._profiles.languages
        self.vocabulary = Vocabulary.packaged()
        self.written_in = lru_cache(maxsize=len(self.languages))(self._uncached_written_in)
        self._broad = lru_cache(maxsize=len(self.languages))(self._uncached_broad)

    def _uncached_written_in(self, script: str) -> tuple[str, ...]:
        """The languages with a profile that are written in the script."""
        return tuple(language for language in self.languages if script in _profile_scripts(language))

    def posterior(self, words: Sequence[Word], candidates: Iterable[str]) -> dict[str, float]:
        """P(language | words) for those candidates that have a profile for the words' script; empty if none has."""
        if not words:
            return {}
        allowed = set(candidates)
        if len(allowed) > 1 and allowed.issubset(profiles.KIN) and words[0].script == "Cyrl":
            return self._bayes(self._kin, words, allowed)  # nobody to share the probability with
        result = self._bayes(self._broad(words[0].script), words, allowed)
        kin = {language: share for language, share in result.items() if language in profiles.KIN}
        if len(kin) > 1:
            together = sum(kin.values())
            result |= {
                language: together * share for language, share in self._bayes(self._kin, words, set(kin)).items()
            }
        return result

    def fit(self, words: Sequence[Word], language: str) -> float:
        """log P(words | language) per letter: how well the words suit the language, whatever others would say."""
        scorer = self._kin if language in profiles.KIN else self._broad(words[0].script)
        if scorer is None:
            raise ValueError(f"{language} is not written so: {words[0].lower}")
        place = scorer.languages.index(language)
        return float(scorer.total(words)[place]) / sum(len(word.lower) + 1 for word in words)

    def _bayes(self, scorer: _Scorer | None, words: Sequence[Word], allowed: set[str]) -> dict[str, float]:
        chosen = [i for i, language in enumerate(scorer.languages) if language in allowed] if scorer else []
        if scorer is None or not chosen:
            return {}
        logs = (scorer.prior + scorer.total(words))[chosen]
        weights = np.exp(logs - logs.max())
        shares: list[float] = (weights / weights.sum()).tolist()
        return dict(zip((scorer.languages[i] for i in chosen), shares, strict=True))

    @cached_property
    def _kin(self) -> _Scorer:
        return _Scorer(Spelling(profiles.kin(), profiles.KIN), self.vocabulary)

    def _uncached_broad(self, script: str) -> _Scorer | None:
        written = self.written_in(script)
        return _Scorer(Spelling(self._profiles, written), self.vocabulary) if written else None


class _Scorer:
    """log P(words | language), from the spelling and the word lists, in the order of ``languages``."""

    def __init__(self, spelling: Spelling, vocabulary: Vocabulary) -> None:
        self.languages = spelling.languages
        self.prior = np.array([math.log(PRIOR.get(language, 1.0)) for language in self.languages])
        self._spelling, self._vocabulary = spelling, vocabulary
        self._scores: Remembered[tuple[str, bool]] = Remembered(self._uncached_scores, 50_000)

    def total(self, words: Sequence[Word]) -> Matrix:
        """The sum over the words."""
        total: Matrix = np.array(self._scores([(word.lower, word.capitalised) for word in words])).sum(axis=0)
        return total

    def _uncached_scores(self, words: Sequence[tuple[str, bool]]) -> Matrix:
        spelt = self._spelling.scores([word for word, _ in words])
        return self._vocabulary.weigh_all(words, self.languages, spelt)


def _profile_scripts(language: str) -> tuple[str, ...]:
    """The scripts that the language's profile is in, as `words` names them: Han with kana is Jpan, without it Hani."""
    several = {"zh": ("Hani",), "zt": ("Hani",), "ja": ("Jpan", "Hani")}
    return several.get(language, (languages.script(language),))


@once
def estimator() -> Estimator:
    """The one estimator of this process."""
    return Estimator()

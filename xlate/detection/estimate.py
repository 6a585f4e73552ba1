"""The probability of each language for the words of a text: Bayes over words, in two stages.

First every language of the script is weighed with langdetect's own, equally coarse profiles.  What falls to Belarusian,
Russian and Ukrainian together is then divided among the three by their finer profiles.  Loaded once, on first use.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from threading import Lock

from xlate import languages
from xlate.detection import profiles
from xlate.detection.spelling import Spelling
from xlate.detection.vocabulary import Vocabulary
from xlate.detection.words import Word

PRIOR = {"en": 6.0, "ru": 6.0, "uk": 7.0, "be": 5.0}
"""How much likelier than any other language before a word is read: xlate is for these.  A choice between two errors:
with 1 for all English loses 10 points on three words, with twice these values it gains 1.4, but a fifth more of other
languages' three-word texts are taken for one of the four (dev; Debian's interface texts in 35 languages, 2026-11-23).
Among the three relatives the values even out the errors: Belarusian is the rarest, and "У наш час" is Ukrainian too."""

_LOCK = Lock()


class Estimator:
    """Posterior probabilities of languages; deterministic, without state but caches, safe to share by threads."""

    def __init__(self) -> None:
        broad = profiles.broad()
        self.languages = broad.languages
        self.vocabulary = Vocabulary.packaged()
        self._kin = Spelling(profiles.kin(), profiles.KIN)
        scripts = {script for language in broad.languages for script in _profile_scripts(language)}
        self._broad = {script: Spelling(broad, self.written_in(script)) for script in scripts}
        self._score = lru_cache(maxsize=50_000)(self._uncached_score)

    def written_in(self, script: str) -> tuple[str, ...]:
        """The languages with a profile that are written in the script."""
        return tuple(language for language in self.languages if script in _profile_scripts(language))

    def posterior(self, words: Sequence[Word], candidates: Iterable[str]) -> dict[str, float]:
        """P(language | words) for those candidates that have a profile for the words' script; empty if none has."""
        if not words:
            return {}
        allowed = set(candidates)
        result = self._bayes(self._broad.get(words[0].script), words, allowed)
        kin = {language: share for language, share in result.items() if language in profiles.KIN}
        if len(kin) > 1:
            together = sum(kin.values())
            result |= {
                language: together * share for language, share in self._bayes(self._kin, words, set(kin)).items()
            }
        return result

    def fit(self, words: Sequence[Word], language: str) -> float:
        """log P(words | language) per letter: how well the words suit the language, whatever others would say."""
        spelling = self._kin if language in profiles.KIN else self._broad[words[0].script]
        place = spelling.languages.index(language)
        scores = [self._score(spelling, word.lower, word.capitalised)[place] for word in words]
        return sum(scores) / sum(len(word.lower) + 1 for word in words)

    def _bayes(self, spelling: Spelling | None, words: Sequence[Word], allowed: set[str]) -> dict[str, float]:
        if spelling is None:
            return {}
        scores = [self._score(spelling, word.lower, word.capitalised) for word in words]
        logs = {
            language: math.log(PRIOR.get(language, 1.0)) + sum(score[i] for score in scores)
            for i, language in enumerate(spelling.languages)
            if language in allowed
        }
        return _normalised(logs)

    def _uncached_score(self, spelling: Spelling, word: str, capitalised: bool) -> list[float]:
        return self.vocabulary.weigh(word, capitalised, spelling.languages, spelling(word))


def _normalised(logs: Mapping[str, float]) -> dict[str, float]:
    top = max(logs.values(), default=0.0)
    weights = {language: math.exp(value - top) for language, value in logs.items()}
    total = sum(weights.values())
    return {language: weight / total for language, weight in weights.items()}


def _profile_scripts(language: str) -> tuple[str, ...]:
    """The scripts that the language's profile is in, as `words` names them: Han with kana is Jpan, without it Hani."""
    several = {"zh": ("Hani",), "zt": ("Hani",), "ja": ("Jpan", "Hani")}
    return several.get(language, (languages.script(language),))


def estimator() -> Estimator:
    """The one estimator of this process; the first call loads the profiles, under a second."""
    with _LOCK:
        return _built()


@lru_cache(maxsize=1)
def _built() -> Estimator:
    return Estimator()

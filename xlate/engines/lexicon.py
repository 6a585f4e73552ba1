"""Word-by-word translation from a given word list: small, exact, predictable - the double that tests use."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

from xlate.engines import DEFAULT, Decoding, Progress
from xlate.errors import NoRoute
from xlate.model import Hypothesis, Leg

_WORD = re.compile(r"[^\W\d_]+")


class LexiconEngine:
    """``lexicons`` maps (source, target) to a word list in lower case; a word that it lacks stays as it is."""

    name = "lexicon"

    def __init__(self, lexicons: Mapping[tuple[str, str], Mapping[str, str]]) -> None:
        self._lexicons = {Leg(source, target, self.name): dict(words) for (source, target), words in lexicons.items()}

    def legs(self) -> tuple[Leg, ...]:
        return tuple(self._lexicons)

    def translate(
        self, leg: Leg, texts: Sequence[str], decoding: Decoding = DEFAULT, progress: Progress | None = None
    ) -> list[tuple[Hypothesis, ...]]:
        if leg not in self._lexicons:
            raise NoRoute(f"{leg} is not installed.", "`xlate models list` shows what is installed.")
        words = self._lexicons[leg]
        if progress:
            progress(len(texts))
        return [(_translate(text, words),) for text in texts]

    def fingerprint(self, leg: Leg) -> str:
        return hashlib.sha256(repr(sorted(self._lexicons[leg].items())).encode()).hexdigest()[:12]


def _translate(text: str, words: Mapping[str, str]) -> Hypothesis:
    found = [word.lower() in words for word in _WORD.findall(text)]
    target = _WORD.sub(lambda match: _cased(match.group(), words), text.strip())
    return Hypothesis(target, sum(found) / len(found) if found else 1.0)


def _cased(word: str, words: Mapping[str, str]) -> str:
    target = words.get(word.lower(), word)
    return target[:1].upper() + target[1:] if word[:1].isupper() else target

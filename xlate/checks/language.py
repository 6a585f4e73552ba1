"""The target is in the wrong language, or has words of its neighbour in it.

Three looks, each at what it can tell for certain:
- script: a Ukrainian target in Latin letters;
- letters: the Cyrillic alphabets of the three languages differ, so that "щ" or "ї" in a Belarusian word gives it away;
- a detector, for whole segments that are long enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Protocol

from xlate.checks.addresses import addresses
from xlate.checks.base import Pair
from xlate.checks.quotes import without_titles
from xlate.languages import FOUR, name, script
from xlate.model import Detection, Finding, Severity, Span

if TYPE_CHECKING:
    from xlate.detection import Detector

FOREIGN_LETTERS = {
    "ru": "іїєґўІЇЄҐЎ",
    "uk": "ыэъёўЫЭЪЁЎ",
    "be": "ищъїєИЩЪЇЄ",  # "ґ" stands in some Belarusian spellings
}
"""Cyrillic letters that the language's alphabet lacks."""

IN_SCRIPT = 0.5
"""Share of a target's letters that should be of its script.  On dev/news (1,007 segments each of ru, uk, be,
2026-11-23) human translations of 40 letters or more stay above 0.55; lists of brands go lowest."""

FOREIGN_WORDS = 0.1
"""Share of words with foreign letters from which, if there are two, the target is in another language; one is a slip.
On dev/news (1,007 segments, 2026-11-23) the median share is 0.33 for Russian or Ukrainian in place of Belarusian, 0.32
for Ukrainian in place of Russian, 0.10 for Russian in place of Ukrainian; no human translation has two such words."""

LONG = 40
"""Letters from which the detector and the script are asked; below that names decide.  Guessed."""

TITLE = 4
"""Words; a quotation up to this may be a foreign name: газета «Українська правда».  Guessed."""

SURE = 0.9
"""Probability from which the detector is believed.  Guessed."""

_WORD = re.compile(r"[Ѐ-ӿ]+(?:['’ʼ-][Ѐ-ӿ]+)*")
_SCRIPTS = {"Latn": "A-Za-zÀ-ɏ", "Cyrl": "Ѐ-ӿ"}


class Detects(Protocol):
    """What the check needs of a detector."""

    def detect(self, text: str) -> Detection: ...


class LanguageCheck:
    """Says that a target, or a word in it, is not in the target language."""

    name = "language"

    def __init__(self, detector: Detects | None = None) -> None:
        self._detector = detector

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        whole = Span(0, len(pair.target))
        language = name(pair.target_language)
        if n_letters(pair.target) >= LONG and score_script(pair.target, pair.target_language) < IN_SCRIPT:
            message = f"the target is not in the letters of {language}"
            yield Finding(self.name, Severity.ERROR, message, target_span=whole)
            return
        foreign = foreign_words(pair.target, pair.target_language)
        if score_letters(pair.target, pair.target_language) >= FOREIGN_WORDS and len(foreign) > 1:
            yield Finding(self.name, Severity.ERROR, f"the target is not in {language}", target_span=whole)
            return
        if other := self._other(pair):
            yield Finding(self.name, Severity.ERROR, f"the target looks like {name(other)}", target_span=whole)
            return
        for span in foreign:
            message = f"no letters of {language}: {span.of(pair.target)}"
            yield Finding(self.name, Severity.WARNING, message, target_span=span)

    def _other(self, pair: Pair) -> str:
        """The language that the detector is sure of, if it is not the target's; else empty."""
        text = without_titles(pair.target, TITLE)
        if n_letters(text) < LONG or pair.target_language not in FOUR:
            return ""
        found = self._detector.detect(text) if self._detector else _detector().contradict(text, pair.target_language)
        if not found or not found.determined or found.probability < SURE or found.language == pair.target_language:
            return ""
        return found.language


@cache
def _detector() -> Detector:
    from xlate.detection import Detector

    return Detector(among=FOUR)


def n_letters(text: str) -> int:
    """Letters of any script."""
    return sum(map(str.isalpha, text))


def score_script(text: str, language: str) -> float:
    """Share of the letters outside addresses that are of the language's script; 1.0 if that script is not judged."""
    pattern = _SCRIPTS.get(script(language))
    for address in addresses(text):
        text = text[: address.span.start] + " " * len(address.span) + text[address.span.end :]
    total = n_letters(text)
    return sum(map(len, re.findall(f"[{pattern}]+", text))) / total if pattern and total else 1.0


def score_letters(text: str, language: str) -> float:
    """Share of the Cyrillic words that have letters foreign to the language; 0.0 for languages that are not judged."""
    n_foreign = len(foreign_words(text, language))
    return n_foreign / len(_WORD.findall(text)) if n_foreign else 0.0


@lru_cache(maxsize=64)
def foreign_words(text: str, language: str) -> tuple[Span, ...]:
    """Cyrillic words with letters foreign to the language, outside titles."""
    foreign = set(FOREIGN_LETTERS.get(language, ""))
    if foreign.isdisjoint(text):
        return ()
    found = _WORD.finditer(without_titles(text, TITLE))
    return tuple(Span(*match.span()) for match in found if not foreign.isdisjoint(match[0]))

"""Detection of texts, of whole documents, and of the segments in them that are in another language.

A document is read as a whole: its language is the one in which most of its letters are written, block by block, and
what is too short alone is read together.  A segment then takes the document's language unless there is real evidence
otherwise, because most short segments are headlines, names and captions, and only few are quotations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from xlate.detection.steps import SURE, Case, decide, is_name, likeliest, open_languages, undetermined
from xlate.detection.words import plain_cyrillic
from xlate.languages import canonical, script
from xlate.model import UNDETERMINED, Detection

if TYPE_CHECKING:
    from xlate.detection.estimate import Estimator

FOREIGN, DOMESTIC = 0.95, 0.02
"""A foreign segment has at least this probability in its own language, and at most that in the document's.  With them
all foreign lines put into dev documents are told and no other line is taken for one (tools/eval_detection.py: n = 800
and 7,200); "У наш час" (uk 0.77, be 0.22) inherits."""
NAME_LENGTH, LATIN_NAME_LENGTH = 3, 4
"""Capitalised words that make a name: none of them a common word ("Xi Jinping"), or Latin ones in another script,
whatever they are ("The New York Times").  Guessed."""
REMEMBERED = 4_096
"""Texts that are not judged again: most blocks of an article are a segment of their own."""


class Detector:
    """Tells languages: among the given ones, or all that langdetect knows, Belarusian, and some by their letters alone.

    Probabilities are close to calibrated (tools/eval_detection.py): of three-word texts given 0.95 or more 99 % are
    right.  Below 0.5 (0.9 for a single word), and for names alone, the answer is "und".  Thresholds: `steps`.
    The same text gives the same answer at any time and in any thread.
    """

    def __init__(self, among: Sequence[str] | None = None) -> None:
        self._among = None if among is None else frozenset(map(canonical, among))
        self._judged = lru_cache(maxsize=REMEMBERED)(self._judge)

    def detect(self, text: str, declared: str = "") -> Detection:
        """The language of a text.  ``declared`` is believed if the text's script admits it.

        Raises UnknownLanguage for a declared language that is none.
        """
        return decide(self._case(text, declared)) if declared else self._judged(text)[1]

    def contradict(self, text: str, expected: str) -> Detection | None:
        """``detect``, but None where it would answer the expected language, or none: mostly at a fraction of the cost.

        The word lists may leave no doubt, and letters no other language open.  If words are weighed, then first those
        of the languages asked for: only where they speak for another it matters what the rest of the world would make
        of them.
        """
        rivals = [one for one in self._among or () if one != expected and script(one) == script(expected)]
        case = self._case(text)
        words = plain_cyrillic(text) if script(expected) == "Cyrl" else ()
        if not words and case.script == script(expected):
            words = [word.lower for word in case.words]
        if rivals and words and case.estimator().vocabulary.plainly(words, expected, rivals):
            return None
        left = open_languages(case)
        if set(left) <= {expected} or likeliest(case.estimator().posterior(case.words, left)) == expected:
            return None
        found = decide(case)
        return found if found.determined and found.language != expected else None

    def detect_document(self, texts: Sequence[str]) -> tuple[Detection, tuple[Detection, ...]]:
        """The language of a document given as blocks, and of each block.

        The document's probability is the share of its letters that is in its language, of those whose language was
        told; its candidates are the shares of all languages.
        """
        judged = [self._judged(text) for text in texts]
        found = [detection for _, detection in judged]
        told = [(detection, _weight(text)) for detection, text in zip(found, texts, strict=True)]
        undecided = "\n".join(text for text, detection in zip(texts, found, strict=True) if not detection.determined)
        whole = _majority([*told, (self.detect(undecided), _weight(undecided))])
        return whole, tuple(_in_document(case, detection, whole) for case, detection in judged)

    def detect_segments(self, segments: Sequence[str], prior: Detection) -> tuple[Detection, ...]:
        """The language of each segment of a document in ``prior``; ``prior`` itself where a segment inherits."""
        return tuple(_in_document(*self._judged(segment), prior) for segment in segments)

    def _judge(self, text: str) -> tuple[Case, Detection]:
        case = self._case(text)
        return case, decide(case)

    def _case(self, text: str, declared: str = "") -> Case:
        return Case(text, declared, self._among, _estimator)


def _estimator() -> Estimator:
    from xlate.detection.estimate import estimator  # with numpy, and not before a text comes

    return estimator()


def _in_document(case: Case, found: Detection, prior: Detection) -> Detection:
    """What a segment is found to be, or ``prior`` where it inherits."""
    if not prior.determined or found.language == prior.language:
        return found
    return found if _is_evidence(case, found, prior.language) else prior


def _is_evidence(case: Case, found: Detection, document: str) -> bool:
    """Whether a segment found to be in another language than its document really is, and no name or loanword."""
    ours = dict(found.candidates).get(document, 0.0)
    if not found.determined or found.probability < FOREIGN or ours > DOMESTIC:
        return False
    if case.script == script(document):
        return len(case.words) > 1 and not is_name(case, NAME_LENGTH)
    if case.script == "Latn" and len(case.all_words) <= LATIN_NAME_LENGTH:
        return not all(word.capitalised for word in case.all_words)
    return not is_name(case, NAME_LENGTH)


def _weight(text: str) -> int:
    return sum(map(str.isalpha, text))


def _majority(told: Sequence[tuple[Detection, int]]) -> Detection:
    """The language of most letters; und where nothing was told or no language has the half of it."""
    letters: Counter[str] = Counter()
    heaviest: dict[str, tuple[int, str]] = {}
    for detection, weight in told:
        if detection.determined and weight:
            letters[detection.language] += weight
            heaviest[detection.language] = max((weight, detection.method), heaviest.get(detection.language, (0, "")))
    total = sum(letters.values())
    if not total:
        return told[-1][0] if told else undetermined("no-letters")
    shares = tuple((language, count / total) for language, count in letters.most_common())
    language, share = shares[0]
    if share < SURE:
        return Detection(UNDETERMINED, 0.0, shares, "unsure")
    return Detection(language, share, shares, heaviest[language][1])

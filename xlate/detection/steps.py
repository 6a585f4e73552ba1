"""The chain of detection: each step says what it knows, or None for "not mine".

The order has its witnesses (tests/detection/test_order.py):

1. `declared`   before letters: «Київ», declared Belarusian (a headline), has a letter that only Ukrainian has.
2. `nothing`    before letters: "2026 — 15 %" has none.
3. `letters`    before brevity: "Васіль Быкаў" is a name, but nobody else writes ў; and before langdetect, which has no
                Kazakh and finds Russian in «Қазақстан Президенті халыққа Жолдауын жариялады».
4. `brevity`    before langdetect, which is sure of "Мінск".
5. `langdetect` last: it always has an opinion; what it keeps to itself is "unsure".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from xlate import languages
from xlate.detection import alphabets
from xlate.detection.words import Word, cut, in_script, main_script
from xlate.model import UNDETERMINED, Detection

if TYPE_CHECKING:
    from xlate.detection.estimate import Estimator

SURE = 0.5
"""Least probability of an answer: likelier than all other languages together.  The first three words of dev sentences
stay below it in 0.2 % (four languages allowed) to 1.5 % (all); just above it every other answer is right, above 0.95
99.6 % are (news + flores dev, n = 8,016, 2026-11-23; tools/eval_detection.py --calibration)."""
SURE_OF_ONE = 0.9
"""The same for a single word: above it 98.9 % are right, from 0.5 to 0.9 57 % (the same, n = 4,264)."""
MIN_LETTERS = 2
"""Fewer tell nothing: "A", "Я"."""
NAME_LENGTH = 2
"""A name alone has up to this many words; with three, a sentence may have begun ("Donald Trump said")."""
OUTSIDER = 0.999
"""Where a language that was not asked for is this probable in a text of OUTSIDER_WORDS, none of the asked is."""
OUTSIDER_WORDS = 5
"""Guessed."""
LETTERS_PROBABILITY = 0.99
"""A careful figure: of 7,099 dev sentences and three-word texts decided by letters one was not right, a misprint."""
UNLIKE = -2.8
"""Log-likelihood per letter below which a text with UNLIKE_LETTERS in words without a capital is in none of the four
languages.  Kyrgyz has no profile, and "Балдар мектепке барып" no letter that Russian lacks.  Below it lie one of
8,016 dev sentences' first six words and no whole sentence, but 95 % of Kyrgyz, Tajik and Irish interface texts."""
UNLIKE_LETTERS = 25
SHOWN = 0.001
"""Candidates below this probability are not listed.  A choice."""
OTHER_SCRIPTS = {
    "sr": ("Latn",), "kk": ("Latn",), "az": ("Cyrl",), "zh": ("Hani",), "zt": ("Hani",), "ja": ("Hani",),
}  # fmt: skip
"""What a declared language may be written in beside the script in `languages`; Hani is Han without kana."""


@dataclass(frozen=True)
class Case:
    """A text under detection: what was declared, which languages are asked for (None: all), and the statistics."""

    text: str
    declared: str
    among: Collection[str] | None
    estimator: Callable[[], Estimator]

    @cached_property
    def all_words(self) -> tuple[Word, ...]:
        return cut(self.text)

    @cached_property
    def script(self) -> str:
        return main_script(self.all_words)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words in the main script: names in another are no evidence."""
        return in_script(self.all_words, self.script)

    @cached_property
    def candidates(self) -> tuple[str, ...]:
        """The languages that script and letters allow, asked for or not."""
        written = self.estimator().written_in(self.script)
        return alphabets.allowed(self.words, written) if self.script == "Cyrl" else written

    def asked(self, language: str) -> bool:
        return self.among is None or language in self.among


def declared(case: Case) -> Detection | None:
    """The caller's word, unless the text is in a script that the language is not written in."""
    if not case.declared:
        return None
    language = languages.canonical(case.declared)
    scripts = (languages.script(language), *OTHER_SCRIPTS.get(language, ()))
    plausible = not case.script or case.script in scripts
    return Detection(language, 1.0, ((language, 1.0),), "declared") if plausible else None


def nothing(case: Case) -> Detection | None:
    """A text without words: numbers, addresses, emoji."""
    return None if case.all_words else undetermined("no-letters")


def letters(case: Case) -> Detection | None:
    """The language, if only one is written in these letters."""
    if case.script == "Cyrl" and (language := alphabets.rare(case.words)):
        known = languages.known(language) and case.asked(language)
        return _by_letters(language) if known else undetermined("unsure")
    if len(case.candidates) != 1:
        return None
    language = case.candidates[0]
    return _by_letters(language) if case.asked(language) and resembles(case, language) else undetermined("unsure")


def brevity(case: Case) -> Detection | None:
    """Too little to tell: a few letters, or a name, which belongs to no language."""
    too_short = sum(len(word.lower) for word in case.words) < MIN_LETTERS
    spaced = case.script not in ("Hani", "Jpan")
    return undetermined("too-short") if spaced and (too_short or is_name(case, NAME_LENGTH)) else None


def is_name(case: Case, longest: int) -> bool:
    """Whether the text is up to ``longest`` capitalised words, none of them a common word (of the four languages)."""
    vocabulary = case.estimator().vocabulary
    return len(case.all_words) <= longest and all(
        word.capitalised and not vocabulary.is_common(word.lower) for word in case.all_words
    )


def resembles(case: Case, language: str) -> bool:
    """Whether the words could be of one of the four languages at all; True for others, where nothing is measured."""
    words = [word for word in case.words if not word.capitalised]
    size = sum(len(word.lower) + 1 for word in words)
    measured = language in languages.FOUR and size >= UNLIKE_LETTERS
    return not measured or case.estimator().fit(words, language) >= UNLIKE


def langdetect(case: Case) -> Detection:
    """What the profiles say of the languages that script and letters allow, if they say it clearly."""
    found = case.estimator().posterior(case.words, case.candidates)
    if case.among is not None:
        outside = sum(share for language, share in found.items() if not case.asked(language))
        if outside >= OUTSIDER and len(case.words) >= OUTSIDER_WORDS:
            return undetermined("unsure")
        found = case.estimator().posterior(case.words, filter(case.asked, case.candidates))
    best = likeliest(found)
    needed = SURE if case.script in ("Hani", "Jpan") or len(case.words) > 1 else SURE_OF_ONE
    if best == UNDETERMINED or found[best] < needed or not resembles(case, best):
        return undetermined("unsure", found)
    return Detection(best, min(1.0, found[best]), _ranked(found), "langdetect")


def likeliest(found: Mapping[str, float]) -> str:
    """The language of the greatest probability; und where nothing was found."""
    return max(found, key=lambda language: (found[language], language), default=UNDETERMINED)


STEPS: tuple[Callable[[Case], Detection | None], ...] = (declared, nothing, letters, brevity, langdetect)


def decide(case: Case) -> Detection:
    """The answer of the first step that has one."""
    return next(found for step in STEPS if (found := step(case)))


def open_languages(case: Case) -> tuple[str, ...]:
    """The languages that the chain could still answer with before its last step, if nothing was declared."""
    if not case.all_words:
        return ()
    if case.script == "Cyrl" and (language := alphabets.rare(case.words)):
        return (language,) if case.asked(language) else ()
    return tuple(filter(case.asked, case.candidates))


def undetermined(method: str, found: Mapping[str, float] | None = None) -> Detection:
    """No answer, and why; the candidates are what was weighed."""
    return Detection(UNDETERMINED, 0.0, _ranked(found or {}), method)


def _by_letters(language: str) -> Detection:
    return Detection(language, LETTERS_PROBABILITY, ((language, LETTERS_PROBABILITY),), "letters")


def _ranked(found: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    shown = [(language, min(1.0, share)) for language, share in found.items() if share >= SHOWN]
    return tuple(sorted(shown, key=lambda item: (-item[1], item[0])))

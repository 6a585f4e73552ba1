"""What a second decoding must keep of the first translation, lest a name be paid for with the sentence.

A stand-in changes the source, and a weak engine then writes other words: of 120 repaired sentences that a reader
judged, all but five of the 19 that had become worse were second decodings (news set, en-ru, en-uk, en-be, 2026-11-29).
Only a part of it is grafted since, and that part is held to the same signs, which can be told without knowing which
sentence is right: a month, a figure or a word left in Latin letters that was there and is gone, a word in two scripts
or in no word list, a name twice, a stem once more, words of the source that the shipped lexicon found answered before
and no longer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from xlate.checks.numbers.words import lexicon as number_words
from xlate.glossary.enforcement.expectation import Expectation
from xlate.glossary.enforcement.words import folded_words, is_odd, words_of
from xlate.lexicon import lexicon
from xlate.model import Span
from xlate.similarity import likeness
from xlate.transliteration import transliterate

STEM = 5  # letters that the lexicon has of a word
MONTH_STEM = 4  # letters that a garbled month keeps: «12 июнях»
LEAST_WEIGHT = 0.2  # guessed; the lexicon's weights run from .01 to 1
SHORTEST = 4  # letters of a source word that the lexicon is asked about: function words have no one answer
SAME_NAME = 0.7  # guessed: Derby and «Дэрбі» are .8 alike in Latin letters
_FIGURE = re.compile(r"\d+")
_CAPITALISED = re.compile(r"[A-Z][a-z]+")
_LATIN = re.compile(r"[A-Za-z]{3,}")
_MIXED = re.compile(r"[A-Za-z][-'’]?[\u0400-\u04ff]|[\u0400-\u04ff][-'’]?[A-Za-z]")


@dataclass(frozen=True)
class Kept:
    """A source text and its names, and the translation that another is held against."""

    source: str
    expected: tuple[Expectation, ...]
    first: str
    source_language: str
    language: str
    _readings: dict[str, _Reading] = field(default_factory=dict, init=False, repr=False, compare=False)

    def refusal(self, second: str, n_spared: int = 0) -> str:
        """Why ``second`` cannot take the place of the first; empty where it can.

        ``n_spared`` lost words, copied ones and odd ones are let pass; months and figures never.
        """
        gone = self._lost_facts(second)
        if gone and (len(gone) > n_spared or any(fact.isdigit() or fact not in self.first for fact in gone)):
            return f"“{min(gone)}” was lost"
        if new := self._read(second).strange - self._read(self.first).strange:
            return f"“{min(new)}” is no word"
        if name := self._repeated(second):
            return f"“{name}” is there twice"
        if stammer := self._stammered(second):
            return f"“{stammer}” is there once more"
        if (n_odd := self.new_oddities(second)) > n_spared:
            return f"{n_odd} more words are none"
        lost = self.lost_words(second)
        return f"{lost} words were lost" if lost > n_spared else ""

    def lost_words(self, second: str) -> int:
        """How many words of the source are no longer answered, less those that newly are."""
        before, after = self._read(self.first).answered, self._read(second).answered
        return len(before - after) - len(after - before)

    def new_oddities(self, second: str) -> int:
        """How many more words ``second`` has that no list of the language's words has, those of the names left out."""
        return self._read(second).n_odd - self._read(self.first).n_odd

    def _read(self, text: str) -> _Reading:
        """What there is to see in a translation, each worked out once."""
        return self._readings.setdefault(text, _Reading(self, text))

    def _lost_facts(self, second: str) -> set[str]:
        """The facts that the first translation has and ``second`` has in no form: a copied West may be translated."""
        lost = self._read(self.first).facts - self._read(second).facts
        if not lost:
            return lost
        words = [transliterate(word, self.language).lower() for word in folded_words(second)]
        answered = self._read(second).answered
        return {fact for fact in lost if fact.lower()[:STEM] not in answered and not _alike(fact, words)}

    def _stammered(self, second: str) -> str:
        """A stem that ``second`` has more often than the first, which has it, too; empty for none."""
        own = {word[:STEM] for word in self.own}
        before, after = self._read(self.first).stems, self._read(second).stems
        return next((stem for stem, n in after.items() if n > before[stem] > 0 and stem not in own), "")

    def _repeated(self, second: str) -> str:
        """A name that ``second`` has more often than the source and the first translation have it; empty for none."""
        source, before, after = folded_words(self.source), self._read(self.first).places, self._read(second).places
        for number, expectation in enumerate(self.expected):
            owners = sum(not after[number].isdisjoint(places) for places in after)
            head = folded_words(expectation.match.span.of(self.source))[-1]
            if len(after[number]) > max(owners, len(before[number]), source.count(head)):
                return expectation.wanted.name
        return ""

    @cached_property
    def own(self) -> frozenset[str]:
        """The words of the wanted names."""
        return frozenset(word for e in self.expected for words in e.wanted.accepted for word in words)

    @cached_property
    def asked(self) -> set[str]:
        """Stems of the source's words, its names left out, that the lexicon is asked about."""
        return {word[:STEM] for word in folded_words(self._without_names) if len(word) >= SHORTEST}

    @cached_property
    def facts(self) -> tuple[set[str], set[str], dict[str, int]]:
        """The source's figures, its words in Latin letters, and its months with their numbers, its names left out."""
        source, known = self._without_names, number_words(self.source_language).months
        months = {word: known[word.lower()] for word in _CAPITALISED.findall(source) if known.get(word.lower())}
        return set(_FIGURE.findall(source)), set(_LATIN.findall(source)), months

    @cached_property
    def _without_names(self) -> str:
        text = self.source
        for expectation in self.expected:
            span = expectation.match.span
            text = text[: span.start] + " " * len(span) + text[span.end :]
        return text


@dataclass(frozen=True)
class _Reading:
    """What there is to see in one translation."""

    kept: Kept
    text: str

    @cached_property
    def facts(self) -> set[str]:
        """The months, figures and copied words of the source that the translation has."""
        figures, copied, months = self.kept.facts
        facts = (figures & set(_FIGURE.findall(self.text))) | (copied & set(_LATIN.findall(self.text)))
        if months:
            stems = _month_stems(self.kept.language)
            theirs = {stems.get(word[:MONTH_STEM], 0) for word in folded_words(self.text)}
            facts |= {word for word, month in months.items() if month in theirs}
        return facts

    @cached_property
    def strange(self) -> set[str]:
        """The words in two scripts or in Latin letters, but for those of names that are written so, and copied ones."""
        words = set(words_of(self.text).folded) - self.kept.own - set(_LATIN.findall(self.kept.source.lower()))
        return {word for word in words if _MIXED.search(word) or _LATIN.fullmatch(word)}

    @cached_property
    def n_odd(self) -> int:
        """How many words no list of the language's words has, those of the names left out."""
        words = folded_words(self.text)
        return sum(word not in self.kept.own and is_odd(word, self.kept.language) for word in words)

    @cached_property
    def stems(self) -> Counter[str]:
        return Counter(word[:STEM] for word in folded_words(self.text) if len(word) >= STEM)

    @cached_property
    def answered(self) -> set[str]:
        """The stems of the source that the shipped lexicon finds answered."""
        answers = _answers(self.kept.source_language, self.kept.language)
        stems = {word[:STEM] for word in folded_words(self.text)}
        return {stem for stem in self.kept.asked if not stems.isdisjoint(answers.get(stem, ()))}

    @cached_property
    def places(self) -> list[set[Span]]:
        """Where each name stands, and not only as a part of another one: Корея in «Северная Корея»."""
        found = [{span for span, _ in e.places(words_of(self.text))} for e in self.kept.expected]
        every = set().union(*found)
        return [
            {s for s in spans if not any(o != s and o.start <= s.start and s.end <= o.end for o in every)}
            for spans in found
        ]


@cache
def _answers(source: str, target: str) -> dict[str, frozenset[str]]:
    """The stems that answer each stem of the source; empty where xlate has no lexicon."""
    return {
        stem: frozenset(other for other, weight in rows if weight >= LEAST_WEIGHT)
        for stem, rows in lexicon(source, target).items()
    }


@cache
def _month_stems(language: str) -> dict[str, int]:
    return {word[:MONTH_STEM]: month for word, month in number_words(language).months.items()}


def _alike(fact: str, words: Sequence[str]) -> bool:
    """Whether a copied word is there in the other script."""
    return not fact.isdigit() and any(likeness(fact.lower(), word) >= SAME_NAME for word in words)

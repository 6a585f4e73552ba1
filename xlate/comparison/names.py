"""Names in a statement, by a key that is the same in every language.

A name of the termbase is known by its concept: Лукашэнка, Лукашенко and "President Lukashenko" have one key, whatever a
translation made of them; "Polish" has that of Poland.  Any other capitalised word is known by its skeleton, unless the
same language writes it small somewhere in these articles (a headline in Title Case).  The first word of a sentence is a
name only if it is one in the middle of another sentence, or if a second name follows ("Alena Sakovich said"); so is any
word of a headline in Title Case.  Peoples and sides of the world ("Belarusians", "Western") are no names: only English
writes them with a capital.  The West and the East are; each language has its own word for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from xlate.checks.numbers.words import lexicon
from xlate.comparison.dates import WEEKDAYS
from xlate.comparison.folding import WORD, stem
from xlate.comparison.story import Name
from xlate.glossary.concept import Concept, Kind
from xlate.glossary.matching import Matcher
from xlate.glossary.termbase import Termbase
from xlate.model import Span

_CAPITAL = r"\s[^\W\d_a-zа-яёіїєґў]"
_SECOND_NAME = re.compile(rf"{_CAPITAL}[\w’'-]++(?!{_CAPITAL})")  # but not "Then Ivan Krupko"

SHORTEST = 3  # letters of a name outside the termbase: "Я", "In", "Ён" are no names

_NO_NAMES = (Kind.TITLE, Kind.OTHER)
_ENGLISH_CAPITALS = frozenset("western eastern westerner westerners".split())
_SIDES = {
    "en": {"West": "West", "East": "East"},
    "ru": {"Запад(?:а|у|ом|е)?": "West", "Восток(?:а|у|ом|е)?": "East"},
    "uk": {"Захід|Заход(?:у|ом|і)": "West", "Схід|Сход(?:у|ом|і)": "East"},
    "be": {"Захад(?:у|ам)?|Захадзе": "West", "[УЎ]сход(?:у|ам)?|[УЎ]сходзе": "East"},
}
_LONG = 4  # letters from which on Title Case writes a word with a capital
_TITLE_CASE = 3  # such words, from which on a text is seen to be in Title Case


class NameReader:
    """Reads names in any language; ``pivot`` is the language in which termbase names are shown."""

    def __init__(self, termbase: Termbase, pivot: str) -> None:
        self._termbase, self._pivot = termbase, pivot
        self._matchers: dict[str, Matcher] = {}
        self._small: dict[str, set[str]] = {}
        self._small_stems: dict[str, set[str]] = {}
        self._inside: set[str] = set()

    def anew(self) -> NameReader:
        """A reader for other articles: nothing learnt, the same tables of names."""
        fresh = NameReader(self._termbase, self._pivot)
        fresh._matchers = self._matchers
        return fresh

    def learn(self, texts: Iterable[tuple[str, str]]) -> None:
        """Note which words the texts (text, language) write small, and which stand capitalised inside a sentence."""
        for text, language in texts:
            small = self._small.setdefault(language, set())
            known = [match.span for match in self._matcher(language).find(text)]
            title_case = _in_title_case(text)
            for match in WORD.finditer(text):
                if match[0].islower():
                    small.add(match[0])
                    self._small_stems.setdefault(language, set()).add(stem(match[0]))
                elif not (title_case or _opens(text, match.start()) or _within(match, known)):
                    self._inside.add(stem(match[0]))

    def names(self, text: str, language: str) -> tuple[Name, ...]:
        """In text order."""
        matches = [m for m in self._matcher(language).find(text) if m.concept.kind not in _NO_NAMES]
        found = [
            Name(concept_key(m.concept), self._shown(m.concept, m.name), m.span, _kind(m.concept)) for m in matches
        ]
        found += self._others(text, language, [m.span for m in matches])
        return tuple(sorted(found, key=lambda name: name.span))

    def _others(self, text: str, language: str, taken: Sequence[Span]) -> Iterable[Name]:
        small = self._small.get(language, set()) | _calendar(language)
        title_case = _in_title_case(text)
        for match in WORD.finditer(text):
            word, span = match[0], Span(*match.span())
            if not word[0].isupper() or len(word) < SHORTEST or _within(match, taken):
                continue
            if side := _side(word, language):
                yield Name(side.lower(), side, span, str(Kind.PLACE))
                continue
            if word.lower() in small or (language == "en" and self._only_english(word)):
                continue
            key = stem(word)
            if title_case and key not in self._inside:
                continue
            second = _SECOND_NAME.match(text, span.end)
            title = any(key in stems for stems in self._small_stems.values())  # "Губернатар Іван Крупко"
            if key and (not _opens(text, span.start) or key in self._inside or (second and not title)):
                yield Name(key, word, span)

    def _only_english(self, word: str) -> bool:
        """Whether other languages write it small: "Western", and "Belarusians", which is an adjective in the plural."""
        people = self._matcher("en").find(word.removesuffix("s")) if word.endswith("s") else []
        return word.lower() in _ENGLISH_CAPITALS or any(match.concept.kind is Kind.ADJECTIVE for match in people)

    def _matcher(self, language: str) -> Matcher:
        if language not in self._matchers:
            self._matchers[language] = Matcher(self._termbase, language)
        return self._matchers[language]

    def _shown(self, concept: Concept, written: str) -> str:
        term = concept.terms.get(self._pivot)
        return term.text if term else written


def runs(names: Sequence[Name]) -> tuple[tuple[Name, ...], ...]:
    """Names outside the termbase that stand next to each other belong together: "Ivan Krupko"."""
    found: list[list[Name]] = []
    for name in names:
        if found and not name.kind and not found[-1][-1].kind and name.span.start - found[-1][-1].span.end == 1:
            found[-1].append(name)
        else:
            found.append([name])
    return tuple(map(tuple, found))


def _in_title_case(text: str) -> bool:
    """ "West Plans to Attack Russia": every long word has a capital, the last too."""
    long = [word for word in WORD.findall(text) if len(word) >= _LONG]
    return len(long) >= _TITLE_CASE and all(word[0].isupper() for word in long)


def _within(match: re.Match[str], spans: Iterable[Span]) -> bool:
    return any(match.start() < span.end and span.start < match.end() for span in spans)


def _side(word: str, language: str) -> str:
    sides = _SIDES.get(language, {})
    return next((side for pattern, side in sides.items() if re.fullmatch(pattern, word)), "")


def _opens(text: str, start: int) -> bool:
    """Whether a word there opens a sentence or speech, and has its capital from that."""
    return not re.search(r"[^\W\d_]|\d", text[:start]) or bool(
        re.search(r"[.!?:—–]\s*[«„“\"'(]?$|[«„“\"]$", text[:start])
    )


@cache
def _calendar(language: str) -> frozenset[str]:
    """Months and weekdays, which English writes with a capital."""
    return frozenset(lexicon(language).months) | (frozenset(WEEKDAYS["en"].split("|")) if language == "en" else set())


def concept_key(concept: Concept) -> str:
    """The skeleton of the English name, or of whichever there is; of the noun for an adjective."""
    term = concept.terms.get("en") or next(iter(concept.terms.values()))
    return " ".join(stem(word) for word in WORD.findall(concept.of or term.text)) or term.text


def _kind(concept: Concept) -> str:
    return str(Kind.PLACE if concept.kind is Kind.ADJECTIVE else concept.kind)

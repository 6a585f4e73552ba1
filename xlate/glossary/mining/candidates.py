"""Proper nouns of a text by their capitals.

A capital at the beginning of a sentence says nothing, so a lone word there only counts if it is seen with a capital
elsewhere too.  Lines in Title Case say nothing at all.  In Slavic languages the forms of a name are gathered under
their stem, and the lemma is told from them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xlate.glossary.function_words import FUNCTION_WORDS
from xlate.glossary.mining.lemma import lemma_of, stem
from xlate.model import Span

CONTEXT = 40  # characters on each side
N_CONTEXTS = 3
_WORD = re.compile(r"[^\W_]+(?:['’ʼ\-‑.][^\W_]+)*")
_ENDS_SENTENCE = re.compile(r"[.!?…:]['\"»”)]*\s+[«\"“(]*$|^[\s«\"“(—–-]*$|[«\"“—–]\s?$")
_INSIDE = re.compile(r"\s(?:(?:of|the|de|van|von|der|den|du|al|bin|el|la|le|di|da)\s){0,2}")
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december mr mrs ms dr sir lord".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name: its lemma, how often it was seen, the forms in which, and where."""

    name: str
    count: int
    forms: tuple[str, ...]
    contexts: tuple[str, ...]


def find_candidates(texts: Iterable[str], language: str, least: int = 2) -> list[Candidate]:
    """Names seen at least ``least`` times, the most frequent first."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    contexts: dict[str, list[str]] = defaultdict(list)
    sure: set[str] = set()
    for text in texts:
        for span, begins in names_in(text, language):
            name = span.of(text)
            key = stem(name, language)
            forms[key][name] += 1
            if not begins:
                sure.add(key)
            if len(contexts[key]) < N_CONTEXTS:
                around = text[max(0, span.start - CONTEXT) : span.end + CONTEXT]
                contexts[key].append(" ".join(around.split()))
    found = [
        Candidate(lemma_of(seen, language), total, tuple(seen), tuple(contexts[key]))
        for key, seen in forms.items()
        if (total := seen.total()) >= least and key in sure
    ]
    return sorted(found, key=lambda candidate: (-candidate.count, candidate.name))


def names_in(text: str, language: str) -> Iterator[tuple[Span, bool]]:
    """Runs of capitalised words, and whether the run is only the first word of a sentence."""
    words = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text)]
    capitals = sum(word[:1].isupper() for _, _, word in words)
    if len(words) > 3 and capitals > 0.6 * len(words):
        return  # a headline in Title Case
    at = 0
    while at < len(words):
        if not _is_name(words[at][2], language):
            at += 1
            continue
        first = last = at
        begins = bool(_ENDS_SENTENCE.search(text[: words[first][0]]))
        at += 1
        while at < len(words) and _joins(text, words, last, at, language):
            if words[at][2][:1].isupper():
                last = at
            at += 1
        at = last + 1
        end = words[last][1]
        if language == "en":
            end -= len(words[last][2]) - len(_POSSESSIVE.sub("", words[last][2]))
        yield Span(words[first][0], end), begins and first == last


def _is_name(word: str, language: str) -> bool:
    lower = word.lower()
    return (
        word[:1].isupper()
        and len(word) > 1
        and lower not in FUNCTION_WORDS.get(language, ())
        and not (language == "en" and lower in _CALENDAR)
    )


def _joins(text: str, words: list[tuple[int, int, str]], last: int, at: int, language: str) -> bool:
    """Whether a word goes on the run: capitalised, or a particle before a capitalised word."""
    between = text[words[last][1] : words[at][0]]
    if last == at - 1:
        particle = language == "en" and words[at][2] in ("of", "the", "de", "van", "von", "der", "bin", "al")
        return between == " " and (_is_name(words[at][2], language) or particle)
    return bool(_INSIDE.fullmatch(between))

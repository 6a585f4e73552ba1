"""Headlines in the letters of a running text: "West Plans to Attack Russia" becomes "West plans to attack Russia".

Models learn on running text.  Of a headline with capitals throughout they take every word for a name and write down
what it sounds like: 200 sentences of 6 to 16 words, which reach chrF 27.5 31.6 31.2 in ru uk be, fall to 17.7 19.3 19.8
with a capital on each word and to 3.6 4.1 4.6 in capitals; truecased it is 26.5 30.6 30.2 and 25.9 30.1 29.6 (news set,
model 0.3, 2026-11-30).  A common word (by the language's word list) is written small, every other one with a capital,
and nothing changes its place: spans in the one are spans in the other.
"""

from __future__ import annotations

import re

from xlate.detection.word_lists import LISTED, WordList, load

LONG = 5  # letters
LEAST_LONG, LEAST_COMMON = 3, 2  # long words, and common words with a capital after the first, of a headline (guessed)
LEAST_LOUD = 4  # letters of a common word in a text in capitals: without one it may be names and abbreviations only
ACRONYM = 4  # letters: of words that are not listed, what is longer is a name, and what is not may be one: NATO, OSCE

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_QUIET = re.compile(r"\b(?:is|are|was|has|had|be|he|she|it|his|her|not|who)\b")  # capitals in any headline
_SMALL = frozenset("amid down from into like near onto over past than upon with".split())  # in some, none
_APOSTROPHE = re.compile("['’ʼ]")
_SUFFIXES = frozenset(["s", "t", "m", "d", "re", "ve", "ll"])
_MONTH = re.compile(r"(?:\d|\b(?:in|of|since|until|by|early|late|mid|next|last|from|to)) $", re.IGNORECASE)


def truecased(text: str, language: str) -> str:
    """A headline with its common words small; any other text, or of a language without a word list, as it is.

    Headlines are what has a capital on every longer word, in English, or capitals only, in en, ru, uk and be.
    """
    if language not in LISTED:
        return text
    found = [match[0] for match in _WORD.finditer(text)]
    loud = text.isupper()
    if not (loud or (language == "en" and _may_be_title(text, found))):
        return text
    words = load(language)
    common = [word for word in found if _is_common(word, words)]
    if loud and not any(len(word) >= LEAST_LOUD for word in common):
        return text
    if not loud and sum(word[0].isupper() for word in common if word is not found[0]) < LEAST_COMMON:
        return text
    made = _WORD.sub(lambda match: _running(match, words, loud, first=match.start() == text.find(found[0])), text)
    return made if len(made) == len(text) else text


def _may_be_title(text: str, found: list[str]) -> bool:
    if sum(len(word) >= LONG for word in found) < LEAST_LONG:
        return False
    shown = (word[0].isupper() or word in _SMALL for word in found if len(word) >= LONG - 1)
    return all(shown) and not _QUIET.search(text)


def _running(match: re.Match[str], words: WordList, loud: bool, *, first: bool) -> str:
    """The word as it stands in a running text."""
    word, text = match[0], match.string
    if len(word) == 1 and text[match.end() : match.end() + 1] == ".":
        return word  # "U.S.", "J. Smith"
    if not loud and (first or (len(word) > 1 and word.isupper()) or _is_may(match)):
        return word
    head, tail = _parts(word)
    if _is_common(word, words):
        return (head.capitalize() if first or head == "I" else head.lower()) + tail.lower()
    if loud and (head.lower() in words.counts or len(head) > ACRONYM):
        return head.capitalize() + tail.lower()
    return word


def _is_common(word: str, words: WordList) -> bool:
    head, tail = _parts(word)
    listed = all(part.lower() in words.common for part in _APOSTROPHE.split(head))  # as words were counted: "об", "єкт"
    return listed or (head == "I" and bool(tail))


def _parts(word: str) -> tuple[str, str]:
    """Before and from the apostrophe of "Ukraine's", "don't"; others have no second part: "пам'ять"."""
    split = _APOSTROPHE.search(word)
    if split and word[split.end() :].lower() in _SUFFIXES:
        return word[: split.start()], word[split.start() :]
    return word, ""


def _is_may(match: re.Match[str]) -> bool:
    """The month, not the verb."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    return match[0] == "May" and bool(_MONTH.search(before) or after.strip()[:1].isdigit())

"""Common words, in whatever form: what has a capital and is no name ("Commission", «Южном»).

The word lists hold the forms that texts had; a form that they lack is known by its stem, if what is left is an ending.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from xlate.detection.word_lists import rows
from xlate.languages import FOUR

SHORTEST_STEM, LONGEST_ENDING = 3, 3  # letters of a word and its ending (guessed)

_ENGLISH_ADJECTIVE = re.compile(r"(?:ish|ese|ian|ean|ican|lan|ic|wide|side|based|led)$")  # Scottish, Catalan, Olympic
_ADJECTIVE = re.compile(r"[кн](?:[иіы]й|[оае]й|[ая]я|[оеа]е|[оеа]г[оа]|[оеа]му|[иіы][мх]и?|ую|юю|ої)$")
_ENDING = re.compile(r"(?:[аеёиоуыэюяіїєйьў]\w{0,2})?")  # of a Slavic word; none begins with a consonant but й


def is_common(word: str, language: str) -> bool:
    """A word that texts also have with a small letter: "Commission", «Южного».  It is translated by its sense."""
    if language not in FOUR:
        return False
    folded = word.lower().replace("’", "'").partition("'")[0] if language == "en" else word.lower()
    if language == "en" and _ENGLISH_ADJECTIVE.search(folded):
        return True
    return all(part in words_of(language) for part in folded.split("-"))


def nearly_common(word: str, language: str) -> bool:
    """Whether the beginning of a word is that of a common one: «Южном», «Скалистые», and «Испании» of «испаряться»."""
    if language not in FOUR:
        return False
    start = word.lower()[: max(4, len(word) - 3)]
    known = _sorted_words(language)
    at = bisect_left(known, start)
    return at < len(known) and known[at].startswith(start)


def is_form_of_common(word: str, language: str) -> bool:
    """Whether a word may be another form of a common one: «Южном», «Скалистыми»; not «Каталонии» of «каталог»."""
    if language not in FOUR:
        return False
    folded, known = word.lower(), _sorted_words(language)
    for length in range(len(folded), max(SHORTEST_STEM, len(folded) - LONGEST_ENDING) - 1, -1):
        if not _ENDING.fullmatch(folded[length:]):
            continue
        at = bisect_left(known, folded[:length])
        while at < len(known) and known[at].startswith(folded[:length]):
            if _ENDING.fullmatch(known[at][length:]):
                return True
            at += 1
    return False


def are_forms(left: str, right: str) -> bool:
    """Whether two words of a Slavic language may be forms of one: «Кларка» and «Кларком», not «Майк» and «Майкл»."""
    left, right = left.lower(), right.lower()
    shared = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    return any(
        _ENDING.fullmatch(left[length:]) and _ENDING.fullmatch(right[length:])
        for length in range(shared, SHORTEST_STEM - 1, -1)
    )


def is_adjective(word: str) -> bool:
    """Whether a Slavic word ends as adjectives do: «Тихоокеанской», «Нижней»."""
    return bool(_ADJECTIVE.search(word))


@cache
def words_of(language: str) -> frozenset[str]:
    """The common words of a language."""
    return frozenset(word for _, words in rows(language) for word in words)


@cache
def _sorted_words(language: str) -> tuple[str, ...]:
    return tuple(sorted(words_of(language)))

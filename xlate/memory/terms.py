"""What a segment is found by when it is only alike: its words, their neighbours, its length.

Words are cut to five letters, so that endings may differ (мінский, мінского).  A pair of neighbouring words is rare
even where each is common ("the president", "said on").  Short segments are found by three letters as well: "Rain" and
"Rains" share no word.  A term holds language and length band, so that only segments are met that can be alike.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise

STEM = 5
SHORT = 5  # words: a segment asked for with no more is also found by trigrams
SHORT_STORED = 8  # words: a segment stored with no more has trigrams, as an edit can change the number of words
BAND = 4 / 3  # lengths within a band differ by less than this: three bands are enough for a likeness of 0.75

_WORD = re.compile(r"[^\W_]+")
_OTHER = re.compile(r"[\W_]")


def stored_terms(language: str, text: str) -> str:
    """The terms of a segment, separated by spaces."""
    place = f"·{language}{band(len(text))}"
    return " ".join(dict.fromkeys(f"{term}{place}" for terms in _terms(text, SHORT_STORED) for term in terms))


def asked_terms(language: str, text: str, likeness: float) -> tuple[list[str], list[str]]:
    """Terms to ask for, each over all lengths that can be so alike, a space between: for pairs, and for the rest."""
    low, high = bands(len(text), likeness)
    places = [f"·{language}{number}" for number in range(low, high + 1)]
    pairs, others = (
        [" ".join(f"{term}{place}" for place in places) for term in dict.fromkeys(terms)]
        for terms in _terms(text, SHORT)
    )
    return pairs, others


def band(n_characters: int) -> int:
    """The number of the length band."""
    return int(math.log(n_characters) / math.log(BAND)) if n_characters > 1 else 0


def bands(n_characters: int, likeness: float) -> tuple[int, int]:
    """The first and the last band of the texts that can be so alike to one of ``n_characters``."""
    return band(math.ceil(n_characters * likeness - 1e-9)), band(int(n_characters / likeness + 1e-9))


def _terms(text: str, short: int) -> tuple[list[str], list[str]]:
    """Pairs of words; words and trigrams."""
    folded = text.casefold()
    words = [word[:STEM] for word in _WORD.findall(folded)]
    pairs = [f"{left}·{right}" for left, right in pairwise(words)]
    if len(words) > short:
        return pairs, words
    letters = _OTHER.sub("¬", f"^{folded[:200]}^")
    return pairs, words + [f"{letters[i : i + 3]}¬3" for i in range(len(letters) - 2)]

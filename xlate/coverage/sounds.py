"""How a name sounds, roughly, whatever alphabet it is written in: "Schwarzenegger" is near «Шварценеггером».

Both writings are led to one small set of letters, in which what languages do not tell apart falls together; then the
longer word may have an ending that the other has not.  Good enough to say that two words can be one name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from xlate.similarity import likeness
from xlate.transliteration import transliterate

_CYRILLIC = (
    ("shch", "s"), ("sh", "s"), ("ch", "s"), ("zh", "z"), ("kh", "h"), ("ts", "s"), ("dz", "z"), ("ya", "a"),
    ("yu", "u"), ("y", "i"),
)  # fmt: skip
"""Of transliterated words."""

_LATIN = (
    ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("dzh", "z"), ("shch", "s"), ("eigh", "ei"), ("ough", "o"),
    ("ph", "f"), ("sh", "s"), ("ch", "s"), ("zh", "z"), ("kh", "h"), ("th", "t"), ("gh", "h"), ("ck", "k"),
    ("ts", "s"), ("tz", "s"), ("cz", "s"), ("qu", "kv"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("ew", "u"),
    ("ey", "ei"), ("ee", "i"), ("oo", "u"), ("ou", "u"), ("ie", "i"), ("ea", "i"), ("ya", "a"), ("yu", "u"),
    ("ia", "a"), ("yo", "e"), ("ye", "e"), ("x", "ks"), ("y", "i"), ("j", "z"), ("q", "k"), ("c", "k"),
)  # fmt: skip

_DOUBTFUL = (
    ("w", "v", "u"), ("ch", "ch", "k"), ("j", "j", "i", "h"), ("ai", "ei", "ai"), ("ay", "ei", "ai"), ("g", "g", "zh"),
    ("eau", "o"), ("th", "t", "z", "f"), ("ugh", "u"), ("ehl", "il", "el"),
)  # fmt: skip
"""Letters that are said in several ways: Wade is Уэйд, Wagner Вагнер; Michael, Churchill; George, Greg; Heather."""

_CYRILLIC_DOUBTFUL = (("дз", "дз", "д"), ("ц", "ц", "т"), ("г", "г", "х"))
"""Belarusian writes Дзіана and Мэцью for Diana and Matthew; Harry is Гаррі and Гарри."""

MOST_WAYS = 8

_ADJECTIVE = re.compile(r"(?<=\w{3})(?:ь?[сц][кь]\w{1,3})$")
"""«Ошмянском», «Йельском»: the place without what makes an adjective of it."""

LEAST_WHOLE, LEAST_WHOLE_SAME = 0.35, 0.25
"""Likeness of the whole words below which alike consonants say nothing, and the same for consonants that are the same:
Manatee is not «Монтгомери», nor Judge «Диего»; Wade and «Уэйд» have 0.26, Daley and «Дейлі» 0.4 (guessed)."""

LEAST_BONES = 3  # consonants that are compared unless they are the same (guessed)

_TWICE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou]+")
_ENDING = 3  # letters that a case ending may add: «Трамп», «Трампом», «Меркелями»


@lru_cache(maxsize=50_000)
def names_alike(left: str, right: str) -> float:
    """How far two words can be one name, 0..1: the better of their sounds, and of their consonants alone."""
    if left.lower() == right.lower():
        return 1.0
    return max(_likeness(one, other) for one in sounds(left) for other in sounds(right))


def _likeness(left: str, right: str) -> float:
    whole, bones = _best(left, right), (_bones(left), _bones(right))
    least = LEAST_WHOLE_SAME if bones[0] == bones[1] else LEAST_WHOLE
    return whole if whole < least else max(whole, _of_bones(*bones))


def _of_bones(left: str, right: str) -> float:
    """Short names have little else: «Грем» has but three letters of Graham, «Дейлі» two of Daley.

    An ending adds a consonant at most («Трампом»), so no more is cut: Argentina is not «Аризони».
    """
    if left == right and len(left) > 1:
        return 0.8
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) < LEAST_BONES:
        return 0.0
    cut = likeness(shorter, longer[:-1]) - 0.02 if len(longer) > len(shorter) else 0.0
    return 0.95 * max(likeness(left, right), cut)


@lru_cache(maxsize=20_000)
def sounds(word: str) -> tuple[str, ...]:
    """The word in small Latin letters, alike for alike sounds; all the ways in which its letters are said."""
    folded = unicodedata.normalize("NFC", word.lower())
    if any("\u0400" <= letter <= "\u052f" for letter in folded):
        ways = _ways([folded, _ADJECTIVE.sub("", folded)], _CYRILLIC_DOUBTFUL)
        return tuple(dict.fromkeys(_heard(transliterate(way)) for way in ways))[:MOST_WAYS]
    plain = "".join(letter for letter in unicodedata.normalize("NFD", folded) if not unicodedata.combining(letter))
    plain = re.sub(r"['’]s?$|['’]", "", plain).replace("ł", "l").replace("ß", "s")
    return tuple(dict.fromkeys(_heard(text, _LATIN) for text in _ways([plain], _DOUBTFUL)))[:MOST_WAYS]


def _ways(texts: list[str], doubtful: Sequence[Sequence[str]]) -> list[str]:
    """The texts with every way of saying their doubtful letters."""
    for written, *said in doubtful:
        texts = [text.replace(written, way) for text in texts for way in (said if written in text else said[:1])]
    return texts


def _heard(text: str, rules: Sequence[tuple[str, str]] = _CYRILLIC) -> str:
    for written, way in rules:
        text = text.replace(written, way)
    return _squeezed(text)


def _squeezed(text: str) -> str:
    return _TWICE.sub(r"\1", re.sub(r"[^a-z]", "", text))


def _bones(said: str) -> str:
    """The consonants, and a vowel that begins the word; z is s, h is not heard, and o that begins a word is a."""
    first = said[:1].replace("o", "a")
    return _TWICE.sub(r"\1", first + _VOWELS.sub("", said[1:])).replace("h", "").replace("z", "s")


def _best(left: str, right: str, least: int = 2) -> float:
    """Likeness when the longer word's ending is cut to near the other's length."""
    if min(len(left), len(right)) < least:
        return 0.0
    best = likeness(left, right)
    shorter, longer = sorted((left, right), key=len)
    for cut in range(1, _ENDING + 1):
        if len(longer) - cut >= max(least, len(shorter) - 1):
            best = max(best, likeness(shorter, longer[:-cut]) - 0.02 * cut)
        if len(shorter) - 1 >= least and len(longer) - cut >= least:
            best = max(best, likeness(shorter[:-1], longer[:-cut]) - 0.02 * cut - 0.05)
    return best

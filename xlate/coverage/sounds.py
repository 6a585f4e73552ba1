"""How a name sounds, roughly, whatever alphabet it is written in: "Schwarzenegger" is near «Шварценеггером».

Both writings are led to one small set of letters, in which what languages do not tell apart falls together; then the
longer word may have an ending that the other has not.  Good enough to say that two words can be one name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from xlate.similarity import likeness

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "h", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "z", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "h", "ц": "s", "ч": "s", "ш": "s", "щ": "s", "ъ": "",
    "ы": "i", "ь": "", "э": "e", "ю": "u", "я": "a", "'": "", "’": "", "ʼ": "",
}  # fmt: skip

_LATIN = (
    ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("dzh", "z"), ("shch", "s"), ("eigh", "ei"), ("ough", "o"), ("ph", "f"),
    ("sh", "s"), ("ch", "s"), ("zh", "z"), ("kh", "h"), ("th", "t"), ("gh", "h"), ("ck", "k"), ("ts", "s"), ("tz", "s"),
    ("cz", "s"), ("qu", "kv"), ("ee", "i"), ("oo", "u"), ("ou", "u"), ("ie", "i"), ("ea", "i"), ("ya", "a"),
    ("yu", "u"), ("ia", "a"),
    ("yo", "e"), ("ye", "e"), ("x", "ks"), ("w", "v"), ("y", "i"), ("j", "z"), ("g", "h"), ("q", "k"),
    ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"),
)  # fmt: skip

_TWICE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou]+")
_ENDING = 3  # letters that a case ending may add: «Трамп», «Трампом», «Меркелями»


def names_alike(left: str, right: str) -> float:
    """How far two words can be one name, 0..1: the better of their sounds, and of their consonants alone."""
    if left.lower() == right.lower():
        return 1.0
    return max(_best(sound(left), sound(right)), 0.95 * _best(_bones(left), _bones(right), least=3))


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """The word in small Latin letters; alike for alike sounds."""
    plain = unicodedata.normalize("NFD", word.lower())
    text = "".join(_CYRILLIC.get(c, c) for c in unicodedata.normalize("NFC", word.lower()))
    if text == word.lower():  # Latin
        text = "".join(c for c in plain if not unicodedata.combining(c)).replace("ł", "l").replace("ß", "s")
        text = re.sub(r"['’]s$|['’]", "", text)
        for written, said in _LATIN:
            text = text.replace(written, said)
    else:
        text = text.replace("dz", "z").replace("ks", "ks")
    return _TWICE.sub(r"\1", re.sub(r"[^a-z]", "", text))


def _bones(word: str) -> str:
    said = sound(word)
    return said[:1].replace("h", "") + _VOWELS.sub("", said[1:]).replace("h", "") if said else ""


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

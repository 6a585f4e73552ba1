"""Words of four languages brought to one skeleton, so that they can be compared as they stand.

Лукашэнка = Лукашенко = Lukashenko; дзень ~ день; вялікі ~ великий.  Letters that answer each other in Russian,
Ukrainian and Belarusian become one Latin letter: a, o and e are the same (akanne), so are и, і and ы; дз is д, ц is т;
soft signs go, doubles become single.  English is read as its usual transliteration would write it.  A skeleton is for
comparing only: it is no transliteration that anybody should read.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")

_CYRILLIC_GROUPS = re.compile(r"дзь?|дж|шч|сч|тс|йо|ьо")
_CYRILLIC_GROUP = {"дз": "d", "дзь": "d", "дж": "J", "шч": "S", "сч": "S", "тс": "t", "йо": "a", "ьо": "a"}
_CYRILLIC = str.maketrans(
    dict(zip("абвгґдеёєжзиійїклмнопрстуфхцчшщыэюяў", "abvggdaaaZziiiiklmnaprstufhtCSSiauav", strict=True))
    | dict.fromkeys("ьъ'’ʼ-", "")
)
_LATIN_GROUPS = re.compile(
    r"(?<=.)[aeo]u$|sch|shch|tch|sh|zh|kh|ch|ph|th|ts|tz|ck|qu|ce|ci|cy|gh|wh|yu|ya|yo|ye|iu|ia|ou|oo|ee|ea|x"
)
_LATIN_GROUP = {
    "sch": "S", "shch": "S", "tch": "C", "sh": "S", "zh": "Z", "kh": "h", "ch": "C", "ph": "f", "th": "t", "ts": "t",
    "tz": "t", "ck": "k", "qu": "kv", "ce": "sa", "ci": "si", "cy": "si", "gh": "g", "wh": "v", "yu": "u", "ya": "a",
    "yo": "a", "ye": "a", "iu": "u", "ia": "ia", "ou": "u", "oo": "u", "ee": "i", "ea": "i", "x": "ks",
}  # fmt: skip
_LATIN = str.maketrans(
    dict(zip("abcdefghijklmnopqrstuvwyz", "abkdafghiJklmnapkrstuvviz", strict=True)) | dict.fromkeys("'’ʼ-", "")
)
_DOUBLE = re.compile(r"(.)\1+")
_ENDING = re.compile(r"(?<=...)(?:a?ga|amu|ami|ah|ai|ia|iam|im|am|av|ui|ii|u|i|a)$")
"""Case endings of Slavic adjectives and nouns, in skeleton letters."""


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """The word in the common letters; empty for a script other than Latin and Cyrillic."""
    word = word.lower()
    if any("\u0400" <= character <= "\u04ff" for character in word):
        folded = _CYRILLIC_GROUPS.sub(lambda m: _CYRILLIC_GROUP[m[0]], word).translate(_CYRILLIC)
    else:
        plain = unicodedata.normalize("NFKD", word)
        plain = "".join(character for character in plain if not unicodedata.combining(character))
        folded = _LATIN_GROUPS.sub(
            lambda m: _LATIN_GROUP.get(m[0], "av"),  # Dubrou, Sakalau: Дуброў
            plain,
        ).translate(_LATIN)
    folded = "".join(character for character in folded if character.isascii())
    return _DOUBLE.sub(r"\1", folded)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The skeleton without a Slavic case ending; a Latin word keeps its consonants and loses a final vowel only."""
    folded = skeleton(word)
    if word[:1].isascii():
        return re.sub(r"(?<=...)[aiu]+$", "", folded)
    return _ENDING.sub("", folded)


def folded_words(text: str, language: str) -> list[str]:
    """The words of a text as they are compared within one language."""
    words = WORD.findall(text)
    if language == "en":
        return [skeleton(word)[:_ENGLISH_STEM] or word.lower() for word in words]
    return [stem(word) or word.lower() for word in words]


_ENGLISH_STEM = 6  # letters: announce, announced, announcement

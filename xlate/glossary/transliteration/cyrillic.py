"""From Latin letters into Russian, Ukrainian and Belarusian: what a news desk would try first.

Names in this program's news are mostly Slavic ones that came through English, and English ones.  So Slavic endings
(-sky, -enko, -ov, -ich) are recognised whole, and the rest goes by letters, pairs of letters first.  Rules: Гиляревский
and Старостин for Russian, the orthographies of 2019 (uk) and 2008 (be) for what differs: h and g are г, и after
hushing consonants, ў after vowels, э after hard consonants, а for o without stress.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

_DIGRAPHS = {
    "shch": "щ", "sch": "ш", "tch": "ч", "dzh": "дж", "sh": "ш", "ch": "ч", "zh": "ж", "kh": "х", "ts": "ц", "tz": "ц",
    "ph": "ф", "th": "т", "ck": "к", "gh": "г", "qu": "кв", "wh": "у", "ee": "и", "oo": "у", "ea": "и", "ou": "у",
    "x": "кс", "cz": "ч", "sz": "ш", "eye": "ее",
}  # fmt: skip
_LETTERS = dict(zip("abcdfgklmnopqrstuvz", "абкдфгклмнопкрстувз", strict=True))
_DIACRITICS = {"č": "ч", "š": "ш", "ž": "ж", "ś": "сь", "ź": "зь", "ń": "нь", "ĺ": "ль", "ć": "ць", "ŭ": "ў"}
_VOWELS = "aeiouy"
_CYRILLIC_VOWELS = "аеёиіоуыэюя"
_HARD = "дтржшчц"  # Belarusian: э and ы after these
_HUSHING = "жшчц"
_Endings = tuple[tuple[str, str, Mapping[str, str]], ...]
_ENDINGS: _Endings = (
    (r"(?<=[st])(?:k)(?:yi|yy|iy|ij|y|i)$", "кий", {"uk": "ський", "be": "кі"}),
    (r"(?<=[st])k(?:aya|aia|aja)$", "кая", {"uk": "ська", "be": "кая"}),
    (r"enk[oa]$", "енко", {"uk": "енко", "be": "енка"}),
    (r"(?:ovich|avich|ovych|owicz)$", "ович", {"uk": "ович", "be": "овіч"}),
    (r"(?:evich|yevich|evych|ewicz)$", "евич", {"uk": "евич", "be": "евіч"}),
    (r"(?:iy|yi|ii|ij)$", "ий", {"uk": "ій", "be": "ій"}),
    (r"[eé]i$|ey$|ej$", "ей", {"uk": "ей", "be": "ей"}),
    (r"ai$|ay$|aj$", "ай", {"uk": "ай", "be": "ай"}),
    (r"ia$|iya$", "ия", {"uk": "ія", "be": "ія"}),
    (r"y$", "и", {"uk": "і", "be": "і"}),
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def into_cyrillic(text: str, target: str) -> list[str]:
    """Spellings, likeliest first; words of capitals only (NATO) stay."""
    first = _WORD.sub(lambda match: _cased(match[0], target), text)
    further = []
    if target == "be":
        further.append(re.sub(r"аў\b", "оў", first))  # Іваноў, but Міхайлаў: the stress decides
    if target != "uk":
        y = {"ru": "и", "be": "і"}[target]
        further.append(re.sub(r"(?<=[бвгзклмнпрстф])ы", y, first))  # y of a Ukrainian name: Svyrydenko
    return list(dict.fromkeys((first, *further)))


def _cased(word: str, target: str) -> str:
    if len(word) > 1 and word.isupper():
        return word
    made = _word(word.lower(), target)
    return made[:1].upper() + made[1:] if word[:1].isupper() else made


def _word(word: str, target: str) -> str:
    ending = ""
    for pattern, russian, others in _ENDINGS:
        if (match := re.search(pattern, word)) and match.start() > 1:
            word, ending = word[: match.start()], others.get(target, russian)
            break
    if ending in ("ський", "ська"):
        ending = ending if word.endswith("s") else "ц" + ending[1:]
        word = word.removesuffix("s").removesuffix("t")  # Зелен-ський, Біля-цький
    made = "".join(_letters(word, target))
    if target == "be":
        return _belarusian(made + ending)
    return made + ending


def _letters(word: str, target: str) -> list[str]:
    made: list[str] = []
    at = 0
    while at < len(word):
        for size in (4, 3, 2, 1):
            piece = word[at : at + size]
            if len(piece) == size and piece in _DIGRAPHS:
                made.append(_of_language(_DIGRAPHS[piece], piece, target))
                break
        else:
            size, letters = _single(word, at, made, target)
            made.append(letters)
        at += size
    return made


def _of_language(letters: str, piece: str, target: str) -> str:
    if target == "ru":
        return letters
    letters = letters.replace("и", "і")
    if target == "uk" and piece == "eye":
        return "еє"
    return "шч" if target == "be" and letters == "щ" else letters


def _single(word: str, at: int, made: list[str], target: str) -> tuple[int, str]:
    """One letter, or й with the vowel after it."""
    letter, following = word[at], word[at + 1 : at + 2]
    before = made[-1][-1:] if made else ""
    if letter in "yj" and following in ("a", "u", "o", "e", "i") and following and not (letter == "j" and not at):
        return 2, _IOTATED[target][following]
    if letter == "i" and following in ("a", "u", "o") and before and before not in "аеиіоуыэ" and target == "be":
        return 2, _IOTATED["be"][following]  # Aliaksandr: passports write я as ia
    if letter in _LONE:
        return 1, _LONE[letter](_Place(before, following, target))
    return 1, _default(letter, following, target)


def _default(letter: str, following: str, target: str) -> str:
    if letter in _DIACRITICS:
        found = _DIACRITICS[letter]
        return found if target == "be" else found.replace("ў", "в")
    if letter in _LETTERS:
        if letter == "c" and following and following in "eiy":
            return "с"
        return _LETTERS[letter]
    plain = unicodedata.normalize("NFD", letter)[0]
    return _LETTERS.get(
        plain, letter if plain in "'’" else "".join(_letters(plain, target)) if plain != letter else letter
    )


class _Place(NamedTuple):
    """Where a letter stands: the Cyrillic letter before it, the Latin one after it, the language."""

    before: str
    following: str
    target: str

    @property
    def opens(self) -> bool:
        """A vowel follows."""
        return bool(self.following) and self.following in _VOWELS

    @property
    def after_vowel(self) -> bool:
        return bool(self.before) and self.before in _CYRILLIC_VOWELS


def _e(place: _Place) -> str:
    if place.target == "uk":
        return "е"
    return "э" if not place.before or place.after_vowel else "е"


def _i(place: _Place) -> str:
    if place.after_vowel and place.before != "и" and place.following and not place.opens:
        return "й"  # Aleinik
    if place.target == "uk" and place.before and place.before in _HUSHING and place.following and not place.opens:
        return "и"
    return "и" if place.target == "ru" else "і"


def _y(place: _Place) -> str:
    if not place.before:
        return "й" if place.opens else {"ru": "и", "uk": "і", "be": "і"}[place.target]
    return "й" if place.after_vowel else {"ru": "ы", "uk": "и", "be": "ы"}[place.target]


def _j(_: _Place) -> str:
    return "дж"


def _h(place: _Place) -> str:
    if place.before and place.following and not place.opens:
        return "" if place.target == "ru" else "г"
    return "х" if place.target == "ru" else "г"


def _w(place: _Place) -> str:
    return "у" if place.opens else "ў" if place.target == "be" else "в"


_LONE = {"e": _e, "i": _i, "y": _y, "j": _j, "h": _h, "w": _w}
_IOTATED = {
    "ru": {"a": "я", "u": "ю", "o": "ё", "e": "е", "i": "ьи"},
    "uk": {"a": "я", "u": "ю", "o": "йо", "e": "є", "i": "ї"},
    "be": {"a": "я", "u": "ю", "o": "ё", "e": "е", "i": "і"},
}


def _belarusian(word: str) -> str:
    """What Belarusian orthography makes of the letters: ы and э after hard consonants, ў, а without stress."""
    word = re.sub(rf"(?<=[{_HARD}])і(?!$)", "ы", word.replace("и", "і"))
    word = re.sub(rf"(?<=[{_HARD}])е", "э", word)
    word = re.sub(r"(?<=[аеёіоуыэюя])в(?![аеёіоуыэюя])", "ў", word)
    word = re.sub(r"о$", "а", word)
    word = re.sub(r"ова$", "ава", word)
    vowels = [m.start() for m in re.finditer("[аеёіоуыэюя]", word)]
    stressed = _stressed(word, vowels)
    return "".join("а" if c == "о" and at != stressed else c for at, c in enumerate(word))


def _stressed(word: str, vowels: list[int]) -> int:
    """Where the stress is likely: -овіч keeps it, -оў seldom does, otherwise the last vowel but one."""
    if word.endswith(("овіч", "евіч")):
        return vowels[-2]
    return vowels[-2] if len(vowels) > 1 else vowels[0] if vowels else -1

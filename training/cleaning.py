"""Which pairs are fit to learn from: one small rule each, named, so that the log can say what was dropped and why."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

LANGUAGES = ("en", "ru", "uk", "be")
MAX_CHARACTERS = 600
MAX_RATIO, LEEWAY = 2.2, 25  # longer side over shorter, and characters on top: what short pairs may differ by

_SPACE = re.compile(r"\s+")
_CYRILLIC = re.compile("[а-яёіїєґўА-ЯЁІЇЄҐЎ]")
_LATIN = re.compile("[A-Za-z]")
_STRESS = re.compile("[\u0300\u0301]")
_MARKUP = re.compile(r"[<>{}\\|]|https?:|%[sd]|&\w+;")
_FOREIGN_LETTERS = {"ru": re.compile("[іїєґў]"), "uk": re.compile("[ыэёўъ]"), "be": re.compile("[иїєґщъ]")}
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "\u00ad": "", "\u200b": ""})


def normalise(text: str) -> str:
    """NFC, one kind of apostrophe, no soft hyphens, no stress marks on Cyrillic, single spaces."""
    text = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    if _CYRILLIC.search(text):
        text = unicodedata.normalize("NFC", _STRESS.sub("", text))
    return _SPACE.sub(" ", text).strip()


def fold(text: str) -> str:
    """Letters and digits in lower case: equal for lines that differ in punctuation and case only."""
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text).lower())


def _empty_or_same(pair: tuple[str, str], _: tuple[str, str]) -> bool:
    return not pair[0] or not pair[1] or pair[0] == pair[1]


def _wrong_script(pair: tuple[str, str], languages: tuple[str, str]) -> bool:
    for text, language in zip(pair, languages, strict=True):
        cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
        if cyrillic + latin == 0 or (latin < cyrillic if language == "en" else cyrillic < latin):
            return True
    return False


def _wrong_letters(pair: tuple[str, str], languages: tuple[str, str]) -> bool:
    return any(
        language in _FOREIGN_LETTERS and _FOREIGN_LETTERS[language].search(text.lower())
        for text, language in zip(pair, languages, strict=True)
    )


def _wrong_length(pair: tuple[str, str], _: tuple[str, str]) -> bool:
    shorter, longer = sorted(map(len, pair))
    return longer > MAX_CHARACTERS or longer > LEEWAY + MAX_RATIO * shorter


def _markup(pair: tuple[str, str], _: tuple[str, str]) -> bool:
    return bool(_MARKUP.search(pair[0]) or _MARKUP.search(pair[1]))


def _other_numbers(pair: tuple[str, str], _: tuple[str, str]) -> bool:
    left, right = (set(re.findall(r"\d+", text)) for text in pair)
    return bool(left and right and not left & right)


RULES: dict[str, Callable[[tuple[str, str], tuple[str, str]], bool]] = {
    "empty or same": _empty_or_same,
    "script": _wrong_script,
    "letters of another language": _wrong_letters,
    "length": _wrong_length,
    "markup": _markup,
    "numbers": _other_numbers,
}


def fault(pair: tuple[str, str], languages: tuple[str, str]) -> str:
    """The name of the first rule that a normalised pair breaks; empty if it is fit."""
    return next((name for name, broken in RULES.items() if broken(pair, languages)), "")

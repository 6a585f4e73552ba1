"""Which languages the letters of a text allow: the step that needs no statistics.

Cyrillic is one script with a dozen alphabets, and half of the work of telling its languages apart is done by the
letters a language does *not* have: no и or щ in Belarusian, no ы, э, ъ or ё in Ukrainian, no і in Russian.  So there
is no list of tell-tale letters here, only the alphabets, and the question how much of the text each one can spell.
ў, and і beside ы, э or ё, are then Belarusian, ї, є and ґ Ukrainian, by subtraction.  (ы without і is not Russian by
itself: "Новы дом" is Belarusian.  What two alphabets can spell is left to the next step.)

One foreign word must not decide: "Компания «Нафтогаз України» заявила" is Russian.  Names are respelt by each
language, titles are not; hence short quotations do not count, and an alphabet may miss a share of the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from xlate.detection.words import Word

_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"

ALPHABETS = {
    "ru": frozenset(_RUSSIAN),
    "uk": frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    "be": frozenset("абвгдеёжзійклмнопрстуўфхцчшыьэюя"),
    "bg": frozenset("абвгдежзийклмнопрстуфхцчшщъьюяѝ"),
    "mk": frozenset("абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ"),
    "sr": frozenset("абвгдђежзијклљмнњопрстћуфхцчџш"),
}
"""Cyrillic languages that the statistics know, so that their letters only restrict them."""

RARE_ALPHABETS = {
    "kk": frozenset(_RUSSIAN + "әғқңөұүһі"),
    "ky": frozenset(_RUSSIAN + "ңөү"),
    "tt": frozenset(_RUSSIAN + "әөүҗңһ"),
    "ba": frozenset(_RUSSIAN + "ғҙҡңөҫүһә"),
    "cv": frozenset(_RUSSIAN + "ӑӗҫӳ"),
    "mn": frozenset(_RUSSIAN + "өү"),
    "tg": frozenset("абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя"),
    "uz": frozenset("абвгғдеёжзийкқлмнопрстуўфхҳцчшъьэюя"),
}
"""Languages without a profile: they come into question only where the alphabets above fail."""

TOLERANCE = 0.15
"""Share of the words that an alphabet may fail to spell beyond the best one: one word in seven.  Guessed."""

STRANGE = 0.1
"""Share of the words, names aside, with a letter that none of the common alphabets has, from which on a rare alphabet
is thought of.  Guessed; no Cyrillic sentence of news + flores dev has such a word (n = 6,012)."""

_COMMON_LETTERS = frozenset().union(*ALPHABETS.values())


def spelt(words: Iterable[Word], alphabet: frozenset[str]) -> float:
    """The share of the words, 0..1, that the alphabet can spell; 1 without words."""
    listed = [word for word in words if word.script == "Cyrl"]
    return sum(alphabet.issuperset(word.lower) for word in listed) / len(listed) if listed else 1.0


@lru_cache(maxsize=20_000)
def spellers(word: str) -> frozenset[str]:
    """The common alphabets that can spell the (lower-case) word."""
    return frozenset(language for language, alphabet in ALPHABETS.items() if alphabet.issuperset(word))


def telling(words: Sequence[Word]) -> Sequence[Word]:
    """The words whose letters count: all but titles in quotation marks, or those where there is nothing else."""
    return [word for word in words if not word.quoted] or words


def allowed(words: Sequence[Word], languages: Iterable[str]) -> tuple[str, ...]:
    """The languages whose alphabet spells (nearly) as many of the Cyrillic words as the best one does."""
    found = [spellers(word.lower) for word in telling(words) if word.script == "Cyrl"]
    shares = {
        language: sum(language in spell for spell in found) / len(found) if found else 1.0
        for language in languages
        if language in ALPHABETS
    }
    best = max(shares.values(), default=0.0)
    return tuple(language for language, share in shares.items() if share >= best - TOLERANCE)


def rare(words: Sequence[Word]) -> str | None:
    """The language without a profile that the letters point to; None where the common alphabets will do.

    Of the alphabets that spell the most words the smallest wins: ө and ү without ң is Mongolian, not Kyrgyz.
    """
    if _COMMON_LETTERS.issuperset("".join(word.lower for word in words)):
        return None
    plain = [word for word in telling(words) if not word.capitalised] or words
    strange = [word for word in plain if not _COMMON_LETTERS.issuperset(word.lower)]
    if len(strange) < STRANGE * len(plain) or not strange:
        return None
    shares = {language: spelt(plain, alphabet) for language, alphabet in RARE_ALPHABETS.items()}
    best = max(shares, key=lambda language: (shares[language], -len(RARE_ALPHABETS[language])))
    return best if shares[best] > max(spelt(plain, alphabet) for alphabet in ALPHABETS.values()) else None

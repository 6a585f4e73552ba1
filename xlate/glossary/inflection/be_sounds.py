"""Belarusian letters where a stem meets an ending: what akanne, hardened consonants and softening do to spelling.

Belarusian writes vowels as they are heard, so stress decides letters (Масквой but Прагай), and stress is not written.
What can be known without a dictionary: a written ``о`` or ``ё`` is stressed, so a stem that has one keeps its stress
and its endings are the unstressed ones.  Everything else about stress is a table in ``be_exceptions``.
"""

from __future__ import annotations

from dataclasses import dataclass

VOWELS = "аоуэыіеёюя"
HARDENED = "ржшчц"
"""Consonants that are never soft in Belarusian; after them stands ``ы``, never ``і`` (у Парыжы, Сібіры)."""
VELARS = "гкх"
DOUBLING = "нлсзцчшж"
"""Single consonants that double before -ю in the third declension (Казань -> Казанню, Нарач -> Нараччу)."""

_SOFT_VOWEL = {"а": "я", "у": "ю", "о": "ё", "э": "е", "ы": "і"}
_BEFORE_E = {"д": "дзе", "т": "це", "г": "зе", "х": "се"}


@dataclass(frozen=True, slots=True)
class Stem:
    """What endings are added to.  ``soft``: the stem ends in a soft consonant or in й (Вільн|я, Мары|я);
    ``stressed``: the endings of the singular bear the stress (Маскв|а́, суд|а́)."""

    text: str
    soft: bool = False
    stressed: bool = False

    @property
    def last(self) -> str:
        """The last letter."""
        return self.text[-1:].lower()

    def __add__(self, ending: str) -> str:
        """The stem with an ending given in its hard spelling: Вільн + ы = Вільні, Рыг + ы = Рыгі, Рыг + у = Рыгу."""
        if self.soft and ending[:1] in _SOFT_VOWEL:
            return self.text + _SOFT_VOWEL[ending[0]] + ending[1:]
        if self.last in VELARS and ending.startswith("ы"):
            return self.text + "і" + ending[1:]
        return self.text + ending

    def with_e(self) -> str:
        """The form in -е, dative and locative: Празе, Рызе, Канадзе, Брэсце, Амерыцы, рацэ, Вільні, Польшчы."""
        if self.soft:
            return self.text + "і"
        if self.last in HARDENED:
            return self.text + "ы"
        if self.last == "к":
            return self.text[:-1] + ("цэ" if self.stressed else "цы")
        return self.text[:-1] + _BEFORE_E[self.last] if self.last in _BEFORE_E else self.text + "е"


def open_consonant(stem: str) -> str:
    """The final ``ў`` of a word becomes ``в`` before a vowel: Магілёў -> Магілёв|а."""
    return stem[:-1] + "в" if stem.endswith("ў") else stem


def close_consonant(stem: str) -> str:
    """A ``в`` after a vowel becomes ``ў`` at the end and before a consonant: дзяржав|а -> дзяржаў."""
    return stem[:-1] + "ў" if stem.endswith("в") and stem[-2:-1].lower() in VOWELS else stem


def keeps_stress(stem: str) -> bool:
    """Whether the stem shows its stress by ``о`` or ``ё``: Волг|а keeps it (Волгай), Маскв|а may not."""
    return any(letter in "оё" for letter in stem.lower())


def syllables(word: str) -> int:
    """Number of vowels."""
    return sum(letter in VOWELS for letter in word.lower())


def like(word: str, model: str) -> str:
    """``word`` with the capital that ``model`` has: tables are in small letters."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word

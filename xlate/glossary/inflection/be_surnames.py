"""Belarusian surnames of men, of women and of families.

The norm (rules of 1959, still in force, and the grammar of 2009):
- men's surnames decline, except in a stressed -о, -э, in -ых, -іх and foreign ones in -і, -у, -э (Клічко, Нэтаньяху);
- women's in -ая, -ова, -іна decline, those in a consonant do not (Марыя Мацкевіч);
- women's in -а that are nouns decline (Бабарыка -> Бабарыцы).  For those in -энка, -анка usage is divided: state media
  keep them (Арыны Сабаленка), independent ones decline them (Сабаленкі); the first is preferred, both are given.
"""

from __future__ import annotations

from xlate.glossary.concept import Case, Gender, Kind, Number
from xlate.glossary.inflection import be_declensions as endings
from xlate.glossary.inflection.be_adjectives import full_cells, masculine_of, possessive_cells
from xlate.glossary.inflection.be_declensions import Cells, cells, unchanged
from xlate.glossary.inflection.be_exceptions import (
    INDECLINABLE,
    INDECLINABLE_SURNAMES_IN_A,
    NOT_POSSESSIVE,
    NOUNS_LIKE_POSSESSIVES,
    STRESSED_ENDINGS,
    SURNAMES_IN_Y_UNCHANGED,
)
from xlate.glossary.inflection.be_plurals import plural_of, pluralia
from xlate.glossary.inflection.be_sounds import VELARS, VOWELS, Stem, keeps_stress, syllables
from xlate.glossary.inflection.be_stems import masculine_stem

_POSSESSIVE_MASCULINE = ("оў", "ёў", "аў", "еў", "яў", "эў", "ін", "ын")
_POSSESSIVE_FEMININE = ("ова", "ёва", "ава", "ева", "ява", "эва", "іна", "ына")
_POSSESSIVE_PLURAL = ("овы", "ёвы", "авы", "евы", "явы", "эвы", "іны", "ыны")
_UNCHANGED = ("о", "э", "е", "ё", "і", "у", "ю")
_DIVIDED = ("энка", "енка", "анка", "янка", "ёнка", "онка")


def surname_singular(word: str, gender: Gender) -> Cells:
    """The surname of a man or of a woman."""
    low = word.lower()
    if _keeps_form(low):
        return unchanged(word)
    if gender is Gender.FEMININE:
        return _of_a_woman(word)
    if _is_adjectival(low):
        adjective = _adjective_stem(word)
        made = full_cells(adjective, Gender.MASCULINE, Number.SINGULAR, animate=True, stressed=_stressed(word))
        return {**made, Case.NOMINATIVE: (word,)}
    if low.endswith(_UNCHANGED) or low.endswith("ы"):
        return unchanged(word)
    if _is_possessive(low):
        return _possessive(word)
    if low[-1] in "ая":
        if low[-2] in VOWELS and low[-1] == "а":  # Дзі Капрыа, аш-Шараа: foreign -о, -а
            return unchanged(word)
        stressed = low in STRESSED_ENDINGS
        return endings.masculine_in_a(word, Stem(word[:-1], soft=low[-1] == "я", stressed=stressed), name=True)
    stem = masculine_stem(word, surname=True)
    return endings.masculine(word, stem, animate=True, person=True, in_u=False)


def _of_a_woman(word: str) -> Cells:
    low = word.lower()
    if low.endswith(("ая", "яя")) and masculine_of(word):
        masculine = masculine_of(word) or word
        return full_cells(masculine, Gender.FEMININE, Number.SINGULAR, stressed=_stressed(masculine))
    if low.endswith(_POSSESSIVE_FEMININE) and low not in NOUNS_LIKE_POSSESSIVES and len(low) > 4:
        return possessive_cells(word[:-1], word, Gender.FEMININE, Number.SINGULAR)
    if low[-1] not in "ая" or (low[-2] in VOWELS and low[-1] == "а"):
        return unchanged(word)
    declined = endings.feminine(word, Stem(word[:-1], soft=low[-1] == "я", stressed=low in STRESSED_ENDINGS))
    if low.endswith(_DIVIDED):
        return {case: tuple(dict.fromkeys((word, *spellings))) for case, spellings in declined.items()}
    return declined


def _keeps_form(low: str) -> bool:
    """Genitives in -ых, -іх (Чарных), French names with the stress on -а (Дзюма), and what nothing else tells."""
    genitive = low.endswith(("ых", "іх")) and len(low) > 4
    return genitive or low in INDECLINABLE or low in INDECLINABLE_SURNAMES_IN_A


def _adjective_stem(word: str) -> str:
    """The dictionary form of an adjective behind a surname in -ой: Талстой -> Талсты."""
    return word[:-2] + "ы" if word.lower().endswith("ой") else word


def _stressed(word: str) -> bool:
    """Surnames in -ой and in -авы without another stressed vowel stress the ending: Талстога, Баравога, Лугавога."""
    low = word.lower()
    return low.endswith("ой") or (low.endswith(("авы", "явы", "евы")) and not keeps_stress(low[:-3]))


def _is_adjectival(low: str) -> bool:
    """-скі, -цкі always; -ы where it follows a consonant of adjectives (Чорны, Талсты), against Страдывары; Russian
    -ой (Талстой), against Цой."""
    if low.endswith("ой") and syllables(low) > 1:
        return low[-3] not in VOWELS
    if low.endswith(("скі", "цкі", "зкі")):
        return True
    if low.endswith("ы") and low not in SURNAMES_IN_Y_UNCHANGED and len(low) > 3:
        return (
            low.endswith(("ны", "лы", "ты", "вы", "бы", "мы", "сы", "шы", "чы", "жы", "ды"))
            or masculine_of(low) is not None
        )
    return low.endswith(("кі", "гі", "хі", "ні")) and masculine_of(low) is not None


def _is_possessive(low: str) -> bool:
    return low.endswith(_POSSESSIVE_MASCULINE) and low not in NOT_POSSESSIVE and len(low) > 3


def _possessive(word: str) -> Cells:
    """Іваноў -> Івановым, Пуцін -> Пуціным: a noun's endings but for the instrumental."""
    stem = masculine_stem(word)
    return cells(word, stem + "а", stem + "у", stem + "а", stem + "ым", (stem.with_e(), stem + "у"))


def surname_plural(word: str, gender: Gender, *, given: bool) -> Cells:
    """The family: Івановых, Зяленскіх, Лукашэнкаў; ``given``: the word is in the plural already."""
    low = word.lower()
    if _keeps_form(low) or low[-1] in "оэуюеё":
        return unchanged(word)
    if not given and _is_adjectival(low):
        return full_cells(_adjective_stem(word), Gender.UNKNOWN, Number.PLURAL, animate=True)
    if (low.endswith("ія") and low[-3] in VELARS) or (low.endswith("ыя") and masculine_of(word)):
        return full_cells(masculine_of(word) or word[:-1], Gender.UNKNOWN, Number.PLURAL, animate=True)
    if low.endswith(_POSSESSIVE_PLURAL):
        return possessive_cells(word[:-1], word, Gender.UNKNOWN, Number.PLURAL, animate=True)
    if low.endswith(("ая", "яя")) and masculine_of(word):
        return full_cells(masculine_of(word) or word, Gender.UNKNOWN, Number.PLURAL, animate=True)
    if gender is not Gender.FEMININE and _is_possessive(low):
        return possessive_cells(masculine_stem(word).text, word, Gender.UNKNOWN, Number.PLURAL, animate=True)
    if low.endswith(_POSSESSIVE_FEMININE) and gender is Gender.FEMININE and low not in NOUNS_LIKE_POSSESSIVES:
        return possessive_cells(word[:-1], word, Gender.UNKNOWN, Number.PLURAL, animate=True)
    if low[-1] == "і" and not low.endswith(("кі", "гі", "хі")):  # Мелоні, but Лукашэнкі
        return unchanged(word)
    if low[-1] in "ыі":
        return pluralia(word, animate=True)
    if low[-1] == "а" and low[-2] in VOWELS:
        return unchanged(word)
    return plural_of(word, Kind.PERSON, Gender.MASCULINE, animate=True, surname=True)

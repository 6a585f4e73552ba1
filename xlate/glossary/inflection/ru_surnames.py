"""Russian surnames by rule: which decline, and by which declension.

After "Русская грамматика" (1980, §§ 1171-1184), Zaliznyak's dictionary and Kalakutskaya's handbook of surnames.
What is left open here, masculine names on a consonant, goes to the dictionary of pymorphy3 and the rules of
pytrovich.
"""

from __future__ import annotations

from xlate.glossary.concept import Case, Form, Gender, Number, Paradigm
from xlate.glossary.inflection import ru_data as data
from xlate.glossary.inflection.endings import decline, syllables
from xlate.glossary.inflection.ru_endings import adjective_stem, is_soft_adjective, masculine_noun, noun_in_a

POSSESSIVE = ("ов", "ев", "ёв", "ин", "ын")
HUSHING = "жчшщ"
VELAR = "кгх"


def is_indeclinable(word: str, gender: Gender) -> bool:
    """Whether a surname keeps one form: Шевченко, Живаго, Черных, Дюма, Гандлевски, and a woman's Меркель,
    Бондарчук."""
    low = word.lower()
    if low in data.INDECLINABLE_SURNAMES_IN_A:
        return True
    if low[-1] in "оеиуюыэё":
        return True
    if low[-1] == "а":
        return low[-2:-1] in ("и", "у", "о", "ы", "э", "е", "а")
    if low[-1] == "я":
        return False
    if is_genitive_plural(low):
        return True
    return gender is Gender.FEMININE and low[-1] not in "ая"


def is_genitive_plural(low: str) -> bool:
    """Siberian surnames that are genitives: Черных, Долгих; but Рих, Дитрих, Эрлих and Миних are nouns."""
    if syllables(low) < 2 or low[-2:] not in ("ых", "их"):
        return False
    if low.endswith("ых") or low[-3] in VELAR + HUSHING:
        return True
    return low in data.RUSSIAN_IN_NIH


def is_possessive(low: str) -> bool:
    """Иванов, Путин, Солженицын; not Чаплин, nor the one-syllable foreign Грин."""
    if not low.endswith(POSSESSIVE) or low in data.FOREIGN_IN_OV_IN or low in data.FLEETING_SURNAMES:
        return False
    return low.endswith(("ов", "ев", "ёв")) or syllables(low) > 1


def is_adjectival(low: str) -> bool:
    """Masculine -ский, -ый, -ой, -ий: Зеленский, Белый, Толстой, Великий; not Цой, Вий, Палий, Арсений."""
    if syllables(low) < 2:
        return False
    if low.endswith("ый"):
        return True
    if low.endswith("ой"):
        return low[-3] not in "аеиоуыэюя" and low not in data.NOUN_SURNAMES_IN_OJ
    if low.endswith("ий"):
        return (low[-3] in VELAR + HUSHING and low not in data.NOUN_SURNAMES_IN_IJ) or is_soft_adjective(low)
    return False


def possessive(stem: str, gender: Gender) -> Paradigm:
    """Путин, Путиным; Путина, Путиной."""
    if gender is Gender.FEMININE:
        return decline(stem, "а ой ой у ой/ою ой")
    return decline(stem, "_ а у а ым е")


def possessive_plural(stem: str) -> Paradigm:
    """Ивановы, Ивановых."""
    return decline(stem, "ы ых ым ых ыми ых", Number.PLURAL)


def masculine_of(word: str) -> str:
    """The man's surname behind a woman's, for the plural of a family: Тихановская -> Тихановский, Иванова ->
    Иванов."""
    low = word.lower()
    if low in data.NOUN_SURNAMES_IN_AJA or low in data.NOUNS_IN_INA:
        return word
    if low.endswith("ая") and syllables(low) > 2:
        stem = word[:-2]
        return stem + ("ий" if stem[-1] in VELAR + HUSHING else "ый")
    if low.endswith("яя"):
        return word[:-2] + "ий"
    if low.endswith("а") and is_possessive(low[:-1]):
        return word[:-1]
    return word


def by_rule(word: str, gender: Gender) -> Paradigm:
    """Singular forms where the ending decides; empty for masculine nouns on a consonant, -й or -ь."""
    low = word.lower()
    if gender is Gender.FEMININE:
        man = masculine_of(word)
        if man != word:
            if is_possessive(man.lower()):
                return possessive(man, gender)
            return woman_adjectival(word)
    elif is_possessive(low):
        return possessive(word, gender)
    elif is_adjectival(low):
        stem, soft = adjective_stem(word)
        return decline(stem, soft.masculine(word), animate=True)
    if low[-1] in "ая":
        return noun_in_a(word)
    return {}


def woman_adjectival(word: str) -> Paradigm:
    """Тихановская, Тихановской; Крайняя, Крайней."""
    stem, endings = adjective_stem(word)
    return decline(stem, endings.feminine)


def plural(word: str, singular: Paradigm) -> Paradigm:
    """A family or namesakes: Ивановы, Тихановские, Кимы, Обамы.  ``word`` and ``singular`` are the man's."""
    low = word.lower()
    if is_possessive(low):
        return possessive_plural(word)
    if is_adjectival(low):
        stem, endings = adjective_stem(word)
        return decline(stem, endings.plural, Number.PLURAL, animate=True)
    if low[-1] in "ая":
        return noun_in_a(word, Number.PLURAL, animate=True)
    return masculine_noun(word, Number.PLURAL, animate=True, stem=fleeting(singular))


def fleeting(singular: Paradigm) -> str:
    """The stem of the oblique cases: Льва -> Льв."""
    return singular[Form(Case.GENITIVE)][0][:-1]

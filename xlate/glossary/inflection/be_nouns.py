"""Which declension a Belarusian noun, place or first name has, told from its ending, kind and gender.

The ending decides before the gender: a concept's gender is that of the Russian word and may differ (Гродна is neuter).
"""

from __future__ import annotations

from xlate.glossary.concept import Gender, Kind, Number
from xlate.glossary.inflection import be_declensions as endings
from xlate.glossary.inflection.be_adjectives import full_cells, masculine_of
from xlate.glossary.inflection.be_declensions import Cells, unchanged
from xlate.glossary.inflection.be_exceptions import (
    A_GENITIVE,
    FEMININE_PLACES,
    FEMININES_IN_CONSONANT,
    INDECLINABLE,
    NEUTERS_IN_A,
    OBLIQUE_STEMS,
    PLACES_IN_A,
    STRESSED_ENDINGS,
    U_GENITIVE,
    U_GENITIVE_ENDINGS,
    UKRAINIAN_NAMES_IN_O,
)
from xlate.glossary.inflection.be_sounds import HARDENED, VOWELS, Stem, like
from xlate.glossary.inflection.be_stems import masculine_stem


def singular(word: str, kind: Kind, gender: Gender, *, animate: bool) -> Cells:
    """The six cases in the singular; empty for what is no Belarusian noun in its dictionary form."""
    low = word.lower()
    person = animate and kind in (Kind.PERSON, Kind.TITLE, Kind.OTHER)
    if low in INDECLINABLE:
        return unchanged(word)
    adjective = None if person and kind is Kind.PERSON else masculine_of(word)
    if adjective:
        return _adjectival(word, adjective, gender, animate=animate)
    last = low[-1]
    if last == "а" and low[-2:-1] in VOWELS and low[-2:-1]:  # Саарэмаа, Токіа
        return unchanged(word)
    if last in "ая":
        return _in_a(word, kind, gender, person=person)
    if last in "оеё":
        return _in_o(word, kind)
    if last in VOWELS:
        return unchanged(word)
    if _third_declension(low, gender, person=person):
        return _in_feminine_consonant(word)
    if person and gender is Gender.FEMININE:  # Марын Ле Пэн: women's names in a consonant do not change
        return unchanged(word)
    stem = masculine_stem(word)
    return endings.masculine(word, stem, animate=animate, person=person, in_u=not animate and genitive_in_u(low, kind))


def genitive_in_u(low: str, kind: Kind) -> bool:
    """-у for abstract and collective nouns; -а for bodies, things, towns, countries and regions (Мінска, Ірана, Крыма).

    Dictionaries give -а to every place name in a consonant (Азербайджана, Каўказа, Данбаса), unlike Ukrainian."""
    if kind is Kind.PLACE and (low not in U_GENITIVE or low in PLACES_IN_A):
        return False
    return low in U_GENITIVE or (low.endswith(U_GENITIVE_ENDINGS) and not low.endswith(A_GENITIVE))


def _adjectival(word: str, masculine: str, gender: Gender, *, animate: bool) -> Cells:
    """Nouns that decline like adjectives: Грозны, Заходняя, камандуючы; the ending tells the gender."""
    shown = Gender.MASCULINE
    if word.endswith(("ая", "яя")):
        shown = Gender.FEMININE
    elif word.endswith(("ае", "яе", "ое")):
        shown = Gender.NEUTER
    elif word.endswith(("ыя", "ія")):
        return full_cells(masculine, gender, Number.PLURAL, animate=animate)
    return full_cells(masculine, shown, Number.SINGULAR, animate=animate)


def _third_declension(low: str, gender: Gender, *, person: bool) -> bool:
    if gender is Gender.MASCULINE and not low.endswith("асць"):
        return False
    if low in FEMININES_IN_CONSONANT or low.endswith("асць"):
        return True
    if gender is Gender.FEMININE and not person and not low.endswith("кам"):  # Цэнтрвыбаркам is of a камісія
        return low[-1] in "ь" + HARDENED + "бпмфў" or low == "об"
    return gender is Gender.UNKNOWN and not person and low.endswith(("нь", "ць", "дзь"))


def _in_feminine_consonant(word: str) -> Cells:
    text = word[:-1] if word.endswith("ь") else word
    made = endings.feminine_in_consonant(word, Stem(text, soft=word.endswith("ь")))
    if word.lower() == "кроў":  # крыві, крывёю: an old stem
        made = endings.cells(word, "крыві", "крыві", word, "крывёй", "крыві")
    return made


def _in_a(word: str, kind: Kind, gender: Gender, *, person: bool) -> Cells:
    """Рыга, Вільня, Марыя; Гродна; старшыня; Мехіка."""
    low = word.lower()
    stem = Stem(word[:-1], soft=low[-1] == "я", stressed=low in STRESSED_ENDINGS)
    if low in OBLIQUE_STEMS:
        stem = Stem(like(OBLIQUE_STEMS[low], word), stem.soft, stem.stressed)
    if low.endswith("ья") and person:  # Ілья -> Ільі, Ільёй: the soft sign stays
        stem = Stem(word[:-1], soft=True, stressed=True)
    if person and gender is Gender.MASCULINE:
        return endings.masculine_in_a(word, stem, name=kind is Kind.PERSON)
    brand = kind in (Kind.ORGANISATION, Kind.OUTLET) and word != low and gender is Gender.NEUTER
    if brand and not is_neuter_in_a(low, kind, Gender.UNKNOWN):  # Вольва
        return unchanged(word)
    if not person and is_neuter_in_a(low, kind, gender):
        if low.endswith("мя"):  # імя, племя
            return endings.cells(
                word, (word[:-1] + "я", word[:-2] + "ені"), word[:-1] + "ю", word, word + "м", word[:-1] + "і"
            )
        return endings.neuter(word, Stem(word[:-1], soft=low[-1] == "я"))
    if (
        kind is Kind.PLACE and gender is Gender.MASCULINE and low[-1] == "а" and low not in FEMININE_PLACES
    ):  # Мехіка: a foreign -о
        return unchanged(word)
    return endings.feminine(word, stem)


def is_neuter_in_a(low: str, kind: Kind, gender: Gender) -> bool:
    """Unstressed -о is written -а: Гродна, Косава, возера, міністэрства."""
    if (
        low in NEUTERS_IN_A
        or low.endswith(("ства", "цтва", "жжа", "чча", "шша"))
        or (low.endswith("мя") and len(low) < 7)
    ):
        return True
    return gender is Gender.NEUTER and (kind is not Kind.PLACE or low[-1] == "а")


def _in_o(word: str, kind: Kind) -> Cells:
    """Сянно, сяло, пагадненне, Палессе, поле; foreign names in -о, -е do not change (Брно, Дзі Капрыа)."""
    low = word.lower()
    if low[-1] == "о":
        if low in UKRAINIAN_NAMES_IN_O:
            return endings.masculine(word, Stem(word[:-1], stressed=True), animate=True, person=True, in_u=False)
        town = kind is Kind.PLACE and low.endswith(("іно", "ыно"))  # Беразіно, Барадзіно
        declines = town or low in STRESSED_ENDINGS or (word == low and kind is not Kind.PERSON)
        stem = like(OBLIQUE_STEMS[low], word) if low in OBLIQUE_STEMS else word[:-1]
        if not declines:
            return unchanged(word)
        return endings.neuter(word, Stem(stem, stressed=True))
    doubled = (len(low) > 3 and (low[-2] == low[-3] or low[-3:-1] == "дз" or low[-2] in "'’")) or low.endswith(
        ("ўе", "поле")
    )
    if doubled or (word == low and low[-2] not in VOWELS):
        return endings.neuter(word, Stem(word[:-1], soft=True, stressed=low[-1] == "ё"))
    return unchanged(word)

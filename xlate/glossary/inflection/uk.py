"""Ukrainian by rule: the orthography of 2019, without a dictionary.

The only Ukrainian dictionary for pymorphy3 is declared as GPL 3 by its package, and its source (VESUM) as
non-commercial; xlate is MIT, so names are declined by rules and tables, with a termbase's explicit forms over
them. The rules need the gender that a termbase states: Бойко the man declines (Бойка), Бойко the woman does
not.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from xlate.glossary.concept import Case, Form, Gender, Kind, Number, Paradigm
from xlate.glossary.inflection import uk_adjectives
from xlate.glossary.inflection import uk_data as data
from xlate.glossary.inflection import uk_declensions as declensions
from xlate.glossary.inflection.endings import as_written, decline, syllables, unchanged

SLAVIC_O = ("ово", "ево", "єво", "дно", "вно", "бно", "чно", "зно", "льно", "ино", "іно", "їно", "ісько", "ство")
"""Ends of Slavic towns that decline (Гродна, Косова); other places in -о keep their form (Осло, Торонто)."""
POSSESSIVE = ("ов", "ев", "єв", "ьов", "ин", "ін", "їн")


class UkrainianInflector:
    """The Ukrainian :class:`~xlate.glossary.inflection.Inflector`."""

    language = "uk"

    def noun(self, word: str, kind: Kind, gender: Gender, number: Number, *, animate: bool, part: str) -> Paradigm:
        """Forms of a noun or name; surnames and titles in both numbers."""
        return _noun(word, kind, gender, number, animate, part)

    def adjective(self, word: str) -> Paradigm:
        """Forms of an adjective in any nominative."""
        return uk_adjectives.adjective(word)

    def is_adjective(self, word: str) -> bool:
        """Whether a word in the nominative is an adjective (Верховна, Збройні)."""
        return uk_adjectives.is_adjective(word)


@lru_cache(maxsize=8192)
def _noun(word: str, kind: Kind, gender: Gender, number: Number, animate: bool, part: str) -> Paradigm:
    if part == "surname":
        return _surname(word, gender or _natural_gender(word))
    if part == "first":
        return _first_name(word, gender or _natural_gender(word))
    if part == "patronymic":
        return _patronymic(word)
    if number is Number.PLURAL:
        return declensions.plural_only(word, feminine=gender is Gender.FEMININE, animate=animate) or unchanged(
            word, "uk", (number,)
        )
    if kind is Kind.PLACE and not word[0].islower():
        return _place(word, gender)
    person = animate or kind in (Kind.TITLE, Kind.PERSON)
    return _common(word, gender, person=person, with_plural=kind is Kind.TITLE)


def _natural_gender(word: str) -> Gender:
    feminine = word.lower().endswith(("ова", "ева", "єва", "іна", "їна", "ська", "цька", "івна", "ївна", "ична"))
    return Gender.FEMININE if feminine else Gender.MASCULINE


# --- persons


def _surname(word: str, gender: Gender) -> Paradigm:
    low = word.lower()
    genitive_plural = low.endswith("их") and syllables(low) > 1 and low not in data.NOT_GENITIVE_PLURAL
    if genitive_plural or low in data.INDECLINABLE_IN_A or low[-1] in "еєиіїую" or low[-2:] in ("уа", "оа", "іа", "аа"):
        return unchanged(word, "uk", tuple(Number))
    man = word if gender is Gender.MASCULINE else _masculine_of(word)
    plural = _surname_plural(man)
    if gender is Gender.FEMININE:
        return {**_woman(word, man), **plural}
    return {**_man(word), **plural}


def _masculine_of(word: str) -> str:
    """The man's surname behind a woman's: Тихановська -> Тихановський, Путіна -> Путін."""
    low = word.lower()
    if low.endswith(("ська", "цька", "зька")) or (uk_adjectives.is_adjective(word) and low.endswith("на")):
        return word[:-1] + "ий"
    if low.endswith(("ова", "ева", "єва", "іна", "їна", "шина", "жина", "чина", "цина")) and syllables(low) > 2:
        return word[:-1]
    return word


def _woman(word: str, man: str) -> Paradigm:
    if man != word:
        if man.endswith("ий"):
            return uk_adjectives.row(word, Gender.FEMININE, Number.SINGULAR, animate=True)
        return decline(man, "а ої ій у ою ій а/о")
    if word[-1].lower() in "ая":
        return declensions.first(word)
    return unchanged(word, "uk")


def _is_possessive(low: str) -> bool:
    """Пушкін, Тургенєв: instrumental -им; not Чаплін nor the one-syllable Грін."""
    if not low.endswith(POSSESSIVE) or low in data.FOREIGN_IN_OV_IN or low == "лев":
        return False
    return syllables(low) > 1 or low.endswith("ов")


def _is_adjectival(low: str) -> bool:
    """Зеленський, Крайній, Russian Толстой; not Стрий, Цой, Сергій."""
    if syllables(low) < 2:
        return False
    if low.endswith("ой"):
        return low[-3] not in declensions.VOWELS
    soft = low.endswith("ній") and low[-4] not in declensions.VOWELS and low not in data.NOUN_SURNAMES_IN_NIJ
    return soft or low.endswith("ий") or (low.endswith("ій") and low[:-2] in data.SOFT_ADJECTIVE_STEMS)


def _keeps_o(low: str) -> bool:
    """Foreign -о (Рубіо, Пікассо, Кастро); Ukrainian -ко, -йло, -ило, -ало, -ло decline (Лукашенка, Кличка, Шила)."""
    if low in data.FOREIGN_SURNAMES_IN_KO:
        return True
    return not low.endswith(("ко", "йло", "ило", "ало", "дло", "бло", "сло", "овно"))


def _man(word: str) -> Paradigm:
    low = word.lower()
    if low.endswith("ой") and _is_adjectival(low):  # Russian ones: Толстой, Толстого
        return decline(word[:-2], "ой ого ому ого им ому ой")
    if _is_adjectival(low):
        return uk_adjectives.row(word, Gender.MASCULINE, Number.SINGULAR, animate=True)
    if low[-1] in "ая":
        return declensions.first(word)
    if low[-1] == "о" and _keeps_o(low):
        return unchanged(word, "uk")
    if _is_possessive(low):
        return decline(word, "_ а у а им і/у е/_")
    if low.endswith("ів") and syllables(low) > 1:
        return decline(declensions.place_in_iv(word), "_ а у а им і/у е") | {
            Form(Case.NOMINATIVE): (word,),
            Form(Case.VOCATIVE): (declensions.place_in_iv(word) + "е", word),
        }
    stem = declensions.oblique_stem(word)
    return declensions.masculine(word, stem, animate=True, person=True, genitive_in_u=False)


def _surname_plural(man: str) -> Paradigm:
    """Путіни, Тихановські, Лукашенки, Обами."""
    low = man.lower()
    if _is_adjectival(low):
        man = man[:-2] + "ий" if low.endswith("ой") else man
        return uk_adjectives.row(man, Gender.UNKNOWN, Number.PLURAL, animate=True)
    if low[-1] in "ая":
        return declensions.plural_in_a(man)
    if low[-1] == "о" and _keeps_o(low):
        return unchanged(man, "uk", (Number.PLURAL,))
    in_iv = low.endswith("ів") and syllables(low) > 1
    if _is_possessive(low) or in_iv:
        return decline(declensions.place_in_iv(man) if in_iv else man, "и их им их ими их и", Number.PLURAL)
    kind, stem = declensions.group(man), declensions.oblique_stem(man)
    return declensions.plural(stem, soft=kind == "soft", mixed=kind == "mixed")


def _first_name(word: str, gender: Gender) -> Paradigm:
    low = word.lower()
    if low[-1] in "еєиіїую" or low[-2:] in ("уа", "оа"):
        return unchanged(word, "uk")
    if low[-1] == "о":
        if low not in data.FIRST_NAMES_IN_O:
            return unchanged(word, "uk")
        return _man_called(word, word[:-1])
    if low[-1] in "ая":
        made = declensions.first(word)
        return {**made, Form(Case.VOCATIVE): (word[:-1] + "ю",)} if low in data.AFFECTIONATE_NAMES else made
    if gender is Gender.FEMININE:
        return declensions.third(word) if low in data.THIRD_DECLENSION_NAMES else unchanged(word, "uk")
    if low in data.DOUBLE_STEMS:  # Льва, Лева
        return _joined(_man_called(word, as_written(word, stem)) for stem in data.DOUBLE_STEMS[low])
    known = low in data.FIRST_NAMES_WITH_STEMS or low not in data.OBLIQUE_STEMS
    return _man_called(word, declensions.oblique_stem(word) if known else word.rstrip("ьй"))


def _man_called(word: str, stem: str) -> Paradigm:
    return declensions.masculine(word, stem, animate=True, person=True, genitive_in_u=False)


def _joined(paradigms: Iterable[Paradigm]) -> Paradigm:
    """The spellings of several paradigms of one word, those of the first one first."""
    made: dict[Form, tuple[str, ...]] = {}
    for paradigm in paradigms:
        made |= {form: tuple(dict.fromkeys((*made.get(form, ()), *found))) for form, found in paradigm.items()}
    return made


def _patronymic(word: str) -> Paradigm:
    """Миколайович, Миколайовичу; Іванівна, Іванівно."""
    if word[-1] in "ая":
        return declensions.first(word)
    return declensions.masculine(word, word, animate=True, person=True, genitive_in_u=False)


# --- places


def _place(word: str, gender: Gender) -> Paradigm:
    low, last = word.lower(), word[-1].lower()
    if last in "оеє":
        return _place_neuter(word)
    if last in "уюиіїє":
        return unchanged(word, "uk")
    if low.endswith("ий") and syllables(low) > 1:
        return uk_adjectives.row(word, Gender.MASCULINE, Number.SINGULAR, animate=False)
    if low.endswith(("ська", "цька")) or low in data.ADJECTIVAL_PLACES:
        return uk_adjectives.row(word, Gender.FEMININE, Number.SINGULAR, animate=False)
    if last in "ая":
        return _in_a(word, gender)
    if _is_third(low, gender):
        return declensions.third(word)
    stem = declensions.place_in_iv(word) if low.endswith(("ів", "їв")) else declensions.oblique_stem(word)
    in_u = low in data.GENITIVE_IN_U_PLACES or low.endswith("стан")
    made = declensions.masculine(word, stem, animate=False, person=False, genitive_in_u=in_u)
    if low.endswith(data.SINGLE_DATIVE) or stem.lower().endswith(data.SINGLE_DATIVE):
        return made
    living = declensions.masculine(word, stem, animate=True, person=False, genitive_in_u=in_u)
    return {**made, Form(Case.DATIVE): living[Form(Case.DATIVE)]}


def _in_a(word: str, gender: Gender) -> Paradigm:
    low = word.lower()
    if low[-2:] in ("уа", "оа", "аа"):
        return unchanged(word, "uk")
    if low[-1] == "я" and (gender is Gender.NEUTER or _is_neuter_in_ja(low)):
        return declensions.neuter(word)
    return declensions.first(word)


def _is_neuter_in_ja(low: str) -> bool:
    """Запоріжжя, Управління, Подніпров'я; not Марія, Італія, Ілля."""
    doubled = len(low) > 4 and low[-2] == low[-3] and low not in ("ілля", "стаття", "рілля")
    return (
        doubled
        or low in data.NEUTER_PLACES_IN_JA
        or low.endswith(("ов'я", "ов’я", "овʼя", "оржя", "олжя", "ор'я", "ор’я", "орʼя"))
    )


def _is_third(low: str, gender: Gender) -> bool:
    if low in data.FEMININE_CONSONANT:
        return True
    if gender is Gender.FEMININE:  # not Радбез, of a рада
        return low[-1] in "ьрвф" + declensions.HUSHING
    return (
        low[-1] == "ь"
        and gender is not Gender.MASCULINE
        and not low.endswith(("ець", "єць", "поль", "піль"))
        and (low not in data.MASCULINE_IN_SOFT_SIGN)
    )


def _place_neuter(word: str) -> Paradigm:
    """Slavic -ово, -ево, -но decline (Гродна); Рівне is an adjective, Сватове and Мукачеве half of one; Осло,
    Тімор-Лешті stay."""
    low = word.lower()
    if low.endswith(("ове", "еве", "єве")) and low not in data.NOUNS_IN_EVE:
        return decline(word[:-1], "е ого/а ому/у е им ому/і е")
    if low in data.NOUNS_IN_EVE or low.endswith(("ине", "їне", "іне")):
        return decline(word[:-1], "е а у е им ому/і е")
    if low.endswith(("ське", "цьке", "не")) or uk_adjectives.is_adjective(word):  # Глибоке
        return uk_adjectives.row(word, Gender.NEUTER, Number.SINGULAR, animate=False)
    if low.endswith(("поле", "море", "ще", "че", "ьє")):
        return declensions.neuter(word)
    if low in ("дніпро", "псло"):
        return declensions.masculine(word, word[:-1], animate=False, person=False, genitive_in_u=False)
    if low.endswith(SLAVIC_O) and low not in data.FOREIGN_PLACES_IN_O:
        return declensions.neuter(word)
    return unchanged(word, "uk")


# --- common nouns


def _common(word: str, gender: Gender, *, person: bool, with_plural: bool) -> Paradigm:
    low, last = word.lower(), word[-1].lower()
    made: Paradigm
    if last in "уюиіїє":
        return unchanged(word, "uk")
    if low.endswith("ая") and syllables(low) > 2:  # «Новая газета» keeps its Russian name
        return unchanged(word, "uk")
    if last in "ое":
        return _neuter_or_unchanged(word, person=person)
    if low.endswith("ий") and syllables(low) > 1:
        made = uk_adjectives.row(word, Gender.MASCULINE, Number.SINGULAR, animate=person)
        many = uk_adjectives.row(word, Gender.UNKNOWN, Number.PLURAL, animate=person)
    elif last in "ая":
        made = declensions.first(word) if person else _in_a(word, gender)  # суддя is no neuter
        many = declensions.plural_in_a(word, animate=person)
    elif _is_third(low, gender) and not (person and last != "ь"):
        made, many = declensions.third(word), {}
    else:
        stem = declensions.oblique_stem(word)
        in_u = not person and low not in data.GENITIVE_IN_A_NOUNS | data.LOWER_CASE_IN_A
        made = declensions.masculine(word, stem, animate=person, person=person, genitive_in_u=in_u)
        if low in data.BOTH_GENITIVES:
            made = {**made, Form(Case.GENITIVE): (stem + "у", stem + "а")}
        kind = declensions.group(word, person=person)
        many = declensions.plural(stem, soft=kind == "soft", mixed=kind == "mixed")
        if person and low.endswith(("анин", "янин")):  # громадяни, громадян
            many = decline(word[:-2], "и _ ам _ ами ах и", Number.PLURAL)
    return {**made, **many} if with_plural else made


def _neuter_or_unchanged(word: str, *, person: bool) -> Paradigm:
    """міністерство, бюро (indeclinable), море; a person's title in -о is masculine (батько)."""
    low = word.lower()
    if low in data.INDECLINABLE_NOUNS:
        return unchanged(word, "uk")
    if low.endswith(("іо", "ео", "уо", "тто", "лло")):
        return unchanged(word, "uk")
    if low.endswith("не") and uk_adjectives.is_adjective(word):  # Суспільне, Суспільного
        return uk_adjectives.row(word, Gender.NEUTER, Number.SINGULAR, animate=False)
    if person:
        return declensions.masculine(word, word[:-1], animate=True, person=True, genitive_in_u=False)
    return declensions.neuter(word)

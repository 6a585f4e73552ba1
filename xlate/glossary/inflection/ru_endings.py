"""Russian declensions by ending: nouns and adjectives that no dictionary knows, and the plurals of surnames."""

from __future__ import annotations

from typing import NamedTuple

from xlate.glossary.concept import Gender, Number, Paradigm
from xlate.glossary.inflection import ru_data as data
from xlate.glossary.inflection.endings import decline, syllables

VOWELS = "аеёиоуыэюя"


class AdjectiveEndings(NamedTuple):
    """One declension of adjectives; the masculine nominative keeps the ending that the word has (Толстой, Белый)."""

    oblique: str
    feminine: str
    neuter: str
    plural: str

    def masculine(self, word: str) -> str:
        """The masculine row for the word as written in the nominative."""
        return f"{word[-2:]} {self.oblique}"


HARD = AdjectiveEndings("ого ому = ым ом", "ая ой ой ую ой/ою ой", "ое ого ому ое ым ом", "ые ых ым = ыми ых")  # новый
VELAR = AdjectiveEndings(
    "ого ому = им ом", "ая ой ой ую ой/ою ой", "ое ого ому ое им ом", "ие их им = ими их"
)  # русский, большой
HUSHING = AdjectiveEndings(
    "его ему = им ем", "ая ей ей ую ей/ею ей", "ее его ему ее им ем", "ие их им = ими их"
)  # общий, рабочий
HARD_C = AdjectiveEndings(
    "его ему = ым ем", "ая ей ей ую ей/ею ей", "ее его ему ее ым ем", "ые ых ым = ыми ых"
)  # куцый
SOFT = AdjectiveEndings(
    "его ему = им ем", "яя ей ей юю ей/ею ей", "ее его ему ее им ем", "ие их им = ими их"
)  # верхний

_SOFT_ENDINGS = ("яя", "ее", "ий", "ие")


def is_soft_adjective(low: str) -> bool:
    """-ний as in Крайний, which as a surname is rarer than a noun's (Арсений)."""
    return low in data.SOFT_ADJECTIVE_SURNAMES


def adjective_stem(word: str) -> tuple[str, AdjectiveEndings]:
    """Stem and declension of an adjective in any nominative: Русская -> (Русск, VELAR)."""
    stem, ending, last = word[:-2], word[-2:].lower(), word[-3:-2].lower()
    if last and last in "кгх":
        return stem, VELAR
    if last == "ц":
        return stem, HARD_C
    if last and last in "жчшщ":
        return stem, VELAR if ending in ("ой", "ое") else HUSHING
    return stem, SOFT if ending in _SOFT_ENDINGS else HARD


def full_adjective(masculine: str) -> Paradigm:
    """All genders and the plural of an adjective in the masculine singular."""
    stem, endings = adjective_stem(masculine)
    man, many = endings.masculine(masculine), endings.plural
    rows = {
        **decline(stem, man, gender=Gender.MASCULINE),
        **decline(stem, endings.feminine, gender=Gender.FEMININE),
        **decline(stem, endings.neuter, gender=Gender.NEUTER),
        **decline(stem, many, Number.PLURAL),
    }
    living = {
        **decline(stem, man, gender=Gender.MASCULINE, animate=True),
        **decline(stem, many, Number.PLURAL, animate=True),
    }
    return {form: tuple(dict.fromkeys(spellings + living.get(form, ()))) for form, spellings in rows.items()}


def possessive_adjective(stem: str) -> Paradigm:
    """All genders and the plural of a possessive: Часов (Яр), Часовым; Марьина (Горка), Марьиной."""
    return {
        **decline(stem, "_ а у = ым ом", gender=Gender.MASCULINE),
        **decline(stem, "а ой ой у ой/ою ой", gender=Gender.FEMININE),
        **decline(stem, "о а у о ым ом", gender=Gender.NEUTER),
        **decline(stem, "ы ых ым = ыми ых", Number.PLURAL),
    }


def noun_in_a(word: str, number: Number = Number.SINGULAR, *, animate: bool = False) -> Paradigm:
    """First declension, whatever the gender: Кафка, Берия, Саша."""
    stem, last = word[:-1], word[-2:-1].lower()
    if word[-1].lower() == "я":
        if number is Number.PLURAL:
            return decline(stem, f"и {'й' if last in VOWELS else 'ь'} ям = ями ях", number, animate=animate)
        return decline(stem, "я и и ю ей и" if last == "и" else "я и е ю ей/ею е")
    i = "и" if last in "кгхжчшщ" else "ы"
    if number is Number.PLURAL:
        return decline(stem, f"{i} _ ам = ами ах", number, animate=animate)
    return decline(stem, f"а {i} е у {'ей/ею' if last in 'жчшщц' else 'ой/ою'} е")


def masculine_noun(
    word: str, number: Number = Number.SINGULAR, *, animate: bool = False, stem: str | None = None
) -> Paradigm:
    """Second declension: Мальчик, Буш, Рей, Кобзарь; ``stem`` is that of the oblique cases where a vowel flees."""
    low, last = word.lower(), word[-1].lower()
    soft = last in "йь"
    stem = stem if stem is not None else (word[:-1] if soft else word)
    plural = number is Number.PLURAL
    if soft and plural:
        return decline(stem, f"и {'ей' if last == 'ь' else 'ев'} ям = ями ях", number, animate=animate)
    if soft:
        endings = f"я ю = ем {'и' if low.endswith('ий') and syllables(low) > 1 else 'е'}"
    elif plural:
        i = "и" if last in "кгхжчшщ" else "ы"
        many = "ей" if last in "жчшщ" else "ев" if last == "ц" and low not in data.STRESSED_INSTRUMENTAL else "ов"
        return decline(stem, f"{i} {many} ам = ами ах", number, animate=animate)
    else:
        unstressed = low in data.UNSTRESSED_EC or low.endswith(("инец", "ынец"))  # Немцем, Волынцем
        flees = stem != word and last == "ц" and not unstressed  # Кравцом, Горобцом
        stressed = last not in "жчшщц" or flees or low in data.STRESSED_INSTRUMENTAL
        endings = f"а у = {'ом' if stressed else 'ем'} е"
    made = dict(decline(stem, f"_ {endings}", animate=animate))
    return {
        form: (word,) if form.case == "nom" or (form.case == "acc" and not animate) else found
        for form, found in made.items()
    }


def noun(word: str, gender: Gender, *, animate: bool = False) -> Paradigm:
    """Singular of any noun by its ending and gender; empty when no declension fits (Баку, Токио)."""
    low, last = word.lower(), word[-1].lower()
    if last in "ая":
        return {} if low[-2:] in ("уа", "иа", "оа", "эа") else noun_in_a(word)
    if last == "ь" and gender is not Gender.MASCULINE and low not in data.MASCULINE_IN_SOFT_SIGN:
        return decline(word[:-1], "ь и и ь ью и")
    if last == "о" and gender is Gender.NEUTER:
        return decline(word[:-1], "о а у о ом е")
    if last == "е" and gender is Gender.NEUTER:
        if low.endswith("ие"):
            return decline(word[:-1], "е я ю е ем и")
        return decline(word[:-1], "е а у е ем е" if low[-2:-1] in "жчшщц" else "е я ю е ем е")
    if last in VOWELS:
        return {}
    return masculine_noun(word, animate=animate)


def plural_noun(word: str, *, animate: bool = False) -> Paradigm:
    """A plural place or name that the dictionary lacks: Барановичи, Барановичей; Ошмяны, Ошмян; Штаты, Штатов."""
    low, stem = word.lower(), word[:-1]
    if low[-1] not in "ыиа":
        return {}
    if low in data.PLURAL_GENITIVES:
        genitive = data.PLURAL_GENITIVES[low][len(stem) :]
        return decline(stem, f"{low[-1]} {genitive or '_'} ам = ами ах", Number.PLURAL, animate=animate)
    if low[-1] == "а":
        return decline(stem, "а _ ам = ами ах", Number.PLURAL, animate=animate)
    if low.endswith(("чи", "жи", "ши", "щи")):
        return decline(stem, "и ей ам = ами ах", Number.PLURAL, animate=animate)
    if low.endswith("ии"):
        return decline(stem, "и й ям = ями ях", Number.PLURAL, animate=animate)
    if low[-1] == "и" and low[-2] not in "кгх":
        return decline(stem, "и ей ям = ями ях", Number.PLURAL, animate=animate)
    many = "ов" if low[-2] in "тдзк" else "ев" if low[-2] == "ц" else "_"
    return decline(stem, f"{low[-1]} {many} ам = ами ах", Number.PLURAL, animate=animate)

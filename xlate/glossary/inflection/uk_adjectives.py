"""Ukrainian adjectives by their endings: новий, -а, -е, -і of the hard group and синій, -я, -є, -і of the soft one."""

from __future__ import annotations

from xlate.glossary.concept import Case, Form, Gender, Number, Paradigm
from xlate.glossary.inflection import uk_data as data
from xlate.glossary.inflection.endings import as_written, decline

ENDINGS = ("ий", "ій", "їй", "а", "я", "е", "є", "і", "ї")
HARD = {
    Gender.MASCULINE: "ий ого ому = им ому ий",
    Gender.FEMININE: "а ої ій у ою ій а",
    Gender.NEUTER: "е ого ому е им ому е",
    Gender.UNKNOWN: "і их им = ими их і",
}
SOFT = {
    Gender.MASCULINE: "ій ього ьому = ім ьому ій",
    Gender.FEMININE: "я ьої ій ю ьою ій я",
    Gender.NEUTER: "є ього ьому є ім ьому є",
    Gender.UNKNOWN: "і іх ім = іми іх і",
}
SUFFIXES = (
    *("ськ", "зьк", "цьк", "льн", "чн", "рн", "тн", "дн", "бн", "вн", "жн", "шн", "йн", "ован", "ован", "ійн", "лен"),
    *("щен", "шен", "ант", "єн", "ченн", "нн", "сн", "зн", "пн", "гн", "кн", "мн", "хн", "ов", "ев", "єв"),
)
"""Ends of stems that are adjectives' (Державн-а, Світов-а), unless the word is a noun of ``NOUNS_LIKE_ADJECTIVES``."""
IRREGULAR = {"наш": "наш", "ваш": "ваш", "весь": "вс"}


def split(word: str) -> tuple[str, str]:
    """Stem and ending of an adjective in some nominative; no ending if it has none of an adjective's."""
    low = word.lower()
    if low in IRREGULAR:
        return word, ""
    for ending in ENDINGS:
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return word[: -len(ending)], ending
    return word, ""


def is_adjective(word: str) -> bool:
    """Whether a nominative is an adjective's (Верховна, Збройні, Головне), not a noun's (Україна, Держава, Сергій)."""
    low = word.lower()
    if low in IRREGULAR or low[:-1] in IRREGULAR or possessive_stem(word):
        return True
    stem, ending = split(low)
    if not ending or low in data.NOUNS_LIKE_ADJECTIVES:
        return False
    if stem in data.ADJECTIVE_STEMS or stem in data.SOFT_ADJECTIVE_STEMS:
        return True
    if ending == "ий":
        return True
    if ending == "ій":
        return low.endswith(("жній", "шній", "дній", "хній", "тній")) and stem in data.SOFT_ADJECTIVE_STEMS
    if ending in ("я", "є", "ї", "їй"):
        return False
    if ending == "а" and stem.endswith(("щин", "чин", "їн", "ін", "овин", "арн", "ерн")) and not stem.endswith("арн"):
        return False
    return len(stem) > 3 and stem.endswith(SUFFIXES)


def adjective(word: str) -> Paradigm:
    """All genders and the plural; accusatives hold the inanimate form, then the animate one. Empty for no
    adjective."""
    stem, ending = split(word)
    if possessive := possessive_stem(word):
        stem, ending = possessive, "а"
    elif not ending and word.lower() not in IRREGULAR:
        return {}
    rows = SOFT if is_soft(stem, ending) else HARD
    made: dict[Form, tuple[str, ...]] = {}
    for gender, endings in rows.items():
        number = Number.SINGULAR if gender else Number.PLURAL
        dead = decline(stem, endings, number, gender)
        living = decline(stem, endings, number, gender, animate=True)
        made |= {form: tuple(dict.fromkeys(found + living[form])) for form, found in dead.items()}
    if word.lower() in IRREGULAR:
        made = {f: (word,) if f.case in ("nom", "voc") and f.gender is Gender.MASCULINE else s for f, s in made.items()}
    if possessive and word.lower() in data.PLACE_POSSESSIVES:  # Часів, not "Часовий"
        own = (Case.NOMINATIVE, Case.VOCATIVE)
        made |= {f: (word,) for f in made if f.case in own and f.gender is Gender.MASCULINE}
        inanimate = Form(Case.ACCUSATIVE, Number.SINGULAR, Gender.MASCULINE)
        made[inanimate] = (word, *made[inanimate][1:])
    return made


def possessive_stem(word: str) -> str:
    """The stem of a possessive in the name of a place, in any nominative (Часів, Мар'їна); else empty."""
    for nominative, stem in data.PLACE_POSSESSIVES.items():
        if word.lower() in (nominative, stem + "а", stem + "е", stem + "і"):
            return as_written(word, stem)
    return ""


def is_soft(stem: str, ending: str) -> bool:
    """Soft endings show the soft group; the plural -і does not, so that its stems are listed."""
    return ending in ("ій", "я", "є") or (ending == "і" and stem.lower() in data.SOFT_ADJECTIVE_STEMS)


def row(word: str, gender: Gender, number: Number, *, animate: bool) -> Paradigm:
    """One gender of an adjective that stands as a noun: Зеленський, Рівне, Тихановська."""
    stem, ending = split(word)
    key = Gender.UNKNOWN if number is Number.PLURAL else gender
    rows = SOFT if is_soft(stem, ending) else HARD
    return decline(stem, rows[key], number, animate=animate)

"""Belarusian plurals: from a singular (прэзідэнт -> прэзідэнты) and of words that have no other number (Карпаты)."""

from __future__ import annotations

from xlate.glossary.concept import Gender, Kind, Number
from xlate.glossary.inflection import be_declensions as endings
from xlate.glossary.inflection.be_adjectives import full_cells, masculine_of
from xlate.glossary.inflection.be_declensions import Cells, unchanged
from xlate.glossary.inflection.be_exceptions import INDECLINABLE, PLURALS, STRESSED_ENDINGS, ZERO_GENITIVE_PLURAL
from xlate.glossary.inflection.be_nouns import is_neuter_in_a
from xlate.glossary.inflection.be_sounds import VOWELS, Stem, close_consonant, like
from xlate.glossary.inflection.be_stems import masculine_stem


def plural_of(word: str, kind: Kind, gender: Gender, *, animate: bool, surname: bool = False) -> Cells:
    """The plural of a noun given in the singular; empty where rules cannot make one."""
    low = word.lower()
    masculine = masculine_of(word) if kind is not Kind.PERSON else None
    if masculine:
        return full_cells(masculine, gender, Number.PLURAL, animate=animate)
    if low in INDECLINABLE or low[-1] in "оуюіыэ":
        return unchanged(word)
    if low in PLURALS:
        nominative, genitive = (like(each, word) for each in PLURALS[low])
        return pluralia(nominative, animate=animate, genitive=genitive)
    if low.endswith(("янін", "анін")) and animate and not surname:  # мінчанін -> мінчане, мінчан
        stem = Stem(word[:-2])
        return endings.plural(word[:-2] + "е", stem, word[:-2], animate=animate)
    if low[-1] in "аяеё":
        return _from_vowel(word, kind, gender, animate=animate, surname=surname)
    if gender is Gender.FEMININE and animate:  # Любоў, Марын: no families of them
        return {}
    if low.endswith("асць") or (gender is Gender.FEMININE and low.endswith("ь")):
        stem = Stem(word[:-1], soft=True)
        return endings.plural(stem + "ы", stem, word[:-1] + "ей", animate=animate)
    stem = masculine_stem(word, surname=surname)
    return endings.plural(stem + "ы", stem, stem + ("оў" if stem.stressed else "аў"), animate=animate)


def _from_vowel(word: str, kind: Kind, gender: Gender, *, animate: bool, surname: bool) -> Cells:
    low = word.lower()
    soft = low[-1] in "яеё"
    stem = Stem(word[:-1], soft=soft)
    neuter = low[-1] in "её" or is_neuter_in_a(low, kind, gender)
    long_genitive = stem + ("оў" if surname and low in STRESSED_ENDINGS else "аў")
    if surname or neuter or (animate and gender is Gender.MASCULINE) or low[-2] in "'’ь":
        return endings.plural(stem + "ы", stem, long_genitive, animate=animate)
    return endings.plural(stem + "ы", stem, _zero_genitive(stem) or long_genitive, animate=animate)


def _zero_genitive(stem: Stem) -> str:
    """The genitive without ending (партый, рэспублік, дзяржаў, беларусак); empty after a cluster of consonants."""
    text = stem.text
    if stem.soft and stem.last in VOWELS:
        return text + "й"
    if text[-2:-1].lower() in VOWELS:
        return text + "ь" if stem.soft else close_consonant(text)
    if stem.last == "к" and len(text) > 2 and text[-2].lower() not in "йь":
        return text[:-1] + "ак"
    return ""


def pluralia(word: str, *, animate: bool, genitive: str | None = None) -> Cells:
    """A word given in the plural: Карпаты -> Карпат, Баранавічы -> Баранавічаў, Нідэрланды -> Нідэрландаў."""
    low = word.lower()
    masculine = masculine_of(word) if low[-1] == "я" else None
    if masculine:
        return full_cells(masculine, Gender.UNKNOWN, Number.PLURAL, animate=animate)
    if low[-1] not in "ыіе":
        return unchanged(word)
    if low[-1] == "е":  # мінчане -> мінчан
        return endings.plural(word, Stem(word[:-1]), genitive or word[:-1], animate=animate)
    stem = Stem(word[:-1], soft=low[-1] == "і" and low[-2] not in "гкх")
    known = genitive or "/".join(like(each, word) for each in ZERO_GENITIVE_PLURAL.get(low, "").split("/"))
    if known:
        return endings.plural(word, stem, tuple(known.split("/")), animate=animate)
    if low.endswith(("ыі", "іі")):  # санкцыі -> санкцый
        return endings.plural(word, stem, word[:-1] + "й", animate=animate)
    return endings.plural(
        word, stem, _genitive_of_plural(word, stem, place=not animate and word[:1].isupper()), animate=animate
    )


def _genitive_of_plural(word: str, stem: Stem, *, place: bool) -> tuple[str, ...]:
    """Endings by suffix where only the plural is known; town names without ending keep -аў as the second choice.

    Лельчыцы -> Лельчыц, Ашмяны -> Ашмян, Горкі -> Горак; Баранавічы -> Баранавічаў, Баранавіч; Нідэрланды -> -аў."""
    low, long_genitive = word.lower(), stem + "аў"
    if low.endswith("асці"):  # Ведамасці -> Ведамасцей
        return (word[:-1] + "ей",)
    if place and low.endswith(("іцы", "ыцы", "яны", "аны")):
        return (word[:-1], long_genitive)
    if place and low.endswith("кі") and low[-3] not in VOWELS + "ь":
        return (word[:-2] + "ак", long_genitive)
    return (long_genitive, word[:-1]) if low.endswith("ічы") else (long_genitive,)

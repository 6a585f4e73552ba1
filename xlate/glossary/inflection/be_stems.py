"""From a masculine noun's dictionary form to the stem of its other cases: fleeting vowels, ў, soft ends, stress.

Швец -> Шаўц|а, Гарадок -> Гарадк|а, Магілёў -> Магілёв|а, Гомель -> Гомел|я, Сяргей -> Сярге|я.
"""

from __future__ import annotations

from xlate.glossary.inflection.be_exceptions import OBLIQUE_STEMS, STEM_STRESSED, STRESSED_ENDINGS, VOWEL_KEPT
from xlate.glossary.inflection.be_sounds import (
    VOWELS,
    Stem,
    close_consonant,
    keeps_stress,
    like,
    open_consonant,
    syllables,
)


def masculine_stem(word: str, *, surname: bool = False) -> Stem:
    """The stem before the endings of the oblique cases, and whether these are stressed."""
    low = word.lower()
    soft = low.endswith(("ь", "й"))
    town = word[:1].isupper() and low.endswith("ец")  # Івянец, Івянцом
    stressed = low in STRESSED_ENDINGS or _ending_stressed(low, surname=surname or town)
    if low in OBLIQUE_STEMS:
        return Stem(like(OBLIQUE_STEMS[low], word), soft=soft, stressed=stressed)
    base = word[:-1] if soft else word
    if soft:
        return Stem(base, soft=True, stressed=stressed and low.endswith("ь"))
    return Stem(open_consonant(_without_fleeting_vowel(word, surname=surname)), stressed=stressed)


def _ending_stressed(low: str, *, surname: bool) -> bool:
    """Suffixes that give the stress to the ending: surnames in -чук, -юк, -як, -ач (Кавальчуком), nouns in -ок."""
    if low in STEM_STRESSED or low[-3:-2] in "оё" or syllables(low) < 2:
        return False
    if low.endswith("ок") and low not in VOWEL_KEPT and low[-3:-2] not in VOWELS:
        return True
    if not surname:
        return False
    if (
        low.endswith(("енак", "онак", "ёнак", "інец", "ынец")) or low[-3:-2] in VOWELS
    ):  # Каваленкам, Валынцам, Каламійцам
        return False
    return low.endswith(("ук", "юк", "ак", "як", "ач", "ец", "эц", "ун")) and not keeps_stress(low[:-2])


def _without_fleeting_vowel(word: str, *, surname: bool) -> str:
    low = word.lower()
    if low in VOWEL_KEPT or (low in STEM_STRESSED and low.endswith("к")) or syllables(word) < 2:
        return word
    if low.endswith(("ец", "эц")):
        return _before_ts(word[:-2]) + "ц"
    before = low[-3:-2]
    if low.endswith("ок") and before not in VOWELS and len(low) > 4:
        return word[:-2] + "к"
    if low.endswith(("онак", "ёнак", "енак", "энак")):  # Каваленак -> Каваленка, also surnames
        return word[:-2] + "к"
    if low.endswith("ак") and not surname and before in "тнлмбпдск" and len(low) > 4:  # рынак, пасёлак, Навагрудак
        return word[:-2] + "к"
    return word


def _before_ts(head: str) -> str:
    """What stands before -ц- when the vowel of -ец is gone: палец -> паль|ц, аўстрыец -> аўстрый|ц, кравец -> краў|ц,
    мудрэц -> мудра|ц."""
    last, before = head[-1].lower(), head[-2:-1].lower()
    if last in VOWELS:
        return head + "й"
    if before and before not in VOWELS and before not in "ўйнл" and last in "рвнл":
        return head + "а"
    if last == "л":
        return head + "ь"
    if head.lower().endswith("дз"):
        return head[:-1]
    if last == "ц":
        return head[:-1] + "т"
    return close_consonant(head)

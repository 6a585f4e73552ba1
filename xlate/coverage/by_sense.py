"""Capitalised words that are said by their sense, not by their sound: "Her Majesty", "UK" («Великобритания»).

Also what a translator adds where the source is silent: 80 degrees are so many «по Цельсию».  Lists written by hand.
"""

from __future__ import annotations

import re

from xlate.glossary.function_words import FUNCTION_WORDS

LONGEST_FUNCTION = 3  # letters; "Will" is a name as well

NOT_NAMES = frozenset(
    """i i'm i'll i've i'd mr mrs ms dr sir lord lady monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december god
    president prime minister sen rep gov gen col capt lt sgt prof rev st mt phd
    majesty highness excellency commonwealth silicon rockies""".split()
)
"""Capitalised words of English that are said by their sense, if at all."""

_BY_SENSE = tuple(
    (re.compile(rf"\b(?:{there})"), re.compile(here))
    for there, here in (
        (r"UK\b|U\.K\.|Brit", "Велико|Брит|Соедин|Корол|Сполуч|Вяліка|Брыт|Злучан|Карал"),
        (r"Engl", "Англ"),
        (r"Scot|MSP\b", "Шотл|Шатл"),
        (r"NYC\b", "Нью-[ЙЁ]"),
        (r"D\.\s?C", "Колумб|Калумб"),
        (r"\w*GP\b", "Гран-"),
        (r"Commonwealth", "Содруж|Співдруж|Садруж"),
        (r"Silicon", "Кремн|Крэмн"),
        (r"Rock(?:ies|y M)", "Скалист|Скаліст"),
        (r"Majesty", "Велич|Вяліка"),
        (r"degree|°|\d+\s?[FC]\b", "Цельс|Фаренг|Фарэнг"),
        (r"(?i:magnitude|quake)", "Рихт|Ріхт|Рыхт"),
    )
)
"""Beginnings of words of the source, and those of the words that say them."""


def said_by_sense(word: str, source: str) -> bool:
    """Whether a word of the translation says by its sense what an English source has."""
    return any(here.match(word) and there.search(source) for there, here in _BY_SENSE)


def bare(word: str) -> str:
    """A word of English in small letters, without what marks a possessive."""
    return re.sub("['’]s?$", "", word.lower())


def is_no_name(word: str) -> bool:
    """Days, titles and the small words that open a sentence: "The" is not «Джефф», nor June «Джон»."""
    return bare(word) in NOT_NAMES or (len(word) <= LONGEST_FUNCTION and word.lower() in FUNCTION_WORDS["en"])

"""Words that may stand for a number but need no counterpart: "both", "decade", "двухлетний", months.

A month agrees with its number in a date in figures; two different months on the two sides are worth a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from xlate.checks.numbers.mention import Kind, Mention, number, numbers
from xlate.checks.numbers.words import lexicon
from xlate.model import Span

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def hints(text: str, language: str) -> Iterator[Mention]:
    """Every hint in the text."""
    if not any(hint_of(word, language) for word in set(_WORD.findall(text))):
        return  # most texts: no need to know where the words stand
    for match in _WORD.finditer(text):
        if hint := hint_of(match[0], language):
            yield replace(hint, span=Span(*match.span()))


@lru_cache(maxsize=5_000)  # most words come again, and most are no hints
def hint_of(word: str, language: str) -> Mention | None:
    """What the word hints at; its span is the whole word."""
    words, whole, form = lexicon(language), Span(0, len(word)), word.casefold()
    if month := words.months.get(form):
        # "may", "march" and "лютий" are words of their own when written small or large: no telling by themselves
        sure = language != "en" or word[0].isupper()
        value, loose = frozenset({(Kind.MONTH, month)}), frozenset({number(month)})
        return Mention(whole, value, loose, optional=True, telling=True) if sure else None
    values = words.hinted(form)
    return Mention(whole, numbers(values), optional=True) if values else None

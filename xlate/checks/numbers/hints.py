"""Words that may stand for a number but need no counterpart: "both", "decade", "двухлетний", months.

A month agrees with its number in a date in figures; two different months on the two sides are worth a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial

from xlate.checks.numbers.mention import Kind, Mention, number, numbers
from xlate.checks.numbers.words import lexicon
from xlate.memo import Memo
from xlate.model import Span

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def hints(text: str, language: str) -> Iterator[Mention]:
    """Every hint in the text."""
    hinted = hint_of(language)
    for match in _WORD.finditer(text):
        if hint := hinted[match[0]]:
            yield replace(hint, span=Span(*match.span()))


@cache
def hint_of(language: str) -> Memo[str, Mention | None]:
    """What a word of the language hints at; the mention's span is the whole word.  Most words hint at nothing."""
    return Memo(partial(_hint_of, language), 10_000)


def _hint_of(language: str, word: str) -> Mention | None:
    words, whole, form = lexicon(language), Span(0, len(word)), word.casefold()
    if month := words.months.get(form):
        # "may", "march" and "лютий" are words of their own when written small or large: no telling by themselves
        sure = language != "en" or word[0].isupper()
        value, loose = frozenset({(Kind.MONTH, month)}), frozenset({number(month)})
        return Mention(whole, value, loose, optional=True, telling=True) if sure else None
    values = words.hinted(form)
    return Mention(whole, numbers(values), optional=True) if values else None

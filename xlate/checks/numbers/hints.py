"""Words that may stand for a number but need no counterpart: "both", "decade", "двухлетний", months.

A month agrees with its number in a date in figures; two different months on the two sides are worth a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from xlate.checks.numbers.mention import Kind, Mention, number, numbers
from xlate.checks.numbers.words import lexicon
from xlate.model import Span

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def hints(text: str, language: str) -> Iterator[Mention]:
    """Every hint in the text."""
    words = lexicon(language)
    for match in _WORD.finditer(text):
        span, form = Span(*match.span()), match[0].casefold()
        if month := words.months.get(form):
            # "may", "march" and "лютий" are words of their own when written small or large: no telling by themselves
            sure = language != "en" or match[0][0].isupper()
            if sure:
                yield Mention(
                    span,
                    frozenset({(Kind.MONTH, Fraction(month))}),
                    frozenset({number(month)}),
                    optional=True,
                    telling=True,
                )
        elif values := words.hinted(form):
            yield Mention(span, numbers(values), optional=True)

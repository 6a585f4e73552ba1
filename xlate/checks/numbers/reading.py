"""All numbers that a text mentions, in any notation: the door to this package.

The readers run in a fixed order, and what one has read the next no longer sees:

1. addresses (https://a.by/2021/05, @user7), which ``urls`` compares letter by letter;
2. phone numbers ("+375 29 123-45-67" would be four numbers);
3. dates in figures and heights ("26.06.2022" would be 26.06 and 2022, "6-foot-6" twice six);
4. times ("10:30 a.m." would be 10 and 30);
5. Roman numerals, then literals and number words, put together by ``composing``;
6. hints: words that may stand for a number ("both", "двухдневный", "July") where nothing else was read.

Most sentences have no digit and no number word: their words are looked up, once each, and no reader is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache, partial

from xlate.checks.addresses import addresses
from xlate.checks.numbers.clock import times
from xlate.checks.numbers.composing import compose
from xlate.checks.numbers.dates import dates, heights, phones
from xlate.checks.numbers.hints import hints
from xlate.checks.numbers.literals import literals
from xlate.checks.numbers.mention import Mention
from xlate.checks.numbers.roman import may_be_roman, roman_numerals
from xlate.checks.numbers.signs import scale, sign, unit
from xlate.checks.numbers.tokens import has_number_words, tokens
from xlate.checks.numbers.words import lexicon
from xlate.model import Span

_PLAIN = str.maketrans(
    dict.fromkeys("\xa0\u202f\u2009\u2007\u2002\u2003\u2008\u200a\t\n\r", " ")
    | dict.fromkeys("’ʼ‘`´", "'")
    | dict.fromkeys("‐‑‒", "-")
)
_HIDDEN = "\x1f"
_HINT, _WHOLE = 1, 2
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"[\d¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")

Reader = Callable[[str], Iterator[Mention]]


@lru_cache(maxsize=1024)  # a source is read again for every target language
def mentions(text: str, language: str) -> tuple[Mention, ...]:
    """Every number in the text, in text order; spans point into ``text``."""
    plain = text.translate(_PLAIN)
    said = _WHOLE if _FIGURE.search(plain) else max((_says(w, language) for w in set(_WORD.findall(plain))), default=0)
    if not said:
        return ()
    plain = _hide(plain, (address.span for address in addresses(plain)))
    if said == _HINT:
        return tuple(hints(plain, language))
    found: list[Mention] = []
    readers: list[Reader] = [phones, dates, heights] if _DIGIT.search(plain) else []
    readers += [partial(times, language=language), partial(roman_numerals, language=language)]
    for reader in readers:
        read = list(reader(plain))
        found += read
        plain = _hide(plain, (mention.span for mention in read))
    words, written = lexicon(language), list(literals(plain, language))
    if written or has_number_words(plain, words):
        read = list(compose(plain, tokens(plain, written, words), words))
        found += [_dressed(mention, plain, language) for mention in read]
    # an optional word may still hint at something else: "third" is 3, and 1/3
    covered = [mention.span for mention in found if not mention.optional or len(mention.exact) > 1]
    found += hints(_hide(plain, covered), language)
    return tuple(sorted(found, key=lambda mention: mention.span))


@lru_cache(maxsize=20_000)  # most words come again
def _says(word: str, language: str) -> int:
    """The most that readers may find in the word, or in its parts: nothing (0), a hint or a number."""
    if has_number_words(word, lexicon(language)) or may_be_roman(word) or any(True for _ in times(word, language)):
        return _WHOLE
    return _HINT if any(True for _ in hints(word, language)) else 0


def _dressed(mention: Mention, text: str, language: str) -> Mention:
    """The mention with its sign, its unit, and the scale that may follow ("two decades", "2 дюжины")."""
    words = lexicon(language)
    negative, certain = sign(text, mention.span, words)
    named = unit(text, mention.span)
    dressed = replace(mention, unit=named) if named else mention
    if factor := scale(text, mention.span, words):
        dressed = replace(dressed, loose=dressed.loose | dressed.scaled(factor).exact)
    if negative:
        exact = dressed.scaled(Fraction(-1))
        dressed = replace(exact, unit=dressed.unit, loose=exact.loose if certain else exact.loose | dressed.exact)
    return dressed


def _hide(text: str, spans: Iterable[Span]) -> str:
    for span in spans:
        text = text[: span.start] + _HIDDEN * len(span) + text[span.end :]
    return text
